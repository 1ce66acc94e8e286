from __future__ import annotations

from typing import Any

from examined_papers import brief, records
from footnoted.lints.figures_disagree import figures_disagree


def _told(*figures: dict[str, str]) -> Any:
    claims = [
        {"id": f"c{number}", "at": {"start": "x"}, "figures": [figure]}
        for number, figure in enumerate(figures)
    ]
    return brief(figures_disagree(records(claims=claims)))


ONE = {"raw": "$46bn", "measure": "trade with the states", "period": "2012"}


def test_two_values_of_one_measure_and_period_are_told() -> None:
    """Measures are compared without case and marks."""
    assert _told(ONE, ONE | {"raw": "$64bn"}) == [("warning", "medium", "$64bn")]
    assert len(_told(ONE, ONE | {"raw": "$64bn", "measure": "Trade, with the states"})) == 1


def test_rounding_hedges_and_other_things_are_left_alone() -> None:
    """Another unit, measure or period, or a value that a person wrote."""
    for other in (
        {"raw": "almost $46.1bn"}, {"raw": "$45.9bn"}, {"raw": "46 per cent"},
        {"raw": "$64bn", "period": "2011"}, {"raw": "$64bn", "measure": "exports"},
        {"raw": "$64bn", "value": "46000000000"},
    ):  # fmt: skip
        assert _told(ONE, ONE | other) == [], other
    assert _told({"raw": "$46bn"}, {"raw": "$64bn"}) == []
