"""`footnoted bisect` for people: what was observed, and no more."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.model.bisected import (
    BisectDocument,
    BisectedPart,
    SightDoc,
    SpellDoc,
    TurnDoc,
    UnreadDoc,
)
from footnoted.reports.terminal import plain
from footnoted.reports.words import plural

_TURNS = {
    ("present", "absent"): "it went",
    ("absent", "present"): "it came",
    ("present", "mismatch"): "it was changed",
    ("mismatch", "present"): "it came to read as on record",
    ("absent", "mismatch"): "other words came in its place",
    ("mismatch", "absent"): "the other words went",
}
_UNREAD_SHOWN = 8


def bisect_lines(document: BisectDocument) -> list[str]:
    """Return the lines of a search, safe to print."""
    lines = [f"{document.claim}: {document.source}, {document.url}"]
    for part in document.parts:
        lines += ["", *_part(part)]
    lines += ["", *_ending(document)]
    return [_safe(line) for line in lines]


def _safe(line: str) -> str:
    """Return a line safe to print, its indentation kept, which is ours."""
    indent = len(line) - len(line.lstrip(" "))
    return " " * indent + plain(line) if line else ""


def _part(part: BisectedPart) -> Iterator[str]:
    yield f"part {part.part}, {part.kind}: {part.text}"
    for spell in part.spells:
        yield f"  {spell.state}: {_when(spell)}"
        if spell.state == "mismatch":
            yield from _other_words(spell)
        yield from _doubts(spell)
    if not part.spells:
        yield "  nothing was observed"
    for turn in part.turns:
        yield f"  so {_turn(turn)}"
    if part.recurs:
        yield "  warning: the page changed back and forth: no one day tells when it went"
    if part.unseen:
        yield (
            f"  {plural(part.unseen, 'memento')} between these not looked at: "
            "it may have come and gone there unseen"
        )
    for unread in part.unread[:_UNREAD_SHOWN]:
        yield f"  no word of {_unread(unread)}"
    if len(part.unread) > _UNREAD_SHOWN:
        yield f"  nor of {len(part.unread) - _UNREAD_SHOWN} more"


def _when(spell: SpellDoc) -> str:
    """Name the days of a spell: its two ends, and how many mementos tell the same."""
    days = list(dict.fromkeys((spell.first[:10], spell.last[:10])))
    count = len(spell.observed)
    more = f" (and {plural(count - 2, 'memento')} between)" if count > 2 else ""
    return " and ".join(days) + more


def _other_words(spell: SpellDoc) -> Iterator[str]:
    """Yield each wording of a mismatch once, with the day on which it first stood there."""
    first: dict[str, SightDoc] = {}
    for sight in spell.observed:
        first.setdefault(sight.source_wording or sight.message, sight)
    for words, sight in first.items():
        yield f"    {sight.at[:10]} reads: {words}"
        yield f"    {sight.view_url}"


def _doubts(spell: SpellDoc) -> Iterator[str]:
    """Yield what a person should look at: one line, with the first memento where it is so."""
    doubtful = [one for one in spell.observed if one.needs_review]
    if doubtful:
        first = doubtful[0]
        yield f"    for a person to judge on {plural(len(doubtful), 'memento')}: {first.message}"
        yield f"    {first.view_url}"


def _turn(turn: TurnDoc) -> str:
    """Tell a change; times of day are told where both ends are of one day."""
    length = 10 if turn.before[:10] != turn.after[:10] else None
    told = f"{_TURNS[turn.was, turn.became]} between {turn.before[:length]}"
    told += f" and {turn.after[:length]}"
    if turn.unseen:
        told += f" ({plural(turn.unseen, 'memento')} between not looked at)"
    return told


def _unread(unread: UnreadDoc) -> str:
    return f"{unread.at[:10]}: {unread.why} ({unread.view_url})"


def _ending(document: BisectDocument) -> Iterator[str]:
    for name, why in document.silent:
        yield f"{name} did not tell what it holds: {why}"
    if not document.listed and not document.silent:
        yield f"not archived, as {' and '.join(document.archives)} told when asked"
    if document.stopped:
        yield f"ended before all was known: {document.stopped}; run it again to go on from here"
    left_out = [
        f"{document.errors} of errors or redirects" if document.errors else "",
        f"{document.beyond} outside the days asked for" if document.beyond else "",
    ]
    told = f"{plural(document.listed, 'memento')} on record"
    if any(left_out):
        told += f" ({', '.join(filter(None, left_out))})"
    looked = f"{document.looked_at} looked at"
    if document.held:
        looked += f", {document.held} of them kept from before"
    yield f"{told}; {looked}; {plural(document.requests, 'request')} made"
