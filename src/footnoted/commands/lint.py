"""`footnoted lint`: a corpus examined offline."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from footnoted.commands.arguments import FAIL_ON, OFF, PATH, TEXT_OR_JSON, corpus_argument
from footnoted.commands.console import count_words, print_findings
from footnoted.commands.settings import of_corpus, rules_off
from footnoted.model.finding import Finding

_EXAMPLES = """\
\b
Examples:
  footnoted lint claims/bridge-2020
  footnoted lint claims/bridge-2020 --paper paper.md
  footnoted lint claims --off bare-url --fail-on warning
"""


@click.command("lint", epilog=_EXAMPLES)
@corpus_argument(is_eager=True, callback=of_corpus)
@click.option(
    "--paper",
    type=PATH,
    metavar="FILE",
    help="Your copy of the paper: anchors, quotations and coverage are held against it.",
)
@TEXT_OR_JSON
@click.option(
    "--fail-on",
    type=FAIL_ON,
    default="new-error",
    show_default=True,
    help="What ends with exit code 1. A lint has no yesterday: every error is new.",
)
@OFF
@click.option(
    "-v",
    "--verbose",
    is_flag=True,
    help="Each finding, and the lints that could not run.",
)
def command(
    corpus: Path,
    paper: Path | None,
    form: str,
    fail_on: str,
    *,
    off: tuple[str, ...],
    verbose: bool,
) -> None:
    """Examine CORPUS (a paper's folder in claims/, or claims/ itself) without any network."""
    from footnoted.audit.lint import lint

    linted = lint(corpus, paper, today=datetime.now(UTC).date(), off=rules_off(off))
    if form == "json":
        click.echo(linted.document().model_dump_json(by_alias=True, indent=2))
    else:
        _print_findings(linted.findings, verbose=verbose)
        _print_end(linted.findings, linted.not_run, verbose=verbose)
    if linted.unreadable:
        sys.exit(2)
    sys.exit(1 if linted.fails(fail_on) else 0)


def _print_findings(findings: tuple[Finding, ...], *, verbose: bool) -> None:
    from footnoted.reports.folded import folded

    shown, more = (findings, dict[str, int]()) if verbose else folded(findings)
    print_findings(shown)
    for rule, count in more.items():
        click.echo(f"and {count:,} more [{rule}]")
    if more:
        click.echo("-v tells each of these; footnoted coverage tells what is open")


def _print_end(
    findings: tuple[Finding, ...], not_run: tuple[tuple[str, str], ...], *, verbose: bool
) -> None:
    lacking = [rule for rule, why in not_run if why.startswith("needs")]
    if lacking:
        need = "needs" if len(lacking) == 1 else "need"
        names = "" if verbose else "; -v names them"
        lints = count_words(len(lacking), "lint")
        click.echo(f"{lints} {need} the paper (give it with --paper){names}", err=True)
    if verbose:
        for rule, _ in not_run:
            click.echo(f"not run: {rule}", err=True)
    due = [one for one in findings if not one.waived]
    counts = [count_words(sum(one.level == level for one in due), level) for level in _LEVELS]
    hints = sum(one.level == "info" for one in due)
    counts += [count_words(hints, "hint")] if hints else []
    waived = len(findings) - len(due)
    click.echo(", ".join(counts) + (f", {waived} waived" if waived else ""), err=True)


_LEVELS = ("error", "warning")
