"""Reading a body within bounds: bytes on the wire, and bytes once decoded."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from typing import Protocol

from footnoted.web.deadline import Watch
from footnoted.web.failures import LookFailedError
from footnoted.web.settings import FetchSettings

_CHUNK = 64 * 1024
_MAX_LAYERS = 3
_NOT_ASKED_FOR = frozenset({"br", "zstd", "compress", "x-compress", "dcb", "dcz", "xz", "lzma"})


class RawBody(Protocol):
    """The part of urllib3's response that is read here."""

    def read1(self, amt: int, *, decode_content: bool) -> bytes:
        """Return up to `amt` bytes as they come; empty at the end."""


def read_body(
    raw: RawBody, headers: Mapping[str, str], settings: FetchSettings, watch: Watch
) -> bytes:
    """Return the body, decoded as its Content-Encoding says.

    Raises LookFailedError (body_too_large, decoded_too_large, bad_encoding, timeout) and what
    urllib3 raises for a body cut short.
    """
    announced = headers.get("Content-Length", "")
    if announced.isdecimal() and int(announced) > settings.max_wire_bytes:
        raise _too_large(settings.max_wire_bytes)
    pieces: Iterator[bytes] = _wire(raw, settings.max_wire_bytes, watch)
    for name in _layers(headers.get("Content-Encoding", "")):
        pieces = _inflated(pieces, name, settings.max_body_bytes)
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > settings.max_body_bytes:
            raise _decoded_too_large(settings.max_body_bytes)
    watch.check()  # a connection shut at the deadline may look like the end of the body
    return bytes(body)


def _wire(raw: RawBody, bound: int, watch: Watch) -> Iterator[bytes]:
    read = 0
    # read1, since a negative chunk size would have read() take all there is at once.
    while piece := raw.read1(_CHUNK, decode_content=False):
        read += len(piece)
        if read > bound:
            raise _too_large(bound)
        watch.check()
        yield piece


def _layers(encoding: str) -> list[str]:
    """Return the compressions to undo, the outermost first (RFC 9110, 8.4).

    Names that are no compression (`utf-8`, `none`) are met in the wild and passed over, as
    browsers do.
    """
    names = [name.strip().lower() for name in encoding.split(",")]
    unknown = next((name for name in names if name in _NOT_ASKED_FOR), None)
    if unknown:
        raise LookFailedError("bad_encoding", f"the body is in {unknown}, which was not asked for")
    layers = [name.removeprefix("x-") for name in names]
    layers = [name for name in layers if name in ("gzip", "deflate")]
    if len(layers) > _MAX_LAYERS:
        raise LookFailedError("bad_encoding", f"the body is compressed {len(layers)} times over")
    return layers[::-1]


def _inflated(pieces: Iterator[bytes], name: str, bound: int) -> Iterator[bytes]:
    """Yield the decompressed bytes, a bounded piece at a time, so that no bomb unfolds."""
    stream = _Stream(name)
    made = 0
    for piece in pieces:
        for out in stream.feed(piece):
            made += len(out)
            if made > bound:
                raise _decoded_too_large(bound)
            yield out
    if not stream.complete:
        raise LookFailedError("bad_encoding", f"the body ends before its {name} stream does")


class _Stream:
    """One compressed stream; gzip may be several members after another (RFC 1952, 2.2).

    What follows the end of the stream is padding and dropped.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._decoder: zlib._Decompress | None = None
        self._padding = False

    @property
    def complete(self) -> bool:
        """Whether no stream is open: all ended, or none began."""
        return self._decoder is None

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what `data` brings to light, at most a chunk at a time."""
        full = False
        while (data or full) and not self._padding:
            if self._decoder is None:
                self._decoder = _decoder(self._name, data)
            try:
                out = self._decoder.decompress(data, _CHUNK)
            except zlib.error as error:
                raise LookFailedError(
                    "bad_encoding", f"the body is not {self._name}: {error}"
                ) from error
            if out:
                yield out
            full = len(out) == _CHUNK and not self._decoder.eof
            data = self._decoder.unconsumed_tail
            if self._decoder.eof:
                data = self._decoder.unused_data
                self._decoder = None
                self._padding = bool(data) and not self._goes_on(data)

    def _goes_on(self, data: bytes) -> bool:
        return self._name == "gzip" and data[:1] == b"\x1f"


def _decoder(name: str, start: bytes) -> zlib._Decompress:
    """Return a decoder; "deflate" is sent with and without zlib's header in practice."""
    if name == "gzip":
        return zlib.decompressobj(wbits=31)
    has_header = start[0] & 0x0F == 8 and (len(start) < 2 or (start[0] << 8 | start[1]) % 31 == 0)
    return zlib.decompressobj(wbits=15 if has_header else -15)


def _too_large(bound: int) -> LookFailedError:
    return LookFailedError("body_too_large", f"a body of over {bound} bytes")


def _decoded_too_large(bound: int) -> LookFailedError:
    return LookFailedError("decoded_too_large", f"a body of over {bound} bytes once decoded")
