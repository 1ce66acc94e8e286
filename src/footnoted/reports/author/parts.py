"""Queries about quotations and figures that their source words otherwise, or does not have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from footnoted.model.report import ClaimDoc, PartDoc, Report
from footnoted.model.verdicts import ClaimVerdict, PartVerdict
from footnoted.reports.author.places import Places
from footnoted.reports.author.plainly import quantity_words
from footnoted.reports.author.query import NOTHING_SEEN, Query, Span, Words, plain, quoted
from footnoted.reports.author.seen import looked_at, source_words
from footnoted.reports.cards import changes, diff_pieces
from footnoted.reports.visible import clipped, quoted_words

_RULES = {
    PartVerdict.ALTERED: "altered",
    PartVerdict.DISAGREES: "disagrees",
}


@dataclass(frozen=True, slots=True)
class _Told:
    """One part to ask about, and every claim that has it in the same way."""

    part: PartDoc
    claims: tuple[ClaimDoc, ...]


def part_queries(report: Report, places: Places) -> Iterator[Query]:
    """Yield a query for each part that its source contradicts, and one for what a page lacks."""
    for told in _contradicted(report, places):
        yield (
            _of_quotation(told, places)
            if told.part.kind == "quotation"
            else _of_figure(told, places)
        )
    yield from _absent(report, places)


def _contradicted(report: Report, places: Places) -> Iterable[_Told]:
    """Return the contradicted parts, those of the same words against the same words once.

    Without a network a claim of which no finding speaks is left out: the page on which its words
    were found before may hold them still.
    """
    told: dict[tuple[str, ...], _Told] = {}
    for claim in report.claims:
        hidden = report.run.offline and claim.id not in places.spoken
        if claim.verdict is not ClaimVerdict.MISMATCH or hidden:
            continue
        for part in claim.parts:
            rule = _RULES.get(part.verdict)
            if rule is None or _waived(places, claim, part, rule):
                continue
            source = part.evidence.source if part.evidence else ""
            key = (part.kind, part.text, source, part.source_wording or "", *claim.notes[:1])
            before = told[key].claims if key in told else ()
            told[key] = _Told(part, (*before, claim))
    return told.values()


def _waived(places: Places, claim: ClaimDoc, part: PartDoc, rule: str) -> bool:
    return any(
        one.where.claim == claim.id
        and one.rule == f"{part.kind}-{rule}"
        and part.text in one.message
        for one in places.waived
    )


def _statements(claims: Iterable[ClaimDoc]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim.says for claim in claims if claim.says))


def _of_quotation(told: _Told, places: Places) -> Query:
    part = told.part
    said = changes(part)
    seen = [
        plain(f"The paper quotes: {quoted(part.text)}"),
        source_words(part),
        plain(f"The difference: {'; '.join(said)}.") if said else None,
        _beside(part),
        looked_at(part.evidence, part.page),
    ]
    wording = clipped(part.source_wording, 600) if part.source_wording else None
    proposal = (plain(f"Quote the source: {quoted(wording)}"), *_diff(part)) if wording else ()
    return _query(
        told,
        places,
        "A quotation reads differently in its source",
        "The source we compared has other words than the paper between its quotation marks. "
        "May we follow the source, or did you use another text?",
        seen,
        proposal,
    )


def _query(
    told: _Told,
    places: Places,
    heading: str,
    question: str,
    seen: Iterable[Words | None],
    proposal: tuple[Words, ...],
) -> Query:
    """Return the query about a contradicted part; `seen` is what there was to see, or nothing."""
    return Query(
        heading=heading,
        notes=places.of_part(told.claims, told.part.evidence),
        statements=_statements(told.claims),
        question=_ask(told, question),
        evidence=tuple(line for line in seen if line),
        proposal=proposal,
        rank=3,
    )


def _ask(told: _Told, question: str) -> str:
    doubt = told.part.needs_review or any(claim.needs_review for claim in told.claims)
    return question + (" Please look at the place itself before you answer." if doubt else "")


def _beside(part: PartDoc) -> Words | None:
    """Say what comparing told beside the changed words: by whom they are, for one."""
    _, _, rest = part.message.partition("; ")
    return plain(f"Also: {quoted_words(rest)}.") if rest and part.diff else None


def _diff(part: PartDoc) -> Iterator[Words]:
    """Yield the changes to the paper's words: what goes out, what comes in."""
    marks = {"equal": "", "del": "in", "ins": "out"}
    pieces = diff_pieces(part)
    if sum(len(text) for _, text in pieces) > 1200 or not any(k != "equal" for k, _ in pieces):
        return
    ordered: list[tuple[str, str]] = []
    for kind, text in pieces:
        # the card shows the source's words first; a correction takes out before it puts in
        if kind == "ins" and ordered and ordered[-1][0] == "del":
            ordered.insert(len(ordered) - 1, (kind, text))
        elif (
            kind == "ins"
            and len(ordered) > 1
            and ordered[-1][1] == " "
            and (ordered[-2][0] == "del")
        ):
            ordered[-2:] = [(kind, text), ordered[-1], ordered[-2]]
        else:
            ordered.append((kind, text))
    spans = tuple(Span(text, marks[kind]) for kind, text in ordered)  # type: ignore[arg-type]
    yield (Span("Changes: “"), *spans, Span("”"))


