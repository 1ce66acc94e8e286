"""The first real paper, read from the developers' copy where there is one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from footnoted.model.draft import Draft
from footnoted.papers import read_paper, to_document
from paper_help import note_of, quotation_of

PAPER = Path(__file__).parents[1] / ".." / "shared" / "papers" / "saferworld-2013.md"

RESOLVED = {
    "9": "8", "14": "1", "19": "18", "24": "7", "25": "7", "26": "1", "27": "1", "29": "28",
    "30": "28", "31": "28", "32": "28", "35": "1", "55": "34", "60": "59", "69": "23", "70": "23",
    "71": "23", "72": "23", "73": "23", "74": "23", "76": "23", "78": "23", "81": "37", "82": "37",
    "83": "7", "84": "7", "85": "7", "87": "23", "90": "22",
}  # fmt: skip


@pytest.fixture(scope="module")
def raw() -> str:
    if not PAPER.is_file():
        pytest.skip("the developers' copy shared/papers/saferworld-2013.md is not here")
    return PAPER.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def draft(raw: str) -> Draft:
    return read_paper(PAPER, file="saferworld-2013.md")


def plain(text: str) -> str:
    """Take marks, emphasis and escapes off crudely, independently of the reader."""
    text = re.sub(r"<sup>[^<]*</sup>", "", text)
    text = re.sub(r"\[[^\]]*\]\(([^)]*)\)", r"\1", text)
    text = re.sub(r"<(http[^>]*)>", r"\1", text)
    text = re.sub(r"\\(.)", r"\1", text)
    return re.sub(r"\s+", " ", text.replace("*", "")).strip()


def test_the_paper_tells_who_it_is(draft: Draft) -> None:
    """Title, author, month of issue, publisher, and a slug of them."""
    paper = draft.paper
    assert (paper.id, paper.issued, paper.publisher) == ("saferworld-2013", "2013-10", "Saferworld")
    assert [str(name) for name in paper.author] == ["Bernardo Mariani"]
    assert [section.label for section in draft.sections] == (
        ["1", "2", "2.1", "2.2", "3", "4", "5", "5.1", "5.2", "6"]
    )


def test_ninety_marks_and_eighty_nine_printed_notes(draft: Draft) -> None:
    """Note 17 is not printed."""
    assert sorted(int(mark.note) for mark in draft.marks) == list(range(1, 91))
    assert [note.id for note in draft.notes] == [str(number) for number in range(1, 91)]
    assert [note.id for note in draft.notes if note.text is None] == ["17"]
    assert note_of(draft, "17").status == "missing"


def test_notes_are_word_for_word(draft: Draft, raw: str) -> None:
    """Every printed note equals its line, crudely stripped."""
    for note in draft.notes:
        if note.text is None:
            continue
        line = raw.split("\n")[note.line - 1]
        assert re.match(rf"(?:<sup>)?{note.id}\b", line)
        stripped = plain(line)
        assert note.text == (stripped.removeprefix(f"{note.id} "))


def test_every_url_of_the_notes(draft: Draft, raw: str) -> None:
    """A crude search of the notes' lines finds the same addresses."""
    for note in draft.notes:
        line = raw.split("\n")[note.line - 1] if note.text else ""
        found = re.findall(r"\]\((\S+?)\)(?=$|[\s;,])|<(http[^>]+)>", line)
        wanted = [re.sub(r"\\(.)", r"\1", a or b) for a, b in found]
        assert list(note.urls) == wanted, note.id


def test_short_forms(draft: Draft) -> None:
    """All that can be resolved are; the rest are dangling or ambiguous, never guessed."""
    forms = [entry.form for note in draft.notes for entry in note.entries if entry.form != "full"]
    assert len(forms) - 1 == 35  # note 18 is `quoted by` in a full citation
    for id_, target in RESOLVED.items():
        note = note_of(draft, id_)
        assert (note.resolves_to, note.status, note.candidates) == ((target,), "ok", ()), id_
    assert note_of(draft, "53").resolves_to == ("51", "53")
    assert note_of(draft, "65").resolves_to == ("65", "49")
    dangling = note_of(draft, "10")
    assert (dangling.status, dangling.entries[1].resolves_to) == ("dangling", None)
    for id_ in ("38", "39", "40"):
        note = note_of(draft, id_)
        assert (note.status, note.resolves_to, note.candidates) == ("ambiguous", (), ("28", "8"))
    bad = {note.id for note in draft.notes if note.status != "ok"}
    assert bad == {"10", "17", "38", "39", "40"}


