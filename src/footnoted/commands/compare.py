"""`footnoted compare`: words or a figure beside a source."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from footnoted.commands.console import SECOND_OPINION, USE_PROXY
from footnoted.model.documents import CompareAnswer

if TYPE_CHECKING:  # loads parsers and the fetcher
    from footnoted.audit.compare_batch import Batch


@click.command("compare")
@click.argument("text", required=False)
@click.argument("source", required=False)
@click.option("--figure", is_flag=True, help="TEXT is a figure, such as $2.87bn.")
@click.option(
    "--batch",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="CASES|-",
    help="Many cases, a JSON line each; the answers come in the same order.",
)
@click.option("--allow-net", multiple=True, metavar="CIDR", help="Reach this private network too.")
@SECOND_OPINION
@USE_PROXY
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(
    text: str | None,
    source: str | None,
    figure: bool,
    batch: Path | None,
    allow_net: tuple[str, ...],
    second_opinion: bool,
    use_proxy: bool,
    form: str,
) -> None:
    """Compare TEXT with SOURCE, a file or a URL, and tell what differs."""
    from footnoted.audit.compare_batch import Batch
    from footnoted.errors import FootnotedError
    from footnoted.model.documents import CompareCase
    from footnoted.web.settings import FetchSettings, parse_network

    settings = FetchSettings(
        allow_net=tuple(parse_network(net) for net in allow_net),
        second_opinion=second_opinion,
        use_proxy=use_proxy,
    )
    comparing = Batch(settings)
    if batch is not None:
        if text is not None:
            raise click.UsageError("give TEXT and SOURCE, or --batch, not both")
        sys.exit(_compare_all(comparing, batch))
    if text is None or source is None:
        raise click.UsageError("give TEXT and SOURCE, or --batch CASES")
    if not text.strip():
        raise FootnotedError("TEXT is empty: give the words or the figure to look for")
    case = CompareCase(id="1", kind="figure" if figure else "quotation", text=text, source=source)
    answer = next(iter(comparing.answers([case])))
    if answer.reason == "source_unavailable":
        raise FootnotedError(answer.message)
    if form == "json":
        click.echo(answer.model_dump_json(indent=2))
    else:
        _print(answer)
    sys.exit(_exit_code(answer))


_FINE = ("verbatim", "typographic", "edited", "agrees")


def _exit_code(answer: CompareAnswer) -> int:
    if answer.verdict in _FINE:
        return 0
    from footnoted.audit.exits import NOT_SEEN

    return 4 if answer.verdict == "unchecked" and answer.reason in NOT_SEEN else 1


def _compare_all(comparing: Batch, batch: Path) -> int:
    """Answer every good line, then tell the bad ones: 2 if there are any."""
    from footnoted.audit.compare_batch import read_cases
    from footnoted.reports.terminal import plain

    name = "<stdin>" if str(batch) == "-" else str(batch)
    cases, faults = read_cases(_lines(batch), name)
    for answer in comparing.answers(cases):
        click.echo(answer.model_dump_json())
    for fault in faults:
        click.echo(f"footnoted: {plain(fault)}", err=True)
    return 2 if faults else 0


def _lines(batch: Path) -> list[bytes]:
    from footnoted.errors import FootnotedError

    if str(batch) == "-":
        return sys.stdin.buffer.read().splitlines()
    try:
        return batch.read_bytes().splitlines()
    except OSError as error:
        raise FootnotedError(f"{batch}: cannot be read ({error.strerror})") from error


def _print(answer: CompareAnswer) -> None:
    from footnoted.reports.terminal import plain

    colour = "green" if answer.verdict in _FINE else "red"
    click.echo(f"{click.style(answer.verdict, fg=colour, bold=True)}  {plain(answer.message)}")
    if answer.source_wording:
        click.echo(f"source: {plain(answer.source_wording)}")
    for op, claim, wording in answer.diff:
        if op in _DIFFERENCES:
            words = _DIFFERENCES[op].format(claim=plain(claim), source=plain(wording))
            click.echo(f"  {words}")


_DIFFERENCES = {
    "delete": "leaves out “{source}”",
    "insert": "adds “{claim}”",
    "replace": "has “{claim}” where the source has “{source}”",
}
