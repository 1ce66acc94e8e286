"""Whether a cut goes through a number: its digits, range, sign, scale, unit or bound."""

from __future__ import annotations

import re
from collections.abc import Sequence

from footnoted.quotations.findings import Remark
from footnoted.quotations.fold import FoldedText
from footnoted.quotations.measures import bound_cut, number_goes_on
from footnoted.quotations.words import CURRENCIES, NUMBER_WORDS, SCALES, SIGNS, UNITS

_ORDINAL = frozenset(
    (
        *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
        *("tenth", "once", "twice", "thrice", "double", "triple", "half", "halves", "quarter"),
        *("quarters", "thirds", "twofold", "threefold", "tenfold"),
    ),
)
_ALL_MEASURES = (UNITS | SCALES | CURRENCIES) - {
    "in",
    "s",
    "per",
    "hundred",
    "thousand",
} | frozenset(
    (
        *("kilometre", "kilometer", "metre", "meter", "mile", "foot", "tonne", "ton", "barrel"),
        *("hectare", "acre", "litre", "liter", "dollar", "euro", "pound", "rouble", "ruble"),
        *("tenge", "som", "yen", "won", "rupees", "francs", "cents", "person", "troops", "men"),
        *("women", "children", "soldiers", "workers", "day", "week", "month", "year", "hour"),
        *("minute", "seconds", "degree", "celsius", "fahrenheit", "points", "inches", "inch"),
        *("km²", "m²", "m³", "°c", "°f", "grams", "kilograms", "kilos", "watts", "megawatts"),
        *("gigawatts", "kilowatts", "horsepower", "volts", "bytes", "kb", "mb", "gb", "tb"),
        *("kib", "mib", "gib", "bit", "bits", "pixels", "dpi", "hz", "khz", "mhz", "ghz"),
        *("thousandth", "fold", "pages", "cases", "deaths", "votes", "percentage", "ppm"),
        *("hundred", "thousand", "thousands", "hundreds"),
        *("prozent", "millionen", "milliarden", "mio", "mrd", "jahre", "tage", "euros"),
        *("pourcent", "milliards", "ans", "jours", "millones", "años", "días", "millón"),
        *("milioni", "miliardi", "anni", "giorni", "milhões", "anos", "dias", "procent"),
        *("процентов", "процента", "тысяч", "тысячи", "млн", "млрд", "миллионов", "миллиарда"),
        *("миллиардов", "лет", "дней", "рублей", "тонн", "км"),
        *("吨", "噸", "元", "人", "倍", "月", "日", "号", "度", "公", "美", "欧", "多", "余", "余"),
        *("个", "岁", "名", "次", "天", "斤", "亩"),
    ),
)
_YEARLY = frozenset(
    (
        *("in", "since", "until", "during", "after", "before", "year", "early", "late", "mid"),
        *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
        *("october", "november", "december", "from", "by", "of", "and", "to", "年"),
    ),
)
_HARD = SCALES | CURRENCIES | {"tonnes", "tons", "km", "kg", "ha", "mw", "gw", "kwh", "gwh", "twh"}
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet"
    r"|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto"
    r"|septiembre|octubre|noviembre|diciembre|января|февраля|марта|апреля|мая|июня|июля|августа"
    r"|сентября|октября|ноября|декабря)"
)
_WORDS = "|".join(sorted((w for w in NUMBER_WORDS - _ORDINAL if w.isascii()), key=len)[::-1])
_NUM = rf"(?:\d[\d.,]*(?:k|m|bn|mn)?|{_WORDS})"
_PART = r"(?:half|halves|quarters?|thirds?|fifths?|tenths?|eighths?|sixths?)"
_BIG = r"(?:hundreds?|thousands?|millions?|billions?|trillions?|dozens?|bn|mn)"
_LOTS = r"(?:hundreds|thousands|millions|billions|tens|dozens|scores)"
_CODE = (
    r"(?:usd|eur|gbp|rmb|cny|chf|jpy|rub|inr|aud|cad|kzt|uzs|us \$|hk \$|rs|nok|sek|dkk|pln|krw"
    r"|brl|zar|try|sgd)"
)
_HEDGE = (
    r"(?:at least|at most|(?:more|less|fewer|greater|higher|lower|larger|smaller) than|almost"
    r"|nearly|about|over|under|around|some|approximately|roughly|up to|as (?:many|much|few|little"
    r"|high|low) as|not more than|no more than|no (?:less|fewer) than|close to|well over|just"
    r"|barely|below|above|circa|ca \.?|approx \.?|an estimated|estimated|fast|etwa|rund|über"
    r"|mindestens|höchstens|bis zu|ungefähr|environ|près de|plus de|moins de|presque|au moins"
    r"|jusqu'à|cerca de|casi|más de|menos de|al menos|hasta|circa|quasi|oltre|più di|meno di"
    r"|около|почти|более|менее|свыше|до|примерно|не менее|不 到|大 约|约|近|超 过|逾"
    r"|至 少|最 多|将 近"
    r"|多 达|不 足|超|几 乎|大 概|約|超 過|將 近)"
)
_ACROSS = re.compile(
    "|".join(
        rf"(?: {pattern} )"
        for pattern in (
            rf"(?:{_NUM}|a|an) (?:\| and|and \|) (?:a |an |one |two |three )?{_PART}",
            rf"(?:{_NUM}) and (?:a|an|one|two|three) \| {_PART}",
            rf"(?:{_NUM}|half|quarter) \| (?:a |an ){_BIG}",
            rf"half (?:a |an )\| {_BIG}|half a \| {_BIG}",
            rf"{_BIG} (?:\| and|and \|) {_NUM}",
            rf"(?:{_NUM}) (?:\| (?:to|or|bis|à)|(?:to|or|bis|à) \|) (?:{_NUM})",
            rf"between [^|]{{0,20}}?{_NUM}[^|]{{0,20}}? (?:\| and|and \|) {_NUM}",
            rf"(?:{_NUM}) (?:\| (?:out )?of|(?:out )?of \||out \| of) (?:every )?{_NUM}",
            rf"(?:{_WORDS}|\d{{1,2}}) (?:\| in|in \|) (?:every )?(?:{_WORDS}|\d{{1,3}})",
            (
                rf"(?:{_NUM}) \| (?:(?:or|and) (?:so|more|less|fewer|over|above|under|up|counting"
                rf"|upwards?)|plus|odd|times|fold|- fold|per cent|% ?|below zero|under zero)"
            ),
            (
                rf"(?:{_NUM}) degrees?(?: celsius| fahrenheit| c)? \| (?:below"
                rf"|under) (?:zero|freezing)"
            ),
            rf"{_LOTS} (?:\| of|of \|) {_LOTS}",
            rf"(?:a few|several|many|couple of|some|few|various) \| {_BIG}",
            rf"{_CODE} \| {_NUM}",
            rf"(?:minus|negative|plus|moins|menos|minus|минус|零 下|负) \| {_NUM}",
            rf"[<>=≤≥±≈~+−] \| {_NUM}",
            rf"(?:{_NUM}) (?:\| [x×*÷/+^]|[x×*÷/+^] \|) {_NUM}",
            rf"(?:\d{{1,2}}) \| (?:{_MONTH}|\. {_MONTH}|de {_MONTH})",
            rf"(?:{_MONTH}) \| \d{{1,2}}",
            (
                rf"(?:{_NUM}) \| (?:square|cubic|metric|nautical|percentage|basis|us \$|us dollars"
                rf"|u \. s \. dollars|american dollars|light years|pour cent|por ciento|per cento"
                rf"|миллион\w*|процент\w*|тысяч\w*)"
            ),
            r"百 分 之 \| \S+|分 之 \| \S+|\S+ \| 分 之|第 \| \S+",
        )
    ),
)
_HEDGED = re.compile(rf" {_HEDGE} (?:the |a |an )?\| (?:[$€£¥₽] ?)?(?:us ?\$ ?)?(?:{_NUM}|[一-龥])")


