"""A second question to sites whose page may be an error page: what they show for nonsense."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from footnoted import plan
from footnoted.audit.robots import Robots, site_of
from footnoted.audit.study import Body, study
from footnoted.checks.error_pages import may_be_error_page
from footnoted.checks.links import PageLook, check_link
from footnoted.model.capture import Capture
from footnoted.model.text import Text
from footnoted.model.verdicts import LinkVerdict
from footnoted.workers import Workers

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Prober:
    """Asks a site once a run for an address that nobody can have written.

    Only sites with a page that has words of an error page are asked, and only where their
    robots.txt lets programs ask.
    """

    robots: Robots
    as_of: datetime
    workers: Workers

    def probe(self, looks: Mapping[Key, PageLook]) -> dict[Key, PageLook]:
        """Return `looks` with what was learnt of their sites laid in."""
        suspects = {key: look for key, look in looks.items() if _is_suspect(look)}
        if not suspects:
            return dict(looks)
        self.robots.learn(look.response.url for look in suspects.values())
        first = {site_of(one.response.url): one for one in reversed(suspects.values())}
        asked = {
            site: question
            for site, look in first.items()
            if self.robots.allow((question := plan.sibling_of(look.response.url, self.as_of)).url)
        }
        found = self.robots.ask(list(asked.values()))
        came = {site: found.get(question) for site, question in asked.items()}
        texts = _texts(came, self.workers)
        honest = {site for site, capture in came.items() if _says_404(capture)}
        return {**looks, **{key: self._told(one, texts, honest) for key, one in suspects.items()}}

    def _told(self, look: PageLook, texts: Mapping[str, Text], honest: set[str]) -> PageLook:
        url, site = look.response.url, site_of(look.response.url)
        closed = not self.robots.allow(url)
        return replace(look, sibling=texts.get(site), honest=site in honest, closed=closed)


def _is_suspect(look: PageLook) -> bool:
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
