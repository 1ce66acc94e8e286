"""A text to a stream of folded words, each with its place in the text.

Folding takes away what a typesetter may change and nothing else: the shapes of quotation marks
and dashes, invisible characters, ligatures and width forms (NFKC), line-end hyphens, footnote
marks, case, US and UK spelling (by table), contractions. Words stay whole, so that a match is
bounded by words by construction: `legal` is not in `illegal`, nor 439 in 4.39.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from footnoted.model.text import Text
from footnoted.quotations.spellings import AMERICAN
from footnoted.quotations.words import CONTRACTIONS, UNITS

_ODD = "¹²³\u2070-\u209f¼-¾\u2150-\u215f\u2460-\u24ff\u2776-\u2793\u3248-\u32bf"
_SINGLE = (
    "\u3005-\u3007\u3040-\u3098\u309b-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
)
"""Scripts written without blanks between words: a character is a word of its own."""

_INVISIBLE = (
    "\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff"
)
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u0900-\u0963\u0966-\u0dff\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
)
_RUN = rf"[^\W\d_{_ODD}{_SINGLE}]+"
_IN = rf"[{_MARKS}{_INVISIBLE}]"
_APOSTROPHES = "'’ʼ＇‘"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TOKEN = re.compile(
    rf"""
      (?P<word> {_RUN} (?: (?: {_IN}+ (?: [{_APOSTROPHES}] {_IN}* )? | [{_APOSTROPHES}] {_IN}*
                           | [-‐] [ \t]* \n [ \t]* ) {_RUN} )* {_IN}* )
    | (?P<number> (?: (?<![\w.]) \. )? \d+ (?: {_IN}* [.,．] \d+ )* )
    | (?P<single> [{_SINGLE}] {_IN}* )
    | (?P<mark> \[ (?: \d{{1,3}} (?: \s? [,;–-] \s? \d{{1,3}} )* | [a-z] | n(?:ote)? \s? \d{{1,3}}
                     | citation[ ]needed ) \] (?! \w )
              | (?<= [^\s\d] ) [*†‡]{{1,3}} (?= [\s.,;:!?)”"’] | \Z ) )
    | (?P<raised> [⁻]? [{_RAISED}]+ (?: [\s,–⁻-]? [{_RAISED}]+ )* )
    | (?P<ellipsis> \. (?: [ \u00a0]? \. ){{2,}} | […⋯]+ \.? )
    | (?P<quote> '' | `` | ,, | ["'“”„‟‘’‚‛«»‹›「」『』〝〞`´＂＇] )
    | (?P<dash> [-‐‑‒–—―−﹘﹣－]+ )
    | (?P<other> [^\s{_INVISIBLE}] )
    """,
    re.VERBOSE,
)
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

Folded = tuple[tuple[str, ...], int, int]


class FoldedText:
    """A text folded once, for any number of comparisons.

    `words[i]` stands at `[starts[i], ends[i])` of `text.content`; the words that a contraction
    stands for share one place.
    """

    def __init__(self, text: Text) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts = array("L")
        self.ends = array("L")
        self.marks: list[tuple[int, int]] = []
        _Fold(self).run(text.content)

    @cached_property
    def joined(self) -> str:
        """The words between blanks, for searching at the speed of the machine."""
        return f" {' '.join(self.words)} "

    @cached_property
    def offsets(self) -> array[int]:
        """Where each word begins in `joined`."""
        lengths = (len(word) + 1 for word in self.words)
        return array("L", accumulate(lengths, initial=1))

    @cached_property
    def positions(self) -> dict[str, list[int]]:
        """Where each word stands, for seeds."""
        found: dict[str, list[int]] = {}
        for index, word in enumerate(self.words):
            found.setdefault(word, []).append(index)
        return found

    def find(self, words: Sequence[str], first: int = 0, last: int | None = None) -> Iterator[int]:
        """Yield where `words` begin, in words, from `first` to before `last`."""
        if not words or first >= len(self.words):
            return
        needle = f" {' '.join(words)} "
        stop = len(self.joined) if last is None else self.offsets[min(last, len(self.words))]
        at = self.joined.find(needle, self.offsets[max(0, first)] - 1, stop)
        while at >= 0:
            yield bisect_left(self.offsets, at + 1)
            at = self.joined.find(needle, at + 1, stop)

    def find_last(self, words: Sequence[str], last: int) -> int | None:
        """Return where `words` begin last so that they end at word `last` or before."""
        needle = f" {' '.join(words)} "
        at = self.joined.rfind(needle, 0, self.offsets[min(last, len(self.words))])
        return bisect_left(self.offsets, at + 1) if at >= 0 else None

    def raw(self, first: int, last: int) -> str:
        """Return the text from word `first` to before word `last`, as it stands."""
        last = min(last, len(self.words))
        return self.text.content[self.starts[first] : self.ends[last - 1]] if last > first else ""


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


class _Fold:
    """One pass over a text."""

    def __init__(self, out: FoldedText) -> None:
        self.out = out
        self.seen: dict[str, tuple[str, ...]] = {}

    def run(self, content: str) -> None:
        seen = self.seen
        out = self.out
        add_word, add_start, add_end = out.words.append, out.starts.append, out.ends.append
        for match in _TOKEN.finditer(content):
            kind = match.lastgroup
            start, end = match.span()
            if kind in _SPECIAL:
                self._special(str(kind), match.group(), start, end)
                continue
            raw = match.group()
            folded = seen.get(raw)
            if folded is None:
                folded = seen[raw] = _fold_token(kind or "other", raw)
            for word in folded:
                add_word(word)
                add_start(start)
                add_end(end)
            if folded in _ENDINGS and len(out.words) > 1:
                self._join()

    def _special(self, kind: str, raw: str, start: int, end: int) -> None:
        out = self.out
        last = out.words[-1] if out.words and out.ends[-1] == start else None
        if kind == "raised" and last and _has_power(last, raw):
            self._add("^" + unicodedata.normalize("NFKC", raw).replace("−", "-"), start, end)
        elif kind != "quote":
            out.marks.append((start, end))
        elif last in {",", "."}:
            # "word," and "word", are typesetters' habits: the mark comes first, both share a place
            out.words[-1] = '"'
            out.ends[-1] = end
            self._add(last, out.starts[-1], end)
        else:
            self._add('"', start, end)

    def _join(self) -> None:
        """Make `per cent` one word, and `co-operation`, as they are also spelt."""
        out = self.out
        word, end = out.words[-1], out.ends[-1]
        size = 2 if word == "cent" else 3
        first = ["per"] if word == "cent" else ["co", "-"]
        glued = size == 2 or list(out.ends[-3:-1]) == list(out.starts[-2:])
        if out.words[-size:-1] != first or not glued:
            return
        del out.words[1 - size :], out.starts[1 - size :], out.ends[1 - size :]
        out.words[-1] = first[0] + word
        out.ends[-1] = end

    def _add(self, word: str, start: int, end: int) -> None:
        self.out.words.append(word)
        self.out.starts.append(start)
        self.out.ends.append(end)


def _has_power(base: str, raised: str) -> bool:
    """Say whether raised digits are a power (10⁶, 5 km²) and no footnote mark."""
    if base in UNITS or base in {"10", "2"}:
        return True
    return raised.startswith("⁻") or (len(base) == 1 and base.isalnum())


def _letters(raw: str) -> str:
    """Fold the letters of a word: no invisible ones, NFKC, lower case, one apostrophe."""
    if raw.isascii():
        return raw.lower()
    plain = unicodedata.normalize("NFKC", _STRIPPED.sub("", raw))
    return plain.translate(_LOWERED).lower()


def _fold_token(kind: str, raw: str) -> tuple[str, ...]:
    """Return the folded words of one token: none for a bullet, two for a contraction."""
    if kind == "word":
        return _fold_word(raw)
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


def _fold_word(raw: str) -> tuple[str, ...]:
    if "\n" in raw:
        parts = _LINE_HYPHEN.split(raw)
        if not all(part[:1].islower() for part in parts[1:]):
            # a capital or a letter without case after the hyphen: the hyphen is the word's own
            halves = [word for part in parts for word in ("-", *_fold_word(part))]
            return tuple(halves[1:])
        raw = "".join(parts)
    word = _letters(raw)
    return CONTRACTIONS.get(word) or (AMERICAN.get(word, word),) if word else ()
