"""Nights of one corpus on real pages: what is news, how grave, and why."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from corpus_folder import cited, quoting, write_corpus
from footnoted.audit import Audit
from footnoted.audit.history_baseline import accept
from footnoted.checks import CHECKS
from footnoted.errors import FootnotedError
from loopback import Answer, Asked, serve
from nights import ABSENT, ALTERED, GONE, HTML, START, TRUE, WALL, Nights, html


def told(done: Audit) -> list[tuple[str, str, str | None, str | None]]:
    """Return rule, level, news and cause of all errors and warnings that are not waived."""
    return [
        (one.rule, one.level, one.news, one.cause)
        for one in done.report.findings
        if one.level != "info" and not one.waived and one.rule in WANTED
    ]


def fixed(done: Audit) -> list[str]:
    return [one.rule for one in done.report.fixed if one.rule in WANTED]


WANTED = {
    "quotation-altered", "quotation-not-found", "quotation-may-have-drifted", "link-dead",
    "link-rotten", "link-moved", "could-not-look", "waiver-expired", "unused-source",
}  # fmt: skip


@pytest.fixture
def nights(tmp_path: Path) -> Iterator[Nights]:
    with serve({"/a": TRUE}) as site:
        yield Nights(tmp_path, site)


def test_a_word_that_changes_is_a_warning_then_an_error_once(nights: Nights) -> None:
    """The second look on another day makes it an error; then it persists until it is mended."""
    nights.corpus()
    heard = [told(nights.run(day, page)) for day, page in enumerate([TRUE, ALTERED, None, None])]
    assert heard == [
        [],
        [("quotation-altered", "warning", "new", "world")],
        [("quotation-altered", "error", "new", "world")],
        [("quotation-altered", "error", "persisting", None)],
    ]
    mended = nights.run(4, TRUE)
    assert (told(mended), fixed(mended)) == ([], ["quotation-altered"])
    assert told(nights.run(5, ALTERED)) == [("quotation-altered", "warning", "new", "world")]
    assert nights.red == [0, 0, 1, 0, 0, 0]


def test_two_looks_of_one_day_are_one(nights: Nights) -> None:
    """A page in the making is not lost."""
    nights.corpus()
    nights.run(0)
    assert told(nights.run(1, ALTERED))[0][1:3] == ("warning", "new")
    assert told(nights.run(1.3))[0][1:3] == ("warning", "persisting")
    assert told(nights.run(2))[0][1:3] == ("error", "new")


def test_a_remembered_look_is_no_second_look(nights: Nights) -> None:
    """Night after night the page is not asked, and the warning stays one."""
    nights.corpus()
    nights.run(0)
    nights.run(7, ALTERED, ask_all=False)
    for day in (8, 9):
        assert told(nights.run(day, ask_all=False)) == [
            ("quotation-altered", "warning", "persisting", None)
        ]
    assert told(nights.run(14, ask_all=False))[0][1:3] == ("error", "new")


def test_altered_then_absent_is_one_trouble(nights: Nights) -> None:
    """Words that an earlier audit found are lost, whatever the page shows in their place."""
    nights.corpus()
    nights.run(0)
    nights.run(1, ALTERED)
    second = nights.run(2, ABSENT)
    assert told(second) == [("quotation-may-have-drifted", "error", "new", "world")]
    assert fixed(second) == []
    assert told(nights.run(3, ALTERED)) == [("quotation-altered", "error", "persisting", None)]


def test_a_wall_settles_nothing(nights: Nights) -> None:
    """Neither the link's trouble nor the quotation's is over because nobody can see."""
    nights.corpus()
    nights.run(0)
    nights.run(1, ALTERED)
    walled = nights.run(2, WALL)
    assert (told(walled), fixed(walled)) == ([], [])
    assert told(nights.run(3, ALTERED)) == [("quotation-altered", "error", "new", "world")]


def test_what_is_new_on_record_is_an_error_at_once(nights: Nights) -> None:
    """A claim that was never right was wrong when it was written."""
    nights.corpus()
    assert told(nights.run(0, ALTERED)) == [("quotation-altered", "error", "new", "corpus")]
    assert told(nights.run(1)) == [("quotation-altered", "error", "persisting", None)]


def test_a_changed_record_is_an_error_at_once(nights: Nights) -> None:
    """The page is what it was: the record is at fault, and the old trouble is over."""
    nights.corpus()
    nights.run(0)
    nights.corpus("we will leave the table")
    done = nights.run(1)
    assert told(done) == [("quotation-altered", "error", "new", "corpus")]
    nights.corpus()
    assert fixed(nights.run(2)) == ["quotation-altered"]


def test_a_changed_record_and_a_changed_page(nights: Nights) -> None:
    """The words asked for now stood on the earlier page: it is the page that changed."""
    nights.corpus()
    nights.run(0)
    nights.corpus("never leave the table, she said")
    assert told(nights.run(1, ABSENT))[0][2:] == ("new", "world")


def test_an_upgrade_does_not_look_like_breakage(
    nights: Nights, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another version found on the same page, ours does not: told, and not red."""
    nights.corpus("will leave the table")
    monkeypatch.setattr("footnoted.audit.study.CHECKS", LENIENT)
    nights.as_version("0.0.1", monkeypatch)
    assert told(nights.run(0)) == []
    monkeypatch.undo()
    heard = [nights.run(day) for day in (1, 2, 3)]
    assert [told(one)[0][1:] for one in heard] == [
        ("warning", "new", "tool"),
        ("error", "new", "tool"),
        ("error", "persisting", None),
    ]
    assert nights.red == [0, 0, 0, 0]
    message = next(one.cause_message for one in heard[0].report.findings if one.cause == "tool")
    assert message
    assert "0.0.1" in message


