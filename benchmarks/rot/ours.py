"""Our own nights: the program's own functions from cadence to exit rule, with a clock of ours.

Only the network is left out: the world says what a look shows. What each night asks for, what is
told of it, what becomes history and what is red is the program's own work (`cadence`,
`checks.outcomes`, `audit.news`, `audit.exits`, `history`, `store.state`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from benchmarks.rot.rules import Alarm, Told
from benchmarks.rot.world import ALIVE, GONE, MOVED, PARKED, SOFT, WALL, WEATHER, World

from footnoted.audit.exits import fails
from footnoted.audit.news import Look, tell
from footnoted.cadence import is_due
from footnoted.checks.outcomes import link_findings
from footnoted.history import Book, Problem, Sight, look_lines, news_lines
from footnoted.model.corpus import Corpus
from footnoted.model.finding import LOSSES, Finding, Where
from footnoted.model.question import Question
from footnoted.model.records import PaperRecord, SourceRecord
from footnoted.model.remembered import LookDoc, link_look_doc
from footnoted.model.report import FindingDoc
from footnoted.model.seen import Seen
from footnoted.model.verdicts import LinkLook, LinkVerdict
from footnoted.reports.places import where_doc
from footnoted.store.state import append_history

VANTAGE = "runner"

SHOWN: Final[dict[int, tuple[LinkVerdict, str | None, str]]] = {
    ALIVE: (LinkVerdict.ALIVE, None, "answers with a page"),
    MOVED: (LinkVerdict.MOVED, "permanent_redirect", "moved to another address"),
    WEATHER: (LinkVerdict.UNREACHABLE, "http_503", "the server has trouble (503)"),
    WALL: (LinkVerdict.BLOCKED, "http_403", "the server refuses us (403)"),
    GONE: (LinkVerdict.DEAD, "http_404", "the server says: not found (404)"),
    SOFT: (LinkVerdict.SOFT_404, "not_found_words", "an error page with status 200"),
    PARKED: (LinkVerdict.PARKED, "for_sale", "the domain is for sale"),
}
"""What the program says of what a look shows: verdict, reason, words."""

_BLIND = (LinkVerdict.OFFLINE, "offline", "not looked at: no network here")


@dataclass(slots=True)
class Nights:
    """What the program keeps from night to night, in memory as on disk."""

    world: World
    history: Path
    told: Told
    corpus: Corpus
    index: Mapping[str, int]
    book: Book = field(default_factory=Book)
    memory: dict[str, LookDoc] = field(default_factory=dict)
    seen: dict[str, Seen] = field(default_factory=dict)
    findings: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    standing: dict[str, tuple[int, int, bool]] = field(default_factory=dict)

    def run(self, night: int) -> None:
        """Ask for what is due, tell what is news, and remember."""
        as_of = self.world.at(night)
        asked = self._ask(night, as_of)
        self.told.requests.append(0 if night in self.world.blind else len(asked))
        for link in asked:
            self.findings[link.url] = self._findings(link, as_of)
            self.seen[link.url] = Seen(_slug(link.url), Question(link.url), None, None, link)
        findings = [one for told in self.findings.values() for one in told]
        look = Look(self.corpus, {}, tuple(self.seen.values()), frozenset(), whole=True)
        news = tell(self.book, findings, as_of, look)
        for problem in news.fixed:
            self._close(problem, night)
        for problem in news.new:
            self._open(problem, night)
        sights = [Sight(one, VANTAGE) for one in asked]
        lines = [*news_lines(self.book, news, as_of), *look_lines(self.book, sights, as_of)]
        append_history(self.history, lines)
        self.book.add(lines)

    def _ask(self, night: int, as_of: datetime) -> list[LinkLook]:
        """Return the looks of this night; a look that brought nothing is due again the next."""
        asked = []
        today = as_of.date()
        for life in self.world.lives:
            known = self.memory.get(life.url)
            if known and not is_due(known, today):
                continue
            blind = night in self.world.blind
            verdict, reason, message = _BLIND if blind else SHOWN[life.shows[night]]
            look = LinkLook(life.url, verdict, reason, message)
            asked.append(look)
            self.memory[life.url] = LookDoc(
                url=life.url,
                basis="cited",
                at=as_of,
                vantage=VANTAGE,
                judged_by="this",
                told=link_look_doc(look),
            )
        return asked

    def _findings(self, link: LinkLook, as_of: datetime) -> tuple[Finding, ...]:
        """Return what the program says of a link; what it said before stands until it is asked."""
        return link_findings(
            link,
            Where(source=_slug(link.url)),
            established=self.book.was_seen(link.url, as_of),
            rotten=self.book.rotten(link.url, as_of, verdict=link.verdict, vantage=VANTAGE),
        )

    def _open(self, problem: Problem, night: int) -> None:
        """Note an alarm: red as the exit code has it, or a warning of loss."""
        finding = FindingDoc(
            rule=problem.rule,
            level=problem.level,
            where=where_doc(Where()),
            message=problem.message,
            proof=None,
            news="new",
        )
        red = fails(finding, "new-error")
        if red or finding.rule in LOSSES:
            index = self.index[problem.target]
            self._close(problem, night)
            alarms = (self.told.red if red else self.told.warned)[index]
            self.standing[problem.fingerprint] = (index, len(alarms), red)
            alarms.append(Alarm(night))

    def _close(self, problem: Problem, night: int) -> None:
        stood = self.standing.pop(problem.fingerprint, None)
        if stood:
            index, place, red = stood
            alarms = (self.told.red if red else self.told.warned)[index]
            alarms[place] = Alarm(alarms[place].raised, night)


def tell_ours(world: World, history: Path) -> Told:
    """Run every night of a world through the program; its history is appended to `history`."""
    told = Told([[] for _ in world.lives], [[] for _ in world.lives])
    sources = {
        _slug(one.url): SourceRecord.model_validate({"id": _slug(one.url), "URL": one.url})
        for one in world.lives
    }
    corpus = Corpus("claims/rot", "", PaperRecord(id="rot", title="A world of links"), sources)
    index = {one.url: place for place, one in enumerate(world.lives)}
    nights = Nights(world, history, told, corpus, index)
    for night in range(world.nights):
        nights.run(night)
    return told


def _slug(url: str) -> str:
    """Return the id of the source at a URL of the world."""
    host, _, page = url.removeprefix("http://").partition("/")
    return f"{host.partition('.')[0]}-{page}"
