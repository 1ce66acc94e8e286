"""The guard: what may be connected to, and twenty-odd tricks that must not get out."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence

import pytest

from footnoted.web.dial import ask_system
from footnoted.web.guard import Address, judge, may_be_tried
from footnoted.web.settings import FetchSettings
from loopback import Answer, count_connections, page, serve
from web_help import LOOPBACK, look_once


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("10.1.2.3", "private"),
        ("172.31.255.255", "private"),
        ("192.168.0.1", "private"),
        ("127.255.0.1", "loopback"),
        ("169.254.0.7", "link-local"),
        ("169.254.169.254", "metadata"),
        ("100.100.100.200", "metadata"),
        ("168.63.129.16", "metadata"),
        ("100.64.0.1", "carrier"),
        ("198.19.255.255", "benchmarks"),
        ("0.0.0.0", "unspecified"),
        ("224.0.0.1", "multicast"),
        ("255.255.255.255", "reserved"),
        ("203.0.113.5", "documentation"),
        ("::", "unspecified"),
        ("::1", "loopback"),
        ("fe80::1", "link-local"),
        ("fd00:ec2::254", "metadata"),
        ("fc00::1", "private"),
        ("fec0::1", "private"),
        ("ff02::1", "multicast"),
        ("2001:db8::1", "documentation"),
        ("100::1", "not a public"),
        ("4000::1", "not a public"),
        ("::ffff:127.0.0.1", "loopback, carried"),
        ("::127.0.0.1", "loopback, carried"),
        ("2002:7f00:1::", "loopback, carried"),
        ("64:ff9b::a9fe:a9fe", "metadata service, carried"),
        ("64:ff9b:1::7f00:1", "not a public"),
        ("2001:0:7f00:1::1", "loopback, carried"),
    ],
)
def test_an_address_that_is_not_public_is_refused(address: str, why: str) -> None:
    """Each special range is refused and named; IPv6 is judged by the IPv4 it carries."""
    assert why in (judge(ipaddress.ip_address(address), ()) or "")


@pytest.mark.parametrize(
    "address",
    ["93.184.215.14", "172.32.0.1", "100.128.0.1", "2606:2800:21f::1", "::ffff:93.184.215.14",
     "64:ff9b::5db8:d70e"],
)  # fmt: skip
def test_a_public_address_may_be_reached(address: str) -> None:
    """Public addresses pass, also behind NAT64 or mapped."""
    assert judge(ipaddress.ip_address(address), ()) is None


def test_allow_net_opens_exactly_its_network() -> None:
    """A network from the command line is allowed, also inside IPv6; its neighbours are not."""
    allowed = (ipaddress.ip_network("127.0.0.0/28"),)
    assert judge(ipaddress.ip_address("127.0.0.15"), allowed) is None
    assert judge(ipaddress.ip_address("::ffff:127.0.0.15"), allowed) is None
    assert judge(ipaddress.ip_address("127.0.0.16"), allowed) == "loopback"


def test_a_name_with_both_kinds_is_tried_outside_only() -> None:
    """Allowed addresses are tried, refused ones left out and named."""
    both = [ipaddress.ip_address(text) for text in ("10.0.0.1", "93.184.215.14")]
    tried, refusal = may_be_tried(both, ())
    assert tried == both[1:]
    assert refusal == "10.0.0.1 is private"


TRICKS = [
    "http://127.0.0.1:{port}/",
    "http://localhost:{port}/",
    "http://LOCALHOST.:{port}/",
    "http://0x7f.1:{port}/",
    "http://0x7f000001:{port}/",
    "http://2130706433:{port}/",
    "http://017700000001:{port}/",
    "http://0177.0.0.01:{port}/",
    "http://127.1:{port}/",
    "http://127.0.1:{port}/",
    "http://0:{port}/",
    "http://0.0.0.0:{port}/",
    "http://127.0.0.1.:{port}/",
    "http://[::1]:{port}/",
    "http://[::]:{port}/",
    "http://[::ffff:127.0.0.1]:{port}/",
    "http://[::ffff:7f00:1]:{port}/",
    "http://[0:0:0:0:0:ffff:127.0.0.1]:{port}/",
    "http://[::127.0.0.1]:{port}/",
    "http://[2002:7f00:1::]:{port}/",
    "http://[64:ff9b::7f00:1]:{port}/",
    "http://[fe80::1%25lo]:{port}/",
    "http://１２７．０．０．１:{port}/",
    "http://①②⑦.0.0.1:{port}/",
    "http://127。0。0。1:{port}/",
    "http://ⓛocalhost:{port}/",
    "http://%31%32%37.0.0.1:{port}/",
    "http://loc%61lhost:{port}/",
    "http://example.org@127.0.0.1:{port}/",
    "http://example.org:{port}@127.0.0.1:{port}/",
    "http://127.0.0.1:{port}\\@example.org/",
    "http:\\\\127.0.0.1:{port}/",
    "https://127.0.0.1:{port}/",
    "HTTP://127.0.0.1:{port}/",
    "//127.0.0.1:{port}/",
    "gopher://127.0.0.1:{port}/_GET",
    "ftp://127.0.0.1:{port}/",
    "file://127.0.0.1/etc/hosts",
    "file:///etc/hosts",
    "http://inward.test:{port}/",
    "http://169.254.169.254:{port}/latest/meta-data/",
    "http://[::ffff:169.254.169.254]:{port}/",
    "http://[fd00:ec2::254]:{port}/",
    "http://100.100.100.200:{port}/",
    "http://metadata.google.internal:{port}/computeMetadata/v1/",
    "http://instance-data:{port}/",
    "http://[2001:0:7f00:1::1]:{port}/",
    "http://[::1%25lo]:{port}/",
    "http://0177.1:{port}/",
    "http://127.0.0.1:{port}#@example.org/",
    "http://127.0.0.1:99999/",
    "http://127.0.0.1:0/",
    "http://127.0.0.1:+{port}/",
    "dict://127.0.0.1:{port}/",
]


REASONS = ("refused_address", "bad_url", "not_http", "no_such_host", "dns_trouble")
"""The last two: not every resolver reads every odd notation, and not reading it is safe."""


def _names(host: str, port: int) -> Sequence[Address]:
    """Resolve as the system does, but for names that point inside, as clouds have them."""
    if host in {"inward.test", "instance-data"}:
        return [ipaddress.ip_address("127.0.0.1")]
    if host == "metadata.google.internal":
        return [ipaddress.ip_address("169.254.169.254")]
    return ask_system(host, port)


@pytest.mark.parametrize("trick", TRICKS)
def test_no_trick_gets_a_packet_out(trick: str) -> None:
    """Asked for directly, each is a failure with a reason, and nobody connected."""
    with count_connections() as listener:
        url = trick.format(port=listener.port)
        capture = look_once(url, FetchSettings(retries=0), resolver=_names)
        assert capture.failure
        assert capture.failure.reason in REASONS
        assert listener.connections == 0


@pytest.mark.parametrize("trick", TRICKS)
def test_no_trick_gets_out_by_a_redirect(trick: str) -> None:
    """A page that may be asked sends us to each; the hop is recorded, and nobody connected.

    What is no absolute URL to us is a path of that page's own site.
    """
    narrow = FetchSettings(
        allow_net=(ipaddress.ip_network("127.0.0.2/32"),), retries=0, pace_seconds=0
    )
    with count_connections() as listener:
        line = f"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: {trick}\r\n\r\n"
        answer = Answer(raw=line.format(port=listener.port).encode())
        with serve({"/": answer}, host="127.0.0.2") as site:
            capture = look_once(site.url("/"), narrow, resolver=_names)
        if capture.failure:
            assert capture.failure.reason in REASONS
        else:
            assert capture.response
            assert capture.response.url.startswith(site.url("/"))
        assert len(capture.hops) == 1
        assert listener.connections == 0


def test_what_was_judged_is_what_is_connected_to() -> None:
    """A name that changes its address after the first answer is not asked a second time."""
    answers = ["127.0.0.2", "127.0.0.1"]

    def rebinding(host: str, port: int) -> Sequence[Address]:
        return [ipaddress.ip_address(answers.pop(0))]

    with serve({"/": page("outside")}, host="127.0.0.2") as site:
        capture = look_once(site.url("/", host="rebinding.test"), LOOPBACK, resolver=rebinding)
        assert site.asked[0].headers["Host"] == f"rebinding.test:{site.port}"
    assert capture.response
    assert capture.response.body == b"outside"
    assert answers == ["127.0.0.1"]
