from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

import coverage_papers as made
from footnoted.audit.coverage import coverage
from footnoted.audit.update import Update, update, write
from footnoted.commands import cli
from footnoted.corpus import read_corpus
from footnoted.errors import FootnotedError, UnreadableCorpusError, WriteRefusedError
from footnoted.model.update import UpdateDocument

FLOODS = made.PAPER.index("## 2 Floods")
NOTES = made.PAPER.index("[^1]: ")


def day(*changes: tuple[str, str], text: str = made.PAPER) -> str:
    """Return the paper after a day's changes; each must find its words once."""
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def renumbered(text: str, first: int) -> str:
    """Return the paper with every note from `first` on one number up."""
    for number in range(8, first - 1, -1):
        text = text.replace(f"[^{number}]", f"[^{number + 1}]")
    return text


@pytest.fixture
def held(tmp_path: Path) -> Callable[..., Update]:
    """Hold a newer text against the made-up corpus, with or without the old text."""

    def hold(text: str, *, old: bool = True) -> Update:
        folder = tmp_path / "claims" / "p"
        if not folder.exists():
            made.write_records(tmp_path)
            made.write_paper(tmp_path, name="old.md")
        paper = made.write_paper(tmp_path, text, "new.md")
        return update(paper, folder, tmp_path / "old.md" if old else None)

    return hold


def states(found: Update) -> dict[str, str]:
    """Return what became of each claim that did not stay as it was."""
    return {one.id: one.state for one in found.records if one.state != "same"}


@pytest.mark.parametrize("old", [True, False])
def test_monday_nothing_that_counts_changed(held: Callable[..., Update], *, old: bool) -> None:
    """A sentence that no record is about, other line breaks, an empty line."""
    text = day(("## 1 Trade\n\n", "## 1 Trade\n\nRivers feed towns. "))
    found = held(text.replace("five towns lived", "five towns\nlived"), old=old)
    assert states(found) == {}
    assert found.new == ()
    assert {one.state for one in found.placed.notes} == {"same"}


@pytest.mark.parametrize("old", [True, False])
def test_tuesday_a_note_is_put_in(held: Callable[..., Update], *, old: bool) -> None:
    """All behind it are followed by their words, and the claims' notes with them."""
    text = renumbered(made.PAPER, 2)
    text = day(
        ("lived from it.[^1]", "lived from it.[^1] Ferries paid nothing.[^2]"),
        ("[^3]: Council", "[^2]: Dew, Ferries, 2014, http://ferries.example.org/\n[^3]: Council"),
        text=text,
    )
    found = held(text, old=old)
    assert states(found) == {}
    notes = {one.id: one.new_notes for one in found.records if one.new_notes}
    assert notes == {
        "feeds-us-all": ("3",),
        "tolls-2012": ("4",),
        "barges-by-year": ("5",),
        "flood-2009": ("6",),
        "nobody-slept": ("7",),
    }
    assert sorted((one.part.kind, one.part.words) for one in found.new) == [
        ("mark", "2"),
        ("note", "2"),
        ("sentence", "Ferries paid nothing."),
    ]
    assert [one.file for one in found.drafts] == ["sources.yaml", "notes.yaml", "01-first.yaml"]


@pytest.mark.parametrize("old", [True, False])
def test_wednesday_a_figure_and_a_quotation_are_corrected(
    held: Callable[..., Update], *, old: bool
) -> None:
    """Both are told beside what is on record, which stays."""
    text = day(("$3.5m", "$3.8m"), ("Nobody slept in that week", "Nobody slept in that long week"))
    found = held(text, old=old)
    assert states(found) == {"tolls-2012": "changed", "nobody-slept": "changed"}
    parts = {one.id: one.parts for one in found.records}
    assert [(one.state, one.on_record, one.now) for one in parts["tolls-2012"]] == [
        ("changed", "$3.5m", "$3.8m")
    ]
    assert [(one.state, one.now) for one in parts["nobody-slept"]] == [
        ("changed", "Nobody slept in that long week")
    ]
    assert found.new == ()


@pytest.mark.parametrize("old", [True, False])
def test_thursday_words_at_the_ends_of_anchors_change(
    held: Callable[..., Update], *, old: bool
) -> None:
    """They are found again, and a new anchor is proposed that matches once."""
    text = day(
        ("The council spoke\nof", "The council once spoke\nof"), ("for 19 days", "over 19 days")
    )
    found = held(text.replace("under water over", "under the water over"), old=old)
    changed = {one.id: one for one in found.records if one.state == "changed"}
    expected = {"feeds-us-all", "kessary-days"} if old else {"feeds-us-all"}
    assert set(changed) == expected
    anchor = changed["feeds-us-all"].new_at
    assert anchor is not None
    assert anchor.start.startswith("The council once")
    assert [part.state for part in changed["feeds-us-all"].parts] == ["same"]


