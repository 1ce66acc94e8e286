"""`footnoted update`: records led over to a newer version of their paper."""

from __future__ import annotations

from pathlib import Path

import click

from footnoted.commands.arguments import CORPUS_OR_ALL, PATH, TEXT_OR_JSON

_EXAMPLES = """\
\b
Examples:
  footnoted update paper-v2.md claims/bridge-2020
  footnoted update paper-v2.md claims/bridge-2020 --old paper-v1.md --write
"""


@click.command("update", epilog=_EXAMPLES)
@click.argument("paper", type=PATH)
@CORPUS_OR_ALL
@click.option(
    "--old",
    type=PATH,
    metavar="FILE",
    help="The text that the records were written from: then every change of words is seen.",
)
@TEXT_OR_JSON
@click.option(
    "--write",
    is_flag=True,
    help="Write new anchors and note ids, append drafts; nothing else of a record is touched.",
)
def command(paper: Path, corpus: Path, old: Path | None, form: str, *, write: bool) -> None:
    """Hold PAPER, a newer version of a paper, against its CORPUS (default: claims/).

    Records whose words stand where they stood stay. Those whose words changed slightly are found
    again and their new anchor is proposed; what is gone, new, or not sure is listed. Statements,
    quotations and figures that someone reviewed are never changed.
    """
    from footnoted.audit.update import update
    from footnoted.audit.update import write as write_update
    from footnoted.reports.update_text import render

    found = update(paper, corpus, old)
    document = found.document(write_update(found) if write else ())
    if form == "json":
        click.echo(document.model_dump_json(by_alias=True, indent=2))
    else:
        click.echo(render(document), nl=False)
