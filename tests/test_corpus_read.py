from __future__ import annotations

from pathlib import Path

import pytest

from footnoted.corpus import CorpusReading, duplicate_slugs, read_corpus
from footnoted.errors import UnreadableCorpusError
from footnoted.model.place import Place

GOOD = {
    "paper.yaml": "id: lake\ntitle: The lake\n",
    "sources.yaml": "- id: ash\n  URL: www.example.org/ash\n",
    "notes.yaml": "- id: 1\n  text: Ash\n  entries:\n    - {source: ash}\n",
    "01-intro.yaml": "- id: fell\n  at: {start: The lake, end: year}\n  note: 1\n",
}


def write(folder: Path, **changes: str | bytes | None) -> Path:
    """Write a good corpus with some files changed; `_01__a` names the file `01-a.yaml`."""
    files: dict[str, str | bytes | None] = {**GOOD}
    files |= {f"{name.lstrip('_').replace('__', '-')}.yaml": one for name, one in changes.items()}
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        if content is not None:
            data = content if isinstance(content, bytes) else content.encode()
            (folder / name).write_bytes(data)
    return folder


def told(reading: CorpusReading) -> list[str]:
    """Return the findings as `place rule`."""
    return [
        f"{one.where.file}:{one.where.line}:{one.where.column} {one.rule}"
        for one in reading.findings
    ]


def test_a_good_corpus_is_read_whole(tmp_path: Path) -> None:
    """All records are there by id, with the files of claims and every place."""
    reading = read_corpus(write(tmp_path), shown="claims/lake")
    corpus = reading.corpus
    assert reading.findings == ()
    assert corpus
    assert corpus.folder == "claims/lake"
    assert (corpus.paper.id, [*corpus.sources], [*corpus.notes], [*corpus.claims]) == (
        "lake",
        ["ash"],
        ["1"],
        ["fell"],
    )
    assert corpus.claims["fell"].note == ("1",)
    assert [(one.name, one.claims) for one in corpus.files] == [("01-intro.yaml", ("fell",))]
    assert corpus.place("claims", "fell") == Place("claims/lake/01-intro.yaml", 1, 3)
    assert corpus.place("claims", "fell", "at", "end") == Place("claims/lake/01-intro.yaml", 2, 25)
    assert corpus.place("notes", "1", "entries", 0) == Place("claims/lake/notes.yaml", 4, 7)
    assert corpus.place("paper", "title") == Place("claims/lake/paper.yaml", 2, 1)


def test_all_faults_of_all_files_come_in_one_run(tmp_path: Path) -> None:
    """Bad records are left out and named, the others stay."""
    folder = write(
        tmp_path,
        paper="id: lake\ntitle: The lake\nisued: 2013\n",
        sources="- id: ash\n- id: ash\n- id: elm\n  URL: http:///x\n",
        notes="- {id: 1, text: Ash}\n- id: 2\n\ttext: Elm\n",
        _01__intro="- {id: a, at: {start: x}, note: 1}\n- {id: b, at: {start: x}, note: 9}\n",
        exemptions="- {at: {start: x}}\n- {at: {start: y}, reason: a joke}\n",
        waivers="- {rule: r, note: 1, owner: o, reason: x, expires: soon}\n",
    )
    reading = read_corpus(folder, shown="c")
    assert told(reading) == [
        "c/01-intro.yaml:2:33 record-unknown-reference",
        "c/exemptions.yaml:1:3 record-field",
        "c/notes.yaml:3:1 record-syntax",
        "c/paper.yaml:3:1 record-field",
        "c/sources.yaml:2:7 record-duplicate-id",
        "c/sources.yaml:4:3 record-url",
        "c/waivers.yaml:1:52 record-field",
    ]
    corpus = reading.corpus
    assert corpus
    assert ([*corpus.sources], [*corpus.notes], [*corpus.claims]) == (["ash"], ["1"], ["a"])
    assert [one.reason for one in corpus.exemptions] == ["a joke"]
    assert corpus.paper.issued is None


