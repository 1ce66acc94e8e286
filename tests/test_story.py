"""A virtual month beside a real archive: each night's news is what a careful person writes.

`tests/story/script.py` has the nights, `docs/time.md` tells them. Two installations of the program
audit, an older one up to the upgrade.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from click.testing import CliRunner

from archive_faces import as_pywb
from archive_site import Pywb
from footnoted import __version__
from footnoted.commands import cli
from footnoted.model.report import ClaimDoc, LinkDoc
from loopback import serve
from story.cast import CAST, MORE_PAGES
from story.installed import OLDER, Installed, older_copy
from story.month import Month
from story.script import NIGHTS, NO_NETWORK, QUIET_ARCHIVE, REPLAYED, UPGRADE_BEFORE, Night
from story.told import table
from story.world import World, closed_port

PAGE = Path(__file__).resolve().parent.parent / "docs" / "time.md"


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory, pywb: Pywb) -> Iterator[Month]:
    """Live through the month, once for all tests."""
    home = tmp_path_factory.mktemp("story")
    collection = pywb.collection()
    for part in CAST:
        for on, answer in part.held:
            collection.crawl(on, {part.url: answer})
    with ExitStack() as stack:
        world = World(
            stack.enter_context(serve({})),
            stack.enter_context(as_pywb(collection)),
            stack.enter_context(closed_port()).getsockname()[1],
            {part.url: part.life for part in CAST} | MORE_PAGES,
            QUIET_ARCHIVE,
            NO_NETWORK,
        )
        older = stack.enter_context(Installed(older_copy(home / "older")))
        newer = stack.enter_context(Installed())
        lived = Month(home, world, older, newer)
        for night in NIGHTS:
            lived.night(night.day)
        yield lived


pytestmark = pytest.mark.timeout(600)  # the first test lives through the whole month


def compare(what: str, wanted: list[str], found: list[str]) -> None:
    """Fail with a readable difference where two lists differ."""
    if wanted != found:
        pytest.fail(f"{what}: wanted (-), found (+)\n" + "\n".join(difflib.ndiff(wanted, found)))


def link(month: Month, day: int, source: str) -> LinkDoc:
    links = month.reports[day].links
    return next(one for one in links if one.source == source and one.basis == "cited")


def claim(month: Month, day: int, source: str) -> ClaimDoc:
    return next(one for one in month.reports[day].claims if one.id == f"on-{source}")


@pytest.mark.parametrize("night", NIGHTS, ids=lambda night: f"march-{night.day}")
def test_the_news_of_a_night_is_what_a_careful_person_writes(month: Month, night: Night) -> None:
    """Neither more nor less, with its cause, and the exit code."""
    wanted = [*night.written, f"exit {night.exit}"]
    compare(
        f"March {night.day}", wanted, [*month.told[night.day], f"exit {month.exits[night.day]}"]
    )


def test_every_night_is_told() -> None:
    """A month has 31 of them."""
    assert [night.day for night in NIGHTS] == list(range(1, 32))


@pytest.mark.parametrize("day", sorted(REPLAYED))
def test_a_replay_tells_the_same_to_the_byte(month: Month, day: int) -> None:
    """Where the evidence is at hand: also of a night without network, and after all was asked."""
    before, again = month.replays[day]
    assert again == before


def test_a_page_that_is_lost_and_archived_is_made_good(month: Month) -> None:
    """It is rotten on the same night as the one that nobody archived, and that is told."""
    lost, kept = link(month, 14, "gazette"), link(month, 14, "daily")
    assert (lost.rotten, lost.mitigated) == (True, False)
    assert (kept.rotten, kept.mitigated) == (True, True)
    rotten = {one.source for one in month.reports[14].links if one.rotten}
    assert rotten == {"herald", "chronicle", "tribune", "gazette", "daily"}
    summary = month.reports[14].summary
    assert (summary.rotten, summary.mitigated) == (5, 2)
    assert [claim(month, 14, name).verdict for name in ("gazette", "daily")] == [
        "source_unavailable",
        "supported_then",
    ]
    assert str(claim(month, 14, "daily").seen_at)[:10] == "2013-09-12"


def test_remembered_stand_ins_speak_without_a_network(month: Month) -> None:
    """What a memento or an alternate held last week it holds on a night when nobody can look."""
    for day in (19, 20, 25, 26):
        assert month.reports[day].run.offline
        assert claim(month, day, "daily").verdict == "supported_then"
        assert claim(month, 19, "guide").verdict == "supported"


def test_a_page_that_did_not_change_is_asked_whether_it_did(month: Month) -> None:
    """Week after week; in full where the upgrade finds no page of it in the evidence."""
    asked = {
        day: ["If-None-Match" in one.headers for one in those if "static.test" in one.path]
        for day, those in month.asked.items()
    }
    assert {day: how for day, how in asked.items() if how} == {
        1: [False],
        8: [True],
        15: [True],
        22: [True],
        28: [False],
        31: [True],
    }
    assert {claim(month, day, "static").verdict for day in range(1, 32)} == {"supported"}


def test_most_nights_ask_for_little(month: Month) -> None:
    """What is due, and no more; nobody is asked where nobody can be."""
    counts = {day: len(those) for day, those in month.asked.items()}
    assert counts[2] == 0
    assert {counts[day] for day in NO_NETWORK} == {0}
    assert counts[4] == 4  # pages dead from the start, and one that lacks what is claimed of it
    assert counts[31] > counts[1]


def test_two_versions_judged(month: Month) -> None:
    """The upgrade is one of the program, not of a test's wishes."""
    versions = {day: report.tool.version for day, report in month.reports.items()}
    assert set(versions.values()) == {OLDER, __version__}
    assert versions[UPGRADE_BEFORE - 1] == OLDER
    assert versions[UPGRADE_BEFORE] == __version__
    (found,) = [one for one in month.reports[28].findings if one.cause == "tool"]
    assert found.cause_message
    assert OLDER in found.cause_message


