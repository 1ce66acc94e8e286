"""`footnoted compare`: words or a figure beside a source."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from footnoted.model.documents import CompareAnswer


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
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(
    text: str | None,
    source: str | None,
    figure: bool,
    batch: Path | None,
    allow_net: tuple[str, ...],
    form: str,
) -> None:
    """Compare TEXT with SOURCE, a file or a URL, and tell what differs."""
    from footnoted.audit.compare_batch import Batch, read_cases
    from footnoted.model.documents import CompareCase
    from footnoted.web.settings import FetchSettings, parse_network

    comparing = Batch(FetchSettings(allow_net=tuple(parse_network(net) for net in allow_net)))
    if batch is not None:
        if text is not None:
            raise click.UsageError("give TEXT and SOURCE, or --batch, not both")
        name = "<stdin>" if str(batch) == "-" else str(batch)
        cases, faults = read_cases(_lines(batch), name)
        for answer in comparing.answers(cases):
            click.echo(answer.model_dump_json())
        for fault in faults:
            click.echo(f"footnoted: {fault}", err=True)
        sys.exit(2 if faults else 0)
    if text is None or source is None:
        raise click.UsageError("give TEXT and SOURCE, or --batch CASES")
    case = CompareCase(id="1", kind="figure" if figure else "quotation", text=text, source=source)
    answer = next(iter(comparing.answers([case])))
    if form == "json":
        click.echo(answer.model_dump_json(indent=2))
    else:
        _print(answer)
    sys.exit(0 if answer.verdict in _FINE else 1)


_FINE = ("verbatim", "typographic", "edited", "agrees")


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
        if op != "equal":
            click.echo(f"  {op}: here “{plain(claim)}”, there “{plain(wording)}”")
