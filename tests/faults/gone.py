"""Pages that are gone, and say so."""

from __future__ import annotations

from faults.model import CITED, Name, Pages, fault, html, sent_to
from faults.words import NAVIGATION, document
from loopback import Answer

_NICE = document(
    f"{NAVIGATION}<h1>We cannot find that page</h1><p>Try the menu, or write to us.</p>",
    "Not here",
)

FAULTS = (
    fault("not_found_404", "dead", Pages({}), "404", reason="http_404"),
    fault("gone_410", "dead", Answer(410, b"gone"), "410", reason="http_410"),
    fault("nice_404", "dead", html(_NICE, 404), "404 with a friendly long page", reason="http_404"),
    fault(
        "redirect_to_404",
        "dead",
        Pages({CITED: sent_to("/missing")}),
        "a redirect that ends in 404",
        reason="http_404",
    ),
    fault(
        "moved_to_410",
        "dead",
        Pages({CITED: sent_to("/new", 301), "/new": Answer(410, b"gone")}),
        "moved for good, then taken away",
        reason="http_410",
    ),
    fault(
        "no_such_name",
        "dead",
        Name("nxdomain"),
        "the name does not exist, while others answer",
        reason="no_such_host",
    ),
    fault(
        "no_address",
        "dead",
        Name("no_address"),
        "the name exists and has no address: its name server is sure that no host is there",
        reason="no_such_host",
    ),
)
