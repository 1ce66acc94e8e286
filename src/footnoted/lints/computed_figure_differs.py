"""`computed-figure-differs`: a figure is not what its own formula over other figures comes to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from footnoted.lints.examined import Examined, find_in_record
from footnoted.model.corpus import Corpus, PlaceKey
from footnoted.model.finding import Finding
from footnoted.model.quantity import Quantity
from footnoted.model.records import ClaimRecord, FigureRecord
from footnoted.quantities.formulas import Extent, FormulaError, evaluate, extent_of
from footnoted.quantities.hedges import WINDOWS
from footnoted.quantities.reading import plain, read_claim
from footnoted.quantities.recorded import claim_quantity
from footnoted.quantities.units import family

_RULE = "computed-figure-differs"
_MOST_DIGITS = 5
_NARROW = Decimal("0.00001")


@dataclass(slots=True)
class _Figures:
    """The figures that a formula may name, and what it did name."""

    corpus: Corpus
    claim: ClaimRecord
    index: int
    used: dict[str, Quantity] = field(default_factory=dict)

    def extent(self, name: str) -> Extent:
        """Return the figure called `name`. Raises FormulaError where it is not to be had."""
        claim, index = self._find(name)
        if (claim.id, index) == (self.claim.id, self.index):
            raise FormulaError(f"'{name}' is the very figure that is computed")
        quantity = claim_quantity(claim.figures[index])
        if quantity is None:
            raise FormulaError(
                f"'{name}' ('{claim.figures[index].raw}') cannot be read as a number"
            )
        self.used[name] = quantity
        return extent_of(quantity)

    def _find(self, name: str) -> tuple[ClaimRecord, int]:
        whole = self.corpus.claims.get(name)
        if whole and len(whole.figures) == 1:
            return whole, 0
        if whole and whole.figures:
            raise FormulaError(f"'{name}' has {len(whole.figures)} figures: say '{name}.1'")
        head, _, number = name.rpartition(".")
        claim = whole or self.corpus.claims.get(head)
        if claim is None:
            raise FormulaError(f"there is no claim '{name}' (a minus needs a blank before it)")
        if whole or not number.isdecimal() or not 1 <= int(number) <= len(claim.figures):
            raise FormulaError(f"there is no figure '{name}'")
        return claim, int(number) - 1


def computed_figure_differs(examined: Examined) -> Iterator[Finding]:
    """Yield each figure whose `computed-from` comes to another value, or to none.

    Rounding and hedges of all figures are allowed for. Where a hedge takes part the finding is a
    hint: how far `over` reaches is not said.
    """
    for claim in examined.corpus.claims.values():
        for index, record in enumerate(claim.figures):
            if record.computed_from is None:
                continue
            figures = _Figures(examined.corpus, claim, index)
            key: PlaceKey = ("claims", claim.id, "figures", index, "computed-from")
            try:
                found = _difference(record, record.computed_from, figures)
            except FormulaError as error:
                yield find_in_record(
                    examined, _RULE, "error", key,
                    f"'{record.computed_from}' cannot be computed: {error}", subject=record.raw,
                )  # fmt: skip
                continue
            if found:
                yield _finding(examined, key, record, figures, found)


def _difference(record: FigureRecord, formula: str, figures: _Figures) -> Extent | None:
    """Return what the formula comes to, where the figure does not. Raises FormulaError."""
    computed = evaluate(formula, figures.extent)
    stated = claim_quantity(record)
    if stated is None:
        raise FormulaError(f"'{record.raw}' cannot be read as a number itself")
    extent = extent_of(stated)
    if computed.dimension != extent.dimension:
        raise FormulaError(f"it gives another unit than '{record.raw}' has")
    if computed.meets(extent) or _is_beyond(computed, extent, stated.hedge):
        return None
    return computed


def _is_beyond(computed: Extent, stated: Extent, hedge: str | None) -> bool:
    """Tell whether the value lies where an open hedge points: 15 is `over 10`."""
    window = WINDOWS.get(hedge or "")
    if window is None or window.beyond is None:
        return False
    if window.beyond == "above":
        return computed.low >= stated.high
    return hedge in {"at most", "up to", "under"} and computed.high <= stated.low


def _finding(
    examined: Examined, key: PlaceKey, record: FigureRecord, figures: _Figures, computed: Extent
) -> Finding:
    stated = claim_quantity(record)
    assert stated is not None
    hedged = any(one.hedge for one in (stated, *figures.used.values()))
    claim = str(key[1])
    message = (
        f"'{record.raw}' in claim '{claim}' is not what '{record.computed_from}' comes to "
        f"({_words(computed, stated)}): one of these figures is wrong"
    )
    used = "; ".join(f"{name} = {read_claim(one)}" for name, one in figures.used.items())
    return find_in_record(
        examined, _RULE, "info" if hedged else "error", key, message,
        proof=f"{used}; stated: {read_claim(stated)}", subject=record.raw,
        confidence="low" if hedged else "high",
    )  # fmt: skip


def _words(computed: Extent, stated: Quantity) -> str:
    """Return a computed value in the unit of the figure that it is held against."""
    known = family(stated.unit)
    factor = known.factor if known else Decimal(1)
    low, high = computed.low / factor, computed.high / factor
    middle = (low + high) / 2
    narrow = high - low <= abs(middle) * _NARROW
    words = _short(middle) if narrow else f"{_short(low)} to {_short(high)}"
    return f"{words} {stated.unit}" if stated.unit else words


def _short(value: Decimal) -> str:
    """Return a value with as many digits as tell something."""
    if value == value.to_integral_value():
        return format(Decimal(plain(value)), ",f")
    return plain(Decimal(f"{value:.{_MOST_DIGITS}g}"))
