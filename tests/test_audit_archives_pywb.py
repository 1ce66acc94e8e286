"""Audits beside a real archive: what it is asked, how often, and what of its answers is believed.

The cited pages live on 127.0.0.2, pywb and its faces on 127.0.0.1: an archive of our own, which is
asked at any pace, and left alone like any other when it asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import archive_faults as faults
import loopback
from archive_faces import Face, Fault, as_pywb, as_wayback
from archive_site import Collection, Pywb
from corpus_folder import cited, quoting, write_corpus
from footnoted.audit import Audit, Clock, Options, Watcher, audit
from footnoted.audit.exits import exit_code
from footnoted.model.report import ArchivedDoc, ClaimDoc, LinkDoc
from footnoted.model.verdicts import ClaimVerdict
from footnoted.web.settings import FetchSettings
from loopback import Answer, Site, serve
from web_help import LOOPBACK

SETTINGS = replace(LOOPBACK, total_seconds=1.0, retries=0)
WORDS = "We will never leave the table."
FILLER = "The assembly then turned to other business of the day. " * 50
THEN = "2013-09-10"
GONE = Answer(404, b"<h1>Not found</h1>", {"Content-Type": "text/html"})
AsFace = Callable[[Collection], AbstractContextManager[Face]]


def html(words: str) -> str:
    """Return a page that says `words`, and enough else to be one."""
    return f"<html><title>News</title><body><p>{words}</p><p>{FILLER}</p></body></html>"


@dataclass
class Bench:
    """A corpus, the site it cites, an archive beside it, and a clock."""

    home: Path
    site: Site
    collection: Collection
    now: datetime = datetime(2026, 11, 24, 12, tzinfo=UTC)
    fetch: FetchSettings = SETTINGS

    def url(self, path: str = "/a") -> str:
        """Return a cited address."""
        return self.site.url(path)

    def crawl(self, at: str, page: str | Answer, path: str = "/a") -> None:
        """Have the archive capture a page."""
        self.collection.crawl(at, {self.url(path): page})

    def shows(self, page: str | Answer, path: str = "/a") -> None:
        """Let the site show a page from now on."""
        self.site.answers[path] = loopback.page(page) if isinstance(page, str) else page

    def cites(self, *paths: str, **source: Any) -> None:
        """Write a corpus whose claim `c0` quotes WORDS from the first page, and so on."""
        works, notes, claims = [], [], []
        for number, path in enumerate(paths):
            given = {"accessed": THEN, **source}
            work, note = cited(f"s{number}", self.url(path), str(number + 1), **given)
            works.append(work)
            notes.append(note)
            claims.append(quoting(f"c{number}", str(number + 1), WORDS))
        write_corpus(self.home, sources=works, notes=notes, claims=claims)

    def audit(self, face: Face, **options: Any) -> Audit:
        """Audit the corpus with the archive at hand."""
        made = Options(
            self.home / "claims" / "p", archives=(face.named,), fetch=self.fetch, **options
        )
        return audit(made, Clock(lambda: self.now), Watcher())


@pytest.fixture
def bench(tmp_path: Path, pywb: Pywb) -> Iterator[Bench]:
    with serve({"/a": GONE}, host="127.0.0.2") as site:
        made = Bench(tmp_path, site, pywb.collection())
        made.cites("/a")
        yield made


@pytest.fixture(params=[as_pywb, as_wayback])
def archive(request: pytest.FixtureRequest, bench: Bench) -> Iterator[Face]:
    """Return the archive behind each of its faces."""
    with request.param(bench.collection) as face:
        yield face


@pytest.fixture
def wayback(bench: Bench) -> Iterator[Face]:
    with as_wayback(bench.collection) as face:
        yield face


def claim(done: Audit, number: int = 0) -> ClaimDoc:
    """Return a claim of the report."""
    return done.report.claims[number]


def link(done: Audit, url: str) -> LinkDoc:
    """Return the cited link of an address."""
    return next(one for one in done.report.links if (one.url, one.basis) == (url, "cited"))


def archived(done: Audit, url: str) -> ArchivedDoc:
    """Return what the report tells of an address in archives."""
    told = link(done, url).archived
    assert told is not None
    return told


def rules(done: Audit) -> set[str]:
    """Return the rules that found something."""
    return {finding.rule for finding in done.report.findings}


# -- good days --------------------------------------------------------------------------------


def test_a_lost_page_is_made_good(bench: Bench, archive: Face) -> None:
    """A dead page whose memento holds the claim is no breakage: two requests tell it."""
    bench.crawl(THEN, html(WORDS))
    done = bench.audit(archive)
    assert claim(done).verdict is ClaimVerdict.SUPPORTED_THEN
    assert (claim(done).basis, str(claim(done).seen_at)[:10]) == ("memento", THEN)
    assert link(done, bench.url()).mitigated
    assert archived(done, bench.url()).near
    assert archive.kinds() == ["index", "raw"]
    assert exit_code(done.report, done.unreadable_records, "new-error") == 0


def test_words_that_left_a_page_are_found_as_they_were(bench: Bench, archive: Face) -> None:
    """A page that lost its words is compared as its author saw it."""
    bench.crawl(THEN, html(WORDS))
    bench.shows(html("We may leave the table."))
    done = bench.audit(archive)
    assert claim(done).verdict in {ClaimVerdict.SUPPORTED_THEN, ClaimVerdict.MISMATCH}
    assert archive.kinds() == ["index", "raw"]


def test_a_page_that_is_well_is_looked_up_once_a_month(bench: Bench, archive: Face) -> None:
    """So that its loss is known before it happens; no memento of it is read."""
    bench.crawl(THEN, html(WORDS))
    bench.shows(html(WORDS))
    for days, asked in ((0, 1), (1, 1), (29, 1), (31, 2)):
        bench.now = datetime(2026, 11, 24, 12, tzinfo=UTC) + timedelta(days=days)
        done = bench.audit(archive)
        assert claim(done).verdict is ClaimVerdict.SUPPORTED
        assert archived(done, bench.url()).near
        assert archive.kinds() == ["index"] * asked


def test_a_page_that_no_archive_holds(bench: Bench, archive: Face) -> None:
    """The list says so, the TimeGate confirms it, and the report warns."""
    bench.shows(html(WORDS))
    done = bench.audit(archive)
    told = archived(done, bench.url())
    assert (told.total, told.nearest, told.silent) == (0, None, ())
    assert done.report.summary.archived["none"] == 1
    assert archive.kinds() == ["index", "timegate"]
    assert "unarchived-source" in rules(done)
    assert exit_code(done.report, done.unreadable_records, "new-error") == 0


def test_a_memento_of_another_year_is_not_what_the_author_saw(bench: Bench, archive: Face) -> None:
    """It supports nothing of what was cited long before."""
    bench.crawl("2016-04-02", html(WORDS))
    done = bench.audit(archive)
    assert claim(done).verdict is ClaimVerdict.SOURCE_UNAVAILABLE
    assert not link(done, bench.url()).mitigated
    assert archived(done, bench.url()).near is False


def test_a_page_archived_in_another_year_is_told(bench: Bench, archive: Face) -> None:
    """While it is well it can still be saved; once it is lost nobody can."""
    bench.crawl("2016-04-02", html(WORDS))
    bench.shows(html(WORDS))
    assert "unarchived-source" in rules(bench.audit(archive))
    bench.shows(GONE)
    bench.now += timedelta(days=8)
    assert "unarchived-source" not in rules(bench.audit(archive))


@pytest.mark.parametrize(
    "page",
    [
        GONE,
        Answer(200, b"<title>Page not found</title><h1>404</h1><p>This page does not exist."),
        Answer(200, b"<title>Log in</title><form><input type=password></form>"),
        Answer(503, b"<h1>Service unavailable</h1>"),
    ],
    ids=["404", "soft 404", "login", "503"],
)
def test_a_memento_that_is_no_page_is_no_source(bench: Bench, wayback: Face, page: Answer) -> None:
    """What was captured may have been an error, a wall, or bad weather."""
    bench.crawl(THEN, replace(page, headers={"Content-Type": "text/html"}))
    done = bench.audit(wayback)
    assert claim(done).verdict is ClaimVerdict.SOURCE_UNAVAILABLE
    assert not link(done, bench.url()).mitigated


def test_the_next_memento_where_one_is_an_error(bench: Bench, archive: Face) -> None:
    """Captures of errors are passed over where the list tells, for one a few days away."""
    bench.crawl(THEN, GONE)
    bench.crawl("2013-09-20", html(WORDS))
    done = bench.audit(archive)
    assert claim(done).verdict is ClaimVerdict.SUPPORTED_THEN
    assert str(claim(done).seen_at)[:10] == "2013-09-20"
    assert archive.kinds() == ["index", "raw"]


def test_another_page_under_the_same_key(bench: Bench, archive: Face) -> None:
    """An archive has /A where /a was cited: that is another page, and supports nothing."""
    bench.crawl(THEN, html(WORDS), "/A")
    done = bench.audit(archive)
    assert claim(done).verdict is ClaimVerdict.SOURCE_UNAVAILABLE
    assert not link(done, bench.url()).mitigated


def test_a_replay_asks_nobody_and_tells_the_same(bench: Bench, archive: Face) -> None:
    """The archive's answers are evidence like any other."""
    bench.crawl(THEN, html(WORDS))
    report = (bench.audit(archive).folder / "report.json").read_bytes()
    asked = archive.count()
    archive.breaks(faults.web_page)
    done = bench.audit(archive, replay=True)
    assert (done.folder / "report.json").read_bytes() == report
    assert archive.count() == asked


