"""Where the sentences of a paragraph end."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

Span = tuple[int, int]

_END = re.compile(r"(?:\.{2,4}|[.?!…。！？])[\"”’'»)\]]*(?=\s|$)|[。！？][”」』]?")
_WORD = re.compile(r"[\w.&’'-]+$")
_NEXT = re.compile(r"\s*[\"“‘'(\[«]*(\S)")
_NEXT_WORD = re.compile(r"\s*[\"“‘'(\[«]*([\w’'-]+)(\.?)")
_WORDS = {
    "titles": "mr mrs ms dr prof gen col lt sgt capt rep sen gov st messrs hon rev pres amb maj "
    "cmdr e.g i.e eg ie cf vs viz",
    "numbered": "no nos p pp vol vols art arts ch chs fig figs sec sect para paras eq approx ca c "
    "n nn jan feb mar apr jun jul aug sep sept oct nov dec line ll app",
    "doubtful": "inc ltd co corp jr sr al ed eds a.m p.m am pm dept univ bros",
    "starters": "the this these those that it its in he she they we you i but and or a an as for "
    "on at by to from with while when since after before although however moreover thus if so "
    "there what who why how not no his her their our some many most all both each one such under "
    "during despite according nor yet today now then here",
}
_TITLES, _BEFORE_NUMBER, _MAYBE, _STARTERS = (frozenset(words.split()) for words in _WORDS.values())


def find_sentences(
    text: str, marks: Collection[int] = (), whole: Sequence[Span] = ()
) -> list[Span]:
    """Return the sentences of the paragraph `text` as spans, blanks between them left out.

    `marks` are the offsets of footnote marks: one directly behind a full stop proves that a
    sentence ends there. `whole` are quotations: a full stop inside one does not end the
    sentence that quotes it.
    """
    spans: list[Span] = []
    start = _skip(text, 0)
    for found in _END.finditer(text):
        if found.end() <= start:
            continue
        if _inside(found, whole) or not _ends(text, start, found, marked=found.end() in marks):
            continue
        spans.append((start, found.end()))
        start = _skip(text, found.end())
    if start < len(text):
        spans.append((start, len(text.rstrip())))
    return [span for span in spans if span[0] < span[1]]


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _inside(found: re.Match[str], whole: Sequence[Span]) -> bool:
    return any(start <= found.start() and found.end() <= end for start, end in whole)


def _ends(text: str, start: int, found: re.Match[str], *, marked: bool) -> bool:
    following = _NEXT.match(text, found.end())
    if following is None:
        return True
    if following[1].islower():
        return False
    if found[0][0] != "." or found[0].startswith(".."):
        return True
    word_found = _WORD.search(text[max(start, found.start() - 30) : found.start()])
    word = word_found[0].strip("'’") if word_found else ""
    return _ends_after(text, found, word, marked=marked, alone=found.start() - len(word) == start)


def _ends_after(text: str, found: re.Match[str], word: str, *, marked: bool, alone: bool) -> bool:
    low = word.lower()
    following = _NEXT.match(text, found.end())
    digit = bool(following and following[1].isdigit())
    if low in _TITLES or (low in _BEFORE_NUMBER and digit) or (alone and word.isdigit()):
        return False
    initials = re.fullmatch(r"(?:[A-Z]\.)*[A-Z]", word)
    if (initials or low in _MAYBE) and found[0] == ".":
        return marked or _starter_follows(text, found.end())
    return True


def _starter_follows(text: str, at: int) -> bool:
    found = _NEXT_WORD.match(text, at)
    return bool(found) and found[1].lower() in _STARTERS and not found[2] if found else False
