"""HTML pages: text/html and application/xhtml+xml."""

from __future__ import annotations

import re

from lxml import etree

from footnoted.layout.charset import decode
from footnoted.layout.css import applies
from footnoted.layout.head import HEAD_TAGS, read_head
from footnoted.layout.markup import Elements, TooDeepError, gather, parse, words_of
from footnoted.layout.selectors import TooManySelectorsError
from footnoted.layout.sight import without_unseen
from footnoted.layout.walk import Seen, walk
from footnoted.model.text import Text, Unreadable
from footnoted.texts import Body, media_type

_SHELL_IDS = frozenset({"root", "app", "__next", "__nuxt", "main-app", "app-root", "react-root"})
_WANTS_SCRIPTS = re.compile(
    r"(?:enable|requires?|need|turn on|activate|without|activez|aktivieren)\W+(?:\w+\W+){0,3}"
    r"java\s?script|java\s?script\W+(?:\w+\W+){0,4}(?:disabled|required|enabled|deaktiviert)",
    re.IGNORECASE,
)
_LITTLE = 400
"""Characters; a page that shows less and lives on scripts shows nothing of its own."""

_MUCH = 10_000
"""Characters of `noscript` that are looked at."""


def read(body: Body) -> Text:
    """Read a page as a reader sees it: see `model.Text`; hidden words are left out.

    Raises what the parser raises on bytes that are no HTML at all.
    """
    decoded = decode(body.data, body.content_type)
    try:
        xhtml = media_type(body.data, body.content_type) == "application/xhtml+xml"
        root = parse(decoded.text, xhtml=xhtml)
        if root is None:
            return Text("", "text/html", charset=decoded.charset, unreadable="empty")
        return _read(root, decoded.charset, body.url)
    except (TooDeepError, TooManySelectorsError):
        return Text("", "text/html", charset=decoded.charset, unreadable="too_costly")


def _read(root: etree._Element, charset: str, url: str | None) -> Text:
    elements = gather(root, HEAD_TAGS)
    head = read_head(root, elements, url)
    wants = _Wants(root, elements)
    sheets = [style.text or "" for style in elements["style"] if applies(style.get("media") or "")]
    outside = any("stylesheet" in (link.get("rel") or "").lower() for link in elements["link"])
    seen = walk(root, without_unseen(root, sheets, outside=outside))
    return Text(
        content=seen.content,
        media_type="text/html",
        blocks=seen.blocks,
        tables=seen.tables,
        title=head.title,
        language=head.language,
        charset=charset,
        refresh=head.refresh,
        unreadable=wants.unreadable(seen),
        published=head.published,
        canonical=head.canonical,
    )


class _Wants:
    """What a page wants before it says anything: asked before its scripts are taken out."""

    def __init__(self, root: etree._Element, elements: Elements) -> None:
        self._scripts = bool(elements["script"])
        self._shell = self._scripts and any(map(_is_shell, root.iter("div", "app-root")))
        notes = elements["noscript"] if self._scripts else ()
        self._notes = " ".join(map(words_of, notes))[:_MUCH]

    def unreadable(self, seen: Seen) -> Unreadable | None:
        """Say why nothing can be compared with what is seen of the page, if so."""
        if not seen.content:
            return "script_only" if self._scripts else "empty"
        if not self._scripts or len(seen.content) >= _LITTLE:
            return None
        if self._shell or _WANTS_SCRIPTS.search(seen.content):
            return "script_only"
        few = len(seen.content.split()) < 15
        return "script_only" if few and _WANTS_SCRIPTS.search(self._notes) else None


def _is_shell(element: etree._Element) -> bool:
    """Say whether an element is the empty frame that a script would fill."""
    named = element.tag == "app-root" or element.get("id") in _SHELL_IDS
    return named and not len(element) and not (element.text or "").strip()
