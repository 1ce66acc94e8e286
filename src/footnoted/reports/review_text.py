"""A case for a person, on a terminal: what is claimed beside what was seen, and why it is asked.

Every word from outside passes `plain`, so that no page moves the cursor or turns the order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from footnoted.judgements import told_by
from footnoted.model.report import CaseDoc, EvidenceDoc, LinkDoc, PartDoc
from footnoted.reports import overview
from footnoted.reports.cards import changes, diff_pieces, evidence_line
from footnoted.reports.judged import WHY
from footnoted.reports.readings import in_words, reading
from footnoted.reports.review_queue import Queue, Waiting
from footnoted.reports.terminal import columns, cut, fitted, plain
from footnoted.reports.words import BASES, CLAIMS, LINKS, PARTS, plural, reason_words

Shade = Literal["", "label", "title", "context", "mark", "out", "in", "doubt", "bad"]
_LABEL = 11
_WIDEST = 96
_NARROWEST = 40
_TITLE_LINES: Final = "─"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one shade; a terminal without colour shows them as they are."""

    text: str
    shade: Shade = ""


TextLine = tuple[Piece, ...]


def case_lines(one: Waiting, at: int, total: int, width: int) -> list[TextLine]:
    """Return a case's lines, none wider than `width` columns (from 40 to 96)."""
    width = max(_NARROWEST, min(width, _WIDEST))
    lines = [_title(one, at, total, width), (Piece(_TITLE_LINES * width, "context"),)]
    for label, pieces in _rows(one):
        lines += _folded(label, pieces, width)
    return lines


def help_lines(keys: Iterable[tuple[str, str, str]], width: int) -> list[TextLine]:
    """Return what each key does: the key, its word, and what comes of it."""
    width = max(_NARROWEST, min(width, _WIDEST))
    return [
        line for key, word, told in keys for line in _folded(f"{key} {word}", [Piece(told)], width)
    ]


def list_lines(queue: Queue, width: int) -> Iterator[str]:
    """Yield a line for each case that waits, in `width` columns, and how many there are."""
    for at, one in enumerate(queue.waiting, start=1):
        again = "again: " if one.case.state == "stale" else ""
        notes = f"note {', '.join(one.claim.notes)}, " if one.claim.notes else ""
        about = _about(one.case, one.part)
        told = f"{notes}{one.claim.id}: {again}{WHY[one.case.why]}{about}"
        yield cut(f"{at:>4}  {plain(told)}", width)
    count = plural(len(queue.waiting), "verdict")
    yield f"{count} for a person to judge" if queue.waiting else "nothing waits for a person"
    if queue.outdated:
        yield outdated_words(queue)


def outdated_words(queue: Queue) -> str:
    """Say which claims cannot be judged, since their records changed after the audit."""
    names = ", ".join(map(plain, queue.outdated[:5]))
    more = f" and {len(queue.outdated) - 5} more" if len(queue.outdated) > 5 else ""
    return f"changed since the audit, run footnoted check first: {names}{more}"


def _about(case: CaseDoc, part: PartDoc | None) -> str:
    if part is None:
        return ""
    return f": “{part.text}”" if case.kind == "quotation" else f": {case.words}"


def _title(one: Waiting, at: int, total: int, width: int) -> TextLine:
    word = PARTS[one.part.verdict] if one.part else CLAIMS[one.claim.verdict]
    left = f"{at} of {total}  {word.symbol} {word.title}: {WHY[one.case.why]}"
    right = plain(one.claim.id)
    room = width - columns(right) - 2
    if room < columns(left):
        return (Piece(cut(left, width), "title"),)
    return (Piece(fitted(left, room + 2), "title"), Piece(right, "context"))


def _rows(one: Waiting) -> Iterator[tuple[str, list[Piece]]]:
    """Yield what there is to see of a case: a label, and the words beside it."""
    yield "Claim", [Piece(plain(overview.claim_title(one.claim)))]
    if one.claim.sentence:
        yield "Sentence", [Piece(plain(one.claim.sentence))]
    for note in one.notes:
        yield f"Note {plain(note.label)}", [Piece(plain(note.text or "not printed"))]
    part = one.part
    if part is not None:
        yield from _of_part(part)
    else:
        for other in one.claim.parts:
            yield from _of_part(other)
        yield from _of_pages(one)
    yield "Why", [Piece(plain(_why(one)))]
    yield from _earlier(one)


def _why(one: Waiting) -> str:
    part = one.part
    if part is not None:
        return in_words(part.message) or PARTS[part.verdict].meaning
    return reason_words(one.claim.reason, one.claim.message) or WHY[one.case.why]


