"""Short forms resolved across notes: surely, or not at all.

Modelled on eyecite (Free Law Project) for US law: *ibid* is the last resolution and fails if
that failed; *op cit* and bare short titles resolve only to exactly one earlier work; nothing
resolves forwards.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from footnoted.citations.labels import Label, fitting, read_label, title_rank
from footnoted.citations.parts import (
    LOC_CIT,
    NOTE_REFERENCE,
    OP_CIT,
    SIGNAL,
    find_dates,
    find_locator,
    find_urls,
    masked,
)
from footnoted.citations.split import NoteText, Piece, split_note
from footnoted.citations.works import Work, describe
from footnoted.model.records import EntryForm, NoteStatus


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation of a note, resolved as far as that is sure.

    `work` is the work meant, None where doubtful; `candidates` are then the works it may mean,
    best first (none at all: dangling). `label` is what a short form called its work by;
    `quoted` is who the note says is quoted there.
    """

    text: str
    form: EntryForm
    locator: str | None
    work: Work | None
    candidates: tuple[Work, ...] = ()
    label: str | None = None
    quoted: str | None = None

    @property
    def status(self) -> NoteStatus:
        """`ok`, `ambiguous` or `dangling`."""
        if self.work:
            return "ok"
        return "ambiguous" if self.candidates else "dangling"


@dataclass(frozen=True, slots=True)
class NoteCitations:
    """The citations of one note; `works` are those it cites in full itself."""

    note: str
    printed: bool
    citations: tuple[Citation, ...] = ()

    @property
    def status(self) -> NoteStatus:
        """The worst of its citations' states: missing, dangling, ambiguous, ok."""
        if not self.printed:
            return "missing"
        states = {citation.status for citation in self.citations}
        return next((bad for bad in _BAD if bad in states), "ok")

    @property
    def resolves_to(self) -> tuple[str, ...]:
        """The notes that cite its works in full, each once, in the order of its citations."""
        return tuple(dict.fromkeys(c.work.note for c in self.citations if c.work))

    @property
    def candidates(self) -> tuple[str, ...]:
        """The notes that its doubtful citations may mean, best first."""
        return tuple(dict.fromkeys(w.note for c in self.citations for w in c.candidates))


_BAD: tuple[NoteStatus, ...] = ("dangling", "ambiguous")


@dataclass(slots=True)
class _Reading:
    """What was read so far: every note's outcome, and the works cited in full, in order."""

    notes: dict[str, NoteCitations] = field(default_factory=dict)
    works: list[Work] = field(default_factory=list)
    last: NoteCitations | None = None


def resolve(notes: Sequence[NoteText]) -> dict[str, NoteCitations]:
    """Return the citations of `notes`, by note id; `notes` are in the order of their numbers."""
    reading = _Reading()
    for note in notes:
        own: list[Citation] = []
        for piece in split_note(note):
            citation = _read(piece, note.id, reading, own)
            if citation is None:
                continue
            own.append(citation)
            if citation.work and citation.work.note == note.id and citation.form != "ibid":
                _remember(citation.work, reading)
        done = NoteCitations(note.id, note.text is not None, tuple(own))
        reading.notes.setdefault(note.id, done)
        reading.last = done
    return reading.notes


def _remember(work: Work, reading: _Reading) -> None:
    if not any(work is known for known in reading.works[-8:]):
        reading.works.append(work)


def form_of(piece: Piece) -> EntryForm:
    """Return the form of `piece` as its words tell; a bare short title still reads as full."""
    text = masked(piece.text, find_urls(piece.text))
    if piece.quoted_in:
        return "quoted_in"
    signal = SIGNAL.match(text)
    start = signal.end() if signal else 0
    if re.match(r"\W*(?:ibid(?:em)?\b|id\.|idem\b|id$|id,\s)", text[start:], re.IGNORECASE):
        return "ibid"
    if OP_CIT.search(text):
        return "op_cit"
    return "short" if _refers_to_note(text) else "full"


def _refers_to_note(text: str) -> bool:
    found = NOTE_REFERENCE.search(text)
    return bool(found) and len(text.split()) <= 20


def _read(piece: Piece, note: str, reading: _Reading, own: list[Citation]) -> Citation | None:
    form = form_of(piece)
    spans = find_urls(piece.text)
    if not _all_emphasised(piece):
        spans = (*spans, *piece.emphasis)
    found = find_locator(masked(piece.text, spans))
    locator = piece.text[slice(*found)] if found else None
    work: Work | None = None
    candidates: tuple[Work, ...] = ()
    label: str | None = None
    shape = form
    if form == "quoted_in":
        shape = form_of(Piece(piece.text[piece.after :]))
    if shape == "ibid":
        work, candidates = _ibid(reading, own)
    elif shape in {"op_cit", "short"}:
        work, candidates, label = _named(piece, note, reading, own)
    else:
        full = describe(piece, note)
        if full.says_nothing and not piece.quoted_in:
            return None
        short = _bare_short(piece, full, reading.works, locator)
        if short is None:
            work = full
        else:
            form = "quoted_in" if form == "quoted_in" else "short"
            work, candidates = _only(short)
            label = read_label(piece).words
    return Citation(piece.text, form, locator, work, candidates, label, piece.quoted)


