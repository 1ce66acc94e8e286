from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from footnoted.commands import cli
from footnoted.corpus import formatting
from footnoted.corpus.formatting import Formatted, formatted
from footnoted.errors import WriteRefusedError

HEAD = "# yaml-language-server: $schema=../../docs/schemas/claims.json\n\n"
UNTIDY = "- at: {start: 'x'}\n  id: a\n"
TIDY = HEAD + "- id: a\n  at: {start: x}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a corpus with an untidy file of claims."""
    folder = tmp_path / "claims" / "p"
    folder.mkdir(parents=True)
    (folder / "paper.yaml").write_text(
        "# yaml-language-server: $schema=../../docs/schemas/paper.json\n\nid: p\ntitle: T\n"
    )
    (folder / "01-a.yaml").write_text(UNTIDY)
    return folder


def fmt(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["fmt", *map(str, arguments)])


def test_files_are_tidied_in_place(folder: Path) -> None:
    """A corpus, a folder of corpora or a file; a second time there is nothing to do."""
    found = fmt(folder.parent)
    assert (found.exit_code, found.output.count("tidied ")) == (0, 1)
    assert "1 of 2 files tidied" in found.output
    assert (folder / "01-a.yaml").read_text() == TIDY
    again = fmt(folder / "01-a.yaml")
    assert (again.exit_code, again.output) == (0, "0 of 1 file tidied\n")


def test_check_and_diff_write_nothing(folder: Path) -> None:
    """Exit code 1 while there is something to tidy; the file is named or shown."""
    found = fmt(folder, "--check")
    assert found.exit_code == 1
    assert "would tidy" in found.output
    assert "01-a.yaml" in found.output
    shown = fmt(folder, "--diff")
    assert shown.exit_code == 1
    assert "-- at: {start: 'x'}\n" in shown.output
    assert "+- id: a\n" in shown.output
    assert (folder / "01-a.yaml").read_text() == UNTIDY
    fmt(folder)
    assert fmt(folder, "--check", "--diff").exit_code == 0


def test_files_with_faults_stay_and_the_others_are_tidied(folder: Path) -> None:
    """All faults are told, each with its place; exit code 2."""
    bad = "- id: A\n  at: {start: x}\n- id: b\n  was: {start: x}\n"
    (folder / "02-b.yaml").write_text(bad)
    (folder / "03-c.yaml").write_bytes(b"- id: \xff\n")
    found = fmt(folder)
    assert found.exit_code == 2
    assert "02-b.yaml:1:7: 'id' is 'A'" in found.output
    assert "02-b.yaml:4:3: unknown field 'was'" in found.output
    assert "02-b.yaml:3:3: 'at' is missing" in found.output
    assert "03-c.yaml:1:7: byte 0xff is not UTF-8" in found.output
    assert "1 of 4 files tidied, 2 files left as it was" in found.output
    assert (folder / "02-b.yaml").read_text() == bad
    assert (folder / "01-a.yaml").read_text() == TIDY


def test_ids_given_differ_over_all_files_of_a_corpus(folder: Path) -> None:
    """Also from those of files that were not named."""
    (folder / "02-b.yaml").write_text("- says: A\n  at: {start: x}\n- says: A\n  at: {start: y}\n")
    assert fmt(folder / "02-b.yaml").exit_code == 0
    text = (folder / "02-b.yaml").read_text()
    assert "- id: a-b\n" in text
    assert "- id: a-c\n" in text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nowhere", "there is no such file"),
        (".", "no folder in it has a paper.yaml"),
        ("p/notes.txt", "no file of records has this name"),
    ],
)
def test_what_is_no_corpus_is_refused(folder: Path, name: str, words: str) -> None:
    """One line, exit code 2."""
    (folder / "notes.txt").write_text("x")
    where = folder.parent.parent if name == "." else folder.parent / name
    found = CliRunner().invoke(cli, ["fmt", str(where)])
    assert isinstance(found.exception, Exception)
    assert words in str(found.exception)


def test_a_file_changed_meanwhile_is_left_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Someone saved it between our reading and our writing: theirs stays, exit code 2."""
    path = folder / "01-a.yaml"
    [one] = formatted([path])
    path.write_text("- id: theirs\n")
    with pytest.raises(WriteRefusedError, match="changed by someone else"):
        one.write()
    monkeypatch.setattr(formatting, "formatted", lambda _: iter([one]))
    found = fmt(path)
    assert found.exit_code == 2
    assert path.read_text() == "- id: theirs\n"


def test_the_committed_corpora_are_tidy() -> None:
    """Whoever edits them by hand runs `footnoted fmt` afterwards."""
    root = Path(__file__).resolve().parent.parent
    found: list[Formatted] = [*formatted(formatting.files_at([root / "claims"]))]
    assert len(found) > 5
    assert [one.path.name for one in found if one.changed or one.faults] == []
