"""A page's own style rules, as far as they bear on whether a reader sees an element."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from footnoted.layout.values import Variables, font_size, resolved, unescaped, without_comments

Declarations = dict[str, str]
"""Properties that bear on seeing, in lower case; `!important` kept at the end of a value."""

_PROPERTY = re.compile(
    r"(?<![\w-])(display|(?:content-)?visibility|opacity|font(?:-size)?|left|right|top|bottom"
    r"|text-indent|margin-left|margin-top|clip|clip-path|transform|(?:max-)?(?:width|height)"
    r"|overflow(?:-[xy])?|position|color|background(?:-color|-clip)?|-webkit-background-clip"
    r"|-webkit-text-fill-color|text-decoration(?:-line)?|filter|translate|scale|white-space"
    r"|(?:-webkit-)?(?:mask(?:-image)?|animation(?:-name)?))"
    r"\s*:\s*([^;]+)"
)
_NAMES = {
    "text-decoration-line": "text-decoration",
    "-webkit-mask": "mask",
    "mask-image": "mask",
    "-webkit-mask-image": "mask",
    "animation-name": "animation",
    "-webkit-animation": "animation",
    "-webkit-animation-name": "animation",
}
"""Names of what is kept under one name: the longhand says all that bears on seeing."""

_STRING = re.compile(r"\"[^\"\n]*[{};@][^\"\n]*\"|'[^'\n]*[{};@][^'\n]*'")
_SIGN = re.compile(r"[@{};]")
_WIDTH = re.compile(r"(min|max)-(?:device-)?width\s*:\s*([\d.]+)\s*(px|em|rem)?")
_RANGE = re.compile(r"width\s*([<>]=?)\s*([\d.]+)\s*(px|em|rem)?")
_SCREEN = 1280
"""Pixels: the width of the window that rules for narrow or wide screens are judged by."""

MAX_CSS = 2_000_000
_MAX_RULES = 20_000


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as written: its selectors, its declarations, its place in the cascade."""

    selectors: str
    declarations: Declarations
    order: int


@lru_cache(maxsize=2_048)
def declarations(style: str) -> Declarations:
    """Return what a `style` attribute or a rule's body declares that bears on seeing."""
    found: Declarations = {}
    for written_name, written in _PROPERTY.findall(unescaped(without_comments(style)).lower()):
        value = written.strip()
        name = _NAMES.get(written_name, written_name)
        if name == "font":
            name, value = "font-size", font_size(value) or ""
            value += " !important" if value and written.rstrip().endswith("important") else ""
        if not value:
            continue
        if not (found.get(name, "").endswith("important") and not value.endswith("important")):
            found[name] = value
    return found


def applies(media: str) -> bool:
    """Say whether a media query list holds on a desktop screen; what cannot be told does not."""
    return not media.strip() or any(map(_holds, media.lower().split(",")))


def read_rules(sheets: Iterable[str], variables: Variables | None = None) -> list[Rule]:
    """Return the rules of `sheets` that apply on a screen and bear on seeing, in order.

    Rules within `@media`, `@supports` and `@layer` count where their condition holds; other
    at-rules, and rules beyond `MAX_CSS` characters, are left out. `variables` are the page's
    custom properties.
    """
    css = resolved(without_comments("\n".join(sheets)[:MAX_CSS]), variables or {})
    css = _STRING.sub('""', css).replace("<!--", " ").replace("-->", " ")
    rules: list[Rule] = []
    # where the scan stands: the start of a prelude, and what each open block is
    start, open_blocks = 0, list[bool | None]()
    for match in _SIGN.finditer(css):
        sign, at = match.group(), match.start()
        if sign == "{":
            prelude = css[start:at].strip()
            start, inside = at + 1, all(block is True for block in open_blocks)
            open_blocks.append(_group(prelude) if prelude.startswith("@") else None)
            if open_blocks[-1] is None and inside:
                _add(rules, prelude, css, start)
        elif sign == "}":
            start = at + 1
            if open_blocks:
                open_blocks.pop()
        elif sign == ";" and None not in open_blocks:
            start = at + 1  # the end of an @import, or of a stray declaration
        if len(rules) >= _MAX_RULES:
            break
    return rules


def _add(rules: list[Rule], selectors: str, css: str, start: int) -> None:
    end = css.find("}", start)
    body = css[start : end if end >= 0 else len(css)].partition("{")[0]
    found = declarations(body) if ":" in body else {}
    if found and selectors:
        rules.append(Rule(selectors, found, len(rules)))


def _group(prelude: str) -> bool:
    """Say whether the rules inside an at-rule count."""
    name, _, condition = prelude[1:].partition(" ")
    name, paren, rest = name.partition("(")
    condition = (paren + rest + " " + condition).strip()
    match name.lower():
        case "media":
            return applies(condition)
        case "supports":
            return not condition.lower().startswith(("not", "selector"))
        case "layer":
            return True
    return False


def _holds(query: str) -> bool:
    """Say whether one media query holds: a type of screen, widths that a desktop window has."""
    kind, *conditions = [part.strip() for part in query.split(" and ")]
    if kind.startswith("("):
        conditions.insert(0, kind)
    elif kind.removeprefix("only ").strip() not in {"screen", "all"}:
        return kind in {"not print", "not speech"} and not conditions
    return all(map(_condition_holds, conditions))


def _condition_holds(condition: str) -> bool:
    bound = _WIDTH.search(condition)
    if bound:
        pixels = _pixels(bound.group(2), bound.group(3))
        return pixels <= _SCREEN if bound.group(1) == "min" else pixels >= _SCREEN
    compared = _RANGE.search(condition)
    if compared:
        pixels = _pixels(compared.group(2), compared.group(3))
        return pixels >= _SCREEN if compared.group(1)[0] == "<" else pixels <= _SCREEN
    return condition in {"(orientation: landscape)", "(orientation:landscape)", "(color)"}


def _pixels(number: str, unit: str | None) -> float:
    try:
        value = float(number)
    except ValueError:
        return 0.0
    return value * 16 if unit in {"em", "rem"} else value
