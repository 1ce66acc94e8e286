"""`footnoted diff` as its users meet it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

import sample_reports
import timely_reports
from corpus_folder import write_corpus
from footnoted.__main__ import main
from footnoted.commands import cli
from footnoted.errors import FootnotedError
from footnoted.model.report import Report
from footnoted.reports import render

SCHEMA = Path(__file__).parent.parent / "docs" / "schemas" / "diff.json"


def put(path: Path, report: Report) -> Path:
    """Write `report.json` at `path` and return it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(render(report, "json"), encoding="utf-8")
    return path


def diff(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["diff", *map(str, arguments)])


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return the report of an audit without findings."""
    return put(tmp_path / "old" / "report.json", sample_reports.report())


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Return the report of the sample audit."""
    return put(tmp_path / "new" / "report.json", sample_reports.sample_report())


def test_it_takes_files_folders_and_corpora(old: Path, new: Path, tmp_path: Path) -> None:
    """All three lead to the same answer."""
    corpus = write_corpus(tmp_path, ident="salt-road")
    put(tmp_path / "reports" / "salt-road" / "report.json", sample_reports.sample_report())
    told = diff(old, new)
    assert told.exit_code == 0
    assert "New (" in told.output
    for place in (new.parent, corpus, tmp_path / "reports", tmp_path / "claims"):
        assert diff(old.parent, place).output == told.output


def test_the_json_is_as_its_schema_says(old: Path, new: Path) -> None:
    """And the three forms are the same twice."""
    for form in ("json", "md", "text"):
        assert diff(old, new, "--format", form).output == diff(old, new, "--format", form).output
    document = json.loads(diff(old, new, "--format", "json").output)
    Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(document)
    assert next(iter(document)) == "schema"
    assert document["schema"] == "footnoted/diff/1"


@pytest.mark.parametrize(
    ("fail_on", "code"), [("never", 0), ("new-error", 1), ("error", 1), ("warning", 1)]
)
def test_the_exit_code_is_that_of_fail_on(old: Path, new: Path, fail_on: str, code: int) -> None:
    """0 without the option, whatever changed."""
    assert diff(old, new, "--fail-on", fail_on).exit_code == code
    assert diff(old, old, "--fail-on", fail_on).exit_code == 0


def test_output_goes_to_a_file(old: Path, new: Path, tmp_path: Path) -> None:
    """For a step summary or a comment."""
    target = tmp_path / "diff.md"
    assert diff(old, new, "--format", "md", "-o", target).output == ""
    assert target.read_text("utf-8").startswith("# What changed\n")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not a report"),
        ("[]", "not a report"),
        ('{"schema": "footnoted/lint/1"}', "says schema 'footnoted/lint/1'"),
        ('{"schema": "footnoted/report/2"}', "reads footnoted/report/1"),
        ('{"schema": "footnoted/report/1"}', "not a report of this version"),
    ],
)
def test_what_is_no_report_of_ours_is_one_line(
    text: str, words: str, old: Path, tmp_path: Path
) -> None:
    """It names the file, and what was expected."""
    path = tmp_path / "other.json"
    path.write_text(text, encoding="utf-8")
    error = diff(old, path).exception
    assert isinstance(error, FootnotedError)
    assert str(path) in str(error)
    assert words in str(error)
    assert "\n" not in str(error)


def test_places_without_a_report_or_with_several_are_one_line(old: Path, tmp_path: Path) -> None:
    """What is there is named."""
    (tmp_path / "empty").mkdir()
    for name in ("a", "b"):
        put(tmp_path / "many" / name / "report.json", sample_reports.report())
    told = [str(diff(old, tmp_path / name).exception) for name in ("empty", "many", "missing")]
    assert told[0].endswith("holds neither a report.json nor a corpus")
    assert told[1].endswith("holds reports of several papers (a, b); name one of them")
    assert "cannot be read (No such file or directory)" in told[2]


def test_two_papers_end_with_2_and_one_line(
    old: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wrong use, as everywhere."""
    corpus = sample_reports.report().corpus.model_copy(update={"id": "other"})
    other = put(
        tmp_path / "x.json", timely_reports.timely_report().model_copy(update={"corpus": corpus})
    )
    monkeypatch.setattr("sys.argv", ["footnoted", "diff", str(old), str(other)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert capfd.readouterr().err.count("\n") == 1
