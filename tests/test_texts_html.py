from __future__ import annotations

import pytest

from footnoted.model.text import Table, Text
from footnoted.texts import read_text


def _read(body: str, head: str = "") -> Text:
    page = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    return read_text(page.encode(), "text/html; charset=utf-8", url="http://a.example/x/y")


@pytest.mark.parametrize(
    ("body", "content"),
    [
        ("<p>One <b>bo</b>ld wo<i>rd</i></p>", "One bold word"),
        ("<p>a</p><p>b</p>", "a\nb"),
        ("<div>a<div>b</div>c</div>", "a\nb\nc"),
        ("<p>a<br>b</p>", "a\nb"),
        ("<p>  a \n\t b  </p>", "a b"),
        ("<p>a<!-- never -->b</p>", "ab"),
        ("<p>no\u00a0break</p>", "no\u00a0break"),
        ("<pre>\na  b\n  c</pre>", "a  b\n  c"),
        ("<p>a <span> b</span></p>", "a b"),
        ("<p>He said <q>no</q>.</p>", "He said “no”."),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("<p>word<sup>12</sup> 5 km<sup>2</sup></p>", "word¹² 5 km²"),
        ("<p>the 19<sup>th</sup> day</p>", "the 19th day"),
        ("<p>growth rate<sup>a</sup> slowed<sup>b, c</sup></p>", "growth rate[a] slowed[b][c]"),
        ("<p>x<sup>n</sup> 2<sup>a</sup></p>", "xn 2a"),
        ("<p>growth<sup>[<i>who?</i>]</sup> slowed</p>", "growth slowed"),
        ("<p>growth<sup>[not so]</sup> slowed</p>", "growth[not so] slowed"),
        ("<p>money<a href=#f1 class=fn>1</a> from</p>", "money¹ from"),
        ("<p>page <a href=#f1 class=fn>1</a> 1<a href=/x>2</a></p>", "page 1 12"),
        ("<p>H<sub>2</sub>O, 5<sub>3</sub></p>", "H2O, 5₃"),
        ("<p>&lt;b&gt; &amp;c</p>", "<b> &c"),
    ],
)
def test_content(body: str, content: str) -> None:
    """Inline elements join as they stand, blocks and line breaks separate, blanks collapse."""
    assert _read(body).content == content


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>secret</p>",
        "<p style='display: none'>secret</p>",
        "<p style='color:red;visibility:hidden'>secret</p>",
        "<p style='position:absolute;left:-9999px'>secret</p>",
        "<p style='text-indent:-9999px'>secret</p>",
        "<p style='font-size:0'>secret</p>",
        "<p style='opacity:0'>secret</p>",
        "<p style='position:absolute;clip:rect(0,0,0,0)'>secret</p>",
        "<p style='clip-path:inset(50%)'>secret</p>",
        "<p style='width:1px;height:1px;overflow:hidden'>secret</p>",
        "<p aria-hidden=true>secret</p>",
        "<p class='x sr-only'>secret</p>",
        "<p class='gone big'>secret</p>",
        "<p id=away>secret</p>",
        "<div hidden><div><p>secret</p></div></div>",
        "<!-- secret -->",
        "<script>secret</script>",
        "<noscript>secret</noscript>",
        "<template><p>secret</p></template>",
        "<style>secret</style>",
        "<dialog>secret</dialog>",
        "<textarea hidden>secret</textarea>",
        "<input value=secret>",
        "<img alt=secret>",
        "<p>is <del>secret</del></p>",
        "<iframe>secret</iframe>",
    ],
)
def test_hidden(hidden: str) -> None:
    """What a reader does not see is no part of the text; what follows it is."""
    css = "<style>/* c */ .gone { display:none } p#away, b {display: none;}</style>"
    text = _read(f"<p>before</p>{hidden}after", css)
    assert "secret" not in text.content
    assert text.content.startswith("before")
    assert text.content.endswith("after")