def test_every_quotation_in_double_marks(draft: Draft, raw: str) -> None:
    """A crude count of mark pairs, line by line, finds no other words."""
    wanted = []
    for line in raw.split("\n"):
        wanted += re.findall(r"[\"“]([^\"“”]+)[\"”]", plain(line))
    found = [quoted.text for quoted in draft.quotations if quoted.marks == "double"]
    assert sorted(found) == sorted(words.strip() for words in wanted)


def test_sentences_over_page_breaks(draft: Draft) -> None:
    """One goes on with a capital letter, one with a small one, one with a block quotation."""
    for id_ in ("44", "45"):
        sentence = note_of(draft, id_).sentence or ""
        assert sentence.startswith("In the largest foreign purchase")
        assert sentence.endswith("CNPC bought PetroKazakhstan for $4.2bn.")
    assert 'planning"; creating “favorable' in (note_of(draft, "31").sentence or "")
    assert (note_of(draft, "78").sentence or "").startswith("The first took place in 2002")
    assert (note_of(draft, "85").sentence or "").startswith("On a more practical level")
    assert "because of the almost inevitable spillover" in draft.body
    assert "in line with the slow evolution" in draft.body


def test_quotations_hang_on_their_notes(draft: Draft) -> None:
    """Runs take the next mark; speakers are those whom text or note name."""
    for words, notes, speaker in (
        ("one of the most promising", ("26",), "Wen Jiabao"),
        ("culture and people-to-people", ("27",), "Wen Jiabao"),
        ("to write a new chapter", ("25",), "Wu Bangguo"),
        ("there is no grand strategy", ("18",), "Petersen A"),
        ("the peace and stability of", ("36",), "Cheng Guoping"),
        ("all kinds of support", ("55",), "Wang Yi"),
        ("We will stick to", ("40",), None),
        ("central goal", ("20",), None),
        ("attempts to separate", ("12",), None),
    ):
        found = quotation_of(draft, words)
        assert (found.notes, found.speaker) == (notes, speaker), words


def test_the_table(draft: Draft) -> None:
    """Names joined from two header rows, cells as printed."""
    (table,) = draft.tables
    assert (table.notes, table.section) == (("41",), "5.1")
    assert table.columns[1] == "Trade Value (US$1,000)"
    assert table.columns[4:] == tuple(
        f"Year on year of 2011 % – {name} Value" for name in ("Trade", "Export", "Import")
    )
    assert [row[0] for row in table.rows] == [
        "Kazakhstan",
        "Kyrgyzstan",
        "Tajikistan",
        "Turkmenistan",
        "Uzbekistan",
    ]
    assert table.rows[2][1:] == ("1,856,700", "1,747,870", "10,883", "-10.3", "-12.5", "50.7")


def test_figures(draft: Draft) -> None:
    """Values, units, hedges, periods and notes of some figures."""
    figures = {figure.raw: figure for figure in to_document(draft).figures}
    for raw_, value, hedge, period, notes in (
        ("$2.87bn", "2870000000", None, "2012", ("59",)),
        ("$4.2bn", "4200000000", None, "2005", ("45",)),
        ("$46 billion", "46000000000", "almost", "2012", ()),
        ("4.39 per cent", "4.39", None, "2011", ("47",)),
        ("$600m", "600000000", "over", "2004", ("66",)),
    ):
        figure = figures[raw_]
        assert (figure.value, figure.hedge, figure.period) == (value, hedge, period), raw_
        assert figure.notes == notes
