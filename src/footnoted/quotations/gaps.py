"""Whether an ellipsis keeps to the rules: one passage, in order, and nothing turned round."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from footnoted.quotations.doubts import condition_in, doubt_governing, doubt_in
from footnoted.quotations.findings import Opinion, Remark
from footnoted.quotations.fold import FoldedText
from footnoted.quotations.negations import negates
from footnoted.quotations.numbers import is_number
from footnoted.quotations.places import Places
from footnoted.quotations.sentences import after_cut, before_cut, ends_sentence, stops
from footnoted.quotations.subjects import joins_clauses
from footnoted.quotations.turned import turned_by, weakened_by
from footnoted.quotations.words import CURRENCIES, PUNCTUATION, SCALES, UNITS

MAX_HIDDEN = 400
"""Words that an ellipsis may leave out; beyond that two passages are joined."""

_HIDING = re.compile(
    r"(?:except|excepting|excluding|false|untrue|myth|hoax|lie|lies|impossible|refus\w+|declin\w+"
    r"|reject\w*|refut\w+|denie[sd]|deny|denying|disprov\w+|fail(?:s|ed|ing)?|ceased?|forgot"
    r"|prevent(?:s|ed)?|neglected|rather|instead|far|nie|nient|niega|negó|weigert\w*|отказ\w+"
    r"|отриц\w+|lacks?|lacked)",
)
_PAIRS = {
    "rather": {"than"},
    "instead": {"of"},
    "far": {"from"},
    "declined": {"to"},
    "declines": {"to"},
    "declining": {"to"},
    "lie": {"that"},
    "lies": {"that"},
    "ceased": {"to"},
}
"""Words that deny only with another one after them."""

_HAN_DENIALS = ("反对", "否认", "拒绝", "禁止", "避免", "停止", "反對", "否認", "拒絕")
_NO_CONDITION = frozenset(
    {"by", "with", "to", "for", "in", "at", "on", "from", "under", "through", "here", "above"},
)


@dataclass(frozen=True, slots=True)
class Seam:
    """How the author wrote the two sides of an ellipsis.

    `closed`: the part before it ends with a full stop of its own; `small`: the part after it
    begins with a small letter where the source has a capital; `marked`: in brackets, `[t]he`.
    """

    closed: bool = False
    small: bool = False
    marked: bool = False


def judge_gap(page: FoldedText, places: Places, start: int, end: int, seam: Seam) -> Opinion:
    """Judge the words `[start, end)` of the page that an ellipsis leaves out."""
    out = Opinion()
    if end < start:
        message = "what follows the ellipsis stands before what precedes it"
        out.faults.append(Remark("halves_reversed", message))
        return out
    hidden = page.words[start:end]
    if len(hidden) > MAX_HIDDEN:
        message = f"the ellipsis leaves out {len(hidden)} words and joins two passages"
        out.faults.append(Remark("ellipsis_too_wide", message))
        return out
    ends = stops(page, start, end)
    _judge_negations(page, start, end, ends, out)
    _judge_doubts(page, start, end, ends, out)
    _judge_number(page, start, end, out)
    if ends:
        _judge_join(page, start, end, ends, seam, out)
    else:
        _judge_clauses(page, start, end, out)
    _judge_blocks(page, places, start, end, out)
    out.changes.append(Remark("ellipsis", _left_out(hidden)))
    return out


def _left_out(hidden: Sequence[str]) -> str:
    """Tell how many words an ellipsis leaves out, punctuation not counted."""
    count = sum(word not in PUNCTUATION for word in hidden)
    if not count:
        return "the ellipsis leaves out no word"
    return f"the ellipsis leaves out {count} word{'s' if count > 1 else ''}"


def _judge_clauses(page: FoldedText, start: int, end: int, out: Opinion) -> None:
    """Judge whether what follows a gap within one sentence still means what it did."""
    hidden = [word for word in page.words[start:end] if word != '"']
    before, after = before_cut(page, start), after_cut(page, end, 6)
    turned = turned_by(before, hidden)
    weakened = None if turned else weakened_by(hidden)
    if turned:
        out.faults.append(Remark("ellipsis_hides_negation", f"the ellipsis hides *{turned}*"))
    elif weakened:
        out.faults.append(Remark("ellipsis_hides_doubt", f"the ellipsis hides *{weakened}*"))
    elif joins_clauses(before, hidden, after):
        message = "what follows the ellipsis is said of something that it leaves out"
        out.open.append(Remark("ellipsis_joins_clauses", message))


def _judge_blocks(page: FoldedText, places: Places, start: int, end: int, out: Opinion) -> None:
    blocks = places.blocks(page.starts[start - 1], page.ends[end])
    if len({block.article for block in blocks}) > 1:
        out.faults.append(Remark("joins_two_articles", "the ellipsis joins two articles"))
    elif len(blocks) > 1 and any(block.kind == "heading" for block in blocks[1:]):
        out.open.append(Remark("joins_sections", "the ellipsis goes over a heading"))


def _judge_negations(page: FoldedText, start: int, end: int, ends: list[int], out: Opinion) -> None:
    """Find what turns round the sentence on either side of the gap; in between is a note."""
    words = page.words[start : end + 1]
    turning = [start + i for i in range(end - start) if _turns(words, i)]
    if not turning:
        return
    first, last = (ends[0], ends[-1]) if ends else (end, start - 1)
    near = [i for i in turning if i <= first or i > last]
    found = (near or turning)[0]
    remark = Remark("ellipsis_hides_negation", f"the ellipsis hides *{_words(page, found, end)}*")
    (out.faults if near else out.notes).append(remark)


def _turns(words: Sequence[str], at: int) -> bool:
    """Say whether word `at` negates, denies or makes an exception where it stands."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else ""
    if negates(words, at):
        return not (word == "no" and after in {"doubt", "wonder"})
    if word == "provided":
        return bool(after) and after not in _NO_CONDITION and after not in {",", "."}
    if word in _PAIRS:
        return after in _PAIRS[word]
    if _HIDING.fullmatch(word):
        return not (word == "failed" and words[max(0, at - 1)] in {"the", "a"})
    return word + after in _HAN_DENIALS


