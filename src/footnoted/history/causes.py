"""Why something is news: the page changed, the record, our version, or nothing but the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from footnoted.model.report import Cause

State = Literal["same", "changed", "new"]
"""What became of a record since the audit before."""

Told = tuple[Cause | None, str]
"""A cause, None where it cannot be told, and words for it."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a trouble that is news.

    `fine` tells how the page of an earlier look (of the day `seen_on`) fares under today's corpus
    and version, None where that page is not at hand. `record` is what became of what was asked,
    `versions` are the program's then and now. `failing` tells that an audit before found the
    trouble and it was not told (waived). `same_page` tells whether today's answer is the earlier
    one, None where nobody knows. `first`: no audit before found it otherwise.
    """

    record: State
    versions: tuple[str, str]
    fine: bool | None = None
    seen_on: date | None = None
    failing: bool = False
    same_page: bool | None = None
    first: bool = False

    @property
    def upgraded(self) -> bool:
        """Whether another version of the program judged before."""
        return self.versions[0] != self.versions[1]


def cause_of(facts: Facts) -> Told:
    """Return why a trouble on a page is news.

    The earlier page decides where it is at hand: what is fine on it today is not the fault of a
    record or of a version. Without it only what can be excluded is.
    """
    if facts.fine:
        return "world", f"that of {facts.seen_on}, judged again today in the same way, is fine"
    if facts.fine is None:
        return _without_page(facts)
    if facts.record != "same":
        return "corpus", f"{_RECORD[facts.record]}, and the page of {facts.seen_on} fails it too"
    if facts.failing:
        return _CLOCK
    if facts.upgraded and not facts.first:
        then, now = facts.versions
        return "tool", f"{now} judges the page of {facts.seen_on} otherwise than {then} did"
    return _FIRST


def _without_page(facts: Facts) -> Told:
    if facts.record == "new":
        return "corpus", _RECORD["new"]
    if facts.record == "changed":
        return _either("corpus", _RECORD["changed"], facts)
    if facts.failing:
        return _CLOCK
    if facts.upgraded and not facts.first:
        then, now = facts.versions
        return _either("tool", f"our own version changed from {then} to {now}", facts)
    if facts.first:
        return _FIRST
    return "world", "the record and our version are those of before"


def _either(cause: Cause, what: str, facts: Facts) -> Told:
    """Blame what is known to have changed only where the page is known not to have."""
    if facts.same_page:
        return cause, f"{what}, and the page is the same"
    return None, f"{what}; whether the page did too cannot be told without an earlier copy"


def cause_offline(record: State, versions: tuple[str, str], *, corpus: bool, paper: bool) -> Told:
    """Return why a finding that rests on records alone is news.

    `record` is what became of the record that it names, `corpus` tells whether any record
    changed, `paper` whether another text of the paper was read than before, or none.
    """
    then, now = versions
    if record != "same":
        return "corpus", _RECORD["new"] if record == "new" else "its own record did"
    if then == now:
        if corpus:
            return "corpus", "other records changed, on which it depends"
        return ("corpus", "the paper that was read is another one") if paper else _CLOCK
    if corpus or paper:
        return None, f"the records and our version ({then} to {now}) both changed"
    return "tool", f"{now} finds in the same records what {then} did not"


_CLOCK: Told = ("clock", "nothing else changed; a waiver or a window of time ran out")
_FIRST: Told = ("world", "what the record asks could be looked at for the first time")
_RECORD = {
    "new": "it was not on record at the last audit",
    "changed": "it was asked otherwise before",
}
