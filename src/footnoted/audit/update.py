"""`footnoted update`: a newer version of the paper, and what it does to the records."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from footnoted.audit.corpora import open_corpus
from footnoted.audit.update_drafts import Drafts
from footnoted.audit.update_fates import Fates
from footnoted.audit.update_places import Placed, place_records, updated
from footnoted.corpus import read_corpus
from footnoted.corpus.rewrite import Rewrite, note_order, write_all
from footnoted.corpus.yaml_subset import Node
from footnoted.errors import FootnotedError, UnreadableCorpusError, WriteRefusedError
from footnoted.lints.coverage import Covered
from footnoted.lints.covered import all_parts
from footnoted.lints.examined import Examined
from footnoted.model.corpus import Corpus, PlaceKey
from footnoted.model.draft import Draft
from footnoted.model.update import (
    NewPart,
    NewRecord,
    UpdatedNote,
    UpdateDocument,
    UpdatedRecord,
)
from footnoted.papers import read_paper


@dataclass(frozen=True, slots=True)
class Update:
    """What a newer text does to a corpus, and all that writing it needs."""

    folder: Path
    corpus: Corpus
    draft: Draft
    placed: Placed
    records: tuple[UpdatedRecord, ...]
    new: tuple[Covered, ...]
    drafts: tuple[NewRecord, ...]
    elsewhere: Mapping[str, str]

    def document(self, written: tuple[str, ...] = ()) -> UpdateDocument:
        """Return the update for other programs."""
        return UpdateDocument(
            corpus=self.corpus.folder,
            paper=self.draft.file,
            sha256_on_record=self.corpus.paper.sha256,
            sha256=self.draft.paper.sha256 or "",
            notes=tuple(
                UpdatedNote(
                    state=one.state,
                    old=one.old,
                    new=one.new,
                    old_text=one.old_text,
                    new_text=one.new_text,
                    leads_to=self.elsewhere.get(one.old or ""),
                )
                for one in self.placed.notes
            ),
            records=self.records,
            new=tuple(_new_part(one) for one in self.new),
            drafts=self.drafts,
            remarks=tuple(self._remarks()),
            written=written,
        )

    def _remarks(self) -> Iterator[str]:
        """Yield where free text names a note that has another number now."""
        renumbered = {old for old, new in self.placed.ids.items() if old != new}
        for key, text in _free_texts(self.corpus):
            numbers = re.findall(r"\bnotes?\s+(\w[\w.]*\w|\w)", text)
            if told := [one for one in dict.fromkeys(numbers) if one in renumbered]:
                yield f"{self.corpus.place(*key)}: names note {', '.join(told)} of the old text"


def update(paper: Path, path: Path, old: Path | None = None) -> Update:
    """Hold the newer text in `paper` against the corpus at `path`; nothing is written.

    With `old`, the text that the records were written from, changes inside a stretch are seen
    and moves are sure. Raises FootnotedError where that is another text, UnreadableCorpusError
    where the corpus has records that cannot be read, UnreadablePaperError for a paper.
    """
    draft = read_paper(paper)
    opened = open_corpus(path, draft)
    corpus = opened.corpus
    if faults := [one for one in opened.findings if one.level == "error"]:
        first = faults[0]
        raise UnreadableCorpusError(
            f"{first.where.file}:{first.where.line}: {first.message}; mend this before the update"
        )
    before = _old_text(old, corpus)
    if draft.paper.sha256 == corpus.paper.sha256:
        before = draft
    placed = place_records(corpus, draft, before)
    now = updated(corpus, draft, placed)
    examined = Examined(now, draft)
    parts = all_parts(examined)
    fates = Fates(corpus, placed, examined, parts, before)
    records = tuple(fates.records())
    new = _new(parts, records)
    drafts = Drafts(now, draft, placed).records(one.part for one in new)
    return Update(
        opened.folder, corpus, draft, placed, records, new, tuple(drafts), fates.elsewhere
    )


def write(found: Update) -> tuple[str, ...]:
    """Write anchors, note ids, drafts and the paper's digest; return the files' names.

    Statements, quotations and figures are never touched. Raises WriteRefusedError where a file
    was changed since it was read; then none is written.
    """
    files = {
        path.name: Rewrite.read(path)
        for path in sorted(found.folder.iterdir())
        if path.name in _written_names(found)
    }
    for one in found.drafts:
        files.setdefault(one.file, Rewrite.read(found.folder / one.file)).added.append(one.text)
    by_key: dict[tuple[str, str], UpdatedRecord] = {
        (one.record, one.id): one for one in found.records
    }
    for name, file in files.items():
        _change(found, name, file, by_key)
    again = read_corpus(found.folder).corpus
    if again is None or again.digest != found.corpus.digest:
        raise WriteRefusedError(
            f"{found.folder}: changed by someone else since it was read; run the command again"
        )
    paper = files["paper.yaml"]
    paper.set_field(paper.nodes[0], "sha256", found.draft.paper.sha256 or "")
    return tuple(path.name for path in write_all(files.values()))


def _written_names(found: Update) -> set[str]:
    named = {one.name for one in found.corpus.files}
    return named | {"notes.yaml", "exemptions.yaml", "waivers.yaml", "paper.yaml"}


def _change(
    found: Update, name: str, file: Rewrite, records: Mapping[tuple[str, str], UpdatedRecord]
) -> None:
    ids = found.placed.ids
    if name == "notes.yaml":
        file.order = note_order(_order(found))
    for number, node in enumerate(file.nodes, start=1):
        if file.kind == "claims":
            _set_anchor(file, node, records.get(("claim", _id(node))))
            _set_notes(file, node, "note", ids)
        elif file.kind == "exemptions":
            _set_anchor(file, node, records.get(("exemption", str(number))))
        elif file.kind == "waivers":
            _set_notes(file, node, "note", ids)
        elif file.kind == "notes":
            _set_notes(file, node, "id", ids)
            for entry in node.each("entries"):
                _set_notes(file, entry, "candidates", ids)


def _set_anchor(file: Rewrite, node: Node, record: UpdatedRecord | None) -> None:
    if record is not None and record.new_at is not None:
        file.set_anchor(node, record.new_at)


def _set_notes(file: Rewrite, node: Node, name: str, ids: Mapping[str, str]) -> None:
    """Write the ids that notes have now in place of those on record."""
    value = node.get(name)
    braces = node.flow or (value is not None and value.flow)
    for one in node.each(name):
        new = ids.get(one.text.strip())
        if new is not None and new != one.text.strip():
            file.set_text(one, new, braces=braces)


def _order(found: Update) -> list[str]:
    """Return the notes' ids in the order of the newer text; those that are gone keep theirs."""
    order = [one.id for one in found.draft.notes]
    before: str | None = None
    for old in found.corpus.notes:
        name = found.placed.ids.get(old, old)
        if name not in order:
            order.insert(order.index(before) + 1 if before in order else 0, name)
        before = name
    return order


