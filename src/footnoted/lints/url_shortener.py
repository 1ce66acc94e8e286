"""`url-shortener`: an address that only points to another."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.addresses import host_of, split_address
from footnoted.lints.examined import Examined, find_in_record
from footnoted.lints.known_hosts import SHORTENERS
from footnoted.model.finding import Finding


def url_shortener(examined: Examined) -> Iterator[Finding]:
    """Yield each source whose URL is at a shortening service."""
    for work in examined.corpus.sources.values():
        parts = split_address(work.url)
        if parts and host_of(parts) in SHORTENERS:
            message = (
                f"the URL of source '{work.id}' is a short one of {host_of(parts)}: when that "
                "service ends, nobody knows what was cited; give the address it leads to"
            )
            key = ("sources", work.id, "URL")
            yield find_in_record(examined, "url-shortener", "warning", key, message, proof=work.url)
