"""A quotation to pieces: words between ellipses, with the author's brackets among them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from footnoted.model.text import Text
from footnoted.quotations.align import MARK
from footnoted.quotations.fold import FoldedText
from footnoted.quotations.words import CURRENCIES, EDITORIAL, FUNCTION_WORDS

BRACKET = MARK
"""Begins the word that stands for a bracket in `Piece.words`; its number follows."""

_PARTS = re.compile(
    r"""
      (?P<gap> [\[(] \s* (?: \.{2,} | …+ | \. \s \. (?: \s \. )* ) \s* [\])]
             | (?: \* [ ]? ){3,}
             | \.? (?: […⋯‥]+ | \. (?: [ \u00a0]? \. ){2,} ) )
    | \[ (?P<bracket> [^\[\]]{0,200} ) \]
    | [ \u00a0]? \( (?P<remark> sic [.!]?
                        | emphasis [ ] (?: added | mine | in [ ] the [ ] original )
                        | my [ ] emphasis | italics [ ] added ) \)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOUNS_IN_LY = frozenset({"Italy", "July", "Sicily", "Assembly", "Family", "Emily", "Ally"})
_LETTER = re.compile(r"\[(\w)\](?=\w)")
_ACCENT = re.compile(r"(?<=[^\W\d_])[´`](?=[^\W\d_])")
_EDGE = frozenset('.,;:!?"-…')


@dataclass(slots=True)
class Bracket:
    """Words in the author's brackets: as written, and folded.

    `named`: one of them has a capital that no sentence asks for.
    """

    raw: str
    words: tuple[str, ...]
    named: bool = False


@dataclass(slots=True)
class Piece:
    """Words of a quotation without an ellipsis among them.

    `words[i]` stands at `[starts[i], ends[i])` of the quotation; `free_case` are the words
    whose first letter may be of either case. `marks` are what looks like footnote marks in
    brackets, each with the number of words before it: they must stand in the source, too.
    """

    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    free_case: set[int] = field(default_factory=set)
    marks: list[tuple[int, str]] = field(default_factory=list)

    def add(self, word: str, start: int, end: int) -> None:
        """Add a word at its place."""
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)

    def plain(self) -> bool:
        """Say whether no bracket stands among the words."""
        return not any(word.startswith(BRACKET) for word in self.words)


@dataclass(slots=True)
class Quotation:
    """A quotation taken apart. `text` is it as printed, but for `[T]he`, which reads `The`.

    `letters` are the places in it of such letters.
    """

    text: str
    pieces: list[Piece]
    brackets: list[Bracket]
    case_changed: bool
    letters: frozenset[int] = frozenset()

    @property
    def edited(self) -> bool:
        """Say whether the author marked an edit: an ellipsis within, a bracket."""
        return len(self.pieces) > 1 or bool(self.brackets) or self.case_changed


def parse_quotation(quotation: str) -> Quotation:
    """Take a quotation apart; punctuation and ellipses at its ends are left out."""
    text, letters = _without_letter_brackets(quotation)
    pieces = [Piece()]
    brackets: list[Bracket] = []
    at = 0
    for match in _PARTS.finditer(text):
        _add_words(pieces[-1], text, at, match.start())
        at = match.end()
        if match.lastgroup == "gap":
            pieces.append(Piece())
            continue
        inner = match.group("bracket") or match.group("remark") or ""
        words = tuple(FoldedText(Text(inner, "text/plain")).words)
        if " ".join(inner.lower().split()).strip(" .!") not in EDITORIAL:
            pieces[-1].add(f"{BRACKET}{len(brackets)}", match.start(), match.end())
        named = _has_name(inner, first=not match.start())
        brackets.append(Bracket(match.group().strip(), words, named))
    _add_words(pieces[-1], text, at, len(text))
    for piece in pieces:
        _trim(piece)
        piece.free_case = {0} | {i for i, start in enumerate(piece.starts) if start in letters}
    kept = [piece for piece in pieces if piece.words]
    return Quotation(text, kept, brackets, bool(letters), frozenset(letters))


def _has_name(inner: str, *, first: bool) -> bool:
    """Say whether one of a bracket's words has a capital that is a name's.

    At the quotation's beginning any word has one: there an adverb counts for none.
    """
    words = [word for word in inner.split() if word[0].isupper()]
    names = [word for word in words if word.lower() not in FUNCTION_WORDS]
    if first and len(names) == 1 and inner.startswith(names[0]):
        return not names[0].endswith("ly") or names[0] in _NOUNS_IN_LY
    return bool(names)


def literal(quotation: str) -> Piece:
    """Return the quotation as one piece, dots and brackets taken as the source's own."""
    piece = Piece()
    folded = _add_words(piece, quotation, 0, len(quotation))
    for start, end in folded.marks:
        if quotation[start] == "[":
            piece.marks.append((bisect_left(folded.starts, start), quotation[start:end]))
    dropped = _trim(piece)
    piece.marks = [(index - dropped, raw) for index, raw in piece.marks]
    piece.free_case = {0}
    return piece


def _add_words(piece: Piece, text: str, start: int, end: int) -> FoldedText:
    # an accent typed for an apostrophe; a character for a character, so that places stay
    written = _ACCENT.sub("'", text[start:end])
    folded = FoldedText(Text(written, "text/plain"))
    for word, first, last in zip(folded.words, folded.starts, folded.ends, strict=True):
        piece.add(word, start + first, start + last)
    return folded


def _without_letter_brackets(quotation: str) -> tuple[str, set[int]]:
    """Return `[T]he` as `The`, and where such words begin in what is returned."""
    letters: set[int] = set()
    parts: list[str] = []
    length = at = 0
    for match in _LETTER.finditer(quotation):
        before = quotation[at : match.start()]
        length += len(before)
        if before[-1:].isalnum() or match.group(1).isdigit():
            parts += [before, match.group()]
            length += len(match.group())
        else:
            letters.add(length)
            parts += [before, match.group(1)]
            length += 1
        at = match.end()
    return "".join([*parts, quotation[at:]]), letters


def _trim(piece: Piece) -> int:
    """Take punctuation off both ends, but no sign that a number needs; return how many first."""
    first, last = 0, len(piece.words)
    while first < last and piece.words[first] in _EDGE and not _signs(piece, first):
        first += 1
    while last > first and piece.words[last - 1] in _EDGE:
        last -= 1
    piece.words = piece.words[first:last]
    piece.starts = piece.starts[first:last]
    piece.ends = piece.ends[first:last]
    return first


def _signs(piece: Piece, index: int) -> bool:
    """Say whether a dash is glued to a number after it, and so a minus."""
    if piece.words[index] != "-" or index + 1 >= len(piece.words):
        return False
    follows = piece.words[index + 1]
    return piece.ends[index] == piece.starts[index + 1] and (
        follows[0].isdigit() or follows in CURRENCIES
    )
