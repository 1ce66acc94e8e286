"""A quotation and a text to a verdict, for one or for many quotations on the same text."""

from __future__ import annotations

from footnoted.model.text import Text
from footnoted.model.verdicts import Comparison, PartVerdict
from footnoted.quotations.diffs import diff
from footnoted.quotations.engine import Engine, Outcome, is_substantial, tell
from footnoted.quotations.fold import FoldedText
from footnoted.quotations.language import foreign_page, named_on
from footnoted.quotations.places import page_name, wanted_pages

MAX_QUOTATION = 20_000
"""Characters; what is longer is no quotation, and is not compared."""

_UNREADABLE = {
    "script_only": "the page is made by scripts and says nothing without them",
    "empty": "the page is empty",
    "scanned": "the document is made of pictures of pages",
    "encrypted": "the document asks for a password",
    "unsupported_type": "no reader for this kind of file",
    "broken": "the file could not be read",
    "too_costly": "the file would take too much memory or time to read",
}


def prepare(text: Text) -> FoldedText:
    """Fold a text once, so that many quotations can be compared with it."""
    return FoldedText(text)


def compare_quotation(
    quotation: str,
    text: Text | FoldedText,
    *,
    page: str | None = None,
    speaker: str | None = None,
) -> Comparison:
    """Compare a quotation with a text; `page` is a locator such as `p 11`, looked at first.

    `speaker` is who is quoted, where the paper says so: words that the page gives to somebody
    else are `unchecked`.

    Verdicts: `verbatim`, the same characters but for white space; `typographic`, the same
    words after typesetting, spelling and contractions; `edited`, with ellipses and brackets
    within the rules; `altered`, most words stand there, with a difference that nothing
    explains; `absent`; `unchecked` with a reason. A verdict is beside `needs_review` where a
    person should look. Never raises, whatever the input.
    """
    folded = text if isinstance(text, FoldedText) else prepare(text)
    text = folded.text
    if text.unreadable:
        return _unchecked(text.unreadable, _UNREADABLE[text.unreadable])
    if len(quotation) > MAX_QUOTATION:
        return _unchecked("too_long", f"longer than {MAX_QUOTATION} characters")
    if not any(map(str.isalnum, quotation)):
        return _unchecked("nothing_to_compare", "no word or number in the quotation")
    engine = Engine(folded, speaker)
    outcome = engine.best(quotation, page)
    if outcome is None or not _stands(outcome):
        return _not_found(quotation, text)
    return _verdict(quotation, engine, outcome, page)


def _stands(outcome: Outcome) -> bool:
    """Say whether the outcome is worth showing: most words of most pieces stand there."""
    if not outcome.opinion.faults and not outcome.missing:
        return True
    shown = [match for match in outcome.matches if is_substantial(match)]
    size = sum(len(match.piece.words) for match in shown)
    missing = sum(len(piece.words) for piece in outcome.missing)
    rest = sum(len(m.piece.words) for m in outcome.matches if not is_substantial(m))
    return bool(shown) and size >= missing + rest


def _verdict(quotation: str, engine: Engine, outcome: Outcome, locator: str | None) -> Comparison:
    folded, opinion = engine.page, outcome.opinion
    start, end = folded.starts[outcome.start], folded.ends[outcome.end - 1]
    wording = folded.text.content[start:end]
    remarks = [*opinion.faults, *opinion.open, *opinion.notes]
    reason = remarks[0].reason if remarks else None
    if opinion.faults or outcome.missing:
        verdict = PartVerdict.ALTERED
        reason = reason if opinion.faults else "part_missing"
    elif opinion.open:
        verdict = PartVerdict.UNCHECKED
    elif outcome.edited or opinion.changes:
        verdict = PartVerdict.EDITED
    else:
        same = _same_characters(quotation, wording, outcome)
        verdict = PartVerdict.VERBATIM if same else PartVerdict.TYPOGRAPHIC
    pages, elsewhere = _pages(engine, outcome, locator)
    missing = [
        f"*{outcome.quotation.text[p.starts[0] : p.ends[-1]][:80]}* does not stand there"
        for p in outcome.missing
    ]
    message = "; ".join(filter(None, [tell(remarks), *missing[:2], elsewhere]))
    return Comparison(
        verdict=verdict,
        reason=reason or ("other_page" if elsewhere else None),
        message=message or _plain_message(verdict, outcome),
        span=(start, end),
        source_wording=wording,
        diff=() if verdict is PartVerdict.VERBATIM else diff(folded, outcome),
        page=pages,
        needs_review=bool(opinion.open or opinion.notes),
    )


def _same_characters(quotation: str, wording: str, outcome: Outcome) -> bool:
    piece = outcome.matches[0].piece
    claimed = outcome.quotation.text[piece.starts[0] : piece.ends[-1]]
    return claimed.split() == wording.split() or quotation.split() == wording.split()


def _plain_message(verdict: PartVerdict, outcome: Outcome) -> str:
    if verdict is PartVerdict.VERBATIM:
        return "the same words"
    if verdict is PartVerdict.TYPOGRAPHIC:
        return "the same words, set or spelt otherwise"
    return tell(outcome.opinion.changes) or "the same words, with the author's marks"


def _pages(engine: Engine, outcome: Outcome, locator: str | None) -> tuple[str | None, str | None]:
    """Return the page that the words stand on, and words for it if another one was named."""
    folded, places = engine.page, engine.places
    first = places.page(folded.starts[outcome.start])
    last = places.page(folded.ends[outcome.end - 1] - 1)
    if not first or not last:
        return None, None
    name = page_name(first) if first is last else f"{page_name(first)}-{page_name(last)}"
    elsewhere = bool(wanted_pages(locator)) and not outcome.on_page
    return name, f"stands on page {name}, not on {locator}" if elsewhere else None


def _not_found(quotation: str, text: Text) -> Comparison:
    other = foreign_page(quotation, text.content, text.language)
    if other is None:
        return Comparison(PartVerdict.ABSENT, "not_found", "these words do not stand there")
    present = named_on(quotation, text.content)
    help_ = f"; of its figures and names these stand there: {', '.join(present)}" if present else ""
    return _unchecked("other_language", f"the page is in another language ({other}){help_}")


def _unchecked(reason: str, message: str) -> Comparison:
    return Comparison(PartVerdict.UNCHECKED, reason, message)
