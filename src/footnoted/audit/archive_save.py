"""`footnoted archive save`: pages captured by an archive, because a person asked for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from footnoted.audit.archive_suggest import SAVED
from footnoted.audit.captures import InterruptedAuditError
from footnoted.audit.corpora import one_folder
from footnoted.audit.last import last_report
from footnoted.audit.options import Clock, Options, Watcher
from footnoted.corpus import read_corpus
from footnoted.errors import FootnotedError
from footnoted.mementos import WAYBACK, may_be_public
from footnoted.mementos.identity import same_address
from footnoted.model.corpus import Corpus
from footnoted.model.report import ArchivedDoc, LinkDoc, Report
from footnoted.model.saved import SavedLine
from footnoted.plan import absolute
from footnoted.store.saved import add_saved, read_saved
from footnoted.verdicts import ANSWERED
from footnoted.web.save_page_now import NotSaved, Patience, SavePageNow
from footnoted.web.service import Service
from footnoted.web.settings import FetchSettings

PUBLIC_SERVICE = f"https://{WAYBACK.host}"
"""The Internet Archive's Save Page Now."""

AGAIN_DAYS = 30
"""A page that was saved is not saved again within so many days, unless its source is named."""


@dataclass(frozen=True, slots=True)
class SaveWish:
    """What is to be saved, by whom: no `sources` are all that need it.

    `keys` are the access key and the secret of the user's account with the service.
    """

    keys: tuple[str, str] = field(repr=False)
    sources: tuple[str, ...] = ()
    service: str = PUBLIC_SERVICE
    reports: Path | None = None
    fetch: FetchSettings = field(default_factory=FetchSettings)
    patience: Patience = field(default_factory=Patience)


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one source: `memento` where it was saved, else `why` not.

    `asked` tells whether the service was asked; `stop`: it is not to be asked on.
    """

    source: str
    why: str
    memento: str | None = None
    asked: bool = True
    stop: bool = False


def save(
    corpus: Path, wish: SaveWish, clock: Clock, watcher: Watcher, tell: Callable[[Told], None]
) -> tuple[Told, ...]:
    """Have the pages captured, one after another, and tell of each as soon as it is known.

    Each capture is noted at once beside the reports, for `archive suggest`. Raises
    InterruptedAuditError when `watcher.stop` was set, and FootnotedError in one line.
    """
    report = last_report(corpus, wish.reports)
    folder = one_folder(corpus)
    options = Options(corpus=folder, reports=wish.reports)
    records = read_corpus(folder).corpus
    assert records, "its last report was found by its id"
    path = options.reports_folder / records.paper.id / SAVED
    chosen = _chosen(report, records, wish, read_saved(path), clock.now())
    told: list[Told] = []

    def note(one: Told) -> None:
        told.append(one)
        tell(one)

    for one in chosen:
        if isinstance(one, Told):
            note(one)
    due = [one for one in chosen if not isinstance(one, Told)]
    if due:
        _save_all(due, wish, clock, watcher, path, note)
    return tuple(told)


def _save_all(
    due: Sequence[tuple[str, str]],
    wish: SaveWish,
    clock: Clock,
    watcher: Watcher,
    path: Path,
    note: Callable[[Told], None],
) -> None:
    key, secret = wish.keys
    secrets = {"Authorization": f"LOW {key}:{secret}"}
    archives = frozenset({WAYBACK.host}) if wish.service == PUBLIC_SERVICE else frozenset()
    fetch = replace(wish.fetch, archive_hosts=archives)
    with Service(wish.service, fetch, secrets, watcher.stop) as service:
        asker = SavePageNow(service, wish.patience)
        for source, url in due:
            came = asker.save(url)
            if watcher.stop.is_set():
                raise InterruptedAuditError("interrupted; what was saved is noted")
            if isinstance(came, NotSaved):
                note(Told(source, came.why, stop=came.stop))
                if came.stop:
                    return
                continue
            # Of a page that led on the service names the last address: that is not the source's.
            page = came.original if same_address(came.original, url) else url
            memento = f"{asker.base}/web/{came.at:%Y%m%d%H%M%S}/{page}"
            line = SavedLine(
                at=clock.now(),
                source=source,
                url=url,
                memento_at=came.at,
                memento=memento,
                service=asker.base,
            )
            add_saved(path, line)
            note(Told(source, f"saved as of {came.at:%Y-%m-%d}", memento))


def _chosen(
    report: Report,
    corpus: Corpus,
    wish: SaveWish,
    saved: Sequence[SavedLine],
    now: datetime,
) -> list[tuple[str, str] | Told]:
    """Return what is to be saved, source and address, each address once; else why not."""
    unknown = [one for one in wish.sources if one not in corpus.sources]
    if unknown:
        raise FootnotedError(f"--source {unknown[0]}: the corpus has no such source")
    links = {one.source: one for one in report.links if one.basis == "cited"}
    recent = {one.url for one in saved if now - one.at < timedelta(days=AGAIN_DAYS)}
    chosen: list[tuple[str, str] | Told] = []
    taken: set[str] = set()
    for ident, source in corpus.sources.items():
        if wish.sources and ident not in wish.sources:
            continue
        if source.url is None:
            if wish.sources:
                chosen.append(Told(ident, "it has no address", asked=False))
            continue
        url = absolute(source.url)
        why = _not_for(url, wish)
        if why is None and not wish.sources:
            why = (
                "saved already, by an earlier run" if url in recent else _no_need(links.get(ident))
            )
        if why is not None:
            chosen.append(Told(ident, f"not asked for: {why}", asked=False))
        elif url not in taken:
            taken.add(url)
            chosen.append((ident, url))
    return chosen


def _not_for(url: str, wish: SaveWish) -> str | None:
    """Return why a service must not be told of an address: a stranger never of our own network."""
    if may_be_public(url) or (wish.service != PUBLIC_SERVICE and wish.fetch.allow_net):
        return None
    return "its host is none of the public web"


def _no_need(link: LinkDoc | None) -> str | None:
    """Return why a page needs no saving, or is not known to, None where it does."""
    if link is None:
        return "the last audit did not look at it; run footnoted check"
    if link.verdict not in ANSWERED:
        return f"the last audit found it {link.verdict.value.replace('_', ' ')}"
    return _archived(link.archived)


def _archived(archived: ArchivedDoc | None) -> str | None:
    if archived is None:
        return "it is not known whether it is archived; name it with --source"
    if archived.silent and archived.nearest is None:
        return "the archives did not answer whether they have it; name it with --source"
    if archived.near:
        return "it is archived near the day of access"
    if archived.near is None and archived.nearest is not None:
        return "it is archived, and the day of access is not known"
    return None
