"""Audits that ask an archive: what was, what stands in, and what an archive's bad day changes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from corpus_folder import cited, quoting, write_corpus
from footnoted.audit import Audit, Clock, Options, Watcher, audit
from footnoted.audit.exits import exit_code
from footnoted.commands import cli
from footnoted.errors import FootnotedError
from footnoted.model.report import ArchivedDoc, ClaimDoc, LinkDoc
from footnoted.web.settings import FetchSettings, parse_network
from loopback import Answer, Site, serve
from small_archive import SmallArchive, small_archive

LOOPBACK = FetchSettings(
    allow_net=(parse_network("127.0.0.0/8"),),
    pace_seconds=0,
    total_seconds=5,
    retries=0,
    canaries=(),
)
HTML = {"Content-Type": "text/html; charset=utf-8"}
FILLER = b"<p>" + b"The assembly then turned to other business of the day. " * 50
WORDS = "We will never leave the table"
THEN = f"<p>{WORDS}.".encode() + FILLER
NOW_PAGE = b"<p>Quite other words stand here now, and nothing of the kind." + FILLER
SEEN_ON = "2013-10-10"


@dataclass
class World:
    """A site, an archive, a corpus folder and a clock."""

    site: Site
    archive: SmallArchive
    home: Path
    now: datetime = datetime(2026, 11, 24, 12, tzinfo=UTC)

    @property
    def url(self) -> str:
        """The address that the corpus cites."""
        return self.site.url("/a")

    def corpus(self, *words: str, accessed: str | None = SEEN_ON, **more: Any) -> Path:
        """Write a corpus with one claim that quotes `words`."""
        dated = {"accessed": accessed} if accessed else {}
        source, note = cited("a", self.url, "1", **dated, **more)
        claim = quoting("c", "1", *(words or (WORDS,)))
        return write_corpus(self.home, sources=[source], notes=[note], claims=[claim])

    def audit(self, corpus: Path, **more: Any) -> Audit:
        """Audit as of now, with the archive unless told otherwise."""
        options: dict[str, Any] = {"archives": (self.archive.named,), "fetch": LOOPBACK, **more}
        return audit(Options(corpus=corpus, **options), Clock(lambda: self.now), Watcher())

    def nights(self, days: int) -> None:
        """Let days pass."""
        self.now += timedelta(days=days)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with serve({"/a": Answer(404, b"gone")}) as site, small_archive() as archive:
        yield World(site, archive, tmp_path)


def claim(done: Audit) -> ClaimDoc:
    return done.report.claims[0]


def link(done: Audit) -> LinkDoc:
    return next(one for one in done.report.links if one.basis == "cited")


def held(done: Audit) -> ArchivedDoc:
    archived = link(done).archived
    assert archived is not None
    return archived


def levels(done: Audit) -> dict[str, str]:
    return {one.rule: one.level for one in done.report.findings}


def replayed_alike(world: World, corpus: Path, done: Audit) -> None:
    """Assert that a replay writes the same bytes, and asks nobody."""
    before = (done.folder / "report.json").read_bytes()
    calls = len(world.archive.calls)
    again = world.audit(corpus, replay=True)
    assert (again.folder / "report.json").read_bytes() == before
    assert len(world.archive.calls) == calls


def test_a_dead_page_s_memento_supports_then_and_makes_the_loss_good(world: World) -> None:
    """Dated, shown to readers in its own form, and no error; the page is still called dead."""
    world.archive.keep("2013-10-02", world.url, THEN)
    corpus = world.corpus()
    done = world.audit(corpus)
    assert claim(done).verdict == "supported_then"
    assert claim(done).seen_at == "2013-10-02T12:00:00Z"
    evidence = claim(done).parts[0].evidence
    assert evidence is not None
    assert evidence.memento_at == "2013-10-02T12:00:00Z"
    assert evidence.view_url == world.archive.site.url(f"/coll/20131002120000/{world.url}")
    assert (link(done).verdict, link(done).mitigated) == ("dead", True)
    assert levels(done) == {"link-dead": "info"}
    assert (done.report.summary.mitigated, done.report.summary.archived["near"]) == (1, 1)
    assert done.report.run.archives == (world.archive.named.name,)
    assert exit_code(done.report, 0, "error") == 0
    replayed_alike(world, corpus, done)


def test_what_no_memento_holds_is_an_error_as_ever(world: World) -> None:
    """A dead page whose claims the memento lacks is dead, and its claim was not there then."""
    world.archive.keep("2013-10-02", world.url, NOW_PAGE)
    done = world.audit(world.corpus())
    assert (claim(done).verdict, claim(done).reason) == ("not_found", "absent_from_memento")
    assert "2013-10-02" in claim(done).message
    assert claim(done).seen_at == "2013-10-02T12:00:00Z"
    assert not link(done).mitigated
    assert levels(done)["link-dead"] == "error"


def test_of_two_parts_both_must_be_held(world: World) -> None:
    """A memento that holds one of them makes nothing good."""
    world.archive.keep("2013-10-02", world.url, THEN)
    done = world.audit(world.corpus(WORDS, "and nothing of the kind was said that day"))
    assert not link(done).mitigated
    assert levels(done)["link-dead"] == "error"


def test_a_part_that_left_the_page_is_found_in_its_memento(world: World) -> None:
    """The page of today stays what it is: alive, and without the words."""
    world.site.answers["/a"] = Answer(200, NOW_PAGE, HTML)
    world.archive.keep("2013-10-12", world.url, THEN)
    done = world.audit(world.corpus())
    assert (link(done).verdict, claim(done).verdict) == ("alive", "supported_then")
    assert "2013-10-12" in claim(done).message
    drifted = next(one for one in done.report.findings if one.rule == "quotation-drifted")
    assert drifted.level == "info"
    assert "2013-10-12; on the cited page of 2026-11-24 it is absent" in drifted.message


def test_how_the_page_reads_now_stands_beside_what_it_said_then(world: World) -> None:
    """Content drift: the words of today are the finding's proof."""
    changed = b"<p>We will leave the table." + FILLER
    world.site.answers["/a"] = Answer(200, changed, HTML)
    world.archive.keep("2013-10-12", world.url, THEN)
    corpus = world.corpus()
    done = world.audit(corpus)
    drifted = next(one for one in done.report.findings if one.rule == "quotation-drifted")
    assert "it is altered" in drifted.message
    assert drifted.proof == "We will leave the table"
    assert (claim(done).verdict, claim(done).needs_review) == ("supported_then", True)
    replayed_alike(world, corpus, done)


