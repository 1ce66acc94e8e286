"""What became of a URL, judged on its capture and text.

Whether a page is a soft 404 is a check's finding, not the fetcher's. Rules: docs/links.md.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from footnoted.checks.error_pages import (
    SHARED_TARGET,
    by_error_path,
    by_home,
    by_nonsense_page,
    by_not_found_twice,
    by_not_found_words,
    by_parking,
    by_script_home,
    by_shared_target,
)
from footnoted.checks.fragments import missing_fragment
from footnoted.checks.page_look import PageLook, Sign
from footnoted.checks.walls import (
    by_age,
    by_challenge,
    by_consent,
    by_login,
    by_payment,
    by_region,
    is_challenge,
)
from footnoted.model.capture import Capture, Failure, Response
from footnoted.model.verdicts import LinkLook, LinkRemark, LinkVerdict

__all__ = ["SHARED_TARGET", "PageLook", "check_link", "check_shared"]


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
        seen = sign(look)
        if seen:
            return _look(capture, *seen)
    return _answered(look, response)


def check_shared(capture: Capture, same_target: int) -> LinkLook:
    """Judge a look that only its neighbours tell of: `same_target` addresses lead where it does.

    That many must be enough to tell (`error_pages.SHARED_TARGET`), and it was sent there.
    """
    sign = by_shared_target(PageLook(capture, None, same_target=same_target))
    assert sign, "so many addresses tell"
    return _look(capture, *sign)


def _look(
    capture: Capture,
    verdict: LinkVerdict,
    reason: str | None,
    message: str,
    suggested: str | None = None,
    remarks: tuple[LinkRemark, ...] = (),
) -> LinkLook:
    response = capture.response
    if capture.asked_as:
        message += "; it turned us away by our own name, and was seen with a browser's headers"
    return LinkLook(
        url=capture.asked,
        verdict=verdict,
        reason=reason,
        message=message,
        http_status=response.status if response else None,
        final_url=response.url if response else None,
        suggested_url=suggested,
        remarks=remarks,
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


def _of_failure(failure: Failure) -> Sign:
    if failure.reason == "offline":
        return LinkVerdict.OFFLINE, "offline", "not looked at: no network here"
    if failure.reason == "no_such_host":
        return LinkVerdict.DEAD, "no_such_host", failure.message
    if failure.reason in _POLICY:
        return LinkVerdict.NOT_FETCHED, failure.reason, failure.message
    return LinkVerdict.UNREACHABLE, failure.reason, failure.message


def _of_status(response: Response) -> Sign | None:
    status = response.status
    if status in {404, 410}:
        word = "gone for good (410)" if status == 410 else "not found (404)"
        return LinkVerdict.DEAD, f"http_{status}", f"the server says: {word}"
    if status in {401, 403, 407, 429, 451, 503} and is_challenge(response.body):
        return LinkVerdict.BLOCKED, "bot_challenge", f"a bot challenge stands before it ({status})"
    if status in _WALLS:
        word = _WALLS[status]
        return LinkVerdict.BLOCKED, f"http_{status}", f"{word} ({status}){_later(response)}"
    if status >= 500:
        message = f"the server has trouble ({status}){_later(response)}"
        return LinkVerdict.UNREACHABLE, f"http_{status}", message
    if not 200 <= status < 300:
        return LinkVerdict.UNREACHABLE, f"http_{status}", f"an answer without the page ({status})"
    return None


def _later(response: Response) -> str:
    """Return when a server that was not waited for wants to be asked again, in its words."""
    asked = " ".join((response.header("Retry-After") or "").split())[:40]
    return f"; come back later: Retry-After {asked}" if asked.isascii() and asked else ""


_WALLS = {
    401: "a login is asked for",
    402: "payment is asked for",
    403: "the server refuses us",
    406: "the server refuses what we ask for",
    407: "a proxy asks for a login",
    429: "the server asks us to come back later",
    451: "withheld for legal reasons",
    999: "the server refuses programs",
}


_SIGNS: tuple[Callable[[PageLook], Sign | None], ...] = (
    by_challenge,
    by_parking,
    by_login,
    by_consent,
    by_region,
    by_home,
    by_script_home,
    by_error_path,
    by_not_found_words,
    by_nonsense_page,
    by_shared_target,
    by_payment,
    by_age,
)
"""Asked in this order; the first that says something decides."""

_SURE_SIGNS: tuple[Callable[[PageLook], Sign | None], ...] = (
    by_parking,
    by_not_found_twice,
    by_nonsense_page,
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
            suggested=None if look.words_found is False else response.url,
            remarks=_remarks(look, response),
        )
    reason, words = _of_page(look, response)
    return _look(capture, LinkVerdict.ALIVE, reason, words, remarks=_remarks(look, response))


def _of_page(look: PageLook, response: Response) -> tuple[str | None, str]:
    """Return what there is to say of a page that answered at its own address."""
    if look.text and look.text.unreadable:
        why = look.text.unreadable
        return why, f"answers, but cannot be read: {why.replace('_', ' ')}"
    if response.untrusted:
        return "tls_untrusted", f"answers, but a browser would warn: {response.untrusted}"
    return None, "answers with a page"


def _remarks(look: PageLook, response: Response) -> tuple[LinkRemark, ...]:
    """Return what is to be told beside the verdict."""
    told = []
    if response.untrusted:
        message = f"its TLS would make a browser warn: {response.untrusted}"
        told.append(LinkRemark("link-untrusted", message))
    if look.closed:
        message = "the site's robots.txt asks programs not to fetch it; it was asked once"
        told.append(LinkRemark("link-robots", message))
    lost = missing_fragment(look)
    if lost:
        told.append(LinkRemark("link-fragment", lost))
    return tuple(told)


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
