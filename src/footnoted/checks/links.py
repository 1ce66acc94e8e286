"""What became of a URL, judged on its capture and text.

Whether a page is a soft 404 is a check's finding, not the fetcher's. Rules: docs/links.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from footnoted.checks.signs import (
    CHALLENGE_MARKS,
    CHALLENGE_TITLES,
    ERROR_PATH,
    LOGIN_PATH,
    NOT_FOUND,
    PARKED,
    PARKING_HOSTS,
)
from footnoted.model.capture import Capture, Failure, Response
from footnoted.model.text import Text
from footnoted.model.verdicts import LinkLook, LinkVerdict

SHORT_PAGE = 2_000
"""A page of fewer characters may be nothing but an error message."""

NEARLY_NOTHING = 600
"""A page of fewer characters may be nothing but a wall."""

MARKUP_LOOKED_AT = 200_000
"""Bytes of markup searched for the marks of a challenge or a login form."""

SHARED_TARGET = 3
"""So many URLs of one site sent to one address mean that the site no longer knows them."""


@dataclass(frozen=True, slots=True)
class PageLook:
    """All that is known of one look at a URL.

    `words_found` tells whether quotations or figures of the claims stand in `text`, None where
    there is nothing to look for; `same_target` counts the URLs of the site that were sent to the
    address where this one ended.
    """

    capture: Capture
    text: Text | None
    words_found: bool | None = None
    same_target: int = 1


_Sign = tuple[LinkVerdict, str, str]


def check_link(look: PageLook) -> LinkLook:
    """Judge one look at a URL.

    The claim's own words on the page outweigh most signs that it is an error page: an article
    about broken links is not one. They do not outweigh a short page that says twice that it is
    one (it may echo the words it was asked for), nor a domain offered for sale.
    """
    capture = look.capture
    response = capture.response
    if response is None:
        assert capture.failure is not None
        verdict, reason, message = _of_failure(capture.failure)
        return _look(capture, verdict, reason, message)
    status = _of_status(response)
    if status:
        return _look(capture, *status)
    for sign in _SIGNS if not look.words_found else _SURE_SIGNS:
        seen = sign(look, response)
        if seen:
            return _look(capture, *seen)
    return _answered(look, response)


def _look(
    capture: Capture,
    verdict: LinkVerdict,
    reason: str | None,
    message: str,
    suggested: str | None = None,
) -> LinkLook:
    response = capture.response
    return LinkLook(
        url=capture.asked,
        verdict=verdict,
        reason=reason,
        message=message,
        http_status=response.status if response else None,
        final_url=response.url if response else None,
        suggested_url=suggested,
    )


_POLICY = frozenset(
    {
        "not_fetched",
        "refused_address",
        "not_http",
        "bad_url",
        "interrupted",
        "body_too_large",
        "decoded_too_large",
    }
)
"""Failures that are our own rules at work, and say nothing of the page."""


def _of_failure(failure: Failure) -> _Sign:
    if failure.reason == "offline":
        return LinkVerdict.OFFLINE, "offline", "not looked at: no network here"
    if failure.reason == "no_such_host":
        return LinkVerdict.DEAD, "no_such_host", failure.message
    if failure.reason in _POLICY:
        return LinkVerdict.NOT_FETCHED, failure.reason, failure.message
    return LinkVerdict.UNREACHABLE, failure.reason, failure.message


def _of_status(response: Response) -> _Sign | None:
    status = response.status
    if status in {404, 410}:
        word = "gone for good (410)" if status == 410 else "not found (404)"
        return LinkVerdict.DEAD, f"http_{status}", f"the server says: {word}"
    if status in {401, 403, 407, 429, 451, 503} and _challenge(response.body):
        return LinkVerdict.BLOCKED, "bot_challenge", f"a bot challenge stands before it ({status})"
    if status in {401, 403, 407, 429, 451}:
        word = _WALLS[status]
        return LinkVerdict.BLOCKED, f"http_{status}", f"{word} ({status})"
    if status >= 500:
        return LinkVerdict.UNREACHABLE, f"http_{status}", f"the server has trouble ({status})"
    if not 200 <= status < 300:
        return LinkVerdict.UNREACHABLE, f"http_{status}", f"an answer without the page ({status})"
    return None


_WALLS = {
    401: "a login is asked for",
    403: "the server refuses us",
    407: "a proxy asks for a login",
    429: "the server asks us to come back later",
    451: "withheld for legal reasons",
}


def _challenge(body: bytes) -> bool:
    head = body[:MARKUP_LOOKED_AT].lower()
    return any(mark in head for mark in CHALLENGE_MARKS)


def _is_short(text: Text | None) -> bool:
    return text is None or len(text.content) < SHORT_PAGE


def _by_challenge(look: PageLook, response: Response) -> _Sign | None:
    title = (look.text.title if look.text else None) or ""
    titled = title.strip().casefold().rstrip(".…") in CHALLENGE_TITLES
    says_little = look.text is None or len(look.text.content) < NEARLY_NOTHING
    if says_little and (titled or _challenge(response.body)):
        return LinkVerdict.BLOCKED, "bot_challenge", "a bot challenge served in place of the page"
    return None


def _by_login(look: PageLook, response: Response) -> _Sign | None:
    markup = response.body[:MARKUP_LOOKED_AT].lower()
    asks = (
        b'type="password"' in markup or b"type='password'" in markup or b"type=password" in markup
    )
    sent = bool(look.capture.hops) and LOGIN_PATH.search(urlsplit(response.url).path) is not None
    little = look.text is None or len(look.text.content) < NEARLY_NOTHING
    if not asks or not (little or (sent and _is_short(look.text))):
        return None
    how = "sent to a login page" if sent else "a login page in place of the page"
    return LinkVerdict.BLOCKED, "login_wall", how


def _by_parking(look: PageLook, response: Response) -> _Sign | None:
    host = (urlsplit(response.url).hostname or "").casefold()
    if any(host == name or host.endswith(f".{name}") for name in PARKING_HOSTS):
        return LinkVerdict.PARKED, "parking_host", f"sent to a domain seller: {host}"
    content = look.text.content.casefold() if look.text else ""
    found = PARKED.search(content)
    if found and len(content) < SHORT_PAGE:
        words = found.group(0)
        return LinkVerdict.PARKED, "for_sale", f"the page offers the domain itself: “{words}”"
    return None


def _by_home(look: PageLook, response: Response) -> _Sign | None:
    """See whether a deep address was sent to the front page, where nothing cited stands."""
    if _is_home(look.capture.asked):
        return None
    if look.capture.hops and _is_home(response.url):
        return LinkVerdict.SOFT_404, "redirect_home", f"sent to the front page {response.url}"
    refresh = look.text.refresh if look.text else None
    if refresh and _is_home(refresh):
        return LinkVerdict.SOFT_404, "refresh_home", f"the page sends readers to {refresh}"
    return None


def _is_home(url: str) -> bool:
    parts = urlsplit(url)
    return not parts.query and bool(_HOME.fullmatch(parts.path))


_HOME = re.compile(r"(?:/?|/(?:index|default|home)(?:\.[a-z]{3,5})?/?)", re.IGNORECASE)


def _by_not_found_words(look: PageLook, response: Response) -> _Sign | None:
    """See whether the page says that it is not there.

    One of title, heading and phrase does on a short page, or where the claim's words are gone;
    a long page must say it in title and heading: it may be an article on the subject.
    """
    del response
    text = look.text
    if text is None or text.unreadable:
        return None
    title = NOT_FOUND.search(text.title or "")
    heading = _not_found_heading(text)
    short = _is_short(text)
    enough = short or look.words_found is False
    if title and (enough or heading):
        words = title.group(0)
        return LinkVerdict.SOFT_404, "not_found_title", f"titled “{words}” though it answers 200"
    phrase = (heading if enough else None) or (NOT_FOUND.search(text.content) if short else None)
    if phrase:
        words = phrase.group(0)
        return LinkVerdict.SOFT_404, "not_found_phrase", f"says “{words}” though it answers 200"
    return None


def _by_not_found_twice(look: PageLook, response: Response) -> _Sign | None:
    """See whether a short page says in its title and in its text that it is not there."""
    text = look.text
    if text is None or not _is_short(text):
        return None
    twice = NOT_FOUND.search(text.title or "") and NOT_FOUND.search(text.content)
    return _by_not_found_words(look, response) if twice else None


def _not_found_heading(text: Text) -> re.Match[str] | None:
    headings = (block for block in text.blocks if block.kind == "heading")
    found = (NOT_FOUND.search(text.content[block.start : block.end]) for block in headings)
    return next((match for match in found if match), None)


def _by_error_path(look: PageLook, response: Response) -> _Sign | None:
    """See whether the address was sent to one that names an error."""
    if not look.capture.hops or ERROR_PATH.search(look.capture.asked):
        return None
    if ERROR_PATH.search(urlsplit(response.url).path + "?" + urlsplit(response.url).query):
        return LinkVerdict.SOFT_404, "redirect_error", f"sent to {response.url}"
    return None


def _by_shared_target(look: PageLook, response: Response) -> _Sign | None:
    if look.same_target < SHARED_TARGET or not look.capture.hops:
        return None
    count = look.same_target
    return (
        LinkVerdict.SOFT_404,
        "shared_target",
        f"{count} addresses of the site are all sent to {response.url}",
    )


_SIGNS: tuple[Callable[[PageLook, Response], _Sign | None], ...] = (
    _by_challenge,
    _by_parking,
    _by_login,
    _by_home,
    _by_error_path,
    _by_not_found_words,
    _by_shared_target,
)

_SURE_SIGNS: tuple[Callable[[PageLook, Response], _Sign | None], ...] = (
    _by_parking,
    _by_not_found_twice,
)
"""Signs that hold though the claim's words stand on the page."""