def _of_figure(told: _Told, places: Places) -> Query:
    part = told.part
    what = " in ".join(filter(None, (part.measure, part.period)))
    ours, theirs = quantity_words(part.claim_reads), quantity_words(part.source_reads)
    about = f" ({what})" if what else ""
    seen = [
        plain(f"The paper has: {part.text}{_meaning(part.text, ours)}{about}."),
        source_words(part),
        plain(f"That is {theirs}.") if part.source_wording and theirs else None,
        looked_at(part.evidence, part.page),
    ]
    wording = clipped(part.source_wording, 200) if part.source_wording else None
    proposal: tuple[Words, ...] = ()
    if wording:
        value = _meaning(wording, theirs)
        proposal = ((Span("Give the figure as the source has it: "), Span(part.text, "out"),
                     Span(" "), Span(wording, "in"), Span(value)),)  # fmt: skip
    return _query(
        told,
        places,
        "A figure is another one in its source",
        "The source we compared gives another value. May we follow it, or is your figure "
        "from another place?",
        seen,
        proposal,
    )


def _meaning(raw: str, reads: str) -> str:
    """Say what a figure was read as, where it is not written out that way already."""
    number = re.match(r"[−\d.,]+(?: (?:m|b|tr)illion)?", reads)
    said = number is not None and number[0] in raw and not re.search(r"[$€£¥]", raw)
    return f", that is {reads}" if reads and not said else ""


def _absent(report: Report, places: Places) -> Iterator[Query]:
    """Yield one query for all that one note's source lacks: one page not found is one cause."""
    heaps: dict[tuple[bool, object], list[tuple[ClaimDoc, PartDoc]]] = {}
    for claim in report.claims:
        drifted = claim.reason == "may_have_drifted"
        if claim.verdict is not ClaimVerdict.NOT_FOUND and not drifted:
            continue
        rule = "may-have-drifted" if drifted else "not-found"
        for part in claim.parts:
            if part.verdict is PartVerdict.ABSENT and not _waived(places, claim, part, rule):
                source = part.evidence.source if part.evidence else None
                heaps.setdefault((drifted, (claim.notes, source)), []).append((claim, part))
    for (drifted, _), heap in heaps.items():
        yield _lacking(heap, places, drifted=drifted)


_ALIKE = " · the same number elsewhere, which is no support: "
"""Stands in a figure's message before the places that have its number."""


def _lacking(heap: list[tuple[ClaimDoc, PartDoc]], places: Places, *, drifted: bool) -> Query:
    claims = tuple(dict.fromkeys(claim for claim, _ in heap))
    parts = [part for _, part in heap]
    words = [quoted(part.text) if part.kind == "quotation" else part.text for part in parts]
    missing = "; ".join(clipped(one, 400) for one in words)
    looks = list(dict.fromkeys(looked_at(part.evidence) for part in parts))
    these = "these words" if len(parts) > 1 else "this"
    if drifted:
        heading = "Not on the page as it is now"
        question = (
            f"We could not find {these} on the page as it is now, and no "
            "copy from the time of writing was at hand; the page may have changed since you saw "
            "it. Do you have a copy, or the date on which you saw it?"
        )
    else:
        heading = "Not in the source that the note names"
        question = (
            f"We read the source that the note names and could not find {these} in it. Could "
            "you tell us where it stands, or which source you meant?"
        )
    alike = dict.fromkeys(place for part in parts if (place := part.message.partition(_ALIKE)[2]))
    elsewhere = (plain(f"The same number stands there for something else: {one}") for one in alike)
    evidence = (plain(f"Looked for: {missing}"), *elsewhere, *looks) if looks else (NOTHING_SEEN,)
    return Query(
        heading=heading,
        notes=places.of_claims(claims),
        statements=_statements(claims),
        question=question,
        evidence=evidence,
        rank=4,
    )
