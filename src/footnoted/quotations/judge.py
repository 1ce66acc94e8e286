"""One alignment of a piece with the page: every difference explained, or named a fault."""

from __future__ import annotations

import unicodedata

from footnoted.quotations.align import Step
from footnoted.quotations.brackets import Setting, judge_bracket, judge_edge_bracket
from footnoted.quotations.edits import name_edit
from footnoted.quotations.findings import Opinion, Remark
from footnoted.quotations.fold import FoldedText, soft_parts
from footnoted.quotations.locate import Match
from footnoted.quotations.parse import BRACKET, Piece, Quotation
from footnoted.quotations.places import Places
from footnoted.quotations.settings import (
    is_serial_comma,
    same_number,
    same_per_cent,
    writes_out,
)
from footnoted.quotations.words import OPEN_ENDINGS, PUNCTUATION

_MAX_FURNITURE = 150


class Judge:
    """Judges pieces of one quotation against one page."""

    def __init__(self, page: FoldedText, places: Places, quotation: Quotation) -> None:
        self.page = page
        self.places = places
        self.quotation = quotation

    def match(self, match: Match) -> Opinion:
        """Judge every step of an alignment."""
        out = Opinion()
        for step in match.steps:
            if step.op == "equal":
                self._case(match.piece, step, out)
            else:
                out.extend(self._edit(match, step))
        return out

    def claim_raw(self, piece: Piece, first: int, last: int) -> str:
        """Return the quotation's words as written."""
        if last <= first:
            return ""
        return self.quotation.text[piece.starts[first] : piece.ends[last - 1]]

    def _edit(self, match: Match, step: Step) -> Opinion:
        piece, page = match.piece, self.page
        claim = piece.words[step.a1 : step.a2]
        source = page.words[step.b1 : step.b2]
        out = Opinion()
        if any(word.startswith(BRACKET) for word in claim):
            return self._bracket(match, step)
        same = _same_ending(claim, source) or self._same_but_hyphens(piece, step)
        if same or self._is_set_otherwise(piece, step) or self._interrupts(claim, step, out):
            return out
        before = self.claim_raw(piece, step.a2, min(step.a2 + 1, len(piece.words)))
        claim_raw = self.claim_raw(piece, step.a1, step.a2)
        source_raw = page.raw(step.b1, step.b2)
        out.faults.append(name_edit(claim, source, claim_raw, source_raw, before))
        return out

    def _interrupts(self, claim: list[str], step: Step, out: Opinion) -> bool:
        """Remark on what only the page's making, or a line of verse, puts between the words."""
        page = self.page
        raw = " ".join(page.raw(step.b1, step.b2).split())[:80]
        if self._is_line_mark(claim, step):
            out.changes.append(Remark("line_mark", "a stroke marks the end of a line"))
        elif not claim and self.places.are_lifted(page, step.b1, step.b2):
            out.notes.append(Remark("page_furniture", f"*{raw}* stands between the words"))
        elif self._is_furniture(step):
            message = f"*{raw}* stands between the words, where a page ends or a note hangs"
            out.open.append(Remark("page_furniture", message))
        else:
            return False
        return True

    def _bracket(self, match: Match, step: Step) -> Opinion:
        piece, page = match.piece, self.page
        claim = piece.words[step.a1 : step.a2]
        own = [word for word in claim if not word.startswith(BRACKET)]
        brackets = [self.quotation.brackets[int(w[1:])] for w in claim if w.startswith(BRACKET)]
        source = page.words[step.b1 : step.b2]
        raw = " ".join(page.raw(step.b1, step.b2).split())
        out = Opinion()
        if own or len(brackets) > 1:
            claim_raw = self.claim_raw(piece, step.a1, step.a2)
            out.faults.append(name_edit(own, source, claim_raw, raw, ""))
            return out
        if self._is_page_mark(step, brackets[0].raw):
            return out
        if self._completes(piece, step, brackets[0].words, source):
            out.changes.append(Remark("bracket", f"{brackets[0].raw} is the author's"))
            return out
        if self._is_glued(piece, step):
            message = f"{brackets[0].raw} changes a word's ending or beginning"
            out.faults.append(Remark("bracket_changes_word", message))
            return out
        if step.a1 == 0 or step.a2 == len(piece.words):
            return self._edge_bracket(match, step)
        before = page.words[step.b1 - 1] if step.b1 else ""
        return judge_bracket(brackets[0], Setting(before, source, raw))

    def _edge_bracket(self, match: Match, step: Step) -> Opinion:
        bracket = self.quotation.brackets[int(match.piece.words[step.a1][1:])]
        page = self.page
        if step.a1 == 0:
            near = range(step.b2 - 1, max(-1, step.b2 - 7), -1)
        else:
            near = range(step.b1, min(len(page.words), step.b1 + 6))
        words = [page.words[i] for i in near]
        size = len(bracket.words)
        beside = words[size - 1 :: -1] if step.a1 == 0 else words[:size]
        if size and tuple(beside) == bracket.words:
            return Opinion()
        stop = next((i for i, word in enumerate(words) if word in PUNCTUATION), len(words))
        raw = page.raw(near[0], near[0] + 1) if near else ""
        return judge_edge_bracket(bracket, words[:stop], raw)

    def _is_glued(self, piece: Piece, step: Step) -> bool:
        """Say whether the bracket is part of a word: `agree[d]`."""
        text = self.quotation.text
        start, end = piece.starts[step.a1], piece.ends[step.a2 - 1]
        return text[max(0, start - 1) : start].isalpha() or text[end : end + 1].isalpha()

    def _completes(
        self, piece: Piece, step: Step, bracket: tuple[str, ...], source: list[str]
    ) -> bool:
        """Say whether the bracket writes out an abbreviation of the source: `Gov[ernor]`."""
        before = piece.words[step.a1 - 1] if step.a1 else ""
        return source == ["."] and self._is_glued(piece, step) and writes_out(before, bracket)

    def _is_page_mark(self, step: Step, raw: str) -> bool:
        """Say whether the bracket is a footnote mark that stands in the page just there."""
        page = self.page
        start = page.ends[step.b1 - 1] if step.b1 else 0
        end = page.starts[step.b2] if step.b2 < len(page.words) else len(page.text.content)
        return raw in page.text.content[start:end]

    def _same_but_hyphens(self, piece: Piece, step: Step) -> bool:
        """Say whether both sides agree once hyphens at line ends may belong to their words."""
        claim = [self.claim_raw(piece, i, i + 1) for i in range(step.a1, step.a2)]
        source = [self.page.raw(i, i + 1) for i in range(step.b1, step.b2)]
        if not claim or not source:
            return False
        spread = [part for raw in source for part in soft_parts(raw)]
        if len(spread) > len(source) and spread == piece.words[step.a1 : step.a2]:
            return True
        spread = [part for raw in claim for part in soft_parts(raw)]
        return len(spread) > len(claim) and spread == self.page.words[step.b1 : step.b2]

    def _is_set_otherwise(self, piece: Piece, step: Step) -> bool:
        """Say whether both sides differ in their setting only: `1,500` and `1500`, `%`."""
        page = self.page
        claim = piece.words[step.a1 : step.a2]
        source = page.words[step.b1 : step.b2]
        before = page.words[max(0, step.b1 - 8) : step.b1]
        after = page.words[step.b2] if step.b2 < len(page.words) else ""
        if claim and source:
            raws = self.claim_raw(piece, step.a1, step.a2), page.raw(step.b1, step.b2)
            numbers = same_number(*raws, page.text.language)
            return numbers or same_per_cent(claim, source, before[-1] if before else "")
        return is_serial_comma(claim, source, before, after)

    def _is_line_mark(self, claim: list[str], step: Step) -> bool:
        """Say whether the author's stroke stands where a line of verse ends on the page."""
        page = self.page
        if claim not in (["/"], ["/", "/"]) or step.b1 != step.b2 or not step.b1:
            return False
        if step.b1 >= len(page.words):
            return False
        return "\n" in page.text.content[page.ends[step.b1 - 1] : page.starts[step.b1]]

    def _is_furniture(self, step: Step) -> bool:
        """Say whether words of the page only, at a page's end or a glued number, interrupt."""
        page = self.page
        if step.a1 < step.a2 or not page.text.pages or step.b2 >= len(page.words) or not step.b1:
            return False
        words = page.words[step.b1 : step.b2]
        if len(words) > _MAX_FURNITURE:
            return False
        if self.places.crosses_page(page.ends[step.b1 - 1], page.starts[step.b2]):
            return True
        before = page.words[step.b1 - 1]
        glued = page.ends[step.b1 - 1] == page.starts[step.b1]
        digits = len(words) == 1 and words[0].isdigit() and len(words[0]) <= 3
        return (
            digits and glued and (before in PUNCTUATION or (len(before) > 2 and before.isalpha()))
        )

    def _case(self, piece: Piece, step: Step, out: Opinion) -> None:
        page = self.page
        titled = self._is_title(step)
        for offset in range(step.a2 - step.a1):
            i, j = step.a1 + offset, step.b1 + offset
            second = i and piece.starts[i] == piece.starts[i - 1]
            if second or (j and page.starts[j] == page.starts[j - 1]):
                continue  # the second word of a contraction: the first one has the capital
            claim, source = self.claim_raw(piece, i, i + 1), page.raw(j, j + 1)
            if claim == source or not any(map(str.isalpha, claim)):
                continue
            if _case_agrees(claim, source, free=titled or i in piece.free_case):
                continue
            if source.isupper() and (_is_capitals(page, j - 1) or _is_capitals(page, j + 1)):
                continue
            message = f"writes *{claim}* where the source has *{source}*"
            out.faults.append(Remark("case_changed", message))

    def _is_title(self, step: Step) -> bool:
        """Say whether the words stand in a headline, which may be set in capitals or not."""
        page = self.page
        start, end = page.starts[step.b1], page.ends[step.b2 - 1]
        blocks = self.places.blocks(start, end)
        if blocks and all(block.kind == "heading" for block in blocks):
            return True
        title = page.text.title
        return bool(title) and " ".join(page.text.content[start:end].split()) in str(title)


