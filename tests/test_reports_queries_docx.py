"""`footnoted.reports.queries_docx`: author queries as a Word document."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Any

import pytest
from lxml import etree

import author_reports
import sample_reports
import timely_reports
from footnoted.model.report import Report
from footnoted.model.verdicts import ClaimVerdict, LinkVerdict
from footnoted.reports.author import author_sheet
from footnoted.reports.queries_docx import render_bytes

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}
W = f"{{{NAMES['w']}}}"


def opened(report: Report) -> zipfile.ZipFile:
    """Return the document of a report."""
    return zipfile.ZipFile(BytesIO(render_bytes(report)))


def part(report: Report, name: str = "word/document.xml") -> Any:
    """Return a part of the document, read as XML."""
    return etree.fromstring(opened(report).read(name))


def found(node: Any, path: str) -> list[Any]:
    """Return what `path` leads to."""
    made = node.xpath(path, namespaces=NAMES)
    assert isinstance(made, list)
    return made


def words(node: Any) -> str:
    """Return the text of a node."""
    return "".join(one.text or "" for one in found(node, ".//w:t"))


def cells(report: Report) -> list[list[str]]:
    """Return the table, a paragraph of a cell on each line."""
    return [
        ["\n".join(words(one) for one in found(cell, "./w:p")) for cell in found(row, "./w:tc")]
        for row in found(part(report), "//w:tbl/w:tr")
    ]


def test_a_row_for_each_query_with_room_to_answer() -> None:
    """No., note, query, proposal, answer, comment: to the letter for two of them."""
    rows = cells(timely_reports.timely_report())
    assert rows[0] == ["No.", "Note", "Query", "Proposal", "Answer", "Comment"]
    assert [row[0] for row in rows[1:]] == [str(n) for n in range(1, 9)]
    assert all(len(row) == 6 and row[5] == "" for row in rows[1:])
    figure = rows[5]
    assert figure[1] == "Note 3\nIbid."
    assert figure[2] == (
        "A figure is another one in its source\n"
        "The paper says, in our words: The ferries of the Lannet Sea carried 1.2 million people "
        "in 2012.\n"
        "The source we compared gives another value. May we follow it, or is your figure from "
        "another place?\n"
        "What we saw:\n"
        "The paper has: 1.2 million (passengers in 2012).\n"
        "The source says: “In 2012 the eleven ferries of the Lannet Sea carried 2.1 million "
        "passengers, the most since the war.”\n"
        "That is 2.1 million persons.\n"
        "Compared with the page “Ferries of the Lannet Sea, 2012”, as it was on 24 November "
        "2026, https://harbour.example/reports/2012/ferries."
    )
    assert figure[3] == "Give the figure as the source has it: 1.2 million 2.1 million passengers"
    assert figure[4] == "☐ accept\n☐ change to:\n☐ leave as it is"
    assert rows[6][3] == "We have nothing to propose here; please tell us."
    assert rows[6][4] == "☐ change to:\n☐ leave as it is"


def test_both_formats_ask_the_same() -> None:
    """One sheet, two ways to write it."""
    report = timely_reports.timely_report()
    asked = [row[2].split("\n")[0] for row in cells(report)[1:]]
    assert asked == [query.heading for query in author_sheet(report).queries]


def test_the_header_row_is_marked_and_repeated() -> None:
    """A reader of page 9, and one who hears the table, know the columns."""
    document = part(sample_reports.sample_report())
    rows = found(document, "//w:tbl/w:tr")
    assert found(rows[0], "./w:trPr/w:tblHeader")
    assert not any(found(row, "./w:trPr/w:tblHeader") for row in rows[1:])
    (look,) = found(document, "//w:tblPr/w:tblLook")
    assert look.get(f"{W}firstRow") == "1"
    assert found(document, "//w:tblPr/w:tblCaption")
    assert found(document, "//w:tblPr/w:tblDescription")


def test_title_language_headings_and_page_are_set() -> None:
    """What a screen reader asks first; landscape A4."""
    report = sample_reports.sample_report()
    core = part(report, "docProps/core.xml")
    assert found(core, "//dc:title")[0].text == (
        "Queries to the author: The Salt Road: Ferries and Fisheries of the Lannet Sea"
    )
    assert found(core, "//dc:language")[0].text == "en-GB"
    styles = part(report, "word/styles.xml")
    assert found(styles, "//w:docDefaults//w:lang")[0].get(f"{W}val") == "en-GB"
    names = {one.get(f"{W}val") for one in found(styles, "//w:style/w:name")}
    assert {"Title", "heading 1", "Normal"} <= names
    document = part(report)
    used = [one.get(f"{W}val") for one in found(document, "//w:body/w:p/w:pPr/w:pStyle")]
    assert used == ["Title", "Heading1", "Heading1"]
    (size,) = found(document, "//w:pgSz")
    assert (size.get(f"{W}orient"), size.get(f"{W}w")) == ("landscape", "16838")
    defined = {one.get(f"{W}styleId") for one in found(styles, "//w:style")}
    worn = found(document, "//w:pStyle | //w:rStyle | //w:tblStyle")
    assert {one.get(f"{W}val") for one in worn} <= defined


def test_the_same_audit_gives_the_same_bytes() -> None:
    """Times are the audit's, members carry none, and nothing is packed by this machine's zlib."""
    report = timely_reports.timely_report()
    assert render_bytes(report) == render_bytes(report)
    core = part(report, "docProps/core.xml")
    for name in ("created", "modified"):
        assert found(core, f"//dcterms:{name}")[0].text == "2026-11-24T15:40:00Z"
    for member in opened(report).infolist():
        assert member.date_time == (1980, 1, 1, 0, 0, 0)
        assert member.compress_type == zipfile.ZIP_STORED
        assert (member.create_system, member.external_attr) == (0, 0o600 << 16)


def test_every_part_that_is_named_is_there() -> None:
    """Content types and relationships lead to members, and each link has its relationship."""
    report = timely_reports.timely_report()
    package = opened(report)
    names = set(package.namelist())
    types = etree.fromstring(package.read("[Content_Types].xml"))
    overrides = {str(one.get("PartName"))[1:] for one in types if one.get("PartName")}
    assert overrides <= names
    own = etree.fromstring(package.read("word/_rels/document.xml.rels"))
    inside = {f"word/{one.get('Target')}" for one in own if one.get("TargetMode") is None}
    assert inside <= names
    ids = {str(one.get("Id")) for one in own}
    assert len(ids) == len(own)
    used = set(re.findall(r'r:id="(\w+)"', package.read("word/document.xml").decode()))
    assert used <= ids
    assert package.testzip() is None


def test_a_tick_box_has_a_name_and_a_number_of_its_own() -> None:
    """It says for which query it is to those who do not see the row."""
    document = part(sample_reports.sample_report())
    boxes = found(document, "//w:sdt[w:sdtPr/w14:checkbox]")
    names = [found(one, "./w:sdtPr/w:alias")[0].get(f"{W}val") for one in boxes]
    numbers = [found(one, "./w:sdtPr/w:id")[0].get(f"{W}val") for one in boxes]
    assert "Query 1: accept" in names
    assert len(set(names)) == len(set(numbers)) == len(boxes)


def test_hostile_text_is_shown_and_does_nothing() -> None:
    """Whole XML, no control or bidi character, no link to what is no address, no field."""
    report = sample_reports.hostile_report()
    package = opened(report)
    for name in package.namelist():
        text = package.read(name).decode()
        etree.fromstring(text.encode())
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text)
        assert "javascript:" not in name
    rels = package.read("word/_rels/document.xml.rels").decode()
    assert "javascript" not in rels
    document = part(report)
    assert not found(document, "//w:hyperlink | //w:fldSimple | //w:instrText | //w:object")
    assert "<script>alert(1)</script> | =cmd('x')!A1 [U+001B][31mred" in words(document)
    assert len(cells(report)) == len(author_sheet(report).queries) + 1


@pytest.mark.parametrize(
    "text", ["\ud800 alone", "\ufffe\uffff", "]]><w:p/>", "&#0; &amp;", "a\tb\nc", "x" * 100_000]
)
def test_any_text_gives_whole_xml(text: str) -> None:
    """Halves of characters, non-characters, markup, and much of it."""
    report = sample_reports.hostile_report(text)
    assert cells(report)
    assert len(render_bytes(report)) < 200_000


def test_words_written_from_right_to_left_are_set_that_way() -> None:
    """A Hebrew note is a right-to-left paragraph; Arabic in English is a run of its own."""
    hebrew, mixed = "שלום עולם, 2013", "He said مرحبا بالعالم to 中文 readers."
    part_ = sample_reports.ALTERED.model_copy(
        update={"text": mixed, "source_wording": mixed, "diff": ()}
    )
    claim = sample_reports.claim("q", ClaimVerdict.MISMATCH, (part_,))
    document = part(sample_reports.report([claim], [sample_reports.note("1", hebrew)]))
    (note,) = [one for one in found(document, "//w:p[w:pPr/w:bidi]") if words(one) == hebrew]
    assert found(note, ".//w:r/w:rPr/w:rtl")
    runs = [words(one) for one in found(document, "//w:r[w:rPr/w:rtl]")]
    assert "مرحبا بالعالم" in runs
    assert not [one for one in runs if "中" in one or "said" in one]
    assert "中文 readers." in words(document)


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("http://a.example/x?y=1&z=2#t", "http://a.example/x?y=1&z=2#t"),
        ("http://a.example/ünder/中", "http://a.example/%C3%BCnder/%E4%B8%AD"),
        ("http://a.example/100%", "http://a.example/100%25"),
        ("http://a.example/{x}|y#a#b", "http://a.example/%7Bx%7D%7Cy#a%23b"),
        ("http://[::1", None),
        ("http://a.example:99999999/x", None),
        ("http://ünder.example/", None),
    ],
)
def test_a_link_is_a_uri_or_none(url: str, target: str | None) -> None:
    """Word calls a document damaged over one address that is no URI; the words stay."""
    link = sample_reports.link(url, LinkVerdict.DEAD, "gone")
    report = author_reports.of_links(link, text="A note")
    rels = etree.fromstring(opened(report).read("word/_rels/document.xml.rels"))
    targets = [one.get("Target") for one in rels if one.get("TargetMode") == "External"]
    assert targets == ([target] if target else [])
    assert url in words(part(report))


def test_a_paper_without_a_question_is_a_whole_document() -> None:
    """A title and a sentence, and no empty table."""
    document = part(sample_reports.empty_report())
    assert not found(document, "//w:tbl")
    assert "No question to you came up." in words(document)


def test_a_time_that_is_none_is_left_out() -> None:
    """A report by hand may hold anything as its time."""
    core = part(sample_reports.sample_report(as_of="yesterday"), "docProps/core.xml")
    assert not found(core, "//dcterms:created")
