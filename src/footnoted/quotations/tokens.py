"""A text to folded words by one careful pass: what a token is, and what it folds to.

Exact, and dear: some 200 ns a character. `fold` takes a shortcut for the pages' plain stretches
and comes here for the rest, and to learn where the words of a stretch stand.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from functools import lru_cache

from footnoted.quotations.spellings import AMERICAN
from footnoted.quotations.words import CONTRACTIONS, UNITS

_ODD = "¹²³\u2070-\u209f¼-¾\u2150-\u215f\u2460-\u24ff\u2776-\u2793\u3248-\u32bf"
_SINGLE = (
    "\u3005-\u3007\u3040-\u3098\u309b-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
)
"""Scripts written without blanks between words: a character is a word of its own."""

_PLAIN_SINGLE = (
    "\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\u0e01-\u0e3a\u0e40-\u0e4e"
)
"""The commonest of them: no digits, and none that joins what stands before it."""

_BETWEEN_SINGLES = "，。、；：！？（）《》・"
"""What stands among them and is a word of its own, whatever stands beside it."""

_INVISIBLE = (
    "\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff"
)
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u0900-\u0963\u0966-\u0dff\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
)
RUN = rf"[^\W\d_{_ODD}{_SINGLE}]+"
"""Letters of one word without marks among them, as a pattern."""

_IN = rf"[{_MARKS}{_INVISIBLE}]"
_APOSTROPHES = "'’ʼ＇‘´`"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_JOINTS = 500
"""Parts that one token may have, so that no page of ten million dots takes all the memory."""

_NUMBERS = r"\d{1,3} (?: \s? [,;–-] \s? \d{1,3} ){0,99}"
_NOTE = rf"{_NUMBERS} | [a-z] | n(?:ote)? \s? \d{{1,3}} | citation[ ]needed"
_TOKEN = re.compile(
    rf"""
      (?P<plain> [A-Za-z]+ (?= [ \n,.;:)] ) )
    | (?P<word> {RUN} (?: (?: {_IN}+ (?: [{_APOSTROPHES}] {_IN}* )? | [{_APOSTROPHES}] {_IN}*
                           | [-‐] [ \t]* \n [ \t]* ) {RUN} ){{0,{_JOINTS}}} {_IN}* )
    | (?P<number> (?: (?<![\w.]) \. )? \d+ (?: {_IN}* [.,．] \d+ ){{0,{_JOINTS}}} )
    | (?P<singles> [{_PLAIN_SINGLE}{_BETWEEN_SINGLES}]{{2,}} (?! {_IN} ) )
    | (?P<single> [{_SINGLE}] {_IN}* )
    | (?P<mark> \[ (?: {_NOTE} ) \] (?! \w )
              | (?<= [^\s\d] ) [*†‡]{{1,3}} (?= [\s.,;:!?)”"’] | \Z ) )
    | (?P<raised> [⁻]? [{_RAISED}]+ (?: [\s,–⁻-]? [{_RAISED}]+ ){{0,{_JOINTS}}} )
    | (?P<ellipsis> \. (?: [ \u00a0]? \. ){{2,{_JOINTS}}} | […⋯]+ \.? )
    | (?P<quote> '' | `` | ,, | ["'“”„‟‘’‚‛«»‹›「」『』〝〞`´＂＇] )
    | (?P<dash> [-‐‑‒–—―−﹘﹣－]+ )
    | (?P<other> [^\s{_INVISIBLE}] )
    """,
    re.VERBOSE,
)
KNOT = re.compile(
    rf"""[-‐.\[{_RAISED}]
    (?: (?<= [^\W\d_][-‐] ) [ \t]* \n [ \t]*
      | (?<= \. ) [ \u00a0] (?= \. )
      | (?<= \[ ) (?: {_NOTE} ) \]
      | (?<= [{_RAISED}] ) \s (?= [{_RAISED}] ) )
    """,
    re.VERBOSE,
)
"""Where one token may go over white space; finds too much rather than too little."""

_STRIPPED = re.compile(rf"[{_INVISIBLE}]")
_LINE_HYPHEN = re.compile(r"[-‐][ \t]*\n[ \t]*")
_SOFT_BREAK = re.compile(r"\u00ad|[-‐][ \t]*\n[ \t]*")
_PLAIN = {"\0": "\ufffd", "。": ".", "、": ",", "｡": ".", "､": ",", "．": ".", "﹐": ",", "‚": ","}
_ENDINGS = frozenset(
    (word,)
    for stem in ("operat", "ordinat")
    for word in (f"{stem}{end}" for end in ("e", "es", "ed", "ing", "ion", "ive", "ives", "or"))
) | {("cent",)}
"""Words that a word before them may be written together with, without another meaning."""

_SPECIAL = frozenset({"raised", "mark", "quote"})
_DROPPED = frozenset("•▪◦‣●■□▫◾\u2043†‡¶")
_LOWERED = str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))
_ONE_LETTER = frozenset("aioyeàéвиксуоя")
"""Words of one letter, in the languages that have them."""

_REMEMBERED = 64
"""Tokens up to this length, in characters, are folded once and remembered."""


class Tokens:
    """Folded words, where each stands, and where the footnote marks stand."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.starts = array("I")
        self.ends = array("I")
        self.marks: list[tuple[int, int]] = []

    def read(self, content: str, first: int = 0, last: int | None = None) -> None:
        """Add the words of `content[first:last]`; what stands around it is seen, too."""
        add_word, add_start, add_end = self.words.append, self.starts.append, self.ends.append
        for match in _TOKEN.finditer(content, first, len(content) if last is None else last):
            kind = match.lastgroup or "other"
            start, end = match.span()
            raw = match.group()
            if kind == "singles":
                self._singles(raw, start, end)
                continue
            if kind in _SPECIAL:
                self._special(kind, raw, start, end)
                continue
            folded = fold_word(raw) if kind == "plain" else fold_token(kind, raw)
            for word in folded:
                add_word(word)
                add_start(start)
                add_end(end)
            if folded in _ENDINGS and len(self.words) > 1:
                self._join()

    def _singles(self, raw: str, start: int, end: int) -> None:
        self.words.extend(map(_CHARACTERS.__getitem__, raw))
        self.starts.extend(range(start, end))
        self.ends.extend(range(start + 1, end + 1))

    def _special(self, kind: str, raw: str, start: int, end: int) -> None:
        last = self.words[-1] if self.words and self.ends[-1] == start else None
        if kind == "raised" and last and _has_power(last, raw):
            power = ",".join(unicodedata.normalize("NFKC", raw).replace("−", "-").split())
            self.add(f"^{power}", start, end)  # no word has a blank: words are joined by them
        elif kind != "quote":
            self.marks.append((start, end))
        elif last in {",", "."}:
            # "word," and "word", are typesetters' habits: the mark comes first, both share a place
            self.words[-1] = '"'
            self.ends[-1] = end
            self.add(last, self.starts[-1], end)
        else:
            self.add('"', start, end)

    def _join(self) -> None:
        """Make `per cent` one word, and `co-operation`, as they are also spelt."""
        word, end = self.words[-1], self.ends[-1]
        size = 2 if word == "cent" else 3
        first = ["per"] if word == "cent" else ["co", "-"]
        glued = size == 2 or list(self.ends[-3:-1]) == list(self.starts[-2:])
        if self.words[-size:-1] != first or not glued:
            return
        del self.words[1 - size :], self.starts[1 - size :], self.ends[1 - size :]
        self.words[-1] = first[0] + word
        self.ends[-1] = end

    def add(self, word: str, start: int, end: int) -> None:
        """Add a word at its place."""
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)


def soft_parts(raw: str) -> list[str]:
    """Return the folded parts of a word that a line's end broke, `-` between; one if it did not.

    The hyphen of such a word may belong to it: `long-` / `term` is `longterm` or `long-term`.
    """
    parts: list[str] = []
    for part in _SOFT_BREAK.split(raw):
        if parts:
            parts.append("-")
        parts.append(_letters(part))
    return parts


def fold_token(kind: str, raw: str) -> tuple[str, ...]:
    """Return the folded words of one token: none for a bullet, two for a contraction."""
    return _fold_short(kind, raw) if len(raw) <= _REMEMBERED else _fold_any(kind, raw)


@lru_cache(maxsize=16_384)
def _fold_short(kind: str, raw: str) -> tuple[str, ...]:
    return _fold_any(kind, raw)


def _fold_any(kind: str, raw: str) -> tuple[str, ...]:
    if kind in {"word", "plain"}:
        return fold_word(raw)
    if kind == "dash":
        return ("-",)
    if kind == "ellipsis":
        return ("…",)
    if raw in _DROPPED:
        return ()
    if raw in _PLAIN:
        return (_PLAIN[raw],)
    plain = unicodedata.normalize("NFKC", _STRIPPED.sub("", raw)).lower()
    return (plain,) if plain and not any(map(str.isspace, plain)) and "⁄" not in plain else (raw,)


def fold_word(raw: str) -> tuple[str, ...]:
    """Return the folded words of a word or number: two for a contraction."""
    if raw.isascii() and raw.isalpha():
        word = raw if raw.islower() else raw.lower()
        return CONTRACTIONS.get(word) or (AMERICAN.get(word, word),)
    if "\n" in raw:
        parts = _LINE_HYPHEN.split(raw)
        if not all(part[:1].islower() for part in parts[1:]):
            # a capital or a letter without case after the hyphen: the hyphen is the word's own
            halves = [word for part in parts for word in ("-", *fold_word(part))]
            return tuple(halves[1:])
        raw = "".join(parts)
    word = _letters(raw)
    if word in CONTRACTIONS:
        return CONTRACTIONS[word]
    if not word.isalnum():
        # a few letters stand for several words (U+FDFA), or for a blank and a mark (U+037A)
        word = "".join(word.split())
    return (AMERICAN.get(word, word),) if word else ()


def _letters(raw: str) -> str:
    """Fold the letters of a word: no invisible ones, NFKC, lower case, one apostrophe."""
    raw = raw.replace("`", "'").replace("´", "'")  # NFKC makes a blank of the second
    if raw.isascii():
        return raw if raw.islower() else raw.lower()
    if raw.isalpha() and "ʼ" not in raw and unicodedata.is_normalized("NFKC", raw):
        return raw.lower()
    plain = unicodedata.normalize("NFKC", _STRIPPED.sub("", raw))
    return plain.translate(_LOWERED).lower()


def _has_power(base: str, raised: str) -> bool:
    """Say whether raised digits are a power (10⁶, 5 km²) and no footnote mark.

    A unit has small powers, a word of one letter (`a`, `I`) that is no unit has none but 2 and 3.
    """
    if raised.startswith("⁻") or base in {"10", "2"}:
        return True
    if base in UNITS or base in _ONE_LETTER:
        return raised in {"²", "³"}
    return len(base) == 1 and base.isalnum()


class _Characters(dict[str, str]):
    """What each character of a script without blanks folds to, learnt as it is met."""

    def __missing__(self, raw: str) -> str:
        (folded,) = fold_token("single", raw)
        self[raw] = folded
        return folded


_CHARACTERS = _Characters()
_UNSPACED = re.compile(rf"[{_PLAIN_SINGLE}{_BETWEEN_SINGLES}]+")


def fold_unspaced(raw: str) -> tuple[str, ...] | None:
    """Return the words of a run of Chinese, Japanese or Thai alone; None for any other."""
    if raw.isascii() or not _UNSPACED.fullmatch(raw):
        return None
    return tuple(map(_CHARACTERS.__getitem__, raw))
