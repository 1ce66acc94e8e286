from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footnoted.checks.figures import check_figure
from footnoted.model.records import Cell, FigureRecord
from footnoted.model.text import Block, Page, Region, Table, TableCell, Text
from footnoted.model.verdicts import PartVerdict
from footnoted.quantities.recorded import claim_quantity


def page(*paragraphs: str, region: Region = "article", title: str | None = None,
         language: str | None = "en") -> Text:  # fmt: skip
    """Return a text of paragraphs, one block each; `# ` makes a heading."""
    content, blocks = "", []
    for words in paragraphs:
        kind = "heading" if words.startswith("# ") else "paragraph"
        plain = words.removeprefix("# ")
        blocks.append(Block(kind, len(content), len(content) + len(plain), region))
        content += plain + "\n"
    return Text(content, "text/html", tuple(blocks), title=title, language=language)


def table_page(caption: str, rows: list[list[str]], *, marked: bool = True) -> Text:
    """Return a text with one table whose first row and column are headers."""
    content, cells, blocks = f"{caption}\n", [], []
    for row, line in enumerate(rows):
        for column, words in enumerate(line):
            start, end = len(content), len(content) + len(words)
            header = marked and (row == 0 or column == 0)
            cells.append(TableCell(row, column, start, end, header))
            blocks.append(Block("cell", start, end))
            content += words + "\n"
    return Text(content, "text/html", tuple(blocks), (Table(caption, tuple(cells)),))


TRADE = table_page(
    "Trade of Ruritania in 2012",
    [
        ["Partner", "Trade Value (US$1,000)", "Export Value (US$1,000)", "Growth on 2011 %"],
        ["Borduria", "2,874,680", "1,783,050", "32.7"],
        ["Syldavia", "1,856,700", "1,747,870", "-10.3"],
    ],
)


def verdict_of(record: FigureRecord, text: Text) -> tuple[str, str | None]:
    found = check_figure(record, text)
    return found.verdict.value, found.reason


@pytest.mark.parametrize(
    ("raw", "measure", "period", "sentence", "verdict", "reason"),
    [
        ("$2.87bn", "trade both ways", "2012", "Bilateral trade reached $2.87 billion in 2012.",
         "agrees", "equal"),
        ("$2.87bn", None, None, "Bilateral trade reached $2,874m.", "agrees", "rounds"),
        ("$2.87bn", "trade", "2012", "Bilateral trade reached $2.78 billion in 2012.",
         "disagrees", "other_value"),
        ("$2.87bn", None, None, "Trade reached $2.78 billion.", "disagrees", "other_value"),
        ("$2.87bn", "trade", "2012", "Trade reached €2.87 billion in 2012.", "absent", "not_there"),
        ("$2.87bn", "trade", "2012", "The bridge cost $2.87 billion in 2012.",
         "absent", "look_alike"),
        ("$5bn", "coal exports", None, "Steel exports came to $5bn.",
         "unchecked", "context_partial"),
        ("$5bn", "imports", None, "Exports came to $5bn.", "absent", "look_alike"),
        ("$5bn", "imports", None, "Exports were $5bn and imports $3bn.",
         "unchecked", "context_partial"),
        ("$3bn", "imports", None, "Exports were $5bn and imports $3bn.", "agrees", "equal"),
        ("$5bn", "exports", None, "Exports were $5bn and imports $3bn.", "agrees", "equal"),
        ("$2.1bn", "trade", "2012", "Trade rose from $2.1bn in 2011 to $2.87bn in 2012.",
         "disagrees", "other_value"),
        ("$2.87bn", "trade", "2012", "Trade rose from $2.1bn in 2011 to $2.87bn in 2012.",
         "agrees", "equal"),
        ("$2.87bn", "trade", "2012", "In 2011 trade was $2.1bn and in 2012 it was $2.87bn.",
         "agrees", "equal"),
        ("$2.87bn", "trade", "2012", "In 2011 trade was $2.87bn and in 2012 it was $2.1bn.",
         "disagrees", "other_value"),
        ("$2.87bn", "trade", None, "Trade rose from $2.1bn to $2.87bn.", "agrees", "equal"),
        ("almost $46 billion", "trade", "2012", "Trade came to $45.94bn in 2012.",
         "agrees", "within_window"),
        ("$46 billion", "trade", "2012", "Trade came to almost $46 billion in 2012.",
         "unchecked", "hedged_source"),
        ("over $5bn", "loans", None, "Loans of $50bn were given.", "unchecked", "beyond_window"),
        ("over $5bn", "loans", None, "Loans of $4bn were given.", "disagrees", "wrong_side"),
        ("1,830-km", "pipeline", None, "The pipeline is 1,833 km long.",
         "disagrees", "rounded_zeros"),
        ("1,830-km", "length of the pipeline", None,
         "The pipeline's length is 1,830 kilometres.",
         "agrees", "equal"),
        ("Around 460 armed police", None, None, "460 police took part.", "agrees", "within_window"),
        ("35 projects", None, None, "It has 35 projects there.", "agrees", "equal"),
        ("35", "direct investment projects", None, "It has 35 direct investment projects there.",
         "agrees", "equal"),
        ("35", None, None, "It has 35 direct investment projects there.",
         "unchecked", "no_context"),
        ("10", "visits", None, "See page 10. There were visits.", "absent", "not_there"),
        ("one per cent", "oil reserves", None, "It holds 1% of all oil reserves.",
         "agrees", "equal"),
        ("3 or 4 or so, or $5 and $6", None, None, "Some $5.", "unchecked", "unparsed"),
        ("many", None, None, "Many.", "unchecked", "unparsed"),
        ("$5bn", "loans", None, "", "absent", "not_there"),
    ],
)  # fmt: skip
def test_a_figure_is_judged_in_its_place(  # one column a parameter
    raw: str, measure: str | None, period: str | None, sentence: str, verdict: str, reason: str
) -> None:
    """Unit, measure and period decide together; the same number elsewhere is no support."""
    record = FigureRecord(raw=raw, measure=measure, period=period)
    assert verdict_of(record, page(sentence)) == (verdict, reason)


