"""The made-up site as a table: which host answers what, on which path.

A new trouble is a line here, a page in `pages/`, a note in `paper.md`, its records in
`corpus/`, and a line in `expected.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from footnoted.demo.answers import Answer

SLOW = 2.0
"""Seconds that the slow page takes: long for a reader, well within any deadline."""

METADATA = "http://169.254.169.254/latest/meta-data/"
"""Where cloud machines keep their secrets: no page may send us there."""

_NOT_FOUND = Answer(404, page="courier/not-found.html")
_GBK = "gbk"
_BY_META = "text/html"  # the page's own <meta> names its charset, the header does not


@dataclass(frozen=True, slots=True)
class Host:
    """One host: its key in templates, its paths, and what it answers to any other path."""

    key: str
    routes: Mapping[str, Answer]
    otherwise: Answer = _NOT_FOUND


HOSTS: tuple[Host, ...] = (
    Host(
        "institute",
        {
            "/": Answer(page="institute/index.html"),
            "/orvel_in_figures.html": Answer(page="institute/orvel_in_figures.html"),
            "/treaty.html": Answer(page="institute/treaty.html"),
            "/money.html": Answer(page="institute/money.html"),
            "/delta.html": Answer(page="institute/delta.html"),
            "/canals.html": Answer(page="institute/canals.html"),
            "/summit.html": Answer(page="institute/summit.html"),
            "/tolls.html": Answer(page="institute/tolls.html"),
            "/files/ten_years_of_gauges.pdf": Answer(
                page="institute/ten_years_of_gauges.txt", media_type="application/pdf"
            ),
        },
    ),
    Host(
        "courier",
        {
            "/": Answer(page="courier/index.html"),
            "/2024/05/sluice": Answer(page="courier/sluice.html"),
            "/2024/06/draft": Answer(page="courier/draft.html"),
            "/2024/07/kessary": Answer(page="courier/kessary.html"),
            "/2022/11/strike": Answer(410, page="courier/gone.html"),
            "/news.php?id=8812": Answer(301, to="/2023/08/ferry"),
            "/2023/08/ferry": Answer(page="courier/ferry.html"),
        },
    ),
    Host(
        "ministry",
        {
            "/": Answer(page="ministry/index.html", media_type=_BY_META, encoding=_GBK),
            "/tongji/trade-2023.html": Answer(
                page="ministry/trade-2023.html", media_type=_BY_META, encoding=_GBK
            ),
        },
    ),
    Host(
        "journal",
        {
            "/": Answer(page="journal/index.html"),
            "/articles/31": Answer(403, page="journal/challenge.html"),
        },
    ),
    Host(
        "library",
        {
            "/": Answer(page="library/index.html"),
            "/scans/lock-book": Answer(page="library/challenge.html"),
        },
    ),
    Host(
        "exchange",
        {
            "/": Answer(page="exchange/index.html"),
            "/series/tamm": Answer(302, to="/login?next=/series/tamm"),
            "/login?next=/series/tamm": Answer(page="exchange/login.html"),
        },
    ),
    Host(
        "union",
        {"/": Answer(page="union/index.html")},
        otherwise=Answer(page="union/not-found.html"),
    ),
    Host(
        "council",
        {"/": Answer(page="council/index.html")},
        otherwise=Answer(302, to="/"),
    ),
    Host("parked", {}, otherwise=Answer(page="parked/index.html")),
    Host(
        "survey",
        {
            "/": Answer(page="survey/index.html"),
            "/sheets/40": Answer(page="survey/sheet.html", delay=SLOW),
        },
    ),
    Host("almanac", {"/1911/floods": Answer(drips=True)}),
    Host(
        "app",
        {
            "/": Answer(page="app/index.html"),
            "/atlas": Answer(page="app/atlas.html"),
            "/minutes/7": Answer(),
        },
    ),
    Host(
        "busy",
        {
            "/": Answer(page="busy/index.html"),
            "/seasons/dry": Answer(503, page="busy/busy.html"),
        },
    ),
    Host(
        "mill",
        {"/": Answer(page="mill/index.html"), "/history": Answer(302, to=METADATA)},
    ),
)

CLOSED = "closed"
"""The key of a host on which nothing listens."""
