"""`footnoted.reports`: the registry of formats."""

from __future__ import annotations

import pytest

import sample_reports
from footnoted.errors import FootnotedError
from footnoted.model.report import Report
from footnoted.reports import BINARY_FORMATS, FILE_NAMES, FORMATS, render, render_bytes


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_is_a_pure_function_of_the_report(name: str) -> None:
    """The same report gives the same text, and a report read back from JSON gives it too."""
    report = sample_reports.sample_report()
    again = Report.model_validate_json(render(report, "json"))
    assert render(report, name) == render(again, name)


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_writes_a_report_without_a_record(name: str) -> None:
    """A corpus without a claim, note or link gives a whole document and no exception."""
    text = render(sample_reports.empty_report(), name)
    assert text.endswith("\n")
    assert text.encode().decode() == text


@pytest.mark.parametrize("name", [*FORMATS, *BINARY_FORMATS])
def test_each_format_is_the_same_bytes_each_time(name: str) -> None:
    """Also from a report read back; text is UTF-8, newlines as they are."""
    report = sample_reports.sample_report()
    again = Report.model_validate_json(render(report, "json"))
    written = render_bytes(report, name)
    assert written == render_bytes(again, name)
    assert name in BINARY_FORMATS or written.decode() == render(report, name)


def test_an_unknown_format_has_no_bytes() -> None:
    """The message names the formats that there are, also those that are no text."""
    with pytest.raises(FootnotedError, match=r"'pdf' is not known; use one of html.*queries-docx"):
        render_bytes(sample_reports.empty_report(), "pdf")


def test_an_unknown_format_is_refused_in_one_line() -> None:
    """The message names the formats that there are."""
    with pytest.raises(FootnotedError, match="'docx' is not known; use one of html, md, json"):
        render(sample_reports.empty_report(), "docx")


def test_each_format_has_a_file_name_of_its_own() -> None:
    """Reports in several formats lie beside each other in one folder."""
    assert set(FILE_NAMES) == {*FORMATS, *BINARY_FORMATS}
    assert len(set(FILE_NAMES.values())) == len(FILE_NAMES)
