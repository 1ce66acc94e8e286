from __future__ import annotations

from pathlib import Path

import pytest

from footnoted.corpus import find_papers, shown_path
from footnoted.corpus.folders import kind_of, record_files


def test_a_folder_with_a_paper_is_a_corpus_and_others_hold_some(tmp_path: Path) -> None:
    """One corpus, or the direct children that are one, by name; nothing elsewhere."""
    for name in ("b", "a", "none"):
        (tmp_path / name).mkdir()
    (tmp_path / "b" / "paper.yaml").write_text("")
    (tmp_path / "a" / "paper.yaml").write_text("")
    assert find_papers(tmp_path / "a") == [tmp_path / "a"]
    assert find_papers(tmp_path) == [tmp_path / "a", tmp_path / "b"]
    assert find_papers(tmp_path / "none") == []
    assert find_papers(tmp_path / "nowhere") == []


def test_paths_are_shown_from_the_root_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Inside a repository the path is the same wherever the command runs; outside, as given."""
    (tmp_path / "r" / ".git").mkdir(parents=True)
    (tmp_path / "r" / "claims" / "p").mkdir(parents=True)
    (tmp_path / "o").mkdir()
    monkeypatch.chdir(tmp_path / "r" / "claims")
    assert shown_path(Path("p")) == "claims/p"
    assert shown_path(tmp_path / "r") == "."
    monkeypatch.chdir(tmp_path)
    assert shown_path(Path("o")) == "o"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("paper.yaml", "paper"),
        ("02-foreign-policy.yaml", "claims"),
        ("002-a.yaml", "claims"),
        ("2-a.yaml", None),
        ("notes.yml", None),
        ("note.yaml", None),
    ],
)
def test_a_file_is_known_by_its_name(name: str, kind: str | None) -> None:
    """Only these names hold records; a near miss is not read in silence."""
    assert kind_of(name) == kind


def test_other_yaml_files_and_unreadable_ones_are_told(tmp_path: Path) -> None:
    """A misspelt name is told the right one; files of other kinds are none of our business."""
    (tmp_path / "note.yaml").write_text("")
    (tmp_path / "intro.yaml").write_text("")
    (tmp_path / "README.md").write_text("")
    (tmp_path / ".hidden.yaml").write_text("")
    (tmp_path / "sources.yaml").mkdir()
    files = record_files(tmp_path, "c")
    assert files.readable == []
    assert files.lost == {"sources"}
    assert [(one.rule, one.where.file) for one in files.findings] == [
        ("record-unknown-file", "c/intro.yaml"),
        ("record-unknown-file", "c/note.yaml"),
        ("record-unreadable", "c/sources.yaml"),
    ]
    assert "did you mean 'notes.yaml'?" in files.findings[1].message


def test_at_the_root_of_a_repository_files_are_named_alone(tmp_path: Path) -> None:
    """Where the corpus is the root itself, no `./` stands before a file's name."""
    (tmp_path / "paper.yaml").write_text("id: p\n")
    assert [one.shown for one in record_files(tmp_path, ".").readable] == ["paper.yaml"]
