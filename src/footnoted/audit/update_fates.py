"""What a newer text does to each record, once it is known where everything stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from footnoted.anchors import Span
from footnoted.audit.update_places import (
    Key,
    Placed,
    led_elsewhere,
    new_anchor,
    records_of,
)
from footnoted.lints.coverage import Covered
from footnoted.lints.examined import Examined, Paragraphs
from footnoted.model.corpus import Corpus
from footnoted.model.draft import Draft
from footnoted.model.records import ClaimRecord, Exemption
from footnoted.model.update import FateName, UpdatedPart, UpdatedRecord
from footnoted.quantities import parse_figure
from footnoted.updating.notes import NoteFate
from footnoted.updating.order import out_of_order
from footnoted.updating.parts import PartFate, Printed, figure_fates, quotation_fates
from footnoted.updating.places import Place
from footnoted.updating.words import plain

_QUOTED = frozenset({"quotation", "single-quotation"})
_COUNTED = frozenset({"figure", "count", "cell"})


class Fates:
    """Judges each record of a corpus against the newer text."""

    def __init__(
        self,
        corpus: Corpus,
        placed: Placed,
        examined: Examined,
        parts: Iterable[Covered],
        old: Draft | None,
    ) -> None:
        self._corpus, self._placed, self._examined = corpus, placed, examined
        self._notes = {one.old: one for one in placed.notes if one.old}
        self._printed = {one.id: one for one in examined.paper.notes}
        self._free = [one for one in parts if one.state == "open" and not one.drafts]
        self.elsewhere = led_elsewhere(corpus, examined.paper, placed)
        self._moved = _moved(corpus, placed, examined, old)

    def records(self) -> Iterator[UpdatedRecord]:
        """Yield every record's fate, in the order of the files."""
        for key, record in records_of(self._corpus).items():
            yield self._fate(key, record)

    def _fate(self, key: Key, record: ClaimRecord | Exemption) -> UpdatedRecord:
        place = self._placed.places[key]
        claim = record if isinstance(record, ClaimRecord) else None
        words = self._words(key, place)
        parts = [*self._parts(claim, place)] if claim else []
        notes = [self._notes[one] for one in (claim.note if claim else ()) if one in self._notes]
        led = {
            one: self.elsewhere[one]
            for one in (claim.note if claim else ())
            if one in self.elsewhere
        }
        state, why = _state(place, words, parts, notes, led)
        if state == "same" and key in self._moved:
            state = "moved"
        now = tuple(self._placed.ids.get(one, one) for one in claim.note) if claim else ()
        return UpdatedRecord(
            record="claim" if claim else "exemption",
            id=key[1],
            where=str(self._where(key)),
            state=state,
            why=why,
            reviewed=bool(claim and claim.reviewed),
            at=record.at,
            new_at=new_anchor(self._examined.paper, record.at, place),
            notes=claim.note if claim else (),
            new_notes=now if claim and now != claim.note else None,
            parts=tuple(_part(one) for one in parts),
            words=words,
        )

    def _where(self, key: Key) -> object:
        if key[0] == "claim":
            return self._corpus.place("claims", key[1])
        return self._corpus.place("exemptions", int(key[1]) - 1)

    def _words(self, key: Key, place: Place) -> tuple[str, str] | None:
        """Return the stretch's words before and now, where both are known and differ."""
        before = self._placed.old_words.get(key)
        if before is None or place.span is None:
            return None
        start, end = _whole(self._examined.paper.body, place.span)
        now = self._examined.paper.body[start:end]
        return (plain(before), plain(now)) if plain(before) != plain(now) else None

    def _parts(self, claim: ClaimRecord, place: Place) -> Iterator[PartFate]:
        """Yield the fates of a claim's quotations and figures; none where it stands nowhere."""
        examined, paper = self._examined, self._examined.paper
        reach = examined.reach.get(claim.id)
        if place.span is None or reach is None:
            return
        ids = {self._placed.ids.get(one, one) for one in claim.note}
        notes = [note.text or "" for one in ids if (note := self._printed.get(one))]
        here = paper.body[slice(*reach)]
        free = [one.part for one in self._free if one.part.span and _inside(one.part.span, reach)]
        quoted = [Printed(one.words) for one in free if one.kind in _QUOTED]
        yield from quotation_fates([one.text for one in claim.quotations], [here, *notes], quoted)
        tables = [one for one in paper.tables if set(one.notes) & ids]
        cells = [cell for one in tables for row in one.rows for cell in row]
        counted = [_figure(one.words) for one in free if one.kind in _COUNTED]
        counted += [
            _figure(one.part.words)
            for one in self._free
            if one.part.kind == "cell" and set(one.part.notes) & ids and self._row_of(claim, one)
        ]
        yield from figure_fates(
            [_figure(one.raw) for one in claim.figures], [here, *cells], counted
        )

    def _row_of(self, claim: ClaimRecord, one: Covered) -> bool:
        """Tell whether the claim speaks of the table's row in which a number stands."""
        assert one.part.place is not None, one
        table, row, _ = one.part.place
        head = self._examined.paper.tables[table].rows[row][0].casefold()
        told = [claim.says or "", *(figure.measure or "" for figure in claim.figures)]
        told += [figure.period or "" for figure in claim.figures]
        return bool(head) and any(head in text.casefold() for text in told)


