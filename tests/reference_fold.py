"""Folding as its rules say, token by token, with no thought of speed: what the fast one must equal.

Its own grammar of tokens, so that a slip in the package's is not repeated here.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from footnoted.quotations.spellings import AMERICAN
from footnoted.quotations.words import CONTRACTIONS, UNITS

_ODD = "¹²³\u2070-\u209f¼-¾\u2150-\u215f\u2460-\u24ff\u2776-\u2793\u3248-\u32bf"
_SINGLE = (
    "\u3005-\u3007\u3040-\u3098\u309b-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
)
_INVISIBLE = (
    "\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff"
)
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u0900-\u0963\u0966-\u0dff\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
)
_LETTERS = rf"[^\W\d_{_ODD}{_SINGLE}]+"
_ON = rf"[{_MARKS}{_INVISIBLE}]"
_BREAK = r"[-‐][ \t]*\n[ \t]*"
_KINDS = {
    "word": rf"{_LETTERS}(?:(?:{_ON}+(?:['’ʼ＇‘´`]{_ON}*)?|['’ʼ＇‘´`]{_ON}*|{_BREAK}){_LETTERS})"
    rf"{{0,500}}{_ON}*",
    "number": rf"(?:(?<![\w.])\.)?\d+(?:{_ON}*[.,．]\d+){{0,500}}",
    "single": rf"[{_SINGLE}]{_ON}*",
    "mark": r"\[(?:\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,99}|[a-z]|n(?:ote)?\s?\d{1,3}|citation needed)"
    r"\](?!\w)|(?<=[^\s\d])[*†‡]{1,3}(?=[\s.,;:!?)”\"’]|\Z)",
    "raised": r"⁻?[⁰¹²³⁴-⁹]+(?:[\s,–⁻-]?[⁰¹²³⁴-⁹]+){0,500}",
    "ellipsis": r"\.(?:[ \u00a0]?\.){2,500}|[…⋯]+\.?",
    "quote": "''|``|,,|[\"'“”„‟‘’‚‛«»‹›「」『』〝〞`´＂＇]",
    "dash": "[-‐‑‒–—―−﹘﹣－]+",
    "other": rf"[^\s{_INVISIBLE}]",
}
_TOKEN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()))
_SIGNS = {"\0": "\ufffd", **dict.fromkeys("。｡．", "."), **dict.fromkeys("、､﹐‚", ",")}
_DROPPED = set("•▪◦‣●■□▫◾\u2043†‡¶")
_AFTER_CO = {
    f"{stem}{end}"
    for stem in ("operat", "ordinat")
    for end in ("e", "es", "ed", "ing", "ion", "ive", "ives", "or")
}


@dataclass
class ReferenceFold:
    """The words of a text, where each stands, and where footnote marks stand."""

    words: list[str] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)

    def add(self, words: tuple[str, ...], place: tuple[int, int]) -> None:
        """Add words that share one place."""
        self.words += words
        self.places += [place] * len(words)


def reference_fold(content: str) -> ReferenceFold:
    """Fold a text."""
    out = ReferenceFold()
    for match in _TOKEN.finditer(content):
        kind, raw, place = match.lastgroup, match.group(), match.span()
        glued = out.words[-1] if out.places and out.places[-1][1] == place[0] else ""
        if kind == "raised" and glued and _has_power(glued, raw):
            power = unicodedata.normalize("NFKC", raw).replace("−", "-")
            out.add((f"^{','.join(power.split())}",), place)
        elif kind in {"raised", "mark"}:
            out.marks.append(place)
        elif kind == "quote" and glued in {",", "."}:
            both = (out.places[-1][0], place[1])
            out.words[-1:] = ['"', glued]
            out.places[-1:] = [both, both]
        elif kind == "quote":
            out.add(('"',), place)
        else:
            folded = _fold(str(kind), raw)
            out.add(folded, place)
            _join(out, folded)
    return out


def _join(out: ReferenceFold, folded: tuple[str, ...]) -> None:
    if folded == ("cent",) and out.words[-2:-1] == ["per"]:
        out.words[-2:] = ["percent"]
        out.places[-2:] = [(out.places[-2][0], out.places[-1][1])]
    elif len(folded) == 1 and folded[0] in _AFTER_CO and out.words[-3:-1] == ["co", "-"]:
        first, dash, last = out.places[-3:]
        if first[1] == dash[0] and dash[1] == last[0]:
            out.words[-3:] = [f"co{folded[0]}"]
            out.places[-3:] = [(first[0], last[1])]


def _has_power(base: str, raised: str) -> bool:
    if raised[0] == "⁻" or base in {"10", "2"}:
        return True
    if base in UNITS or base in {*"aioyeàéвиксуоя"}:
        return raised in {"²", "³"}
    return len(base) == 1 and base.isalnum()


def _fold(kind: str, raw: str) -> tuple[str, ...]:
    if kind == "word":
        return _word(raw)
    if kind in {"dash", "ellipsis"}:
        return ("-",) if kind == "dash" else ("…",)
    if raw in _DROPPED:
        return ()
    plain = _SIGNS.get(raw) or unicodedata.normalize("NFKC", _visible(raw)).lower()
    usable = plain and not any(map(str.isspace, plain)) and "⁄" not in plain
    return (plain,) if usable else (raw,)


def _word(raw: str) -> tuple[str, ...]:
    if "\n" in raw:
        parts = re.split(_BREAK, raw)
        if not all(part[:1].islower() for part in parts[1:]):
            return tuple(word for part in parts for word in ("-", *_word(part)))[1:]
        raw = "".join(parts)
    word = unicodedata.normalize("NFKC", re.sub("[´`]", "'", _visible(raw)))
    word = "".join(re.sub("['’ʼ＇‘´`]", "'", word).lower().split())
    if not word:
        return ()
    return CONTRACTIONS.get(word) or (AMERICAN.get(word, word),)


def _visible(raw: str) -> str:
    return re.sub(f"[{_INVISIBLE}]", "", raw)
