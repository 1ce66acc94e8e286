"""Words and figures compared with files and pages, without a corpus."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from footnoted.checks import CHECKS
from footnoted.model.capture import Capture
from footnoted.model.documents import CompareAnswer, CompareCase, CompareContext
from footnoted.model.question import Question
from footnoted.model.records import Cell, FigureRecord, QuotationRecord
from footnoted.model.text import Text
from footnoted.model.verdicts import Comparison, PartVerdict
from footnoted.texts import read_text
from footnoted.web.look import look_at
from footnoted.web.settings import FetchSettings


def read_cases(lines: Sequence[bytes], name: str) -> tuple[list[CompareCase], list[str]]:
    """Return the cases in JSON `lines`, and one line for each that is none: file:line, why."""
    cases: list[CompareCase] = []
    faults: list[str] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            cases.append(CompareCase.model_validate_json(line))
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(str(part) for part in first["loc"])
            at = f"{name}:{number}:1: {field}: " if field else f"{name}:{number}:1: "
            faults.append(f"{at}{first['msg']}; write id, kind, text, source")
    return cases, faults


@dataclass(frozen=True, slots=True)
class _Source:
    """A source as read: its text, or why there is none."""

    text: Text | None
    why: str = ""


class Batch:
    """Compares cases with their sources; a source named by many is read once."""

    def __init__(self, settings: FetchSettings) -> None:
        self._settings = settings
        self._read: dict[tuple[str, str | None], _Source] = {}
        self._pages: dict[str, Capture] = {}

    def answers(self, cases: Sequence[CompareCase]) -> Iterator[CompareAnswer]:
        """Return an answer for each case, in order; pages are fetched side by side before."""
        urls = dict.fromkeys(case.source for case in cases if _is_url(case.source))
        questions = [Question(url) for url in urls if url not in self._pages]
        if questions:
            self._pages |= look_at(
                questions, self._settings, self, vantage="local", now=lambda: datetime.now(UTC)
            )
        for case in cases:
            yield _answer(case, self._source(case))

    def record(self, capture: Capture) -> None:
        """Let the capture go: nothing is kept as evidence here."""

    def _source(self, case: CompareCase) -> _Source:
        key = (case.source, case.media_type)
        if key not in self._read:
            is_url = _is_url(case.source)
            self._read[key] = self._page(case) if is_url else _file(case)
        return self._read[key]

    def _page(self, case: CompareCase) -> _Source:
        capture = self._pages.get(case.source)
        if capture is None or capture.response is None:
            failure = capture.failure if capture else None
            return _Source(None, failure.message if failure else "not looked at")
        response = capture.response
        if not 200 <= response.status < 300:
            return _Source(None, f"the server answered {response.status}, which is not the source")
        kind = case.media_type or response.header("Content-Type")
        return _Source(read_text(response.body, kind, url=response.url))


def _is_url(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))


def _file(case: CompareCase) -> _Source:
    path = Path(case.source)
    try:
        data = path.read_bytes()
    except OSError as error:
        return _Source(None, f"{case.source}: cannot be read ({error.strerror})")
    except ValueError:
        return _Source(None, f"{case.source}: no file can have this name")
    kind = case.media_type or mimetypes.guess_type(path.name)[0]
    return _Source(read_text(data, kind))


def _answer(case: CompareCase, source: _Source) -> CompareAnswer:
    if not case.text.strip():
        why = "there are no words to compare"
        comparison = Comparison(PartVerdict.UNCHECKED, "nothing_to_compare", why)
    elif source.text is None:
        comparison = Comparison(PartVerdict.UNCHECKED, "source_unavailable", source.why)
    else:
        comparison = _compare(case, source.text)
    return CompareAnswer(
        id=case.id,
        verdict=comparison.verdict,
        reason=comparison.reason,
        message=comparison.message,
        source_wording=comparison.source_wording,
        span=comparison.span,
        diff=tuple((edit.op, edit.claim, edit.source) for edit in comparison.diff),
    )


def _compare(case: CompareCase, text: Text) -> Comparison:
    context = case.context or CompareContext()
    comparison: Comparison
    if case.kind == "quotation":
        quotation = QuotationRecord(text=case.text, translated=bool(context.translated))
        comparison = CHECKS["quotation"](quotation, text, locator=context.page)
    else:
        named = context.cell
        is_named = named is not None and named.row.strip() and named.column.strip()
        cell = Cell(row=named.row, column=named.column) if named and is_named else None
        figure = FigureRecord(
            raw=case.text, measure=context.measure, period=context.period, cell=cell
        )
        comparison = CHECKS["figure"](figure, text, locator=context.page)
    return comparison
