from __future__ import annotations

from dataclasses import replace

from footnoted.lints.examined import Examined
from footnoted.lints.paper_changed import paper_changed
from footnoted.model.records import PaperRecord
from lintcase import corpus, paper


def test_another_file_than_the_recorded_one_is_told() -> None:
    """With both digests; the same file, and one of which no digest is on record, are not."""
    other = PaperRecord(id="lake", title="The lake", sha256="b" * 64)
    found = [*paper_changed(Examined(corpus(), paper(paper=other)))]
    assert [(one.level, one.where.file) for one in found] == [("warning", "paper.yaml")]
    assert found[0].proof == f"on record {'a' * 64}, given {'b' * 64}"
    assert [*paper_changed(Examined(corpus(), paper()))] == []
    unknown = replace(corpus(), paper=PaperRecord(id="lake", title="The lake"))
    assert [*paper_changed(Examined(unknown, paper(paper=other)))] == []
