"""Findings to verdicts: what became of a claim, and of a note (pure; DESIGN, "Verdicts")."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from footnoted.history import ROT
from footnoted.model.capture import Basis
from footnoted.model.parts import PartKind
from footnoted.model.records import ClaimRecord, NoteRecord
from footnoted.model.verdicts import (
    CONTRADICTED,
    FOUND,
    ClaimVerdict,
    Comparison,
    LinkLook,
    LinkVerdict,
    PartVerdict,
)

FRESH_DAYS = 30
"""A paper not older than this saw the page as it is now."""

MEMENTO_DAYS = 30
"""A memento this near the date of the paper (or of access) is what its author saw."""

ANSWERED = frozenset({LinkVerdict.ALIVE, LinkVerdict.MOVED})
"""Link verdicts that mean the cited page itself came back."""

WORST_FIRST = tuple(ClaimVerdict)
"""Claim verdicts in the order in which a person wants to see them."""


@dataclass(frozen=True, slots=True)
class Look:
    """One part compared with one capture (asked at `url`) of one source.

    `at` is when it was looked at; for a memento, when the archive made it.
    """

    source: str
    basis: Basis
    url: str
    at: datetime
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Part:
    """A quotation or figure of a claim (`index` within its kind) and all looks for it."""

    kind: PartKind
    index: int
    looks: tuple[Look, ...] = ()


@dataclass(frozen=True, slots=True)
class Access:
    """Whether a source could be read at all, and on which basis.

    `link` is None where the source has no URL; `read` lists the bases on which there was a
    readable text (a memento only if it is what the author may have seen); `unreadable` says why
    the page that answered could not be read; `copy_is_elsewhere`: a local copy is on record, and
    its file is not in this evidence.
    """

    source: str
    link: LinkLook | None
    read: tuple[Basis, ...] = ()
    unreadable: str | None = None
    copy_is_elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class PartJudgement:
    """A part's verdict, and the look that decided it (None: nothing could be looked at)."""

    part: Part
    verdict: PartVerdict
    reason: str | None
    look: Look | None


@dataclass(frozen=True, slots=True)
class ClaimJudgement:
    """A claim's verdict with its reason code and words; `found` of its parts stood there."""

    verdict: ClaimVerdict
    reason: str | None
    message: str
    needs_review: bool
    found: int
    parts: tuple[PartJudgement, ...]
    basis: Basis | None = None
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """When the paper appeared and when we judge: whether the page now is what its author saw.

    `issued` is the paper's date (EDTF); an absent one counts as long ago.
    """

    as_of: datetime
    issued: str | None

    @property
    def page_now_is_the_one(self) -> bool:
        """Whether the paper is young enough for the page now to be the one its author saw."""
        latest = latest_day(self.issued)
        return latest is not None and (self.as_of.date() - latest).days <= FRESH_DAYS

    def near(self, made: datetime, accessed: str | None) -> bool:
        """Whether a memento was made near the day of access, else near the paper's date."""
        latest = latest_day(accessed or self.issued)
        return latest is not None and is_near(made.date(), latest)


def is_near(made: date, day: date) -> bool:
    """Tell whether a memento of the day `made` is what was seen on `day` (`MEMENTO_DAYS`)."""
    return abs((made - day).days) <= MEMENTO_DAYS


def latest_day(edtf: str | None) -> date | None:
    """Return the last day that an EDTF date of up to day precision may mean."""
    if not edtf:
        return None
    numbers = [int(part) for part in edtf.rstrip("~?%").split("-")]
    year, month = numbers[0], numbers[1] if len(numbers) > 1 else 12
    if len(numbers) == 3:
        return date(year, month, numbers[2])
    return date(year, month, monthrange(year, month)[1])


