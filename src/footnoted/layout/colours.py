"""Words in the colour of what they stand on."""

from __future__ import annotations

import re

from lxml import etree

from footnoted.layout.cascade import Cascade

_NAMED = {"white": "ffffff", "black": "000000", "snow": "fffafa", "ivory": "fffff0"}
_HEX = re.compile(r"#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b")
_RGB = re.compile(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:[\s,/]+([\d.]+%?))?\s*\)")
_CLEAR = ""
"""The colour of nothing: `transparent`."""

_NEAR = 8
"""So little apart in red, green and blue, two colours are one to the eye."""


class Inks:
    """Asks elements of one page whether their words can be told from what they stand on.

    The background is that of the nearest element which declares one; white at last, but only
    where no style sheet outside the page (`outside`) could declare another.
    """

    def __init__(self, cascade: Cascade, *, outside: bool) -> None:
        self._cascade = cascade
        self._white = None if outside else "ffffff"
        self._grounds: dict[etree._Element, str | None] = {}

    def camouflaged(self, element: etree._Element) -> bool:
        """Say whether the words of an element are written in the colour of their background."""
        own = self._cascade.properties(element, element.get("style") or "")
        ink = _colour(own.get("color") or element.get("color") or "")
        clips = own.get("background-clip", "") + own.get("-webkit-background-clip", "")
        if ink is None or "text" in clips:
            return False
        if ink == _CLEAR:
            return True
        ground = self._ground(element)
        return ground is not None and _alike(ink, ground)

    def _ground(self, element: etree._Element) -> str | None:
        """Return the colour of what the element stands on, None where that cannot be told."""
        climbed: list[etree._Element] = []
        ground = self._white
        for one in (element, *element.iterancestors()):
            if one in self._grounds:
                ground = self._grounds[one]
                break
            climbed.append(one)
            told = self._declared(one)
            if told != _CLEAR:
                ground = told
                break
        self._grounds.update(dict.fromkeys(climbed, ground))
        return ground

    def _declared(self, element: etree._Element) -> str | None:
        own = self._cascade.properties(element, element.get("style") or "")
        told = own.get("background-color") or own.get("background") or element.get("bgcolor")
        if told and "url(" not in told and "gradient" not in told:
            return _colour(told)
        return None if told or element.get("background") else _CLEAR


def _colour(value: str) -> str | None:
    """Return a colour as six hexadecimal digits, `_CLEAR`, or None for what cannot be told."""
    value = value.partition("!")[0].strip().lower()
    first = value.split(" ")[0] if not value.startswith("rgb") else value
    if first == "transparent":
        return _CLEAR
    if first in _NAMED:
        return _NAMED[first]
    rgb = _RGB.match(value)
    if rgb:
        if rgb.group(4) and float(rgb.group(4).rstrip("%")) == 0:
            return _CLEAR
        return "".join(f"{min(int(part), 255):02x}" for part in rgb.groups()[:3])
    match = _HEX.fullmatch(first)
    if not match:
        return None
    digits = match.group(1)
    if len(digits) < 6:
        digits = "".join(2 * digit for digit in digits)
    return _CLEAR if digits[6:] == "00" else digits[:6]


def _alike(one: str, other: str) -> bool:
    parts = [[int(colour[n : n + 2], 16) for n in (0, 2, 4)] for colour in (one, other)]
    return all(abs(a - b) <= _NEAR for a, b in zip(*parts, strict=True))
