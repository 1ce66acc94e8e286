"""What an audit is made of, as history keeps it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping

from footnoted.criteria import record_digests
from footnoted.history import Inputs
from footnoted.history.causes import State
from footnoted.model.corpus import Corpus
from footnoted.model.draft import Draft
from footnoted.model.finding import Where
from footnoted.model.records import Waiver


def inputs_now(corpus: Corpus, draft: Draft | None, version: str) -> Inputs:
    """Return what an audit of this corpus by this version is made of."""
    paper = draft.paper.sha256 if draft else None
    records = {name: digest[:12] for name, digest in record_digests(corpus).items()}
    return Inputs(version, corpus.digest, paper, {**records, **_waivers(corpus.waivers)})


def state_of(names: Iterable[str], before: Inputs | None, now: Inputs) -> State:
    """Return what became of the records called so since the audit before.

    One that is gone changed; where all are new, they are.
    """
    names = list(names)
    known: Mapping[str, str] = before.records if before else {}
    if names and not any(name in known for name in names):
        return "new"
    same = all(known.get(name) == now.records.get(name) for name in names)
    return "same" if same else "changed"


def record_names(where: Where) -> list[str]:
    """Return the names of the records that a finding is about."""
    named = (("claim", where.claim), ("note", where.note), ("source", where.source))
    return [f"{kind}:{ident}" for kind, ident in named if ident is not None]


def waiver_name(rule: str, claim: str | None, note: str | None, source: str | None) -> str:
    """Return the name under which history knows waivers of a rule on a target."""
    return f"waiver:{rule}:{claim or note or source}"


def _waivers(waivers: Iterable[Waiver]) -> dict[str, str]:
    told: dict[str, list[object]] = {}
    for one in waivers:
        name = waiver_name(one.rule, one.claim, one.note, one.source)
        told.setdefault(name, []).append(one.model_dump(mode="json", exclude_defaults=True))
    return {name: _digest(each) for name, each in told.items()}


def _digest(told: object) -> str:
    named = json.dumps(told, sort_keys=True).encode("ascii")
    return hashlib.sha256(named).hexdigest()[:12]
