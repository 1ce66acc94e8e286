"""Which declarations, attributes and tags take an element out of a reader's sight."""

from __future__ import annotations

import re
from typing import Literal

from footnoted.layout.css import Declarations

Unseen = Literal["", "gone", "visibility", "font-size", "color"]
"""Why an element is not seen: "" where it is. What is `gone` takes everything inside it along;
under the others, which elements inherit, one inside may declare itself seen again."""

UNSEEN_TAGS = (
    "script",
    "style",
    "template",
    "noscript",
    "head",
    "iframe",
    "frame",
    "frameset",
    "noframes",
    "noembed",
    "object",
    "embed",
    "applet",
    "audio",
    "video",
    "canvas",
    "datalist",
    "rp",
    "rt",
    "del",
    "s",
    "strike",
    "title",
    "annotation",
    "annotation-xml",
    "param",
    "source",
    "track",
    "meta",
    "link",
    "base",
    "input",
)
"""Never read: no text of theirs is rendered as part of the page where scripts run.

Struck words (`del`, `s`) are what the page takes back; ruby annotations would break the words
they stand over.
"""

_SPOKEN_ONLY = frozenset(
    [
        "sr-only",
        "visually-hidden",
        "visuallyhidden",
        "screen-reader-text",
        "screen-reader-only",
        "element-invisible",
        "assistive-text",
        "show-for-sr",
        "u-visually-hidden",
    ]
)
"""Class names under which the usual style sheets hide words from the eye."""

_HIDDEN_NAMES = frozenset({"hidden", "d-none", "invisible"})
_SHOWN_AGAIN = re.compile(r"(?:^|\s)(?:(?:sm|md|lg|xl|2xl|xxl):|d-(?:sm|md|lg|xl|xxl)-(?!none))")
"""Bootstrap's and Tailwind's names for what is hidden, and shown again on a wide screen."""

_NUMBER = re.compile(r"(-?\d*\.?\d+)\s*([a-z%]*)")
_FAR = {"px": 500, "pt": 375, "em": 31, "rem": 31, "%": 100, "vw": 100, "vh": 100}
"""So far to the left, right or top an element is off the screen, by unit."""

_BLOCKLIKE = frozenset(
    ("block", "flex", "grid", "table", "list-item", "table-row", "table-cell", "flow-root")
)


def off_by_name(names: str) -> bool:
    """Say whether the usual style sheets hide elements of these class names."""
    parts = set(names.split())
    if not _SPOKEN_ONLY.isdisjoint(parts):
        return True
    return not _HIDDEN_NAMES.isdisjoint(parts) and not _SHOWN_AGAIN.search(names)


def is_blocklike(properties: Declarations) -> bool:
    """Say whether an element of these properties stands on lines of its own."""
    return _value(properties, "display") in _BLOCKLIKE


def unseen(properties: Declarations) -> Unseen:
    """Say why an element of these properties is not seen, "" where it is."""
    if (
        _value(properties, "display") == "none"
        or _value(properties, "content-visibility") == "hidden"
        or _size(properties, "opacity") == 0
        or _is_away(properties)
        or _is_clipped(properties)
    ):
        return "gone"
    if _value(properties, "visibility") in {"hidden", "collapse"}:
        return "visibility"
    return "font-size" if _size(properties, "font-size") == 0 else ""


def _value(properties: Declarations, name: str) -> str:
    return properties.get(name, "").partition("!")[0].strip()


def _size(properties: Declarations, name: str) -> float | None:
    match = _NUMBER.fullmatch(_value(properties, name))
    return float(match.group(1)) if match else None


def _is_away(properties: Declarations) -> bool:
    """Say whether the element lies off the screen, to the left or above."""
    for name in ("left", "right", "top", "bottom", "text-indent", "margin-left", "margin-top"):
        match = _NUMBER.fullmatch(_value(properties, name))
        if match is None or not match.group(1).startswith("-"):
            continue
        unit, far = match.group(2), -float(match.group(1))
        # a column may stand at margin-left: -100% (the "holy grail"), a box at left: -100%
        if unit in {"%", "vw"} and name.startswith("margin"):
            continue
        if far >= _FAR.get(unit, 500):
            return True
    transform = _value(properties, "transform")
    return bool(
        re.match(r"scale[xy]?\(\s*0*\.?0+\s*[,)]|translate[xy]?\(\s*-\d{4,}", transform)
        or re.match(r"translate(?:3d|x)?\(\s*-\d{3,}%", transform)
    )


def _is_clipped(properties: Declarations) -> bool:
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
    sizes_of = (_size(properties, name) for name in ("width", "height", "max-width", "max-height"))
    return any(size is not None and size <= 1 for size in sizes_of) and "%" not in (
        _value(properties, "width") + _value(properties, "height")
    )
