"""The user's own proxies, where the command line says that they are to be used."""

from __future__ import annotations

import contextlib
import ipaddress
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from footnoted.errors import FootnotedError
from footnoted.web.urls import PORTS, Target

_VARIABLES = {"http": "HTTP_PROXY", "https": "HTTPS_PROXY"}


@dataclass(frozen=True, slots=True)
class Proxies:
    """Proxy URLs by the scheme of the page, which may hold a password, and who goes without.

    `no_proxy` are names, `.domains`, `host:port`, addresses and networks, parted by commas; `*`
    is everybody.
    """

    by_scheme: Mapping[str, str] = field(default_factory=dict, repr=False)
    no_proxy: str = ""

    @classmethod
    def of_environment(cls) -> Proxies:
        """Return what HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY say, in either case.

        Raises FootnotedError for a proxy that is not asked over plain HTTP.
        """
        found = urllib.request.getproxies_environment()
        by_scheme = {}
        for scheme, variable in _VARIABLES.items():
            text = found.get(scheme) or found.get("all")
            if text:
                by_scheme[scheme] = _checked(text, variable)
        return cls(by_scheme, found.get("no", ""))

    def of(self, target: Target) -> str | None:
        """Return the proxy that `target` is to be asked through, None for directly."""
        proxy = self.by_scheme.get(target.scheme)
        if proxy is None or self._goes_without(target):
            return None
        return proxy

    def hosts(self) -> list[tuple[str, int]]:
        """Return name and port of each proxy."""
        parts = (urlsplit(url) for url in self.by_scheme.values())
        return list(dict.fromkeys((one.hostname or "", one.port or PORTS["http"]) for one in parts))

    def _goes_without(self, target: Target) -> bool:
        if not self.no_proxy:
            return False
        if _on_a_network(target.host, self.no_proxy):
            return True
        words = [word.strip().lower() for word in self.no_proxy.split(",")]
        return any(_covers(word, target) for word in words if word)


def _covers(word: str, target: Target) -> bool:
    """Tell whether a word of NO_PROXY names the host, a domain above it, or all."""
    name, colon, port = word.rpartition(":")
    if colon and port.isdecimal() and "]" not in port:
        if int(port) != target.port:
            return False
        word = name
    word = word.lstrip("*.").rstrip(".") or word
    return word in {"*", target.site} or target.site.endswith(f".{word}")


def _on_a_network(host: str, no_proxy: str) -> bool:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    for word in no_proxy.split(","):
        with contextlib.suppress(ValueError):
            if address in ipaddress.ip_network(word.strip(), strict=False):
                return True
    return False


def _checked(text: str, variable: str) -> str:
    """Return the URL of a proxy; FootnotedError, without quoting it, where it is none of ours."""
    url = text if "://" in text else f"http://{text}"
    try:
        parts = urlsplit(url)
        usable = parts.scheme == "http" and parts.hostname and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise FootnotedError(
            f"--use-proxy: {variable} is not usable; write it as http://host:port "
            "(proxies over TLS and SOCKS are not supported)"
        )
    return url
