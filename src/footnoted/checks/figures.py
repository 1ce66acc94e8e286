"""Whether a page bears out a figure: the same quantity, in the right place.

A number that merely stands somewhere proves nothing. A figure of the page can agree or disagree
only where the words around it fit the claim's measure and period, or in the table cell that the
record names; without either, its unit decides, and a bare number cannot be checked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from footnoted.checks.figure_candidates import FURNITURE, Candidate, find_candidates
from footnoted.checks.figure_context import cell_named, is_cell, other_script
from footnoted.checks.figure_pages import is_on, page_label, page_of, pages_named
from footnoted.checks.figure_places import Place
from footnoted.model.quantity import Quantity
from footnoted.model.records import FigureRecord
from footnoted.model.text import Text
from footnoted.model.verdicts import Comparison, PartVerdict
from footnoted.quantities.compare import REASONS
from footnoted.quantities.reading import read_claim, read_source
from footnoted.quantities.recorded import claim_quantity


def check_figure(record: FigureRecord, text: Text, *, locator: str | None = None) -> Comparison:
    """Compare the figure on `record` with the page `text`.

    `locator` is the note's (`p 11`): figures on that page are preferred, one found elsewhere
    wants an eye. `agrees` needs the same unit family, a value that rounds to the claim's or lies
    in its hedge's window, and the asked context near; `disagrees` a comparable figure in that
    very place with another value; a page that cannot be read, or a figure that says nothing to
    compare, is `unchecked` with its reason. Raises nothing.
    """
    if text.unreadable:
        return _unchecked("unreadable", f"the page cannot be read ({text.unreadable})")
    claim = claim_quantity(record)
    if claim is None:
        return _unchecked(
            "unparsed", f"cannot read {record.raw!r} as one figure; give its value and unit"
        )
    candidates = find_candidates(record, claim, text)
    if record.cell and (settled := _in_the_cell(record, text, claim, candidates, locator)):
        return settled
    context_less = not record.measure and not record.period
    if context_less and (claim.unit is None and claim.kind == "amount"):
        return _no_context(claim, candidates)
    return _decide(text, claim, candidates, locator)


def _headers(record: FigureRecord) -> tuple[str, str]:
    assert record.cell is not None
    return record.cell.row, record.cell.column


def _in_the_cell(
    record: FigureRecord,
    text: Text,
    claim: Quantity,
    candidates: Sequence[Candidate],
    locator: str | None,
) -> Comparison | None:
    """Compare with the cell that the record names; None leaves it to the measure.

    So it is where the cell's words cannot stand on the page, which is in another script.
    """
    named = [each for each in candidates if _in_cell(record, each.place)]
    if named:
        exact = [each for each in named if is_cell(*_headers(record), each.place)]
        return _finish(text, claim, _best(exact or named, text, locator), locator)
    if not _heads_in_another_script(record, candidates):
        return _not_there(text, claim, candidates, "cell_not_found")
    if record.measure:
        return None
    return _unchecked("other_language", "the page is in another script than the cell named")


def _heads_in_another_script(record: FigureRecord, candidates: Sequence[Candidate]) -> bool:
    """Tell whether the cell's words cannot stand on the page: then the measure has to decide."""
    asked, near = " ".join(_headers(record)), [each.place.near for each in candidates]
    return bool(near) and all(other_script(asked, words) for words in near)


def _in_cell(record: FigureRecord, place: Place) -> bool:
    return cell_named(*_headers(record), place)


def _decide(
    text: Text, claim: Quantity, candidates: Sequence[Candidate], locator: str | None
) -> Comparison:
    fitting = [each for each in candidates if each.fits]
    surely_not = any(each.sure and each.verdict == "disagrees" for each in fitting)
    for verdict in ("agrees", "review"):
        same = [each for each in fitting if each.verdict == verdict]
        if same and not (surely_not and not any(each.sure for each in same)):
            return _finish(text, claim, _best(same, text, locator), locator)
    against = [each for each in fitting if each.verdict == "disagrees" and each.can_accuse]
    alike = [each for each in candidates if each.verdict == "agrees"]
    if against and all(each.elsewhere for each in alike) and not _foreign(text):
        found = _finish(text, claim, _best(against, text, locator), locator)
        several = len({each.place.quantity.value for each in against}) > 1
        message = found.message + _alike_words(alike)
        doubt = several or bool(alike) or found.needs_review
        return replace(found, message=message, needs_review=doubt)
    return _not_there(text, claim, candidates, "not_there")


def _best(found: Sequence[Candidate], text: Text, locator: str | None) -> Candidate:
    """Return the surest candidate: context, part of the page, named page, then nearness."""

    def rank(each: Candidate) -> tuple[bool, bool, bool, bool, bool, int]:
        page = page_of(text, each.place)
        return (
            each.verdict not in {"agrees", "review"},
            each.place.region in FURNITURE,
            each.another_nearer,
            not each.sure,
            not (page and is_on(page, locator)),
            each.place.start,
        )

    return min(found, key=rank)


