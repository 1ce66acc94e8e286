"""What became of a URL, judged on capture and text."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from footnoted.checks.links import PageLook, check_link
from footnoted.model.capture import Capture, Failure, Hop, Response
from footnoted.model.text import Block, Text
from footnoted.model.verdicts import LinkLook, LinkVerdict

NOW = datetime(2026, 11, 24, tzinfo=UTC)
ASKED = "http://x.example/2013/report"
WORDS = "The committee met on Tuesday and agreed on the plan. " * 60


def capture(
    status: int = 200,
    *,
    final: str = ASKED,
    hops: tuple[Hop, ...] = (),
    body: bytes = b"<p>page</p>",
    asked: str = ASKED,
) -> Capture:
    response = Response(final, status, (("Content-Type", "text/html"),), body)
    return Capture(asked, "cited", NOW, "test", hops, response)


def page(content: str = WORDS, *, title: str | None = None, **more: object) -> Text:
    block = Block("paragraph", 0, len(content))
    return Text(content, "text/html", (block,), title=title, **more)  # type: ignore[arg-type]


def judged(seen: Capture, text: Text | None = None, **more: object) -> LinkLook:
    return check_link(PageLook(seen, text if text is not None else page(), **more))  # type: ignore[arg-type]


def outcome(look: LinkLook) -> tuple[LinkVerdict, str | None]:
    return look.verdict, look.reason


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (404, LinkVerdict.DEAD),
        (410, LinkVerdict.DEAD),
        (401, LinkVerdict.BLOCKED),
        (403, LinkVerdict.BLOCKED),
        (429, LinkVerdict.BLOCKED),
        (451, LinkVerdict.BLOCKED),
        (500, LinkVerdict.UNREACHABLE),
        (503, LinkVerdict.UNREACHABLE),
        (400, LinkVerdict.UNREACHABLE),
        (200, LinkVerdict.ALIVE),
    ],
)
def test_the_status_alone(status: int, verdict: LinkVerdict) -> None:
    """Gone, walled, in trouble, or there; the status is told."""
    look = judged(capture(status))
    assert (look.verdict, look.http_status) == (verdict, status)


@pytest.mark.parametrize(
    ("reason", "verdict"),
    [
        ("no_such_host", LinkVerdict.DEAD),
        ("dns_trouble", LinkVerdict.UNREACHABLE),
        ("connection_refused", LinkVerdict.UNREACHABLE),
        ("timeout", LinkVerdict.UNREACHABLE),
        ("tls", LinkVerdict.UNREACHABLE),
        ("redirect_loop", LinkVerdict.UNREACHABLE),
        ("host_gave_up", LinkVerdict.UNREACHABLE),
        ("refused_address", LinkVerdict.NOT_FETCHED),
        ("not_http", LinkVerdict.NOT_FETCHED),
        ("body_too_large", LinkVerdict.NOT_FETCHED),
        ("offline", LinkVerdict.OFFLINE),
    ],
)
def test_a_failure_names_its_reason(reason: str, verdict: LinkVerdict) -> None:
    """Weather is never death, our own rules accuse nobody."""
    failure = Failure(reason, "in words")  # type: ignore[arg-type]
    look = check_link(PageLook(Capture(ASKED, "cited", NOW, "t", failure=failure), None))
    assert outcome(look) == (verdict, reason)


def test_a_challenge_is_a_wall_whatever_its_status() -> None:
    """A bot challenge as 200, 403 or 503 says nothing of the page behind it."""
    body = b'<script src="/cdn-cgi/challenge-platform/h/b/x.js"></script>'
    for status in (200, 403, 503):
        look = judged(
            capture(status, body=body), page("Just a moment...", title="Just a moment...")
        )
        assert outcome(look) == (LinkVerdict.BLOCKED, "bot_challenge")


def test_a_long_page_that_loads_a_challenge_script_is_alive() -> None:
    """Many real pages carry the script of their guard."""
    body = b'<script src="/cdn-cgi/challenge-platform/h/b/x.js"></script>'
    assert judged(capture(body=body)).verdict is LinkVerdict.ALIVE


def test_a_login_page_is_a_wall() -> None:
    """A short page with a password field, with or without a redirect."""
    body = b'<form><input type="password"></form>'
    hops = (Hop(ASKED, 302, "/login"),)
    sent = capture(final="http://x.example/login", hops=hops, body=body)
    assert outcome(judged(sent, page("Sign in"))) == (LinkVerdict.BLOCKED, "login_wall")
    assert outcome(judged(capture(body=body), page("Sign in"))) == (
        LinkVerdict.BLOCKED,
        "login_wall",
    )


def test_an_article_with_a_login_box_is_alive() -> None:
    """A password field beside a long text is the site's furniture."""
    assert judged(capture(body=b'<input type="password">')).verdict is LinkVerdict.ALIVE


@pytest.mark.parametrize(
    "words", ["This domain is for sale. Make an offer.", "该域名正在出售", "Buy this domain!"]
)
def test_a_parked_domain(words: str) -> None:
    """The page offers the domain itself."""
    assert judged(capture(), page(words)).verdict is LinkVerdict.PARKED


def test_a_domain_sellers_host() -> None:
    """Sent to a parking service."""
    hops = (Hop(ASKED, 302, "https://www.hugedomains.com/x"),)
    look = judged(capture(final="https://www.hugedomains.com/x", hops=hops))
    assert outcome(look) == (LinkVerdict.PARKED, "parking_host")


