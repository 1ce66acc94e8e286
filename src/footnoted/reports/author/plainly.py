"""Words of checks and lints, made plain: numbers and dates for readers, titles for our names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from footnoted.model.report import Report
from footnoted.reports import overview
from footnoted.reports.visible import clipped, quoted_words, shortened

_UNITS: Final[Mapping[str, str]] = {
    "USD": "US dollars", "EUR": "euros", "GBP": "pounds sterling", "CNY": "yuan", "JPY": "yen",
    "RUB": "roubles", "KZT": "tenge", "UZS": "Uzbek soms", "KGS": "Kyrgyz soms",
    "TJS": "somoni", "TMT": "Turkmen manats", "INR": "Indian rupees", "CHF": "Swiss francs",
    "CAD": "Canadian dollars", "AUD": "Australian dollars", "%": "per cent",
}  # fmt: skip
_SCALES: Final = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
)
_NUMBER = r"[-−]?\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?"
_LONGEST: Final = 1500
_LOOSE = re.compile(rf"\s*\(±{_NUMBER}\)")
_QUANTITY = re.compile(rf"(?<![\w.,/:-])({_NUMBER})(?:(?: to )({_NUMBER}))?( ?%| [A-Z]{{3}}\b)?")
_DAY = re.compile(r"(?<![\w/.-])\d{4}-\d{2}-\d{2}(?![\w/-])")
_DAYS = re.compile(r"\b(\d{3,}) days older\b")
_TICKS = re.compile(r"(?<!\w)'(?=\S)((?:[^'\n]|(?<=\w)'(?=\w)){1,300})(?<=\S)'(?!\w)")
_TOKEN = re.compile(r"(?<![\w-])\w{1,80}(?:-\w{1,80}){1,12}(?![\w-])")
"""What may be a name of ours: words joined by hyphens."""
_PLACE = re.compile(r"\s*\(\S+:\d+(?::\d+)?\)|\bin line \d+ (?=has )")


def number_words(text: str) -> str:
    """Return a machine's number for a reader: `2.4e9` is `2.4 billion`, `1856700` `1,856,700`."""
    value = Decimal(text.replace(",", "").replace("−", "-"))
    sign, value = ("−" if value < 0 else ""), abs(value)
    for size, name in _SCALES:
        if size <= value < size * 1000 and _places(value / size) <= 3:
            return f"{sign}{_digits(value / size)} {name}"
    return f"{sign}{_digits(value)}"


def _places(value: Decimal) -> int:
    return max(0, -int(value.normalize().as_tuple().exponent))


def _digits(value: Decimal) -> str:
    return f"{value:,f}".rstrip("0").rstrip(".") if _places(value) else f"{value:,.0f}"


def quantity_words(reads: str | None) -> str:
    """Return what a figure was read as, for a reader: `2.4 billion US dollars`; else empty."""
    if not reads:
        return ""
    return _QUANTITY.sub(_of_quantity, _LOOSE.sub("", reads)).strip()


def _of_quantity(match: re.Match[str]) -> str:
    low, high, unit = match[1], match[2], (match[3] or "").strip()
    if not unit and high is None and re.fullmatch(r"\d{1,4}", low):
        return match[0]
    try:
        said = number_words(low)
        said += f" to {number_words(high)}" if high else ""
    except (ArithmeticError, ValueError):
        return match[0]
    return f"{said} {_UNITS.get(unit, unit)}".strip() if unit else said


class Names:
    """What our own names stand for: `source 'wu-2011'` is for an author the work's title."""

    def __init__(self, report: Report) -> None:
        """Take the titles of sources from the notes, the statements of claims from the claims."""
        self.titles: dict[str, str] = {}
        for note in report.notes:
            for entry in note.entries:
                if entry.source and entry.title:
                    self.titles.setdefault(entry.source, entry.title)
        self.says = {claim.id: claim.says or "" for claim in report.claims}
        self._sources = {
            ident for note in report.notes for e in note.entries if (ident := e.source)
        }
        self._named = re.compile(r"\b(source|claim) '([^'\n]+)'")

    def title(self, source: str | None) -> str:
        """Return the title of a source in quotation marks, or words for one without."""
        title = self.titles.get(source or "")
        return f"“{shortened(title, 90)}”" if title else "the source"

    def plainly(self, words: str) -> str:
        """Return a finding's words without names of ours, machine numbers and dates."""
        text = _PLACE.sub("", self._named.sub(self._said, clipped(words, _LONGEST)))
        text = _TOKEN.sub(lambda found: self._known(found[0]), text)
        text = _DAYS.sub(lambda found: f"about {int(found[1]) / 365.25:.0f} years older", text)
        text = _TICKS.sub(r"“\1”", _DAY.sub(lambda found: overview.day(found[0]), text))
        return quoted_words(text.replace("the URL", "the address"))

    def _said(self, found: re.Match[str]) -> str:
        kind, ident = found[1], found[2]
        if kind == "claim":
            says = self.says.get(ident)
            return f"the statement “{says}”" if says else "a statement"
        return f"the source {self._bare(ident)}" if ident in self.titles else "the source"

    def _known(self, word: str) -> str:
        return self._bare(word) if word in self._sources or word in self.says else word

    def _bare(self, ident: str) -> str:
        if ident in self._sources:
            return self.title(ident)
        return f"“{self.says[ident]}”" if self.says.get(ident) else "another statement"
