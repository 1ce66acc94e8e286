"""`report.sarif`: findings for code hosts and editors, as SARIF 2.1.0 (OASIS Standard).

A result's fingerprint is the name under which the project's history knows the finding, so that
moving a record does not make its finding new; a finding without a history has none. Why a new
one is new stands in its message, and as a code in its property bag, beside how sure the rule is.
"""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import quote

from footnoted.history.problems import fingerprint
from footnoted.model.finding import Level
from footnoted.model.report import ClaimDoc, FindingDoc, Report
from footnoted.reports import overview
from footnoted.reports.visible import one_line
from footnoted.reports.words import CLAIMS

FINGERPRINT = "footnoted/v1"
_LEVELS: dict[Level, str] = {"error": "error", "warning": "warning", "info": "note"}
_BASELINES = {"new": "new", "persisting": "unchanged"}


def render(report: Report) -> str:
    """Return one SARIF run: each finding a result, a waived one with its suppression."""
    findings = [*report.findings, *map(_stand_in, overview.unspoken_claims(report))]
    log = {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [_run(report, findings)],
    }
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _run(report: Report, findings: list[FindingDoc]) -> dict[str, Any]:
    rules = _rules(findings)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    return {
        "tool": {
            "driver": {"name": "footnoted", "version": report.tool.version, "rules": rules},
        },
        "automationDetails": {"id": f"footnoted/{quote(report.corpus.id)}/"},
        "columnKind": "unicodeCodePoints",
        "results": [_result(report, finding, index[_rule(finding)]) for finding in findings],
    }


def _rules(findings: list[FindingDoc]) -> list[dict[str, Any]]:
    """Return the rules in the order of their ids, each with the worst level it was seen at."""
    worst: dict[str, Level] = {}
    for finding in overview.findings_by_level(findings):
        worst.setdefault(_rule(finding), finding.level)
    return [
        {
            "id": rule,
            "shortDescription": {"text": _message(rule.replace("-", " ").capitalize())},
            "defaultConfiguration": {"level": _LEVELS[level]},
        }
        for rule, level in sorted(worst.items())
    ]


def _rule(finding: FindingDoc) -> str:
    return one_line(finding.rule)


def _result(report: Report, finding: FindingDoc, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": _rule(finding),
        "ruleIndex": index,
        "level": _LEVELS[finding.level],
        "message": {"text": _message(_words(finding))},
        "locations": [_location(report, finding)],
    }
    if finding.fingerprint:
        result["partialFingerprints"] = {FINGERPRINT: finding.fingerprint}
    if finding.news:
        result["baselineState"] = _BASELINES[finding.news]
    properties = {"cause": finding.cause} if finding.cause else {}
    result["properties"] = {**properties, "confidence": finding.confidence}
    if finding.waived:
        why = one_line(finding.settled or "") or "waived in waivers.yaml"
        result["suppressions"] = [{"kind": "external", "justification": why}]
    return result


def _words(finding: FindingDoc) -> str:
    """Return the finding in words, and why it is new where that is known."""
    told = overview.finding_words(finding)
    why = overview.why_new(finding)
    return f"{overview.stopped(told)} {why}" if why else told


def _location(report: Report, finding: FindingDoc) -> dict[str, Any]:
    """Return the record's place; a finding about the whole corpus is put at its paper's record."""
    where = finding.where
    file = where.file or f"{report.corpus.folder}/paper.yaml"
    physical: dict[str, Any] = {"artifactLocation": _artifact(file)}
    if where.line is not None and where.line > 0:
        physical["region"] = {"startLine": where.line}
        if where.column is not None and where.column > 0:
            physical["region"]["startColumn"] = where.column
    location: dict[str, Any] = {"physicalLocation": physical}
    named = [
        {"name": one_line(name), "kind": kind}
        for kind, name in (("note", where.note), ("claim", where.claim), ("source", where.source))
        if name
    ]
    if named:
        location["logicalLocations"] = named
    return location


def _artifact(file: str) -> dict[str, str]:
    """Return a record file's address; one outside of a repository may be known by its full path."""
    if file.startswith("/"):
        return {"uri": f"file://{quote(file)}"}
    return {"uri": quote(file), "uriBaseId": "%SRCROOT%"}


def _message(text: str) -> str:
    """Return text without links or placeholders in it (SARIF 2.1.0, 3.11.5 and 3.11.6)."""
    line = re.sub(r"([\[\]])", r"\\\1", one_line(text))
    return re.sub(r"\{(\d+)\}", r"{{\1}}", line)


def _stand_in(claim: ClaimDoc) -> FindingDoc:
    """Return a finding for a wrong claim of which no finding speaks."""
    rule = f"claim-{claim.verdict.replace('_', '-')}"
    return FindingDoc(
        rule=rule,
        level="error",
        where=claim.where.model_copy(update={"claim": claim.id}),
        message=f"{CLAIMS[claim.verdict].title}: {overview.claim_line(claim)}",
        proof=None,
        fingerprint=fingerprint(rule, claim=claim.id),
    )
