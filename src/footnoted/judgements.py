"""A person's word beside what was compared: which verdicts need one, and which words still hold.

A judgement is bound to what was judged: the verdict, the record, and what could be seen. Digests
are made of the words that a reader sees, never of a page's bytes, which are others every night.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal, Protocol

from footnoted.model.corpus import Corpus
from footnoted.model.finding import Finding, Level, Where
from footnoted.model.judgement import Judgement, JudgementKey, Ruling
from footnoted.model.parts import PartKind, part_subject
from footnoted.model.report import JudgementDoc
from footnoted.model.seen import Seen
from footnoted.model.verdicts import CONTRADICTED, ClaimVerdict, PartVerdict
from footnoted.plan import citations
from footnoted.verdicts import ANSWERED, ClaimJudgement, PartJudgement

STALE: Final = "judgement-stale"
REJECTED: Final = "claim-rejected"
JUDGEMENT_RULES: Final = frozenset({STALE, REJECTED})
"""Rules about what people judged: a word that holds no more, and a claim that one refused."""

Why = Literal["altered", "disagrees", "needs_review", "nothing_to_compare", "other_language"]
State = Literal["open", "noted", "stale", "accepted", "rejected"]

RULINGS: Final[Mapping[Ruling, str]] = {
    "accept": "accepted",
    "reject": "rejected",
    "note": "noted",
}
"""What was done by each ruling, in a word."""

LIFTED: Final = frozenset({"nothing_to_compare", "other_language"})
"""Reasons of `unchecked` that a person's judgement lifts: what no program can compare."""

_BASES = ("cited", "memento", "local", "alternate")


@dataclass(frozen=True, slots=True)
class Case:
    """A verdict that needs a person.

    `part` is its place among the claim's parts, None for the claim as a whole; `words` tell the
    part apart (`part_subject`). `record` and `evidence` are sha256 digests of what is claimed and
    of what could be seen. `pages` are those that a person would have to read.
    """

    claim: str
    part: int | None
    kind: PartKind | None
    words: str | None
    verdict: str
    reason: str | None
    why: Why
    record: str
    evidence: str
    pages: tuple[Seen, ...] = ()

    @property
    def key(self) -> JudgementKey:
        """What is judged, as a judgement names it."""
        return key_of(self.claim, self.kind, self.words)


@dataclass(frozen=True, slots=True)
class Ruled:
    """A case with the judgement on record about it; `changed` says why that holds no more."""

    case: Case
    judgement: Judgement | None = None
    changed: tuple[str, ...] = ()

    @property
    def state(self) -> State:
        """Whether a person has to look, and why."""
        if self.judgement is None:
            return "open"
        if self.changed:
            return "stale"
        states: dict[str, State] = {"accept": "accepted", "reject": "rejected", "note": "noted"}
        return states[self.judgement.ruling]

    @property
    def in_force(self) -> Judgement | None:
        """The judgement that settles the case, None where nothing does."""
        return self.judgement if self.state in {"accepted", "rejected"} else None


@dataclass(frozen=True, slots=True)
class Standing:
    """All cases of an audit, by claim, with what was judged of them.

    `moot` are judgements without a case tonight, by their place in `judgements.yaml`: the words
    to tell why, and how loud. One on what nobody could see tonight waits, and is not among them.
    """

    cases: Mapping[str, tuple[Ruled, ...]] = field(default_factory=dict)
    moot: Mapping[int, tuple[Level, str]] = field(default_factory=dict)

    def of(self, claim: str) -> tuple[Ruled, ...]:
        """Return a claim's cases, its parts first."""
        return self.cases.get(claim, ())


def standing(
    corpus: Corpus, claims: Mapping[str, ClaimJudgement], seen: Iterable[Seen]
) -> Standing:
    """Return which of `claims` need a person, and what was judged of them already."""
    by_source: dict[str, list[Seen]] = {}
    for one in seen:
        by_source.setdefault(one.source, []).append(one)
    judged = {one.key: one for one in corpus.judgements}
    cases = {
        ident: _ruled(_cases(corpus, ident, claim, by_source), judged)
        for ident, claim in claims.items()
    }
    told = {ruled.case.key for each in cases.values() for ruled in each}
    moot = {
        index: why
        for index, one in enumerate(corpus.judgements)
        if one.claim in claims
        and one.key not in told
        and (why := _moot(corpus, one, claims[one.claim])) is not None
    }
    return Standing({ident: each for ident, each in cases.items() if each}, moot)