def test_words_absent_now_and_then_were_not_there(world: World) -> None:
    """The evidence shown is the memento, which is what the author saw."""
    world.site.answers["/a"] = Answer(200, NOW_PAGE, HTML)
    world.archive.keep("2013-10-12", world.url, NOW_PAGE + b"<p>then")
    done = world.audit(world.corpus())
    assert (claim(done).verdict, claim(done).basis) == ("not_found", "memento")
    evidence = claim(done).parts[0].evidence
    assert evidence is not None
    assert evidence.memento_at == "2013-10-12T12:00:00Z"


def test_a_page_that_holds_all_is_asked_about_and_no_memento_is_read(world: World) -> None:
    """So that it is known before the page is lost whether it would be missed."""
    world.site.answers["/a"] = Answer(200, THEN, HTML)
    world.archive.keep("2013-10-02", world.url, THEN)
    done = world.audit(world.corpus())
    assert claim(done).verdict == "supported"
    assert [one for one, _ in world.archive.calls] == ["index"]
    assert held(done).near is True
    assert levels(done) == {}


def test_a_living_page_that_nobody_holds_is_a_warning(world: World) -> None:
    """Once the TimeGate, asked for that time, has agreed; of a lost page nothing is said."""
    world.site.answers["/a"] = Answer(200, THEN, HTML)
    corpus = world.corpus()
    done = world.audit(corpus)
    assert [one for one, _ in world.archive.calls] == ["index", "gate"]
    assert world.archive.times == ["Thu, 10 Oct 2013 12:00:00 GMT"]
    assert levels(done) == {"unarchived-source": "warning"}
    assert done.report.summary.archived["none"] == 1
    replayed_alike(world, corpus, done)


def test_of_a_lost_page_that_nobody_holds_only_the_loss_is_told(world: World) -> None:
    """Nobody can save it any more."""
    assert levels(world.audit(world.corpus())) == {"link-dead": "error"}


