"""HTML to a tree, within bounds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from lxml import etree

Elements: TypeAlias = "Mapping[str, Sequence[etree._Element]]"  # noqa: SLF001 - lxml has no other name
"""Elements of a page by tag."""

_LONG = 20_000
"""Characters without a `<`: so many may be one tag of too many attributes."""

_MAX_ATTRIBUTES = 2_000
_TAG = re.compile(r"([a-zA-Z][\w:-]*)\s([^>]*)>?")
_TELLING = re.compile(
    r"(?<![\w-])(?:hidden|aria-hidden|class|style|id)(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+))?",
    re.IGNORECASE,
)
_OPENED = re.compile(
    r"<(p|div|span|section|article|main|aside|header|footer|nav|ul|ol|li|dl|dt|dd|table|tbody|tr|td"
    r"|th|h[1-6]|blockquote|pre|figure|figcaption|details|summary|dialog|form|fieldset|center|b|i"
    r"|em|strong|u|small|font|s|del|ins|strike|q|cite|code|sup|sub|label)(\s[^<>]*?)?/>",
    re.IGNORECASE,
)
"""Tags that stay open whatever slash they end in; neither void nor of SVG or MathML."""

_CONTROL = re.compile(rb"&#(?:0*[0-8](?:;|(?![0-9]))|[xX]0*[0-8](?:;|(?![0-9a-fA-F])))")
_CONTROLS = bytes(range(9))
"""Characters that no page's text has; the walk marks its places with them."""

_UNKNOWN = "\ufffd".encode()


class TooDeepError(ValueError):
    """The markup is nested deeper than the parser goes: part of the page would be lost."""


def parse(markup: str, *, xhtml: bool = False) -> etree._Element | None:
    """Parse `markup` as HTML, comments left out; None where there is nothing to parse.

    U+0000 is dropped, as browsers do in a page's text; U+0001 to U+0008, and references to any
    of these, become U+FFFD. The slash of `<p/>` means nothing but in `xhtml` (HTML, 13.2.5.40).
    A tag of thousands of attributes
    keeps those that hide it, since libxml2 takes quadratic time over attributes. Raises
    TooDeepError where the parser gave up on the depth.
    """
    if not xhtml and "/>" in markup:
        markup = _OPENED.sub(r"<\1\2>", markup)
    data = _without_controls(_slimmed(markup).encode("utf-8", "replace"))
    if not data.strip():
        return None
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_pis=True, remove_comments=True
    )
    root = etree.fromstring(data, parser)
    if any("depth" in entry.message for entry in parser.error_log[-3:]):
        raise TooDeepError
    return root


def gather(root: etree._Element, tags: Iterable[str]) -> Elements:
    """Return the elements of each of `tags` in the order of the page, in one pass."""
    found: dict[str, list[etree._Element]] = {tag: [] for tag in tags}
    for element in root.iter(*found):
        found[str(element.tag)].append(element)
    return found


def words_of(element: etree._Element) -> str:
    """Return the text inside an element, white space collapsed."""
    return " ".join("".join(map(str, element.itertext())).split())


def _without_controls(data: bytes) -> bytes:
    if any(sign in data for sign in _CONTROLS):
        data = re.sub(rb"[\1-\b]", _UNKNOWN, data.replace(b"\0", b""))
    return _CONTROL.sub(_UNKNOWN, data) if b"&#" in data else data


def _slimmed(markup: str) -> str:
    """Return `markup` with the tags of too many attributes made short.

    Looks back from each `_LONG`th character for a `<`, so that a page without such a tag costs
    next to nothing.
    """
    pieces: list[str] = []
    done = at = 0
    while at + _LONG <= len(markup):
        sign = markup.rfind("<", at, at + _LONG)
        if sign >= 0:
            at = sign + 1
            continue
        tag = _TAG.match(markup, at) if markup[at - 1 : at] == "<" else None
        if tag and len(tag.group(2).split(None, _MAX_ATTRIBUTES)) > _MAX_ATTRIBUTES:
            pieces += [markup[done:at], tag.group(1), " ", _telling(tag.group(2)), ">"]
            done = tag.end()
        after = markup.find("<", at + _LONG)
        if after < 0:
            break
        at = after + 1
    return "".join([*pieces, markup[done:]]) if pieces else markup


def _telling(attributes: str) -> str:
    """Return the attributes that bear on what a reader sees, the first of each name."""
    first: dict[str, str] = {}
    for match in _TELLING.finditer(attributes):
        first.setdefault(match.group().partition("=")[0].strip().lower(), match.group())
    return " ".join(first.values())
