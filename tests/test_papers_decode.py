"""What can be read as a paper, and the one line about what cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from footnoted.errors import UnreadablePaperError
from footnoted.papers import FORMATS, read_paper
from footnoted.papers.decode import decode


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\r\n", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "DOCX"),
        (b"some\0thing", "binary"),
        (b"\xff\xfea\0", "UTF-16"),
        (b"<!DOCTYPE html><p>x</p>", "HTML"),
        ("one\r\ntwo é".encode("latin-1"), "paper.md:2:5: not UTF-8 here (byte 0xE9)"),
        (b"\xef\xbb\xbfa\xff", "paper.md:1:2: not UTF-8"),
    ],
)
def test_bad_input_gets_one_line(data: bytes, words: str) -> None:
    """Each kind of unreadable file is named with the file, and what to do, in one line."""
    with pytest.raises(UnreadablePaperError) as caught:
        decode(data, "paper.md")
    message = str(caught.value)
    assert words in message
    assert message.startswith("paper.md:")
    assert "\n" not in message


def test_byte_order_mark_and_line_ends_are_taken_off() -> None:
    """CRLF, CR and LF all end lines."""
    assert decode(b"\xef\xbb\xbfa\r\nb\rc\n", "x") == "a\nb\nc\n"


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    """The name given for messages is used where there is one."""
    with pytest.raises(UnreadablePaperError, match=r"^p\.md: no such file"):
        read_paper(tmp_path / "none.md", file="p.md")
    with pytest.raises(UnreadablePaperError, match="folder"):
        read_paper(tmp_path)


def test_a_paper_reads_the_same_with_crlf_and_a_byte_order_mark(tmp_path: Path) -> None:
    """Only the digest of the bytes differs."""
    text = "# T\n\n## 1 One\n\nWater is wet.<sup>1</sup>\n\n<sup>1</sup> Doe J, *Rain*, 2001\n"
    plain, odd = tmp_path / "a.md", tmp_path / "b.md"
    plain.write_bytes(text.encode())
    odd.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    first, second = read_paper(plain, file="p.md"), read_paper(odd, file="p.md")
    assert first.notes == second.notes
    assert first.body == second.body
    assert first.paper.sha256 != second.paper.sha256


def test_formats_are_a_plain_dict() -> None:
    """Every format is a function of bytes and name."""
    assert set(FORMATS) == {"markdown"}
    assert FORMATS["markdown"](b"Words.", "x.md").body == "Words."
