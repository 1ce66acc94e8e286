"""A second question to sites whose page may be an error page: what they show for nonsense."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from footnoted import plan
from footnoted.audit.robots import Robots, site_of
from footnoted.audit.study import Body, study
from footnoted.checks.error_pages import may_be_error_page
from footnoted.checks.links import PageLook, check_link
from footnoted.model.capture import Capture
from footnoted.model.text import Text
from footnoted.model.verdicts import LinkVerdict
from footnoted.workers import Workers


@dataclass(slots=True)
class Prober:
    """Asks a site once a run for an address that nobody can have written.

    Only sites with a page that has words of an error page are asked (`is_doubtful`), and only
    where their robots.txt lets programs ask.
    """

    robots: Robots
    as_of: datetime
    workers: Workers
    _texts: dict[str, Text] = field(default_factory=dict)
    _honest: set[str] = field(default_factory=set)
    _asked: set[str] = field(default_factory=set)

    def learn(self, urls: Iterable[str]) -> None:
        """Ask the sites of doubtful pages, by the addresses where those stand."""
        urls = list(dict.fromkeys(urls))
        self.robots.learn(urls)
        first = {site_of(url): url for url in reversed(urls)}
        asked = {
            site: question
            for site, url in first.items()
            if site not in self._asked
            and self.robots.allow((question := plan.sibling_of(url, self.as_of)).url)
        }
        self._asked |= asked.keys()
        found = self.robots.ask(list(asked.values())) if asked else {}
        came = {site: found.get(question) for site, question in asked.items()}
        self._texts |= _texts(came, self.workers)
        self._honest |= {site for site, capture in came.items() if _says_404(capture)}

    def told(self, look: PageLook) -> PageLook:
        """Return a look at a doubtful page with what was learnt of its site laid in."""
        url, site = look.response.url, site_of(look.response.url)
        return replace(
            look,
            sibling=self._texts.get(site),
            honest=site in self._honest,
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
    """Return what each site shows for nonsense, where it says 200 to it and sends nobody on."""
    bodies = {}
    for site, capture in found.items():
        response = capture.response if capture else None
        if capture and response and 200 <= response.status < 300 and not capture.hops:
            bodies[site] = Body(response.body, response.header("Content-Type"), response.url)
    studied = study(list(bodies.values()), workers)
    return {
        site: one.text
        for site, one in zip(bodies, studied, strict=True)
        if one.text.unreadable is None
    }