# -- bad days ---------------------------------------------------------------------------------

SILENT: dict[str, Fault] = {
    "429": faults.too_many(),
    "503": faults.unavailable(),
    "a web page": faults.web_page,
    "no answer": faults.hangs,
    "reset": faults.resets,
    "cut short": faults.cut_short,
    "robots": faults.robots,
}


@pytest.mark.parametrize("fault", SILENT)
def test_a_silent_archive_is_never_not_archived(bench: Bench, wayback: Face, fault: str) -> None:
    """Nobody can know then; the archive is asked again when the page still fails."""
    bench.crawl(THEN, html(WORDS))
    wayback.breaks(SILENT[fault], kinds={"index"})
    done = bench.audit(wayback)
    told = archived(done, bench.url())
    assert told.near is None
    assert [name for name, _ in told.silent] == [wayback.named.name]
    assert "unarchived-source" not in rules(done)
    assert claim(done).verdict is ClaimVerdict.SOURCE_UNAVAILABLE
    assert wayback.count("index") == 1
    wayback.mends()
    bench.now += timedelta(days=3)
    assert claim(bench.audit(wayback)).verdict is ClaimVerdict.SUPPORTED_THEN


def test_a_list_that_is_falsely_empty(bench: Bench, archive: Face) -> None:
    """The TimeGate knows better, and its memento is believed."""
    bench.crawl(THEN, html(WORDS))
    archive.breaks(faults.says_nothing, kinds={"index"})
    done = bench.audit(archive)
    assert claim(done).verdict is ClaimVerdict.SUPPORTED_THEN
    assert archive.count("index") == archive.count("timegate") == archive.count("raw") == 1
    assert archived(done, bench.url()).near


