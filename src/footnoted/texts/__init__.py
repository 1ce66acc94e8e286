"""Bytes to `Text`: what a reader sees on a capture, one file a media type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from footnoted.model.text import Text


@dataclass(frozen=True, slots=True)
class Body:
    """The bytes of a capture, their Content-Type as sent, and the address they came from."""

    data: bytes
    content_type: str | None = None
    url: str | None = None


Reader = Callable[[Body], Text]


def _reader(module: str) -> Reader:
    """Return a reader that imports its module, and so its parser, when it is first called."""

    def read(body: Body) -> Text:
        result: Text = import_module(f"footnoted.texts.{module}").read(body)
        return result

    return read


READERS: dict[str, Reader] = {
    "text/html": _reader("html"),
    "application/xhtml+xml": _reader("html"),
    "application/pdf": _reader("pdf"),
    "text/plain": _reader("plain"),
    "text/markdown": _reader("plain"),
    "text/csv": _reader("plain"),
}
"""Readers by media type; whatever is not here is `unsupported_type`."""

_UNTOLD = frozenset({"", "application/octet-stream", "binary/octet-stream", "unknown/unknown"})
_SNIFFED_BYTES = 1024
_HTML_SIGNS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<title", b"<meta ")


def media_type(body: bytes, content_type: str | None) -> str:
    """Return the media type, lower case and without parameters.

    The header is believed, but for two lies that are common: a PDF under another name, and a
    page of HTML (mostly an error page) sent as a PDF. Without a header, or with one that says
    nothing, the bytes decide (after the WHATWG MIME Sniffing Standard, section 7).
    """
    told = (content_type or "").split(";", 1)[0].strip().lower()
    start = body[:_SNIFFED_BYTES]
    # a page of HTML may speak of "%PDF-"; a PDF has it at its very beginning
    if start.lstrip().startswith(b"%PDF-") or (b"%PDF-" in start and told not in READERS):
        return "application/pdf"
    looks_html = any(sign in start.lower() for sign in _HTML_SIGNS)
    if told == "application/pdf" and b"%PDF-" not in start and looks_html:
        return "text/html"
    if told not in _UNTOLD:
        return told
    if looks_html:
        return "text/html"
    return "application/octet-stream" if _is_binary(start) else "text/plain"


def read_text(body: bytes, content_type: str | None, *, url: str | None = None) -> Text:
    """Return what a reader sees in `body`.

    `content_type` is the header as sent (its charset counts), `url` the address of the body,
    against which a refresh is resolved. Never raises: a body that its parser refuses is a
    `Text` with `unreadable` set.
    """
    kind = media_type(body, content_type)
    reader = READERS.get(kind)
    if reader is None:
        return Text("", kind, unreadable="empty" if not body else "unsupported_type")
    try:
        return reader(Body(body, content_type, url))
    except Exception:  # noqa: BLE001 - parsers fail on foreign bytes in ways they do not document
        return Text("", kind, unreadable="broken")


def _is_binary(start: bytes) -> bool:
    """Say whether `start` holds bytes that no text has (WHATWG MIME Sniffing, 3: binary data)."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return False
    return any(byte < 9 or byte == 11 or 14 <= byte <= 26 or 28 <= byte <= 31 for byte in start)
