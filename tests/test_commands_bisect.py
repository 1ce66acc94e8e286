"""`footnoted bisect` against a real web archive: what it tells, what it asks, how it fails."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import archive_faults as faults
from archive_faces import Face, Fault, Kind, as_pywb, as_wayback
from archive_site import Collection, Pywb
from corpus_folder import cited, quoting, write_corpus
from footnoted.audit.bisect import Wish, bisect
from footnoted.audit.bisect_target import find_target
from footnoted.audit.options import Clock, Watcher
from footnoted.commands import cli
from footnoted.history import ObservationLine, observations
from footnoted.store.memory import read_memory
from footnoted.store.state import read_history
from loopback import Answer
from web_help import LOOPBACK

URL = "http://news.example/trade"
WORDS = "the railway will open next year"
BEFORE = f"<p>The minister said that {WORDS}, as planned. It is a long way to go from here."
AFTER = "<p>The minister said nothing of the railway. It is a long way to go from here, he added."
OTHER = "<p>The minister said that the railway will not open next year, as planned. It is long."


def corpus(home: Path, *words: str, **more: Any) -> Path:
    """Write a corpus with one claim `c` that quotes `words` from the page at URL."""
    source, note = cited("a", URL, "1", accessed="2013-09-10")
    claim = quoting("c", "1", *(words or (WORDS,)), **more)
    return write_corpus(home, sources=[source], notes=[note], claims=[claim])


def crawl(site: Collection, pages: Mapping[str, str | Answer]) -> None:
    """Have the page at URL archived, day by day."""
    for day, page in pages.items():
        site.crawl(day, {URL: page})


def run(home: Path, archive: str, *more: str) -> Result:
    """Run the command on the corpora below `home`."""
    args = ["bisect", "c", str(home / "claims"), "--archive", archive, "--pace", "0", "-q"]
    return CliRunner().invoke(cli, [*args, "--allow-net", "127.0.0.0/8", *more])


def answer(result: Result) -> dict[str, Any]:
    """Return the document that a run with `--format json` printed."""
    assert result.exit_code == 0, result.output
    document: dict[str, Any] = json.loads(result.stdout)
    return document


def test_when_the_words_went(tmp_path: Path, pywb: Pywb) -> None:
    """The change is told between two neighbours, of mementos alike one is asked."""
    site = pywb.collection()
    corpus(tmp_path)
    days = [f"20{year}-0{month}-02" for year in range(12, 18) for month in (2, 6, 9)]
    crawl(site, {day: BEFORE if day < "2016-05" else AFTER for day in days})
    document = answer(run(tmp_path, site.base, "--format", "json"))
    (part,) = document["parts"]
    assert [(one["state"], one["first"][:10], one["last"][:10]) for one in part["spells"]] == [
        ("present", "2012-02-02", "2016-02-02"),
        ("absent", "2016-06-02", "2017-09-02"),
    ]
    (turn,) = part["turns"]
    assert (turn["before"][:10], turn["after"][:10], turn["unseen"]) == (
        ("2016-02-02", "2016-06-02", 0)
    )
    assert (document["listed"], document["looked_at"], document["requests"]) == (18, 2, 3)


@pytest.fixture
def life(pywb: Pywb) -> Collection:
    """Return an archive in which the words went, came back changed, and went for good."""
    site = pywb.collection()
    crawl(
        site,
        {
            "2012-03-01": BEFORE,
            "2013-09-01": BEFORE + " ",
            "2014-02-01": Answer(404, b"<p>Not found"),
            "2014-05-01": AFTER,
            "2015-05-01": OTHER,
            "2016-05-01": AFTER + " ",
        },
    )
    return site


@pytest.fixture
def face(life: Collection) -> Iterator[Face]:
    """Return that archive behind a face that counts, and breaks on demand."""
    with as_pywb(life) as face:
        yield face


def spells(document: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return the states of the first part with their days."""
    return [
        (one["state"], one["first"][:10], one["last"][:10])
        for one in document["parts"][0]["spells"]
    ]


def test_what_a_person_reads(tmp_path: Path, life: Collection) -> None:
    """Only what was observed, each date that of a memento; a mismatch shows its words."""
    corpus(tmp_path)
    result = run(tmp_path, life.base)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[:4] == [
        f"c: a, {URL}",
        "",
        f"part 1, quotation: {WORDS}",
        "  present: 2012-03-01 and 2013-09-01",
    ]
    assert "  absent: 2014-05-01" in lines
    at = lines.index("  mismatch: 2015-05-01")
    assert "will not open next year" in lines[at + 1]
    assert "20150501120000/http://news.example/trade" in lines[at + 2]
    assert "  so it went between 2013-09-01 and 2014-05-01" in lines
    assert "  warning: the page changed back and forth: no one day tells when it went" in lines
    assert lines[-1] == (
        "6 mementos on record (1 of errors or redirects); 5 looked at; 6 requests made"
    )


