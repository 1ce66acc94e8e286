"""Plain links, without a corpus: read from a list, Markdown or HTML, looked at, judged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from footnoted import plan
from footnoted.audit.compare import same_targets
from footnoted.audit.exits import NOT_SEEN
from footnoted.audit.lint import lint_finding
from footnoted.audit.options import Clock, Watcher
from footnoted.audit.probes import Prober
from footnoted.audit.study import Body, study
from footnoted.audit.without_corpus import VANTAGE, Looker
from footnoted.checks.links import PageLook, check_link
from footnoted.checks.outcomes import link_findings
from footnoted.errors import FootnotedError
from footnoted.model.capture import Capture, Failure
from footnoted.model.documents import LinkAnswer, LinksDocument
from footnoted.model.finding import Where
from footnoted.model.question import Question
from footnoted.model.text import Text
from footnoted.model.verdicts import LinkLook, LinkVerdict
from footnoted.texts import media_type
from footnoted.verdicts import as_utc
from footnoted.web.dial import Resolver, ask_system
from footnoted.web.settings import FetchSettings
from footnoted.web.urls import as_sent
from footnoted.workers import Workers

_MARKDOWN = re.compile(
    r"""
      \]\(\s*<?(?P<inline>[^\s<>()]*(?:\([^\s()]*\)[^\s<>()]*)*)>?(?:\s+["'(][^\n]*?["')])?\s*\)
    | <(?P<angle>https?://[^\s<>]+)>
    | ^\s{0,3}\[[^\]\n]+\]:\s*<?(?P<reference>[^\s<>]+)>?
    | (?P<bare>\bhttps?://[^\s<>\[\]"'`|]+)
    """,
    re.VERBOSE | re.MULTILINE,
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!~&$-])")
_TRAILING = ".,;:!?"


@dataclass(frozen=True, slots=True)
class Link:
    """A URL as it is written, and the line of its file (from 1), None where nobody knows."""

    url: str
    line: int | None


def read_links(data: bytes, name: str) -> list[Link]:
    """Return the links in `data`, in order, as they are written.

    A `.md` file is read as Markdown, HTML by its name or its looks, anything else as a URL a
    line (blank lines and lines that begin with `#` are passed over). Links within a page,
    `mailto:` and the like are no links to check. Raises FootnotedError for bytes that are not
    text.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        raise FootnotedError(
            f"{name}:{line}:{column}: not UTF-8; save the file as UTF-8 text"
        ) from None
    if "\0" in text:
        raise FootnotedError(f"{name}: a binary file; give a list of URLs, Markdown or HTML")
    if name.endswith((".html", ".htm", ".xhtml")) or media_type(data, None) == "text/html":
        return _from_html(text)
    if name.endswith((".md", ".markdown")):
        return _from_markdown(text)
    lines = ((line.strip(), number) for number, line in enumerate(text.splitlines(), 1))
    return [Link(line, number) for line, number in lines if line and not line.startswith("#")]


def _from_html(text: str) -> list[Link]:
    from bs4 import BeautifulSoup  # noqa: PLC0415 -- heavy, and only for HTML

    soup = BeautifulSoup(text, "html.parser")  # lxml does not tell the lines
    return [
        Link(url, tag.sourceline)
        for tag in soup.find_all("a", href=True)
        if _is_web(url := str(tag["href"]).strip())
    ]


def _from_markdown(text: str) -> list[Link]:
    found = []
    line, counted = 1, 0
    for match in _MARKDOWN.finditer(text):
        kind = str(match.lastgroup)
        url = _ESCAPE.sub(r"\1", match.group(kind))
        if kind == "bare":
            url = url.rstrip(_TRAILING)
            while url.endswith(")") and url.count("(") < url.count(")"):
                url = url[:-1].rstrip(_TRAILING)
        at = match.start(kind)
        line, counted = line + text.count("\n", counted, at), at
        if _is_web(url):
            found.append(Link(url, line))
    return found


def _is_web(url: str) -> bool:
    return url.lower().startswith(("http://", "https://"))


def check_links(
    links: Sequence[Link],
    name: str,
    settings: FetchSettings,
    clock: Clock,
    watcher: Watcher,
    *,
    resolver: Resolver = ask_system,
) -> LinksDocument:
    """Look at each URL once and return an answer for each link of `name`, in the order given.

    After `watcher.stop` is set, what was not looked at is `not_fetched`, `interrupted`.
    """
    looker = Looker(settings, clock, watcher, resolver)
    checked_at = clock.now()
    questions = {link.url: Question(plan.absolute(link.url)) for link in links}
    refused = _refused(questions.values(), settings, checked_at)
    asked = [one for one in dict.fromkeys(questions.values()) if one not in refused]
    captures = {**refused, **looker.look(asked)}
    same = same_targets(captures.values())
    with Workers() as workers:
        texts = _texts(captures, workers)
        prober = Prober(looker.robots, checked_at, workers)
        pages = prober.probe(
            {
                one: PageLook(capture, texts.get(one), None, same.get(one.url, 1))
                for one, capture in captures.items()
            }
        )
    looks = {one: check_link(page) for one, page in pages.items()}
    answers = tuple(_answer(link, name, looks.get(questions[link.url])) for link in links)
    return LinksDocument(checked_at=as_utc(checked_at), links=answers)


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


def _texts(captures: Mapping[Question, Capture], workers: Workers) -> dict[Question, Text]:
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
    return {question: studied[key].text for question, key in keys.items()}


def _answer(link: Link, name: str, seen: LinkLook | None) -> LinkAnswer:
    if seen is None:
        seen = LinkLook(link.url, LinkVerdict.NOT_FETCHED, "interrupted", "not looked at")
    seen = replace(seen, url=link.url)
    where = Where(file=name, line=link.line)
    return LinkAnswer(
        url=link.url,
        verdict=seen.verdict,
        reason=seen.reason,
        message=seen.message,
        http_status=seen.http_status,
        final_url=seen.final_url,
        suggested_url=seen.suggested_url,
        memento=None,
        findings=tuple(
            lint_finding(one) for one in link_findings(seen, where, established=False, rotten=False)
        ),
    )


def saw_nothing(answers: Iterable[LinkAnswer]) -> bool:
    """Whether there were links, and nothing could be told of any of them."""
    verdicts = [answer.verdict for answer in answers]
    return bool(verdicts) and all(verdict in NOT_SEEN for verdict in verdicts)
