"""`footnoted diff`: what changed between two reports."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from footnoted.commands.arguments import OUTPUT, PATH
from footnoted.commands.console import write_output

_EXAMPLES = """\
\b
Examples:
  footnoted diff old/report.json claims/bridge-2020
  footnoted diff old/report.json reports/bridge-2020 --format md
"""


@click.command("diff", epilog=_EXAMPLES)
@click.argument("old", type=PATH)
@click.argument("new", type=PATH)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "md", "json"]),
    default="text",
    show_default=True,
    help="text for a terminal, md for a pull request, json for programs.",
)
@OUTPUT
@click.option(
    "--fail-on",
    type=click.Choice(["never", "error", "warning", "new-error"]),
    default="never",
    show_default=True,
    help="End with 1 if an error came, or if errors (and warnings) are open in NEW.",
)
def command(old: Path, new: Path, form: str, output: Path | None, fail_on: str) -> None:
    """Tell what changed from OLD to NEW: two reports of one paper.

    Each is a report.json, a folder that holds one, or a corpus that was audited. Told are findings
    that came, went or stayed, claims with another verdict and why, pages with other bytes, and
    links that answer otherwise.
    """
    from footnoted.audit.reports_at import report_at
    from footnoted.reports import difference_markdown, difference_text
    from footnoted.reports.difference import difference, fails

    later = report_at(new)
    found = difference(report_at(old), later)
    if form == "json":
        text = found.model_dump_json(by_alias=True, indent=2) + "\n"
    else:
        text = (difference_markdown if form == "md" else difference_text).render(found)
    write_output(output, text)
    sys.exit(1 if fails(found, later, fail_on) else 0)
