"""`source-before-period`: a source older than the time of which it is to tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from footnoted.lints.citing import works_of_claim
from footnoted.lints.days import Period, periods, span_of
from footnoted.lints.examined import Examined, find_in_record
from footnoted.model.finding import Confidence, Finding
from footnoted.model.records import ClaimRecord, FigureRecord

_AHEAD = re.compile(
    r"\b(?:will|would|shall|plan\w*|expect\w*|forecast\w*|project(?:ed|ions?)|predict\w*|intend\w*"
    r"|aim\w*|target\w*|goal\w*|due|propos\w+|schedul\w+|hop(?:e|es|ed)|until|till|by|up to"
    r"|agree[ds]?|promis\w+|pledg\w+|deadline|budget\w*|allocat\w+"
    r"|quotas?|contracts?|onwards?|to be|(?:is|are|was|were) to|prepar\w+)\b",
    re.IGNORECASE,
)
_OVER_A_YEAR = re.compile(
    r"\b(?:trade|volume|turnover|exports?|imports?|GDP|output|production|revenues?|sales|deficit"
    r"|consumption|annual|yearly|income|budget|expenditure|spending|emissions)\b",
    re.IGNORECASE,
)
_OVER_A_YEAR_OR_AT_A_DAY = re.compile(r"\binvestments?\b", re.IGNORECASE)
_YEAR = re.compile(r"\A\d{4}\Z")


def source_before_period(examined: Examined) -> Iterator[Finding]:
    """Yield each claim about a time that had not begun when all its sources were out.

    A whole year's sum is told too where the sources are of that year's first half. Investment may
    be one, or what has come together by some day: medium. Plans and forecasts speak of the time
    ahead: they are left alone.
    """
    for claim in examined.corpus.claims.values():
        works = works_of_claim(examined, claim)
        issued = [span_of(one.issued) for one in works or ()]
        if not issued or None in issued or _looks_ahead(claim):
            continue
        read = [span_of(one.accessed) for one in works or ()]
        newest = max(one.last for one in (*issued, *read) if one)
        proof = "; ".join(f"{one.id} of {one.issued}" for one in works or ())
        if late := _too_late(claim, newest):
            period, confidence = late
            message = (
                f"claim '{claim.id}' is about {period}, but what its note cites came out "
                f"by {newest}: look for the source meant"
            )
            yield find_in_record(
                examined, "source-before-period", "warning", ("claims", claim.id), message,
                proof=f"about {period}; {proof}", confidence=confidence,
            )  # fmt: skip


def _looks_ahead(claim: ClaimRecord) -> bool:
    words = " ".join([claim.says or "", *(one.period or "" for one in claim.figures)])
    words = re.sub(r"\bby (?:the )?(?:end of )?(?=[A-Z\d])", " by ", words)
    return bool(_AHEAD.search(words))


def _too_late(claim: ClaimRecord, newest: date) -> tuple[str, Confidence] | None:
    for one in claim.figures:
        for period in _spans(one.period):
            if period.first > newest + timedelta(days=1):
                return period.raw, "medium"
            if _first_half_of_its_year(one, newest):
                if _OVER_A_YEAR.search(one.measure or ""):
                    return f"the whole of {period.raw}", "high"
                if _OVER_A_YEAR_OR_AT_A_DAY.search(one.measure or ""):
                    return period.raw, "medium"
    for period in periods(claim.says or ""):
        if period.first > newest + timedelta(days=1):
            return period.raw, "medium"
    return None


def _first_half_of_its_year(figure: FigureRecord, newest: date) -> bool:
    year = figure.period or ""
    return bool(_YEAR.match(year)) and newest.year == int(year) and newest.month <= 6


def _spans(words: str | None) -> list[Period]:
    edtf = span_of(words)
    return [edtf] if edtf else periods(words or "")
