"""Draft records for what a newer text has and no record: notes, their sources, claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from footnoted.anchors import Span, check_anchor
from footnoted.audit.update_places import Placed
from footnoted.corpus.draft import note_record
from footnoted.corpus.draft_claims import draft_claims
from footnoted.corpus.emit import record_item
from footnoted.corpus.new_claims import claim_at
from footnoted.corpus.new_sources import known_as, new_source
from footnoted.errors import FootnotedError
from footnoted.lints.coverage import Part
from footnoted.model.corpus import Corpus
from footnoted.model.draft import Draft, DraftNote, Entry
from footnoted.model.records import ClaimRecord, EntryRecord
from footnoted.model.update import NewRecord

_HELD = frozenset({"note", "mark", "quotation", "figure"})


@dataclass(slots=True)
class Drafts:
    """Makes drafts for what is new; ids are such that no record has them."""

    corpus: Corpus
    draft: Draft
    placed: Placed
    taken_claims: set[str] = field(default_factory=set)
    taken_sources: set[str] = field(default_factory=set)

    def records(self, new: Iterable[Part]) -> list[NewRecord]:
        """Return drafts for new notes with their sources, then for the claims that are new."""
        self.taken_claims = set(self.corpus.claims)
        self.taken_sources = set(self.corpus.sources)
        return [*self._notes(), *self._claims([*new])]

    def _notes(self) -> Iterator[NewRecord]:
        wanted = {one.new for one in self.placed.notes if one.state == "new"}
        named: dict[str, str] = {}
        for note in self.draft.notes:
            if note.id in wanted:
                yield from self._sources(note, named)
                record = note_record(note)
                entries = tuple(
                    self._entry(entry, drafted, named)
                    for entry, drafted in zip(record.entries, note.entries, strict=True)
                )
                record = record.model_copy(update={"entries": entries})
                yield NewRecord(file="notes.yaml", id=record.id, text=record_item(record))

    def _sources(self, note: DraftNote, named: dict[str, str]) -> Iterator[NewRecord]:
        """Yield the works that the note cites in full and no record is about."""
        drafted = {one.id: one for one in self.draft.sources}
        for entry in note.entries:
            if entry.source is None or entry.source in named or entry.resolves_to != note.id:
                continue
            one = drafted[entry.source]
            known = known_as(self.corpus, one.url, one.title)
            if known is None:
                try:
                    record = new_source(self.corpus, one, {}, self.taken_sources)
                except FootnotedError:  # an address that no record may have: left to a person
                    continue
                self.taken_sources.add(record.id)
                known = record.id
                yield NewRecord(file="sources.yaml", id=known, text=record_item(record))
            named[entry.source] = known

    def _entry(self, entry: EntryRecord, drafted: Entry, named: dict[str, str]) -> EntryRecord:
        """Return a citation that leads to the corpus's own source, or to none."""
        source = named.get(drafted.source or "") or self._on_record(drafted)
        return entry.model_copy(update={"source": source})

    def _on_record(self, drafted: Entry) -> str | None:
        """Return the source of the note that a short form leads to, where it has just one."""
        back = {one.new: one.old for one in self.placed.notes if one.old and one.new}
        old = self.corpus.notes.get(back.get(drafted.resolves_to or "") or "")
        sources = {one.source for one in old.entries if one.source} if old else set()
        return sources.pop() if len(sources) == 1 else None

    def _claims(self, new: list[Part]) -> Iterator[NewRecord]:
        """Yield a draft for each stretch that holds a new note, quotation or figure."""
        held = [one for one in new if one.kind in _HELD]
        for claims in draft_claims(self.draft).values():
            for drafted in claims:
                span = check_anchor(drafted.at, self.draft.body)
                ours = [one for one in held if span and _holds(drafted, span, one)]
                if span and ours:
                    made = claim_at(self.draft, self.corpus, drafted.at, self.taken_claims)
                    yield NewRecord(file=made.file, id=made.record.id, text=made.text)


def _holds(claim: ClaimRecord, span: Span, part: Part) -> bool:
    if part.span is None or part.span[0] == part.span[1]:
        return bool(set(part.notes) & set(claim.note))
    return span[0] - 1 <= part.span[0] and part.span[1] <= span[1] + 1
