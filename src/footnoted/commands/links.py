"""`footnoted links`: plain links, without a corpus."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from footnoted.commands.console import Progress, stop_on_interrupt
from footnoted.model.documents import LinksDocument

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
    type=click.Choice(["never", "error", "warning", "new-error"]),
    default="new-error",
    show_default=True,
    help="error: dead, soft 404, parked. warning: moved too. There is no yesterday here.",
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
    """Check the links of FILE (a URL a line, Markdown or HTML; `-`: standard input)."""
    from footnoted.audit.links import check_links, read_urls
    from footnoted.audit.options import Clock, Watcher
    from footnoted.web.settings import FetchSettings, parse_network

    name = "<stdin>" if str(file) == "-" else str(file)
    data = sys.stdin.buffer.read() if str(file) == "-" else _bytes(file)
    urls = read_urls(data, name)
    settings = FetchSettings(
        allow_net=tuple(parse_network(text) for text in allow_net),
        total_seconds=timeout,
        pace_seconds=pace,
    )
    progress = Progress(quiet=quiet or form == "json")
    watcher = Watcher(progress.say)
    with stop_on_interrupt(watcher.stop):
        try:
            document = check_links(urls, settings, Clock(), watcher)
        finally:
            progress.close()
    if form == "json":
        click.echo(document.model_dump_json(by_alias=True, indent=2))
    else:
        _print(document)
    sys.exit(_exit_code(document, fail_on))


def _bytes(file: Path) -> bytes:
    from footnoted.errors import FootnotedError

    try:
        return file.read_bytes()
    except OSError as error:
        raise FootnotedError(f"{file}: cannot be read ({error.strerror})") from error


def _print(document: LinksDocument) -> None:
    from footnoted.reports.terminal import plain

    width = max((len(link.verdict) for link in document.links), default=0)
    for link in document.links:
        word = click.style(f"{link.verdict:<{width}}", fg=_COLOURS.get(link.verdict, "cyan"))
        click.echo(f"{word}  {plain(link.url)}  {plain(link.message)}")
    counts: dict[str, int] = {}
    for link in document.links:
        counts[link.verdict] = counts.get(link.verdict, 0) + 1
    told = ", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items()))
    click.echo(told or "no links found", err=True)


def _exit_code(document: LinksDocument, fail_on: str) -> int:
    verdicts = [str(link.verdict) for link in document.links]
    if verdicts and all(verdict == "offline" for verdict in verdicts):
        return 4
    red = {
        "never": (),
        "warning": ("dead", "soft_404", "parked", "moved"),
    }.get(fail_on, ("dead", "soft_404", "parked"))
    return 1 if any(verdict in red for verdict in verdicts) else 0
