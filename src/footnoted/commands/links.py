"""`footnoted links`: plain links, without a corpus."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from footnoted.commands.console import (
    FAIL_ON,
    OBEY_ROBOTS,
    PACE,
    SECOND_OPINION,
    TIMEOUT,
    USE_PROXY,
    Progress,
    count_words,
    fails,
    stop_on_interrupt,
)
from footnoted.model.documents import LinkAnswer

INTERRUPTED = "interrupted"
"""The reason of a link that was not looked at, since the user stopped."""

_COLOURS = {"alive": "green", "moved": "yellow", "dead": "red", "soft_404": "red", "parked": "red"}


@click.command("links")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), default="-")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--allow-net", multiple=True, metavar="CIDR", help="Reach this private network too.")
@TIMEOUT
@PACE
@SECOND_OPINION
@OBEY_ROBOTS
@USE_PROXY
@click.option(
    "--fail-on",
    type=FAIL_ON,
    default="new-error",
    show_default=True,
    help="error: dead, soft 404, parked. warning: moved or unreadable too. All are new here.",
)
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def command(
    file: Path,
    form: str,
    allow_net: tuple[str, ...],
    timeout: float,
    pace: float,
    second_opinion: bool,
    obey_robots: bool,
    use_proxy: bool,
    fail_on: str,
    quiet: bool,
) -> None:
    """Check the links of FILE: a URL a line, Markdown, or HTML.

    Without FILE, or with `-`, a list of URLs is read from standard input.
    """
    from footnoted.audit.links import check_links, read_links
    from footnoted.audit.options import Clock, Watcher
    from footnoted.web.settings import FetchSettings, parse_network

    name = "<stdin>" if str(file) == "-" else str(file)
    data = sys.stdin.buffer.read() if str(file) == "-" else _bytes(file)
    links = read_links(data, name)
    settings = FetchSettings(
        allow_net=tuple(parse_network(text) for text in allow_net),
        total_seconds=timeout,
        pace_seconds=pace,
        second_opinion=second_opinion,
        obey_robots=obey_robots,
        use_proxy=use_proxy,
    )
    progress = Progress(quiet=quiet or form == "json")
    watcher = Watcher(progress.say)
    with stop_on_interrupt(watcher.stop):
        try:
            document = check_links(links, name, settings, Clock(), watcher)
        finally:
            progress.close()
    if form == "json":
        click.echo(document.model_dump_json(by_alias=True, indent=2))
    else:
        _print([(one, link.line) for one, link in zip(document.links, links, strict=True)], name)
    sys.exit(_end(document.links, fail_on, interrupted=watcher.stop.is_set(), told=form == "text"))


def _end(answers: Sequence[LinkAnswer], fail_on: str, *, interrupted: bool, told: bool) -> int:
    """Say on standard error what it comes to, and return the exit code."""
    from footnoted.audit.links import saw_nothing

    looked_at = [one for one in answers if one.reason != INTERRUPTED]
    if interrupted:
        left = count_words(len(answers) - len(looked_at), "link")
        click.echo(f"footnoted: interrupted; {left} not looked at", err=True)
        return 130
    if told:
        _print_counts(looked_at)
    if saw_nothing(looked_at):
        return 4
    return 1 if fails((found for one in looked_at for found in one.findings), fail_on) else 0


def _bytes(file: Path) -> bytes:
    from footnoted.errors import FootnotedError

    try:
        return file.read_bytes()
    except OSError as error:
        raise FootnotedError(f"{file}: cannot be read ({error.strerror})") from error


def _print(links: list[tuple[LinkAnswer, int | None]], name: str) -> None:
    """Print a line for each link that was looked at."""
    from footnoted.reports.terminal import plain

    answers = [one for one in links if one[0].reason != INTERRUPTED]
    width = max((len(answer.verdict) for answer, _ in answers), default=0)
    for answer, line in answers:
        word = click.style(f"{answer.verdict:<{width}}", fg=_COLOURS.get(answer.verdict, "cyan"))
        place = f"{plain(name)}:{line}" if line else plain(name)
        click.echo(f"{word}  {place}  {plain(answer.url)}  {plain(answer.message)}")


def _print_counts(answers: Sequence[LinkAnswer]) -> None:
    counts: dict[str, int] = {}
    for answer in answers:
        counts[answer.verdict] = counts.get(answer.verdict, 0) + 1
    told = ", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items()))
    click.echo(told or "no links found", err=True)
