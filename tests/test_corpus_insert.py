from __future__ import annotations

from pathlib import Path

import pytest

from footnoted.corpus import add_local_copy, read_corpus
from footnoted.errors import UnreadableCorpusError
from footnoted.model.records import LocalCopy

ONE = LocalCopy(digest="a" * 64, obtained="from the author, by mail")
TWO = LocalCopy.model_validate({"digest": "b" * 64, "obtained": "scan", "media-type": "text/html"})
FIRST = f'{{digest: {"a" * 64}, obtained: "from the author, by mail"}}'
SECOND = f"{{digest: {'b' * 64}, obtained: scan, media-type: text/html}}"


def add(folder: Path, before: str, *copies: LocalCopy) -> str:
    (folder / "paper.yaml").write_text("id: p\ntitle: T\n")
    path = folder / "sources.yaml"
    path.write_bytes(before.encode())
    for copy in copies:
        assert add_local_copy(folder, "ash", copy) == path
    reading = read_corpus(folder)
    assert reading.findings == ()
    assert reading.corpus
    assert reading.corpus.sources["ash"].local_copies == copies
    return path.read_bytes().decode()


@pytest.mark.parametrize(
    "rest",
    [
        "",
        "\n# about elm\n- id: elm\n  title: Elms\n",
        "- id: elm\n",
    ],
)
def test_a_copy_goes_behind_the_record_and_all_else_stays(tmp_path: Path, rest: str) -> None:
    """Comments, quotes and blank lines stay as they are; the field comes last in its record."""
    head = "# sources\n\n- id: 'ash'  # the book\n  title: >-\n    On\n    lakes\n"
    assert add(tmp_path, head + rest, ONE) == (f"{head}  local-copies:\n    - {FIRST}\n{rest}")


def test_more_copies_are_added_to_the_list(tmp_path: Path) -> None:
    """A second copy goes below the first, indented as it is."""
    before = "- id: ash\n  title: x\n"
    assert add(tmp_path, before, ONE, TWO) == (
        f"{before}  local-copies:\n    - {FIRST}\n    - {SECOND}\n"
    )


def test_lists_of_other_shapes_keep_theirs(tmp_path: Path) -> None:
    """Lists in brackets and lists without indentation are added to as they are written."""
    flat = f"- id: ash\n  local-copies:\n  - {FIRST}\n  remark: y\n"
    path = tmp_path / "sources.yaml"
    path.write_text(flat)
    add_local_copy(tmp_path, "ash", TWO)
    assert path.read_text() == flat.replace("  remark", f"  - {SECOND}\n  remark")
    path.write_text(f"- id: ash\n  local-copies: [{FIRST}]  # one\n")
    add_local_copy(tmp_path, "ash", TWO)
    assert path.read_text() == f"- id: ash\n  local-copies: [{FIRST}, {SECOND}]  # one\n"


def test_a_record_in_braces_stays_in_braces(tmp_path: Path) -> None:
    """The field goes before the closing brace."""
    assert add(tmp_path, "- {id: ash, title: x}\n- id: elm\n", ONE) == (
        f"- {{id: ash, title: x, local-copies: [{FIRST}]}}\n- id: elm\n"
    )


def test_the_file_keeps_its_line_ends(tmp_path: Path) -> None:
    """A file from Windows stays one, and one without a last line end gets what it needs."""
    assert add(tmp_path, "- id: ash\r\n- id: elm\r\n", ONE) == (
        f"- id: ash\r\n  local-copies:\r\n    - {FIRST}\r\n- id: elm\r\n"
    )
    assert add(tmp_path, "- id: ash", ONE) == f"- id: ash\n  local-copies:\n    - {FIRST}\n"


def test_the_same_copy_is_not_added_twice(tmp_path: Path) -> None:
    """A digest on record already changes nothing."""
    before = f"- id: ash\n  local-copies:\n    - {FIRST}\n"
    path = tmp_path / "sources.yaml"
    path.write_text(before)
    add_local_copy(tmp_path, "ash", ONE.model_copy(update={"obtained": "again"}))
    assert path.read_text() == before


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("- id: elm\n", "there is no source 'ash'"),
        ("- id: ash\n  tilte: x\n", "the record of source 'ash' has faults"),
        ("- id: 'ash\n", "there is no source 'ash'"),
    ],
)
def test_a_record_that_cannot_be_read_is_not_added_to(
    tmp_path: Path, before: str, words: str
) -> None:
    """One line says why, and the file stays as it was."""
    path = tmp_path / "sources.yaml"
    path.write_text(before)
    with pytest.raises(UnreadableCorpusError, match=words):
        add_local_copy(tmp_path, "ash", ONE)
    assert path.read_text() == before
    path.unlink()
    with pytest.raises(UnreadableCorpusError, match="cannot be read"):
        add_local_copy(tmp_path, "ash", ONE)