class Judgeable(Protocol):
    """What a judgement is bound to: of a case, or of one in a report."""

    @property
    def part(self) -> int | None:
        """The part's place in its claim, None for the claim as a whole."""

    @property
    def verdict(self) -> str:
        """What comparing said."""

    @property
    def reason(self) -> str | None:
        """Why, as a code."""

    @property
    def record(self) -> str:
        """Digest of what is claimed."""

    @property
    def evidence(self) -> str:
        """Digest of what could be seen."""


def differences(judgement: Judgement, case: Judgeable) -> tuple[str, ...]:
    """Say what is otherwise than when a case was judged; nothing where the judgement holds."""
    told = []
    before, now = _verdict(judgement.verdict, judgement.reason), _verdict(case.verdict, case.reason)
    if before != now:
        told.append(f"the verdict was {before}, and is {now}")
    if judgement.record != case.record:
        told.append("the record was changed")
    if judgement.evidence != case.evidence and not told:
        whole = case.part is None
        told.append("the page reads otherwise" if whole else "the source reads otherwise there")
    return tuple(told)


def record_digest(corpus: Corpus, key: JudgementKey) -> str | None:
    """Return the digest of what is claimed, as the corpus has it; None where it has no such part.

    Of a part its own record enters, with those of equal words, of a claim its statement and parts;
    of both the claim's name, the sources that are cited and where in them. Anchors, the numbers of
    notes and remarks change nothing.
    """
    ident, quotation, figure = key
    record = corpus.claims.get(ident)
    if record is None:
        return None
    cited = [[one.source, one.locator] for one in citations(corpus, record)]
    if quotation is None and figure is None:
        fields = {"says", "asserted_by", "certainty", "quotations", "figures"}
        whole = record.model_dump(mode="json", include=fields, exclude_defaults=True)
        return _digest([ident, whole, cited])
    kind: PartKind = "quotation" if quotation is not None else "figure"
    parts = record.quotations if kind == "quotation" else record.figures
    named = [
        part.model_dump(mode="json", exclude_defaults=True)
        for index, part in enumerate(parts)
        if part_subject(record, kind, index) == (quotation or figure)
    ]
    return _digest([ident, named, cited]) if named else None


def key_of(claim: str, kind: PartKind | None, words: str | None) -> JudgementKey:
    """Return what is judged, as a judgement names it."""
    quotation = words if kind == "quotation" else None
    return claim, quotation, words if kind == "figure" else None


def _verdict(verdict: str, reason: str | None) -> str:
    return f"'{verdict}' ({reason})" if reason else f"'{verdict}'"


def applied(claims: Mapping[str, ClaimJudgement], stand: Standing) -> dict[str, ClaimJudgement]:
    """Return the claims' verdicts with the judgements in force (docs/adr/0004).

    A claim that a person refused is `rejected` unless comparing itself contradicted or missed
    it; one of which nothing could be compared, and that a person accepted, is `accepted`. No
    judgement makes anything `supported`. Claims whose cases are all settled need no review.
    """
    return {ident: _applied(claim, stand.of(ident)) for ident, claim in claims.items()}


def _applied(claim: ClaimJudgement, cases: Sequence[Ruled]) -> ClaimJudgement:
    if not any(one.in_force for one in cases):
        return claim
    review = claim.needs_review and any(one.in_force is None for one in cases)
    claim = replace(claim, needs_review=review)
    refused = next((one for one in cases if one.state == "rejected"), None)
    if refused and claim.verdict not in {ClaimVerdict.MISMATCH, ClaimVerdict.NOT_FOUND}:
        return _as_judged(claim, ClaimVerdict.REJECTED, refused)
    lifted = next(
        (one for one in cases if one.state == "accepted" and one.case.why in LIFTED), None
    )
    if lifted and not refused:
        return _as_judged(claim, ClaimVerdict.ACCEPTED, lifted)
    return claim


def _as_judged(claim: ClaimJudgement, verdict: ClaimVerdict, ruled: Ruled) -> ClaimJudgement:
    assert ruled.judgement is not None
    return replace(claim, verdict=verdict, message=told_by(ruled.judgement))


