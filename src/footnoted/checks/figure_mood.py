"""Whether a sentence states its figure: it may deny or expect it, tell a change, rate or share."""

from __future__ import annotations

import re
from typing import Literal

from footnoted.checks.figure_context import content_words
from footnoted.checks.figure_places import Place
from footnoted.checks.figure_rates import rate_asked, rate_told
from footnoted.quantities.hedges import hedge_before
from footnoted.quantities.units import CURRENCIES

Mood = Literal[
    "stated",
    "denied",
    "expected",
    "estimated",
    "question",
    "changed",
    "level",
    "rate",
    "share",
    "other_currency",
]
"""How a sentence gives its figure; `level` is what a change ends at, where a change is asked."""

_REACH = 90
"""Characters before and after a figure in which a word still governs it."""

_ASIDE = re.compile(r",[^,;:()]{1,30},|\([^()]{1,40}\)")
_CLAUSE = r"(?:(?!\band (?:the|a|an|its|their|(?-i:[A-Z])))[^,;:()])*\Z"
_DENIED = re.compile(
    r"(?:\b(?:not(?!\s+only)|never|nor|no(?!\s+doubt)|without|neither|cannot|rather than|"
    r"nobody|no one|none|doubt\w*|instead of|as opposed to|"
    r"contrary to|far from|short of|far below|failed to|fails to|"
    r"den(?:y|ies|ied|ying)|refut\w+|reject\w*|disput\w+|dismiss\w+|disprov\w+|retract\w+|"
    r"refus\w*|cancel\w*|abandon\w*|scrapp\w*|postpon\w*|falsely|false|untrue|"
    r"wrongly|wrong|mistaken(?:ly)?|myth|hoax|rumou?rs?)\b|n[’']t\b"
    rf"|没有|未达|未能|并非|不是|否认|绝非){_CLAUSE}",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(
    r"[^.;,]{0,30}?\b(?:is|are|was|were|did|do|does|has|have|had)\s+(?:not(?! only)|never)\b"
    r"|[^.;,]{0,50}?\b(?:is|are|was|were|has been|have been|proved|proven|turned out)\s+"
    r"(?:to be\s+)?(?:\w+\s+)?"
    r"(?:wrong|false|incorrect|untrue|denied|disputed|rejected|refuted|exaggerated|inaccurate|"
    r"cancell?ed|refused|"
    r"suspended|postponed|withdrawn|blocked|abandoned|shelved|scrapped|vetoed|"
    r"a myth|a mistake|an error|not (?:true|correct|reached|met|met|paid|made))\b"
    r"|\s*[,(]?\s*(?:which|that)\s+(?:is|was)\s+(?:false|wrong|untrue|denied)\b",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    r"(?:\b(?:will|would|could|may|might|should|shall|forecasts?|forecasting|expect\w*|"
    r"project(?:s|ed|ing|ions?)?"
    r"project(?:s|ed|ing|ions?)?"
    r"(?=\s+(?:to|that|at|of|growth|a|an|by|in|for|it|the|will))|projections?|targets?|targeted|"
    r"targeting|aims?|aimed|aiming|goals?|objectives?|plans?(?= (?:to|for|that|is|are|of|a|by))|"
    r"planned|planning|intend\w*|pledg\w*|"
    r"hopes?|hoped|hoping|authori[sz]ed|predict\w*|envisag\w*|anticipat\w*|promis\w*|propos\w*|"
    r"budgeted|aspir\w*|seeks?|sought|potential(?:ly)?|likely|scheduled|set to|due to reach|"
    r"wants?|wanted|wish\w*|vow\w*|on course|on track|agreed to|decided to|resolv\w+|commit\w+|"
    r"offered|offers|asked for|asks for|request\w*|talks (?:on|about|over)|negotiat\w*|"
    r"discuss\w*|consider\w*|bid for|appl(?:y|ies|ied) for|determined to|need\w*|must|"
    r"call(?:s|ed)? for|urg\w+|demand\w*|"
    r"to (?:raise|increase|boost|bring|expand|lift|double|grow|push)|"
    r"is to|are to|was to|were to|if|unless|assum\w+|suppos\w+|hypothetical\w*|scenario|ceiling of"
    r"|by 20[2-9]\d)\b"
    r"|\b(?:aims?|goals?|targets?|plans?|forecasts?|projections?)\s*:"
    rf"|预计|预期|计划|目标|力争|有望|拟|将|争取|预测){_CLAUSE}",
    re.IGNORECASE,
)
_EXPECTED_AFTER = re.compile(
    r"\s*(?:(?!(?:and|but|which|while)\b)\w+\s+){0,4}?"
    r"(?:is|are|was|were|has been|have been)\s+(?:\w+\s+)?"
    r"(?:expected|planned|forecast|projected|targeted|promised|pledged|proposed|predicted|"
    r"envisaged|anticipated|scheduled|hoped for|foreseen|to be)\b"
    r"|\s*\((?:[^()]*\b)?(?:forecast|target|plan|planned|projected|projection|goal|expected|"
    r"proposed|budget)\b|[^.;,]{0,40}\bunder (?:discussion|negotiation|consideration)\b"
    r"|\s*(?:\w+\s+)?(?:target|goal|forecast|projection|objective|pledge|ceiling)\b"
    r"|\s*(?:(?!(?:and|but|which|while|that)\b)\w+\s+){0,3}?(?:will|would|could|may|might)\b",
    re.IGNORECASE,
)
_VERBS = (
    r"(?:rose|risen|rises?|rising|fell|fallen|falls?|falling|grew|grown|grows?|growing|"
    r"increas(?:ed?|es|ing)|decreas(?:ed?|es|ing)|declin(?:ed?|es|ing)|drop(?:ped|s|ping)?|"
    r"jump(?:ed|s|ing)?|climb(?:ed|s|ing)?|soar(?:ed|s|ing)?|surg(?:ed?|es|ing)|shr[aiu]nk|"
    r"plung(?:ed?|es|ing)|slump(?:ed|s)?|slipp?(?:ed|s)?|expand(?:ed|s|ing)?|contract(?:ed|s)|"
    r"reduc(?:ed?|es|ing)|cut|cuts|up|down|gained|lost|rais(?:ed|es|ing)|lower(?:ed|s|ing)?|"
    r"higher|lower)"
)
_DIRECT = (
    r"(?:rose|risen|rises?|rising|fell|fallen|falls?|falling|grew|grown|grows?|growing|"
    r"increas(?:ed?|es|ing)|decreas(?:ed?|es|ing)|declin(?:ed?|es|ing)|drop(?:ped|s|ping)|"
    r"jump(?:ed|s|ing)|climb(?:ed|s|ing)|soar(?:ed|s|ing)|surg(?:ed|es|ing)|shr[aiu]nk|"
    r"plung(?:ed|es|ing)|slump(?:ed|s)|slipp?(?:ed|s)|expand(?:ed|s|ing)|contract(?:ed|s)|"
    r"up|down|higher|lower)"
)
_NOUNS = (
    r"(?:growth|increase|rise|fall|decline|drop|decrease|gain|jump|surge|reduction|cut|expansion|"
    r"contraction|growth rate|rate of growth|change)"
)
_STEPS = (
    r"(?:(?:by|another|a|further|an|additional|some|\w+ly|about|around|over|more than)\s+){0,3}"
)
_BY = re.compile(rf"\b{_VERBS}\s+(?:\w+\s+)?by\s+{_STEPS}\Z", re.IGNORECASE)
_CHANGE = re.compile(
    rf"(?:\b{_DIRECT}\s+{_STEPS}|\b{_NOUNS}\s+(?:rate\s+)?(?:of|was|is|by|at)\s+{_STEPS}"
    rf"|(?:增长|增加|上升|下降|减少|提高|降低|上涨|下跌|同比|环比)了?\s*)\Z",
    re.IGNORECASE,
)
_CHANGE_AFTER = re.compile(
    rf"[\s-]*(?:\w+\s+){{0,1}}{_NOUNS}\b(?!\s+(?:fund|plan))"
    r"|\s*(?:more|less|higher|lower|fewer|greater|above|below|up|down)\b(?!\s+to\b)"
    r"|\s*(?:year[- ]on[- ]year|yoy|y/y|on the year|from (?:a year|the year))\b"
    r"|\s*的?(?:增长|增幅|降幅|增速)",
    re.IGNORECASE,
)
_FROM = re.compile(rf"\b(?:{_VERBS}|doubled|tripled|quadrupled)\b[^.;]*\bfrom\s+\Z", re.IGNORECASE)
_TO_FIGURE = re.compile(r"[^.;]{0,40}?\bto\s+(?:\w+\s+){0,2}[^\w\s]*\d")
_TO_LEVEL = re.compile(rf"\b{_VERBS}\s+(?:[\w.%$€£¥]+,?\s+){{0,6}}?to\s+{_STEPS}\Z", re.IGNORECASE)
_ASKS_CHANGE = re.compile(
    r"\b(?:growth|gr[eo]w\w*|increas\w*|ris\w+|rose|f[ae]ll\w*|declin\w*|drop\w*|decreas\w*|"
    r"chang\w*|gains?|loss\w*|lost|cuts?|reduc\w*|expan\w*|contraction|surg\w*|jump\w*|more|less|"
    r"higher|lower|shr\wnk\w*)\b|增|减|降|升",
    re.IGNORECASE,
)
_ASKS_FUTURE = re.compile(
    r"\b(?:offer|pledg|plan|promis|forecast|target|expect|announce|agree|will\b|would\b|to be\b|"
    r"propos|predict|project(?:ed|ion)|goal|envisag|potential|capacity|aim|could|may\b|commit)",
    re.IGNORECASE,
)
_ASKS_RATE = re.compile(
    r"\b(?:rate|inflation|interest|unemployment|yield|return|turnout|margin)\b", re.IGNORECASE
)
_ASKS_SHARE = re.compile(
    r"\b(?:share|proportion|ratio|percentage|part|portion|fraction|per ?cent of)\b|% of|占|比重",
    re.IGNORECASE,
)
_ESTIMATE = re.compile(
    rf"\b(?:estimat\w+|guess\w*|approximat\w+|unofficial\w*|unconfirmed|preliminary){_CLAUSE}",
    re.IGNORECASE,
)
_AROUND_THE = re.compile(
    r"\b(?:close to|near|around|about|almost|nearly|over|above|below|under|past|beyond|approaching|"
    r"passed|topped|surpassed)\s+the\s+\Z",
    re.IGNORECASE,
)
_MARK = re.compile(r"[\s-](?:\w+\s+)?(?:mark|threshold|level|barrier)\b", re.IGNORECASE)
_OTHER_DOLLARS = re.compile(r"\b(?:CAD|AUD|NZD|HKD|SGD|TWD|MXN)\s?$")
_OTHER_SCRIPT = re.compile(r"[\u0400-\u04ff\u3400-\u9fff]")
_WHOLE = frozenset(content_words("population people all adults households inhabitants was were"))
_OF_THOSE = re.compile(
    r"(?:(?:[,;:]\s*of|\bOf) (?:those|these|them)|\bof (?:whom|which))\b[^.;:,]{0,40},?\s*"
    r"(?:\w+ly\s|only\s)?\Z"
)
_OBJECT = re.compile(r"\s*(?:the|its|their|his|this)\b")
_VERB = re.compile(
    r"\b(?:left|had|has|have|is|are|was|were|did|do|does|will|would|can|could|may|live|lives|lived|"
    r"go|goes|went|come|came|make|made|take|took|own|owns|hold|holds|held)\b"
)
_SHARE = re.compile(
    r"\s+of\s+((?:(?!(?:of|in|for|to|by|who|which|that|and|towards|on|near|at|from|with|among|"
    r"under)\b)[\w’'-]+[ \u00a0]?){1,6})"
)


def mood_of(place: Place, asked: str) -> Mood:
    """Return how the sentence of `place` gives its figure, beside what the claim asks for.

    `asked` is the claim's raw words, measure and period. A cell of a table states its figure. A
    measure that itself speaks of growth, or of plans, asks for just such a sentence.
    """
    if place.at is None:
        return "stated"
    hedge = hedge_before(place.near, place.start - place.at)
    opens = hedge[1] if hedge else place.start - place.at
    before = _ASIDE.sub(" ", place.near[max(0, opens - _REACH) : opens])
    after = place.near[max(0, place.quantity.end - place.at) :][:_REACH]
    if _OTHER_DOLLARS.search(before) and place.quantity.raw.startswith("$"):
        return "other_currency"
    if rate_told(before, after, place.quantity.unit) != rate_asked(
        asked, before, after, place.quantity.unit
    ):
        return "rate"
    if place.near.rstrip(" \n\"”’')").endswith("?"):
        return "question"
    return (
        _denied_or_changed(before, after, asked, place)
        or _of_something_else(before, after, asked, place)
        or _expected(before, after, asked)
        or _estimated(before, after, asked, place)
        or "stated"
    )


_LOST = re.compile(
    r"(?:\b(?:lost|loses?|losing|sav(?:ed?|es|ing)|gained|shed|recruited|"
    r"(?:overspent|overrun|overran|exceeded|missed|short|undershot|late|early) by)\s+"
    rf"{_STEPS}|(?:增长|增加|减少|上升|下降)了?\s*)\Z",
    re.IGNORECASE,
)
_ASKS_LOST = re.compile(r"\b(?:sav|shed|recruit|over|miss|short|late|earl|differ)", re.IGNORECASE)
_COMPARED_AFTER = re.compile(
    r"\s*(?:less|fewer|more|longer|shorter|larger|smaller|bigger|wider|taller|heavier|lighter|"
    r"deeper|older|younger|late|early)\b(?!\s+or\b)",
    re.IGNORECASE,
)


def _difference(before: str, after: str, asked: str) -> bool:
    """Tell a figure by which something differs, or that was lost or saved, from what it is."""
    if _ASKS_CHANGE.search(asked) or _ASKS_LOST.search(asked):
        return False
    compared = _COMPARED_AFTER.match(after)
    if compared and compared.group().strip().lower() in asked.lower():
        return False
    return bool(_LOST.search(before) or compared)


def _denied_or_changed(before: str, after: str, asked: str, place: Place) -> Mood | None:
    if not _DENIED.search(f"{asked} ") and (_DENIED.search(before) or _DENIED_AFTER.match(after)):
        return "denied"
    if place.quantity.unit in {"times", "percentage points", "basis points"}:
        return None
    unit = place.quantity.unit
    if _difference(before, after, asked):
        return "changed"
    direct = unit == "%" or unit in CURRENCIES or unit is None  # `dropped 500 bombs` is no change
    changed = bool(
        _BY.search(before) or (direct and (_CHANGE.search(before) or _CHANGE_AFTER.match(after)))
    )
    if changed and not _ASKS_CHANGE.search(asked):
        return "changed"
    if _FROM.search(before) and not (_TO_FIGURE.match(after) and re.search(r"\d{4}", asked)):
        return "changed"  # what it changed from
    level = _TO_LEVEL.search(before) and _ASKS_CHANGE.search(asked)
    return "level" if level and not re.search(r"\b(?:growth|rate)\b", before) else None


def _expected(before: str, after: str, asked: str) -> Mood | None:
    if _ASKS_FUTURE.search(asked):
        return None
    told = _EXPECTED.search(before) or _EXPECTED_AFTER.match(after)
    return "expected" if told else None


def _estimated(before: str, after: str, asked: str, place: Place) -> Mood | None:
    """Tell a hedge that stands too far off to be read with the figure."""
    if place.quantity.hedge or _ESTIMATE.search(asked):
        return None
    mark = _AROUND_THE.search(before) and _MARK.match(after)
    return "estimated" if mark or _ESTIMATE.search(before) else None


def _of_something_else(before: str, after: str, asked: str, place: Place) -> Mood | None:
    """Tell a part of something that was not asked for: 5 % of GDP is no growth of 5 %."""
    words = set(content_words(asked))
    if words and _OF_THOSE.search(before):
        return "share"
    if not words or not (place.quantity.unit == "%" or place.quantity.kind == "ratio"):
        return None
    asks_share = _ASKS_SHARE.search(asked) is not None
    of_what = _SHARE.match(after)
    if not of_what:
        change = _CHANGE.search(before) or _CHANGE_AFTER.match(after)
        told = _ASKS_SHARE.search(place.near)
        return "share" if asks_share and change and not told else None
    whole, *rest = _VERB.split(of_what.group(1))
    base = set(content_words(whole))
    if rest and _OBJECT.match(rest[0]) and words & set(content_words(rest[0])):
        return "share"  # `half of the people left the territory` is no half of it
    if not base - _WHOLE or _OTHER_SCRIPT.search(place.near):
        return None
    changes = _ASKS_CHANGE.search(asked) or _ASKS_RATE.search(asked)
    must_match = asks_share or place.quantity.unit is None
    return "share" if (changes and not asks_share) or (must_match and not base & words) else None
