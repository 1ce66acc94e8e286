"""The table: a line a rule, means over the seeds, the lowest and highest beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from statistics import mean, median

from benchmarks.rot.run import Kept, Results
from benchmarks.rot.score import TELL_WITHIN, Days, Score

GOAL = 0.25
"""False alarms per 1,000 links a night, at most."""

_HEAD = (
    "rule",
    "false alarms per 1,000 links a night",
    f"losses told within {TELL_WITHIN} days",
    "slowest",
    "red after days: median, slowest",
    "never red",
    "red alarms a lost page",
    "requests a night (busiest)",
)


def render(results: Results) -> str:
    """Return the table as Markdown, and below it what is counted apart."""
    lines = [f"| {' | '.join(_HEAD)} |", "|---|" + "--:|" * (len(_HEAD) - 1)]
    group = None
    for (of, name), scores in results.scores.items():
        if of != group:
            lines.append(f"| *{of}* |" + " |" * (len(_HEAD) - 1))
            group = of
        lines.append(f"| {' | '.join((name, *_cells(scores)))} |")
    return "\n".join([*lines, "", *_apart(results)]) + "\n"


def _cells(scores: Sequence[Score]) -> tuple[str, ...]:
    warned, red = _all(scores, lambda one: one.to_warning), _all(scores, lambda one: one.to_red)
    reached = [one for one in red if one is not None]
    return (
        _spread([one.false for one in scores]),
        f"{_in_time(warned)} of {len(warned)}",
        _slowest(warned),
        f"{median(reached):g}, {max(reached)}" if reached else "none",
        str(red.count(None)),
        f"{mean(one.again for one in scores):.2f}",
        f"{mean(one.requests for one in scores):,.0f} ({max(one.busiest for one in scores):,})",
    )


def _apart(results: Results) -> list[str]:
    """Say what the table leaves out, of our own nights."""
    scores = next(found for (_, name), found in results.scores.items() if name == "footnoted")
    hidden, silent = _all(scores, lambda one: one.hidden), _all(scores, lambda one: one.silent)
    too_soon = mean(one.too_soon for one in scores)
    ours = (
        f"footnoted beside the table: of {len(hidden)} losses that weather, a wall or a blind "
        f"night hid at first, {_in_time(hidden)} were told within {TELL_WITHIN} days and "
        f"{hidden.count(None)} never; of {len(silent)} pages of hosts that answer no more, "
        f"{silent.count(None)} were told as nothing but not seen. Of its red alarms of lost "
        f"pages, {too_soon:.0%} were called fixed while the page was still lost."
    )
    return [ours, _history(results.kept)]


def _history(kept: Sequence[Kept]) -> str:
    return (
        f"Its history after the nights: {mean(one.size for one in kept):,.0f} bytes in "
        f"{mean(one.lines for one in kept):,.0f} lines, read in "
        f"{mean(one.seconds_to_read for one in kept):.2f} s; all nights of a world took "
        f"{mean(one.seconds for one in kept):.0f} s."
    )


def missed(results: Results) -> list[str]:
    """Return the goals that our own nights missed, in words."""
    scores = next(found for (_, name), found in results.scores.items() if name == "footnoted")
    false = mean(one.false for one in scores)
    late = [day for day in _all(scores, lambda one: one.to_warning) if not _timely(day)]
    said = []
    if false > GOAL:
        said.append(f"{false:.2f} false alarms per 1,000 links a night: more than {GOAL}")
    if late:
        said.append(f"{len(late)} losses in plain sight not told within {TELL_WITHIN} days")
    return said


def _all(scores: Iterable[Score], days: Callable[[Score], Days]) -> list[int | None]:
    return [day for one in scores for day in days(one)]


def _timely(day: int | None) -> bool:
    return day is not None and day <= TELL_WITHIN


def _in_time(days: Sequence[int | None]) -> int:
    return sum(map(_timely, days))


def _slowest(days: Sequence[int | None]) -> str:
    never = days.count(None)
    told = max((one for one in days if one is not None), default=0)
    return f"{told}; {never} never" if never else str(told)


def _spread(values: Sequence[float]) -> str:
    digits = 1 if mean(values) >= 10 else 3 if mean(values) < 1 else 2
    low, high = min(values), max(values)
    return f"{mean(values):.{digits}f} ({low:.{digits}f} to {high:.{digits}f})"
