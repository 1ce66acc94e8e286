"""Whether an archive's capture is one of the address that was asked about.

Archives look addresses up by a key that folds them together (SURT: letters in lower case,
percent-encoding undone, session numbers and the like left out). So for one address they list, and
replay, captures of another: of `/Case` for `/case`, of one video for another one.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_ENCODED = re.compile(rb"%([0-9A-Fa-f]{2})")
_STRAY = re.compile(rb"%(?![0-9A-Fa-f]{2})")
_DIVIDING = frozenset(b"/?#&=+;%")
_PRINTABLE = "".join(chr(code) for code in range(0x21, 0x7F))


def same_address(one: str, other: str) -> bool:
    """Tell whether two addresses are one page's, as far as their writing tells.

    Scheme, `www.`, default ports, the fragment, the order of the query's fields, a slash at the
    end, and percent-encoding that changes nothing (RFC 3986, 6.2.2) do not count; the case of
    letters counts everywhere but in the host. When in doubt they are two.
    """
    return _key(one) == _key(other)


def differ_in_case_only(one: str, other: str) -> bool:
    """Tell whether two addresses are two only by the case of letters."""
    return not same_address(one, other) and same_address(one.lower(), other.lower())


def _key(url: str) -> tuple[object, ...]:
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return (url,)
    host = _host(parts.hostname or "").rstrip(".").removeprefix("www.")
    query = sorted(_plain(parts.query).split("&"))
    return (host, None if port in {80, 443} else port, _plain(parts.path).rstrip("/"), query)


def _host(host: str) -> str:
    """Return a host in ASCII and lower case where that can be made of it."""
    if host.isascii():
        return host.lower()
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return host.lower()


def _plain(text: str) -> str:
    """Return a part of an address with everything decoded that divides nothing, in ASCII."""

    def decoded(found: re.Match[bytes]) -> bytes:
        code = int(found[1], 16)
        return bytes([code]) if code not in _DIVIDING else found[0].upper()

    raw = _STRAY.sub(b"%25", text.encode("utf-8", "surrogatepass"))
    return quote(_ENCODED.sub(decoded, raw), safe=_PRINTABLE)
