"""`report.csv`: a row for each quotation and figure, for a spreadsheet.

Comma, CRLF and quotes as RFC 4180 has them; UTF-8 without a byte order mark. A cell that a
spreadsheet would take for a formula begins with an apostrophe (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
import io

from footnoted.model.report import ClaimDoc, PartDoc, Report
from footnoted.reports import overview
from footnoted.reports.judged import case_words, part_case
from footnoted.reports.readings import in_words
from footnoted.reports.visible import one_line

COLUMNS = (
    "claim", "says", "section", "notes", "verdict", "reason", "message", "needs_review",
    "part", "text", "speaker", "measure", "period", "part_verdict", "part_reason",
    "part_message", "source_wording", "claim_reads", "source_reads", "page", "source", "basis",
    "seen_at", "memento_at", "url", "reviewed", "file", "line", "view_url",
    "judgement",
)  # fmt: skip
"""The header: names as in `report.json`, with `part_` before those that a claim has too."""

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%")  # full-width forms count too


def render(report: Report) -> str:
    """Return one row for each part of each claim; a claim without parts has one row."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for claim in report.claims:
        for number, part in enumerate(claim.parts or (None,)):
            writer.writerow([cell(value) for value in _row(claim, part, number)])
    return out.getvalue()


def cell(value: str | float | None) -> str:
    """Return a value as one line of text that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    line = one_line(text)
    # A tab or return before the sign counts as well, and one_line has taken it off.
    return f"'{line}" if line.startswith(_FORMULA) or text[:1] in {"\t", "\r", "\n"} else line


def _row(claim: ClaimDoc, part: PartDoc | None, number: int) -> list[str | int | None]:
    where = claim.where
    of_part = _part_cells(part) if part else [None] * 17
    return [
        claim.id,
        claim.says,
        claim.section,
        "; ".join(claim.notes),
        claim.verdict,
        claim.reason,
        in_words(claim.message),
        "yes" if claim.needs_review else "no",
        *of_part,
        claim.reviewed,
        where.file,
        where.line,
        part.evidence.view_url if part and part.evidence else None,
        _judged(claim, number),
    ]


def _judged(claim: ClaimDoc, number: int) -> str:
    """Return what people judged of a part, and of the claim as a whole."""
    cases = (part_case(claim, number), part_case(claim, None))
    return "; ".join(case_words(case) for case in cases if case and case.judgement)


def _part_cells(part: PartDoc) -> list[str | int | None]:
    seen = part.evidence
    return [
        part.kind,
        part.text,
        part.speaker,
        part.measure,
        part.period,
        part.verdict,
        part.reason,
        in_words(part.message),
        part.source_wording,
        part.claim_reads,
        part.source_reads,
        part.page,
        seen.source if seen else None,
        seen.basis if seen else None,
        seen.at if seen else None,
        overview.memento_time(seen) if seen else None,
        seen.url if seen else None,
    ]
