"""Whether what a URL points to within its page is there: `#section`, `#:~:text=words`.

The text directive is that of WICG's Scroll to Text Fragment:
`#:~:text=[prefix-,]start[,end][,-suffix]`, several with `&text=`; case does not matter.
"""

from __future__ import annotations

import re
from urllib.parse import unquote, urldefrag

from footnoted.anchors import find_words
from footnoted.checks.page_look import PageLook

DIRECTIVE = ":~:"
_NAMED = re.compile(r"""\b(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""", re.IGNORECASE)
_PAGE = re.compile(r"(?:.*&)?page=(\d+)\b", re.IGNORECASE)
_ROUTE = re.compile(r"[!/]|.*=")
"""Fragments that name no place: routes of a page made by scripts, and states of it."""


def missing_fragment(look: PageLook) -> str | None:
    """Return what is said of a fragment that the page does not have, None where it has it.

    Asked only of pages that could be read; scripts may make other places, and those are not
    accused: a fragment that looks like a route or a setting is passed over.
    """
    text = look.text
    fragment = urldefrag(look.capture.asked).fragment
    if not fragment or text is None or text.unreadable:
        return None
    name, _, directive = fragment.partition(DIRECTIVE)
    lost = [words for words in _directives(directive) if not _stands(words, text.content)]
    if lost:
        return f"the words of #:~:text={lost[0]} do not stand on the page"
    if text.media_type == "application/pdf":
        return _missing_page(name, len(text.pages))
    if text.media_type not in {"text/html", "application/xhtml+xml"}:
        return None
    wanted = unquote(name)
    if not wanted or wanted.casefold() == "top" or _ROUTE.match(wanted):
        return None
    body = look.response.body.decode(text.charset or "utf-8", "replace")
    names = {unquote(next(filter(None, found), "")) for found in _NAMED.findall(body)}
    return None if wanted in names else f"the page has no place called #{wanted}"


def _missing_page(fragment: str, pages: int) -> str | None:
    """Check `#page=12` of a PDF (RFC 8118, 3)."""
    asked = _PAGE.match(fragment)
    if asked and pages and int(asked.group(1)[:9]) > pages:
        return f"the document has {pages} pages, and #{fragment} is beyond them"
    return None


def _directives(directive: str) -> list[str]:
    return [part[5:] for part in directive.split("&") if part.startswith("text=") and part[5:]]


def _stands(words: str, content: str) -> bool:
    """Tell whether the text that a directive names is there, its ends in order."""
    parts = words.split(",")
    prefix = parts.pop(0)[:-1] if len(parts) > 1 and parts[0].endswith("-") else ""
    suffix = parts.pop()[1:] if len(parts) > 1 and parts[-1].startswith("-") else ""
    told = [unquote(part).casefold() for part in (prefix, parts[0], *parts[1:2], suffix)]
    body = content.casefold()
    first = _beside(told[0], told[1])
    last = _beside(told[2], told[3]) if len(parts) > 1 else told[-1]
    starts = find_words(first, body)
    if not starts or not last:
        return bool(starts)
    return bool(find_words(last, body, starts[0][1]))


def _beside(left: str, right: str) -> str:
    """Join words that stand side by side: a mark follows its word without a blank."""
    blank = " " if left and right[:1].isalnum() and left[-1] not in "([{“‘«" else ""
    return f"{left}{blank}{right}"