def judge_part(part: Part) -> PartJudgement:
    """Choose the look that decides a part: found, else contradicted, else unchecked, else absent.

    Absent is last: the part is absent only if no source may still hold it, and a page in another
    language may. Among equals the cited page goes before a memento, a local copy and an
    alternate, and a look that needs no review before one that does.
    """
    if not part.looks:
        return PartJudgement(part, PartVerdict.UNCHECKED, None, None)
    look = min(_deciding(part.looks), key=_rank)
    return PartJudgement(part, look.comparison.verdict, look.comparison.reason, look)


def _deciding(looks: Sequence[Look]) -> list[Look]:
    """Return the looks that may decide.

    Where a source was read on its own page or a stand-in and lacks the part, a look at the same
    source that could not compare says nothing more.
    """
    answered = {look.source for look in looks if look.comparison.verdict is not _UNCHECKED}
    return [
        look
        for look in looks
        if look.comparison.verdict is not _UNCHECKED or look.source not in answered
    ]


_UNCHECKED = PartVerdict.UNCHECKED
_BASES: tuple[Basis, ...] = ("cited", "memento", "local", "alternate")


def _rank(look: Look) -> tuple[int, int, int]:
    comparison = look.comparison
    if comparison.verdict in FOUND:
        kind = 0
    elif comparison.verdict in CONTRADICTED:
        kind = 1
    elif comparison.verdict is PartVerdict.UNCHECKED:
        kind = 2
    else:
        kind = 3
    return (kind, int(comparison.needs_review), _BASES.index(look.basis))


def judge_claim(
    claim: ClaimRecord,
    notes: Sequence[NoteRecord],
    access: Sequence[Access],
    parts: Sequence[Part],
    setting: Setting,
) -> ClaimJudgement:
    """Judge a claim by the first rule of DESIGN that fits.

    `notes` are the claim's own, `access` one entry a source that it rests on, `parts` its
    quotations and figures with every look that was possible.
    """
    judged = tuple(judge_part(part) for part in parts)
    verdict, reason, message = _first_that_fits(claim, notes, access, judged, setting)
    if verdict is ClaimVerdict.NOT_FOUND:
        judged = tuple(_as_shown(part, _SHOWN_ON.get(reason)) for part in judged)
    decisive = _decisive(judged, verdict)
    return ClaimJudgement(
        verdict=verdict,
        reason=reason,
        message=message,
        needs_review=_needs_review(judged, access, verdict),
        found=sum(part.verdict in FOUND for part in judged),
        parts=judged,
        basis=decisive.basis if decisive else None,
        seen_at=decisive.at if decisive else None,
    )


_Ruling = tuple[ClaimVerdict, str | None, str]


def _first_that_fits(
    claim: ClaimRecord,
    notes: Sequence[NoteRecord],
    access: Sequence[Access],
    judged: tuple[PartJudgement, ...],
    setting: Setting,
) -> _Ruling:
    contradicted = [part for part in judged if part.verdict in CONTRADICTED]
    if contradicted:
        first = contradicted[0]
        assert first.look is not None
        return ClaimVerdict.MISMATCH, first.reason, _dated(first.look)
    if judged and all(part.verdict in FOUND for part in judged):
        return _found(judged, access)
    absent = [part for part in judged if part.verdict is PartVerdict.ABSENT]
    if absent and not _unseen(access):
        return _absent(absent, setting)
    return _unavailable(access) or _unchecked(claim, notes, access, judged)


def _dated(look: Look) -> str:
    """Return what comparing told, with the date of a memento."""
    message = look.comparison.message
    if look.basis != "memento":
        return message
    return f"{message} (in a memento of {look.at:%Y-%m-%d})"


def _found(judged: tuple[PartJudgement, ...], access: Sequence[Access]) -> _Ruling:
    bases = {part.look.basis for part in judged if part.look}
    count = f"{len(judged)} of {_many(len(judged), 'part')} found"
    if "memento" in bases:
        days = sorted(
            {f"{p.look.at:%Y-%m-%d}" for p in judged if p.look and p.look.basis == "memento"}
        )
        became, words = _page_now(judged, access)
        memento = f"{count} in a memento of {' and '.join(days)}"
        return ClaimVerdict.SUPPORTED_THEN, became, f"{memento}; {words}"
    place = {
        frozenset({"cited"}): "in the cited page",
        frozenset({"local"}): "in a local copy",
        frozenset({"alternate"}): "on an alternate address only",
    }.get(frozenset(bases), "in the cited page and its stand-ins together")
    reason = None if bases == {"cited"} else "_and_".join(sorted(bases))
    return ClaimVerdict.SUPPORTED, reason, f"{count} {place}"


