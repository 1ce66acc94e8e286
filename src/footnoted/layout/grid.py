"""Table cells in reading order to a grid: row and column spans resolved."""

from __future__ import annotations

from dataclasses import dataclass, field

from footnoted.model.text import Table, TableCell

_MAX_COLUMNS_SPANNED = 1_000  # HTML, 4.9.11: a larger colspan counts as this
_MAX_CELLS = 200_000


@dataclass(slots=True)
class Cell:
    """A cell as met in the markup: `[start, end)` of its words, spans, whether a header."""

    start: int
    end: int
    columns: int = 1
    rows: int = 1
    header: bool = False


@dataclass(slots=True)
class Grid:
    """A table being read: its rows of cells, and its caption once met."""

    rows: list[list[Cell]] = field(default_factory=list)
    caption: tuple[int, int] | None = None

    def table(self, content: str) -> Table:
        """Return the table; a cell that spans stands at each of its places (HTML, 4.9.12)."""
        taken: dict[tuple[int, int], Cell] = {}
        for row, cells in enumerate(self.rows):
            column = 0
            for cell in cells:
                while (row, column) in taken:
                    column += 1
                self._place(taken, cell, row, column)
                column += min(cell.columns, _MAX_COLUMNS_SPANNED)
                if len(taken) > _MAX_CELLS:
                    break
        caption = content[slice(*self.caption)] if self.caption else None
        ordered = sorted(taken.items())
        return Table(
            caption,
            tuple(TableCell(r, c, cell.start, cell.end, cell.header) for (r, c), cell in ordered),
        )

    def _place(self, taken: dict[tuple[int, int], Cell], cell: Cell, row: int, column: int) -> None:
        down = cell.rows if cell.rows > 0 else len(self.rows)  # rowspan=0: to the last row
        for r in range(row, min(row + down, len(self.rows))):
            for c in range(column, column + min(cell.columns, _MAX_COLUMNS_SPANNED)):
                if len(taken) > _MAX_CELLS:
                    return
                taken.setdefault((r, c), cell)
