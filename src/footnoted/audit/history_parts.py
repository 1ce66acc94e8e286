"""Parts of claims as history knows them: by what is asked of a part, not by where it stands."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from footnoted.audit.news import named_part
from footnoted.checks.outcomes import PartKnown
from footnoted.criteria import criterion_digest
from footnoted.history import ROT, SEEN, Book, ClaimLine, PartPast, StandIn, claim_line
from footnoted.model.capture import Basis
from footnoted.model.corpus import Corpus
from footnoted.model.parts import PartKind
from footnoted.model.records import FigureRecord, QuotationRecord
from footnoted.model.seen import Seen
from footnoted.model.verdicts import FOUND
from footnoted.plan import citations
from footnoted.verdicts import ClaimJudgement, Part, PartJudgement

Name = tuple[PartKind, int]
"""A part of a claim: its kind, and its index within it."""

LookKey = tuple[str, Basis, str]
"""An address as it was asked: for which source, as what, where."""

_LIVE = frozenset[Basis]({"cited", "alternate"})


def part_digests(corpus: Corpus, claim: str) -> dict[Name, str]:
    """Return the digest of what is asked of each part of a claim: 16 hex digits.

    The part's record enters, the sources in which it is looked for, where in them, and their
    addresses: where any of it changes, what was found before tells nothing of it.
    """
    record = corpus.claims[claim]
    cited = [(one, corpus.sources[one.source].url) for one in citations(corpus, record)]
    parts: dict[Name, QuotationRecord | FigureRecord] = {}
    parts.update((("quotation", index), one) for index, one in enumerate(record.quotations))
    parts.update((("figure", index), one) for index, one in enumerate(record.figures))
    digests = {}
    for name, part in parts.items():
        asked = [[criterion_digest(one.source, part, one.locator), url] for one, url in cited]
        digests[name] = hashlib.sha256(json.dumps(asked).encode("ascii")).hexdigest()[:16]
    return digests


def parts_known(
    book: Book,
    corpus: Corpus,
    claim: str,
    judged: ClaimJudgement,
    days: Days,
    at: datetime,
) -> dict[Name, PartKnown]:
    """Return what audits before `at` told of each part of a claim, and the day of its look.

    `days` has the day of the look at each address (`days_of`).
    """
    digests = part_digests(corpus, claim)
    known = {}
    for part in judged.parts:
        name = part.part.kind, part.part.index
        past = book.part(claim, digests[name], at)
        told = book.standing(named_part(corpus, claim, part.part), at)
        is_error = told is not None and told.problem.level == "error"
        known[name] = PartKnown(past, days.of(part.part), is_error, _unheard(past, part.part, days))
    return known


def _unheard(past: PartPast, part: Part, days: Days) -> bool:
    """Tell whether a part stood in a stand-in alone, which nobody could read this time.

    Be it that the archives were silent or not asked, or the other address behind a wall: that is
    no change of the page. An alternate that is gone is one.
    """
    if past.stood_in is None or any(look.basis == past.stood_in for look in part.looks):
        return False
    unseen = any(look.source in days.unseen for look in part.looks)
    return past.stood_in == "memento" or unseen


def _stand_in(judged: PartJudgement) -> StandIn | None:
    basis = judged.look.basis if judged.look else None
    return basis if basis in {"memento", "alternate"} else None


@dataclass(frozen=True, slots=True)
class Days:
    """The day (UTC) of the look at each address; `cited` those of sources' own pages.

    Of these only looks count that saw the page or its loss: a wall is no second look. `unseen`
    are the sources with an alternate address of which neither was seen.
    """

    by_look: Mapping[LookKey, date]
    cited: Mapping[str, date]
    unseen: frozenset[str] = frozenset()

    def of(self, part: Part) -> date | None:
        """Return the day of the last look for a part: at its page, or at what stands in.

        A memento or a local copy stays as it is, however often it is read. Where it stands in,
        the look at the lost page counts; None where there was none.
        """
        alive = [look for look in part.looks if look.basis in _LIVE]
        looks = [self.by_look.get((one.source, one.basis, one.url)) for one in alive]
        days = [*looks, *(self.cited.get(one.source) for one in part.looks)]
        return max(filter(None, days), default=None)


def days_of(seen: Collection[Seen]) -> Days:
    """Return the days of all looks."""
    by_look: dict[LookKey, date] = {}
    cited: dict[str, date] = {}
    for one in seen:
        if one.capture is None:
            continue
        day = one.capture.at.astimezone(UTC).date()
        by_look[one.source, one.question.basis, one.question.url] = day
        if one.question.basis == "cited" and one.link and one.link.verdict in SEEN | ROT:
            cited[one.source] = day
    unseen = (
        one.source
        for one in seen
        if one.question.basis == "alternate" and one.link and one.link.verdict not in SEEN | ROT
    )
    return Days(by_look, cited, frozenset(unseen))


def claim_lines(
    book: Book,
    corpus: Corpus,
    claims: Mapping[str, ClaimJudgement],
    told: Collection[str],
    at: datetime,
    vantage: str,
    *,
    seeing: bool = True,
) -> list[ClaimLine]:
    """Return the lines about claims whose parts were found, lost or changed since `at`.

    `told` has the fingerprints of an audit's findings: a part that was not found counts as lost
    only where that was told, since a source behind a wall may still hold it. Where nothing was
    seen (`seeing` is false) a stand-in that speaks for a page does not tell that its words left.
    """
    lines = []
    for claim, judged in claims.items():
        digests = part_digests(corpus, claim) if judged.parts else {}
        parts = {
            digests[part.part.kind, part.part.index]: part.verdict
            for part in judged.parts
            if part.verdict in FOUND or named_part(corpus, claim, part.part) in told
        }
        stood_in = {
            digests[part.part.kind, part.part.index]: basis
            for part in judged.parts
            if part.verdict in FOUND and (basis := _stand_in(part))
        }
        told_of = stood_in if seeing else None
        line = claim_line(book.claim(claim, at), claim, parts, at, vantage, told_of)
        if line:
            lines.append(line)
    return lines
