"""Which claim, parts and source a search is about: never a guess."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus_folder import cited, quoting, write_corpus
from footnoted.audit.bisect_target import find_target
from footnoted.errors import FootnotedError

FIGURE = {"raw": "$2.87bn", "period": "2012"}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Write two corpora; the second has claims on two sources, on a book, and on nothing."""
    source, note = cited("a", "www.news.example/a", "1")
    write_corpus(
        tmp_path, ident="one", sources=[source], notes=[note], claims=[quoting("c", "1", "x y")]
    )
    works = [cited(name, url, label) for name, url, label in (
        ("a", "http://news.example/a", "1"),
        ("b", "http://news.example/b", "2"),
        ("book", None, "3"),
    )]  # fmt: skip
    write_corpus(
        tmp_path,
        ident="two",
        sources=[work for work, _ in works],
        notes=[note for _, note in works],
        claims=[
            quoting("c", "1", "other words"),
            quoting("many", "1", "some words", "more words", figures=[FIGURE], note=["1", "2"]),
            quoting("printed", "3", "in a book"),
            quoting("bare", "1"),
        ],
    )
    return tmp_path / "claims"


def test_the_one_corpus_that_has_the_claim(home: Path) -> None:
    """Found below `claims/`; its parts are numbered, quotations first, then figures."""
    target = find_target("many", home, part=None, source="b")
    assert (target.folder, target.source.id) == (home / "two", "b")
    told = [(target.number(key), target.words(key)) for key in target.keys]
    assert told == [(1, "some words"), (2, "more words"), (3, "$2.87bn")]
    only = find_target("many", home, part=3, source="a")
    assert [only.words(key) for key in only.keys] == ["$2.87bn"]
    assert find_target("c", home / "one", part=None, source=None).url == "www.news.example/a"


@pytest.mark.parametrize(
    ("claim", "more", "words"),
    [
        ("c", {}, "is in several corpora"),
        ("man", {}, "no claim 'man'; did you mean 'many'?"),
        ("many", {}, r"has several sources \(a, b\); give --source"),
        ("many", {"source": "book"}, "--source book: no source of claim 'many'; it rests on a, b"),
        ("many", {"source": "a", "part": 4}, "--part 4: claim 'many' has parts 1 to 3"),
        ("printed", {}, "no source with an address"),
        ("bare", {}, "no quotation and no figure"),
    ],
)
def test_what_is_left_open_is_asked_back(
    home: Path, claim: str, more: dict[str, str | int], words: str
) -> None:
    """One line that says what to give."""
    given: dict[str, str | int | None] = {"part": None, "source": None, **more}
    with pytest.raises(FootnotedError, match=words) as told:
        find_target(claim, home, **given)  # type: ignore[arg-type]
    assert "\n" not in str(told.value)