def settled(page: FoldedText, match: Match) -> Match:
    """Return a match without words of the page at its ends that a broken word does not need.

    At an end an alignment takes as many words of the page as the piece has there, and `long-`
    / `term` is three words of the piece and one of the page.
    """
    first, last = match.steps[0], match.steps[-1]
    steps = list(match.steps)
    words = match.piece.words
    head = soft_parts(page.raw(first.b2 - 1, first.b2))
    if first.op == "replace" and head == words[: first.a2]:
        steps[0] = Step("replace", 0, first.a2, first.b2 - 1, first.b2)
    tail = soft_parts(page.raw(last.b1, last.b1 + 1))
    if last.op == "replace" and tail == words[last.a1 :]:
        steps[-1] = Step("replace", last.a1, last.a2, last.b1, last.b1 + 1)
    return Match(match.piece, steps[0].b1, steps[-1].b2, tuple(steps))


def _same_ending(claim: list[str], source: list[str]) -> bool:
    """Say whether one side is the contraction of the other (`it's`, `it has`)."""
    if len(claim) != 1 or len(source) != 1:
        return False
    pairs = ((claim[0], source[0]), (source[0], claim[0]))
    return any(full in OPEN_ENDINGS.get(short, ()) for short, full in pairs)


def _case_agrees(claim: str, source: str, *, free: bool) -> bool:
    """Say whether two words that fold alike agree in case, but for a free first letter."""
    left, right = _visible(claim), _visible(source)
    if left == right:
        return True
    if left.lower() != right.lower():  # spelling, contraction, shape: only the capital counts
        return free or left[:1].isupper() == right[:1].isupper()
    return free and left[1:] == right[1:]


def _visible(raw: str) -> str:
    kept = "".join(c for c in raw if unicodedata.category(c) != "Cf" and not c.isspace())
    return unicodedata.normalize("NFKC", kept)


def _is_capitals(page: FoldedText, at: int) -> bool:
    if not 0 <= at < len(page.words):
        return False
    raw = page.raw(at, at + 1)
    return len(raw) > 1 and raw.isupper()
