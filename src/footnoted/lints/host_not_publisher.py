"""`host-not-publisher`: a work of a known publisher on a host that is not its own."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.citations.names import folded
from footnoted.lints.addresses import host_of, split_address, under
from footnoted.lints.examined import Examined, find_in_record
from footnoted.lints.known_hosts import HOSTS, SHORTENERS
from footnoted.mementos import is_refused_archive, original_of
from footnoted.model.finding import Finding
from footnoted.model.records import SourceRecord


def host_not_publisher(examined: Examined) -> Iterator[Finding]:
    """Yield each source whose publisher is known to have hosts of its own, and whose URL is on
    none of them: a copy, which may be cut or changed.

    A memento is as good as the page that was captured; an address that hides the page's own
    (shortened, archive.today) is another rule's.
    """  # noqa: D205
    for work in examined.corpus.sources.values():
        parts = split_address(_page(work.url))
        known = {name: HOSTS[folded(name)] for name in _publishers(work) if folded(name) in HOSTS}
        if not parts or not known:
            continue
        host = host_of(parts)
        if not any(under(host, tuple(hosts)) for hosts in known.values()):
            name = next(iter(known))
            message = (
                f"source '{work.id}' is of {name}, but on {host}: cite {name}'s own page, or name "
                "who published the copy"
            )
            own = ", ".join(sorted(set().union(*known.values())))
            yield find_in_record(
                examined, "host-not-publisher", "info", ("sources", work.id, "URL"), message,
                proof=f"{work.url}; {name} publishes on {own}", confidence="low",
            )  # fmt: skip


def _page(url: str | None) -> str | None:
    page = original_of(url) or url if url else None
    parts = split_address(page)
    if page is None or parts is None or host_of(parts) in SHORTENERS or is_refused_archive(page):
        return None
    return page


def _publishers(work: SourceRecord) -> list[str]:
    names = [work.container_title, work.publisher, *(one.literal for one in work.author)]
    return [name for name in names if name]
