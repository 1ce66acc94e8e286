"""Numbers written in digits: grouping by thousands, myriads or lakhs; decimal point or comma."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

MAX_DIGITS = 24
"""A longer run of digits is an identifier; no amount that people write needs more."""

VULGAR = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
    "⅕": Decimal("0.2"),
    "⅛": Decimal("0.125"),
}
_VULGAR_STEP = Decimal("0.01")
_D = "[0-9０-９]"
_FULL_WIDTH = {ord("０") + digit: str(digit) for digit in range(10)} | {
    ord(point): "." for point in "．·∙"
}
_NBSP = "\u00a0\u2009\u202f"

# Tried in this order; the first that fits wins. Each ends where no further digit or group goes on.
_WESTERN = re.compile(rf"{_D}{{1,3}}(?:[,，]{_D}{{3}})+(?![,，]?{_D})(?:[.．]{_D}+)?")
_MYRIAD = re.compile(rf"{_D}{{1,4}}(?:,{_D}{{4}})+(?!,?{_D})(?:\.{_D}+)?")
_LAKH = re.compile(rf"{_D}{{1,2}}(?:,{_D}{{2}})+,{_D}{{3}}(?!,?{_D})(?:\.{_D}+)?")
_EUROPEAN = re.compile(rf"{_D}{{1,3}}(?:(?:\.{_D}{{3}})+,{_D}+|(?:\.{_D}{{3}}){{2,}})(?![.,]?{_D})")
_SPACED = re.compile(rf"{_D}{{1,3}}(?:[{_NBSP}'’]{_D}{{3}})+(?!{_D})(?:[.,]{_D}+)?")
_WORD_SPACED = re.compile(rf"{_D}{{1,3}}(?: {_D}{{3}})+(?! ?{_D})(?:[.,]{_D}+)?")
_DECIMAL_COMMA = re.compile(rf"{_D}+,{_D}{{1,2}}(?![,.]?{_D})")
_PLAIN = re.compile(rf"{_D}+(?:[.．·∙]{_D}+)?")  # 3·5, as British journals print it


_POINTED = re.compile(r"[1-9]\d{0,2}\.\d{3}(?![\d.,])")
_MONEY_AFTER = re.compile(
    r"[ \u00a0]?(?:€|EUR\b|Euros?\b|DM\b|Mark\b|Franken\b|[Pp]esetas\b|habitant|Einwohner|"
    r"[Pp]erson[ae]|жител|человек)"
)
_WORDS = re.compile(r"[^\W\d_]+")
_ENGLISH_WORDS = "the of and is in to a that for was with by it as are"
_CONTINENTAL_WORDS = (
    "der die das und ist von mit für ein eine den dem des nicht wird werden bei auf el los las una "
    "un que por para del con se es le les la des du est une dans pour et il lo gli di che per и в "
    "на не что с по из для"
)
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_CONTINENTAL = frozenset(_CONTINENTAL_WORDS.split())
_AROUND = 120


def _by_thousands(text: str, start: int, end: int) -> bool:
    """Tell whether the point of `25.000` parts thousands: before a euro, in a continental text.

    Elsewhere it is a decimal point; a sum of money with three noughts behind it is none.
    """
    if _MONEY_AFTER.match(text, end):
        return True
    if text[end - 3 : end] == "000" and text[max(0, start - 2) : start].strip()[-1:] in {"€", "£"}:
        return True
    return is_continental(text, start)


def is_continental(text: str, start: int) -> bool:
    """Tell whether the words around `start` are German, French, Spanish, Italian or Russian."""
    words = _WORDS.findall(text[max(0, start - _AROUND) : start + _AROUND].lower())
    english = sum(word in _ENGLISH for word in words)
    return sum(word in _CONTINENTAL for word in words) > max(english, 1)


@dataclass(frozen=True, slots=True)
class Digits:
    """A number in digits, as far as it was read.

    `quantum` is one step of the last digit. `grouped` says that separators show it to be an
    amount and no year or label. `doubtful` says that the reading (`12 345`, `3,5`) holds only
    beside a currency, scale or unit.
    """

    value: Decimal
    quantum: Decimal
    end: int
    grouped: bool = False
    doubtful: bool = False


def read_digits(text: str, start: int) -> Digits | None:
    """Read the number at `start`, None where no digit or vulgar fraction stands there."""
    if text[start] in VULGAR:
        return Digits(VULGAR[text[start]], _VULGAR_STEP, start + 1, grouped=True)
    if not _may_group(text, start):
        return _plain(text, start)
    for pattern in (_WESTERN, _MYRIAD, _LAKH, _SPACED):
        if found := pattern.match(text, start):
            return _grouped(found.group(), found.end())
    if (found := _POINTED.match(text, start)) and _by_thousands(text, start, found.end()):
        return _grouped(found.group().replace(".", ""), found.end())
    if found := _EUROPEAN.match(text, start):
        swapped = found.group().replace(".", "").replace(",", ".")
        return _grouped(swapped, found.end())
    return _plain(text, start)


_RUN = re.compile(f"{_D}+")
_SEPARATORS = frozenset(f",，.'’ {_NBSP}")


def _may_group(text: str, start: int) -> bool:
    """Tell quickly whether anything but plain digits may follow the first run of them."""
    run = _RUN.match(text, start)
    return run is not None and text[run.end() : run.end() + 1] in _SEPARATORS


def read_doubtful(text: str, start: int) -> Digits | None:
    """Read a number that is one only beside a unit: `25 676 790 tonnes`, `3,5 %`."""
    if not _may_group(text, start):
        return None
    if found := _WORD_SPACED.match(text, start):
        spaced = _grouped(found.group(), found.end())
        certain = found.group().count(" ") > 1
        return spaced and Digits(
            spaced.value, spaced.quantum, spaced.end, grouped=True, doubtful=not certain
        )
    if found := _DECIMAL_COMMA.match(text, start):
        number = _number(found.group().replace(",", "."))
        return number and Digits(*number, found.end(), grouped=True, doubtful=True)
    return None


def _plain(text: str, start: int) -> Digits | None:
    found = _PLAIN.match(text, start)
    number = _number(found.group()) if found else None
    if not found or not number:
        return None
    value, quantum = number
    end = found.end()
    decimal = quantum < 1
    if not decimal and text[end : end + 1] in VULGAR:
        part = VULGAR[text[end]]
        return Digits(value + part, _VULGAR_STEP, end + 1, grouped=True)
    return Digits(value, quantum, end, grouped=decimal)


def _grouped(written: str, end: int) -> Digits | None:
    plain = re.sub(rf"[,，'’ {_NBSP}]", "", _point(written))
    number = _number(plain)
    return number and Digits(*number, end, grouped=True)


def _point(written: str) -> str:
    """Turn a decimal comma after groups into a point (`1 234,5`, `1'234,5`)."""
    if re.search(rf"[{_NBSP} '’]", written):
        return written.replace(",", ".")
    return written


@lru_cache(maxsize=4096)
def _number(written: str) -> tuple[Decimal, Decimal] | None:
    plain = written.translate(_FULL_WIDTH)
    if len(plain) > MAX_DIGITS:
        return None
    places = len(plain.partition(".")[2])
    return Decimal(plain), Decimal(1).scaleb(-places)
