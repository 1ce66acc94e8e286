"""A second question to sites whose page may be an error page: what they show for nonsense."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from footnoted import plan
from footnoted.audit.robots import Robots
from footnoted.audit.study import Body, study
from footnoted.checks.error_pages import may_be_error_page
from footnoted.checks.links import PageLook, check_link
from footnoted.model.capture import Capture
from footnoted.model.text import Text
from footnoted.model.verdicts import LinkVerdict
from footnoted.workers import Workers


@dataclass(slots=True)
class Prober:
    """Asks a site for an address that nobody can have written, once for each folder and ending.

    Only sites with a page that has words of an error page are asked (`is_doubtful`), and only
    where their robots.txt lets programs ask.
    """

    robots: Robots
    workers: Workers
    _texts: dict[str, Text] = field(default_factory=dict)
    _honest: set[str] = field(default_factory=set)
    _asked: set[str] = field(default_factory=set)

    def learn(self, pages: Iterable[tuple[str, datetime]]) -> None:
        """Ask the sites of doubtful pages, by the address of each and when it was looked at."""
        pages = list(dict.fromkeys(pages))
        self.robots.learn(url for url, _ in pages)
        siblings = dict.fromkeys(plan.sibling_of(url, at) for url, at in pages)
        asked = [
            question
            for question in siblings
            if question.url not in self._asked and self.robots.allow(question.url)
        ]
        self._asked |= {question.url for question in asked}
        found = self.robots.ask(asked) if asked else {}
        came = {question.url: found.get(question) for question in asked}
        self._texts |= _texts(came, self.workers)
        self._honest |= {url for url, capture in came.items() if _says_404(capture)}

    def told(self, look: PageLook) -> PageLook:
        """Return a look at a doubtful page with what was learnt of its site laid in."""
        url = look.response.url
        sibling = plan.sibling_of(url, look.capture.at).url
        return replace(
            look,
            sibling=self._texts.get(sibling),
            honest=sibling in self._honest,
            closed=not self.robots.allow(url),
        )


def is_doubtful(look: PageLook) -> bool:
    """Tell whether a page may be an error page, so that its site is worth a question."""
    if look.capture.response is None or look.capture.basis != "cited":
        return False
    verdict = check_link(look).verdict
    open_ = verdict in {LinkVerdict.ALIVE, LinkVerdict.MOVED, LinkVerdict.SOFT_404}
    return open_ and may_be_error_page(look)


def _says_404(capture: Capture | None) -> bool:
    response = capture.response if capture else None
    return response is not None and response.status in {404, 410}


def _texts(found: Mapping[str, Capture | None], workers: Workers) -> dict[str, Text]:
    """Return what sites show for nonsense, where they say 200 to it and send nobody on."""
    bodies = {}
    for url, capture in found.items():
        response = capture.response if capture else None
        if capture and response and 200 <= response.status < 300 and not capture.hops:
            bodies[url] = Body(response.body, response.header("Content-Type"), response.url)
    studied = study(list(bodies.values()), workers)
    return {
        url: one.text
        for url, one in zip(bodies, studied, strict=True)
        if one.text.unreadable is None
    }
