"""Archives as they are: our questions to a real pywb, and to the Wayback Machine's manners.

Nothing here is a mock: pywb is a process of its own, its captures come from our evidence store,
and what we ask goes through our own fetcher over loopback.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

import archive_faults as faults
from archive_faces import Face, Fault, Kind, as_pywb, as_wayback
from archive_site import Collection, Pywb, day, serve_pywb
from corpus_folder import write_corpus
from footnoted.commands import cli
from footnoted.mementos import (
    archive_at,
    as_captured,
    index_question,
    made_at,
    memento_question,
    read_index,
    read_timegate,
    refusal,
    timegate_question,
)
from footnoted.model.archived import Snapshot
from footnoted.model.capture import Capture
from footnoted.model.question import Question
from footnoted.web.settings import FetchSettings
from loopback import Answer, page, redirect, serve
from web_help import LOOPBACK, NOW, Kept, look_at

PAGE = "http://news.example/a"
NEVER = "http://news.example/never"
OLD, NEW = "http://news.example/old", "http://news.example/new"
AWAY = "http://news.example/away"
ONE, TWO = "<p>Trade came to 2.87 billion.", "<p>Trade came to 3 billion."
ODD = (
    "http://www2.News.example:80/A/b/?z=1&a=2#f",
    "https://news.example:8443//a//b",
    "http://news.example/a/./b/../c",
    "http://news.example/%41%7e?x=%41&x=%2541",
    "http://news.example/a%2Fb+c%20d?x=a%26b",
    "http://news.example/\u4e2d\u6587?\u4e2d=\xe9",
    "https://m\xfcnchen.example/",
    "http://127.0.0.1:8123/a;p=1/",
    "http://news.example/100%?x=%",
    "http://[::1]:8080/a?b=http://c.example//d",
)
QUICK = replace(LOOPBACK, total_seconds=0.5, retries=0)


@pytest.fixture(scope="module")
def news(pywb: Pywb) -> Collection:
    """Return an archive of four captures of a page, the last one of an error, and of redirects."""
    site = pywb.collection()
    site.crawl("2013-09-10", {PAGE: ONE})
    site.crawl("2013-09-10T15:00", {PAGE: ONE})
    site.crawl("2014-09-10", {PAGE: TWO})
    pages = {PAGE: Answer(404, b"gone"), OLD: redirect("/new", 301), NEW: page("<p>New.")}
    site.crawl("2015-09-10", {**pages, AWAY: redirect("http://127.0.0.1:9/live")})
    return site


@pytest.fixture(params=["pywb", "wayback"])
def archive(request: pytest.FixtureRequest, news: Collection) -> Iterator[Face]:
    """Return the archive behind each of its faces."""
    with as_pywb(news) if request.param == "pywb" else as_wayback(news) as face:
        yield face


@pytest.fixture
def pywb_face(news: Collection) -> Iterator[Face]:
    with as_pywb(news) as face:
        yield face


@pytest.fixture
def wayback_face(news: Collection) -> Iterator[Face]:
    with as_wayback(news) as face:
        yield face


def ask(question: Question, settings: FetchSettings = QUICK) -> Capture:
    """Put a question through the fetcher."""
    return look_at([question], settings, Kept(), vantage="here", now=lambda: NOW)[question.url]


def listed(face: Face, url: str = PAGE) -> tuple[Snapshot, ...] | str:
    """Return what our code makes of the archive's list."""
    return read_index(ask(index_question(face.named, url)), face.named, url)


def led(face: Face, url: str = PAGE, near: str = "2014-01-01") -> tuple[Snapshot, ...] | str:
    """Return what our code makes of the archive's TimeGate."""
    asked = ask(timegate_question(face.named, url, day(near)))
    return read_timegate(asked, face.named, url)


def memento(face: Face, at: str, url: str = PAGE) -> Capture:
    """Return what came for the memento of that time (UTC, noon unless told)."""
    stamp = f"{day(at):%Y%m%d%H%M%S}"
    raw, view = face.named.raw(stamp, url), face.named.view(stamp, url)
    return ask(memento_question(Snapshot(day(at), url, raw, view)))


def body(capture: Capture) -> bytes:
    """Return what came."""
    assert capture.response
    return capture.response.body


def times(snapshots: tuple[Snapshot, ...] | str) -> list[str]:
    """Return when each was made."""
    assert not isinstance(snapshots, str), snapshots
    return [f"{one.at:%Y-%m-%d %H:%M}" for one in snapshots]


# -- our evidence in a real archive -----------------------------------------------------------