def is_number(word: str) -> bool:
    """Say whether a word is or holds a number, in digits or words."""
    return word[0].isdigit() or word[-1].isdigit() or word in NUMBER_WORDS


def judge_number(
    page: FoldedText,
    at: int,
    before: Sequence[str],
    after: Sequence[str],
) -> Remark | None:
    """Return what is wrong with the cut between words `at - 1` and `at`, if it parts a number.

    `before` and `after` are the words of the same sentence on either side.
    """
    left, right = before[-7:], after[:6]
    if _is_grouped(page, at):
        return Remark("cut_inside_number", f"the source has *{_shown(page, at)}*")
    if not left or not right or page.words[at - 1] == '"' or page.words[at] == '"':
        return None
    if _is_parted(page, at):
        return Remark("cut_inside_number", f"the source has *{_shown(page, at)}*")
    text = f" {' '.join(left)} | {' '.join(right)} "
    if _ACROSS.search(text) or number_goes_on(before, after):
        return Remark("cut_inside_number", f"the source has *{_shown(page, at)}*")
    return None


def judge_hedge(
    page: FoldedText,
    at: int,
    before: Sequence[str],
    after: Sequence[str],
) -> Remark | None:
    """Return the bound or estimate (`almost |`, `up to |`) that is cut from a number."""
    left, right = before[-4:], after[:3]
    if not left or not right:
        return None
    text = f" {' '.join(left)} | {' '.join(right)} "
    if bound_cut(before, after):
        return Remark("hedge_cut", f"the source has *{_shown(page, at)}*")
    first = right[1] if right[0] in CURRENCIES and len(right) > 1 else right[0]
    if not is_number(first):
        return None
    if first not in _ORDINAL and _HEDGED.search(text):
        return Remark("hedge_cut", f"the source has *{_shown(page, at)}*")
    return None


