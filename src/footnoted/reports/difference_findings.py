"""Which findings came and went between two reports, and which could not be looked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from footnoted.history.problems import worse
from footnoted.model.difference import ChangedFindingDoc
from footnoted.model.report import FindingDoc, Report
from footnoted.model.verdicts import ClaimVerdict, LinkVerdict
from footnoted.reports import overview

_UNSEEN_CLAIMS = frozenset({ClaimVerdict.UNCHECKED, ClaimVerdict.SOURCE_UNAVAILABLE})
_UNSEEN_LINKS = frozenset(
    {
        LinkVerdict.BLOCKED,
        LinkVerdict.UNREACHABLE,
        LinkVerdict.NOT_FETCHED,
        LinkVerdict.OFFLINE,
    }
)

Key = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """The open findings of two reports beside each other, errors first."""

    new: tuple[ChangedFindingDoc, ...]
    fixed: tuple[ChangedFindingDoc, ...]
    unseen: tuple[ChangedFindingDoc, ...]
    persisting: tuple[ChangedFindingDoc, ...]


def changes(old: Report, new: Report) -> Findings:
    """Return which findings came, went, stayed, and which could not be looked for.

    A warning that became an error is new once more, as in history. What is gone only because its
    page could not be seen, or its lint did not run, is not called fixed.
    """
    named = all(one.fingerprint for report in (old, new) for one in report.findings)
    before = _keyed(old.findings, by_name=named)
    after = _keyed(new.findings, by_name=named)
    came, stayed, gone, unseen = [], [], [], []
    for key, one in after.items():
        was = before.get(key)
        if one.waived:
            continue
        if was is None or was.waived:
            came.append(ChangedFindingDoc(finding=one, why=_why_new(one, was)))
        elif worse(one.level, was.level):
            came.append(ChangedFindingDoc(finding=one, was=was.level, why=_why_new(one, was)))
        else:
            stayed.append(ChangedFindingDoc(finding=one))
    for key, one in before.items():
        now = after.get(key)
        if one.waived or (now and not now.waived):
            continue
        if now:
            gone.append(ChangedFindingDoc(finding=one, why="waived"))
        elif why := _why_unseen(one, old, new):
            unseen.append(ChangedFindingDoc(finding=one, why=why))
        else:
            gone.append(ChangedFindingDoc(finding=one, why=_why_gone(one, new)))
    return Findings(*(_errors_first(group) for group in (came, gone, unseen, stayed)))


def _keyed(findings: Iterable[FindingDoc], *, by_name: bool) -> Mapping[Key, FindingDoc]:
    """Return the findings by the name that history gave them, else by what they say of what.

    Equal ones are told apart by their order.
    """
    found: dict[Key, FindingDoc] = {}
    seen: Counter[Key] = Counter()
    for one in findings:
        about = (one.where.note, one.where.claim, one.where.source, one.message)
        key: Key = (one.fingerprint,) if by_name else (one.rule, *about)
        found[*key, str(seen[key])] = one
        seen[key] += 1
    return found


def _why_new(one: FindingDoc, was: FindingDoc | None) -> str | None:
    if was and was.waived:
        return "no longer waived"
    return overview.why_new(one).removeprefix("New: ") or None


def _why_gone(one: FindingDoc, new: Report) -> str | None:
    claims = {claim.id for claim in new.claims}
    if one.where.claim and one.where.claim not in claims:
        return "its record is gone"
    return None


def _why_unseen(one: FindingDoc, old: Report, new: Report) -> str | None:
    """Say why nobody can tell whether this is mended; None where it was looked for."""
    not_run = {lint.rule: lint.why for lint in new.run.not_run}
    if one.rule in not_run:
        return f"not run: {not_run[one.rule]}"
    if one.where.claim:
        return _unseen_claim(one.where.claim, old, new)
    return _unseen_source(one.where.source, old, new) if one.where.source else None


def _unseen_claim(ident: str, old: Report, new: Report) -> str | None:
    was = next((one for one in old.claims if one.id == ident), None)
    now = next((one for one in new.claims if one.id == ident), None)
    if was is None or now is None or now.verdict not in _UNSEEN_CLAIMS:
        return None
    return None if was.verdict in _UNSEEN_CLAIMS else overview.claim_line(now)


def _unseen_source(ident: str, old: Report, new: Report) -> str | None:
    was = [one for one in old.links if one.source == ident and one.basis == "cited"]
    now = [one for one in new.links if one.source == ident and one.basis == "cited"]
    hidden = [one for one in now if one.verdict in _UNSEEN_LINKS]
    if not hidden or len(hidden) < len(now) or all(one.verdict in _UNSEEN_LINKS for one in was):
        return None
    return f"not seen now: {hidden[0].url} ({hidden[0].verdict.replace('_', ' ')})"


def _errors_first(group: list[ChangedFindingDoc]) -> tuple[ChangedFindingDoc, ...]:
    rank = {"error": 0, "warning": 1, "info": 2}
    return tuple(sorted(group, key=lambda one: rank[one.finding.level]))
