"""What, hidden by an ellipsis, turns the very next word round, weakens it or makes exceptions."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LINKS = r"(?:(?:to|be|been|being|have|has|had|having|as|the|a|an|look|seem|appear|even|very|so) )*"
_OPINION = (
    r"called|thought|deemed|considered|held|believed|judged|labelled|labeled|termed|dubbed|styled"
    r"|branded|billed|touted|regarded|perceived|portrayed|presented|advertised|marketed|sold|meant"
    r"|designed|intended|made to|assumed|presumed|declared|ruled|understood|imagined|hoped"
)
_DOUBTS = re.compile(
    r" (?:only|merely|partly|partially|mostly|mainly|largely|somewhat|once|formerly|previously"
    r"|originally|initially|briefly|temporarily|sometimes|often|occasionally|usually|generally"
    r"|typically|normally|half|quasi|quasi -|semi -|pseudo -|theoretically|nominally|ostensibly"
    r"|technically|officially|arguably|superficially|marginally|moderately|slightly|mildly|barely"
    r"|relatively|comparatively|virtually|practically|conditionally|provisionally|in theory"
    r"|on paper|in part|in principle|at best|at worst|at most|at times|at first|for now"
    rf"|{_OPINION}|(?:described|hailed|seen|known|denounced|praised|treated)(?: [^,;]+?)?? as"
    r"|(?:accused|suspected|charged)(?: with| of)?"
    r"|teilweise|einst|früher|angeblich|nur|zeitweise|partiellement|autrefois|parfois|parcialmente"
    rf"|antes|a veces|частично|иногда|когда - то|部 分|曾|曾 经|有 时|名 义 上) {_LINKS}$"
)
_TURNS = re.compile(
    r" (?:(?:anything|all|everything|nothing) (?:but|except|save)|(?:far )?less(?: than)?|least"
    r"|fewer(?: than)?|too|insufficiently|inadequately|wrongly|falsely|mistakenly|un|un -|non -"
    r"|too [^,;.]+? to|far(?: [^,;.]+?)?? from|opposite of|other than|short of|instead of"
    r"|(?:acquitted|cleared|exonerated|absolved)(?: of)?"
    r"|alles andere als|zu|weniger|tout sauf|moins|trop|todo menos|menos|demasiado|менее) "
    rf"{_LINKS}$"
)
_ALL = frozenset(
    (
        *("all", "every", "everyone", "everybody", "everything", "any", "anyone", "anybody"),
        *("anything", "none", "nobody", "nothing", "whole", "each", "everywhere", "always"),
    ),
)
_EXCEPTS = re.compile(
    r"^ (?:, |\( |- )?(?:save|except|excepting|barring|bar|but|other than|apart from|aside from"
    r"|besides|with the exception of) \w"
)
_SAVE = re.compile(
    r" (?:save|saving|other than|apart from|aside from|barring)"
    r" (?:in|for|where|as|by|on|with|when|that|to|at|under|during|the|a|an) "
)
_SUBJUNCTIVE = re.compile(r" , (?:were|had|should) (?:it|he|she|they|we|i|you|the|this|these) ")


def turned_by(before: Sequence[str], hidden: Sequence[str]) -> str | None:
    """Return the hidden words that turn round the word right after the gap, or make exceptions.

    `before` are the words of the sentence that stand before the gap.
    """
    text = f" {' '.join(hidden)} "
    found = _TURNS.search(text)
    if found:
        return found.group().strip()
    if _SAVE.match(text.replace(" , ", " ", 1)):
        return text.strip(" ,")
    excepted = _EXCEPTS.search(text)
    if excepted and not _ALL.isdisjoint(before[-6:]):
        return text.strip()
    return None


def weakened_by(hidden: Sequence[str]) -> str | None:
    """Return the hidden words that weaken the word right after the gap, or its condition."""
    text = f" {' '.join(hidden)} "
    found = _DOUBTS.search(text) or _SUBJUNCTIVE.search(text)
    return found.group().strip(" ,") if found else None
