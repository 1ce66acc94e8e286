"""`footnoted baseline`: today's state of an old corpus as the start."""

from __future__ import annotations

from pathlib import Path

import click

from footnoted.commands.arguments import CORPUS_OR_ALL, REPORTS
from footnoted.commands.console import count_words

_EXAMPLES = """\
\b
Example:
  footnoted baseline claims/bridge-2020
"""


@click.command("baseline", epilog=_EXAMPLES)
@CORPUS_OR_ALL
@REPORTS
def command(corpus: Path, reports: Path | None) -> None:
    """Take what the last audit of CORPUS found as known, so that only what comes is news.

    A warning of today is then no news either when it becomes an error. What is fixed once and
    comes back is news again.
    """
    from footnoted.audit.history_baseline import accept

    done = accept(corpus, reports)
    if done.note:
        click.echo(done.note, err=True)
    told = count_words(done.now, "finding")
    before = f"; {done.before} had been before" if done.before else ""
    click.echo(f"{told} of the audit of {done.as_of} taken as known{before}")
