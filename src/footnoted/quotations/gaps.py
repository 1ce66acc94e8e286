"""Whether an ellipsis keeps to the rules: one passage, in order, and nothing turned round."""

from __future__ import annotations

from footnoted.quotations.findings import Opinion, Remark
from footnoted.quotations.fold import FoldedText
from footnoted.quotations.places import Places
from footnoted.quotations.words import DOUBTING, NEGATIONS

MAX_HIDDEN = 400
"""Words that an ellipsis may leave out; beyond that two passages are joined."""

_HIDING = NEGATIONS | frozenset({"unless", "except", "excepting", "provided", "excluding"})

_WEAK = frozenset({"lack", "lacks", "lacked", "non", "ni", "seldom", "rarely"})
"""Among these the ones that more often negate a thing than a sentence: a person looks."""


def judge_gap(page: FoldedText, places: Places, start: int, end: int) -> Opinion:
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
    _judge_negations(page, start, end, out)
    _judge_doubts(page, start, end, out)
    blocks = places.blocks(page.starts[start - 1], page.ends[end])
    if len({block.article for block in blocks}) > 1:
        out.faults.append(Remark("joins_two_articles", "the ellipsis joins two articles"))
    elif len(blocks) > 1 and any(block.kind == "heading" for block in blocks[1:]):
        out.open.append(Remark("joins_sections", "the ellipsis goes over a heading"))
    out.changes.append(Remark("ellipsis", f"the ellipsis leaves out {len(hidden)} words"))
    return out


def _judge_negations(page: FoldedText, start: int, end: int, out: Opinion) -> None:
    """Find what turns round the sentence on either side of the gap; in between is a note."""
    turning = [i for i in range(start, end) if page.words[i] in _HIDING]
    if not turning:
        return
    stops = [i for i in range(start, end) if _ends_sentence(page, i)]
    first, last = (stops[0], stops[-1]) if stops else (end, start - 1)
    near = [i for i in turning if i <= first or i > last]
    strong = [i for i in near if page.words[i] not in _WEAK]
    found = (strong or near or turning)[0]
    message = f"the ellipsis hides *{' '.join(page.raw(found, min(found + 3, end)).split())}*"
    remark = Remark("ellipsis_hides_negation", message)
    (out.faults if strong else out.notes).append(remark)


def _judge_doubts(page: FoldedText, start: int, end: int, out: Opinion) -> None:
    """Note a word that weakens what the quotation then states flatly; a person looks."""
    found = next((i for i in range(start, end) if page.words[i] in DOUBTING), None)
    if found is not None:
        words = " ".join(page.raw(found, min(found + 3, end)).split())
        out.notes.append(Remark("ellipsis_hides_doubt", f"the ellipsis hides *{words}*"))


def _ends_sentence(page: FoldedText, at: int) -> bool:
    """Say whether a sentence ends with word `at`: a full stop that no abbreviation needs."""
    word = page.words[at]
    if word in {"!", "?"}:
        return True
    content = page.text.content
    if word != ".":
        after = page.starts[at + 1] if at + 1 < len(page.words) else len(content)
        return "\n\n" in content[page.ends[at] : after]
    if at and len(page.words[at - 1]) == 1 and page.words[at - 1].isascii():
        return False
    rest = content[page.ends[at] : page.ends[at] + 4].lstrip(" \n\t\u00a0\"'“”‘’«»)")
    return not rest[:1].islower()
