"""Words of a PDF's page that nobody sees: invisible, tiny, or in the colour of their ground."""

from __future__ import annotations

import math
from ctypes import c_float, c_int, c_uint
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

_TINY = 2.0
"""Points: letters of less are not to be read."""

_NEAR = 8
"""So little apart in red, green and blue, two colours are one to the eye."""

_THIN = 4.0
"""Points: what is lower or narrower is a rule, and no ground."""

_MAX_OBJECTS = 20_000
_MAX_GROUNDS = 1_000
"""So many painted areas are a drawing or a map: words on it are taken for seen."""

_WHITE = (255, 255, 255)

Colour = tuple[int, int, int]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Ground:
    """Something painted before the words: its colour, None where that cannot be told."""

    box: Box
    colour: Colour | None


def remove_unseen(page: pypdfium2.PdfPage) -> None:
    """Take words that nobody sees off a page that was just opened.

    A page of pictures under which most words are invisible is a scan with its words: those
    stay. Words within a form of their own are not looked at.
    """
    raw = page.raw
    grounds: list[_Ground] = []
    unseen, invisible, seen = [], [], 0
    for n in range(min(pdfium.FPDFPage_CountObjects(raw), _MAX_OBJECTS)):
        one = pdfium.FPDFPage_GetObject(raw, n)
        kind = pdfium.FPDFPageObj_GetType(one)
        if kind != pdfium.FPDF_PAGEOBJ_TEXT:
            _add_ground(grounds, one, kind)
            continue
        mode = pdfium.FPDFTextObj_GetTextRenderMode(one)
        if mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
            invisible.append(one)
        elif _is_tiny(one) or (mode == pdfium.FPDF_TEXTRENDERMODE_FILL and _is_lost(one, grounds)):
            unseen.append(one)
        else:
            seen += 1
    if len(invisible) <= seen or not any(ground.colour is None for ground in grounds):
        unseen += invisible
    for one in unseen:
        if pdfium.FPDFPage_RemoveObject(raw, one):
            pdfium.FPDFPageObj_Destroy(one)


def _add_ground(grounds: list[_Ground], one: object, kind: int) -> None:
    box = _box(one)
    if box is None or box[2] - box[0] < _THIN or box[3] - box[1] < _THIN:
        return
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        filling, stroke = c_int(), c_int()
        pdfium.FPDFPath_GetDrawMode(one, filling, stroke)
        if filling.value:
            grounds.append(_Ground(box, _colour(one)))
    else:
        grounds.append(_Ground(box, None))


def _is_tiny(one: object) -> bool:
    size, matrix = c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(one, size)
    pdfium.FPDFPageObj_GetMatrix(one, matrix)
    return 0 < abs(size.value) * math.hypot(matrix.c, matrix.d) < _TINY


def _is_lost(one: object, grounds: list[_Ground]) -> bool:
    """Say whether letters are filled with nothing, or with the colour of their ground."""
    colour = _colour(one)
    if colour is None:
        return True
    if len(grounds) > _MAX_GROUNDS:
        return False
    painted = {ground.colour for ground in grounds if ground.colour}
    if not any(_alike(colour, other) for other in (*painted, _WHITE)):
        return False
    box = _box(one)
    if box is None:
        return False
    middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    for ground in reversed(grounds):
        left, bottom, right, top = ground.box
        if left <= middle[0] <= right and bottom <= middle[1] <= top:
            return ground.colour is not None and _alike(colour, ground.colour)
    return _alike(colour, _WHITE)


def _colour(one: object) -> Colour | None:
    """Return the colour that an object is filled with, None where it lets all through."""
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    if not pdfium.FPDFPageObj_GetFillColor(one, red, green, blue, alpha):
        return 0, 0, 0
    return (red.value, green.value, blue.value) if alpha.value > 12 else None


def _alike(one: Colour, other: Colour) -> bool:
    return all(abs(a - b) <= _NEAR for a, b in zip(one, other, strict=True))


def _box(one: object) -> Box | None:
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    if not pdfium.FPDFPageObj_GetBounds(one, left, bottom, right, top):
        return None
    return left.value, bottom.value, right.value, top.value