def test_friday_a_section_goes_and_another_moves(held: Callable[..., Update]) -> None:
    """What moved is told as such; what went is gone, with its notes."""
    floods, trade = made.PAPER[FLOODS:NOTES], made.PAPER[: made.PAPER.index("Table 1")]
    head, body = trade.split("## 1 Trade\n\n")
    table = made.PAPER[made.PAPER.index("Table 1") : FLOODS]
    moved = head + floods.replace("## 2", "## 1") + "## 2 Trade\n\n" + body + table
    found = held(moved + made.PAPER[NOTES:])
    assert set(states(found)) == {"flood-2009", "kessary-days", "nobody-slept"}
    assert set(states(found).values()) == {"moved"}
    without = made.PAPER[:FLOODS] + made.PAPER[NOTES : made.PAPER.index("[^5]: ")]
    found = held(without)
    assert states(found) == dict.fromkeys(("flood-2009", "kessary-days", "nobody-slept"), "gone")
    assert [one.old for one in found.placed.notes if one.state == "gone"] == ["5", "6"]


def test_the_same_text_changes_nothing(held: Callable[..., Update]) -> None:
    """Whatever order the records are in, and nothing is written."""
    found = held(made.PAPER, old=False)
    assert states(found) == {}
    assert write(found) == ()


def test_writing_touches_anchors_note_ids_and_the_digest_alone(
    held: Callable[..., Update], tmp_path: Path
) -> None:
    """Of what was reviewed, no statement, quotation or figure changes; drafts are not reviewed."""
    text = renumbered(made.PAPER, 2)
    text = day(
        ("lived from it.[^1]", "lived from it.[^1] Ferries paid $9m to “the one who rows”.[^2]"),
        ("[^3]: Council", "[^2]: Dew, Ferries, 2014, http://ferries.example.org/\n[^3]: Council"),
        ("$3.5m", "$3.8m"),
        ("The council spoke", "The council once spoke"),
        text=text,
    )
    found = held(text)
    before = read_corpus(found.folder).corpus
    assert before is not None
    written = write(found)
    assert set(written) == {"01-first.yaml", "notes.yaml", "paper.yaml", "sources.yaml"}
    reading = read_corpus(found.folder)
    now = reading.corpus
    assert now is not None
    assert reading.findings == ()
    for name, claim in before.claims.items():
        same = claim.model_dump(exclude={"at", "note"})
        assert now.claims[name].model_dump(exclude={"at", "note"}) == same
    added = [one for name, one in now.claims.items() if name not in before.claims]
    assert [(one.note, one.reviewed, [q.text for q in one.quotations]) for one in added] == [
        (("2",), None, ["the one who rows"])
    ]
    assert [*now.notes] == ["1", "2", "3", "4", "5", "6", "7"]
    assert now.notes["2"].entries[0].source in now.sources
    assert now.paper.sha256 == found.draft.paper.sha256
    left = coverage(found.folder, tmp_path / "new.md").open
    assert {one.part.words for one in left} >= {"$3.8m", "$9m", "the one who rows"}
    again = update(tmp_path / "new.md", found.folder)
    assert states(again) == {"tolls-2012": "changed"}
    assert again.drafts == ()
    assert [one.state for one in again.placed.notes] == ["same"] * 7


def test_a_claim_never_hangs_on_another_note_by_its_number(held: Callable[..., Update]) -> None:
    """A note that went is called so where its number is another's now."""
    text = day(("The council spoke\nof “a river that feeds us all”.[^2] ", ""))
    text = day(
        ("[^2]: Council of Orvel, Minutes, 4 May 2012, http://council.example.org/minutes\n", ""),
        text=text,
    )
    for number in range(3, 7):
        text = text.replace(f"[^{number}]", f"[^{number - 1}]")
    found = held(text)
    assert states(found) == {"feeds-us-all": "gone"}
    write(found)
    now = read_corpus(found.folder).corpus
    assert now is not None
    assert now.claims["feeds-us-all"].note == ("gone-2",)
    assert (now.notes["gone-2"].text or "").startswith("Council of Orvel")
    assert (now.notes["2"].text or "").startswith("Birch")
    assert now.claims["tolls-2012"].note == ("2",)


