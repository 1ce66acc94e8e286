"""What the fetcher may do and how much: manners, bounds, secrets."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from footnoted import __version__
from footnoted.errors import FootnotedError

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

KIB = 1024
MIB = 1024 * KIB

BROWSER_AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
"""Whom a second opinion is asked as."""

_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # RFC 9110, 5.6.2
_VALUE = re.compile(r"[\t\x20-\x7e]*")


ARCHIVE_PACE = 2.5
"""Seconds of rest for an archive: 24 requests a minute, where Wayback's limit is 30."""

CANARIES = (("example.com", 443), ("www.wikipedia.org", 443))
"""Public hosts that are up when anything is."""


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """Manners and bounds of the fetcher; times in seconds, sizes in bytes.

    - `allow_net`: networks that may be reached although the guard refuses them. Only the
      command line gives it, never a corpus or a project file.
    - `connections_per_host`, `pace_seconds` (rest of a host after each answer),
      `pace_by_host`, `hosts_at_once`: manners. Hosts are named in ASCII, lower case.
    - `archive_hosts`: hosts of archives, which are asked no more in a run once they asked to be
      left alone, and rest at least `ARCHIVE_PACE` whatever else is said, but for `own_archives`:
      those on a network of `allow_net`.
    - `archive_clients`: so many of us ask archives at once (shards), each at its part of the pace.
    - `total_seconds`: what one URL may cost, its redirects, its retries and the pauses before
      them together; waiting while others have their turn is not counted. `connect_seconds`:
      one hop's name lookup and connection.
    - `max_hops`, `max_header_bytes` (one response), `max_wire_bytes` (body as sent),
      `max_body_bytes` (body decoded): bounds, each with a failure of its own.
    - `retries`, for weather only, after a rest of `backoff_seconds` that doubles each time;
      Retry-After is honoured up to `retry_after_bound`. A retry whose pause does not fit into
      what is left of `total_seconds` is not made.
    - `give_up_after`: so many failures of a host in a row, and its other URLs are not asked.
    - `skip_hosts`: hosts never asked, their subdomains included.
    - `headers_by_host`: secrets sent to exactly that host, never over http once the chain
      was on https; not recorded, not logged, not shown by `repr`.
    - `canaries`: hosts (name, port) that tell whether there is a network at all, beside the cited
      ones; `--canary` names others.
    - `obey_robots`: whether a cited page that its site's robots.txt closes to programs is left
      alone; by default it is asked once, as its reader would, and the finding tells.
    - `second_opinion`: whether a page that turns us away (403, 406, 429, 999) is asked once more
      as `browser_agent`, with a browser's plain headers, no cookies and no secrets.
    - `use_proxy`: whether the proxies of the environment are used (HTTP_PROXY, HTTPS_PROXY,
      NO_PROXY); without it the environment is not read.
    - `ca_bundle`: file of certificates to trust in place of certifi's.
    """

    allow_net: tuple[Network, ...] = ()
    connections_per_host: int = 1
    pace_seconds: float = 1.0
    pace_by_host: Mapping[str, float] = field(default_factory=dict)
    hosts_at_once: int = 16
    archive_hosts: frozenset[str] = frozenset()
    own_archives: frozenset[str] = frozenset()
    archive_clients: int = 1
    total_seconds: float = 25.0
    connect_seconds: float = 10.0
    max_hops: int = 10
    max_header_bytes: int = 64 * KIB
    max_wire_bytes: int = 20 * MIB
    max_body_bytes: int = 30 * MIB
    retries: int = 2
    backoff_seconds: float = 2.0
    retry_after_bound: float = 20.0
    give_up_after: int = 3
    skip_hosts: frozenset[str] = frozenset()
    headers_by_host: Mapping[str, Mapping[str, str]] = field(default_factory=dict, repr=False)
    user_agent: str = f"footnoted/{__version__} (+citation checker)"
    canaries: tuple[tuple[str, int], ...] = CANARIES
    obey_robots: bool = False
    second_opinion: bool = False
    browser_agent: str = BROWSER_AGENT
    use_proxy: bool = False
    ca_bundle: str | None = None

    def __post_init__(self) -> None:
        for host, headers in self.headers_by_host.items():
            for name, value in headers.items():
                if not _TOKEN.fullmatch(name) or not _VALUE.fullmatch(value):
                    raise FootnotedError(
                        f"settings of {host}: header {name!r} cannot be sent; a name is letters, "
                        "digits and hyphens, a value one line of ASCII"
                    )
        for name in ("connections_per_host", "hosts_at_once", "give_up_after"):
            if getattr(self, name) < 1:
                raise FootnotedError(f"setting {name} is {getattr(self, name)}; at least 1 is due")

    def pace(self, host: str) -> float:
        """Return how long `host` rests after an answer."""
        pace = self.pace_by_host.get(host, self.pace_seconds)
        if not self.is_public_archive(host):
            return pace
        return max(pace, ARCHIVE_PACE * self.archive_clients)

    def is_archive(self, host: str) -> bool:
        """Tell whether `host` is one of `archive_hosts`."""
        return host in self.archive_hosts

    def is_public_archive(self, host: str) -> bool:
        """Tell whether `host` is an archive, and none of our own."""
        return self.is_archive(host) and host not in self.own_archives

    def skips(self, host: str) -> bool:
        """Tell whether `host` or a domain above it is among `skip_hosts`."""
        labels = host.rstrip(".").split(".")
        return any(".".join(labels[at:]) in self.skip_hosts for at in range(len(labels)))


def parse_canary(text: str) -> tuple[str, int]:
    """Return the host and port that `--canary HOST[:PORT]` names; port 443 if it names none.

    Raises FootnotedError for a port that is no number from 1 to 65535.
    """
    host, _, port = text.rpartition(":") if text.rpartition(":")[2].isdecimal() else (text, "", "")
    if not host or (port and not 0 < int(port) < 65536):
        raise FootnotedError(f"--canary {text}: no host; write it as example.com or example.com:80")
    return host, int(port or 443)


def parse_network(text: str) -> Network:
    """Return the network that `--allow-net` names, an address being a network of one.

    Raises FootnotedError with one line that says what to write instead.
    """
    try:
        return ipaddress.ip_network(text.strip(), strict=True)
    except ValueError as error:
        raise FootnotedError(
            f"--allow-net {text!r}: {error}; write a network such as 127.0.0.0/8 or fd00::/8"
        ) from error
