"""Where the records of a corpus stand in a newer text, and what their notes became."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from footnoted.anchors import Span, make_anchor
from footnoted.lints.examined import Examined, Paragraphs
from footnoted.model.corpus import Corpus
from footnoted.model.draft import Draft, Mark
from footnoted.model.records import Anchor, ClaimRecord, Exemption, NoteRecord
from footnoted.updating.notes import NoteFate, NoteText, Sightings, follow_notes
from footnoted.updating.places import Hints, NewText, Place, find_place

Key = tuple[str, str]
"""`("claim", id)` or `("exemption", number from 1)`."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Every record's place now, the old stretches where the old text is known, notes' fates."""

    places: Mapping[Key, Place]
    old_words: Mapping[Key, str]
    notes: tuple[NoteFate, ...]
    ids: Mapping[str, str]


def records_of(corpus: Corpus) -> dict[Key, ClaimRecord | Exemption]:
    """Return claims and exemptions in the order of their files."""
    claims: dict[Key, ClaimRecord | Exemption] = {
        ("claim", name): one for name, one in corpus.claims.items()
    }
    exempt = ((("exemption", str(at)), one) for at, one in enumerate(corpus.exemptions, start=1))
    return claims | dict(exempt)


def place_records(corpus: Corpus, draft: Draft, old: Draft | None) -> Placed:
    """Return where everything stands: first what matches as it is, then the rest beside that."""
    records = records_of(corpus)
    words = _old_words(corpus, old, records)
    text = NewText(draft.body)
    places = {
        key: find_place(one.at, text, _hints(one, words.get(key))) for key, one in records.items()
    }
    fates = _follow(corpus, draft, places)
    ids = new_ids(fates)
    marks: dict[str, list[int]] = {}
    for mark in draft.marks:
        marks.setdefault(mark.note, []).append(mark.at)
    between = _between(places)
    for key, one in records.items():
        if not places[key].exact:
            notes = one.note if isinstance(one, ClaimRecord) else ()
            hints = replace(
                _hints(one, words.get(key)),
                marks=tuple(at for note in notes for at in marks.get(ids.get(note, ""), ())),
                between=between.get(key),
            )
            places[key] = find_place(one.at, text, hints)
    if any(not one.exact and one.span for one in places.values()):
        fates = _follow(corpus, draft, places)
    return Placed(places, words, tuple(fates), new_ids(fates))


def new_ids(fates: Iterable[NoteFate]) -> dict[str, str]:
    """Return each old note's id now.

    A note that is gone keeps its id, or is called `gone-12` where another note has that now: a
    claim must never hang on another note by a number alone.
    """
    listed = [*fates]
    taken = {one.new for one in listed if one.new}
    ids: dict[str, str] = {}
    for one in listed:
        if one.old is not None:
            name = one.new or one.old
            while one.new is None and name in taken:
                name = f"gone-{name}"
            taken.add(name)
            ids[one.old] = name
    return ids


def led_elsewhere(corpus: Corpus, draft: Draft, placed: Placed) -> dict[str, str]:
    """Return the old notes whose short form means another work now, and that work's new note.

    An *Ibid* whose neighbour went, or behind a note that was put in, says the same words of
    another work. Only what the newer text surely resolves counts, against the source on record.
    """
    now = {one.id: one for one in draft.notes}
    back = {one.new: one.old for one in placed.notes if one.new and one.old}
    found: dict[str, str] = {}
    for fate in placed.notes:
        record, note = corpus.notes.get(fate.old or ""), now.get(fate.new or "")
        if record is None or note is None or len(record.entries) != len(note.entries):
            continue
        for recorded, entry in zip(record.entries, note.entries, strict=True):
            if recorded.source is None or entry.resolves_to is None or entry.form == "full":
                continue
            full = corpus.notes.get(back.get(entry.resolves_to) or "")
            if full is None or all(one.source != recorded.source for one in full.entries):
                found[record.id] = entry.resolves_to
    return found


