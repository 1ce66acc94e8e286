"""Several papers in one run: a page is asked once, and each paper's report stands alone."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from corpus_folder import write_corpus
from footnoted.audit import Clock, InterruptedAuditError, Watcher, audit
from footnoted.audit.captures import open_captures
from footnoted.audit.library import shared_pool
from footnoted.model.report import Report
from loopback import Answer
from shelf import PAPERS, SETTINGS, Shelf, shelf


@pytest.fixture
def papers(tmp_path: Path) -> Iterator[Shelf]:
    with shelf(tmp_path) as made:
        yield made


def report(papers: Shelf, name: str) -> bytes:
    return (papers.home / "reports" / name / "report.json").read_bytes()


def twice(papers: Shelf) -> dict[str, int]:
    return {asked: times for asked, times in Counter(papers.asked()).items() if times > 1}


def test_a_page_cited_by_several_papers_is_asked_once(papers: Shelf) -> None:
    """Cited pages, an alternate, an archive's list, a memento, a probe and robots.txt, all once."""
    done = papers.check()
    assert twice(papers) == {}
    asked = papers.asked()
    for path in ("/shared", "/lost", "/twin", "/robots.txt", "/moved", "/2013/doubtful.html"):
        assert sum(one.endswith(f" {path}") for one in asked) == 1, path
    assert sum("/coll/cdx" in one for one in asked) == len(
        {link.url for audit in done.values() for link in audit.report.links if link.archived}
    )
    assert sum("/2013/" in one and "doubtful" not in one for one in asked) == 1


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_in_a_library_is_told_as_if_alone(
    papers: Shelf, name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """But for the second at which a page was seen, its report is the one of an audit of its own."""
    together = papers.check()[name].report
    papers.home = tmp_path_factory.mktemp("alone")
    papers.write()
    alone = papers.check([name])[name].report
    assert _untimed(together) == _untimed(alone)


def _untimed(report: Report) -> str:
    """Return a report as JSON without times and without the folder that it was given."""
    told = report.model_dump(mode="json")
    del told["corpus"]["folder"]
    text = re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?", "TIME", json.dumps(told))
    return re.sub(r'"file": "[^"]*"|"fingerprint": "[^"]*"', "PLACE", text)


def test_each_replay_gives_the_same_bytes(papers: Shelf) -> None:
    """What was seen for another paper is on record as each paper's own."""
    papers.check()
    told = {name: report(papers, name) for name in PAPERS}
    papers.forget_requests()
    assert {name: papers.replay(name) for name in PAPERS} == told
    assert papers.asked() == []


def test_a_second_night_asks_whether_a_page_changed_once_for_all(papers: Shelf) -> None:
    """Without evidence, too: each paper's own memory knows the page whose site says it holds."""
    papers.check()
    shutil.rmtree(papers.home / ".footnoted")
    papers.now += timedelta(days=20)
    done = papers.check()
    shared = [one for one in papers.sites[0].asked if one.path == "/shared"]
    assert [one.headers.get("If-None-Match") for one in shared] == ['"1"']
    claims = [claim for audit in done.values() for claim in audit.report.claims]
    assert {one.verdict for one in claims if one.id == "c-shared"} == {"supported"}


def test_a_page_that_not_all_papers_know_is_asked_in_full_once(papers: Shelf) -> None:
    """A paper that is new has no use for the answer that nothing changed."""
    papers.check(["p"])
    shutil.rmtree(papers.home / ".footnoted")
    papers.now += timedelta(days=20)
    done = papers.check()
    shared = [one for one in papers.sites[0].asked if one.path == "/shared"]
    assert [one.headers.get("If-None-Match") for one in shared] == [None]
    assert {one.report.summary.links["alive"] for one in done.values()} != {0}


def test_a_host_that_gave_up_is_given_up_for_all(papers: Shelf) -> None:
    """One circuit breaker over the run: its pages of the second paper are not asked."""
    refused = replace(SETTINGS, give_up_after=2)
    one = papers.sites[0]
    one.answers.update({"/shared": Answer(raw=b""), "*": Answer(raw=b"")})
    for name in ("p", "q"):
        folder = papers.home / "claims" / name / "sources.yaml"
        text = folder.read_text().replace(papers.sites[2].url(""), one.url(f"/{name}"))
        folder.write_text(text.replace(papers.sites[1].url(""), one.url(f"/{name}")))
    papers.check(["p", "q"], fetch=refused, archives=())
    assert len([asked for asked in one.paths() if asked.startswith("/q")]) == 0


def test_a_run_that_is_stopped_keeps_what_is_done(papers: Shelf) -> None:
    """The first paper's report stands; the next run asks of the second only what is missing."""
    stopped = Watcher()
    papers.watcher = stopped
    site = papers.sites[2]
    nowhere = site.answers.get("/nowhere", Answer(404))

    def stop(_: object) -> Answer:
        stopped.stop.set()
        return nowhere if isinstance(nowhere, Answer) else Answer(404)

    site.answers["/nowhere"] = stop
    with pytest.raises(InterruptedAuditError):
        papers.check()
    assert (papers.home / "reports" / "p" / "report.json").exists()
    assert not (papers.home / "reports" / "r").exists()
    papers.watcher = Watcher()
    done = papers.check()
    assert list(done) == list(PAPERS)
    assert {one.report.run.offline for one in done.values()} == {False}


def test_papers_of_two_homes_share_no_look(papers: Shelf, tmp_path: Path) -> None:
    """A look is read from the folder where it is kept, so each of two folders has its own."""
    clock = Clock(papers.tick)
    away = write_corpus(tmp_path / "away", ident="z", sources=[], notes=[], claims=[])
    shutil.copytree(papers.folders[0], away, dirs_exist_ok=True)
    (away / "paper.yaml").write_text("id: z\ntitle: A paper elsewhere\nissued: '2013-10'\n")
    pool = shared_pool(papers.options(), [papers.folders[0], away], clock)
    papers.forget_requests()
    for folder in (papers.folders[0], away):
        options = replace(papers.options(), corpus=folder)
        done = audit(options, clock, Watcher(), partial(open_captures, pool=pool))
        assert done.report.summary.claims["supported"] > 0
    assert papers.sites[0].paths() == ["/shared", "/shared"]
