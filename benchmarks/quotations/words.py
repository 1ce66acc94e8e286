"""Word lists and small tools of the mutations. Every list is our own and short on purpose."""

# ruff: noqa: SIM905 - word lists read better as prose

from __future__ import annotations

import re
from random import Random

CJK = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
NUMBER = re.compile(
    r"(?<![\w.,:/-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w/:-])|"
    r"(?<![\w.,:/-])\d+(?:\.\d+)?(?![\w/:-]|[.,]\d)"
)

DANGEROUS = frozenset(
    """not no never none nor neither without cannot nobody nothing nowhere hardly scarcely barely
    rarely seldom unless except but however although though if only few little less least false
    falsely wrong deny denies denied refuse refuses refused fail fails failed lack lacks lacked
    reject rejects rejected doubt doubts alleged allegedly supposedly claim claims claimed may might
    could would should must perhaps possibly probably almost nearly instead rather otherwise nicht
    kein keine keinen keiner ohne nie weder ne pas jamais sans ni aucun aucune sauf no ni nunca sin
    ninguna ninguno non mai né senza nessun nessuna не ни нет без никогда não nem nunca sem
    whether until while whereas despite contrary far too hypothetical imagine suppose pretend
    nichts niemand keines keinem keiner kaum nirgends rien personne nulle nada nadie tampoco niente
    nessuno né neanche nemmeno ninguém nenhum nenhuma ничего никто никакой нельзя ни
    unlike avoid avoids prevent prevents stop stops against absence myth allege
    """.split()
)
"""Words that nobody may hide: negations, hedges, conditions, denials."""

PAIRS_OF_SPELLING = tuple(
    tuple(pair.split("/"))
    for pair in """organization/organisation organizations/organisations labor/labour color/colour
    center/centre behavior/behaviour defense/defence realize/realise recognize/recognise
    organize/organise organized/organised organizing/organising favor/favour favorite/favourite
    honor/honour neighbor/neighbour program/programme license/licence theater/theatre
    centralized/centralised centralization/centralisation capitalization/capitalisation
    decentralized/decentralised customize/customise customized/customised analyze/analyse
    analyzed/analysed catalog/catalogue gray/grey traveled/travelled traveling/travelling
    labeled/labelled canceled/cancelled modeling/modelling fulfill/fulfil
    minimize/minimise maximize/maximise maximizing/maximising optimize/optimise optimized/optimised
    summarize/summarise emphasize/emphasise emphasized/emphasised criticize/criticise
    criticized/criticised utilize/utilise utilized/utilised initialize/initialise
    initialized/initialised initialization/initialisation specialized/specialised
    generalized/generalised standardized/standardised socialized/socialised apologize/apologise
    authorize/authorise authorized/authorised realized/realised recognized/recognised
    symbolize/symbolise civilization/civilisation mobilize/mobilise mobilized/mobilised
    neighboring/neighbouring colored/coloured favors/favours favored/favoured
    laborers/labourers behaviors/behaviours colors/colours centers/centres rumor/rumour
    harbor/harbour vigor/vigour fiber/fibre liter/litre meters/metres kilometers/kilometres
    defenseless/defenceless offense/offence skeptical/sceptical aluminum/aluminium
    mom/mum plow/plough tire/tyre jewelry/jewellery endeavor/endeavour humor/humour
    privatization/privatisation liberalization/liberalisation modernization/modernisation
    """.split()
)
"""American and British spellings of one word."""
# each half of these is also a word of its own
_DOUBTFUL = frozenset({"program", "tire", "license", "mom", "meters", "fulfill"})
SPELLING = {
    here: there
    for pair in PAIRS_OF_SPELLING
    if pair[0] not in _DOUBTFUL
    for here, there in (pair, pair[::-1])
}

CONTRACTIONS = {
    "do not": "don't", "does not": "doesn't", "did not": "didn't", "is not": "isn't",
    "are not": "aren't", "was not": "wasn't", "were not": "weren't", "have not": "haven't",
    "has not": "hasn't", "had not": "hadn't", "will not": "won't", "would not": "wouldn't",
    "should not": "shouldn't", "could not": "couldn't", "cannot": "can't", "it is": "it's",
    "that is": "that's", "they are": "they're", "we are": "we're", "you are": "you're",
    "we have": "we've", "they have": "they've", "you have": "you've", "we will": "we'll",
    "they will": "they'll", "you will": "you'll", "there is": "there's", "let us": "let's",
}  # fmt: skip
"""Full forms and their contractions; `it's` for *it has* is out, a person must tell it apart."""

AFFIXES = tuple(
    tuple(pair.split("/"))
    for pair in """able/unable legal/illegal agree/disagree agreed/disagreed possible/impossible
    likely/unlikely necessary/unnecessary known/unknown important/unimportant equal/unequal
    correct/incorrect complete/incomplete dependent/independent direct/indirect visible/invisible
    valid/invalid available/unavailable stable/unstable certain/uncertain usual/unusual
    formal/informal regular/irregular rational/irrational responsible/irresponsible
    relevant/irrelevant moral/immoral perfect/imperfect practical/impractical
    employed/unemployed employment/unemployment official/unofficial true/untrue
    appear/disappear advantage/disadvantage advantages/disadvantages honest/dishonest
    continue/discontinue used/unused expected/unexpected acceptable/unacceptable
    compatible/incompatible consistent/inconsistent sufficient/insufficient
    successful/unsuccessful supported/unsupported related/unrelated limited/unlimited
    usable/unusable useful/useless free/unfree fair/unfair paid/unpaid stated/unstated
    changed/unchanged modified/unmodified resolved/unresolved safe/unsafe aware/unaware
    """.split()
)
"""A word and its opposite by prefix or suffix."""
AFFIX = {here: there for pair in AFFIXES for here, there in (pair, pair[::-1])}

