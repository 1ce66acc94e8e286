"""Two columns that a file writes line by line across the gap, put one under the other."""

from __future__ import annotations

from collections.abc import Sequence

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""

_SAME_LINE = 3.0
"""Points by which the feet of two boxes on one line differ at most."""

_GAP = 9.0
"""Points between columns at least; words of one line stand closer."""

_WIDE = 0.3
"""Part of the text's width that a line of either column takes at least: cells are narrower."""

_ENOUGH = 6
"""Lines across the gap that make two columns."""


def untangled(boxes: Sequence[Box]) -> list[Box] | None:
    """Return the lines of a page in reading order; None where its own order may stand.

    `boxes` are stretches of text in the order of the file. Where it goes back and forth over
    one and the same gap, the lines left of the gap are read before those on its right; what
    stands above and below them stays there.
    """
    lines = _lines(boxes)
    if len(lines) < 2 * _ENOUGH:
        return None
    width = max(box[2] for box in lines) - min(box[0] for box in lines)
    pairs = [n for n in range(len(lines) - 1) if _across(lines[n], lines[n + 1], width)]
    if len(pairs) < _ENOUGH:
        return None
    gap = _gap([lines[n] for n in pairs], [lines[n + 1] for n in pairs])
    if gap is None:
        return None
    first, last = pairs[0], pairs[-1] + 1
    between = lines[first : last + 1]
    if any(box[0] < gap < box[2] for box in between):
        return None  # a line over both columns parts them: no two columns of one text
    left = [box for box in between if box[2] <= gap]
    return [*lines[:first], *left, *(box for box in between if box[0] >= gap), *lines[last + 1 :]]


def _lines(boxes: Sequence[Box]) -> list[Box]:
    """Join boxes that stand side by side on one line, a word's space apart."""
    lines: list[Box] = []
    for left, bottom, right, top in boxes:
        if lines and _joins(lines[-1], left, bottom):
            before = lines[-1]
            edges = max(before[2], right), max(before[3], top)
            lines[-1] = (min(before[0], left), min(before[1], bottom), *edges)
        else:
            lines.append((left, bottom, right, top))
    return lines


def _joins(before: Box, left: float, bottom: float) -> bool:
    beside = abs(before[1] - bottom) <= max(_SAME_LINE, (before[3] - before[1]) / 2)
    return beside and -_GAP < left - before[2] < _GAP


def _across(one: Box, other: Box, width: float) -> bool:
    """Say whether the file goes from one line over a gap to another beside it."""
    return (
        abs(one[1] - other[1]) <= _SAME_LINE
        and other[0] - one[2] >= _GAP
        and min(one[2] - one[0], other[2] - other[0]) >= width * _WIDE
    )


def _gap(left: Sequence[Box], right: Sequence[Box]) -> float | None:
    """Return the middle of the gap that all pairs have in common, None where there is none."""
    start, end = max(box[2] for box in left), min(box[0] for box in right)
    return (start + end) / 2 if start < end else None
