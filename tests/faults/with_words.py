"""What an auditor should hear of a fault where the claim's own words can be looked for."""

from __future__ import annotations

from dataclasses import dataclass

STANDING = "the port handled 4.2 million tonnes of wheat and barley"
"""Words of the article."""

GONE = "the port turned away every second ship that winter"
"""Words of no page of the site."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A fault, the words that a claim quotes from it, and what should be heard.

    `claim` is the claim's verdict. `suggested` tells whether the new address may be offered.
    """

    fault: str
    words: str
    link: str
    claim: str
    why: str
    suggested: bool = False

    @property
    def ident(self) -> str:
        """The claim's id."""
        found = "gone" if self.words == GONE else "standing"
        return f"{self.fault.replace('_', '-')}-{found}"


CLAIMED = (
    Claimed("plain", STANDING, "alive", "supported", "there they are"),
    Claimed("article_about_404", STANDING, "alive", "supported", "words outweigh the subject"),
    Claimed("article_titled_404", STANDING, "alive", "supported", "words outweigh the title"),
    Claimed(
        "short_note_says_not_found",
        "All 214 addresses on the list work again",
        "alive",
        "supported",
        "words outweigh a phrase",
    ),
    Claimed(
        "home_by_302",
        "Welcome to the port of Halvard",
        "alive",
        "supported",
        "what was cited stands on the front page",
    ),
    Claimed("moved_301", STANDING, "moved", "supported", "the words came along", suggested=True),
    Claimed("moved_308", GONE, "moved", "unchecked", "the words did not: no address to offer"),
    Claimed("long_error_page", GONE, "soft_404", "source_unavailable", "phrase, and words gone"),
    Claimed("title_only", GONE, "soft_404", "source_unavailable", "title, and words gone"),
    Claimed(
        "echoes_address",
        "reports 2014 grain trade",
        "soft_404",
        "source_unavailable",
        "the words stand there only because they were in the address",
    ),
    Claimed(
        "error_page_with_teasers",
        STANDING,
        "soft_404",
        "source_unavailable",
        "the words stand there as on any address of the site: no support",
    ),
    Claimed("many_to_one", GONE, "alive", "unchecked", "one look alone cannot show it"),
    Claimed("paywall", STANDING, "alive", "supported", "they stand before the wall"),
    Claimed("paywall_marked", GONE, "blocked", "source_unavailable", "they may stand behind it"),
    Claimed("login_200", GONE, "blocked", "source_unavailable", "they may stand behind it"),
    Claimed("consent_200", GONE, "blocked", "source_unavailable", "they may stand behind it"),
    Claimed("script_only", GONE, "alive", "source_unavailable", "nothing there can be read"),
    Claimed("empty_200", GONE, "alive", "source_unavailable", "nothing there can be read"),
    Claimed("not_found_404", GONE, "dead", "source_unavailable", "no page"),
    Claimed("nice_404", "Port of Halvard", "dead", "source_unavailable", "an error is no source"),
    Claimed("for_sale", "is for sale", "parked", "source_unavailable", "a seller is no source"),
    Claimed("error_500", STANDING, "unreachable", "source_unavailable", "an error is no source"),
)