def test_an_upgrade_between_looks(nights: Nights, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page at hand is judged again at once; only the next look is a second one."""
    nights.corpus("will leave the table")
    monkeypatch.setattr("footnoted.audit.study.CHECKS", LENIENT)
    nights.as_version("0.0.1", monkeypatch)
    nights.run(0, ask_all=False)
    monkeypatch.undo()
    heard = [told(nights.run(day, ask_all=False)) for day in (1, 2, 7)]
    assert heard == [
        [("quotation-altered", "warning", "new", "tool")],
        [("quotation-altered", "warning", "persisting", None)],
        [("quotation-altered", "error", "new", "tool")],
    ]
    assert nights.red == [0, 0, 0, 0]


def test_an_upgrade_on_the_day_the_page_changes(
    nights: Nights, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The earlier page is fine under our version: the page changed."""
    nights.corpus()
    nights.as_version("0.0.1", monkeypatch)
    nights.run(0)
    monkeypatch.undo()
    assert told(nights.run(1, ALTERED)) == [("quotation-altered", "warning", "new", "world")]


@pytest.mark.parametrize(
    ("page", "cause"),
    [(None, "tool"), (html("We will never leave the table, ever."), None)],
    ids=["same page", "another page"],
)
def test_an_upgrade_without_the_evidence(
    nights: Nights, monkeypatch: pytest.MonkeyPatch, page: Answer | None, cause: str | None
) -> None:
    """Memory knows whether the page is the same; where it is not, nobody is blamed."""
    nights.corpus("will leave the table")
    monkeypatch.setattr("footnoted.audit.study.CHECKS", LENIENT)
    nights.as_version("0.0.1", monkeypatch)
    nights.run(0)
    monkeypatch.undo()
    shutil.rmtree(nights.home / ".footnoted")
    done = nights.run(8, page)
    assert told(done)[0][2:] == ("new", cause)
    message = next(one.cause_message for one in done.report.findings if one.news == "new")
    assert message


def test_a_waiver_that_runs_out_is_the_clocks(nights: Nights) -> None:
    """The waiver is an error, and what it waived is news again; nobody changed anything."""
    waiver = {
        "rule": "quotation-altered",
        "claim": "c",
        "owner": "mk",
        "reason": "the publisher was told",
        "expires": "2026-11-05",
    }
    nights.corpus(waivers=[waiver])
    assert [told(nights.run(day, ALTERED)) for day in (0, 3)] == [[], []]
    done = nights.run(4)
    assert sorted(told(done)) == [
        ("quotation-altered", "error", "new", "clock"),
        ("waiver-expired", "error", "new", "clock"),
    ]
    nights.corpus(waivers=[])
    assert fixed(nights.run(5)) == ["waiver-expired"]
    assert nights.red == [0, 0, 1, 0]


def test_what_a_blind_night_finds_is_told_by_the_next_that_sees(nights: Nights) -> None:
    """A night that ends with 4 swallows no error: it was green, and nobody read its list."""
    waiver = {
        "rule": "unused-source",
        "source": "s",
        "owner": "mk",
        "reason": "a note will come",
        "expires": "2026-11-03",
    }
    nights.corpus(waivers=[waiver])
    nights.run(0)
    expired = ("waiver-expired", "error", "new", "clock")
    assert [expired in told(nights.run(day, WALL)) for day in (2, 3)] == [True, True]
    seeing = nights.run(4, TRUE)
    assert told(seeing) == [expired]
    before = (nights.folder / "report.json").read_bytes()
    nights.run(4, replay=True)
    assert (nights.folder / "report.json").read_bytes() == before
    assert told(nights.run(5)) == [("waiver-expired", "error", "persisting", None)]
    assert nights.red == [0, 4, 4, 1, 1, 0]


def test_an_unused_source_is_the_corpus(nights: Nights) -> None:
    """A finding of records alone is news because a record changed."""
    nights.corpus()
    nights.run(0)
    source, note = cited("s", nights.site.url("/a"), "1")
    claims = [quoting("c", "1", "will never leave the table")]
    more = {"id": "t", "title": "Work t", "medium": "print"}
    write_corpus(nights.home, sources=[source, more], notes=[note], claims=claims)
    assert told(nights.run(1)) == [("unused-source", "warning", "new", "corpus")]


def test_a_link_rots_and_is_an_error_once(nights: Nights) -> None:
    """Lost is a warning, rotten an error; it is one trouble, and nothing is fixed between."""
    nights.corpus()
    nights.run(0)
    heard = [nights.run(day, GONE) for day in (7, 10, 13, 16)]
    assert [told(one) for one in heard] == [
        [("link-dead", "warning", "new", "world")],
        [("link-dead", "warning", "persisting", None)],
        [("link-rotten", "error", "new", "world")],
        [("link-rotten", "error", "persisting", None)],
    ]
    assert [fixed(one) for one in heard] == [[]] * 4
    walled = nights.run(19, WALL)
    assert (told(walled), fixed(walled)) == ([], [])
    assert fixed(nights.run(22, TRUE)) == ["link-rotten"]
    assert nights.red == [0, 0, 0, 1, 0, 4, 0]


def test_remembered_losses_are_no_looks(nights: Nights) -> None:
    """A page that was found gone once is not rotten for being remembered nightly."""
    nights.corpus()
    nights.run(0)
    nights.run(7, GONE, ask_all=False)
    nights.site.answers["/a"] = TRUE
    for day in (8, 9):
        assert told(nights.run(day, ask_all=False)) == [
            ("link-dead", "warning", "persisting", None)
        ]
    assert fixed(nights.run(10, ask_all=False)) == ["link-dead"]


def test_a_flapping_host_is_never_red(nights: Nights) -> None:
    """Gone one night and there the next: warnings, each told when it comes."""
    nights.corpus()
    nights.run(0)
    for day in range(1, 13):
        nights.run(day, TRUE if day % 3 == 0 else GONE)
    assert set(nights.red) == {0}


def test_a_page_seen_from_elsewhere_is_not_lost(nights: Nights) -> None:
    """What a runner cannot find and a laptop can is no rot, and over each time it is seen."""
    nights.corpus()
    nights.run(0)
    for day in (3, 6, 9, 12):
        nights.vantage = "runner"
        assert told(nights.run(day, GONE)) == [("link-dead", "warning", "new", "world")]
        nights.vantage = "laptop"
        assert fixed(nights.run(day + 0.2, TRUE)) == ["link-dead"]
    assert set(nights.red) == {0}


def test_a_link_that_was_never_there_is_an_error_at_once(nights: Nights) -> None:
    """New in the change under test."""
    nights.corpus()
    nights.run(0)
    nights.corpus(path="/nowhere")
    assert told(nights.run(1)) == [("link-dead", "error", "new", "corpus")]


def test_the_third_blind_day_in_a_row_is_an_error(nights: Nights) -> None:
    """Nights without a run break no row; a night that sees something does."""
    nights.corpus()
    nights.run(0)
    counted = [nights.run(day, WALL).report.run.blind_nights for day in (1, 1.2, 2)]
    assert counted == [1, 1, 2]
    third = nights.run(5)
    assert told(third) == [("could-not-look", "error", "new", "world")]
    assert told(nights.run(6)) == [("could-not-look", "error", "persisting", None)]
    seeing = nights.run(7, TRUE)
    assert (seeing.report.run.blind_nights, fixed(seeing)) == (0, ["could-not-look"])
    assert nights.run(8, WALL).report.run.blind_nights == 1
    assert nights.red == [0, 4, 4, 4, 1, 1, 0, 4]


def test_blind_nights_of_two_places_never_add_up(nights: Nights) -> None:
    nights.corpus()
    for day, place in enumerate(["runner", "laptop", "runner", "laptop"]):
        nights.vantage = place
        assert told(nights.run(day, WALL)) == []
    assert nights.red == [4, 4, 4, 4]


def test_a_night_on_which_nothing_is_due_is_not_blind(nights: Nights) -> None:
    """It tells nothing, neither of sight nor of blindness."""
    nights.corpus()
    nights.run(0, ask_all=False)
    assert nights.run(1, WALL, ask_all=False).report.run.blind_nights == 0
    nights.run(7, ask_all=False)
    assert nights.run(8, ask_all=False).report.run.blind_nights == 0
    assert [nights.run(day, ask_all=False).report.run.blind_nights for day in (10, 13)] == [2, 3]
    assert nights.red == [0, 0, 4, 0, 4, 1]


def test_a_baseline_makes_todays_state_the_start(nights: Nights) -> None:
    """What was taken as known is no news when it gets worse, but is when it comes again."""
    nights.corpus()
    with pytest.raises(FootnotedError, match="no audit yet"):
        accept(nights.home / "claims" / "p", None)
    nights.run(0)
    nights.run(1, ALTERED)
    first = accept(nights.home / "claims" / "p", None)
    again = accept(nights.home / "claims" / "p", None)
    assert (first.now, first.before, again.now, again.before) == (1, 0, 0, 1)
    assert told(nights.run(2)) == [("quotation-altered", "error", "persisting", None)]
    nights.run(3, TRUE)
    assert told(nights.run(4, ALTERED))[0][2] == "new"
    assert told(nights.run(5))[0][1:3] == ("error", "new")
    assert nights.red == [0, 0, 0, 0, 0, 1]


def test_a_baseline_where_history_was_lost(nights: Nights) -> None:
    """The report tells what was found."""
    nights.corpus()
    nights.run(0, ALTERED)
    (nights.folder / "state" / "history.jsonl").unlink()
    assert accept(nights.home / "claims" / "p", None).now == 1
    assert told(nights.run(1)) == [("quotation-altered", "error", "persisting", None)]


def test_a_replay_tells_the_same_causes(nights: Nights, monkeypatch: pytest.MonkeyPatch) -> None:
    """Byte for byte, though memory and history have moved on."""
    nights.corpus()
    nights.run(0)
    kept = {}
    for day, page in [(7, ALTERED), (8, ALTERED), (14, GONE), (15, TRUE)]:
        at = START + timedelta(days=day)
        nights.run(day, page)
        kept[at] = (nights.folder / "report.json").read_bytes()
    for at, before in kept.items():
        nights.run(0, replay=True, as_of=at)
        assert (nights.folder / "report.json").read_bytes() == before


def test_a_replay_tells_causes_for_which_the_earlier_page_is_lost(
    nights: Nights, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What memory told then stands in history."""
    nights.corpus("will leave the table")
    monkeypatch.setattr("footnoted.audit.study.CHECKS", LENIENT)
    nights.as_version("0.0.1", monkeypatch)
    nights.run(0)
    monkeypatch.undo()
    shutil.rmtree(nights.home / ".footnoted")
    assert told(nights.run(8))[0][3] == "tool"
    before = (nights.folder / "report.json").read_bytes()
    nights.run(0, replay=True)
    assert (nights.folder / "report.json").read_bytes() == before


def test_history_has_a_line_a_change(nights: Nights) -> None:
    """A night on which nothing changes leaves none."""
    nights.corpus()
    nights.run(0)
    path = nights.folder / "state" / "history.jsonl"
    kinds = [json.loads(line)["kind"] for line in path.read_text("utf-8").splitlines()]
    assert sorted(kinds) == ["claim", "inputs", "link"]
    before = path.read_bytes()
    nights.run(1)
    assert path.read_bytes() == before


def lenient(part: Any, text: Any, *, locator: str | None) -> Any:
    """Compare as a version did that took any page that has the first word for the source."""
    strict = STRICT(part, text, locator=locator)
    return replace(strict, verdict="verbatim") if part.text[:4] in text.content else strict


STRICT = CHECKS["quotation"]
LENIENT = {**CHECKS, "quotation": lenient}


def test_a_waiver_fixes_nothing(nights: Nights) -> None:
    """What was told once and then waived is still there, and no news when the waiver is out."""
    nights.corpus()
    nights.run(0, ALTERED)
    waiver = {"rule": "quotation-altered", "claim": "c", "owner": "mk", "reason": "told"}
    nights.corpus(waivers=[{**waiver, "expires": "2026-11-03"}])
    waived = nights.run(1)
    assert (told(waived), fixed(waived), waived.report.summary.fixed) == ([], [], 0)
    assert ("quotation-altered", "error", "persisting", None) in told(nights.run(2))


def two_sources(nights: Nights) -> None:
    """Write a corpus whose one claim rests on two pages."""
    works, notes = zip(
        *(cited(name, nights.site.url(f"/{name}"), name) for name in ("a", "b")), strict=True
    )
    claim = {**quoting("c", "a", "will never leave the table"), "note": ["a", "b"]}
    write_corpus(nights.home, sources=list(works), notes=list(notes), claims=[claim])


def test_a_wall_before_one_of_two_sources_fixes_nothing(nights: Nights) -> None:
    """The words may stand behind it, or not."""
    two_sources(nights)
    nights.site.answers["/b"] = TRUE
    nights.run(0, ABSENT)
    nights.site.answers["/b"] = ABSENT
    assert told(nights.run(1)) == [("quotation-may-have-drifted", "warning", "new", "world")]
    nights.site.answers["/b"] = WALL
    walled = nights.run(2)
    assert (told(walled), fixed(walled)) == ([], [])
    nights.site.answers["/b"] = TRUE
    assert fixed(nights.run(3)) == ["quotation-may-have-drifted"]


def test_a_memento_that_lacks_the_words_beside_a_page_that_is_gone(nights: Nights) -> None:
    """A memento never changes: that the page is still gone is the second look, a wall is none."""
    memento = {"url": nights.site.url("/m"), "on": "2013-10-20"}
    source, note = cited("s", nights.site.url("/a"), "1", mementos=[memento])
    claims = [quoting("c", "1", "will never leave the table")]
    write_corpus(nights.home, sources=[source], notes=[note], claims=claims)
    dated = {**HTML, "Memento-Datetime": "Sun, 20 Oct 2013 10:00:00 GMT"}
    nights.site.answers["/m"] = replace(ABSENT, headers=dated)
    nights.run(0)
    heard = [told(nights.run(day, page)) for day, page in [(7, GONE), (8, WALL), (10, GONE)]]
    assert [[one[:3] for one in each if "quotation" in one[0]] for each in heard] == [
        [("quotation-not-found", "warning", "new")],
        [("quotation-not-found", "warning", "persisting")],
        [("quotation-not-found", "error", "new")],
    ]


def test_an_audit_of_a_part_knows_what_history_knows(nights: Nights) -> None:
    """It is red for news alone, and leaves none."""
    nights.corpus()
    nights.run(0, ALTERED)
    history = nights.folder / "state" / "history.jsonl"
    before = history.read_bytes()
    done = nights.run(1, only="c")
    assert told(done) == [("quotation-altered", "error", "persisting", None)]
    assert history.read_bytes() == before


def test_a_page_that_did_not_change_stands_further_back(nights: Nights) -> None:
    """An answer without a page says that the one before it stands; that is judged again."""
    tagged = replace(TRUE, headers={**HTML, "ETag": '"one"'})

    def conditional(asked: Asked) -> Answer:
        unchanged = asked.headers.get("If-None-Match") == '"one"'
        return Answer(304, b"", {"ETag": '"one"'}) if unchanged else tagged

    nights.corpus()
    nights.site.answers["/a"] = conditional
    for day in (0, 7, 14):
        nights.run(day, ask_all=False)
    answered = [one.headers.get("If-None-Match") for one in nights.site.asked]
    assert answered[-2:] == ['"one"', '"one"']
    done = nights.run(21, ALTERED, ask_all=False)
    assert told(done) == [("quotation-altered", "warning", "new", "world")]
    message = next(one.cause_message for one in done.report.findings if one.news == "new")
    assert message
    assert "judged again today" in message
