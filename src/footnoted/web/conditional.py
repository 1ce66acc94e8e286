"""Asking whether anything changed, and what "not modified" means (RFC 9110, 13; RFC 9111, 4.3).

In doubt a page is asked for in full: a "no" that was not earned would keep old verdicts alive.
"""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from footnoted.model.capture import Earlier, Response

_LONGEST = 512
_TAG = re.compile(r'(?:W/)?"[\x20\x21\x23-\x7e\x80-\xff]+"|[\x21\x23-\x29\x2b\x2d-\x7e\x80-\xff]+')
"""An entity tag (RFC 9110, 8.8.3), or the same without its marks, as some servers write it.

Without marks a comma would make two of it, and a star would mean any; an empty one tells nothing.
"""
_ASCII_LINE = re.compile(r"[\x20-\x7e]+")

_OF_THE_STORED_BODY = frozenset(
    {"content-encoding", "content-length", "content-range", "content-type", "transfer-encoding"}
)
_OF_THE_CONNECTION = frozenset(
    {"connection", "keep-alive", "proxy-authenticate", "proxy-connection", "te", "upgrade"}
)
_NOT_TAKEN_OVER = _OF_THE_STORED_BODY | _OF_THE_CONNECTION
"""What a "not modified" says of itself and not of the page (RFC 9111, 3.1 and 3.2)."""


def conditions(earlier: Earlier) -> dict[str, str]:
    """Return the headers that ask whether anything changed since `earlier`; empty where none can.

    Validators go back as they came, whatever a server calls its own; one that is no line of
    header characters, or that would mean something else in a request, does not.
    """
    response = earlier.response
    if response.status != HTTPStatus.OK or response.untrusted:
        return {}
    headers = {}
    tag, modified = _only(response, "ETag"), _only(response, "Last-Modified")
    if tag and len(tag) <= _LONGEST and _TAG.fullmatch(tag):
        headers["If-None-Match"] = tag
    if modified and _is_date(modified):
        headers["If-Modified-Since"] = modified
    return headers


def refreshed(earlier: Earlier, answer: Response) -> Response | None:
    """Return the earlier response under the headers of a "not modified" (RFC 9111, 3.2).

    None where the answer names another version than the one that was asked about: it then says
    nothing of ours (RFC 9111, 4.3.4).
    """
    ours, theirs = earlier.response.header("ETag"), answer.header("ETag")
    if ours and theirs and _opaque(ours) != _opaque(theirs):
        return None
    fresh = tuple(one for one in answer.headers if one[0].lower() not in _NOT_TAKEN_OVER)
    named = {name.lower() for name, _ in fresh}
    kept = tuple(one for one in earlier.response.headers if one[0].lower() not in named)
    return Response(
        earlier.response.url, earlier.response.status, (*kept, *fresh), earlier.response.body
    )


def _only(response: Response, name: str) -> str | None:
    """Return a header's value, None where it is missing or was sent with several values."""
    values = {value.strip() for key, value in response.headers if key.lower() == name.lower()}
    return values.pop() if len(values) == 1 else None


def _is_date(text: str) -> bool:
    if len(text) > _LONGEST or not _ASCII_LINE.fullmatch(text):
        return False
    try:
        parsedate_to_datetime(text)
    except ValueError:
        return False
    return True


def _opaque(tag: str) -> str:
    """Return a tag as weak comparison takes it (RFC 9110, 8.8.3.2)."""
    return tag.strip().removeprefix("W/")
