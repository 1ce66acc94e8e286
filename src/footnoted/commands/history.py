"""`footnoted history`: a life, one line a change."""

from __future__ import annotations

from pathlib import Path

import click

from footnoted.commands.arguments import PATH, REPORTS, TEXT_OR_JSON
from footnoted.commands.completing import corpora, records

_EXAMPLES = """\
\b
Examples:
  footnoted history
  footnoted history bridge-cost
  footnoted history http://www.example.org/report claims/bridge-2020
"""


@click.command("history", epilog=_EXAMPLES)
@click.argument(
    "target",
    required=False,
    metavar="[SOURCE|CLAIM|URL]",
    shell_complete=records("claim", "source"),
)
@click.argument("corpus", required=False, type=PATH, shell_complete=corpora)
@REPORTS
@TEXT_OR_JSON
def command(target: str | None, corpus: Path | None, reports: Path | None, form: str) -> None:
    """Tell what became of a source, a claim or a URL of CORPUS, newest last; or of all.

    CORPUS is claims/ where it is not given; a folder given alone is the corpus.
    """
    from footnoted.audit.history_life import tell_life
    from footnoted.reports.history_text import history_lines

    if target and corpus is None and Path(target).is_dir():
        corpus, target = Path(target), None
    document = tell_life(corpus or Path("claims"), reports, target)
    if form == "json":
        click.echo(document.model_dump_json(by_alias=True, indent=2))
        return
    for line in history_lines(document):
        click.echo(line)
