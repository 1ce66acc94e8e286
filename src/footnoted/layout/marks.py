"""Raised and lowered signs: note marks, powers, indices, set off from the word they hang on."""

from __future__ import annotations

import re

from lxml import etree

_NUMBERS = re.compile(r"[\d\s,–-]{1,12}")
_LETTERS = re.compile(r"\s*(?:[a-z]{1,2}\s*,\s*){0,4}[a-z]\s*")
_REMARK = re.compile(r"\s*\[\s*(?!no|sic\b)[^\W\d][^\[\]]{2,40}\]\s*", re.IGNORECASE)
_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_WORD = re.compile(r"[^\W\d_]{3}[.,;:!?”’\"')]*$")
_NOTE_CLASSES = frozenset(
    [
        *("fn", "fnref", "fn-ref", "footnote", "footnote-ref", "footnoteref", "footnotelink"),
        *("footnote-reference", "note-ref", "noteref", "notelink", "note-link", "endnote"),
        *("endnote-ref", "ftnref"),
    ]
)
_NOTE = re.compile(r"\s*(?:\d{1,3}|[*†‡§]{1,3}|[a-z])\s*")


def raised(text: str, before: str) -> str | None:
    """Return the words of a `sup` as they are set after `before`; None where as they are.

    Numbers become raised digits. A letter after a word marks a note, and stands in brackets; a
    remark in brackets of its own, such as `[who?]`, is no part of the sentence.
    """
    if _NUMBERS.fullmatch(text):
        return text.strip().translate(_RAISED)
    if _LETTERS.fullmatch(text) and _WORD.search(before[-12:]):
        return "".join(f"[{letter.strip()}]" for letter in text.split(","))
    return "" if _REMARK.fullmatch(text) else None


def lowered(text: str, before: str) -> str | None:
    """Return the words of a `sub`: digits after a digit are an index, never more of the number."""
    digits = text.strip()
    if digits.isascii() and digits.isdigit() and before[-1:].isdigit():
        return digits.translate(_LOWERED)
    return None


def raise_note_links(root: etree._Element) -> None:
    """Make links that are note marks by their name, and hang on a word, `sup`."""
    for link in [link for link in root.iter("a") if _is_note_link(link)]:
        link.tag = "sup"


def _is_note_link(link: etree._Element) -> bool:
    text = link.text
    if not text or len(text) > 5 or len(link) or not _NOTE.fullmatch(text):
        return False
    told = link.get("role") == "doc-noteref" or not _NOTE_CLASSES.isdisjoint(
        (link.get("class") or "").lower().split()
    )
    if not told:
        return False
    before = link.getprevious()
    parent = link.getparent()
    words = before.tail if before is not None else parent.text if parent is not None else None
    return bool(words) and not str(words)[-1].isspace()
