"""`report.html`: what is wrong in ten seconds, and the evidence one click away.

One file that asks for nothing: a style and a script stand in the page, and its
Content-Security-Policy (CSP 3) allows these two by their digests and nothing else. The script
only finds and filters; all of the report is there without it. Every value that the template
writes passes `visible`, then autoescape.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from jinja2 import Environment
from markupsafe import Markup

from footnoted.model.report import Report
from footnoted.reports import archives, charts, filters, overview
from footnoted.reports.cards import (
    PageView,
    anchor,
    changes,
    diff_pieces,
    evidence_line,
    span_words,
)
from footnoted.reports.judged import case_words, tag_words, to_judge_words
from footnoted.reports.lives import (
    comes_and_goes,
    life_strip,
    look_words,
    observed_strip,
    sightings,
    since_words,
)
from footnoted.reports.pages import inlined, page_environment
from footnoted.reports.readings import in_words, reading
from footnoted.reports.relations import formula_pieces, told_by
from footnoted.reports.visible import clipped, shortened, web_address
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

_BETWEEN = re.compile(r">\s+<")


def policy() -> str:
    """Return the Content-Security-Policy that the page names, for a server that sends it too."""
    style, script = inlined("report.css")[1], inlined("report.js")[1]
    return (
        f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; "
        "base-uri 'none'; form-action 'none'"
    )


def render(report: Report) -> str:
    """Return the audit as one HTML page that needs nothing else."""
    page = _environment().get_template("report.html.j2")
    return page.render(
        report=report,
        run=report.run,
        summary=report.summary,
        view=PageView(report),
        policy=Markup(policy()),  # noqa: S704 -- our own words and digests
        style=inlined("report.css")[0],
        script=inlined("report.js")[0],
    )


@cache
def _environment() -> Environment:
    return page_environment(FILTERS, NAMES)


def _tight(markup: str) -> Markup:
    """Take out the space between elements, of which a browser makes a node each time."""
    return Markup(_BETWEEN.sub("><", markup).strip())  # noqa: S704 -- our own markup, escaped


FILTERS: Final = {
    "anchor": anchor,
    "capital": overview.sentence,
    "clip": clipped,
    "day": overview.day,
    "href": web_address,
    "minute": overview.minute,
    "reading": reading,
    "shorten": shortened,
    "tight": _tight,
    "in_words": in_words,
}
"""What the templates of cards and evidence do to values; shared by pages that show these."""

NAMES: Final = {
    "BASES": BASES,
    "CLAIMS": CLAIMS,
    "LEVELS": LEVELS,
    "LINKS": LINKS,
    "MITIGATED": MITIGATED,
    "PARTS": PARTS,
    "STATUSES": STATUSES,
    "archives": archives,
    "case_words": case_words,
    "changes": changes,
    "charts": charts,
    "comes_and_goes": comes_and_goes,
    "diff_pieces": diff_pieces,
    "evidence_line": evidence_line,
    "filters": filters,
    "formula_pieces": formula_pieces,
    "life_strip": life_strip,
    "look_words": look_words,
    "observed_strip": observed_strip,
    "overview": overview,
    "place": overview.place,
    "plural": plural,
    "reason_words": reason_words,
    "sightings": sightings,
    "since_words": since_words,
    "span_words": span_words,
    "tag_words": tag_words,
    "to_judge_words": to_judge_words,
    "told_by": told_by,
}
"""The names that the same templates know."""
