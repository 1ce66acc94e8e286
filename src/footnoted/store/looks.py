"""Looks: a capture as WARC records, and back, exactly.

The records of one look stand together and end with a metadata record that tells the whole
capture but its body. That last record makes the look: without it, a look never happened.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from footnoted.model.capture import Capture, Failure, Hop, Response
from footnoted.store.records import (
    WarcRecord,
    make_record,
    payload_digest,
    sha256_label,
    to_json,
)

LOOK_TARGET = "urn:footnoted:look:"
LOOK_SCHEMA = "footnoted/look/1"
LOCAL_TARGET = "urn:footnoted:local:"
LOOK_FIELD = "Footnoted-Look"
"""The named field by which all records of one look name the record that makes it."""

Headers = Iterable[tuple[str, str]]

_BREAKS = re.compile(r"[\r\n\0]+")
_WIRE_ONLY = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_STATUSES = frozenset(int(one) for one in HTTPStatus)
_REVISIT = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"


@dataclass(frozen=True, slots=True)
class Payload:
    """Where a body is stored in full: the record's id, target and date, for revisits to name."""

    ident: str
    target: str
    date: str


@dataclass(frozen=True, slots=True)
class LookContext:
    """What a look carries beside the capture.

    The run it belongs to; the User-Agent sent; for a local copy the source it stands in for,
    and the day its finder saw it.
    """

    run: str | None = None
    user_agent: str | None = None
    source: str | None = None
    seen: date | None = None


def look_records(
    capture: Capture, context: LookContext, payload: str | None, earlier: Payload | None
) -> tuple[WarcRecord, ...]:
    """Return the records of one look, in the order in which they are to be written.

    `payload` is the sha256 of the body in hex, None without a response. `earlier` is where the
    same body is stored already; it is then not stored again. A page that its site says did not
    change may come without its body, and with or without an `earlier` place of it.
    """
    look = f"{LOOK_TARGET}{uuid.uuid4()}"
    context = replace(context, user_agent=capture.asked_as or context.user_agent)
    records = [one for hop in capture.hops for one in _hop_records(hop, capture.at, context)]
    refers = None
    if capture.response and earlier and earlier.target == _local_target(capture, payload):
        refers = earlier.ident
    elif capture.response:
        assert payload
        stored = _stored(capture, capture.response, payload, earlier)
        refers = stored.ident
        records.append(stored)
        if capture.basis != "local":
            records.append(_request(stored, context))
    joined = (replace(one, headers={**one.headers, LOOK_FIELD: look}) for one in records)
    return (*joined, _metadata(capture, context, look, payload, refers))


def look_capture(look: Mapping[str, Any], body: bytes) -> Capture:
    """Return the capture that a look's JSON and the body tell of."""
    response, failure = look["response"], look["failure"]
    return Capture(
        asked=look["asked"],
        basis=look["basis"],
        at=datetime.fromisoformat(look["at"]),
        vantage=look["vantage"],
        hops=tuple(Hop(*hop) for hop in look["hops"]),
        response=response
        and Response(
            url=response["url"],
            status=response["status"],
            headers=tuple((name, value) for name, value in response["headers"]),
            body=body,
            untrusted=response.get("untrusted"),
        ),
        failure=failure and Failure(failure["reason"], failure["message"]),
        digest=look["digest"],
        obtained=look["obtained"],
        asked_as=look.get("asked_as"),
        not_modified=look.get("not_modified", False),
    )


def _hop_records(hop: Hop, at: datetime, context: LookContext) -> tuple[WarcRecord, ...]:
    """Return the answer of a redirect that was followed, as far as a capture knows it."""
    head = _http_head(hop.status, (("Location", hop.location),), 0)
    answer = make_record("response", at, {"WARC-Target-URI": hop.url}, head=head)
    return answer, _request(answer, context)


def _stored(
    capture: Capture, response: Response, payload: str, earlier: Payload | None
) -> WarcRecord:
    """Return the record of the last response: whole, or pointing at the same body stored before.

    Where a site says that nothing changed and the body is not here, it points nowhere.
    """
    fields = {
        "WARC-Target-URI": _local_target(capture, payload) or response.url,
        "WARC-Payload-Digest": sha256_label(payload),
    }
    if capture.basis == "local":
        media_type = _BREAKS.sub(" ", response.header("Content-Type") or "")
        typed = {"Content-Type": media_type} if media_type.isascii() and media_type else {}
        return make_record("resource", capture.at, {**fields, **typed}, body=response.body)
    size = None if is_bodiless(capture) else len(response.body)
    head = _http_head(response.status, response.headers, size)
    if earlier is None and size is not None:
        return make_record("response", capture.at, fields, head=head, body=response.body)
    fields["WARC-Profile"] = _NOT_MODIFIED if capture.not_modified else _REVISIT
    if earlier:
        fields |= {
            "WARC-Refers-To": earlier.ident,
            "WARC-Refers-To-Target-URI": earlier.target,
            "WARC-Refers-To-Date": earlier.date,
        }
    return make_record("revisit", capture.at, fields, head=head)


