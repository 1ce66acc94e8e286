"""The cause of each piece of news: the earlier page under today's corpus and version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from footnoted.audit.compare import criteria
from footnoted.audit.history_inputs import judgement_at, record_names, state_of, waiver_name
from footnoted.audit.history_night import Night
from footnoted.audit.history_parts import part_digests
from footnoted.audit.news import COULD_NOT_LOOK, named, named_part
from footnoted.audit.replays import Replayed, Replays, Wanted, replays
from footnoted.audit.study import PartKey
from footnoted.checks.archived import ARCHIVE_RULES
from footnoted.checks.outcomes import CLAIM_RULES, LINK_RULES
from footnoted.history import Inputs, News, Problem
from footnoted.history.causes import Facts, State, Told, cause_of, cause_offline
from footnoted.judgements import JUDGEMENT_RULES, STALE
from footnoted.model.capture import Basis
from footnoted.model.corpus import Corpus
from footnoted.model.finding import LOSSES, Finding
from footnoted.model.question import Question
from footnoted.model.remembered import Memory
from footnoted.model.verdicts import FOUND, LinkVerdict
from footnoted.plan import absolute, citations, cited_by, questions
from footnoted.verdicts import ClaimJudgement

_HARD = frozenset({LinkVerdict.DEAD, LinkVerdict.PARKED})
"""Losses that a page does not come to by being judged otherwise."""

_OF_VERDICTS = LOSSES | {"link-moved"}
"""Rules that follow from a link's verdict alone."""


@dataclass(frozen=True, slots=True)
class Scene:
    """All that tells why something is news.

    `night` has tonight's looks beside history, `inputs` what the audit is made of. Earlier pages
    are taken from the `evidence` folder; what is known of those that are not there, from `memory`
    as it was before this audit.
    """

    night: Night
    claims: Mapping[str, ClaimJudgement]
    inputs: Inputs
    evidence: Path
    as_of: datetime
    memory: Memory

    @property
    def corpus(self) -> Corpus:
        """The audited corpus."""
        return self.night.corpus

    @property
    def before(self) -> Inputs | None:
        """What the audit before was made of."""
        return self.night.book.inputs(self.as_of)

    def versions(self, at: datetime | None = None) -> tuple[str, str]:
        """Return the version that judged a look of `at` (else the last audit's), and ours."""
        before = self.night.book.inputs(at, including=True) if at else self.before
        return before.version if before else self.inputs.version, self.inputs.version


def with_causes(told: News, findings: Iterable[Finding], scene: Scene) -> News:
    """Return the news, each new problem with its cause.

    A warning that became an error keeps the cause with which it came. What an audit itself left
    in history is what a replay of it tells, as long as it is made of the same: memory has moved
    on by then.
    """
    kept = {one.fingerprint: found for one in told.new if (found := _kept(one, scene))}
    told_of = [one for one in findings if one.level != "info" and not one.waived]
    by_name = {named(one): one for one in reversed(told_of)}
    asked = [by_name[one.fingerprint] for one in told.new if one.fingerprint not in kept]
    causes = kept | _causes(asked, scene)
    new = (
        replace(one, cause=causes[one.fingerprint][0], cause_message=causes[one.fingerprint][1])
        for one in told.new
    )
    return replace(told, new=tuple(new))


def _kept(problem: Problem, scene: Scene) -> Told | None:
    """Return the cause that is known already."""
    book = scene.night.book
    line = book.told_at(problem.fingerprint, scene.as_of)
    same = book.inputs(scene.as_of, including=True) == scene.inputs
    if line is not None and line.cause_message is not None and same:
        return line.cause, line.cause_message
    if problem.cause_message is None:
        return None
    if problem.cause == "tool" and _changed_since(problem, scene):
        return "world", "the page itself changed since our version judged it otherwise"
    return problem.cause, problem.cause_message


def _changed_since(problem: Problem, scene: Scene) -> bool:
    """Tell whether a page is another one than that on which our version found a trouble.

    An upgrade excuses what it finds on a page that was fine before, and no loss that follows.
    """
    if problem.rule in CLAIM_RULES:
        return _reads_otherwise(problem, scene)
    told = scene.night.book.standing(problem.fingerprint, scene.as_of)
    seen = scene.night.cited.get(problem.target)
    verdict = seen.link.verdict if seen and seen.link else None
    return told is not None and told.problem.rule == "link-soft-404" and verdict in _HARD


