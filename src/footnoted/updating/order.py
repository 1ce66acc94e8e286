"""Which records moved: those out of the order that most of them keep."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


def out_of_order(places: Sequence[int]) -> set[int]:
    """Return the numbers of those that break the longest run that never goes back.

    `places` tells for each, in the old order, where it is now (paragraphs will do: equal ones
    are in order). Of two that changed places one moved and one stayed: the fewest moves count.
    """
    tops: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for number, place in enumerate(places):
        at = bisect_right(tops, place)
        before.append(last[at - 1] if at else None)
        if at == len(tops):
            tops.append(place)
            last.append(number)
        else:
            tops[at], last[at] = place, number
    kept: set[int] = set()
    here = last[-1] if last else None
    while here is not None:
        kept.add(here)
        here = before[here]
    return set(range(len(places))) - kept
