"""Captures read and compared with the claims that rest on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from footnoted import plan
from footnoted.checks import CHECKS
from footnoted.checks.links import PageLook
from footnoted.model.capture import Capture
from footnoted.model.corpus import Corpus
from footnoted.model.question import Question
from footnoted.model.records import SourceRecord
from footnoted.model.text import Text
from footnoted.model.verdicts import FOUND, Comparison, LinkLook, LinkVerdict
from footnoted.reports.document import Seen
from footnoted.texts import read_text
from footnoted.verdicts import ANSWERED, Access, Look, Part, PartKind
from footnoted.workers import Workers, WorkFailure

PartKey = tuple[str, PartKind, int]

FEW = 4
"""So few small pages are read in this process: a worker costs more than they do."""

SMALL_BYTES = 200_000

NO_EVIDENCE = "no look at it is kept in the evidence"


@dataclass(slots=True)
class Compared:
    """What is known so far: every address looked at, and every look for every part."""

    seen: list[Seen] = field(default_factory=list)
    looks: dict[PartKey, list[Look]] = field(default_factory=dict)

    def settles(self, corpus: Corpus, claims: Iterable[str], source: str) -> bool:
        """Whether the cited page of `source` answered and holds what the claims say of it."""
        read = any(one.source == source and one.text and _readable(one) for one in self.seen)
        if not read:
            return False
        return all(
            any(look.comparison.verdict in FOUND for look in self.looks.get(key, ()))
            for claim in claims
            for key in part_keys(corpus, claim)
        )

    def cited(self) -> dict[str, Seen]:
        """Return what became of each cited URL, by URL, each once."""
        found: dict[str, Seen] = {}
        for one in self.seen:
            if one.link and one.question.basis == "cited":
                found.setdefault(one.question.url, one)
        return found

    def access(self, source: SourceRecord) -> Access:
        """Return whether and how `source` could be read."""
        mine = [one for one in self.seen if one.source == source.id]
        cited = next((one for one in mine if one.question.basis == "cited"), None)
        read = tuple(dict.fromkeys(one.question.basis for one in mine if _readable(one)))
        unreadable = cited.text.unreadable if cited and cited.text else None
        return Access(source.id, cited.link if cited else None, read, unreadable)

    def part(self, key: PartKey) -> Part:
        """Return a part with all looks for it."""
        return Part(key[1], key[2], tuple(self.looks.get(key, ())))


def part_keys(corpus: Corpus, claim: str) -> tuple[PartKey, ...]:
    """Return the keys of a claim's quotations and figures, in order."""
    record = corpus.claims[claim]
    quotations: list[PartKey] = [(claim, "quotation", i) for i in range(len(record.quotations))]
    figures: list[PartKey] = [(claim, "figure", i) for i in range(len(record.figures))]
    return (*quotations, *figures)


def _readable(seen: Seen) -> bool:
    answered = seen.link is None or seen.link.verdict in ANSWERED
    return answered and seen.text is not None and seen.text.unreadable is None


def read_all(captures: Iterable[Capture], workers: Workers) -> dict[str, Text]:
    """Return the text of each capture with a response, by payload digest.

    Pages are parsed in workers, where a bomb can only kill a worker; a few small ones here.
    """
    bodies: dict[str, tuple[bytes, str | None, str]] = {}
    for capture in captures:
        if capture.response and capture.digest:
            response = capture.response
            kind = response.header("Content-Type")
            bodies.setdefault(capture.digest, (response.body, kind, response.url))
    items = list(bodies.values())
    if len(items) <= FEW and all(len(body) <= SMALL_BYTES for body, _, _ in items):
        texts: Iterable[Text | WorkFailure] = [_read(item) for item in items]
    else:
        texts = workers.map(_read, items)
    return {
        digest: Text("", kind or "", unreadable="too_costly")
        if isinstance(text, WorkFailure)
        else text
        for (digest, (_, kind, _)), text in zip(bodies.items(), texts, strict=True)
    }


def _read(item: tuple[bytes, str | None, str]) -> Text:
    body, content_type, url = item
    return read_text(body, content_type, url=url)


@dataclass(frozen=True, slots=True)
class Round:
    """What one round of questions brought, and which sources each question is for."""

    asked: Mapping[Question, tuple[str, ...]]
    captures: Mapping[Question, Capture]
    texts: Mapping[str, Text]


def compare_round(corpus: Corpus, claims: Sequence[str], found: Round, so_far: Compared) -> None:
    """Compare each capture of a round with the claims on its source, and add to `so_far`."""
    cited_by = plan.cited_by(corpus, claims)
    same = same_targets(found.captures.values())
    for question, sources in found.asked.items():
        capture = found.captures.get(question)
        for source in sources:
            if capture is None:
                lost = LinkLook(question.url, LinkVerdict.NOT_FETCHED, "no_evidence", NO_EVIDENCE)
                so_far.seen.append(Seen(source, question, None, None, lost))
                continue
            text = found.texts.get(capture.digest) if capture.digest else None
            at = memento_time(corpus.sources[source], question, capture)
            looks = _looks(corpus, cited_by.get(source, ()), source, capture, text, at)
            link = _judged(capture, text, looks, same.get(capture.asked, 1))
            so_far.seen.append(Seen(source, question, capture, text, link, at))
            if link is None or link.verdict in ANSWERED:
                for key, look in looks.items():
                    so_far.looks.setdefault(key, []).append(look)


def _judged(
    capture: Capture,
    text: Text | None,
    looks: Mapping[PartKey, Look],
    same_target: int,
) -> LinkLook | None:
    if capture.basis == "local":
        return None
    found = any(look.comparison.verdict in FOUND for look in looks.values())
    look = PageLook(
        capture=capture,
        text=text,
        words_found=found if looks else None,
        same_target=same_target,
    )
    link: LinkLook = CHECKS["link"](look)
    return link


def same_targets(captures: Iterable[Capture]) -> dict[str, int]:
    """Return, for each address that was sent on, how many of its site went to the same target."""
    sent: dict[tuple[str, str], set[str]] = {}
    for capture in captures:
        if capture.response and capture.hops:
            target = (_host(capture.asked), capture.response.url)
            sent.setdefault(target, set()).add(capture.asked)
    return {url: len(urls) for urls in sent.values() for url in urls}


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _looks(
    corpus: Corpus,
    claims: Iterable[str],
    source: str,
    capture: Capture,
    text: Text | None,
    memento_at: datetime | None,
) -> dict[PartKey, Look]:
    if text is None:
        return {}
    found: dict[PartKey, Look] = {}
    for claim in claims:
        record = corpus.claims[claim]
        locator = next(
            (one.locator for one in plan.citations(corpus, record) if one.source == source), None
        )
        for key in part_keys(corpus, claim):
            part = record.quotations[key[2]] if key[1] == "quotation" else record.figures[key[2]]
            comparison: Comparison = CHECKS[key[1]](part, text, locator=locator)
            at = memento_at or capture.at
            found[key] = Look(source, capture.basis, at, comparison)
    return found


def memento_time(source: SourceRecord, question: Question, capture: Capture) -> datetime | None:
    """Return when an archive made a memento: its Memento-Datetime (RFC 7089), else our record."""
    if question.basis != "memento":
        return None
    header = capture.response.header("Memento-Datetime") if capture.response else None
    if header:
        try:
            return parsedate_to_datetime(header).astimezone(UTC)
        except ValueError:
            pass
    day = next((one.on for one in source.mementos if one.url == question.url), None)
    return datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None
