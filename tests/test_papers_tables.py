"""Tables as PDF converters leave them."""

from __future__ import annotations

from paper_help import note_of, read

PAPER = """# A Paper

## 1 Trade

It grew.

### Trade of towns in 2012<sup>1</sup>

Town\tValue (US\\$1,000)\tChange of 2011 %\t\t
\t\tValue\tExport\tImport
Upper\t1,000\t2.9\t15.0\t-4.7
Lower\t20\t*3.7*\t4.0\t-9.4

It fell again.

<sup>1</sup> Office of Trade, http://example.org/t
"""


def test_two_header_rows_become_one_name_a_column() -> None:
    """A cell that spans others is joined to each; escapes are taken off; rows as printed."""
    (table,) = read(PAPER).tables
    assert table.columns == (
        "Town",
        "Value (US$1,000)",
        "Change of 2011 % – Value",
        "Change of 2011 % – Export",
        "Change of 2011 % – Import",
    )
    assert table.rows[1] == ("Lower", "20", "3.7", "4.0", "-9.4")
    assert len(table.rows) == 2


def test_the_heading_above_is_the_caption_and_no_section() -> None:
    """Its mark's note hangs on the table, its sentence is the caption; it is not in the body."""
    draft = read(PAPER)
    (table,) = draft.tables
    assert (table.caption, table.notes) == ("Trade of towns in 2012", ("1",))
    assert (table.section, table.line) == ("1", 9)
    assert [section.title for section in draft.sections] == ["Trade"]
    assert note_of(draft, "1").sentence == "Trade of towns in 2012"
    assert draft.body == "It grew.\n\nIt fell again."


def test_one_header_row_and_a_line_as_caption() -> None:
    """A short line above is a caption; a long sentence is text."""
    short = read("## 1 A\n\nTable 1: Towns\n\nTown\tPeople\nUpper\t12\nLower\t9\n")
    assert short.tables[0].caption == "Table 1: Towns"
    assert short.tables[0].columns == ("Town", "People")
    assert short.tables[0].rows == (("Upper", "12"), ("Lower", "9"))
    long = read("## 1 A\n\nThe towns are these.\n\nTown\tPeople\nUpper\t12\nLower\t9\n")
    assert long.tables[0].caption is None
    assert long.body == "The towns are these."


def test_pipe_tables_are_read_too() -> None:
    """Markdown's own form has its header above the ruler."""
    (table,) = read(
        "## 1 A\n\nText.\n\n| Town | People |\n|---|--:|\n| Upper<sup>2</sup> | 12 |\n"
    ).tables
    assert (table.columns, table.rows) == (("Town", "People"), (("Upper", "12"),))
    assert table.notes == ("2",)


def test_a_figure_that_floats_does_not_cut_a_sentence() -> None:
    """A table between the halves of a sentence stands outside it."""
    draft = read("## 1 A\n\nThey grew\n\nTown\tPeople\nUpper\t12\n\nall the time.\n")
    assert draft.body == "They grew all the time."


def test_a_numbered_heading_above_a_table_stays_a_section() -> None:
    """Only a heading without a number can be a caption."""
    draft = read("## 1 A\n\nText.\n\n## 2 Towns\n\nTown\tPeople\nUpper\t12\nLower\t9\n")
    assert [section.title for section in draft.sections] == ["A", "Towns"]
    assert draft.tables[0].caption is None