def test_evidence_is_replayed(pywb: Pywb) -> None:
    """Pages, the same page again and elsewhere, odd headers, no body: pywb gives every byte."""
    site = pywb.collection()
    packed = [
        ("Content-Type", "text/html"),
        ("Content-Encoding", "gzip"),
        ("Content-Length", "9"),
        ("Transfer-Encoding", "chunked"),
        ("X-Odd", "caf\xe9"),
    ]
    pages = {
        PAGE: page("<p>One."),
        "http://127.0.0.1:8123/a?b=C&a=1": page("<p>One."),
        "http://www.news.example/Caf\xe9?x=\xfc": page("<p>Caf\xe9."),
        "https://m\xfcnchen.example:8443/": page("<p>Servus."),
        "http://news.example/packed": Answer(200, b"<p>Packed.", packed),
        "http://news.example/empty": Answer(200, b"", {"Content-Type": "text/html"}),
        "http://news.example/section/": page("<p>Section."),
        "http://news.example/file.pdf": Answer(200, b"%PDF-1.7\r\n\r\n\x00\xff"),
    }
    site.crawl("2013-09-10", pages)
    site.crawl("2014-09-10", pages)
    with as_pywb(site) as face:
        for url, answer in pages.items():
            found = listed(face, url)
            assert times(found) == ["2013-09-10 12:00", "2014-09-10 12:00"], url
            for one in found:
                assert isinstance(one, Snapshot)
                came = ask(memento_question(one))
                assert refusal(came) is None
                assert body(came) == answer.body
                assert made_at(came) == one.at


def test_fetched_pages_are_replayed(pywb: Pywb) -> None:
    """What our own fetcher saw at some date, redirects on the way, is what the archive gives."""
    site = pywb.collection()
    with serve({"/a": redirect("/b", 301), "/b": page("<p>There."), "/c": page("<p>C.")}) as web:
        site.visit("2016-04-02", web.url("/a"), web.url("/c"))
        with as_wayback(site) as face:
            through = memento(face, "2016-04-02", web.url("/a"))
            assert body(through) == b"<p>There."
            assert as_captured(through).response == replace(
                through.response,
                url=web.url("/b"),  # type: ignore[type-var]
            )
            assert body(memento(face, "2016-04-02", web.url("/c"))) == b"<p>C."


def test_index_agrees_with_pywb(pywb: Pywb) -> None:
    """Our lines of an index have the keys, times and places that pywb's own indexer finds."""

    def places(lines: list[str]) -> list[tuple[str, ...]]:
        rows = [(*line.split(" ", 2)[:2], json.loads(line.split(" ", 2)[2])) for line in lines]
        return sorted(
            (key, at, told["filename"], told["offset"], told["length"], told["url"])
            for key, at, told in rows
            if not key.startswith("urn:")
        )

    site = pywb.collection()
    site.crawl("2013-09-10", dict.fromkeys(ODD, ONE))
    site.crawl("2014-09-10", {OLD: redirect("/new", 301), NEW: page(TWO)})
    ours, theirs = site.lines(), site.index_by_pywb().splitlines()
    assert len(ours) == len(ODD) + 3
    assert places(ours) == places(theirs)


def test_list_of_pywbs_own_index(news: Collection) -> None:
    """A list without the status of captures that repeat an earlier one is read all the same."""
    news.index_by_pywb()
    try:
        with as_pywb(news) as face:
            found = listed(face)
    finally:
        news.index()
    assert not isinstance(found, str)
    assert [one.status for one in found] == [200, None, 200, 404]


def test_an_export_opens_in_pywb(tmp_path: Path, pywb: Pywb) -> None:
    """A WACZ of ours, taken into another archive with its own index, replays every page."""
    site = pywb.collection()
    site.crawl("2013-09-10", dict.fromkeys(ODD, ONE))
    write_corpus(tmp_path)
    out = tmp_path / "out.wacz"
    told = ["--evidence", str(site.evidence), "--corpus", str(tmp_path / "claims"), "-o", str(out)]
    done = CliRunner().invoke(cli, ["evidence", "export", *told])
    assert done.exit_code == 0, done.output
    other = pywb.collection_of(out)
    with as_pywb(other) as face:
        for url in ODD:
            assert times(listed(face, url)) == ["2013-09-10 12:00"]
            assert body(memento(face, "2013-09-10", url)) == ONE.encode()


# -- asked as a client asks -------------------------------------------------------------------


