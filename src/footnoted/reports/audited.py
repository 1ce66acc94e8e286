"""What an audit found, before it is words: what every report is made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from footnoted.history import HistoryLine, News, ObservationLine, looks_by_url
from footnoted.judgements import Standing
from footnoted.model.archived import Archival
from footnoted.model.corpus import Corpus
from footnoted.model.finding import Finding
from footnoted.model.seen import Seen
from footnoted.plan import Scope, cited_by, notes_by_source
from footnoted.verdicts import ClaimJudgement


@dataclass(frozen=True, slots=True)
class Audited:
    """All results of an audit, before they are words.

    `seen` holds every address that was asked, `local` also; each finding comes with the
    fingerprint under which history knows it. A look from before `looked_at` was remembered, and
    no look of this audit. `archived` is what the `archives` hold, by cited URL;
    `mitigated` are the URLs whose loss their mementos make good. `claims` are as judged, the
    `standing` tells by whom.
    """

    version: str
    corpus: Corpus
    scope: Scope
    as_of: datetime
    vantage: str
    findings: tuple[tuple[Finding, str], ...]
    claims: Mapping[str, ClaimJudgement]
    seen: tuple[Seen, ...]
    news: News
    history: Sequence[HistoryLine] = ()
    not_run: tuple[tuple[str, str], ...] = ()
    only: str | None = None
    offline_message: str | None = None
    sentences: Mapping[str, str] = field(default_factory=dict)
    paper_read: bool = False
    looked_at: datetime | None = None
    blind_nights: int = 0
    archives: tuple[str, ...] = ()
    archived: Mapping[str, Archival] = field(default_factory=dict)
    mitigated: frozenset[str] = frozenset()
    standing: Standing = field(default_factory=Standing)


class Indexes:
    """What is looked up for each claim, note and link, gathered once."""

    def __init__(self, audited: Audited) -> None:
        corpus = audited.corpus
        self.sections = {
            claim: file.name.rpartition(".")[0].replace("-", " ")
            for file in corpus.files
            for claim in file.claims
        }
        self.claims_of_source = cited_by(corpus, audited.scope.claims)
        scope = set(audited.scope.notes)
        self.notes_of_source = {
            source: tuple(label for label in labels if label in scope)
            for source, labels in notes_by_source(corpus).items()
        }
        self.hanging: dict[str, list[str]] = {}
        for claim in corpus.claims.values():
            for label in claim.note:
                self.hanging.setdefault(label, []).append(claim.id)
        self.seen: dict[tuple[str, str, str], Seen] = {}
        self.links: dict[str, dict[str, None]] = {}
        for one in audited.seen:
            self.seen.setdefault((one.source, one.question.basis, one.question.url), one)
            if one.link:
                self.links.setdefault(one.source, {})[one.question.url] = None
        self.findings_of_note = Counter(finding.where.note for finding, _ in audited.findings)
        self.about_parts = {
            (finding.where.claim, finding.rule.partition("-")[0], finding.subject): finding
            for finding, _ in audited.findings
            if finding.level != "info" and finding.subject
        }
        self.looks = looks_by_url(audited.history)
        self.observed = [one for one in audited.history if isinstance(one, ObservationLine)]
