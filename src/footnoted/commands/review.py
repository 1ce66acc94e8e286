"""`footnoted review`: a person judges what no program can, case by case."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from footnoted.commands.arguments import BY, CORPUS_OR_ALL, REPORTS
from footnoted.commands.completing import records
from footnoted.commands.console import print_reviewed, reviewer_named, terminal_columns
from footnoted.errors import FootnotedError

if TYPE_CHECKING:
    from footnoted.audit.review import Opened
    from footnoted.reports.review_text import TextLine

_EXAMPLES = """\
\b
Examples:
  footnoted review claims/bridge-2020 --by MK
  footnoted review claims/bridge-2020 --only altered --only note:12
  footnoted review claims/bridge-2020 --list
"""


@click.command("review", epilog=_EXAMPLES)
@CORPUS_OR_ALL
@BY
@click.option(
    "--only",
    multiple=True,
    metavar="CLAIM|note:N|source:ID|REASON",
    help="These alone: altered, disagrees, needs_review, other_language, nothing_to_compare, "
    "stale; may be repeated.",
    shell_complete=records("claim"),
)
@click.option("--list", "listed", is_flag=True, help="Print what waits; judge nothing.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    help="With --list: text for people (the default), json for programs.",
)
@REPORTS
def command(
    corpus: Path,
    by: str | None,
    only: tuple[str, ...],
    form: str | None,
    reports: Path | None,
    *,
    listed: bool,
) -> None:
    """Judge what the last audit of CORPUS (default: claims/) leaves to a person.

    Steps through the cases, worst first, with the evidence; takes accept, reject, waive or note,
    and writes each answer at once to judgements.yaml, with name, date and digests of what was
    shown. One whose evidence changes comes up again. Needs no network.
    """
    from footnoted.audit.review import open_review

    if form and not listed:
        raise click.UsageError("--format goes with --list")
    today = datetime.now(UTC).date()
    opened = open_review(corpus, reports, today, only)
    if listed:
        _print_list(opened, form or "text")
        return
    if not opened.queue.waiting:
        _print_list(opened, "text")
        return
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise FootnotedError(
            "review is a dialogue and needs a terminal; review --list prints what waits, "
            "--list --format json for programs"
        )
    _talk(opened, by)


def _print_list(opened: Opened, form: str) -> None:
    from footnoted.reports.review_queue import review_document
    from footnoted.reports.review_text import list_lines

    if form == "json":
        document = review_document(opened.report, opened.queue)
        click.echo(document.model_dump_json(by_alias=True, indent=2))
        return
    for line in list_lines(opened.queue, terminal_columns()):
        click.echo(line)


def _talk(opened: Opened, by: str | None) -> None:
    """Hold the dialogue; Ctrl-C ends it like any other quitting, and all answers are written."""
    from footnoted.audit.review import Session
    from footnoted.audit.review_dialogue import Dialogue
    from footnoted.reports.review_text import outdated_words

    session = Session(opened.folder, reviewer_named(by, opened.folder), datetime.now(UTC).date())
    dialogue = Dialogue(session, opened.queue.waiting, _Terminal())
    if opened.queue.outdated:
        click.echo(outdated_words(opened.queue))
    try:
        dialogue.run()
    except (KeyboardInterrupt, click.Abort, EOFError):
        click.echo()
        click.echo(dialogue.told.words)
        raise
    print_reviewed(dialogue.told, opened.folder)


_STYLES: dict[str, dict[str, object]] = {
    "": {},
    "label": {"bold": True},
    "title": {"bold": True},
    "context": {"dim": True},
    "mark": {"bold": True},
    "out": {"fg": "red"},
    "in": {"fg": "cyan"},
    "doubt": {"fg": "yellow"},
    "bad": {"fg": "red"},
}


def _answer(question: str, default: str) -> object:
    return click.prompt(question, default=default, show_default=bool(default), prompt_suffix="\n> ")


class _Terminal:
    """The terminal that click writes to and reads from."""

    @property
    def width(self) -> int:
        return terminal_columns()

    def show(self, lines: Iterable[TextLine]) -> None:
        for line in lines:
            click.echo("".join(click.style(one.text, **_STYLES[one.shade]) for one in line))  # type: ignore[arg-type]

    def key(self) -> str:
        return click.getchar()

    def ask(self, question: str, default: str = "") -> str:
        return str(_answer(question, default))