def told_by(judgement: Judgement | JudgementDoc) -> str:
    """Say whose word it is, of which day, and why: `accepted by MK on 2026-11-24: …`."""
    why = f": {judgement.note}" if judgement.note else ""
    return f"{RULINGS[judgement.ruling]} by {judgement.by} on {judgement.on}{why}"


def settled(
    findings: Iterable[Finding], corpus: Corpus, stand: Standing, rules: Iterable[str]
) -> tuple[Finding, ...]:
    """Return the findings as judged, and those about the judgements themselves.

    `rules` are those about a part of a claim. What a person accepted stays, told as settled; what
    one refused is an error.
    """
    about_parts, told = frozenset(rules), list[Finding]()
    spoken: set[JudgementKey] = set()
    for one in findings:
        ruled = _ruled_of(one, stand) if one.rule in about_parts and one.level != "info" else None
        if ruled is None or (judgement := ruled.in_force) is None:
            told.append(one)
        elif judgement.ruling == "accept":
            told.append(replace(one, waived=True, settled=told_by(judgement)))
        else:
            spoken.add(ruled.case.key)
            message = f"{one.message}; {told_by(judgement)}"
            told.append(replace(one, level="error", message=message))
    return (*told, *_of_judgements(corpus, stand, spoken))


def _ruled_of(finding: Finding, stand: Standing) -> Ruled | None:
    kind = finding.rule.partition("-")[0]
    return next(
        (
            one
            for one in stand.of(finding.where.claim or "")
            if one.case.kind == kind and one.case.words == finding.subject
        ),
        None,
    )


def _of_judgements(corpus: Corpus, stand: Standing, spoken: set[JudgementKey]) -> Iterator[Finding]:
    """Yield what is to say of judgements: one that is stale, and one by which a claim falls."""
    by_key = {ruled.case.key: ruled for each in stand.cases.values() for ruled in each}
    for index, judgement in enumerate(corpus.judgements):
        ruled = by_key.get(judgement.key)
        if index in stand.moot:
            level, why = stand.moot[index]
            told = told_by(judgement).rstrip(".")
            yield _finding(corpus, STALE, level, index, f"{told}; {why}")
        elif ruled and ruled.state == "stale":
            why = "; ".join(ruled.changed)
            told = told_by(judgement).rstrip(".")
            message = f"{told}; since then {why}: judge it anew (footnoted review)"
            yield _finding(corpus, STALE, "warning", index, message)
        elif ruled and ruled.state == "rejected" and judgement.key not in spoken:
            yield _finding(corpus, REJECTED, "error", index, told_by(judgement))


def _finding(corpus: Corpus, rule: str, level: Level, index: int, message: str) -> Finding:
    judgement = corpus.judgements[index]
    place = corpus.place("judgements", index)
    claim = corpus.claims.get(judgement.claim)
    note = next(iter(claim.note), None) if claim else None
    where = Where(place.file, place.line, place.column, note, judgement.claim)
    words = judgement.quotation or judgement.figure
    shown = f"“{words}”: " if judgement.quotation else f"{words}: " if words else ""
    return Finding(rule, level, where, shown + message, judgement.note, subject=words)


def _ruled(cases: Sequence[Case], judged: Mapping[JudgementKey, Judgement]) -> tuple[Ruled, ...]:
    """Return the cases with what was judged of each; of parts with equal words, of all or none."""
    changed: dict[JudgementKey, dict[str, None]] = {}
    for case in cases:
        if one := judged.get(case.key):
            changed.setdefault(case.key, {}).update(dict.fromkeys(differences(one, case)))
    return tuple(
        Ruled(case, judged.get(case.key), tuple(changed.get(case.key, ()))) for case in cases
    )


def _moot(corpus: Corpus, one: Judgement, claim: ClaimJudgement) -> tuple[Level, str] | None:
    """Say why a judgement has no case any more; None where nobody could look tonight."""
    if one.quotation is None and one.figure is None:
        if claim.verdict in {ClaimVerdict.UNCHECKED, ClaimVerdict.SOURCE_UNAVAILABLE}:
            return None
        now = _verdict(claim.verdict, claim.reason)
        return "warning", f"the claim is {now} now, and was '{one.verdict}': take this out"
    kind: PartKind = "quotation" if one.quotation is not None else "figure"
    record = corpus.claims[one.claim]
    words = {
        part_subject(record, kind, part.part.index): part
        for part in claim.parts
        if part.part.kind == kind
    }
    part = words.get(one.quotation or one.figure or "")
    if part is None:
        return "warning", f"the claim has no such {kind} any more: take this out"
    if part.look is None or part.verdict is PartVerdict.UNCHECKED:
        return None
    if part.verdict is PartVerdict.ABSENT:
        return "warning", f"the source does not have it now, and it was '{one.verdict}' then"
    return "info", f"it is '{part.verdict}' now, which needs no judgement: take this out"


