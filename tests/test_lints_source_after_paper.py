from __future__ import annotations

from examined_papers import brief, records
from footnoted.lints.source_after_paper import source_after_paper


def test_sources_after_the_paper_are_told() -> None:
    """Issued or accessed after the last day that the paper's date may mean."""
    sources = [
        {"id": "same", "issued": "2013-10-31"},
        {"id": "later", "issued": "2013-11"},
        {"id": "read", "issued": "2012", "accessed": "2013-11-01"},
        {"id": "year", "issued": "2013"},
        {"id": "none"},
    ]
    found = [*source_after_paper(records(*sources, issued="2013-10"))]
    assert brief(found) == [("warning", "high", "later"), ("warning", "high", "read")]
    assert [*source_after_paper(records(*sources))] == []
