"""Settings of the fetcher."""

from __future__ import annotations

import ipaddress

import pytest

from footnoted import __version__
from footnoted.errors import FootnotedError
from footnoted.web.settings import FetchSettings, parse_canary, parse_network


def test_a_network_or_an_address_is_read() -> None:
    """CIDR, or an address as a network of one."""
    assert parse_network("127.0.0.0/8") == ipaddress.ip_network("127.0.0.0/8")
    assert parse_network(" fd00::/8 ") == ipaddress.ip_network("fd00::/8")
    assert parse_network("10.0.0.1") == ipaddress.ip_network("10.0.0.1/32")


@pytest.mark.parametrize("text", ["", "localhost", "127.0.0.1/8", "10.0.0.0/33", "10.0.0.0/a"])
def test_what_is_no_network_gets_one_line(text: str) -> None:
    """The line quotes what was written and shows what to write instead."""
    with pytest.raises(FootnotedError, match=r"^--allow-net '.*write a network such as [^\n]*$"):
        parse_network(text)


def test_we_say_who_we_are() -> None:
    """The honest User-Agent, with the version."""
    assert FetchSettings().user_agent == f"footnoted/{__version__} (+citation checker)"


def test_secrets_do_not_show() -> None:
    """A log of the settings does not hold the headers."""
    settings = FetchSettings(headers_by_host={"example.org": {"Authorization": "secret"}})
    assert "secret" not in repr(settings)


@pytest.mark.parametrize("header", [{"A b": "c"}, {"A": "b\r\nC: d"}, {"": "x"}])
def test_a_header_that_cannot_be_sent_is_wrong_use(header: dict[str, str]) -> None:
    """It is said when the settings are made, without the value."""
    with pytest.raises(FootnotedError, match=r"settings of example\.org: header"):
        FetchSettings(headers_by_host={"example.org": header})


def test_bounds_below_one_are_wrong_use() -> None:
    """No connection at all is no manners."""
    with pytest.raises(FootnotedError, match="hosts_at_once is 0"):
        FetchSettings(hosts_at_once=0)


def test_skipped_hosts_cover_their_subdomains() -> None:
    """And nothing that merely ends alike."""
    settings = FetchSettings(skip_hosts=frozenset({"example.org"}), pace_by_host={"a.org": 5})
    assert settings.skips("example.org")
    assert settings.skips("www.example.org.")
    assert not settings.skips("badexample.org")
    assert (settings.pace("a.org"), settings.pace("b.org")) == (5, 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("example.com", ("example.com", 443)),
        ("example.com:80", ("example.com", 80)),
        ("127.0.0.1:8080", ("127.0.0.1", 8080)),
    ],
)
def test_a_canary_is_a_host_and_a_port(text: str, found: tuple[str, int]) -> None:
    """Port 443 where none is named."""
    assert parse_canary(text) == found


@pytest.mark.parametrize("text", ["", ":80", "example.com:0", "example.com:70000"])
def test_a_canary_without_host_or_port_is_told(text: str) -> None:
    """In one line that says what to write."""
    with pytest.raises(FootnotedError, match="--canary"):
        parse_canary(text)
