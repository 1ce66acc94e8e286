"""Words and figures compared with files and pages, without a corpus."""

from __future__ import annotations

import json
import mimetypes
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from footnoted.audit.options import Clock, Watcher
from footnoted.audit.rounds import same_targets
from footnoted.audit.study import Body, Criterion, Key, Studied, study
from footnoted.audit.without_corpus import look
from footnoted.checks.links import PageLook, check_link
from footnoted.compare import NOTHING
from footnoted.model.capture import Capture
from footnoted.model.documents import CompareAnswer, CompareCase, CompareContext
from footnoted.model.question import Question
from footnoted.model.records import Cell, FigureRecord, QuotationRecord
from footnoted.model.verdicts import FOUND, Comparison, LinkVerdict, PartVerdict
from footnoted.web.settings import FetchSettings
from footnoted.workers import Workers

SOURCES_AT_ONCE = 64
"""So many sources are held in memory together; the answers to earlier ones are out by then."""

FIELDS = "a case has id, kind, text, source"

_Name = tuple[str, str | None]
"""A source as cases name it: path or URL, and the media type they say it has."""


def read_cases(lines: Sequence[bytes], name: str) -> tuple[list[CompareCase], list[str]]:
    """Return the cases in JSON `lines`, and file:line:column and why for each that is none."""
    cases: list[CompareCase] = []
    faults: list[str] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            cases.append(CompareCase.model_validate_json(line))
        except ValidationError as error:
            column, why = _fault(line, error)
            faults.append(f"{name}:{number}:{column}: {why}")
    return cases, faults


def _fault(line: bytes, error: ValidationError) -> tuple[int, str]:
    first = error.errors()[0]
    kind = first["type"]
    if kind == "json_invalid":
        return _broken_at(line), f"not JSON; {FIELDS}"
    if not first["loc"]:
        return 1, f"not a JSON object; {FIELDS}"
    known = ".".join(str(part) for part in first["loc"])
    if kind == "missing":
        return 1, f"'{known}' is missing; {FIELDS}"
    column = line.find(f'"{first["loc"][0]}"'.encode()) + 1
    if kind == "literal_error":
        return column, f"'{known}' is none of ours; write quotation or figure"
    if kind == "string_type":
        return column, f"'{known}' is no text; write it in quotation marks"
    return column, f"'{known}': {first['msg']}"


def _broken_at(line: bytes) -> int:
    """Return the column (from 1) at which `line` stops being JSON in UTF-8."""
    try:
        json.loads(line.decode("utf-8"))
    except json.JSONDecodeError as error:
        return error.colno
    except UnicodeDecodeError as error:
        return error.start + 1
    except (ValueError, RecursionError):
        pass
    return 1


@dataclass(slots=True)
class _Found:
    """What was found out of some sources: what was compared, and why the others were not read."""

    comparisons: dict[Key, Comparison] = field(default_factory=dict)
    lost: dict[_Name, Comparison] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Pages:
    """Pages that were looked at, each read when it is wanted, and how many share a target."""

    captures: Mapping[Question, Capture]
    same: Mapping[str, int]

    def at(self, url: str) -> Capture | None:
        """Return the capture of a URL as the cases write it."""
        return self.captures.get(Question(url))


class Batch:
    """Compares cases with their sources; a source named by many is read once."""

    def __init__(
        self,
        settings: FetchSettings,
        clock: Clock | None = None,
        watcher: Watcher | None = None,
    ) -> None:
        self._settings = settings
        self._clock = clock or Clock()
        self._watcher = watcher or Watcher()

    def answers(self, cases: Sequence[CompareCase]) -> Iterator[CompareAnswer]:
        """Return an answer for each case, in order; pages are fetched side by side before.

        A file that cannot be read is `source_unavailable`; for a page that is no source (dead,
        walled, a soft 404) the reason is the link's verdict.
        """
        urls = dict.fromkeys(case.source for case in cases if _is_url(case.source))
        questions = [Question(url) for url in urls]
        looked = look(questions, self._settings, self._clock, self._watcher) if questions else {}
        pages = _Pages(looked, same_targets(looked.values()))
        wanted: dict[_Name, list[int]] = {}
        for number, case in enumerate(cases):
            wanted.setdefault((case.source, case.media_type), []).append(number)
        answered: dict[int, CompareAnswer] = {}
        following = 0
        with Workers() as workers:
            for names in _batched(wanted, SOURCES_AT_ONCE):
                found = _read(names, wanted, cases, pages, workers)
                for name in names:
                    answered |= {at: _answer(at, cases[at], found) for at in wanted[name]}
                while following in answered:
                    yield answered.pop(following)
                    following += 1


