"""`figures-disagree`: two figures on record for one measure and period, with two values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from footnoted.citations.names import folded
from footnoted.lints.examined import Examined, find_in_record
from footnoted.model.finding import Finding
from footnoted.model.quantity import Quantity
from footnoted.model.records import FigureRecord
from footnoted.quantities import compare_quantity, parse_figure


@dataclass(frozen=True, slots=True)
class _Figure:
    claim: str
    index: int
    record: FigureRecord
    quantity: Quantity


def figures_disagree(examined: Examined) -> Iterator[Finding]:
    """Yield each figure whose measure and period an earlier one has with another value.

    Both must be named in the same words; rounding and hedges are allowed for. A figure with a
    value of its own in the record is left alone where the grammar would read another.
    """
    first: dict[tuple[str, str], _Figure] = {}
    for claim in examined.corpus.claims.values():
        for index, record in enumerate(claim.figures):
            if not record.measure or not record.period or record.value or record.unit:
                continue
            quantity = _read(record.raw)
            if quantity is None or quantity.value is None:
                continue
            here = _Figure(claim.id, index, record, quantity)
            other = first.setdefault((folded(record.measure), folded(record.period)), here)
            if other is not here and (line := _disagree(other, here)):
                yield _found(examined, here, other, line)


@lru_cache(maxsize=4096)
def _read(raw: str) -> Quantity | None:
    return parse_figure(raw)


def _disagree(one: _Figure, other: _Figure) -> str | None:
    if one.quantity.unit != other.quantity.unit or one.quantity.kind != other.quantity.kind:
        return None
    there = compare_quantity(_hedged(one), _hedged(other))
    back = compare_quantity(_hedged(other), _hedged(one))
    return there.line if {there.verdict, back.verdict} == {"disagrees"} else None


def _hedged(figure: _Figure) -> Quantity:
    return replace(figure.quantity, hedge=figure.record.hedge or figure.quantity.hedge)


def _found(examined: Examined, here: _Figure, other: _Figure, line: str) -> Finding:
    place = examined.corpus.place("claims", other.claim, "figures", other.index)
    message = (
        f"{here.record.measure}, {here.record.period}: '{here.record.raw}' here, "
        f"'{other.record.raw}' in claim '{other.claim}' ({place}); one of them is wrong"
    )
    return find_in_record(
        examined, "figures-disagree", "warning",
        ("claims", here.claim, "figures", here.index), message,
        proof=line, subject=here.record.raw, confidence="medium",
    )  # fmt: skip