def _answered(look: PageLook, response: Response) -> LinkLook:
    capture = look.capture
    if _moved(capture, response):
        proof = {
            True: "; the claim's own words stand there",
            False: "; the claim's own words were not found there",
            None: "; whether the content is the same was not checked",
        }[look.words_found]
        return _look(
            capture,
            LinkVerdict.MOVED,
            "permanent_redirect",
            f"moved to {response.url}{proof}",
            suggested=response.url,
        )
    if look.text and look.text.unreadable:
        why = look.text.unreadable
        words = f"answers, but cannot be read: {why.replace('_', ' ')}"
        return _look(capture, LinkVerdict.ALIVE, why, words)
    return _look(capture, LinkVerdict.ALIVE, None, "answers with a page")


def _moved(capture: Capture, response: Response) -> bool:
    """Whether every redirect was permanent (RFC 9110, 15.4.2 and 15.4.9) and led elsewhere.

    `http` to `https`, a `www.` more or less, and a slash at the end are the same place.
    """
    permanent = bool(capture.hops) and all(hop.status in {301, 308} for hop in capture.hops)
    return permanent and _same_place(capture.asked) != _same_place(response.url)


def _same_place(url: str) -> tuple[str, str, str]:
    parts = urlsplit(url)
    return (
        (parts.hostname or "").removeprefix("www."),
        parts.path.rstrip("/"),
        parts.query,
    )
