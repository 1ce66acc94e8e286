from __future__ import annotations

from typing import Any

from examined_papers import examine
from footnoted.lints.uncovered_date import uncovered_date
from lintcase import claim

TEXT = (
    "# Dams\n\n## 1 Dams\n\nThe dam broke on 4 May 2009, and was mended in 2011 for $3m. "
    "“We saw it in 2009”, they said of Flood 2009 (Ash, 2012), in the post-2009 years.\n"
)


def told(**fields: Any) -> list[str | None]:
    """Return what is uncovered beside a claim with these fields on the first sentence."""
    found = examine(TEXT, claim("a", "The dam broke", "for $3m", **fields))
    return [one.subject for one in uncovered_date(found)]


def test_dates_of_the_text_are_told() -> None:
    """Those in quotation marks, names, citations and compound words are not due."""
    found = [*uncovered_date(examine(TEXT))]
    assert [(one.level, one.subject) for one in found] == [
        ("info", "4 May 2009"),
        ("info", "2011"),
    ]


def test_a_claim_covers_a_date_whose_year_it_names() -> None:
    """In its statement or in a figure's period; a year inside a number is none."""
    assert told(says="The dam broke in May 2009.") == ["2011"]
    assert told(says="It broke.", figures=[{"raw": "$3m", "period": "2011"}]) == ["4 May 2009"]
    assert told(says="It broke 120091 times.") == ["4 May 2009", "2011"]


def test_a_decade_is_covered_where_it_is_named() -> None:
    """`1980s` in a period is the decade; a year of it is not."""
    text = "# A\n\n## 1 A\n\nThe dams of the 1980s cost $3m.\n"
    for period, open_ in (("the 1980s", []), ("1985", ["1980s"])):
        figure = {"raw": "$3m", "period": period}
        found = examine(text, claim("a", "The dams", "cost $3m", figures=[figure]))
        assert [one.subject for one in uncovered_date(found)] == open_