REFUSED: dict[str, Fault] = {
    "429": faults.too_many(),
    "503": faults.unavailable(),
    "a web page": faults.web_page,
    "no answer": faults.hangs,
    "a frame": faults.framed,
    "rewritten": faults.rewritten,
    "no date": faults.dateless,
    "robots": faults.robots,
    "another year": faults.redirected_to("20160402120000"),
    "a wrong date": faults.dated("Sat, 02 Apr 2016 12:00:00 GMT"),
}


@pytest.mark.parametrize("fault", REFUSED)
def test_a_memento_that_is_refused_supports_nothing(
    bench: Bench, wayback: Face, fault: str
) -> None:
    """Also where the words stand on what came."""
    bench.crawl(THEN, html(WORDS))
    bench.crawl("2016-04-02", html(WORDS))
    wayback.breaks(REFUSED[fault], kinds={"raw"})
    done = bench.audit(wayback)
    assert claim(done).verdict is ClaimVerdict.SOURCE_UNAVAILABLE
    assert not link(done, bench.url()).mitigated
    assert done.report.summary.claims["supported_then"] == 0


def test_a_memento_that_leads_to_a_day_nearby(bench: Bench, archive: Face) -> None:
    """Its own date stands in the verdict."""
    bench.crawl(THEN, html(WORDS))
    bench.crawl("2013-09-25", html(WORDS))
    archive.breaks(faults.redirected_to("20130925120000"), kinds={"raw"})
    done = bench.audit(archive)
    assert claim(done).verdict is ClaimVerdict.SUPPORTED_THEN
    assert str(claim(done).seen_at)[:10] == "2013-09-25"


@pytest.mark.parametrize("location", ["/b", None])
def test_a_captured_redirect_leads_to_the_page_of_its_day(
    bench: Bench, archive: Face, location: str | None
) -> None:
    """Not into the web of today, where raw replay by pywb leads, and other words stand."""
    away = Answer(302, b"", {"Location": location or bench.url("/b")})
    bench.collection.crawl(THEN, {bench.url(): away})
    bench.shows(html(WORDS), "/b")
    done = bench.audit(archive, evidence=bench.home / "before")
    assert claim(done).verdict is ClaimVerdict.SOURCE_UNAVAILABLE
    bench.crawl(THEN, html(WORDS), "/b")
    bench.shows(html("Nobody said anything."), "/b")
    done = bench.audit(archive, ask_all=True)
    assert claim(done).verdict is ClaimVerdict.SUPPORTED_THEN
    assert str(claim(done).seen_at)[:10] == THEN


def test_a_view_on_record_is_asked_raw(bench: Bench, archive: Face) -> None:
    """Whatever form a person wrote down, the bytes as captured are what is compared."""
    bench.crawl(THEN, html(WORDS))
    view = archive.named.view("20130910120000", bench.url())
    bench.cites("/a", mementos=[{"url": view, "on": THEN}])
    done = bench.audit(archive)
    assert claim(done).verdict is ClaimVerdict.SUPPORTED_THEN
    assert archive.count("view") == 0
    assert archive.count("raw") == 1


def test_an_archive_that_asks_for_rest_gets_it(bench: Bench, wayback: Face) -> None:
    """One 429 ends asking for this run, the next hour, and twice that when it happens again."""
    bench.cites("/a", "/b", "/c")
    wayback.breaks(faults.too_many("600"))
    for minutes, asked in ((0, 1), (30, 1), (61, 2), (61 + 119, 2), (61 + 121, 3)):
        bench.now = datetime(2026, 11, 24, 0, tzinfo=UTC) + timedelta(minutes=minutes)
        done = bench.audit(wayback, ask_all=True)
        assert wayback.count() == asked, minutes
        assert "unarchived-source" not in rules(done)
