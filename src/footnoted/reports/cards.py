"""What the HTML page shows of each claim, note and link, joined from the report's lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote

from footnoted.model.finding import Level
from footnoted.model.report import (
    ClaimDoc,
    EvidenceDoc,
    FindingDoc,
    LinkDoc,
    NoteDoc,
    PartDoc,
    Report,
)
from footnoted.model.verdicts import CONTRADICTED, ClaimVerdict, LinkVerdict, PartVerdict
from footnoted.reports import overview
from footnoted.reports.archives import Robust, of_evidence
from footnoted.reports.filters import CHUNK, LARGE
from footnoted.reports.readings import in_words
from footnoted.reports.relations import CONFLICTS, Relation, relations
from footnoted.reports.visible import clipped
from footnoted.reports.words import CLAIMS, LEVELS, Word, reason_words

_TELLING = CONTRADICTED | {PartVerdict.ABSENT}
_QUIET = frozenset({"unsourced", "nothing_to_compare"})
_OF_A_PAGE = frozenset({"offline", "not_fetched", "no_url"})
_SHORT = 110
_EDGES = " .,;:!?\"'“”‘’"
_CHANGES = 8
_MOST_OPEN = 50
"""In a large report, as many wrong claims stand open; the others are folded."""
_UNSPACED = "\u0e00-\u0eff\u2e80-\ua4cf\uf900-\ufaff"
"""Thai, Lao, and Chinese and Japanese characters: scripts that put no space between words."""
_TOUCHING = re.compile(rf"[^\W{_UNSPACED}][^\W{_UNSPACED}]|[.,;:!?…)\]][^\W{_UNSPACED}]")


def anchor(kind: str, name: str) -> str:
    """Return the id of an element: `claim-` and the record's id, safe in an address too."""
    return f"{kind}-{quote(name, safe='')}"


def cut_words(part: PartDoc) -> str:
    """Return what is wrong with a quotation that has the source's very words, cut short of more."""
    if part.verdict is not PartVerdict.ALTERED:
        return ""
    paper, source = (
        words.strip(_EDGES).lower() for words in (part.text, part.source_wording or "")
    )
    return in_words(part.message) if paper == source else ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A line of the list of what is wrong: where it leads, and both sides where there are two.

    `paper` without `source` is a part that the source does not have; `told` says what is wrong
    where both have the same words. `why` is `new`, and its cause in words where that is known.
    """

    href: str
    style: str
    word: Word
    notes: tuple[str, ...]
    text: str
    paper: str | None = None
    source: str | None = None
    told: str = ""
    new: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The claims of one verdict, in the order of the paper."""

    verdict: ClaimVerdict
    word: Word
    claims: tuple[ClaimDoc, ...]

    def heaps(self) -> list[Heap]:
        """Return the claims in heaps by the reason they share; only unchecked ones have any.

        Claims of which nothing can be known without a person come last, and are folded.
        """
        if self.verdict is not ClaimVerdict.UNCHECKED:
            return [Heap("", self.claims, folded=False)]
        by_reason: dict[str, list[ClaimDoc]] = {}
        for claim in self.claims:
            by_reason.setdefault(_heap_reason(claim), []).append(claim)
        heaps = [
            Heap(
                overview.sentence(reason_words(reason, "")).rstrip(".") or "No reason given",
                tuple(claims),
                folded=reason in _QUIET,
            )
            for reason, claims in by_reason.items()
        ]
        return sorted(heaps, key=lambda heap: heap.folded)


@dataclass(frozen=True, slots=True)
class Heap:
    """Claims of a group that share a reason, under its words; `folded` until asked for."""

    title: str
    claims: tuple[ClaimDoc, ...]
    folded: bool


def _heap_reason(claim: ClaimDoc) -> str:
    """Return the claim's reason; one without parts could not be compared with any page."""
    reason = claim.reason or ""
    return "nothing_to_compare" if not claim.parts_total and reason in _OF_A_PAGE else reason


