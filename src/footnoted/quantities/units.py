"""Units and currencies: their names in English and Chinese, families, and fixed factors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from footnoted.quantities.nouns import NOUN_FAMILIES, NOUNS, PERSONS


class Unit(NamedTuple):
    """A unit: the one name we write, and how many of it the wording stands for."""

    name: str
    factor: Decimal = Decimal(1)


class Family(NamedTuple):
    """What a unit measures, and how many of the family's base unit it is."""

    name: str
    factor: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Found:
    """A unit found in a text, and where its words end."""

    unit: Unit
    end: int


# name -> family, size in the family's base unit. Exact by definition where one exists
# (international yard and pound 1959, US oil barrel of 42 gallons, mechanical horsepower).
_MEASURES: dict[str, tuple[str, str]] = {
    "%": ("share", "0.01"),
    "percentage points": ("percentage points", "1"),
    "basis points": ("percentage points", "0.01"),
    "times": ("times", "1"),
    "mm": ("length", "0.001"),
    "cm": ("length", "0.01"),
    "m": ("length", "1"),
    "km": ("length", "1000"),
    "inches": ("length", "0.0254"),
    "feet": ("length", "0.3048"),
    "yards": ("length", "0.9144"),
    "miles": ("length", "1609.344"),
    "nautical miles": ("length", "1852"),
    "m2": ("area", "1"),
    "km2": ("area", "1000000"),
    "hectares": ("area", "10000"),
    "acres": ("area", "4046.8564224"),
    "square miles": ("area", "2589988.110336"),
    "square feet": ("area", "0.09290304"),
    "mu": ("area", "666.6666666666666666666667"),
    "m3": ("volume", "1"),
    "cubic feet": ("volume", "0.028316846592"),
    "km3": ("volume", "1000000000"),
    "litres": ("volume", "0.001"),
    "barrels": ("volume", "0.158987294928"),
    "gallons": ("gallons", "1"),
    "barrels/day": ("flow", "1"),
    "g": ("mass", "0.001"),
    "kg": ("mass", "1"),
    "tonnes": ("mass", "1000"),
    "tons": ("mass", "1000"),
    "pounds weight": ("mass", "0.45359237"),
    "ounces": ("mass", "0.028349523125"),
    "W": ("power", "1"),
    "kW": ("power", "1000"),
    "MW": ("power", "1000000"),
    "GW": ("power", "1000000000"),
    "horsepower": ("power", "745.69987158227022"),
    "Wh": ("energy", "1"),
    "kWh": ("energy", "1000"),
    "MWh": ("energy", "1000000"),
    "GWh": ("energy", "1000000000"),
    "TWh": ("energy", "1000000000000"),
    "seconds": ("time", "1"),
    "minutes": ("time", "60"),
    "hours": ("time", "3600"),
    "days": ("time", "86400"),
    "weeks": ("time", "604800"),
    "months": ("calendar", "1"),
    "years": ("calendar", "12"),
    "decades": ("calendar", "120"),
    "centuries": ("calendar", "1200"),
    "years old": ("age", "1"),
    "km/h": ("speed", "1"),
    "mph": ("speed", "1.609344"),
    "°C": ("celsius", "1"),
    "°F": ("fahrenheit", "1"),
    "degrees": ("degrees", "1"),
    "kB": ("data", "1000"),
    "MB": ("data", "1000000"),
    "GB": ("data", "1000000000"),
    "TB": ("data", "1000000000000"),
}
FAMILIES = {name: Family(family, Decimal(size)) for name, (family, size) in _MEASURES.items()}
FAMILIES |= {noun: Family(PERSONS) for noun in NOUN_FAMILIES[PERSONS]}

