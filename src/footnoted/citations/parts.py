"""The small parts of a printed citation: URLs, dates, locators, and the marks of short forms."""

from __future__ import annotations

import re
from calendar import monthrange

Span = tuple[int, int]

_URL = re.compile(
    r"(?:https?|ftp)://[^\s<>\"“”]+"
    r"|(?<![\w@./-])www\.[^\s<>\"“”]+"
    r"|(?<![\w@./-])(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24}/[^\s<>\"“”]*",
    re.IGNORECASE,
)
_CLOSERS = {")": "(", "]": "[", "}": "{"}

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
         "august aug", "september sept sep", "october oct", "november nov", "december dec"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
YEAR = r"(?:1[5-9]|20)\d\d"
_DATES = (
    re.compile(
        rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m>{MONTH}),?\s+(?P<y>{YEAR})\b", re.IGNORECASE
    ),
    re.compile(
        rf"\b(?P<m>{MONTH})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,\s+(?P<y>{YEAR})\b", re.IGNORECASE
    ),
    re.compile(rf"\b(?P<y>{YEAR})-(?P<m>\d\d)-(?P<d>\d\d)\b"),
    re.compile(rf"\b(?P<m>{MONTH}),?\s+(?P<y>{YEAR})\b", re.IGNORECASE),
    re.compile(rf"(?<![\w/–-])(?P<y>{YEAR})(?![\w/–-])"),
)
_LOCATOR = re.compile(
    r"(?<![\w.])(?:pp?\.?|pages?|paras?\.?|paragraphs?|ch\.?|chapters?|§§?)\s?\d+[a-z]?"
    r"(?:\s?[–—-]\s?\d+[a-z]?)?(?:,\s\d+(?:[–-]\d+)?(?=,|$|\s*\)))*",
    re.IGNORECASE,
)

IBID = re.compile(r"\bibid(?:em)?\b\.?|^\W*(?:id\.|idem\b)", re.IGNORECASE)
OP_CIT = re.compile(r"\b(?:op|loc)\.?\s*cit\b\.?", re.IGNORECASE)
LOC_CIT = re.compile(r"\bloc\.?\s*cit\b\.?", re.IGNORECASE)
NOTE_REFERENCE = re.compile(
    r"\b(?:supra|above|see)\b[\s,(]{0,3}(?:at\s|in\s)?(?:foot)?(?:notes?|n|fn)\b\.?\s*"
    r"(?P<after>\d+[a-z]?)"
    r"|\b(?:foot)?(?:note|n|fn)\b\.?\s*(?P<before>\d+[a-z]?),?\s+(?:above|supra)\b"
    r"|\((?:note|n|fn)\.?\s*(?P<within>\d+[a-z]?)\)"
    r"|\bsupra\b",
    re.IGNORECASE,
)
SIGNAL = re.compile(
    r"^\W*(?:(?:see|cf|e\.g|eg|for (?:example|instance|details|more|a discussion))\b[.,:]?\s*"
    r"(?:also\b|generally\b|e\.g\.|see\b)?[,:]?\s*(?:for example\b,?\s*)?)",
    re.IGNORECASE,
)
QUOTED_IN = re.compile(r",?\s*\(?\b(?:as\s+)?(?:quoted|cited)\s+(?:in|by|from)\s+", re.IGNORECASE)


def find_urls(text: str) -> tuple[Span, ...]:
    """Return the spans of the URLs in plain `text`, without the sentence's punctuation.

    A host without scheme and `www.` counts only with a path: `China.org.cn` alone is a name.
    """
    spans = []
    for found in _URL.finditer(text):
        end = _trimmed(text, found.start(), found.end())
        if end - found.start() > 5:
            spans.append((found.start(), end))
    return tuple(spans)


def absolute(url: str) -> str:
    """Return `url` with `http://` put before a bare host."""
    return url if re.match(r"(?i)[a-z][a-z0-9+.-]*://", url) else f"http://{url}"


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start:
        last = text[end - 1]
        if last in _CLOSERS:
            url = text[start:end]
            if url.count(last) <= url.count(_CLOSERS[last]):
                return end
        elif last not in ".,;:!?'’*":
            return end
        end -= 1
    return end


def find_dates(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return the dates in `text` as `(start, end, EDTF)`, the most precise kind first."""
    taken: list[tuple[int, int, str]] = []
    for pattern in _DATES:
        for found in pattern.finditer(text):
            if any(found.start() < end and start < found.end() for start, end, _ in taken):
                continue
            value = _edtf(found.groupdict())
            if value:
                taken.append((found.start(), found.end(), value))
    return tuple(taken)


def _edtf(parts: dict[str, str | None]) -> str | None:
    month, day = parts.get("m"), parts.get("d")
    if month is None:
        return parts["y"]
    number = int(month) if month.isdigit() else MONTHS[month.lower().rstrip(".")]
    if not 1 <= number <= 12 or (day and not 1 <= int(day) <= 31):
        return None
    if day and int(day) > monthrange(int(parts["y"] or 1), number)[1]:
        day = None  # 31 June: the month is all that can be meant
    return f"{parts['y']}-{number:02d}" + (f"-{int(day):02d}" if day else "")


def find_locator(text: str) -> Span | None:
    """Return the span of the last locator in `text` (`p 11`, `pp 8–12`, `para 4`)."""
    found = list(_LOCATOR.finditer(text))
    return found[-1].span() if found else None


def masked(text: str, spans: tuple[Span, ...]) -> str:
    """Return `text` with `spans` blanked out, every offset kept."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