def test_it_goes_on_for_free(tmp_path: Path, face: Face) -> None:
    """What came is kept: a second run asks nothing, one with too few requests goes on."""
    corpus(tmp_path)
    first = answer(run(tmp_path, face.base, "--format", "json", "--most", "3"))
    assert first["stopped"] == "the budget of 3 requests is spent"
    assert (first["requests"], first["looked_at"]) == (3, 2)
    assert "may have come and gone" in run(tmp_path, face.base, "--most", "1").stdout
    asked = len(face.calls)
    whole = answer(run(tmp_path, face.base, "--format", "json"))
    assert (whole["stopped"], whole["looked_at"]) == (None, 5)
    assert whole["requests"] == len(face.calls) - asked == 5 - whole["held"]
    again = answer(run(tmp_path, face.base, "--format", "json"))
    assert (again["requests"], again["held"]) == (0, 5)
    assert again["parts"] == whole["parts"]


def test_history_has_each_observation_once(tmp_path: Path, face: Face) -> None:
    """Lines of a kind of their own, by the part's words; a second run adds none."""
    corpus(tmp_path)
    run(tmp_path, face.base)
    run(tmp_path, face.base)
    lines = read_history(tmp_path / "reports" / "p" / "state" / "history.jsonl").lines
    assert all(isinstance(one, ObservationLine) for one in lines)
    told = observations(lines, "c", WORDS, datetime(2100, 1, 1, tzinfo=UTC))
    assert len(told) == len(lines) == 5
    assert [(f"{one.memento_at:%Y}", one.verdict.value) for one in told] == [
        ("2012", "verbatim"),
        ("2013", "verbatim"),
        ("2014", "absent"),
        ("2015", "altered"),
        ("2016", "absent"),
    ]
    assert observations(lines, "c", "other words", datetime(2100, 1, 1, tzinfo=UTC)) == ()


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (faults.framed, "framed or rewritten"),
        (faults.dateless, "no time at which it was made"),
        (faults.web_page, "no time at which it was made"),
        (faults.led_away("http://127.0.0.2:9/live"), "gave no answer"),
        (faults.blocked_site, "error page (403)"),
    ],
)
def test_what_is_no_memento_is_never_absence(
    tmp_path: Path, face: Face, fault: Fault, words: str
) -> None:
    """It is named with its reason; nothing is observed, and nothing remembered."""
    corpus(tmp_path)
    face.breaks(fault, kinds={"raw"})
    document = answer(run(tmp_path, face.base, "--format", "json"))
    (part,) = document["parts"]
    assert (part["spells"], part["turns"]) == ([], [])
    assert len(part["unread"]) == 5
    assert all(words in one["why"] for one in part["unread"])
    assert not (tmp_path / "reports" / "p" / "state" / "history.jsonl").exists()


def test_a_memento_of_another_date_stands_at_its_own(tmp_path: Path, face: Face) -> None:
    """The archive leads all to one date: only that one is told of, and each other is named."""
    corpus(tmp_path)
    face.breaks(faults.redirected_to("20130901120000"), kinds={"raw"})
    document = answer(run(tmp_path, face.base, "--format", "json"))
    assert spells(document) == [("present", "2013-09-01", "2013-09-01")]
    unread = document["parts"][0]["unread"]
    assert [one["at"][:4] for one in unread] == ["2012", "2016", "2015", "2014"]
    assert {one["came_at"][:10] for one in unread} == {"2013-09-01"}


def test_pages_that_are_no_source_tell_nothing(tmp_path: Path, pywb: Pywb) -> None:
    """A soft 404 and an empty page lack the words, and are no absence."""
    site = pywb.collection()
    crawl(
        site,
        {
            "2013-03-01": BEFORE,
            "2014-03-01": "<title>Page not found</title><h1>404</h1><p>Page not found.",
            "2015-03-01": "<html><body></body></html>",
        },
    )
    corpus(tmp_path)
    document = answer(run(tmp_path, site.base, "--format", "json"))
    assert spells(document) == [("present", "2013-03-01", "2013-03-01")]
    assert len(document["parts"][0]["unread"]) == 2


@pytest.mark.parametrize(
    ("fault", "kinds", "words"),
    [
        (faults.too_many("3600"), {"index"}, "left alone"),
        (faults.web_page, {"index", "timegate"}, "in place of a list"),
        (faults.unavailable(), {"index", "timegate"}, "503"),
        (faults.resets, {"index", "timegate"}, "reset"),
    ],
)
def test_an_archive_that_does_not_answer(
    tmp_path: Path, face: Face, fault: Fault, kinds: set[Kind], words: str
) -> None:
    """Exit 4, and the words: it is never said that the page is not archived."""
    corpus(tmp_path)
    face.breaks(fault, kinds=kinds)
    result = run(tmp_path, face.base)
    assert result.exit_code == 4
    assert words in result.stdout
    assert "not archived" not in result.stdout
    assert len(face.calls) == 1


def test_an_empty_list_is_believed_when_the_timegate_agrees(tmp_path: Path, face: Face) -> None:
    """One that is false is found out; a page that nobody archived is told as such."""
    corpus(tmp_path)
    face.breaks(faults.says_nothing, kinds={"index"})
    document = answer(run(tmp_path, face.base, "--format", "json"))
    assert document["listed"] > 0
    face.mends()
    face.breaks(faults.says_nothing)
    result = run(tmp_path, face.base, "--evidence", str(tmp_path / "other"))
    assert result.exit_code == 0
    assert "not archived, as" in result.stdout
    assert face.kinds()[-2:] == ["index", "timegate"]


