"""Lines of a CDXJ index, as programs that replay archives look pages up (CDXJ 0.1)."""

from __future__ import annotations

import json
import re
from urllib.parse import quote, unquote_to_bytes, urlsplit

from footnoted.store.index import Spot
from footnoted.store.records import WarcRecord

_INDEXED = frozenset({"response", "revisit", "resource"})
_PORTS = {"http": 80, "https": 443}
_WWW = re.compile(r"^www\d*\.(?=.)")
_KEPT = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in "#%")


def cdx_line(record: WarcRecord, spot: Spot) -> str | None:
    """Return the line for a record that stands at `spot`, None for records that are no answer."""
    if record.kind not in _INDEXED:
        return None
    fields = {
        "url": record.target,
        "mime": _media_type(record),
        "status": _status(record),
        "digest": record.headers.get("WARC-Payload-Digest"),
        "length": str(spot.length),
        "offset": str(spot.offset),
        "filename": spot.segment,
    }
    told = json.dumps({name: value for name, value in fields.items() if value})
    return f"{sort_key(record.target)} {timestamp(record)} {told}\n"


def timestamp(record: WarcRecord) -> str:
    """Return a record's date as fourteen digits."""
    return "".join(digit for digit in record.headers["WARC-Date"] if digit.isdigit())[:14]


def sort_key(url: str) -> str:
    """Return the key by which addresses of one site stand together: its host from the end on.

    Programs that replay archives look pages up by it, so it is the key that most of them make
    (SURT). Case, `www.`, default ports, the fragment, percent-encoding, `.` and `..`, slashes
    that are doubled or at the end, and the order of the query's fields do not count. An address
    without a host is its own key. Session numbers, which SURT leaves out, are kept.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return url
    if not host:
        return url
    labels = [host] if ":" in host else _WWW.sub("", host).rstrip(".").split(".")
    key = ",".join(reversed(labels))
    if port and port != _PORTS.get(parts.scheme):
        key += f":{port}"
    query = "&".join(sorted(_plain(parts.query).lower().split("&")))
    return f"{key}){_path(parts.path)}{'?' if query else ''}{query}"


def _path(path: str) -> str:
    """Return a path as it counts in a key."""
    kept: list[str] = []
    for name in _plain(path).lower().split("/"):
        if name == "..":
            kept = kept[:-1]
        elif name not in {"", "."}:
            kept.append(name)
    return f"/{'/'.join(kept)}"


def _plain(text: str) -> str:
    """Return a part of an address decoded, however often it was encoded, and encoded once."""
    raw = text.encode("utf-8", "surrogatepass")
    while (decoded := unquote_to_bytes(raw)) != raw:
        raw = decoded
    return quote(raw, safe=_KEPT)


def _status(record: WarcRecord) -> str | None:
    """Return the status of the answer, None for what came by no HTTP."""
    line = record.head.partition(b"\r\n")[0].split(b" ", 2)
    return line[1].decode("latin-1") if len(line) > 1 else None


def _media_type(record: WarcRecord) -> str | None:
    """Return the media type of the answer; a revisit is named as one."""
    if record.kind == "revisit":
        return "warc/revisit"
    if record.kind == "resource":
        return record.headers.get("Content-Type")
    for line in record.head.decode("latin-1").split("\r\n")[1:]:
        name, _, value = line.partition(":")
        if name.strip().lower() == "content-type":
            return value.partition(";")[0].strip().lower() or None
    return None
