"""Counts of a run: rates by class with their Wilson intervals, totals by family."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from math import sqrt

from benchmarks.quotations.cases import KINDS, Case
from benchmarks.quotations.scene import PASSED

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
    def flagged(self) -> bool:
        """Passed, yet with a reason beside the verdict: a person is asked to look."""
        return self.verdict in PASSED and self.reason is not None

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

    White space and format characters (soft hyphens, zero-width ones) do not count, nor hyphens at
    line ends. Words are matched in order first; characters where words do not agree.
    """
    first, second = _folded(found), _folded(truth)
    by_words = _jaccard(_words(first), _words(second))
    return (
        by_words if by_words > 0.9 else max(by_words, _jaccard(_letters(first), _letters(second)))
    )


def _jaccard(first: list[str], second: list[str]) -> float:
    if first == second:
        return 1.0
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    shared = sum(len("".join(first[block.a : block.a + block.size])) for block in blocks)
    total = len("".join(first)) + len("".join(second)) - shared
    return shared / total if total else 0.0


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", re.sub(r"-\s*\n\s*", "", text))
    return "".join(c for c in plain if unicodedata.category(c) != "Cf")


def _letters(text: str) -> list[str]:
    return list("".join(text.split()))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\u3040-\u9fff]+|[^\s]", text)


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
        "harmless passed without a reason": rate(
            answer.good and not answer.flagged for answer in harmless
        ),
        "harmful passed, with a reason": rate(
            answer.flagged for answer in harmful if not answer.good
        ),
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
