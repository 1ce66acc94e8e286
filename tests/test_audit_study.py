"""Pages read and compared in workers: what is looked for is dealt out, and comes back whole."""

from __future__ import annotations

import pytest

from footnoted.audit.study import CRITERIA_AT_ONCE, Body, Criterion, study
from footnoted.model.records import QuotationRecord
from footnoted.model.verdicts import PartVerdict
from footnoted.workers import Workers


def looked_for(number: int, words: str) -> Criterion:
    return Criterion(("page", ("claim", "quotation", number)), QuotationRecord(text=words), None)


@pytest.mark.parametrize("count", [0, 1, CRITERIA_AT_ONCE, 3 * CRITERIA_AT_ONCE + 1])
def test_every_question_to_a_page_is_answered_once(count: int) -> None:
    """However many there are: those that stand there are found, the others absent."""
    sentences = [f"The line number {number} opened in May." for number in range(0, count, 2)]
    data = "\n\n".join(["A page about railway lines and their openings.", *sentences]).encode()
    data += b"\n\n" + b"Other words stand here. " * 4_000
    criteria = tuple(looked_for(n, f"The line number {n} opened in May.") for n in range(count))
    with Workers() as workers:
        (studied,) = study([Body(data, "text/plain", "http://x.example/", criteria)], workers)
    assert studied.text.content.startswith("A page about")
    found = {key[1][2]: one.verdict for key, one in studied.comparisons.items()}
    assert set(found) == set(range(count))
    assert {n for n, verdict in found.items() if verdict is PartVerdict.VERBATIM} == set(
        range(0, count, 2)
    )


def test_a_page_that_costs_too_much_is_so_for_every_question() -> None:
    """The time of a worker runs out: no answer is lost, none is a pass."""
    data = b"<p>" + b"x " * 3_000_000
    criteria = tuple(looked_for(n, f"word {n}") for n in range(CRITERIA_AT_ONCE + 1))
    with Workers(seconds=0.01) as workers:
        (studied,) = study([Body(data, "text/html", "http://x.example/", criteria)], workers)
    assert studied.text.unreadable == "too_costly"
    assert {one.reason for one in studied.comparisons.values()} == {"too_costly"}
    assert len(studied.comparisons) == CRITERIA_AT_ONCE + 1
