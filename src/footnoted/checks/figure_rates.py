"""Figures by the day, the month, the head: a rate is no total, and not another rate."""

from __future__ import annotations

import re

_KINDS = {
    "annum": "year", "yr": "year", "yearly": "year", "annually": "year", "annual": "year",
    "年": "year", "monthly": "month", "月": "month", "weekly": "week", "daily": "day", "日": "day",
    "天": "day", "hourly": "hour", "head": "person", "capita": "person", "人": "person",
    "apiece": "each", "quarterly": "quarter", "nightly": "night", "d": "day", "h": "hour",
    "s": "second", "ton": "tonne", "均": "person", "sec": "second", "hr": "hour", "mo": "month",
}  # fmt: skip
_WHAT = (
    r"second|minute|hour|day|night|week|month|quarter|year|annum|decade|person|head|capita|"
    r"household|family|tonne|ton|barrel|kilometre|kilometer|km|mile|unit|item|child|student|"
    r"passenger|employee|worker|user|member|woman|man|inhabitant|share|hectare|acre|litre|gallon|"
    r"kilo|kg|ounce|pound|visitor|customer|ticket|trip|flight|ship|vehicle|country|company|"
    r"project|package|file|page|line|shift|session|term|season"
)
_NO_PREPOSITION = (
    r"(?!(?:in|over|for|within|after|during|of|than|and|to|by|at|on|from|with|as|half|or)\b)"
)
_AFTER = re.compile(
    rf"\s*(?:{_NO_PREPOSITION}[A-Za-z]+\s+)?"
    rf"(?:(?:an?|per|each|every|for every|for each)[\s-]+(?P<what>{_WHAT})(?:s|ly)?\b"
    r"|(?P<adverb>daily|weekly|monthly|yearly|annually|hourly|apiece|nightly|quarterly)\b"
    r"|/(?P<slash>s|sec|h|hr|d|day|week|mo|month|yr|year|person|capita|年|月|日|天|人)(?![A-Za-z])"
    r"|每(?P<chinese>年|月|日|天|人))"
    r"|\s*(?:per|for every|for each)\s+(?P<number>(?:\d[\d,]*|hundred|thousand|million)\b)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\b(?:(?P<adverb>daily|weekly|monthly|hourly|nightly|quarterly)\b"
    rf"|per[- ](?P<what>{_WHAT})\b)"
    r"|(?P<chinese>人均|日均|月均|每天|每日|每月|每人))[^,;:()，。；]{0,60}\Z",
    re.IGNORECASE,
)
_ASKED = re.compile(
    rf"\b(?:an?|per|each|every)[\s-]+(?P<what>{_WHAT})\b"
    r"|\b(?P<adverb>daily|weekly|monthly|yearly|annual|annually|hourly|nightly|quarterly|apiece)\b"
    r"|(?P<chinese>人均|日均|月均|每天|每日|每月|每人|每年|/年|/月)",
    re.IGNORECASE,
)
_ASKS_PRICE = re.compile(
    r"\b(?:price|wage|salar|speed|fee|fare|rent|cost|charge|tariff|pay\b|rate\b|density)",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\b(?:total|overall|whole|entire)\b", re.IGNORECASE)
_YEARLY = re.compile(r"\b(?:capacity|rate)\b", re.IGNORECASE)
_IN_THE_UNIT = frozenset({"barrels/day", "tonnes/year", "km/h", "mph", "m/s", "knots", "bit/s"})


def rate_told(before: str, after: str, unit: str | None) -> str | None:
    """Return by what the sentence gives its figure (`day`, `person`), None for a plain total."""
    if unit in _IN_THE_UNIT:
        return None
    return _kind(_AFTER.match(after)) or _kind(_BEFORE.search(before))


def rate_asked(asked: str, before: str, after: str, unit: str | None) -> str | None:
    """Return by what the claim gives it: what is told, where the claim's words leave that open.

    Yearly figures are asked for by the year's name alone, so `annual` asks for no more than that;
    a price or wage may be by anything.
    """
    told = rate_told(before, after, unit)
    found = _ASKED.search(asked)
    kind = _kind(found)
    if kind == "year" and told is None:
        return None
    if kind is None and told and _ASKS_PRICE.search(asked) and not _TOTAL.search(asked):
        return told
    if kind is None and told == "year" and _YEARLY.search(asked):
        return told
    if unit in _IN_THE_UNIT:
        return None
    return kind


def _kind(found: re.Match[str] | None) -> str | None:
    if not found:
        return None
    said = str(next(filter(None, found.groupdict().values()))).lower()
    chinese = said[-1] if said[0] in "每/" else said[0] if said.endswith("均") else said
    return _KINDS.get(chinese, chinese)
