"""Hostile pages of ten million characters, and quotations of five thousand: seconds and memory.

Usage: python -m benchmarks.speed.extremes [PAGE ...]

Run from the repository's root. Prints, for each page, the CPU seconds of folding it, the slowest
three of all quotations on it, and the most memory that the process has held so far (each page in
a process of its own: name one).
"""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from functools import partial

from benchmarks.speed.worker import peak, timed

from footnoted.model.text import Text
from footnoted.quotations import FoldedText, compare_quotation, prepare

HEAD = """| page | folding, s | slowest quotations, s | peak MB |
|---|---|---|---|"""
_SIZE = 10_000_000
_LENGTH = 5_000
_SEED = 20_130_201
_COMMON = ("the", "of", "a", "and", "rail", "is")


def _filled(part: str) -> str:
    return (part * (_SIZE // len(part) + 1))[:_SIZE]


def _common(count: int) -> str:
    return " ".join(random.Random(_SEED).choices(_COMMON, k=count))


PAGES: dict[str, Callable[[], str]] = {
    "one word": lambda: _filled("a"),
    "no blanks": lambda: _filled("abc-d.ef,"),
    "Chinese, no blanks": lambda: _filled("中国与乌兹别克斯坦的贸易，增长了很多。"),
    "[a] [a]": lambda: _filled("[a] "),
    "one phrase": lambda: _filled("the railway of the north "),
    "six common words": lambda: _common(_SIZE // 4),
    "digits": lambda: _filled("12 345 "),
    "dots": lambda: _filled(". "),
    "quotation marks": lambda: _filled("“a,” "),
    "line hyphens": lambda: _filled("ab-\n"),
    "combining marks": lambda: _filled("a\u0301"),
}
QUOTATIONS: dict[str, str] = {
    **{f"{letter} alone": letter for letter in "ae1的"},
    "common words": _common(1_500),
    "common words, ellipses": " … ".join(_common(9) for _ in range(150)),
    "of the of, ellipses": "of the of … " * 420,
    "one phrase": "the railway " * 420,
    "one word": "a" * _LENGTH,
    "Chinese": "中国贸易很多增长" * 625,
    "digits": "1234567890" * 500,
    "brackets": "the [new] railway [old] of " * 190,
    "marks alone": "[x] " * 1_250,
    "parentheses": "(" * 4_999 + "a",
    "no blanks": "abc-d.ef," * 560,
}


def slowest(folded: FoldedText) -> list[tuple[float, str, str]]:
    """Return seconds, name and verdict of every quotation on a page, slowest first."""
    found = []
    for name, quotation in QUOTATIONS.items():
        seconds, comparison = timed(partial(compare_quotation, quotation[:_LENGTH], folded))
        found.append((seconds, name, comparison.verdict.value))
    return sorted(found, reverse=True)


def main(arguments: list[str]) -> None:
    """Measure the page named, or each in a process of its own."""
    if not arguments:
        print(
            "| page | folding s | slowest quotations, s | peak MB |\n|---|---|---|---|", flush=True
        )
        for name in PAGES:
            subprocess.run([sys.executable, "-m", "benchmarks.speed.extremes", name], check=True)
        return
    for name in arguments:
        seconds, folded = timed(partial(prepare, Text(PAGES[name](), "text/plain")))
        worst = ", ".join(f"{s:.2f} ({what}: {how})" for s, what, how in slowest(folded)[:3])
        print(f"| {name} | {seconds:.2f} | {worst} | {peak():.0f} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
