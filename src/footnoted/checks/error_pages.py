"""Signs that the server says 200 and the page is not what was cited: soft 404, parked domain."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from footnoted.checks.page_look import PageLook, Sign
from footnoted.checks.signs import ERROR_PATH, NOT_FOUND, PARKED, PARKING_HOSTS, PARKING_MARKS
from footnoted.checks.walls import MARKUP_LOOKED_AT
from footnoted.model.text import Text
from footnoted.model.verdicts import LinkVerdict

SHARED_TARGET = 3
"""So many URLs of one site sent to one address mean that the site no longer knows them."""

SAME_SHARE = 0.9
"""So large a share of equal words makes two pages of a site the same page."""

_WORDS_COMPARED = 5_000
_WORD = re.compile(r"\w+")
_HOME = re.compile(r"(?:/?|/(?:index|default|home|main|start)(?:\.[a-z]{3,5})?/?)", re.IGNORECASE)
_LANGUAGE_HOME = re.compile(r"/[a-z]{2}(?:[-_][a-z]{2})?/?", re.IGNORECASE)


def by_parking(look: PageLook) -> Sign | None:
    """See whether the domain itself is for sale, or shows a domain seller's page."""
    host = (urlsplit(look.response.url).hostname or "").casefold()
    if any(host == name or host.endswith(f".{name}") for name in PARKING_HOSTS):
        return LinkVerdict.PARKED, "parking_host", f"sent to a domain seller: {host}"
    found = PARKED.search(f"{look.title}\n{look.content}") if look.is_short else None
    if found:
        words = " ".join(found.group(0).split())
        return LinkVerdict.PARKED, "for_sale", f"the page offers the domain itself: “{words}”"
    head = look.response.body[:MARKUP_LOOKED_AT].lower()
    if look.says_little and any(mark in head for mark in PARKING_MARKS):
        return LinkVerdict.PARKED, "parking_markup", "nothing but a domain seller's script"
    return None


def by_home(look: PageLook) -> Sign | None:
    """See whether a deep address was sent to the front page, where nothing cited stands."""
    if is_home(look.capture.asked):
        return None
    if look.capture.hops and is_home(look.response.url):
        url = look.response.url
        return LinkVerdict.SOFT_404, "redirect_home", f"sent to the front page {url}"
    refresh = look.text.refresh if look.text else None
    if refresh and is_home(refresh):
        return LinkVerdict.SOFT_404, "refresh_home", f"the page sends readers to {refresh}"
    return None


def is_home(url: str) -> bool:
    """Tell whether a URL is a site's front page, also that of a language (`/en`)."""
    parts = urlsplit(url)
    front = _HOME.fullmatch(parts.path) or _LANGUAGE_HOME.fullmatch(parts.path)
    return not parts.query and bool(front)


def by_not_found_words(look: PageLook) -> Sign | None:
    """See whether the page says that it is not there.

    One of title, heading and phrase does on a short page, where the claim's words are gone, or
    where the site shows the same page at an address that nobody can have written; otherwise a
    long page must say it in title and heading: it may be an article on the subject.
    """
    text = look.text
    if text is None or text.unreadable:
        return None
    title = NOT_FOUND.search(look.title)
    heading = _not_found_heading(text)
    same = same_as_sibling(look)
    enough = look.is_short or look.words_found is False or same
    beside = "; an address made up beside it shows the same page" if same else ""
    if title and (enough or heading):
        words = title.group(0).strip()
        message = f"titled “{words}” though it answers 200{beside}"
        return LinkVerdict.SOFT_404, "not_found_title", message
    phrase = heading if enough else None
    if phrase is None and (look.is_short or same):
        phrase = NOT_FOUND.search(text.content)
    if phrase:
        words = " ".join(phrase.group(0).split())
        message = f"says “{words}” though it answers 200{beside}"
        return LinkVerdict.SOFT_404, "not_found_phrase", message
    return None


def by_not_found_twice(look: PageLook) -> Sign | None:
    """See whether a short page says in its title and in its text that it is not there."""
    if look.text is None or not look.is_short:
        return None
    twice = NOT_FOUND.search(look.title) and NOT_FOUND.search(look.content)
    return by_not_found_words(look) if twice else None


def may_be_error_page(look: PageLook) -> bool:
    """Tell whether a page has words of an error page, so that its site is worth a probe."""
    text = look.text
    if text is None or text.unreadable or look.words_found:
        return False
    return bool(NOT_FOUND.search(look.title) or NOT_FOUND.search(text.content))


def same_as_sibling(look: PageLook) -> bool:
    """Tell whether the page is the one that the site shows at a made-up address beside it.

    Words of either address are left out of account, since error pages repeat them.
    """
    if look.text is None or look.sibling is None:
        return False
    own, other = _words(look.text, look.capture.asked), _words(look.sibling, "")
    if not own or not other:
        return False
    common = len(own & other)
    return common >= SAME_SHARE * len(own) and common >= SAME_SHARE * len(other)


def _words(text: Text, url: str) -> set[str]:
    found = {
        word.group().casefold() for word in _WORD.finditer(text.content[: _WORDS_COMPARED * 8])
    }
    return found - {word.casefold() for word in _WORD.findall(unquote(url))}


def by_error_path(look: PageLook) -> Sign | None:
    """See whether the address was sent to one that names an error."""
    if not look.capture.hops or ERROR_PATH.search(look.capture.asked):
        return None
    parts = urlsplit(look.response.url)
    if ERROR_PATH.search(f"{parts.path}?{parts.query}"):
        return LinkVerdict.SOFT_404, "redirect_error", f"sent to {look.response.url}"
    return None


def by_shared_target(look: PageLook) -> Sign | None:
    """See whether many addresses of the site are sent to one place."""
    if look.same_target < SHARED_TARGET or not look.capture.hops:
        return None
    message = f"{look.same_target} addresses of the site are all sent to {look.response.url}"
    return LinkVerdict.SOFT_404, "shared_target", message


def _not_found_heading(text: Text) -> re.Match[str] | None:
    headings = (block for block in text.blocks if block.kind == "heading")
    found = (NOT_FOUND.search(text.content[block.start : block.end]) for block in headings)
    return next((match for match in found if match), None)
