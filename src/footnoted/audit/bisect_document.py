"""What a search of mementos told, for programs, and for history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from footnoted.audit.bisect_target import Target
from footnoted.audit.study import PartKey
from footnoted.bisecting import Life, Point, Search, Sight, Spell, Turn
from footnoted.history import HistoryLine, ObservationLine
from footnoted.model.archived import Archival
from footnoted.model.bisected import (
    BisectDocument,
    BisectedPart,
    SightDoc,
    SpellDoc,
    TurnDoc,
    UnreadDoc,
)
from footnoted.verdicts import as_utc


def make_document(  # noqa: PLR0913 (what the search was, and its counts)
    target: Target,
    search: Search[PartKey],
    archival: Archival,
    *,
    as_of: datetime,
    archives: Sequence[str],
    errors: int,
    beyond: int,
    looked_at: int,
    held: int,
    requests: int,
    stopped: str | None,
) -> BisectDocument:
    """Return the document of a search that has ended."""
    return BisectDocument(
        corpus=target.corpus.folder,
        claim=target.claim.id,
        says=target.claim.says,
        source=target.source.id,
        url=target.url,
        archives=tuple(archives),
        silent=archival.silent,
        as_of=as_utc(as_of),
        anchor=search.anchor.isoformat() if search.anchor else None,
        listed=len(archival.snapshots),
        errors=errors,
        beyond=beyond,
        looked_at=looked_at,
        held=held,
        requests=requests,
        stopped=stopped,
        parts=tuple(_part(target, key, search.life(key)) for key in target.keys),
    )


def observed(
    known: Sequence[HistoryLine], target: Target, search: Search[PartKey], as_of: datetime
) -> tuple[ObservationLine, ...]:
    """Return the lines for history: each memento that told of a part, unless it stands there."""
    there = {_told(line) for line in known if isinstance(line, ObservationLine)}
    lines = []
    for key in target.keys:
        for sight in search.sights(key):
            if sight.came is None or sight.comparison is None or sight.state is None:
                continue
            line = ObservationLine(
                at=as_of,
                claim=target.claim.id,
                part=target.words(key),
                source=target.source.id,
                memento_at=sight.came.at,
                url=sight.came.url,
                verdict=sight.comparison.verdict,
            )
            if _told(line) not in there:
                there.add(_told(line))
                lines.append(line)
    return tuple(lines)


def _told(line: ObservationLine) -> tuple[object, ...]:
    return line.claim, line.part, line.source, line.memento_at, line.url, line.verdict


def _part(target: Target, key: PartKey, life: Life) -> BisectedPart:
    return BisectedPart(
        part=target.number(key),
        kind=key[1],
        text=target.words(key),
        spells=tuple(_spell(one) for one in life.spells),
        turns=tuple(_turn(one) for one in life.turns),
        recurs=life.recurs,
        unseen=life.unseen,
        unread=tuple(_unread(one) for one in life.unread),
    )


def _spell(spell: Spell) -> SpellDoc:
    return SpellDoc(
        state=spell.state.value,
        first=as_utc(spell.first),
        last=as_utc(spell.last),
        unseen=spell.unseen,
        observed=tuple(_sight(point) for point in spell.points),
    )


def _sight(point: Point) -> SightDoc:
    assert point.sight, "a point of a spell was looked at"
    assert point.sight.comparison
    comparison = point.sight.comparison
    return SightDoc(
        at=as_utc(point.snapshot.at),
        verdict=comparison.verdict,
        url=point.snapshot.url,
        view_url=point.snapshot.view,
        itself=point.itself,
        source_wording=comparison.source_wording,
        message=comparison.message,
        needs_review=comparison.needs_review,
    )


def _turn(turn: Turn) -> TurnDoc:
    assert turn.before.state
    assert turn.after.state
    return TurnDoc(
        before=as_utc(turn.before.snapshot.at),
        after=as_utc(turn.after.snapshot.at),
        was=turn.before.state.value,
        became=turn.after.state.value,
        unseen=turn.unseen,
    )


def _unread(sight: Sight) -> UnreadDoc:
    elsewhere = sight.came if sight.came != sight.asked else None
    why = sight.why
    if elsewhere:
        led = f"the archive led to a memento of {elsewhere.at:%Y-%m-%d}"
        why = f"{led}: {why}" if sight.state is None else led
    return UnreadDoc(
        at=as_utc(sight.asked.at),
        came_at=as_utc(elsewhere.at) if elsewhere else None,
        url=sight.asked.url,
        view_url=sight.asked.view,
        why=why,
    )
