"""What covers a part of the paper: a reviewed claim; a draft that nobody has read does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from footnoted.anchors import Span
from footnoted.lints.examined import Examined, find_in_paper
from footnoted.model.coverage import PartKind, PartState
from footnoted.model.finding import Finding, Level
from footnoted.model.records import ClaimRecord, Exemption


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the paper that a complete corpus has on record or exempts.

    `[start, end)` is in the paper's body; a note, a cell and a mark outside the body have none
    (None). `section` is the name that the paper gives it (label, else title), `line` is of the
    paper's file, `place` the table, row and column (from 0) of a cell.
    """

    kind: PartKind
    words: str
    span: Span | None
    section: str
    line: int
    notes: tuple[str, ...] = ()
    place: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Covered:
    """A part, and what became of it.

    `claims` are the reviewed claims that have it; `reason` is the exemption's; `why` says what is
    lacking. Each belongs to one state: on record, exempt, open. `drafts` have it as well, but
    nobody has reviewed them.
    """

    part: Part
    state: PartState
    claims: tuple[str, ...] = ()
    reason: str | None = None
    why: str | None = None
    drafts: tuple[str, ...] = ()


def judge(
    examined: Examined,
    part: Part,
    holders: Iterable[ClaimRecord],
    exempted: Iterable[Exemption] | None = None,
) -> Covered:
    """Return the part with what covers it: a reviewed claim, failing that an exemption.

    `holders` are the claims that have it. `exempted` are the exemptions that speak of it, those
    that enclose its span unless told.
    """
    claims = tuple(holders)
    why = lacking(examined, claims)
    if why is None:
        return Covered(part, "on-record", tuple(one.id for one in claims if one.reviewed))
    if exempted is None:
        exempted = examined.exemptions_around(*part.span) if part.span else ()
    exemption = next(iter(exempted), None)
    if exemption is not None:
        return Covered(part, "exempt", reason=exemption.reason)
    return Covered(part, "open", why=why, drafts=tuple(one.id for one in claims))


def uncovered(
    examined: Examined, rule: str, level: Level, named: str, parts: Iterable[Covered]
) -> Iterator[Finding]:
    """Yield a finding for each open part; `named` says what it is, with `{}` for its words."""
    for one in parts:
        if one.state == "open":
            part = one.part
            yield find_in_paper(
                examined, rule, level, part.line,
                f"{named.format(part.words)} is not covered: {one.why}",
                note=next(iter(part.notes), None),
                proof=None if "{}" in named else part.words,
                subject=part.words,
            )  # fmt: skip


def lacking(examined: Examined, holders: Iterable[ClaimRecord]) -> str | None:
    """Return in words why something held by these claims is not covered, None if it is."""
    drafts: list[ClaimRecord] = []
    for claim in holders:
        if claim.reviewed:
            return None
        drafts.append(claim)
    if not drafts:
        return "nothing is on record of it"
    place = examined.corpus.place("claims", drafts[0].id)
    return f"only claim '{drafts[0].id}' ({place}) has it, which nobody has reviewed"
