"""PDF documents: application/pdf."""

from __future__ import annotations

from footnoted.layout.disowned import disowned
from footnoted.layout.furniture import without_furniture
from footnoted.layout.paragraphs import join_lines
from footnoted.layout.pdf import EncryptedError, RawPdf, read_pdf
from footnoted.model.text import Block, Page, Text
from footnoted.texts import Body

_KIND = "application/pdf"


def read(body: Body) -> Text:
    """Read a document: paragraphs over line and page ends, pages with printed labels.

    Running heads and page numbers are left out. Raises what pdfium raises on bytes that are
    no PDF.
    """
    try:
        raw = read_pdf(body.data)
    except EncryptedError:
        return Text("", _KIND, unreadable="encrypted")
    if not any(page.lines for page in raw.pages):
        scanned = any(page.pictures for page in raw.pages)
        return Text("", _KIND, title=raw.title, unreadable="scanned" if scanned else "empty")
    return _text(raw)


def _text(raw: RawPdf) -> Text:
    joined = join_lines(without_furniture([page.lines for page in raw.pages]))
    numbered = enumerate(zip(raw.pages, joined.pages, strict=True), 1)
    blocks = [Block("paragraph", start, end) for start, end in joined.blocks]
    return Text(
        content=joined.content,
        media_type=_KIND,
        blocks=disowned(joined.content, blocks),
        pages=tuple(Page(n, page.label, start, end) for n, (page, (start, end)) in numbered),
        title=raw.title,
    )
