"""Claims as a table: a row for each claim, and below it one for each quotation and figure."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping
from typing import Any, Final

from footnoted.corpus.cells import guarded
from footnoted.model.corpus import Corpus
from footnoted.model.records import RELATIONS, ClaimRecord

Cells = dict[str, str]
"""A row's texts by the name of their column; empty ones are left out."""

Path = tuple[str, ...]

CLAIM: Final[Mapping[str, Path]] = {
    "says": ("says",),
    "asserted-by": ("asserted-by",),
    "certainty": ("certainty",),
    "start": ("at", "start"),
    "end": ("at", "end"),
    "note": ("note",),
    "note-scope": ("note-scope",),
    "source": ("source",),
    "locator": ("locator",),
    **{name: (name,) for name in RELATIONS},
    "reviewed by": ("reviewed", "by"),
    "reviewed on": ("reviewed", "on"),
    "remark": ("remark",),
}
"""Columns of a claim's own row, and the fields that they are."""

QUOTATION: Final[Mapping[str, Path]] = {
    "text": ("text",),
    "speaker": ("speaker",),
    "translated": ("translated",),
    "original": ("original",),
}
FIGURE: Final[Mapping[str, Path]] = {
    "raw": ("raw",),
    "measure": ("measure",),
    "period": ("period",),
    "cell row": ("cell", "row"),
    "cell column": ("cell", "column"),
    "value": ("value",),
    "unit": ("unit",),
    "hedge": ("hedge",),
    "computed-from": ("computed-from",),
}
PARTS: Final[Mapping[str, tuple[str, Mapping[str, Path]]]] = {
    "quotation": ("quotations", QUOTATION),
    "figure": ("figures", FIGURE),
}
"""Kinds of parts: their field in the claim, and their columns."""

MANY: Final = frozenset({"note", "source", *RELATIONS})
"""Columns that may name several, with `; ` between them."""

MARK: Final = "as exported"
"""The column by which a row is known to be the one that was exported."""

COLUMNS: Final = (
    "file", "id", "part",
    *(name for name in CLAIM if not name.startswith(("reviewed", "remark"))),
    *QUOTATION, *FIGURE, "reviewed by", "reviewed on", "remark", MARK,
)  # fmt: skip
KEYS: Final = ("file", "id", "part", MARK)

SEPARATORS: Final[Mapping[str, str]] = {"comma": ",", "semicolon": ";", "tab": "\t"}


def export(corpus: Corpus, separator: str = ",") -> str:
    """Return the corpus's claims as CSV (RFC 4180), for a spreadsheet to edit."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator)
    writer.writerow(COLUMNS)
    for file in corpus.files:
        for ident in file.claims:
            for part, cells in rows(corpus.claims[ident]):
                keys = {"file": file.name, "id": ident, "part": part, MARK: mark(cells)}
                row = {**cells, **keys}
                writer.writerow([guarded(row.get(name, "")) for name in COLUMNS])
    return out.getvalue()


def rows(claim: ClaimRecord) -> Iterator[tuple[str, Cells]]:
    """Yield each row of a claim: the part that it is of (empty: the claim itself), its cells."""
    data = claim.model_dump(by_alias=True, exclude_defaults=True)
    yield "", cells_of(data, CLAIM)
    for kind, (name, columns) in PARTS.items():
        for number, part in enumerate(data.get(name, ()), start=1):
            yield f"{kind} {number}", cells_of(part, columns)


def cells_of(data: Mapping[str, Any], columns: Mapping[str, Path]) -> Cells:
    """Return the cells of a record or part."""
    cells: Cells = {}
    for name, path in columns.items():
        value: Any = data
        for step in path:
            value = value.get(step) if isinstance(value, Mapping) else None
        if value is not None:
            cells[name] = _cell(value)
    return cells


def mark(cells: Mapping[str, str]) -> str:
    """Return letters that tell a row's texts from others; digits a spreadsheet would rewrite."""
    named = "\0".join(f"{name}\1{cells[name]}" for name in sorted(cells) if cells[name])
    digest = hashlib.sha256(named.encode()).digest()[:6]
    return "".join(chr(ord("a") + half) for byte in digest for half in (byte >> 4, byte & 15))


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, tuple | list):
        return "; ".join(value)
    return str(value)