class PageView:
    """The report's records joined for the page; built once for each page."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.claim_by_id = {claim.id: claim for claim in report.claims}
        self._notes = {note.id: note for note in report.notes}
        self._links = {link.url: link for link in reversed(report.links)}
        self._cited: dict[str, list[LinkDoc]] = {}
        for link in report.links:
            if link.basis == "cited":
                self._cited.setdefault(link.source, []).append(link)
        self._new: dict[str | None, list[FindingDoc]] = {}
        for one in overview.new_findings(report):
            self._new.setdefault(one.where.claim, []).append(one)
        self.findings = overview.open_findings(report)
        self._about_claim: dict[str, list[tuple[int, FindingDoc]]] = {}
        self._about_note: dict[str, list[tuple[int, FindingDoc]]] = {}
        for number, finding in enumerate(self.findings, start=1):
            self._about_claim.setdefault(finding.where.claim or "", []).append((number, finding))
            self._about_note.setdefault(finding.where.note or "", []).append((number, finding))
        self.settled = [one for one in report.findings if one.settled is not None]
        self.waived = [one for one in report.findings if one.waived and one.settled is None]
        self._relations = relations(report.claims)
        self.all_new = overview.is_first(report)
        wrong = [claim.id for claim in overview.wrong_claims(report)]
        self.large = len(report.claims) > LARGE
        self.chunk = CHUNK if self.large else 10**9
        self._opened = frozenset(wrong[:_MOST_OPEN] if self.large else wrong)
        self._titles = {
            entry.source: entry.title
            for note in report.notes
            for entry in note.entries
            if entry.source and entry.title
        }

    def groups(self) -> list[Group]:
        """Return the claims by verdict, worst first."""
        ordered = overview.worst_first(self.report.claims)
        return [
            Group(verdict, CLAIMS[verdict], tuple(claims))
            for verdict, claims in groupby(ordered, key=lambda claim: claim.verdict)
        ]

    def troubles(self) -> list[Trouble]:
        """Return everything that is wrong: claims first, then errors that no claim explains."""
        wrong = overview.wrong_claims(self.report)
        return [self._claim_trouble(claim) for claim in wrong] + self._unexplained("error")

    def warnings(self) -> list[Trouble]:
        """Return the open warnings that no wrong claim explains."""
        return self._unexplained("warning")

    def _unexplained(self, level: Level) -> list[Trouble]:
        shown = {claim.id for claim in overview.wrong_claims(self.report)}
        return [
            self._finding_trouble(number, finding)
            for number, finding in enumerate(self.findings)
            if finding.level == level and finding.where.claim not in shown
        ]

    def _claim_trouble(self, claim: ClaimDoc) -> Trouble:
        part = next((one for one in claim.parts if one.verdict in _TELLING), None)
        wording = part.source_wording if part and part.verdict in CONTRADICTED else None
        return Trouble(
            href="#" + anchor("claim", claim.id),
            style=claim.verdict,
            word=CLAIMS[claim.verdict],
            notes=tuple(map(self.label, claim.notes)),
            text=overview.claim_title(claim),
            paper=clipped(part.text, _SHORT) if part else None,
            source=clipped(wording, _SHORT) if wording else None,
            told=cut_words(part) if part else "",
            new=self.is_new(claim),
            why=self.news_of(claim),
        )

    def _finding_trouble(self, number: int, finding: FindingDoc) -> Trouble:
        named, claim = finding.where.note, self.claim_by_id.get(finding.where.claim or "")
        label = self.label(named) if named else None
        return Trouble(
            href=f"#finding-{number + 1}",
            style=finding.level,
            word=LEVELS[finding.level],
            notes=(label,) if label else tuple(map(self.label, claim.notes if claim else ())),
            text=overview.beside_note(finding, label),
            new=finding.news == "new",
            why=overview.news_words(finding),
        )

    def label(self, note: str) -> str:
        """Return the label that the paper prints for a note."""
        return self._notes[note].label if note in self._notes else note

    def is_new(self, claim: ClaimDoc) -> bool:
        """Tell whether a finding about this claim is new since the last audit."""
        return claim.id in self._new

    def news_of(self, claim: ClaimDoc) -> str:
        """Return `new` for a claim that is, with its causes in words where they are known."""
        said = dict.fromkeys(map(overview.news_words, self._new.get(claim.id, ())))
        return "; ".join(said) if len(said) < 2 else "; ".join(one for one in said if one != "new")

    def robust_of(self, evidence: EvidenceDoc) -> Robust | None:
        """Return the archived page that goes with the evidence, as a link that outlives it."""
        cited = self._cited.get(evidence.source, ())
        return of_evidence(evidence, next(iter(cited), None))

    def is_open(self, claim: ClaimDoc) -> bool:
        """Tell whether the claim's evidence is shown without a click."""
        return claim.id in self._opened

    def is_kept(self, claim: ClaimDoc) -> bool:
        """Tell whether the claim's evidence is text until it is asked for.

        A browser that runs scripts takes what stands in `noscript` as one piece of text, which
        costs it nothing; one that runs none shows it (HTML, 4.12.2).
        """
        return self.large and not self.is_open(claim)

    def relations_of(self, claim: ClaimDoc) -> tuple[Relation, ...]:
        """Return how the claim stands to others, conflicts first."""
        return self._relations.get(claim.id, ())

    def in_conflict(self, claim: ClaimDoc) -> bool:
        """Tell whether the claim cannot hold together with another one of the paper."""
        return any(one.words == CONFLICTS for one in self.relations_of(claim))

    def notes_of(self, claim: ClaimDoc) -> list[NoteDoc]:
        """Return the notes that the claim hangs on, as far as they are on record."""
        return [self._notes[name] for name in claim.notes if name in self._notes]

    def claims_of(self, note: NoteDoc) -> list[ClaimDoc]:
        """Return the claims that hang on the note, in the order of the paper."""
        return [self.claim_by_id[name] for name in note.claims if name in self.claim_by_id]

    def claims_without_note(self) -> list[ClaimDoc]:
        """Return the claims that hang on no note."""
        return [claim for claim in self.report.claims if not claim.notes]

    def findings_of_claim(self, claim: ClaimDoc) -> list[tuple[int, FindingDoc]]:
        """Return the open findings about the claim, numbered from 1 as the page lists them."""
        return self._about_claim.get(claim.id, [])

    def findings_of_note(self, note: NoteDoc) -> list[tuple[int, FindingDoc]]:
        """Return the open findings about the note that no claim of it shows, numbered too."""
        return [
            (number, finding)
            for number, finding in self._about_note.get(note.id, [])
            if finding.where.claim not in note.claims
        ]

    def links_of(self, claim: ClaimDoc) -> list[LinkDoc]:
        """Return the looks at the claim's links, each address once."""
        return [self._links[url] for url in claim.links if url in self._links]

    def links_of_note(self, note: NoteDoc) -> list[LinkDoc]:
        """Return the looks at the addresses that the note's own sources are cited with."""
        sources = dict.fromkeys(entry.source for entry in note.entries if entry.source)
        return [link for source in sources for link in self._cited.get(source, ())]

    def titles_of(self, claim: ClaimDoc) -> list[str]:
        """Return the titles of the claim's sources, or their ids."""
        return [self._titles.get(source) or source for source in claim.sources]

    def links_shown(self) -> list[LinkDoc]:
        """Return the links that are not simply alive, worst first."""
        links = overview.links_worst_first(self.report.links)
        return [link for link in links if link.verdict is not LinkVerdict.ALIVE]

    def links_alive(self) -> list[LinkDoc]:
        """Return the links that are alive, in the order of the corpus."""
        return [link for link in self.report.links if link.verdict is LinkVerdict.ALIVE]


