"""How sure a rule is of its finding, in words."""

from __future__ import annotations

from footnoted.model.report import FindingDoc


def sureness(finding: FindingDoc) -> str:
    """Return `medium confidence` or `low confidence`; empty where the rule is sure."""
    return "" if finding.confidence == "high" else f"{finding.confidence} confidence"