def test_the_span_and_wording_are_the_sources() -> None:
    """The outcome shows the source's figure with its unit, and both sides normalised."""
    text = page("Nothing here.", "Bilateral trade reached 2,874,680,000 dollars in 2012.")
    found = check_figure(FigureRecord(raw="$2.87bn", measure="trade", period="2012"), text)
    assert found.span
    assert text.content[slice(*found.span)] == found.source_wording == "2,874,680,000 dollars"
    assert found.claim_reads == "2.87e9 USD (±5e6)"
    assert found.source_reads == "2,874,680,000 USD"
    assert not found.needs_review


def test_a_table_cell_is_read_with_its_header() -> None:
    """The header's multiplier makes `2,874,680` a sum in dollars, and the line shows it."""
    record = FigureRecord(raw="$2.87bn", measure="trade with Borduria", period="2012")
    found = check_figure(record, TRADE)
    assert found.verdict is PartVerdict.AGREES
    assert found.source_wording == "2,874,680"
    assert found.source_reads == "2,874,680 × 1,000 USD"
    assert found.message.startswith(
        "claim 2.87e9 USD (±5e6) · source 2,874,680 × 1,000 USD · agrees (rounds)"
    )


@pytest.mark.parametrize(
    ("raw", "row", "column", "verdict"),
    [
        ("$1.78bn", "Borduria", "Export Value", "agrees"),
        ("$2.87bn", "Borduria", "Export Value", "disagrees"),
        ("32.7 per cent", "Borduria", "Growth", "agrees"),
        ("-10.3%", "Syldavia", "Growth", "agrees"),
        ("10.3%", "Syldavia", "Growth", "disagrees"),
        ("$1.78bn", "Elbonia", "Export Value", "absent"),
    ],
)
def test_a_named_cell_decides_alone(raw: str, row: str, column: str, verdict: str) -> None:
    """Row and column headers address the cell; the same value elsewhere does not help."""
    record = FigureRecord(raw=raw, cell=Cell(row=row, column=column))
    assert check_figure(record, TRADE).verdict == verdict


