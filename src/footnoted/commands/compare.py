"""`footnoted compare`: words or a figure beside a source."""

from __future__ import annotations

import sys
from codecs import BOM_UTF8
from pathlib import Path
from typing import TYPE_CHECKING

import click

from footnoted.commands.arguments import TEXT_OR_JSON
from footnoted.commands.fetching import ALLOW_NET, SECOND_OPINION, USE_PROXY, fetch_settings
from footnoted.commands.settings import of_here
from footnoted.errors import FootnotedError
from footnoted.model.documents import CompareAnswer, CompareCase

if TYPE_CHECKING:  # loads parsers and the fetcher
    from footnoted.audit.compare_batch import Batch


_EXAMPLES = """\
\b
Examples:
  footnoted compare "the quoted words" page.html
  footnoted compare --figure '$2.87bn' report.pdf --measure trade
  footnoted compare --batch cases.jsonl

\b
Exit codes: 0 it stands there, 1 it does not, or nobody can tell, 2 wrong use,
4 the page was not seen. A batch ends with 0 whatever the verdicts are.
"""


@click.command("compare", epilog=_EXAMPLES)
@click.argument("text", required=False, is_eager=True, callback=of_here)
@click.argument("source", required=False)
@click.option("--figure", is_flag=True, help="TEXT is a figure, such as $2.87bn.")
@click.option(
    "--measure", metavar="WORDS", help="What the figure measures: `trade`, `people moved`."
)
@click.option("--period", metavar="TIME", help="When: 2012, 2012-05, `the 1990s`.")
@click.option("--cell", nargs=2, metavar="ROW COLUMN", help="The table cell that holds the figure.")
@click.option("--page", metavar="PAGE", help="Where in the source: `p 11`.")
@click.option("--speaker", metavar="NAME", help="Who is quoted.")
@click.option(
    "--batch",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="CASES|-",
    help="Many cases, a JSON line each; the answers come in the same order.",
)
@ALLOW_NET
@SECOND_OPINION
@USE_PROXY
@TEXT_OR_JSON
def command(
    text: str | None,
    source: str | None,
    figure: bool,
    measure: str | None,
    period: str | None,
    cell: tuple[str, str] | None,
    page: str | None,
    speaker: str | None,
    batch: Path | None,
    allow_net: tuple[str, ...],
    second_opinion: bool,
    use_proxy: bool,
    form: str,
) -> None:
    """Compare TEXT with SOURCE, a file or a URL, and tell what differs.

    A figure is looked for beside what it measures, where --measure and --period tell; without
    them its unit decides.
    """
    from footnoted.audit.compare_batch import Batch
    from footnoted.model.documents import CaseCell, CompareContext

    settings = fetch_settings(
        allow_net=allow_net, second_opinion=second_opinion, use_proxy=use_proxy
    )
    comparing = Batch(settings)
    if batch is not None:
        if text is not None or figure or measure or period or cell or page or speaker:
            raise click.UsageError("give TEXT and SOURCE with their options, or --batch, not both")
        sys.exit(_compare_all(comparing, batch))
    if text is None or source is None:
        raise click.UsageError("give TEXT and SOURCE, or --batch CASES")
    context = CompareContext(
        measure=measure,
        period=period,
        cell=CaseCell(row=cell[0], column=cell[1]) if cell else None,
        page=page,
        speaker=speaker,
    )
    kind = "figure" if figure else "quotation"
    case = CompareCase(id="1", kind=kind, text=text, source=source, context=context)
    sys.exit(_compare_one(comparing, case, form))


def _compare_one(comparing: Batch, case: CompareCase, form: str) -> int:
    """Print the answer and return the exit code."""
    if not case.text.strip():
        raise FootnotedError("TEXT is empty: give the words or the figure to look for")
    answer = next(iter(comparing.answers([case])))
    if answer.reason == "source_unavailable":
        raise FootnotedError(answer.message)
    if form == "json":
        click.echo(answer.model_dump_json(indent=2))
    else:
        _print(answer)
    return _exit_code(answer)


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
        return sys.stdin.buffer.read().removeprefix(BOM_UTF8).splitlines()
    try:
        return batch.read_bytes().removeprefix(BOM_UTF8).splitlines()
    except OSError as error:
        raise FootnotedError(f"{batch}: cannot be read ({error.strerror})") from error


def _print(answer: CompareAnswer) -> None:
    from footnoted.reports.terminal import plain

    colour = "green" if answer.verdict in _FINE else "red"
    told = click.style(answer.verdict, fg="yellow" if answer.needs_review else colour, bold=True)
    review = ", needs review" if answer.needs_review else ""
    reason = f" ({answer.reason})" if answer.reason else ""
    click.echo(f"{told}{review}{reason}  {plain(answer.message)}")
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
