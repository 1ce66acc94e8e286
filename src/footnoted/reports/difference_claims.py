"""Which claims have another verdict in a later report, and what differs around them."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.model.difference import ChangedClaimDoc, Direction
from footnoted.model.report import ClaimDoc, EvidenceDoc, LinkDoc, Report
from footnoted.model.verdicts import ClaimVerdict
from footnoted.reports import overview
from footnoted.reports.words import BASES, CLAIMS, HOLD, LINKS, WRONG

_RANK = {verdict: rank for rank, verdict in enumerate(CLAIMS)}
_ORDER: dict[Direction, int] = {"worse": 0, "unseen": 1, "other": 2, "better": 3}


def changes(old: Report, new: Report) -> tuple[ChangedClaimDoc, ...]:
    """Return the claims that came, went or have another verdict, those that got worse first."""
    before = {claim.id: claim for claim in old.claims}
    after = {claim.id: claim for claim in new.claims}
    ids = [*after, *(ident for ident in before if ident not in after)]
    found = [
        _changed(before.get(ident), after.get(ident), old, new)
        for ident in ids
        if _verdict(before.get(ident)) != _verdict(after.get(ident))
    ]
    return tuple(sorted(found, key=lambda one: _ORDER[one.direction]))


def direction(before: ClaimVerdict | None, after: ClaimVerdict | None) -> Direction:
    """Return whether a claim's verdict got worse, better, or can no longer be told.

    From contradicted to unseen is not better: nobody saw that it is mended.
    """
    if after is None:
        return "other"
    if before is None:
        return "worse" if after in WRONG else "better" if after in HOLD else "other"
    if before in HOLD and after in HOLD:
        return "better" if _RANK[after] > _RANK[before] else "worse"
    if after in HOLD:
        return "better"
    if after in WRONG:
        return "other" if before in WRONG else "worse"
    return "unseen" if before in HOLD | WRONG else "other"


def _verdict(claim: ClaimDoc | None) -> ClaimVerdict | None:
    return claim.verdict if claim else None


def _changed(
    was: ClaimDoc | None, now: ClaimDoc | None, old: Report, new: Report
) -> ChangedClaimDoc:
    either = now or was
    assert either
    return ChangedClaimDoc(
        id=either.id,
        says=either.says,
        notes=either.notes,
        change="changed" if was and now else "added" if now else "removed",
        before=_verdict(was),
        after=_verdict(now),
        direction=direction(_verdict(was), _verdict(now)),
        why=tuple(_why(was, now, old, new)) if was and now else (),
        message=overview.claim_line(now) if now else None,
    )


def _why(was: ClaimDoc, now: ClaimDoc, old: Report, new: Report) -> Iterator[str]:
    """Yield what differs around the claim; where nothing does, that nothing on record tells why."""
    told = [
        *(["the record changed"] if _record(was) != _record(now) else []),
        *_of_evidence(was, now),
        *_of_links(now, old, new),
    ]
    yield from told
    if told:
        return
    if old.run.offline != new.run.offline:
        yield f"there {'is no network now' if new.run.offline else 'was no network before'}"
    elif old.tool.version != new.tool.version:
        yield f"judged by footnoted {new.tool.version}, before by {old.tool.version}"
    else:
        yield "record, pages and program are the same: a date, or a person's judgement"


def _record(claim: ClaimDoc) -> object:
    """Return what a person wrote of the claim."""
    parts = [(one.kind, one.text, one.measure, one.period, one.speaker) for one in claim.parts]
    return claim.says, claim.notes, claim.sources, parts


def _of_evidence(was: ClaimDoc, now: ClaimDoc) -> Iterator[str]:
    """Yield which pages or copies are others than before, and what is compared in their place."""
    before, after = _evidence(was), _evidence(now)
    for key, seen in after.items():
        earlier = before.get(key)
        if earlier and earlier.digest != seen.digest:
            where = seen.url or seen.obtained or seen.source
            yield f"{BASES[seen.basis].title.lower()} changed: {where}"
    first, second = ({one.basis for one in each.values()} for each in (before, after))
    if first != second and second:
        names = " and ".join(sorted(BASES[one].title.lower() for one in second))
        yield f"now compared with: {names}"
    elif first and not second:
        yield "nothing to compare with any more"


def _evidence(claim: ClaimDoc) -> dict[tuple[str, str, str | None], EvidenceDoc]:
    seen = [part.evidence for part in claim.parts if part.evidence]
    return {(one.source, one.basis, one.url): one for one in seen}


def _of_links(now: ClaimDoc, old: Report, new: Report) -> Iterator[str]:
    before, after = _links(old), _links(new)
    for url in now.links:
        was, link = before.get(url), after.get(url)
        if was and link and was.verdict is not link.verdict:
            first, second = (LINKS[one.verdict].title.lower() for one in (was, link))
            yield f"{url}: {first} → {second}"


def _links(report: Report) -> dict[str, LinkDoc]:
    return {link.url: link for link in report.links}
