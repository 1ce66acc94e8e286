"""Whether a question stays a question: final marks of a quotation and of its source."""

from __future__ import annotations

from footnoted.quotations.findings import Opinion, Remark
from footnoted.quotations.fold import FoldedText

_CLOSING = frozenset(" \n\t\u00a0\u202f\"'“”‘’„«»)]）】」』›,，")
_MARKS = {"?": "?", "？": "?", "؟": "?", ".": ".", "。": ".", "．": ".", "!": "!", "！": "!"}
_FINAL = frozenset({"?", ".", "!", '"', ")", "]", "'"})


def final_mark(text: str) -> str | None:
    """Return the mark that words end with: a question mark if one is among the last marks.

    `(why?).` asks within, and states without: its question mark counts.
    """
    found: str | None = None
    for character in reversed(text):
        mark = _MARKS.get(character)
        if mark == "?":
            return "?"
        if mark is None and character not in _CLOSING:
            break
        found = found or mark
    return None if text.rstrip(" \"'”’»)").endswith(("..", "…")) else found


def judge_mark(page: FoldedText, at: int, written: str | None) -> Opinion:
    """Judge the mark `written` at the end of words that end before word `at` of the page."""
    out = Opinion()
    marks = _marks_about(page, at)
    if "?" in marks and written != "?":
        message = "the source asks: its sentence ends with a question mark"
        remark = Remark("question_cut", message)
        (out.faults if written else out.notes).append(remark)
    elif written == "?" and "?" not in marks and marks & {".", "!"}:
        message = "the paper asks where the source states"
        out.faults.append(Remark("question_added", message))
    return out


def _marks_about(page: FoldedText, at: int) -> set[str]:
    """Return the marks between the last word before `at` and the next word."""
    words, first, last = page.words, at, at
    while first and words[first - 1] in _FINAL:
        first -= 1
    while last < len(words) and words[last] in _FINAL and last - at < 4:
        last += 1
    return set(words[first:last])
