"""A case on a terminal: within its width, and as legible without colour."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import sample_reports
from footnoted.model.corpus import Corpus
from footnoted.model.records import PaperRecord
from footnoted.model.verdicts import ClaimVerdict
from footnoted.reports.review_queue import Queue, Waiting, queue_of
from footnoted.reports.review_text import TextLine, case_lines, list_lines, outdated_words
from footnoted.reports.terminal import columns
from sample_reports import case


def waiting(**fields: Any) -> Waiting:
    claim = sample_reports.claim("ferries", ClaimVerdict.MISMATCH, (sample_reports.ALTERED,))
    return Waiting(claim, case(**fields), sample_reports.sample_notes()[:1], ())


def text(lines: list[TextLine]) -> list[str]:
    return ["".join(piece.text for piece in line) for line in lines]


@pytest.mark.parametrize("width", [30, 40, 60, 90, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """From 40 columns on, at most 96, with wide characters counted as two."""
    claim = sample_reports.claim(
        "wide", ClaimVerdict.MISMATCH, (sample_reports.ALTERED,), says="边境的贸易" * 40
    )
    lines = text(case_lines(Waiting(claim, case(), (), ()), 1, 9, width))
    assert max(map(columns, lines)) <= max(40, min(width, 96))
    assert "".join(line[11:] for line in lines if "边" in line).count("边") == 40


def test_a_difference_is_legible_without_colour() -> None:
    """What the paper leaves out and puts in stands in brackets, as git shows words."""
    shown = "\n".join(text(case_lines(waiting(), 1, 1, 96)))
    assert "[-" in shown
    assert "{+" in shown
    assert f"“{sample_reports.ALTERED.text}”" in " ".join(shown.split())


def test_hostile_words_are_named_everywhere() -> None:
    """Of a claim, a note, a page's title, a reason: no control character comes through."""
    report = sample_reports.hostile_report()
    page = sample_reports.evidence(title=sample_reports.HOSTILE)
    for claim in report.claims:
        parts = [*range(len(claim.parts)), None]
        for part in parts:
            one = Waiting(claim, case(part, pages=(page,)), report.notes, report.links)
            shown = "".join([*text(case_lines(one, 1, 1, 80)), *list_lines(Queue((one,)), 80)])
            assert all(sign.isprintable() for sign in shown)


def test_a_list_tells_what_comes_up_again_and_what_cannot_be_judged() -> None:
    """A line a case, cut to the width; claims that changed since the audit are named."""
    again = waiting(state="stale", changed=("the record was changed",))
    lines = [*list_lines(Queue((again,), ("ports",)), 60)]
    assert "again: the source has other words" in lines[0]
    assert columns(lines[0]) <= 60
    assert lines[1:] == [
        "1 verdict for a person to judge",
        "changed since the audit, run footnoted check first: ports",
    ]
    many = outdated_words(Queue((), tuple(f"c{n}" for n in range(8))))
    assert many.endswith("c4 and 3 more")


def test_claims_that_the_corpus_has_no_more_are_outdated() -> None:
    """A report of other records asks nobody anything."""
    claim = sample_reports.claim("gone", ClaimVerdict.MISMATCH, (sample_reports.ALTERED,))
    report = sample_reports.report((claim.model_copy(update={"cases": (case(),)}),))
    corpus = Corpus("claims/p", "", PaperRecord(id="p", title="P"))
    queue = queue_of(report, corpus, date(2026, 11, 24))
    assert (queue.waiting, queue.outdated) == ((), ("gone",))
