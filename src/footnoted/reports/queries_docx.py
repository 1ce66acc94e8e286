"""Author queries as a Word document: a table with a row to answer in for each query.

Landscape A4; the header row is marked as one and repeated on each page; title and language are
set; headings have Word's own styles. The same audit gives the same bytes.
"""

from __future__ import annotations

from typing import Final

from footnoted.model.report import NoteDoc, Report
from footnoted.reports.author import Query, Sheet, Span, Words, author_sheet
from footnoted.reports.author import wording as say
from footnoted.reports.docx_parts import PAGE, members
from footnoted.reports.ooxml import (
    HEAD,
    Links,
    W,
    attribute,
    check_box,
    packed,
    paragraph,
    right_to_left,
    run,
)
from footnoted.reports.visible import clipped

_WIDTHS: Final = (620, 2850, 4950, 3350, 1900, 1700)
"""The columns, in twentieths of a point; together as wide as the page between its margins."""
_LENGTH = 1500
_SHADED: Final = '<w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/>'
_MARKS: Final = {
    "": "",
    "link": "",
    "out": '<w:rStyle w:val="TakenOut"/>',
    "in": '<w:rStyle w:val="PutIn"/>',
}


def render_bytes(report: Report) -> bytes:
    """Return the queries as a .docx file."""
    sheet, links = author_sheet(report), Links()
    body = [_text(say.title(report), "Title")]
    body += [_text(line) for line in say.letter(report, sheet)]
    if sheet.queries:
        body += [_text("Queries", "Heading1", keep=True), _table(sheet, links), paragraph("")]
    if sheet.unchecked:
        body += [_text(say.UNCHECKED, "Heading1", keep=True)]
        body += [_text("These are no questions to you.", keep=True)]
        body += [_text(f"– {line}") for line in sheet.unchecked]
    document = f"{HEAD}<w:document {W}><w:body>{''.join(body)}{PAGE}</w:body></w:document>"
    return packed(members(report, say.title(report), document, links))


def _text(text: str, style: str = "", *, keep: bool = False) -> str:
    line = clipped(text, _LENGTH)
    return paragraph(run(line), style, keep=keep, rtl=right_to_left(line))


def _labelled(label: str, text: str) -> str:
    line = clipped(text, _LENGTH)
    return paragraph(run(f"{label} ", "<w:b/><w:bCs/>") + run(line), "Cell")


def _words(line: Words, links: Links) -> str:
    whole = "".join(span.text for span in line)
    content = "".join(_span(span, links) for span in line)
    return paragraph(content, "Cell", rtl=right_to_left(whole))


def _span(span: Span, links: Links) -> str:
    if span.mark == "link":
        return links.link(span.text)
    return run(_piece(span.text), _MARKS[span.mark])


def _piece(text: str) -> str:
    """Return a piece within bounds, with its spaces at both ends."""
    return text if len(text) <= _LENGTH else clipped(text, _LENGTH)


def _table(sheet: Sheet, links: Links) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    head = "".join(
        _cell(paragraph(run(name), "CellHead"), width, _SHADED)
        for name, width in zip(say.COLUMNS, _WIDTHS, strict=True)
    )
    rows = "".join(_row(number, query, links) for number, query in enumerate(sheet.queries, 1))
    told = attribute("One row for each query: its note, what we ask, what we propose, your answer")
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="QueryTable"/><w:tblW w:w="{sum(_WIDTHS)}" '
        'w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" '
        'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="Queries to the author"/><w:tblDescription w:val={told}/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{rows}</w:tbl>"
    )


def _row(number: int, query: Query, links: Links) -> str:
    cells = (
        paragraph(run(str(number)), "Cell"),
        "".join(_note(note) for note in query.notes) or _cell_text(say.place(query)),
        _query(query, links),
        "".join(_words(line, links) for line in query.proposal) or _cell_text(say.ASK),
        _answers(number, query),
        paragraph("", "Cell"),
    )
    made = "".join(_cell(cell, width) for cell, width in zip(cells, _WIDTHS, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{made}</w:tr>"


def _cell(content: str, width: int, properties: str = "") -> str:
    inner = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>'
    return f"<w:tc>{inner}{content}</w:tc>"


def _cell_text(text: str) -> str:
    return _text(text, "Cell")


def _note(note: NoteDoc) -> str:
    label = paragraph(run(f"Note {clipped(note.label, 40)}", "<w:b/><w:bCs/>"), "Cell", keep=True)
    return label + _cell_text(say.printed(note))


def _query(query: Query, links: Links) -> str:
    lines = [paragraph(run(query.heading), "CellHead", keep=True)]
    if query.statements:
        lines.append(_labelled(say.STATEMENT, " ".join(query.statements)))
    lines.append(_cell_text(query.question))
    lines.append(paragraph(run(say.SEEN, "<w:b/><w:bCs/>"), "Cell", keep=True))
    lines += [_words(line, links) for line in query.evidence]
    return "".join(lines)


def _answers(number: int, query: Query) -> str:
    return "".join(
        paragraph(
            check_box(f"Query {number}: {answer.strip(':')}", number * 10 + place)
            + run(f" {answer}"),
            "Cell",
        )
        for place, answer in enumerate(say.answers(query))
    )
