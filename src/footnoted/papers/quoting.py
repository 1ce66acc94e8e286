"""Words in quotation marks: straight and curly, double and single, over page breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from footnoted.model.draft import Marks

_PAIRS = {"“": "”", "„": "“”", "«": "»", '"': '"', "「": "」"}
_MAX_PARAGRAPHS = 12


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation: its words, `[start, end)` of them in the text, and which marks hold it."""

    text: str
    start: int
    end: int
    marks: Marks


def find_quotations(text: str) -> list[Quoted]:
    """Return the quotations of `text`, whose paragraphs are separated by blank lines.

    A mark without a partner in its paragraph opens nothing, unless the next paragraph begins
    with an opening mark again, as block quotations of several paragraphs do. Single marks are
    looked for outside the double ones only: what stands inside belongs to the outer quotation.
    """
    found: list[Quoted] = []
    pending: list[tuple[int, int]] = []  # parts of a quotation of several paragraphs
    for start, end in _paragraphs(text):
        spans, opened = _doubles(text, start, end)
        if pending and text[start] in '"“«':
            closed = next((span for span in spans if span[0] == start + 1), None)
            if closed:
                parts = [*pending, closed]
                words = " ".join(text[a:b].strip() for a, b in parts)
                found.append(Quoted(words, parts[0][0], closed[1], "double"))
                spans = [span for span in spans if span != closed]
                pending = []
            elif opened == start and len(pending) < _MAX_PARAGRAPHS:
                pending.append((start + 1, end))
            else:
                pending = []
        else:
            pending = [(opened + 1, end)] if opened is not None else []
        found.extend(Quoted(text[a:b], a, b, "double") for a, b in spans if text[a:b].strip())
        found.extend(
            Quoted(text[a:b], a, b, "single") for a, b in _singles(text, start, end, spans)
        )
    return sorted(found, key=lambda quoted: (quoted.start, -quoted.end))


def _paragraphs(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for gap in re.finditer(r"\n\n+", text):
        spans.append((start, gap.start()))
        start = gap.end()
    spans.append((start, len(text)))
    return [span for span in spans if span[0] < span[1]]


def _doubles(text: str, start: int, end: int) -> tuple[list[tuple[int, int]], int | None]:
    """Return the spans in double marks of one paragraph, and the mark left open at its end."""
    spans: list[tuple[int, int]] = []
    stack: list[int] = []
    for found in re.finditer(r"[\"“”„«»「」]", text[start:end]):
        at = start + found.start()
        char = text[at]
        top = text[stack[-1]] if stack else ""
        closer = char in _PAIRS.get(top, "") or (char == "”" and top == '"') or (
            char == '"' and top == "“"
        )  # fmt: skip
        if closer and _may_close(text, at, start):
            spans.append((stack.pop() + 1, at))
        elif char in "“„«「" or (char == '"' and _may_open(text, at, start, end)):
            if char == top == '"':
                stack.pop()  # the mark before never closed
            stack.append(at)
    return sorted(spans), stack[0] if stack else None


def _may_open(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return not after.isspace() and (before.isspace() or before in "([{—–-/‘'“*")


def _may_close(text: str, at: int, start: int) -> bool:
    if text[at] != '"':
        return True
    before = text[at - 1] if at > start else " "
    after = text[at + 1 : at + 2]
    return not before.isspace() and not (after.isalnum() and before in "([—–-/")


def _singles(
    text: str, start: int, end: int, doubles: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    at = start
    while at < end:
        if text[at] in "'‘" and _opens_single(text, at, start) and not _in(at, doubles):
            close = _closing_single(text, at, end, doubles)
            if close is not None and not any(a < close < b for a, b in doubles):
                spans.append((at + 1, close))
                at = close
        at += 1
    return spans


def _in(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _opens_single(text: str, at: int, start: int) -> bool:
    before = text[at - 1] if at > start else " "
    if not (before.isspace() or before in '([—–/"“'):
        return False
    rest = text[at + 1 : at + 8]
    return bool(rest[:1].strip()) and not re.match(
        r"(?:\d0s\b|tis\b|twas\b|em\b|n[’']|cause\b|til\b)", rest, re.IGNORECASE
    )


def _closing_single(
    text: str, opened: int, end: int, doubles: Sequence[tuple[int, int]]
) -> int | None:
    """Return where the single quotation that begins at `opened` closes.

    An apostrophe between letters closes nothing. One behind an `s` and before another word may
    be a possessive: it is passed over if a sure closing mark follows before the next opening.
    """
    doubtful: int | None = None
    for at in range(opened + 1, end):
        char = text[at]
        if char in "'‘" and _opens_single(text, at, opened):
            return doubtful
        if char not in "'’" or text[at + 1 : at + 2].isalnum() or text[at - 1].isspace():
            continue
        if _in(at, doubles):
            continue
        possessive = text[at - 1] == "s" and re.match(r"\s\w", text[at + 1 : at + 3])
        if not possessive:
            sure = doubtful is None or not re.search(r"[.?!]\s", text[doubtful:at])
            return at if sure else doubtful
        if doubtful is None:
            doubtful = at
    return doubtful
