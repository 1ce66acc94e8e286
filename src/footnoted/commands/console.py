"""What commands print: findings, progress, and nothing that moves a terminal's cursor oddly."""

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

from footnoted.commands.completing import lints
from footnoted.commands.settings import in_force, was_given
from footnoted.errors import FootnotedError
from footnoted.model.finding import Finding
from footnoted.reports.readings import in_words
from footnoted.reports.terminal import plain

if TYPE_CHECKING:  # pydantic models: too heavy for `--help`
    from footnoted.cadence import Cadence
    from footnoted.mementos import Archive
    from footnoted.model.documents import LintFinding
    from footnoted.model.report import FindingDoc
    from footnoted.reports.colours import Tone
    from footnoted.web.settings import FetchSettings

FAIL_ON = click.Choice(["never", "error", "warning", "new-error"])
FAIL_ON_NEWS = click.option(
    "--fail-on",
    type=FAIL_ON,
    default="new-error",
    show_default=True,
    help="When to end with 1: never, at an error, at a warning too, or at an error that is news.",
)

TIMEOUT = click.option(
    "--timeout",
    type=click.FloatRange(min=0.1),
    metavar="SECONDS",
    default=25.0,
    show_default=True,
    help="What one address may cost: redirects, retries and their pauses.",
)
PACE = click.option(
    "--pace",
    type=click.FloatRange(min=0),
    metavar="SECONDS",
    default=1.0,
    show_default=True,
    help="Rest for a host after each answer.",
)
CANARY = click.option(
    "--canary",
    "canaries",
    multiple=True,
    metavar="HOST[:PORT]",
    help="A host that tells whether there is a network, in place of ours; may be repeated.",
)
SECOND_OPINION = click.option(
    "--second-opinion/--no-second-opinion",
    help="Ask a page that turns us away once more, with a browser's headers; the result says so.",
)
USE_PROXY = click.option(
    "--use-proxy",
    is_flag=True,
    help="Use HTTP_PROXY, HTTPS_PROXY and NO_PROXY; without this they are not read.",
)
ARCHIVES = click.option(
    "--archives/--no-archives",
    default=True,
    show_default=True,
    help="Ask web archives what they hold of the pages.",
)
ARCHIVE = click.option(
    "--archive",
    "archive",
    multiple=True,
    metavar="BASE",
    help="A collection of a web archive, in place of web.archive.org; may be repeated.",
)
OFF = click.option(
    "--off",
    multiple=True,
    metavar="RULE",
    help="Do not run this lint; may be repeated.",
    shell_complete=lints,
)
OBEY_ROBOTS = click.option(
    "--obey-robots/--no-obey-robots",
    help="Leave cited pages alone that their site's robots.txt closes to programs.",
)


QUIET = click.option(
    "-q", "--quiet", is_flag=True, help="Nothing but errors; the exit code tells the rest."
)
VERBOSE = click.option(
    "-v",
    "--verbose",
    is_flag=True,
    help="Also each claim that does not hold, with its evidence.",
)


def vantage_name(given: str | None) -> str:
    """Name where we are: given on the command line, in the environment, else by the machine."""
    from footnoted.audit.config import vantage_of

    return given or vantage_of(os.environ)[0]


def reviewer_named(by: str | None, folder: Path) -> str:
    """Return who judges: `by`, else the environment's or git's name, else asked at the terminal."""
    from footnoted.audit.review import reviewer_of_git
    from footnoted.commands.arguments import REVIEWER

    known = (by, os.environ.get(REVIEWER), reviewer_of_git(folder))
    name = next((one.strip() for one in known if one and one.strip()), None)
    while not name:
        name = str(click.prompt("Your name, as it will stand in judgements.yaml")).strip()
    return name


def fetch_settings(
    *,
    allow_net: tuple[str, ...],
    timeout: float | None = None,
    pace: float | None = None,
    canaries: tuple[str, ...] = (),
    second_opinion: bool = False,
    obey_robots: bool = False,
    use_proxy: bool,
) -> FetchSettings:
    """Return how to fetch: as the shared options say, and of single hosts the settings.

    A command without the options for time and pace takes those of the settings, else our own.
    What a host is not sent, since the environment lacks it, is told on standard error.
    """
    from footnoted.audit.settings import host_manners
    from footnoted.web.settings import CANARIES, FetchSettings, parse_canary, parse_network

    file = in_force()
    hosts = host_manners(file, os.environ)
    for variable in hosts.unset:
        click.echo(f"footnoted: ${variable} is not set; its header is not sent", err=True)
    usual = FetchSettings()
    timeout = file.settings.timeout if timeout is None else timeout
    pace = file.settings.pace if pace is None else pace
    return FetchSettings(
        allow_net=tuple(parse_network(text) for text in allow_net),
        total_seconds=usual.total_seconds if timeout is None else timeout,
        pace_seconds=usual.pace_seconds if pace is None else pace,
        canaries=tuple(parse_canary(text) for text in canaries) or CANARIES,
        second_opinion=second_opinion,
        obey_robots=obey_robots,
        use_proxy=use_proxy,
        pace_by_host=hosts.pace,
        skip_hosts=hosts.skip,
        headers_by_host=hosts.headers,
    )


def archives_named(bases: tuple[str, ...], *, ask: bool) -> tuple[Archive, ...]:
    """Return the archives that may be asked, as the shared options say.

    To name one on the command line is to ask it, whatever the settings say.
    """
    from footnoted.mementos import ARCHIVES as OURS
    from footnoted.mementos import archive_at

    if bases and not ask and was_given("archive"):
        if was_given("archives") or was_given("archives_for_links"):
            raise FootnotedError("--no-archives and --archive contradict each other; leave one out")
        ask = True
    return (tuple(dict.fromkeys(archive_at(base) for base in bases)) or OURS) if ask else ()


def rules_off(given: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lints that do not run: those of the settings, and those given to `--off`."""
    from footnoted.lints import LINTS
    from footnoted.spelling import closest

    if unknown := next((rule for rule in given if rule not in LINTS), None):
        near = closest(unknown, LINTS)
        hint = f"did you mean '{near}'?" if near else "docs/lints.md lists them"
        raise click.UsageError(f"no lint is called '{unknown}': {hint}")
    return tuple(dict.fromkeys((*in_force().settings.lints.off, *given)))


def cadence_wanted() -> Cadence:
    """Return when pages are looked at again, as the settings say."""
    from footnoted.cadence import Cadence

    said = in_force().settings.cadence
    usual = Cadence()
    return Cadence(said.well or usual.well, said.failing or usual.failing)


_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}


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


def write_output(path: Path | None, text: str | bytes) -> None:
    """Write `text`, or bytes as they are, to the file that `-o` names, else to standard output.

    Raises WriteRefusedError in one line where it cannot. A folder that is missing is not made:
    it is more often a slip than a wish.
    """
    from footnoted.errors import WriteRefusedError
    from footnoted.files import write_beside

    if path is None:
        click.echo(text, nl=False)
        return
    if path.is_dir():
        raise WriteRefusedError(f"{path}: is a folder; name a file")
    if not path.parent.is_dir():
        raise WriteRefusedError(f"{path}: no folder {path.parent}; make it first")
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
