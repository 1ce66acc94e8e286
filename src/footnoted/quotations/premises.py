"""What stands farther before a cut: a leading condition, a denial of all that follows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from footnoted.quotations.disguises import unmasked
from footnoted.quotations.fold import FoldedText
from footnoted.quotations.sentences import before_cut

_SECTION = r"(?:\(? ?[\w.]{1,4} \)? )?"
_IF = re.compile(
    rf"^ {_SECTION}(?:(?:and|but|so|then|or|even|only|aber|und|et|pero|y|но|и|，) )?(?:if"
    rf"|unless|lest"
    r"|whether|suppose|supposing|imagine|assuming|assume|pretend|provided|providing|subject to"
    r"|on condition|as long as|so long as|in the event|were|had (?:the|it|he|she|they|we|i|you"
    r"|[\w']+)|should (?:the|a|an|it|he|she|they|we|you|any|this|these|[\w']+)|falls|sofern"
    r"|sollten?|es sei denn|angenommen|à condition|à moins|pourvu|a condición|siempre que|a menos"
    r"|если|при условии|если бы|如 果|假 如|倘 若|除 非|只 要|一 旦)(?= )",
)
_AGREEING = re.compile(r"^ (?:if not|if anything|as if by|had to|were to|should be)\b")
_NOTHING = re.compile(
    rf"^ {_SECTION}(?:nothing|no (?:provision|part|section)|none) (?:[\w'()-]+ ){{1,12}}"
    r"(?:to|as|that|of) $|^ (?:not (?:once|for a moment|one)|nothing (?:in|of|about)) $",
)
_NOT_AS = re.compile(
    r" (?:not|never|cannot|n't) (?:[\w]+ ){0,2}(?:interpreted|taken|read|understood|construed|seen"
    r"|regarded|treated|cited|presented|viewed|deemed|used|misread|mistaken)"
    r" (?:as|to|for) (?:(?:[\w'-]+ing|proof|evidence|a sign|meaning) )?"
    r"(?:that |of |to )?$",
)
_BLOCK_DENIES = re.compile(
    r" (?:false|untrue|wrong|incorrect|myths?|lies?|hoax(?:es)?|fake|nonsense|debunked|refuted"
    r"|not (?:true|the case|correct|accurate|so|mean|say|claim|state)|never (?:said|happened|true)"
    r"|denie[sd]|deny|denying|rejects?|rejected|misconceptions?|falsehoods?|fabricated|unproven"
    r"|unwahr|falsch|faux|falso|неверно|неправда|ложь) ",
)
_BLOCKS = 12
FAR = 60
"""So many words before a cut are read for what governs the whole sentence."""


def condition_before(before: Sequence[str]) -> tuple[str, bool] | None:
    """Return the condition that a sentence begins with, and whether the cut stands right at it.

    That is after the conjunction itself or after a comma: `If the levee fails, | the city …`.
    """
    text = f" {' '.join(before).rpartition(' ; ')[2]} "
    found = _IF.match(text)
    if not found or _AGREEING.match(text):
        return None
    words = found.group().strip()
    return words, text.strip() in {words, ""} or text.endswith((", ", ": ", ", then "))


def denied_afar(before: Sequence[str]) -> str | None:
    """Return what denies, from the sentence's start or *as*, the words after the cut."""
    text = f" {' '.join(before)} "
    found = _NOTHING.match(text) or _NOT_AS.search(text)
    return found.group().strip() if found else None


def denied_by_its_lead(page: FoldedText, at: int) -> str | None:
    """Return the words of a lead that denies the list or block after its colon."""
    first = at - len(before_cut(page, at, FAR))
    for _ in range(_BLOCKS):
        while first > 0 and page.words[first - 1] in {'"', "-", "(", "*"}:
            first -= 1
        if first <= 0:
            return None
        if page.words[first - 1] == ":":
            lead = unmasked(before_cut(page, first - 1, FAR))
            found = _BLOCK_DENIES.search(f" {' '.join(lead)} ")
            return " ".join(lead[-8:]) if found else None
        if not _is_item(page, first) or not _is_item(page, first - 1):
            return None
        first = page.word_at(_block_start(page, first - 1))
    return None


def _is_item(page: FoldedText, at: int) -> bool:
    blocks = page.text.blocks
    found = _block(page, at)
    return found is not None and blocks[found].kind == "item"


def _block(page: FoldedText, at: int) -> int | None:
    found = bisect_right(page.text.blocks, page.starts[at], key=lambda block: block.start) - 1
    return found if found >= 0 else None


def _block_start(page: FoldedText, at: int) -> int:
    found = _block(page, at)
    return 0 if found is None else page.text.blocks[found].start
