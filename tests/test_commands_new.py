from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from footnoted.commands import cli
from footnoted.corpus import read_corpus
from footnoted.errors import FootnotedError

PAPER = """\
# The lakes of the upper valley

## 1 Introduction

In 2011 the northern lake lost over 35 per cent of its water.<sup>1</sup> Fishers called it "a slow
goodbye to the water".<sup>2</sup> The town of Orvel has 12,000 people.

## 2 What is left

The southern lake came to 40 km.<sup>1</sup>

<sup>1</sup> Ash N, *On lakes that leave*, Valley Press, 2012, http://www.example.org/ash

<sup>2</sup> Oduya T, *Letters from the shore*, Shore, 1998; Moreau I, *Reeds*, Shore, 2001
"""

SOURCES = """\
- id: ash-2012
  title: On lakes that leave
  URL: https://example.org/ash/
- id: oduya-1998
  title: Letters from the shore
  medium: print
- id: moreau-2001
  title: Reeds
  medium: print
"""
NOTES = """\
- id: "1"
  text: Ash N, On lakes that leave, Valley Press, 2012, http://www.example.org/ash
  entries:
    - {source: ash-2012}
- id: "2"
  text: >-
    Oduya T, Letters from the shore, Shore Books, 1998; Moreau I, Reeds, Shore Books, 2001
  entries:
    - {source: oduya-1998}
    - {source: moreau-2001}
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a folder with a paper, and a corpus that has its sources and notes."""
    (tmp_path / "paper.md").write_text(PAPER)
    folder = tmp_path / "claims" / "lakes"
    folder.mkdir(parents=True)
    (folder / "paper.yaml").write_text("id: lakes\ntitle: The lakes of the upper valley\n")
    (folder / "sources.yaml").write_text(SOURCES)
    (folder / "notes.yaml").write_text(NOTES)
    (folder / "01-intro.yaml").write_text("# ours\n")
    return tmp_path


def new(home: Path, kind: str, *arguments: str) -> Result:
    runner = CliRunner()
    return runner.invoke(cli, ["new", kind, str(home / "claims"), *arguments])


def claim(home: Path, *arguments: str) -> Result:
    return new(home, "claim", "--paper", str(home / "paper.md"), *arguments)


def printed(found: Result) -> str:
    assert found.exception is None, found.output
    return found.stdout.partition("\n")[2]


def test_a_claim_has_all_that_the_paper_gives(home: Path) -> None:
    """A record for each mark of the note; comments where a person has to write."""
    assert printed(claim(home, "--note", "1")).split("\n# ")[0] == (
        "- id: note-1\n"
        "  # says: what it states, as one fact in your own words\n"
        "  at: {start: In 2011 the, end: its water}\n"
        '  note: "1"\n'
        "  figures:\n"
        '    - {raw: over 35 per cent, period: "2011"}  # measure: …\n'
    )
    both = claim(home, "--note", "1").stdout
    assert "01-intro.yaml\n- id: note-1\n" in both
    assert "02-what-is-left.yaml\n- id: note-1-b\n" in both


def test_sources_are_named_where_a_note_has_several(home: Path) -> None:
    """And whoever writes is asked to choose."""
    text = printed(claim(home, "--note", "2"))
    assert "  source: [oduya-1998, moreau-2001]  # keep the one that is meant" in text
    assert "    - text: a slow goodbye to the water\n" in text


TABLE = """\
Here is what the boats bring in.

### Catch of the year<sup>3</sup>

| Lake | Fish (US$1,000) | Change % |
|---|---|---|
| North | 1,250 | -3.5 |
| South | 980 | n/a |
| West | 980 | 0.5 |
"""


def _with_table(home: Path) -> None:
    text = PAPER.replace("<sup>1</sup> Ash", f"{TABLE}\n<sup>1</sup> Ash", 1)
    (home / "paper.md").write_text(f"{text}\n<sup>3</sup> Ash N, *op cit*\n")
    notes = home / "claims" / "lakes" / "notes.yaml"
    entry = "entries:\n    - {source: ash-2012, form: op_cit}\n"
    notes.write_text(f'{NOTES}- id: "3"\n  text: Ash N, op cit\n  {entry}')


