"""The words of `foreign`: numbers, scales, parts, multiples, and words that tell a language."""

from __future__ import annotations

_GERMAN = (
    "null:0 ein:1 eine:1 einen:1 einem:1 einer:1 eins:1 zwei:2 drei:3 vier:4 fünf:5 sechs:6 "
    "sieben:7 acht:8 neun:9 zehn:10 elf:11 zwölf:12 dreizehn:13 vierzehn:14 fünfzehn:15 "
    "sechzehn:16 siebzehn:17 achtzehn:18 neunzehn:19 zwanzig:20 dreißig:30 dreissig:30 vierzig:40 "
    "fünfzig:50 sechzig:60 siebzig:70 achtzig:80 neunzig:90"
)
_FRENCH = (
    "un:1 une:1 deux:2 trois:3 quatre:4 cinq:5 six:6 sept:7 huit:8 neuf:9 dix:10 onze:11 douze:12 "
    "treize:13 quatorze:14 quinze:15 seize:16 vingt:20 vingts:20 trente:30 quarante:40 "
    "cinquante:50 soixante:60 septante:70 huitante:80 nonante:90 cent:100 cents:100"
)
_SPANISH = (
    "un:1 una:1 dos:2 tres:3 cuatro:4 cinco:5 seis:6 siete:7 ocho:8 nueve:9 diez:10 once:11 "
    "doce:12 trece:13 catorce:14 quince:15 dieciséis:16 diecisiete:17 dieciocho:18 diecinueve:19 "
    "veinte:20 veintiuno:21 veintiún:21 veintiuna:21 veintidós:22 veintitrés:23 veinticuatro:24 "
    "veinticinco:25 veintiséis:26 veintisiete:27 veintiocho:28 veintinueve:29 treinta:30 "
    "cuarenta:40 cincuenta:50 sesenta:60 setenta:70 ochenta:80 noventa:90 cien:100 ciento:100 "
    "doscientos:200 doscientas:200 trescientos:300 trescientas:300 cuatrocientos:400 "
    "cuatrocientas:400 quinientos:500 quinientas:500 seiscientos:600 seiscientas:600 "
    "setecientos:700 ochocientos:800 novecientos:900"
)
_RUSSIAN = (
    "один:1 одна:1 одну:1 два:2 две:2 двух:2 три:3 трёх:3 трех:3 четыре:4 четырёх:4 четырех:4 "
    "пять:5 пяти:5 шесть:6 шести:6 семь:7 семи:7 восемь:8 восьми:8 девять:9 девяти:9 десять:10 "
    "десяти:10 одиннадцать:11 двенадцать:12 тринадцать:13 четырнадцать:14 пятнадцать:15 "
    "шестнадцать:16 семнадцать:17 восемнадцать:18 девятнадцать:19 двадцать:20 двадцати:20 "
    "тридцать:30 тридцати:30 сорок:40 сорока:40 пятьдесят:50 шестьдесят:60 семьдесят:70 "
    "восемьдесят:80 девяносто:90 сто:100 ста:100 двести:200 триста:300 четыреста:400 пятьсот:500 "
    "шестьсот:600 семьсот:700 восемьсот:800 девятьсот:900"
)


def _table(rows: str) -> dict[str, int]:
    return {word: int(value) for word, _, value in (row.partition(":") for row in rows.split())}


