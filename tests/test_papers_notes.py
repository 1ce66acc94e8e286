"""Printed notes and marks brought together."""

from __future__ import annotations

from paper_help import note_of, read


def test_a_mark_whose_note_is_not_printed_is_missing() -> None:
    """The note is there with its sentence and no text; an ibid behind it dangles."""
    draft = read("## 1 A\n\nOne.<sup>1</sup> Two.<sup>2</sup>\n\n<sup>2</sup> Ibid")
    missing = note_of(draft, "1")
    assert (missing.status, missing.text, missing.entries) == ("missing", None, ())
    assert (missing.sentence, missing.line) == ("One.", 3)
    assert note_of(draft, "2").status == "dangling"


def test_a_note_without_a_mark_has_no_sentence() -> None:
    """It keeps its place among the numbers."""
    draft = read("## 1 A\n\nOne.<sup>1</sup>\n\n<sup>1</sup> Doe J, *X*, 2001\n\n<sup>2</sup> Ibid")
    extra = note_of(draft, "2")
    assert (extra.sentence, extra.section, extra.resolves_to) == (None, None, ("1",))


def test_a_note_printed_twice() -> None:
    """In the same words it is one note; in other words nothing is lost."""
    base = "## 1 A\n\nOne.<sup>1</sup>\n\n<sup>1</sup> Doe J, *X*, 2001\n\n<sup>1</sup> "
    assert [note.id for note in read(base + "Doe J, *X*, 2001").notes] == ["1"]
    assert [note.id for note in read(base + "Roe K, *Y*, 2002").notes] == ["1", "1-2"]


def test_texts_are_word_for_word() -> None:
    """Emphasis and escapes off, links replaced by their target, wrapped lines joined."""
    draft = read(
        "## 1 A\n\nOne.<sup>1</sup>\n\n<sup>1</sup> Doe J, *X and\nY*, 2001, "
        "[www.example.org/a\\_b.htm](http://www.example.org/a_b.htm); <http://example.org/?q=1>\n"
    )
    note = note_of(draft, "1")
    assert note.text == (
        "Doe J, X and Y, 2001, http://www.example.org/a_b.htm; http://example.org/?q=1"
    )
    assert note.urls == ("http://www.example.org/a_b.htm", "http://example.org/?q=1")
    assert note.line == 5


def test_urls_are_absolute() -> None:
    """A bare host gets `http://`; the sentence's full stop is not the URL's."""
    draft = read("A.<sup>1</sup>\n\n<sup>1</sup> Lamp, *X*, www.example.org/a\\_b.\n")
    assert note_of(draft, "1").urls == ("http://www.example.org/a_b",)


def test_status_is_the_worst_of_the_entries() -> None:
    """One dangling entry makes the note dangle, and the other still resolves."""
    draft = read("A.<sup>1</sup>\n\n<sup>1</sup> Doe J, *X*, 2001, quoted in Roe K, *op cit* p 2\n")
    note = note_of(draft, "1")
    assert (note.status, note.resolves_to) == ("dangling", ("1",))
    assert [(entry.form, entry.resolves_to) for entry in note.entries] == [
        ("full", "1"),
        ("quoted_in", None),
    ]


def test_symbols_are_labels_too() -> None:
    """`*` and `†` keep the order of their marks."""
    draft = read(
        "A.<sup>*</sup> B.<sup>†</sup>\n\n<sup>*</sup> Doe J, *X*, 2001\n\n<sup>†</sup> Ibid\n"
    )
    assert [(note.id, note.resolves_to) for note in draft.notes] == [("*", ("*",)), ("†", ("*",))]


def test_markdown_footnotes() -> None:
    """`[^1]` and `[^1]: text` are read alike."""
    draft = read("A.[^1]\n\n[^1]: Doe J, *X*, 2001\n")
    assert (note_of(draft, "1").sentence, note_of(draft, "1").text) == ("A.", "Doe J, X, 2001")