def test_a_tables_numbers_are_claims_of_their_own(home: Path) -> None:
    """Each with its cell, and with what the header says of scale and unit; not those on record."""
    _with_table(home)
    assert claim(home, "--note", "3", "--write").exit_code == 0
    reading = read_corpus(home / "claims" / "lakes")
    assert reading.findings == ()
    assert reading.corpus
    figures = {one.id: one.figures[0] for one in reading.corpus.claims.values()}
    assert [*figures] == [
        "note-3-north-fish", "note-3-north-change", "note-3-south-fish", "note-3-west-fish",
        "note-3-west-change",
    ]  # fmt: skip
    fish, change = figures["note-3-north-fish"], figures["note-3-north-change"]
    assert (fish.raw, fish.value, fish.unit) == ("1,250", "1250000", "USD")
    assert fish.cell
    assert (fish.cell.row, fish.cell.column) == ("North", "Fish")
    assert (change.raw, change.value, change.unit) == ("-3.5", None, "%")
    again = claim(home, "--note", "3")
    assert "figures" not in again.stdout
    assert again.stderr.count("on record already") == 1


def test_a_cell_like_one_on_record_is_still_due(home: Path) -> None:
    """Another row may have the same number; a statement given is one fact, without cells."""
    _with_table(home)
    record = """\
- id: south
  at: {start: Here is what, end: bring in}
  note: "3"
  figures:
    - {raw: "980", cell: {row: South, column: Fish}}
"""
    (home / "claims" / "lakes" / "02-left.yaml").write_text(record)
    rows = re.findall("row: (\\w+)", claim(home, "--note", "3").stdout)
    assert rows == ["North", "North", "West", "West"]
    assert "figures" not in claim(home, "--note", "3", "--says", "Boats bring fish.").stdout


def test_a_claim_is_written_where_it_belongs(home: Path) -> None:
    """In the corpus's own file of that chapter, or a new one; all of it reads back."""
    folder = home / "claims" / "lakes"
    assert claim(home, "--note", "1", "--write").exit_code == 0
    first = (folder / "01-intro.yaml").read_text()
    assert first.startswith("# ours\n\n- id: note-1\n")
    assert (folder / "02-what-is-left.yaml").read_text().startswith("# yaml-language-server")
    reading = read_corpus(folder)
    assert reading.findings == ()
    assert reading.corpus
    assert set(reading.corpus.claims) == {"note-1", "note-1-b"}
    assert reading.corpus.claims["note-1"].figures[0].raw == "over 35 per cent"


def test_what_is_on_record_is_left_out(home: Path) -> None:
    """A second claim on a note gets another id, and not the figures that the first one has."""
    claim(home, "--note", "1", "--write", "--says", "The lake lost water.")
    again = claim(home, "--note", "1", "--says", "The lake lost water.")
    assert "- id: the-lake-lost-water-c\n" in again.stdout
    assert "figures" not in again.stdout
    assert "note 1: the-lake-lost-water, the-lake-lost-water-b" in again.stderr


def test_a_claim_without_a_note_is_found_by_its_words(home: Path) -> None:
    """`--at` and `--to` name the stretch; a mark behind it is taken."""
    found = printed(claim(home, "--at", "The town of Orvel", "--to", "12,000 people"))
    assert "at: {start: The town of Orvel, end: " in found
    assert '- {raw: "12,000 people"}' in found
    assert "note:" not in found
    marked = printed(claim(home, "--at", "The southern lake", "--to", "40 km"))
    assert 'note: "1"' in marked
    claim(home, "--at", "The town of Orvel", "--to", "12,000 people", "--write")
    again = claim(home, "--at", "The town of Orvel")
    assert "on record already for these words" in again.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--note", "7"], "note 7 is not on record"),
        (["--at", "no such words"], "nowhere in the paper"),
        (["--at", "lake"], "2 times in the paper"),
    ],
)
def test_what_cannot_be_meant_is_refused(home: Path, arguments: list[str], words: str) -> None:
    """In one line that says what to do."""
    found = claim(home, *arguments)
    assert isinstance(found.exception, FootnotedError)
    assert words in str(found.exception)


