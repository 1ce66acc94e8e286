"""Who is in the story: sources, claims, what their pages say, and what archives hold of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from corpus_folder import cited, quoting
from loopback import Answer, Scripted, redirect
from story.world import (
    CHALLENGE,
    FORBIDDEN,
    GONE,
    GONE_FOR_GOOD,
    NO_SUCH,
    OUT_OF_ORDER,
    html,
    unchanging,
)

ACCESSED = "2013-09-10"
NEAR = "2013-09-12"
FAR = "2019-05-01"


@dataclass(frozen=True)
class Part:
    """A source and the claim on it, from one day of March on until another.

    `words` are quoted from the page at `path`; a figure is claimed where `raw` is given.
    `life` has what the page answers from which day on, `held` when an archive captured which.
    """

    name: str
    since: int
    life: tuple[tuple[int, Scripted], ...]
    words: str = ""
    raw: tuple[tuple[int, str], ...] = ()
    measure: str = ""
    period: str = ""
    quoted: tuple[tuple[int, str], ...] = ()
    held: tuple[tuple[str, Answer], ...] = ()
    until: int = 99
    alternate: str | None = None
    path: str = "/page"

    @property
    def url(self) -> str:
        """The cited address."""
        return f"http://{self.name}.test{self.path}"

    def records(
        self, day: int, label: str
    ) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        """Return source, note and claim as they stand on a day."""
        source, note = cited(self.name, self.url, label, accessed=ACCESSED)
        if self.alternate:
            source["alternates"] = [{"url": self.alternate, "kind": "same_text"}]
        words = [text for since, text in self.quoted if since <= day][-1:] or [self.words]
        claim = quoting(f"on-{self.name}", label, *filter(None, words))
        raw = [text for since, text in self.raw if since <= day][-1:]
        if raw:
            claim["figures"] = [{"raw": raw[0], "measure": self.measure, "period": self.period}]
        return source, note, claim


BRIDGE = html("The bridge was opened by the mayor on a rainy morning.")
TOLL = html("No toll shall ever be asked of anyone on foot.")
FERRY = html("The last ferry left without a single passenger.")
FOUNDING = html("The museum was founded in the year of the flood.")
RIVER = html("Nobody has measured the river since the war.")
LAKE = html("Nobody has measured the lake since the war.")
LAW = html("Every bridge belongs to those who cross it.")

CAST = (
    # cited from the first night on
    Part("daily", 1, ((1, BRIDGE), (6, GONE)), "opened by the mayor", held=((NEAR, BRIDGE),)),
    Part("gazette", 1, ((1, TOLL), (6, GONE)), "No toll shall ever be asked"),
    Part("herald", 1, (), "a page that nobody reads again"),
    Part("tribune", 1, (), "left without a single passenger", held=((NEAR, FERRY),)),
    Part("chronicle", 1, ((1, GONE_FOR_GOOD), (15, RIVER), (20, LAKE), (25, RIVER)),
         "Nobody has measured the river"),
    Part(
        "council",
        1,
        (
            (1, html("The council will never sell the bridge, said its clerk.")),
            (12, html("The council will gladly sell the bridge, said its clerk.")),
            (26, html("The council will never sell the bridge, said its clerk.")),
        ),
        "The council will never sell the bridge",
    ),
    Part("ministry", 1, ((1, LAW), (15, FORBIDDEN), (22, LAW)), "belongs to those who cross it",
         held=((NEAR, LAW),)),
    Part("court", 1, ((1, LAW), (15, CHALLENGE), (22, LAW)), "belongs to those who cross it",
         held=((NEAR, LAW),)),
    Part("static", 1, ((1, unchanging('"v1"', "A bridge is a promise made of stone.")),),
         "a promise made of stone", held=((NEAR, html("A bridge is a promise made of stone.")),)),
    Part("letters", 1, ((1, html("I crossed the bridge twice, and I regret it.")),),
         quoted=((1, "I crossed the bridge twice, and I do not regret it"),
                 (23, "I crossed the bridge twice, and I regret it")),
         held=((NEAR, html("I crossed the bridge twice, and I regret it.")),)),
    Part("almanac", 1, ((1, html("The keeper lives in a house of one story by the gate.")),),
         "a house of one storey by the gate",
         held=((NEAR, html("The keeper lives in a house of one story by the gate.")),)),
    # cited from 3 March on
    Part("radio", 3, ((1, FERRY), (9, GONE_FOR_GOOD), (23, FERRY)), "without a single passenger"),
    Part("office", 3, ((1, LAW), (9, redirect("http://office.test/archive/page", 301))),
         "belongs to those who cross it", held=((NEAR, LAW),)),
    Part("bank", 3, (
        (1, html("Toll revenue came to $2.87 million in 2012.")),
        (9, html("Toll revenue came to $2.47 million in 2012.")),
        (12, html("Toll revenue came to $2.87 million in 2012.")),
    ), raw=((1, "$2.87m"),), measure="toll revenue", period="2012"),
    Part("flaky", 3, ((1, RIVER), (10, OUT_OF_ORDER), (13, RIVER)),
         "Nobody has measured the river", held=((NEAR, RIVER),)),
    Part("guide", 3, ((1, RIVER),), "belongs to those who cross it", held=((NEAR, RIVER),),
         alternate="http://mirror.test/guide"),
    # cited from 5 March on
    Part("museum", 5, ((1, FOUNDING), (11, NO_SUCH)), "in the year of the flood",
         held=((FAR, FOUNDING),)),
    Part("census", 5, ((1, html("The population was 41,200 in 2011.")),),
         raw=((1, "41,200"), (13, "42,100"), (14, "41,200")),
         measure="population", period="2011",
         held=((NEAR, html("The population was 41,200 in 2011.")),)),
    # cited from 23 March on, and taken out again
    Part("blog", 23, (), "words that nobody can read", until=28),
)  # fmt: skip

MORE_PAGES: dict[str, tuple[tuple[int, Scripted], ...]] = {
    "http://office.test/archive/page": ((1, LAW),),
    "http://mirror.test/guide": ((1, LAW),),
    "http://museum.test/robots.txt": ((1, Answer(404)),),
}

WAIVED = (1, 23)
"""From when until when a waiver for the misquotation of `letters` is on record."""

WAIVER = {
    "rule": "quotation-altered",
    "claim": "on-letters",
    "owner": "mk",
    "reason": "the author was asked",
    "expires": "2026-03-20",
}
