from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

import coverage_papers as made
from footnoted.audit.coverage import coverage
from footnoted.audit.lint import lint
from footnoted.commands import cli
from footnoted.errors import UnreadableCorpusError
from footnoted.model.coverage import PART_KINDS, CoverageDocument


def test_all_parts_are_counted_once_by_kind_and_section(tmp_path: Path) -> None:
    """A complete corpus has every part on record or exempt, and 100 per cent."""
    paper, folder = made.write_paper(tmp_path), made.write_records(tmp_path)
    document = coverage(folder, paper).document()
    total = {one.kind: (one.on_record, one.exempt, one.open) for one in document.total}
    assert total == {
        "note": (6, 0, 0),
        "mark": (6, 0, 0),
        "quotation": (2, 0, 0),
        "single-quotation": (0, 1, 0),
        "figure": (3, 0, 0),
        "count": (3, 0, 0),
        "date": (3, 0, 0),
        "cell": (2, 0, 0),
        "sentence": (5, 0, 0),
    }
    assert document.per_cent == 100
    assert document.same_paper is True
    for kind in PART_KINDS:
        of_kind = [one for section in document.sections for one in section.counts]
        assert sum(
            one.on_record + one.exempt + one.open for one in of_kind if one.kind == kind
        ) == sum(total[kind])
    single = next(one for one in document.parts if one.state == "exempt")
    assert (single.words, single.reason) == ("free passage", made.EXEMPT[0]["reason"])
    cell = next(one for one in document.parts if one.kind == "cell")
    assert (cell.cell, cell.words, cell.claims) == (("2010", "Barges"), "398", ("barges-by-year",))


@pytest.mark.parametrize("left_out", range(len(made.CLAIMS)))
def test_what_is_open_is_what_the_lints_call_uncovered(tmp_path: Path, left_out: int) -> None:
    """Whichever record is missing: kind, line and words agree, one for one."""
    claims = [one for index, one in enumerate(made.CLAIMS) if index != left_out]
    paper = made.write_paper(tmp_path)
    folder = made.write_records(tmp_path, claims=claims, exemptions=[])
    found = coverage(folder, paper)
    linted = lint(folder, paper, today=date(2026, 11, 24))
    told = sorted(
        (one.rule.removeprefix("uncovered-"), one.where.line, one.subject)
        for one in linted.findings
        if one.rule.startswith("uncovered-")
    )
    assert told
    opened = [one.part for one in found.open]
    assert sorted((one.kind, one.line, one.words) for one in opened) == told
    assert found.document().per_cent < 100


def test_a_corpus_that_is_complete_but_for_one_part_has_no_hundred_per_cent(tmp_path: Path) -> None:
    """The number is cut, never rounded up."""
    text = made.PAPER.replace(
        "## 2 Floods\n\n",
        "## 2 Floods\n\n"
        + " ".join(f"Nobody counted {n} boats." for n in range(1000, 1300))
        + "\n\n",
    )
    exempt = [
        *made.EXEMPT,
        {"at": {"start": "Nobody counted 1000 boats", "end": "1298 boats"}, "reason": "made up"},
    ]
    paper = made.write_paper(tmp_path, text)
    folder = made.write_records(tmp_path, text, exemptions=exempt)
    found = coverage(folder, paper)
    assert [one.part.words for one in found.open] == ["1299 boats"]
    assert found.document().per_cent == 99


def test_the_command_tells_what_is_open_and_where(tmp_path: Path) -> None:
    """Line and words; 1 while something is open, 0 with --fail-on never or nothing open."""
    paper = made.write_paper(tmp_path)
    folder = made.write_records(tmp_path, exemptions=[])
    run = CliRunner().invoke(cli, ["coverage", str(folder), "--paper", str(paper)])
    assert run.exit_code == 1
    line = made.PAPER[: made.PAPER.index("'free passage'")].count("\n") + 1
    assert f"{paper}:{line}: in single marks: free passage: nothing is on record" in run.output
    assert run.output.endswith("96 %: 30 of 31 on record or exempt\n")
    never = ["coverage", str(folder), "--paper", str(paper), "--fail-on", "never"]
    assert CliRunner().invoke(cli, never).exit_code == 0


def test_the_command_writes_json_and_a_page(tmp_path: Path) -> None:
    """Both to a file where -o names one; the JSON is the documented document."""
    paper, folder = made.write_paper(tmp_path), made.write_records(tmp_path)
    given = ["coverage", str(folder), "--paper", str(paper)]
    run = CliRunner().invoke(cli, [*given, "--format", "json"])
    assert run.exit_code == 0
    assert json.loads(run.stdout)["schema"] == "footnoted/coverage/1"
    CoverageDocument.model_validate_json(run.stdout)
    page = tmp_path / "page.html"
    run = CliRunner().invoke(cli, [*given, "--format", "html", "-o", str(page)])
    assert (run.exit_code, run.output) == (0, "")
    assert "a river that feeds us all" in page.read_text("utf-8")


def test_a_draft_that_nobody_reviewed_covers_nothing(tmp_path: Path) -> None:
    """What `extract --format corpus` writes is all open, and each part names its draft."""
    paper = made.write_paper(tmp_path)
    run = CliRunner().invoke(
        cli, ["extract", str(paper), "--format", "corpus", "-o", str(tmp_path / "draft")]
    )
    assert run.exit_code == 0, run.output
    found = coverage(tmp_path / "draft", paper)
    assert len(found.open) == len(found.parts)
    note = next(one for one in found.open if one.part.kind == "note")
    assert "which nobody has reviewed" in (note.why or "")


def test_another_text_is_told(tmp_path: Path) -> None:
    """A copy with another digest is not the text that the records were written from."""
    folder = made.write_records(tmp_path)
    paper = made.write_paper(tmp_path, made.PAPER + "\n")
    assert coverage(folder, paper).document().same_paper is False
    run = CliRunner().invoke(cli, ["coverage", str(folder), "--paper", str(paper)])
    assert "not the text that the records were written from" in run.output


def test_records_that_cannot_be_read_are_told_and_end_with_two(tmp_path: Path) -> None:
    """The rest is still counted."""
    paper, folder = made.write_paper(tmp_path), made.write_records(tmp_path)
    with (folder / "01-first.yaml").open("a", encoding="utf-8") as file:
        file.write("- {id: broken, at: {start: The flood}, colour: red}\n")
    run = CliRunner().invoke(cli, ["coverage", str(folder), "--paper", str(paper)])
    assert run.exit_code == 2
    assert "colour" in run.output
    assert "on record or exempt" in run.output


def test_of_several_corpora_the_one_of_this_paper_is_taken(tmp_path: Path) -> None:
    """By the digest on record; without one in common they must be named."""
    paper, folder = made.write_paper(tmp_path), made.write_records(tmp_path)
    other = folder.parent / "other"
    other.mkdir()
    (other / "paper.yaml").write_text("id: other\ntitle: Another one\n", encoding="utf-8")
    assert coverage(folder.parent, paper).document().corpus.id == "p"
    changed = made.write_paper(tmp_path, made.PAPER + "\n", "changed.md")
    with pytest.raises(UnreadableCorpusError, match="holds several corpora"):
        coverage(folder.parent, changed)