def updated(corpus: Corpus, draft: Draft, placed: Placed) -> Corpus:
    """Return the corpus as it would stand against the newer text."""
    claims = {
        name: one.model_copy(
            update={
                "at": new_anchor(draft, one.at, placed.places["claim", name]) or one.at,
                "note": tuple(placed.ids.get(note, note) for note in one.note),
            }
        )
        for name, one in corpus.claims.items()
    }
    exemptions = tuple(
        one.model_copy(
            update={"at": new_anchor(draft, one.at, placed.places["exemption", str(at)]) or one.at}
        )
        for at, one in enumerate(corpus.exemptions, start=1)
    )
    notes = {placed.ids.get(name, name): one for name, one in corpus.notes.items()}
    renamed: dict[str, NoteRecord] = {
        name: one.model_copy(update={"id": name}) for name, one in notes.items()
    }
    return replace(corpus, claims=claims, exemptions=exemptions, notes=renamed)


def new_anchor(draft: Draft, at: Anchor, place: Place) -> Anchor | None:
    """Return the anchor for a place found again, None where the one on record stays."""
    if place.exact or place.span is None:
        return None
    made = make_anchor(draft.body, *place.span)
    return made if made != at else None


def _old_words(
    corpus: Corpus, old: Draft | None, records: Mapping[Key, ClaimRecord | Exemption]
) -> dict[Key, str]:
    """Return the words of each stretch in the old text, where that is known."""
    if old is None:
        return {}
    examined = Examined(corpus, old)
    spans = ((key, examined.stretch(one.at)) for key, one in records.items())
    return {key: old.body[slice(*span)] for key, span in spans if span}


def _hints(record: ClaimRecord | Exemption, words: str | None) -> Hints:
    if not isinstance(record, ClaimRecord):
        return Hints(words=words)
    return Hints(
        words=words,
        quotations=tuple(one.text for one in record.quotations),
        figures=tuple(one.raw for one in record.figures),
    )


def _between(places: Mapping[Key, Place]) -> dict[Key, Span]:
    """Return, for each record that does not match, between which neighbours it stood."""
    keys = [*places]
    found: dict[Key, Span] = {}
    for number, key in enumerate(keys):
        if places[key].exact:
            continue
        before = next((_sure(places[one]) for one in keys[number - 1 :: -1] if number), None)
        after = next((_sure(places[one]) for one in keys[number + 1 :]), None)
        if before and after and key[0] == "claim" and before[0] <= after[1]:
            found[key] = (before[0], after[1])
    return found


def _sure(place: Place) -> Span | None:
    return place.span if place.exact else None


def _follow(corpus: Corpus, draft: Draft, places: Mapping[Key, Place]) -> list[NoteFate]:
    before = [NoteText(one.id, one.text) for one in corpus.notes.values()]
    now = [NoteText(one.id, one.text) for one in draft.notes]
    return follow_notes(before, now, _sightings(corpus, draft, places))


def _sightings(corpus: Corpus, draft: Draft, places: Mapping[Key, Place]) -> Sightings:
    """Return which notes have a mark where the claims of each old note stand now."""
    number = Paragraphs.of(draft.body).number
    near: dict[str, set[str]] = {}
    around: dict[str, set[str]] = {}
    by_paragraph: dict[int, list[Mark]] = {}
    for mark in draft.marks:
        by_paragraph.setdefault(number(max(mark.at - 1, 0)), []).append(mark)
    known = {one.id for one in draft.notes}
    for name, claim in corpus.claims.items():
        span = places["claim", name].span
        if span is None:
            continue
        there = range(number(span[0]), number(max(span[1] - 1, span[0])) + 1)
        marks = [one for at in there for one in by_paragraph.get(at, ()) if one.note in known]
        for note in claim.note:
            around.setdefault(note, set()).update(one.note for one in marks)
            near.setdefault(note, set()).update(
                one.note for one in marks if one.start < span[1] and span[0] < one.end
            )
    return Sightings(
        {name: frozenset(ids) for name, ids in near.items()},
        {name: frozenset(ids) for name, ids in around.items()},
    )
