"""`footnoted coverage`: what of a paper is on record, exempt, or open."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from footnoted.commands.arguments import CORPUS_OR_ALL, OUTPUT, PAPER_NEEDED
from footnoted.commands.console import print_findings, write_output

_EXAMPLES = """\
\b
Examples:
  footnoted coverage claims/bridge-2020 --paper paper.md
  footnoted coverage --paper paper.md --format html -o coverage.html
"""


@click.command("coverage", epilog=_EXAMPLES)
@CORPUS_OR_ALL
@PAPER_NEEDED
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="html shows the paper's text coloured; it has the paper in it, and is for its owner.",
)
@OUTPUT
@click.option(
    "--fail-on",
    type=click.Choice(["error", "never"]),
    default="error",
    show_default=True,
    help="'error': exit code 1 while something is open.",
)
def command(corpus: Path, paper: Path, form: str, output: Path | None, fail_on: str) -> None:
    """Count what of the paper CORPUS (default: claims/) has on record, and list what is open.

    The rules are those of the lints 'uncovered-…': only a reviewed claim covers anything.
    """
    from footnoted.audit.coverage import coverage

    found = coverage(corpus, paper)
    print_findings(found.findings, err=True)
    if form == "html":
        from footnoted.reports.coverage_html import render as page

        text = page(found.page())
    elif form == "json":
        text = found.document().model_dump_json(by_alias=True, indent=2) + "\n"
    else:
        from footnoted.reports.coverage_text import render as lines

        text = lines(found.document())
    write_output(output, text)
    if any(one.level == "error" for one in found.findings):
        sys.exit(2)
    sys.exit(1 if found.open and fail_on == "error" else 0)
