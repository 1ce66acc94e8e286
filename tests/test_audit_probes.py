"""A made-up address beside a doubtful page tells an error page; robots.txt is asked first."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from footnoted.audit.links import Link, check_links
from footnoted.audit.options import Clock, Watcher
from footnoted.model.documents import LinkAnswer
from loopback import Answer, Site, page, serve
from web_help import LOOPBACK

PROSE = "The committee met on Tuesday and agreed on the plan for the northern line. " * 40
LONG_ERROR = f"<title>x</title><p>Sorry, this page could not be found.</p><p>{PROSE}</p>"
ROBOTS = "text/plain"


def heard(answers: Mapping[str, Answer], *paths: str) -> tuple[list[LinkAnswer], Site]:
    with serve(answers) as site:
        links = [Link(site.url(path), number) for number, path in enumerate(paths, 1)]
        document = check_links(links, "list.txt", LOOPBACK, Clock(), Watcher())
    return list(document.links), site


def asked(site: Site) -> list[str]:
    return [one.path for one in site.asked]


def test_a_page_that_stands_at_any_address_is_an_error_page() -> None:
    """A phrase in a long page proves nothing until the site shows the same for nonsense."""
    (answer,), site = heard({"*": page(LONG_ERROR), "/robots.txt": Answer(404)}, "/2013/a.html")
    assert (answer.verdict, answer.reason) == ("soft_404", "not_found_phrase")
    assert "made up" in answer.message
    made_up = asked(site)[-1]
    assert made_up.startswith("/2013/")
    assert made_up.endswith(".html")


def test_a_site_with_honest_404s_keeps_its_article() -> None:
    """The same words in an article, where nonsense is answered by 404."""
    (answer,), _ = heard({"/2013/a.html": page(LONG_ERROR)}, "/2013/a.html")
    assert answer.verdict == "alive"


def test_sameness_alone_never_decides() -> None:
    """A site of one page, shown at every address, that says nothing of being lost."""
    (answer,), site = heard({"*": page(f"<p>{PROSE}</p>")}, "/2013/a.html")
    assert answer.verdict == "alive"
    assert asked(site) == ["/2013/a.html"]


def test_a_site_is_probed_once() -> None:
    """Many doubtful pages of a host, one robots.txt and one made-up address."""
    paths = [f"/2013/{name}.html" for name in "abcd"]
    answers, site = heard({"*": page(LONG_ERROR), "/robots.txt": Answer(404)}, *paths)
    assert {answer.verdict for answer in answers} == {"soft_404"}
    assert len(asked(site)) == len(paths) + 2


@pytest.mark.parametrize(
    ("robots", "probed"),
    [
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /2013/*.html$", False),
        ("User-agent: footnoted\nDisallow: /2013/", False),
        ("User-agent: other\nDisallow: /", True),
        ("User-agent: *\nDisallow: /private/", True),
    ],
)
def test_a_probe_keeps_to_robots_txt(robots: str, probed: bool) -> None:  # noqa: FBT001
    """Closed to programs: no probe, and the finding tells that the page itself was asked."""
    site_of = {"*": page(LONG_ERROR), "/robots.txt": page(robots, ROBOTS)}
    (answer,), site = heard(site_of, "/2013/a.html")
    assert len(asked(site)) == (3 if probed else 2)
    rules = [finding.rule for finding in answer.findings]
    assert ("link-robots" in rules) is not probed


def test_a_site_that_does_not_answer_for_its_rules_is_not_probed() -> None:
    """RFC 9309: an unreachable robots.txt closes the site to probes."""
    (answer,), site = heard({"*": page(LONG_ERROR), "/robots.txt": Answer(503)}, "/2013/a.html")
    assert answer.verdict == "alive"
    assert not [path for path in asked(site) if path not in {"/2013/a.html", "/robots.txt"}]