def test_a_page_held_only_at_another_time_is_a_warning(world: World) -> None:
    """It shows what others saw; it is not even asked for."""
    world.site.answers["/a"] = Answer(200, NOW_PAGE, HTML)
    world.archive.keep("2019-01-01", world.url, THEN)
    done = world.audit(world.corpus())
    assert (claim(done).verdict, claim(done).reason) == ("unchecked", "may_have_drifted")
    assert "2019-01-01" in next(
        one.message for one in done.report.findings if one.rule == "unarchived-source"
    )
    assert world.archive.asked("memento") == []
    assert done.report.summary.archived["far"] == 1


def test_an_empty_list_that_is_false_is_found_out(world: World) -> None:
    """The TimeGate knows of a memento, which is then read."""
    world.archive.keep("2013-10-02", world.url, THEN)
    world.archive.faults["index"] = lambda: Answer(200, b"", HTML)
    done = world.audit(world.corpus())
    assert claim(done).verdict == "supported_then"


@pytest.mark.parametrize(
    "fault",
    [
        Answer(429, b"", {"Retry-After": "3600"}),
        Answer(500, b"trouble"),
        Answer(200, b"<!doctype html><p>Welcome", HTML),
        Answer(200, b'{"timestamp": "2013'),
    ],
)
def test_a_silent_archive_proves_nothing(world: World, fault: Answer) -> None:
    """No finding says that nobody holds the page, and the report names who was silent."""
    world.site.answers["/a"] = Answer(200, THEN, HTML)
    world.archive.faults["index"] = lambda: fault
    corpus = world.corpus()
    done = world.audit(corpus)
    assert levels(done) == {}
    assert [name for name, _ in held(done).silent] == [world.archive.named.name]
    assert done.report.summary.archived["unknown"] == 1
    replayed_alike(world, corpus, done)


def test_an_unconfirmed_empty_list_proves_nothing(world: World) -> None:
    """Where the TimeGate gives no answer."""
    world.site.answers["/a"] = Answer(200, THEN, HTML)
    world.archive.faults["gate"] = lambda: Answer(503, b"busy")
    assert levels(world.audit(world.corpus())) == {}


def test_what_a_silent_archive_answered_before_stands(world: World) -> None:
    """A bad night of the archive's does not turn a loss that was made good into an error."""
    world.archive.keep("2013-10-02", world.url, THEN)
    corpus = world.corpus()
    world.audit(corpus)
    world.nights(31)
    world.archive.faults["index"] = world.archive.faults["memento"] = lambda: Answer(429, b"")
    done = world.audit(corpus)
    assert (claim(done).verdict, link(done).mitigated) == ("supported_then", True)
    assert held(done).silent != ()
    assert held(done).asked_at == "2026-11-24T12:00:00Z"
    replayed_alike(world, corpus, done)


def test_a_memento_of_an_error_page_is_no_source(world: World) -> None:
    """Neither of a 404, nor of a page that only says so."""
    soft = b"<title>Page not found</title><h1>Page not found</h1><p>Sorry, no such page."
    world.archive.keep("2013-10-10", world.url, soft)
    world.archive.keep("2013-10-11", world.url, THEN, status=404)
    done = world.audit(world.corpus())
    assert claim(done).verdict == "source_unavailable"
    assert not link(done).mitigated


def test_a_memento_that_is_of_another_date_is_of_that_date(world: World) -> None:
    """A list may promise what replay does not hold; the next nearest is asked then."""
    world.archive.keep("2019-01-01", world.url, THEN)
    world.archive.keep("2013-10-10", world.url, b"", leads_to="20190101120000")
    done = world.audit(world.corpus())
    assert claim(done).verdict == "source_unavailable"
    world.archive.keep("2013-10-14", world.url, THEN)
    world.nights(31)
    done = world.audit(world.corpus())
    assert claim(done).seen_at == "2013-10-14T12:00:00Z"


def test_a_framed_replay_is_no_source(world: World) -> None:
    """The archive's frame holds none of the page's words, and is not the page."""
    world.archive.keep("2013-10-10", world.url, THEN)
    framed = b"<script src='/static/wb_frame.js'></script>" + THEN
    made = {**HTML, "Memento-Datetime": "Thu, 10 Oct 2013 12:00:00 GMT"}
    world.archive.faults["memento"] = lambda: Answer(200, framed, made)
    done = world.audit(world.corpus())
    memento = next(one for one in done.report.links if one.basis == "memento")
    assert (memento.verdict, memento.reason) == ("blocked", "memento_refused")
    assert claim(done).verdict == "source_unavailable"