def _all_emphasised(piece: Piece) -> bool:
    return sum(b - a for a, b in piece.emphasis) > 0.9 * len(piece.text)


def _only(works: list[Work]) -> tuple[Work | None, tuple[Work, ...]]:
    """Return the one work, or none and the candidates with the latest first."""
    distinct = _distinct(works)
    if len(distinct) == 1:
        return distinct[0], ()
    return None, tuple(reversed(distinct))


def _distinct(works: list[Work]) -> list[Work]:
    """Return `works` with a work cited in full twice named once, where it stood first."""
    seen: dict[object, Work] = {}
    for work in works:
        seen.setdefault(identity(work), work)
    return list(seen.values())


def identity(work: Work) -> tuple[str, ...]:
    """Return what makes two full citations one work: URL, or title with names, or the words."""
    if work.url:
        return ("url", re.sub(r"^https?://", "", work.url).rstrip("/"))
    if work.title:
        who = [str(person.family) for person in work.persons] or [work.names.literal or ""]
        return ("title", work.title.lower(), *who, work.issued or "")
    return ("text", work.text)


def _ibid(reading: _Reading, own: list[Citation]) -> tuple[Work | None, tuple[Work, ...]]:
    """Resolve *ibid*: the citation before it in its own note, else the whole note before."""
    before = (own[-1],) if own else reading.last.citations if reading.last else ()
    if not before or any(citation.status == "dangling" for citation in before):
        return None, ()
    doubtful = [work for citation in before for work in citation.candidates]
    works = [citation.work for citation in before if citation.work]
    if doubtful:
        return None, tuple(_distinct([*works, *doubtful]))
    distinct = _distinct(works)
    return (distinct[0], ()) if len(distinct) == 1 else (None, tuple(distinct))


def _named(
    piece: Piece, note: str, reading: _Reading, own: list[Citation]
) -> tuple[Work | None, tuple[Work, ...], str | None]:
    label = read_label(piece)
    reference = NOTE_REFERENCE.search(piece.text)
    number = (
        (reference["after"] or reference["before"] or reference["within"]) if reference else None
    )
    if number:
        return (*_in_note(label, number, note, reading), label.words or None)
    if label.empty:
        if LOC_CIT.search(piece.text) and re.search(r"(?i)\bloc", piece.text):
            return (*_ibid(reading, own), None)
        return (*_only(reading.works), None)
    return (*_only(fitting(label, reading.works)), label.words or None)


def _in_note(
    label: Label, number: str, note: str, reading: _Reading
) -> tuple[Work | None, tuple[Work, ...]]:
    """Resolve `supra note 12`: the works of that note, if it is an earlier one."""
    earlier = reading.notes.get(number)
    if earlier is None or number == note:
        return None, ()
    works = [citation.work for citation in earlier.citations if citation.work]
    if not label.empty:
        works = fitting(label, works) or ([] if len(works) > 1 else works)
    doubtful = tuple(work for citation in earlier.citations for work in citation.candidates)
    return _only(works) if works else (None, doubtful)


def _bare_short(
    piece: Piece, full: Work, works: list[Work], locator: str | None
) -> list[Work] | None:
    """Return what a bare short title may mean, None if `piece` is a full citation after all.

    It is one if it has no URL, date or publisher of its own, and either an earlier work's
    title begins like its title, or it is no more than a name and a locator.
    """
    if full.url or full.prose:
        return None
    label = read_label(piece)
    if find_dates(masked(piece.text, piece.emphasis)):
        return _by_year(label, full, works, locator)
    own = full.tail.replace(locator or "", "").strip(" ,.;:()")
    own = re.sub(r"^\d+(?:[–-]\d+)?$", "", own)  # a page without its `p`
    if locator and not full.title and label.names.persons and not own:
        return fitting(label, works)
    if not full.title or own:
        return None
    by_title = [work for work in works if title_rank(full.title, work)]
    named = [work for work in by_title if _may_be_by(full, work)]
    return named or None


def _by_year(label: Label, full: Work, works: list[Work], locator: str | None) -> list[Work] | None:
    """Return what a name with a year alone (`World Bank 2010, p. 7`) means of earlier works."""
    own = full.tail.replace(locator or "", "").replace(label.year or "", "")
    if full.title or not label.year or label.names.rest or re.search(r"[A-Za-z]", own):
        return None
    dated = [work for work in works if work.issued and work.issued.startswith(label.year)]
    return fitting(label, dated) or None


def _may_be_by(short: Work, work: Work) -> bool:
    names = short.names
    if not (names.persons or names.literal):
        return True
    return bool(fitting(Label(names), [work]))
