"""Which hosts are archives that prove nothing, and which can be known to a public archive."""

from __future__ import annotations

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

_REFUSED = frozenset(
    {
        "archive.today",
        "archive.is",
        "archive.ph",
        "archive.li",
        "archive.fo",
        "archive.md",
        "archive.vn",
        "archiveiya74codqgiixo33q62qlrqtkgmcitqx5u2oeqnmn5bpcbiyd.onion",
        "archivecaslytosk.onion",
    }
)
"""archive.today and its other names: it serves pages that it has changed."""

_NOWHERE = frozenset(
    {
        "test",
        "example",
        "invalid",
        "localhost",
        "local",
        "internal",
        "intranet",
        "lan",
        "home",
        "corp",
        "onion",
        "arpa",
    }
)
"""Last labels of names that no public resolver knows (RFC 6761, 6762, 7686, 8375; ICANN)."""

_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")


def is_refused_archive(url: str) -> bool:
    """Tell whether `url` is at an archive that is refused as evidence."""
    labels = host_of(url).split(".")
    return any(".".join(labels[at:]) in _REFUSED for at in range(len(labels)))


def may_be_public(url: str) -> bool:
    """Tell whether a public archive can know `url` at all, by its host's name alone.

    Not a loopback, private or otherwise reserved address, a name of one label, nor a name under
    a reserved domain. An address in an odd notation (`0x7f.1`) counts as not public: to ask a
    stranger about it would tell of somebody's own network.
    """
    host = host_of(url)
    try:
        return ip_address(host).is_global
    except ValueError:
        pass
    last = host.rpartition(".")[2]
    return "." in host and last not in _NOWHERE and not _NUMBER.fullmatch(last)


def host_of(url: str) -> str:
    """Return the host in lower case, without the dot that ends a full name; empty if none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".").lower()
    except ValueError:
        return ""


def place_of(url: str) -> tuple[str, int] | None:
    """Return host and port, None where the URL has none; a site's http and https are one place."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    host = (parts.hostname or "").rstrip(".").lower()
    return (host, 80 if port in {None, 443} else port or 80) if host else None