OPPOSITES = {
    here: there
    for pair in """more/less increase/decrease increased/decreased rise/fall higher/lower
    high/low large/small larger/smaller great/small many/few most/least always/never all/some
    every/some true/false good/bad better/worse best/worst old/new early/late first/last
    before/after above/below over/under up/down inside/outside win/lose strong/weak rich/poor
    public/private open/closed start/stop begin/end accept/reject support/oppose
    supported/opposed success/failure easy/difficult simple/complex same/different
    including/excluding with/without allow/forbid allowed/forbidden minimum/maximum
    majority/minority remember/forget positive/negative internal/external import/export
    income/expense profit/loss profits/losses war/peace freedom/slavery friend/enemy
    """.split()
    for here, there in (tuple(pair.split("/")), tuple(pair.split("/"))[::-1])
}
"""A word and its opposite."""

FUNCTION = {
    "and": "or", "or": "and", "may": "must", "must": "may", "before": "after", "after": "before",
    "from": "to", "can": "must", "should": "will", "will": "should", "because": "although",
    "although": "because", "if": "unless", "unless": "if", "until": "since", "since": "until",
    "more": "less", "with": "without", "without": "with", "only": "also", "all": "some",
    "some": "all", "both": "neither", "any": "all", "his": "her", "their": "our", "he": "she",
    "we": "they", "they": "we", "under": "over", "against": "for", "could": "did",
    "might": "will", "would": "will", "for": "against", "by": "for", "in": "out",
}  # fmt: skip
"""A small word, and another that turns the sense."""

TENSES = {
    "is": "was", "was": "is", "are": "were", "were": "are", "has": "had", "have": "had",
    "had": "has", "will": "would", "can": "could", "does": "did", "did": "does",
    "says": "said", "said": "says",
}  # fmt: skip

AUXILIARIES = frozenset(
    "is are was were has have had can could will would should may might must does did".split()
)
NEGATED = {
    "is": "isn't", "are": "aren't", "was": "wasn't", "were": "weren't", "has": "hasn't",
    "have": "haven't", "had": "hadn't", "can": "can't", "could": "couldn't", "will": "won't",
    "would": "wouldn't", "should": "shouldn't", "does": "doesn't", "did": "didn't",
    "do": "don't",
}  # fmt: skip
HEDGES = frozenset(
    "may might perhaps possibly probably almost nearly about often usually sometimes mostly"
    " partly largely generally approximately roughly seemingly apparently allegedly".split()
)
NUMBER_WORDS = {
    "two": "three", "three": "four", "four": "seven", "five": "nine", "six": "five",
    "seven": "eight", "eight": "six", "nine": "ten", "ten": "eleven", "twelve": "twenty",
    "twenty": "thirty", "hundred": "thousand", "thousand": "million", "million": "billion",
    "billion": "million", "half": "third", "third": "fourth", "second": "third",
    "double": "triple", "twice": "thrice", "hundreds": "thousands", "thousands": "millions",
}  # fmt: skip
OPENERS = frozenset(
    """The In It This These Those There They We You He She If When While Although However As At
    By For From Many Most Some All Each Every An A On Once One Such Since So That Then Therefore
    Thus To Under With Within Without After Before But And Because During Even Given Here
    """.split()
)
"""Sentence openers that are no names, so that their case says nothing."""

NOUNS = frozenset(
    """workers people class state party government market society movement union unions company
    project release distribution system package packages user users developers team authors report
    installer kernel archive program programs standard policy maintainer maintainers community
    economy firm firms capitalist capitalists bosses bolsheviks anarchists revolution council
    """.split()
)
MENTIONS = (
    "the ministry", "the authors", "the company", "the report", "the government", "the users",
    "the workers", "the project", "the committee", "the program", "the state", "the system",
)  # fmt: skip


def spans(pattern: re.Pattern[str], text: str, wanted: object = None) -> list[tuple[int, int]]:
    """Return the spans of `pattern`; only of words in `wanted` (lower case) where it is given."""
    found = pattern.finditer(text)
    if wanted is None:
        return [match.span() for match in found]
    assert isinstance(wanted, dict | frozenset)
    return [match.span() for match in found if match.group().lower() in wanted]


def replaced(text: str, span: tuple[int, int], new: str) -> str:
    """Return `text` with `new` at `span`, in the case of what was there at its start."""
    old = text[span[0] : span[1]]
    if old[:1].isupper() and new[:1].islower():
        new = new[:1].upper() + new[1:]
    return text[: span[0]] + new + text[span[1] :]


def dropped(text: str, span: tuple[int, int]) -> str:
    """Return `text` without the word at `span` and the blank that parted it."""
    before, after = text[: span[0]].rstrip(" "), text[span[1] :].lstrip(" ")
    if not before:
        return after[:1].upper() + after[1:]
    return (
        f"{before}{after}"
        if after[:1] in {",", ".", ";", ":", "!", "?", ")"}
        else f"{before} {after}"
    )


def dangerous(text: str) -> bool:
    """Say whether `text` holds a word that nobody may hide."""
    return any(
        word in DANGEROUS or word.endswith(("n't", "n’t"))
        for word in (found.group().lower() for found in WORD.finditer(text))
    ) or bool(re.search(r"[不没沒未无無非否莫勿别別]|ない|ませ|ず|なし|n['’]", text))


def counts(text: str) -> bool:
    """Say whether `text` holds a digit or a number word: a cut beside it may change a number."""
    words = (found.group().lower() for found in WORD.finditer(text))
    return any(word in NUMBER_WORDS or word == "one" for word in words) or bool(
        re.search(r"\d", text)
    )


def choice(luck: Random, found: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Return one of the spans, or None where there is none."""
    return luck.choice(found) if found else None
