"""The day of publication in a page's JSON-LD (schema.org's `datePublished`)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from footnoted.layout.dates import edtf_day

_MAX_CHARACTERS = 200_000
"""Of all scripts together: what lies beyond is not read."""

_MAX_NODES = 5_000
_MAX_DEPTH = 40
_PRINTED = re.compile(r'"datePublished"\s*:\s*"([^"\\]{4,60})"')
_ARTICLES = re.compile(r"Article|Posting|Report|NewsItem|Book|Thesis|Legislation|PublicationIssue")
_PAGES = re.compile(r"WebPage|ItemPage|AboutPage|CreativeWork|Dataset|DigitalDocument|Webpage")


def published_in(scripts: Iterable[str]) -> str | None:
    """Return when the page's article was published, else when the page was.

    Comments, reviews, pictures and videos have dates of their own, which do not count. A script
    that is no JSON is searched as text.
    """
    pages: list[str] = []
    left = _MAX_CHARACTERS
    for script in scripts:
        if len(script) > left:
            break
        left -= len(script)
        try:
            nodes = list(_nodes(json.loads(script, strict=False)))
        except (ValueError, RecursionError):
            nodes = [{"@type": "Article", "datePublished": m} for m in _PRINTED.findall(script)[:1]]
        for node in nodes:
            kind = str(node.get("@type"))
            day = edtf_day(str(node.get("datePublished") or ""))
            if day and _ARTICLES.search(kind):
                return day
            if day and _PAGES.search(kind):
                pages.append(day)
    return pages[0] if pages else None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of a document in order, within bounds."""
    waiting = [(value, 0)]
    for _ in range(_MAX_NODES):
        if not waiting:
            return
        one, depth = waiting.pop()
        if isinstance(one, dict):
            yield one
            inner = list(one.values())
        else:
            inner = one if isinstance(one, list) else []
        if depth < _MAX_DEPTH:
            waiting += [(v, depth + 1) for v in reversed(inner) if isinstance(v, dict | list)]
