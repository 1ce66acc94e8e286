from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from footnoted.updating.order import out_of_order


def test_one_that_changed_places_moved_and_the_others_stayed() -> None:
    """The fewest moves count."""
    assert out_of_order([0, 1, 2, 3]) == set()
    assert out_of_order([1, 2, 3, 0]) == {3}
    assert out_of_order([3, 0, 1, 2]) == {0}
    assert out_of_order([0, 0, 1, 1]) == set()
    assert out_of_order([]) == set()


@given(st.lists(st.integers(0, 8), max_size=12))
def test_the_others_are_in_order_and_no_one_could_stay_besides(places: list[int]) -> None:
    """What is left never goes back, and each that moved would break it."""
    moved = out_of_order(places)
    kept = [number for number in range(len(places)) if number not in moved]
    assert [places[one] for one in kept] == sorted(places[one] for one in kept)
    for one in moved:
        with_it = sorted([*kept, one])
        assert [places[at] for at in with_it] != sorted(places[at] for at in with_it)
