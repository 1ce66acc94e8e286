from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from footnoted.commands import cli
from footnoted.corpus import read_corpus
from footnoted.corpus.cells import guarded, unguarded
from footnoted.corpus.table import CLAIM, FIGURE, MARK, QUOTATION
from footnoted.model.records import ClaimRecord, FigureRecord, QuotationRecord

FIRST = """\
# of lakes

- id: lake-2011   # kept as it is
  says: 'The lake lost a third.'
  at: {start: "In 2011", end: its water}
  note: "2.10"
  figures:
    - {raw: =35 %, measure: "water; lost", period: 2012-10}  # ours
    - {raw: "12,000"}
    # no more

- id: farewell
  says: |-
    Two
    lines.
  at: {start: Fishers called}
  note: ["1", "2.10"]
  source: ash-2012
  quotations:
    - {text: "a slow; \\"goodbye\\"", translated: true, original: "'tis"}
  reviewed: {by: im, on: "2026-11-24"}
"""
SECOND = "- id: last\n  at: {start: Last words}\n  remark: '-- no more'\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a folder with a corpus, odd on purpose, and its table beside it."""
    folder = tmp_path / "claims" / "p"
    folder.mkdir(parents=True)
    (folder / "paper.yaml").write_text("id: p\ntitle: T\n")
    (folder / "sources.yaml").write_text("- id: ash-2012\n  title: A\n  medium: print\n")
    (folder / "notes.yaml").write_text(
        "".join(
            f'- id: "{one}"\n  text: N\n  entries: [{{source: ash-2012}}]\n' for one in (1, "2.10")
        )
    )
    (folder / "01-lakes.yaml").write_text(FIRST)
    (folder / "02-rest.yaml").write_text(SECOND)
    assert run("export", folder, "-o", tmp_path / "t.csv").exit_code == 0
    return tmp_path


def run(*words: object) -> Result:
    return CliRunner().invoke(cli, ["table", *map(str, words)])


def put(home: Path, *more: str, table: bytes | None = None) -> Result:
    if table is not None:
        (home / "t.csv").write_bytes(table)
    return run("import", home / "t.csv", home / "claims" / "p", *more)


def files(home: Path) -> dict[str, str]:
    folder = home / "claims" / "p"
    return {one.name: one.read_bytes().decode() for one in sorted(folder.glob("0*.yaml"))}


Rows = list[dict[str, str]]


