"""Pages read and compared where a bomb can only kill a worker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from footnoted.audit.excerpts import words_digest
from footnoted.checks import CHECKS
from footnoted.criteria import criterion_digest
from footnoted.model.parts import PartKind
from footnoted.model.records import FigureRecord, QuotationRecord
from footnoted.model.text import Text
from footnoted.model.verdicts import Comparison, PartVerdict
from footnoted.texts import media_type, read_text
from footnoted.workers import Workers, WorkFailure

FEW = 4
"""So few small pages are read in this process: a worker costs more than they do."""

SMALL_BYTES = 50_000

CRITERIA_AT_ONCE = 50
"""What is looked for on one page is dealt out in such parts, each with a worker's whole time."""

PartKey = tuple[str, PartKind, int]
"""Names a quotation or figure: its claim, its kind, its index within it."""

Key = tuple[str, PartKey]
"""Names a criterion: a part, and the source in which it is looked for."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """A quotation or figure to look for, under a key of the caller's, and where in the source."""

    key: Key
    part: QuotationRecord | FigureRecord
    locator: str | None

    @property
    def digest(self) -> str:
        """The name by which its outcome is remembered."""
        return criterion_digest(self.key[0], self.part, self.locator)


@dataclass(frozen=True, slots=True)
class Body:
    """The bytes of a page with its Content-Type and address, and what to look for on it."""

    data: bytes
    content_type: str | None
    url: str
    criteria: tuple[Criterion, ...] = ()


@dataclass(frozen=True, slots=True)
class Studied:
    """What a reader sees on a page, and what became of each criterion."""

    text: Text
    comparisons: Mapping[Key, Comparison] = field(default_factory=dict)


def study(bodies: Sequence[Body], workers: Workers) -> list[Studied]:
    """Return what is on each page, in order.

    A page that costs a worker its memory or its time is `too_costly`, and nothing on it was
    compared; a few small ones that are no PDFs are read here.
    """
    if len(bodies) <= FEW and all(_is_light(body) for body in bodies):
        return [_study(body) for body in bodies]
    parts = [part for body in bodies for part in _parts(body)]
    came: Iterable[Studied | WorkFailure] = workers.map(_study, parts)
    studied = (
        _failed(part) if isinstance(one, WorkFailure) else one
        for part, one in zip(parts, came, strict=True)
    )
    return [_joined(list(islice(studied, len(_parts(body))))) for body in bodies]


def _parts(body: Body) -> list[Body]:
    """Deal out what is looked for on a page, so that many small questions are no costly one."""
    step = CRITERIA_AT_ONCE
    starts = range(0, len(body.criteria), step) or range(1)
    return [replace(body, criteria=body.criteria[start : start + step]) for start in starts]


def _joined(parts: Sequence[Studied]) -> Studied:
    """Lay the parts of one page together; its text is that of a part that could read it."""
    comparisons = {key: one for part in parts for key, one in part.comparisons.items()}
    read = [part.text for part in parts if part.text.unreadable != "too_costly"]
    return Studied(read[0] if read else parts[0].text, comparisons)


def _is_light(body: Body) -> bool:
    small = len(body.data) <= SMALL_BYTES and len(body.criteria) <= CRITERIA_AT_ONCE
    return small and media_type(body.data, body.content_type) != "application/pdf"


def _study(body: Body) -> Studied:
    text = read_text(body.data, body.content_type, url=body.url)
    comparisons = {}
    for criterion in body.criteria:
        kind = "quotation" if isinstance(criterion.part, QuotationRecord) else "figure"
        check = CHECKS[kind]
        comparisons[criterion.key] = check(criterion.part, text, locator=criterion.locator)
    return Studied(replace(text, words=words_digest(text)), comparisons)


def _failed(body: Body) -> Studied:
    text = Text("", media_type(body.data, body.content_type), unreadable="too_costly")
    why = "the page costs more memory or time than one page may"
    lost = Comparison(PartVerdict.UNCHECKED, "too_costly", why)
    return Studied(text, {criterion.key: lost for criterion in body.criteria})
