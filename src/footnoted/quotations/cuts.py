"""What stands at the ends of a cut: half a word, half a number, a negation, an exception."""

from __future__ import annotations

import re

from footnoted.quotations.disguises import unmasked
from footnoted.quotations.findings import Opinion, Remark
from footnoted.quotations.fold import FoldedText
from footnoted.quotations.governing import conditional_after, denied_after, governing
from footnoted.quotations.negations import negates
from footnoted.quotations.numbers import judge_hedge, judge_number
from footnoted.quotations.sentences import after_cut, before_cut
from footnoted.quotations.words import EXCEPTIONS, GOVERNING, PUNCTUATION, RESERVATIONS

_RIGHT_GOVERNING = GOVERNING - {
    *("without", "ohne", "sin", "sans", "без", "non", "ne", "ni", "zonder", "no", "senza", "sem"),
    *("sin", "unless", "lest", "none", "nobody", "nothing"),
}
_NO_TO_NOUNS = frozenset({"no", "none", "nobody", "nothing"})
_DOUBTING = re.compile(
    r" (?:nearly|almost|might|could|perhaps|possibly|probably|apparently|reportedly"
    r"|wrong|doubts?|hopes?|wants?|tried|trying|seems?|seemed|appears?|believed"
    r"|reject\w*|oppos\w*|den(?:y|ies|ied)|against) (?:[\w']+ ){0,2}$",
)
_QUANTIFIER = re.compile(
    r" (?:(?:some|few|no|most|many|several|only|half|both|any|each|every|all|certain|various"
    r"|numerous|two|three|four|five|six|seven|eight|nine|ten|\d[\d.,]*|other|one|not all"
    r"|hundreds|thousands|dozens)"
    r"|(?:some|few|none|most|many|several|one|half|both|any|each|all|two|three|four|five|\d[\d.,]*"
    r"|majority|minority|number|handful|couple|third|thirds|quarter|part|parts|portion|fraction"
    r"|percent|%|lot|lots|hundreds|thousands|dozens|members?|group|groups|share) of"
    r"(?: (?:the|these|those|his|her|its|their|our|your|my))?) $",
)
"""Words before a noun that tell how many of it are meant."""


def judge_start(page: FoldedText, at: int) -> Opinion:
    """Judge the cut before word `at` of the page."""
    out = Opinion()
    if at == 0:
        return out
    before, first = page.words[at - 1], page.words[at]
    inside = _glued(page, at - 1) and (_is_compound(page, at - 1) or _joins(before, first))
    words, after = before_cut(page, at), after_cut(page, at, 8)
    number = judge_number(page, at, words, after) or judge_hedge(page, at, words, after)
    if inside:
        out.faults.append(_inside_word(page.raw(max(0, at - 2), at + 1)))
    elif number:
        out.faults.append(number)
    else:
        _look_back(page, at, out)
    return out


def judge_end(page: FoldedText, at: int) -> Opinion:
    """Judge the cut after word `at - 1` of the page."""
    out = Opinion()
    if at >= len(page.words):
        return out
    last, after = page.words[at - 1], page.words[at]
    glued = _glued(page, at - 1)
    inside = glued and (
        (at + 1 < len(page.words) and _is_compound(page, at)) or _joins(last, after)
    )
    words = after_cut(page, at)
    number = judge_number(page, at, before_cut(page, at, 8), words)
    if inside:
        out.faults.append(_inside_word(page.raw(at - 1, at + 2)))
    elif number:
        out.faults.append(number)
    else:
        _look_ahead(page, at, out)
    return out


def judge_capital(page: FoldedText, at: int) -> Opinion:
    """Judge a capital that the author gave to word `at`, so that a sentence seems to begin."""
    out = Opinion()
    before = before_cut(page, at, 6)
    found = _QUANTIFIER.search(f" {' '.join(before)} ")
    if found:
        raw = " ".join(page.raw(max(0, at - len(found.group().split())), at + 1).split())
        out.faults.append(Remark("quantifier_cut", f"the source has *{raw}*"))
    return out