def test_an_ibid_behind_a_note_that_was_put_in_means_another_work(
    held: Callable[..., Update],
) -> None:
    """Its words are the same, its source on record is not what the text now leads to."""
    text = renumbered(made.PAPER, 6)
    text = day(
        ("days. “Nobody", "days.[^6] “Nobody"),
        ("[^7]: Ibid", "[^6]: Dew, Ferries, 2014, http://ferries.example.org/\n[^7]: Ibid"),
        text=text,
    )
    found = held(text)
    fates = {one.id: (one.state, one.why) for one in found.records}
    assert fates["nobody-slept"] == ("changed", "note 6 leads to another work now (note 6)")
    assert [one.leads_to for one in found.document().notes if one.leads_to] == ["6"]


def test_waivers_and_candidates_follow_too(tmp_path: Path) -> None:
    """Wherever records name a note; prose that names one is pointed at."""
    folder = made.write_records(
        tmp_path, claims=[{**made.CLAIMS[2], "remark": "Compare note 3 and note 1."}]
    )
    waiver = '{rule: no-url, note: "3", owner: mk, reason: known, expires: "2027-01-01"}'
    (folder / "waivers.yaml").write_text(f"- {waiver}\n", encoding="utf-8")
    text = renumbered(made.PAPER, 1)
    text = day(
        ("## 1 Trade\n\n", "## 1 Trade\n\nBoats are old.[^1] "),
        ("[^2]: Ash, Barges", "[^1]: Dew, Boats, 2014.\n[^2]: Ash, Barges"),
        text=text,
    )
    found = update(made.write_paper(tmp_path, text, "new.md"), folder)
    assert len(found.document().remarks) == 1
    assert "names note 3, 1 of the old text" in found.document().remarks[0]
    write(found)
    assert (folder / "waivers.yaml").read_text("utf-8") == f"- {waiver}\n".replace('"3"', '"4"')


def test_files_changed_meanwhile_are_not_written(held: Callable[..., Update]) -> None:
    """Neither they nor the others."""
    found = held(renumbered(day(("$3.5m", "$3.8m")), 3))
    notes = found.folder / "notes.yaml"
    notes.write_text(notes.read_text("utf-8") + "\n# a word\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in found.folder.iterdir()}
    with pytest.raises(WriteRefusedError, match="changed by someone else"):
        write(found)
    assert {path: path.read_bytes() for path in found.folder.iterdir()} == before


def test_an_old_text_that_is_another_is_refused(tmp_path: Path) -> None:
    """By its digest: a wrong one would tell wrong changes."""
    folder, paper = made.write_records(tmp_path), made.write_paper(tmp_path)
    other = made.write_paper(tmp_path, made.PAPER + "\n", "other.md")
    with pytest.raises(FootnotedError, match="not the text that the records were written from"):
        update(paper, folder, other)


def test_records_that_cannot_be_read_are_mended_first(tmp_path: Path) -> None:
    """A claim that is not seen would not be followed."""
    folder, paper = made.write_records(tmp_path), made.write_paper(tmp_path)
    with (folder / "01-first.yaml").open("a", encoding="utf-8") as file:
        file.write("- {id: broken, at: {start: The flood}, colour: red}\n")
    with pytest.raises(UnreadableCorpusError, match="mend this before the update"):
        update(paper, folder)


def test_the_command_tells_and_writes(tmp_path: Path) -> None:
    """A diff for people, a document for programs; without --write nothing changes."""
    folder = made.write_records(tmp_path)
    paper = made.write_paper(tmp_path, day(("$3.5m", "$3.8m")), "new.md")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    run = CliRunner().invoke(cli, ["update", str(paper), str(folder)])
    assert run.exit_code == 0, run.output
    assert "claim tolls-2012: figure changed\n" in run.output
    assert "    figure - $3.5m\n    figure + $3.8m\n" in run.output
    assert "Nothing was written" in run.output
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    run = CliRunner().invoke(
        cli, ["update", str(paper), str(folder), "--format", "json", "--write"]
    )
    assert run.exit_code == 0, run.output
    document = UpdateDocument.model_validate_json(run.stdout)
    assert document.written == ("paper.yaml",)
    assert json.loads(run.stdout)["schema"] == "footnoted/update/1"


def test_hostile_words_do_not_drive_the_terminal(tmp_path: Path) -> None:
    """Neither from the paper nor from records."""
    folder = made.write_records(tmp_path)
    text = day(
        ("$3.5m", "$3.8m"),
        ("the mayor", "the \x1b[31m\u202emayor"),
        ("Clay, Dams", "Clay, \x1b[2JDams"),
    )
    paper = made.write_paper(tmp_path, text, "new.md")
    run = CliRunner().invoke(cli, ["update", str(paper), str(folder)])
    assert run.exit_code == 0
    assert "\x1b" not in run.output
    assert "\u202e" not in run.output
