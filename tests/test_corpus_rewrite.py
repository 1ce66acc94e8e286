from __future__ import annotations

from pathlib import Path

import pytest

from footnoted.corpus.rewrite import Rewrite, note_order, write_all
from footnoted.errors import UnreadableCorpusError, WriteRefusedError
from footnoted.model.records import Anchor

CLAIMS = """\
# yaml-language-server: $schema=../../docs/schemas/claims.json

# the first one
- id: a
  says: >-
    Something with more words than fit on a line of its own, so that it is folded
    here.
  at: {start: The lake fell, end: one year}  # in the first paragraph
  note: "1"

- id: b
  at:
    start: >-
      Fishers call it
    end: goodbye   # at the end
  note: ["1", '2']
- {id: c, at: {start: Nothing}, note: 2}
"""


def rewrite(path: Path, text: str = CLAIMS) -> Rewrite:
    """Write a file and read it to be changed."""
    path.write_text(text, encoding="utf-8", newline="")
    return Rewrite.read(path)


def anchored(path: Path, *anchors: Anchor) -> list[str]:
    """Set the anchors of the first records, and return the lines that changed."""
    file = rewrite(path)
    for node, anchor in zip(file.nodes, anchors, strict=False):
        file.set_anchor(node, anchor)
    before, now = CLAIMS.split("\n"), file.result().split("\n")
    return [line for line in now if line not in before]


def test_only_the_changed_words_of_an_anchor_are_written(tmp_path: Path) -> None:
    """In braces, as a block, with comments behind them."""
    assert anchored(
        tmp_path / "01-a.yaml",
        Anchor(start="The lake sank", end="one year"),
        Anchor(start="Fishers name it", end="farewell"),
        Anchor(start="Nothing: at all"),
    ) == [
        "  at: {start: The lake sank, end: one year}  # in the first paragraph",
        "    start: Fishers name it",
        "    end: farewell   # at the end",
        '- {id: c, at: {start: "Nothing: at all"}, note: 2}',
    ]


def test_an_anchor_may_lose_or_get_its_last_words(tmp_path: Path) -> None:
    """Then it is written in braces."""
    path = tmp_path / "01-a.yaml"
    file = rewrite(path)
    file.set_anchor(file.nodes[0], Anchor(start="The lake"))
    file.set_anchor(file.nodes[2], Anchor(start="Nothing", end="is new"))
    text = file.result()
    assert "  at: {start: The lake}  # in the first paragraph\n" in text
    assert "- {id: c, at: {start: Nothing, end: is new}, note: 2}" in text


def test_a_comment_that_would_be_lost_stops_the_change(tmp_path: Path) -> None:
    """A person moves it first."""
    text = "- id: b\n  at:\n    start: Fishers\n    # why not\n    end: goodbye\n"
    file = rewrite(tmp_path / "01-a.yaml", text)
    file.set_anchor(file.nodes[0], Anchor(start="Fishers"))
    with pytest.raises(UnreadableCorpusError, match="a comment stands inside"):
        file.result()


def test_note_ids_are_replaced_one_by_one(tmp_path: Path) -> None:
    """However they are quoted."""
    file = rewrite(tmp_path / "01-a.yaml")
    for node in file.nodes:
        for one in node.each("note"):
            file.set_text(one, {"1": "2", "2": "3"}[one.text], braces=node.flow)
    text = file.result()
    assert '  note: "2"\n' in text
    assert '  note: ["2", "3"]\n' in text
    assert 'note: "3"}\n' in text


def test_windows_line_ends_and_a_byte_order_mark_stay(tmp_path: Path) -> None:
    """All but the changed words is as it was, byte for byte."""
    path = tmp_path / "01-a.yaml"
    data = b"\xef\xbb\xbf" + CLAIMS.replace("\n", "\r\n").encode()
    path.write_bytes(data)
    file = Rewrite.read(path)
    file.set_anchor(file.nodes[0], Anchor(start="The lake sank", end="one year"))
    assert write_all([file]) == [path]
    assert path.read_bytes() == data.replace(b"The lake fell", b"The lake sank")


def test_all_files_or_none_are_written(tmp_path: Path) -> None:
    """One that someone changed meanwhile stops the others, too."""
    one, other = rewrite(tmp_path / "01-a.yaml"), rewrite(tmp_path / "02-b.yaml")
    for file in (one, other):
        file.set_anchor(file.nodes[0], Anchor(start="The lake sank", end="one year"))
    other.path.write_text(CLAIMS + "\n", encoding="utf-8")
    with pytest.raises(WriteRefusedError, match=r"02-b\.yaml: changed by someone else"):
        write_all([one, other])
    assert one.path.read_text("utf-8") == CLAIMS


def test_what_was_written_is_put_back_where_a_later_file_cannot_be(tmp_path: Path) -> None:
    """A claim must never be left with a note's new number and the notes with the old ones."""
    home = tmp_path / "shut"
    home.mkdir()
    one, other = rewrite(tmp_path / "01-a.yaml"), rewrite(home / "02-b.yaml")
    for file in (one, other):
        file.set_anchor(file.nodes[0], Anchor(start="The lake sank", end="one year"))
    real = other.path
    other.path = home / "missing" / ("x" * 300)
    other.data = b""
    with pytest.raises((WriteRefusedError, OSError)):
        write_all([one, other])
    assert one.path.read_text("utf-8") == CLAIMS
    assert real.read_text("utf-8") == CLAIMS


def test_notes_are_put_in_order_with_the_comments_above_them(tmp_path: Path) -> None:
    """A new one goes to its place; one that the paper has no more stays behind its neighbour."""
    text = (
        "# head\n\n# about one\n- id: '1'\n  text: One\n\n- id: '9'\n  text: Gone\n\n"
        "# about two\n- id: '2'\n  text: Two\n"
    )
    file = rewrite(tmp_path / "notes.yaml", text)
    file.added.append('- id: "3"\n  text: Three\n')
    file.order = note_order(["3", "2", "1"])
    assert file.result() == (
        "# head\n\n- id: \"3\"\n  text: Three\n\n# about two\n- id: '2'\n  text: Two\n\n"
        "# about one\n- id: '1'\n  text: One\n\n- id: '9'\n  text: Gone\n"
    )


def test_the_digest_is_replaced_or_added(tmp_path: Path) -> None:
    """Behind the last field where there was none."""
    path = tmp_path / "paper.yaml"
    file = rewrite(path, "id: p\ntitle: The lake\n")
    file.set_field(file.nodes[0], "sha256", "a" * 64)
    assert file.result() == f"id: p\ntitle: The lake\nsha256: {'a' * 64}\n"
    file = rewrite(path, f"id: p\nsha256: {'b' * 64}\ntitle: The lake\n")
    file.set_field(file.nodes[0], "sha256", "a" * 64)
    assert file.result() == f"id: p\nsha256: {'a' * 64}\ntitle: The lake\n"


def test_a_file_with_faults_is_not_touched(tmp_path: Path) -> None:
    """The place of the first one is told."""
    path = tmp_path / "01-a.yaml"
    path.write_text("- id: a\n\tat: x\n", encoding="utf-8")
    with pytest.raises(UnreadableCorpusError, match=r"01-a\.yaml:2:"):
        Rewrite.read(path)
