"""What to ask of the web, each URL once, and what to ask next (pure)."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from urllib.parse import urlsplit

from footnoted.errors import FootnotedError
from footnoted.mementos import is_refused_archive, raw_url
from footnoted.model.corpus import Corpus
from footnoted.model.question import Question
from footnoted.model.records import ClaimRecord, SourceRecord


class UnknownTargetError(FootnotedError):
    """`--only` names a claim, note or source that the corpus does not have."""


_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?://|(?!\d))", re.IGNORECASE)
"""A scheme at the start (RFC 3986, 3.1); `host:8080` is none."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One source that a claim rests on, through one of its notes.

    `locator` is where in the source, as the note says it (`p 11`), unless the claim corrects it.
    """

    source: str
    note: str | None
    locator: str | None


@dataclass(frozen=True, slots=True)
class Scope:
    """What this audit is about: claims, notes and sources by id, in the corpus's order.

    `part` says in words which part of the corpus that is, None for all of it.
    """

    claims: tuple[str, ...]
    notes: tuple[str, ...]
    sources: tuple[str, ...]
    part: str | None = None


def absolute(url: str) -> str:
    """Return a URL as printed made absolute: `http://` stands before a bare host (RFC 3986)."""
    return url if _SCHEME.match(url) else f"http://{url}"


def scope_of(corpus: Corpus, only: str | None) -> Scope:
    """Return what `only` names: a claim's id, `note:N`, `source:ID`, or all of it for None.

    Raises UnknownTargetError if the corpus has no such record.
    """
    if only is None:
        return Scope(tuple(corpus.claims), tuple(corpus.notes), tuple(corpus.sources))
    kind, _, name = only.rpartition(":")
    if kind == "note" and name in corpus.notes:
        claims = [claim for claim in corpus.claims.values() if name in claim.note]
        return _scope(corpus, only, claims, [name], _sources_of_note(corpus, name))
    if kind == "source" and name in corpus.sources:
        claims = [
            claim
            for claim in corpus.claims.values()
            if name in {citation.source for citation in citations(corpus, claim)}
        ]
        notes = [note for note in corpus.notes if name in _sources_of_note(corpus, note)]
        return _scope(corpus, only, claims, notes, [name])
    if kind in {"", "claim"} and name in corpus.claims:
        claim = corpus.claims[name]
        return _scope(corpus, only, [claim], claim.note, ())
    raise UnknownTargetError(
        f"--only {only}: {corpus.folder} has no such record; "
        "give a claim's id, note:LABEL or source:ID"
    )


def scope_of_records(corpus: Corpus, names: Collection[str], part: str) -> Scope:
    """Return what hangs on the records of these names (`claim:ID`, `note:ID`, `source:ID`).

    That is the claims among them, and those that rest on a note or source among them, with all
    their notes and sources; a note or source is in it also where no claim rests on it. `part` is
    what it is called.
    """

    def rests(claim: ClaimRecord) -> bool:
        cited = (f"source:{one.source}" for one in citations(corpus, claim))
        noted = (f"note:{label}" for label in claim.note)
        return any(name in names for name in (f"claim:{claim.id}", *noted, *cited))

    claims = [claim for claim in corpus.claims.values() if rests(claim)]
    notes = [note for note in corpus.notes if f"note:{note}" in names]
    notes += [label for claim in claims for label in claim.note]
    sources = [source for source in corpus.sources if f"source:{source}" in names]
    return _scope(corpus, part, claims, notes, sources)


def _scope(
    corpus: Corpus,
    part: str,
    claims: list[ClaimRecord],
    notes: Iterable[str],
    sources: Iterable[str],
) -> Scope:
    cited = {citation.source for claim in claims for citation in citations(corpus, claim)}
    wanted, noted = {*sources, *cited}, set(notes)
    return Scope(
        tuple(claim.id for claim in claims),
        tuple(note for note in corpus.notes if note in noted),
        tuple(source for source in corpus.sources if source in wanted),
        part,
    )


def _sources_of_note(corpus: Corpus, note: str) -> list[str]:
    return [entry.source for entry in corpus.notes[note].entries if entry.source]


def citations(corpus: Corpus, claim: ClaimRecord) -> tuple[Citation, ...]:
    """Return the sources that `claim` rests on, each once, in the order of its notes.

    Where the claim names its sources, only those; a source named that no note of the claim
    cites is taken as it is. Unresolved entries (dangling, ambiguous) lead nowhere.
    """
    found: dict[str, Citation] = {}
    for label in claim.note:
        note = corpus.notes.get(label)
        for entry in note.entries if note else ():
            if entry.source and (not claim.source or entry.source in claim.source):
                locator = claim.locator or entry.locator
                found.setdefault(entry.source, Citation(entry.source, label, locator))
    for source in claim.source:
        found.setdefault(source, Citation(source, None, claim.locator))
    return tuple(citation for citation in found.values() if citation.source in corpus.sources)


def first_round(corpus: Corpus, sources: Iterable[str]) -> tuple[Question, ...]:
    """Return the cited URLs of `sources`, each once, in order."""
    urls = (corpus.sources[source].url for source in sources)
    return tuple(dict.fromkeys(Question(absolute(url), "cited") for url in urls if url))


def second_round(
    corpus: Corpus, sources: Iterable[str], settled: Callable[[str], bool]
) -> tuple[Question, ...]:
    """Return what stands in for sources that the first round did not settle.

    Alternates with the same text, and the mementos on record. Related pages and translations
    are never asked: they cannot support.
    """
    questions: dict[Question, None] = {}
    for source in sources:
        if not settled(source):
            questions.update(dict.fromkeys(stand_ins(corpus.sources[source])))
    return tuple(questions)


def stand_ins(source: SourceRecord) -> tuple[Question, ...]:
    """Return the addresses that may stand in for `source`'s own page, mementos first.

    Mementos are asked for their bytes as captured; those of archives that are no evidence are
    not asked at all.
    """
    mementos = tuple(
        Question(raw_url(memento.url), "memento")
        for memento in source.mementos
        if not is_refused_archive(memento.url)
    )
    same = tuple(
        Question(absolute(alternate.url), "alternate")
        for alternate in source.alternates
        if alternate.kind == "same_text"
    )
    return mementos + same


def questions(source: SourceRecord) -> tuple[Question, ...]:
    """Return all that may be asked for `source`: its own page, then what may stand in."""
    own = (Question(absolute(source.url), "cited"),) if source.url else ()
    return (*own, *stand_ins(source))


def robots_of(url: str) -> Question:
    """Return where the site of `url` says what programs may ask (RFC 9309, 2.3)."""
    parts = urlsplit(url)
    return Question(f"{parts.scheme}://{parts.netloc}/robots.txt", "probe")


def sibling_of(url: str, at: datetime) -> Question:
    """Return an address beside `url` that nobody can have written, the same all day (UTC).

    It keeps the folder and the ending, since sites treat those apart: pages that share both
    share it. `at` is when the page was looked at, so that whoever judges that look later finds
    what was asked then.
    """
    parts = urlsplit(url)
    folder, _, last = parts.path.rstrip("/").rpartition("/")
    _, dot, ending = last.rpartition(".")
    day = at.astimezone(UTC).date()
    made_up = sha256(f"{parts.netloc} {day.isoformat()}".encode()).hexdigest()[:20]
    name = f"{made_up}.{ending}" if dot and ending.isalnum() and len(ending) <= 5 else made_up
    return Question(f"{parts.scheme}://{parts.netloc}{folder}/{name}", "probe")


def is_made_up(question: Question) -> bool:
    """Tell whether a question is a probe at a made-up address, and not for a robots.txt."""
    return question.basis == "probe" and not question.url.endswith("/robots.txt")


def notes_by_source(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """Return, for each source, the notes that cite it, in order."""
    found: dict[str, dict[str, None]] = {}
    for label, note in corpus.notes.items():
        for entry in note.entries:
            if entry.source:
                found.setdefault(entry.source, {})[label] = None
    return {source: tuple(labels) for source, labels in found.items()}


def hosts(questions: Iterable[Question]) -> tuple[tuple[str, int], ...]:
    """Return the hosts and ports behind `questions`, each once, in order."""
    found: dict[tuple[str, int], None] = {}
    for question in questions:
        try:
            parts = urlsplit(question.url)
            port = parts.port or (443 if parts.scheme == "https" else 80)
        except ValueError:
            continue
        if parts.hostname:
            found[parts.hostname, port] = None
    return tuple(found)


def cited_by(corpus: Corpus, claims: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Return, for each source, the ids of those of `claims` that rest on it."""
    found: dict[str, list[str]] = {}
    for claim in claims:
        for citation in citations(corpus, corpus.claims[claim]):
            found.setdefault(citation.source, []).append(claim)
    return {source: tuple(ids) for source, ids in found.items()}
