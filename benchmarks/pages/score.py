"""Sentences of a known text, whether another text holds them, and how sure the share is.

Nothing here is taken from the package: the measure must not share its faults.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator

MIN_WORDS = 6
MIN_WIDE = 12
"""Characters that a sentence of a script without blanks has at least."""

_WIDE = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af"
_STOP = re.compile(r"(?<=[.!?])[\"”’»)\]]*\s+(?=[^\Wa-z_]|[\"“‘«(])|(?<=[。！？])[”’」』）)]*")
_ENDED = re.compile(r"[.!?。！？:：][\"”’»)\]」』）]*$")
_LEADERS = re.compile(r"(?:\. ?){5,}")
_DROPPED = re.compile(
    r"[\s\u00ad\u200b-\u200f\u2060\ufeff\ufffe\-\u2010-\u2015\u2212\"'“”„‘’«»`*_]+"
)
_HYPHEN = re.compile(r"[\u00ad\ufffe]\s*|[-\u2010\u2011](?:\s+|(?=\w))|[\u200b-\u200f\u2060\ufeff]")
_MARKS = re.compile(r"[\"'“”„‘’«»`*_]")
_IS_WIDE = re.compile(f"[{_WIDE}]")


def sentences(paragraph: str, *, ended: bool) -> Iterator[str]:
    """Yield the sentences of a paragraph that are long enough to be told from others.

    A table of contents is no prose. With `ended`, only those that a full stop or the like
    closes and a capital (or a script without capitals) opens: what a page break or a table cuts
    is none.
    """
    run = " ".join(paragraph.split())
    for part in _STOP.split("" if _LEADERS.search(run) else run):
        sentence = part.strip()
        if not _is_long(sentence) or sum(map(str.isalpha, sentence)) < len(sentence) / 2:
            continue
        if ended and (not _ENDED.search(sentence) or sentence[0].islower()):
            continue
        yield sentence


def _is_long(sentence: str) -> bool:
    wide = len(_IS_WIDE.findall(sentence))
    return wide >= MIN_WIDE if wide > len(sentence) / 3 else len(sentence.split()) >= MIN_WORDS


def is_wide(sentence: str) -> bool:
    """Say whether a sentence is in a script that puts no blanks between words."""
    return len(_IS_WIDE.findall(sentence)) > len(sentence) / 3


def squeezed(text: str) -> str:
    """Return a text without white space, hyphens, dashes and quotation marks, case folded."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", _DROPPED.sub("", text)).casefold())


def spaced(text: str) -> str:
    """Return a text with its words apart by one blank; hyphens and quotation marks taken out."""
    text = _MARKS.sub("", _HYPHEN.sub("", text))
    return f" {' '.join(unicodedata.normalize('NFKC', text).casefold().split())} "


def found(known: Iterable[str], text: str) -> list[tuple[str, bool, bool]]:
    """Return each sentence, whether `text` holds it, and whether word for word."""
    run, words = squeezed(text), spaced(text)
    return [(s, squeezed(s) in run, spaced(s).strip() in words) for s in known]


def wilson(hits: int, total: int) -> tuple[float, float]:
    """Return the bounds between which a share lies with 95 % (Wilson 1927)."""
    if not total:
        return 0.0, 1.0
    z, share = 1.959964, hits / total
    middle = share + z * z / (2 * total)
    half = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    scale = 1 + z * z / total
    return max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)
