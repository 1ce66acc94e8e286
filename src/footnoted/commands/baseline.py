"""`footnoted baseline`: today's state of an old corpus as the start."""

from __future__ import annotations

from pathlib import Path

import click

from footnoted.commands.arguments import CORPUS_OR_ALL, PATH, REPORTS
from footnoted.commands.console import count_words

_EXAMPLES = """\
\b
Examples:
  footnoted baseline claims/bridge-2020
  footnoted baseline --state links-state
"""


@click.command("baseline", epilog=_EXAMPLES)
@CORPUS_OR_ALL
@REPORTS
@click.option(
    "--state",
    type=PATH,
    metavar="DIR",
    help="In place of CORPUS: what `footnoted links --state DIR` found.",
)
def command(corpus: Path, reports: Path | None, state: Path | None) -> None:
    """Take what the last audit of CORPUS found as known, so that only what comes is news.

    A warning of today is then no news either when it becomes an error. What is fixed once and
    comes back is news again.
    """
    from footnoted.audit.history_baseline import accept, accept_links

    done = accept_links(state) if state else accept(corpus, reports)
    if done.note:
        click.echo(done.note, err=True)
    told = count_words(done.now, "finding")
    before = f"; {done.before} had been before" if done.before else ""
    run = "run" if state else "audit"
    click.echo(f"{told} of the {run} of {done.as_of} taken as known{before}")
