"""Plain text, and what is read like it: text/plain, text/markdown, text/csv."""

from __future__ import annotations

import re
from collections.abc import Iterator

from footnoted.layout.charset import decode
from footnoted.layout.disowned import disowned
from footnoted.model.text import Block, Page, Text
from footnoted.texts import Body, media_type

_PARAGRAPH = re.compile(r"[^\n\f]*\S[^\n\f]*(?:\n[^\n\f]*\S[^\n\f]*)*")
_QUOTED = re.compile(r"(?:^ {0,3}>(?:[ \t>][^\n\f]*)?$\n?)+", re.MULTILINE)
"""Lines of somebody else's, as mail and Markdown mark them (RFC 3676, 4.5; CommonMark, 5.1)."""


def read(body: Body) -> Text:
    """Read text as it stands: blank lines end paragraphs, form feeds (U+000C) end pages."""
    kind = media_type(body.data, body.content_type)
    decoded = decode(body.data, body.content_type, markup=False)
    content = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    return Text(
        content=content,
        media_type=kind,
        blocks=disowned(content, list(_blocks(content))),
        pages=_pages(content),
        charset=decoded.charset,
        unreadable=None if content.strip() else "empty",
    )


def _blocks(content: str) -> Iterator[Block]:
    """Yield paragraphs; quoted lines are blocks of their own.

    A text of nothing but quoted lines quotes nobody.
    """
    quoted = list(_QUOTED.finditer(content))
    if not _QUOTED.sub("", content).strip():
        quoted = []
    for paragraph in _PARAGRAPH.finditer(content):
        at, stop = paragraph.span()
        for lines in quoted:
            start, end = max(lines.start(), at), min(lines.end(), stop)
            if start < end:
                if content[at:start].strip():
                    yield Block("paragraph", at, len(content[:start].rstrip()))
                yield Block("paragraph", start, len(content[:end].rstrip()), "quoted")
                at = end
        if content[at:stop].strip():
            yield Block("paragraph", at, stop)


def _pages(content: str) -> tuple[Page, ...]:
    if "\f" not in content.rstrip("\f\n"):
        return ()
    pages = []
    start = 0
    for number, part in enumerate(content.rstrip("\f\n").split("\f"), 1):
        pages.append(Page(number, None, start, start + len(part)))
        start += len(part) + 1
    return tuple(pages)