def _id(node: Node) -> str:
    value = node.get("id")
    return value.text.strip() if value is not None else ""


def _old_text(old: Path | None, corpus: Corpus) -> Draft | None:
    if old is None:
        return None
    draft = read_paper(old)
    if corpus.paper.sha256 and draft.paper.sha256 != corpus.paper.sha256:
        raise FootnotedError(
            f"{old}: not the text that the records were written from (its sha256 is not the one "
            "in paper.yaml); leave --old out"
        )
    return draft


def _new(parts: list[Covered], records: tuple[UpdatedRecord, ...]) -> tuple[Covered, ...]:
    """Return the parts that no record has, but for those that a changed record had before."""
    changed = {part.now for one in records for part in one.parts if part.now is not None}
    return tuple(
        one
        for one in parts
        if one.state == "open" and not one.drafts and one.part.words not in changed
    )


def _new_part(one: Covered) -> NewPart:
    part = one.part
    return NewPart(
        kind=part.kind,
        words=part.words,
        section=part.section,
        line=part.line,
        notes=part.notes,
    )


def _free_texts(corpus: Corpus) -> Iterator[tuple[PlaceKey, str]]:
    """Yield the texts in which people write of notes to each other, and where they stand."""
    for name, claim in corpus.claims.items():
        yield ("claims", name, "remark"), claim.remark or ""
    for name, note in corpus.notes.items():
        yield ("notes", name, "remark"), note.remark or ""
    for name, source in corpus.sources.items():
        yield ("sources", name, "remark"), source.remark or ""
    for number, exemption in enumerate(corpus.exemptions):
        yield ("exemptions", number, "reason"), exemption.reason
