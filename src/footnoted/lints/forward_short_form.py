"""`forward-short-form`: a short form used before the note that cites the work in full."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.examined import Examined, find_in_record
from footnoted.lints.short_names import may_name, short_names
from footnoted.model.finding import Confidence, Finding
from footnoted.model.records import NoteRecord


def forward_short_form(examined: Examined) -> Iterator[Finding]:
    """Yield each short form whose work is cited in full only by a later note."""
    order = {name: number for number, name in enumerate(examined.corpus.notes)}
    full = _first_full(examined)
    for note in examined.corpus.notes.values():
        later: dict[str, str] = {}
        for entry in note.entries:
            work = entry.source or ""
            at = full.get(work)
            if entry.form in {"short", "op_cit", "ibid"} and at and order[at] > order[note.id]:
                later[work] = at
        if later:
            yield _found(examined, note, later, "high")
        elif note.status == "dangling":
            named = _named_later(examined, note, full, order)
            if named:
                yield _found(examined, note, named, "medium")


def _first_full(examined: Examined) -> dict[str, str]:
    full: dict[str, str] = {}
    for note in examined.corpus.notes.values():
        for entry in note.entries:
            if entry.source and entry.form == "full":
                full.setdefault(entry.source, note.id)
    return full


def _named_later(
    examined: Examined, note: NoteRecord, full: dict[str, str], order: dict[str, int]
) -> dict[str, str]:
    names = [*short_names(note)]
    return {
        work: at
        for work, at in full.items()
        if order[at] > order[note.id]
        and any(may_name(name, examined.corpus.sources[work]) for name in names)
    }


def _found(
    examined: Examined, note: NoteRecord, later: dict[str, str], confidence: Confidence
) -> Finding:
    places = " or ".join(dict.fromkeys(later.values()))
    message = (
        f"note {note.label or note.id} cites in short what is cited in full only later, in note "
        f"{places}: cite it in full here"
    )
    proof = "; ".join(f"{work}: note {at}" for work, at in later.items())
    return find_in_record(
        examined, "forward-short-form", "warning", ("notes", note.id), message,
        proof=f"{note.text} ({proof})", confidence=confidence,
    )  # fmt: skip
