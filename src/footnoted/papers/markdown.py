"""Markdown-like text, as converters make it of a PDF, read as a draft."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath

from footnoted.citations import NoteCitations
from footnoted.files import digest
from footnoted.model.draft import Draft, DraftNote, DraftQuotation
from footnoted.model.records import PaperRecord, SectionRecord
from footnoted.papers.blocks import read_blocks
from footnoted.papers.body import Laid, lay_out
from footnoted.papers.dates import find_dates
from footnoted.papers.decode import decode
from footnoted.papers.figures import find_figures
from footnoted.papers.front_matter import take_front_matter
from footnoted.papers.hanging import notes_of
from footnoted.papers.notes import PrintedNote, draft_note, gather_notes, read_citations
from footnoted.papers.quoting import Quoted, find_quotations
from footnoted.papers.sources import draft_sources
from footnoted.papers.speakers import find_speaker
from footnoted.papers.titlepage import TitlePage, read_title_page


def read_markdown(data: bytes, file: str) -> Draft:
    """Return the draft of a paper in Markdown-like text; `file` is its name for messages.

    Raises UnreadablePaperError if `data` are no text that can be read.
    """
    told, text = take_front_matter(decode(data, file))
    blocks = read_blocks(text)
    laid = lay_out(blocks)
    first = next((block for block in blocks if block.kind == "heading"), None)
    page = read_title_page(laid.front, first, text, told)
    printed = gather_notes(laid)
    citations = read_citations(printed)
    sources, works = draft_sources(citations)
    notes = tuple(draft_note(note, citations[note.id], works, laid) for note in printed)
    quotations = (*_in_body(laid, citations), *_in_notes(printed, notes, laid))
    return Draft(
        file=file,
        paper=_paper(page, laid, data, file),
        body=laid.body,
        sections=tuple(laid.sections),
        marks=tuple(laid.marks),
        notes=notes,
        quotations=quotations,
        figures=find_figures(laid),
        tables=tuple(laid.tables),
        sources=sources,
        dates=find_dates(laid),
    )


def _paper(page: TitlePage, laid: Laid, data: bytes, file: str) -> PaperRecord:
    sections = (SectionRecord(label=s.label, title=s.title) for s in laid.sections)
    return PaperRecord(
        id=_paper_id(page, file),
        title=page.title or PurePath(file).stem or "untitled",
        author=page.authors,
        publisher=page.publisher,
        issued=page.issued,
        sha256=digest(data),
        sections=tuple(sections),
    )


def _paper_id(page: TitlePage, file: str) -> str:
    """Return publisher and year, else the file's name, as a slug."""
    if page.publisher and page.issued:
        slug = _slug(f"{page.publisher} {page.issued[:4]}")
        if slug:
            return slug
    return _slug(PurePath(file).stem) or "paper"


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"[’']", "", plain)).strip("-")


def _in_body(laid: Laid, citations: dict[str, NoteCitations]) -> list[DraftQuotation]:
    found = []
    for quoted in laid.quotations:
        paragraph = laid.paragraph_at(quoted.start)
        notes = notes_of(laid, quoted.start, quoted.end)
        found.append(
            DraftQuotation(
                text=quoted.text.strip(),
                notes=notes,
                speaker=_speaker(laid, quoted, notes, citations),
                marks=quoted.marks,
                place="body",
                start=quoted.start,
                end=quoted.end,
                section=(paragraph.section or None) if paragraph else None,
                line=paragraph.line(quoted.start) if paragraph else 0,
            )
        )
    return found


def _speaker(
    laid: Laid, quoted: Quoted, notes: tuple[str, ...], citations: dict[str, NoteCitations]
) -> str | None:
    """Say who is quoted: the person that the sentence names, else whom the note names."""
    if quoted.marks == "single" and not notes:
        return None
    start, end = laid.sentence_at(quoted.start, quoted.end)
    before, after = laid.body[start : quoted.start - 1], laid.body[quoted.end + 1 : end]
    in_text = find_speaker(before, after, laid.body)
    if in_text and in_text[0].isupper():
        return in_text
    named = {
        citation.quoted
        for note in notes
        for citation in citations[note].citations
        if citation.form == "quoted_in" and citation.quoted
    }
    return named.pop() if len(named) == 1 else in_text


def _in_notes(
    printed: list[PrintedNote], notes: tuple[DraftNote, ...], laid: Laid
) -> list[DraftQuotation]:
    found = []
    for note, drafted in zip(printed, notes, strict=True):
        text = drafted.text or ""
        for quoted in find_quotations(text):
            before, after = text[: quoted.start - 1], text[quoted.end + 1 :]
            found.append(
                DraftQuotation(
                    text=quoted.text.strip(),
                    notes=(note.id,),
                    speaker=find_speaker(before, after, laid.body),
                    marks=quoted.marks,
                    place="note",
                    start=quoted.start,
                    end=quoted.end,
                    section=drafted.section,
                    line=note.inline.line(quoted.start) if note.inline else note.line,
                )
            )
    return found
