"""Counts of a run: rates by class with their Wilson intervals, totals by family."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from math import sqrt

from benchmarks.quotations.cases import KINDS, Case
from benchmarks.quotations.scene import PASSED
from benchmarks.quotations.words import CJK

Z = 1.959964
"""Two-sided 95 % of the normal distribution."""
GUARDED = frozenset({"negation", "number"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What the program said about one case."""

    case: Case
    verdict: str
    reason: str | None
    message: str | None
    source_wording: str | None

    @property
    def good(self) -> bool:
        """Harmless and passed, or harmful and stopped."""
        return (self.verdict in PASSED) == self.case.harmless

    @property
    def right(self) -> bool:
        """The verdict is one of those that fit the class."""
        return self.verdict in KINDS[self.case.kind].right


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of `n` were `good`."""

    good: int
    n: int

    @property
    def share(self) -> float:
        """The rate; 0 of 0 is 0."""
        return self.good / self.n if self.n else 0.0

    def __str__(self) -> str:
        low, high = wilson(self.good, self.n)
        return f"{self.good:>6} of {self.n:>6}  {self.share:7.4f}  [{low:.4f}, {high:.4f}]"


def wilson(good: int, n: int) -> tuple[float, float]:
    """Return the Wilson score interval, 95 %; (0, 1) where nothing was counted."""
    if n == 0:
        return 0.0, 1.0
    share, spread = good / n, Z * Z / n
    middle = (share + spread / 2) / (1 + spread)
    half = Z * sqrt(share * (1 - share) / n + spread / (4 * n)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def rate(values: Iterable[bool]) -> Rate:
    """Count the true ones."""
    listed = list(values)
    return Rate(sum(listed), len(listed))


def overlap(found: str, truth: str) -> float:
    """Return the Jaccard index of two stretches of text over their characters.

    White space does not count. Words (characters, in Chinese and Japanese) are matched in order.
    """
    first, second = _units(found), _units(truth)
    if first == second:
        return 1.0
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    shared = sum(
        len(unit)
        for block in matcher.get_matching_blocks()
        for unit in first[block.a : block.a + block.size]
    )
    total = sum(map(len, first)) + sum(map(len, second)) - shared
    return shared / total if total else 0.0


def _units(text: str) -> list[str]:
    return list("".join(text.split())) if CJK.search(text) else text.split()


def totals(answers: list[Answer]) -> dict[str, Rate]:
    """Return the rates that sum a run up."""
    harmful = [answer for answer in answers if not answer.case.harmless]
    harmless = [answer for answer in answers if answer.case.harmless]
    placed = [answer for answer in harmless if answer.verdict in PASSED and answer.source_wording]
    guarded = [answer for answer in harmful if KINDS[answer.case.kind].family in GUARDED]
    others = [answer for answer in harmful if KINDS[answer.case.kind].family not in GUARDED]
    return {
        "harmless passed": rate(answer.good for answer in harmless),
        "harmful stopped": rate(answer.good for answer in harmful),
        "  negations and numbers": rate(answer.good for answer in guarded),
        "  elsewhere": rate(answer.good for answer in others),
        "right verdict class": rate(answer.right for answer in answers),
        "span overlap >= 0.8, of passed": rate(
            overlap(answer.source_wording or "", answer.case.truth) >= 0.8 for answer in placed
        ),
    }


def by_class(answers: list[Answer]) -> dict[str, Rate]:
    """Return the rate of each class, in the registry's order."""
    return {
        name: rate(answer.good for answer in answers if answer.case.kind == name)
        for name in KINDS
        if any(answer.case.kind == name for answer in answers)
    }
