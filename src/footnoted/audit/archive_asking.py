"""Asking archives: each answer kept, their manners honoured, and nothing asked twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from footnoted.audit.archive_reach import may_know, with_archives
from footnoted.audit.captures import INTERRUPTED, InterruptedAuditError
from footnoted.audit.looked import without_body
from footnoted.audit.options import Clock, Watcher
from footnoted.errors import FootnotedError
from footnoted.mementos import (
    Archive,
    archival,
    index_question,
    read_index,
    read_timegate,
    refusal,
    timegate_question,
)
from footnoted.mementos.hosts import host_of
from footnoted.model.archived import Archival, Snapshot
from footnoted.model.capture import Capture, Response
from footnoted.model.question import Question
from footnoted.store.evidence import Evidence
from footnoted.store.looks import is_bodiless
from footnoted.web.failures import one_line
from footnoted.web.look import record_looks
from footnoted.web.manners import Manners
from footnoted.web.settings import FetchSettings

LIST_HOURS = 24
"""A list of mementos is asked for again after a day."""

FAILURES = 3
"""So many failures of an archive in a row, and it is not asked on."""


@dataclass(slots=True)
class Asker:
    """Asks archives for one command; `requests` were made, redirects included.

    `stopped` is why an archive is not asked any more, by its host; `looks` are what came, without
    what pages say.
    """

    evidence: Evidence
    settings: FetchSettings
    clock: Clock
    watcher: Watcher
    vantage: str
    archives: Sequence[Archive]
    requests: int = 0
    stopped: dict[str, str] = field(default_factory=dict)
    looks: list[Capture] = field(default_factory=list)
    _manners: Manners = field(init=False)
    _failed: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """No request is repeated by the fetcher, so that all are counted; archives rest longer."""
        met = with_archives(self.settings, self.archives)
        self.settings = replace(met, retries=0, second_opinion=False)
        self._manners = Manners(self.settings)

    def mementos(self, url: str) -> Archival:
        """Return what the archives list for `url`; an empty list is confirmed by the TimeGate.

        Raises FootnotedError where nobody on record can know `url`, and InterruptedAuditError.
        """
        asked = [one for one in self.archives if may_know(one, url, self.settings)]
        if not asked:
            raise FootnotedError(
                f"{url}: no public archive can know it; name one of your own network with "
                "--archive and --allow-net"
            )
        answers = {archive.name: self._list_of(archive, url) for archive in asked}
        return archival(url, self.clock.now(), answers)

    def memento(self, snapshot: Snapshot, question: Question) -> tuple[Capture, bool] | str:
        """Return what came for a memento and whether the evidence held it, or why none is asked.

        A memento never changes: one that came once is not asked for again.
        """
        held = self.held(question)
        if held:
            return held, True
        host = self._host(snapshot)
        if host in self.stopped:
            return self.stopped[host]
        return self._ask(question, host), False

    def held(self, question: Question) -> Capture | None:
        """Return a memento that the evidence has, with its bytes, None where it is to be asked."""
        held = self.evidence.latest(question.url, basis="memento")
        usable = held is not None and not is_bodiless(held) and refusal(held) is None
        return held if usable else None

    def _host(self, snapshot: Snapshot) -> str:
        found = (one.host for one in self.archives if snapshot.url.startswith(one.replay))
        return next(found, self.archives[0].host)

    def _list_of(self, archive: Archive, url: str) -> Sequence[Snapshot] | str:
        question = index_question(archive, url)
        held = self.evidence.latest(question.url, basis="archive")
        if held and self.clock.now() - held.at < timedelta(hours=LIST_HOURS):
            listed = read_index(held, archive, url)
            if listed and not isinstance(listed, str):
                return listed
        if archive.host in self.stopped:
            return self.stopped[archive.host]
        listed = read_index(self._ask(question, archive.host), archive, url)
        if listed:
            return listed
        if archive.host in self.stopped:
            return self.stopped[archive.host]
        gate = timegate_question(archive, url, self.clock.now())
        return read_timegate(self._ask(gate, archive.host), archive, url)

    def _ask(self, question: Question, host: str) -> Capture:
        """Ask once and keep the answer; an archive that wants rest, or fails on, is let alone."""
        settled = record_looks(
            [question],
            self.settings,
            self.evidence,
            vantage=self.vantage,
            now=self.clock.now,
            stop=self.watcher.stop,
            manners=self._manners,
        )
        if self.watcher.stop.is_set() or not settled:
            raise InterruptedAuditError(INTERRUPTED)
        capture = self.evidence.latest(question.url, basis=question.basis)
        assert capture, "it was recorded a moment ago"
        self.requests += 1 + len(capture.hops)
        self.looks.append(without_body(capture))
        self._count(capture, host)
        return capture

    def _count(self, capture: Capture, host: str) -> None:
        """Let an archive alone that asks for it, or fails too often in a row.

        An error that it only replays is the captured page's own.
        """
        response = capture.response
        failed = response is None or (response.status >= 500 and not _replayed(response))
        if failed and not _led_away(capture, host):
            self._failed[host] = self._failed.get(host, 0) + 1
        else:
            self._failed[host] = 0
        after = response.header("Retry-After") if response and response.status >= 400 else None
        if response and not _replayed(response) and (response.status == 429 or after):
            until = f"; it says after {one_line(after)}" if after else ""
            self.stopped[host] = f"{host} asks to be left alone ({response.status}){until}"
        elif self._failed[host] >= FAILURES:
            why = capture.failure.message if capture.failure else "errors of its own"
            self.stopped[host] = f"{host} failed {FAILURES} times in a row ({why})"


def _led_away(capture: Capture, host: str) -> bool:
    """Tell whether a redirect led to another host, whose failures are its own."""
    return bool(capture.hops) and host_of(capture.hops[-1].location) != host


def _replayed(response: Response) -> bool:
    return response.header("Memento-Datetime") is not None
