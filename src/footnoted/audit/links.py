"""Plain links, without a corpus: looked at, each page once, and judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from urllib.parse import urldefrag

from footnoted import plan
from footnoted.audit.archive_reach import with_archives
from footnoted.audit.exits import NOT_SEEN
from footnoted.audit.link_archives import latest_mementos
from footnoted.audit.link_lists import Link, Listed, read_links
from footnoted.audit.link_memory import INTERRUPTED, Past, is_whole
from footnoted.audit.looked import Looked
from footnoted.audit.options import Clock, Watcher
from footnoted.audit.probes import Prober
from footnoted.audit.rounds import Known, look_through
from footnoted.audit.study import Body, Studied, study
from footnoted.audit.without_corpus import VANTAGE, Looker
from footnoted.checks.links import PageLook, check_link
from footnoted.mementos import Archive
from footnoted.model.capture import Capture, Failure
from footnoted.model.documents import LinkAnswer, LinksDocument, UnreadableFile
from footnoted.model.finding import Where
from footnoted.model.question import Question
from footnoted.model.report import FixedDoc, WhereDoc
from footnoted.model.verdicts import LinkLook, LinkVerdict
from footnoted.verdicts import as_utc
from footnoted.web.dial import Resolver, ask_system
from footnoted.web.settings import FetchSettings
from footnoted.web.urls import as_sent
from footnoted.workers import Workers

__all__ = ["Link", "check_links", "read_links", "saw_nothing"]


def check_links(  # noqa: PLR0913 (what the pipeline hands on, and two things known before)
    links: Sequence[Link],
    name: str,
    settings: FetchSettings,
    clock: Clock,
    watcher: Watcher,
    *,
    resolver: Resolver = ask_system,
    past: Past | None = None,
    listed: Listed | None = None,
    archives: Sequence[Archive] = (),
) -> LinksDocument:
    """Look at each page once and return an answer for each link, in the order given.

    `name` is the file of the links that name none. Links to places within one page ask it once,
    and each place is looked for. `past` is what earlier runs saw, `listed` tells what was read.
    After `watcher.stop` is set, what was not looked at is `not_fetched`, `interrupted`. `archives`
    are asked for the latest memento of each page that did not come.
    """
    past, listed = past or Past(), listed or Listed(files=[name])
    checked_at = clock.now()
    pages = _Pages(links)
    settings = with_archives(settings, archives, resolver) if archives else settings
    looker = Looker(settings, clock, watcher, resolver)
    judged = _judge_all(pages, looker, checked_at)
    mementos = latest_mementos(judged, archives, looker, checked_at)
    answers = [
        _answer(link, name, judged.get(link.url), past, checked_at, mementos.get(link.url))
        for link in links
    ]
    whole = is_whole(answers, listed.faults)
    told = past.news(answers, checked_at, whole=whole)
    new = {one.fingerprint for one in told.new}
    return LinksDocument(
        checked_at=as_utc(checked_at),
        vantage=past.vantage,
        links=tuple(_with_news(one, new) for one in answers),
        fixed=tuple(
            FixedDoc(rule=one.rule, target=one.target, message=one.message) for one in told.fixed
        ),
        files=tuple(listed.files),
        unreadable=tuple(
            UnreadableFile(file=one.file, message=one.message) for one in listed.faults
        ),
        blind_nights=past.blind_nights(answers, checked_at),
    )


class _Pages:
    """The pages that links lead to: what is asked for each, once, however it is written."""

    def __init__(self, links: Iterable[Link]) -> None:
        self._asked: dict[str, Question] = {}
        self._links: dict[Question, dict[str, None]] = {}
        for link in links:
            question = Question(plan.absolute(link.url))
            question = self._asked.setdefault(_page(link.url), question)
            self._links.setdefault(question, {})[link.url] = None

    @property
    def questions(self) -> list[Question]:
        """One question a page, as its first link is written."""
        return list(self._asked.values())

    def judge(self, known: Known) -> Iterator[tuple[str, LinkLook]]:
        """Yield each URL that leads to a page with what became of it, its place there too."""
        for url in self._links[known.question]:
            yield url, check_link(_at_place(known.look, plan.absolute(url)))


def _page(url: str) -> str:
    """Return the address that is sent for a URL, or itself where nothing is."""
    target = as_sent(plan.absolute(url))
    return url if isinstance(target, Failure) else target.url


def _at_place(look: PageLook, url: str) -> PageLook:
    """Return the look at a page as one at `url`: a fragment stays through redirects (RFC 9110)."""
    fragment = urldefrag(url).fragment
    response = look.capture.response
    if response:
        page, own = urldefrag(response.url)
        asked = urldefrag(look.capture.asked).fragment
        at = fragment if own == asked else own
        response = replace(response, url=f"{page}#{at}" if at else page)
    return replace(look, capture=replace(look.capture, asked=url, response=response))


def _judge_all(pages: _Pages, looker: Looker, checked_at: datetime) -> dict[str, LinkLook]:
    """Ask for the pages, read them a few at a time, and judge every link by its URL."""
    refused = _refused(pages.questions, looker.settings, checked_at)
    asked = looker.look([one for one in pages.questions if one not in refused])
    captures = Looked(
        {one: partial(refused.__getitem__, one) for one in refused}
        | {one: partial(asked.__getitem__, one) for one in asked}
    )
    with Workers() as workers:
        prober = Prober(looker.robots, workers)
        through = look_through(captures, partial(_read, workers=workers), prober)
        return {url: link for known in through for url, link in pages.judge(known)}


def _refused(
    questions: Iterable[Question], settings: FetchSettings, at: datetime
) -> dict[Question, Capture]:
    """Return the captures of what is no URL at all."""
    failures = {one: _no_url(one.url, settings) for one in questions}
    return {
        one: Capture(one.url, one.basis, at, VANTAGE, failure=failure)
        for one, failure in failures.items()
        if failure
    }


def _no_url(url: str, settings: FetchSettings) -> Failure | None:
    """Return why a line of a list is no URL: that answer needs no network.

    A public host has a dot; a name without one is a word of prose, or a machine nearby, and
    those are asked only where the command line allows a network.
    """
    target = as_sent(url)
    if isinstance(target, Failure):
        return target
    host = target.host
    named = "." in host or ":" in host or host == "localhost"
    if named or settings.allow_net:
        return None
    return Failure("bad_url", f"no URL: its host '{host}' has no dot")


def _read(captures: Mapping[Question, Capture], *, workers: Workers) -> dict[Question, Studied]:
    """Return what a reader sees at each address that answered; equal pages are read once."""
    bodies: dict[tuple[str | None, str | None], Body] = {}
    keys = {}
    for question, capture in captures.items():
        response = capture.response
        if response:
            content_type = response.header("Content-Type")
            keys[question] = (capture.digest, content_type)
            bodies.setdefault(keys[question], Body(response.body, content_type, response.url))
    studied = dict(zip(bodies, study(tuple(bodies.values()), workers), strict=True))
    return {question: studied[key] for question, key in keys.items()}


def _answer(
    link: Link,
    name: str,
    seen: LinkLook | None,
    past: Past,
    as_of: datetime,
    memento: str | None,
) -> LinkAnswer:
    if seen is None:
        seen = LinkLook(link.url, LinkVerdict.NOT_FETCHED, INTERRUPTED, "not looked at")
    seen = replace(seen, url=link.url)
    where = Where(file=link.file or name, line=link.line)
    return LinkAnswer(
        url=link.url,
        where=WhereDoc(
            file=where.file, line=where.line, column=None, note=None, claim=None, source=None
        ),
        verdict=seen.verdict,
        reason=seen.reason,
        message=seen.message,
        http_status=seen.http_status,
        final_url=seen.final_url,
        suggested_url=seen.suggested_url,
        memento=memento,
        since=past.since(seen, as_of),
        findings=past.findings(seen, where, as_of),
    )


def _with_news(answer: LinkAnswer, new: set[str]) -> LinkAnswer:
    """Return the answer, its errors and warnings told to be new or known."""
    told = tuple(
        one
        if one.level == "info"
        else one.model_copy(update={"news": "new" if one.fingerprint in new else "persisting"})
        for one in answer.findings
    )
    return answer.model_copy(update={"findings": told})


def saw_nothing(answers: Iterable[LinkAnswer]) -> bool:
    """Whether there were links, and nothing could be told of any of them."""
    verdicts = [answer.verdict for answer in answers]
    return bool(verdicts) and all(verdict in NOT_SEEN for verdict in verdicts)
