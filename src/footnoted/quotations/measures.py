"""What belongs to a number beside its digits: bounds, parts, compound units, other languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from footnoted.quotations.words import NUMBER_WORDS

_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)"
_PART = r"(?:half|halves|quarters?|thirds?|fifths?|tenths?|eighths?|sixths?)"
_BIG = r"(?:hundreds?|thousands?|millions?|billions?|trillions?|dozens?|bn|mn)"
_PLAIN = NUMBER_WORDS - frozenset(
    (
        *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
        *("tenth", "once", "half", "halves", "quarter", "quarters", "thirds"),
    ),
)
_WORDS = "|".join(sorted((w for w in _PLAIN if w.isascii()), key=len)[::-1])
_HAN = "[一二三四五六七八九十百千万亿两零〇]"
_GERMAN = (
    r"\w*(?:zehn|zwanzig|dreißig|dreissig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig|hundert"
    r"|tausend)|zwei|drei|vier|fünf|sechs|sieben|neun|elf|zwölf|million|millionen|milliarden"
)
_FRENCH = (
    r"deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?"
    r"|trente|quarante|cinquante|soixante|cents?|mille|centaines?|dizaines?|douzaines?|milliers?"
    r"|milliards?"
)
_SPANISH = (
    r"dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|trece|catorce|quince|dieci\w+|veinte"
    r"|veinti\w+|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|ciento|\w+cientos"
    r"|quinientos|mil|millones|millón"
)
_RUSSIAN = (
    r"два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|десят\w+|\w+надцат\w|\w*дцат\w|сорок"
    r"|сорока|\w+десят|\w+десяти|девяност\w|сто|ста|двести|триста|четыреста|\w+сот|тысяч\w?"
    r"|миллион\w*|миллиард\w*"
)
_FOREIGN = rf"(?:{_GERMAN}|{_FRENCH}|{_SPANISH}|{_RUSSIAN})"
_NUM = rf"(?:\d[\d.,]*|{_WORDS}|{_FOREIGN}|{_HAN})"
_HEDGE = (
    r"(?:at least|at most|(?:more|less|fewer|greater|higher|lower|larger|smaller) than|almost"
    r"|nearly|about|over|under|around|some|approximately|roughly|up to|as (?:many|much|few|little)"
    r" as|(?:not|no) (?:more|less|fewer) than|close to|well over|just|barely|hardly|scarcely|below"
    r"|above|circa|ca|upwards? of|in excess of|north of|short of|on average|an average of"
    r"|a maximum of|a minimum of|a total of some|virtually|practically|an estimated|estimated"
    r"|fast|etwa|rund|über|unter|mindestens|höchstens|bis zu|ungefähr|knapp|gut|beinahe|annähernd"
    r"|nahezu|(?:mehr|weniger) als|zirka|an die|environ|près de|plus de|moins de|presque|au moins"
    r"|au plus|jusqu ' à|jusqu'à|quelque|autour de|cerca de|casi|más de|menos de|al menos|hasta"
    r"|unos|unas|alrededor de|aproximadamente|por lo menos|quasi|oltre|più di|meno di|около|почти"
    r"|более|менее|свыше|до|примерно|порядка|как минимум|не более|не менее|приблизительно)"
)
_MONEY = (
    r"(?:dollars?|pounds?|francs?|euros?|crowns?|shillings?|pence|pesos?|dinars?|rials?|riyals?"
    r"|dirhams?|rupees?|roubles?|rubles?|marks?|lira|kroner|kronor|krona|krone|yen|won|yuan|cents)"
)
_MORE_UNITS = (
    r"(?:knots?|carats?|decibels|calories|kilocalories|amps|ohms|newtons|joules|pascals|bar|mph"
    r"|kph|rpm|fathoms?|furlongs?|leagues|stone|ounces?|pints?|gallons?|quarts?|bushels?|yards?"
    r"|inches|lakhs?|crores?|bce?|ce|ad|a \. d|b \. c|o ' ?clock|am|pm|[ap] \. m|pct|°|′|″"
    rf"|{_MONEY})"
)
_PERIOD = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|quarter|years?|annum|head|capita"
    r"|person|people|family|household|mile|yard|acre|hectare|barrel|tonne|ton|pound|ounce|gallon"
    r"|litre|liter|kilo|kilogram|kilometre|kilometer|metre|meter|piece|share|vote|dozen|km|kg|ha|h"
    r"|s|l|unit|litres|inhabitants?|\d[\d.,]*)"
)
_SMALLER = (
    r"(?:(?:ft|feet|foot) \| (?:and )?\d+ (?:in|inch|inches)\b|st \| \d+ lb|lbs? \| \d+ oz"
    r"|(?:hours?|hrs?|h) \| (?:and )?\S+ (?:minutes|mins?|m)\b"
    r"|(?:minutes|min) \| (?:and )?\S+ seconds|years \| (?:and )?\S+ months"
    r"|£ \d+ \| \d+ s\b|s \. \| \d+ d\b|\d+ s \| \. \d+ d\b|(?:degrees?|°) \| \d+ (?:minutes|')"
    r"|degrees \| (?:celsius|fahrenheit|centigrade|kelvin|c|f|north|south|east|west)"
    r"|° \| [cfnsew]\b)"
)
_CUTS = re.compile(
    " (?:"
    + "|".join(
        (
            rf"{_PART} of \| (?:a |an )?{_BIG}",
            rf"{_PART} \| of (?:a |an ){_BIG}",
            rf"(?:{_WORDS}) (?:\| point|point \|) (?:{_WORDS})",
            rf"(?:{_FOREIGN}) (?:\| et (?:un|une)|et \| (?:un|une))",
            rf"(?:{_FOREIGN}) \| (?:{_FOREIGN})",
            r"\w+[ei]nta (?:\| y|y \|) (?:uno|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)",
            rf"{_TENS} \| (?:some|odd|something)",
            r"\d+ \| \d+ / \d+|\d+ \d+ (?:\| /|/ \|) \d+",
            rf"(?:{_NUM}) (?:{_BIG} )?\| (?:[^\W\d]+ ){{0,2}}{_MONEY}",
            rf"(?:{_NUM}) (?:{_BIG} )?\w+ \| {_MONEY}",
            rf"(?:{_NUM}) (?:{_BIG} )?\| {_MORE_UNITS}",
            rf"(?:ad|a \. d \.|bc|№|no \.|c \.) \| (?:{_NUM})",
            r"\S*\d \| ±|[▲▼△▽↑↓⬆⬇+−±] \| \d\S*",
            (
                rf"(?:{_NUM}|%) (?:[^\W\d]+ ){{0,2}}\| (?:an?|per|each|every|/) {_PERIOD}"
                r"(?! (?:later|earlier|after|before|ago|off|away|old))"
            ),
            rf"(?:{_NUM}) (?:[^\W\d]+ ){{0,2}}(?:per|/) \| {_PERIOD}",
            (
                r"(?:sections?|articles?|paragraph|clause|rule|regulation|§|art \.|s|para|sec \.)"
                r" \d+\w? (?:\( \w{1,4} \) )*\| \( \w{1,4} \)"
            ),
            _SMALLER,
            rf"(?:{_HAN}|\d+) (?:\| [到至]|[到至] \|) (?:{_HAN}|\d)",
            rf"(?:{_HAN}|\d+) [成倍] \| (?:{_HAN}|半)",
            rf"(?:{_HAN}|\d+) (?:[^\W\d] ){{0,2}}\| (?:以 [上下内]|左 右|上 下|有 余|多|余|许)",
        )
    )
    + ") "
)
_HEDGED = re.compile(
    rf" (?:{_HEDGE} (?:the |a |an )?\| (?:[$€£¥₽] )?(?:{_NUM})"
    rf"|{_HEDGE} \| (?:a |an |one |two |three |half |half a |half an )(?:{_PART}|{_BIG})"
    rf"|{_HEDGE} (?:a |an |one - |two - )?\| (?:half|quarter|third)(?! of the time)"
    r"|(?:virtually|practically|almost|nearly|all but|effectively|basically) \| (?:no|all|every"
    r"|none|everyone|everybody|everything|nobody|nothing|always|never|any|everywhere|each)"
    r"|(?:before|until|since|after|by|c \.|prior to) \| (?:1\d{3}|20\d\d)"
    r"|(?:以 下|多 达|高 达|近|约|逾|超|不 足|上) \| (?:[一二三四五六七八九十百千万亿两]|\d)) "
)


def number_goes_on(before: Sequence[str], after: Sequence[str]) -> bool:
    """Say whether a number's span lies on both sides of a cut: `30 miles | an hour`."""
    left, right = before[-7:], after[:7]
    if not any(_counts(word) for word in (*left, *right)):
        return False
    return _CUTS.search(f" {' '.join(left)} | {' '.join(right)} ") is not None


@lru_cache(maxsize=8_192)
def _counts(word: str) -> bool:
    """Say whether a word is a number, in any of the languages known here."""
    if word in NUMBER_WORDS or any(map(str.isdigit, word)):
        return True
    return re.fullmatch(rf"{_FOREIGN}|{_HAN}", word) is not None


def bound_cut(before: Sequence[str], after: Sequence[str]) -> bool:
    """Say whether a bound or estimate is cut from a number or part: `more than | a third`."""
    return _HEDGED.search(f" {' '.join(before[-5:])} | {' '.join(after[:5])} ") is not None