@pytest.mark.parametrize(
    "final", ["http://x.example/", "http://x.example", "http://x.example/index.html"]
)
def test_a_deep_address_sent_to_the_front_page(final: str) -> None:
    """A soft 404, unless the claim's own words stand there."""
    sent = capture(final=final, hops=(Hop(ASKED, 301, "/"),))
    assert outcome(judged(sent)) == (LinkVerdict.SOFT_404, "redirect_home")
    assert judged(sent, words_found=True).verdict is LinkVerdict.MOVED


def test_a_front_page_that_was_cited_is_no_soft_404() -> None:
    """`http://x.example` sent to `https://www.x.example/` is the same place."""
    sent = capture(
        asked="http://x.example",
        final="https://www.x.example/",
        hops=(Hop("http://x.example", 301, "https://www.x.example/"),),
    )
    assert judged(sent).verdict is LinkVerdict.ALIVE


def test_a_meta_refresh_to_the_front_page() -> None:
    """Readers are sent on though the server says 200."""
    look = judged(capture(), page("Redirecting", refresh="http://x.example/"))
    assert outcome(look) == (LinkVerdict.SOFT_404, "refresh_home")


@pytest.mark.parametrize(
    "words",
    [
        "Sorry, the page you are looking for could not be found.",
        "404 – Page not found",
        "This article is no longer available.",
        "您访问的页面不存在",
        "Страница не найдена",
        "Seite nicht gefunden",
        "Página no encontrada",
    ],
)
def test_not_found_served_as_200(words: str) -> None:
    """In several languages, as a short page, a title or a heading."""
    assert judged(capture(), page(words)).verdict is LinkVerdict.SOFT_404
    assert judged(capture(), page("A site.", title=words)).verdict is LinkVerdict.SOFT_404
    blocks = (Block("heading", 0, len(words)),)
    heading = Text(words + "\n" + WORDS, "text/html", blocks)
    gone = judged(capture(), heading, words_found=False)
    assert gone.verdict is LinkVerdict.SOFT_404
    both = Text(words + "\n" + WORDS, "text/html", blocks, title=words)
    assert judged(capture(), both).verdict is LinkVerdict.SOFT_404


def test_an_article_about_broken_links_is_alive() -> None:
    """The claim's own words outweigh a title; a phrase in a long text is no sign."""
    title = "Page not found: how the web forgets"
    assert judged(capture(), page(title=title), words_found=True).verdict is LinkVerdict.ALIVE
    assert judged(capture(), page(WORDS + "The page was not found.")).verdict is LinkVerdict.ALIVE
    assert judged(capture(), page(title="404 Not Found: why")).verdict is LinkVerdict.ALIVE


def test_words_echoed_by_an_error_page_do_not_save_it() -> None:
    """A short page that says twice that it is none, or that sells the domain, is not the source."""
    echo = page("Page not found. Did you mean: the plan?", title="Page not found")
    assert judged(capture(), echo, words_found=True).verdict is LinkVerdict.SOFT_404
    sale = page("This domain is for sale, the plan included.")
    assert judged(capture(), sale, words_found=True).verdict is LinkVerdict.PARKED


@pytest.mark.parametrize("final", ["http://x.example/error/404", "http://x.example/?err=404"])
def test_sent_to_an_address_that_names_an_error(final: str) -> None:
    """The redirect itself says so."""
    sent = capture(final=final, hops=(Hop(ASKED, 302, final),))
    assert judged(sent).verdict is LinkVerdict.SOFT_404


@pytest.mark.parametrize("title", ["Highway 404 opens", "Room 404", "Lost and found in China"])
def test_a_number_or_word_alone_is_no_sign(title: str) -> None:
    """`404` may be a road."""
    assert judged(capture(), page(title=title)).verdict is LinkVerdict.ALIVE


def test_many_addresses_sent_to_one_target() -> None:
    """Three of a site at one place: the site no longer knows them."""
    sent = capture(final="http://x.example/news", hops=(Hop(ASKED, 302, "/news"),))
    assert outcome(judged(sent, same_target=3)) == (LinkVerdict.SOFT_404, "shared_target")
    assert judged(sent, same_target=2).verdict is LinkVerdict.ALIVE


def test_a_permanent_redirect_is_a_move_with_its_proof() -> None:
    """The new address is suggested; whether the words stand there is said."""
    sent = capture(final="http://y.example/report", hops=(Hop(ASKED, 301, "x"),))
    look = judged(sent, words_found=True)
    assert outcome(look) == (LinkVerdict.MOVED, "permanent_redirect")
    assert look.suggested_url == "http://y.example/report"
    assert "the claim's own words stand there" in look.message
    assert "not found there" in judged(sent, words_found=False).message
    assert "was not checked" in judged(sent).message


def test_a_temporary_redirect_is_no_move() -> None:
    """One temporary hop, and the old address stays the right one (RFC 9110, 15.4.3)."""
    hops = (Hop(ASKED, 301, "y"), Hop("y", 302, "z"))
    assert judged(capture(final="http://z.example/a", hops=hops)).verdict is LinkVerdict.ALIVE


def test_the_same_place_by_https_or_www_is_no_move() -> None:
    """Nothing a reader would notice has changed."""
    final = "https://www.x.example/2013/report/"
    assert judged(capture(final=final, hops=(Hop(ASKED, 301, final),))).verdict is LinkVerdict.ALIVE


def test_a_page_that_cannot_be_read_is_alive_with_a_reason() -> None:
    """Script-only or empty: the link works, the text does not."""
    look = judged(capture(), page("", unreadable="script_only"))
    assert outcome(look) == (LinkVerdict.ALIVE, "script_only")