WORDS = {
    "de": _table(_GERMAN) | {"hundert": 100, "tausend": 1000},
    "fr": _table(_FRENCH),
    "es": _table(_SPANISH),
    "ru": _table(_RUSSIAN),
}
SCALES = {
    "de": _table("million:1000000 millionen:1000000 milliarde:1000000000 milliarden:1000000000"),
    "fr": _table(
        "mille:1000 million:1000000 millions:1000000 milliard:1000000000 milliards:1000000000"
    ),
    "es": _table("mil:1000 millón:1000000 millones:1000000"),
    "ru": _table(
        "тысяча:1000 тысячи:1000 тысяч:1000 тысячу:1000 миллион:1000000 миллиона:1000000 "
        "миллионов:1000000 миллиард:1000000000 миллиарда:1000000000 миллиардов:1000000000"
    ),
}
STOP_WORDS = {
    "en": "the of and to that for with was by as are from his which it be at have this not or "
    "a an in is on they their were has but we you all can more than will would about some",
    "de": (
        "in der die das den dem des ein eine einen und ist im von zu mit auf für nicht sich "
        "als auch "
        "es wie aus nach bei einer um am sind wird war hat haben zum zur über oder sie er ich"
    ),
    "fr": (
        "de le la les des du un une et est dans pour qui que sur au aux par avec ce cette "
        "ses son sa "
        "moitié tiers ans jusqu plus ne pas il elle ont sont ou fois d l était a été"
    ),
    "es": (
        "el la los las de del un una y en que por con para su sus se al es lo como más más fue ha "
        "son no o sobre entre mitad tercio tercios media años hasta"
    ),
}
# pattern, value
PARTS = {
    "de": [
        (r"(?:ein|das) Drittel|eines Drittels", "1/3"), ("zwei Drittel", "2/3"),
        (r"(?:ein|das) Viertel", "1/4"), ("drei Viertel", "3/4"), (r"(?:ein|das) Fünftel", "1/5"),
        (r"(?:ein|das) Zehntel", "1/10"), (r"(?:die|der) Hälfte", "1/2"), ("Hälfte", "1/2"),
    ],
    "fr": [
        (r"(?:un|le) tiers(?! monde)", "1/3"), (r"(?:les )?deux tiers", "2/3"),
        (r"(?:un|le) quart(?! d['’]heure)", "1/4"), (r"(?:les )?trois quarts", "3/4"),
        (r"(?:un|le) cinquième (?=d)", "1/5"), (r"(?:un|le) dixième (?=d)", "1/10"),
        (r"(?:la )?moitié", "1/2"),
    ],
    "es": [
        (r"un tercio|una tercera parte|la tercera parte", "1/3"),
        (r"(?:los )?dos tercios|dos terceras partes", "2/3"),
        (r"un cuarto (?=de)|una cuarta parte|la cuarta parte", "1/4"),
        (r"tres cuartos|tres cuartas partes", "3/4"), (r"un quinto (?=de)|una quinta parte", "1/5"),
        (r"(?:la )?mitad", "1/2"),
    ],
    "ru": [
        (r"половин[аыу]", "1/2"), (r"(?:одна )?треть", "1/3"), (r"две трети", "2/3"),
        (r"(?:одна )?четверть", "1/4"), (r"три четверти", "3/4"),
    ],
}  # fmt: skip
MULTIPLES = {
    "de": [
        (r"doppelt so|zweimal so|(?:das )?(?:Doppelte|Zweifache)", "2"),
        (r"dreimal so|(?:das )?Dreifache", "3"), (r"viermal so|(?:das )?Vierfache", "4"),
        (r"fünfmal so|(?:das )?Fünffache", "5"), (r"zehnmal so|(?:das )?Zehnfache", "10"),
    ],
    "fr": [(r"le double (?=d)", "2"), (r"le triple (?=d)", "3")],
    "es": [(r"el doble (?=de|que)", "2"), (r"el triple (?=de|que)", "3")],
    "ru": [("вдвое", "2"), ("втрое", "3"), ("вчетверо", "4")],
}  # fmt: skip
HALVES = {
    "de": [(r"(?:eine[rnm]? )?halbe[rns]? ", "0.5"), (r"anderthalb |eineinhalb ", "1.5")],
    "fr": [(r"(?:une )?demi-(?=\w)", "0.5"), (r"un quart d['’](?=heure)", "0.25")],
    "es": [(r"medi[ao] ", "0.5")],
    "ru": [(r"полтор[аы] ", "1.5"), (r"пол(?=часа|года|километра)", "0.5")],
}
