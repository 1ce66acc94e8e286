"""`footnoted links`: plain links, without a corpus."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from footnoted.commands.console import FAIL_ON, Progress, count_words, fails, stop_on_interrupt
from footnoted.model.documents import LinkAnswer

_COLOURS = {"alive": "green", "moved": "yellow", "dead": "red", "soft_404": "red", "parked": "red"}


@click.command("links")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), default="-")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--allow-net", multiple=True, metavar="CIDR", help="Reach this private network too.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0.1),
    default=30.0,
    show_default=True,
    help="Seconds that one address may cost, redirects and retries together.",
)
@click.option(
    "--pace",
    type=click.FloatRange(min=0),
    default=1.0,
    show_default=True,
    help="Seconds of rest for a host after each answer.",
)
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
    fail_on: str,
    quiet: bool,
) -> None:
    """Check the links of FILE: a URL a line, Markdown, or HTML.

    Without FILE, or with `-`, a list of URLs is read from standard input.
    """
    from footnoted.audit.links import check_links, read_links, saw_nothing
    from footnoted.audit.options import Clock, Watcher
    from footnoted.web.settings import FetchSettings, parse_network

    name = "<stdin>" if str(file) == "-" else str(file)
    data = sys.stdin.buffer.read() if str(file) == "-" else _bytes(file)
    links = read_links(data, name)
    settings = FetchSettings(
        allow_net=tuple(parse_network(text) for text in allow_net),
        total_seconds=timeout,
        pace_seconds=pace,
    )
    progress = Progress(quiet=quiet or form == "json")
    watcher = Watcher(progress.say)
    with stop_on_interrupt(watcher.stop):
        try:
            document = check_links(links, name, settings, Clock(), watcher)
        finally:
            progress.close()
    looked_at = [one for one in document.links if one.reason != "interrupted"]
    if form == "json":
        click.echo(document.model_dump_json(by_alias=True, indent=2))
    else:
        lines = zip(document.links, links, strict=True)
        _print([(one, link.line) for one, link in lines if one.reason != "interrupted"], name)
    if watcher.stop.is_set():
        left = count_words(len(links) - len(looked_at), "link")
        click.echo(f"footnoted: interrupted; {left} not looked at", err=True)
        sys.exit(130)
    if form == "text":
        _print_counts(looked_at)
    if saw_nothing(looked_at):
        sys.exit(4)
    found = [finding for one in looked_at for finding in one.findings]
    sys.exit(1 if fails(found, fail_on) else 0)


def _bytes(file: Path) -> bytes:
    from footnoted.errors import FootnotedError

    try:
        return file.read_bytes()
    except OSError as error:
        raise FootnotedError(f"{file}: cannot be read ({error.strerror})") from error


def _print(answers: list[tuple[LinkAnswer, int | None]], name: str) -> None:
    from footnoted.reports.terminal import plain

    width = max((len(answer.verdict) for answer, _ in answers), default=0)
    for answer, line in answers:
        word = click.style(f"{answer.verdict:<{width}}", fg=_COLOURS.get(answer.verdict, "cyan"))
        place = f"{plain(name)}:{line}" if line else plain(name)
        click.echo(f"{word}  {place}  {plain(answer.url)}  {plain(answer.message)}")


def _print_counts(answers: list[LinkAnswer]) -> None:
    counts: dict[str, int] = {}
    for answer in answers:
        counts[answer.verdict] = counts.get(answer.verdict, 0) + 1
    told = ", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items()))
    click.echo(told or "no links found", err=True)
