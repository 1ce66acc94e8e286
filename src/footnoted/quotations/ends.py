"""Whether a question stays a question: final marks of a quotation and of its source."""

from __future__ import annotations

from footnoted.quotations.findings import Opinion, Remark
from footnoted.quotations.fold import FoldedText

_CLOSING = " \n\t\u00a0\"'“”‘’«»)]」』"
_MARKS = {"?": "?", "？": "?", "؟": "?", ".": ".", "。": ".", "．": ".", "!": "!", "！": "!"}


def final_mark(text: str) -> str | None:
    """Return the full stop, question or exclamation mark that words end with, closers aside."""
    kept = text.rstrip(_CLOSING)
    if kept.endswith((".", "。", ",", "，", "．")) and kept[-2:-1] in _CLOSING:
        # a question within quotation marks, and the sentence's own full stop after them
        inner = kept[:-1].rstrip(_CLOSING)
        kept = inner if _MARKS.get(inner[-1:]) == "?" else kept
    if kept.endswith(("..", "…", "?!", "!?")):
        return "?" if kept.endswith(("?!", "!?")) else None
    return _MARKS.get(kept[-1:])


def judge_mark(page: FoldedText, at: int, written: str | None) -> Opinion:
    """Judge the mark `written` at the end of words that end before word `at` of the page."""
    out = Opinion()
    while at < len(page.words) and page.words[at] in {'"', ")"}:
        at += 1
    source = page.words[at] if at < len(page.words) else ""
    if source == "?" and written != "?":
        message = "the source asks: its sentence ends with a question mark"
        remark = Remark("question_cut", message)
        (out.faults if written else out.notes).append(remark)
    elif written == "?" and source in {".", "!"}:
        message = "the paper asks where the source states"
        out.faults.append(Remark("question_added", message))
    return out
