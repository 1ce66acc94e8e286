"""`source-not-in-note`: a claim that names a source which its note does not cite."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.examined import Examined, find_in_record
from footnoted.model.corpus import Corpus
from footnoted.model.finding import Finding


def source_not_in_note(examined: Examined) -> Iterator[Finding]:
    """Yield each claim that names a source which none of its notes cites."""
    corpus = examined.corpus
    for name, claim in corpus.claims.items():
        cited = _cited(corpus, claim.note)
        for at, source in enumerate(claim.source):
            if claim.note and source not in cited:
                notes = ", ".join(claim.note)
                message = (
                    f"source '{source}' is not cited in note {notes}, which has "
                    f"{', '.join(sorted(cited)) or 'no source'}: name one of these"
                )
                key = ("claims", name, "source", at)
                yield find_in_record(
                    examined, "source-not-in-note", "error", key, message, subject=source
                )


def _cited(corpus: Corpus, notes: tuple[str, ...]) -> set[str]:
    """Return the sources that the notes lead to, and those in which these were read."""
    waiting = [one.source for note in notes for one in corpus.notes[note].entries if one.source]
    cited: set[str] = set()
    while waiting:
        source = waiting.pop()
        if source not in cited:
            cited.add(source)
            quoted_in = corpus.sources[source].quoted_in
            waiting += [quoted_in] if quoted_in else []
    return cited
