from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from footnoted.corpus import read_corpus
from footnoted.corpus.emit import record_item
from footnoted.corpus.typed import read_record
from footnoted.corpus.yaml_subset import parse_list
from footnoted.model.records import ClaimRecord, SourceRecord

WHOLE = """\
- id: whole
  says: Water fell.
  asserted-by: fishers
  certainty: reported
  at: {start: a}
  note: "1"
  note-scope: several
  figures:
    - {raw: "12", computed-from: part.1 + part.2}
  agrees-with: part
  conflicts-with: [dry, wet]
  repeats: earlier
  depends-on: [dry]
"""


def read(text: str) -> tuple[ClaimRecord | None, list[str]]:
    record, faults = read_record(ClaimRecord, parse_list(text).nodes[0])
    return record, [one.message for one in faults]


def test_a_claim_tells_who_how_sure_and_what_it_has_to_do_with_others() -> None:
    """One id alone needs no brackets, and gets none in the canonical form."""
    record, faults = read(WHOLE)
    assert record
    assert faults == []
    assert (record.agrees_with, record.depends_on) == (("part",), ("dry",))
    assert record_item(record) == WHOLE.replace("[dry]", "dry")


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("note-scope: several", "'note-scope' is of a note: name the note, or leave the scope out"),
        ("repeats: whole", "'repeats' names the claim itself: name another one"),
        ("depends-on: [a, a]", "'depends-on' names a claim twice: name each once"),
        (
            "certainty: maybe",
            "'certainty' is 'maybe': It is one of reported, likely, possible, unclear",
        ),
    ],
)
def test_what_cannot_be_is_told(field: str, message: str) -> None:
    """A scope without a note, a claim that leads to itself, words that mean nothing."""
    assert read(f"- id: whole\n  at: {{start: a}}\n  {field}\n") == (None, [message])


def test_a_source_is_no_part_of_itself() -> None:
    """Nor quoted in itself."""
    for field in ("part-of", "quoted-in"):
        fields: dict[str, Any] = {"id": "a", field: "a"}
        with pytest.raises(ValueError, match=f"'{field}' names the source itself"):
            SourceRecord.model_validate(fields)


def test_relations_to_nothing_are_told_at_their_place(tmp_path: Path) -> None:
    """In any file of claims; one to a claim that cannot be read hangs, and costs nothing else."""
    (tmp_path / "paper.yaml").write_text("id: p\ntitle: T\n")
    (tmp_path / "sources.yaml").write_text(
        "- {id: v}\n- {id: w, part-of: v}\n- {id: x, part-of: y}\n"
    )
    (tmp_path / "01-a.yaml").write_text("- {id: a, at: {start: x}, repeats: [bee, k]}\n")
    (tmp_path / "02-b.yaml").write_text(
        "- {id: bee, at: {start: x}, conflicts-with: bea}\n- {id: k, at: {strat: x}}\n"
    )
    reading = read_corpus(tmp_path, shown="c")
    assert reading.corpus
    assert [*reading.corpus.claims] == ["a"]
    assert [*reading.corpus.sources] == ["v", "w"]
    told = {f"{one.where.file}:{one.where.line}:{one.where.column}": one.message
            for one in reading.findings if one.rule == "record-unknown-reference"}  # fmt: skip
    assert told == {
        "c/02-b.yaml:1:45": "there is no claim 'bea': did you mean 'bee'?",
        "c/sources.yaml:3:20": "there is no source 'y': add it to sources.yaml",
    }
