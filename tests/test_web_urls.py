"""URLs as printed to URLs as sent."""

from __future__ import annotations

import pytest

from footnoted.model.capture import Failure
from footnoted.web.urls import Target, absolute, as_sent, follow


def sent(url: str) -> str:
    target = as_sent(url)
    assert isinstance(target, Target), target
    return target.url


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("http://example.org", "http://example.org/"),
        ("HTTP://Example.ORG:80/A", "http://example.org:80/A"),
        (" http://example.org/a b\t", "http://example.org/a%20b"),
        (
            "http://例え.jp/路径?问=答",
            "http://xn--r8jz45g.jp/%E8%B7%AF%E5%BE%84?%E9%97%AE=%E7%AD%94",
        ),
        ("http://example.org/%7Ea/%e4?x=%C4%E3", "http://example.org/%7Ea/%e4?x=%C4%E3"),
        ("http://example.org/100%", "http://example.org/100%25"),
        ("http://example.org/100%/%41", "http://example.org/100%25/%41"),
        ("http://example.org/a?b[]=1|2", "http://example.org/a?b%5B%5D=1%7C2"),
        ("http://example.org/a?u=http://b/?c", "http://example.org/a?u=http://b/?c"),
        ("http://example.org/#Überblick", "http://example.org/"),
        ("http://my_site.example.org/", "http://my_site.example.org/"),
        ("http://bücher.example/", "http://xn--bcher-kva.example/"),
        ("http://😀.example/", "http://xn--e28h.example/"),
        ("http://[2001:DB8::1]:8080/a", "http://[2001:db8::1]:8080/a"),
    ],
)
def test_a_url_is_sent_in_ascii_and_encoded_once(printed: str, expected: str) -> None:
    """IDNA for the host, UTF-8 for the rest; what is encoded already stays as it is."""
    assert sent(printed) == expected
    assert sent(expected) == expected


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        ("ftp://example.org/a", "not_http"),
        ("mailto:a@example.org", "not_http"),
        ("javascript:alert(1)", "not_http"),
        ("file:///etc/passwd", "not_http"),
        ("www.example.org/a", "bad_url"),
        ("http:///a", "bad_url"),
        ("http://", "bad_url"),
        ("", "bad_url"),
        ("http://user:secret@example.org/", "bad_url"),
        ("http://user@example.org/", "bad_url"),
        ("http://example.org:99999/", "bad_url"),
        ("http://example.org:0/", "bad_url"),
        ("http://example.org:http/", "bad_url"),
        ("http://exa mple.org/", "bad_url"),
        ("http://a..b/", "bad_url"),
        ("http://[::1/", "bad_url"),
        ("http://[fe80::1%25eth0]/", "bad_url"),
        (f"http://{'a' * 64}.org/", "bad_url"),
    ],
)
def test_what_cannot_be_asked_is_a_failure_in_one_line(printed: str, reason: str) -> None:
    """Other schemes, no host, credentials, a wrong port: each a reason and words."""
    failure = as_sent(printed)
    assert isinstance(failure, Failure)
    assert failure.reason == reason
    assert "\n" not in failure.message
    assert "secret" not in failure.message


def test_a_target_knows_its_parts() -> None:
    """Host and port as they are dialled, the site without the dot, the fragment kept apart."""
    target = as_sent("https://Example.org./a#b")
    assert isinstance(target, Target)
    assert (target.scheme, target.host, target.port) == ("https", "example.org.", 443)
    assert target.site == "example.org"
    assert target.full == "https://example.org./a#b"


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("/c", "http://example.org/c#part"),
        ("c?d=1", "http://example.org/a/c?d=1#part"),
        ("//other.org/c", "http://other.org/c#part"),
        ("https://other.org/c#own", "https://other.org/c#own"),
        ("/é".encode().decode("latin-1"), "http://example.org/%C3%A9#part"),
        ("/中".encode("gbk").decode("latin-1"), "http://example.org/%D6%D0#part"),
        ("?", "http://example.org/a/b#part"),
    ],
)
def test_a_redirect_is_resolved_against_the_page(location: str, expected: str) -> None:
    """Relative ones too, raw bytes of any charset encoded, the fragment kept (RFC 9110)."""
    current = as_sent("http://example.org/a/b#part")
    assert isinstance(current, Target)
    target = follow(current, location)
    assert isinstance(target, Target)
    assert target.full == expected


def test_a_redirect_that_is_no_url_is_a_failure() -> None:
    """And still can be shown."""
    current = as_sent("http://example.org/")
    assert isinstance(current, Target)
    assert isinstance(follow(current, "http://[::1"), Failure)
    assert absolute(current, "http://[::1") == "http://[::1"
    assert absolute(current, "b") == "http://example.org/b"
