"""Which figure of a sentence belongs to which of its subjects and periods."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Literal

from footnoted.checks.figure_context import RESPECTIVELY, Fit, content_words, stem
from footnoted.checks.figure_periods import Mention, Part, is_event, mentions, own_mention
from footnoted.checks.figure_places import Place

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_JOINER = re.compile(r"\s*(?:,\s*(?:and\s+)?|\band\b|、|和|与|及)\s*")
_ENDING = frozenset({"and", "和", "与", "及"})


def period_fit(period: str | None, place: Place, rivals: Sequence[Place]) -> Fit:
    """Tell how well the time named around `place` fits the claim's `period`.

    `partial` is a part of what was asked for, or the whole where a part was asked: half a year is
    no year. `rivals` are the comparable figures of the same sentence: where it names several
    periods, each figure has its own.
    """
    if not period:
        return "unasked"
    asked = _asked(period)
    if asked is None:
        words, near = content_words(period), set(content_words(place.near))
        return "unasked" if not words else "full" if set(words) <= near else "silent"
    named = mentions(place.near)
    if not named:
        return _around(asked, place)
    if place.at is None:
        fits = [_compare(asked, each, place.near) for each in named]
        return min(fits, key=_FITS.index)
    return _in_sentence(asked, named, place, rivals)


_HAD = re.compile(r"\bhad\b", re.IGNORECASE)
_FITS: tuple[Fit, ...] = ("full", "wide", "partial", "other", "silent")


def _asked(period: str) -> Mention | None:
    named = mentions(period)
    if not named:
        return None
    years = frozenset[str]().union(*(each.years for each in named))
    part = next((each.part for each in named if each.part), None)
    return Mention(0, len(period), years, part)


def _around(asked: Mention, place: Place) -> Fit:
    """Judge by heading, title and paragraph, where the sentence names no time."""
    heading, _, title = place.above.partition("\n")
    for words in (heading, place.wide):
        fits = [_compare(asked, each, place.near) for each in mentions(words)]
        if fits:
            best = min(fits, key=_FITS.index)
            if best == "full" and _HAD.search(place.near):
                return "partial"  # an earlier time than the paragraph's
            return "wide" if best == "full" else best if words is heading else "partial"
    in_title = [_compare(asked, each, place.near) for each in mentions(title)]
    return "wide" if "full" in in_title else "silent"


def _in_sentence(
    asked: Mention, named: Sequence[Mention], place: Place, rivals: Sequence[Place]
) -> Fit:
    assert place.at is not None
    start, end = place.start - place.at, place.quantity.end - place.at
    figures = sorted({start, *(rival.start - place.at for rival in rivals)})
    if len(figures) > 1 and len(named) > 1 and RESPECTIVELY.search(place.near):
        if len(named) != len(figures):
            return "partial"
        return _compare(asked, named[figures.index(start)], place.near)
    own = own_mention(named, start, end, figures)
    fit = _compare(asked, own, place.near) if own else "partial"
    if len(figures) > 1 and (changed := _of_a_change(named, place.near, start)):
        return "full" if asked.part is None and changed in asked.years else "other"
    loose = [
        each
        for each in named
        if each.part and each.part[0] != "relative" and not each.years and each is not own
    ]
    if fit == "full" and loose and len(figures) == 1 and asked.part is None:
        return "partial"
    if fit == "other" and len(named) != len(figures):
        also = [_compare(asked, each, place.near) for each in named]
        return "partial" if {"full", "wide"} & set(also) else "other"
    return fit


_FROM_OR_TO = re.compile(r"\b(from|to)\s+(?:[a-z]+\s+){0,2}\Z", re.IGNORECASE)


def _of_a_change(named: Sequence[Mention], words: str, start: int) -> str | None:
    """Return the year of a figure in “from 2011 to 2012 it rose from 3 to 5”."""
    spans = [each for each in named if each.part and each.part[0] == "span"]
    found = _FROM_OR_TO.search(words[max(0, start - 30) : start])
    if len(spans) != 1 or not found:
        return None
    return (min if found.group(1).lower() == "from" else max)(spans[0].years)


def _compare(asked: Mention, named: Mention, words: str) -> Fit:
    """Compare the period asked for with one that is named."""
    if asked.years and named.years and not asked.years & named.years:
        return "other"
    if asked.part == named.part:
        return "full" if named.years or not asked.years else "wide"
    if asked.part is None:
        return _whole_asked(named, words)
    return _part_asked(asked.part, named.part, words)


def _part_asked(asked: Part, named: Part | None, words: str) -> Fit:
    """Judge what is named where a part of a year, or more than a year, was asked for."""
    kind, first, last = asked
    if named is None:
        of_a_day = kind == "day" or (kind == "months" and first == last)
        return "wide" if of_a_day and is_event(words) else "partial"
    if kind == "months" and named[0] == "day":
        return "full" if first == last == named[1] else "other"
    if kind == "day" and named[0] == "months":
        return "wide" if named[1] == named[2] == first else "other"
    return "other" if kind == named[0] == "months" else "partial"


def _whole_asked(named: Mention, words: str) -> Fit:
    """Judge a part of a year, or more than a year, where a year was asked for."""
    assert named.part is not None
    kind, first, last = named.part
    if kind == "day":
        return "full" if is_event(words) else "wide"
    if (kind == "point" or (kind == "months" and first == last)) and is_event(words):
        return "wide"
    return "partial"


_NEAR = 300


def nearer_rival(measure: str | None, place: Place, rivals: Sequence[Place]) -> Place | None:
    """Return a rival of the same sentence to which the measure's words stand nearer.

    Figures that only `to`, `from` and the like join (`from $2bn to $3bn`) share their subject.
    """
    asked = set(content_words(measure or ""))
    if not asked or place.at is None or not rivals:
        return None
    base = place.at
    spots: dict[str, list[tuple[int, int]]] = {word: [] for word in asked}
    for found in _WORD.finditer(place.near):
        if (word := stem(found.group())) in spots:
            spots[word].append((found.start() + base, found.end() + base))
    mine = _distance(spots, place)
    for rival in rivals:
        if abs(rival.start - place.start) > _NEAR:
            continue
        first, second = sorted((place, rival), key=lambda each: each.start)
        between = place.near[first.quantity.end - base : second.start - base]
        if content_words(between) and _distance(spots, rival) < mine:
            return rival
    return None


def _distance(spots: dict[str, list[tuple[int, int]]], place: Place) -> int:
    return sum(
        min(_apart(place, start, end) for start, end in found) for found in spots.values() if found
    )


_ASIDE = re.compile(r"\([^()]*\)")
_DIVIDER = re.compile(r"[,;，；、]|\b(?:and|while|but|against)\b|和", re.IGNORECASE)
_DIVIDED = 40


def _apart(place: Place, start: int, end: int) -> int:
    """Return how far the word `[start, end)` is from `place`; a comma or *and* divides lists.

    In “10% from Ukraine and 9% from Poland” Ukraine is the 10%'s, though nearer to the 9%.
    """
    assert place.at is not None
    if start >= place.quantity.end:
        between = place.near[place.quantity.end - place.at : start - place.at]
    else:
        between = place.near[end - place.at : max(place.start - place.at, 0)]
    plain = _ASIDE.sub("", between)
    return len(plain) + _DIVIDED * len(_DIVIDER.findall(plain))


def paired(
    measure: str | None, place: Place, rivals: Sequence[Place]
) -> Literal["own", "other", "open"] | None:
    """Tell whether `place` is the measure's in “A and B were 3 and 5 respectively”.

    None where the sentence pairs nothing; `open` where it pairs, and it cannot be told what.
    """
    asked = set(content_words(measure or ""))
    if place.at is None or not asked or not RESPECTIVELY.search(place.near):
        return None
    if not rivals:
        return "open"
    base = place.at
    figures = sorted({place.start, *(rival.start for rival in rivals)})
    items, joiners = _items(place.near[: figures[0] - base])
    size = len(figures)
    picked = {
        pick
        for first in range(len(items) - size + 1)
        if joiners[first + size - 2] in _ENDING
        and (pick := _picked(items[first : first + size], asked)) is not None
    }
    if len(picked) != 1:
        years = mentions(place.near)
        return None if len(years) == size and not picked else "open"
    return "own" if figures[picked.pop()] == place.start else "other"


def _items(words: str) -> tuple[list[str], list[str]]:
    """Cut `words` at commas and *and*; return the pieces, and the word of each cut."""
    items, joiners, at = [], [], 0
    for found in _JOINER.finditer(words):
        if found.end() > found.start():
            items.append(words[at : found.start()])
            joiners.append(found.group().strip(", \t").lower() or ",")
            at = found.end()
    return [*items, words[at:]], joiners


_LAST = re.compile(r"[A-Z][\w-]*(?: [A-Z][\w-]*)*(?=\s*\Z)|[\w-]+(?=\s*\Z)")


def _picked(items: Sequence[str], asked: Collection[str]) -> int | None:
    """Return which of `items` alone has a word that was asked for and the others have not."""
    held = [
        set(content_words(item)) & set(asked) for item in (_LAST.findall(items[0])[-1:] or [""])
    ]
    held += [set(content_words(item)) & set(asked) for item in items[1:]]
    shared = [sum(word in each for each in held) for word in asked]
    if not any(count == 1 for count in shared):
        return None
    alone = [
        index
        for index, words in enumerate(held)
        if any(sum(word in each for each in held) == 1 for word in words)
    ]
    return alone[0] if len(alone) == 1 else None
