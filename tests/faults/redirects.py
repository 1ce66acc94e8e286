"""Addresses that lead on to the same content: moved for good, or only shown elsewhere."""

from __future__ import annotations

from faults.model import CITED, DOMAIN, Pages, fault, html, sent_to
from faults.words import article

_PAGE = html(article())
_NEW = "/archive/2014/grain-trade-2013"
_ELSEWHERE = f"http://new-home.{DOMAIN}{{http}}{_NEW}"
_SEALED = sent_to(f"https://to-https.{DOMAIN}{{https}}{CITED}", 301)
_THERE = {f"new-home.{DOMAIN}": Pages({_NEW: _PAGE})}

FAULTS = (
    fault(
        "moved_301",
        "moved",
        Pages({CITED: sent_to(_NEW, 301), _NEW: _PAGE}),
        "moved for good",
        suggested=_NEW,
    ),
    fault(
        "moved_308",
        "moved",
        Pages({CITED: sent_to(_NEW, 308), _NEW: _PAGE}),
        "moved for good",
        suggested=_NEW,
    ),
    fault(
        "moved_chain",
        "moved",
        Pages({CITED: sent_to("/step", 301), "/step": sent_to(_NEW, 308), _NEW: _PAGE}),
        "moved for good, twice",
        suggested=_NEW,
    ),
    fault(
        "moved_to_host",
        "moved",
        sent_to(_ELSEWHERE, 301),
        "moved for good to another host",
        also=_THERE,
        suggested=_ELSEWHERE,
    ),
    fault(
        "found_302",
        "alive",
        Pages({CITED: sent_to(_NEW, 302), _NEW: _PAGE}),
        "shown elsewhere for now: the cited address stays the right one",
    ),
    fault(
        "found_307",
        "alive",
        Pages({CITED: sent_to(_NEW, 307), _NEW: _PAGE}),
        "shown elsewhere for now",
    ),
    fault(
        "permanent_then_302",
        "alive",
        Pages({CITED: sent_to("/step", 301), "/step": sent_to(_NEW, 302), _NEW: _PAGE}),
        "one hop of the chain is for now only",
    ),
    fault(
        "to_https",
        "alive",
        Pages(
            {CITED: lambda asked: _PAGE if asked.headers["X-Scheme"] == "https" else _SEALED},
            tls="good",
            both=True,
        ),
        "http to https is the same place",
    ),
    fault(
        "to_www",
        "alive",
        sent_to(f"http://www.to-www.{DOMAIN}{{http}}{CITED}", 301),
        "a www. more is the same place",
        also={f"www.to-www.{DOMAIN}": Pages({CITED: _PAGE})},
    ),
    fault(
        "trailing_slash",
        "alive",
        Pages({CITED: sent_to(f"{CITED}/", 301), f"{CITED}/": _PAGE}),
        "a slash at the end is the same place",
    ),
)