def _reads_otherwise(problem: Problem, scene: Scene) -> bool:
    """Tell whether other words stand for a part than at any look that is remembered.

    Not whether the page has other bytes: many pages have other ones at every look.
    """
    corpus, claim = scene.corpus, problem.target
    known = [
        (outcome.verdict, outcome.source_wording)
        for citation in citations(corpus, corpus.claims[claim])
        for one in criteria(corpus, [claim], citation.source)
        for outcome in scene.memory.outcomes_of(one.digest)
    ]
    now = (
        (judged.look.comparison.verdict, judged.look.comparison.source_wording)
        for judged in scene.claims[claim].parts
        if judged.look and named_part(corpus, claim, judged.part) == problem.fingerprint
    )
    return bool(known) and not any(one in known for one in now)


def _causes(findings: Sequence[Finding], scene: Scene) -> dict[str, Told]:
    parts = _parts_of([one for one in findings if one.rule in CLAIM_RULES], scene)
    links = [one for one in findings if one.rule in LINK_RULES]
    causes = {
        named(one): _offline(one, scene)
        for one in findings
        if one.rule not in CLAIM_RULES | LINK_RULES
    }
    if not parts and not links:
        return causes
    wanted = _wanted(scene.corpus, parts.values(), [one.subject or "" for one in links])
    night = scene.night
    again = replays(scene.evidence, wanted, scene.corpus, night.book, night.looked_at)
    for name, key in parts.items():
        causes[name] = cause_of(_of_part(key, again, scene))
    for one in links:
        causes[named(one)] = cause_of(_of_link(one, again, scene))
    return causes


def _parts_of(findings: Sequence[Finding], scene: Scene) -> dict[str, PartKey]:
    """Return the part of a claim that each finding is about, by its fingerprint."""
    names = {named(one): one.where.claim for one in findings if one.where.claim}
    found: dict[str, PartKey] = {}
    for name, claim in names.items():
        for judged in scene.claims[claim].parts:
            if named_part(scene.corpus, claim, judged.part) == name and judged.verdict not in FOUND:
                found.setdefault(name, (claim, judged.part.kind, judged.part.index))
    return found


def _wanted(corpus: Corpus, parts: Iterable[PartKey], urls: Iterable[str]) -> Wanted:
    """Return which pages are to be looked at again, and with which claims' parts."""
    wanted: dict[Question, dict[str, None]] = {}
    for claim, _, _ in parts:
        for question in _questions(corpus, claim):
            wanted.setdefault(question, {})[claim] = None
    claims_of = cited_by(corpus, corpus.claims)
    sources: dict[str, list[str]] = {}
    for source in corpus.sources.values():
        if source.url:
            sources.setdefault(absolute(source.url), []).append(source.id)
    for url in urls:
        claims = (claim for one in sources.get(url, ()) for claim in claims_of.get(one, ()))
        wanted.setdefault(Question(url), {}).update(dict.fromkeys(claims))
    return {question: tuple(claims) for question, claims in wanted.items()}


def _questions(corpus: Corpus, claim: str) -> list[Question]:
    cited = citations(corpus, corpus.claims[claim])
    return [one for citation in cited for one in questions(corpus.sources[citation.source])]


def _of_part(key: PartKey, again: Replays, scene: Scene) -> Facts:
    claim, kind, index = key
    pages = [again[one] for one in _questions(scene.corpus, claim) if one in again]
    found = [one for one in pages if one.finds(key)]
    decides = found[0] if found else _last(pages)
    past = scene.night.book.part(claim, part_digests(scene.corpus, claim)[kind, index], scene.as_of)
    state: State = "same"
    if not past.known or past.failing_since:
        state = _state_of_claim(claim, scene)  # asked anew, or again as it failed before
    return Facts(
        state,
        scene.versions(decides.at if decides else None),
        bool(found) if pages else None,
        decides.at.date() if decides else None,
        failing=past.failing_since is not None,
        same_page=_same_pages(_questions(scene.corpus, claim), scene),
        first=not past.was_found,
    )


