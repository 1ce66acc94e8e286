"""HTML to a tree, within bounds, and what the head of a page says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import etree

_LONG_TAG = re.compile(r"<([a-zA-Z][\w:-]*)\s([^<>]{20000,})>")
_MAX_ATTRIBUTES = 2_000
_REFRESH = re.compile(
    r"\s*(\d+)(?:\.\d*)?\s*[;,\s]\s*(?:url\s*=\s*)?(['\"]?)(.+?)\2\s*$", re.IGNORECASE | re.DOTALL
)
_SOON = 5
"""Seconds within which a refresh counts as a redirect: a reader never reads the page itself."""


class TooDeepError(ValueError):
    """The markup is nested deeper than the parser goes: part of the page would be lost."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a page's head says: title, language (BCP 47), target of an immediate refresh."""

    title: str | None
    language: str | None
    refresh: str | None
    css: str


def parse(markup: str) -> etree._Element | None:
    """Parse `markup` as HTML; None where there is nothing to parse.

    Tags of thousands of attributes lose them all, since libxml2 takes quadratic time over
    them. Raises TooDeepError where the parser gave up on the depth.
    """
    markup = _LONG_TAG.sub(_slim, markup.replace("\0", "\ufffd"))
    data = markup.encode("utf-8", "replace")
    if not data.strip():
        return None
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    root = etree.fromstring(data, parser)
    if any("depth" in entry.message for entry in parser.error_log[-3:]):
        raise TooDeepError
    return root


def read_head(root: etree._Element, url: str | None) -> Head:
    """Read title, language, refresh (made absolute by `url`) and the page's own style rules."""
    title = next(
        (" ".join("".join(map(str, t.itertext())).split()) for t in root.iterfind(".//title")), ""
    )
    css = "\n".join(style.text or "" for style in root.iter("style") if _for_screens(style))
    return Head(title or None, _language(root), _refresh(root, url), css)


def _slim(match: re.Match[str]) -> str:
    many = len(match.group(2).split(None, _MAX_ATTRIBUTES)) > _MAX_ATTRIBUTES
    return f"<{match.group(1)}>" if many else match.group()


def _for_screens(style: etree._Element) -> bool:
    media = (style.get("media") or "").lower()
    return not media or media in {"all", "screen"}


def _language(root: etree._Element) -> str | None:
    told = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    told = told or root.get("xml:lang")
    if not told:
        body = next(root.iterfind("body"), None)
        told = body.get("lang") if body is not None else None
    for meta in root.iter("meta") if not told else ():
        if (meta.get("http-equiv") or "").lower() == "content-language":
            told = (meta.get("content") or "").split(",")[0]
    told = (told or "").strip().replace("_", "-")
    return told if re.fullmatch(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*", told) else None


def _refresh(root: etree._Element, url: str | None) -> str | None:
    """Return where an immediate refresh leads (HTML, 4.2.5.3), not one inside `noscript`."""
    for meta in root.iter("meta"):
        if (meta.get("http-equiv") or "").strip().lower() != "refresh":
            continue
        match = _REFRESH.match(meta.get("content") or "")
        if not match or len(match.group(1)) > 3 or int(match.group(1)) > _SOON:
            continue
        if next(meta.iterancestors("noscript"), None) is None:
            return _absolute(match.group(3).strip(), url)
    return None


def _absolute(target: str, url: str | None) -> str:
    try:
        return urljoin(url or "", target)
    except ValueError:  # a broken IPv6 host; the target as written still tells
        return target
