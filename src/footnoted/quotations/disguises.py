"""Negations set oddly: `(not)`, `_not_`, `n-o-t`, a Cyrillic о in `nоt`, letters struck through."""

from __future__ import annotations

import re
from collections.abc import Sequence

from footnoted.quotations.words import NEGATIONS

_LIKE_LATIN = str.maketrans(
    "асеорхуіјѕһԁոοαετνρυικ",
    "aceopxyijshdnoaetvpuik",
)
_STRUCK = re.compile("[\u0332-\u0338\u0305\u20d2\u20d3\u20e5]")
_SPELLED = re.compile(r"(?<= )(?:[a-z] [-.] ){2,}[a-z](?= )")
_SET_OFF = re.compile(r"(?<= )[_*(~/] ([\w']+) [_*)~/](?= )")
_WITHOUT_APOSTROPHE = re.compile(
    r"(?:do|does|did|is|are|was|were|has|have|had|would|could|should|ca|wo)nt$|\w+n't$|\w+nae$",
)


def unmasked(words: Sequence[str]) -> list[str]:
    """Return words with negations written plainly; all else as it is."""
    text = f" {' '.join(map(_plain, words))} "
    text = _SPELLED.sub(lambda m: re.sub(r"[ .-]", "", m.group()), text)
    text = _SET_OFF.sub(lambda m: m.group(1) if m.group(1) in NEGATIONS else m.group(), text)
    return text.split()


def _plain(word: str) -> str:
    if word.isascii():
        return "not" if word.endswith(("nt", "n't", "nae")) and _is_short(word) else word
    bare = _STRUCK.sub("", word)
    latin = bare.translate(_LIKE_LATIN)
    return latin if latin.isascii() and latin in NEGATIONS else bare


def _is_short(word: str) -> bool:
    """Say whether a word is a contraction of *not*, its apostrophe left out or misplaced."""
    return bool(_WITHOUT_APOSTROPHE.match(word)) and word != "n't"
