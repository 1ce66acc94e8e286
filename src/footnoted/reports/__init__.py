"""The audit as a person or a program wants to read it: one file a format, all of them pure."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from footnoted.errors import FootnotedError
from footnoted.model.library import Library
from footnoted.model.report import Report

FORMATS: dict[str, str] = {
    "html": "footnoted.reports.html_",
    "md": "footnoted.reports.markdown",
    "json": "footnoted.reports.json_",
    "junit": "footnoted.reports.junit",
    "sarif": "footnoted.reports.sarif",
    "csv": "footnoted.reports.csv_",
    "badge": "footnoted.reports.badge",
    "badge-json": "footnoted.reports.badge_json",
    "queries": "footnoted.reports.queries",
}
"""The module that writes each format, loaded when it is asked for."""

BINARY_FORMATS: dict[str, str] = {
    "queries-docx": "footnoted.reports.queries_docx",
}
"""The same for formats that are no text, and that nobody wants on a terminal."""

FILE_NAMES: dict[str, str] = {
    "html": "report.html",
    "md": "report.md",
    "json": "report.json",
    "junit": "report.junit.xml",
    "sarif": "report.sarif",
    "csv": "report.csv",
    "badge": "badge.svg",
    "badge-json": "badge.json",
    "queries": "queries.md",
    "queries-docx": "queries.docx",
}
"""What a report in each format is called in a reports folder."""

LIBRARY_FORMATS: dict[str, str] = {
    "html": "footnoted.reports.library_html",
    "md": "footnoted.reports.library_markdown",
    "json": "footnoted.reports.library_json",
}
"""The module that writes what several papers come to together, in each format there is of it."""


def render(report: Report, format: str) -> str:  # noqa: A002 -- the option is called --format
    """Return `report` in `format`, a key of `FORMATS`; write it as UTF-8, newlines as they are.

    The same report gives the same text. Raises FootnotedError for an unknown format.
    """
    module = FORMATS.get(format)
    if module is None:
        raise FootnotedError(f"format '{format}' is not known; use one of {', '.join(FORMATS)}")
    write = cast("Callable[[Report], str]", import_module(module).render)
    return write(report)


def render_bytes(report: Report, format: str) -> bytes:  # noqa: A002 -- as above
    """Return `report` as a file in `format`, a key of `FORMATS` or `BINARY_FORMATS`.

    The same report gives the same bytes. Raises FootnotedError for an unknown format.
    """
    module = BINARY_FORMATS.get(format)
    if module is None and format not in FORMATS:
        known = ", ".join((*FORMATS, *BINARY_FORMATS))
        raise FootnotedError(f"format '{format}' is not known; use one of {known}")
    if module is None:
        return render(report, format).encode()
    write = cast("Callable[[Report], bytes]", import_module(module).render_bytes)
    return write(report)


def render_library(library: Library, format: str) -> str:  # noqa: A002 -- as above
    """Return `library` in `format`, a key of `LIBRARY_FORMATS`; the file is `library.<format>`.

    The same document gives the same text. Raises FootnotedError for a format of one paper only.
    """
    module = LIBRARY_FORMATS.get(format)
    if module is None:
        known = ", ".join(LIBRARY_FORMATS)
        raise FootnotedError(f"{format} is of one paper; several come as {known}: name one of them")
    write = cast("Callable[[Library], str]", import_module(module).render)
    return write(library)
