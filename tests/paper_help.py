"""Made-up papers read in memory."""

from __future__ import annotations

from footnoted.model.draft import Draft, DraftNote, DraftQuotation
from footnoted.papers.markdown import read_markdown


def read(text: str, file: str = "paper.md") -> Draft:
    """Return the draft of `text`."""
    return read_markdown(text.encode(), file)


def note_of(draft: Draft, id_: str) -> DraftNote:
    """Return the note `id_` of `draft`."""
    return next(note for note in draft.notes if note.id == id_)


def quotation_of(draft: Draft, words: str) -> DraftQuotation:
    """Return the quotation of `draft` that begins with `words`."""
    return next(quoted for quoted in draft.quotations if quoted.text.startswith(words))