def _batched(names: Iterable[_Name], size: int) -> Iterator[list[_Name]]:
    known = list(names)
    return (known[start : start + size] for start in range(0, len(known), size))


def _is_url(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))


def _read(
    names: Sequence[_Name],
    wanted: Mapping[_Name, Sequence[int]],
    cases: Sequence[CompareCase],
    pages: _Pages,
    workers: Workers,
) -> _Found:
    """Read the sources of `names`, and compare with each what its cases look for."""
    found = _Found()
    bodies: dict[_Name, Body] = {}
    for name in names:
        criteria = tuple(_criterion(at, cases[at]) for at in wanted[name] if cases[at].text.strip())
        body = _page(name, pages, criteria) if _is_url(name[0]) else _file(name, criteria)
        if isinstance(body, Body):
            bodies[name] = body
        elif body:
            found.lost[name] = body
    studied = dict(zip(bodies, study(tuple(bodies.values()), workers), strict=True))
    for one in studied.values():
        found.comparisons.update(one.comparisons)
    for name in names:
        capture = pages.at(name[0])
        if capture:
            lost = _no_source(capture, studied.get(name), pages.same.get(name[0], 1))
            found.lost |= {name: lost} if lost else {}
        elif _is_url(name[0]):
            found.lost[name] = _unchecked("not_fetched", "not looked at")
    return found


def _page(
    name: _Name,
    pages: _Pages,
    criteria: tuple[Criterion, ...],
) -> Body | None:
    capture = pages.at(name[0])
    response = capture.response if capture else None
    if response is None:
        return None
    return Body(response.body, name[1] or response.header("Content-Type"), response.url, criteria)


def _file(name: _Name, criteria: tuple[Criterion, ...]) -> Body | Comparison:
    source, media_type = name
    path = Path(source)
    try:
        data = path.read_bytes()
    except OSError as error:
        why = f"{source}: cannot be read ({error.strerror})"
        return _unchecked("source_unavailable", why)
    except ValueError:
        return _unchecked("source_unavailable", f"{source}: no file can have this name")
    return Body(data, media_type or mimetypes.guess_type(path.name)[0], "", criteria)


def _no_source(capture: Capture, studied: Studied | None, same_target: int) -> Comparison | None:
    """Return why a page is not the source that it was asked for, None where it may be."""
    compared = studied.comparisons.values() if studied else ()
    words = any(one.verdict in FOUND for one in compared) if compared else None
    text = studied.text if studied else None
    judged = check_link(PageLook(capture, text, words, same_target))
    if judged.verdict in {LinkVerdict.ALIVE, LinkVerdict.MOVED}:
        return None
    return _unchecked(judged.verdict.value, f"{capture.asked}: {judged.message}")


def _unchecked(reason: str, message: str) -> Comparison:
    return Comparison(PartVerdict.UNCHECKED, reason, message)


def _answer(at: int, case: CompareCase, found: _Found) -> CompareAnswer:
    lost = found.lost.get((case.source, case.media_type))
    comparison = NOTHING if not case.text.strip() else lost or found.comparisons[_key(at, case)]
    return CompareAnswer(
        id=case.id,
        verdict=comparison.verdict,
        reason=comparison.reason,
        message=comparison.message,
        source_wording=comparison.source_wording,
        span=comparison.span,
        diff=tuple((edit.op, edit.claim, edit.source) for edit in comparison.diff),
        needs_review=comparison.needs_review,
    )


def _key(at: int, case: CompareCase) -> Key:
    return (case.source, ("", case.kind, at))


def _criterion(at: int, case: CompareCase) -> Criterion:
    context = case.context or CompareContext()
    part: QuotationRecord | FigureRecord
    if case.kind == "quotation":
        part = QuotationRecord(
            text=case.text,
            speaker=context.speaker,
            translated=bool(context.translated),
        )
    else:
        named = context.cell
        is_named = named is not None and named.row.strip() and named.column.strip()
        cell = Cell(row=named.row, column=named.column) if named and is_named else None
        part = FigureRecord(
            raw=case.text,
            measure=context.measure,
            period=context.period,
            cell=cell,
        )
    return Criterion(_key(at, case), part, context.page)
