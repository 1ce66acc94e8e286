"""How claims stand to each other: agreement, conflict, repetition, dependence, sums.

A record names a relation on one of the two claims; a reader is told of it on both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from footnoted.model.records import Certainty
from footnoted.model.report import ClaimDoc

_NAME = re.compile(r"([a-z0-9]+(?:[-._][a-z0-9]+)*)")

CERTAINTIES: Final[Mapping[Certainty, str]] = {
    "reported": "the paper gives it on others’ word",
    "likely": "the paper calls it likely, not certain",
    "possible": "the paper calls it possible, not certain",
    "unclear": "the paper says that nobody can tell",
}
"""How sure the paper is of a statement, where it is not."""

CONFLICTS: Final = "Conflicts with"
_HERE: Final = (CONFLICTS, "Agrees with", "Repeats", "Depends on")
_THERE: Final = (CONFLICTS, "Agrees with", "Is repeated by", "Is needed by")


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation in words, and the claims that it leads to, by name."""

    words: str
    claims: tuple[str, ...]


def relations(claims: Iterable[ClaimDoc]) -> dict[str, tuple[Relation, ...]]:
    """Return each claim's relations, told on both sides; conflicts come first.

    A name that is no claim of the report is still told on the side that names it.
    """
    found: dict[str, dict[str, list[str]]] = {}
    for claim in claims:
        named = (claim.conflicts_with, claim.agrees_with, claim.repeats, claim.depends_on)
        for here, there, others in zip(_HERE, _THERE, named, strict=True):
            for other in others:
                found.setdefault(claim.id, {}).setdefault(here, []).append(other)
                found.setdefault(other, {}).setdefault(there, []).append(claim.id)
    order = {words: place for place, words in enumerate(dict.fromkeys(_HERE + _THERE))}
    return {
        name: tuple(
            Relation(words, tuple(dict.fromkeys(kinds[words])))
            for words in sorted(kinds, key=order.__getitem__)
        )
        for name, kinds in found.items()
    }


def told_by(claim: ClaimDoc) -> str:
    """Say who asserts the statement and how sure the paper is; empty where it simply states it."""
    said = f"Asserted by {claim.asserted_by}" if claim.asserted_by else ""
    sure = CERTAINTIES[claim.certainty] if claim.certainty else ""
    if said and sure:
        return f"{said}; {sure}."
    return f"{said or sure[:1].upper() + sure[1:]}." if said or sure else ""


def formula_pieces(formula: str, known: Mapping[str, object]) -> list[tuple[str, str | None]]:
    """Return a formula in pieces, each with the claim whose figure it is, or None.

    `loans-2004.2` is the second figure of the claim `loans-2004`.
    """
    return [(piece, _claim_of(piece, known)) for piece in _NAME.split(formula) if piece]


def _claim_of(piece: str, known: Mapping[str, object]) -> str | None:
    head, dot, rest = piece.rpartition(".")
    if piece in known:
        return piece
    return head if dot and rest.isdigit() and head in known else None
