"""Finding quantities in running text, English and Chinese.

A cheap scan finds where a number may begin; only there the grammar is asked. In this order a
spot is a date, a trap (no amount at all), a fraction, an ordinal, a year, or an amount with what
belongs to it; then it may turn out to be the lower end of a range.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from footnoted.model.quantity import Quantity
from footnoted.quantities import chinese, dates, foreign, fractions
from footnoted.quantities.hedges import hedge_after, hedge_before
from footnoted.quantities.multiples import read_multiple
from footnoted.quantities.operand import Operand, read_operand, spelled_number, spelled_scale
from footnoted.quantities.ranges import read_pair, read_range
from footnoted.quantities.traps import end_of_trap
from footnoted.quantities.words import ORDINALS, SCALE_WORDS, read_cardinal

_STARTS = (
    r"(?<=[Oo])ne|(?<=[Tt])(?:wo|hree|en|welve|hirteen|wenty|hirty|housand|rillion|hird|enth)"
    r"|(?<=[Ff])(?:our|ive|ourteen|ifteen|orty|ifty|irst|ourth|ifth)"
    r"|(?<=[Ss])(?:ix|even|ixteen|eventeen|ixty|eventy|econd|ixth|eventh)"
    r"|(?<=[Ee])(?:ight|leven|ighteen|ighty|ighth|leventh)|(?<=[Nn])(?:ine|ineteen|inety|inth)"
    r"|(?<=[Tt])(?:hreescore|woscore|wice|hrice|riple)|(?<=[Ff])ourscore|(?<=[Dd])ouble"
    r"|(?<=[Hh])(?:undred|alf)|(?<=[Mm])illion|(?<=[Bb])illion|(?<=[Dd])ozen|(?<=[Qq])uarter"
)
# One character class first, so that the scan skips by it; words only at their beginning.
_SEED = re.compile(
    rf"[0-9０-９½¼¾⅓⅔⅕⅛{chinese.NUMERALS}OoTtFfSsEeNnHhMmBbDdQq]"
    rf"(?:(?<=[0-9０-９½¼¾⅓⅔⅕⅛{chinese.NUMERALS}])"
    rf"|(?<![A-Za-z][A-Za-z])(?:{_STARTS})(?:fold|h)?(?![A-Za-z]))"
)

_ORDINAL_SUFFIX = re.compile(r"(\d{1,4})(?:st|nd|rd|th)(?![A-Za-z])")
_CHINESE_ORDINAL = re.compile(r"第\s?\Z")
_A_BEFORE = re.compile(r"(?<![A-Za-z])an? \Z", re.IGNORECASE)
_YEAR_BEFORE = re.compile(
    r"(?<![A-Za-z])(?:in|since|by|of|until|till|from|during|the|early|late|mid|before|after|end|"
    r"for|and|to|constant|current|its|their|’s|'s|between|through|throughout)[\s\u00a0-]\Z",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"(?<![.!?:;] )(?<![.!?:;\n])\b([A-Z][A-Za-z]+|[A-Z]+)[ \u00a0]\Z")
_NO_NAME_WORDS = (
    "in the of some about over around almost nearly under up at by to for from and or with on as "
    "after before since until between only all these those more than less another other both "
    "first last next total totals usd eur gbp rmb cny there we they i he she it our their its"
)
_BLANKS = frozenset({" ", "\u00a0"})
_NO_NAME = frozenset(_NO_NAME_WORDS.split())
_LETTERS = re.compile(r"[A-Za-z0-9_\u00c0-\u024f\u0400-\u04ff]*")


def find_quantities(text: str, language: str | None = None) -> list[Quantity]:
    """Find all quantities in `text`, in order, none overlapping another.

    `raw` is `[start, end)` of `text`, code points: currency, number, scale and unit, without
    the words of a hedge before it. Years, dates and ordinals are given with their own `kind`.
    `language` (`de`, `fr`, `es`, `ru`) gives whose number words are read, where that is known.
    """
    found: list[Quantity] = []
    position, length = 0, len(text)
    language = language or foreign.language_of(text)
    seeds = foreign.seed(language) if language else _SEED
    while position < length and (seed := seeds.search(text, position)):
        floor = found[-1].end if found else 0
        quantity, position = _read(text, seed.start(), floor, language)
        if quantity:
            found.append(quantity)
    return found


def _read(
    text: str, start: int, floor: int, language: str | None = None
) -> tuple[Quantity | None, int]:
    """Read what begins at the seed `start`; return it, if anything, and where to go on.

    `floor` is where the quantity before ends; nothing may reach back over it.
    """
    in_digits = not text[start].isalpha()
    if in_digits:
        early = dates.read_date(text, start)
        if early and early.start >= floor and not _glued(text, early.start):
            return early, early.end
        skip = end_of_trap(text, start)
        if skip:
            return None, max(skip, start + 1)
    elif language:
        return _read_foreign(text, start, floor, language)
    return _read_amount(text, start, floor)


def _read_amount(text: str, start: int, floor: int) -> tuple[Quantity | None, int]:
    """Read a fraction, multiple, ordinal, range or amount at `start`."""
    special = (
        fractions.read_fraction(text, start)
        or read_multiple(text, start)
        or read_pair(text, start)
        or _ordinal(text, start)
    )
    if special and special.start >= floor:
        return _hedged(text, special), special.end
    operand = _operand(text, start)
    if not operand or operand.start < floor:
        return None, _past(text, start)
    if not text[start].isalpha() and (skipped := _not_an_amount(text, start, operand)):
        return skipped
    ranged = read_range(text, operand)
    quantity = _hedged(text, ranged or _quantity(text, operand))
    return quantity, max(quantity.end, start + 1)


def _read_foreign(text: str, start: int, floor: int, language: str) -> tuple[Quantity | None, int]:
    """Read number words of another language at `start`."""
    part = foreign.read_part(text, start, language)
    if part and start >= floor:
        return _hedged(text, part), part.end
    half = foreign.read_half(text, start, language)
    if half:
        operand = spelled_scale(text, start, half[1], half[0])
        glued = spelled_scale(text, start, half[1] - 1, half[0])
        best = operand if operand.unit else glued
        if best.unit:
            return _hedged(text, _quantity(text, best)), best.end
    spelled = foreign.read_words(text, start, language)
    if not spelled or start < floor:
        return None, _past(text, start)
    operand = spelled_number(text, start, spelled)
    if operand.bare and spelled.value < 100:
        return None, max(operand.end, start + 1)
    return _hedged(text, _quantity(text, operand)), max(operand.end, start + 1)


def _operand(text: str, start: int) -> Operand | None:
    """Read the number at the seed `start`; `a million` begins at its article."""
    word = _LETTERS.match(text, start)
    lower = word.group().lower() if word else ""
    if lower in SCALE_WORDS:
        article = _A_BEFORE.search(text[max(0, start - 4) : start])
        if not article:
            return None
        begin = start - len(article.group())
        longer = read_cardinal(text, start, one=True)
        if longer and longer.words > 1:
            return spelled_number(text, begin, longer)
        return spelled_scale(text, begin, start + len(lower), Decimal(SCALE_WORDS[lower]))
    if lower == "half":
        half = fractions.half_a_scale(text, start)
        return half and spelled_scale(text, start, half[1], half[0])
    operand = read_operand(text, start)
    names = operand and operand.bare and operand.words
    if operand and names and (_is_name(text, start) or _HYPHENED.match(text, operand.end)):
        return None
    return operand


_HYPHENED = re.compile(r"-[A-Za-z]")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n“\"(])[\s“\"'‘(]*\Z")


def _is_name(text: str, start: int) -> bool:
    """Tell names (`the Five Principles`) by their capital inside a sentence."""
    return text[start].isupper() and not _SENTENCE_START.search(text[max(0, start - 4) : start])


def _past(text: str, start: int) -> int:
    """Return the end of the word or number at `start`, at least one character on."""
    found = _LETTERS.match(text, start)
    return max(found.end() if found else 0, start + 1)


def _glued(text: str, start: int) -> bool:
    """Tell whether a letter touches the number (`G20`, `Covid-19`), a Chinese one aside."""
    before = text[start - 1 : start] if start else ""
    if before == "-" and start > 1:
        before = text[start - 2]
        if before.isdigit():
            return _CODE.search(text[max(0, start - 8) : start]) is not None
        return before.isascii() and before.isalpha() and not _word_hyphen(text, start - 1)
    return bool(before) and before.isascii() and (before.isalnum() or before == "_")


_CODE = re.compile(r"[A-Za-z]\d+-\Z")
_PREFIX = re.compile(r"(?<![A-Za-z])(?:post|pre|mid|early|late|since|end)-\Z", re.IGNORECASE)


def _word_hyphen(text: str, hyphen: int) -> bool:
    """`post-2014`, `mid-1990s`: the prefix belongs to a year."""
    return _PREFIX.search(text[max(0, hyphen - 6) : hyphen + 1]) is not None


def _not_an_amount(text: str, start: int, operand: Operand) -> tuple[Quantity | None, int] | None:
    """Return what stands in an amount's place: a year, or nothing; None for an amount."""
    year = dates.read_year(text, start)
    glued = _glued(text, operand.start)
    if year and not (operand.start < start) and (operand.year_like or operand.bare):
        if glued:
            return None, year.end
        if _is_year(text, start, operand):
            return year, year.end
    if glued:
        return None, max(_past(text, start), operand.end if operand.bare else start)
    if operand.bare and _is_label(text, start, operand):
        return None, max(_past(text, start), operand.end)
    return None


