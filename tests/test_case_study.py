"""`docs/case-study.md` says what the program finds in the corpus that ships, no more, no less."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from footnoted.corpus import read_corpus
from footnoted.lints import LINTS, LintRun, run_lints
from footnoted.model.corpus import Corpus
from footnoted.model.finding import Finding
from footnoted.model.records import ClaimRecord, SourceRecord
from footnoted.papers import read_paper

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "case-study.md"
TODAY = date(2026, 11, 24)
JUDGED = ("true", "arguable", "false")

Row = tuple[str, str, str]
"""Rule, target, and level with confidence."""


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    reading = read_corpus(ROOT / "claims" / "saferworld-2013")
    assert reading.corpus
    return reading.corpus


@pytest.fixture(scope="module")
def whole(corpus: Corpus, saferworld: Path) -> LintRun:
    return run_lints(corpus, read_paper(saferworld, file="saferworld-2013.md"), today=TODAY)


def _tables(heading: str) -> list[list[str]]:
    """Return the rows of all tables under a heading of level two, without those of headers."""
    section = PAGE.read_text("utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = section.splitlines()
    rows = [n for n, line in enumerate(lines) if line.startswith("|")]
    rules = {n for n in rows if set(lines[n]) <= set("|- ")}
    return [
        [cell.strip() for cell in re.split(r"(?<!\\)\|", lines[n])[1:-1]]
        for n in rows
        if n not in rules and n + 1 not in rules
    ]


def _judged() -> list[tuple[Row, str, str]]:
    """Return each finding that the page lists, with its judgement and the reason."""
    told = []
    for cells in _tables("Every finding, judged"):
        if len(cells) == 5:
            rule, where, level, judged, why = cells
            name = re.match(r"`([^`]+)`", where)
            told.append(((rule.strip("`"), name[1] if name else where, level), judged, why))
    return told


def _row(finding: Finding) -> Row:
    where = finding.where
    target = where.claim or where.source or (f"note {where.note}" if where.note else "paper")
    return finding.rule, target, f"{finding.level}, {finding.confidence}"


def test_what_needs_no_paper_is_listed_to_the_last_finding(corpus: Corpus) -> None:
    """Rule, target, level and confidence: the page has each finding, once, and no other."""
    found = Counter(_row(one) for one in run_lints(corpus, None, today=TODAY).findings)
    assert found == Counter(row for row, _, _ in _judged() if not LINTS[row[0]].needs_paper)


def test_what_needs_the_paper_is_listed_to_the_last_finding(whole: LintRun) -> None:
    """As above, with the rules that read the paper's text."""
    assert Counter(map(_row, whole.findings)) == Counter(row for row, _, _ in _judged())


def test_each_is_judged_with_a_reason_and_no_error_is_false() -> None:
    """A false finding at level error would have to be mended, not told."""
    told = _judged()
    assert [row for row, judged, why in told if judged not in JUDGED or len(why) < 20] == []
    assert {judged for row, judged, _ in told if row[2].startswith("error")} == {"true"}


def test_the_counts_are_those_of_the_list() -> None:
    told = _judged()
    counted = Counter((row[2].split(",")[0], judged) for row, judged, _ in told)
    table = [cells for cells in _tables("Every finding, judged") if len(cells) == 4]
    assert {cells[0]: tuple(map(int, cells[1:])) for cells in table} == {
        level: tuple(counted[level, judged] for judged in JUDGED)
        for level in ("error", "warning", "info")
    }
    levels = Counter(row[2].split(",")[0] for row, _, _ in told)
    assert (
        f"{len(told)} findings: {levels['error']} errors, {levels['warning']} warnings, "
        f"{levels['info']} hints"
    ) in _prose()


def test_what_is_on_record_is_counted_as_the_records_have_it(corpus: Corpus) -> None:
    claims = corpus.claims.values()
    assert _numbers("What the paper claims") == {
        "notes": len(corpus.notes),
        "claims": len(claims),
        "claims without a note": sum(not one.note for one in claims),
        "quotations on record": sum(len(one.quotations) for one in claims),
        "figures on record": sum(len(one.figures) for one in claims),
        "cited works": len(corpus.sources),
    }


def test_what_needs_the_network_is_counted_as_the_records_have_it(corpus: Corpus) -> None:
    """Without a network the reason of a claim follows from what its notes lead to."""
    works = corpus.sources.values()
    reasons = Counter(_reason(one, corpus) for one in corpus.claims.values())
    assert _numbers("What needs the network") == reasons | {
        "cited addresses": sum(one.url is not None for one in works),
        "addresses where a copy of the same text was seen": sum(map(_copies, works)),
        "looked at": 0,
    }
    seen = [one for one in corpus.claims.values() if _reason(one, corpus) in _ASKED]
    searched = sum(bool(one.quotations or one.figures) for one in seen)
    assert f"Of the {len(seen)} claims of the first two lines, {searched} have" in _prose()
    assert f"For the other {len(seen) - searched} the" in _prose()


def test_the_numbers_between_the_lines(corpus: Corpus) -> None:
    """Short forms, works in Chinese, works in print, the quotation without a note."""
    entries = [one for note in corpus.notes.values() for one in note.entries]
    short = [one for one in entries if one.form in ("ibid", "op_cit") or not one.source]
    led = sum(one.source is not None for one in short)
    assert f"{len(short)} of their references are short forms" in _prose()
    assert f"{led} of these lead to one work" in _prose()
    chinese = [one.id for one in corpus.sources.values() if one.language == "zh"]
    cited = [works for one in corpus.claims.values() if (works := _works(one, corpus))]
    resting = sum(all(one.id in chinese for one in works) for works in cited)
    told = f"{len(chinese)} works are in Chinese, and {resting} claims rest on these alone"
    assert told in _prose()
    quoting = [one for one in corpus.claims.values() if one.quotations]
    assert sum(not one.note for one in quoting) == 1
    assert "all its quotations but one have a note" in _prose()
    printed = [one for one in corpus.sources.values() if one.medium == "print"]
    assert f"only in print ({len(printed)} of the {len(corpus.sources)};" in _prose()


_ASKED = ("`offline`", "`no_url`, copy on record")


def _reason(claim: ClaimRecord, corpus: Corpus) -> str:
    works = _works(claim, corpus)
    if not claim.note:
        return "`unsourced`"
    if not works:
        return "`ambiguous_note`, `missing_note`"
    if any(one.url for one in works):
        return "`offline`"
    copied = any(map(_copies, works))
    return "`no_url`, copy on record" if copied else "`no_url`, no copy on record"


def _works(claim: ClaimRecord, corpus: Corpus) -> list[SourceRecord]:
    entries = [one for note in claim.note for one in corpus.notes[note].entries]
    return [corpus.sources[one.source] for one in entries if one.source]


def _copies(work: SourceRecord) -> int:
    return sum(one.kind == "same_text" for one in work.alternates)


def _numbers(heading: str) -> dict[str, int]:
    return {cells[0]: int(cells[1]) for cells in _tables(heading)}


def _prose() -> str:
    return " ".join(PAGE.read_text("utf-8").split())