@pytest.mark.parametrize(
    "shown",
    [
        "<p class=print>words</p>",
        "<p class='tab active'>words</p>",
        "<p class=tab style='display:block'>words</p>",
        "<p style='opacity:0.5;left:-9px;font-size:0.9em'>words</p>",
        "<div class=a><p class=deep>words</p></div>",
        "<details><summary>x</summary><p>words</p></details>",
    ],
)
def test_not_hidden(shown: str) -> None:
    """Rules for print, overruled rules and rules that cannot be judged hide nothing."""
    css = (
        "<style>@media print {.print{display:none} .q{x:y}} .tab{display:none}"
        ".tab.active{display:block} .b .deep{display:none}</style>"
    )
    assert "words" in _read(shown, css).content


def _cells(text: Text, table: Table) -> dict[tuple[int, int], str]:
    return {(c.row, c.column): text.content[c.start : c.end] for c in table.cells}


def test_table_is_a_grid_with_spans() -> None:
    """Cells never fuse, and a cell that spans stands at each of its places."""
    text = _read(
        "<table><caption>Trade</caption><thead><tr><td>Year<th colspan=2>Sum</tr></thead>"
        "<tr><td rowspan=2>2012<td>1<td>2</tr><tr><td>3<td></tr></table>"
    )
    (table,) = text.tables
    assert table.caption == "Trade"
    assert _cells(text, table) == {
        (0, 0): "Year",
        (0, 1): "Sum",
        (0, 2): "Sum",
        (1, 0): "2012",
        (1, 1): "1",
        (1, 2): "2",
        (2, 0): "2012",
        (2, 1): "3",
        (2, 2): "",
    }
    assert [c.header for c in table.cells if c.row == 0] == [True, True, True]


def test_nested_tables_stay_apart() -> None:
    """A table inside a cell is a table of its own."""
    text = _read("<table><tr><td>a<table><tr><td>b<td>c</table></td><td>d</table>")
    outer, inner = text.tables
    assert _cells(text, inner) == {(0, 0): "b", (0, 1): "c"}
    assert _cells(text, outer)[(0, 1)] == "d"


def test_span_bombs_are_bounded() -> None:
    """Cells that claim to span a million places cost no memory."""
    bomb = "<table>" + "<tr><td colspan=99999999 rowspan=65534>x</td></tr>" * 300 + "</table>"
    (table,) = _read(bomb).tables
    assert len(table.cells) <= 201_000


@pytest.mark.parametrize(
    ("body", "region"),
    [
        ("<article><p>words</p></article>", "article"),
        ("<main><header><p>words</p></header></main>", "article"),
        ("<header><p>words</p></header>", "navigation"),
        ("<nav><p>words</p></nav>", "navigation"),
        ("<article><nav>words</nav></article>", "navigation"),
        ("<div role=complementary>words</div>", "navigation"),
        ("<div class='related-posts'><article>words</article></div>", "navigation"),
        ("<div id=comments><article>words</article></div>", "comments"),
        ("<ol class=comment-list><li>words</ol>", "comments"),
        ("<article><blockquote>words</blockquote></article>", "quoted"),
        ("<p>words</p>", "page"),
        ("<div class=commentary>words</div>", "page"),
    ],
)
def test_regions(body: str, region: str) -> None:
    """Each block knows which part of the page it stands in."""
    (block,) = _read(body).blocks
    assert block.region == region


def test_blocks_know_their_article() -> None:
    """Blocks of two articles are told apart; those outside have none."""
    blocks = _read("<article><p>a</article><article><p>b</article><p>c").blocks
    assert [block.article for block in blocks] == [1, 2, None]


def test_blocks_are_slices_of_the_content() -> None:
    """A block's span is its words without white space around them."""
    text = _read("<h1> Head </h1>loose <p>a<br></p><td>x</td><ul><li>i</ul>")
    slices = [(b.kind, text.content[b.start : b.end]) for b in text.blocks]
    assert slices[0] == ("heading", "Head")
    assert all(words == words.strip() != "" for _, words in slices)


def test_head() -> None:
    """Title, language and an immediate refresh are read; the refresh is absolute."""
    page = (
        b"<html lang='en_GB'><head><title> A\n title</title>"
        b"<meta http-equiv='Refresh' content='0; URL=\"/home\"'></head><body>x</body></html>"
    )
    text = read_text(page, None, url="http://a.example/x/y")
    assert (text.title, text.language) == ("A title", "en-GB")
    assert text.refresh == "http://a.example/home"


