"""`weekday-differs`: a weekday named that is not the date's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from footnoted.lints.days import WEEKDAYS, span_of, written_days
from footnoted.lints.examined import Examined, find_in_record
from footnoted.lints.texts import find_in_passage, passages
from footnoted.model.finding import Finding

RULE = "weekday-differs"
_NAMED = re.compile(rf"\bon ({'|'.join(WEEKDAYS)})\b")
_AHEAD = re.compile(
    r"\b(?:to|will|shall|would|may|might|could|due|set|plan(?:s|ned)?|expect(?:s|ed)?|scheduled|next"
    r"|before|until|from|opens?|starts?|begins?|likely|faces?|ahead)\b",
    re.IGNORECASE,
)
"""Before the weekday, these may tell of a day to come: *to meet on Thursday*."""
_NEWS = frozenset({"article-newspaper", "broadcast", "post-weblog", "webpage"})


def weekday_differs(examined: Examined) -> Iterator[Finding]:
    """Yield each date written with a wrong weekday, and news whose title names the day after."""
    for passage in passages(examined):
        for one in written_days(passage.text):
            if one.old_style or not one.day or not one.weekday:
                continue
            if WEEKDAYS[one.day.weekday()] != one.weekday:
                message = f"'{one.raw}' was a {WEEKDAYS[one.day.weekday()]}: correct day or date"
                yield find_in_passage(
                    examined, RULE, "error", passage, one.start, message,
                    proof=f"{one.day} is a {WEEKDAYS[one.day.weekday()]}", subject=one.raw,
                )  # fmt: skip
    yield from _titles(examined)


def _titles(examined: Examined) -> Iterator[Finding]:
    """News tell "on Thursday" of a day gone by, or of the same day: never of the day after."""
    for work in examined.corpus.sources.values():
        issued, said = span_of(work.issued), _NAMED.search(work.title or "")
        if not (issued and said and issued.first == issued.last and work.type in _NEWS):
            continue
        if _AHEAD.search((work.title or "")[: said.start()]):
            continue
        if said.group(1) == WEEKDAYS[(issued.first + timedelta(days=1)).weekday()]:
            message = (
                f"source '{work.id}' is dated {work.issued}, a {WEEKDAYS[issued.first.weekday()]}, "
                f"but its title tells of what happened on {said.group(1)}: look at its date"
            )
            yield find_in_record(
                examined, RULE, "warning", ("sources", work.id, "issued"), message,
                proof=f"{work.title}; {work.issued} is a {WEEKDAYS[issued.first.weekday()]}",
                confidence="medium",
            )  # fmt: skip