def sheet(home: Path) -> Rows:
    text = (home / "t.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def save(rows: Rows, separator: str = ",") -> bytes:
    """Return rows as a spreadsheet would save them."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def claims(home: Path) -> dict[str, ClaimRecord]:
    reading = read_corpus(home / "claims" / "p")
    assert reading.findings == ()
    assert reading.corpus
    return dict(reading.corpus.claims)


SAVED: dict[str, Callable[[bytes], bytes]] = {
    "as exported": lambda data: data,
    "without a mark": lambda data: data.removeprefix(b"\xef\xbb\xbf"),
    "semicolons": lambda data: save(
        list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))), ";"
    ),
    "unicode text": lambda data: (
        save(list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))), "\t")
        .decode()
        .encode("utf-16")
    ),
    "line feeds": lambda data: data.replace(b"\r\n", b"\n"),
    "returns in cells": lambda data: (
        data.replace(b"\r\n", b"\0").replace(b"\n", b"\r\n").replace(b"\0", b"\r\n")
    ),
    "sep line": lambda data: b"sep=,\r\n" + data.removeprefix(b"\xef\xbb\xbf"),
    "blank rows": lambda data: data + b",,,,\r\n,,\r\n",
}


@pytest.mark.parametrize("how", SAVED)
def test_a_table_that_was_only_saved_changes_nothing(home: Path, how: str) -> None:
    """Whatever the spreadsheet made of marks, separators and line ends; with --delete too."""
    before = files(home)
    found = put(home, "--delete", table=SAVED[how]((home / "t.csv").read_bytes()))
    assert (found.exit_code, found.stdout) == (0, "nothing was changed in the table\n")
    assert files(home) == before


def test_what_a_spreadsheet_would_run_or_rewrite_is_guarded(home: Path) -> None:
    """Formulas, numbers with zeros, months: as text, with an apostrophe."""
    texts = [one for row in sheet(home) for one in row.values()]
    for one in ("'=35 %", "'2.10", "'2012-10", "'12,000", "'-- no more", "'2026-11-24"):
        assert one in texts
    assert "'tis" in texts
    assert "water; lost" in texts


def test_a_changed_cell_changes_its_field(home: Path) -> None:
    """In a tidy record only its line; comments stay, other records stay byte for byte."""
    rows = sheet(home)
    rows[1]["measure"] = "water lost"
    rows[2]["unit"] = "people"
    assert put(home, table=save(rows)).exit_code == 0
    text = files(home)["01-lakes.yaml"]
    assert '    - {raw: "=35 %", measure: water lost, period: "2012-10"}  # ours\n' in text
    assert '    - {raw: "12,000", unit: people}\n    # no more\n\n- id: farewell\n' in text
    assert "- id: lake-2011  # kept as it is\n" in text
    assert text.partition("- id: farewell")[2] == FIRST.partition("- id: farewell")[2]
    assert files(home)["02-rest.yaml"] == SECOND


def test_in_a_tidy_file_one_line_changes(home: Path) -> None:
    """And back again gives the file as it was."""
    folder = home / "claims" / "p"
    assert CliRunner().invoke(cli, ["fmt", str(folder)]).exit_code == 0
    before = files(home)
    run("export", folder, "-o", home / "t.csv")
    rows = sheet(home)
    rows[0]["says"] = "The lake lost a quarter."
    put(home, table=save(rows))
    after = files(home)["01-lakes.yaml"].splitlines()
    pairs = zip(before["01-lakes.yaml"].splitlines(), after, strict=True)
    assert [new for old, new in pairs if old != new] == ["  says: The lake lost a quarter."]
    run("export", folder, "-o", home / "t.csv")
    rows = sheet(home)
    rows[0]["says"] = "The lake lost a third."
    put(home, table=save(rows))
    assert files(home) == before


def test_cells_can_be_filled_and_emptied(home: Path) -> None:
    """An empty cell takes the field out; several notes have a semicolon between them."""
    rows = sheet(home)
    rows[0] |= {"end": "", "note": "1; '2.10", "reviewed by": "im", "reviewed on": "'2026-11-25"}
    rows[0]["note"] = "1; 2.10"
    rows[3] |= {"source": "", "remark": "=A1"}
    rows[4] |= {"translated": "", "original": ""}
    assert put(home, table=save(rows)).exit_code == 0
    found = claims(home)
    assert found["lake-2011"].at.end is None
    assert found["lake-2011"].note == ("1", "2.10")
    assert found["lake-2011"].reviewed
    assert found["farewell"].source == ()
    assert found["farewell"].remark == "=A1"
    assert not found["farewell"].quotations[0].translated


def test_new_rows_are_new_claims_and_parts(home: Path) -> None:
    """At the end of their file, or of the file of the row above; ids are made where missing."""
    rows = sheet(home)
    none = dict.fromkeys(rows[0], "")
    rows += [
        none | {"says": "Reeds grew.", "start": "Reeds"},
        none | {"part": "figure", "raw": "7 m", "measure": "reeds"},
        none | {"part": "quotation", "text": "tall"},
        none | {"file": "03-more.yaml", "id": "more", "start": "More"},
        none | {"id": "last", "part": "figure 1", "raw": "'1e3"},
    ]
    assert put(home, table=save(rows)).exit_code == 0
    found = claims(home)
    assert list(found) == ["lake-2011", "farewell", "last", "reeds-grew", "more"]
    assert [one.raw for one in found["reeds-grew"].figures] == ["7 m"]
    assert found["reeds-grew"].quotations[0].text == "tall"
    assert found["last"].figures[0].raw == "1e3"
    assert files(home)["01-lakes.yaml"] == FIRST
    assert "- id: reeds-grew\n" in files(home)["02-rest.yaml"]
    assert files(home)["03-more.yaml"].startswith("# yaml-language-server")


def test_rows_that_are_gone_stay_on_record_unless_asked(home: Path) -> None:
    """`--delete` takes out claims and parts that the table has not, and nothing else."""
    before = files(home)
    rows = [row for row in sheet(home) if row["id"] != "farewell" and row["part"] != "figure 1"]
    assert put(home, table=save(rows)).exit_code == 0
    assert files(home) == before
    found = put(home, "--delete", table=save(rows))
    assert "1 claim changed, 1 claim removed" in found.stdout
    left = claims(home)
    assert list(left) == ["lake-2011", "last"]
    assert [one.raw for one in left["lake-2011"].figures] == ["12,000"]
    text = files(home)["01-lakes.yaml"]
    assert "# ours" in text
    assert "# of lakes" in text


def test_a_claim_that_another_names_is_not_taken_out(home: Path) -> None:
    """A relation must lead somewhere afterwards too; a new claim may be named at once."""
    rows = sheet(home)
    rows[0]["repeats"] = "new; last"
    rows.append(dict.fromkeys(rows[0], "") | {"id": "new", "start": "New"})
    assert put(home, table=save(rows)).exit_code == 0
    assert claims(home)["lake-2011"].repeats == ("new", "last")
    run("export", home / "claims" / "p", "-o", home / "t.csv")
    left = [row for row in sheet(home) if row["id"] != "last"]
    found = put(home, "--delete", table=save(left))
    assert found.exit_code == 2
    assert "row 2, column 'repeats': there is no claim 'last'" in found.stderr
    assert "last" in claims(home)


def test_every_field_of_a_claim_has_a_column() -> None:
    """A field without one would be lost on the way."""
    for record, columns in (
        (ClaimRecord, CLAIM),
        (QuotationRecord, QUOTATION),
        (FigureRecord, FIGURE),
    ):
        names = {info.alias or name for name, info in record.model_fields.items()}
        assert names - {path[0] for path in columns.values()} <= {"id", "quotations", "figures"}


def test_columns_that_are_gone_change_nothing(home: Path) -> None:
    """A person may take out columns, and move others."""
    before = files(home)
    rows = [{"says": row["says"], "part": row["part"], "id": row["id"]} for row in sheet(home)]
    assert put(home, "--delete", table=save(rows)).stdout == "nothing was changed in the table\n"
    rows[0]["says"] = "Other words."
    put(home, table=save(rows))
    assert claims(home)["lake-2011"].says == "Other words."
    assert files(home)["02-rest.yaml"] == before["02-rest.yaml"]


def test_a_record_changed_meanwhile_is_not_taken_back(home: Path) -> None:
    """A row nobody edited leaves the newer record; an edited one is a conflict, and told."""
    path = home / "claims" / "p" / "01-lakes.yaml"
    path.write_text(FIRST.replace("a third", "a half"))
    assert put(home).stdout == "nothing was changed in the table\n"
    rows = sheet(home)
    rows[0]["remark"] = "ours"
    found = put(home, table=save(rows))
    assert found.exit_code == 2
    assert "row 2: 'lake-2011' was changed since the table was exported" in found.stderr
    assert "a half" in path.read_text()


@pytest.mark.parametrize(
    ("at", "cells", "words"),
    [
        (0, {"note": "3"}, "row 2, column 'note': there is no note '3'"),
        (0, {"source": "ash-2013"}, "row 2, column 'source': there is no source 'ash-2013': did"),
        (
            0,
            {"repeats": "farwell"},
            "row 2, column 'repeats': there is no claim 'farwell': did you",
        ),
        (0, {"start": ""}, "row 2, column 'start': is missing: write it"),
        (0, {"text": "x"}, "row 2, column 'text': belongs into another kind of row"),
        (0, {"file": "02-rest.yaml"}, "row 2, column 'file': the claim stands in 01-lakes.yaml"),
        (0, {"reviewed by": "im"}, "row 2, column 'reviewed on': is missing"),
        (0, {"reviewed by": "a", "reviewed on": "soon"}, "row 2, column 'reviewed on': is 'soon'"),
        (1, {"raw": ""}, "row 3, column 'raw': is missing"),
        (1, {"says": "x"}, "row 3, column 'says': belongs into a claim's own row"),
        (
            1,
            {"part": "number 1"},
            "row 3, column 'part': 'number 1': write 'quotation' or 'figure'",
        ),
        (1, {"id": "lake-2012"}, "row 3, column 'id': there is no claim 'lake-2012': did you mean"),
        (2, {"part": "figure 1"}, "row 4, column 'part': another row is 'figure 1'"),
        (4, {"translated": "perhaps"}, "row 6, column 'translated': 'perhaps' is neither"),
        (5, {"id": "farewell"}, "row 7, column 'id': 'farewell' stands in row 5"),
        (5, {"id": "Two Words"}, "row 7, column 'id': is 'Two Words'"),
        (5, {"id": "new", "note": "7"}, "row 7, column 'note': there is no note '7'"),
        (5, {"id": "", "start": ""}, "row 7, column 'start': is missing"),
        (5, {"id": "x", "file": "notes.yaml"}, "row 7, column 'file': 'notes.yaml' is no name"),
    ],
)
def test_what_is_wrong_is_told_by_row_and_column(
    home: Path, at: int, cells: dict[str, str], words: str
) -> None:
    """And nothing is written."""
    before = files(home)
    rows = sheet(home)
    rows[at] |= cells
    rows[3]["remark"] = "changed too"
    found = put(home, table=save(rows))
    assert found.exit_code == 2
    assert words in found.stderr
    assert files(home) == before


def test_a_sheet_that_is_none_is_refused(home: Path) -> None:
    """No head, unknown columns, a column twice, other encodings, no table at all."""
    for table, words in {
        b"": "row 1: the table is empty",
        b"a,b\r\n": "row 1: no column is called 'id'",
        b"id,sais\r\n": "row 1, column 'sais': no such column: did you mean 'says'?",
        b"id,says,says\r\n": "row 1, column 'says': stands there twice",
        b"id,,says\r\n": "row 1, column 'number 2': no such column",
        b"id,says\r\nx,caf\xe9\r\n": "row 2: byte 0xe9 is not UTF-8",
        b"id,says\r\nlast,x,y\r\n": "row 2: has more cells",
        b'id,says\r\nlast,"x': "not a table as CSV",
    }.items():
        found = put(home, table=table)
        assert found.exit_code == 2, table
        assert words in found.stderr
    assert files(home) == {"01-lakes.yaml": FIRST, "02-rest.yaml": SECOND}


def test_an_empty_table_deletes_nothing(home: Path) -> None:
    """A head alone is more often a slip than a wish."""
    assert put(home, "--delete", table=b"id,says\r\n").exit_code == 0
    assert len(claims(home)) == 3


def test_a_dry_run_writes_nothing(home: Path) -> None:
    """It says what would change."""
    rows = sheet(home)
    rows[0]["says"] = "Other."
    found = put(home, "--dry-run", table=save(rows))
    assert "01-lakes.yaml: 1 claim changed" in found.stdout
    assert files(home)["01-lakes.yaml"] == FIRST


def test_a_corpus_with_faults_has_no_table(home: Path) -> None:
    """A record left out of it would look like one that was deleted."""
    (home / "claims" / "p" / "02-rest.yaml").write_text("- id: last\n")
    found = run("export", home / "claims" / "p")
    assert "1 fault to mend before a table of it" in str(found.exception)


def test_standard_output_has_other_separators(home: Path) -> None:
    """For a pipe, without a byte order mark."""
    found = run("export", home / "claims" / "p", "--separator", "semicolon")
    assert found.stdout.startswith("file;id;part;")
    assert f";{MARK}\r\n" in found.stdout_bytes.decode()


@given(
    st.one_of(
        st.text(max_size=12).map(str.strip),
        st.from_regex(r"'{0,3}[=+@|%-]?[0-9.,:/ -]{0,6}(May|Jan)?[0-9 ]{0,5}", fullmatch=True).map(
            str.strip
        ),
    ).filter(lambda text: "\r" not in text)
)
def test_cells_come_back_as_they_were(text: str) -> None:
    """Any text survives its way out and back; none goes out as a formula."""
    cell = guarded(text)
    assert unguarded(cell) == text
    assert not cell.startswith(("=", "+", "-", "@"))