def _judge_doubts(page: FoldedText, start: int, end: int, ends: list[int], out: Opinion) -> None:
    """Find what weakens the statement that the quotation then makes flatly."""
    hidden_words = _without_months(page, start, end)
    clause = hidden_words[(ends[-1] + 1 - start if ends else 0) :]
    head = hidden_words[: ends[0] - start if ends else None]
    if starts_anew(page, end):
        clause = []
    found = doubt_governing(clause) or condition_in(clause) or condition_in(head)
    hidden = found or doubt_in(hidden_words)
    if hidden:
        remark = Remark("ellipsis_hides_doubt", f"the ellipsis hides *{hidden}*")
        (out.faults if found else out.notes).append(remark)


def _without_months(page: FoldedText, start: int, end: int) -> list[str]:
    """Return the words `[start, end)` with *May*, the month, told from *may*."""
    words = page.words[start:end]
    return [
        "month" if word == "may" and page.raw(start + i, start + i + 1) == "May" else word
        for i, word in enumerate(words)
    ]


def starts_anew(page: FoldedText, at: int) -> bool:
    """Say whether a sentence begins with word `at`."""
    while at and page.words[at - 1] == '"':
        at -= 1
    return at == 0 or ends_sentence(page, at - 1)


def _judge_number(page: FoldedText, start: int, end: int, out: Opinion) -> None:
    """Find a number put before another one's unit, and a number's unit or bound hidden."""
    if start == end:
        return
    left, right = page.words[start - 1], page.words[end]
    unit = right in UNITS or right in SCALES or right in CURRENCIES or is_number(right)
    if is_number(left) and unit:
        raw = " ".join(page.raw(start - 1, end + 1).split())
        message = f"the ellipsis joins *{left}* and *{right}*; the source has *{raw[:80]}*"
        out.faults.append(Remark("ellipsis_joins_number", message))
    elif unit and not is_number(right) and is_number(page.words[end - 1]):
        raw = " ".join(page.raw(end - 1, end + 1).split())
        out.faults.append(Remark("ellipsis_joins_number", f"the ellipsis hides *{raw}*"))


def _judge_join(
    page: FoldedText,
    start: int,
    end: int,
    ends: list[int],
    seam: Seam,
    out: Opinion,
) -> None:
    """Judge an ellipsis over the end of a sentence.

    The rule of style guides: what follows begins a sentence, or what precedes ends one and has
    its full stop. Else the beginning of one sentence reads as the subject of another.
    """
    begins = starts_anew(page, end) and not seam.small
    whole = all(word in {'"', ")", "]"} for word in page.words[start : ends[0]])
    told = seam.marked and whole and starts_anew(page, end)
    if begins or told or (whole and seam.closed):
        return
    message = "the ellipsis joins parts of two sentences into one"
    out.open.append(Remark("joins_sentences", message))


def _words(page: FoldedText, at: int, end: int) -> str:
    return " ".join(page.raw(at, min(at + 3, end)).split())