def test_the_archive_is_left_alone_for_a_day(month: Month) -> None:
    """Nothing is called unarchived because an archive did not answer."""
    held = link(month, 5, "museum").archived
    assert held
    assert (held.near, len(held.silent)) == (None, 1)
    later = link(month, 8, "museum").archived
    assert later
    assert (later.near, later.silent) == (False, ())


LIVES = {
    "radio": """
        2026-03-03         source:radio: on record
        2026-03-03 runner  http://radio.test/page: alive
        2026-03-03         http://radio.test/page: NEW warning unarchived-source (corpus): no archiv
        2026-03-10 runner  http://radio.test/page: dead (http_410)
        2026-03-10         http://radio.test/page: NEW warning link-dead (world): the server says: g
        2026-03-16 runner  http://radio.test/page: rotten: gone on three looks or more over a week
        2026-03-16         http://radio.test/page: NEW as an error link-rotten (world): gone for goo
        2026-03-27 runner  http://radio.test/page: alive
        2026-03-27         http://radio.test/page: FIXED link-rotten: gone for good as far as three
        now: http://radio.test/page: alive, since 2026-03-27
        now: http://radio.test/page: open: warning unarchived-source, since 2026-03-03
    """,
    "on-council": """
        2026-03-01         claim:on-council: on record
        2026-03-01         source:council: on record
        2026-03-01 runner  http://council.test/page: alive
        2026-03-01 runner  1 of 1 part found (verbatim)
        2026-03-01         http://council.test/page: NEW warning unarchived-source (corpus): no arch
        2026-03-01         http://council.test/page: taken as known: warning unarchived-source: no a
        2026-03-15 runner  0 of 1 part found (altered)
        2026-03-15         NEW warning quotation-altered (world): “The council will never sell the b
        2026-03-18         NEW as an error quotation-altered (world): “The council will never sell t
        2026-03-27 runner  1 of 1 part found (verbatim)
        2026-03-27         FIXED quotation-altered: “The council will never sell the bridge”: has *n
        now: http://council.test/page: alive, since 2026-03-01
        now: http://council.test/page: open: warning unarchived-source, accepted as known, since 202
    """,
}


@pytest.mark.parametrize("target", LIVES)
def test_a_life_is_told(month: Month, target: str) -> None:
    """One line a change, as `footnoted history` prints it; here without clocks and long ends."""
    done = CliRunner().invoke(cli, ["history", target, str(month.corpus)])
    assert done.exit_code == 0, done.output
    found = [
        line[:10] + line[16:] if line[:2] == "20" else line for line in done.output.splitlines()
    ]
    found = [
        line.replace("  runner", " runner", 1).replace("          ", "         ", 1)
        for line in found
    ]
    wanted = [line.removeprefix("        ") for line in LIVES[target].strip("\n").splitlines()[:-1]]
    lines = [line for line in found if line]
    compare(target, wanted, [one[: len(line)] for one, line in zip(lines, wanted, strict=True)])


def test_the_table_in_the_docs_is_the_story() -> None:
    """`docs/time.md` tells these nights and no others."""
    lines = PAGE.read_text("utf-8").splitlines()
    wanted = table(NIGHTS)
    start = lines.index(wanted[0])
    compare("docs/time.md", wanted, lines[start : lines.index("", start)])
