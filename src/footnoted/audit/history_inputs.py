"""What an audit is made of, as history keeps it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping

from footnoted.criteria import record_digests
from footnoted.history import Inputs
from footnoted.history.causes import State
from footnoted.model.base import Record
from footnoted.model.corpus import Corpus
from footnoted.model.draft import Draft
from footnoted.model.finding import Finding, Where
from footnoted.model.records import Waiver


def inputs_now(corpus: Corpus, draft: Draft | None, version: str) -> Inputs:
    """Return what an audit of this corpus by this version is made of."""
    paper = draft.paper.sha256 if draft else None
    records = {name: digest[:12] for name, digest in record_digests(corpus).items()}
    judged = {judgement_name(*one.key): _digest(_told(one)) for one in corpus.judgements}
    told = {**records, **judged, **_waivers(corpus.waivers)}
    return Inputs(version, corpus.digest, paper, told)


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


def judgement_name(claim: str, quotation: str | None, figure: str | None) -> str:
    """Return the name under which history knows the judgement of a part, or of a whole claim."""
    words = quotation or figure
    return f"judgement:{claim}:{_digest(words)}" if words else f"judgement:{claim}"


def judgement_at(finding: Finding, corpus: Corpus) -> str:
    """Return the name of the judgement that a finding is about."""
    where = finding.where
    for index, one in enumerate(corpus.judgements):
        place = corpus.place("judgements", index)
        if (place.file, place.line) == (where.file, where.line):
            return judgement_name(*one.key)
    return judgement_name(where.claim or "", None, None)


def _told(record: Record) -> object:
    return record.model_dump(mode="json", exclude_defaults=True)


def _waivers(waivers: Iterable[Waiver]) -> dict[str, str]:
    told: dict[str, list[object]] = {}
    for one in waivers:
        name = waiver_name(one.rule, one.claim, one.note, one.source)
        told.setdefault(name, []).append(_told(one))
    return {name: _digest(each) for name, each in told.items()}


def _digest(told: object) -> str:
    named = json.dumps(told, sort_keys=True).encode("ascii")
    return hashlib.sha256(named).hexdigest()[:12]
