"""Captures laid aside: the same comes back, and no body stays in memory."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnoted.model.capture import Capture
from footnoted.store.spill import Spill
from looks import captures, failure, page


@given(st.lists(captures, max_size=6))
def test_what_is_laid_aside_comes_back(looks: list[Capture]) -> None:
    """The last look at each address, whole, whatever its digest says."""
    spill = Spill()
    for look in looks:
        spill.record(look)
    assert dict(spill) == {(look.asked, look.basis): look for look in looks}


def test_memory_does_not_grow_with_bodies() -> None:
    """Two hundred pages of 100 kB, each another one."""
    spill = Spill()
    tracemalloc.start()
    for number in range(200):
        spill.record(page(f"http://a.example/{number}", (b"%d " % number) * 30_000))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 2_000_000


def test_whether_a_host_answered_is_told_without_reading() -> None:
    """A failure is no answer."""
    spill = Spill()
    spill.record(page("http://a.example/"))
    spill.record(failure("http://gone.example/"))
    assert spill.answered(("http://a.example/", "cited"))
    assert not spill.answered(("http://gone.example/", "cited"))
    with pytest.raises(KeyError):
        spill["http://other.example/", "cited"]
