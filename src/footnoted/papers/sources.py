"""One source record for each distinct work that the notes cite in full."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from footnoted.citations import Citation, NoteCitations, Person, Work, identity
from footnoted.model.records import Name, SourceRecord

_STOP = {"the", "a", "an", "of", "and", "for", "on", "in", "at", "to", "by", "with", "from", "is"}


def draft_sources(
    citations: Mapping[str, NoteCitations],
) -> tuple[tuple[SourceRecord, ...], dict[int, str]]:
    """Return the sources, in the order they are first cited, and the id of each work's source.

    Works are keyed by `id()`, as the citations hold them. Two full citations with one URL, or
    with one title and author, are one source.
    """
    every = [citation for note in citations.values() for citation in note.citations]
    called = _short_forms(every)
    ids: dict[tuple[str, ...], str] = {}
    works: dict[int, str] = {}
    records: list[SourceRecord] = []
    for citation in every:
        work = citation.work
        if work is None or id(work) in works:
            continue
        key = identity(work)
        if key not in ids:
            names = called.get(key, ())
            ids[key] = _free(_slugs(work, names), set(ids.values()))
            records.append(_record(work, ids[key], names))
        works[id(work)] = ids[key]
    quoted = _quoted_in(citations, works)
    return tuple(
        record.model_copy(update={"quoted_in": quoted.get(record.id)}) for record in records
    ), works


def _short_forms(every: Iterable[Citation]) -> dict[tuple[str, ...], tuple[str, ...]]:
    found: dict[tuple[str, ...], dict[str, None]] = {}
    for citation in every:
        if citation.work and citation.label and citation.form != "full":
            found.setdefault(identity(citation.work), {})[citation.label] = None
    return {key: tuple(labels) for key, labels in found.items()}


def _quoted_in(citations: Mapping[str, NoteCitations], works: Mapping[int, str]) -> dict[str, str]:
    """Return for each quoted work the source in which the note says it was quoted."""
    found: dict[str, str] = {}
    for note in citations.values():
        for work, where in zip(note.citations, note.citations[1:], strict=False):
            if where.form == "quoted_in" and work.form == "full" and work.work and where.work:
                quoted, holder = works[id(work.work)], works[id(where.work)]
                if quoted != holder:
                    found.setdefault(quoted, holder)
    return found


def _record(work: Work, id_: str, called: tuple[str, ...]) -> SourceRecord:
    names = tuple(_person(person) for person in work.persons)
    if work.names.literal:
        names = (Name(literal=work.names.literal),)
    elif not names and work.speaker:
        names = (_speaker(work.speaker, called),)
    editors = names if work.names.editors else ()
    return SourceRecord(
        id=id_,
        title=work.title or (work.text if not names and not work.url else None),
        author=() if editors else names,
        editor=editors,
        container_title=work.container,
        collection_title=work.collection,
        collection_number=work.number,
        publisher=work.publisher,
        issued=work.issued,
        accessed=work.accessed,
        volume=work.volume,
        issue=work.issue,
        page=work.page,
        url=work.url,
        medium="web" if work.url else "print",
        short_forms=called,
    )


def _person(person: Person) -> Name:
    return Name(family=person.family, given=person.given or None)


def _speaker(words: str, called: tuple[str, ...]) -> Name:
    """Split a full name where a later short form (`Wen J`) tells which word is the family's."""
    for label in called:
        family, _, initial = label.rpartition(" ")
        for left, right in _splits(words):
            if family == left and right.startswith(initial[:1]):
                return Name(family=left, given=right)
            if family == right and left.startswith(initial[:1]):
                return Name(family=right, given=left)
    return Name(literal=words)


def _splits(words: str) -> list[tuple[str, str]]:
    parts = words.split()
    return [(" ".join(parts[:i]), " ".join(parts[i:])) for i in range(1, len(parts))]


def _slugs(work: Work, called: tuple[str, ...]) -> list[str]:
    """Return ids to try, in order: who and year, then with a word of the title."""
    title = [word for word in _slug(work.title or "").split("-") if word and word not in _STOP]
    if work.persons:
        who = _slug(work.persons[0].family)
    elif work.names.literal:
        who = "-".join(_slug(work.names.literal).split("-")[:4])
    elif work.speaker:
        name = _speaker(work.speaker, called)
        who = _slug(name.family or name.literal or "")
    else:
        who, title = "-".join(title[:3]), title[3:]
    if not who and work.url:
        who = _slug(re.sub(r"^\w+://(?:www\.)?", "", work.url).split("/")[0])
    base = "-".join(part for part in (who or "source", (work.issued or "")[:4]) if part)
    return [base, *(f"{base}-{word}" for word in title)]


def _free(slugs: list[str], taken: set[str]) -> str:
    for slug in slugs:
        if slug not in taken:
            return slug
    number = 2
    while f"{slugs[0]}-{number}" in taken:
        number += 1
    return f"{slugs[0]}-{number}"


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", re.sub(r"[’']", "", words))
    ascii_ = plain.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_).strip("-")
