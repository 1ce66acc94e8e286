"""The user's proxies: only when asked for, and the guard stands before them."""

from __future__ import annotations

import ipaddress
import logging
import socket
from collections.abc import Sequence
from dataclasses import replace

import pytest

from footnoted.errors import FootnotedError
from footnoted.web.guard import Address
from footnoted.web.offline import find_network
from footnoted.web.proxies import Proxies
from footnoted.web.settings import FetchSettings
from footnoted.web.urls import Target, as_sent
from loopback import CERTIFICATE, Answer, Scripted, count_connections, page, redirect, serve
from proxy_help import Proxy, serve_proxy
from web_help import LOOPBACK, look_once

THROUGH = replace(LOOPBACK, use_proxy=True)
SHUT = FetchSettings(use_proxy=True, pace_seconds=0, total_seconds=3, retries=0)
SECRET = "s3cret-of-the-proxy"
VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


def unknown_here(host: str, port: int) -> Sequence[Address]:
    """Resolve nothing, as behind a proxy that has the only resolver."""
    raise socket.gaierror(socket.EAI_NONAME, "unknown")


def set_proxy(monkeypatch: pytest.MonkeyPatch, url: str, no_proxy: str | None = None) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    monkeypatch.setenv("HTTP_PROXY", url)
    monkeypatch.setenv("HTTPS_PROXY", url)
    if no_proxy:
        monkeypatch.setenv("NO_PROXY", no_proxy)


