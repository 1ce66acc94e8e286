"""`footnoted history`: a life, one line a change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from footnoted.reports.terminal import plain

if TYPE_CHECKING:  # pydantic models: too heavy for `--help`
    from footnoted.model.history import EventDoc, HistoryDocument, StateDoc

COLUMNS = 100


@click.command("history")
@click.argument("target", required=False, metavar="[SOURCE|CLAIM|URL]")
@click.argument("corpus", required=False, type=click.Path(path_type=Path))
@click.option("--reports", type=click.Path(path_type=Path), help="Default: beside claims/.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(target: str | None, corpus: Path | None, reports: Path | None, form: str) -> None:
    """Tell what became of a source, a claim or a URL of CORPUS, newest last; or of all.

    CORPUS is claims/ where it is not given; a folder given alone is the corpus.
    """
    from footnoted.audit.history_life import tell_life

    if target and corpus is None and Path(target).is_dir():
        corpus, target = Path(target), None
    document = tell_life(corpus or Path("claims"), reports, target)
    if form == "json":
        click.echo(document.model_dump_json(by_alias=True, indent=2))
        return
    for line in _lines(document):
        click.echo(line)


def _lines(document: HistoryDocument) -> list[str]:
    """Return a line a change, of at most COLUMNS columns, then a line a state."""
    width = max((len(plain(one.vantage or "")) for one in document.events), default=0)
    lines = [_event(one, document.target, width) for one in document.events]
    states = [_state(one, document.target) for one in document.states]
    return [*lines, *(["", *states] if states else [])]


def _event(event: EventDoc, target: str | None, width: int) -> str:
    about = f"{event.target}: " if event.target not in {"", target, event.vantage} else ""
    vantage, words = plain(event.vantage or ""), plain(about + event.words)
    return _cut(f"{event.at[:10]} {event.at[11:16]}  {vantage:{width}}  {words}")


def _state(state: StateDoc, target: str | None) -> str:
    about = f"{state.target}: " if state.target != target else ""
    return plain(f"now: {about}{state.words}, since {state.since}")


def _cut(line: str) -> str:
    """Return a line of at most COLUMNS columns; what is cut off is told by `--format json`."""
    return line if len(line) <= COLUMNS else line[: COLUMNS - 1] + "…"
