"""What commands print and ask, and nothing that moves a terminal's cursor oddly."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import click

from footnoted.errors import FootnotedError
from footnoted.model.finding import Finding
from footnoted.reports.readings import in_words
from footnoted.reports.terminal import plain

if TYPE_CHECKING:  # pydantic models: too heavy for `--help`
    from footnoted.audit.review_dialogue import Told
    from footnoted.model.documents import LintFinding
    from footnoted.model.report import FindingDoc
    from footnoted.reports.colours import Tone


def reviewer_named(by: str | None, folder: Path) -> str:
    """Return who judges: `by`, else the environment's or git's name, else asked at the terminal."""
    from footnoted.audit.review import reviewer_of_git
    from footnoted.commands.arguments import REVIEWER

    known = (by, os.environ.get(REVIEWER), reviewer_of_git(folder))
    name = next((one.strip() for one in known if one and one.strip()), None)
    while not name:
        name = str(click.prompt("Your name, as it will stand in judgements.yaml")).strip()
    return name


_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}


def print_reviewed(told: Told, folder: Path) -> None:
    """Tell how a review ended, and what to run where something was written."""
    click.echo(told.words)
    if told.judged or told.waived:
        click.echo(f"run footnoted check {shown(folder)} to see what that makes of them")


def print_findings(
    findings: Iterable[Finding | LintFinding | FindingDoc], *, err: bool = False
) -> None:
    """Print each finding on one line: file:line:column, level, message, rule."""
    for finding in findings:
        where = finding.where
        place = ":".join(str(part) for part in (where.file, where.line, where.column) if part)
        level = click.style(finding.level, fg=_COLOURS[finding.level])
        waived = " (waived)" if finding.waived else ""
        message = plain(in_words(finding.message))
        click.echo(f"{plain(place)}: {level}{waived}: {message} [{finding.rule}]", err=err)


def paint(words: str, tone: Tone) -> str:
    """Return the words in the colour of a tone; `click.echo` takes it off where none is wanted."""
    if tone == "label":
        return click.style(words, bold=True)
    return click.style(words, fg="red" if tone == "bad" else "yellow")


def terminal_columns() -> int:
    """Return how wide the terminal is, or COLUMNS; 100 where output goes elsewhere."""
    return shutil.get_terminal_size((100, 24)).columns


def colour_wanted(environment: Mapping[str, str]) -> bool | None:
    """Return what the environment says of colour; None leaves it to what output goes to.

    NO_COLOR with any value says no (no-color.org), and so does a dumb terminal; FORCE_COLOR with
    any value but 0 says yes (force-color.org). NO_COLOR outranks it.
    """
    if environment.get("NO_COLOR"):
        return False
    forced = environment.get("FORCE_COLOR")
    if forced:
        return forced != "0"
    return False if environment.get("TERM") == "dumb" else None


def count_words(count: int, noun: str) -> str:
    """Return `3 errors`, `1 error`, `no errors`."""
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"


def print_error(error: FootnotedError) -> None:
    """Print the lines of an error that a person must mend, on standard error."""
    for line in str(error).splitlines():
        click.echo(f"footnoted: {plain(line)}", err=True)


def shown(path: Path) -> str:
    """Return `path` relative to the current folder where it lies below it."""
    try:
        return str(path.resolve().relative_to(Path.cwd().resolve()))
    except ValueError:
        return str(path)


def moment_named(option: str, text: str) -> datetime:
    """Return the time (UTC) that a person gave to `option`; a day alone means its end.

    Raises FootnotedError for what is no time.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise FootnotedError(
            f"{option} {text}: not a time; write it as 2026-11-24 or 2026-11-24T15:00:00Z"
        ) from None
    if len(text) <= len("2026-11-24"):
        moment += timedelta(days=1, seconds=-1)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def refuse_output(path: Path | None) -> None:
    """Raise WriteRefusedError in one line where what `-o` names can be no file.

    A command that takes long asks before it begins. A folder that is missing is not made: it is
    more often a slip than a wish.
    """
    from footnoted.errors import WriteRefusedError

    if path is None:
        return
    if path.is_dir():
        raise WriteRefusedError(f"{path}: is a folder; name a file")
    if not path.parent.is_dir():
        raise WriteRefusedError(f"{path}: no folder {path.parent}; make it first")


def write_output(path: Path | None, text: str | bytes) -> None:
    """Write `text`, or bytes as they are, to the file that `-o` names, else to standard output.

    Raises WriteRefusedError in one line where it cannot.
    """
    from footnoted.files import write_beside

    refuse_output(path)
    if path is None:
        click.echo(text, nl=False)
        return
    write_beside(path, text.encode() if isinstance(text, str) else text)


@contextmanager
def stop_on_interrupt(stop: threading.Event) -> Iterator[None]:
    """Let the first Ctrl-C set `stop`, so that what is done is kept; the second one breaks off."""

    def ask(number: int, frame: FrameType | None) -> None:
        del number, frame
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()
        if sys.stderr.isatty():
            click.echo("\nfootnoted: stopping; press Ctrl-C again to break off", err=True)

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    earlier = signal.signal(signal.SIGINT, ask)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, earlier)
