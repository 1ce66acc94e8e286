"""Where each key and list item of a TOML text stands, which tomllib does not tell (pure)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

KeyPath = tuple[str | int, ...]
"""The way to a value: keys of tables, and indices into lists and arrays of tables."""

Position = tuple[int, int]
"""A line and a column, both from 1; columns count Unicode code points."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_OTHER = re.compile(r"[^,\]}#\r\n]+")  # numbers, booleans, dates: all without these
_STRINGS = (
    re.compile(r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}', re.DOTALL),
    re.compile(r"'''(?:[^']|'(?!''))*'{3,5}"),
    re.compile(r'"(?:[^"\\\n]|\\.)*"'),
    re.compile(r"'[^'\n]*'"),
)


def positions(text: str) -> Mapping[KeyPath, Position]:
    """Return where each key and list item of `text` begins, by its path.

    A table that is named several times stands where it is named first. `text` must be TOML that
    tomllib reads.
    """
    scan = _Scan(text)
    scan.document()
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    return {path: _place(starts, offset) for path, offset in scan.found.items()}


def _place(starts: list[int], offset: int) -> Position:
    from bisect import bisect_right  # noqa: PLC0415 - only a settings file needs it

    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


@dataclass(slots=True)
class _Scan:
    """One walk over a text; `arrays` has the last index of each array of tables."""

    text: str
    at: int = 0
    found: dict[KeyPath, int] = field(default_factory=dict)
    arrays: dict[KeyPath, int] = field(default_factory=dict)

    def document(self) -> None:
        """Walk over tables and their pairs to the end."""
        table: KeyPath = ()
        while self._pass(_BLANK) < len(self.text):
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> KeyPath:
        is_array = self.text.startswith("[[", self.at)
        self.at += 2 if is_array else 1
        keys = list(self._keys())
        self.at += 2 if is_array else 1
        path: KeyPath = ()
        for number, (key, offset) in enumerate(keys, 1):
            path = (*path, key)
            self.found.setdefault(path, offset)
            if is_array and number == len(keys):
                self.arrays[path] = self.arrays.get(path, -1) + 1
            if path in self.arrays:
                path = (*path, self.arrays[path])
                self.found.setdefault(path, offset)
        return path

    def _pair(self, path: KeyPath) -> None:
        for key, offset in self._keys():
            path = (*path, key)
            self.found.setdefault(path, offset)
        self.at += 1  # the equals sign
        self._value(path)

    def _keys(self) -> Iterator[tuple[str, int]]:
        """Yield the parts of a dotted key and where each begins, up to what follows the key."""
        while True:
            offset = self._pass(_SPACE)
            raw = (_BARE.match(self.text, offset) or self._string(offset))[0]
            self.at = offset + len(raw)
            yield tomllib.loads(f"key = {raw}")["key"] if raw[0] in "\"'" else raw, offset
            if self._pass(_SPACE) == len(self.text) or self.text[self.at] != ".":
                return
            self.at += 1

    def _value(self, path: KeyPath) -> None:
        first = self.text[self._pass(_SPACE)]
        if first == "[":
            for index in self._items("]"):
                self.found[*path, index] = self.at
                self._value((*path, index))
        elif first == "{":
            for _ in self._items("}"):
                self._pair(path)
        else:
            found = self._string(self.at) if first in "\"'" else _OTHER.match(self.text, self.at)
            assert found, "tomllib read it"
            self.at = found.end()

    def _items(self, end: str) -> Iterator[int]:
        """Yield the number of each item, with `at` at its begin; the caller walks over it."""
        self.at += 1
        index = 0
        while self.text[self._pass(_BLANK)] != end:
            yield index
            index += 1
            if self.text[self._pass(_BLANK)] == ",":
                self.at += 1
        self.at += 1

    def _string(self, offset: int) -> re.Match[str]:
        found = next(filter(None, (one.match(self.text, offset) for one in _STRINGS)), None)
        assert found, "tomllib read it"
        return found

    def _pass(self, what: re.Pattern[str]) -> int:
        """Go on behind what may be passed over, and return where that is."""
        passed = what.match(self.text, self.at)
        assert passed, "both patterns match nothing too"
        self.at = passed.end()
        return self.at
