"""Signs that something stands before the page: challenge, login, consent, payment, age, region.

A wall tells nothing of what is behind it: `blocked`, never rot.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from footnoted.checks.page_look import OWN_PROSE, PageLook, Sign
from footnoted.checks.signs_of_walls import (
    AGE_WORDS,
    CHALLENGE_HEADERS,
    CHALLENGE_MARKS,
    CHALLENGE_TITLES,
    CONSENT_HOST,
    CONSENT_PATH,
    CONSENT_WORDS,
    COOKIES_OFF,
    LOGIN_HOST,
    LOGIN_PATH,
    LOGIN_TALK,
    LOGIN_WORDS,
    PAY_MARK,
    PAY_WORDS,
    REGION_WORDS,
    WALL_TALK,
)
from footnoted.model.verdicts import LinkVerdict

MARKUP_LOOKED_AT = 200_000
"""Bytes of markup searched for the marks of a challenge or a login form."""

PREVIEW = 4_000
"""A page of fewer characters that asks for payment shows no more than the beginning."""

_PASSWORD_FIELDS = (b'type="password"', b"type='password'", b"type=password")


def is_challenge(body: bytes) -> bool:
    """Tell whether the markup has the marks of a bot challenge."""
    head = body[:MARKUP_LOOKED_AT].lower()
    return any(mark in head for mark in CHALLENGE_MARKS)


def by_challenge(look: PageLook) -> Sign | None:
    """See whether a test for people is served in place of the page."""
    response = look.response
    told = any(response.header(name) in values for name, values in CHALLENGE_HEADERS.items())
    titled = look.title.strip().casefold().rstrip(".…!") in CHALLENGE_TITLES
    if told or (look.says_little and (titled or is_challenge(response.body))):
        return LinkVerdict.BLOCKED, "bot_challenge", "a bot challenge served in place of the page"
    found = COOKIES_OFF.search(look.content) if look.says_little else None
    if found and look.prose_beside(WALL_TALK) < OWN_PROSE:
        return LinkVerdict.BLOCKED, "cookies_wall", f"the page asks first: “{found.group(0)}”"
    return None


def by_login(look: PageLook) -> Sign | None:
    """See whether a login stands there: by its form, or by where the address was sent."""
    markup = look.response.body[:MARKUP_LOOKED_AT].lower()
    form = any(field in markup for field in _PASSWORD_FIELDS)
    named = LOGIN_WORDS.search(look.headings)
    parts = urlsplit(look.response.url)
    sent = bool(look.capture.hops) and not LOGIN_PATH.search(urlsplit(look.capture.asked).path)
    to_login = sent and bool(
        LOGIN_PATH.search(parts.path) or LOGIN_HOST.search(parts.hostname or "")
    )
    bare = look.prose_beside(LOGIN_TALK) < OWN_PROSE
    if (
        to_login
        and look.is_short
        and (form or named or (bare and LOGIN_WORDS.search(look.content)))
    ):
        return LinkVerdict.BLOCKED, "login_wall", "sent to a login page"
    if form and look.says_little and (named or bare):
        return LinkVerdict.BLOCKED, "login_wall", "a login page in place of the page"
    return None


def by_consent(look: PageLook) -> Sign | None:
    """See whether consent to cookies is asked for before the page is shown.

    A banner over a page asks for it too: then the page's own prose stands beside it.
    """
    found = CONSENT_WORDS.search(f"{look.title}\n{look.content}")
    if not found or not look.is_short or look.prose_beside(WALL_TALK) >= OWN_PROSE:
        return None
    parts = urlsplit(look.response.url)
    elsewhere = bool(look.capture.hops) and (
        CONSENT_HOST.search(parts.hostname or "") or CONSENT_PATH.search(parts.path)
    )
    how = f"sent to {parts.hostname}, which asks" if elsewhere else "the page asks"
    return LinkVerdict.BLOCKED, "consent_wall", f"{how} for consent first: “{found.group(0)}”"


def by_payment(look: PageLook) -> Sign | None:
    """See whether the page ends where payment or a subscription begins."""
    found = PAY_WORDS.search(look.content)
    marked = PAY_MARK.search(look.response.body[:MARKUP_LOOKED_AT])
    if not (found or marked) or len(look.content) >= PREVIEW:
        return None
    if not found and not look.is_short:
        return None
    words = f"“{found.group(0)}”" if found else "its markup says that it is not free to read"
    return LinkVerdict.BLOCKED, "paywall", f"only the beginning is shown: {words}"


def by_age(look: PageLook) -> Sign | None:
    """See whether the reader's age is asked for in place of the page."""
    found = AGE_WORDS.search(f"{look.title}\n{look.content}") if look.says_little else None
    if not found or look.prose_beside(AGE_WORDS) >= OWN_PROSE:
        return None
    return LinkVerdict.BLOCKED, "age_gate", f"the reader's age is asked first: “{found.group(0)}”"


def by_region(look: PageLook) -> Sign | None:
    """See whether the page is kept from where we look: that says nothing of other readers."""
    found = REGION_WORDS.search(look.content) if look.is_short else None
    if not found or look.prose_beside(REGION_WORDS) >= OWN_PROSE:
        return None
    return LinkVerdict.BLOCKED, "region_wall", f"not shown here: “{found.group(0)}”"
