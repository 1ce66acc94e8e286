"""Quotations and figures on record, held against the newer text at the record's place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from footnoted.anchors import find_words
from footnoted.model.update import PartFateName
from footnoted.updating.words import likeness, plain

_LIKE = 0.5
_MARGIN = 0.1


@dataclass(frozen=True, slots=True)
class Printed:
    """A quotation or figure of the newer text that no record has; `unit` is a figure's."""

    text: str
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class PartFate:
    """What became of a quotation or figure on record; `now` is what stands in its place."""

    kind: Literal["quotation", "figure"]
    state: PartFateName
    on_record: str
    now: str | None = None


def quotation_fates(
    recorded: Sequence[str], texts: Sequence[str], free: Sequence[Printed]
) -> list[PartFate]:
    """Return the fates of a record's quotations.

    `texts` is where they may stand (the record's stretch, its note); `free` are the quotations
    there that no record has: the one that is most like a lost one is what became of it.
    """
    lost = [one for one in recorded if not _stands(one, texts)]
    left = list(free)
    now: dict[str, str] = {}
    for one in lost:
        ranked = sorted(((likeness(one, other.text), other.text) for other in left), reverse=True)
        sure = len(ranked) < 2 or ranked[0][0] - ranked[1][0] >= _MARGIN
        if ranked and ranked[0][0] >= _LIKE and sure:
            now[one] = ranked[0][1]
            left = [other for other in left if other.text != ranked[0][1]]
    return [_fate("quotation", one, now.get(one), lost=one in lost) for one in recorded]


def figure_fates(
    recorded: Sequence[Printed], texts: Sequence[str], free: Sequence[Printed]
) -> list[PartFate]:
    """Return the fates of a record's figures.

    A lost one became the free one of its unit, if there is one and no other was lost that might
    have become it; several of one unit are paired in their order where none is missing.
    """
    lost = [one for one in recorded if not _stands(one.text, texts)]
    now: dict[str, str] = {}
    for unit in dict.fromkeys(one.unit for one in lost):
        ours = [one for one in lost if one.unit == unit]
        theirs = [one for one in free if one.unit == unit]
        if len(ours) == len(theirs):
            now |= {one.text: other.text for one, other in zip(ours, theirs, strict=True)}
    if not now and len(lost) == len(free) == 1:
        now[lost[0].text] = free[0].text
    return [_fate("figure", one.text, now.get(one.text), lost=one in lost) for one in recorded]


def _stands(words: str, texts: Sequence[str]) -> bool:
    return any(find_words(words, text) or plain(words) == plain(text) for text in texts)


def _fate(
    kind: Literal["quotation", "figure"], words: str, now: str | None, *, lost: bool
) -> PartFate:
    state: PartFateName = "same" if not lost else "changed" if now is not None else "gone"
    return PartFate(kind, state, words, now)
