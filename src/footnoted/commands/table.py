"""`footnoted table`: claims out to a spreadsheet, and back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from footnoted.commands.arguments import CORPUS, OUTPUT, PATH
from footnoted.commands.console import count_words, shown, write_output

if TYPE_CHECKING:
    from footnoted.model.corpus import Corpus


_IMPORT_EXAMPLES = """\
\b
Examples:
  footnoted table import claims.csv claims/bridge-2020 --dry-run
  footnoted table import claims.csv claims/bridge-2020
"""


_EXPORT_EXAMPLES = """\
\b
Example:
  footnoted table export claims/bridge-2020 -o claims.csv
"""


@click.group("table")
def command() -> None:
    """Edit claims in a spreadsheet: a row for each claim, quotation and figure."""


@command.command(
    "export", short_help="Write the claims of a corpus as CSV.", epilog=_EXPORT_EXAMPLES
)
@CORPUS
@OUTPUT
@click.option(
    "--separator",
    type=click.Choice(["comma", "semicolon", "tab"]),
    default="comma",
    show_default=True,
    help="What your spreadsheet takes for the end of a cell.",
)
def export(corpus: Path, output: Path | None, separator: str) -> None:
    """Write the claims of CORPUS as CSV (UTF-8, with the mark that Excel knows it by).

    What a spreadsheet would run or rewrite (formulas, 2012-10, 2.10) has an apostrophe before it.
    """
    from footnoted.corpus.table import SEPARATORS
    from footnoted.corpus.table import export as as_csv

    text = as_csv(_whole(corpus)[1], SEPARATORS[separator])
    if output is None:
        click.echo(text, nl=False)
    else:
        write_output(output, f"\ufeff{text}")


@command.command("import", short_help="Read an edited table back.", epilog=_IMPORT_EXAMPLES)
@click.argument("file", type=PATH)
@CORPUS
@click.option("--delete", is_flag=True, help="Take out claims and parts that the table has not.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and write nothing.")
def import_(file: Path, corpus: Path, *, delete: bool, dry_run: bool) -> None:
    """Read an edited table FILE back into CORPUS: what was changed in it, and nothing else.

    A row that is as it was exported changes nothing. A row with a new id, or none, is a new
    claim. All that is wrong is told by row and column, and then nothing is written.
    """
    from footnoted.corpus.formatting import ids_of
    from footnoted.corpus.table_changes import changes_in
    from footnoted.corpus.table_read import read_table
    from footnoted.corpus.table_write import rewritten
    from footnoted.reports.terminal import plain

    folder, records = _whole(corpus)
    sheet = read_table(_bytes(file))
    wrong = list(sheet.wrong)
    changes, more = changes_in(records, sheet, set(ids_of(folder, "claims")), delete=delete)
    wrong += [] if wrong else more
    for one in wrong:
        click.echo(f"{plain(str(file))}: {plain(str(one))}", err=True)
    if wrong:
        sys.exit(2)
    files = rewritten(folder, changes)
    for done in files:
        change = changes[done.path.name]
        counts = (
            (len(change.changed), "changed"),
            (len(change.added), "added"),
            (len(change.removed), "removed"),
        )
        words = ", ".join(f"{count_words(count, 'claim')} {did}" for count, did in counts if count)
        if not dry_run:
            done.write()
        click.echo(f"{shown(done.path)}: {words}")
    if not files:
        click.echo("nothing was changed in the table")


def _whole(path: Path) -> tuple[Path, Corpus]:
    """Return the one corpus at `path`; one with unreadable records is refused, not cut short."""
    from footnoted.audit.corpora import one_folder
    from footnoted.corpus import read_corpus
    from footnoted.errors import UnreadableCorpusError

    folder = one_folder(path)
    reading = read_corpus(folder)
    if reading.corpus is None or reading.findings:
        first = reading.findings[0]
        raise UnreadableCorpusError(
            f"{first.where.file}:{first.where.line}:{first.where.column}: {first.message}\n"
            f"{path}: {count_words(len(reading.findings), 'fault')} to mend before a table of it"
        )
    return folder, reading.corpus


def _bytes(path: Path) -> bytes:
    from footnoted.errors import FootnotedError

    try:
        return path.read_bytes()
    except OSError as error:
        raise FootnotedError(f"{path}: cannot be read ({error.strerror})") from error