def test_headers_are_known_without_marks() -> None:
    """In a table without header cells, the words above and left of a number are its headers."""
    rows = [["Year", "Output (million tonnes)"], ["2011", "12.5"], ["2012", "13.1"]]
    text = table_page("Coal", rows, marked=False)
    record = FigureRecord(raw="13.1 million tonnes", measure="coal output", period="2012")
    assert check_figure(record, text).verdict is PartVerdict.AGREES
    wrong = FigureRecord(raw="12.5 million tonnes", measure="output", period="2012")
    assert check_figure(wrong, text).verdict is not PartVerdict.AGREES


def test_words_further_off_ask_for_an_eye() -> None:
    """A measure named in the title, a period nowhere: agreement, flagged for review."""
    text = page("# Loans", "The bank gave $5bn to Borduria.", title="Loans to Borduria")
    record = FigureRecord(raw="$5bn", measure="loans to Borduria", period="2012")
    found = check_figure(record, text)
    assert (found.verdict, found.needs_review) == (PartVerdict.AGREES, True)


@pytest.mark.parametrize(
    "following", ["Syldavia got little.", "Loans to Syldavia came to $600m.", ""]
)
def test_a_name_in_the_next_sentence_is_no_support(following: str) -> None:
    """Loans to one country are not loans to the one that the next sentence speaks of."""
    text = page(f"The bank gave Borduria loans of $5bn. {following}")
    found = check_figure(FigureRecord(raw="$5bn", measure="loans to Syldavia"), text)
    assert found.verdict is not PartVerdict.AGREES


@pytest.mark.parametrize(
    "words", ["$46 млрд", "46 Milliarden USD", "$46 milliards", "46 crore USD"]
)
def test_a_scale_word_that_is_not_read_leaves_nothing_to_agree_with(words: str) -> None:
    """A number before an unknown scale word is worth something else than its digits."""
    assert check_figure(FigureRecord(raw="$46"), page(words)).verdict is not PartVerdict.AGREES


def test_a_yearly_rate_is_not_a_total() -> None:
    """`annual` on record asks for `a year`, `annual` or the like on the page."""
    record = FigureRecord(raw="65 bcm", measure="annual gas exports")
    yearly, total = page("Gas exports reach 65 bcm a year."), page("Gas exports: 65 bcm in all.")
    assert check_figure(record, yearly).needs_review is False
    assert check_figure(record, total).needs_review is True


def test_a_look_alike_is_quoted_and_flagged() -> None:
    """The same number on another subject is shown, and a person asked to look."""
    text = page("The bridge over the river cost $2.87 billion.")
    found = check_figure(FigureRecord(raw="$2.87bn", measure="trade"), text)
    assert found.verdict is PartVerdict.ABSENT
    assert found.needs_review
    assert "The bridge over the river cost $2.87 billion." in found.message


@pytest.mark.parametrize("region", ["comments", "navigation"])
def test_a_readers_comment_supports_nothing(region: Region) -> None:
    """A figure in comments or navigation is not the source's word."""
    found = check_figure(
        FigureRecord(raw="$5bn", measure="loans"), page("Loans: $5bn", region=region)
    )
    assert (found.verdict, found.reason) == (PartVerdict.UNCHECKED, "page_furniture")
    against = check_figure(
        FigureRecord(raw="$6bn", measure="loans"), page("Loans: $5bn", region=region)
    )
    assert against.verdict is PartVerdict.ABSENT


def test_a_chinese_page_can_bear_out_number_and_unit() -> None:
    """Measure words cannot be matched across scripts: agreement is flagged, refutal impossible."""
    text = page("2012年，双边贸易额达到28.7亿美元。", language="zh")
    record = FigureRecord(raw="$2.87bn", measure="trade", period="2012")
    found = check_figure(record, text)
    assert (found.verdict, found.needs_review) == (PartVerdict.AGREES, True)
    assert found.source_wording == "28.7亿美元"
    other = check_figure(FigureRecord(raw="$2.78bn", measure="trade", period="2012"), text)
    assert (other.verdict, other.reason) == (PartVerdict.UNCHECKED, "other_language")