def test_list(archive: Face) -> None:
    """The list names every capture, or as Wayback is asked the first one of each day."""
    wayback = archive.named.index.endswith("collapse=timestamp:8&url=")
    again = [] if wayback else ["2013-09-10 15:00"]
    assert times(listed(archive)) == [
        "2013-09-10 12:00",
        *again,
        "2014-09-10 12:00",
        "2015-09-10 12:00",
    ]
    assert archive.kinds() == ["index"]


def test_nothing_known(archive: Face) -> None:
    """An address never captured is in no list, and the TimeGate says so too."""
    assert listed(archive, NEVER) == ()
    assert led(archive, NEVER) == ()
    assert archive.count(url=NEVER) == 2


@pytest.mark.parametrize(
    ("near", "nearest"),
    [("2010-01-01", "2013-09-10 12:00"), ("2014-08-01", "2014-09-10 12:00")],
)
def test_timegate(archive: Face, near: str, nearest: str) -> None:
    """The TimeGate is told the date that is wanted, and leads to the capture next to it."""
    assert times(led(archive, near=near)) == [nearest]


def test_unframed_pywb(tmp_path_factory: pytest.TempPathFactory, pywb: Pywb) -> None:
    """Also a pywb without frames, whose TimeGate redirects, is understood."""
    with serve_pywb(tmp_path_factory.mktemp("unframed") / "home", framed=False) as running:
        site = running.collection()
        site.crawl("2013-09-10", {PAGE: ONE})
        site.crawl("2014-09-10", {PAGE: TWO})
        with as_pywb(site) as face:
            assert times(led(face, near="2014-08-01")) == ["2014-09-10 12:00"]
            assert led(face, NEVER) == ()
            assert body(memento(face, "2014-09-10")) == TWO.encode()


@pytest.mark.parametrize("as_archive", [as_pywb, as_wayback])
@pytest.mark.parametrize(
    ("captured", "asked"),
    [
        ("http://news.example/Case", "http://news.example/case"),
        ("http://news.example/watch?v=aBc", "http://news.example/watch?v=abC"),
        ("http://news.example/a%2Fb", "http://news.example/a/b"),
        ("http://news.example/p?_=123", "http://news.example/p?_=456"),
    ],
)
def test_another_page_under_the_same_key(
    pywb: Pywb,
    as_archive: Callable[[Collection], AbstractContextManager[Face]],
    captured: str,
    asked: str,
) -> None:
    """An archive has captures of another page for ours: they are neither listed nor believed."""
    site = pywb.collection()
    site.crawl("2013-09-10", {captured: ONE})
    with as_archive(site) as face:
        assert times(listed(face, captured)) == ["2013-09-10 12:00"]
        assert refusal(memento(face, "2013-09-10", captured)) is None
        assert "other addresses" in str(listed(face, asked))
        assert "another address" in str(refusal(memento(face, "2013-09-10", asked)))


def test_timemap(pywb_face: Face) -> None:
    """An archive without CDX is asked for its timemap, whose mementos are asked raw."""
    timemap = archive_at(f"{pywb_face.base}/timemap/link")
    found = read_index(ask(index_question(timemap, PAGE)), timemap, PAGE)
    assert times(found) == [
        "2013-09-10 12:00",
        "2013-09-10 15:00",
        "2014-09-10 12:00",
        "2015-09-10 12:00",
    ]
    assert isinstance(found[0], Snapshot)
    assert body(ask(memento_question(found[0]))) == ONE.encode()
    assert pywb_face.kinds() == ["timemap", "raw"]
    assert read_index(ask(index_question(timemap, NEVER)), timemap, NEVER) == ()


def test_memento(archive: Face) -> None:
    """A memento comes as it was captured, and says when."""
    came = memento(archive, "2014-09-10")
    assert refusal(came) is None
    assert body(came) == TWO.encode()
    assert made_at(came) == datetime(2014, 9, 10, 12, tzinfo=UTC)
    assert archive.kinds() == ["raw"]


def test_memento_nearby(archive: Face) -> None:
    """Asked for a date on which nothing was captured, it is the date of what came that counts."""
    came = memento(archive, "2014-03-01")
    assert refusal(came) is None
    assert made_at(came) == datetime(2013, 9, 10, 15, tzinfo=UTC)


def test_memento_of_an_error(archive: Face) -> None:
    """A capture of an error page has a date, and its status for the link check to judge."""
    came = memento(archive, "2015-09-10")
    assert came.response
    assert came.response.status == 404
    assert made_at(came) == datetime(2015, 9, 10, 12, tzinfo=UTC)


