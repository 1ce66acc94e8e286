"""A tree without what a reader does not see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from lxml import etree

from footnoted.layout.cascade import Cascade
from footnoted.layout.colours import Inks
from footnoted.layout.css import Declarations, read_rules
from footnoted.layout.values import Variables, defined, without_comments
from footnoted.layout.visibility import (
    UNSEEN_TAGS,
    Unseen,
    is_blocklike,
    is_relative,
    off_by_name,
    unseen,
)

GONE = "gone"
"""The tag of what was taken out; its tail stays where it was."""

_ROOTS = frozenset({"html", "body"})
_ASKED = frozenset({"style", "hidden", "aria-hidden", "popover"})
_DEFINING = etree.XPath("//@style[contains(., '--')]")
_INLINE = frozenset(
    ("a", "abbr", "b", "cite", "code", "em", "font", "i", "label", "small", "span", "strong", "u")
)


def without_unseen(root: etree._Element, sheets: Iterable[str], *, outside: bool) -> frozenset[str]:
    """Take what a reader does not see out of the tree; return the tags that are left in it.

    `sheets` are the page's own style rules; `outside` tells of style sheets that were not read.
    An inline element that they or its `style` put on a line of its own becomes a `div`. Raises
    TooManySelectorsError where the rules cost more than those of one page may.
    """
    for shadow in root.iter("template"):
        if shadow.get("shadowrootmode") is not None:
            shadow.tag = "div"  # seen: the parser itself opens it (HTML, 4.12.3)
    etree.strip_elements(root, *UNSEEN_TAGS, with_tail=False)
    for picture in root.iter("svg"):
        etree.strip_elements(picture, "desc", "metadata", "defs", with_tail=False)
    css = [*sheets]
    variables = _variables(root, css)
    cascade = Cascade(read_rules(css, variables), variables)
    return _Sight(cascade, Inks(cascade, outside=outside)).clear(root)


def _variables(root: etree._Element, css: Sequence[str]) -> Variables:
    """Return the custom properties that the page's rules and `style` attributes define."""
    found = defined(without_comments("\n".join(css)))
    for style in cast("list[str]", _DEFINING(root)):
        for name, value in defined(style).items():
            found[name] = value if found.get(name, value) == value else None
    return found


class _Sight:
    """One look at every element of a page."""

    def __init__(self, cascade: Cascade, inks: Inks) -> None:
        self.cascade = cascade
        self.inks = inks
        self.tags: set[str] = set()
        self._harmless: dict[str | None, bool] = {None: True}
        self._by_style: dict[str, tuple[Unseen, bool]] = {}
        self._blanked: dict[Unseen, set[etree._Element]] = {}

    def clear(self, root: etree._Element) -> frozenset[str]:
        """Take out what is not seen; return the tags of the page."""
        gone: list[tuple[etree._Element, Unseen]] = []
        rules, add, harmless = self.cascade.telling, self.tags.add, self._harmless
        asked_tags = rules.tags | {"dialog", "font"}
        asked = _ASKED if not rules.by_id else _ASKED | {"id"}
        every = "*" in rules.tags
        for element in root.iter("*"):
            tag = element.tag
            add(tag)
            keys = element.keys()
            if not keys and tag not in asked_tags and not every:
                continue
            names = element.get("class") if keys else None
            if names not in harmless:
                harmless[names] = not off_by_name(names or "") and not rules.concern(names or "")
            if harmless[names] and tag not in asked_tags and asked.isdisjoint(keys) and not every:
                continue
            why = self._why(element, str(tag))
            if why:
                gone.append((element, why))
        for element, why in gone:
            if why == "gone":
                element.clear(keep_tail=True)  # type: ignore[call-arg]  # lxml-stubs lack it
                element.tag = GONE
            else:
                self._blank(element, why)
        return frozenset(self.tags)

    def _why(self, element: etree._Element, tag: str) -> Unseen:
        if tag in _ROOTS:
            return ""
        if _is_off(element, tag):
            return "gone"
        style = element.get("style")
        why, block = self._of_rules(element, style)
        if block and not why and tag in _INLINE:
            element.tag = "div"  # a line of its own
            self.tags.add("div")
        if not why and (tag == "font" or (style and "color" in style.lower())):
            return "color" if self.inks.camouflaged(element) else ""
        return why

    def _of_rules(self, element: etree._Element, style: str | None) -> tuple[Unseen, bool]:
        """Say why rules and `style` hide an element, and whether they make it a block."""
        if self.cascade.telling and self.cascade.telling.matching(element):
            properties = self.cascade.properties(element, style or "")
            return unseen(properties), is_blocklike(properties)
        return self._of_style(style) if style else ("", False)

    def _of_style(self, style: str) -> tuple[Unseen, bool]:
        known = self._by_style.get(style)
        if known is None:
            properties = self.cascade.own(style)
            known = self._by_style[style] = unseen(properties), is_blocklike(properties)
        return known

    def _blank(self, element: etree._Element, why: Unseen) -> None:
        """Take the words out of an element, but for parts that declare themselves seen."""
        blanked = self._blanked.setdefault(why, set())
        if element.tag == GONE or element in blanked:
            return  # it lies in another that was taken out
        element.text = None
        waiting = list(element)
        while waiting:
            inner = waiting.pop()
            inner.tail = None
            blanked.add(inner)
            own = self._declared(inner)
            if why in own and not unseen({why: own[why]}) and not is_relative(why, own[why]):
                blanked.discard(inner)
            else:
                inner.text = None
                waiting += list(inner)

    def _declared(self, element: etree._Element) -> Declarations:
        own = self.cascade.properties(element, element.get("style") or "")
        colour = element.get("color")
        return {"color": colour, **own} if colour else own


def _is_off(element: etree._Element, tag: str) -> bool:
    """Say whether an element's own attributes hide it."""
    if element.get("hidden") is not None or element.get("popover") is not None:
        return True
    if tag == "dialog" and element.get("open") is None:
        return True
    return off_by_name(element.get("class") or "") or _is_unspoken(element)


def _is_unspoken(element: etree._Element) -> bool:
    """Say whether `aria-hidden` is on a part of the page, not on all of it behind a dialog."""
    if (element.get("aria-hidden") or "").strip().lower() != "true" or element.tag == "main":
        return False
    return next(element.iter("main", "article", "h1"), None) is None