def _is_year(text: str, start: int, operand: Operand) -> bool:
    """Tell a year before a noun (`the 2010 companies law`) from a count of things."""
    if operand.bare or operand.gap:
        return True
    if operand.unit and operand.unit.name == "%":
        return text[start + 4 : start + 5].isspace()
    adjective = text[start + 4 : start + 5] == "-"
    return not adjective and bool(_YEAR_BEFORE.search(text[max(0, start - 12) : start]))


_RELEASE = re.compile(r"\d{1,2}\.\d{1,2}")


def _is_label(text: str, start: int, operand: Operand) -> bool:
    """Tell a bare number that names or numbers something from one that counts."""
    written = text[start : operand.end]
    after = text[operand.end : operand.end + 2]
    code = written[0] == "0" and len(written) > 1 and written[1].isdigit()
    if code or (len(written) > 9 and written.isdigit()):
        return True
    if after[:1].isascii() and (after[:1].isalpha() or after[:1] == "_"):
        return True
    if after[:1] == "-" and after[1:].isascii() and after[1:].isalpha():
        return True
    release = _RELEASE.fullmatch(written) is not None
    if (operand.grouped and not release) or operand.negative:
        return False
    if text[start - 1 : start] not in _BLANKS:
        return False
    name = _NAME_BEFORE.search(text[max(0, start - 30) : start])
    return name is not None and name.group(1).lower() not in _NO_NAME


