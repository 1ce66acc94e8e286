"""PDF bytes to the lines of its pages, as pdfium orders them."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

import pypdfium2

from footnoted.layout.columns import untangled
from footnoted.layout.pdf_raised import with_raised
from footnoted.layout.pdf_sight import remove_unseen

_ERR_PASSWORD = 4  # FPDF_ERR_PASSWORD, fpdfview.h
HYPHEN = "\u00ad"
"""What a hyphen at a line's end becomes. Whether it belongs to the word cannot be told, so a
soft hyphen keeps the place: compared, it is nothing or a hyphen, as the quotation has it."""


_BLEED = 4
"""Points by which a line may run over the edge of the page: pdfium drops its last letter else."""


_MAX_BOXES = 2_000
"""Stretches of text on a page that are looked at for columns."""


class EncryptedError(ValueError):
    """The document opens with a password only."""


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page's lines from top to bottom of the reading order, and its printed label if any."""

    lines: tuple[str, ...]
    label: str | None
    pictures: bool


@dataclass(frozen=True, slots=True)
class RawPdf:
    """A document's pages and title."""

    pages: tuple[RawPage, ...]
    title: str | None


def read_pdf(body: bytes) -> RawPdf:
    """Read every page's lines.

    Raises EncryptedError, and pypdfium2.PdfiumError for bytes that are no PDF. Everything
    that pdfium opens is closed before this returns.
    """
    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _ERR_PASSWORD:
            raise EncryptedError from error
        raise
    with contextlib.closing(document):
        title = _title(document)
        pages = tuple(_page(document, n) for n in range(len(document)))
        if not any(page.lines for page in pages):
            # a document of nothing but unseen words is a scan with its words under it
            pages = tuple(_page(document, n, whole=True) for n in range(len(document)))
        return RawPdf(pages, title)


def _page(document: pypdfium2.PdfDocument, index: int, *, whole: bool = False) -> RawPage:
    try:
        page = document.get_page(index)
    except pypdfium2.PdfiumError:  # one broken page does not lose the others
        return RawPage((), _label(document, index), pictures=False)
    with contextlib.closing(page):
        if not whole:
            remove_unseen(page)
        with contextlib.closing(page.get_textpage()) as textpage:
            text = _words(page, textpage)
        pictures = not text.strip() and _has_pictures(page)
    return RawPage(_lines(text), _label(document, index), pictures)


def _words(page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage) -> str:
    """Return the words on a page; of those far outside it a reader sees nothing."""
    left, bottom, right, top = page.get_bbox()
    edges = left - _BLEED, bottom - _BLEED, right + _BLEED, top + _BLEED
    count = min(textpage.count_rects(), _MAX_BOXES)
    lines = untangled([textpage.get_rect(n) for n in range(count)])
    if lines is None:
        return with_raised(str(textpage.get_text_bounded(*edges)), textpage)
    found = (textpage.get_text_bounded(*box) for box in lines)
    return with_raised("\n".join(" ".join(str(words).split()) for words in found), textpage)


def _lines(text: str) -> tuple[str, ...]:
    """Split into lines without control characters.

    pdfium puts U+FFFE (older releases: U+0002) for a hyphen at a line's end and draws the
    word's two halves together.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\ufffe\n", HYPHEN).replace("\ufffe", HYPHEN).replace("\x02", HYPHEN)
    text = text.replace("\0", "")
    return tuple(line for line in (" ".join(raw.split()) for raw in text.split("\n")) if line)


def _has_pictures(page: pypdfium2.PdfPage) -> bool:
    kinds = [pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    return next(iter(page.get_objects(filter=kinds, max_depth=4)), None) is not None


def _label(document: pypdfium2.PdfDocument, index: int) -> str | None:
    try:
        return str(document.get_page_label(index)).strip() or None
    except (pypdfium2.PdfiumError, ValueError):
        return None


def _title(document: pypdfium2.PdfDocument) -> str | None:
    try:
        title = str(document.get_metadata_value("Title"))
    except (pypdfium2.PdfiumError, ValueError):
        return None
    return " ".join(title.split()) or None
