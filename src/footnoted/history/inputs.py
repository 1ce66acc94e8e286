"""What audits were made of: the program's version, the records, the paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from footnoted.history.lines import InputsLine


@dataclass(frozen=True, slots=True)
class Inputs:
    """The version that judged, digests of the corpus, of the paper (None: not read), of records."""

    version: str
    corpus: str
    paper: str | None = None
    records: Mapping[str, str] = field(default_factory=dict)


def inputs_of(lines: Iterable[InputsLine]) -> Inputs | None:
    """Return what was in force after `lines`, in order of time; None without any."""
    records: dict[str, str] = {}
    last: InputsLine | None = None
    for last in lines:
        for name, digest in last.records.items():
            if digest is None:
                records.pop(name, None)
            else:
                records[name] = digest
    if last is None:
        return None
    return Inputs(last.version, last.corpus, last.paper, records)


def inputs_line(before: Inputs | None, now: Inputs, at: datetime) -> InputsLine | None:
    """Return the line for what changed in what audits are made of, None where nothing did."""
    if before == now:
        return None
    known = before.records if before else {}
    changed: dict[str, str | None] = {
        name: digest for name, digest in now.records.items() if known.get(name) != digest
    }
    changed |= dict.fromkeys(name for name in known if name not in now.records)
    return InputsLine(
        at=at, version=now.version, corpus=now.corpus, paper=now.paper, records=changed
    )
