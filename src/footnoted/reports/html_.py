"""`report.html`: what is wrong in ten seconds, and the evidence one click away.

One file, no script, no request: the style stands in the page, and its Content-Security-Policy
(CSP 3) allows that style by its digest and nothing else. Every value that the template writes
passes `visible`, then autoescape.
"""

from __future__ import annotations

from functools import cache

from jinja2 import Environment

from footnoted.model.report import Report
from footnoted.reports import archives, overview
from footnoted.reports.cards import PageView, anchor, changes, diff_pieces, evidence_line
from footnoted.reports.lives import (
    comes_and_goes,
    life_strip,
    look_words,
    observed_strip,
    sightings,
    since_words,
)
from footnoted.reports.pages import page_environment, style_sheet
from footnoted.reports.visible import clipped, quoted_words, web_address
from footnoted.reports.words import (
    BASES,
    CLAIMS,
    LEVELS,
    LINKS,
    MITIGATED,
    PARTS,
    STATUSES,
    plural,
    reason_words,
)


def render(report: Report) -> str:
    """Return the audit as one HTML page that needs nothing else."""
    style, digest = style_sheet("report.css")
    page = _environment().get_template("report.html.j2")
    return page.render(
        report=report,
        run=report.run,
        summary=report.summary,
        view=PageView(report),
        style=style,
        style_digest=digest,
    )


@cache
def _environment() -> Environment:
    return page_environment(_FILTERS, _GLOBALS)


def _grouped(reading: str | None) -> str:
    """Return a reading such as `2870000000 USD` with its digits in groups of three."""
    number, _, unit = (reading or "").partition(" ")
    whole, point, rest = number.partition(".")
    sign = whole[:1] if whole[:1] in "+-−" else ""
    digits = whole[len(sign) :]
    if not (digits.isascii() and digits.isdigit()):
        return reading or ""
    return f"{sign}{int(digits):,}{point}{rest} {unit}".rstrip()


_FILTERS = {
    "anchor": anchor,
    "capital": overview.sentence,
    "clip": clipped,
    "day": overview.day,
    "href": web_address,
    "minute": overview.minute,
    "number": _grouped,
    "quoted": quoted_words,
}
_GLOBALS = {
    "BASES": BASES,
    "CLAIMS": CLAIMS,
    "LEVELS": LEVELS,
    "LINKS": LINKS,
    "MITIGATED": MITIGATED,
    "PARTS": PARTS,
    "STATUSES": STATUSES,
    "archives": archives,
    "changes": changes,
    "comes_and_goes": comes_and_goes,
    "diff_pieces": diff_pieces,
    "evidence_line": evidence_line,
    "life_strip": life_strip,
    "look_words": look_words,
    "observed_strip": observed_strip,
    "overview": overview,
    "place": overview.place,
    "plural": plural,
    "reason_words": reason_words,
    "sightings": sightings,
    "since_words": since_words,
}
