"""`footnoted merge`: the shards of a check brought together."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from footnoted.commands.audits import Output, audit_all, folders_of
from footnoted.commands.console import FAIL_ON, QUIET, VERBOSE
from footnoted.errors import FootnotedError


@click.command("merge")
@click.argument("shards", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--claims",
    multiple=True,
    default=("claims",),
    show_default=True,
    type=click.Path(path_type=Path),
    help="The papers that were checked; may be repeated.",
)
@click.option(
    "--paper",
    type=click.Path(path_type=Path),
    help="Your copy of the paper: more lints run, and the report shows the author's sentences.",
)
@click.option(
    "--partial",
    is_flag=True,
    help="Report also where shards are missing: apart, nothing remembered, and never exit code 0.",
)
@click.option("--fail-on", type=FAIL_ON, default="new-error", show_default=True)
@click.option("--reports", type=click.Path(path_type=Path), help="Default: beside claims/.")
@click.option("--evidence", type=click.Path(path_type=Path), help="Default: .footnoted there.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@QUIET
@VERBOSE
def command(
    shards: tuple[Path, ...],
    claims: tuple[Path, ...],
    paper: Path | None,
    partial: bool,
    fail_on: str,
    reports: Path | None,
    evidence: Path | None,
    form: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Bring SHARDS (of `check --shard`) together: reports and history as of one check.

    SHARDS are folders with a shard.json in them or below, in any order; nobody is asked.
    """
    from footnoted.audit import Clock, Options
    from footnoted.audit.exits import BLIND, worst
    from footnoted.audit.merge import Merge
    from footnoted.audit.shards import MissingShardError, find_shards, gather, papers_of

    if quiet and verbose:
        raise FootnotedError("--quiet and --verbose contradict each other; give one of them")
    folders = folders_of(claims)
    gathered = gather(find_shards(shards), papers_of(folders))
    if gathered.missing and not partial:
        lines = (*gathered.missing, "nothing was written; --partial reports without them")
        raise MissingShardError("\n".join(lines))
    for line in gathered.missing:
        click.echo(f"footnoted: {line}", err=True)
    options = Options(corpus=folders[0], paper=paper, reports=reports, evidence=evidence)
    merge = Merge(gathered, options)
    output = Output(form, fail_on, quiet=quiet, verbose=verbose, alone=len(folders) == 1)
    code = audit_all(
        options, folders, output, lambda one, watcher: merge.audit(one.corpus, Clock(), watcher)
    )
    sys.exit(worst([code, BLIND]) if gathered.missing else code)
