"""How one text is written in YAML: plain where every reader takes it for that text, else quoted."""

from __future__ import annotations

import re

WIDTH = 80
"""Longest line of prose; longer texts are folded."""

_RAW_NEVER = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"
_UNPRINTABLE = re.compile(f"[{_RAW_NEVER}]")
_UNPRINTABLE_LINES = re.compile(rf"(?!\n)[{_RAW_NEVER}]|^[ ]|\A\n|\n\Z|^[ ]*$(?!\n)", re.MULTILINE)
_ESCAPED = re.compile(rf'["\\{_RAW_NEVER}]')
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}

_PLAIN_START = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=~<]")
_NOT_PLAIN = re.compile(r": |:$| #|^\s|\s$")
_NOT_PLAIN_IN_BRACES = re.compile(r"[,\[\]{}:?]")
_MISREAD = re.compile(
    r"[-+.]?\d[\da-fxo_.,:+\-tz ]*|[-+]?\.(?:inf|nan|\d.*)"
    r"|y|n|yes|no|on|off|true|false|null|nan",
    re.IGNORECASE,
)
_SINGLE_BLANK = re.compile(r"(?<! ) (?! )")


def inline(text: str, *, braces: bool = False) -> str:
    """Return `text` on one line; with `braces`, fit for use inside `{…}` and `[…]`.

    Words that another YAML reader would take for a number, a date or a truth value are quoted.
    """
    if _is_plain(text) and not (braces and _NOT_PLAIN_IN_BRACES.search(text)):
        return text
    if ('"' in text or "\\" in text) and not _UNPRINTABLE.search(text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + _ESCAPED.sub(lambda hit: _escape(hit.group()), text) + '"'


def prose(text: str, indent: int, taken: int) -> list[str]:
    """Return `text` as the lines of a value whose first line has `taken` columns before it.

    A text too long for the line becomes a folded block (`>-`), one of several lines a literal
    block (`|-`), its lines `indent` columns in; only what neither can hold is quoted.
    """
    pad = " " * indent
    if "\n" in text:
        if _UNPRINTABLE_LINES.search(text):
            return [inline(text)]
        return ["|-", *(f"{pad}{line}" if line else "" for line in text.split("\n"))]
    short = inline(text)
    foldable = text == text.strip(" ") and not _UNPRINTABLE.search(text)
    if taken + len(short) <= WIDTH or " " not in text or not foldable:
        return [short]
    return [">-", *(pad + line for line in _filled(text, WIDTH - indent))]


def _is_plain(text: str) -> bool:
    return (
        _PLAIN_START.match(text) is not None
        and not _NOT_PLAIN.search(text)
        and not _UNPRINTABLE.search(text)
        and not _MISREAD.fullmatch(text)
    )


def _filled(text: str, width: int) -> list[str]:
    """Break `text` at single blanks, the only ones that folding gives back."""
    lines = [""]
    for word in _SINGLE_BLANK.split(text):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return lines


def _escape(char: str) -> str:
    code = ord(char)
    if char in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[char]
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
