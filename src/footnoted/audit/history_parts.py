"""Parts of claims as history knows them: by what is asked of a part, not by where it stands."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, date, datetime

from footnoted.audit.news import named_part
from footnoted.checks.outcomes import PartKnown
from footnoted.criteria import criterion_digest
from footnoted.history import Book, ClaimLine, claim_line
from footnoted.model.capture import Basis
from footnoted.model.corpus import Corpus
from footnoted.model.records import FigureRecord, QuotationRecord
from footnoted.model.seen import Seen
from footnoted.model.verdicts import FOUND
from footnoted.plan import citations
from footnoted.verdicts import ClaimJudgement, Part, PartKind

Name = tuple[PartKind, int]
"""A part of a claim: its kind, and its index within it."""

LookKey = tuple[str, Basis, str]
"""An address as it was asked: for which source, as what, where."""


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
    days: Mapping[LookKey, date],
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
        known[name] = PartKnown(past, _looked_on(part.part, days) or at.date())
    return known


def days_of(seen: Iterable[Seen]) -> dict[LookKey, date]:
    """Return the day (UTC) of the look at each address."""
    return {
        (one.source, one.question.basis, one.question.url): one.capture.at.astimezone(UTC).date()
        for one in seen
        if one.capture
    }


def claim_lines(
    book: Book,
    corpus: Corpus,
    claims: Mapping[str, ClaimJudgement],
    told: Collection[str],
    at: datetime,
    vantage: str,
) -> list[ClaimLine]:
    """Return the lines about claims whose parts were found, lost or changed since `at`.

    `told` has the fingerprints of an audit's findings: a part that was not found counts as lost
    only where that was told, since a source behind a wall may still hold it.
    """
    lines = []
    for claim, judged in claims.items():
        digests = part_digests(corpus, claim) if judged.parts else {}
        parts = {
            digests[part.part.kind, part.part.index]: part.verdict
            for part in judged.parts
            if part.verdict in FOUND or named_part(corpus, claim, part.part) in told
        }
        line = claim_line(book.claim(claim, at), claim, parts, at, vantage)
        if line:
            lines.append(line)
    return lines


def _looked_on(part: Part, days: Mapping[LookKey, date]) -> date | None:
    """Return the day of the last look at the pages on which a part was looked for.

    A memento or a local copy stays as it is, however often it is read; only where nothing else
    was looked at does its day count.
    """
    alive = [look for look in part.looks if look.basis in {"cited", "alternate"}]
    keys = ((look.source, look.basis, look.url) for look in alive or part.looks)
    return max((days[key] for key in keys if key in days), default=None)
