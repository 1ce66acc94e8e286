from __future__ import annotations

from typing import Any

from examined_papers import examine
from footnoted.lints.uncovered_count import uncovered_count
from lintcase import claim

TEXT = (
    "# Towns\n\n## 1 Towns\n\nIn those years five towns lived there. Orvel is the second-largest.\n"
)


def told(**fields: Any) -> list[str | None]:
    """Return what is uncovered beside a claim with these fields on the first sentence."""
    found = examine(TEXT, claim("a", "In those years", "lived there", **fields))
    return [one.subject for one in uncovered_count(found)]


def test_number_words_that_count_or_rank_are_told() -> None:
    """With the whole word of a rank."""
    found = [*uncovered_count(examine(TEXT))]
    assert [(one.level, one.where.line, one.subject) for one in found] == [
        ("info", 5, "five towns"),
        ("info", 5, "second-largest"),
    ]


def test_the_statement_may_name_the_number() -> None:
    """In words or digits, as a word of its own."""
    assert told(says="Five towns were there.") == ["second-largest"]
    assert told(says="There were 5 towns.") == ["second-largest"]
    assert told(says="There were 15 towns in fivefold number.") == ["five towns", "second-largest"]


def test_a_figure_of_these_words_covers_them() -> None:
    """At its own place."""
    assert told(figures=[{"raw": "five towns"}]) == ["second-largest"]
