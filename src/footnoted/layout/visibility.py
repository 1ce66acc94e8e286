"""Which declarations, attributes and tags take an element out of a reader's sight."""

from __future__ import annotations

import re
from typing import Literal

from footnoted.layout.css import Declarations
from footnoted.layout.measures import is_away, is_clipped, is_faint, is_tiny

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

_HIDDEN_NAMES = frozenset({"hidden", "is-hidden", "d-none", "invisible", "print-only"})
_SHOWN_AGAIN = re.compile(r"(?:^|\s)(?:(?:sm|md|lg|xl|2xl|xxl):|d-(?:sm|md|lg|xl|xxl)-(?!none))")
"""Bootstrap's and Tailwind's names for what is hidden, and shown again on a wide screen."""

_CLEAR = re.compile(
    r"transparent|#[\da-f]{3}0|#[\da-f]{6}00"
    r"|(?:rgb|hsl)a?\((?:[^,)]+,){3}\s*(?:0*\.?0+)%?\s*\)"
    r"|(?:rgb|hsl)a?\([^)/]+/\s*(?:0*\.?0+)%?\s*\)"
)
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
    """Say why an element of these properties is not seen, "" where it is.

    Words struck through are what the page takes back, as those of `del` are. What an animation
    opens from (`opacity: 0`) is seen once it has run.
    """
    if (
        _value(properties, "display") == "none"
        or _value(properties, "content-visibility") == "hidden"
        or "line-through" in _value(properties, "text-decoration")
    ):
        return "gone"
    if _value(properties, "animation") in {"", "none"}:
        if is_faint(properties) or is_away(properties) or is_clipped(properties):
            return "gone"
        if _value(properties, "visibility") in {"hidden", "collapse"}:
            return "visibility"
    if is_tiny(_value(properties, "font-size")):
        return "font-size"
    return "color" if _is_clear(properties) else ""


def is_relative(why: Unseen, value: str) -> bool:
    """Say whether a size is told by that of what holds the element, which is next to nothing."""
    return why == "font-size" and bool(re.match(r"-?[\d.]+(?:em|ex|ch|%)|inherit|smaller", value))


def _is_clear(properties: Declarations) -> bool:
    """Say whether the words have no colour, and let no picture behind them shine through."""
    clips = _value(properties, "background-clip") + _value(properties, "-webkit-background-clip")
    if "text" in clips:
        return False
    ink = _value(properties, "-webkit-text-fill-color") or _value(properties, "color")
    return bool(_CLEAR.fullmatch(ink))


def _value(properties: Declarations, name: str) -> str:
    return properties.get(name, "").partition("!")[0].strip()
