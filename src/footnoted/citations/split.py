"""A note's text cut into its citations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from footnoted.citations.parts import (
    IBID,
    NOTE_REFERENCE,
    OP_CIT,
    QUOTED_IN,
    SIGNAL,
    Span,
    find_dates,
    find_urls,
)

_DOUBLE = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_AFTER_QUOTATION = re.compile(r"[.!?…][\"”]\s+(?=[A-Z])")
_REPORTED = re.compile(r"(?:[:,]|\bthat)\s*[\"“]")
_SEE = re.compile(r"(?<=[.!?])\s+(?=(?:See|Cf)\b)")


@dataclass(frozen=True, slots=True)
class NoteText:
    """A printed note as read: its id, plain text (None if not printed), emphasised spans."""

    id: str
    text: str | None
    emphasis: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """One citation of a note: its text, its emphasised spans, and how it stands there.

    `quoted_in` says that the piece tells where the piece before it was quoted, `after` is the
    offset at which its own words begin (behind `X, quoted by`), `quoted` who that X is.
    """

    text: str
    emphasis: tuple[Span, ...] = ()
    quoted_in: bool = False
    after: int = 0
    quoted: str | None = None


def split_note(note: NoteText) -> tuple[Piece, ...]:
    """Return the citations of `note`, in order; none for a note that is not printed.

    Cuts stand at `;` between citations, never inside a title, a quotation or a URL, before
    `quoted in`, and behind prose that ends with a quotation or goes on with `See …`.
    """
    text = note.text
    if not text:
        return ()
    emphasis = _telling(text, note.emphasis)
    pieces: list[Piece] = []
    for start, end in _parts(text, emphasis):
        pieces.extend(_quoted_pieces(_cut(text, emphasis, _behind_prose(text, start, end), end)))
    return tuple(pieces)


def _telling(text: str, emphasis: Sequence[Span]) -> tuple[Span, ...]:
    """Return the emphasised spans that can be titles: not a whole short form, not `op cit`."""
    kept = []
    for start, end in emphasis:
        words = text[start:end]
        if IBID.search(words) or OP_CIT.search(words) or not re.search(r"\w{3}", words):
            continue
        if words.strip(" .,").lower() in {"et al", "supra", "infra", "passim"}:
            continue
        kept.append((start, end))
    return tuple(kept)


def _parts(text: str, emphasis: Sequence[Span]) -> list[Span]:
    closed = [*emphasis, *find_urls(text), *(m.span() for m in _DOUBLE.finditer(text))]
    parts, start, depth = [], 0, 0
    for at, char in enumerate(text):
        depth += (char == "(") - (char == ")" and depth > 0)
        if char != ";" or depth or any(a <= at < b for a, b in closed):
            continue
        if _begins_citation(text[at + 1 : at + 60]) and text[start:at].strip():
            parts.append((start, at))
            start = at + 1
    parts.append((start, len(text)))
    return [part for part in parts for part in _at_see(text, *part)]


def _begins_citation(text: str) -> bool:
    words = text.strip()
    if not words or not text[:1].isspace():
        return False
    first = words.lstrip("\"“‘'(")[:1]
    return bool(
        first.isupper()
        or first.isdigit()
        or re.match(r"(?i)(?:see|cf|ibid|id\.|op\.?\s*cit|https?:|www\.|quoted|cited)", words)
    )


def _at_see(text: str, start: int, end: int) -> list[Span]:
    """Cut before a later sentence `See …` that refers to another work."""
    found = [m.end() for m in _SEE.finditer(text, start, end)]
    edges = [start, *found, end]
    return [(a, b) for a, b in pairwise(edges) if text[a:b].strip()]


def _behind_prose(text: str, start: int, end: int) -> int:
    """Return where the citation begins if prose with a quotation stands before it."""
    cut = start
    for found in _AFTER_QUOTATION.finditer(text, start, end):
        rest = text[found.end() : end]
        if _REPORTED.search(text, start, found.start()) and (find_urls(rest) or find_dates(rest)):
            cut = found.end()
    return cut


def _cut(text: str, emphasis: Sequence[Span], start: int, end: int) -> Piece:
    while start < end and (text[start].isspace() or text[start] == ";"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ";"):
        end -= 1
    inside = tuple(
        (max(a, start) - start, min(b, end) - start) for a, b in emphasis if a < end and start < b
    )
    return Piece(text[start:end], inside)


def _quoted_pieces(piece: Piece) -> tuple[Piece, ...]:
    """Cut `X, quoted in Y`; where X is no work but a person's name, the piece stays whole."""
    found = next(
        (
            m
            for m in QUOTED_IN.finditer(piece.text)
            if not any(a <= m.start() < b for a, b in piece.emphasis)
        ),
        None,
    )
    if found is None:
        return (piece,)
    before = piece.text[: found.start()].strip(" ,(")
    if not _is_work(before, piece.emphasis):
        return (replace(piece, quoted_in=True, after=found.end(), quoted=before or None),)
    work = _cut(piece.text, piece.emphasis, 0, found.start())
    where = _cut(piece.text, piece.emphasis, found.start(), len(piece.text))
    lead = len(where.text) - len(where.text.lstrip(" ,("))
    where = _cut(where.text, where.emphasis, lead, len(where.text))
    own = QUOTED_IN.match(where.text)
    after = own.end() if own else 0
    return (work, replace(where, quoted_in=True, after=after, quoted=_first_name(before)))


def _is_work(before: str, emphasis: Sequence[Span]) -> bool:
    return bool(
        any(start < len(before) for start, _ in emphasis)
        or find_urls(before)
        or find_dates(before)
        or _DOUBLE.search(before)
        or IBID.search(before)
        or OP_CIT.search(before)
        or NOTE_REFERENCE.search(before)
    )


def _first_name(before: str) -> str | None:
    name = SIGNAL.sub("", before).split(",")[0].strip()
    return name or None