def _page_now(judged: tuple[PartJudgement, ...], access: Sequence[Access]) -> tuple[str, str]:
    """Return what became of the cited page of a part that only a memento still holds."""
    archived = {one.look.source for one in judged if one.look and one.look.basis == "memento"}
    pages = [one for one in access if one.source in archived]
    if any("cited" in one.read for one in pages):
        return "gone_from_page", "not on the cited page as it is now"
    if any(one.link and one.link.verdict in ROT for one in pages):
        return "page_gone", "the cited page is gone"
    return "page_not_seen", "the cited page was not seen"


def _unseen(access: Sequence[Access]) -> bool:
    """Whether some source of the claim could not be read: the part may stand there."""
    return any(not source.read for source in access)


def _absent(absent: list[PartJudgement], setting: Setting) -> _Ruling:
    first = absent[0]
    assert first.look is not None
    what = f"{_many(len(absent), 'part')} not in the source"
    where = next((seen for part in absent if (seen := _as_author_saw(part, setting))), None)
    if where:
        return ClaimVerdict.NOT_FOUND, where[0], f"{what}: {where[1]}"
    return (
        ClaimVerdict.UNCHECKED,
        "may_have_drifted",
        f"{what} as it is now; what the paper's author saw was not at hand",
    )


def _as_author_saw(part: PartJudgement, setting: Setting) -> tuple[str, str] | None:
    """Return on what the part is missing, if that is what its author saw, for every source.

    One source of which only today's page was read may have held it then.
    """
    sources: dict[str, list[Look]] = {}
    for look in part.part.looks:
        sources.setdefault(look.source, []).append(look)
    told = [_shown_to_author(looks, setting) for looks in sources.values()]
    return told[0] if told and all(told) else None


def _shown_to_author(looks: list[Look], setting: Setting) -> tuple[str, str] | None:
    lacking = (look for look in looks if look.comparison.verdict is PartVerdict.ABSENT)
    by_basis = {look.basis: look for look in lacking}
    if "local" in by_basis:
        return "absent_from_local_copy", "read in a local copy"
    if "memento" in by_basis:
        day = f"{by_basis['memento'].at:%Y-%m-%d}"
        return "absent_from_memento", f"read in a memento of {day}"
    if "cited" in by_basis and setting.page_now_is_the_one:
        return "absent_from_page", "read on the cited page"
    return None


_SHOWN_ON: dict[str | None, Basis] = {
    "absent_from_local_copy": "local",
    "absent_from_memento": "memento",
}


def _as_shown(judged: PartJudgement, basis: Basis | None) -> PartJudgement:
    """Return an absent part with the look that shows it was not there when its author looked."""
    looks = (
        look
        for look in judged.part.looks
        if look.basis == basis and look.comparison.verdict is PartVerdict.ABSENT
    )
    shown = next(looks, None) if judged.verdict is PartVerdict.ABSENT else None
    return replace(judged, look=shown) if shown else judged


_COULD_NOT_LOOK = frozenset({LinkVerdict.OFFLINE, LinkVerdict.NOT_FETCHED})


def _unavailable(access: Sequence[Access]) -> _Ruling | None:
    """Rule 5: nothing could be read of a source that has an address."""
    gone = [
        source
        for source in access
        if source.link and not source.read and source.link.verdict not in _COULD_NOT_LOOK
    ]
    if not gone:
        return None
    first = gone[0]
    assert first.link is not None
    if first.link.verdict in ANSWERED:
        why = first.unreadable or "unreadable"
        words = why.replace("_", " ")
        return ClaimVerdict.SOURCE_UNAVAILABLE, why, f"the page answers but cannot be read: {words}"
    verdict = first.link.verdict
    words = f"{verdict.value.replace('_', ' ')}: {first.link.message}".rstrip(": ")
    return ClaimVerdict.SOURCE_UNAVAILABLE, verdict.value, f"the source is {words}"


