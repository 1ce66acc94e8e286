"""A full citation described: who, what, when, where, as far as its words tell surely."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from footnoted.citations.names import (
    BODY_WORD,
    Names,
    Person,
    looks_like_body,
    read_names,
)
from footnoted.citations.parts import (
    SIGNAL,
    YEAR,
    find_dates,
    find_locator,
    find_urls,
    masked,
)
from footnoted.citations.split import Piece

_QUOTED_TITLE = re.compile(
    r"“[^“”]{8,}”|\"[^\"]{8,}\"|(?<!\w)‘[^‘]{8,}’(?!\w)"
    r"|(?<!\w)'(?:[^']|(?<=\w)'(?=\w)){8,}'(?!\w)"
    r"|《[^《》]{2,}》|„[^„“]{8,}“|«[^«»]{8,}»"
    r"|(?<=,\s)(?:“[^“”]{3,7}”|\"[^\"]{3,7}\")(?=[,.]|$)"
)
_BEFORE_CONTAINER = re.compile(r"[\s,.]*(?:\b(?:in|in the|the)\b:?\s*)?")
_ACCESSED = re.compile(
    r"[\[(,]?\s*(?:last\s+)?(?:accessed|retrieved|visited|viewed)\s*(?:on|:)?\s*([^\])]*)",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r"\b(?i:speech|remarks|address|statement|report|lecture|interview)\s(?:by|of|delivered by)\s"
    r"(?:(?:H\.?\s?E\.?|Mr\.?|Ms\.?|Dr\.?|President|Premier|Chairman)\s)*"
    r"(?P<name>[A-Z][a-z][\w’'-]*(?:\s[A-Z][a-z][\w’'-]*){1,2})(?=,|$|\s[a-z])"
)
_NUMBERED = re.compile(
    r"^(?P<series>[A-Z].*?(?:Paper|Report|Brief|Briefing|Series|Note|Study|Document)s?),?\s+"
    r"(?:No\.?\s*|Number\s+|#)?(?P<number>\d+)$"
)
_HEAD_YEAR = re.compile(rf"\(({YEAR})[a-z]?\)[,.:]?$")
_SEASON = re.compile(r"\b(?:spring|summer|autumn|fall|winter)$", re.IGNORECASE)
_VOLUME = re.compile(r"\bvol(?:ume)?\.?\s*(\d+)", re.IGNORECASE)
_ISSUE = re.compile(r"\b(?:no|issue|number)\.?\s*(\d+(?:[/–-]\d+)?)", re.IGNORECASE)
_LANGUAGE = re.compile(r"\(?in [A-Z]\w+\)?$")
_HEREINAFTER = re.compile(r"\b(?:hereinafter|hereafter)\s+(?:referred to as\s+)?[“\"'‘]?([\w ]+)")


@dataclass(frozen=True, slots=True)
class Work:
    """A work cited in full in note `note`.

    `names` is who the citation begins with, `tail` the plain words behind the title. One in
    `prose` is a sentence, not a reference. Dates are EDTF, `url` is as printed. `speaker` is whom
    the description names as the work's speaker or author, where it begins with the title.
    """

    note: str
    text: str
    names: Names = field(default_factory=Names)
    title: str | None = None
    tail: str = ""
    prose: bool = False
    issued: str | None = None
    accessed: str | None = None
    url: str | None = None
    publisher: str | None = None
    container: str | None = None
    volume: str | None = None
    issue: str | None = None
    collection: str | None = None
    number: str | None = None
    page: str | None = None
    speaker: str | None = None
    nickname: str | None = None
    emphasised: bool = False

    @property
    def says_nothing(self) -> bool:
        """Tell whether the words are a sentence of prose that cites no work."""
        told = self.url or self.issued or self.persons or find_locator(self.text)
        ends = self.text.rstrip("\"”’')")[-1:] in ".!?"
        return not told and not self.emphasised and ends and len(self.text.split()) >= 5

    @property
    def persons(self) -> tuple[Person, ...]:
        """The persons the citation begins with."""
        return self.names.persons


@dataclass(frozen=True, slots=True)
class Frame:
    """A piece laid out: words before the title, the title, words behind it, what holds the work."""

    head: str
    title: str | None
    tail: str
    emphasised: bool
    container: str | None = None


def describe(piece: Piece, note: str) -> Work:
    """Return what the full citation `piece` of note `note` says of its work."""
    urls = find_urls(piece.text)
    frame = lay_out(piece)
    year = _HEAD_YEAR.search(frame.head) if frame.title else None
    if year:  # `World Bank (2010) *Title*`
        frame = replace(frame, head=frame.head[: year.start()].rstrip(" ,"))
    names, title, tail, prose = _who_and_what(frame)
    accessed = _ACCESSED.search(tail)
    plain_tail = tail[: accessed.start()] + tail[accessed.end() :] if accessed else tail
    issued = _issued(plain_tail) or (year[1] if year else None)
    title_led = not names.persons and names.literal is None
    speech = _SPEECH.search(plain_tail) if title_led and not prose else None
    nickname = _HEREINAFTER.search(plain_tail)
    return Work(
        note=note,
        text=piece.text,
        names=names,
        title=title,
        tail=plain_tail,
        prose=prose,
        issued=None if prose else issued,
        accessed=_only_date(accessed[1]) if accessed else None,
        url=piece.text[slice(*urls[0])] if urls else None,
        speaker=speech["name"] if speech else None,
        emphasised=frame.emphasised,
        nickname=nickname[1].strip() if nickname else None,
        **(_published(plain_tail, frame.container) if title and not prose else {}),
    )


def _issued(tail: str) -> str | None:
    """Return the date of issue: the most precise one, a year only where it stands as a date.

    `Peace Mission 2010` in the middle of a description names an event, not the work's year.
    """
    for start, end, value in find_dates(tail):
        before, after = tail[:start].rstrip(), tail[end:].strip(" ,.;:")
        lone = not before or before[-1] in ",(;[" or _SEASON.search(before) is not None
        closes = not after or find_locator(after) == (0, len(after))
        if len(value) > 4 or lone or closes:
            return value
    return None


def _only_date(words: str) -> str | None:
    dates = find_dates(words)
    return dates[0][2] if dates else None


def lay_out(piece: Piece) -> Frame:
    """Find the title of `piece`: its first emphasised words, or the first in quotation marks.

    A title in quotation marks right before the emphasis is an article's, and the emphasis the
    newspaper, journal or book that holds it.
    """
    text = masked(piece.text, find_urls(piece.text))
    signal = SIGNAL.match(text) if not piece.after else None
    start = signal.end() if signal else piece.after
    span = next(((a, b) for a, b in piece.emphasis if a >= start and text[a:b].strip()), None)
    emphasised = span is not None
    quoted = _QUOTED_TITLE.search(text, start, span[0] if span else len(text))
    holds = (
        span
        if span and quoted and _BEFORE_CONTAINER.fullmatch(text, quoted.end(), span[0])
        else None
    )
    if span is None or holds:
        span, emphasised = quoted.span() if quoted else None, False
    if span is None:
        return Frame(_clean(text[start:]), None, "", emphasised=False)
    title = text[slice(*span)].strip(" ,")
    if not emphasised:
        title = title[1:-1].strip(" ,")
    head = re.sub(r"\bin:?\s*$", "", text[start : span[0]]) if piece.quoted_in else (
        text[start : span[0]]
    )  # fmt: skip
    tail = text[(holds or span)[1] :]
    container = text[slice(*holds)].strip(" ,.") if holds else None
    return Frame(_clean(head), title, _clean(tail), emphasised, container)


def _clean(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip(" ,;:")


def _who_and_what(frame: Frame) -> tuple[Names, str | None, str, bool]:
    if frame.title is None:
        return _without_title(frame.head)
    names = read_names(frame.head)
    if not names.persons and len(frame.head.split()) > 12:
        return Names(), frame.title, frame.tail, True
    title, tail = frame.title, frame.tail
    if not frame.emphasised:
        return names, title, tail, False
    if _goes_into_title(names.rest, title):
        title = f"{names.rest}, {title}"
    return names, *_title_beyond(names, title, tail), False


def _goes_into_title(rest: str, title: str) -> bool:
    """Tell whether words between body and emphasis begin the title (`Xinhua, China, *X lift*`)."""
    return (
        bool(rest)
        and "," not in rest
        and len(rest.split()) <= 2
        and not BODY_WORD.search(rest)
        and not re.search(r"\d|\b(?:Report|Paper|Series)\b", rest)
        and re.search(r"\s[a-z]{4,}", title) is not None
    )


def _title_beyond(names: Names, title: str, tail: str) -> tuple[str, str]:
    """Return title and tail where the emphasis holds less than the title, or not it at all.

    A few emphasised words that go on in lower case are a title's beginning; between a person
    and a sentence they are the newspaper's name.
    """
    segments = _segments(tail)
    first = segments[0] if segments else ""
    if not first or not tail.startswith(first) or len(title.split()) > 3:
        return title, tail
    if tail[len(first) :].strip()[:1] not in {"", ","}:
        return title, tail
    rest = tail[len(first) :].strip(" ,")
    if names.persons and _is_sentence_like(first):
        return first, f"{title}, {rest}"
    if first[0].islower() and not re.match(r"(?:in|at|by|from|vol|no|ed)\b", first):
        return f"{title}, {first}", rest
    return title, tail


def _is_sentence_like(words: str) -> bool:
    lower = [word for word in words.split() if word[:1].islower() and len(word) > 3]
    return len(words.split()) >= 5 and len(lower) >= 3 and not find_dates(words)


def _without_title(head: str) -> tuple[Names, str | None, str, bool]:
    """Tell a leading body from a leading title where nothing marks the title."""
    lead = head.split(",", maxsplit=1)[0]
    if re.search(r"\w{3}[.!?]\s+[A-Z]\w+", head) and not BODY_WORD.search(lead):
        return Names(), None, head, True
    persons = read_names(_before_comma_run(head)).persons
    segments = _segments(head)
    if persons:
        rest = head.split(persons[-1].given, 1)[-1].strip(" ,")
        own = _segments(rest)
        title = own[0] if own else None
        return Names(persons=persons), title, rest[len(title or "") :].strip(" ,"), False
    if not segments:
        return Names(), None, head, False
    first = segments[0]
    rest = head[head.find(first) + len(first) :].strip(" ,")
    second = segments[1] if len(segments) > 1 else ""
    if _leads_as_body(first, second):
        title = _title_of_segments(segments[1:])
        tail = rest[len(title) :].strip(" ,") if title and rest.startswith(title) else rest
        return Names(literal=first), title, tail, False
    return Names(), first, rest, False


def _title_of_segments(segments: list[str]) -> str | None:
    """Return the title among plain segments behind a body, None where that is not sure."""
    if not segments or (not segments[0][0].isupper() and not segments[0][0].isdigit()):
        return None
    if not looks_like_body(segments[0]):
        return segments[0]
    # `CCTV, China, Kazakhstan sign contracts`: a place name alone begins a headline.
    if len(segments) > 1 and len(segments[0].split()) <= 2 and not BODY_WORD.search(segments[0]):
        return None if looks_like_body(segments[1]) else f"{segments[0]}, {segments[1]}"
    return None


def _before_comma_run(head: str) -> str:
    """Return the leading comma segments that can be persons (`Pantucci R, Li L`)."""
    taken: list[str] = []
    for segment in head.split(", "):
        if not read_names(", ".join([*taken, segment])).persons:
            break
        if len(read_names(segment).persons) == 0 and not re.fullmatch(r"(?:[A-Z]\.?\s?)+", segment):
            break
        taken.append(segment)
    return ", ".join(taken)


def _leads_as_body(first: str, second: str) -> bool:
    if not looks_like_body(first) or (not second and len(first.split()) > 4):
        return False
    if BODY_WORD.search(first) or len(first.split()) <= 2:
        return True
    return not BODY_WORD.search(second) and not re.search(r"\b[A-Z]\w+s\b\s+[A-Z]", first)


def _segments(words: str) -> list[str]:
    """Return the comma segments of `words` that are neither dates nor locators."""
    kept = []
    spans = tuple((start, end) for start, end, _ in find_dates(words))
    locator = find_locator(words)
    blank = masked(words, (*spans, *((locator,) if locator else ())))
    for segment in blank.split(","):
        bare = re.sub(r"\s+", " ", re.sub(r"\(\s*\)", "", segment)).strip(" .;:")
        if bare and re.search(r"\w", bare) and not re.fullmatch(
            r"(?i)(?:revised|updated|posted|published|spring|summer|autumn|winter)(?: on)?", bare
        ):  # fmt: skip
            kept.append(bare)
    return kept


def _publisher_of(segment: str) -> str:
    bare = re.sub(
        r"^(?:posted|published|printed)\s+(?:in|on|by|at)\s+", "", segment, flags=re.IGNORECASE
    )
    enclosed = bare.startswith("(") or bare.count("(") != bare.count(")")
    return bare.strip("() ") if enclosed else bare.strip()


def _published(tail: str, container: str | None) -> dict[str, str]:
    """Return publisher, container, series and the like, each only where nothing rivals it."""
    found: dict[str, str] = {"container": container} if container else {}
    locator = find_locator(tail)
    volume, issue = _VOLUME.search(tail), _ISSUE.search(tail)
    rest = []
    for segment in _segments(tail):
        numbered = _NUMBERED.match(segment)
        if numbered:
            found |= {"collection": numbered["series"], "number": numbered["number"]}
        elif not (_VOLUME.match(segment) or _ISSUE.match(segment) or _LANGUAGE.match(segment)):
            rest.append(_publisher_of(segment))
    if len(rest) == 1 and looks_like_body(rest[0]) and not re.search(r"\d", rest[0]):
        found.setdefault("container" if volume else "publisher", rest[0])
    if volume:
        found["volume"] = volume[1]
        if issue:
            found["issue"] = issue[1]
        if locator:
            found["page"] = re.sub(r"^\D+", "", tail[slice(*locator)])
    return found
