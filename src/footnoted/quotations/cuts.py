"""What stands at the ends of a cut: half a word, half a number, a negation, an exception."""

from __future__ import annotations

from bisect import bisect_left

from footnoted.model.text import Block
from footnoted.quotations.findings import Opinion, Remark
from footnoted.quotations.fold import FoldedText
from footnoted.quotations.words import (
    CURRENCIES,
    DOUBTING,
    EXCEPTIONS,
    GOVERNING,
    NUMBER_WORDS,
    PUNCTUATION,
    RESERVATIONS,
    SCALES,
    SIGNS,
)

_LOOK_BACK = 3
_LOOK_BACK_OVER_THAT = 8
"""So many words before a cut are searched; more where *that* makes all of it a clause of theirs."""

_BETWEEN = frozenset(
    (
        *("yet", "really", "even", "fully", "always", "necessarily", "been", "be", "being"),
        *("a", "an", "any", "the", "to", "that", "only", "just", "very", "so", "as"),
        *("quite", "entirely", "ever", "at", "all"),
    )
)
"""Words through which a negation or doubt before a cut still reaches the words quoted."""

_HEDGES = frozenset(
    {"least", "most", "than", "almost", "nearly", "about", "over", "under", "around"}
    | {"some", "approximately", "roughly"}
)
"""Words that make the number after them a bound or an estimate."""

_MEASURES = SCALES | frozenset(
    [
        "km",
        "kg",
        "km²",
        "tonnes",
        "tons",
        "hectares",
        "acres",
        "barrels",
        "dollars",
        "euros",
        "pounds",
        "yuan",
        "roubles",
        "rubles",
        "usd",
        "eur",
        "kilometres",
        "kilometers",
        "bcm",
        "mw",
        "gw",
        "gwh",
        "twh",
    ]
)
_RIGHT_GOVERNING = GOVERNING - {"without", "ohne", "sin", "sans", "без", "non", "ne", "ni"}


def judge_start(page: FoldedText, at: int) -> Opinion:
    """Judge the cut before word `at` of the page."""
    out = Opinion()
    if at == 0:
        return out
    before, first = page.words[at - 1], page.words[at]
    if _glued(page, at - 1) and (_is_compound(page, at - 1) or _joins(before, first)):
        out.faults.append(_inside_word(page.raw(max(0, at - 2), at + 1)))
    elif _starts_in_number(page, at):
        raw = page.raw(max(0, at - 2 if before == "-" else at - 1), at + 1)
        out.faults.append(Remark("cut_inside_number", f"the source has *{raw}*"))
    elif before in {"minus", "negative"} and _is_number(first):
        raw = page.raw(at - 1, at + 1)
        out.faults.append(Remark("cut_inside_number", f"the source has *{raw}*"))
    elif before in GOVERNING and not _apart(page, at):
        words = page.raw(at - 1, at + 1)
        out.faults.append(Remark("negation_cut", f"the source has *{words}*: *{before}* is cut"))
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
    if glued and ((at + 1 < len(page.words) and _is_compound(page, at)) or _joins(last, after)):
        out.faults.append(_inside_word(page.raw(at - 1, at + 2)))
    elif glued and after.startswith("^"):
        raw = page.raw(max(0, at - 2), at + 1)
        out.faults.append(Remark("cut_inside_number", f"the source goes on: *{raw}*"))
    elif _number_goes_on(page, at):
        raw = page.raw(at - 1, at + 1)
        out.faults.append(Remark("cut_inside_number", f"the source goes on: *{raw}*"))
    elif after in _RIGHT_GOVERNING and not _apart(page, at):
        out.faults.append(_goes_on("negation_cut", page, at))
    else:
        _look_ahead(page, at, out)
    return out


def _apart(page: FoldedText, at: int) -> bool:
    """Say whether word `at` begins another block than the word before it stands in.

    A line break alone is none: plain text is wrapped in mid-sentence.
    """
    blocks = page.text.blocks
    after = bisect_left(blocks, page.ends[at - 1], key=_start)
    return after < len(blocks) and blocks[after].start <= page.starts[at]


