"""The latest mementos of links whose pages did not come, without a corpus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from urllib.parse import urldefrag

from footnoted import plan
from footnoted.audit.archive_reach import may_be_told
from footnoted.audit.archives import Archivist, Wanted
from footnoted.audit.without_corpus import Looker
from footnoted.history import ROT, UNSEEN
from footnoted.mementos import Archive, nearest, original_of
from footnoted.model.verdicts import LinkLook


def latest_mementos(
    judged: Mapping[str, LinkLook],
    archives: Sequence[Archive],
    looker: Looker,
    at: datetime,
) -> dict[str, str]:
    """Return where a reader sees the memento nearest to today, by link, of pages that did not come.

    Without a network nobody is asked. An archive that was silent is told once.
    """
    pages = {
        url: urldefrag(plan.absolute(url)).url
        for url, link in judged.items()
        if link.verdict in ROT | UNSEEN and not original_of(plan.absolute(url))
    }
    if not archives or not pages or looker.watcher.stop.is_set():
        return {}
    archivist = Archivist(
        looker.look,
        lambda _question, _before: None,
        archives,
        lambda archive, url: may_be_told(archive, url, looker.settings),
    )
    today = at.date()
    archivist.ask([Wanted(url, (today,)) for url in dict.fromkeys(pages.values())], today)
    _tell_silence(archivist, looker)
    found = {url: nearest(held, today) for url, held in archivist.answers.items()}
    return {url: found[page][0].view for url, page in pages.items() if found.get(page)}


def _tell_silence(archivist: Archivist, looker: Looker) -> None:
    """Say how often an archive gave no answer: no memento then proves nothing."""
    told: dict[str, list[str]] = {}
    for held in archivist.answers.values():
        for name, why in held.silent:
            told.setdefault(name, []).append(why)
    for name, reasons in told.items():
        line = f"{name} gave no answer about {len(reasons)} of the pages: {reasons[0]}"
        looker.watcher.say(line, 0, 0)
