"""Names that the program gives: ids of draft claims, names of their files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

_SIGNS = {"*": "star", "†": "dagger", "‡": "double-dagger", "§": "section-sign"}


def slug(text: str, words: int = 5) -> str:
    """Return the first `words` words of `text` as `small-letters-and-digits`, empty without any."""
    spelled = "".join(f" {_SIGNS[char]} " if char in _SIGNS else char for char in text)
    plain = unicodedata.normalize("NFKD", spelled.replace("'", "").replace("’", ""))
    ascii_only = "".join(char for char in plain if not unicodedata.combining(char)).lower()
    return "-".join(re.findall(r"[a-z0-9]+(?:\.[0-9]+)*", ascii_only)[:words])


def unused(name: str, taken: Container[str]) -> str:
    """Return `name`, or `name-b`, `name-c` … where it is taken already."""
    if name not in taken:
        return name
    number = 2
    while (one := f"{name}-{_suffix(number)}") in taken:
        number += 1
    return one


def _suffix(number: int) -> str:
    return chr(ord("a") + number - 1) if number <= 26 else str(number)
