"""The paper's text coloured by what is on record: for the paper's owner, from their own copy."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment

from footnoted.reports.coverage_page import KINDS, CoveragePage
from footnoted.reports.pages import inlined, page_environment
from footnoted.reports.visible import clipped
from footnoted.reports.words import plural


def render(page: CoveragePage) -> str:
    """Return the coverage as one HTML page that needs nothing else."""
    style, digest = inlined("coverage.css")
    template = _environment().get_template("coverage.html.j2")
    document = page.document
    return template.render(
        page=page,
        document=document,
        done=sum(one.on_record + one.exempt for one in document.total),
        all=sum(one.on_record + one.exempt + one.open for one in document.total),
        style=style,
        style_digest=digest,
    )


@cache
def _environment() -> Environment:
    return page_environment({"clip": clipped}, {"KINDS": KINDS, "plural": plural})
