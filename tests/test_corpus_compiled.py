from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from footnoted.corpus import compiled, read_corpus
from footnoted.corpus.compiled import KeptPlaces
from footnoted.model.corpus import Corpus

CLAIMS = """\
- id: a
  says: One.
  at: {start: x, end: z}
  note: "1"
  figures: [{raw: $5bn, cell: {row: r, column: c}}, {raw: 7}]
  reviewed: {by: im, on: 2026-11-24}
- id: b
  at: {start: w}
  note: ["1", "2"]
  quotations: [{text: "ü “q”", translated: true}]
"""


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of what is kept, which is worth it from the first byte on."""
    monkeypatch.setenv("FOOTNOTED_CACHE", str(tmp_path / "kept"))
    monkeypatch.setattr(compiled, "WORTH_IT", 0)
    return tmp_path / "kept"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a corpus with every kind of record."""
    folder = tmp_path / "claims" / "p"
    folder.mkdir(parents=True)
    (folder / "paper.yaml").write_text("id: p\ntitle: T\nsections: [{label: '', title: A}]\n")
    (folder / "sources.yaml").write_text(
        "- id: s\n  URL: http://x.org\n  author: [{family: Ash}]\n  mementos:\n"
        "    - {url: 'http://archive.example.org/x', on: 2012-01-02}\n"
    )
    (folder / "notes.yaml").write_text(
        "- id: '1'\n  text: N\n  entries: [{source: s}]\n- id: '2'\n  status: missing\n"
    )
    (folder / "01-a.yaml").write_text(CLAIMS)
    (folder / "exemptions.yaml").write_text("- at: {start: e}\n  reason: r\n")
    (folder / "waivers.yaml").write_text(
        "- {rule: missing-note, note: '2', owner: im, reason: r, expires: 2030-01-01}\n"
    )
    return folder


def read(folder: Path) -> tuple[Corpus, bool]:
    """Return the corpus, and whether it came from what was kept."""
    reading = read_corpus(folder)
    assert reading.findings == ()
    assert reading.corpus
    return reading.corpus, isinstance(reading.corpus.places, KeptPlaces)


def test_an_unchanged_corpus_is_the_same_to_the_last_place(folder: Path, kept: Path) -> None:
    """Records, files, digest, and where each field of each record is written."""
    cold, was_kept = read(folder)
    warm, is_kept = read(folder)
    assert (was_kept, is_kept) == (False, True)
    assert warm == cold
    assert dict(warm.places) == dict(cold.places)
    assert len(warm.places) == len(cold.places)
    key = ("claims", "a", "figures", 0, "cell", "row")
    assert warm.place(*key) == cold.place(*key)
    assert warm.place("claims", "nobody") == cold.place("claims", "nobody")
    assert warm.place("paper", "title") == cold.place("paper", "title")
    assert warm.sources["s"].model_fields_set == cold.sources["s"].model_fields_set


def test_everything_that_a_corpus_holds_is_kept() -> None:
    """A field added to it must be kept as well, or be told by the key."""
    held = {one.name for one in fields(Corpus)}
    assert held == set(compiled._Kept.model_fields) | {"folder", "digest", "places"}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data + b" ",
        lambda data: data.replace(b"One.", b"Two.", 1),
        lambda data: b"0" * 64 + data[64:],
        lambda data: b"\xff\x00\n\n\n{}",
        lambda data: data.partition(b"\n")[0] + b"\n" + compiled._digest(b"x\ny") + b"\nx\ny",
        lambda data: data.partition(b"\n")[0] + b"\n" + compiled._digest(b"x") + b"\nx",
    ],
    ids=["empty", "cut", "half", "longer", "changed", "other key", "noise", "no json", "no parts"],
)
def test_what_was_spoilt_is_a_cold_load(folder: Path, kept: Path, spoil: object) -> None:
    """Whatever happened to the file, the corpus is right, and kept anew."""
    cold, _ = read(folder)
    [path] = kept.iterdir()
    assert callable(spoil)
    path.write_bytes(spoil(path.read_bytes()))
    again, was_kept = read(folder)
    assert not was_kept
    assert again == cold
    assert read(folder)[1]


def test_a_change_of_records_or_code_is_a_cold_load(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A word, a name of a file, another version of ours: nothing old is trusted."""
    read(folder)
    (folder / "01-a.yaml").write_text(CLAIMS.replace("One.", "Two."))
    changed, was_kept = read(folder)
    assert (changed.claims["a"].says, was_kept) == ("Two.", False)
    (folder / "01-a.yaml").rename(folder / "02-a.yaml")
    assert not read(folder)[1]
    assert read(folder)[1]
    compiled._code.cache_clear()
    monkeypatch.setattr(compiled, "__version__", "another")
    assert not read(folder)[1]
    compiled._code.cache_clear()


def test_it_may_be_deleted_and_need_not_be_writable(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without it, or with a file in its place, or switched off, every load is a cold one."""
    read(folder)
    for path in kept.iterdir():
        path.unlink()
    assert not read(folder)[1]
    in_the_way = tmp_path / "file"
    in_the_way.write_text("x")
    monkeypatch.setenv("FOOTNOTED_CACHE", str(in_the_way))
    assert [read(folder)[1], read(folder)[1]] == [False, False]
    monkeypatch.setenv("FOOTNOTED_CACHE", "")
    assert [read(folder)[1], read(folder)[1]] == [False, False]


def test_only_what_is_whole_and_large_is_kept(
    folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A corpus with findings is read anew, so that they are told anew; a small one is quick."""
    (folder / "01-a.yaml").write_text(CLAIMS + "- id: c\n")
    assert len(read_corpus(folder).findings) == 1
    assert len(read_corpus(folder).findings) == 1
    assert not kept.exists()
    (folder / "01-a.yaml").write_text(CLAIMS)
    monkeypatch.setattr(compiled, "WORTH_IT", 10_000)
    read(folder)
    assert not kept.exists()


def test_it_is_kept_where_the_system_keeps_such_things(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The user's cache folder, by XDG's rule where there is no other."""
    monkeypatch.delenv("FOOTNOTED_CACHE", raising=False)
    monkeypatch.setattr(compiled, "WORTH_IT", 0)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    read(folder)
    assert len(list((tmp_path / "cache" / "footnoted" / "corpora").iterdir())) == 1
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    read(folder)
    assert len(list((tmp_path / "local" / "footnoted" / "corpora").iterdir())) == 1
