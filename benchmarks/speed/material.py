"""The text, the quotations and the HTML pages that the speed benchmark works on, by seed."""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from benchmarks.documents import Document, DocumentsMissingError, documents

from footnoted.texts import read_text

_SEED = 20_130_201
_SHORTEST, _LONGEST = 8, 40
_SYLLABLES = [
    "ka",
    "ri",
    "no",
    "ta",
    "mel",
    "sor",
    "ven",
    "du",
    "pra",
    "li",
    "os",
    "tern",
    "gal",
    "bo",
    "wi",
    "chen",
    "ur",
    "dra",
]


@dataclass(frozen=True, slots=True)
class Material:
    """`origin` says in words what the text is made from."""

    origin: str
    paragraphs: tuple[str, ...]
    pages: tuple[Path, ...]


def material() -> Material:
    """Return paragraphs of Debian's documents, else of words made up by seed."""
    try:
        found = documents("dev")
    except DocumentsMissingError as error:
        made = tuple(_made_up(random.Random(_SEED)))
        return Material(f"words made up by seed, no documents being at hand ({error})", made, ())
    plain = [doc for doc in found if doc.media_type == "text/plain"]
    pages = tuple(doc.path for doc in found if doc.media_type == "text/html")
    paragraphs = tuple(part for doc in plain for part in _paragraphs(doc))
    origin = f"{len(plain)} plain texts of Debian's packages, {len(pages)} HTML pages"
    return Material(origin, paragraphs, pages)


def _paragraphs(document: Document) -> list[str]:
    content = read_text(document.path.read_bytes(), "text/plain").content
    return [part for part in content.split("\n\n") if part.strip()]


def _made_up(draw: random.Random) -> list[str]:
    words = ["".join(draw.choices(_SYLLABLES, k=draw.randint(1, 4))) for _ in range(20_000)]
    weights = [1 / (rank + 1) for rank in range(len(words))]
    return [f"{' '.join(draw.choices(words, weights, k=80)).capitalize()}." for _ in range(3_000)]


def text_of(paragraphs: tuple[str, ...], size: int) -> str:
    """Return a text of `size` characters; paragraphs that come again come in another order."""
    draw = random.Random(_SEED)
    parts: list[str] = []
    length = 0
    while length < size:
        order = list(paragraphs)
        if parts:
            draw.shuffle(order)
        parts += order
        length += sum(map(len, order)) + 2 * len(order)
    return "\n\n".join(parts)[:size]


def quotations(text: str, count: int) -> tuple[list[str], list[str]]:
    """Return quotations that stand in the text, and as many of its words that do not.

    The missing ones have words of as many places as words, so that each word is known.
    """
    draw = random.Random(_SEED)
    words = text.split()
    sizes = [draw.randint(_SHORTEST, _LONGEST) for _ in range(count)]
    starts = [draw.randrange(len(words) - size) for size in sizes]
    hits = [" ".join(words[at : at + n]) for at, n in zip(starts, sizes, strict=True)]
    return hits, [" ".join(draw.sample(words, size)) for size in sizes]