def _cases(
    corpus: Corpus, ident: str, claim: ClaimJudgement, by_source: Mapping[str, Sequence[Seen]]
) -> list[Case]:
    found = [
        _part_case(corpus, ident, number, part, by_source)
        for number, part in enumerate(claim.parts)
        if part.verdict in CONTRADICTED or (part.look and part.look.comparison.needs_review)
    ]
    lifted = claim.verdict is ClaimVerdict.UNCHECKED and claim.reason in LIFTED
    if lifted or (claim.needs_review and not found):
        found.append(_whole_case(corpus, ident, claim, by_source))
    return found


def _part_case(
    corpus: Corpus,
    ident: str,
    number: int,
    part: PartJudgement,
    by_source: Mapping[str, Sequence[Seen]],
) -> Case:
    kind, index, verdict = part.part.kind, part.part.index, part.verdict
    words = part_subject(corpus.claims[ident], kind, index)
    why: Why = "needs_review"
    if verdict in CONTRADICTED:
        why = "altered" if verdict is PartVerdict.ALTERED else "disagrees"
    return Case(
        claim=ident,
        part=number,
        kind=kind,
        words=words,
        verdict=verdict.value,
        reason=part.reason,
        why=why,
        record=record_digest(corpus, key_of(ident, kind, words)) or "",
        evidence=_digest(_part_seen(part, by_source)),
    )


def _whole_case(
    corpus: Corpus, ident: str, claim: ClaimJudgement, by_source: Mapping[str, Sequence[Seen]]
) -> Case:
    pages = tuple(
        page
        for one in citations(corpus, corpus.claims[ident])
        if (page := _readable(by_source.get(one.source, ()))) is not None
    )
    lifted = claim.verdict is ClaimVerdict.UNCHECKED and claim.reason in LIFTED
    seen: list[object] = [_page_seen(page) for page in pages]
    if not lifted:
        seen = [_part_seen(part, by_source) for part in claim.parts]
    why: Why = "needs_review"
    if lifted:
        why = "other_language" if claim.reason == "other_language" else "nothing_to_compare"
    return Case(
        claim=ident,
        part=None,
        kind=None,
        words=None,
        verdict=claim.verdict.value,
        reason=claim.reason,
        why=why,
        record=record_digest(corpus, (ident, None, None)) or "",
        evidence=_digest(seen),
        pages=pages,
    )


def _part_seen(part: PartJudgement, by_source: Mapping[str, Sequence[Seen]]) -> object:
    """Return what a person saw of a part: the source's wording and the words around it.

    Where there is no wording, the page as a reader sees it.
    """
    look = part.look
    if look is None:
        return [part.verdict.value]
    page = next(
        (
            one
            for one in by_source.get(look.source, ())
            if one.question.basis == look.basis and one.question.url == look.url
        ),
        None,
    )
    span, wording = look.comparison.span, look.comparison.source_wording
    if wording is None:
        return [part.verdict.value, look.source, look.basis, _page_words(page)]
    around = page.excerpts.get(span, ("", "")) if page and span else ("", "")
    words = [" ".join(one.split()) for one in (around[0], wording, around[1])]
    return [part.verdict.value, look.source, look.basis, *words]


def _page_seen(page: Seen) -> object:
    return [page.source, page.question.basis, _page_words(page)]


def _page_words(page: Seen | None) -> str | None:
    """Return the digest of a page's words, else of its bytes."""
    if page is None:
        return None
    return (page.text.words if page.text else None) or (
        page.capture.digest if page.capture else None
    )


def _readable(seen: Sequence[Seen]) -> Seen | None:
    """Return the page of a source that a person would read: its own, else what stands in."""
    read = [
        one
        for one in seen
        if one.question.basis in _BASES
        and (one.link is None or one.link.verdict in ANSWERED)
        and one.text is not None
        and one.text.unreadable is None
    ]
    return min(read, key=lambda one: _BASES.index(one.question.basis), default=None)


def _digest(told: object) -> str:
    text = json.dumps(told, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()
