"""Where on a page its words stand: in what kind of block, region, article, quoted block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from footnoted.layout.regions import is_teaser_line
from footnoted.model.text import Region

KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "legend", "summary"), "heading"),
    **dict.fromkeys(("li", "dt", "dd", "option"), "item"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(("caption", "figcaption"), "caption"),
    **dict.fromkeys(("pre", "listing", "plaintext", "xmp", "textarea"), "preformatted"),
}
_MUCH = 1_000
"""Characters; on a page of less, shares tell nothing."""

_MOSTLY = 0.6
_NEARLY_ALL = 0.85
_LONG_ARTICLE, _CARD = 800, 400
"""Characters of an article beside which an `<article>` of so few is a teaser of another."""

_OPENING = frozenset("rasmlчЧRASML相延")


@dataclass(slots=True, eq=False)
class Place:
    """Where words stand; `outside` is the region around the quoted block that holds them."""

    kind: str
    region: Region
    article: int | None = None
    quote: int = 0
    outside: Region = "page"
    inner: dict[object, Place] = field(default_factory=dict)


def moved(place: Place, region: Region) -> Place:
    """Return the same place in another region, and what opens inside it there too."""
    return Place(place.kind, region, place.article, place.quote, place.outside)


def is_lost(parts: Sequence[str], places: Sequence[Place]) -> bool:
    """Say whether navigation and comments would hold nearly all of a page that says much.

    Then the names of its elements do not mean what they usually do.
    """
    aside = sum(
        len(part)
        for part, place in zip(parts, places, strict=False)
        if place.region in {"navigation", "comments"}
    )
    total = sum(map(len, parts))
    return total > _MUCH and aside > total * _NEARLY_ALL


def reconsidered(parts: Sequence[str], places: Sequence[Place]) -> list[Place]:
    """Return the places as they look once the whole page is known.

    A page that is mostly one quoted block quotes nobody: it is that text. Beside a long
    article, one of a few lines is a teaser, and so is a line such as `Read more: …`.
    """
    quotes, articles = Counter[int](), Counter[int]()
    for part, place in zip(parts, places, strict=False):
        if place.quote:
            quotes[place.quote] += len(part)
        if place.article:
            articles[place.article] += len(part)
    total = sum(map(len, parts))
    whole = next((n for n, size in quotes.items() if size > max(_MUCH, total * _MOSTLY)), 0)
    longest = max(articles.values(), default=0)
    cards = {n for n, size in articles.items() if size <= _CARD and longest >= _LONG_ARTICLE}
    if not whole and not cards and not any(p and p[0] in _OPENING for p in parts):
        return list(places)
    out = []
    for part, place in zip(parts, places, strict=False):
        now = place
        if whole and place.quote == whole and place.region == "quoted":
            now = moved(place, place.outside)
        elif place.article in cards or (part[:1] in _OPENING and is_teaser_line(part)):
            now = place if place.region == "comments" else moved(place, "navigation")
        out.append(now)
    return out
