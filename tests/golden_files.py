"""What is printed and written for the made-up audits, byte by byte: `tests/golden/`.

`scripts/golden.py` writes these files; whoever changes a format looks at what changed in them.
HTML and the queries, which change more often, have tests of their own.
"""

from __future__ import annotations

from pathlib import Path

import sample_reports
import timely_reports
from footnoted.reports import FILE_NAMES, difference_markdown, difference_text, render
from footnoted.reports.difference import difference
from footnoted.reports.summary import summary_lines
from footnoted.reports.verbose import verbose_lines

FOLDER = Path(__file__).parent / "golden"
FORMATS = ("md", "json", "junit", "sarif", "csv", "badge", "badge-json")


def golden_files() -> dict[str, bytes]:
    """Return every golden file by its name."""
    report = timely_reports.timely_report()
    texts = {FILE_NAMES[name]: render(report, name) for name in FORMATS}
    for columns in (60, 100):
        lines = [*verbose_lines(report, columns), *summary_lines(report, columns)]
        texts[f"terminal-{columns}.txt"] = "\n".join(lines) + "\n"
    found = difference(sample_reports.offline_report(), report)
    texts["diff.txt"] = difference_text.render(found)
    texts["diff.md"] = difference_markdown.render(found)
    texts["diff.json"] = found.model_dump_json(by_alias=True, indent=2) + "\n"
    return {name: text.encode() for name, text in texts.items()}
