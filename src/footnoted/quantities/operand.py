"""One number with its sign, currency, scale and unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from footnoted.quantities import chinese
from footnoted.quantities.hedges import hedge_after
from footnoted.quantities.nouns import NOUNS, RARE, plural
from footnoted.quantities.numbers import VULGAR, Digits, is_continental, read_digits, read_doubtful
from footnoted.quantities.scales import foreign_scale, may_scale, unread_scale
from footnoted.quantities.unit_tables import Unit
from footnoted.quantities.units import currency_before, is_count, unit_after
from footnoted.quantities.words import (
    AMBIGUOUS_LETTERS,
    ONES,
    SCALE_LETTERS,
    SCALE_WORDS,
    TENS,
    Spelled,
    mixed_after,
    read_cardinal,
)


@dataclass(frozen=True, slots=True)
class Operand:
    """A number as read, before ranges and hedges around it are known.

    `value` is `base` times `scale` times the unit's factor; base and scale are kept since the
    first end of a range may borrow them (`$3–5bn`). `words` says that the base was spelled.
    `year_like` marks four bare digits that a year could be; `gap` counts the words between
    the number and its noun. `hedge` comes from signs inside (`500+`, `20多`).
    """

    start: int
    end: int
    base: Decimal
    step: Decimal
    scale: Decimal = Decimal(1)
    unit: Unit | None = None
    currency: bool = False
    negative: bool = False
    words: bool = False
    grouped: bool = False
    year_like: bool = False
    gap: int = 0
    hedge: str | None = None

    @property
    def factor(self) -> Decimal:
        """What one of the base stands for, in the plain unit."""
        return self.scale * (self.unit.factor if self.unit else 1)

    @property
    def value(self) -> Decimal:
        """The value in the plain unit."""
        plain = self.base if self._plain else self.base * self.factor
        return -plain if self.negative else plain

    @property
    def quantum(self) -> Decimal:
        """One step of the last digit written, in the plain unit."""
        return self.step if self._plain else self.step * self.factor

    @property
    def _plain(self) -> bool:
        """Neither scale nor unit multiplies: the numbers read are kept, and not copied."""
        return self.scale == 1 and (self.unit is None or self.unit.factor == 1)

    @property
    def bare(self) -> bool:
        """Nothing but digits or a word: no currency, scale, unit."""
        return not self.unit and self.scale == 1


_SCALE = re.compile(
    r"(?:[ \u00a0-]?(hundred thousand|hundred million|hundred billion|thousand million|"
    r"thousand billion|million million|lakh crore|hundred|thousand|millions?|billions?|trillions?|"
    r"dozen|lakhs?|crores?|mln|bln|mio|trn|bn|mn|tn)|[ \u00a0]?([kmbtKMBT]))(?![A-Za-z])",
    re.IGNORECASE,
)
_SIGN = re.compile(r"(?:(?:^|(?<=[\s(\[:=—\u00a0]))[-−–]|(?<![A-Za-z])minus |零下|负)\Z")
_WORDS_AFTER = re.compile(r"(?:[ \u00a0\n-][A-Za-z][A-Za-z’'-]*){1,7}")
_STOP_WORDS = (
    "of in on at to for with by from into than that which who whom whose as is are was were be "
    "been being has have had do does did will would can could may might must shall should or but "
    "if when while where because so nor not no per a an the this these those their its his her "
    "our your my it they he she we you there then also now only after before during since until "
    "under over between among against through about around more less years year months days "
    "weeks hours minutes percent times"
)
_STOP = frozenset([*_STOP_WORDS.split(), *ONES, *TENS, *SCALE_WORDS])
_MAX_GAP = 5
_WORD_GAPS = frozenset(" \u00a0\n-")
_STRONG = re.compile(r"-strong(?![A-Za-z])")
_FOLD = re.compile(r"([A-Za-z]+)[- ]?fold(?![A-Za-z])")


def read_operand(text: str, start: int) -> Operand | None:
    """Read the number in digits or in words that begins at `start`."""
    operand = _read(text, start)
    unread = operand and may_scale(text, operand.end) and unread_scale(text, operand.end)
    return None if unread else operand


def _read(text: str, start: int) -> Operand | None:
    """Read digits, English words or Chinese numerals at `start`."""
    if text[start].isalpha() and text[start].isascii():
        return _spelled(text, start)
    if text[start] in chinese.NUMERALS:
        return _chinese(text, start)
    if start and text[start - 1] == "." and _opens(text, start - 1):
        return _without_zero(text, start)
    doubtful = read_doubtful(text, start)
    if doubtful:
        operand = _finish(text, start, doubtful)
        if not doubtful.doubtful or not operand.bare or is_continental(text, start):
            return operand
    digits = read_digits(text, start)
    return _finish(text, start, digits) if digits else None


def _opens(text: str, point: int) -> bool:
    """Tell whether the point begins a number (` .5`), and ends no word."""
    before = text[point - 1 : point]
    return not before or before.isspace() or before in "($€£¥~<>≈-−–+"


def _without_zero(text: str, start: int) -> Operand | None:
    """Read `.5` from its digit on."""
    digits = re.compile(r"[0-9]{1,12}(?![0-9.,])").match(text, start)
    if not digits:
        return None
    step = Decimal(1).scaleb(-len(digits.group()))
    part = Digits(int(digits.group()) * step, step, digits.end(), grouped=True)
    return _finish(text, start - 1, part)


def _finish(text: str, start: int, digits: Digits) -> Operand:
    """Add to a number in digits what stands before and after it."""
    begin, currency = start, currency_before(text, start)
    if currency:
        begin = currency[1]
    sign = _sign_before(text, begin)
    operand = Operand(
        start=begin - len(sign.group()) if sign else begin,
        end=digits.end,
        base=digits.value,
        step=digits.quantum,
        unit=Unit(currency[0]) if currency else None,
        currency=currency is not None,
        negative=sign is not None,
        grouped=digits.grouped,
    )
    if sign and not currency and (inner := currency_before(text, operand.start)):
        operand = replace(operand, unit=Unit(inner[0]), currency=True, start=inner[1])
    return _with_unit(text, _scaled(text, _mixed(text, operand)))


def _sign_before(text: str, begin: int) -> re.Match[str] | None:
    before = text[max(0, begin - 7) : begin]
    if before[-1:] in _SIGN_ENDS or before[-6:].lower() == "minus ":
        return _SIGN.search(before)
    return None


_SIGN_ENDS = frozenset("-−–下负")
_FRACTION_AFTER = re.compile(r"[ \u00a0-]([1-7])/([23458])(?![\d/])|[ \u00a0]?([½¼¾⅓⅔⅕⅛])")


def _mixed(text: str, operand: Operand) -> Operand:
    """Add the fraction of a mixed number (`2 1/2`, `2 ½`, `4 and a half`)."""
    if operand.step != 1 or operand.base >= 1000:
        return operand
    found = _FRACTION_AFTER.match(text, operand.end)
    if found and found.group(3):
        part = VULGAR[found.group(3)]
        return replace(
            operand, base=operand.base + part, step=_TENTH, end=found.end(), grouped=True
        )
    if found and int(found.group(1)) < int(found.group(2)):
        part = Decimal(int(found.group(1))) / int(found.group(2))
        return replace(
            operand, base=operand.base + part, step=_TENTH, end=found.end(), grouped=True
        )
    if mixed := mixed_after(text, operand.end):
        part, scale, end = mixed
        base = operand.base + part
        return replace(operand, base=base, step=_TENTH, scale=scale, end=end, grouped=True)
    return operand


_TENTH = Decimal("0.01")  # what a written fraction is right to


def _scaled(text: str, operand: Operand) -> Operand:
    if operand.scale != 1 or not may_scale(text, operand.end):
        return operand
    if foreign := foreign_scale(text, operand.end):
        return replace(operand, scale=foreign[0], end=foreign[1])
    scale = chinese.scale_after(text, operand.end)
    if scale:
        scaled = replace(operand, end=scale.end, scale=scale.factor)
        if scale.more:
            return replace(scaled, hedge="over")
        lower = chinese.lower_part(text, scale.end, scale.factor)
        if lower:
            value, step, end = lower
            base, step = operand.base + value / scale.factor, step / scale.factor
            return replace(scaled, base=base, step=step, end=end)
        return scaled
    return _plain_scale(text, operand)


def _plain_scale(text: str, operand: Operand) -> Operand:
    found = _SCALE.match(text, operand.end)
    factor = _factor(text, found, currency=operand.currency) if found else None
    if found and factor:
        return replace(operand, end=found.end(), scale=factor)
    return operand


def _factor(text: str, found: re.Match[str], *, currency: bool) -> Decimal | None:
    word = (found.group(1) or found.group(2)).lower().removesuffix("s")
    product = Decimal(1)
    if word in AMBIGUOUS_LETTERS and not currency:
        glued = found.end() - found.start() == 1
        letter = found.group(2)
        counted = _noun_after(text, found.end()) or unit_after(text, found.end())
        if not glued or not (letter in "kKM" or (letter in "mbB" and counted)):
            return None
    for part in word.split():
        product *= SCALE_WORDS.get(part) or SCALE_LETTERS[part]
    return product


def _with_unit(text: str, operand: Operand) -> Operand:
    """Add the unit or counted noun after the number; a currency before it is enough."""
    year_like = _year_like(operand)
    more = chinese.more_after(text, operand.end) if not operand.hedge else None
    if more:
        operand = replace(operand, end=more, hedge="over")
    operand = _suffixed(text, operand)
    if operand.currency:
        return operand
    if strong := _STRONG.match(text, operand.end):
        return replace(operand, unit=Unit("persons"), end=strong.end(), grouped=True)
    measured = _measured(text, operand)
    if measured:
        return replace(measured, year_like=year_like and not measured.grouped)
    noun = _noun_after(text, operand.end)
    if noun:
        name, end, gap = noun
        return replace(operand, unit=Unit(name), end=end, gap=gap, year_like=year_like)
    return replace(operand, year_like=year_like)


def _measured(text: str, operand: Operand) -> Operand | None:
    """Add a measure or currency behind the number, or the words before it that say `times`."""
    found = unit_after(text, operand.end)
    if found:
        unit = found.unit
        if unit.name == "GBP" and _weighs(text, operand.start, found.end):
            unit = Unit("pounds weight")
        return _and_a_part(text, replace(operand, unit=unit, end=found.end))
    if _FACTOR_OF.search(text[max(0, operand.start - 12) : operand.start]):
        return replace(operand, unit=Unit("times"), grouped=True)
    return _inches(text, operand)


_FACTOR_OF = re.compile(r"\bfactor of \Z", re.IGNORECASE)
_WEIGHT = re.compile(
    r"\b(?:weigh\w*|weight|load|heav\w+|thrust|gunpowder|cargo)\b[^.;]{0,40}\Z", re.IGNORECASE
)
_OF_GOODS = re.compile(
    r"(?: (?:in|of) weight| heavier| lighter| per square| of (?:[a-z]+ )?(?:meat|flour|bread|sugar|"
    r"butter|coffee|tea|rice|wool|cotton|iron|lead|gold|silver|copper|powder|gunpowder|coal|wheat|"
    r"fish|beef|pork|cheese|tobacco|salt|water|steam|thrust|pressure|beeswax|wax|potatoes)\b)"
)


def _weighs(text: str, start: int, end: int) -> bool:
    """Tell pounds of weight from pounds of money, which the bare word mostly is."""
    if "terling" in text[end - 9 : end]:
        return False
    before = text[max(0, start - 60) : start]
    return bool(_OF_GOODS.match(text, end) or _WEIGHT.search(before))


_AND_A_PART = re.compile(
    r" and (?:a |one-?)(half|quarter)(?![A-Za-z-])(?! (?:of|million)\b)"
    r"|(半)(?=[，。、；的后前内之以]|$)"
)


def _and_a_part(text: str, operand: Operand) -> Operand:
    """Add what stands behind the unit: `three miles and a half`."""
    found = _AND_A_PART.match(text, operand.end)
    if not found or operand.step != 1 or operand.unit is None or is_count(operand.unit.name):
        return operand
    part = Decimal("0.5") if found.group(1) != "quarter" else Decimal("0.25")
    return replace(operand, base=operand.base + part, step=_TENTH, end=found.end())


def _inches(text: str, operand: Operand) -> Operand | None:
    """Read `12"` as inches, where no quotation ends there."""
    if text[operand.end : operand.end + 1] != '"' or operand.words:
        return None
    line = text[max(0, operand.start - 300) : operand.end].rpartition("\n")[2]
    if line.count('"') % 2 or text[operand.end + 1 : operand.end + 2].isalnum():
        return None
    return replace(operand, unit=Unit("inches"), end=operand.end + 1, grouped=True)


def _suffixed(text: str, operand: Operand) -> Operand:
    """Take in a hedge between number and unit: `500+`, `500-odd people`, `500 or more people`."""
    if operand.hedge or operand.year_like:
        return operand
    if text[operand.end : operand.end + 1] == "+":
        return replace(operand, end=operand.end + 1, hedge="at least")
    after = hedge_after(text, operand.end)
    if after and (unit_after(text, after[1]) or _noun_after(text, after[1])):
        return replace(operand, end=after[1], hedge=after[0])
    return operand


def _year_like(operand: Operand) -> bool:
    return (
        not operand.grouped
        and not operand.currency
        and operand.scale == 1
        and operand.step == 1
        and not operand.words
        and 1500 <= operand.base < 2200
    )


def _noun_after(text: str, end: int) -> tuple[str, int, int] | None:
    """Return the counted noun that the number before `end` counts, its end, the words between.

    Up to five words may stand between (`19 official visits`), never a preposition or verb form
    that would begin another phrase; only the plural is then a counted noun.
    """
    found = _WORDS_AFTER.match(text, end) if text[end : end + 1] in _WORD_GAPS else None
    if not found:
        return None
    words = re.finditer(r"[A-Za-z][A-Za-z’']*(?:-[A-Za-z]+)*", found.group())
    for gap, word in enumerate(words):
        lower = word.group().lower()
        several = not _ONE.search(text, max(0, end - 4), end)
        noun = _noun(lower, found.group(), word.end(), gap, several=several)
        if noun:
            name, stop = noun
            also, stop = _another_noun(found.group(), stop) or (None, stop)
            return f"{name} and {also}" if also else name, end + stop, gap
        if lower.partition("-")[0] in _STOP or gap >= _MAX_GAP:
            return None
    return None


_ONE = re.compile(r"(?<![\w.,])(?:1|one|an?)\Z", re.IGNORECASE)
_NO_PLURAL_WORDS = "as always does has his is its perhaps plus this thus was whereas"
_NO_PLURAL = frozenset(_NO_PLURAL_WORDS.split())


def _noun(word: str, words: str, end: int, gap: int, *, several: bool) -> tuple[str, int] | None:
    ahead = re.compile(r" ([A-Za-z]+)").match(words, end)
    if ahead and (both := NOUNS.get(f"{word} {ahead.group(1).lower()}")):
        return both, ahead.end()
    name = NOUNS.get(word)
    if not name or (gap and (name in RARE or not plural(word))):
        return None
    if ahead and NOUNS.get(ahead.group(1).lower()) and plural(ahead.group(1).lower()):
        return None  # `20 police officers`, `five member states`: the last noun is counted
    if several and ahead and not plural(word) and _looks_plural(ahead.group(1)):
        return None  # `620 flat roofs` are no flats
    return name, end


def _looks_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss") and word not in _NO_PLURAL


_AND_NOUN = re.compile(r" and ([A-Za-z]+)(?:[ -]([A-Za-z]+))?")


def _another_noun(words: str, end: int) -> tuple[str, int] | None:
    """Return the second noun of `officers and soldiers`, and where it ends."""
    found = _AND_NOUN.match(words, end)
    if not found:
        return None
    two = f"{found.group(1)} {found.group(2) or ''}".lower()
    if found.group(2) and two in NOUNS:
        return NOUNS[two], found.end()
    word = found.group(1).lower()
    return (NOUNS[word], found.end(1)) if word in NOUNS and plural(word) else None


def _spelled(text: str, start: int) -> Operand | None:
    fold = _FOLD.match(text, start)
    if fold:
        word = fold.group(1).lower()
        times = ONES.get(word) or TENS.get(word) or SCALE_WORDS.get(word)
        if times:
            return Operand(
                start, fold.end(), Decimal(times), Decimal(1), unit=Unit("times"), words=True
            )
    spelled = read_cardinal(text, start)
    if not spelled or text[spelled.end : spelled.end + 1].isalpha():
        return None
    operand = _with_unit(
        text,
        Operand(
            start, spelled.end, spelled.value, spelled.quantum, words=True, grouped=spelled.scaled
        ),
    )
    alone = spelled.words == 1 and spelled.value < 2 and not _ONE_TO.match(text, spelled.end)
    if alone and not _counts_one(operand):
        return None
    return operand


_ONE_TO = re.compile(r" (?:to|or) (?:two|three|four|five)\b")


def _counts_one(operand: Operand) -> bool:
    """`one per cent` is an amount; `one scholar`, `one day` mostly are not."""
    unit = operand.unit
    return (
        unit is not None and not is_count(unit.name) and unit.name not in {"days", "times", "cents"}
    )


def spelled_scale(text: str, start: int, end: int, base: Decimal) -> Operand:
    """Finish `a million`, `half a dozen`: `[start, end)` is the words, `base` the number."""
    return _with_unit(
        text,
        Operand(start, end, base, step_in_words(base), words=True, grouped=True),
    )


def spelled_number(text: str, start: int, spelled: Spelled) -> Operand:
    """Finish a cardinal in words that begins at `start`, its article."""
    base, step = spelled.value, spelled.quantum
    return _with_unit(text, Operand(start, spelled.end, base, step, words=True, grouped=True))


def step_in_words(base: Decimal) -> Decimal:
    """Return how precisely `a hundred` (exact), `a million`, `half a million` (a tenth) speak."""
    if base < 1:
        return Decimal("0.01")
    if base < 500:
        return Decimal(1)
    return base if base.normalize().as_tuple().digits == (1,) else base / 5


_LOOSE_ONES = frozenset({"days", "times", "degrees", "years", "weeks", "li", "chi", "seconds"})


def _counts_one_in_chinese(operand: Operand) -> bool:
    """`一个月` is an amount; `一天`, `一次` mostly are not."""
    unit = operand.unit
    return unit is not None and not is_count(unit.name) and unit.name not in _LOOSE_ONES


def _chinese(text: str, start: int) -> Operand | None:
    numeral = chinese.read_numeral(text, start)
    if not numeral or text[max(0, start - 1) : start] == "第":
        return None
    operand = Operand(
        start, numeral.end, numeral.value, numeral.quantum, words=True, grouped=numeral.value > 9999
    )
    scale = chinese.scale_after(text, numeral.end)
    if scale and scale.more:  # 三十多万
        operand = replace(operand, scale=scale.factor, end=scale.end, hedge="over", grouped=True)
    finished = _with_unit(text, operand)
    if numeral.length == 1 and numeral.value < 2 and not _counts_one_in_chinese(finished):
        return None
    if finished.bare and numeral.value < 10000 and not finished.hedge:
        return None
    return finished
