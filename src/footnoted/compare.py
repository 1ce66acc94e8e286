"""One quotation or figure beside a source whose bytes or words the caller has.

>>> from footnoted import compare
>>> page = "<p>Trade came to $2.87 billion in 2012, the <b>ministry</b> said.</p>"
>>> compare.quotation("the ministry said", page, media_type="text/html").verdict
<PartVerdict.VERBATIM: 'verbatim'>
>>> compare.figure("$2.9bn", page, media_type="text/html", measure="trade").reason
'rounds'
"""

from __future__ import annotations

from footnoted.checks import CHECKS
from footnoted.model.records import Cell, FigureRecord, QuotationRecord
from footnoted.model.text import Text
from footnoted.model.verdicts import FOUND, Comparison, Edit, PartVerdict
from footnoted.texts import read_text

__all__ = [
    "FOUND",
    "Comparison",
    "Edit",
    "PartVerdict",
    "Text",
    "figure",
    "quotation",
    "read",
]

NOTHING = Comparison(PartVerdict.UNCHECKED, "nothing_to_compare", "there are no words to compare")
"""What becomes of a part without words."""


def read(source: bytes | str, media_type: str | None = None, *, url: str | None = None) -> Text:
    """Return what a reader sees in `source`; read once what is compared with many parts.

    `media_type` is the Content-Type as sent, `text/html; charset=gbk`; HTML, PDF, plain text,
    Markdown and CSV can be read. Without one the first bytes of `source` decide; words (`str`)
    are plain text. `url` is where the bytes came from, for pages that lead elsewhere.

    Raises nothing: what cannot be read is a `Text` that tells why in `unreadable`. Bytes are
    parsed in this process, with no bound on what a hostile PDF may cost.

    >>> text = read(b"%PDF-1.7 and no more")
    >>> text.media_type, text.unreadable
    ('application/pdf', 'broken')
    """
    if isinstance(source, bytes):
        return read_text(source, media_type, url=url)
    kind = (media_type or "text/plain").partition(";")[0]
    return read_text(source.encode(errors="replace"), f"{kind}; charset=utf-8", url=url)


def quotation(
    text: str,
    source: bytes | str | Text,
    *,
    media_type: str | None = None,
    speaker: str | None = None,
    translated: bool = False,
    page: str | None = None,
) -> Comparison:
    """Compare quoted words, without their marks, with `source`: its bytes, its words, or a Text.

    `speaker` is who is quoted, `page` the note's locator (`p 11`); both only break ties and raise
    doubts. Words that the paper itself `translated` can be found, but never accused. The verdict is
    `verbatim`, `typographic` or `edited` where every difference is on the closed list of
    docs/quotations.md; else `altered`, `absent` or `unchecked`. Raises nothing.

    >>> found = quotation("trade did grow", "In 2012 trade did not grow.")
    >>> found.verdict.value, found.reason, found.source_wording, found.span
    ('altered', 'negation_dropped', 'trade did not grow', (8, 26))
    """
    if not text.strip():
        return NOTHING
    record = QuotationRecord(text=text, speaker=speaker, translated=translated)
    found: Comparison = CHECKS["quotation"](record, _text(source, media_type), locator=page)
    return found


def figure(
    text: str,
    source: bytes | str | Text,
    *,
    media_type: str | None = None,
    measure: str | None = None,
    period: str | None = None,
    cell: tuple[str, str] | None = None,
    page: str | None = None,
) -> Comparison:
    """Compare a figure as printed (`$2.87bn`, `about 40%`) with `source`.

    `measure` says what it counts, `period` when (`2012`, `the 1990s`), `cell` names the words of a
    table's row and column, `page` is the note's locator. Without measure, period and cell the unit
    decides, and a bare number is `unchecked`. The verdict is `agrees`, `disagrees`, `absent` or
    `unchecked`; docs/figures.md tells when each is given. Raises ValueError only for a `cell`
    with an empty word.

    >>> found = figure("about 40%", "The share was 38 per cent.", measure="share")
    >>> found.verdict.value, found.reason, found.source_wording
    ('agrees', 'within_window', '38 per cent')
    """
    if not text.strip():
        return NOTHING
    named = Cell(row=cell[0], column=cell[1]) if cell else None
    record = FigureRecord(raw=text, measure=measure, period=period, cell=named)
    found: Comparison = CHECKS["figure"](record, _text(source, media_type), locator=page)
    return found


def _text(source: bytes | str | Text, media_type: str | None) -> Text:
    return source if isinstance(source, Text) else read(source, media_type)
