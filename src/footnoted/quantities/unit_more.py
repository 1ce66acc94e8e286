"""More units, as dictionaries, gazetteers, manuals and almanacs write them: data, read by `units`.

Factors are exact where a definition is (international yard and pound 1959, SI 2019, IAU 2015);
a unit without a fixed one (a league, a quintal, a cup) is a family of its own, and never converts.
"""

from __future__ import annotations

MORE_MEASURES: dict[str, tuple[str, str]] = {
    "stone": ("mass", "6.35029318"),
    "grains": ("mass", "0.00006479891"),
    "Å": ("length", "0.0000000001"),
    "fathoms": ("length", "1.8288"),
    "rods": ("length", "5.0292"),
    "furlongs": ("length", "201.168"),
    "parsecs": ("length", "30856775814913673"),
    "square yards": ("area", "0.83612736"),
    "square inches": ("area", "0.00064516"),
    "cm2": ("area", "0.0001"),
    "mm2": ("area", "0.000001"),
    "cm3": ("volume", "0.000001"),
    "hl": ("volume", "0.1"),
    "cl": ("volume", "0.00001"),
    "cubic yards": ("volume", "0.764554857984"),
    "cubic inches": ("volume", "0.000016387064"),
    "cubic miles": ("volume", "4168181825.440579584"),
    "fortnights": ("time", "1209600"),
    "millennia": ("calendar", "12000"),
    "PB": ("data", "1000000000000000"),
    "EB": ("data", "1000000000000000000"),
    "kbits": ("data", "125"),
    "Mbits": ("data", "125000"),
    "Gbits": ("data", "125000000"),
    "GB/s": ("data rate", "8000000000"),
    "arcminutes": ("angle", "60"),
    "arcseconds": ("angle", "1"),
    "mmHg": ("pressure", "133.322387415"),
    "mbar": ("pressure", "100"),
    "J": ("joules", "1"),
    "kJ": ("joules", "1000"),
    "MJ": ("joules", "1000000"),
    "kcal": ("calories", "1"),
    "eV": ("electronvolts", "1"),
    "keV": ("electronvolts", "1000"),
    "MeV": ("electronvolts", "1000000"),
    "GeV": ("electronvolts", "1000000000"),
    "mW": ("power", "0.001"),
    "ohms": ("resistance", "1"),
    "kΩ": ("resistance", "1000"),
    "MΩ": ("resistance", "1000000"),
    "µA": ("current", "0.000001"),
    "THz": ("frequency", "1000000000000"),
    "km/s": ("speed", "3600"),
    "cm/s": ("speed", "0.036"),
    "feet/second": ("speed", "1.09728"),
    "miles/second": ("speed", "5793.6384"),
}
# name | wordings, as in `unit_tables.MEASURE_NAMES`
MORE_NAMES = """
pounds weight | lb. | lbs.
stone | stone
grains | grain*
drams | dram* | drachm*
scruples | scruple*
pennyweights | pennyweight* | dwt
hundredweight | hundredweight* | cwt
quintals | quintal*
tolas | tola*
inches | in.
miles | mi
feet | ft.
yards | yd | yds | yd. | yds.
mm | millimetre* | millimeter*
cm | cms
dm | decimetre* | decimeter*
Å | angstrom* | ångström*
fathoms | fathom*
rods | rod* | perch | perches
chains | chain*
furlongs | furlong*
leagues | league*
cubits | cubit*
spans | span*
hands | hand high | hands high
parsecs | parsec* | pc
versts | verst*
paces | pace*
square yards | square yard* | sq yd | sq. yd. | sq yds
square inches | square inch | square inches | sq in | sq. in.
square feet | sq. ft. | sq. ft | ft²
square miles | sq. mi. | sq. mi | sq. miles | sq miles | sq. m.
km2 | sq. kms | sq. kilometres | sq. kilometers
m2 | sq. metres | sq. meters
cm2 | square centimetre* | square centimeter* | sq cm | cm²
mm2 | square millimetre* | square millimeter* | sq mm | mm²
roods | rood*
quarts | quart* | qt | qts
bushels | bushel* | bu.
pecks | peck*
gills | gill*
fluid ounces | fluid ounce* | fl oz | fl. oz. | fl. oz
gallons | gal | gals | gal.
pints | pt.
hogsheads | hogshead*
firkins | firkin*
cords | cord* of wood
hl | hectolitre* | hectoliter*
cl | centilitre* | centiliter*
ml | cc | c.c. | mls
cm3 | cubic centimetre* | cubic centimeter* | cu cm | cm³
cubic yards | cubic yard* | cu yd | cu. yd.
cubic inches | cubic inch | cubic inches | cu in | cu. in.
cubic feet | cu. ft. | ft³
cubic miles | cubic mile*
teaspoons | teaspoon* | teaspoonful* | tsp | tsps | tsp.
tablespoons | tablespoon* | tablespoonful* | tbsp | tbsps | tbsp.
cups | cup* | cupful*
spoonfuls | spoonful*
seconds | sec. | secs.
minutes | min.
hours | hrs. | hr.
years | yrs. | twelvemonth
fortnights | fortnight*
millennia | millennium | millennia | millenniums
generations | generation*
nights | night*
PB | petabyte*
EB | exabyte*
kB | kbyte*
MB | Mbyte* | megs
GB | Gbyte* | gigs
bits | -bit
kbits | kilobit*
Mbits | megabit*
Gbits | gigabit*
GB/s | gigabytes per second
kB/s | kilobytes per second
bit/s | bits a second | bits/second | bits/s
kbit/s | kilobits/second | kbits/s | kb/s
Mbit/s | mbits/s | megabits/second | mb/s
Gbit/s | gbits/s
baud | baud
ppi | ppi | pixels per inch
cpi | characters per inch | cpi
wpm | words per minute | wpm
fps | frames per second | frames a second | frames/second | frames/s | fps
rpm | rpm | r.p.m. | revolutions per minute | revolutions a minute
MIPS | MIPS | million instructions per second
megapixels | megapixel*
°C | ° C | ºC | degrees C | deg C | degree Celsius | degrees of Celsius | Celsius | centigrade
°F | ° F | ºF | degrees F | deg F | Fahrenheit
K | kelvin*
degrees | deg
arcminutes | arcminute* | arc minute* | minutes of arc | minute of arc | arcmin
arcseconds | arcsecond* | arc second* | seconds of arc | second of arc | arcsec
radians | radian*
mmHg | mm Hg | mmHg | mm. of mercury | mm of mercury | millimetres of mercury
inches of mercury | inches of mercury
mbar | millibar* | mbar*
MPa | megapascal*
J | joule*
kJ | kilojoule*
MJ | megajoule*
kcal | kcal | kilocalorie*
calories | calorie* | cal
BTU | btu*
eV | electron volt* | electronvolt*
horsepower | horse-power | horsepowers | h.p. | bhp
mW | milliwatt*
ohms | ohm*
kΩ | kilohm*
MΩ | megohm*
F | farad*
µF | microfarad*
pF | picofarad*
H | henry | henries
mV | millivolt*
mA | milliamp* | milliampere*
A | ampère*
N | newton*
T | tesla*
C | coulomb*
lumens | lumen*
lux | lux
cd | candela*
candlepower | candlepower | candle-power
Sv | sievert*
mSv | millisievert*
Bq | becquerel*
curies | curie*
roentgens | roentgen*
mol | mole* | mol
km/h | kilometers an hour | km per hour | km an hour | km/hr | km/hour | k.p.h.
mph | m.p.h. | miles/hour
m/s | m per second | m/sec | metres/second | meters/second
km/s | km/s | km/sec | kilometres per second | kilometers per second | kilometres a second
cm/s | cm/s | centimetres per second | centimeters per second
feet/second | feet per second | feet a second | ft/s | ft per second | fps.
feet/minute | feet per minute | feet a minute
miles/second | miles per second | miles a second | miles/second
miles/day | miles a day | miles per day
tonnes/year | tonnes a year | tonnes per year | tonnes per annum
points | point type
picas | pica*
em | em | ems
storeys | storey* | stories | story high | floors
atmospheres | atm
barrels | brl | brls
USD | bucks
cents | cent*
pence | pence
shillings | shilling*
guineas | guinea*
florins | florin*
ducats | ducat*
livres | livres
denarii | denarius | denarii
sesterces | sesterce* | sestertii
talents | talent* of silver | talent* of gold
shekels | shekel*
drachmas | drachma*
crowns | crown*
pieces of eight | pieces of eight
"""
# Symbols whose case matters.
MORE_SYMBOLS = {
    "°": "degrees", "º": "degrees", "℃": "°C", "℉": "°F", "″": "inches", "′": "feet", "Å": "Å",
    "cc": "ml", "hl": "hl", "cl": "cl", "dm": "dm", "dl": "dl", "PB": "PB", "EB": "EB",
    "PiB": "PiB", "Mb": "Mbits", "Gb": "Gbits", "kbit": "kbits", "Mbit": "Mbits", "Gbit": "Gbits",
    "GB/s": "GB/s", "Mb/s": "Mbit/s", "Gb/s": "Gbit/s", "bits/s": "bit/s", "kbit/s": "kbit/s",
    "B/s": "B/s", "mbar": "mbar", "Torr": "Torr", "J": "J", "kJ": "kJ", "MJ": "MJ", "GJ": "GJ",
    "Kcal": "kcal", "eV": "eV", "keV": "keV", "MeV": "MeV", "GeV": "GeV", "TeV": "TeV",
    "mW": "mW", "TW": "TW", "Ω": "ohms", "kΩ": "kΩ", "MΩ": "MΩ", "A": "A", "µA": "µA", "μA": "µA",
    "Ah": "Ah", "mAh": "mAh", "µF": "µF", "μF": "µF", "nF": "nF", "pF": "pF", "N": "N",
    "kN": "kN", "Nm": "Nm", "N·m": "Nm", "mT": "mT", "lm": "lumens", "lx": "lux", "cd": "cd",
    "Sv": "Sv", "mSv": "mSv", "µSv": "µSv", "Bq": "Bq", "Gy": "Gy", "mol": "mol", "mmol": "mmol",
    "rad": "radians", "dBm": "dBm", "dBA": "dB", "dB(A)": "dB", "THz": "THz", "pc": "parsecs",
    "kpc": "kpc", "Mpc": "Mpc", "ly": "light years", "Ma": "Ma", "Myr": "Myr", "Gyr": "Gyr",
    "lpi": "lpi", "MP": "megapixels", "ppm": "ppm", "ppb": "ppb", "‰": "‰", "kV·A": "kVA",
    "kVA": "kVA", "MVA": "MVA", "cwt": "hundredweight", "gr": "grains", "kWp": "kWp",
    "m³/s": "m3/second", "g/cm³": "g/cm3", "g/cm3": "g/cm3", "kg/m³": "kg/m3", "mg/l": "mg/l",
    "mg/kg": "mg/kg", "em": "em", "ex": "ex", "км": "km", "м": "m", "см": "cm", "мм": "mm",
    "кг": "kg", "г": "g", "т": "tonnes", "км²": "km2", "км2": "km2", "м²": "m2", "м³": "m3",
    "га": "hectares", "л": "litres", "кВт": "kW", "МВт": "MW", "ГВт": "GW", "км/ч": "km/h",
    "°С": "°C", "ч": "hours", "мин": "minutes",
}  # fmt: skip
