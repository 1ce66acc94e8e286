"""WARC records: written and read through warcio (WARC 1.1, ISO 28500:2017)."""

from __future__ import annotations

import hashlib
import io
import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal
from urllib.parse import quote

from warcio.archiveiterator import WARCIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordbuilder import RecordBuilder
from warcio.warcwriter import BaseWARCWriter, WARCWriter

from footnoted.errors import EvidenceError

Kind = Literal["warcinfo", "request", "response", "revisit", "resource", "metadata"]

_HTTP_KINDS = frozenset({"request", "response", "revisit"})
_URI_SAFE = "".join(chr(code) for code in range(0x21, 0x7F))


@dataclass(frozen=True, slots=True)
class WarcRecord:
    """One WARC record.

    `headers` are the named fields without length and block digest, which follow from the rest.
    `head` is the HTTP head up to and with its blank line, empty for kinds without one; `body` is
    what comes after it, the payload.
    """

    kind: Kind
    headers: Mapping[str, str]
    head: bytes = b""
    body: bytes = b""

    @property
    def target(self) -> str:
        """Return WARC-Target-URI, or the empty string."""
        return self.headers.get("WARC-Target-URI", "")

    @property
    def ident(self) -> str:
        """Return WARC-Record-ID with its angle brackets."""
        return self.headers["WARC-Record-ID"]


@dataclass(slots=True)
class _HttpHead:
    """An HTTP head as warcio's writer wants it: its own class would percent-encode our bytes."""

    headers_buff: bytes = field(default=b"")

    def compute_headers_buffer(self, header_filter: object = None) -> None:
        """Leave the bytes as they are."""


def make_record(
    kind: Kind, at: datetime, fields: Mapping[str, str], *, head: bytes = b"", body: bytes = b""
) -> WarcRecord:
    """Return a new record with an id of its own; `fields` are those that its kind does not imply.

    WARC-Target-URI may be given as people write it; it is percent-encoded here.
    """
    headers = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{uuid.uuid4()}>",
        "WARC-Date": warc_date(at),
        "Content-Type": BaseWARCWriter.WARC_RECORDS.get(kind, "application/octet-stream"),
        **fields,
    }
    if "WARC-Target-URI" in headers:
        headers["WARC-Target-URI"] = warc_uri(headers["WARC-Target-URI"])
    return WarcRecord(kind, headers, head, body)


def write_record(record: WarcRecord) -> bytes:
    """Return the record as it stands in a segment before compression."""
    built = RecordBuilder(warc_version="1.1").create_warc_record(
        record.target,
        record.kind,
        payload=io.BytesIO(record.body),
        length=len(record.body),
        warc_content_type=record.headers["Content-Type"],
        warc_headers_dict=record.headers,
        http_headers=_HttpHead(record.head) if record.kind in _HTTP_KINDS else None,
    )
    out = io.BytesIO()
    WARCWriter(out, gzip=False, warc_version="1.1").write_record(built)
    return out.getvalue()


def read_record(raw: bytes) -> WarcRecord:
    """Return the record that `raw` holds; EvidenceError if it is not a WARC record."""
    # Closed at once: warcio's readers refer to each other, and would hold the page for a while.
    with io.BytesIO(raw) as stream:
        try:
            read = next(WARCIterator(stream, no_record_parse=True))
        except (ArchiveLoadFailed, StopIteration) as error:
            raise EvidenceError("the evidence holds bytes that are not a WARC record") from error
        block: bytes = read.raw_stream.read()
    head, body = b"", block
    if read.rec_type in _HTTP_KINDS:
        start, blank, body = block.partition(b"\r\n\r\n")
        head = start + blank
    return WarcRecord(read.rec_type, dict(read.rec_headers.headers), head, body)


def json_body(record: WarcRecord) -> dict[str, Any]:
    """Return the JSON object that a metadata record of ours holds."""
    value: dict[str, Any] = json.loads(record.body)
    return value


def to_json(value: Mapping[str, Any]) -> bytes:
    """Return `value` as ASCII JSON, which keeps even text that is not well-formed Unicode."""
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def sha256_label(digest: str) -> str:
    """Return a digest in hex as WARC writes it."""
    return f"sha256:{digest}"


def payload_digest(body: bytes) -> str:
    """Return the sha256 of a payload in hex."""
    return hashlib.sha256(body).hexdigest()


def warc_date(at: datetime) -> str:
    """Return `at` as a WARC-Date in UTC; ValueError without a time zone."""
    if at.tzinfo is None:
        raise ValueError(f"{at} has no time zone; evidence is kept in UTC")
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def warc_uri(url: str) -> str:
    """Return `url` with everything percent-encoded that a URI cannot hold (RFC 3986, 2)."""
    return quote(url.encode("utf-8", "surrogatepass"), safe=_URI_SAFE)