def _of_part(part: PartDoc) -> Iterator[tuple[str, list[Piece]]]:
    told = [one for one in (part.speaker, part.measure, part.period) if one]
    beside = f"  ({plain(', '.join(told))})" if told else ""
    words = f"“{plain(part.text)}”" if part.kind == "quotation" else plain(part.text)
    yield "Paper", [Piece(words, "mark"), Piece(beside, "context")]
    if part.source_wording is not None:
        around = (_around(part.context_before), _around(part.context_after))
        yield (
            "Source",
            [
                Piece(around[0], "context"),
                Piece(f"»{plain(part.source_wording)}«", "mark"),
                Piece(around[1], "context"),
            ],
        )
    elif part.evidence is not None:
        there = "it is not there" if part.verdict == "absent" else "not compared with it"
        yield "Source", [Piece(there, "doubt")]
    if changes(part):
        yield "Changes", _diff(part)
    if part.claim_reads or part.source_reads:
        ours, theirs = reading(part.claim_reads) or "?", reading(part.source_reads) or "?"
        yield "Read as", [Piece(plain(ours), "mark"), Piece(" in the paper, "),
                          Piece(plain(theirs), "mark"), Piece(" in the source")]  # fmt: skip
    if part.evidence is not None:
        yield "Evidence", [Piece(_evidence(part.evidence, part.page))]


def _around(context: str | None) -> str:
    """Return words around the place as one line, the space beside it kept."""
    text = context or ""
    if not text.strip():
        return " " if text else ""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() else ""
    return f"{before}{plain(text)}{after}"


def _diff(part: PartDoc) -> list[Piece]:
    """Return the way from the source's words to the paper's, marked also without colour."""
    shades: dict[str, tuple[str, str, Shade]] = {
        "equal": ("", "", "context"),
        "del": ("[-", "-]", "out"),
        "ins": ("{+", "+}", "in"),
    }
    found = []
    for kind, text in diff_pieces(part):
        first, last, shade = shades[kind]
        found.append(Piece(f"{first}{_around(text)}{last}", shade))
    return found


def _evidence(seen: EvidenceDoc, page: str | None = None) -> str:
    where = f", page {page}" if page else ""
    address = seen.view_url or seen.url or seen.obtained or seen.source
    return plain(f"{BASES[seen.basis].title}{where}, {evidence_line(seen)}: {address}")


def _of_pages(one: Waiting) -> Iterator[tuple[str, list[Piece]]]:
    """Yield the pages to be read, and where in them; else what became of the claim's links."""
    shown = {part.evidence.url for part in one.claim.parts if part.evidence}
    for page in one.case.pages:
        title = [Piece(f"“{plain(page.title)}” ", "mark")] if page.title else []
        if page.url not in shown or page.url is None:
            yield "Read", [*title, Piece(_evidence(page))]
    for source, locator in one.locators:
        yield "At", [Piece(plain(f"{locator} of {source}"))]
    if not one.case.pages:
        for link in one.links:
            yield "Link", [Piece(_link(link))]


def _link(link: LinkDoc) -> str:
    return plain(f"{LINKS[link.verdict].title}: {link.url}")


def _earlier(one: Waiting) -> Iterator[tuple[str, list[Piece]]]:
    judged = one.earlier
    if judged is None:
        return
    yield "Judged", [Piece(plain(told_by(judged)))]
    if one.case.changed:
        yield "Since then", [Piece(plain("; ".join(one.case.changed)), "doubt")]


def _folded(label: str, pieces: Iterable[Piece], width: int) -> Iterator[TextLine]:
    """Yield a label and the words beside it, broken at spaces, and in a long word where it must."""
    head = fitted(cut(label, _LABEL - 1), _LABEL)
    room = width - _LABEL
    line: list[Piece] = []
    used = 0
    for piece in pieces:
        for token in _tokens(piece.text, room):
            size = columns(token)
            if used + columns(token.rstrip()) > room:
                yield _line(head, line)
                head, line, used = " " * _LABEL, [], 0
                token, size = token.lstrip(), columns(token.lstrip())  # noqa: PLW2901
            if token:
                line.append(Piece(token, piece.shade))
                used += size
    if line:
        yield _line(head, line)


def _tokens(text: str, room: int) -> Iterator[str]:
    """Yield words with the space behind them; of one that fits in no line, pieces that do."""
    for token in re.findall(r"\S+\s*|\s+", text):
        while columns(token) > room and len(token.strip()) > 1:
            size = next(n for n in range(len(token), 0, -1) if columns(token[:n]) <= room)
            yield token[:size]
            token = token[size:]  # noqa: PLW2901
        yield token


def _line(head: str, pieces: list[Piece]) -> TextLine:
    """Return a line, pieces of one shade joined."""
    joined: list[Piece] = [Piece(head, "label")]
    for piece in pieces:
        if joined[-1].shade == piece.shade:
            joined[-1] = Piece(joined[-1].text + piece.text, piece.shade)
        else:
            joined.append(piece)
    last = joined[-1]
    return (*joined[:-1], Piece(last.text.rstrip(), last.shade))
