"""Word lists that decide what a changed word means; all in folded form (lower case)."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEGATIONS = _words(
    "not no never nor neither none nobody nothing nowhere without cannot hardly scarcely barely "
    "rarely seldom n't fail fails failed refuse refuses refused lack lacks lacked "
    "ain't unless lest unable unwilling unlikely deny denies denied denying declined "
    "nicht nichts kein keine keinen keinem keiner keines nie niemals niemand ohne weder kaum "
    "pas jamais aucun aucune sans rien ne ni nunca jamás ningún ninguna sin tampoco nadie "
    "не нет ни никогда нельзя никто без ні non mai senza nessuno nessuna não nem sem nenhum "
    "niet geen nooit zonder inte aldrig ikke ingen değil "
    "不 没 沒 未 非 无 無 莫 勿 毋 否 别",
)
"""Words that turn a statement round, in the languages the project meets most."""

_DENYING = _words(
    "fail fails failed refuse refuses refused lack lacks lacked unable unwilling unlikely deny "
    "denies denied denying declined ni",
)
GOVERNING = NEGATIONS - _DENYING
"""Negations that, right before a cut, govern the first word quoted."""

EXCEPTIONS = (
    "unless",
    "except",
    "excepting",
    "but not",
    "but only if",
    "but only when",
    "only if",
    "only when",
    "if not",
    "provided that",
    "provided the",
    "provided it",
    "provided they",
    "not",
    "never",
    "nor",
    "excluding",
    "save for",
    "apart from",
    "other than",
    "with the exception of",
    "to no one",
    "除非",
    "除了",
    "es sei denn",
    "außer",
    "sauf",
    "à moins",
    "a menos que",
    "salvo",
    "кроме",
    "если не",
)
"""What the source may go on with that changes the words quoted; multi-word ones by blanks."""

RESERVATIONS = ("if", "although", "though", "but", "however", "until", "only", "without", "yet")
"""What the source may go on with that a person should read."""

NUMBER_WORDS = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred hundreds thousand thousands million millions billion billions trillion trillions "
    "dozen dozens half halves third thirds quarter quarters first second fourth fifth sixth "
    "seventh eighth ninth tenth once twice thrice double triple twofold threefold tenfold "
    "一 二 三 四 五 六 七 八 九 十 百 千 万 萬 亿 億 两 兩 零 〇 半 倍",
)
QUANTIFIERS = _words(
    "all every each any some many most much more less few fewer several only always often "
    "sometimes usually must may might should could would can will shall almost nearly about "
    "over under above below up down increase decrease rise fall",
)
"""Words that no bracket may add: they change how much, how surely or which way."""

SCALES = _words(
    "hundred thousand million millions billion billions trillion bn m mn k percent per percentage "
    "% ‰ 万 亿 百 千 dozen fold times",
)
UNITS = _words(
    "km m cm mm mi ft in yd kg g mg t lb oz l ml ha kw mw gw twh kwh mwh gwh hp s min h hr bcm "
    "bbl km/h kilometres kilometers metres meters miles feet inches tonnes tons barrels hectares "
    "acres litres liters dollars euros pounds yuan rubles roubles usd eur gbp rmb cny people "
    "persons years months weeks days hours minutes degrees",
)
CURRENCIES = frozenset("$€£¥₽₸₴₩₹¢元")
SIGNS = frozenset("%‰°+±<>=≤≥≈~×÷/^#&§@") | CURRENCIES
PUNCTUATION = frozenset(".,;:!?\"()[]{}…'-|*_·")

PRONOUNS = _words(
    "i me my mine we us our ours you your yours he him his she her hers it its they them their "
    "theirs this that these those who whom whose which here there one ones himself herself itself "
    "themselves ourselves then 他 她 它 其 我 你 们 這 这 那 此 该",
)
SUBSTANTIVES = PRONOUNS - _words(
    "my our your his her its their this that these those who which here there then one ones 那 这 "
    "這 whom whose",
) | _words("his her this that these those one ones 那 这 這")
"""Pronouns that stand for somebody or something by themselves."""

DETERMINERS = _words("the a an this that these those its his her their our my your such said")
COMPLETIONS = _words(
    "a an the of to in on at by for from with and as is are was were be been being has have had "
    "do does did that who which 的 了 是 在",
)
"""Words that complete a sentence and say nothing more."""

TENSES = (
    _words("is are was were am be been being"),
    _words("has have had having"),
    _words("do does did"),
    _words("a an the"),
)
ADVERBIAL = _words("here there now then today yesterday tomorrow")

FUNCTION_WORDS = (
    _words(
        "a an the and or but if so as at by for from in into of on onto to with about over under "
        "than then that this these those there here is are was were be been being am do does did "
        "has have had will would shall should can could may might must it its he she they we i you "
        "his her their our your my me him them us who which what when where why how while also "
        "very just only such each every all any some more most less least both either between "
        "during after before since until through against within upon per via 's 'd 的 了 在 是 和",
    )
    | GOVERNING
)

NEGATIVE_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "anti", "counter", "de")
EDITORIAL = (
    "sic",
    "emphasis added",
    "emphasis mine",
    "my emphasis",
    "our emphasis",
    "emphasis in original",
    "emphasis in the original",
    "original emphasis",
    "italics added",
    "translation mine",
    "our translation",
    "author's translation",
)
"""Bracketed remarks of the author that are no words of the source."""

_PRONOUN_S = ("it", "he", "she", "that", "there", "what", "who", "here", "where", "how")
CONTRACTIONS: dict[str, tuple[str, ...]] = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "let's": ("let", "us"),
    "i'm": ("i", "am"),
    **{
        f"{verb}n't": (verb, "not")
        for verb in [
            "do",
            "does",
            "did",
            "is",
            "are",
            "was",
            "were",
            "has",
            "have",
            "had",
            "would",
            "could",
            "should",
            "must",
            "might",
            "need",
            "ought",
        ]
    },
    **{
        f"{word}'{tail}": (word, full)
        for word in [
            "i",
            "you",
            "we",
            "they",
            "he",
            "she",
            "it",
            "that",
            "there",
            "who",
            "what",
            "these",
            "those",
        ]
        for tail, full in (("re", "are"), ("ll", "will"), ("ve", "have"))
    },
    **{f"{word}'s": (word, "'s") for word in _PRONOUN_S},
    **{f"{word}'d": (word, "'d") for word in (*_PRONOUN_S, "i", "you", "we", "they")},
}
"""English contractions and what they stand for; `'s` and `'d` stay open (see OPEN_ENDINGS)."""

OPEN_ENDINGS = {"'s": ("is", "has"), "'d": ("would", "had")}
"""Endings that may stand for either word."""
