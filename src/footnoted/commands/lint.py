"""`footnoted lint`: a corpus examined offline."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from footnoted.commands.console import FAIL_ON, count_words, print_findings
from footnoted.model.finding import Finding


@click.command("lint")
@click.argument("corpus", type=click.Path(path_type=Path))
@click.option(
    "--paper",
    type=click.Path(path_type=Path),
    help="Your copy of the paper: anchors, quotations and coverage are held against it.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option(
    "--fail-on",
    type=FAIL_ON,
    default="new-error",
    show_default=True,
    help="What ends with exit code 1. A lint has no yesterday: every error is new.",
)
def command(corpus: Path, paper: Path | None, form: str, fail_on: str) -> None:
    """Examine CORPUS (a paper's folder in claims/, or claims/ itself) without any network."""
    from footnoted.audit.lint import lint

    linted = lint(corpus, paper, today=datetime.now(UTC).date())
    if form == "json":
        click.echo(linted.document().model_dump_json(by_alias=True, indent=2))
    else:
        print_findings(linted.findings)
        _print_end(linted.findings, linted.not_run)
    due = [one for one in linted.findings if not one.waived]
    if linted.unreadable:
        sys.exit(2)
    levels = {"never": (), "warning": ("error", "warning")}.get(fail_on, ("error",))
    sys.exit(1 if any(one.level in levels for one in due) else 0)


def _print_end(findings: tuple[Finding, ...], not_run: tuple[tuple[str, str], ...]) -> None:
    for why in dict.fromkeys(why for _, why in not_run):
        rules = [rule for rule, reason in not_run if reason == why]
        click.echo(f"not run ({why}): {', '.join(rules)}", err=True)
    due = [one for one in findings if not one.waived]
    counts = [count_words(sum(one.level == level for one in due), level) for level in _LEVELS]
    waived = len(findings) - len(due)
    click.echo(", ".join(counts) + (f", {waived} waived" if waived else ""), err=True)


_LEVELS = ("error", "warning")
