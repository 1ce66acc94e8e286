"""Claims that a person is about to write: all that the paper gives is filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from footnoted.anchors import Span, check_anchor, find_words, stretches
from footnoted.corpus.comments import Comments
from footnoted.corpus.draft_claims import claim_of, draft_claims, file_at
from footnoted.corpus.emit import items, text_of, to_data
from footnoted.corpus.names import slug, unused
from footnoted.corpus.new_cells import cells_on_note
from footnoted.errors import FootnotedError
from footnoted.model.corpus import Corpus
from footnoted.model.draft import Draft
from footnoted.model.records import Anchor, ClaimRecord

_CLOSING = " .,;:)'\"’”"
_NUMBERED = re.compile(r"(\d+)-")


@dataclass(frozen=True, slots=True)
class NewClaim:
    """A record to be completed: the file that it belongs in, and its text with hints.

    `others` are the claims on record for its notes.
    """

    file: str
    record: ClaimRecord
    text: str
    others: tuple[str, ...] = ()


def claims_on_note(
    draft: Draft, corpus: Corpus, note: str, taken: set[str], *, says: str | None = None
) -> list[NewClaim]:
    """Return a claim for each place of the paper that hangs on `note`, and for a table's cells.

    Quotations and figures that a claim on that note has on record already are left out. With what
    it `says`, it is one fact, and no cells are added. `taken`
    are the ids that no new claim may have. Raises FootnotedError in one line where the paper has
    no mark of this note, or the corpus not the note.
    """
    if note not in corpus.notes:
        raise FootnotedError(
            f"note {note} is not on record: add it to {corpus.folder}/notes.yaml first"
        )
    drafted = [
        (file, claim)
        for file, claims in draft_claims(draft).items()
        for claim in claims
        if note in claim.note
    ]
    if not drafted:
        raise FootnotedError(f"{draft.file}: no mark of note {note} in the paper's text")
    wanted = [
        (file, one)
        for file, claim in drafted
        for one in ([claim] if says else _with_cells(draft, corpus, claim))
    ]
    return [_new(draft, corpus, file, claim, taken, says) for file, claim in wanted]


def _with_cells(draft: Draft, corpus: Corpus, claim: ClaimRecord) -> list[ClaimRecord]:
    """Return the claim, or those of a table's cells in place of one that has no words of its own.

    A cell is on record where a figure has its printed number, in the same row if it names one.
    """
    others = _others(draft, corpus, claim)
    held = {(one.raw, one.cell and one.cell.row) for other in others for one in other.figures}
    cells = [
        one
        for one in cells_on_note(draft, claim)
        for figure in one.figures
        if not {(figure.raw, None), (figure.raw, figure.cell and figure.cell.row)} & held
    ]
    return cells if cells and not (claim.quotations or claim.figures) else [claim, *cells]


def claim_at(
    draft: Draft, corpus: Corpus, at: Anchor, taken: set[str], *, says: str | None = None
) -> NewClaim:
    """Return a claim for the stretch of the paper that `at` names, with what stands in it.

    Raises FootnotedError in one line where that is no stretch, or more than one.
    """
    span = check_anchor(at, draft.body)
    if span is None:
        count = len(stretches(at, draft.body))
        words = f"'{at.start}'" + (f" … '{at.end}'" if at.end else "")
        found = f"{count} times in the paper: add words" if count else "nowhere in the paper"
        raise FootnotedError(f"{words} stands {found}")
    claim = claim_of(draft, span, _notes_at(draft, span)).model_copy(update={"at": at})
    return _new(draft, corpus, file_at(draft, span[0]), claim, taken, says)


def _notes_at(draft: Draft, span: Span) -> tuple[str, ...]:
    """Return the notes whose mark stands in the stretch or right behind it."""
    start, end = span
    marks = sorted(draft.marks, key=lambda one: one.at)
    after = (one for one in marks if start < one.at)
    inside = [one.note for one in after if not draft.body[end : one.at].strip(_CLOSING)]
    return tuple(dict.fromkeys(inside))


def _others(draft: Draft, corpus: Corpus, drafted: ClaimRecord) -> list[ClaimRecord]:
    """Return the claims on record for the same notes; without a note, for the same words."""
    if drafted.note:
        return [one for one in corpus.claims.values() if set(one.note) & set(drafted.note)]
    own = check_anchor(drafted.at, draft.body)
    spans = ((one, check_anchor(one.at, draft.body)) for one in corpus.claims.values())
    return [one for one, span in spans if own and span and span[0] < own[1] and own[0] < span[1]]


def _new(
    draft: Draft,
    corpus: Corpus,
    file: str,
    drafted: ClaimRecord,
    taken: set[str],
    says: str | None,
) -> NewClaim:
    others = _others(draft, corpus, drafted)
    ident = unused(slug(says or "") or drafted.id, taken)
    taken.add(ident)
    sources = _sources(corpus, drafted.note)
    record = drafted.model_copy(
        update={
            "id": ident,
            "says": says,
            "source": sources if len(sources) > 1 else (),
            "quotations": tuple(
                one
                for one in drafted.quotations
                if not _on_record(one.text, (q.text for c in others for q in c.quotations))
            ),
            "figures": tuple(
                one
                for one in drafted.figures
                if one.cell or not _on_record(one.raw, (f.raw for c in others for f in c.figures))
            ),
        }
    )
    names = tuple(one.id for one in others)
    return NewClaim(_file(corpus, file), record, _text(record), names)


def _on_record(words: str, recorded: Iterable[str]) -> bool:
    return any(find_words(words, one) for one in recorded)


def _sources(corpus: Corpus, notes: Iterable[str]) -> tuple[str, ...]:
    entries = (one for note in notes if note in corpus.notes for one in corpus.notes[note].entries)
    return tuple(dict.fromkeys(one.source for one in entries if one.source))


def _file(corpus: Corpus, drafted: str) -> str:
    """Return the corpus's own file of that chapter: the one with its number."""
    number = _NUMBERED.match(drafted)
    for one in corpus.files:
        own = _NUMBERED.match(one.name)
        if own and number and int(own[1]) == int(number[1]):
            return one.name
    return drafted


def _text(record: ClaimRecord) -> str:
    """Return the record with a comment wherever a person has to write or choose."""
    hints = Comments()
    if not record.says:
        hints.before[0, "at"] = ["# says: what it states, as one fact in your own words"]
    if record.source:
        hints.after[0, "source"] = ["# keep the one that is meant, or leave the line out"]
    for index, figure in enumerate(record.figures):
        missing = [name for name in ("measure", "period") if getattr(figure, name) is None]
        if missing:
            hints.after[0, "figures", index] = [f"# {', '.join(missing)}: …"]
    return text_of(line for lines in items([to_data(record)], hints) for line in lines)
