"""`badge.svg`: how many notes are supported, and when that was looked at.

The words tell what was compared and when. Neither they nor the colour say that anything is true,
so none of the colours is green. The SVG asks for nothing from outside; its text is set to the
width that it has in Verdana or DejaVu Sans, so that it fits whatever font a reader has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from footnoted.model.report import Report
from footnoted.model.verdicts import ClaimVerdict
from footnoted.reports import overview

LABEL: Final = "notes"
BLUE: Final = "#0a66a8"
ORANGE: Final = "#a34b00"
GREY: Final = "#5f5f5f"
_DARK = "#3f3f3f"

_SIZE = 11
_HEIGHT = 20
_PAD = 6
_ADVANCES: Final[dict[int, str]] = {
    275: "'",
    278: "ijl",
    295: "IJ",
    318: " ,.·",
    337: "/:;|",
    352: "f",
    361: "-",
    390: "()[]",
    392: "t",
    411: "r",
    521: "s",
    525: "z",
    550: "c",
    579: "k",
    592: "vxy",
    613: "aeo",
    635: "Sbdghnpqu0123456789",
    818: "w",
    974: "m",
}
"""Characters by their advance in DejaVu Sans, in thousandths of the font's size."""
_WIDEST = 1000
_WIDTHS = {character: width for width, row in _ADVANCES.items() for character in row}


@dataclass(frozen=True, slots=True)
class Badge:
    """What a badge says: its two halves, the colour of the second, and a sentence for readers."""

    label: str
    message: str
    colour: str
    title: str


def badge(report: Report) -> Badge:
    """Return what the badge of `report` says.

    Notes that hold only in an archived copy of their time are counted apart. Where no source was
    looked at, or only a part of the corpus was audited, there is no count.
    """
    found = re.match(r"\d{4}-\d{2}-\d{2}", report.run.as_of)
    day = found[0] if found else "on an unknown day"
    if overview.nothing_looked_at(report) or not overview.compared(report):
        return _without_count("no source compared", day)
    if report.run.only:
        return _without_count("only a part audited", day)
    counts, total = report.summary.notes, report.summary.notes_total
    now, then = counts.get(ClaimVerdict.SUPPORTED, 0), counts.get(ClaimVerdict.SUPPORTED_THEN, 0)
    wrong = bool(overview.wrong_claims(report))
    also = f", {then} then" if then else ""
    in_copies = f", {then} more in an archived copy of their time" if then else ""
    contradicted = "; sources contradict or lack some of what is on record" if wrong else ""
    return Badge(
        LABEL,
        f"{now}/{total} supported{also} · {day}",
        ORANGE if wrong else BLUE,
        f"{now} of {total} notes: every quotation and figure on record was found in the source"
        f"{in_copies}; audited {day}{contradicted}. The statements themselves were not judged.",
    )


def render(report: Report) -> str:
    """Return the badge as SVG 1.1."""
    said = badge(report)
    left = text_width(said.label) + 2 * _PAD
    right = text_width(said.message) + 2 * _PAD
    width = left + right
    return (
        "\n".join(
            [
                (
                    f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{_HEIGHT}" '
                    f'viewBox="0 0 {width} {_HEIGHT}" role="img" aria-labelledby="footnoted-badge">'
                ),
                f'  <title id="footnoted-badge">{escape(said.title)}</title>',
                f'  <rect width="{left}" height="{_HEIGHT}" fill="{_DARK}"/>',
                f'  <rect x="{left}" width="{right}" height="{_HEIGHT}" fill="{said.colour}"/>',
                (
                    f'  <g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" '
                    f'font-size="{_SIZE}">'
                ),
                _text(said.label, _PAD),
                _text(said.message, left + _PAD),
                "  </g>",
                "</svg>",
            ]
        )
        + "\n"
    )


def text_width(text: str) -> int:
    """Return the width of `text` in whole pixels, rounded up."""
    thousandths = sum(_WIDTHS.get(character, _WIDEST) for character in text)
    return -(-thousandths * _SIZE // 1000)


def _text(text: str, x: int) -> str:
    return (
        f'    <text x="{x}" y="14" textLength="{text_width(text)}" '
        f'lengthAdjust="spacingAndGlyphs">{escape(text)}</text>'
    )


def _without_count(words: str, day: str) -> Badge:
    return Badge(LABEL, f"{words} · {day}", GREY, f"Notes: {words}; audited {day}.")