def _finish(text: Text, claim: Quantity, found: Candidate, locator: str | None) -> Comparison:
    """Turn the chosen candidate into the outcome that a report shows."""
    verdict, reason, doubts = _verdict(found)
    quantity, page = found.place.quantity, page_of(text, found.place)
    source_reads = found.place.multiplied or read_source(quantity)
    if page and locator and pages_named(locator) and not is_on(page, locator):
        doubts.append(f"it stands on page {page_label(page)}, not at {locator}")
    line = f"claim {read_claim(claim)} · source {source_reads} · {verdict} ({_words(reason)})"
    return Comparison(
        verdict=verdict,
        reason=reason,
        message="; ".join([line, *doubts]),
        span=(quantity.start, quantity.end),
        source_wording=text.content[quantity.start : quantity.end],
        claim_reads=read_claim(claim),
        source_reads=source_reads,
        page=page_label(page) if page else None,
        needs_review=bool(doubts) or verdict is PartVerdict.UNCHECKED or reason == "rounded_zeros",
    )


_OWN_WORDS = {
    "page_furniture": "it stands in the page's navigation or comments, not in its text",
    "another_nearer": "another figure of the sentence stands nearer to the measure's words",
    "denied": "the sentence denies the figure, or says that it was not reached",
    "changed": "the figure is a change, and a level was asked for",
    "level": "the figure is a level, and a change was asked for",
    "expected": "the sentence expects the figure, and does not say that it came",
    "estimated": "the sentence gives an estimate or a round mark, and the claim does not say so",
    "question": "the sentence asks, and does not state",
    "rate": "the figure is by the day, month, head or the like, and another was asked for",
    "share": "the figure is a part of something that was not asked for",
    "other_currency": "the figure is in another currency of the same sign",
}


def _words(reason: str) -> str:
    return REASONS.get(reason) or _OWN_WORDS[reason]


def _verdict(found: Candidate) -> tuple[PartVerdict, str, list[str]]:
    """Return verdict, reason and what a person should look at."""
    hoped = found.mood == "expected" and found.record.measure is None
    doubts = [_OWN_WORDS["expected"]] if hoped else []
    if found.mood != "stated" and not hoped:
        return PartVerdict.UNCHECKED, found.mood, doubts
    if found.verdict == "disagrees":
        return PartVerdict.DISAGREES, found.reason, doubts
    if found.verdict == "review":
        return PartVerdict.UNCHECKED, found.reason, doubts
    if found.place.region in FURNITURE:
        return PartVerdict.UNCHECKED, "page_furniture", doubts
    if found.another_nearer:
        return PartVerdict.UNCHECKED, "another_nearer", doubts
    return PartVerdict.AGREES, found.reason, [*doubts, *_doubts_of_place(found)]


def _doubts_of_place(found: Candidate) -> list[str]:
    """Return what is not quite as asked around a figure that agrees."""
    doubts = []
    if found.measure == "wide":
        doubts.append("some words of the measure stand further off")
    if found.measure == "foreign":
        doubts.append("the page is in another script, so the measure's words cannot be looked for")
    if found.in_part:
        doubts.append("it is of a part of a year or of several, and the claim names no period")
    if found.period in {"wide", "silent"}:
        doubts.append("the period is not named beside it")
    return doubts


def _not_there(
    text: Text, claim: Quantity, candidates: Sequence[Candidate], reason: str
) -> Comparison:
    """Report a figure that is not in the right place, with what looks like it elsewhere."""
    alike = [each for each in candidates if each.verdict == "agrees"]
    reads = read_claim(claim)
    where = "in the table cell named" if reason == "cell_not_found" else "where it should stand"
    message = f"claim {reads} · not found {where}{_alike_words(alike)}"
    if any(each.measure == "foreign" for each in candidates):
        return _unchecked("other_language", f"{message}; the page is in another script", reads)
    if _foreign(text):
        return _unchecked(
            "other_language", f"{message}; the page's language is {text.language}", reads
        )
    if any(each.undecided for each in alike):
        return _unchecked("context_partial", message, reads)
    return Comparison(
        verdict=PartVerdict.ABSENT,
        reason="look_alike" if alike else reason,
        message=message,
        claim_reads=reads,
        needs_review=bool(alike),
    )


_READ_LANGUAGES = frozenset({"en", "zh"})


def _foreign(text: Text) -> bool:
    """Tell whether the page says that it is in a language whose number words we do not read."""
    language = (text.language or "en").lower().partition("-")[0]
    return language not in _READ_LANGUAGES


def _no_context(claim: Quantity, candidates: Sequence[Candidate]) -> Comparison:
    alike = [each for each in candidates if each.verdict == "agrees"]
    message = (
        f"claim {read_claim(claim)} is a bare number: name what it measures, or its unit"
        f"{_alike_words(alike)}"
    )
    return _unchecked("no_context", message, read_claim(claim))


def _alike_words(alike: Sequence[Candidate]) -> str:
    """Quote up to three places with the same number on another subject."""
    if not alike:
        return ""
    quoted = "; ".join(f"“{_around(each.place)}”" for each in alike[:3])
    return f" · the same number elsewhere, which is no support: {quoted}"


def _around(place: Place) -> str:
    words = " ".join(place.near.split())
    raw = " ".join(place.quantity.raw.split())
    if place.at is None:
        return f"{' '.join(place.row.split())}: {raw}"
    spot = words.find(raw)
    start, end = max(0, spot - 40), spot + len(raw) + 40
    return f"{'…' if start else ''}{words[start:end]}{'…' if end < len(words) else ''}"


def _unchecked(reason: str, message: str, claim_reads: str | None = None) -> Comparison:
    return Comparison(
        verdict=PartVerdict.UNCHECKED,
        reason=reason,
        message=message,
        claim_reads=claim_reads,
        needs_review=reason != "unreadable",
    )
