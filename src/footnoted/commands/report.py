"""`footnoted report`: the last audit in a format of choice."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from footnoted.commands.arguments import CORPUS, OUTPUT, REPORTS
from footnoted.commands.console import write_output
from footnoted.errors import FootnotedError

_EXAMPLES = """\
\b
Examples:
  footnoted report claims/bridge-2020
  footnoted report claims/bridge-2020 --format sarif -o findings.sarif
  footnoted report claims/bridge-2020 --format queries-docx -o queries.docx
"""


@click.command("report", epilog=_EXAMPLES)
@CORPUS
@click.option(
    "--format",
    "form",
    type=click.Choice(
        [
            "html",
            "md",
            "json",
            "junit",
            "sarif",
            "csv",
            "badge",
            "badge-json",
            "queries",
            "queries-docx",
        ]
    ),
    default="md",
    show_default=True,
    metavar="FORMAT",
    help="html, md, json, junit, sarif, csv, badge, badge-json, queries or queries-docx.",
)
@OUTPUT
@REPORTS
def command(corpus: Path, form: str, output: Path | None, reports: Path | None) -> None:
    """Print the last audit of CORPUS, or of all papers in a folder together (html, md, json).

    `queries` is the sheet that an editor sends to the author, `queries-docx` the same as a Word
    document, with a row to answer in for each query.
    """
    from footnoted.audit.corpora import papers_at
    from footnoted.audit.last import last_report
    from footnoted.audit.library import last_library
    from footnoted.reports import BINARY_FORMATS, render_bytes, render_library

    if form in BINARY_FORMATS and output is None and sys.stdout.isatty():
        raise FootnotedError(f"{form} is no text for a terminal; name a file with -o")
    if len(papers_at(corpus)) > 1:
        write_output(output, render_library(last_library(corpus, reports), form))
        return
    content = render_bytes(last_report(corpus, reports), form)
    as_bytes = output is not None or form in BINARY_FORMATS
    write_output(output, content if as_bytes else content.decode())
