"""CSS as written to CSS as read: comments, escapes, variables, shorthands."""

from __future__ import annotations

import re
from collections.abc import Mapping

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|([g-z-]))", re.IGNORECASE)
_LETTER = re.compile(r"[\w-]")
_DEFINITION = re.compile(r"(?<![\w-])(--[\w-]+)\s*:\s*([^;{}]*)", re.IGNORECASE)
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*(?:\([^()]*\)[^()]*)*))?\)", re.IGNORECASE)
_MAX_NESTING = 4
_FONT_SIZE = re.compile(r"(?:^|\s)(\d*\.?\d+(?:[a-z]+|%)?)\s*(?:/|\s|$)")

Variables = Mapping[str, "str | None"]
"""Custom properties by name, in lower case; None for one that the page defines in two ways."""


def without_comments(css: str) -> str:
    """Return CSS without comments, each of which parts what stands beside it."""
    return _COMMENT.sub(" ", css) if "/*" in css else css


def unescaped(css: str) -> str:
    """Return one declaration list with escaped letters as letters (CSS Syntax 3, 4.3.7).

    An escaped sign that would mean something else, such as a semicolon, stays as written.
    """
    return _ESCAPE.sub(_letter, css) if "\\" in css else css


def _letter(match: re.Match[str]) -> str:
    if match.group(2):
        return match.group(2)
    number = int(match.group(1), 16)
    letter = chr(number) if 0 < number <= 0x10FFFF else "\ufffd"
    return letter if _LETTER.match(letter) else match.group()


def defined(css: str) -> dict[str, str | None]:
    """Return the custom properties that `css` defines."""
    found: dict[str, str | None] = {}
    if "--" in css:
        for name, written in _DEFINITION.findall(css):
            key, value = name.lower(), written.strip()
            found[key] = value if found.get(key, value) == value else None
    return found


def resolved(css: str, variables: Variables) -> str:
    """Return `css` with `var()` replaced by what the page defines, else by its fallback."""

    def value(match: re.Match[str]) -> str:
        name = match.group(1).lower()
        if name in variables:
            return variables[name] or match.group()
        return match.group(2).strip() if match.group(2) else match.group()

    for _ in range(_MAX_NESTING):
        if "var(" not in css.lower():
            break
        css = _VARIABLE.sub(value, css)
    return css


def font_size(font: str) -> str | None:
    """Return the size in a `font` shorthand, None where it names none."""
    match = _FONT_SIZE.search(font.partition("!")[0])
    return match.group(1) if match else None
