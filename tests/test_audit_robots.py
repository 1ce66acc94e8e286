"""robots.txt and cited pages: told by default, obeyed where the user says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpus_folder import cited, quoting, write_corpus
from footnoted.audit import Clock, Options, Watcher, audit
from footnoted.audit.links import Link, check_links
from footnoted.audit.robots import Robots
from footnoted.model.capture import Capture, Failure, FailureReason, Hop, Response
from footnoted.model.documents import LinkAnswer
from footnoted.model.question import Question
from footnoted.web.settings import FetchSettings
from loopback import Answer, Site, page, redirect, serve
from web_help import LOOPBACK

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
OBEYING = replace(LOOPBACK, obey_robots=True, retries=0)
RULES = "User-agent: *\nDisallow: /closed\nUser-agent: footnoted\nDisallow: /ours\n"
CLOSED = "its robots.txt asks programs not to fetch it"
WORDS = "We will never leave the table"
ARTICLE = page(f"<p>{WORDS}.</p>" + "<p>The assembly turned to other business.</p>" * 40)


@pytest.fixture
def site() -> Iterator[Site]:
    """Serve articles at all paths, and rules."""
    with serve({"/robots.txt": page(RULES, "text/plain"), "*": ARTICLE}) as running:
        yield running


def links(urls: Sequence[str], settings: FetchSettings) -> list[LinkAnswer]:
    asked = [Link(url, None) for url in urls]
    return list(check_links(asked, "list.txt", settings, Clock(lambda: NOW), Watcher()).links)


def test_a_closed_page_is_not_fetched_where_rules_are_obeyed(site: Site) -> None:
    """The rules are asked once for the site, the closed page never, the open one is."""
    urls = [site.url(path) for path in ("/ours/a", "/closed/b", "/ours/c")]
    answers = links(urls, OBEYING)
    assert [one.verdict for one in answers] == ["not_fetched", "alive", "not_fetched"]
    assert answers[0].message == CLOSED
    assert site.paths() == ["/robots.txt", "/closed/b"]


def test_by_default_the_cited_page_is_asked_once(site: Site) -> None:
    """As its reader would."""
    assert [one.verdict for one in links([site.url("/ours/a")], LOOPBACK)] == ["alive"]
    assert site.paths() == ["/ours/a"]


@pytest.mark.parametrize(
    ("rules", "verdict", "message"),
    [
        (Answer(404), "alive", "answers with a page"),
        (Answer(403), "alive", "answers with a page"),
        (Answer(503), "not_fetched", "its robots.txt could not be had (503)"),
        (redirect("/robots.txt"), "not_fetched", "its robots.txt could not be read (redirects"),
    ],
)
def test_what_stands_in_for_rules(rules: Answer, verdict: str, message: str) -> None:
    """No such file allows all; one that cannot be had allows nothing (RFC 9309, 2.3.1)."""
    with serve({"/robots.txt": rules, "*": ARTICLE}) as running:
        answer = links([running.url("/a")], OBEYING)[0]
        assert ("/a" in running.paths()) is (verdict == "alive")
    assert answer.verdict == verdict
    assert answer.message.startswith(message)


def test_a_host_that_does_not_answer_is_not_called_closed() -> None:
    """Its page hears what its robots.txt met with."""
    with serve({}) as running:
        url = running.url("/a")
    answer = links([url], OBEYING)[0]
    assert (answer.verdict, answer.reason) == ("unreachable", "connection_refused")


@pytest.mark.parametrize(
    ("reason", "hops", "kept"),
    [
        ("no_such_host", 0, True),
        ("no_such_host", 1, False),
        ("tls", 0, True),
        ("timeout", 0, False),
        ("bad_encoding", 0, False),
    ],
)
def test_only_trouble_of_the_host_itself_is_the_pages(
    reason: FailureReason, hops: int, *, kept: bool
) -> None:
    """A robots.txt that redirects to a host that is gone does not make the page dead."""
    failure = Failure(reason, "what happened")

    def ask(questions: Sequence[Question]) -> Mapping[Question, Capture]:
        chain = (Hop("http://a.test/robots.txt", 301, "http://gone.test/"),) * hops
        look = Capture("http://a.test/robots.txt", "probe", NOW, "here", chain, failure=failure)
        return dict.fromkeys(questions, look)

    robots = Robots(ask, "footnoted")
    robots.learn(["http://a.test/page"])
    why = robots.why_closed("http://a.test/page")
    assert why
    assert (why == failure) is kept
    assert kept or why.reason == "not_fetched"


def test_only_cited_pages_and_their_like_are_judged() -> None:
    """Probes ask for themselves, archives and local copies need no rules, nonsense has none."""
    asked: list[str] = []

    def ask(questions: Sequence[Question]) -> Mapping[Question, Capture]:
        asked.extend(one.url for one in questions)
        rules = Response("", 200, (), b"User-agent: *\nDisallow: /\n")
        return {
            one: Capture(one.url, "probe", NOW, "here", response=rules, digest="")
            for one in questions
        }

    questions = [
        Question("http://a.test/"),
        Question("http://b.test/", "alternate"),
        Question("http://archive.test/", "memento"),
        Question("http://a.test/made-up", "probe"),
        Question("local:00", "local"),
        Question("http://user:word@c.test/"),
        Question("mailto:somebody"),
    ]
    open_, closed = Robots(ask, "footnoted").part(questions)
    assert open_ == questions[2:]
    assert [question for question, _ in closed] == questions[:2]
    assert asked == ["http://a.test/robots.txt", "http://b.test/robots.txt"]


@pytest.mark.parametrize("obey", [True, False])
def test_an_audit_obeys_where_it_is_told_to(*, obey: bool, site: Site, tmp_path: Path) -> None:
    """The claim is then unchecked, and a replay says the same without asking."""
    source, note = cited("a", site.url("/ours/a"), "1")
    claims = [quoting("c", "1", "never leave the table")]
    corpus = write_corpus(tmp_path, sources=[source], notes=[note], claims=claims)
    fetch = replace(OBEYING, obey_robots=obey)
    options = Options(corpus=corpus, fetch=fetch)
    report = audit(options, Clock(lambda: NOW), Watcher()).report
    verdicts = (report.claims[0].verdict, report.links[0].verdict)
    asked = site.paths()
    if obey:
        assert verdicts == ("unchecked", "not_fetched")
        assert report.links[0].message == CLOSED
        assert asked == ["/robots.txt"]
    else:
        assert verdicts == ("supported", "alive")
        assert asked == ["/ours/a"]
    again = audit(replace(options, replay=True), Clock(lambda: NOW), Watcher()).report
    assert again.links[0].verdict == verdicts[1]
    assert site.paths() == asked