def evidence_line(evidence: EvidenceDoc) -> str:
    """Say when the evidence is from: `seen …`, `archived …, read …`, or how a copy came."""
    seen = overview.day(evidence.at)
    if evidence.basis == "memento":
        made = overview.memento_time(evidence)
        return f"archived {overview.day(made)}, read {seen}" if made else f"read {seen}"
    if evidence.basis == "local":
        return f"{evidence.obtained or 'origin not told'}; read {seen}"
    return f"seen {seen}"


def span_words(span: tuple[int, int] | None, evidence: EvidenceDoc) -> str:
    """Say where the marked words stand in the text as read, and which payload that was."""
    where = f"characters {span[0]:,} to {span[1]:,} of the text as read" if span else ""
    payload = f"sha256 {evidence.digest[:12]}…" if evidence.digest else ""
    return "; ".join(one for one in (where, payload) if one)


def changes(part: PartDoc) -> list[str]:
    """Say each step of the part's word diff in words, eight at most, then how many more."""
    steps = [step for step in part.diff if step[0] != "equal"]
    said = [_change(*step) for step in steps[:_CHANGES]]
    return said + ([f"and {len(steps) - _CHANGES} more"] if len(steps) > _CHANGES else [])


def _change(op: str, claim: str, source: str) -> str:
    ours, theirs = clipped(claim, _SHORT), clipped(source, _SHORT)
    if op == "replace":
        return f"the paper has “{ours}” where the source has “{theirs}”"
    return f"the paper adds “{ours}”" if op == "insert" else f"the paper leaves out “{theirs}”"


def diff_pieces(part: PartDoc) -> list[tuple[str, str]]:
    """Return the word diff as `(equal|del|ins, words)`, from the source's words to the paper's.

    Words that would touch are set apart by a space, whether or not the diff carried the spaces.
    """
    pieces: list[tuple[str, str]] = []
    for op, ours, theirs in part.diff:
        if op == "equal":
            pieces.append(("equal", ours))
        else:
            pieces += [(kind, text) for kind, text in (("del", theirs), ("ins", ours)) if text]
    spaced: list[tuple[str, str]] = []
    for kind, text in pieces:
        if spaced and _TOUCHING.search(spaced[-1][1][-1:] + text[:1]):
            spaced.append(("equal", " "))
        spaced.append((kind, text))
    return spaced
