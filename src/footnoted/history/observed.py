"""What mementos told of a part of a claim, as `footnoted bisect` saw it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from footnoted.history.lines import HistoryLine, ObservationLine


def observations(
    lines: Iterable[HistoryLine], claim: str, part: str, as_of: datetime
) -> tuple[ObservationLine, ...]:
    """Return what was observed before `as_of` of a claim's part, in order of the mementos' time.

    `part` is the quotation or raw figure as on record; of a memento that was looked at again the
    last word counts.
    """
    found: dict[tuple[datetime, str], ObservationLine] = {}
    for line in lines:
        if not isinstance(line, ObservationLine) or line.at >= as_of:
            continue
        if (line.claim, line.part) == (claim, part):
            found[line.memento_at, line.url] = line
    return tuple(found[key] for key in sorted(found))
