"""Where the checker must not go, whatever a page or a name server says."""

from __future__ import annotations

from faults.model import CITED, Fault, Name, Pages, fault, html, sent_to
from faults.words import article

METADATA = "169.254.169.254"
"""Where clouds keep the secrets of their machines."""

_PAGE = html(article())


def _to(name: str, target: str, why: str, reason: str = "refused_address") -> Fault:
    return fault(name, "not_fetched", sent_to(target), why, reason=reason)


def _cited(name: str, url: str, why: str, reason: str = "refused_address") -> Fault:
    return Fault(name, "not_fetched", url, why, reason=reason)


FAULTS = (
    _to("to_metadata", f"http://{METADATA}/latest/meta-data/", "sent to a cloud's secrets"),
    _to("to_loopback", "http://127.0.0.1{http}/admin", "sent to the checker's own machine"),
    _to("to_localhost", "http://localhost{http}/admin", "the same, by name"),
    _to("to_private", "http://10.0.0.7/", "sent into a private network"),
    _to("to_ipv6_loopback", "http://[::1]{http}/", "the checker's own machine, in IPv6"),
    _to("to_file", "file:///etc/passwd", "sent to a file", "not_http"),
    _to("to_ftp", "ftp://127.0.0.1/pub/", "sent to another protocol", "not_http"),
    _to("to_javascript", "javascript:alert(1)", "sent to a script", "not_http"),
    _to(
        "to_credentials",
        "http://user:secret@plain.faults.internal{http}/",
        "sent on with a password in the URL",
        "bad_url",
    ),
    fault(
        "name_private",
        "not_fetched",
        Name("addresses", ("10.0.0.7",)),
        "a name that leads into a private network",
        reason="refused_address",
    ),
    fault(
        "name_metadata",
        "not_fetched",
        Name("addresses", (METADATA,)),
        "a name that leads to a cloud's secrets",
        reason="refused_address",
    ),
    fault(
        "name_private_ipv6",
        "not_fetched",
        Name("addresses", ("fd00:ec2::254",)),
        "the same, in IPv6",
        reason="refused_address",
    ),
    fault(
        "rebinding",
        "not_fetched",
        Name(
            "addresses",
            (METADATA,),
            Pages({CITED: sent_to("/next", 302, ("Connection", "close")), "/next": _PAGE}),
        ),
        "the name changes its address between two requests",
        reason="refused_address",
    ),
    _cited("cited_metadata", f"http://{METADATA}/", "a cloud's secrets"),
    _cited("decimal_address", "http://2852039166/", "169.254.169.254 as one number"),
    _cited("octal_address", "http://0251.0376.0251.0376/", "169.254.169.254 in octal"),
    _cited("hex_address", "http://0xa9.0xfe.0xa9.0xfe/", "169.254.169.254 in hexadecimal"),
    _cited("short_address", "http://127.1{http}/", "127.0.0.1 with parts left out"),
    _cited("mapped_address", f"http://[::ffff:{METADATA}]/", "169.254.169.254 within IPv6"),
    _cited("nat64_address", "http://[64:ff9b::a9fe:a9fe]/", "the same, by a translator's prefix"),
    _cited("private_ipv6", "http://[fd00::7]/", "a private network, in IPv6"),
    _cited("link_local_ipv6", "http://[fe80::1]/", "the link itself, in IPv6"),
    _to("to_scheme_relative", f"//{METADATA}/latest/", "the same, without a scheme"),
    _to("to_ipv6_mapped", "http://[::ffff:7f00:1]{http}/", "the checker's own machine, mapped"),
    _to("to_data", "data:text/html,hello", "sent to a page within the URL", "not_http"),
    _cited("zero_address", "http://0.0.0.0{http}/", "the address that means here"),
    _cited("zero", "http://0{http}/", "the same, shorter"),
    _cited("circled_digits", "http://①②⑦.⓪.⓪.①{http}/", "127.0.0.1 in circled digits"),
    _cited("full_localhost", "http://localhost.{http}/", "a name of this machine, with a dot"),
    _cited(
        "hides_host", f"http://plain.faults.internal@{METADATA}/", "a host before an @", "bad_url"
    ),
    _cited(
        "credentials",
        "http://user:secret@plain.faults.internal{http}/reports/2014/grain-trade",
        "a password in the URL",
        "bad_url",
    ),
    _cited("port_0", "http://plain.faults.internal:0/", "a port that is none", "bad_url"),
    _cited("port_99999", "http://plain.faults.internal:99999/", "a port that is none", "bad_url"),
    _cited("mailto", "mailto:harbour@faults.internal", "no page", "not_http"),
)
