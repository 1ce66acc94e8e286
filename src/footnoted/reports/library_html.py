"""`library.html`: several papers on one page, each a row that leads to its report."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment

from footnoted.model.library import Library
from footnoted.reports import overview
from footnoted.reports.library import losing, shared
from footnoted.reports.library_words import SHOWN, claims_words, fate_words, head_words
from footnoted.reports.pages import inlined, page_environment
from footnoted.reports.visible import clipped, web_address
from footnoted.reports.words import CLAIMS, LINKS, plural


def render(library: Library) -> str:
    """Return the library as one HTML page that needs nothing else, and no script."""
    style, digest = inlined("report.css")
    more, more_digest = inlined("library.css")
    return (
        _environment()
        .get_template("library.html.j2")
        .render(
            library=library,
            summary=library.summary,
            shared=shared(library),
            losing=losing(library),
            styles=((style, digest), (more, more_digest)),
        )
    )


@cache
def _environment() -> Environment:
    filters = {"clip": clipped, "href": web_address, "minute": overview.minute}
    names = {
        "CLAIMS": CLAIMS,
        "LINKS": LINKS,
        "SHOWN": SHOWN,
        "plural": plural,
        "head_words": head_words,
        "fate_words": fate_words,
        "claims_words": claims_words,
    }
    return page_environment(filters, names)
