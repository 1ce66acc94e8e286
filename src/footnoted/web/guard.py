"""Which addresses may be reached: public ones, unless the command line allows more.

The table follows IANA's special-purpose address registries (RFC 6890 and its updates). An
IPv6 address that carries an IPv4 address is judged by the one it carries.
"""

from __future__ import annotations

import contextlib
import ipaddress
import re
import socket
from collections.abc import Iterable, Sequence

from footnoted.web.settings import Network

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_METADATA = frozenset(
    ipaddress.ip_address(text)
    for text in (
        "169.254.169.254",  # most clouds
        "169.254.170.2",  # container credentials
        "100.100.100.200",  # Alibaba Cloud
        "168.63.129.16",  # Azure's host, although the address is public
        "192.0.0.192",  # Oracle Cloud
        "fd00:ec2::254",  # AWS over IPv6
        "fd20:ce::254",  # Google Cloud over IPv6
    )
)

_INWARD_NAMES = (
    "localhost",
    "local",
    "internal",  # metadata.google.internal, and what ICANN set apart for private use
    "instance-data",
    "home.arpa",
)
"""Names that lead inside by their meaning, they and all below them."""

_REFUSED: tuple[tuple[Network, str], ...] = tuple(
    (ipaddress.ip_network(network), why)
    for network, why in (
        ("0.0.0.0/8", "unspecified"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "shared by a carrier's customers"),
        ("127.0.0.0/8", "loopback"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "reserved for protocols"),
        ("192.0.2.0/24", "reserved for documentation"),
        ("192.88.99.0/24", "a retired 6to4 relay"),
        ("192.168.0.0/16", "private"),
        ("198.18.0.0/15", "reserved for benchmarks"),
        ("198.51.100.0/24", "reserved for documentation"),
        ("203.0.113.0/24", "reserved for documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
        ("::/128", "unspecified"),
        ("::1/128", "loopback"),
        ("fc00::/7", "private"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "private (site-local)"),
        ("ff00::/8", "multicast"),
        ("2001::/23", "reserved for protocols"),
        ("2001:db8::/32", "reserved for documentation"),
        ("3fff::/20", "reserved for documentation"),
    )
)

_NUMERIC = re.compile(r"(0x[0-9a-f]*|[0-9]+)(\.(0x[0-9a-f]*|[0-9]+)){0,3}\.?")
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
_COMPATIBLE = ipaddress.IPv6Network("::/96")  # RFC 4291, 2.5.5.1
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052


def judge(address: Address, allow_net: Iterable[Network]) -> str | None:
    """Return why `address` must not be connected to, or None if it may be."""
    allowed = tuple(allow_net)
    if any(address in network for network in allowed):
        return None
    if isinstance(address, ipaddress.IPv6Address):
        carried = _carried(address)
        if carried:
            refusals = (judge(inner, allowed) for inner in carried)
            why = next((reason for reason in refusals if reason), None)
            return f"{why}, carried in an IPv6 address" if why else None
    return _special(address)


def may_be_tried(
    addresses: Sequence[Address], allow_net: Iterable[Network]
) -> tuple[list[Address], str | None]:
    """Return the addresses of a name that may be tried, and why the first other one may not.

    A name that points both outside and inside is tried outside only.
    """
    allowed = tuple(allow_net)
    tried: list[Address] = []
    refusal = None
    for address in addresses:
        why = judge(address, allowed)
        if why is None:
            tried.append(address)
        elif refusal is None:
            refusal = f"{address} is {why}"
    return tried, refusal


def odd_notation(host: str) -> tuple[Address, ...]:
    """Return the address that a host is, also as old resolvers read it (`0x7f.1`), or nothing."""
    with contextlib.suppress(ValueError):
        return (ipaddress.ip_address(host),)
    if _NUMERIC.fullmatch(host):
        with contextlib.suppress(OSError):
            return (ipaddress.ip_address(socket.inet_aton(host.rstrip("."))),)
    return ()


def inward_name(host: str) -> str | None:
    """Return why a name leads inside wherever it is resolved, None where it may lead anywhere."""
    name = host.rstrip(".")
    inward = any(name == one or name.endswith(f".{one}") for one in _INWARD_NAMES)
    return f"{name} is a name for inside only" if inward or "." not in name else None


def _special(address: Address) -> str | None:
    if address in _METADATA:
        return "a cloud's metadata service"
    for network, why in _REFUSED:
        if address in network:
            return why
    if isinstance(address, ipaddress.IPv6Address) and address not in _GLOBAL_UNICAST:
        return "not a public address"
    return None


def _carried(address: ipaddress.IPv6Address) -> tuple[ipaddress.IPv4Address, ...]:
    """Return the IPv4 addresses in an IPv6 one: mapped, 6to4, Teredo, NAT64, compatible."""
    if address.ipv4_mapped:
        return (address.ipv4_mapped,)
    if address.sixtofour:
        return (address.sixtofour,)
    if address.teredo:
        return address.teredo
    low = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if address in _NAT64 or (address in _COMPATIBLE and int(address) > 1):
        return (low,)
    return ()
