"""A life, one line a change, for a terminal."""

from __future__ import annotations

from footnoted.model.history import EventDoc, HistoryDocument, StateDoc
from footnoted.reports.terminal import plain

COLUMNS = 100


def history_lines(document: HistoryDocument) -> list[str]:
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
