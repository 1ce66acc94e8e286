"""`unused-source`: a source that nothing leads to."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.examined import Examined, find_in_record
from footnoted.model.finding import Finding


def unused_source(examined: Examined) -> Iterator[Finding]:
    """Yield each source that no note, no claim and no *quoted in* leads to."""
    corpus = examined.corpus
    used = {one.source for note in corpus.notes.values() for one in note.entries}
    used |= {one for claim in corpus.claims.values() for one in claim.source}
    used |= {source.quoted_in for source in corpus.sources.values()}
    for name in corpus.sources:
        if name not in used:
            message = f"no note leads to source '{name}': name it in a note's entry, or take it out"
            yield find_in_record(examined, "unused-source", "warning", ("sources", name), message)
