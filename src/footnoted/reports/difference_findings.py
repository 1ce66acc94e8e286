"""Which findings came and went between two reports, and which could not be looked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from footnoted.history.problems import worse
from footnoted.model.difference import ChangedFindingDoc
from footnoted.model.report import ClaimDoc, FindingDoc, LinkDoc, Report
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
class _Side:
    """What a report tells of what was looked at: by claim, by source, by lint."""

    claims: Mapping[str, ClaimDoc]
    links: Mapping[str, list[LinkDoc]]
    not_run: Mapping[str, str]

    @classmethod
    def of(cls, report: Report) -> _Side:
        links: dict[str, list[LinkDoc]] = {}
        for link in report.links:
            if link.basis == "cited":
                links.setdefault(link.source, []).append(link)
        return cls(
            {claim.id: claim for claim in report.claims},
            links,
            {lint.rule: lint.why for lint in report.run.not_run},
        )


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
    came, stayed, gone, unseen = [], [], [], []
    sides = _Side.of(old), _Side.of(new)
    for was, now in _pairs(old.findings, new.findings):
        if now and not now.waived:
            if was is None or was.waived:
                came.append(ChangedFindingDoc(finding=now, why=_why_new(now, was)))
            elif worse(now.level, was.level):
                came.append(ChangedFindingDoc(finding=now, was=was.level, why=_why_new(now, was)))
            else:
                stayed.append(ChangedFindingDoc(finding=now))
        elif was and not was.waived:
            why = None if now else _why_unseen(was, *sides)
            if why:
                unseen.append(ChangedFindingDoc(finding=was, why=why))
            else:
                gone.append(ChangedFindingDoc(finding=was, why=_why_gone(was, now, sides[1])))
    return Findings(*(_errors_first(group) for group in (came, gone, unseen, stayed)))


def _pairs(
    old: Iterable[FindingDoc], new: Iterable[FindingDoc]
) -> Iterator[tuple[FindingDoc | None, FindingDoc | None]]:
    """Yield each finding beside what it was before, in the order of the new ones.

    They are known again by the name that history gives them. Where that fails, since another
    version names them otherwise or not at all, by the same words about the same record.
    """
    left = dict(enumerate(old))
    matched: dict[int, FindingDoc] = {}
    later = dict(enumerate(new))
    for name in (_named, _said):
        known: dict[Key, list[int]] = {}
        for number, one in left.items():
            known.setdefault(name(one), []).append(number)
        for number, one in later.items():
            key = name(one)
            if number not in matched and any(key) and known.get(key):
                matched[number] = left.pop(known[key].pop(0))
    for number, one in later.items():
        yield matched.get(number), one
    for one in left.values():
        yield one, None


def _named(one: FindingDoc) -> Key:
    return (one.fingerprint,)


def _said(one: FindingDoc) -> Key:
    return (one.rule, one.where.note, one.where.claim, one.where.source, one.message)


def _why_new(one: FindingDoc, was: FindingDoc | None) -> str | None:
    if was and was.waived:
        return "no longer waived"
    return overview.why_new(one).removeprefix("New: ") or None


def _why_gone(one: FindingDoc, now: FindingDoc | None, new: _Side) -> str | None:
    if now:
        return "waived"
    if one.where.claim and one.where.claim not in new.claims:
        return "its record is gone"
    return None


def _why_unseen(one: FindingDoc, old: _Side, new: _Side) -> str | None:
    """Say why nobody can tell whether this is mended; None where it was looked for."""
    if one.rule in new.not_run:
        return f"not run: {new.not_run[one.rule]}"
    if one.where.claim:
        return _unseen_claim(old.claims.get(one.where.claim), new.claims.get(one.where.claim))
    if one.where.source:
        return _unseen_source(old.links.get(one.where.source), new.links.get(one.where.source))
    return None


def _unseen_claim(was: ClaimDoc | None, now: ClaimDoc | None) -> str | None:
    if was is None or now is None or now.verdict not in _UNSEEN_CLAIMS:
        return None
    return None if was.verdict in _UNSEEN_CLAIMS else overview.claim_line(now)


def _unseen_source(was: list[LinkDoc] | None, now: list[LinkDoc] | None) -> str | None:
    hidden = [one for one in now or () if one.verdict in _UNSEEN_LINKS]
    if not hidden or len(hidden) < len(now or ()):
        return None
    if all(one.verdict in _UNSEEN_LINKS for one in was or ()):
        return None
    return f"not seen now: {hidden[0].url} ({hidden[0].verdict.replace('_', ' ')})"


def _errors_first(group: list[ChangedFindingDoc]) -> tuple[ChangedFindingDoc, ...]:
    rank = {"error": 0, "warning": 1, "info": 2}
    return tuple(sorted(group, key=lambda one: rank[one.finding.level]))
