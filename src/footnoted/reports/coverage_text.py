"""Coverage for a terminal: counts by section and kind, then what is open."""

from __future__ import annotations

from collections.abc import Iterable

from footnoted.model.coverage import CoverageCount, CoverageDocument
from footnoted.reports.coverage_page import KINDS
from footnoted.reports.visible import clipped, shortened

_WORDS = 100
_NAME = 44


def render(document: CoverageDocument) -> str:
    """Return the coverage as lines of text, each open part with the paper's file and line."""
    lines = [f"{clipped(document.corpus.title, _WORDS)}"]
    if document.same_paper is False:
        lines.append(
            "This copy is not the text that the records were written from: see 'footnoted update'."
        )
    for section in document.sections:
        name = f"{section.label} {section.title}".strip() or "(in no section)"
        lines += ["", *_table(name, section.counts)]
    lines += ["", *_table("In all", document.total)]
    left = [one for one in document.parts if one.state == "open"]
    if left:
        lines += ["", "Open:"]
    for one in left:
        cell = f" ({clipped(one.cell[0], 30)}, {clipped(one.cell[1], 40)})" if one.cell else ""
        lines.append(
            f"{document.paper}:{one.line}: {KINDS[one.kind][0]}: "
            f"{shortened(one.words, _WORDS)}{cell}: {clipped(one.why or '', 200)}"
        )
    total = sum(one.on_record + one.exempt + one.open for one in document.total)
    done = total - len(left)
    lines += ["", f"{document.per_cent} %: {done} of {total} on record or exempt"]
    return "\n".join(lines) + "\n"


def _table(head: str, counts: Iterable[CoverageCount]) -> list[str]:
    lines = [f"{shortened(head, _NAME):<{_NAME}} {'on record':>9} {'exempt':>7} {'open':>5}"]
    for one in counts:
        if one.on_record or one.exempt or one.open:
            name = f"  {KINDS[one.kind][1]}"
            lines.append(f"{name:<{_NAME}} {one.on_record:>9} {one.exempt:>7} {one.open:>5}")
    return lines
