"""Tables made by chance from a seed: sound ones of many kinds, and ones with a digit lost."""

from __future__ import annotations

from random import Random

from footnoted.model.draft import DraftTable

SUMS = ("total row", "total column", "total both", "rates")
KINDS = (*SUMS, "no sum", "a larger total", "small counts", "years", "shares", "subtotals")


def sound(random: Random, kind: str) -> DraftTable:
    """Return a table without any fault, its numbers rounded as tables are."""
    rows, columns, places = random.randint(4, 14), random.randint(2, 6), random.choice((0, 0, 1, 2))
    size = 10 ** random.randint(1, 6)
    numbers = [[random.lognormvariate(0, 1.2) * size for _ in range(columns)] for _ in range(rows)]
    labels = [f"Place {chr(65 + number)}" for number in range(rows)]
    header = [f"Item {number}" for number in range(columns)]
    if kind == "rates":
        return _rates(random, labels, size, places)
    if kind == "small counts":
        numbers = [[random.randint(0, 9) for _ in range(columns)] for _ in range(rows)]
        places = 0
    elif kind == "years":
        header = [str(2010 + number) for number in range(columns)]
        numbers = [[row[0] * 1.03**year for year in range(columns)] for row in numbers]
    elif kind == "shares":
        sums = [sum(column) for column in zip(*numbers, strict=True)]
        numbers = [[x / whole * 100 for x, whole in zip(row, sums, strict=True)] for row in numbers]
        header, places = [f"Share of item {number} (%)" for number in range(columns)], 1
    elif kind == "subtotals":
        half = rows // 2
        north, south = numbers[:half], numbers[half:]
        labels = [*labels[:half], "North", *labels[half:], "South", "Total"]
        numbers = [*north, _sums(north), *south, _sums(south), _sums(numbers)]
    elif kind == "a larger total":
        numbers = [*numbers, [x * (1.2 + random.random()) for x in _sums(numbers)]]
        labels.append("Total")
    if kind in {"total column", "total both"}:
        numbers, header = [[*row, sum(row)] for row in numbers], [*header, "Total"]
    if kind in {"total row", "total both"}:
        numbers, labels = [*numbers, _sums(numbers)], [*labels, random.choice(("Total", "All"))]
    return _table(header, labels, [[f"{x:,.{places}f}" for x in row] for row in numbers])


def with_a_digit_lost(random: Random, table: DraftTable) -> DraftTable | None:
    """Return `table` with one digit gone from one cell's whole part, None where it has but one."""
    rows = [list(row) for row in table.rows]
    row, column = random.randrange(len(rows)), random.randrange(1, len(rows[0]))
    cell = rows[row][column]
    whole = cell.partition(".")[0]
    digits = [at for at in range(1, len(whole)) if whole[at].isdigit()]
    if not digits:
        return None
    at = random.choice(digits)
    rows[row][column] = cell[:at] + cell[at + 1 :]
    return _table(table.columns[1:], [one[0] for one in rows], [one[1:] for one in rows])


def _rates(random: Random, labels: list[str], size: int, places: int) -> DraftTable:
    cells = []
    for _ in labels:
        before = random.lognormvariate(0, 1) * size
        after = before * (1 + random.gauss(0.05, 0.2))
        rate = f"{(after / before - 1) * 100:.1f}"
        cells.append([f"{before:,.{places}f}", f"{after:,.{places}f}", rate])
    return _table(("2010", "2011", "Change (%)"), labels, cells)


def _sums(rows: list[list[float]]) -> list[float]:
    return [sum(column) for column in zip(*rows, strict=True)]


def _table(
    header: list[str] | tuple[str, ...], labels: list[str], cells: list[list[str]]
) -> DraftTable:
    rows = tuple((label, *row) for label, row in zip(labels, cells, strict=True))
    return DraftTable("Made up", (), ("Place", *header), rows, "1", 7)
