"""`impossible-date`: a day that no calendar has, or a page read before it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from footnoted.lints.days import span_of, written_days
from footnoted.lints.examined import Examined, find_in_record
from footnoted.lints.texts import find_in_passage, passages
from footnoted.model.finding import Finding

RULE = "impossible-date"
_NUMBERED = re.compile(
    r"(?:\b(?:vols?|volumes?|nos?|nr|numbers?|issues?|pp?|pages?|paras?|articles?)\.?|[#№])\s*\Z",
    re.IGNORECASE,
)
_BEFORE_A_DAY = re.compile(
    r"(?:\A|(?<!\d)[,;:(]\s?|\b(?:on|since|until|till|by|from|dated|after|before)\s)\Z",
    re.IGNORECASE,
)


def impossible_date(examined: Examined) -> Iterator[Finding]:
    """Yield dates such as 31 June, and sources accessed before they were issued."""
    for passage in passages(examined):
        for one in written_days(passage.text):
            if one.day is not None or one.old_style or _NUMBERED.search(passage.text[: one.start]):
                continue
            sure = one.weekday or _BEFORE_A_DAY.search(passage.text[: one.start])
            yield find_in_passage(
                examined, RULE, "error" if sure else "warning", passage, one.start,
                f"'{one.raw}' is on no calendar: correct it", proof=one.raw, subject=one.raw,
                confidence="high" if sure else "medium",
            )  # fmt: skip
    for work in examined.corpus.sources.values():
        issued, accessed = span_of(work.issued), span_of(work.accessed)
        if issued and accessed and accessed.last < issued.first:
            message = (
                f"source '{work.id}' was accessed before it was issued: one of the dates is wrong"
            )
            yield find_in_record(
                examined, RULE, "warning", ("sources", work.id, "accessed"), message,
                proof=f"issued {work.issued}, accessed {work.accessed}", confidence="medium",
            )  # fmt: skip
