"""`part-above-whole`: a part that is larger than what it is part of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from footnoted.lints.examined import Examined
from footnoted.lints.texts import Passage, find_in_passage, passages
from footnoted.model.finding import Finding
from footnoted.model.quantity import Quantity
from footnoted.quantities import find_quantities

_OF = re.compile(r"\A (?:out )?of (?:an?|the|its|their|all|some|about|over|almost|nearly)? ?\Z")
_JOINT = re.compile(
    r"\bof (?:(?:an?|the|its|their|all|some|about|over|almost|nearly) )?(?=[\d$€£])"
    r"|, (?:including|of which|among them) (?=[\d$€£])"
)
_LABEL = re.compile(
    r"\b(?:[A-Z][\w-]*|nos?|arts?|articles?|sections?|chapters?|pages?|pp?|rules?|laws?|numbers?"
    r"|paragraphs?|clauses?|resolutions?)\.?\s\Z"
)
_BACK = 60
_INCLUDING = re.compile(r"\A(?: [a-z]+){0,4}, (?:including|of which|among them) \Z")


def part_above_whole(examined: Examined) -> Iterator[Finding]:
    """Yield parts larger than their whole ("$900m of a $600m package", "57, including 347").

    Both must stand side by side in one unit; rates and ratios are no parts.
    """
    for passage in passages(examined):
        for start, end in _windows(passage.text):
            found = find_quantities(passage.text[start:end])
            amounts = [
                replace(one, start=one.start + start, end=one.end + start)
                for one in found
                if one.kind == "amount"
            ]
            for part, whole in pairwise(amounts):
                yield from _judge(examined, passage, part, whole)


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Yield the words around each joint of two numbers, cut at blanks and never overlapping.

    Reading every number of a paper costs seconds where there are thousands of notes.
    """
    last = 0
    for found in _JOINT.finditer(text):
        start = max(text.rfind(" ", 0, max(0, found.start() - _BACK)) + 1, last)
        end = text.find(" ", found.end() + _BACK)
        last = end if end >= 0 else len(text)
        if start < found.start():
            yield start, last


def _judge(
    examined: Examined, passage: Passage, first: Quantity, second: Quantity
) -> Iterator[Finding]:
    between = passage.text[first.end : second.start]
    part, whole = first, second
    if _INCLUDING.match(between):
        part, whole = second, first
    elif not _OF.match(between):
        return
    if _LABEL.search(passage.text[: first.start]):
        return  # "Resolution 2254 of the 15 members"
    if part.value is None or whole.value is None or part.unit == "%" or whole.unit == "%":
        return
    if _units(part, whole) and part.value > whole.value > 0:
        words = passage.text[first.start : second.end]
        yield find_in_passage(
            examined, "part-above-whole", "warning", passage, first.start,
            f"'{words}': the part is larger than the whole; correct one of them",
            proof=f"{part.raw} of {whole.raw}", subject=words,
            confidence="high" if part.unit == whole.unit and part.unit else "medium",
        )  # fmt: skip


def _units(part: Quantity, whole: Quantity) -> bool:
    if part.unit == whole.unit:
        return True
    # "400 of the 300 villages": the part's noun is the whole's
    return part.unit is None and whole.unit is not None and not _is_money(whole.unit)


def _is_money(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()
