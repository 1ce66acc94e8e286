"""An audit's dealings with archives: what is wanted of them, and what their answers come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from footnoted import plan
from footnoted.audit.archive_reach import may_be_told
from footnoted.audit.archives import ArchiveMemory, Archivist, Wanted
from footnoted.audit.captures import Captures
from footnoted.audit.compare import Compared
from footnoted.audit.history_night import Night
from footnoted.audit.options import Options
from footnoted.checks.archived import unarchived
from footnoted.checks.outcomes import where
from footnoted.history import ROT, SEEN, Book, since
from footnoted.mementos import original_of
from footnoted.model.archived import Archival
from footnoted.model.capture import Capture
from footnoted.model.corpus import Corpus
from footnoted.model.finding import Finding
from footnoted.model.question import Question
from footnoted.model.records import SourceRecord
from footnoted.model.seen import Seen
from footnoted.model.verdicts import FOUND, ClaimVerdict, LinkLook
from footnoted.plan import Scope
from footnoted.verdicts import ANSWERED, ClaimJudgement, latest_day


def archivist_of(captures: Captures, options: Options, known: ArchiveMemory) -> Archivist:
    """Return who asks archives for an audit.

    Without a network none is asked, and what the evidence has of their answers stands; on a
    replay that is all there is.
    """

    def kept(questions: Sequence[Question]) -> Mapping[Question, Capture]:
        now = captures.as_of + timedelta(seconds=1)
        found = {one: captures.before(one, now) for one in questions}
        return {one: capture for one, capture in found.items() if capture}

    def look(questions: Sequence[Question]) -> Mapping[Question, Capture]:
        return captures.look(questions) if captures.offline_message is None else kept(questions)

    captures.leave_alone(known.manners.closed(captures.as_of))
    return Archivist(
        look,
        captures.before,
        options.archives,
        lambda archive, url: options.replay or may_be_told(archive, url, options.fetch),
        known,
        always=options.replay or options.ask_all,
    )


def wanted(
    corpus: Corpus, scope: Scope, compared: Compared, book: Book, at: datetime
) -> list[Wanted]:
    """Return the cited addresses that archives are asked about, as they stand after a look.

    An address that is a memento itself is none of them.
    """
    claims = plan.cited_by(corpus, scope.claims)
    cited = compared.cited()
    found: dict[str, Wanted] = {}
    for ident in scope.sources:
        source = corpus.sources[ident]
        url = plan.absolute(source.url) if source.url else ""
        seen = cited.get(url)
        if seen is None or not url.lower().startswith(("http://", "https://")) or original_of(url):
            continue
        before = found.get(url)
        failing = not compared.settles(corpus, claims.get(ident, ()), ident)
        found[url] = Wanted(
            url,
            (*(before.days if before else ()), day_seen(corpus, source) or at.date()),
            failing or (before is not None and before.failing),
            _failing_since(seen, book, at),
        )
    return list(found.values())


def day_seen(corpus: Corpus, source: SourceRecord) -> date | None:
    """Return the day on which the author saw a source: of access, else the paper's own."""
    return latest_day(source.accessed or corpus.paper.issued)


def _failing_since(seen: Seen, book: Book, at: datetime) -> date | None:
    """Return since which day the page is not there, as far as history tells from this place."""
    link, capture = seen.link, seen.capture
    if link is None or capture is None or link.verdict in ANSWERED:
        return None
    known = book.looks(seen.question.url, at)
    return since(known, seen.question.url, link.verdict, at, vantage=capture.vantage)


def losses_made_good(
    corpus: Corpus, scope: Scope, compared: Compared, claims: Mapping[str, ClaimJudgement]
) -> frozenset[str]:
    """Return the cited addresses that are lost, and whose mementos hold all that is claimed.

    Of every source at the address: each claim with parts is supported, none in doubt, and at
    least one part was found on an accepted memento of that source. Claims without parts say
    nothing: no machine could judge them on the living page either.
    """
    claims_of = plan.cited_by(corpus, scope.claims)
    return frozenset(
        url
        for url, sources in compared.lost().items()
        if all(_is_made_good([claims[one] for one in claims_of.get(s, ())], s) for s in sources)
    )


def _is_lost(link: LinkLook, night: Night) -> bool:
    """Tell whether the last look that told anything of a page found it gone."""
    if link.verdict in ROT | SEEN:
        return link.verdict in ROT
    looks = night.book.looks(link.url, night.looked_at)
    told = (look.verdict for look in reversed(looks) if look.verdict in ROT | SEEN)
    return next(told, None) in ROT


def _is_made_good(claims: Sequence[ClaimJudgement], source: str) -> bool:
    with_parts = [claim for claim in claims if claim.parts]
    held = {ClaimVerdict.SUPPORTED, ClaimVerdict.SUPPORTED_THEN}
    if not all(claim.verdict in held and not claim.needs_review for claim in with_parts):
        return False
    return any(
        look.source == source and look.basis == "memento" and look.comparison.verdict in FOUND
        for claim in with_parts
        for part in claim.parts
        for look in part.part.looks
    )


def archive_findings(
    corpus: Corpus, compared: Compared, archived: Mapping[str, Archival], night: Night
) -> tuple[Finding, ...]:
    """Return what there is to say of pages that no archive has as their author saw them.

    Not of a page that is lost: that is told, and nobody can save it any more. One that could not
    be looked at tonight is as it was.
    """
    notes = plan.notes_by_source(corpus)
    told: list[Finding] = []
    for one in compared.seen:
        if one.question.basis != "cited" or one.link is None or _is_lost(one.link, night):
            continue
        note = next(iter(notes.get(one.source, ())), None)
        place = where(corpus.place("sources", one.source, "URL"), note=note, source=one.source)
        day = day_seen(corpus, corpus.sources[one.source])
        told += unarchived(archived.get(one.question.url), day, place)
    return tuple(told)