def test_three_mementos_at_most_are_asked_and_none_twice_over(world: World) -> None:
    """The nearest first; one whose bytes were read under another date is passed over."""
    for day in ("2013-10-01", "2013-10-10", "2013-10-12", "2013-10-16", "2013-10-17"):
        body = NOW_PAGE if day in {"2013-10-10", "2013-10-12"} else NOW_PAGE + day.encode()
        world.archive.keep(day, world.url, body)
    done = world.audit(world.corpus())
    mementos = [one.url for one in done.report.links if one.basis == "memento"]
    assert [url.partition("/coll/")[2][:8] for url in mementos] == [
        "20131010",
        "20131016",
        "20131017",
    ]


def test_a_captured_redirect_into_today_s_web_is_followed_in_the_archive(world: World) -> None:
    """What stands at its target today is not read as what stood there then."""
    target = world.site.url("/new")
    world.site.answers["/new"] = Answer(200, NOW_PAGE, HTML)
    world.archive.keep("2013-10-10", world.url, b"", status=302)
    made = {"Location": target, "Memento-Datetime": "Thu, 10 Oct 2013 12:00:00 GMT"}
    world.archive.keep("2013-10-10", target, THEN)

    def replay() -> Answer:
        if world.archive.calls[-1][1] == world.url:
            return Answer(302, b"", made)
        body = {**HTML, "Memento-Datetime": made["Memento-Datetime"]}
        return Answer(200, THEN, body)

    world.archive.faults["memento"] = replay
    corpus = world.corpus()
    done = world.audit(corpus)
    assert claim(done).verdict == "supported_then"
    assert world.archive.asked("memento") == [world.url, target]
    replayed_alike(world, corpus, done)


def test_an_archive_that_asks_for_rest_is_asked_no_more(world: World) -> None:
    """Not for the other pages of the night either."""
    sources, notes = zip(
        *(cited(name, world.site.url(f"/{name}"), name) for name in "abc"), strict=True
    )
    corpus = write_corpus(world.home, sources=sources, notes=notes)
    world.archive.faults["index"] = lambda: Answer(429, b"", {"Retry-After": "60"})
    done = world.audit(corpus)
    assert len(world.archive.calls) == 1
    assert {bool(one.archived and one.archived.silent) for one in done.report.links} == {True}


def test_an_archive_alone_is_no_look_at_what_was_due(world: World) -> None:
    """Its mementos support; that no cited page was seen is told all the same."""
    world.site.answers["/a"] = Answer(503, b"busy")
    world.archive.keep("2013-10-02", world.url, THEN)
    done = world.audit(world.corpus())
    assert claim(done).verdict == "supported_then"
    assert not link(done).mitigated
    assert exit_code(done.report, 0, "new-error") == 4


def test_a_public_archive_is_never_told_of_a_private_address(world: World) -> None:
    """By default that is the Wayback Machine, and nothing is asked of it here."""
    done = world.audit(world.corpus(), archives=Options(corpus=world.home).archives)
    assert link(done).archived is None
    assert done.report.summary.archived == {}
    assert done.report.run.archives == ("web.archive.org",)


def test_no_archives_means_none(world: World) -> None:
    """As `--no-archives` has it."""
    world.archive.keep("2013-10-02", world.url, THEN)
    done = world.audit(world.corpus(), archives=())
    assert (claim(done).verdict, world.archive.calls) == ("source_unavailable", [])


def test_without_a_day_nobody_can_say_what_is_near(world: World) -> None:
    """The latest memento is shown, and no memento is asked for."""
    world.archive.keep("2013-10-02", world.url, THEN)
    corpus = world.corpus(accessed=None)
    (corpus / "paper.yaml").write_text("id: p\ntitle: A made-up paper\n", encoding="utf-8")
    done = world.audit(corpus)
    assert (held(done).near, claim(done).verdict) == (None, "source_unavailable")
    assert done.report.summary.archived["unknown"] == 1


def test_a_memento_on_record_is_asked_raw(world: World) -> None:
    """Its view form is for readers."""
    world.archive.keep("2013-10-02", world.url, THEN)
    view = world.archive.site.url(f"/coll/20131002120000/{world.url}")
    done = world.audit(world.corpus(mementos=[{"url": view, "on": "2013-10-02"}]), archives=())
    assert claim(done).verdict == "supported_then"
    assert [one.url for one in done.report.links if one.basis == "memento"] == [
        view.replace("120000/", "120000id_/")
    ]


