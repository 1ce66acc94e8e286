"""`footnoted evidence`: what is kept of each look."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:  # the store: too heavy for `--help`
    from footnoted.store.evidence import Listing

_EVIDENCE = click.option(
    "--evidence", type=click.Path(path_type=Path), help="Default: .footnoted beside claims/."
)


@click.group("evidence")
def command() -> None:
    """Keep local copies of sources, and list what was looked at."""


@command.command("add")
@click.argument("source")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--obtained", required=True, metavar="TEXT", help="How this copy came to you.")
@click.option("--seen", metavar="DATE", help="The day it was seen so (2013-09-30).")
@click.option(
    "--corpus",
    type=click.Path(path_type=Path),
    default=Path("claims"),
    show_default=True,
    help="The corpus that has SOURCE, or the folder of all.",
)
@_EVIDENCE
def add(
    source: str,
    file: Path,
    obtained: str,
    seen: str | None,
    corpus: Path,
    evidence: Path | None,
) -> None:
    """Keep FILE as a local copy of SOURCE (its id in sources.yaml).

    The file goes into the evidence, which git ignores; its digest goes into the corpus.
    """
    from footnoted.audit.local_copies import add_copy

    added = add_copy(corpus, source, file, obtained=obtained, seen=seen, evidence=evidence)
    click.echo(f"kept {file} as a local copy of {source}")
    click.echo(f"sha256 {added.digest}")
    click.echo(f"recorded in {added.sources_file}")


@command.command("ls")
@click.option("--corpus", type=click.Path(path_type=Path), default=Path("claims"))
@_EVIDENCE
def ls(corpus: Path, evidence: Path | None) -> None:
    """List every look on record: when, on which basis, what came, how much, what was asked."""
    from footnoted.audit.local_copies import evidence_at
    from footnoted.reports.terminal import plain
    from footnoted.store.evidence import Evidence

    with Evidence.open(evidence or evidence_at(corpus), writing=False) as opened:
        rows = [tuple(plain(cell) for cell in _row(one)) for one in opened.ls()]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(4)]
    for at, basis, outcome, size, what in rows:
        click.echo(
            f"{at}  {basis:<{widths[1]}}  {outcome:<{widths[2]}}  {size:>{widths[3]}}  {what}"
        )


def _row(one: Listing) -> tuple[str, str, str, str, str]:
    from footnoted.verdicts import as_utc

    what = one.asked
    if one.basis == "local":  # the whole digest stands in sources.yaml
        digest = one.asked.removeprefix("local:")[:12]
        what = f"{one.source or 'no source named'}, sha256 {digest}…"
    size = "" if one.size is None else f"{one.size:,} B"
    return as_utc(one.at), one.basis, one.outcome, size, what
