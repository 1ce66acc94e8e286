"""When an address is to be looked at again (pure).

Days are counted in UTC and whole, so that a run an hour earlier than last week's still asks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from footnoted.model.remembered import LookDoc
from footnoted.model.verdicts import LACKING, LinkVerdict


@dataclass(frozen=True, slots=True)
class Cadence:
    """After how many days a page is looked at again.

    `well`: one that was there, with all that is claimed of it. `failing` ones sooner: three looks
    over six days tell rot from weather, and two on different days tell a quotation that is gone
    from one that was gone for an hour (`history`).
    """

    well: int = 7
    failing: int = 3


CADENCE = Cadence()

_WELL = frozenset({LinkVerdict.ALIVE, LinkVerdict.MOVED})
_NO_LOOK = frozenset({LinkVerdict.OFFLINE, LinkVerdict.NOT_FETCHED, LinkVerdict.NO_URL})


def is_due(look: LookDoc, today: date, cadence: Cadence = CADENCE) -> bool:
    """Tell whether the address of an earlier `look` is to be looked at on `today`.

    What was no look at all (no network, our own policy, a host that was given up) is always due;
    one dated after today is, too: a clock was wrong. The bytes of a memento that came never
    change: it is never due.
    """
    if _is_no_look(look):
        return True
    if never_changes(look):
        return False
    days = (today - day_of(look.at)).days
    return days < 0 or days >= (cadence.well if _is_well(look) else cadence.failing)


def never_changes(look: LookDoc) -> bool:
    """Tell whether a look brought a memento: its bytes are what they were, whenever one asks."""
    return look.basis == "memento" and look.came


def day_of(at: datetime) -> date:
    """Return the day of a moment in UTC."""
    return at.astimezone(UTC).date()


def _is_well(look: LookDoc) -> bool:
    in_trouble = any(one.verdict in LACKING for one in look.outcomes.values())
    return look.told.verdict in _WELL and not in_trouble


def _is_no_look(look: LookDoc) -> bool:
    if look.response is not None:
        return False
    gave_up = look.failure is not None and look.failure.reason in {"host_gave_up", "interrupted"}
    return gave_up or look.told.verdict in _NO_LOOK
