"""The tables of units and currencies: data, read by `units`."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Unit(NamedTuple):
    """A unit: the one name we write, and how many of it the wording stands for."""

    name: str
    factor: Decimal = Decimal(1)


# name -> family, size in the family's base unit. Exact by definition where one exists
# (international yard and pound 1959, US oil barrel of 42 gallons, mechanical horsepower).
MEASURES: dict[str, tuple[str, str]] = {
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
# name | wordings without regard to case; `*` marks an optional plural s.
MEASURE_NAMES = """
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
SYMBOLS = {
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
CHINESE_NAMES = {
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

_CODES = (
    "USD EUR GBP CNY JPY RUB KZT UZS KGS TJS TMT INR CHF SEK NOK DKK PLN CZK HUF TRY BRL ZAR KRW "
    "TWD HKD SGD AUD CAD NZD MXN SAR AED IRR IQD KWD QAR PKR BDT LKR NPR MNT THB IDR MYR PHP VND "
    "UAH BYN GEL AMD AZN ILS EGP NGN KES GHS ETB TZS ARS CLP COP PEN XDR RON BGN"
)
CURRENCY_CODES = frozenset(_CODES.split())
"""ISO 4217 codes that are read before or after a number."""

CURRENCY_SIGNS = {
    "US$": "USD",
    "US $": "USD",
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
    "Rs.": "rupees",
    "Rs": "rupees",
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
} | {code: code for code in CURRENCY_CODES}

# Names without a country that several currencies share (rupees, francs) stay names: they agree
# with themselves only.
CURRENCY_NAMES = """
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