def test_a_cell_named_in_another_script_leaves_it_to_the_measure() -> None:
    """English headers cannot stand on a Chinese page: the number agrees, flagged, or nothing."""
    text = table_page(
        "2012年贸易统计（千美元）", [["国家", "出口额", "进口额"], ["甲国", "1,783,050", "108,830"]]
    )
    cell = Cell(row="Borduria", column="Export Value")
    asked = {"measure": "exports", "period": "2012", "unit": "USD", "cell": cell}
    found = check_figure(FigureRecord(raw="1,783,050", value="1783050000", **asked), text)
    assert (found.verdict, found.needs_review) == (PartVerdict.AGREES, True)
    other = FigureRecord(raw="1,738,050", value="1738050000", **asked)
    assert verdict_of(other, text) == ("unchecked", "other_language")
    chinese = asked | {"cell": Cell(row="乙国", column="出口额")}
    missing = FigureRecord(raw="1,783,050", value="1783050000", **chinese)
    assert verdict_of(missing, text) == ("unchecked", "other_language")
    alone = asked | {"measure": None, "period": None}
    unasked = FigureRecord(raw="1,783,050", value="1783050000", **alone)
    assert verdict_of(unasked, text) == ("unchecked", "other_language")


def test_a_page_in_a_language_we_do_not_read_refutes_nothing() -> None:
    """Number words of other languages are not read, so another value proves nothing."""
    text = page("Der Handel betrug 3 USD im Jahr 2012.", language="de")
    record = FigureRecord(raw="5 USD", measure="Handel", period="2012")
    assert verdict_of(record, text) == ("unchecked", "other_language")


def test_the_notes_page_comes_first() -> None:
    """`p 2` is looked at first; a figure found elsewhere only wants an eye."""
    first, second = "Loans were $5bn.\n", "Again, loans were $5bn.\n"
    pages = (Page(1, None, 0, len(first)), Page(2, None, len(first), len(first + second)))
    text = Text(first + second, "application/pdf", pages=pages)
    record = FigureRecord(raw="$5bn", measure="loans")
    there = check_figure(record, text, locator="p 2")
    assert (there.page, there.needs_review) == ("2", False)
    elsewhere = check_figure(record, text, locator="pp 8–9")
    assert (elsewhere.verdict, elsewhere.page, elsewhere.needs_review) == (
        PartVerdict.AGREES, "1", True,
    )  # fmt: skip


def test_a_printed_page_label_is_honoured() -> None:
    """A locator means the number printed on the page, not its place in the file."""
    text = Text("Loans were $5bn.", "application/pdf", pages=(Page(3, "11", 0, 16),))
    found = check_figure(FigureRecord(raw="$5bn", measure="loans"), text, locator="p 11")
    assert (found.page, found.needs_review) == ("11", False)


def test_an_unreadable_page_is_unchecked() -> None:
    """No text, no verdict: the reason says why."""
    text = Text("", "application/pdf", unreadable="scanned")
    found = check_figure(FigureRecord(raw="$5bn"), text)
    assert (found.verdict, found.reason) == (PartVerdict.UNCHECKED, "unreadable")
    assert "scanned" in found.message


def test_overrides_go_before_what_is_derived() -> None:
    """`value`, `unit` and `hedge` on the record replace what the words give."""
    record = FigureRecord(raw="a handful", value="5", unit="billion", hedge="about")
    assert (claim := claim_quantity(record)) is not None
    assert claim.value == 5
    assert claim.hedge == "about"
    tonnes = FigureRecord(raw="5m t", value="5000000", unit="tonnes")
    assert check_figure(tonnes, page("It dug 5 million tonnes.")).verdict is PartVerdict.AGREES
    assert claim_quantity(FigureRecord(raw="x", value="five")) is None
    assert claim_quantity(FigureRecord(raw="x", value="NaN")) is None


def test_several_values_in_the_right_place_ask_for_an_eye() -> None:
    """A contradiction by several different values is for a person to confirm."""
    text = page("Loans of $3bn were given.", "Loans of $4bn followed.")
    found = check_figure(FigureRecord(raw="$5bn", measure="loans"), text)
    assert (found.verdict, found.needs_review) == (PartVerdict.DISAGREES, True)


