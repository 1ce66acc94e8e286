"""`footnoted merge`: the shards of a check brought together."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from footnoted.commands.arguments import (
    EVIDENCE,
    FAIL_ON_NEWS,
    OFF,
    PAPER_FOR_MORE,
    PATH,
    QUIET,
    REPORTS,
    TEXT_OR_JSON,
    VERBOSE,
)
from footnoted.commands.audits import Output, audit_all, folders_of
from footnoted.commands.settings import of_corpus, rules_off

if TYPE_CHECKING:  # the pipeline: too heavy for `--help`
    from footnoted.audit import Audit, Options, Watcher

_EXAMPLES = """\
\b
Examples:
  footnoted merge shards/
  footnoted merge shards/1-of-2 shards/2-of-2 --claims claims/
  footnoted merge shards/ --partial
"""

_SHORT = (
    "no shard brought all the looks that were due: their evidence is not whole, so the report "
    "stands apart, and nothing is remembered"
)


@click.command("merge", epilog=_EXAMPLES)
@click.argument("shards", nargs=-1, required=True, type=PATH)
@click.option(
    "--claims",
    multiple=True,
    default=("claims",),
    show_default=True,
    type=PATH,
    metavar="DIR",
    is_eager=True,
    callback=of_corpus,
    help="The papers that were checked; may be repeated.",
)
@PAPER_FOR_MORE
@click.option(
    "--partial",
    is_flag=True,
    help="Report also where shards are missing: apart, nothing remembered, and never exit code 0.",
)
@FAIL_ON_NEWS
@REPORTS
@EVIDENCE
@OFF
@TEXT_OR_JSON
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
    off: tuple[str, ...],
    form: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Bring SHARDS (of `check --shard`) together: reports and history as of one check.

    SHARDS are folders with a shard.json in them or below, in any order; nobody is asked.
    """
    from footnoted.audit import Clock, Options
    from footnoted.audit.exits import BLIND, UNREADABLE
    from footnoted.audit.merge import Merge
    from footnoted.audit.shards import MissingShardError, find_shards, gather, papers_of

    folders = folders_of(claims)
    output = Output.of(form, fail_on, folders, quiet=quiet, verbose=verbose)
    gathered = gather(find_shards(shards), papers_of(folders))
    if gathered.missing and not partial:
        lines = (*gathered.missing, "nothing was written; --partial reports without them")
        raise MissingShardError("\n".join(lines))
    for line in gathered.missing:
        click.echo(f"footnoted: {line}", err=True)
    options = Options(
        corpus=folders[0], paper=paper, reports=reports, evidence=evidence, off=rules_off(off)
    )
    merge = Merge(gathered, options)
    short: list[str] = []

    def audit_one(one: Options, watcher: Watcher) -> Audit:
        done = merge.audit(one.corpus, Clock(), watcher)
        if done.is_partial and not gathered.missing:
            short.append(done.report.corpus.id)
        return done

    code = audit_all(options, folders, output, audit_one)
    for name in short:
        click.echo(f"footnoted: '{name}': {_SHORT}", err=True)
    partly = gathered.missing or short  # of that nothing is remembered: what it finds comes again
    sys.exit(BLIND if partly and code != UNREADABLE else code)
