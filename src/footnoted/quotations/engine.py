"""A quotation and a page to one outcome: find, align, judge, and take the best place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice, pairwise

from footnoted.quotations.align import Step
from footnoted.quotations.claimed import judge_clause_start, judge_partitive
from footnoted.quotations.cuts import judge_capital, judge_end, judge_start
from footnoted.quotations.ends import final_mark, judge_mark
from footnoted.quotations.findings import Opinion, Remark
from footnoted.quotations.fold import FoldedText
from footnoted.quotations.gaps import MAX_HIDDEN, Seam, judge_gap
from footnoted.quotations.judge import Judge, settled
from footnoted.quotations.locate import MAX_PLACES, Match, exact, exact_at, nearest
from footnoted.quotations.parse import BRACKET, Piece, Quotation, literal, parse_quotation
from footnoted.quotations.places import Places, wanted_pages
from footnoted.quotations.speakers import judge_speaker
from footnoted.quotations.words import FUNCTION_WORDS, PUNCTUATION

_FURNITURE_SPAN = 250
_MAX_JUDGED = 600
"""Places times pieces that are judged at most: a quotation of many pieces has fewer tries."""


@dataclass(slots=True)
class Outcome:
    """Where a quotation was found, or nearly, and what is to be said of it."""

    quotation: Quotation
    matches: list[Match]
    opinion: Opinion
    edited: bool
    on_page: bool = True
    missing: list[Piece] = field(default_factory=list)

    @property
    def start(self) -> int:
        """The first word of the page that belongs to it."""
        return min(match.start for match in self.matches)

    @property
    def end(self) -> int:
        """The word after the last one."""
        return max(match.end for match in self.matches)

    def rank(self) -> tuple[int, ...]:
        """Return numbers to compare outcomes by: the less, the better."""
        lacking = len(self.missing) + sum(not is_substantial(match) for match in self.matches)
        equal = sum(match.equal for match in self.matches)
        return (lacking, *self.opinion.rank(), not self.on_page, -equal, self.start)


class Engine:
    """Compares quotations with one folded page."""

    def __init__(self, page: FoldedText, speaker: str | None = None) -> None:
        self.page = page
        self.speaker = speaker
        self.places = Places(page.text)

    def best(self, quotation: str, locator: str | None) -> Outcome | None:
        """Return the best outcome of a quotation on this page, None where too little stands."""
        piece = literal(quotation)
        whole = Quotation(quotation, [piece], [], case_changed=False)
        places = self._verbatim(quotation, piece) or exact(self.page, piece)
        marked = (match for match in places if self._has_marks(match))
        best = _best(self._outcome(whole, [match], locator) for match in marked)
        if best and not best.opinion.faults:
            return best
        parsed = parse_quotation(quotation)
        if not parsed.pieces:
            return best
        chained = self._chain(parsed, locator)
        return min((o for o in (best, chained) if o), key=Outcome.rank, default=None)

    def _verbatim(self, quotation: str, piece: Piece) -> list[Match]:
        """Return where the very characters stand, at the bounds of words."""
        if not piece.words:
            return []
        wanted = quotation[piece.starts[0] : piece.ends[-1]]
        places = islice(self.page.find_raw(wanted, piece.words), MAX_PLACES)
        return [exact_at(piece, at) for at in places]

    def _has_marks(self, match: Match) -> bool:
        """Say whether the marks in a quotation's brackets stand in the page just there."""
        page = self.page
        for index, raw in match.piece.marks:
            at = match.start + index
            start = page.ends[at - 1] if at else 0
            end = page.starts[at] if at < len(page.words) else len(page.text.content)
            if raw not in page.text.content[start:end]:
                return False
        return True

    def _outcome(self, quotation: Quotation, matches: list[Match], locator: str | None) -> Outcome:
        judge = Judge(self.page, self.places, quotation)
        matches = [settled(self.page, match) for match in matches]
        opinion = Opinion()
        for match in matches:
            opinion.extend(judge.match(match))
        for left, right in pairwise(matches):
            seam = self._seam(quotation, left, right)
            opinion.extend(judge_gap(self.page, self.places, left.end, right.start, seam))
            opinion.extend(_only_words(judge_end(self.page, left.end)))
            opinion.extend(_only_words(judge_start(self.page, right.start)))
        opinion.extend(self._ends(quotation, matches))
        outcome = Outcome(quotation, matches, opinion, quotation.edited)
        start, end = self.page.starts[outcome.start], self.page.ends[outcome.end - 1]
        for span in (span for match in matches for span in self._spans(match)):
            opinion.extend(self.places.opinion(*span))
            opinion.extend(judge_speaker(self.places, *span, self.speaker))
        outcome.on_page = self._on_page(start, end, locator)
        return outcome

    def _spans(self, match: Match) -> list[tuple[int, int]]:
        """Return where a match stands, without the captions and the like that interrupt it."""
        page, first = self.page, match.start
        spans = []
        for step in match.steps:
            if step.op == "delete" and self.places.are_lifted(page, step.b1, step.b2):
                spans.append((page.starts[first], page.ends[step.b1 - 1]))
                first = step.b2
        return [*spans, (page.starts[first], page.ends[match.end - 1])]

    def _ends(self, quotation: Quotation, matches: list[Match]) -> Opinion:
        """Judge both ends of the whole, unless a change stands there already."""
        out = Opinion()
        for match in matches:
            first = match.start
            if match.steps[0].op == "equal" and _is_capital(quotation, match, self.page):
                claimed = judge_capital(self.page, first)
                out.extend(claimed if claimed.faults else judge_clause_start(self.page, first))
        begins, last = _bare_start(matches[0]), _bare_end(matches[-1])
        if begins is not None:
            out.extend(judge_start(self.page, begins))
            out.extend(judge_partitive(self.page, begins))
        if last is not None:
            mark = final_mark(quotation.text)
            ends = self.page.words[last : last + 1] in (["."], ["!"], ["?"])
            if not (mark and ends):
                out.extend(judge_end(self.page, last))
            out.extend(judge_mark(self.page, last, mark))
        return out

    def _seam(self, quotation: Quotation, left: Match, right: Match) -> Seam:
        """Return how the author wrote the two sides of an ellipsis."""
        text = quotation.text
        end, start = left.piece.ends[-1], right.piece.starts[0]
        between = text[end:start].lstrip(" \"'”’»)]")
        dots = between.startswith((".", "。", "!", "?"))
        spaced = between[1:2].isspace() and "…" in between
        four = between.replace(" ", "").replace("\u00a0", "").startswith("....")
        closed = dots and (four or spaced or between[1:2] in "[(…" or "[" in between)
        small = text[start].islower() and self.page.raw(right.start, right.start + 1)[:1].isupper()
        return Seam(closed, small, marked=start in quotation.letters)

    def _on_page(self, start: int, end: int, locator: str | None) -> bool:
        wanted = wanted_pages(locator)
        pages = [p for p in (self.places.page(start), self.places.page(end - 1)) if p]
        if not wanted or not pages:
            return True
        names = {(page.label or "").lower() for page in pages} | {str(p.number) for p in pages}
        return not wanted.isdisjoint(names)

    def _chain(self, quotation: Quotation, locator: str | None) -> Outcome | None:
        """Find all pieces, in order and near each other where that can be."""
        pieces = quotation.pieces
        if len(pieces) == 1:
            options = self._single(pieces[0])
            return _best(self._outcome(quotation, [match], locator) for match in options)
        anchor, places = self._anchor(pieces)
        most = max(3, _MAX_JUDGED // len(pieces))
        return _best(self._joined(quotation, anchor, place, locator) for place in places[:most])

    def _joined(
        self,
        quotation: Quotation,
        anchor: int,
        place: Match,
        locator: str | None,
    ) -> Outcome:
        """Return the outcome of all pieces around one that is placed."""
        found = self._around(quotation.pieces, anchor, place)
        outcome = self._outcome(quotation, [match for match in found if match], locator)
        outcome.missing = [p for p, m in zip(quotation.pieces, found, strict=True) if not m]
        return outcome

    def _single(self, piece: Piece) -> Iterable[Match]:
        """Return the likeliest places of a piece: exact ones, else the nearest."""
        found = exact(self.page, piece) if piece.plain() else []
        if found:
            return found
        matches = nearest(self.page, piece)
        return [self._over_furniture(match) or match for match in matches]

    def _anchor(self, pieces: list[Piece]) -> tuple[int, list[Match]]:
        """Return the piece that stands in the fewest places, and these; longest first."""
        best: tuple[int, list[Match]] = (0, [])
        for index in sorted(range(len(pieces)), key=lambda i: -len(pieces[i].words))[:6]:
            places = exact(self.page, pieces[index]) if pieces[index].plain() else []
            if places and (not best[1] or len(places) < len(best[1])):
                best = (index, places)
            if len(best[1]) == 1:
                break
        if best[1]:
            return best
        index = max(range(len(pieces)), key=lambda i: len(pieces[i].words))
        return index, nearest(self.page, pieces[index])

    def _around(self, pieces: list[Piece], anchor: int, place: Match) -> list[Match | None]:
        """Find the other pieces outwards from one that is placed."""
        found: list[Match | None] = [None] * len(pieces)
        found[anchor] = place
        edge = place.end
        for index in range(anchor + 1, len(pieces)):
            found[index] = self._after(pieces[index], edge)
            edge = found[index].end if found[index] else edge  # type: ignore[union-attr]
        edge = place.start
        for index in range(anchor - 1, -1, -1):
            found[index] = self._before(pieces[index], edge)
            edge = found[index].start if found[index] else edge  # type: ignore[union-attr]
        return found

    def _after(self, piece: Piece, edge: int) -> Match | None:
        reach = edge + MAX_HIDDEN + len(piece.words) + 20
        if piece.plain():
            at = next(self.page.find(piece.words, edge, reach), None)
            if at is not None:
                return exact_at(piece, at)
        return self._loosely(piece, edge, reach)

    def _before(self, piece: Piece, edge: int) -> Match | None:
        reach = max(0, edge - MAX_HIDDEN - len(piece.words) - 20)
        if piece.plain():
            at = self.page.find_last(piece.words, edge)
            if at is not None and at >= reach:
                return exact_at(piece, at)
        return self._last(self._loosely(piece, reach, edge), edge)

    def _last(self, match: Match | None, edge: int) -> Match | None:
        """Return the last place before `edge` that keeps as much of a piece as `match` does."""
        while match and match.end <= edge:
            later = nearest(self.page, match.piece, match.start + 1, edge)
            if not later or later[0].equal < match.equal or later[0].start <= match.start:
                break
            match = later[0]
        return match

    def _loosely(self, piece: Piece, first: int, last: int) -> Match | None:
        """Find a piece changed within reach, else exact elsewhere (too far, or reversed)."""
        near = nearest(self.page, piece, first, min(last, len(self.page.words)))
        if near and is_substantial(near[0]):
            return near[0]
        elsewhere = exact(self.page, piece) if piece.plain() else nearest(self.page, piece)
        usable = [match for match in elsewhere if is_substantial(match)]
        return min(usable, key=lambda m: abs(m.start - first), default=None)

    def _over_furniture(self, match: Match) -> Match | None:
        """Align again in two parts where a page's end may stand between them.

        What stands at the foot of a page, as notes, parts a sentence that goes on overleaf.
        """
        first = match.steps[0]
        done, edge = first.a2, first.b2
        rest = match.piece.words[done:]
        if first.op != "equal" or done < 2 or len(rest) < 2:
            return None
        at = next(self.page.find(rest, edge, edge + _FURNITURE_SPAN + len(rest)), None)
        if at is None or not (self.page.text.pages or self.places.are_lifted(self.page, edge, at)):
            return None
        size = len(rest)
        bridge = Step("delete", done, done, edge, at)
        last = Step("equal", done, done + size, at, at + size)
        return Match(match.piece, match.start, at + size, (first, bridge, last))


def _best(outcomes: Iterable[Outcome]) -> Outcome | None:
    """Return the best outcome: the first one without any remark, else that of least rank."""
    best: Outcome | None = None
    for outcome in outcomes:
        if best is None or outcome.rank() < best.rank():
            best = outcome
        if outcome.on_page and not outcome.missing and not any(outcome.opinion.rank()):
            break
    return best


def _bare_start(match: Match) -> int | None:
    """Return the page's word where the words quoted begin; None where a change stands there."""
    step = match.steps[0]
    if step.op == "equal":
        return match.start
    marked = match.piece.words[step.a1 : step.a2]
    return step.b2 if len(marked) == 1 and marked[0].startswith(BRACKET) else None


def _bare_end(match: Match) -> int | None:
    """Return the page's word after the words quoted; None where a change stands there."""
    step = match.steps[-1]
    if step.op == "equal":
        return match.end
    marked = match.piece.words[step.a1 : step.a2]
    return step.b1 if len(marked) == 1 and marked[0].startswith(BRACKET) else None


def _is_capital(quotation: Quotation, match: Match, page: FoldedText) -> bool:
    """Say whether the author begins a piece with a capital that the source has not."""
    written = quotation.text[match.piece.starts[0]]
    return written.isupper() and page.raw(match.start, match.start + 1)[:1].islower()


def is_substantial(match: Match) -> bool:
    """Say whether enough of a piece stands in a place for a reader to see it there."""
    words = match.piece.words
    equal = [w for s in match.steps if s.op == "equal" for w in words[s.a1 : s.a2]]
    telling = [w for w in equal if w not in PUNCTUATION]
    wanted = [w for w in words if w not in PUNCTUATION]
    if telling == wanted:
        return True
    content = [w for w in wanted if w not in FUNCTION_WORDS]
    kept = sum(w not in FUNCTION_WORDS for w in telling)
    return len(telling) >= 2 and 2 * len(telling) >= len(wanted) and 2 * kept >= len(content)


def _only_words(opinion: Opinion) -> Opinion:
    """Return what an opinion on a cut at an ellipsis is: half words; the gap has the rest."""
    reasons = {"cut_inside_word", "cut_inside_number", "hedge_cut"}
    faults = [fault for fault in opinion.faults if fault.reason in reasons]
    return Opinion(faults=faults)


def tell(remarks: Iterable[Remark]) -> str:
    """Return remarks in words, once each, three at most."""
    messages = list(dict.fromkeys(remark.message for remark in remarks))
    more = f"; and {len(messages) - 3} more" if len(messages) > 3 else ""
    return "; ".join(messages[:3]) + more
