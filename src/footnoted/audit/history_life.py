"""`footnoted history`: the life of a source, a claim or a URL."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from footnoted.audit.begin import HISTORY
from footnoted.audit.last import one_corpus
from footnoted.errors import FootnotedError
from footnoted.history import (
    ClaimLine,
    HistoryLine,
    InputsLine,
    LinkLine,
    ObservationLine,
    ProblemLine,
)
from footnoted.history.life import Event, State, in_order, life
from footnoted.model.corpus import Corpus
from footnoted.model.history import EventDoc, HistoryDocument, StateDoc
from footnoted.plan import absolute, citations
from footnoted.store.state import read_history
from footnoted.verdicts import as_utc


def tell_life(folder: Path, reports: Path | None, target: str | None) -> HistoryDocument:
    """Return what history tells of `target` in the corpus at `folder`, or of all.

    Raises FootnotedError in one line where there is no such corpus, no history yet, or where
    neither the corpus nor its history knows the target.
    """
    corpus, path = history_of(folder, reports)
    lines = read_history(path).lines
    if not lines:
        raise FootnotedError(f"{path}: no history yet; run footnoted check {folder}")
    names = _names(corpus, target) if target else None
    told = [line for line in lines if names is None or _is_about(line, names)]
    if target and not told and target not in {*corpus.claims, *corpus.sources}:
        raise FootnotedError(f"{target}: neither a source, claim nor URL of {corpus.folder}")
    found = life(told)
    events = found.events
    if names is not None:
        others = [one for one in events if one.kind != "inputs"]
        events = in_order([*others, *_record_events(told, names)])
    return HistoryDocument(
        corpus=corpus.folder,
        target=target,
        events=tuple(_event(one) for one in events),
        states=tuple(_state(one) for one in found.states()),
    )


def history_of(folder: Path, reports: Path | None) -> tuple[Corpus, Path]:
    """Return the one corpus at `folder`, and where its history stands."""
    corpus, reports_of_it = one_corpus(folder, reports)
    return corpus, reports_of_it / HISTORY


def _names(corpus: Corpus, target: str) -> set[str]:
    """Return all names under which lines may speak of a target.

    A source's life is that of its URL, a claim's that of the URLs that it rests on too.
    """
    claim = corpus.claims.get(target)
    sources = [one.source for one in citations(corpus, claim)] if claim else []
    if target in corpus.sources:
        sources.append(target)
    urls = (corpus.sources[one].url for one in sources)
    kinds = [f"claim:{target}"] if claim else []
    kinds += [f"source:{one}" for one in sources]
    return {target, absolute(target), *kinds, *(absolute(url) for url in urls if url)}


def _is_about(line: HistoryLine, names: Collection[str]) -> bool:
    match line:
        case LinkLine():
            return line.url in names
        case ProblemLine():
            return line.target in names
        case ClaimLine() | ObservationLine():
            return line.claim in names
        case InputsLine():
            return any(name in names for name in line.records)
    return False


def _record_events(lines: Sequence[HistoryLine], names: Collection[str]) -> list[Event]:
    """Return when the records of a target came, changed and went."""
    events, known = [], set[str]()
    for line in lines:
        if not isinstance(line, InputsLine):
            continue
        for name, digest in line.records.items():
            if name in names:
                what = "gone from the records" if digest is None else "its record changed"
                words = what if name in known or digest is None else "on record"
                known.add(name)
                events.append(Event(line.at, "record", name, words))
    return events


def _event(event: Event) -> EventDoc:
    return EventDoc(
        at=as_utc(event.at),
        kind=event.kind,
        target=event.target,
        vantage=event.vantage,
        words=event.words,
        cause=event.cause,
        cause_message=event.cause_message,
    )


def _state(state: State) -> StateDoc:
    return StateDoc(
        target=state.target,
        vantage=state.vantage,
        words=state.words,
        since=state.since.isoformat(),
    )
