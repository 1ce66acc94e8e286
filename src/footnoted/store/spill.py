"""Captures laid aside for the length of a run, so that memory does not grow with pages."""

from __future__ import annotations

import tempfile
import threading
import weakref
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from footnoted.errors import WriteRefusedError
from footnoted.model.capture import Basis, Capture

Key = tuple[str, Basis]
"""What was asked, and as what."""

_LEVEL = 1


@dataclass(frozen=True, slots=True)
class _Aside:
    """A capture without its body, and where that stands: offset and length in the file."""

    capture: Capture
    offset: int = 0
    length: int = 0


class Spill(Mapping[Key, Capture]):
    """A `model.capture.Recorder` for runs that keep no evidence; read back as a mapping.

    Bodies lie compressed in a file without a name, which goes when this does. May be used from
    any thread. `record` raises WriteRefusedError where the folder for such files is full.
    """

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="footnoted-")  # noqa: SIM115 (closed with this)
        self._close = weakref.finalize(self, self._file.close)
        self._lock = threading.Lock()
        self._aside: dict[Key, _Aside] = {}

    def record(self, capture: Capture) -> None:
        """Lay `capture` aside; where an address is asked twice the later look stands."""
        aside = _Aside(capture)
        if capture.response and capture.response.body:
            squeezed = zlib.compress(capture.response.body, _LEVEL)
            light = replace(capture, response=replace(capture.response, body=b""))
            with self._lock:
                aside = _Aside(light, self._write(squeezed), len(squeezed))
        self._aside[capture.asked, capture.basis] = aside

    def answered(self, key: Key) -> bool:
        """Tell whether a look brought a response, without reading it."""
        return self._aside[key].capture.response is not None

    def __getitem__(self, key: Key) -> Capture:
        aside = self._aside[key]
        response = aside.capture.response
        if response is None or not aside.length:
            return aside.capture
        with self._lock:
            self._file.seek(aside.offset)
            squeezed = self._file.read(aside.length)
        return replace(aside.capture, response=replace(response, body=zlib.decompress(squeezed)))

    def __iter__(self) -> Iterator[Key]:
        return iter(self._aside)

    def __len__(self) -> int:
        return len(self._aside)

    def _write(self, data: bytes) -> int:
        """Write behind everything else and return where."""
        try:
            offset = self._file.seek(0, 2)
            self._file.write(data)
            self._file.flush()
        except OSError as error:
            raise WriteRefusedError(
                f"{tempfile.gettempdir()}: pages cannot be laid aside ({error.strerror})"
            ) from error
        return offset
