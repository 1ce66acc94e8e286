"""`footnoted.reports.verbose`: each claim that does not hold, in two lines."""

from __future__ import annotations

import re

import pytest

import sample_reports
import timely_reports
from footnoted.model.verdicts import ClaimVerdict
from footnoted.reports.terminal import columns
from footnoted.reports.verbose import verbose_lines


def test_a_claim_that_does_not_hold_has_two_lines_worst_first() -> None:
    """What became of it; then paper beside source, and which capture that was."""
    lines = list(verbose_lines(sample_reports.sample_report(), 100))
    assert len(lines) == 2 * 6
    assert lines[:4] == [
        (
            "≠ note 2, accounts-published: mismatch, needs review: The quotation drops a negation. "
            "1 of 2 parts…"
        ),
        (
            "    paper “…will always publish its f…”, source “…will not always publish i…”; "
            "cited page 2026-11-24"
        ),
        (
            "≠ note 3, ferry-passengers-2012: mismatch: The figure is another one in the source. "
            "0 of 1 part fou…"
        ),
        "    paper “1.2 million”, source “2.1 million passengers”; cited page 2026-11-24",
    ]


def test_what_could_not_be_seen_tells_its_address_or_its_record() -> None:
    """A wall and since when; a source without an address; a record with nothing to compare."""
    text = "\n".join(verbose_lines(sample_reports.sample_report(), 100))
    assert "paper “3 m”; blocked since 2026-11-01: https://walled.example/tides" in text
    assert "paper “no boat came home”; no address; record: claims/salt-road/02" in text
    assert "    nothing to compare; record: claims/salt-road/02-ferries.yaml:12:3" in text


def test_claims_that_hold_are_not_told() -> None:
    """Also those whose parts stand only in an archived copy."""
    told = "\n".join(verbose_lines(sample_reports.sample_report(), 100))
    holding = [
        one.id
        for one in sample_reports.sample_claims()
        if one.verdict in {ClaimVerdict.SUPPORTED, ClaimVerdict.SUPPORTED_THEN}
    ]
    assert holding
    assert not [name for name in holding if name in told]


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("name", ["sample", "timely", "offline", "hostile", "big"])
def test_no_line_is_wider_than_the_terminal_or_moves_it(name: str, width: int) -> None:
    """Whatever the texts hold, Chinese included."""
    module = timely_reports if name == "timely" else sample_reports
    lines = list(verbose_lines(getattr(module, f"{name}_report")(), width))
    assert lines
    assert len(lines) % 2 == 0
    for line in lines:
        assert columns(line) <= width
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", line)