# name | wordings without regard to case; `*` marks an optional plural s.
_NAMES = """
% | per cent | percent | per-cent | pct
percentage points | percentage point* | percent point* | pp | ppts | ppt
basis points | basis point* | bps
times | times | fold
mm | millimetre* | millimeter*
cm | centimetre* | centimeter*
m | metre* | meter*
km | kilometre* | kilometer* | kms
inches | inch | inches
feet | foot | feet | ft
yards | yard*
miles | mile*
nautical miles | nautical mile*
m2 | square metre* | square meter* | sq m | sq. m | sqm | m²
km2 | square kilometre* | square kilometer* | sq km | sq. km | sqkm | km² | km2
hectares | hectare* | ha
acres | acre*
square miles | square mile* | sq mi
square feet | square foot | square feet | sq ft
m3 | cubic metre* | cubic meter* | cu m | cu. m | m³ | m3
km3 | cubic kilometre* | cubic kilometer* | km³ | km3
cubic feet | cubic foot | cubic feet | cu ft
litres | litre* | liter*
barrels | barrel* | bbl | bbls
gallons | gallon*
barrels/day | barrel* a day | barrel* per day | barrel*/day | barrel* daily | bpd | b/d | bbl/d
g | gram* | gramme*
kg | kilogram* | kilogramme* | kilo*
tonnes | tonne* | metric ton* | metric tonne*
tons | ton*
pounds weight | lb | lbs
ounces | ounce* | oz
W | watt*
kW | kilowatt*
MW | megawatt*
GW | gigawatt*
horsepower | horsepower | hp
Wh | watt-hour* | watt hour*
kWh | kilowatt-hour* | kilowatt hour* | kwh
MWh | megawatt-hour* | megawatt hour*
GWh | gigawatt-hour* | gigawatt hour*
TWh | terawatt-hour* | terawatt hour*
seconds | second* | sec | secs
minutes | minute* | min | mins
hours | hour* | hr | hrs
days | day*
weeks | week*
months | month*
years | year* | yr | yrs
decades | decade*
centuries | century | centuries
years old | year* old | years of age
km/h | km/h | kph | kmh | kilometres per hour | kilometers per hour | kilometres an hour
mph | mph | miles per hour | miles an hour
°C | °c | degrees celsius | degrees centigrade
°F | °f | degrees fahrenheit
degrees | degree*
kB | kilobyte*
MB | megabyte*
GB | gigabyte*
TB | terabyte*
"""
# Symbols whose case matters.
_SYMBOLS = {
    "%": Unit("%"),
    "％": Unit("%"),
    "pp": Unit("percentage points"),
    "mm": Unit("mm"),
    "cm": Unit("cm"),
    "km": Unit("km"),
    "m": Unit("m"),
    "g": Unit("g"),
    "kg": Unit("kg"),
    "t": Unit("tonnes"),
    "Mt": Unit("tonnes", Decimal(10**6)),
    "kt": Unit("tonnes", Decimal(10**3)),
    "bcm": Unit("m3", Decimal(10**9)),
    "BCM": Unit("m3", Decimal(10**9)),
    "tcm": Unit("m3", Decimal(10**12)),
    "mcm": Unit("m3", Decimal(10**6)),
    "mmcm": Unit("m3", Decimal(10**6)),
    "mb/d": Unit("barrels/day", Decimal(10**6)),
    "mbpd": Unit("barrels/day", Decimal(10**6)),
    "l": Unit("litres"),
    "W": Unit("W"),
    "kW": Unit("kW"),
    "KW": Unit("kW"),
    "MW": Unit("MW"),
    "GW": Unit("GW"),
    "Wh": Unit("Wh"),
    "kWh": Unit("kWh"),
    "KWh": Unit("kWh"),
    "MWh": Unit("MWh"),
    "GWh": Unit("GWh"),
    "TWh": Unit("TWh"),
    "kB": Unit("kB"),
    "KB": Unit("kB"),
    "MB": Unit("MB"),
    "GB": Unit("GB"),
    "TB": Unit("TB"),
    "×": Unit("times"),
}
_CHINESE = {
    "%": "% ％",
    "percentage points": "个百分点 百分点",
    "times": "倍 次",
    "km": "公里 千米",
    "m": "米",
    "cm": "厘米",
    "km2": "平方公里 平方千米",
    "m2": "平方米",
    "m3": "立方米",
    "hectares": "公顷",
    "mu": "亩",
    "tonnes": "吨",
    "kg": "公斤 千克",
    "barrels": "桶",
    "barrels/day": "桶/日 桶/天",
    "kW": "千瓦",
    "MW": "兆瓦",
    "kWh": "千瓦时 度电",
    "seconds": "秒 秒钟",
    "minutes": "分钟",
    "hours": "小时 个小时",
    "days": "天",
    "weeks": "周 星期 个星期",
    "months": "个月",
    "years": "年 周年",
    "persons": "人 名 位",
    "visits": "次访问",
    "companies": "家企业 家公司 个企业 家",
    "projects": "个项目 项目",
    "agreements": "项协议 个协议 份协议",
    "countries": "个国家 国",
    "households": "户",
    "USD": "美元 美金",
    "CNY": "元人民币 人民币 元",
    "EUR": "欧元",
    "JPY": "日元",
    "GBP": "英镑",
    "HKD": "港元 港币",
    "RUB": "卢布",
    "KZT": "坚戈",
}
_ONE = Decimal(1)
CHINESE_UNITS = {
    wording: Unit(name) for name, wordings in _CHINESE.items() for wording in wordings.split()
}

