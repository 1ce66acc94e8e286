"""Parts of claims: whether one was ever found, and since when it is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from footnoted.history.lines import ClaimLine
from footnoted.model.finding import Level
from footnoted.model.verdicts import FOUND, PartVerdict

StandIn = Literal["memento", "alternate"]
"""What alone had a part of a claim: a memento of the cited page, or another address."""


@dataclass(frozen=True, slots=True)
class PartPast:
    """What earlier audits found of a part, asked as it is today.

    `known`: it was compared at all; `was_found`: it stood there at some look. `failing_since` is
    the day (UTC) since which it does not, None while it does.
    `stood_in`: what it was last found in, where that was not the cited page (`StandIn`).
    """

    known: bool = False
    was_found: bool = False
    failing_since: date | None = None
    stood_in: StandIn | None = None


def part_past(lines: Sequence[ClaimLine], part: str) -> PartPast:
    """Return what the lines of one claim, in order of time, tell of the part with this digest."""
    told = [line for line in lines if part in line.parts]
    failing: date | None = None
    for line in told:
        failing = None if line.parts[part] in FOUND else failing or line.at.date()
    found = any(line.parts[part] in FOUND for line in told)
    return PartPast(bool(told), found, failing, _stand_in(told[-1], part) if told else None)


def _stand_in(line: ClaimLine, part: str) -> StandIn | None:
    if part in line.archived:
        return "memento"
    return "alternate" if part in line.elsewhere else None


def part_level(base: Level, past: PartPast, looked_on: date | None) -> Level:
    """Return how grave it is that a part is missing or changed, on a look of `looked_on`.

    What was never found is as grave as it is (`base`), at once. What was found before is a
    warning on the first look, since a page may be in the making, and an error on a look of a
    later day; a remembered look is no second look, nor is one that cannot tell (None).
    """
    if not past.was_found:
        return base
    if past.failing_since is None or looked_on is None or looked_on <= past.failing_since:
        return "warning"
    return "error"


def claim_line(
    earlier: Sequence[ClaimLine],
    claim: str,
    parts: Mapping[str, PartVerdict],
    at: datetime,
    vantage: str,
    stood_in: Mapping[str, StandIn] | None = None,
) -> ClaimLine | None:
    """Return the line for what became of a claim's parts, None where nothing changed.

    `parts` has those that could be compared: of the others a night tells nothing. `stood_in` has
    what alone held those that were found, but not on the page: words that leave it are a change;
    None where that cannot be told, and what was known of it holds.
    """
    known: dict[str, tuple[PartVerdict, StandIn | None]] = {}
    for line in earlier:
        known |= {part: (told, _stand_in(line, part)) for part, told in line.parts.items()}
    if stood_in is None:
        found = [part for part, told in parts.items() if told in FOUND and part in known]
        stood_in = {part: basis for part in found if (basis := known[part][1])}
    if all(known.get(part) == (told, stood_in.get(part)) for part, told in parts.items()):
        return None
    return ClaimLine(
        at=at,
        claim=claim,
        parts=dict(sorted(parts.items())),
        vantage=vantage,
        archived=tuple(sorted(one for one, basis in stood_in.items() if basis == "memento")),
        elsewhere=tuple(sorted(one for one, basis in stood_in.items() if basis == "alternate")),
    )
