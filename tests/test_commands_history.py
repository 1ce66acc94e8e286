"""`footnoted history` and `footnoted baseline`, as a person runs them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from footnoted.commands import cli
from footnoted.history import LinkLine, ObservationLine, ProblemLine, write_line
from footnoted.history.life import life
from footnoted.model.history import HistoryDocument
from footnoted.model.verdicts import LinkVerdict, PartVerdict
from loopback import serve
from nights import ALTERED, GONE, START, TRUE, WALL, Nights


@pytest.fixture
def nights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Nights]:
    """Return nights in the current folder."""
    monkeypatch.chdir(tmp_path)
    with serve({"/a": TRUE}) as site:
        yield Nights(tmp_path, site)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def lines(*arguments: str) -> list[str]:
    """Return what the command prints, the day before each change and no clock."""
    done = run(*arguments)
    assert done.exit_code == 0, done.output
    printed = done.output.splitlines()
    assert all(len(line) <= 100 for line in printed if not line.startswith("now: "))
    return [line.replace(" 12:00  ", " ") for line in printed]


def test_the_life_of_a_claim_is_a_line_a_change(nights: Nights) -> None:
    """With the pages that it rests on, the causes of news, and how it stands."""
    nights.corpus()
    for day, page in [(0, TRUE), (3, ALTERED), (4, ALTERED), (5, ALTERED), (6, WALL), (9, TRUE)]:
        nights.run(day, page)
    url = nights.site.url("/a")
    told = lines("history", "c")
    starts = [
        "2026-11-02         claim:c: on record",
        "2026-11-02         source:s: on record",
        f"2026-11-02 runner  {url}: alive",
        "2026-11-02 runner  1 of 1 part found (verbatim)",
        "2026-11-05 runner  0 of 1 part found (altered)",
        "2026-11-05         NEW warning quotation-altered (world): “will never leave the table”: ",
        "2026-11-06         NEW as an error quotation-altered (world): “will never leave the tab",
        f"2026-11-08 runner  {url}: blocked (http_403)",
        f"2026-11-11 runner  {url}: alive",
        "2026-11-11 runner  1 of 1 part found (verbatim)",
        "2026-11-11         FIXED quotation-altered: “will never leave the table”: ",
        "",
        f"now: {url}: alive, since 2026-11-11",
    ]
    assert [line[: len(start)] for line, start in zip(told, starts, strict=True)] == starts


def test_the_life_of_a_link(nights: Nights) -> None:
    """Asked for by source or by URL; states follow from the looks."""
    nights.corpus()
    for day in (0, 3, 6, 9, 12):
        nights.run(day, GONE if day else TRUE)
    url = nights.site.url("/a")
    by_url = lines("history", url)
    assert by_url[:2] == [
        "2026-11-02 runner  alive",
        "2026-11-05 runner  dead (http_404)",
    ]
    assert by_url[3] == "2026-11-11 runner  rotten: gone on three looks or more over a week"
    assert by_url[-2:] == [
        "now: rotten, since 2026-11-11",
        "now: open: error link-rotten, since 2026-11-05",
    ]
    assert any("rotten, since 2026-11-11" in line for line in lines("history", "s"))


def test_walls_are_not_seen_from_there(nights: Nights) -> None:
    """And nights on which nothing can be seen are counted."""
    nights.corpus()
    for day in (0, 1, 2):
        nights.run(day, WALL if day else TRUE)
    url = nights.site.url("/a")
    assert lines("history", url)[-1] == "now: not seen from runner (blocked), since 2026-11-03"
    assert lines("history")[-1] == (
        "now: runner: blind on 2 days in a row (an error from day 3 on), since 2026-11-03"
    )


def test_what_two_places_saw_is_told_apart(nights: Nights) -> None:
    """As soon as a second one looked; each has its own days."""
    nights.corpus()
    nights.run(0)
    url = nights.site.url("/a")
    assert lines("history", url)[-1] == "now: alive, since 2026-11-02"
    nights.vantage = "laptop"
    nights.run(1, GONE)
    told = lines("history", url)
    assert told[told.index("") + 1 :] == [
        "now: alive, as seen from runner, since 2026-11-02",
        "now: dead, as seen from laptop, since 2026-11-03",
        "now: open: warning link-dead, since 2026-11-03",
    ]


def test_history_for_programs(nights: Nights) -> None:
    """The whole messages, causes in words."""
    nights.corpus()
    nights.run(0)
    nights.run(1, ALTERED)
    done = run("history", "c", "--format", "json")
    document = HistoryDocument.model_validate_json(done.output)
    assert json.loads(done.output)["schema"] == "footnoted/history/1"
    news = next(one for one in document.events if one.kind == "new")
    assert (news.target, news.cause) == ("c", "world")
    assert news.cause_message
    assert [one.words for one in document.states if one.target == "c"] == [
        "1 part missing or changed",
        "open: warning quotation-altered",
    ]


def test_all_of_a_corpus_by_its_folder(nights: Nights) -> None:
    """A folder given alone is the corpus; a target may come with one."""
    nights.corpus()
    nights.run(0)
    assert lines("history", "claims/p") == lines("history") == lines("history", "claims")
    assert "audited by version" in lines("history")[0]
    assert lines("history", "c", "claims/p") == lines("history", "c")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("history",), "no history yet; run footnoted check"),
        (("baseline",), "no audit yet; run footnoted check"),
        (("history", "c", "nowhere"), "no such folder"),
    ],
)
def test_before_there_was_an_audit(nights: Nights, arguments: tuple[str, ...], words: str) -> None:
    """One line says what to do."""
    nights.corpus()
    done = run(*arguments)
    assert done.exit_code != 0
    assert words in str(done.exception)


def test_what_nobody_knows(nights: Nights) -> None:
    """A name that is neither in the corpus nor in its history."""
    nights.corpus()
    nights.run(0)
    done = run("history", "http://nowhere.example/")
    assert "neither a source, claim nor URL of claims/p" in str(done.exception)


def test_a_baseline_says_how_many(nights: Nights) -> None:
    """And once more changes nothing; what a wall hides is taken as known too."""
    nights.corpus()
    for day, page in [(0, TRUE), (1, ALTERED), (2, WALL)]:
        nights.run(day, page)
    history = nights.folder / "state" / "history.jsonl"
    assert lines("baseline") == ["1 finding of the audit of 2026-11-04T12:00:00Z taken as known"]
    once = history.read_bytes()
    assert lines("baseline", "claims/p") == [
        "no findings of the audit of 2026-11-04T12:00:00Z taken as known; 1 had been before"
    ]
    assert history.read_bytes() == once
    assert "taken as known: warning quotation-altered" in "\n".join(lines("history", "c"))
    nights.run(3, ALTERED)
    assert nights.red[-1] == 0


def test_a_hostile_line_is_safe_for_a_terminal(nights: Nights) -> None:
    """What a page says may hold anything."""
    nights.corpus()
    nights.run(0)
    evil = "\x1b[2J\n\u202eevil"
    line = ProblemLine(
        at=START, kind="new", fingerprint="f", rule="r", target="c", message=evil, level="error"
    )
    with (nights.folder / "state" / "history.jsonl").open("a", encoding="ascii") as file:
        file.write(write_line(line) + "\n")
    printed = run("history").output
    assert "evil" in printed
    assert not set(printed) & {"\x1b", "\u202e"}


def test_observed_mementos_are_part_of_a_life() -> None:
    """What `footnoted bisect` saw."""
    line = ObservationLine(
        at=START,
        kind="observed",
        claim="c",
        part="words",
        source="s",
        memento_at=START.replace(year=2013),
        url="http://archive.example/",
        verdict=PartVerdict.VERBATIM,
    )
    assert [one.words for one in life([line]).events] == ["memento of 2013-11-02: verbatim: words"]


def test_a_page_seen_again_is_rotten_no_more() -> None:
    """The state is derived from the looks, and gone with them."""
    looks = [
        LinkLine(
            at=START.replace(day=number),
            kind="link" if number in {2, 12} else "look",
            url="http://a.example/",
            verdict=LinkVerdict.ALIVE if number == 12 else LinkVerdict.DEAD,
            reason=None,
            vantage="here",
        )
        for number in (2, 5, 8, 12)
    ]
    assert [one.words for one in life(looks[:3]).states()] == ["rotten"]
    assert [one.words for one in life(looks).states()] == ["alive"]
