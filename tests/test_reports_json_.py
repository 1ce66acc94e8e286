"""`footnoted.reports.json_`: `report.json`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import sample_reports
import timely_reports
from footnoted.model.report import Report
from footnoted.model.verdicts import ClaimVerdict
from footnoted.reports.json_ import render


def test_the_schema_comes_first_and_unknown_values_are_null() -> None:
    """Other programs read the version from the first line, and find every field."""
    text = render(sample_reports.sample_report())
    assert text.startswith('{\n  "schema": "footnoted/report/1",\n  "tool": {\n')
    assert text.endswith("}\n")
    document = json.loads(text)
    assert document["claims"][0]["reason"] is None
    assert set(document["claims"][0]) == set(document["claims"][-1])


@pytest.mark.parametrize("name", ["sample", "timely", "empty", "offline", "hostile", "big"])
def test_a_report_is_as_its_published_schema_says(name: str) -> None:
    """`docs/schemas/report.json` names every field; a version that it does not know is refused."""
    module = timely_reports if name == "timely" else sample_reports
    published = Path(__file__).parent.parent / "docs" / "schemas" / "report.json"
    validator = Draft202012Validator(json.loads(published.read_text("utf-8")))
    document = json.loads(render(getattr(module, f"{name}_report")()))
    validator.validate(document)
    assert not validator.is_valid({**document, "schema": "footnoted/report/2"})
    assert not validator.is_valid({**document, "more": 1})


def test_a_report_read_back_is_the_same_report() -> None:
    """Nothing is lost on the way, not even control characters."""
    report = sample_reports.hostile_report()
    assert Report.model_validate_json(render(report)) == report


def test_hostile_text_stays_what_it_is_and_raw_controls_are_escaped() -> None:
    """JSON is data: text is not changed, and ESC and NUL stand there as escapes."""
    text = render(sample_reports.hostile_report())
    assert json.loads(text)["claims"][0]["says"] == sample_reports.HOSTILE
    assert "\x1b" not in text
    assert "\x00" not in text
    assert "\\u001b[31m" in text


def test_other_scripts_are_written_as_themselves() -> None:
    """A reader of the file sees Chinese, not escapes."""
    claim = sample_reports.claim("c", ClaimVerdict.UNCHECKED, says="贸易额 28.7 亿")
    assert "贸易额 28.7 亿" in render(sample_reports.report((claim,)))
