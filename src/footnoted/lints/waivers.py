"""Waivers: findings accepted for now, until the day that their owner named."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from footnoted.model.corpus import Corpus
from footnoted.model.finding import LOSSES, Finding, Where
from footnoted.model.records import Waiver
from footnoted.spelling import closest


@dataclass(frozen=True, slots=True)
class Looked:
    """What a run looked at: which `rules`; of those `by_check` it saw nothing of the `unseen`."""

    rules: Collection[str]
    by_check: Collection[str] = ()
    unseen: Collection[str] = ()

    def at(self, waiver: Waiver) -> bool:
        """Tell whether what the waiver speaks of was looked at: else nobody knows if it fits."""
        if waiver.rule not in self.rules:
            return False
        told = {"claim": waiver.claim, "note": waiver.note, "source": waiver.source}
        named = (f"{kind}:{name}" for kind, name in told.items() if name is not None)
        return waiver.rule not in self.by_check or not any(one in self.unseen for one in named)


def waive(findings: Iterable[Finding], corpus: Corpus, today: date) -> tuple[Finding, ...]:
    """Return the findings, those that a waiver in force names marked `waived`."""
    in_force = [one for one in corpus.waivers if not is_expired(one, today)]
    return tuple(
        replace(one, waived=True) if any(matches(waiver, one) for waiver in in_force) else one
        for one in findings
    )


def waiver_findings(
    findings: Iterable[Finding],
    corpus: Corpus,
    looked: Looked,
    today: date,
    *,
    known: Collection[str] | None = None,
) -> Iterator[Finding]:
    """Yield what is to say of the waivers: `waiver-unknown-rule`, `-unknown-target`, and so on.

    `known` are all rules there are; where it is None, no rule is called unknown.
    """
    told = list(findings)
    for index, waiver in enumerate(corpus.waivers):
        place = corpus.place("waivers", index)
        where = Where(
            place.file, place.line, place.column, waiver.note, waiver.claim, waiver.source
        )
        if known is not None and waiver.rule not in known:
            message = f"no rule is called '{waiver.rule}'{_nearest(waiver.rule, known)}"
            yield Finding("waiver-unknown-rule", "error", where, message, waiver.reason)
        elif message := _unknown_target(waiver, corpus):
            yield Finding("waiver-unknown-target", "error", where, message, waiver.reason)
        elif is_expired(waiver, today):
            message = (
                f"the waiver of '{waiver.rule}' by {waiver.owner} ran out on {waiver.expires}: "
                "mend what it waived, or renew it with a reason"
            )
            yield Finding("waiver-expired", "error", where, message, waiver.reason)
        elif looked.at(waiver) and not any(matches(waiver, one) for one in told):
            message = f"the waiver of '{waiver.rule}' fits no finding any more: take it out"
            yield Finding("waiver-unused", "warning", where, message, waiver.reason)


def _nearest(rule: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(rule, sorted(known), 1, 0.0)
    return f": did you mean '{near[0]}'?" if near else ""


def _unknown_target(waiver: Waiver, corpus: Corpus) -> str:
    """Say which claim or source is on no record; a note may be one that the paper alone has."""
    for kind, name, there in (
        ("claim", waiver.claim, corpus.claims),
        ("source", waiver.source, corpus.sources),
    ):
        if name is not None and name not in there:
            near = closest(name, there)
            hint = f"did you mean '{near}'?" if near else "name another, or take the waiver out"
            return f"no {kind} that could be read is called '{name}': {hint}"
    return ""


def is_expired(waiver: Waiver, today: date) -> bool:
    """Tell whether the last day on which the waiver holds has passed."""
    return date.fromisoformat(waiver.expires) < today


def matches(waiver: Waiver, finding: Finding) -> bool:
    """Tell whether the finding is of the waiver's rule and about its one target.

    A lost page is one trouble, however it answers tonight, and also when it has rotted.
    """
    where = finding.where
    same = waiver.rule == finding.rule or LOSSES.issuperset({waiver.rule, finding.rule})
    return same and any(
        wanted is not None and wanted == actual
        for wanted, actual in (
            (waiver.claim, where.claim),
            (waiver.note, where.note),
            (waiver.source, where.source),
        )
    )