def _glued(page: FoldedText, at: int) -> bool:
    """Say whether nothing stands between word `at` and the next one."""
    return page.ends[at] == page.starts[at + 1]


def _joins(left: str, right: str) -> bool:
    """Say whether two glued words are one to a reader: `5bn`, `G20`; not 在 and 2012."""
    if not (left[-1].isalnum() and right[0].isalnum()):
        return False
    return not (_is_unspaced(left[-1]) or _is_unspaced(right[0]))


def _is_unspaced(letter: str) -> bool:
    """Say whether a letter is of a script that puts no blanks between words."""
    return letter >= "\u0e00" and not "가" <= letter <= "힣"


def _is_compound(page: FoldedText, dash: int) -> bool:
    """Say whether word `dash` is a hyphen inside a word (`non-aligned`) or range (`10–20`)."""
    if page.words[dash] != "-" or not 0 < dash < len(page.words) - 1:
        return False
    if not (_glued(page, dash - 1) and _glued(page, dash)):
        return False
    left, right = page.words[dash - 1], page.words[dash + 1]
    if left[-1].isdigit() and right[0].isdigit():
        return True
    return page.raw(dash, dash + 1) in {"-", "‐", "‑"} and left[-1].isalnum() and right[0].isalnum()


def _inside_word(raw: str) -> Remark:
    return Remark("cut_inside_word", f"the source has *{raw}*: the cut is inside a word")


def _look_back(page: FoldedText, at: int, out: Opinion) -> None:
    """Find a denial or condition that governs the words after the cut; note a doubt near it."""
    found = governing(page, at)
    if found.denial:
        out.faults.append(Remark("negation_cut", f"the source has *{found.denial}* before it"))
    elif found.condition:
        message = f"the source has *{found.condition} …* before it, a condition"
        out.faults.append(Remark("goes_on_exception", message))
    elif found.open:
        message = f"the source has *{found.open}* before it: does it affirm?"
        out.open.append(Remark("clause_cut", message))
    elif found.doubled or _DOUBTING.search(found.text):
        words = found.doubled or found.text.split()[-4:]
        message = f"the source has *{' '.join(words)}* before it"
        out.notes.append(Remark("negation_near_cut", message))


def _look_ahead(page: FoldedText, at: int, out: Opinion) -> None:
    """Find a denial or exception that the source goes on with."""
    after = unmasked(after_cut(page, at))
    if after[:1] == [")"]:
        after = after[1:]
    if not after:
        return
    if (after[0] in _RIGHT_GOVERNING and negates(after, 0)) or denied_after(after):
        out.faults.append(_goes_on("negation_cut", page, at))
    elif conditional_after(after, before_cut(page, at, 30)):
        out.faults.append(_goes_on("goes_on_exception", page, at))
    else:
        _look_for_exception(page, at, after, out)


def _look_for_exception(page: FoldedText, at: int, after: list[str], out: Opinion) -> None:
    comma = after[0] in {",", "-", "("}
    rest = after[1:5] if comma else after[:4]
    if not rest or rest[0] in PUNCTUATION:
        return
    ahead = f"{' '.join(rest)} "
    if any(ahead.startswith(f"{words} ") for words in EXCEPTIONS) or ahead.startswith("除 "):
        weaker = comma and rest[0] in {"not", "never", "nor"}
        (out.notes if weaker else out.faults).append(_goes_on("goes_on_exception", page, at))
    elif rest[0] in RESERVATIONS or rest[0] in _NO_TO_NOUNS:
        out.notes.append(_goes_on("goes_on_reservation", page, at))


def _goes_on(reason: str, page: FoldedText, at: int) -> Remark:
    at += page.words[at] in {",", "-", "(", '"'}
    words = " ".join(page.raw(at, min(at + 5, len(page.words))).split())
    return Remark(reason, f"the source goes on: *{words} …*")
