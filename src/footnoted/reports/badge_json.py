"""`badge.json`: the badge for shields.io's endpoint, which draws it from these four fields."""

from __future__ import annotations

import json

from footnoted.model.report import Report
from footnoted.reports.badge import badge


def render(report: Report) -> str:
    """Return `schemaVersion`, `label`, `message` and `color`, as the endpoint schema has them."""
    said = badge(report)
    fields = {
        "schemaVersion": 1,
        "label": said.label,
        "message": said.message,
        "color": said.colour.removeprefix("#"),
    }
    return json.dumps(fields, indent=2, ensure_ascii=False) + "\n"
