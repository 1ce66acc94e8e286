"""Text from outside, made harmless to look at: nothing in it moves the cursor or the order.

Control characters can drive a terminal (ECMA-48), bidi controls can show words in another
order than they are stored in (UTS 55, "Trojan Source"), and tag characters and zero-width
spaces can hide words. All of them become their names in square brackets, `[U+202E]`. ZWNJ and
ZWJ stay: Persian, Hindi and others cannot be written without them.
"""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    "["
    "\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f"  # C0 without tab and newline, DEL, C1
    "\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\\ud800-\\udfff\ufff9-\ufffb\ufffe\uffff"  # surrogates, annotations, non-characters
    "\U000e0000-\U000e007f"
    "]"
)
_SPACES = re.compile(r"\s+")
_STARRED = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])")


def visible(text: str) -> str:
    """Return `text` with control, bidi and hidden characters named; tab and newline stay."""
    return _HIDDEN.sub(lambda match: f"[U+{ord(match[0]):04X}]", text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """Return `text` visible and on one line: any run of white space is one space."""
    return _SPACES.sub(" ", visible(text)).strip()


def clipped(text: str, length: int) -> str:
    """Return `text` on one line, cut after `length` characters at most, with an ellipsis."""
    line = one_line(text)
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def shortened(text: str, length: int) -> str:
    """Return `text` on one line, cut at a word before `length` characters, with an ellipsis."""
    line = one_line(text)
    if len(line) <= length:
        return line
    head, space, _ = line[:length].rpartition(" ")
    return (head.rstrip(" ,;:·") + "…") if space else clipped(line, length)


def quoted_words(message: str) -> str:
    """Return a comparison's message with its `*words*` in quotation marks, `“words”`."""
    return _STARRED.sub(r"“\1”", message)


def web_address(url: str | None) -> str | None:
    """Return `url` if it may be a link: http or https, a host, and no character out of place."""
    if url and re.fullmatch(r"https?://[^\s<>\"'`\\/?#][^\s<>\"`\\]*", url, re.IGNORECASE):
        return None if _HIDDEN.search(url) else url
    return None