def test_archive_today_on_record_is_not_asked(world: World) -> None:
    """It is no evidence, whatever it would say."""
    mementos = [{"url": "https://archive.today/2013/http://a.example/", "on": "2013-10-02"}]
    done = world.audit(world.corpus(mementos=mementos), archives=())
    assert [one.basis for one in done.report.links] == ["cited"]


def test_two_sources_at_one_lost_address_must_both_be_held(world: World) -> None:
    """The link is one; its loss is good only where no claim on it is left without support."""
    world.archive.keep("2013-10-02", world.url, THEN)
    first, note = cited("a", world.url, "1", accessed=SEEN_ON)
    second, other = cited("b", world.url, "2", accessed="2020-05-05")
    claims = [quoting("c", "1", WORDS), quoting("d", "2", WORDS)]
    corpus = write_corpus(world.home, sources=[first, second], notes=[note, other], claims=claims)
    done = world.audit(corpus)
    assert [one.verdict for one in done.report.claims] == ["supported_then", "source_unavailable"]
    assert done.report.summary.mitigated == 0


def without_evidence(world: World) -> None:
    """Lose the evidence, as a runner in CI does from night to night."""
    shutil.rmtree(world.home / ".footnoted")


def test_a_second_night_asks_no_archive(world: World) -> None:
    """What it holds and what was read there is remembered, also without the evidence at hand."""
    world.archive.keep("2013-10-02", world.url, THEN)
    corpus = world.corpus()
    first = world.audit(corpus)
    calls = len(world.archive.calls)
    without_evidence(world)
    world.nights(1)
    second = world.audit(corpus)
    assert len(world.archive.calls) == calls
    assert (claim(second).verdict, claim(second).seen_at) == (
        "supported_then",
        "2013-10-02T12:00:00Z",
    )
    assert link(second).mitigated
    assert held(second) == held(first)


def test_an_answer_holds_for_thirty_days(world: World) -> None:
    """Then the archive is asked again; what it held is not read again."""
    world.site.answers["/a"] = Answer(200, THEN, HTML)
    world.archive.keep("2013-10-02", world.url, THEN)
    corpus = world.corpus()
    world.audit(corpus)
    world.nights(29)
    world.audit(corpus)
    assert len(world.archive.asked("index")) == 1
    world.nights(1)
    world.audit(corpus)
    assert len(world.archive.asked("index")) == 2


def test_a_page_that_fails_is_asked_about_again(world: World) -> None:
    """Where the answer is older than the failure; once, and not on every night of it."""
    world.site.answers["/a"] = Answer(200, THEN, HTML)
    corpus = world.corpus()
    assert levels(world.audit(corpus)) == {"unarchived-source": "warning"}
    world.site.answers["/a"] = Answer(404, b"gone")
    world.archive.keep("2013-10-02", world.url, THEN)
    world.nights(8)
    done = world.audit(corpus)
    assert (claim(done).verdict, link(done).mitigated) == ("supported_then", True)
    asked = len(world.archive.asked("index"))
    for _ in range(3):
        world.nights(3)
        world.audit(corpus)
    assert len(world.archive.asked("index")) == asked == 2


def test_a_silent_archive_is_asked_again_days_later(world: World) -> None:
    """About a page that is well; about one that fails, on the next night."""
    world.site.answers["/a"] = Answer(200, THEN, HTML)
    world.archive.faults["index"] = lambda: Answer(500, b"trouble")
    corpus = world.corpus()
    nights = []
    for _ in range(5):
        world.audit(corpus)
        nights.append(len(world.archive.asked("index")))
        world.nights(1)
    assert nights == [1, 1, 1, 2, 2]
    world.site.answers["/a"] = Answer(404, b"gone")
    world.nights(5)
    for _ in range(2):
        world.audit(corpus)
        nights.append(len(world.archive.asked("index")))
        world.nights(1)
    assert nights[5:] == [3, 4]


def test_an_archive_is_left_alone_until_the_time_it_named(world: World) -> None:
    """Also by the next runs, which say so; then it is asked again."""
    world.archive.keep("2013-10-02", world.url, THEN)
    world.archive.faults["index"] = lambda: Answer(429, b"", {"Retry-After": "180000"})
    corpus = world.corpus()
    world.audit(corpus)
    del world.archive.faults["index"]
    world.nights(1)
    done = world.audit(corpus)
    assert len(world.archive.calls) == 1
    assert "not asked before 2026-11-26T14:00:00Z" in held(done).silent[0][1]
    replayed_alike(world, corpus, done)
    world.nights(2)
    assert claim(world.audit(corpus)).verdict == "supported_then"


