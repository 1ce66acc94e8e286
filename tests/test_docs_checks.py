"""Every example of `docs/checks.md` is compared: verdict and reason are what the page says."""

from __future__ import annotations

import ast
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from footnoted.checks import CHECKS
from footnoted.model.records import FigureRecord
from footnoted.model.text import Text
from footnoted.model.verdicts import Comparison
from footnoted.quantities.compare import REASONS as FIGURE_REASONS
from footnoted.quotations import compare_quotation
from footnoted.texts import read_text

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "checks.md"
SECTION = re.compile(r"^## (Quotations|Figures)$")
VERDICT = re.compile(r"^### `(\w+)`$")
CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True)
class Example:
    """A row of a table: what the paper says, what the source says, and what comes of it."""

    kind: str
    verdict: str
    reason: str
    claim: str
    source: str
    place: str
    line: int


def cells(line: str) -> list[str]:
    return [html.unescape(cell.strip()) for cell in re.split(r"(?<!\\)\|", line.strip())[1:-1]]


def examples() -> Iterator[Example]:
    kind = verdict = ""
    for number, line in enumerate(PAGE.read_text("utf-8").splitlines(), 1):
        if line.startswith("## "):
            found = SECTION.match(line)
            kind = found.group(1) if found else ""
        elif line.startswith("### "):
            heading = VERDICT.match(line)
            verdict = heading.group(1) if heading else ""
        elif kind and verdict and line.startswith("| ") and not line.startswith("| reason"):
            first, claim, source, *rest = cells(line)
            place = rest[0] if kind == "Figures" else ""
            reason = CODE.search(first)
            if claim and source:
                yield Example(
                    kind, verdict, reason.group(1) if reason else "", claim, source, place, number
                )


EXAMPLES = list(examples())


def bare(cell: str) -> str:
    """Return what a cell holds: code marks and the pipe's escape taken off."""
    return cell.removeprefix("`").removesuffix("`").replace("\\|", "|")


def text_of(cell: str) -> Text:
    source = bare(cell).replace("⏎", "\n")
    kind = "text/html; charset=utf-8" if "<" in source else "text/plain; charset=utf-8"
    return read_text(source.encode(), kind, url="http://example.org/")


def compared(example: Example) -> Comparison:
    text = text_of(example.source)
    if example.kind == "Quotations":
        return compare_quotation(bare(example.claim), text)
    measure, _, period = bare(example.place).partition(";")
    record = FigureRecord(
        raw=bare(example.claim), measure=measure.strip() or None, period=period.strip() or None
    )
    found: Comparison = CHECKS["figure"](record, text)
    return found


@pytest.mark.parametrize(
    "example", EXAMPLES, ids=lambda one: f"{one.line}-{one.reason or one.verdict}"
)
def test_the_example_gets_the_verdict_and_reason_of_its_row(example: Example) -> None:
    """The table's heading names the verdict, its first column the reason."""
    comparison = compared(example)
    told = (comparison.verdict.value, comparison.reason or "")
    assert told == (example.verdict, example.reason), comparison.message


def test_there_are_examples() -> None:
    """The parser above has found them."""
    assert len(EXAMPLES) > 80


def reasons_in_code() -> set[str]:
    """Return the codes that the checks of quotations and figures give as a reason."""
    code = re.compile(r"[a-z]+(?:_[a-z]+)+")
    package = ROOT / "src" / "footnoted"
    files = [*(package / "quotations").glob("*.py"), *(package / "checks").glob("*quot*.py")]
    found = set(FIGURE_REASONS)
    for file in files:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {
                "Remark",
                "Comparison",
                "_unchecked",
            }:
                words = [str(one.value) for one in node.args[:2] if isinstance(one, ast.Constant)]
                found |= {word for word in words if code.fullmatch(word)}
    # what is not comparable is no candidate at all, and a harmless change is no reason
    return found - {"other_unit", "line_mark"}


def test_every_reason_is_told() -> None:
    """A code that a report may show stands on the page, in code marks."""
    told = set(CODE.findall(PAGE.read_text("utf-8")))
    assert sorted(reasons_in_code() - told) == []
