from __future__ import annotations

from footnoted.texts import read_text


def test_paragraphs_and_pages() -> None:
    """Blank lines end paragraphs; form feeds end pages; line ends are made one."""
    text = read_text(b"One\r\nline.\r\n\r\nTwo.\fThree.\n", "text/plain")
    assert [text.content[b.start : b.end] for b in text.blocks] == ["One\nline.", "Two.", "Three."]
    assert [text.content[p.start : p.end] for p in text.pages] == ["One\nline.\n\nTwo.", "Three."]


def test_charset_by_bytes() -> None:
    """Text in a legacy charset without a declaration is read by its bytes."""
    words = "Торговля между странами выросла на десять процентов."
    assert read_text(words.encode("windows-1251"), "text/plain").content == words


def test_blank_is_empty() -> None:
    """White space is no text."""
    assert read_text(b" \n\t\n", "text/plain").unreadable == "empty"
