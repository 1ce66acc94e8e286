"""The corpus and the paper that lints look at, with what several of them derive from both."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from footnoted.anchors import Span, check_anchor, fold
from footnoted.model.corpus import Corpus, PlaceKey
from footnoted.model.draft import Draft, DraftNote, Mark
from footnoted.model.finding import Confidence, Finding, Level, Where
from footnoted.model.records import Anchor, ClaimRecord, Exemption

_EDGE = " .,;:!?…\"'"


class Examined:
    """A corpus, and its paper as extracted (None where the user gave none)."""

    def __init__(self, corpus: Corpus, draft: Draft | None) -> None:
        self.corpus = corpus
        self.draft = draft

    @property
    def paper(self) -> Draft:
        """Return the paper, in lints that need it."""
        assert self.draft is not None, "a lint that needs the paper was run without it"
        return self.draft

    @cached_property
    def printed(self) -> dict[str, DraftNote]:
        """The paper's notes by id."""
        return {note.id: note for note in self.paper.notes}

    @cached_property
    def marks(self) -> dict[str, list[Mark]]:
        """The paper's marks by the id of their note."""
        marks: dict[str, list[Mark]] = {}
        for mark in self.paper.marks:
            marks.setdefault(mark.note, []).append(mark)
        return marks

    @cached_property
    def anchored(self) -> dict[str, Span]:
        """The stretch of each claim whose anchor matches exactly once, by the claim's id."""
        return {
            name: span
            for name, claim in self.corpus.claims.items()
            if (span := self.stretch(claim.at))
        }

    @cached_property
    def reach(self) -> dict[str, Span]:
        """What each anchored claim is about: its stretch, and the marked sentences it is in."""
        return {name: self._widened(span) for name, span in self.anchored.items()}

    @cached_property
    def paragraphs(self) -> Paragraphs:
        """The paragraphs of the paper's body."""
        return Paragraphs.of(self.paper.body)

    @cached_property
    def _by_paragraph(self) -> dict[int, list[str]]:
        """The anchored claims by the paragraphs that they reach into, each in file order."""
        found: dict[int, list[str]] = {}
        for name, (first, last) in self.reach.items():
            for number in range(self.paragraphs.number(first), self.paragraphs.number(last) + 1):
                found.setdefault(number, []).append(name)
        return found

    @cached_property
    def exempt(self) -> list[tuple[Span, Exemption]]:
        """The stretches that the corpus exempts."""
        spans = ((self.stretch(one.at), one) for one in self.corpus.exemptions)
        return [(span, one) for span, one in spans if span]

    def stretch(self, anchor: Anchor) -> Span | None:
        """Return the anchor's only match, up to the blanks around it."""
        body = self.paper.body
        span = check_anchor(anchor, body)
        if span is None:
            return None
        start, end = span
        while start > 0 and not body[start - 1].isspace():
            start -= 1
        while end < len(body) and not body[end].isspace():
            end += 1
        return start, end

    def anchors(self) -> Iterator[tuple[PlaceKey, Anchor]]:
        """Yield every anchor of the corpus and where it is written."""
        for name, claim in self.corpus.claims.items():
            yield ("claims", name, "at"), claim.at
        for index, exemption in enumerate(self.corpus.exemptions):
            yield ("exemptions", index, "at"), exemption.at

    def exemptions_around(self, start: int, end: int) -> Iterator[Exemption]:
        """Yield the exemptions whose stretch encloses `[start, end)`."""
        for (first, last), exemption in self.exempt:
            if first <= start and end <= last:
                yield exemption

    def claims_around(self, start: int, end: int) -> Iterator[ClaimRecord]:
        """Yield the claims whose reach encloses `[start, end)`."""
        for name in self._by_paragraph.get(self.paragraphs.number(start), ()):
            first, last = self.reach[name]
            if first <= start and end <= last:
                yield self.corpus.claims[name]

    def locate(self, offset: int) -> str:
        """Return in words where in the paper `offset` is: its section, and the next mark."""
        sections = [one for one in self.paper.sections if one.start <= offset < one.end]
        section = max(sections, key=lambda one: one.start, default=None)
        after = min(
            (mark for mark in self.paper.marks if mark.at >= offset),
            key=lambda mark: mark.at,
            default=None,
        )
        place = f"section {section.label or section.title}" if section else "before any section"
        return f"{place}, before note {after.note}" if after else f"{place}, after the last note"

    def _widened(self, span: Span) -> Span:
        start, end = span
        for mark in self.paper.marks:
            if mark.start < span[1] and span[0] < mark.end:
                start, end = min(start, mark.start), max(end, mark.end)
        return start, end


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The paragraphs of a text by where they start (one blank line stands between two)."""

    starts: tuple[int, ...]

    @classmethod
    def of(cls, body: str) -> Paragraphs:
        """Return the paragraphs of `body`."""
        starts, at = [0], body.find("\n\n")
        while at >= 0:
            starts.append(at + 2)
            at = body.find("\n\n", at + 2)
        return cls(tuple(starts))

    def number(self, offset: int) -> int:
        """Return the number of the paragraph at `offset`, the first being 0."""
        return bisect_right(self.starts, offset) - 1


def same_words(text: str) -> str:
    """Return what two spellings of the same quotation have in common.

    Blanks and shapes of quotation marks are folded, punctuation at both ends is left aside.
    """
    return fold(" ".join(text.split())).strip(_EDGE)


def in_words(anchor: Anchor) -> str:
    """Return the anchor as a message names it."""
    if anchor.end is None:
        return f"'{anchor.start}'"
    return f"from '{anchor.start}' to '{anchor.end}'"


def folded(text: str | None) -> str | None:
    """Return a note's text with its blanks and shapes of quotation marks folded."""
    return None if text is None else fold(" ".join(text.split()))


def or_not_printed(text: str | None) -> str:
    """Return a note's text for a proof."""
    return "not printed" if text is None else text


def find_in_record(  # noqa: PLR0913 - a finding has as many parts
    examined: Examined,
    rule: str,
    level: Level,
    key: PlaceKey,
    message: str,
    *,
    proof: str | None = None,
    subject: str | None = None,
    confidence: Confidence = "high",
) -> Finding:
    """Return a finding about the record (and field) at `key` of the corpus's places."""
    place = examined.corpus.place(*key)
    identity = str(key[1]) if len(key) > 1 else None
    where = Where(
        place.file,
        place.line,
        place.column,
        note=identity if key[0] == "notes" else None,
        claim=identity if key[0] == "claims" else None,
        source=identity if key[0] == "sources" else None,
    )
    return Finding(rule, level, where, message, proof, subject=subject, confidence=confidence)


def find_in_paper(  # noqa: PLR0913 - a finding has as many parts
    examined: Examined,
    rule: str,
    level: Level,
    line: int,
    message: str,
    *,
    note: str | None = None,
    proof: str | None = None,
    subject: str | None = None,
    confidence: Confidence = "high",
) -> Finding:
    """Return a finding about a line of the paper, for something that the corpus lacks."""
    where = Where(examined.paper.file, line, 1, note=note)
    return Finding(rule, level, where, message, proof, subject=subject, confidence=confidence)
