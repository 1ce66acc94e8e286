from __future__ import annotations

from footnoted.layout.columns import Box, untangled


def _row(number: int, *columns: tuple[float, float]) -> list[Box]:
    return [(left, 700.0 - 14 * number, right, 711.0 - 14 * number) for left, right in columns]


_TWO = ((60.0, 280.0), (310.0, 530.0))


def test_lines_across_a_gap_are_read_column_by_column() -> None:
    """Where the file goes back and forth over one gap, left is read before right."""
    head, foot = _row(0, (60, 530)), _row(9, (60, 500))
    rows = [box for n in range(1, 9) for box in _row(n, *_TWO)]
    lines = untangled([*head, *rows, *foot])
    assert lines == [*head, *rows[::2], *rows[1::2], *foot]


def test_order_that_may_stand() -> None:
    """Columns one after the other, cells of a table, and a few lines are left as they are."""
    rows = [_row(n, *_TWO) for n in range(8)]
    assert untangled([row[0] for row in rows] + [row[1] for row in rows]) is None
    narrow = ((60.0, 110.0), (200.0, 250.0), (340.0, 530.0))
    assert untangled([box for n in range(8) for box in _row(n, *narrow)]) is None
    assert untangled([box for row in rows[:3] for box in row]) is None
    assert untangled([]) is None


def test_words_of_one_line_are_joined_first() -> None:
    """Stretches in other type on one line are no columns."""
    words = [box for n in range(20) for box in _row(n, (60, 200), (203, 290), (292, 530))]
    assert untangled(words) is None


def test_a_line_over_both_columns_parts_them() -> None:
    """Where a line runs over the gap, the columns are no two columns of one text."""
    rows = [box for n in range(8) for box in _row(n, *_TWO)]
    over = _row(8, (60, 530))
    more = [box for n in range(9, 17) for box in _row(n, *_TWO)]
    assert untangled([*rows, *over, *more]) is None
