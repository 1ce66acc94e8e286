"""HTML pages: text/html and application/xhtml+xml."""

from __future__ import annotations

import re

from lxml import etree

from footnoted.layout.charset import decode
from footnoted.layout.markup import TooDeepError, parse, read_head
from footnoted.layout.visibility import read_styles
from footnoted.layout.walk import Seen, walk
from footnoted.model.text import Text, Unreadable
from footnoted.texts import Body

_SHELL_IDS = frozenset({"root", "app", "__next", "__nuxt", "main-app", "app-root", "react-root"})
_WANTS_SCRIPTS = re.compile(
    r"(?:enable|requires?|need|turn on|activate|without|activez|aktivieren)\W+(?:\w+\W+){0,3}"
    r"java\s?script|java\s?script\W+(?:\w+\W+){0,4}(?:disabled|required|enabled|deaktiviert)",
    re.IGNORECASE,
)
_LITTLE = 400
"""Characters; a page that shows less and lives on scripts shows nothing of its own."""


def read(body: Body) -> Text:
    """Read a page as a reader sees it: see `model.Text`; hidden words are left out.

    Raises what the parser raises on bytes that are no HTML at all.
    """
    decoded = decode(body.data, body.content_type)
    try:
        root = parse(decoded.text)
    except TooDeepError:
        return Text("", "text/html", charset=decoded.charset, unreadable="too_costly")
    if root is None:
        return Text("", "text/html", charset=decoded.charset, unreadable="empty")
    head = read_head(root, body.url)
    seen = walk(root, read_styles(head.css))
    return Text(
        content=seen.content,
        media_type="text/html",
        blocks=seen.blocks,
        tables=seen.tables,
        title=head.title,
        language=head.language,
        charset=decoded.charset,
        refresh=head.refresh,
        unreadable=_unreadable(root, seen),
    )


def _unreadable(root: etree._Element, seen: Seen) -> Unreadable | None:
    scripts = next(root.iter("script"), None) is not None
    if not seen.content:
        return "script_only" if scripts else "empty"
    if not scripts or len(seen.content) >= _LITTLE:
        return None
    if _WANTS_SCRIPTS.search(seen.content) or any(map(_is_shell, root.iter("div", "app-root"))):
        return "script_only"
    notes = " ".join("".join(map(str, n.itertext())) for n in root.iter("noscript"))
    own_words = len(seen.content.split())
    return "script_only" if own_words < 15 and _WANTS_SCRIPTS.search(notes) else None


def _is_shell(element: etree._Element) -> bool:
    """Say whether an element is the empty frame that a script would fill."""
    named = element.tag == "app-root" or element.get("id") in _SHELL_IDS
    return named and not len(element) and not (element.text or "").strip()