CURRENCY_CODES = frozenset(
    "USD EUR GBP CNY JPY RUB KZT UZS KGS TJS TMT INR CHF SEK NOK DKK PLN CZK HUF TRY BRL ZAR KRW "
    "TWD HKD SGD AUD CAD NZD MXN SAR AED IRR IQD KWD QAR PKR BDT LKR NPR MNT THB IDR MYR PHP VND "
    "UAH BYN GEL AMD AZN ILS EGP NGN KES GHS ETB TZS ARS CLP COP PEN XDR RON BGN".split()
)
"""ISO 4217 codes that are read before or after a number."""

_CURRENCY_SIGNS = {
    "US$": "USD",
    "U.S.$": "USD",
    "USD$": "USD",
    "$": "USD",
    "＄": "USD",
    "CA$": "CAD",
    "C$": "CAD",
    "AU$": "AUD",
    "A$": "AUD",
    "HK$": "HKD",
    "NZ$": "NZD",
    "NT$": "TWD",
    "S$": "SGD",
    "R$": "BRL",
    "€": "EUR",
    "£": "GBP",
    "JP¥": "JPY",
    "CN¥": "CNY",
    "RMB¥": "CNY",
    "¥": "CNY",
    "￥": "CNY",
    "₽": "RUB",
    "₸": "KZT",
    "₹": "INR",
    "₩": "KRW",
    "₺": "TRY",
    "₴": "UAH",
    "RMB": "CNY",
    "CNH": "CNY",
    "人民币": "CNY",
    "美元": "USD",
    "dollars": "USD",
} | {code: code for code in CURRENCY_CODES}

# Names without a country that several currencies share (rupees, francs) stay names: they agree
# with themselves only.
_CURRENCY_NAMES = """
USD | US dollar* | U.S. dollar* | American dollar* | United States dollar* | dollar*
CAD | Canadian dollar*
AUD | Australian dollar*
HKD | Hong Kong dollar*
SGD | Singapore dollar*
NZD | New Zealand dollar*
TWD | Taiwan dollar* | New Taiwan dollar*
EUR | euro*
GBP | pound* sterling | British pound* | pound*
CNY | Chinese yuan | yuan renminbi | yuan | renminbi | RMB
JPY | Japanese yen | yen
RUB | Russian rouble* | Russian ruble* | rouble* | ruble*
KZT | tenge
KGS | Kyrgyz som* | som*
TJS | somoni
UZS | Uzbek sum* | Uzbek soum* | sum* | soum*
TMT | Turkmen manat*
AZN | Azerbaijani manat*
INR | Indian rupee*
PKR | Pakistani rupee* | Pakistan rupee*
CHF | Swiss franc*
KRW | South Korean won | Korean won
TRY | Turkish lira*
rupees | rupee*
francs | franc*
manats | manat*
pesos | peso*
kroner | kroner | kronor | krone | krona
dinars | dinar*
"""


