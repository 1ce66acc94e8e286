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
    "nm": ("length", "0.000000001"),
    "µm": ("length", "0.000001"),
    "light years": ("length", "9460730472580800"),
    "AU": ("length", "149597870700"),
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
    "ml": ("volume", "0.000001"),
    "gallons": ("gallons", "1"),
    "US gallons": ("volume", "0.003785411784"),
    "imperial gallons": ("volume", "0.00454609"),
    "pints": ("pints", "1"),
    "barrels/day": ("flow", "1"),
    "tonnes/year": ("yearly mass", "1"),
    "mg": ("mass", "0.000001"),
    "µg": ("mass", "0.000000001"),
    "carats": ("mass", "0.0002"),
    "short tons": ("mass", "907.18474"),
    "long tons": ("mass", "1016.0469088"),
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
    "ms": ("time", "0.001"),
    "µs": ("time", "0.000001"),
    "ns": ("time", "0.000000001"),
    "km/h": ("speed", "1"),
    "m/s": ("speed", "3.6"),
    "knots": ("speed", "1.852"),
    "mph": ("speed", "1.609344"),
    "°C": ("celsius", "1"),
    "°F": ("fahrenheit", "1"),
    "K": ("kelvin", "1"),
    "degrees": ("degrees", "1"),
    "Hz": ("frequency", "1"),
    "kHz": ("frequency", "1000"),
    "MHz": ("frequency", "1000000"),
    "GHz": ("frequency", "1000000000"),
    "V": ("voltage", "1"),
    "kV": ("voltage", "1000"),
    "mV": ("voltage", "0.001"),
    "A": ("current", "1"),
    "mA": ("current", "0.001"),
    "Pa": ("pressure", "1"),
    "hPa": ("pressure", "100"),
    "kPa": ("pressure", "1000"),
    "MPa": ("pressure", "1000000"),
    "bar": ("pressure", "100000"),
    "psi": ("pressure", "6894.757293168361"),
    "atmospheres": ("pressure", "101325"),
    "toe": ("oil equivalent", "1"),
    "dpi": ("dpi", "1"),
    "pixels": ("pixels", "1"),
    "TEU": ("TEU", "1"),
    "dB": ("dB", "1"),
    "bits": ("data", "0.125"),
    "bytes": ("data", "1"),
    "kB": ("data", "1000"),
    "MB": ("data", "1000000"),
    "GB": ("data", "1000000000"),
    "TB": ("data", "1000000000000"),
    "KiB": ("data", "1024"),
    "MiB": ("data", "1048576"),
    "GiB": ("data", "1073741824"),
    "TiB": ("data", "1099511627776"),
    "bit/s": ("data rate", "1"),
    "kbit/s": ("data rate", "1000"),
    "Mbit/s": ("data rate", "1000000"),
    "Gbit/s": ("data rate", "1000000000"),
    "kB/s": ("data rate", "8000"),
    "MB/s": ("data rate", "8000000"),
}
# name | wordings without regard to case; `*` marks an optional plural s.
MEASURE_NAMES = """
% | per cent | percent | per-cent | pct | Prozent | pour cent | por ciento
% | процентов | процента | процент
percentage points | percentage point* | percent point* | pp | ppts | ppt
basis points | basis point*
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
US gallons | US gallon* | U.S. gallon*
imperial gallons | imperial gallon*
pints | pint*
ml | millilitre* | milliliter*
mg | milligram*
µg | microgram*
carats | carat*
barrels/day | barrel* a day | barrel* per day | barrel*/day | barrel* daily | bpd | b/d | bbl/d
g | gram* | gramme*
kg | kilogram* | kilogramme* | kilo*
tonnes | тонн | тонны | тонна
tonnes | tonne* | metric ton* | metric tonne*
short tons | short ton* | US ton*
long tons | long ton* | imperial ton*
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
minutes | minute* | min | mins | Minuten | minutos | минут | минуты
hours | hour* | hr | hrs | Stunde | Stunden | heure* | horas | hora | часов | часа | час
days | day* | Tag | Tage | Tagen | jour* | días | día | дней | дня
weeks | week* | Woche | Wochen | semaine* | semanas | semana | недель | недели
months | month* | Monat | Monate | Monaten | mois | meses | mes | месяцев | месяца
years | year* | yr | yrs | Jahr | Jahre | Jahren | ans | année* | años | año | лет | года
decades | decade*
centuries | century | centuries
years old | year* old | years of age
light years | light year* | light-year*
AU | astronomical unit*
µm | micron* | micrometre* | micrometer*
nm | nanometre* | nanometer*
ms | millisecond* | msec
µs | microsecond*
ns | nanosecond*
m/s | metres per second | meters per second | metres a second | meters a second
knots | knot*
Hz | hertz
kHz | kilohertz
MHz | megahertz
GHz | gigahertz
V | volt*
kV | kilovolt*
A | amp* | ampere*
Pa | pascal*
kPa | kilopascal*
bar | bar | bars
psi | psi | pounds per square inch
atmospheres | atmosphere*
toe | toe | tonne* of oil equivalent | tons of oil equivalent
dpi | dpi | dots per inch
pixels | pixel* | px
TEU | TEU | TEUs | twenty-foot equivalent unit*
dB | decibel*
bits | bit*
bytes | byte*
KiB | kibibyte*
MiB | mebibyte*
GiB | gibibyte*
bit/s | bits per second | bit/s | bps
kbit/s | kilobits per second | kbit/s | kbps
Mbit/s | megabits per second | Mbit/s | Mbps
Gbit/s | gigabits per second | Gbit/s | Gbps
MB/s | megabytes per second
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
PLAIN_SYMBOLS = {
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
    "pt": Unit("pt"),
    "l": Unit("litres"),
    "L": Unit("litres"),
    "ml": Unit("ml"),
    "mL": Unit("ml"),
    "mg": Unit("mg"),
    "µg": Unit("µg"),
    "μg": Unit("µg"),
    "nm": Unit("nm"),
    "µm": Unit("µm"),
    "μm": Unit("µm"),
    "AU": Unit("AU"),
    "ms": Unit("ms"),
    "µs": Unit("µs"),
    "μs": Unit("µs"),
    "ns": Unit("ns"),
    "m/s": Unit("m/s"),
    "kn": Unit("knots"),
    "Hz": Unit("Hz"),
    "kHz": Unit("kHz"),
    "MHz": Unit("MHz"),
    "GHz": Unit("GHz"),
    "V": Unit("V"),
    "kV": Unit("kV"),
    "mV": Unit("mV"),
    "mA": Unit("mA"),
    "K": Unit("K"),
    "Pa": Unit("Pa"),
    "hPa": Unit("hPa"),
    "kPa": Unit("kPa"),
    "MPa": Unit("MPa"),
    "GPa": Unit("MPa", Decimal(1000)),
    "dB": Unit("dB"),
    "Mtoe": Unit("toe", Decimal(10**6)),
    "MB/s": Unit("MB/s"),
    "kB/s": Unit("kB/s"),
    "bcf": Unit("cubic feet", Decimal(10**9)),
    "Bcf": Unit("cubic feet", Decimal(10**9)),
    "tcf": Unit("cubic feet", Decimal(10**12)),
    "Tcf": Unit("cubic feet", Decimal(10**12)),
    "Mtpa": Unit("tonnes/year", Decimal(10**6)),
    "mtpa": Unit("tonnes/year", Decimal(10**6)),
    "mbd": Unit("barrels/day", Decimal(10**6)),
    "KiB": Unit("KiB"),
    "MiB": Unit("MiB"),
    "GiB": Unit("GiB"),
    "TiB": Unit("TiB"),
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
