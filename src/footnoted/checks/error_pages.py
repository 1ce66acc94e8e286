"""Signs that the server says 200 and the page is not what was cited: soft 404, parked domain."""

from __future__ import annotations

import re
from urllib.parse import unquote, urljoin, urlsplit

from footnoted.checks.page_look import OWN_PROSE, PageLook, Sign
from footnoted.checks.signs_of_errors import (
    DOMAIN_TALK,
    ERROR_PATH,
    ERROR_WORD,
    NOT_FOUND,
    PARKED,
    PARKING_HOSTS,
    PARKING_MARKS,
    SCRIPT_SENDS,
)
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
_LANGUAGE = re.compile(r"/[a-z]{2}(?:[-_][a-z]{2})?(?=/|$)", re.IGNORECASE)


def by_parking(look: PageLook) -> Sign | None:
    """See whether the domain itself is for sale, or shows a domain seller's page."""
    host = (urlsplit(look.response.url).hostname or "").casefold()
    if any(host == name or host.endswith(f".{name}") for name in PARKING_HOSTS):
        return LinkVerdict.PARKED, "parking_host", f"sent to a domain seller: {host}"
    found = PARKED.search(f"{look.title}\n{look.content}") if look.is_short else None
    if found and (PARKED.search(look.headings) or look.prose_beside(DOMAIN_TALK) < OWN_PROSE):
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
    return not parts.query and bool(_HOME.fullmatch(_LANGUAGE.sub("", parts.path, count=1)))


def by_not_found_words(look: PageLook) -> Sign | None:
    """See whether the page says that it is not there.

    On a short page one of title, heading and phrase does; so it does where the claim's words are
    gone, or where the site shows the same page at an address that nobody can have written. A
    long page must say it in title and heading: it may be an article on the subject. It is one,
    and a note that only quotes such words is a note, if the site says 404 where it means it.
    """
    text = look.text
    if text is None or text.unreadable:
        return None
    title = NOT_FOUND.search(look.title)
    heading = _not_found_heading(text)
    same = same_as_sibling(look)
    enough = look.is_short or look.words_found is False or same
    if title and (enough or (heading and not look.honest)):
        return _soft("not_found_title", f"titled “{_words_of(title)}”", same=same)
    phrase = heading if enough else None
    alone = look.says_little or (look.is_short and not look.honest)
    if phrase is None and (alone or same):
        phrase = NOT_FOUND.search(text.content)
    return _soft("not_found_phrase", f"says “{_words_of(phrase)}”", same=same) if phrase else None


def _soft(reason: str, words: str, *, same: bool) -> Sign:
    beside = "; an address made up beside it shows the same page" if same else ""
    return LinkVerdict.SOFT_404, reason, f"{words} though it answers 200{beside}"


def _words_of(match: re.Match[str]) -> str:
    return " ".join(match.group(0).split())


def by_not_found_twice(look: PageLook) -> Sign | None:
    """See whether a page with the claim's words still says that it is not there.

    It may repeat the words it was asked for: a page of little else that says so once, a short
    one that says so in its title and in its text.
    """
    if look.text is None or not look.is_short:
        return None
    said = NOT_FOUND.search(look.content)
    twice = said and NOT_FOUND.search(look.title)
    return by_not_found_words(look) if twice or (said and look.says_little) else None


def by_script_home(look: PageLook) -> Sign | None:
    """See whether the page is nothing but a script that sends readers to the front page."""
    if look.content.strip() or is_home(look.capture.asked):
        return None
    sent = SCRIPT_SENDS.search(look.response.body[:MARKUP_LOOKED_AT])
    if not sent:
        return None
    target = sent.group(1).decode("utf-8", "replace")
    if not is_home(urljoin(look.response.url, target)):
        return None
    return LinkVerdict.SOFT_404, "script_home", f"its script sends readers to {target}"


def by_nonsense_page(look: PageLook) -> Sign | None:
    """See whether a page that calls itself an error is the one that nonsense gets.

    Words of a claim that stand on it prove nothing: they stand there for any address.
    """
    if not same_as_sibling(look):
        return None
    named = NOT_FOUND.search(look.headings) or ERROR_WORD.search(look.headings)
    if not named:
        return None
    return _soft("not_found_title", f"calls itself “{_words_of(named)}”", same=True)


def may_be_error_page(look: PageLook) -> bool:
    """Tell whether a page has words of an error page, so that its site is worth a probe."""
    text = look.text
    if text is None or text.unreadable:
        return False
    if NOT_FOUND.search(look.headings) or (look.is_short and ERROR_WORD.search(look.headings)):
        return True
    return not look.words_found and bool(NOT_FOUND.search(text.content))


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