def _wordings(table: str) -> dict[str, Unit]:
    wordings: dict[str, Unit] = {}
    for line in filter(None, table.splitlines()):
        name, *names = (part.strip() for part in line.split(" | "))
        for wording in names:
            for variant in {wording.replace("*", ""), wording.replace("*", "s")}:
                wordings[variant.lower()] = Unit(name)
    return wordings


_CURRENCY_WORDINGS = _wordings(_CURRENCY_NAMES)
_MEASURE_WORDINGS = _wordings(_NAMES)
WORDINGS = _MEASURE_WORDINGS | _CURRENCY_WORDINGS
CURRENCIES = frozenset(_CURRENCY_SIGNS.values()) | {
    unit.name for unit in _CURRENCY_WORDINGS.values()
}


def _any_of(wordings: object) -> str:
    assert isinstance(wordings, dict)
    return "|".join(re.escape(word) for word in sorted(wordings, key=len, reverse=True))


_SYMBOL = re.compile(rf"[ \u00a0]?-?({_any_of(_SYMBOLS)})(?![A-Za-z0-9²³/])")
_NAMED = re.compile(
    rf"[ \u00a0]?[-‑ \u00a0]?({_any_of(WORDINGS).replace(chr(92) + ' ', '[ -]')})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_CURRENCY_AFTER = re.compile(rf"[ \u00a0]?({_any_of(_CURRENCY_SIGNS)})(?![A-Za-z0-9])")
_CURRENCY_BEFORE = re.compile(rf"(?<![A-Za-z])({_any_of(_CURRENCY_SIGNS)})[ \u00a0]?\\?\Z")
_CHINESE_UNIT = re.compile(rf"[ \u00a0]?({_any_of(CHINESE_UNITS)})")
_LONGEST_SIGN = 8


def currency_before(text: str, start: int) -> tuple[str, int] | None:
    """Return the currency whose sign or code ends right before `start`, and its beginning."""
    window = max(0, start - _LONGEST_SIGN)
    found = _CURRENCY_BEFORE.search(text[window:start])
    if not found or found.group(1) == "dollars":
        return None
    return _CURRENCY_SIGNS[found.group(1)], window + found.start()


def unit_after(text: str, end: int) -> Found | None:
    """Return the measure or currency whose words begin right after `end`, the longest fit."""
    fits = [
        Found(unit, found.end())
        for pattern, table in (
            (_SYMBOL, _SYMBOLS),
            (_NAMED, WORDINGS),
            (_CHINESE_UNIT, CHINESE_UNITS),
        )
        if (found := pattern.match(text, end))
        and (unit := table.get(_key(found.group(1), table)))
    ]
    if sign := _CURRENCY_AFTER.match(text, end):
        fits.append(Found(Unit(_CURRENCY_SIGNS[sign.group(1)]), sign.end()))
    return max(fits, key=lambda fit: fit.end, default=None)


def _key(wording: str, table: dict[str, Unit]) -> str:
    if table is not WORDINGS or wording in table:
        return wording
    lower = wording.lower()
    return lower if lower in table else lower.replace("-", " ")


def unit_named(name: str) -> Unit:
    """Return the unit that a person's word means: `billion cubic metres` is not one, `bcm` is."""
    plain = name.strip()
    if plain in FAMILIES or plain in CURRENCIES:
        return Unit(plain)
    known = _SYMBOLS.get(plain) or WORDINGS.get(plain.lower()) or CHINESE_UNITS.get(plain)
    if known:
        return known
    sign = _CURRENCY_SIGNS.get(plain)
    return Unit(sign or NOUNS.get(plain.lower(), plain))


def family(unit: str | None) -> Family | None:
    """Return the family of `unit`; a currency and a counted noun are families of their own."""
    if unit is None:
        return None
    return FAMILIES.get(unit) or Family(unit)


def is_count(unit: str | None) -> bool:
    """Tell whether `unit` is a noun that is counted, and no measure or currency."""
    return unit is not None and unit in NOUNS.values()
