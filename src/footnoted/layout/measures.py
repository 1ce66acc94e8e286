"""Whether declared measures leave anything of an element to see: its place, size, faintness."""

from __future__ import annotations

import re

from footnoted.layout.css import Declarations

_NUMBER = re.compile(r"(-?\d*\.?\d+)\s*([a-z%]*)")
_FAR = {"px": 500, "pt": 375, "em": 31, "rem": 31, "%": 100, "vw": 100, "vh": 100}
"""So far to the left, right or top an element is off the screen, by unit."""

_BEYOND = {"px": 2_500, "pt": 1_900, "em": 150, "rem": 150, "%": 150, "vw": 101, "vh": 101}
"""So far from the right or the bottom edge an element is off the other side."""

_MOVED = {"px": 1_000, "pt": 750, "em": 62, "rem": 62, "%": 100, "vw": 100, "vh": 100}
"""So far an element is moved off the screen, by unit."""

_FAINT = 0.05
"""Opacity that no eye tells from none."""

_TINY = {"px": 2.0, "": 2.0, "pt": 1.5, "em": 0.125, "rem": 0.125, "%": 12.5}
"""Letters of this size or less are not to be read, by unit."""

_LEAST = 0.02
"""A scale at which nothing is to be read."""

_OPACITY = re.compile(r"opacity\(\s*(\d*\.?\d+)\s*(%?)\s*\)")
_FUNCTION = re.compile(r"(scale|translate|matrix)([xyz]|3d)?\(([^()]*)\)")
_CLEAR_MASK = re.compile(
    r"(?:repeating-)?(?:linear|radial|conic)-gradient\((?:\s*(?:to [a-z ]+|[\d.]+deg|circle)\s*,)?"
    r"\s*transparent[^,()]*(?:,\s*transparent[^,()]*)*\)"
)


def is_tiny(size: str) -> bool:
    """Say whether letters of a `font-size` are too small to be seen."""
    match = _NUMBER.fullmatch(size)
    return match is not None and float(match.group(1)) <= _TINY.get(match.group(2), 0)


def is_faint(properties: Declarations) -> bool:
    """Say whether opacity, a filter or a mask leaves nothing to see."""
    match = _NUMBER.fullmatch(_value(properties, "opacity"))
    if match and _share(match.group(1), match.group(2)) <= _FAINT:
        return True
    through = _OPACITY.search(_value(properties, "filter"))
    if through and _share(through.group(1), through.group(2)) <= _FAINT:
        return True
    return bool(_CLEAR_MASK.match(_value(properties, "mask")))


def is_away(properties: Declarations) -> bool:
    """Say whether the element lies off the screen, or is moved or shrunk out of it."""
    for name in ("left", "right", "top", "bottom", "text-indent", "margin-left", "margin-top"):
        match = _NUMBER.fullmatch(_value(properties, name))
        if match is None:
            continue
        unit, far = match.group(2), -float(match.group(1))
        # a column may stand at margin-left: -100% (the "holy grail"), a box at left: -100%
        if unit in {"%", "vw"} and name.startswith("margin"):
            continue
        if far >= _FAR.get(unit, 500):
            return True
        if name in {"right", "bottom"} and -far >= _BEYOND.get(unit, 2_500):
            return True
    moved = _value(properties, "translate").split()
    if any(_is_off(part) for part in moved) or _shrinks(_value(properties, "scale").split()):
        return True
    return any(
        _takes_away(*found.groups(default=""))
        for found in _FUNCTION.finditer(_value(properties, "transform"))
    )


def is_clipped(properties: Declarations) -> bool:
    """Say whether nothing of the element is left to see, or a pixel of it."""
    path = _value(properties, "clip-path")
    if re.match(r"inset\(\s*(?:50|100)%|circle\(\s*0|polygon\(\s*0\s+0\s*,\s*0\s+0", path):
        return True
    clip = re.match(r"rect\(([^)]*)\)", _value(properties, "clip"))
    if clip:
        sides = [_NUMBER.fullmatch(side) for side in clip.group(1).replace(",", " ").split()]
        sizes = [float(side.group(1)) for side in sides if side]
        if len(sizes) == 4 and (sizes[2] - sizes[0] <= 1 or sizes[1] - sizes[3] <= 1):
            return True
    overflow = [_value(properties, f"overflow{axis}") for axis in ("", "-x", "-y")]
    if not any(value.startswith(("hidden", "clip")) for value in overflow):
        return False
    indent = _NUMBER.fullmatch(_value(properties, "text-indent"))
    if indent and _value(properties, "white-space") in {"nowrap", "pre"}:
        unit, far = indent.group(2), float(indent.group(1))
        if far >= _FAR.get(unit, 500):
            return True
    sizes_of = (_size(properties, name) for name in ("width", "height", "max-width", "max-height"))
    return any(size is not None and size <= 1 for size in sizes_of) and "%" not in (
        _value(properties, "width") + _value(properties, "height")
    )


def _takes_away(name: str, axis: str, arguments: str) -> bool:
    """Say whether one function of a `transform` takes the element out of sight."""
    parts = [part.strip() for part in arguments.split(",")]
    if name == "translate":
        return any(map(_is_off, parts))
    if name == "matrix":
        parts = parts[0:4:3] if axis != "3d" else []
    return axis != "z" and _shrinks(parts)


def _is_off(part: str) -> bool:
    match = _NUMBER.fullmatch(part)
    return match is not None and -float(match.group(1)) >= _MOVED.get(match.group(2), 1_000)


def _shrinks(parts: list[str]) -> bool:
    """Say whether one of these factors, of the first two axes, leaves nothing."""
    found = [_NUMBER.fullmatch(part) for part in parts[:2]]
    return any(m and abs(_share(m.group(1), m.group(2))) <= _LEAST for m in found)


def _share(number: str, unit: str) -> float:
    return float(number) / (100 if unit == "%" else 1)


def _value(properties: Declarations, name: str) -> str:
    return properties.get(name, "").partition("!")[0].strip()


def _size(properties: Declarations, name: str) -> float | None:
    match = _NUMBER.fullmatch(_value(properties, name))
    return float(match.group(1)) if match else None
