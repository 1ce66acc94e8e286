"""`footnoted coverage`: the corpus and the user's copy of the paper, held side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from footnoted.audit.corpora import open_corpus
from footnoted.lints.coverage import Covered
from footnoted.lints.covered import all_parts
from footnoted.lints.examined import Examined
from footnoted.model.coverage import (
    PART_KINDS,
    CoverageCorpus,
    CoverageCount,
    CoverageDocument,
    CoveragePart,
    CoverageSection,
)
from footnoted.model.draft import Draft
from footnoted.model.finding import Finding
from footnoted.papers import read_paper
from footnoted.reports.coverage_page import CoveragePage


@dataclass(frozen=True, slots=True)
class Coverage:
    """Corpus, paper, and every part of the paper with what covers it.

    `findings` tell of records that could not be read; what they cover is open.
    """

    examined: Examined
    parts: tuple[Covered, ...]
    findings: tuple[Finding, ...]

    @property
    def open(self) -> tuple[Covered, ...]:
        """Return what is neither on record nor exempt."""
        return tuple(one for one in self.parts if one.state == "open")

    def document(self) -> CoverageDocument:
        """Return the coverage for other programs."""
        return _document(self.examined, self.parts)

    def page(self) -> CoveragePage:
        """Return the coverage with the paper's text, to be shown to the paper's owner."""
        examined = self.examined
        return CoveragePage(
            document=self.document(),
            corpus=examined.corpus,
            paper=examined.paper,
            anchored=examined.anchored,
            exempted=tuple(examined.exempt),
            cells={
                one.part.place: index
                for index, one in enumerate(_in_order(self.parts))
                if one.part.place is not None
            },
        )


def coverage(path: Path, paper: Path) -> Coverage:
    """Hold the corpus at `path` against the paper; of several, the one of this paper.

    Raises UnreadableCorpusError where there is none, or several and none is the paper's;
    UnreadablePaperError for the paper.
    """
    draft = read_paper(paper)
    opened = open_corpus(path, draft)
    examined = Examined(opened.corpus, draft)
    return Coverage(examined, tuple(all_parts(examined)), opened.findings)


def _document(examined: Examined, parts: Iterable[Covered]) -> CoverageDocument:
    corpus, draft, listed = examined.corpus, examined.paper, [*parts]
    titles = {one.label or one.title: (one.label, one.title) for one in draft.sections}
    names = [*titles, *dict.fromkeys(one.part.section for one in listed)]
    done = sum(one.state != "open" for one in listed)
    return CoverageDocument(
        corpus=CoverageCorpus(id=corpus.paper.id, title=corpus.paper.title, folder=corpus.folder),
        paper=draft.file,
        same_paper=corpus.paper.sha256 == draft.paper.sha256 if corpus.paper.sha256 else None,
        per_cent=100 * done // len(listed) if listed else 100,
        total=_counts(listed, every=True),
        sections=tuple(
            CoverageSection(label=label, title=title, counts=counts)
            for name in dict.fromkeys(names)
            for label, title in [titles.get(name, ("", name))]
            if (counts := _counts([one for one in listed if one.part.section == name]))
        ),
        parts=tuple(_part(one, draft) for one in _in_order(listed)),
    )


def _in_order(parts: Iterable[Covered]) -> list[Covered]:
    """Return the parts in the order of the paper's lines, those of one line as they stand."""
    return sorted(parts, key=lambda one: (one.part.line, one.part.span or (0, 0)))


def _counts(parts: list[Covered], *, every: bool = False) -> tuple[CoverageCount, ...]:
    counted = Counter((one.part.kind, one.state) for one in parts)
    counts = [
        CoverageCount(
            kind=kind,
            on_record=counted[kind, "on-record"],
            exempt=counted[kind, "exempt"],
            open=counted[kind, "open"],
        )
        for kind in PART_KINDS
    ]
    return tuple(one for one in counts if every or one.on_record or one.exempt or one.open)


def _part(one: Covered, draft: Draft) -> CoveragePart:
    part = one.part
    cell = None
    if part.place is not None:
        at, row, column = part.place
        table = draft.tables[at]
        cell = (table.rows[row][0], table.columns[column] if column < len(table.columns) else "")
    return CoveragePart(
        kind=part.kind,
        words=part.words,
        section=part.section,
        line=part.line,
        span=part.span,
        cell=cell,
        notes=part.notes,
        state=one.state,
        claims=one.claims,
        reason=one.reason,
        why=one.why,
    )