def is_bodiless(capture: Capture) -> bool:
    """Tell whether a page did not change and its body is not at hand: only its digest is known."""
    if not capture.not_modified or capture.response is None or capture.response.body:
        return False
    return capture.digest != payload_digest(b"")


def _local_target(capture: Capture, payload: str | None) -> str | None:
    """Return the URN under which a local copy is stored, None for what came from the web.

    It is an address also to programs that replay archives, which `local:` is not.
    """
    if capture.basis != "local" or capture.response is None:
        return None
    return f"{LOCAL_TARGET}{payload}"


def _request(answer: WarcRecord, context: LookContext) -> WarcRecord:
    """Return the request that `answer` answers: method, address, Host, User-Agent; no more."""
    host, path = _host_and_path(answer.target)
    lines = [f"GET {path} HTTP/1.1", f"Host: {host}"]
    if context.user_agent:
        lines.append(f"User-Agent: {_BREAKS.sub(' ', context.user_agent)}")
    return make_record(
        "request",
        datetime.fromisoformat(answer.headers["WARC-Date"]),
        {"WARC-Target-URI": answer.target, "WARC-Concurrent-To": answer.ident},
        head=_latin("\r\n".join([*lines, "", ""])),
    )


def _host_and_path(url: str) -> tuple[str, str]:
    """Return what a request for `url` names; a URL that cannot be split is named whole."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", url
    query = f"?{parts.query}" if parts.query else ""
    return parts.netloc.rpartition("@")[2], (parts.path or "/") + query


def _http_head(status: int, headers: Headers, size: int | None) -> bytes:
    """Return a response's head for the decoded body of `size` bytes, where that is known.

    The header fields that speak of the bytes on the wire no longer fit, and are renamed.
    """
    phrase = HTTPStatus(status).phrase if status in _STATUSES else ""
    lines = [f"HTTP/1.1 {status} {phrase}"]
    for name, value in headers:
        kept = f"X-Orig-{name}" if name.lower() in _WIRE_ONLY else name
        lines.append(f"{_BREAKS.sub(' ', kept)}: {_BREAKS.sub(' ', value)}")
    if size is not None:
        lines.append(f"Content-Length: {size}")
    return _latin("\r\n".join([*lines, "", ""]))


def _latin(text: str) -> bytes:
    """Return `text` in the bytes that HTTP libraries read it from; foreign letters as UTF-8."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return text.encode("utf-8", "backslashreplace")


def _metadata(
    capture: Capture, context: LookContext, look: str, payload: str | None, refers: str | None
) -> WarcRecord:
    """Return the record that makes the look."""
    fields = {"WARC-Target-URI": look, "Content-Type": "application/json"}
    if refers:
        fields["WARC-Refers-To"] = refers
    return make_record(
        "metadata", capture.at, fields, body=to_json(_look(capture, context, payload))
    )


def _look(capture: Capture, context: LookContext, payload: str | None) -> dict[str, Any]:
    """Return everything of the capture but its body, as JSON."""
    response, failure = capture.response, capture.failure
    return {
        "schema": LOOK_SCHEMA,
        "run": context.run,
        "asked": capture.asked,
        "basis": capture.basis,
        "at": capture.at.isoformat(),
        "vantage": capture.vantage,
        "hops": [[hop.url, hop.status, hop.location] for hop in capture.hops],
        "response": response
        and {
            "url": response.url,
            "status": response.status,
            "untrusted": response.untrusted,
            "headers": response.headers,
            "payload": payload,
            "bytes": None if is_bodiless(capture) else len(response.body),
        },
        "failure": failure and {"reason": failure.reason, "message": failure.message},
        "digest": capture.digest,
        "obtained": capture.obtained,
        "asked_as": capture.asked_as,
        "source": context.source,
        "seen": context.seen and context.seen.isoformat(),
        **({"not_modified": True} if capture.not_modified else {}),
    }
