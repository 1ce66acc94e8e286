"""Lines of a CDXJ index, as programs that replay archives look pages up (CDXJ 0.1)."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from footnoted.store.index import Spot
from footnoted.store.records import WarcRecord

_INDEXED = frozenset({"response", "revisit", "resource"})
_PORTS = {"http": 80, "https": 443}


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

    Case, `www.`, default ports, the fragment, and the order of the query's fields do not count.
    An address without a host is its own key.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return url
    if not host:
        return url
    labels = [host] if ":" in host else host.removeprefix("www.").rstrip(".").split(".")
    key = ",".join(reversed(labels))
    if port and port != _PORTS.get(parts.scheme):
        key += f":{port}"
    query = "&".join(sorted(parts.query.lower().split("&")))
    return f"{key}){(parts.path or '/').lower()}{'?' if query else ''}{query}"


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
