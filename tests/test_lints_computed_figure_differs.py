from __future__ import annotations

from typing import Any

from footnoted.lints.computed_figure_differs import computed_figure_differs
from footnoted.lints.examined import Examined
from footnoted.model.finding import Finding
from lintcase import claim, corpus

VALUES = {
    "exports": {"raw": "5,073,510", "value": "5073510000", "unit": "USD"},
    "imports": {"raw": "88,960", "value": "88960000", "unit": "USD"},
    "exports-growth": {"raw": "4.0", "unit": "%"},
    "imports-growth": {"raw": "-9.4", "unit": "%"},
    "nobody": {"raw": "many a dollar"},
}


def found(raw: str, formula: str, **fields: str) -> list[Finding]:
    """Return what is said of the figure `raw` that is computed from the values above."""
    figures: dict[str, list[dict[str, Any]]] = {name: [one] for name, one in VALUES.items()}
    figures["both"] = [VALUES["exports"], VALUES["imports"]]
    figures["whole"] = [{"raw": raw, "computed-from": formula, **fields}]
    claims = [claim(name, "Fishers", figures=some) for name, some in figures.items()]
    return [*computed_figure_differs(Examined(corpus(claims), None))]


def test_a_figure_that_is_what_its_formula_comes_to_is_left_alone() -> None:
    """By rounding, by hedge, in another unit, by growth; a claim's second figure."""
    assert found("$5,162,470,000", "exports + imports") == []
    assert found("$5.16bn", "exports + both.2") == []
    assert found("almost $5.2bn", "exports + imports") == []
    assert found("over $4bn", "exports + imports") == []
    assert found("98.3 per cent", "exports / (exports + imports)") == []
    assert found("57 times", "exports / imports") == []
    levels = "exports / (1 + exports-growth) + imports / (1 + imports-growth)"
    assert found("3.7 per cent", f"(exports + imports) / ({levels}) - 1") == []


def test_another_value_is_an_error_with_all_figures_as_proof() -> None:
    """The message has the formula and its value, the proof what each figure reads."""
    [one] = found("$5,262,470,000", "exports + imports")
    assert (one.rule, one.level, one.confidence) == ("computed-figure-differs", "error", "high")
    assert one.message == (
        "'$5,262,470,000' in claim 'whole' is not what 'exports + imports' comes to "
        "(5,162,470,000 USD): one of these figures is wrong"
    )
    assert one.proof
    assert "exports = 5.07351e9 USD" in one.proof
    [one] = found("5 per cent", "exports / imports - 60")
    assert "comes to (-296.86 %)" in one.message
    [one] = found("9.0 per cent", "1 + exports-growth")
    assert "comes to (103.95 to 104.05 %)" in one.message


def test_a_hedge_makes_it_a_hint() -> None:
    """How far `almost` reaches is nowhere said."""
    [one] = found("almost $9bn", "exports + imports")
    assert (one.level, one.confidence) == ("info", "low")
    assert [one.level for one in found("over $9bn", "exports")] == ["info"]


def test_what_cannot_be_computed_is_an_error_of_the_record() -> None:
    """Unknown figures, several of them, itself, units, zero: told, and no crash."""
    told = {
        formula: [one.message.split("computed: ")[1] for one in found("$5bn", formula)]
        for formula in (
            "exports + port", "exports-imports", "both", "both.3", "both.0", "exports.2", "whole",
            "whole.1", "exports + exports-growth", "exports / 0", "exports-growth", "nobody",
            "exports +", "claims-growth.x",
        )
    }  # fmt: skip
    assert told == {
        "exports + port": ["there is no claim 'port' (a minus needs a blank before it)"],
        "exports-imports": [
            "there is no claim 'exports-imports' (a minus needs a blank before it)"
        ],
        "both": ["'both' has 2 figures: say 'both.1'"],
        "both.3": ["there is no figure 'both.3'"],
        "both.0": ["there is no figure 'both.0'"],
        "exports.2": ["there is no figure 'exports.2'"],
        "whole": ["'whole' is the very figure that is computed"],
        "whole.1": ["'whole.1' is the very figure that is computed"],
        "exports + exports-growth": ["units do not fit: USD + a plain number"],
        "exports / 0": ["it divides by zero, or by what may be zero"],
        "exports-growth": ["it gives another unit than '$5bn' has"],
        "nobody": ["'nobody' ('many a dollar') cannot be read as a number"],
        "exports +": ["it ends where a number or a figure should stand"],
        "claims-growth.x": [
            "there is no claim 'claims-growth.x' (a minus needs a blank before it)"
        ],
    }
    assert [one.level for one in found("a lot", "exports")] == ["error"]
