"""`footnoted schemas`: the JSON Schemas, for an editor or a program."""

from __future__ import annotations

from pathlib import Path

import click

from footnoted.commands.arguments import PATH

_EXAMPLES = """\
\b
Examples:
  footnoted schemas                          into docs/schemas
  footnoted schemas ../corpus/docs/schemas
"""


@click.command("schemas", epilog=_EXAMPLES)
@click.argument("folder", type=PATH, default=Path("docs/schemas"))
def command(folder: Path) -> None:
    """Write the JSON Schemas of records and documents into FOLDER.

    The first line of each record file names its schema in docs/schemas beside claims/: with them
    there an editor completes and checks what you type. Other programs find in them what
    `--format json` gives.
    """
    from footnoted.commands.console import shown
    from footnoted.corpus.schemas import schemas
    from footnoted.files import write_beside

    wanted = schemas()
    for name, text in wanted.items():
        write_beside(folder / name, text.encode())
    click.echo(f"{len(wanted)} schemas in {shown(folder)}")
