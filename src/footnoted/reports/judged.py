"""People's judgements in words: whose they are, of which day, and whether they still hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from footnoted.judgements import RULINGS, told_by
from footnoted.model.report import CaseDoc, ClaimDoc, Report
from footnoted.reports.words import plural

WHY: Final[Mapping[str, str]] = {
    "altered": "the source has other words",
    "disagrees": "the source has another value",
    "needs_review": "comparing it left a doubt",
    "nothing_to_compare": "a statement without quotation or figure",
    "other_language": "the page is in another language",
}
"""Why a person has to look."""

_STATES: Final[Mapping[str, str]] = {"waived": "waived for now", "open": "for a person to judge"}


def case_words(case: CaseDoc) -> str:
    """Say what was judged of a case, by whom and when; where nothing was, why a person has to."""
    one = case.judgement
    if one is None:
        return f"{_STATES[case.state]}: {WHY[case.why]}"
    said = told_by(one)
    if case.state == "stale":
        said += f" — holds no more, since {'; '.join(case.changed)}"
    return said


def tag_words(claim: ClaimDoc) -> str:
    """Name those whose judgements are in force on a claim: `accepted by MK`; else nothing."""
    told = dict.fromkeys(
        f"{RULINGS[case.judgement.ruling]} by {case.judgement.by}"
        for case in claim.cases
        if case.judgement and case.state in {"accepted", "rejected"}
    )
    return ", ".join(told)


def part_case(claim: ClaimDoc, part: int | None) -> CaseDoc | None:
    """Return the case about a part (by its place), or about the claim as a whole."""
    return next((case for case in claim.cases if case.part == part), None)


def to_judge_words(report: Report) -> str:
    """Say how many verdicts wait for a person, and how many of them were judged before."""
    count = report.summary.to_judge
    if not count:
        return ""
    stale = sum(case.state == "stale" for claim in report.claims for case in claim.cases)
    which = "" if stale == count else f"{stale} of them "
    again = f", {which}again, since what was judged changed" if stale else ""
    return f"{plural(count, 'verdict')} for a person to judge{again}"