def _state(
    place: Place,
    words: tuple[str, str] | None,
    parts: Iterable[PartFate],
    notes: Iterable[NoteFate],
    led: Mapping[str, str],
) -> tuple[FateName, str | None]:
    """Return a record's state, and in words what is to be looked at."""
    if place.span is None and place.rivals:
        return "unsure", f"{place.rivals} places may be meant: set the anchor by hand"
    if place.span is None:
        return "gone", "its words are no more in the text"
    why = [f"{one.kind} {one.state}" for one in parts if one.state != "same"]
    why += [
        f"note {one.old} {'may be one of several now' if one.state == 'unsure' else one.state}"
        for one in notes
        if one.state in {"changed", "gone", "unsure"}
    ]
    why += [f"note {one} leads to another work now (note {there})" for one, there in led.items()]
    if words is not None:
        why.insert(0, "its words changed")
    elif not place.exact:
        why.insert(0, "its first or last words changed")
    return ("changed", "; ".join(why)) if why else ("same", None)


def _moved(corpus: Corpus, placed: Placed, examined: Examined, old: Draft | None) -> frozenset[Key]:
    """Return the claims out of order.

    With the old text: those in paragraphs that stood in another order there. Without it: those in
    another section than the order of their files tells, since records need not be in the order
    of the text within one.
    """
    keys = [key for key, one in placed.places.items() if key[0] == "claim" and one.span is not None]
    if old is None:
        starts = [one.start for one in examined.paper.sections]
        now = [bisect_right(starts, _start(placed.places, key)) for key in keys]
        return frozenset(keys[at] for at in out_of_order(now))
    number = Paragraphs.of(examined.paper.body).number
    before = Examined(corpus, old).anchored
    keys = sorted((key for key in keys if key[1] in before), key=lambda key: before[key[1]])
    now = [number(_start(placed.places, key)) for key in keys]
    return frozenset(keys[at] for at in out_of_order(now))


def _start(places: Mapping[Key, Place], key: Key) -> int:
    span = places[key].span
    assert span is not None, key
    return span[0]


def _whole(body: str, span: Span) -> Span:
    """Return the span up to the blanks around it, as stretches are compared."""
    start, end = span
    while start > 0 and not body[start - 1].isspace():
        start -= 1
    while end < len(body) and not body[end].isspace():
        end += 1
    return start, end


def _inside(span: Span, reach: Span) -> bool:
    return reach[0] <= span[0] and span[1] <= reach[1]


def _figure(raw: str) -> Printed:
    quantity = parse_figure(raw)
    return Printed(raw, quantity.unit if quantity else None)


def _part(one: PartFate) -> UpdatedPart:
    return UpdatedPart(kind=one.kind, state=one.state, on_record=one.on_record, now=one.now)
