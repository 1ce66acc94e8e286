"""`footnoted serve`: the cases of the last audit as pages, and each answer written at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from footnoted.audit.last import last_report, one_corpus
from footnoted.audit.review import Session
from footnoted.audit.review_dialogue import HELP, Told
from footnoted.errors import FootnotedError, WriteRefusedError
from footnoted.judgements import RULINGS
from footnoted.model.judgement import JudgementKey, Ruling
from footnoted.reports import html_, render
from footnoted.reports import review_page as pages
from footnoted.reports.cards import PageView
from footnoted.reports.review_page import Form, Frame
from footnoted.reports.review_queue import Queue, Waiting, queue_of
from footnoted.serving.desk import Elsewhere, Page, Refusal, Words
from footnoted.serving.keys import Keys

_KEYS: Final = {word: key for key, word, _ in HELP}
_MEANINGS: Final = {word: told for _, word, told in HELP}
_RULINGS: Final[dict[str, Ruling]] = {"accept": "accept", "reject": "reject", "note": "note"}
_NO_CASE: Final = (
    "this case is not there any more: its record was changed, or it was audited anew; run "
    "footnoted check if it should be"
)
_CHANGED: Final = (
    "the case was judged or changed since this page was shown: look at it as it is now"
)


@dataclass(frozen=True, slots=True)
class _State:
    """The corpus and its last audit as they were read, and by which files."""

    files: tuple[object, ...]
    queue: Queue
    frame: Frame


@dataclass(slots=True)
class ReviewDesk:
    """One person's review of the corpus in a folder: what is asked and written, and the counts.

    `reports` is where the audits are (None: beside claims/), `today` gives the day that an answer
    bears. Files are read anew where they changed.
    """

    folder: Path
    reports: Path | None
    reviewer: str
    keys: Keys
    today: Callable[[], date]
    judged: set[JudgementKey] = field(default_factory=set)
    waived: set[JudgementKey] = field(default_factory=set)
    _told: list[str] = field(default_factory=list)
    _state: _State | None = None
    _report_file: Path | None = None

    @property
    def counts(self) -> Told:
        """What was done so far, and what is left, as far as the corpus can be read."""
        try:
            state = self._now()
        except FootnotedError:
            if self._state is None:
                raise
            state = self._state
        return Told(len(self.judged), len(self.waived), len(state.queue.waiting))

    def listed(self, query: Words) -> Page:
        """Return the list of what waits."""
        state = self._now()
        told = self._told_of(query)
        return _page(pages.list_page(state.frame, state.queue, _only(query), told))

    def case(self, name: str, query: Words) -> Page:
        """Return the page of a case."""
        state = self._now()
        one = _named(state, name)
        if one is None:
            return _page(pages.changed_page(state.frame, _NO_CASE), 404)
        return self._case_page(state, one, _only(query), told=self._told_of(query))

    def answer(self, name: str, form: Words) -> Page | Elsewhere:
        """Write an answer and lead to the next case, or say why nothing was written."""
        state = self._now()
        one, only = _named(state, name), _only(form)
        if one is None or form.get("shown") != one.shown:
            again = pages.case_path(state.frame.base, name, only) if one else ""
            words = _CHANGED if one else _NO_CASE
            note = form.get("note", "")
            return _page(pages.changed_page(state.frame, words, note=note, again=again), 409)
        try:
            told = self._write(one, form)
        except FootnotedError as error:
            status = 409 if isinstance(error, WriteRefusedError) else 422
            return self._case_page(state, one, only, form, str(error), status=status)
        self._told.append(told)
        return self._next(state, one, only)

    def report(self) -> Page:
        """Return the report of the last audit, as it was then."""
        report = self._now().frame.view.report
        return Page(render(report, "html"), f"{html_.policy()}; frame-ancestors 'none'")

    def file(self, name: str) -> Page | None:
        """Return a style or script of ours; None where we have none of that name."""
        media_type = pages.FILES.get(name)
        if media_type is None:
            return None
        return Page(pages.file_text(name), "default-src 'none'", media_type=media_type)

    def welcome(self) -> Page:
        """Return the page that goes on to the list by itself."""
        return Page(pages.welcome_page(self.keys.base), pages.bare_policy())

    def unreadable(self, error: FootnotedError) -> Page:
        """Say what has to be mended first, around the corpus as it was read last."""
        if self._state is None:
            raise error
        return _page(pages.changed_page(self._state.frame, str(error)), 409)

    def refused(self, why: Refusal, *, inside: bool) -> Page:
        """Return the page for a request that is turned away."""
        return Page(pages.refused_page(why, self.keys.base if inside else ""), pages.bare_policy())

    def _write(self, one: Waiting, form: Words) -> str:
        """Write an answer, and say what was written where."""
        session = Session(self.folder, self.reviewer, self.today())
        ruling, note = form.get("ruling", ""), " ".join(form.get("note", "").split())
        if ruling in {"reject", "note", "waive"} and not note:
            raise FootnotedError(f"to {ruling} it, say why")
        if ruling == "waive" and one.case.state == "waived":
            raise FootnotedError("it is waived already: change the day in waivers.yaml")
        if ruling == "waive":
            session.waive(one, note, form.get("expires", "").strip())
            self.waived.add(one.key)
            return f"Waived {one.claim.id}, written to {self.folder.name}/waivers.yaml."
        if ruling not in _RULINGS:
            raise FootnotedError("no answer was chosen: press one of the buttons")
        session.rule(one, _RULINGS[ruling], note or None)
        self.judged.add(one.key)
        said = RULINGS[_RULINGS[ruling]].capitalize()
        return f"{said} {one.claim.id}, written to {self.folder.name}/judgements.yaml."

    def _next(self, state: _State, one: Waiting, only: str) -> Elsewhere:
        _, after = pages.neighbours(state.queue, one, only)
        done = len(self._told)
        if after is None:
            return Elsewhere(pages.list_path(state.frame.base, only, done))
        return Elsewhere(pages.case_path(state.frame.base, after.name, only, done))

    def _told_of(self, query: Words) -> str:
        """Return what was written by the answer that an address names; nothing for another."""
        number = query.get("done", "")
        at = int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 0
        return self._told[at - 1] if 0 < at <= len(self._told) else ""

    def _case_page(
        self,
        state: _State,
        one: Waiting,
        only: str,
        typed: Words | None = None,
        error: str = "",
        *,
        told: str = "",
        status: int = 200,
    ) -> Page:
        earlier = one.earlier
        mine = earlier.note if earlier and earlier.by == self.reviewer else None
        given = typed if typed is not None else {"note": mine or ""}
        form = Form(
            self.keys.sign(one.name, one.shown),
            _KEYS,
            _MEANINGS,
            {"note": given.get("note", ""), "expires": given.get("expires", "")},
            error,
        )
        page = pages.case_page(state.frame, state.queue, one, form, only=only, told=told)
        return _page(page, status)

    def _now(self) -> _State:
        """Return the corpus and its last audit as they are now."""
        today = self.today()
        if self._report_file is None:
            self._report_file = one_corpus(self.folder, self.reports)[1] / "report.json"
        records = [_stat(path) for path in sorted(self.folder.glob("*.yaml"))]
        files = (today, *records, _stat(self._report_file))
        if self._state is None or self._state.files != files:
            same = self._state is not None and self._state.files[-1] == files[-1]
            view = self._state.frame.view if self._state and same else self._view()
            corpus, _ = one_corpus(self.folder, self.reports)
            queue = queue_of(view.report, corpus, today)
            frame = Frame(self.keys.base, self.reviewer, view, today.isoformat())
            self._state = _State(files, queue, frame)
        return self._state

    def _view(self) -> PageView:
        return PageView(last_report(self.folder, self.reports))


def _stat(path: Path) -> tuple[object, ...]:
    """Return what tells whether a file was changed, as far as the file system tells."""
    try:
        told = path.stat()
    except OSError:
        return (str(path),)
    return (str(path), told.st_mtime_ns, told.st_size, told.st_ino)


def _only(query: Words) -> str:
    """Return the reason to which an address or a form keeps; nothing for what is none."""
    only = query.get("only", "")
    return only if only in pages.REASONS else ""


def _named(state: _State, name: str) -> Waiting | None:
    return next((one for one in state.queue.cases if one.name == name), None)


def _page(body: str, status: int = 200) -> Page:
    return Page(body, pages.POLICY, status)