def test_faults_of_judgements_are_told_at_their_place(tmp_path: Path) -> None:
    """An unknown claim, two parts at once, no reason for a refusal, a second word on the same."""
    rest = (
        f'verdict: altered, by: m, on: "2026-11-24", record: "{"0" * 64}", evidence: "{"1" * 64}"'
    )
    rows = (
        "claim: fel, ruling: accept",
        "claim: fell, quotation: a, figure: b, ruling: accept",
        "claim: fell, ruling: reject",
        "claim: fell, ruling: accept",
        "claim: fell, ruling: note, note: x",
        "claim: fell, quotation: a, ruling: accept",
    )
    judged = "".join(f"- {{{row}, {rest}}}\n" for row in rows)
    reading = read_corpus(write(tmp_path, judgements=judged), shown="c")
    assert told(reading) == [
        "c/judgements.yaml:1:11 record-unknown-reference",
        "c/judgements.yaml:2:3 record-field",
        "c/judgements.yaml:3:3 record-field",
        "c/judgements.yaml:5:3 record-duplicate-judgement",
    ]
    assert "did you mean 'fell'" in reading.findings[0].message
    assert "needs a 'note'" in reading.findings[2].message
    assert "c/judgements.yaml:4:3" in reading.findings[3].message
    assert reading.corpus
    assert [one.key[1] for one in reading.corpus.judgements if one.claim == "fell"] == [None, "a"]


def test_ids_are_unique_across_claim_files(tmp_path: Path) -> None:
    """The second claim with an id is left out, and its finding names the first one's place."""
    folder = write(tmp_path, _02__more="- {id: fell, at: {start: other}}\n")
    reading = read_corpus(folder, shown="c")
    assert told(reading) == ["c/02-more.yaml:1:8 record-duplicate-id"]
    assert reading.findings[0].message == (
        "another claim has the id 'fell' (c/01-intro.yaml:1:7): give this one its own"
    )
    assert reading.findings[0].where.claim == "fell"
    assert reading.corpus
    assert reading.corpus.claims["fell"].at.start == "The lake"


def test_a_file_in_another_encoding_is_one_finding(tmp_path: Path) -> None:
    """Its bad byte is named; records that lead into that file are left out, not accused."""
    reading = read_corpus(
        write(tmp_path, notes="- id: 1\n  text: é\n".encode("latin-1")), shown="c"
    )
    assert told(reading) == [
        "c/01-intro.yaml:3:9 record-left-out",
        "c/notes.yaml:2:9 record-encoding",
    ]
    assert reading.corpus
    assert reading.corpus.claims == {}


def test_an_empty_paper_file_is_a_finding(tmp_path: Path) -> None:
    """Without a paper there is no corpus, but the other files' faults are told all the same."""
    reading = read_corpus(write(tmp_path, paper="", notes="- id: 1\n"), shown="c")
    assert reading.corpus is None
    assert told(reading) == [
        "c/01-intro.yaml:3:9 record-left-out",
        "c/notes.yaml:1:3 record-field",
        "c/paper.yaml:1:1 record-syntax",
    ]


@pytest.mark.parametrize("paper", ["title: T\n", "id: A b\ntitle: T\n", "id: lake\ntitle: [T]\n"])
def test_a_paper_without_id_or_title_is_no_corpus(tmp_path: Path, paper: str) -> None:
    """Which paper this is must be sure."""
    reading = read_corpus(write(tmp_path, paper=paper), shown="c")
    assert reading.corpus is None
    assert [one.rule for one in reading.findings] == ["record-field"]


def test_a_folder_that_is_no_corpus_is_refused(tmp_path: Path) -> None:
    """A missing folder and one without paper.yaml are wrong use, in one line."""
    with pytest.raises(UnreadableCorpusError, match="there is no such folder"):
        read_corpus(tmp_path / "nowhere")
    with pytest.raises(UnreadableCorpusError, match=r"has no paper\.yaml"):
        read_corpus(tmp_path)


def test_the_digest_is_of_the_record_files(tmp_path: Path) -> None:
    """Equal files give equal digests; a changed byte, another name or a new file does not."""
    digests = []
    for name, changes in (
        ("a", {}),
        ("b", {}),
        ("c", {"_01__intro": GOOD["01-intro.yaml"] + "\n"}),
        ("d", {"_02__more": ""}),
        ("e", {"_01__intro": None, "_01__start": GOOD["01-intro.yaml"]}),
    ):
        corpus = read_corpus(write(tmp_path / name, **changes)).corpus
        assert corpus
        digests.append(corpus.digest)
    (tmp_path / "a" / "README.md").write_text("not a record")
    corpus = read_corpus(tmp_path / "a").corpus
    assert corpus
    assert corpus.digest == digests[0] == digests[1]
    assert len(set(digests)) == 4


def test_two_papers_with_one_id_are_told(tmp_path: Path) -> None:
    """The later one's finding names the first."""
    readings = [read_corpus(write(tmp_path / name), shown=name) for name in ("a", "b")]
    found = duplicate_slugs(readings)
    assert [(one.rule, one.where.file, one.where.line) for one in found] == [
        ("record-duplicate-slug", "b/paper.yaml", 1)
    ]
    assert "(a/paper.yaml:1:1)" in found[0].message
    assert duplicate_slugs(readings[:1]) == ()
