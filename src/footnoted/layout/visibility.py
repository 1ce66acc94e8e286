"""Which elements of a page a reader does not see."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

UNSEEN_TAGS = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "iframe",
        "frame",
        "frameset",
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
        "param",
        "source",
        "track",
        "meta",
        "link",
        "base",
        "input",
    ]
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

_OFF = re.compile(
    r"""
      (?<![\w-]) display \s*:\s* none
    | (?<![\w-]) visibility \s*:\s* (?: hidden | collapse )
    | (?<![\w-]) content-visibility \s*:\s* hidden
    | (?<![\w-]) opacity \s*:\s* 0* \.? 0+ (?: \s*% )? \s* (?: ; | ! | $ )
    | (?<![\w-]) font-size \s*:\s* 0 (?: \.0+ )? (?: px | pt | em | rem | % )? \s* (?: ; | ! | $ )
    | (?<![\w-]) (?: left | right | top | bottom | text-indent | margin-left | margin-top )
        \s*:\s* - \d{3,} (?: \.\d+ )? (?: px | em | rem | pt | % | vw | vh )
    | (?<![\w-]) clip \s*:\s* rect \( \s* (?: 0 | 1px ) [\s,] [^)]* \)
    | (?<![\w-]) clip-path \s*:\s* (?: inset \( \s* (?: 50 | 100 ) % | circle \( \s* 0 )
    | (?<![\w-]) transform \s*:\s* (?: scale \( \s* 0 \s* [,)] | translate[xy]? \( \s* - \d{4,} )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SHOWN = re.compile(r"(?<![\w-])display\s*:\s*(?!none)[\w-]+", re.IGNORECASE)
_TINY = re.compile(
    r"(?<![\w-])(?:max-)?(width|height)\s*:\s*[01](?:px)?\s*(?:;|!|$)", re.IGNORECASE
)
_CLIPPED = re.compile(r"(?<![\w-])overflow(?:-[xy])?\s*:\s*(?:hidden|clip)", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SIMPLE = re.compile(r"([a-z][\w-]*)?((?:[.#][\w-]+)*)", re.IGNORECASE)
_MAX_CSS = 500_000
_MAX_RULES = 5_000

Selector = tuple[str, frozenset[str]]


@dataclass(slots=True)
class Styles:
    """Simple selectors (`div.note`, `#x`) by whether the page's own rules hide or show them."""

    hide: dict[str, list[Selector]] = field(default_factory=dict)
    show: dict[str, list[Selector]] = field(default_factory=dict)

    def hides(self, tag: str, names: frozenset[str]) -> bool:
        """Say whether a rule hides an element of these names (`.class`, `#id`), none showing it."""
        hiding = _strongest(self.hide, tag, names)
        return hiding > 0 and hiding > _strongest(self.show, tag, names)


def is_off(style: str) -> bool:
    """Say whether declarations (of a `style` attribute or rule) take an element out of sight."""
    if _OFF.search(style):
        return True
    if _CLIPPED.search(style):
        return any(_TINY.finditer(style))
    return False


def read_styles(css: str) -> Styles:
    """Read the rules of a page's own `<style>` that hide or show by a simple selector.

    At-rules (`@media print`) and selectors with combinators, states or attributes are left
    out: whether they apply cannot be told without a browser.
    """
    styles = Styles()
    css = _without_at_rules(_COMMENT.sub(" ", css[:_MAX_CSS]))
    for number, (selectors, declarations) in enumerate(_RULE.findall(css)):
        if number >= _MAX_RULES:
            break
        off = is_off(declarations)
        if not off and not _SHOWN.search(declarations):
            continue
        target = styles.hide if off else styles.show
        for selector in selectors.split(","):
            _add(target, selector.strip())
    return styles


def is_hidden(tag: str, attributes: Mapping[str, str], styles: Styles) -> bool:
    """Say whether a reader does not see an element, by its own attributes and the page's rules."""
    if tag in UNSEEN_TAGS or (tag == "dialog" and "open" not in attributes):
        return True
    classes = attributes.get("class", "").split() if attributes else []
    style = attributes.get("style", "") if attributes else ""
    if attributes and (
        "hidden" in attributes
        or (attributes.get("aria-hidden", "").lower() == "true" and tag not in {"body", "main"})
        or (style and is_off(style))
        or not _SPOKEN_ONLY.isdisjoint(classes)
    ):
        return True
    if not styles.hide or (style and _SHOWN.search(style)):
        return False
    names = {f".{name}" for name in classes}
    if "id" in attributes:
        names.add(f"#{attributes['id'].strip()}")
    return styles.hides(tag, frozenset(names))


def _strongest(rules: dict[str, list[Selector]], tag: str, names: frozenset[str]) -> int:
    """Return the weight of the strongest selector that matches, 0 for none (CSS specificity)."""
    best = 0
    for key in (tag, *names):
        for wanted, needed in rules.get(key, ()):
            if (not wanted or wanted == tag) and needed <= names:
                weight = sum(100 if name.startswith("#") else 10 for name in needed)
                best = max(best, weight + bool(wanted))
    return best


def _add(rules: dict[str, list[Selector]], selector: str) -> None:
    match = _SIMPLE.fullmatch(selector)
    if not selector or match is None:
        return
    tag = (match.group(1) or "").lower()
    names = frozenset(re.findall(r"[.#][\w-]+", match.group(2)))
    key = min(names) if names else tag
    if key and tag not in {"html", "body"}:
        rules.setdefault(key, []).append((tag, names))


def _without_at_rules(css: str) -> str:
    """Return `css` without its at-rules and their blocks."""
    kept: list[str] = []
    depth = at = 0
    start = 0
    for match in re.finditer(r"[@{};]", css):
        sign = match.group()
        if sign == "@" and not depth and not at:
            kept.append(css[start : match.start()])
            at = 1
        elif sign == "{":
            depth += 1
        elif sign == "}":
            depth = max(0, depth - 1)
        if at and not depth and sign in "};":
            at, start = 0, match.end()
    if not at:
        kept.append(css[start:])
    return "".join(kept)
