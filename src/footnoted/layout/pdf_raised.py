"""Digits of a PDF's page that are raised or lowered beside a word or number."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from ctypes import c_double

import pypdfium2
import pypdfium2.raw as pdfium

_AFTER = re.compile(r"(?<=[^\W_])(\r\n)?\d+|(?<=[.,;:!?%)\]”’\"])\d+")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_SMALLER = 0.9
"""Size of a raised digit beside what it hangs on, at most."""

_HIGHER = 0.15
"""Part of the size by which its foot stands higher (or lower), at least."""

_MAX_DIGITS = 5_000
"""Digits on a page that are looked at."""

_CONTEXT = 24

Place = tuple[float, float, float]
"""Size of a letter, height of its foot, and its left end, in points."""

Found = tuple[int, int, str, str]
"""`[start, end)` of digits that are set higher or lower, their plain form, what they are."""


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
        for start, end, _, digits in reversed(found):
            text = text[:start] + digits + text[end:]
        return text
    for start, _, plain_digits, digits in reversed(found):
        line = max(whole.rfind("\n", 0, start) + 1, start - _CONTEXT)
        before = " ".join(whole[line:start].split())
        # the line may be cut elsewhere here, but not within a word
        for context in (before, before.split(" ")[-1]):
            plain = context + plain_digits
            if text.count(plain) == 1 or 0 < text.count(plain) == whole.count(plain):
                text = text.replace(plain, context + digits)
                break
    return text


def _found(whole: str, textpage: pypdfium2.PdfTextPage) -> Iterator[Found]:
    """Yield digits that hang on what stands before them.

    pdfium may take what is raised for a line of its own.
    """
    raw, looked = textpage.raw, 0
    for match in _AFTER.finditer(whole):
        looked += len(match.group())
        if looked > _MAX_DIGITS:
            return
        first = match.end(1) if match.group(1) else match.start()
        points = [match.start() - 1, *range(first, match.end())]
        chars = [int(pdfium.FPDFText_GetCharIndexFromTextIndex(raw, at)) for at in points]
        sizes = {float(pdfium.FPDFText_GetFontSize(raw, at)) for at in chars}
        if len(sizes) == 1 and _same_matrix(raw, chars[0], chars[-1]):
            continue
        places = [_place(raw, at) for at in chars]
        letters = "".join(whole[at] for at in points)
        for start, end, kind in _runs(places):
            plain = letters[start:end]
            if match.group(1):
                if start == 1 and kind > 0 and _adjoin(*places[:2]):
                    yield match.start(), points[end - 1] + 1, plain, plain.translate(_RAISED)
            elif kind > 0 or letters[start - 1].isdigit():
                hung = plain.translate(_RAISED if kind > 0 else _LOWERED)
                yield points[start], points[end - 1] + 1, plain, hung


def _runs(places: list[Place]) -> Iterator[tuple[int, int, int]]:
    """Yield the runs of letters that are raised (1) or lowered (-1) beside those before them."""
    base, start, kind = places[0], 1, 0
    for n in range(1, len(places) + 1):
        now = _hang(base, places[n]) if n < len(places) else 0
        if now != kind or n == len(places):
            if kind:
                yield start, n, kind
            start, kind = n, now
        if not now and n < len(places):
            base = places[n]


def _adjoin(base: Place, place: Place) -> bool:
    return 0 < place[2] - base[2] < 1.2 * base[0]


def _hang(base: Place, place: Place) -> int:
    """Return 1 for what is raised beside `base`, -1 for what is lowered, else 0."""
    if place[0] > base[0] * _SMALLER:
        return 0
    higher = place[1] - base[1]
    if not _HIGHER * base[0] <= abs(higher) <= base[0]:
        return 0
    return 1 if higher > 0 else -1


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
    return float(pdfium.FPDFText_GetFontSize(raw, at)) * math.hypot(across, up), y.value, x.value
