"""`footnoted.reports.csv_`: for spreadsheets."""

from __future__ import annotations

import csv
import io

import pytest

import sample_reports
import timely_reports
from footnoted.model.report import Report
from footnoted.reports.csv_ import COLUMNS, cell, render


def rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(report), newline=""), strict=True))


def test_there_is_a_row_for_each_part_and_one_for_a_claim_without_parts() -> None:
    """Nothing is left out, also no draft."""
    read = rows(sample_reports.sample_report())
    assert len(read) == sum(max(1, len(one.parts)) for one in sample_reports.sample_claims())
    assert all(set(row) == set(COLUMNS) and None not in row.values() for row in read)
    assert [row["part"] for row in read if row["claim"] == "draft-7f"] == [""]


def test_a_row_holds_the_verdict_both_sides_and_the_evidence() -> None:
    """As `report.json` has them."""
    row = next(
        row
        for row in rows(sample_reports.sample_report())
        if row["claim"] == "ferry-passengers-2012"
    )
    assert row["verdict"] == "mismatch"
    assert (row["text"], row["source_wording"]) == ("1.2 million", "2.1 million passengers")
    assert (row["basis"], row["url"]) == ("cited", sample_reports.HARBOUR)
    assert (row["file"], row["line"]) == ("claims/salt-road/02-ferries.yaml", "31")


def test_the_archived_page_stands_in_the_last_column() -> None:
    """New columns come last, so that a sheet that reads columns by number goes on working."""
    assert COLUMNS[-2:] == ("view_url", "judgement")
    row = next(row for row in rows(timely_reports.timely_report()) if row["claim"] == "catch-1998")
    assert row["memento_at"] == "2013-03-02T10:15:00Z"
    assert row["view_url"].startswith("https://archive.example/web/20130302101500/http://catch.")


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-3 per cent", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "|x", "%x"]
)
def test_no_cell_is_a_formula(text: str) -> None:
    """An apostrophe stands before the sign."""
    assert cell(text).startswith("'")


@pytest.mark.parametrize(("value", "text"), [(None, ""), (7, "7"), ("a = b", "a = b"), ("", "")])
def test_other_cells_stay_as_they_are(value: str | int | None, text: str) -> None:
    """Only the beginning of a cell matters."""
    assert cell(value) == text


def test_hostile_text_stays_in_its_cell() -> None:
    """Quotes, commas, newlines and controls neither end a cell nor begin a formula."""
    text = 'a",=cmd()\r\n=cmd()\x1b[31m'
    for row in rows(sample_reports.hostile_report(text)):
        assert set(row) == set(COLUMNS)
        assert not [value for value in row.values() if value.startswith(("=", "+", "-", "@"))]
    written = render(sample_reports.hostile_report())
    assert "\x1b" not in written
    assert "\u202e" not in written
    assert written.count("\r\n") == 5
