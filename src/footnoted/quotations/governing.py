"""All that stands before or after a cut in its sentence and bears on the words quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from footnoted.quotations import han, tongues
from footnoted.quotations.denials import affirmed, governed_by, taken_back_by
from footnoted.quotations.disguises import unmasked
from footnoted.quotations.doubled import without_doubles
from footnoted.quotations.fold import FoldedText
from footnoted.quotations.governors import begins_relative, clause_governor
from footnoted.quotations.premises import (
    FAR,
    condition_before,
    denied_afar,
    denied_by_its_lead,
)
from footnoted.quotations.refusals import left_undone, undecided
from footnoted.quotations.sentences import CONTEXT, before_cut
from footnoted.quotations.takebacks import conditions, takes_back


@dataclass(frozen=True, slots=True)
class Governing:
    """What governs the words after a cut; `text` is the context itself.

    `denial` turns them round, `condition` makes them depend, `open` leaves it to a person whether
    they are affirmed, `doubled` are two negations that affirm together.
    """

    text: str
    denial: str | None = None
    condition: str | None = None
    open: str | None = None
    doubled: list[str] = field(default_factory=list)


def governing(page: FoldedText, at: int) -> Governing:
    """Return what governs the words of the page from word `at` on."""
    far = unmasked(before_cut(page, at, FAR))
    plain, doubled = without_doubles(affirmed(f" {' '.join(far)} "))
    words, first = plain.split(), page.words[at]
    near = words[-CONTEXT:]
    text = f" {' '.join(near)} "
    clause = clause_governor(words, first)
    if first == "that" and begins_relative(page.words[at + 1 : at + 2]):
        clause = None
    denial = _denial(near, first) or denied_afar(words)
    if clause and clause.stance == "denies":
        denial = denial or clause.words
    denial = denial or denied_by_its_lead(page, at)
    if denial:
        return Governing(text, denial=denial)
    condition = condition_before(words) if len(far) < FAR else None
    if condition and condition[1]:
        return Governing(text, condition=condition[0])
    left = clause.words if clause and clause.stance == "open" else _left_open(near, first)
    left = left or (condition[0] if condition else None)
    return Governing(text, open=left, doubled=far[-CONTEXT:] if doubled else [])


def _denial(near: Sequence[str], first: str) -> str | None:
    return (
        governed_by(near, first)
        or left_undone(near, first)
        or han.denied_before(near)
        or tongues.denied_before(near)
    )


def _left_open(near: Sequence[str], first: str) -> str | None:
    return undecided(near, first) or han.open_before(near) or tongues.open_before(near)


def denied_after(after: Sequence[str]) -> bool:
    """Say whether the words after a cut deny or take back those before it."""
    return bool(
        taken_back_by(after)
        or takes_back(after)
        or han.denied_after(after)
        or tongues.denied_after(after),
    )


def conditional_after(after: Sequence[str], within: Sequence[str]) -> bool:
    """Say whether the words after a cut are a condition of those before it, `within`."""
    return conditions(after, within) or han.condition_after(after) or tongues.condition_after(after)