def test_a_night_without_archives_forgets_nothing(world: World) -> None:
    """What was known stands on the next night with them."""
    world.archive.keep("2013-10-02", world.url, THEN)
    corpus = world.corpus()
    world.audit(corpus)
    world.nights(1)
    assert link(world.audit(corpus, archives=())).archived is None
    world.nights(1)
    assert held(world.audit(corpus)).near is True
    assert len(world.archive.asked("index")) == 1


def test_a_warning_that_nobody_holds_a_page_is_fixed_only_by_an_answer(world: World) -> None:
    """A silent archive fixes nothing; one that has it by now does."""
    world.site.answers["/a"] = Answer(200, THEN, HTML)
    corpus = world.corpus()
    world.audit(corpus)
    world.nights(31)
    without_evidence(world)
    (world.home / "reports" / "p" / "state" / "checks.json").unlink()
    world.archive.faults["index"] = lambda: Answer(500, b"trouble")
    silent = world.audit(corpus)
    assert (levels(silent), silent.report.fixed) == ({}, ())
    del world.archive.faults["index"]
    world.archive.keep("2013-10-02", world.url, THEN)
    world.nights(31)
    done = world.audit(corpus)
    assert [one.rule for one in done.report.fixed] == ["unarchived-source"]


def test_without_a_network_no_archive_is_asked(world: World) -> None:
    """Also not one nearby: what is offline is offline, and accuses nobody."""
    source, note = cited("a", "http://paper.invalid/a", "1", accessed=SEEN_ON)
    claims = [quoting("c", "1", WORDS)]
    corpus = write_corpus(world.home, sources=[source], notes=[note], claims=claims)
    world.archive.keep("2013-10-02", "http://paper.invalid/a", THEN)
    done = world.audit(corpus)
    assert (link(done).verdict, claim(done).verdict) == ("offline", "unchecked")
    assert (world.archive.calls, link(done).archived) == ([], None)
    replayed_alike(world, corpus, done)


def command(corpus: Path, *options: str) -> Result:
    """Run `footnoted check` as a person does."""
    given = ["check", str(corpus), "--allow-net=127.0.0.0/8", "--pace=0", *options]
    return CliRunner().invoke(cli, given)


def test_the_command_asks_the_archive_it_is_given(world: World) -> None:
    """With `--no-archives` none; and a loss that was made good is not red."""
    world.archive.keep("2013-10-02", world.url, THEN)
    corpus = world.corpus()
    assert command(corpus, "--no-archives", "--fail-on=error").exit_code == 1
    assert world.archive.calls == []
    given = f"--archive={world.archive.site.url('/coll')}"
    done = command(corpus, given, "--all", "--fail-on=error")
    assert (done.exit_code, world.archive.asked("memento")) == (0, [world.url])
    assert "mitigated" in done.output


def test_wishes_that_contradict_each_other_are_refused(world: World) -> None:
    """In one line, as is what is no archive."""
    given = f"--archive={world.archive.site.url('/coll')}"
    for options in (["--no-archives", given], ["--archive=https://archive.ph"]):
        done = command(world.corpus(), *options)
        assert isinstance(done.exception, FootnotedError)
        assert "--archive" in str(done.exception)


def test_history_tells_that_words_left_a_page_also_where_a_memento_has_them(world: World) -> None:
    """No news, since the loss is made good; and no night without a look says so."""
    world.archive.keep("2013-10-02", world.url, THEN)
    corpus = world.corpus()
    for page, days in [(THEN, 7), (NOW_PAGE, 1), (NOW_PAGE, 6), (THEN, 0)]:
        world.site.answers["/a"] = Answer(200, page, HTML)
        done = world.audit(corpus)
        world.nights(days)
    told = CliRunner().invoke(cli, ["history", "c", str(corpus)]).output
    found = [line.partition("  ")[2].strip() for line in told.splitlines() if "part found" in line]
    plainly = "1 of 1 part found (verbatim)"
    assert [line.removeprefix(f"{done.report.run.vantage}  ") for line in found] == [
        plainly,
        f"{plainly}, in an archived copy",
        plainly,
    ]
