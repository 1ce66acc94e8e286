from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footnoted.texts import READERS, media_type, read_text
from pdfs import make_pdf


@pytest.mark.parametrize(
    ("body", "told", "kind"),
    [
        (make_pdf([["x"]]), "text/html", "application/pdf"),
        (make_pdf([["x"]]), None, "application/pdf"),
        (make_pdf([["x"]]), "application/octet-stream", "application/pdf"),
        (b"<!DOCTYPE HTML><p>gone", "application/pdf", "text/html"),
        (b"<html>", None, "text/html"),
        (b"<p>about %PDF- files</p>", "text/html", "text/html"),
        (b"plain words", None, "text/plain"),
        (b"<html>", "text/plain; charset=utf-8", "text/plain"),
        (b"\x00\x01", None, "application/octet-stream"),
        (b"{}", "Application/JSON", "application/json"),
    ],
)
def test_media_type(body: bytes, told: str | None, kind: str) -> None:
    """The header is believed but for PDFs and error pages under the other's name."""
    assert media_type(body, told) == kind


def test_unknown_types_are_named() -> None:
    """A media type without a reader is `unsupported_type`; no bytes are `empty`."""
    assert read_text(b"PK\x03\x04", "application/zip").unreadable == "unsupported_type"
    assert read_text(b"", "application/zip").unreadable == "empty"
    assert read_text(b"", None).unreadable == "empty"


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([None, *READERS, "text/html; charset=gbk", ";"]))
def test_never_raises(body: bytes, told: str | None) -> None:
    """Any bytes under any type give a Text whose spans lie within its content."""
    text = read_text(b"<html>" + body, told)
    for block in text.blocks:
        assert 0 <= block.start < block.end <= len(text.content)
    assert read_text(body, told).content is not None


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "<b>",
                "</b>",
                "<td>",
                "<table>",
                "</table>",
                "<tr>",
                "x",
                "y",
                "<pre>",
                "</pre>",
                "<br>",
                "<article>",
                "</article>",
                "<sup>1</sup>",
                "<q>",
                "</q>",
            ]
        ),
        max_size=30,
    )
)
def test_blocks_cover_all_words(parts: list[str]) -> None:
    """Every word of a page lies in exactly one block, in order, however broken the markup."""
    text = read_text("".join(parts).encode(), "text/html")
    at = 0
    for block in text.blocks:
        assert at <= block.start < block.end
        assert not text.content[at : block.start].strip()
        at = block.end
    assert not text.content[at:].strip()
