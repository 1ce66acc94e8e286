"""Queries from what the lints found in the paper itself: dates, sums, speakers, addresses.

Only rules that an author can answer are here; faults of the records are the editor's own work.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from footnoted.model.report import FindingDoc, Report
from footnoted.reports import overview
from footnoted.reports.author.fixes import (
    Fix,
    Matter,
    address_named,
    date_of_address,
    page_title,
    slip,
)
from footnoted.reports.author.places import Places
from footnoted.reports.author.plainly import Names, quantity_words
from footnoted.reports.author.query import Query, Words, plain, quoted
from footnoted.reports.visible import clipped


@dataclass(frozen=True, slots=True)
class _Ask:
    """How a rule is put to an author; `by` names what makes several findings one question.

    `proof` tells how the finding's proof is shown: as words of the paper, a remark, joined to the
    message, or not at all.
    """

    heading: str
    question: str
    by: str = "finding"
    proof: str = "remark"
    fix: Fix | None = None
    rank: int = 5


_SUM = _Ask(
    "Numbers do not fit each other",
    "Some of these numbers do not fit each other. Could you look at the source again and tell us "
    "which of them is to be corrected?",
    by="numbers",
    proof="joined",
    fix=slip,
)
_RATE = _Ask(
    "A number does not follow from the others",
    "Could you look at the numbers again and tell us which of them is to be corrected?",
    by="numbers",
)
_AFTER = _Ask(
    "A date does not fit",
    "Could you look at the source again and confirm its date?",
    by="date",
    proof="joined",
    rank=1,
)
_DATE = _Ask(
    "A date does not fit",
    "Could you look at the source again and confirm its date?",
    by="date",
    proof="none",
    fix=date_of_address,
    rank=1,
)
_SPEAKER = _Ask(
    "Who says this?",
    "Could you name the speaker in the text, or add a note for the others who say it?",
    proof="sentence",
)

RULES: Final[dict[str, _Ask]] = {
    "table-sum": _SUM,
    "table-odd-value": _SUM,
    "computed-figure-differs": _SUM,
    "table-shares": _RATE,
    "table-rates": _RATE,
    "growth-against-levels": _RATE,
    "part-above-whole": _RATE,
    "text-against-table": _Ask(
        "Text and table differ", "Which of the two numbers is right?", proof="none"
    ),
    "figures-disagree": _Ask(
        "Two figures for one thing", "Which of the two figures is right?", proof="none"
    ),
    "url-date-differs": _DATE,
    "weekday-differs": _DATE,
    "source-after-paper": _AFTER,
    "impossible-date": _Ask(
        "A date cannot be right", "Which day is meant?", by="date", proof="none", rank=1
    ),
    "source-before-period": _Ask(
        "The source is older than what it is cited for",
        "The source that the note names came out before the time that the paper speaks of was "
        "over. Did you mean another source, or another time?",
        by="source",
        proof="none",
    ),
    "old-source-for-now": _Ask(
        "The source may be too old for these words",
        "Could you add as of when this holds, or name a newer source?",
    ),
    "plural-speakers": _SPEAKER,
    "other-speakers-same-source": _SPEAKER,
    "speaker-not-author": _Ask(
        "Who says this?",
        "Could you look whether the speaker or the source is to be corrected?",
        proof="quotation",
    ),
    "no-url": _Ask(
        "An address is missing",
        "Could you give us the address of this source, or tell us where it can be found in print?",
        by="source",
        proof="none",
        rank=1,
    ),
    "bare-url": _Ask(
        "A note does not say what is cited",
        "Could you give us author, title and date, so that a reader can find the source when the "
        "address no longer works?",
        proof="none",
        fix=page_title,
        rank=1,
    ),
    "landing-page": _Ask(
        "An address leads to a changing page",
        "What stands at this address changes. Could you give us the address of the page itself?",
        by="source",
        proof="none",
        rank=1,
    ),
    "url-shortener": _Ask(
        "A shortened address",
        "When the service ends, nobody can tell what was cited. May we give the full address?",
        by="source",
        proof="none",
        fix=address_named,
        rank=1,
    ),
    "archive-today": _Ask(
        "An address at an archive that cannot serve as evidence",
        "Could you give us the address of the page itself, or of a copy at another archive?",
        by="source",
        proof="none",
        rank=1,
    ),
    "short-form-of-two-works": _Ask(
        "A short form stands for two works",
        "Could you add a word of the title wherever this short form is used?",
    ),
    "quotation-repeated-differently": _Ask(
        "One passage is quoted in two ways", "Which of the two follows the source?"
    ),
    "unbalanced-marks": _Ask(
        "A quotation mark has no partner",
        "Where does the quotation begin and end?",
        proof="none",
    ),
}
"""The rules whose findings are put to the author, and how."""

_IMPERATIVE = re.compile(
    r"[:;] (?:look|say|name|correct|give|add|one of|cite|close|what stands|when) "
    r"(?:[^'\"“”]|'s\b)*$"
)
"""What a lint tells the keeper of the records to do; the author is asked instead."""
_COMPUTED = re.compile(r"^'(.+?)' in claim '(.+?)' is not what '.+' comes to \((.+)\): ")
_PERIOD = re.compile(r"^claim '.+' is about (.+), but what its note cites came out by (\S+): ")
_BIG = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?!\d)")


def lint_queries(report: Report, places: Places) -> Iterator[Query]:
    """Yield a query for each cause that the lints tell of at warning or error, and not waived."""
    names = Names(report)
    found = [
        one
        for one in report.findings
        if one.rule in RULES and one.level != "info" and not one.waived
    ]
    for heap in _heaps(found, places):
        yield _query(heap, report, places, names)


def _heaps(found: Sequence[FindingDoc], places: Places) -> list[list[FindingDoc]]:
    """Return the findings that share a key of their cause together, in the order of the rules."""
    heaps: dict[int, set[int]] = {}
    keys_of: dict[int, set[tuple[str, ...]]] = {}
    heap_of: dict[tuple[str, ...], int] = {}
    for number, one in enumerate(found):
        keys, mine = _keys(one, number, places), {number}
        for other in {heap_of[key] for key in keys if key in heap_of}:
            keys |= keys_of.pop(other)
            mine |= heaps.pop(other)
        heaps[number], keys_of[number] = mine, keys
        heap_of.update(dict.fromkeys(keys, number))
    order = {rule: number for number, rule in enumerate(RULES)}
    return [
        [found[at] for at in sorted(mine, key=lambda at: (order[found[at].rule], at))]
        for mine in heaps.values()
    ]


def _keys(one: FindingDoc, number: int, places: Places) -> set[tuple[str, ...]]:
    """Return what makes this finding one question with others that have a key of it."""
    by, where = RULES[one.rule].by, one.where
    notes = places.of_finding(one)
    at = notes[0].id if notes else ""
    if by == "numbers":
        words = f"{one.message} {one.proof or ''}"
        named = [where.claim, *re.findall(r"(\S+) = ", one.proof or "")]
        keys: set[tuple[str, ...]] = (
            {("number", at, raw) for raw in _BIG.findall(words)} if at else set()
        )
        if one.rule == "computed-figure-differs":
            keys |= {("claim", re.sub(r"\.\d+$", "", name)) for name in named if name}
        return keys or {("finding", str(number))}
    claim = places.claim(where.claim)
    source = where.source or (",".join(claim.sources) if claim else "")
    if by in {"date", "source"} and source:
        return {(by if by == "date" else one.rule, source)}
    return {("finding", str(number))}


def _query(heap: Sequence[FindingDoc], report: Report, places: Places, names: Names) -> Query:
    ask = RULES[heap[0].rule]
    claims = [claim for one in heap if (claim := places.claim(one.where.claim))]
    notes = places.notes(note.id for one in heap for note in places.of_finding(one))
    lines = [line for one in heap for line in _seen(one, names, places)]
    fixes = [(one, RULES[one.rule].fix) for one in heap]
    proposal = [line for one, fix in fixes if fix for line in fix(Matter(one, report, notes))]
    return Query(
        heading=ask.heading,
        notes=notes,
        statements=tuple(dict.fromkeys(claim.says for claim in claims if claim.says)),
        question=ask.question,
        evidence=tuple(dict.fromkeys(lines)),
        proposal=tuple(dict.fromkeys(proposal)),
        rank=ask.rank,
    )


def _seen(one: FindingDoc, names: Names, places: Places) -> list[Words]:
    told = _before(one) or _computed(one, places)
    if told:
        return [plain(line) for line in told]
    if one.rule == "no-url":
        title = names.title(one.where.source)
        return [plain(f"The note gives no address for {title}, which seems to be on the web.")]
    said = names.plainly(_IMPERATIVE.sub("", one.message))
    if one.proof and RULES[one.rule].proof == "joined":
        said = f"{said}; {names.plainly(one.proof)}"
    return [plain(overview.sentence(said)), *_proof(one, names)]


_SHOWN: Final[dict[str, Callable[[str, Names], str]]] = {
    "sentence": lambda proof, _: f"The paper says: {quoted(clipped(proof, 700))}",
    "quotation": lambda proof, _: f"The quotation: {quoted(clipped(proof, 500))}",
    "remark": lambda proof, names: overview.sentence(names.plainly(proof)),
}


def _proof(one: FindingDoc, names: Names) -> Iterable[Words]:
    show = _SHOWN.get(RULES[one.rule].proof)
    return [plain(show(one.proof, names))] if show and one.proof else []


def _computed(one: FindingDoc, places: Places) -> list[str] | None:
    """Say what a figure comes to, and from which other statements."""
    found, claim = _COMPUTED.match(one.message), places.claim(one.where.claim)
    if found is None:
        return None
    used = [places.claim(re.sub(r"\.\d+$", "", name)) for name in re.findall(
        r"(?:^|; )(\S+) = ", one.proof or "")]  # fmt: skip
    from_ = [other.says for other in used if other and other.says and other is not claim]
    here = f"The paper says: {claim.says}" if claim and claim.says else f"The paper has {found[1]}."
    there = f"From its other numbers this comes to {quantity_words(found[3])}."
    told = [f"Worked out from: {' '.join(dict.fromkeys(from_))}"] if from_ else []
    return [f"{here} {there}", *told]


def _before(one: FindingDoc) -> list[str] | None:
    found = _PERIOD.match(one.message)
    if found is None:
        return None
    out = overview.day(found[2])
    return [f"The paper speaks of {overview.day(found[1])}; what the note cites came out by {out}."]
