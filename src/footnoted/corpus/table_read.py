"""A table of claims as a spreadsheet saved it: bytes to rows, whatever their separator."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from footnoted.corpus.cells import unguarded
from footnoted.corpus.table import COLUMNS, KEYS, MARK, Cells
from footnoted.spelling import closest

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class Row:
    """A row as a person left it: its number in the sheet (the head is 1), keys, texts."""

    number: int
    file: str
    id: str
    part: str
    mark: str
    cells: Cells


@dataclass(frozen=True, slots=True)
class Wrong:
    """What cannot be read back, at a row and column of the sheet (None: the row, the sheet)."""

    row: int
    column: str | None
    message: str

    def __str__(self) -> str:
        at = f", column '{self.column}'" if self.column else ""
        return f"row {self.row}{at}: {self.message}"


@dataclass(frozen=True, slots=True)
class Table:
    """The rows and columns of a sheet, and what is wrong with it."""

    rows: tuple[Row, ...]
    columns: frozenset[str]
    wrong: tuple[Wrong, ...]


def read_table(data: bytes) -> Table:
    """Read what Excel or LibreOffice saved as CSV or as "Unicode text".

    UTF-8 with or without a byte order mark, or UTF-16 with one; commas, semicolons or tabs.
    """
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        message = f"byte 0x{data[error.start]:02x} is not UTF-8: save as 'CSV UTF-8'"
        return Table((), frozenset(), (Wrong(row, None, message),))
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep="):
        text, first = rest, rest.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        return Table((), frozenset(), (Wrong(1, None, f"not a table as CSV ({error})"),))
    if not lines:
        return Table((), frozenset(), (Wrong(1, None, "the table is empty"),))
    head = [name.strip().casefold() for name in lines[0]]
    while head and not head[-1]:
        head.pop()
    wrong = list(_wrong_head(head))
    if wrong:
        return Table((), frozenset(head), tuple(wrong))
    rows: list[Row] = []
    for number, line in enumerate(lines[1:], start=2):
        if any(cell.strip() for cell in line[len(head) :]):
            wrong.append(Wrong(number, None, "has more cells than the head has columns"))
        texts = {
            name: text for name, cell in zip(head, line, strict=False) if (text := unguarded(cell))
        }
        if texts:
            rows.append(_row(number, texts))
    return Table(tuple(rows), frozenset(head), tuple(wrong))


def _row(number: int, texts: Cells) -> Row:
    cells = {name: text for name, text in texts.items() if name not in KEYS}
    file, ident, part = (texts.get(name, "") for name in ("file", "id", "part"))
    return Row(number, file, ident, part, texts.get(MARK, ""), cells)


def _wrong_head(head: list[str]) -> Iterator[Wrong]:
    if "id" not in head:
        yield Wrong(1, None, "no column is called 'id': keep the row with the columns' names")
        return
    for index, name in enumerate(head):
        if name not in COLUMNS:
            near = closest(name, COLUMNS) if name else None
            hint = f"did you mean '{near}'?" if near else f"columns are {', '.join(COLUMNS)}"
            yield Wrong(1, name or f"number {index + 1}", f"no such column: {hint}")
        elif name in head[:index]:
            yield Wrong(1, name, "stands there twice: keep one of them")
