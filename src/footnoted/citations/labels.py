"""Which earlier works a short form's label can mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from footnoted.citations.names import BODY_WORD, Names, Person, acronym, folded, read_names
from footnoted.citations.parts import (
    IBID,
    LOC_CIT,
    NOTE_REFERENCE,
    OP_CIT,
    find_dates,
    find_locator,
    masked,
)
from footnoted.citations.split import Piece
from footnoted.citations.works import Work, lay_out

_ROLE = r"(?:President|Premier|Minister|Chairman|Secretary|Chancellor|King|Queen|Dr|Mr|Ms)\.?\s+"


@dataclass(frozen=True, slots=True)
class Label:
    """What a short form calls its work by: names, title, year; all may be lacking."""

    names: Names = field(default_factory=Names)
    title: str | None = None
    year: str | None = None
    words: str = ""

    @property
    def empty(self) -> bool:
        """Tell whether the short form names nothing (`Op cit, p 3`)."""
        return not (self.names.persons or self.names.literal or self.title)


def read_label(piece: Piece) -> Label:
    """Return the label of the short form `piece`."""
    text = piece.text
    spans = [m.span() for pattern in (OP_CIT, LOC_CIT, NOTE_REFERENCE, IBID)
             for m in pattern.finditer(text)]  # fmt: skip
    cut = min((start for start, _ in spans), default=len(text))
    locator = find_locator(text[:cut])
    dates = find_dates(text[:cut])
    hidden = [(a, b) for a, b, _ in dates] + ([locator] if locator else [])
    inside = [span for span in hidden if not any(a <= span[0] < b for a, b in piece.emphasis)]
    kept = masked(text[:cut], tuple(inside))
    emphasis = tuple((a, min(b, cut)) for a, b in piece.emphasis if a < cut)
    frame = lay_out(Piece(kept, emphasis, piece.quoted_in, min(piece.after, cut)))
    words = re.sub(r"\(\s*\)|\s+\(?$", "", frame.head).strip(" ,.;:(")
    year = dates[0][2][:4] if dates and inside else None
    shown = re.sub(r"\s+", " ", text[piece.after : cut]).strip(" ,;:(")
    return Label(read_names(words), frame.title, year, shown)


def fitting(label: Label, works: list[Work]) -> list[Work]:
    """Return those of `works` that `label` can mean, in their order.

    A body's or title's own name in full outdoes one that only begins like it; persons are all
    of one rank, since a description that names a person calls a work as surely as an author.
    """
    ranked = [(rank, work) for work in works if (rank := _rank(label, work))]
    best = max((rank for rank, _ in ranked), default=0)
    return [work for rank, work in ranked if rank == best]


def _rank(label: Label, work: Work) -> int:
    """Return 0 if `label` cannot mean `work`, else how exactly it names it (2 exactly)."""
    if label.empty or (label.year and work.issued and not work.issued.startswith(label.year)):
        return 0
    ranks = []
    if label.names.persons:
        ranks.append(2 * _persons_fit(label.names.persons, work))
    elif label.names.literal:
        ranks.append(_literal_rank(label.names.literal, work, alone=label.title is None))
    if label.title:
        ranks.append(title_rank(label.title, work))
    return min(ranks)


def _persons_fit(persons: tuple[Person, ...], work: Work) -> bool:
    if work.persons:
        return all(any(_same(person, author) for author in work.persons) for person in persons)
    if work.names.literal:
        return len(persons) == 1 and _named_in(work.names.literal, persons[0])
    return not work.prose and all(
        _named_in(f"{work.title or ''} , {work.tail}", person) for person in persons
    )


def _same(person: Person, author: Person) -> bool:
    if person.family.lower() != author.family.lower():
        return False
    a, b = person.initials, author.initials
    return a.startswith(b) or b.startswith(a)


def _named_in(text: str, person: Person) -> bool:
    """Tell whether `text` holds the full name of `person`, family name first or last."""
    family, initial = re.escape(person.family), re.escape(person.initials[:1]) or "[A-Z]"
    first = rf"\b{family},?\s+{initial}(?:[a-z]|\.|\b)"
    last = rf"\b{initial}(?:[a-z][\w’'-]*|\.)(?:\s+[A-Z][\w.]*)?\s+{family}\b"
    return bool(re.search(f"{first}|{last}", text))


def _literal_rank(words: str, work: Work, *, alone: bool) -> int:
    wanted = folded(words)
    if not wanted:
        return 0
    if work.nickname and folded(work.nickname) == wanted:
        return 2
    if work.persons:
        rank = 2 * any(folded(author.family) == wanted for author in work.persons)
        parts = re.split(r"\s+(?:and|&)\s+|,\s*", words)
        families = {folded(author.family) for author in work.persons}
        rank = rank or 2 * (len(parts) > 1 and all(folded(part) in families for part in parts))
    elif work.names.literal:
        rank = _body_rank(words, work.names.literal)
    else:
        rank = _described_rank(words, work)
    return max(rank, title_rank(words, work) if alone else 0)


def _body_rank(words: str, body: str) -> int:
    wanted, name = folded(words), folded(re.sub(r"\s*\([^)]*\)", "", body))
    inner = re.search(r"\(([A-Z]{2,})\)", body)
    if wanted == name or (words.isupper() and words in {acronym(body), inner[1] if inner else ""}):
        return 2
    if name.startswith(wanted + " "):
        return 1
    people = re.split(r"\s+(?:and|&)\s+|,\s*(?:and\s+)?", body)
    called = re.split(r"\s+(?:and|&)\s+|,\s*(?:and\s+)?", words)
    if len(called) > 1 and len(called) <= len(people):
        return 2 * all(
            folded(person).endswith(folded(part))
            for part, person in zip(called, people, strict=False)
        )
    is_surname = " " not in wanted and not BODY_WORD.search(body) and len(name.split()) in {2, 3}
    return 2 * (is_surname and name.endswith(" " + wanted))


def _described_rank(words: str, work: Work) -> int:
    """Rank a name against the description of a citation that begins with its title."""
    if work.prose:
        return 0
    ranks = [_body_rank(words, segment.strip()) for segment in work.tail.split(",")]
    wanted = folded(words)
    if " " in wanted and f" {wanted} " in f" {folded(work.tail)} ":
        ranks.append(2)
    one = re.escape(words.strip())
    if " " not in wanted:
        named = rf"{_ROLE}(?:[A-Z]\w+\s+)?{one}\b|(?:by|of)\s+(?:H\.E\.\s+)?{one}\s+[A-Z]"
        ranks.append(2 * bool(re.search(named, f"{work.title or ''} , {work.tail}")))
    elif re.search(rf"{_ROLE}{one}\b", work.title or ""):
        ranks.append(2)
    return 2 * bool(max(ranks, default=0))


def title_rank(words: str, work: Work) -> int:
    """Rank a short title: 2 for the whole title, 1 for its beginning, else 0."""
    wanted, title = folded(words), folded(work.title or "")
    if not wanted or not title:
        return 0
    main = folded(re.split(r"[:–—]", work.title or "")[0])
    if wanted in {title, main}:
        return 2
    return int(title.startswith(wanted + " ") and (" " in wanted or len(wanted) > 7))
