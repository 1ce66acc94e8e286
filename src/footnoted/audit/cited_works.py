"""`footnoted new source --note`: the works that a note cites, and which are on record already."""

from __future__ import annotations

from footnoted.citations import NoteText, resolve
from footnoted.corpus.new_sources import cited_new
from footnoted.errors import FootnotedError
from footnoted.model.corpus import Corpus
from footnoted.model.draft import Draft
from footnoted.model.records import SourceRecord
from footnoted.papers.sources import draft_sources


def works_cited(
    corpus: Corpus, draft: Draft | None, note: str
) -> tuple[list[SourceRecord], list[str]]:
    """Return a note's works that are not on record, and the ids of those that are.

    The notes are the paper's, or without the paper those on record. Raises FootnotedError in one
    line where there is no such note, or where no work can be read from it.
    """
    cited = _of_paper(draft, note) if draft else _on_record(corpus, note)
    if cited is None:
        where = draft.file if draft else corpus.folder
        raise FootnotedError(f"{where}: there is no note {note}")
    new, known = cited_new(corpus, cited)
    if not new and not known:
        raise FootnotedError(f"note {note} cites no work that can be read; give --url or --title")
    return new, known


def _of_paper(draft: Draft, note: str) -> list[SourceRecord] | None:
    """Return a note's works as `extract` read them: emphasis tells where a title ends."""
    for one in draft.notes:
        if one.id == note:
            own = {entry.source for entry in one.entries}
            return [source for source in draft.sources if source.id in own]
    return None


def _on_record(corpus: Corpus, note: str) -> list[SourceRecord] | None:
    citations = resolve([NoteText(one.id, one.text) for one in corpus.notes.values()])
    if note not in citations:
        return None
    sources, works = draft_sources(citations)
    own = {works[id(one.work)] for one in citations[note].citations if one.work}
    return [source for source in sources if source.id in own]
