"""`footnoted fmt`: record files in their one canonical form."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from footnoted.commands.console import count_words, print_error, shown

if TYPE_CHECKING:
    from footnoted.corpus.formatting import Formatted


_EXAMPLES = """\
\b
Examples:
  footnoted fmt
  footnoted fmt claims/bridge-2020/02-costs.yaml --diff
  footnoted fmt claims --check               for a commit hook
"""


@click.command("fmt", epilog=_EXAMPLES)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[CORPUS|FILE]...")
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 names files to be tidied.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
def command(paths: tuple[Path, ...], *, check: bool, diff: bool) -> None:
    """Tidy record files: CORPUS (a paper's folder, or claims/ itself, the default) or FILEs.

    Order of fields, folding and quotes become those of the canonical form; comments stay where
    they stand, and records stay what they say. A claim or source without an id gets one; an id is
    never changed. A file with faults stays as it is, and its faults are told.
    """
    from footnoted.corpus.formatting import files_at, formatted
    from footnoted.errors import WriteRefusedError

    tidied = faulty = total = 0
    for one in formatted(files_at(paths or (Path("claims"),))):
        total += 1
        if one.faults:
            faulty += 1
            _print_faults(one)
        elif one.changed:
            try:
                _tidy(one, check=check, diff=diff)
            except WriteRefusedError as error:
                faulty += 1
                print_error(error)
            else:
                tidied += 1
    only_look = check or diff
    did = "to be tidied" if only_look else "tidied"
    rest = f", {count_words(faulty, 'file')} left as it was" if faulty else ""
    click.echo(f"{tidied} of {count_words(total, 'file')} {did}{rest}", err=True)
    sys.exit(2 if faulty else int(bool(only_look and tidied)))


def _tidy(one: Formatted, *, check: bool, diff: bool) -> None:
    if diff:
        click.echo(_difference(one), nl=False)
    elif check:
        click.echo(f"would tidy {shown(one.path)}")
    else:
        one.write()
        click.echo(f"tidied {shown(one.path)}")


def _print_faults(one: Formatted) -> None:
    from footnoted.reports.terminal import plain

    for fault in sorted(one.faults, key=lambda fault: (fault.line, fault.column)):
        place = f"{shown(one.path)}:{fault.line}:{fault.column}"
        click.echo(f"{plain(place)}: {plain(fault.message)} [{fault.rule}]", err=True)


def _difference(one: Formatted) -> str:
    from difflib import unified_diff

    before = one.data.decode("utf-8-sig").splitlines(keepends=True)
    after = (one.text or "").splitlines(keepends=True)
    name = shown(one.path)
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for line in unified_diff(before, after, name, name)
    )