def _start(block: Block) -> int:
    return block.start


def _number_goes_on(page: FoldedText, at: int) -> bool:
    """Say whether the number before word `at` goes on with it: `12 345`, `one hundred`."""
    last, after = page.words[at - 1], page.words[at]
    if _apart(page, at) or not _is_number(last):
        return False
    if after in _MEASURES or (_glued(page, at - 1) and after in SIGNS):
        return True
    grouped = last[0].isdigit() and after.isdigit() and len(after) == 3
    return grouped or (last in NUMBER_WORDS and after in NUMBER_WORDS and after != "first")


def _glued(page: FoldedText, at: int) -> bool:
    """Say whether nothing stands between word `at` and the next one."""
    return page.ends[at] == page.starts[at + 1]


def _joins(left: str, right: str) -> bool:
    """Say whether two glued words are one to a reader: `5bn`, `G20`; not two Chinese ones."""
    return left[-1].isalnum() and right[0].isalnum() and (left[-1].isascii() or right[0].isascii())


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


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word[-1].isdigit() or word in NUMBER_WORDS


def _starts_in_number(page: FoldedText, at: int) -> bool:
    before, first = page.words[at - 1], page.words[at]
    if first in SCALES and _is_number(before):
        return True
    if not _is_number(first):
        return False
    if before in CURRENCIES or (before in SIGNS and _glued(page, at - 1)):
        return True
    if before == "-":
        return _glued(page, at - 1) and not (at > 1 and _glued(page, at - 2))
    if before[0].isdigit() and first[0].isdigit():
        return len(first) == 3  # digit groups with blanks: 1 234 567
    # Chinese numerals are single characters: 十 before 五 belongs to it
    return before in NUMBER_WORDS and first in NUMBER_WORDS and before not in {"first", "second"}


def _inside_word(raw: str) -> Remark:
    return Remark("cut_inside_word", f"the source has *{raw}*: the cut is inside a word")


def _look_back(page: FoldedText, at: int, out: Opinion) -> None:
    """Note a negation, doubt or hedge a few words before the cut, in the same clause."""
    if page.words[at - 1] in _HEDGES and _is_number(page.words[at]):
        raw = " ".join(page.raw(max(0, at - 2), at + 1).split())
        out.notes.append(Remark("hedge_cut", f"the source has *{raw}*"))
    over_that = page.words[at - 1] == "that"
    reach = _LOOK_BACK_OVER_THAT if over_that else _LOOK_BACK
    for index in range(at - 1, max(-1, at - 1 - reach), -1):
        word = page.words[index]
        if index < at - 1 and not over_that and page.words[index + 1] not in _BETWEEN:
            return
        if word in PUNCTUATION or _apart(page, index + 1):
            return
        if word in GOVERNING or word in DOUBTING:
            raw = " ".join(page.raw(index, at).split())
            out.notes.append(Remark("negation_near_cut", f"the source has *{raw}* before it"))
            return


def _look_ahead(page: FoldedText, at: int, out: Opinion) -> None:
    """Find an exception that the source goes on with, a comma or dash before it or none."""
    comma = page.words[at] in {",", "-", "("}
    start = at + 1 if comma else at
    if start >= len(page.words) or page.words[at] in {".", "!", "?"}:
        return
    if "\n" in page.text.content[page.ends[at - 1] : page.starts[start]]:
        return
    ahead = f"{' '.join(page.words[start : start + 4])} "
    if any(ahead.startswith(f"{words} ") for words in EXCEPTIONS) or ahead.startswith("除 "):
        weaker = comma and page.words[start] in {"not", "never", "nor"}
        (out.notes if weaker else out.faults).append(_goes_on("goes_on_exception", page, start))
    elif page.words[start] in RESERVATIONS:
        out.notes.append(_goes_on("goes_on_reservation", page, start))


def _goes_on(reason: str, page: FoldedText, at: int) -> Remark:
    words = " ".join(page.raw(at, min(at + 5, len(page.words))).split())
    return Remark(reason, f"the source goes on: *{words} …*")
