"""A table's cells as numbers, for the rules about arithmetic."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from footnoted.model.draft import DraftTable

_NUMBER = re.compile(
    r"(?P<open>\()?\s*(?P<sign>[-−–+])?\s*(?:US\$|[$€£¥])?\s*"
    r"(?P<digits>\d{1,3}(?:[,’' \u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:,\d+)*(?:\.\d+)?|\.\d+)"
    r"\s*(?P<unit>%|[a-z]{1,3}|\*+|[†‡])?\s*(?(open)\))"
)
GROUPED = re.compile(r"\A\D*\d{1,3}(?:,\d{3})+(?![,\d])")
"""A number with a comma before every third digit."""
_NOTHING = frozenset({"", "-", "–", "—", "n/a", "na", "n.a.", "..", "...", "…", "n.d."})
_RATE = re.compile(
    r"%|\bper ?cent|\bpercent|\brates?\b|\bratio\b|\bindex\b|\baverage\b|\bmean\b|\bmedian\b"
    r"|\bper\b|\bmax(?:imum)?\b|\bmin(?:imum)?\b|\bpeak\b|\bst(?:andar)?d\.? dev|\bCAGR\b"
    r"|\bgrowth\b|\bchange\b|\brank\b|\bshare\b|\bscore\b|\byear on year\b|\bage\b|\bp-?value\b"
    r"|\bcoefficient\b|\berror\b|\bSD\b|\bCI\b|\bdensity\b|\bprice\b",
    re.IGNORECASE,
)
_PLAIN_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of a table: its words, value, one step of its last digit, and its sign of unit."""

    raw: str
    value: Decimal
    step: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Line:
    """A column (or row) of numbers: its header; `rate` where adding its cells means nothing."""

    name: str
    cells: tuple[Cell | None, ...]
    rate: bool

    @property
    def present(self) -> list[Cell]:
        """The cells that hold a number."""
        return [cell for cell in self.cells if cell]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's numbers: rows by label, and lines (columns) of as many cells as there are rows.

    `rates` are the rows, by number, in which adding cells of one line means nothing.
    """

    labels: tuple[str, ...]
    lines: tuple[Line, ...]
    caption: str = ""
    rates: frozenset[int] = frozenset()

    def turned(self) -> Grid:
        """Return rows as lines, columns as rows; a row is a rate where its label says so."""
        lines = [
            Line(
                label,
                tuple(line.cells[number] for line in self.lines),
                bool(_RATE.search(label)),
            )
            for number, label in enumerate(self.labels)
        ]
        rates = frozenset(number for number, line in enumerate(self.lines) if line.rate)
        return Grid(tuple(line.name for line in self.lines), tuple(lines), self.caption, rates)


def read_grid(table: DraftTable) -> Grid | None:
    """Return a table's numbers; None where it has no column of labels beside one of numbers."""
    if not table.rows or len(table.columns) < 2:
        return None
    width = len(table.columns)
    rows = [row for row in table.rows if len(row) == width]
    if len(rows) != len(table.rows):
        return None
    columns = [[row[number] for row in rows] for number in range(width)]
    lines = [
        Line(table.columns[number], cells, _is_rate(table.columns[number], cells))
        for number, words in enumerate(columns)
        if number > 0 and (cells := _cells(words))
    ]
    if not lines:
        return None
    rates = frozenset(number for number, label in enumerate(columns[0]) if _RATE.search(label))
    return Grid(tuple(columns[0]), tuple(lines), table.caption or "", rates)


def _cells(words: list[str]) -> tuple[Cell | None, ...] | None:
    """Return a column's numbers; None where fewer than three in five of its cells are numbers."""
    decimal_comma = _has_decimal_commas(words)
    cells = tuple(read_cell(word, decimal_comma=decimal_comma) for word in words)
    filled = [word for word in words if word.strip().lower() not in _NOTHING]
    if not filled or sum(cell is not None for cell in cells) * 5 < len(filled) * 3:
        return None
    if all(_PLAIN_YEAR.fullmatch(word.strip()) for word in filled):
        return None
    return cells


def _has_decimal_commas(words: list[str]) -> bool:
    """Tell whether commas are decimal ones in a column: no point, and few groups of three."""
    if any(re.search(r"\d\.\d", word) for word in words):
        return False
    commas = [word for word in words if re.search(r"\d,\d", word)]
    grouped = [word for word in commas if GROUPED.search(word)]
    return len(commas) > 2 * len(grouped)


def read_cell(words: str, *, decimal_comma: bool = False) -> Cell | None:
    """Read a cell as a number; None where it is empty, or is no number alone."""
    found = _NUMBER.fullmatch(words.strip())
    if not found:
        return None
    digits = re.sub(r"[’' \u00a0\u202f]", "", found["digits"])
    point = "." if decimal_comma and digits.count(",") == 1 else ""
    digits = digits.replace(",", point)
    value = Decimal(digits)
    minus = found["open"] or found["sign"] in {"-", "−", "–"}
    exponent = value.as_tuple().exponent
    step = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
    unit = "%" if found["unit"] == "%" else ""
    return Cell(words.strip(), -value if minus else value, step, unit)


def _is_rate(name: str, cells: tuple[Cell | None, ...]) -> bool:
    bare = re.sub(r"\([^)]*\)", " ", name)
    units = Counter(cell.unit for cell in cells if cell)
    return bool(_RATE.search(bare) or "%" in name) or units["%"] * 2 > sum(units.values())