def _ordinal(text: str, start: int) -> Quantity | None:
    found = _ORDINAL_SUFFIX.match(text, start)
    if found:
        return _ordinal_quantity(text, start, found.end(), int(found.group(1)))
    before = text[max(0, start - 2) : start]
    back = _CHINESE_ORDINAL.search(before) if "第" in before else None
    if back:
        digits = re.compile(r"\d{1,4}").match(text, start)
        numeral = None if digits else chinese.read_numeral(text, start)
        if digits or numeral:
            end = digits.end() if digits else numeral.end if numeral else start
            value = int(digits.group()) if digits else int(numeral.value if numeral else 0)
            return _ordinal_quantity(text, start - len(back.group()), end, value)
    word = _LETTERS.match(text, start)
    if word and (number := ORDINALS.get(word.group().lower())):
        return _ordinal_quantity(text, start, word.end(), number)
    return None


def _ordinal_quantity(text: str, start: int, end: int, value: int) -> Quantity:
    return Quantity(
        text[start:end], start, end, Decimal(value), None, None, Decimal(1), kind="ordinal"
    )


def _quantity(text: str, operand: Operand) -> Quantity:
    unit = operand.unit.name if operand.unit else None
    kind = "ratio" if unit == "times" else "amount"
    in_characters = operand.words and text[operand.end - 1] == "年"
    if in_characters and 1500 <= operand.base < 2200:
        unit, kind = None, "year"
    return Quantity(
        raw=text[operand.start : operand.end],
        start=operand.start,
        end=operand.end,
        value=operand.value,
        low=None,
        high=None,
        quantum=operand.quantum,
        unit=unit,
        hedge=operand.hedge,
        kind=kind,
    )


def _hedged(text: str, quantity: Quantity) -> Quantity:
    if quantity.hedge or quantity.kind in {"year", "date", "ordinal"}:
        return quantity
    before = hedge_before(text, quantity.start)
    after = hedge_after(text, quantity.end)
    name = before[0] if before else after[0] if after else None
    return replace(quantity, hedge=name) if name else quantity


def parse_figure(raw: str) -> Quantity | None:
    """Read one figure as a person recorded it, hedge words and all (`almost $46 billion`).

    A year or date is read only if nothing else is there. None if there is no figure, or more
    than one. A number in parentheses is negative, as bookkeepers write it.
    """
    stripped = raw.strip()
    if re.fullmatch(r"\([^\d()]{0,4}\d[\d,.]*[^\d()]{0,12}\)", stripped):
        inner = parse_figure(stripped[1:-1])
        if inner and inner.value is not None and inner.kind in {"amount", "ratio"}:
            return replace(inner, value=-abs(inner.value), raw=raw, start=0, end=len(raw))
    quantities = find_quantities(raw)
    if re.search(r"[a-z]\s*$", raw) and not any(q.kind != "ordinal" for q in quantities):
        # `a third` is a fraction only with its whole behind it, which a record leaves out
        quantities = [q for q in find_quantities(f"{raw} of it") if q.end <= len(raw)]
    if not quantities:
        for language in ("de", "fr", "es", "ru"):
            quantities = quantities or find_quantities(raw, language)
    for kinds in ({"amount", "ratio"}, {"ordinal"}, {"date"}, {"year"}):
        fits = [quantity for quantity in quantities if quantity.kind in kinds]
        if fits:
            return fits[0] if len(fits) == 1 else None
    return None