@pytest.mark.parametrize(
    "head",
    [
        "<meta http-equiv=refresh content='300; url=/x'>",
        "<meta http-equiv=refresh content='0'>",
        "<noscript><meta http-equiv=refresh content='0;url=/x'></noscript>",
    ],
)
def test_no_refresh(head: str) -> None:
    """A late refresh, one of the page itself, and one for lack of scripts lead nowhere."""
    assert _read("x", head).refresh is None


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<div id=root></div><script src=a.js></script>", "script_only"),
        ("<nav>Home</nav><div id=app></div><script></script>", "script_only"),
        ("<p>Please enable JavaScript to view this page.</p><script></script>", "script_only"),
        ("<noscript>You need to enable JavaScript</noscript>Hi<script></script>", "script_only"),
        ("<script>document.write(1)</script>", "script_only"),
        ("", "empty"),
        ("<p hidden>x</p>", "empty"),
        ("<p>Not found.</p><script>track()</script>", None),
        ("<p>Not found.</p>", None),
        (
            f"<p>{'Long words. ' * 80}</p><noscript>Enable JavaScript</noscript><script></script>",
            None,
        ),
    ],
)
def test_unreadable(body: str, reason: str | None) -> None:
    """A page that only scripts could fill, or an empty one, is not to be compared with."""
    assert _read(body).unreadable == reason


def test_nesting_too_deep_is_named() -> None:
    """A page nested beyond the parser's depth, which would lose words, is named as such."""
    assert _read("<div>" * 100_000 + "words").unreadable == "too_costly"
    assert _read("<div>" * 1_000 + "words").content == "words"


def test_a_million_attributes() -> None:
    """A tag of a million attributes is read in passing."""
    tag = "<div " + " ".join(f"a{n}=1" for n in range(1_000_000)) + ">"
    assert _read(f"{tag}words</div>").content == "words"


def test_a_tag_of_many_attributes_stays_what_it_is() -> None:
    """Such a tag keeps its words, and what hides it."""
    many = " ".join(f"attribute{n}=1" for n in range(3_000))
    assert _read(f"<p>a</p><div {many}>words</div><p>b").content == "a\nwords\nb"
    assert _read(f"<p>a</p><div {many} style='display: none'>words</div><p>b").content == "a\nb"
    assert _read("<p>" + "words " * 5_000 + "<b>end</b>").content.endswith("words end")


def test_invisible_in_invisible() -> None:
    """A thousand invisible elements in one another cost one pass."""
    bomb = "<div style='visibility:hidden'>" * 1_500 + "<p>x</p>" * 10_000
    assert _read(bomb).unreadable == "empty"


def test_control_characters_are_no_marks() -> None:
    """Characters that the walk marks its places with are not taken from the page.

    U+0000 in the text is dropped, as browsers do.
    """
    assert _read("<p>the c\0at</p>").content == "the cat"
    text = _read("<p>a\x01b&#2;c&#x03;d&#27;</p><pre>\x04e</pre>")
    assert text.content.startswith("a\ufffdb\ufffdc\ufffdd")
    assert [b.kind for b in text.blocks] == ["paragraph", "preformatted"]


def test_breaks_and_blanks() -> None:
    """Line ends are kept once, without blanks beside them; preformatted blanks as they stand."""
    assert _read("<p>a  <br> <br> b </p>").content == "a\nb"
    assert _read("<p>x<pre>a\n\n   b\tc</pre>y").content == "x\na\n\n   b\tc\ny"
    assert _read("<p>a</p> \u00a0 <p>b</p>").content == "a\nb"


def test_very_many_inline_elements() -> None:
    """A paragraph of a hundred thousand inline elements reads as one of a few does."""
    part = "<b>wo</b>rd<sup><a href=x>1</a></sup> <i hidden>secret</i>"
    few, many = (_read(f"<p>{part * n}</p>").content for n in (1_000, 40_000))
    assert few == " ".join(["word¹"] * 1_000)
    assert many == " ".join(["word¹"] * 40_000)


def test_a_slash_closes_nothing_but_in_xhtml() -> None:
    """`<p/>` opens a paragraph in HTML, and is one in XHTML."""
    page = b"<html><body><p style='display:none'/>words <br/>here</body></html>"
    assert read_text(page, "text/html").content == ""
    assert read_text(page, "application/xhtml+xml").content == "words\nhere"