def _unchecked(
    claim: ClaimRecord,
    notes: Sequence[NoteRecord],
    access: Sequence[Access],
    judged: tuple[PartJudgement, ...],
) -> _Ruling:
    reason, message = (
        _without_source(claim, notes, access)
        or _could_not_look(access)
        or _part_unchecked(judged)
        or ("nothing_to_compare", "a statement without quotation or figure: for a person to judge")
    )
    return ClaimVerdict.UNCHECKED, reason, message


def _without_source(
    claim: ClaimRecord, notes: Sequence[NoteRecord], access: Sequence[Access]
) -> tuple[str, str] | None:
    if access:
        if all(source.link is None and not source.read for source in access):
            if any(source.copy_is_elsewhere for source in access):
                return "no_url", "no address; the local copy on record is not in the evidence here"
            return "no_url", "the source has no address, and no local copy is on record"
        return None
    if not claim.note and not claim.source:
        return "unsourced", "the paper gives no note for this"
    for status in ("missing", "dangling", "ambiguous"):
        label = next((note.label or note.id for note in notes if note.status == status), None)
        if label is not None:
            return f"{status}_note", f"note {label} is {status}: it leads to no source"
    return "no_source", "the note cites no source on record"


def _could_not_look(access: Sequence[Access]) -> tuple[str, str] | None:
    for source in access:
        if source.link and not source.read and source.link.verdict in _COULD_NOT_LOOK:
            return source.link.verdict.value, source.link.message or "the page was not fetched"
    unseen = [source for source in access if source.link is None and not source.read]
    if unseen and len(unseen) < len(access):
        return "no_url", "one of the sources has no address; the rest do not hold every part"
    return None


def _part_unchecked(judged: tuple[PartJudgement, ...]) -> tuple[str, str] | None:
    for part in judged:
        if part.verdict is PartVerdict.UNCHECKED and part.look:
            comparison = part.look.comparison
            return comparison.reason or "unchecked", comparison.message
    return None


def _decisive(judged: tuple[PartJudgement, ...], verdict: ClaimVerdict) -> Look | None:
    """Return the look a reader should be shown the date of: the worst one that decided."""
    looks = [part.look for part in judged if part.look]
    if verdict is ClaimVerdict.SUPPORTED_THEN:
        looks = [look for look in looks if look.basis == "memento"]
    return max(looks, key=_rank, default=None)


def _needs_review(
    judged: tuple[PartJudgement, ...], access: Sequence[Access], verdict: ClaimVerdict
) -> bool:
    if any(part.look and part.look.comparison.needs_review for part in judged):
        return True
    if verdict is ClaimVerdict.MISMATCH:
        return len(access) > 1 and _unseen(access)
    if verdict in {ClaimVerdict.SUPPORTED, ClaimVerdict.SUPPORTED_THEN}:
        return _source_disagrees(judged)
    return False


def _source_disagrees(judged: tuple[PartJudgement, ...]) -> bool:
    """Whether another look at the very source that supports a part contradicts it."""
    return any(
        part.look is not None
        and any(
            look.source == part.look.source and look.comparison.verdict in CONTRADICTED
            for look in part.part.looks
        )
        for part in judged
    )


def roll_up(verdicts: Sequence[ClaimVerdict]) -> ClaimVerdict | None:
    """Return a note's verdict: the worst of its claims; None if no claim hangs on it."""
    return min(verdicts, key=WORST_FIRST.index, default=None)


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def as_utc(moment: datetime) -> str:
    """Return a moment as ISO 8601 in UTC, to the second (`2026-11-24T15:00:00Z`)."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
