"""`report.json`: the audit for other programs, and the source of every other format."""

from __future__ import annotations

import json

from footnoted.model.report import Report


def render(report: Report) -> str:
    """Return `report` as JSON: `schema` first, two spaces, text unescaped, one newline at the end.

    Control characters are escaped as RFC 8259, 7 has it; nothing else is changed.
    """
    document = report.model_dump(mode="json", by_alias=True)
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
