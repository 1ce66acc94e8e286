"""What an audit begins with: the records, the history, and what the last audit left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from footnoted.audit.changed import Change, scope_and_change
from footnoted.audit.options import Options, Watcher
from footnoted.audit.recall import Recall, is_behind
from footnoted.corpus import read_corpus
from footnoted.errors import UnreadableCorpusError
from footnoted.history import Book, HistoryLine
from footnoted.model.corpus import Corpus
from footnoted.model.finding import Finding
from footnoted.model.remembered import Memory
from footnoted.plan import Scope
from footnoted.store.memory import read_memory
from footnoted.store.state import read_history

HISTORY = "state/history.jsonl"
"""Where a paper's history stands in its folder of reports."""

CHECKS = "state/checks.json"
"""Where what an audit remembers for the next stands there."""


STATE_IS_LOST = (
    "nothing is remembered of the audit whose report stands beside it, so all counts as new; "
    "footnoted baseline takes it as known"
)


@dataclass(frozen=True, slots=True)
class Begun:
    """The records of a paper and the faults of those left out, what of them is audited, its past.

    `change` is what is under test, where that is a change of the records. `state` is the folder
    of its reports, `lines` its history as it was read.
    """

    corpus: Corpus
    faults: tuple[Finding, ...]
    scope: Scope
    change: Change | None
    state: Path
    lines: tuple[HistoryLine, ...]
    book: Book
    recall: Recall

    @property
    def whole(self) -> bool:
        """Whether all of the paper is audited."""
        return self.scope.part is None


def begin(options: Options, watcher: Watcher, version: str) -> Begun:
    """Read what an audit by this version of ours begins with.

    Raises UnreadableCorpusError, UnknownTargetError or EvidenceError, each with a line for each
    fault.
    """
    corpus, faults = _read_records(options)
    scope, change = scope_and_change(corpus, options.only, options.changed_since)
    state = options.reports_folder / corpus.paper.id
    lines = tuple(read_history(state / HISTORY).lines)
    recall = _recall(state / CHECKS, options, watcher, lines, version)
    recall.in_use = scope.part is None and not options.replay
    return Begun(corpus, faults, scope, change, state, lines, Book(lines), recall)


def _read_records(options: Options) -> tuple[Corpus, tuple[Finding, ...]]:
    reading = read_corpus(options.corpus)
    if reading.corpus is None:
        lines = [
            f"{one.where.file}:{one.where.line}:{one.where.column}: {one.message}"
            for one in reading.findings
        ]
        raise UnreadableCorpusError("\n".join(lines) or f"{options.corpus}: no records here")
    return reading.corpus, reading.findings


def _recall(
    checks: Path, options: Options, watcher: Watcher, lines: Sequence[HistoryLine], version: str
) -> Recall:
    """Return what this audit may take from the last one: a replay or a part takes nothing.

    Where history (`lines`) tells of a later audit than memory, every page is looked at again.
    """
    if options.replay:
        return Recall(Memory(), version)
    read = read_memory(checks)
    if read.note:
        watcher.say(read.note, 0, 0)
    elif not read.memory.looks and not lines and (checks.parent.parent / "report.json").exists():
        watcher.say(f"{checks.parent}: {STATE_IS_LOST}", 0, 0)
    ask_all = options.ask_all or is_behind(read.memory, lines)
    return Recall(read.memory, version, ask_all=ask_all, cadence=options.cadence)