@settings(max_examples=150, deadline=None)
@given(
    st.text("0123456789 .,$%bnkm亿元tradein2012", max_size=30),
    st.text("0123456789 .,$%bnkm亿元tradein2012\n", max_size=80),
    st.sampled_from([None, "trade", "贸易", "imports of oil"]),
    st.sampled_from([None, "2012", "June 2012", "soon"]),
)
def test_no_figure_and_no_page_raises(
    raw: str, content: str, measure: str | None, period: str | None
) -> None:
    """Any record on any page has an outcome, and its span is the wording shown."""
    if not raw.strip():
        return
    record = FigureRecord(raw=raw, measure=measure, period=period)
    found = check_figure(record, Text(content, "text/plain"))
    if found.span:
        assert content[slice(*found.span)] == found.source_wording
    if found.verdict is PartVerdict.AGREES:
        assert found.span


@pytest.mark.parametrize(
    ("sentence", "verdict", "reason", "review"),
    [
        ("Trade did not reach $5bn in 2011.", "unchecked", "denied", True),
        ("Trade fell short of $5bn in 2011.", "unchecked", "denied", True),
        ("Trade fell by $5bn in 2011.", "unchecked", "changed", True),
        ("Trade rose by $3bn in 2011.", "absent", "not_there", False),
        ("Trade will reach $5bn in 2011.", "unchecked", "expected", True),
        ("No one doubts it, and trade was $5bn in 2011.", "agrees", "equal", False),
        ("Trade was $5bn a month in 2011.", "unchecked", "rate", True),
        ("Trade was CAD $5bn in 2011.", "unchecked", "other_currency", True),
        ("Trade was $5bn in 2011.", "agrees", "equal", False),
        ("Trade was $3bn in 2011.", "disagrees", "other_value", False),
    ],
)
def test_a_figure_must_be_stated(sentence: str, verdict: str, reason: str, *, review: bool) -> None:
    """A figure denied, expected or told as a change proves no level, and refutes none."""
    text = page(sentence)
    record = FigureRecord(raw="$5bn", measure="trade", period="2011")
    found = check_figure(record, text)
    assert (found.verdict, found.reason, found.needs_review) == (verdict, reason, review)


def test_a_measure_may_ask_for_a_change() -> None:
    """`growth of trade` is what "rose by" tells."""
    text = page("Trade rose by $5bn in 2011.")
    record = FigureRecord(raw="$5bn", measure="trade rose", period="2011")
    assert check_figure(record, text).verdict == "agrees"


def test_a_row_of_a_longer_name_is_another_row() -> None:
    """Guinea-Bissau is not Guinea, and an exact header goes before one that has more words."""
    rows = [["Country", "Exports"], ["Guinea-Bissau", "$12m"], ["Guinea", "$2m"]]
    record = FigureRecord(raw="$12m", cell=Cell(row="Guinea", column="Exports"))
    assert check_figure(record, table_page("", rows)).verdict == "disagrees"
    more = [["Country", "Exports"], ["Papua New Guinea", "$12m"], ["Guinea", "$2m"]]
    assert check_figure(record, table_page("", more)).verdict == "disagrees"


def test_a_part_of_a_year_is_told_where_no_period_was_asked() -> None:
    """A record without a period agrees with half a year, and a person is asked to look."""
    record = FigureRecord(raw="$5bn", measure="trade")
    half = check_figure(record, page("Trade was $5bn in the first half of 2012."))
    whole = check_figure(record, page("Trade was $5bn in 2012."))
    assert (half.verdict, half.needs_review) == (PartVerdict.AGREES, True)
    assert (whole.verdict, whole.needs_review) == (PartVerdict.AGREES, False)


def test_a_name_in_capitals_may_be_part_of_a_longer_one() -> None:
    """Headings in capitals hide no longer name, even from a record in small letters."""
    text = page("AID TO PAPUA NEW GUINEA WAS $12m.")
    found = check_figure(FigureRecord(raw="$12m", measure="aid to guinea"), text)
    assert found.verdict is not PartVerdict.AGREES
