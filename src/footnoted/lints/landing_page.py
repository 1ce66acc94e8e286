"""`landing-page`: the address of a site, a tag or a search in place of a page's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, parse_qsl

from footnoted.lints.addresses import split_address
from footnoted.lints.examined import Examined, find_in_record
from footnoted.model.finding import Finding

_LISTS = frozenset({"tag", "tags", "topic", "topics", "category", "categories", "search"})
_INDEX = re.compile(r"(?:index|default|home)(?:\.[a-z]{3,5})?")
_LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2})?")
_ASKED = frozenset({"s", "search", "query", "q", "searchterm"})


def landing_page(examined: Examined) -> Iterator[Finding]:
    """Yield each source whose URL is a site's front page, a tag, a topic or a search."""
    for work in examined.corpus.sources.values():
        parts = split_address(work.url)
        what = _what(parts) if parts else None
        if what:
            message = (
                f"the URL of source '{work.id}' is {what}: what stands there changes; "
                "give the page's own address"
            )
            yield find_in_record(
                examined, "landing-page", "warning", ("sources", work.id, "URL"), message,
                proof=work.url, confidence="high" if what.startswith("a") else "medium",
            )  # fmt: skip


def _what(parts: SplitResult) -> str | None:
    steps = [step for step in parts.path.split("/") if step]
    asked = parse_qsl(parts.query)
    if parts.fragment.startswith("!"):
        return None
    if any(
        key.lower() in _ASKED and "/" not in value and not value.isdigit() for key, value in asked
    ):
        return "a search"
    if asked:
        return None
    lists = [step for step in steps[-2:] if step.lower() in _LISTS]
    if lists and len(steps) <= 4 and not re.search(r"\d{3}|\.\w{3,5}\Z", steps[-1]):
        return f"a list ('{lists[0]}')"
    if all(_INDEX.fullmatch(step.lower()) or _LANGUAGE.fullmatch(step) for step in steps):
        return "the front page of a site"
    return None
