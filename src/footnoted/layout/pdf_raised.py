"""Digits of a PDF's page that are raised or lowered beside a word or number."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from ctypes import c_double

import pypdfium2
import pypdfium2.raw as pdfium

_AFTER = re.compile(r"(?<=[^\W_])\d+|(?<=[.,;:!?%)\]”’\"])\d+")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_SMALLER = 0.9
"""Size of a raised digit beside what it hangs on, at most."""

_HIGHER = 0.15
"""Part of the size by which its foot stands higher (or lower), at least."""

_MAX_DIGITS = 5_000
"""Digits on a page that are looked at."""

_CONTEXT = 24

Place = tuple[float, float]
"""Size of a letter and height of its foot, in points."""


def with_raised(text: str, textpage: pypdfium2.PdfTextPage) -> str:
    """Return `text`, read from `textpage`, with small digits that stand higher as raised ones.

    A number beside which a note's mark or a power is set is so told from one of more digits.
    Small digits that stand lower become lowered ones, but only beside a digit: H2O stays.
    """
    whole = str(textpage.get_text_range())
    found = list(_found(whole, textpage))
    if not found:
        return text
    if whole == text:
        for start, end, digits in found:
            text = text[:start] + digits + text[end:]
        return text
    for start, end, digits in reversed(found):
        line = max(whole.rfind("\n", 0, start) + 1, start - _CONTEXT)
        before = " ".join(whole[line:start].split())
        # the line may be cut elsewhere here, but not within a word
        for context in (before, before.split(" ")[-1]):
            plain = context + whole[start:end]
            if text.count(plain) == 1 or text.count(plain) == whole.count(plain):
                text = text.replace(plain, context + digits)
                break
    return text


def _found(whole: str, textpage: pypdfium2.PdfTextPage) -> Iterator[tuple[int, int, str]]:
    """Yield `[start, end)` of digits that are set higher or lower, and as what they are read."""
    raw, looked = textpage.raw, 0
    for match in _AFTER.finditer(whole):
        before, looked = match.start() - 1, looked + len(match.group())
        if looked > _MAX_DIGITS:
            return
        at = _index(raw, before)
        sizes = {float(pdfium.FPDFText_GetFontSize(raw, at + n)) for n in _range(match)}
        if len(sizes) == 1 and _same_matrix(raw, at, at + len(match.group())):
            continue
        places = [_place(raw, at + n) for n in _range(match)]
        yield from _runs(match.start(), whole[before : match.end()], places)


def _range(match: re.Match[str]) -> range:
    return range(len(match.group()) + 1)


def _runs(start: int, letters: str, places: list[Place]) -> Iterator[tuple[int, int, str]]:
    """Yield the runs of digits that hang on what stands before them."""
    base = places[0]
    run, kind = start, 0
    for n in range(1, len(places) + 1):
        now = _hang(base, places[n]) if n < len(places) else 0
        if now == kind and n < len(places):
            continue
        if kind:
            digits = letters[run - start + 1 : n]
            beside_digit = letters[run - start].isdigit()
            if kind > 0 or beside_digit:
                yield run, start + n - 1, digits.translate(_RAISED if kind > 0 else _LOWERED)
        run, kind = start + n - 1, now
        if not now and n < len(places):
            base = places[n]


def _hang(base: Place, place: Place) -> int:
    """Return 1 for what is raised beside `base`, -1 for what is lowered, else 0."""
    if place[0] > base[0] * _SMALLER:
        return 0
    higher = place[1] - base[1]
    return 0 if abs(higher) < _HIGHER * base[0] else 1 if higher > 0 else -1


def _index(raw: object, at: int) -> int:
    return int(pdfium.FPDFText_GetCharIndexFromTextIndex(raw, at))


def _same_matrix(raw: object, one: int, other: int) -> bool:
    first, second = _matrix(raw, one), _matrix(raw, other)
    return abs(first[2] - second[2]) < 1e-3 and abs(first[3] - second[3]) < 1e-3


def _matrix(raw: object, at: int) -> tuple[float, float, float, float]:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(raw, at, matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d


def _place(raw: object, at: int) -> Place:
    _, _, across, up = _matrix(raw, at)
    x, y = c_double(), c_double()
    pdfium.FPDFText_GetCharOrigin(raw, at, x, y)
    return float(pdfium.FPDFText_GetFontSize(raw, at)) * math.hypot(across, up), y.value
