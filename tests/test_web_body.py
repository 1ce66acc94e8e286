"""Reading a body within bounds, in pieces of any size."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnoted.web.body import read_body
from footnoted.web.deadline import Watch
from footnoted.web.failures import LookFailedError
from web_help import LOOPBACK


class Pieces:
    """A raw body that comes in the pieces given."""

    def __init__(self, data: bytes, sizes: list[int]) -> None:
        self.data = data
        self.sizes = sizes

    def read1(self, amt: int, *, decode_content: bool) -> bytes:
        """Return the next piece."""
        assert not decode_content
        size = min(amt, self.sizes.pop(0) if self.sizes else amt)
        piece, self.data = self.data[:size], self.data[size:]
        return piece


@given(
    st.binary(max_size=5000), st.lists(st.integers(1, 500)), st.sampled_from(["gzip", "deflate"])
)
def test_decoding_does_not_depend_on_the_pieces(data: bytes, sizes: list[int], name: str) -> None:
    """Whatever the network cuts where, the body is the same."""
    packed = gzip.compress(data[:100]) + gzip.compress(data[100:])
    if name == "deflate":
        packed = zlib.compress(data)
    headers = {"Content-Encoding": name}
    assert read_body(Pieces(packed, sizes), headers, LOOPBACK, Watch(60)) == data


def test_bounds_are_inclusive() -> None:
    """Exactly as many bytes as allowed pass, one more does not."""
    bounded = replace(LOOPBACK, max_wire_bytes=1000, max_body_bytes=100_000)
    assert len(read_body(Pieces(b"x" * 1000, [7]), {}, bounded, Watch(60))) == 1000
    with pytest.raises(LookFailedError, match="1000 bytes") as failed:
        read_body(Pieces(b"x" * 1001, [7]), {}, bounded, Watch(60))
    assert failed.value.failure.reason == "body_too_large"
    zipped = {"Content-Encoding": "gzip"}
    allowed = gzip.compress(b"x" * 100_000)
    assert len(read_body(Pieces(allowed, []), zipped, bounded, Watch(60))) == 100_000
    with pytest.raises(LookFailedError) as failed:
        read_body(Pieces(gzip.compress(b"x" * 100_001), []), zipped, bounded, Watch(60))
    assert failed.value.failure.reason == "decoded_too_large"


def test_an_empty_body_needs_no_stream() -> None:
    """A 304 or an empty page may name an encoding and have nothing in it."""
    assert read_body(Pieces(b"", []), {"Content-Encoding": "gzip"}, LOOPBACK, Watch(60)) == b""


def test_a_body_that_ends_because_the_deadline_shut_it_is_no_body() -> None:
    """The end of a shut connection looks like the end of a page; the watch knows better."""
    watch = Watch(60)
    watch.end("deadline")
    with pytest.raises(LookFailedError) as failed:
        read_body(Pieces(b"", []), {}, LOOPBACK, watch)
    assert failed.value.failure.reason == "timeout"
