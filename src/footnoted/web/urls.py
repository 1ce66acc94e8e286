"""URLs as printed to URLs as sent: ASCII, encoded once, no credentials (RFC 3986, 3987)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, urljoin, urlsplit

import idna

from footnoted.model.capture import Failure
from footnoted.web.failures import one_line

PORTS = {"http": 80, "https": 443}

_HOST = re.compile(r"(?=.{1,253}\.?$)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*\.?")
_IPV6 = re.compile(r"[0-9a-f:.]+")
_LONGEST_HOST = 1000  # as printed; in ASCII the pattern bounds it
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_PATH_SAFE = "/:@!$&'()*+,;=~%"
_QUERY_SAFE = _PATH_SAFE + "?"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes: `url` in ASCII without its fragment, and the parts of it.

    `host` is in ASCII and lower case, IPv6 without brackets. `fragment` is as printed.
    """

    url: str
    scheme: str
    host: str
    port: int
    fragment: str = ""

    @property
    def site(self) -> str:
        """The host as manners know it: without the dot that ends a full name."""
        return self.host.rstrip(".")

    @property
    def full(self) -> str:
        """The URL with its fragment."""
        return f"{self.url}#{self.fragment}" if self.fragment else self.url


def as_sent(url: str) -> Target | Failure:
    """Return what to send for `url` as printed, or why it cannot be asked.

    The host goes through IDNA, path and query are percent-encoded as UTF-8 where they are not
    yet; existing `%XX` stay as they are. Other schemes than http and https are `not_http`; no
    host, credentials, or a port that is none are `bad_url`. Odd notations of addresses are
    left to the resolver, whose answer is judged.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:  # its text may quote a password
        return _bad(url, "it cannot be read as a URL: a bracket or the port is wrong")
    scheme = parts.scheme.lower()
    host = _ascii_host(parts.netloc, parts.hostname or "")
    if scheme and scheme not in PORTS:
        return Failure("not_http", f"{_shown(url)}: only http and https are fetched")
    if not scheme or host is None or port == 0:
        return _bad(url, "it names no scheme" if not scheme else "it names no usable host or port")
    if "@" in parts.netloc:
        return _bad(url, "credentials in a URL are not sent; take them out")
    netloc = f"[{host}]" if ":" in host else host
    if port is not None:
        netloc += f":{port}"
    sent = f"{scheme}://{netloc}{_encoded(parts.path or '/', _PATH_SAFE)}"
    if parts.query:
        sent += f"?{_encoded(parts.query, _QUERY_SAFE)}"
    return Target(sent, scheme, host, port or PORTS[scheme], parts.fragment)


def follow(current: Target, location: str) -> Target | Failure:
    """Return where a redirect from `current` leads.

    `location` is the header as http.client reads it, each byte a Latin-1 character: UTF-8 is
    decoded, anything else percent-encoded byte by byte. Without a fragment of its own the
    target keeps the current one (RFC 9110, 10.2.2).
    """
    try:
        joined = urljoin(current.url, _location_text(location))
    except ValueError:
        return _bad(location, "it cannot be read as a URL")
    target = as_sent(joined)
    if isinstance(target, Target) and not target.fragment and current.fragment:
        return Target(target.url, target.scheme, target.host, target.port, current.fragment)
    return target


def absolute(current: Target, location: str) -> str:
    """Return a redirect's target for people: absolute where that can be made of it."""
    try:
        return urljoin(current.url, _location_text(location))
    except ValueError:
        return location


def _location_text(location: str) -> str:
    raw = location.strip().encode("latin-1", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return quote(raw, safe=bytes(range(0x21, 0x7F)))


def _ascii_host(netloc: str, host: str) -> str | None:
    """Return the host in ASCII and lower case; None where it is none."""
    host = unquote(host).lower()
    if len(host) > _LONGEST_HOST:
        return None
    if netloc.startswith("["):
        return host if ":" in host and _IPV6.fullmatch(host) else None
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True).decode("ascii")
        except (idna.IDNAError, UnicodeError):
            return _old_idna(host)
    return host if _HOST.fullmatch(host) else None


def _old_idna(host: str) -> str | None:
    """Try IDNA 2003, under which some emoji names are registered."""
    try:
        host = host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None
    return host if _HOST.fullmatch(host) else None


def _encoded(text: str, safe: str) -> str:
    return quote(_STRAY_PERCENT.sub("%25", text), safe=safe)


def _bad(url: str, why: str) -> Failure:
    return Failure("bad_url", f"{_shown(url)}: {why}")


def _shown(url: str) -> str:
    """Return the beginning of a URL, on one line and without what may be a password."""
    return one_line(re.sub(r"//[^/@]*@", "//", url))