def _state_of_claim(claim: str, scene: Scene) -> State:
    """Return what became of a claim's record, or of those of its notes and sources."""
    before = scene.before
    if before is None or f"claim:{claim}" not in before.records:
        return "new"
    cited = citations(scene.corpus, scene.corpus.claims[claim])
    sources = [f"source:{one.source}" for one in cited]
    notes = [f"note:{label}" for label in scene.corpus.claims[claim].note]
    return state_of([f"claim:{claim}", *notes, *sources], before, scene.inputs)


def _of_link(finding: Finding, again: Replays, scene: Scene) -> Facts:
    url, name = finding.subject or "", named(finding)
    one, page = scene.night.cited[url], again.get(Question(url))
    looks = scene.night.book.looks(url, scene.as_of)
    as_before = (
        finding.rule in _OF_VERDICTS
        and bool(looks)
        and one.link is not None
        and looks[-1].verdict == one.link.verdict
    )
    if as_before:
        page = None
    return Facts(
        _state_of_link(one.source, scene, known=bool(looks) and _was_cited(url, scene)),
        scene.versions(page.at if page else None),
        name not in page.problems if page else None,
        page.at.date() if page else None,
        failing=as_before,
        same_page=_same_pages([Question(url)], scene),
        first=not scene.night.book.was_seen(url, scene.as_of),
    )


def _state_of_link(source: str, scene: Scene, *, known: bool) -> State:
    """Return whether the address of a source is new; one that was looked at is the same.

    One that never was, or not at the last audit, is new in a record that changed.
    """
    state = state_of([f"source:{source}"], scene.before, scene.inputs)
    return "same" if state == "same" or (state == "changed" and known) else "new"


def _was_cited(url: str, scene: Scene) -> bool:
    """Tell whether the last audit knew an address; memory keeps none that left the records."""
    memory = scene.memory
    return memory.as_of is None or memory.look(url) is not None


def _last(pages: Sequence[Replayed]) -> Replayed | None:
    return max(pages, key=lambda one: one.at, default=None)


def _same_pages(asked: Iterable[Question], scene: Scene) -> bool | None:
    """Tell whether each page tonight is the one that memory knows, None where it knows none."""
    found = {(one.question.url, one.question.basis): one.capture for one in scene.night.seen}
    told: list[bool] = []
    for question in asked:
        key: tuple[str, Basis] = (question.url, question.basis)
        before, now = scene.memory.look(*key), found.get(key)
        if before is None or before.response is None or now is None:
            continue
        status = now.response.status if now.response else None
        told.append(before.digest == now.digest and before.response.status == status)
    return all(told) if told else None


def _offline(finding: Finding, scene: Scene) -> Told:
    """Return the cause of a finding that rests on no page."""
    if finding.rule == COULD_NOT_LOOK:
        return "world", f"no page answers any more, as seen from '{finding.subject}'"
    before, now = scene.before, scene.inputs
    if before is None:
        return "corpus", "no audit that is remembered knew it"
    names = record_names(finding.where)
    if finding.rule in JUDGEMENT_RULES:
        names = [judgement_at(finding, scene.corpus)]
        if finding.rule == STALE:
            names += record_names(finding.where)
        if state_of(names, before, now) == "same":
            return "world", "what a person judged reads otherwise now"
    if finding.rule in ARCHIVE_RULES and state_of(names, before, now) == "same":
        return "world", "what archives hold, or tell of it, changed"
    if finding.rule == "waiver-expired":
        names = _waivers_at(finding, scene.corpus)
    record = state_of(names, before, now)
    if finding.rule == "waiver-expired" and record == "same":
        return "clock", "the last day of the waiver has passed"
    return cause_offline(
        record,
        scene.versions(),
        corpus=before.corpus != now.corpus,
        paper=before.paper != now.paper,
    )


def _waivers_at(finding: Finding, corpus: Corpus) -> list[str]:
    """Return the names of the waivers that stand where a finding about one does."""
    where = finding.where
    return [
        waiver_name(one.rule, one.claim, one.note, one.source)
        for index, one in enumerate(corpus.waivers)
        if (place := corpus.place("waivers", index)).line == where.line and place.file == where.file
    ]
