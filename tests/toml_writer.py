"""Any table as TOML, in any of its ways of writing, with the place of each key noted."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

KeyPath = tuple[str | int, ...]

PRINTED = st.characters(exclude_categories=("Cc", "Cs"))
WORDS = st.text(PRINTED, max_size=6) | st.sampled_from(["#", "]", "a.b", '"', "'", "\\", "é # ="])
SCALARS = st.one_of(
    WORDS,
    st.text(PRINTED | st.just("\n") | st.just('"'), max_size=8),
    st.booleans(),
    st.integers(-999, 999),
    st.floats(allow_nan=False, allow_infinity=False, width=16),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)
TABLES = st.dictionaries(WORDS, VALUES, max_size=4)


@dataclass
class Writer:
    """Writes one table; `draw` decides how, and `places` has where each key and item went."""

    draw: Any
    text: str = ""
    places: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)

    def table(self, path: KeyPath, table: dict[str, Any]) -> None:
        """Write the pairs of a table, then the tables below it."""
        later = {key for key, value in table.items() if self._as_header(value)}
        for key, value in table.items():
            if key not in later:
                self._gap()
                self._pair((*path, key), value)
                self.text += self._one_of("\n", "  # after\n", " \r\n")
        for key in later:
            value = table[key]
            if isinstance(value, dict):
                self._header((*path, key), "[", "]")
                self.table((*path, key), value)
            else:
                for index, one in enumerate(value):
                    self._header((*path, key), "[[", "]]")
                    self.places[*path, key, index] = self._here_of((*path, key))
                    self.table((*path, key, index), one)

    def _as_header(self, value: Any) -> bool:
        tables = isinstance(value, dict) or (
            isinstance(value, list) and value and all(isinstance(one, dict) for one in value)
        )
        return bool(tables) and self.draw(st.booleans())

    def _header(self, path: KeyPath, begin: str, end: str) -> None:
        self._gap()
        self.text += begin + self._one_of("", " ")
        self._last: dict[KeyPath, tuple[int, int]] = {}
        whole: KeyPath = ()
        first = True
        for part in path:
            whole = (*whole, part)
            if isinstance(part, int):
                continue
            if not first:
                self.text += self._one_of(".", " . ")
            first = False
            self._key(whole, part)
        self.text += self._one_of("", " ") + end + "\n"

    def _pair(self, path: KeyPath, value: Any) -> None:
        part = path[-1]
        assert isinstance(part, str)
        self._key(path, part)
        while isinstance(value, dict) and len(value) == 1 and self.draw(st.booleans()):
            (inner, value), *_ = value.items()
            path = (*path, inner)
            self.text += self._one_of(".", " .\t")
            self._key(path, inner)
        self.text += self._one_of("=", " = ")
        self._value(path, value)

    def _key(self, path: KeyPath, key: str) -> None:
        here = self._here()
        self.places.setdefault(path, here)
        self._last = {**getattr(self, "_last", {}), path: here}
        ways = [json.dumps(key, ensure_ascii=False)]
        ways += [key] if re.fullmatch(r"[A-Za-z0-9_-]+", key) else []
        ways += [f"'{key}'"] if "'" not in key else []
        self.text += self._one_of(*ways)

    def _value(self, path: KeyPath, value: Any) -> None:
        if isinstance(value, dict):
            self.text += "{" + self._one_of("", " ")
            for number, (key, one) in enumerate(value.items()):
                self.text += self._one_of(",", " , ") if number else ""
                self._pair((*path, key), one)
            self.text += self._one_of("", " ") + "}"
        elif isinstance(value, list):
            self.text += "["
            for index, one in enumerate(value):
                self._blank()
                self.places[*path, index] = self._here()
                self._value((*path, index), one)
                self._blank()
                self.text += "," if index < len(value) - 1 else self._one_of("", ",")
            self._blank()
            self.text += "]"
        elif isinstance(value, str):
            self.text += self._one_of(*_strings(value))
        else:
            self.text += str(value).lower() if isinstance(value, bool) else repr(value)

    def _blank(self) -> None:
        self.text += self._one_of("", " ", "\n", "\t# not ] the end\n ")

    def _gap(self) -> None:
        self.text += self._one_of("", "\n", "# [no] = header\n", "  ")

    def _one_of(self, *ways: str) -> str:
        chosen: str = self.draw(st.sampled_from(ways))
        return chosen

    def _here(self) -> tuple[int, int]:
        return self.text.count("\n") + 1, len(self.text) - self.text.rfind("\n")

    def _here_of(self, path: KeyPath) -> tuple[int, int]:
        return self._last[path]


def _strings(text: str) -> list[str]:
    """Return the ways to write a string."""
    ways = [json.dumps(text, ensure_ascii=False)]
    if not text.endswith('"'):
        inside = text.replace("\\", "\\\\").replace('"""', '""\\"')
        ways.append(f'"""\n{inside}"""')
    if "'" not in text:
        ways += [f"'''\n{text}'''", *([] if "\n" in text else [f"'{text}'"])]
    return ways