def test_without_the_flag_no_variable_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A trap stands where every variable points to, and nobody comes."""
    with count_connections() as trap, serve({"/": page("here")}) as site:
        for name in VARIABLES[:3]:
            monkeypatch.setenv(name, f"http://127.0.0.1:{trap.port}")
            monkeypatch.setenv(name.lower(), f"http://127.0.0.1:{trap.port}")
        assert look_once(site.url("/")).response
        assert trap.connections == 0


def test_with_the_flag_pages_come_through_the_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """It resolves the name; path, Host and page are those of a direct look."""
    with serve({"/a?b=%20c": page("there")}) as site, serve_proxy({"far.test": site.host}) as proxy:
        set_proxy(monkeypatch, proxy.url)
        url = site.url("/a?b=%20c", host="far.test")
        capture = look_once(url, THROUGH, unknown_here)
        assert capture.response
        assert capture.response.body == b"there"
        assert capture.response.url == url
        assert proxy.asked == [f"GET {url} HTTP/1.1"]
        assert site.asked[0].headers["Host"] == f"far.test:{site.port}"


def test_https_goes_through_a_tunnel_and_is_verified(monkeypatch: pytest.MonkeyPatch) -> None:
    """The proxy learns host and port; the certificate is the site's own."""
    settings = replace(THROUGH, ca_bundle=str(CERTIFICATE))
    with (
        serve({"/": page("sealed")}, tls=True) as site,
        serve_proxy({"site.test": site.host}) as proxy,
    ):
        set_proxy(monkeypatch, proxy.url)
        capture = look_once(site.url("/", host="site.test"), settings, unknown_here)
        assert capture.response
        assert (capture.response.body, capture.response.untrusted) == (b"sealed", None)
        assert [line.rpartition(" ")[0] for line in proxy.asked] == [
            f"CONNECT site.test:{site.port}"
        ]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0x7f.1", "2130706433", "[::1]",
    "[::ffff:127.0.0.1]", "169.254.169.254", "metadata.google.internal", "printer", "a.localhost"],
)  # fmt: skip
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_the_guard_stands_before_the_proxy(
    host: str, scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it can see to lead inside is refused before the proxy hears of it."""
    with count_connections() as trap:
        set_proxy(monkeypatch, f"http://127.0.0.1:{trap.port}")
        capture = look_once(f"{scheme}://{host}/", SHUT, unknown_here)
        assert capture.failure
        assert capture.failure.reason == "refused_address"
        assert trap.connections == 0


def test_a_name_that_leads_inside_from_here_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where it leads outside as well, since the proxy may take either."""

    def both(host: str, port: int) -> Sequence[Address]:
        return [ipaddress.ip_address("93.184.215.14"), ipaddress.ip_address("10.0.0.1")]

    with count_connections() as trap:
        set_proxy(monkeypatch, f"http://127.0.0.1:{trap.port}")
        capture = look_once("http://both.test/", SHUT, both)
        assert capture.failure
        assert capture.failure.reason == "refused_address"
        assert trap.connections == 0


def test_a_redirect_inside_is_refused_behind_a_proxy_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every hop is judged."""
    with (
        serve({"/": redirect("http://169.254.169.254/latest/")}) as site,
        serve_proxy({"far.test": site.host}) as proxy,
    ):
        set_proxy(monkeypatch, proxy.url)
        capture = look_once(site.url("/", host="far.test"), SHUT, unknown_here)
        assert capture.failure
        assert capture.failure.reason == "refused_address"
        assert len(proxy.asked) == 1


def test_no_proxy_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those hosts are asked directly, and the guard judges them as ever."""
    with count_connections() as trap, serve({"/": page("near")}) as site:
        set_proxy(monkeypatch, f"http://127.0.0.1:{trap.port}", "example.org,127.0.0.0/8")
        assert look_once(site.url("/"), THROUGH).response
        assert trap.connections == 0


@pytest.mark.parametrize(
    ("no_proxy", "goes_without"),
    [
        ("*", True),
        ("example.org", True),
        (".example.org", True),
        ("*.org", True),
        ("org", True),
        ("example.org:8080", True),
        ("example.org:80", False),
        ("le.org", False),
        ("a.www.example.org", False),
        (" , ", False),
        ("10.0.0.0/8", False),
    ],
)
def test_words_of_no_proxy(no_proxy: str, *, goes_without: bool) -> None:
    """Names cover what is below them; a port narrows them."""
    target = as_sent("http://www.example.org:8080/")
    assert isinstance(target, Target)
    proxies = Proxies({"http": "http://proxy.test:3128"}, no_proxy)
    assert (proxies.of(target) is None) is goes_without


def through(proxy: Proxy, monkeypatch: pytest.MonkeyPatch) -> str:
    url = proxy.url.replace("//", f"//user:{SECRET}@")
    set_proxy(monkeypatch, url)
    return url


def test_the_password_of_a_proxy_goes_to_it_and_nowhere_else(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Not to the site, into no capture, log line or `repr`."""
    caplog.set_level(logging.DEBUG)
    with serve({"/": page("there")}) as site, serve_proxy({"far.test": site.host}) as proxy:
        through(proxy, monkeypatch)
        found = look_once(site.url("/", host="far.test"), THROUGH, unknown_here)
        lost = look_once("http://nowhere.test/", replace(THROUGH, retries=0), unknown_here)
        sealed = look_once("https://nowhere.test/", replace(THROUGH, retries=0), unknown_here)
        assert all("Proxy-Authorization: Basic" in one for one in proxy.headers)
        shown = f"{found!r}{lost!r}{sealed!r}{caplog.text}{Proxies.of_environment()!r}"
        assert SECRET not in shown
        assert "user:" not in shown


def test_trouble_of_the_proxy_is_no_fault_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy that is gone, nameless, or refuses a tunnel: never `no_such_host`."""
    gone = {"http://127.0.0.1:9": "connection_refused", "http://proxy.test:3128": "dns_trouble"}
    for url, reason in gone.items():
        set_proxy(monkeypatch, url)
        capture = look_once("http://far.test/", SHUT, unknown_here)
        assert capture.failure
        assert capture.failure.reason == reason
        assert "the proxy" in capture.failure.message
    with serve_proxy() as proxy:
        set_proxy(monkeypatch, proxy.url)
        capture = look_once("https://far.test/", SHUT, unknown_here)
        assert capture.failure
        assert capture.failure.reason == "protocol"
        assert "502" in capture.failure.message


@pytest.mark.parametrize(
    "url", ["https://proxy.test", "socks5://proxy.test", "http://:80", "http://[x"]
)
def test_other_proxies_are_wrong_use(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line that names the variable, and does not quote it."""
    set_proxy(monkeypatch, url)
    with pytest.raises(FootnotedError, match=r"^--use-proxy: HTTP_PROXY is not usable") as told:
        Proxies.of_environment()
    assert url not in str(told.value)


def test_a_proxy_that_takes_a_connection_is_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind one, no canary can be reached directly."""
    canaries = [("canary.test", 443)]
    with serve_proxy() as proxy:
        set_proxy(monkeypatch, proxy.url)
        assert find_network(canaries, SHUT, resolver=unknown_here)
        assert not find_network(canaries, FetchSettings(), resolver=unknown_here)


def test_every_request_is_a_get(monkeypatch: pytest.MonkeyPatch) -> None:
    """HEAD is never trusted: redirects, refusals and retries are asked for with GET."""
    answers: dict[str, Scripted] = {"/": redirect("/b"), "/b": [Answer(503), Answer(405)]}
    settings = replace(THROUGH, second_opinion=True)
    with serve(answers) as site, serve_proxy({"far.test": site.host}) as proxy:
        set_proxy(monkeypatch, proxy.url)
        look_once(site.url("/", host="far.test"), settings, unknown_here)
        assert [line.partition(" ")[0] for line in proxy.asked] == ["GET"] * 4