def _is_grouped(page: FoldedText, at: int) -> bool:
    """Say whether a mark that groups digits stands beside the cut: `1’299`, `12,` / `500`."""
    for mark in (at - 1, at):
        if not 0 < mark < len(page.words) - 1 or page.words[mark] not in {'"', ",", "'"}:
            continue
        last, first = page.words[mark - 1], page.words[mark + 1]
        grouped = last.isdigit() and len(last) <= 3 and first[:3].isdigit() and len(first) >= 3
        glued = page.ends[mark - 1] == page.starts[mark]
        between = page.text.content[page.ends[mark] : page.starts[mark + 1]]
        broken = page.words[mark] == "," and between.strip(" ") == "\n"
        if grouped and glued and first[3:4] in {"", ","} and (not between or broken):
            return True
    return False


def _shown(page: FoldedText, at: int) -> str:
    return " ".join(page.raw(max(0, at - 3), min(at + 3, len(page.words))).split())


def _is_parted(page: FoldedText, at: int) -> bool:
    """Say whether the two words at the cut are parts of one number."""
    last, first = page.words[at - 1], page.words[at]
    glued = page.ends[at - 1] == page.starts[at]
    if glued and first.startswith("^"):
        return True
    if is_number(last) and _goes_on(page, at, glued=glued):
        return True
    if first in SCALES and is_number(last) and last not in _ORDINAL:
        return True
    if not is_number(first):
        return _opens(page, at, glued=glued)
    return _is_preceded(page, at, glued=glued)


def _is_preceded(page: FoldedText, at: int, *, glued: bool) -> bool:
    """Say whether a sign, currency or number before the number at the cut belongs to it."""
    last, first = page.words[at - 1], page.words[at]
    if last in CURRENCIES or (last in SIGNS and glued) or last in {"minus", "negative"}:
        return True
    alone = at < 2 or page.ends[at - 2] != page.starts[at - 1]
    if last == "-":
        return glued and alone
    if last == "(":
        return glued and _is_bracketed(page, at)
    if glued and at > 1 and is_number(page.words[at - 2]):
        return not alone and last in {"·", ":", "'", ",", "."}
    grouped = last[0].isdigit() and first[0].isdigit() and len(first) == 3  # 1 234 567
    # Chinese numerals are single characters: 十 before 五 belongs to it
    words = last in NUMBER_WORDS and first in NUMBER_WORDS and last not in {"first", "second"}
    return grouped or words


def _goes_on(page: FoldedText, at: int, *, glued: bool) -> bool:
    """Say whether a number before word `at` goes on with it: `12 345`, `5 km`, `3·5`."""
    last, after = page.words[at - 1], page.words[at]
    if glued and (after in SIGNS or (after in {"·", ":", "'", "-"} and _digit_at(page, at + 1))):
        return True
    if after in _ALL_MEASURES and last not in _ORDINAL:
        return after in _HARD or not _is_year(page, at - 1)
    if after == ")" and at > 1 and page.words[at - 2] == "(":
        return _is_bracketed(page, at - 1)
    grouped = last[0].isdigit() and after.isdigit() and len(after) == 3
    return grouped or (last in NUMBER_WORDS and after in NUMBER_WORDS and after != "first")


def _digit_at(page: FoldedText, at: int) -> bool:
    if at >= len(page.words) or page.ends[at - 1] != page.starts[at]:
        return False
    return page.words[at][0].isdigit()


def _opens(page: FoldedText, at: int, *, glued: bool) -> bool:
    """Say whether a currency's sign after the cut belongs to a sign before it: `-| $5`."""
    if page.words[at] not in CURRENCIES or at + 1 >= len(page.words):
        return False
    last = page.words[at - 1]
    if not is_number(page.words[at + 1]):
        return False
    lone = at < 2 or page.ends[at - 2] != page.starts[at - 1]
    if glued and last in {"a", "c", "nz", "us", "hk", "s", "r", "nt", "can", "aus", "au", "sg"}:
        return True
    return (glued and last == "-" and lone) or last in {"minus", "negative", "us", "hk"}


def _is_bracketed(page: FoldedText, at: int) -> bool:
    """Say whether a number stands alone in brackets, as bookkeepers write what is negative."""
    word, words = page.words[at], page.words
    year = len(word) == 4 and word.isdigit() and "1000" <= word <= "2100"
    if year or not word[0].isdigit() or at + 1 >= len(words) or words[at + 1] != ")":
        return False
    return page.starts[at] == page.ends[at - 1] and page.ends[at] == page.starts[at + 1]


def _is_year(page: FoldedText, at: int) -> bool:
    word = page.words[at]
    four = len(word) == 4 and word.isdigit() and "1500" <= word <= "2100"
    return four and at > 0 and page.words[at - 1] in _YEARLY
