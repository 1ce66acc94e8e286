"""The words and symbols for verdicts, levels and reasons: the same in every format.

No wording here may say that a statement is true: a report says what was compared with what.
Each symbol is a plain character, so that nothing depends on colour.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from footnoted.model.capture import Basis
from footnoted.model.finding import Level
from footnoted.model.records import NoteStatus
from footnoted.model.report import Cause
from footnoted.model.verdicts import ClaimVerdict, LinkVerdict, PartVerdict
from footnoted.reports.readings import in_words


@dataclass(frozen=True, slots=True)
class Word:
    """How a verdict is shown: symbol, title (a word or two) and meaning (one sentence)."""

    symbol: str
    title: str
    meaning: str


CLAIMS: Final[Mapping[ClaimVerdict, Word]] = {
    ClaimVerdict.REJECTED: Word(
        "✗", "Rejected", "A person judged that it does not hold, by the evidence seen that day."
    ),
    ClaimVerdict.MISMATCH: Word(
        "≠", "Mismatch", "The source was read and says something else in this place."
    ),
    ClaimVerdict.NOT_FOUND: Word(
        "∅", "Not found", "The source was read, and a quotation or figure on record is not in it."
    ),
    ClaimVerdict.SOURCE_UNAVAILABLE: Word(
        "⊘", "Source unavailable", "The source could not be read, and nothing stands in for it."
    ),
    ClaimVerdict.UNCHECKED: Word(
        "?", "Unchecked", "Nothing could be compared; the reason is given."
    ),
    ClaimVerdict.ACCEPTED: Word(
        "✎",
        "Accepted",
        "Nothing could be compared; a person read the source as it stands and accepted it. That is "
        "this person's word, and no comparison.",
    ),
    ClaimVerdict.SUPPORTED_THEN: Word(
        "◑",
        "Supported then",
        "Every part on record was found in its source, some only in an archived copy of its time; "
        "the statement itself was not judged.",
    ),
    ClaimVerdict.SUPPORTED: Word(
        "=",
        "Supported",
        "Every quotation and figure on record was found in the source; the statement itself was "
        "not judged.",
    ),
}
"""Worst first: this order is the one in which claims are shown."""

PARTS: Final[Mapping[PartVerdict, Word]] = {
    PartVerdict.ALTERED: Word("≠", "Altered", "The source has these words in another wording."),
    PartVerdict.DISAGREES: Word("≠", "Disagrees", "The source gives another value."),
    PartVerdict.ABSENT: Word("∅", "Absent", "The source does not have it."),
    PartVerdict.UNCHECKED: Word("?", "Unchecked", "It could not be compared."),
    PartVerdict.EDITED: Word("=", "Edited", "Found, with marked omissions or insertions."),
    PartVerdict.TYPOGRAPHIC: Word("=", "Typographic", "Found, in other marks, dashes or spaces."),
    PartVerdict.VERBATIM: Word("=", "Verbatim", "Found word for word."),
    PartVerdict.AGREES: Word(
        "=", "Agrees", "The source gives the same value, or one it rounds to."
    ),
}
"""Worst first."""

LINKS: Final[Mapping[LinkVerdict, Word]] = {
    LinkVerdict.DEAD: Word("×", "Dead", "The server says that the page does not exist."),
    LinkVerdict.SOFT_404: Word("×", "Soft 404", "An error page under the page's own address."),
    LinkVerdict.PARKED: Word("×", "Parked", "The domain is for sale or shows only advertising."),
    LinkVerdict.BLOCKED: Word(
        "⊘", "Blocked", "A wall or challenge: not seen from here, which does not mean gone."
    ),
    LinkVerdict.UNREACHABLE: Word(
        "⊘", "Unreachable", "No answer: not seen from here, which does not mean gone."
    ),
    LinkVerdict.MOVED: Word("↷", "Moved", "The page answers at another address."),
    LinkVerdict.NOT_FETCHED: Word(
        "–", "Not fetched", "Not asked by our own rules, or no look at it is on record."
    ),
    LinkVerdict.OFFLINE: Word("–", "Offline", "The checker had no network; nothing is known."),
    LinkVerdict.NO_URL: Word("–", "No address", "The source has no address to look at."),
    LinkVerdict.ALIVE: Word("•", "Alive", "The page answers at its address."),
}
"""Worst first."""

GONE: Final = frozenset({LinkVerdict.DEAD, LinkVerdict.SOFT_404, LinkVerdict.PARKED})
"""Links that can be called rotten; all others are at most not seen from this vantage."""

UNSEEN: Final = frozenset({LinkVerdict.BLOCKED, LinkVerdict.UNREACHABLE})
"""Walls and weather: the page was not seen, and may well be there."""

MITIGATED: Final = Word(
    "◑",
    "Mitigated",
    "The page is gone, and an archived copy near the day its author saw it holds every part on "
    "record.",
)

ARCHIVED: Final[Mapping[str, Word]] = {
    "near": Word("●", "Near the day of access", "An archived copy within 30 days of it."),
    "far": Word("◐", "At another time only", "Archived, but not within 30 days of it."),
    "none": Word("○", "Not archived", "The archives that were asked hold no copy."),
    "unknown": Word("?", "Not known", "Not asked, or an archive gave no answer."),
}
"""How archives hold a source, best first. No answer is never "not archived"."""

CAUSES: Final[Mapping[Cause, str]] = {
    "world": "the page changed",
    "corpus": "the record is new or changed",
    "tool": "this version judges differently",
    "clock": "a date ran out",
}
"""Why a finding is new."""

WRONG: Final = frozenset({ClaimVerdict.REJECTED, ClaimVerdict.MISMATCH, ClaimVerdict.NOT_FOUND})
"""Claims that their sources contradict or lack, or that a person refused."""

HOLD: Final = frozenset({ClaimVerdict.SUPPORTED, ClaimVerdict.SUPPORTED_THEN})
"""A note with one of these verdicts holds."""

LEVELS: Final[Mapping[Level, Word]] = {
    "error": Word("✕", "Error", "To be mended."),
    "warning": Word("!", "Warning", "To be looked at."),
    "info": Word("i", "Remark", "Good to know."),
}
"""Worst first."""

STATUSES: Final[Mapping[NoteStatus, str]] = {
    "ok": "",
    "missing": "Missing: the paper has the mark, but no note is printed for it.",
    "dangling": "Dangling: a short form here leads to no earlier work.",
    "ambiguous": "Ambiguous: a short form here may mean several works.",
}

BASES: Final[Mapping[Basis, Word]] = {
    "cited": Word("", "Cited page", "in the cited page"),
    "alternate": Word("", "Another address", "in the same text at another address"),
    "memento": Word("", "Archived copy", "in an archived copy"),
    "local": Word("", "Local copy", "in a local copy"),
    "probe": Word("", "Probe", "at an address made up to learn about the site"),
    "archive": Word("", "Archive", "in the list of an archive"),
}
"""On what a verdict rests; `meaning` goes on from "3 of 3 parts found …"."""

_REASONS: Final[Mapping[str, str]] = {
    "no_url": "the source has no address",
    "offline": "the checker had no network",
    "other_language": "the page is in another language",
    "may_have_drifted": "not on the page now, and there is no archived copy to ask",
    "page_furniture": "found only in the page's navigation or frame",
    "nothing_to_compare": "the record has no quotation or figure; a person has to judge it",
    "not_http": "not an http or https address",
    "bad_url": "not a usable address",
    "refused_address": "a private address, which the checker does not visit",
    "no_such_host": "the host does not exist",
    "dns_trouble": "the name service could not tell",
    "tls": "no secure connection could be made",
    "connect_timeout": "no connection in time",
    "timeout": "no answer in time",
    "host_gave_up": "the host failed too often in this run",
    "not_fetched": "not asked by our own rules, or no look at it is on record",
    "no_evidence": "no look at it is on record",
    "body_too_large": "the answer was larger than the checker reads",
    "unsourced": "the paper gives no note for this",
    "no_source": "the note cites no source on record",
    "missing_note": "the note is marked in the text, but not printed",
    "dangling_note": "the note leads to no work cited before it",
    "ambiguous_note": "the note may mean several works",
    "script_only": "the page says nothing without scripts",
    "scanned": "a document of pictures, without text",
    "too_costly": "the document was too large to read safely",
}


def reason_words(reason: str | None, message: str) -> str:
    """Return why in words: the check's own message, else known words, else the code spelt out."""
    if message.strip():
        return in_words(message)
    return _REASONS.get(reason or "", (reason or "").replace("_", " "))


def plural(count: int, word: str) -> str:
    """Return `2 claims`, `1 claim`: the count and its noun."""
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"