def test_note_or_words_one_of_them(home: Path) -> None:
    """Neither, or both, is wrong use."""
    assert claim(home).exit_code == 2
    assert claim(home, "--note", "1", "--at", "x").exit_code == 2


def test_a_file_with_faults_is_not_added_to(home: Path) -> None:
    """It is named, and stays as it is."""
    path = home / "claims" / "lakes" / "01-intro.yaml"
    path.write_text("- id: 'open\n")
    found = claim(home, "--note", "1", "--write")
    assert "01-intro.yaml:1:7" in str(found.exception)
    assert path.read_text() == "- id: 'open\n"


def test_a_source_is_read_from_its_note(home: Path) -> None:
    """From the corpus's note or the paper's; works on record are named, not written again."""
    folder = home / "claims" / "lakes"
    (folder / "sources.yaml").write_text("- id: ash-2012\n  title: Other\n  medium: print\n")
    (folder / "notes.yaml").write_text(NOTES.partition("  entries")[0])
    text = printed(new(home, "source", "--note", "1"))
    assert text.startswith("- id: ash-2012-b\n  title: On lakes that leave\n  author:\n")
    assert "URL: http://www.example.org/ash" in text
    two = new(home, "source", "--note", "2", "--paper", str(home / "paper.md"), "--write")
    assert two.exit_code == 0
    added = (folder / "sources.yaml").read_text()
    assert "title: Letters from the shore" in added
    assert "title: Reeds" in added
    known = new(home, "source", "--note", "2", "--paper", str(home / "paper.md"))
    assert known.stdout == ""
    assert known.stderr.count("is on record already") == 2


def test_the_papers_emphasis_tells_where_a_title_ends(home: Path) -> None:
    """With the paper a title that has a comma is whole, as `extract` reads it."""
    paper = home / "paper.md"
    paper.write_text(PAPER.replace("*Reeds*", "*Sheet 12, Lower Orvel*"))
    found = new(home, "source", "--note", "2", "--paper", str(paper))
    assert "  title: Sheet 12, Lower Orvel\n" in printed(found)


def test_a_source_is_made_of_what_is_given(home: Path) -> None:
    """Fields in canonical order, an id of author and year; print without an address."""
    text = printed(
        new(home, "source", "--url", "www.example.org/b", "--author", "Ash, Nora",
            "--author", "Institute of Water", "--issued", "2012", "--title", "B")
    )  # fmt: skip
    assert text == (
        "- id: ash-2012-b\n  title: B\n  author:\n    - {family: Ash, given: Nora}\n"
        '    - {literal: Institute of Water}\n  issued: "2012"\n  URL: www.example.org/b\n\n'
    )
    assert "medium: print" in printed(new(home, "source", "--title", "C", "--id", "c"))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--url", "http://www.example.org/ash"], "source 'ash-2012' is this work already"),
        (["--title", "REEDS"], "source 'moreau-2001' is this work already"),
        (["--url", "ftp://example.org/a"], "is not http or https"),
        (["--title", "X", "--issued", "May 2012"], "'issued' is not so"),
        (["--title", "X", "--id", "ash-2012"], "another source has the id 'ash-2012'"),
        (["--note", "9"], "there is no note 9"),
    ],
)
def test_a_source_that_cannot_be_is_refused(home: Path, arguments: list[str], words: str) -> None:
    """In one line; nothing is written."""
    found = new(home, "source", "--write", *arguments)
    assert isinstance(found.exception, FootnotedError)
    assert words in str(found.exception)
    assert (home / "claims" / "lakes" / "sources.yaml").read_text() == SOURCES
