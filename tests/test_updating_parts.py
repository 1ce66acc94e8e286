from __future__ import annotations

from footnoted.updating.parts import Printed, figure_fates, quotation_fates


def test_a_quotation_that_stands_is_the_same() -> None:
    """In the text or in a note; blanks and shapes of marks aside."""
    found = quotation_fates(["it's  low"], ["they say it’s low"], [])
    assert [(one.state, one.now) for one in found] == [("same", None)]


def test_a_quotation_became_the_free_one_that_is_most_like_it() -> None:
    """One that is not like it is another, and two that are equally so leave it open."""
    free = [Printed("a slow farewell to the water"), Printed("we shall not stop")]
    found = quotation_fates(["a slow goodbye to the water"], ["nothing"], free)
    assert (found[0].state, found[0].now) == ("changed", "a slow farewell to the water")
    assert quotation_fates(["ships at sea"], ["nothing"], free)[0].state == "gone"
    twins = [Printed("a slow farewell to the water"), Printed("a slow adieu to the water")]
    assert quotation_fates(["a slow goodbye to the water"], [""], twins)[0].state == "gone"


def test_a_figure_became_the_free_one_of_its_unit() -> None:
    """A single one may change its unit as well."""
    free = [Printed("$4.4bn", "USD"), Printed("13 per cent", "%")]
    found = figure_fates([Printed("$4.2bn", "USD"), Printed("12 per cent", "%")], [""], free)
    assert [one.now for one in found] == ["$4.4bn", "13 per cent"]
    assert figure_fates([Printed("$4.2bn", "USD")], [""], [Printed("€4bn", "EUR")])[0].now == "€4bn"


def test_figures_of_one_unit_are_paired_only_where_none_is_missing() -> None:
    """Else nobody can tell which is which."""
    lost = [Printed("$4bn", "USD"), Printed("$5bn", "USD")]
    found = figure_fates(lost, [""], [Printed("$6bn", "USD")])
    assert [one.state for one in found] == ["gone", "gone"]
    found = figure_fates(lost, [""], [Printed("$6bn", "USD"), Printed("$7bn", "USD")])
    assert [one.now for one in found] == ["$6bn", "$7bn"]