def test_memento_of_a_redirect_by_wayback(wayback_face: Face) -> None:
    """A captured redirect leads on within the archive, to the page of its own date."""
    came = memento(wayback_face, "2015-09-10", OLD)
    assert refusal(came) is None
    assert body(came) == b"<p>New."
    assert as_captured(came).response == replace(came.response, url=NEW)  # type: ignore[type-var]


@pytest.mark.parametrize("url", [OLD, AWAY])
def test_memento_of_a_redirect_by_pywb(pywb_face: Face, url: str) -> None:
    """Raw replay of a redirect leads out of the archive: what stands there now is no memento."""
    came = memento(pywb_face, "2015-09-10", url)
    assert refusal(came) is not None


# -- bad days ---------------------------------------------------------------------------------

SILENT: dict[str, Fault] = {
    "429": faults.too_many(),
    "429 for an hour": faults.too_many("3600"),
    "503": faults.unavailable(),
    "503 for a while": faults.unavailable("3600"),
    "a web page": faults.web_page,
    "no answer": faults.hangs,
    "reset": faults.resets,
    "cut short": faults.cut_short,
    "robots": faults.robots,
    "blocked site": faults.blocked_site,
}


@pytest.mark.parametrize("fault", SILENT)
def test_list_on_a_bad_day(archive: Face, fault: str) -> None:
    """An archive that gives no list is silent: no error, block or page says "not archived"."""
    archive.breaks(SILENT[fault], kinds={"index"})
    assert isinstance(listed(archive), str)
    archive.mends()
    assert times(listed(archive))[0] == "2013-09-10 12:00"


@pytest.mark.parametrize("fault", [one for one in SILENT if one != "cut short"])
def test_timegate_on_a_bad_day(archive: Face, fault: str) -> None:
    """A TimeGate that gives no answer confirms nothing."""
    archive.breaks(SILENT[fault], kinds={"timegate"})
    assert isinstance(led(archive), str)


def test_list_that_is_falsely_empty(archive: Face) -> None:
    """An index that has nothing, falsely, is contradicted by the TimeGate."""
    archive.breaks(faults.says_nothing, url=PAGE, kinds={"index"})
    assert listed(archive) == ()
    assert times(led(archive)) == ["2013-09-10 15:00"]


NO_MEMENTO: dict[str, tuple[Fault, str]] = {
    "429": (faults.too_many("3600"), "left alone"),
    "503": (faults.unavailable(), "503"),
    "a web page": (faults.web_page, "Memento-Datetime"),
    "no answer": (faults.hangs, "no answer"),
    "reset": (faults.resets, "no answer"),
    "not there after all": (faults.says_nothing, "404"),
    "robots": (faults.robots, "403"),
    "a frame": (faults.framed, "not the bytes as captured"),
    "rewritten": (faults.rewritten, "not the bytes as captured"),
    "no date": (faults.dateless, "Memento-Datetime"),
    "a date that is none": (faults.dated("some day"), "is none"),
    "led away": (faults.led_away("http://127.0.0.2:9/a"), ""),
}


@pytest.mark.parametrize("fault", NO_MEMENTO)
def test_memento_on_a_bad_day(archive: Face, fault: str) -> None:
    """Whatever is not the bytes as captured, with their date, is refused, and why is said."""
    breaks, words = NO_MEMENTO[fault]
    archive.breaks(breaks, kinds={"raw"})
    why = refusal(memento(archive, "2014-09-10"))
    assert why is not None
    assert words in why


def test_memento_redirected_to_another_date(archive: Face) -> None:
    """A memento that leads to another date is the memento of that date."""
    archive.breaks(faults.redirected_to("20130910120000"), kinds={"raw"})
    came = memento(archive, "2014-09-10")
    assert refusal(came) is None
    assert body(came) == ONE.encode()
    assert made_at(came) == datetime(2013, 9, 10, 12, tzinfo=UTC)


@pytest.mark.parametrize("kind", ["index", "timegate", "raw"])
def test_block_goes_on(archive: Face, kind: Kind) -> None:
    """Within one look, a 429 with a time to wait is not asked again before it is over."""
    archive.breaks(faults.honest_for(1, faults.too_many("3600")))
    assert times(listed(archive))
    questions = {
        "index": index_question(archive.named, PAGE),
        "timegate": timegate_question(archive.named, PAGE, day("2014-01-01")),
        "raw": Question(archive.raw("20140910120000", PAGE), "memento"),
    }
    came = ask(questions[kind], LOOPBACK)
    assert came.response
    assert came.response.status == 429
    assert archive.count() == 2