def test_asked_to_leave_it_alone_it_does(tmp_path: Path, face: Face) -> None:
    """After a 429 nothing more is asked; what came before is told."""
    corpus(tmp_path)
    face.breaks(faults.honest_for(1, faults.too_many("3600")), kinds={"raw"})
    result = run(tmp_path, face.base, "--format", "json")
    document = answer(result)
    assert "asks to be left alone (429); it says after 3600" in document["stopped"]
    assert face.count("raw") == 2
    assert len(document["parts"][0]["spells"]) == 1


def test_the_wayback_machine(tmp_path: Path, life: Collection) -> None:
    """Its list in array form, and its replay, tell the same."""
    target = find_target("c", corpus(tmp_path), part=None, source=None)
    with as_wayback(life) as wayback:
        wish = Wish(archives=(wayback.named,), fetch=LOOPBACK)
        document = bisect(target, wish, Clock(), Watcher())
    told = spells(document.model_dump())
    assert told == [
        ("present", "2012-03-01", "2013-09-01"),
        ("absent", "2014-05-01", "2014-05-01"),
        ("mismatch", "2015-05-01", "2015-05-01"),
        ("absent", "2016-05-01", "2016-05-01"),
    ]
    assert (document.listed, document.errors, document.requests) == (6, 1, 6)


def test_an_archive_that_asked_for_rest_is_left_alone_by_the_next_run(
    tmp_path: Path, life: Collection
) -> None:
    """What a stranger asked for is remembered beside what audits remember."""
    target = find_target("c", corpus(tmp_path), part=None, source=None)
    fetch = replace(LOOPBACK, archive_hosts=frozenset({"127.0.0.1"}))
    with as_wayback(life) as wayback:
        wayback.breaks(faults.too_many("7200"))
        wish = Wish(archives=(wayback.named,), fetch=fetch)
        first = bisect(target, wish, Clock(), Watcher())
        again = bisect(target, wish, Clock(), Watcher())
        assert len(wayback.calls) == 1
    assert (first.requests, again.requests) == (1, 0)
    assert "left alone" in again.silent[0][1]
    assert "not asked before" in again.silent[0][1]
    memory = read_memory(tmp_path / "reports" / "p" / "state" / "checks.json").memory
    assert list(memory.archived.left_alone) == ["127.0.0.1"]


def test_days_parts_and_sources(tmp_path: Path, life: Collection) -> None:
    """Only mementos within the days are looked at; each part is told by itself."""
    corpus(tmp_path, WORDS, "long way to go")
    document = answer(
        run(tmp_path, life.base, "--format", "json", "--from", "2013-01-01", "--to", "2014-12-31")
    )
    assert (document["listed"], document["errors"], document["beyond"]) == (6, 1, 3)
    states = [[spell["state"] for spell in part["spells"]] for part in document["parts"]]
    assert states == [["present", "absent"], ["present"]]
    only = answer(run(tmp_path, life.base, "--format", "json", "--part", "2"))
    assert [(part["part"], part["text"]) for part in only["parts"]] == [(2, "long way to go")]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--part", "2"], "claim 'c' has parts 1 to 1"),
        (["--source", "b"], "no source of claim 'c'; it rests on a"),
        (["--from", "soon"], "not a day"),
        (["--archive", "https://archive.ph/"], "no evidence"),
    ],
)
def test_wrong_use_is_one_line(tmp_path: Path, more: list[str], words: str) -> None:
    """Exit 2, and nothing is asked."""
    corpus(tmp_path)
    result = run(tmp_path, "http://127.0.0.1:9/coll", *more)
    assert words in str(result.exception)
    assert not (tmp_path / ".footnoted").exists()


def test_no_stranger_is_asked_about_our_own_network(tmp_path: Path) -> None:
    """A page that no public archive can know is not told to one."""
    corpus(tmp_path)
    args = ["bisect", "c", str(tmp_path / "claims"), "-q"]
    result = CliRunner().invoke(cli, args)
    assert "no public archive can know it" in str(result.exception)


def test_interrupted_it_is_taken_up_again(tmp_path: Path, face: Face) -> None:
    """Ctrl-C ends with 130; what came is kept and not asked again."""
    corpus(tmp_path)
    face.breaks(faults.honest_for(2, faults.hangs), kinds={"raw"})
    args = ["bisect", "c", "claims", "--archive", face.base, "--pace", "0"]
    process = subprocess.Popen(
        [sys.executable, "-m", "footnoted", *args, "--allow-net", "127.0.0.0/8"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr
    lines = [process.stderr.readline(), process.stderr.readline()]
    assert [line.split()[:3] for line in lines] == [
        ["1/5", "memento", "of"],
        ["2/5", "memento", "of"],
    ]
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130, told
    face.mends()
    document = answer(run(tmp_path, face.base, "--format", "json"))
    assert (document["held"], document["requests"]) == (2, 3)
