"""The YAML that Markdown programs put before a paper's text: title, authors, date, publisher."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from footnoted.citations import find_dates

_END = r"(?:---|\.\.\.)[ \t]*\n"
_BLOCK = re.compile(rf"\A---[ \t]*\n(?P<yaml>(?:(?!{_END}).*\n)+){_END}")
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What is told there; unknown is None or empty. `authors` are names as written."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    issued: str | None = None
    publisher: str | None = None


def take_front_matter(text: str) -> tuple[FrontMatter, str]:
    """Return the front matter of `text`, and the text with empty lines in its place.

    Lines keep their numbers. Where the block is no YAML mapping, nothing is told and nothing taken.
    """
    found = _BLOCK.match(text)
    told = _mapping(found["yaml"]) if found else None
    if not found or not told:
        return FrontMatter(), text
    blank = "\n" * found[0].count("\n")
    return _read(told), blank + text[found.end() :]


def _mapping(block: str) -> dict[str, Any] | None:
    try:
        told = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506  # makes strings alone
    except yaml.YAMLError:
        return None
    return told if isinstance(told, dict) else None


def _read(told: dict[str, Any]) -> FrontMatter:
    named = told.get("author") or told.get("authors") or []
    persons = named if isinstance(named, list) else [named]
    date = _words(told.get("date"))
    whole = _DAY.fullmatch(date or "")
    days = [] if whole else find_dates(date or "")
    return FrontMatter(
        title=_words(told.get("title")),
        authors=tuple(name for one in persons if (name := _name(one))),
        issued=whole[0] if whole else days[0][2] if days else None,
        publisher=_words(told.get("publisher")),
    )


def _name(one: object) -> str | None:
    """Return a name that is words, or pandoc's mapping with `name` or `given` and `family`."""
    if not isinstance(one, dict):
        return _words(one)
    parts = (_words(one.get("given")), _words(one.get("family")))
    return _words(one.get("name")) or " ".join(part for part in parts if part) or None


def _words(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
