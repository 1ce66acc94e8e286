"""Plain links, without a corpus: read from a list, Markdown or HTML, looked at, judged."""

from __future__ import annotations

import re
from collections.abc import Sequence

from footnoted import plan
from footnoted.audit.compare import read_all, same_targets
from footnoted.audit.network import CANARIES, by_reach, in_full, offline_capture, offline_message
from footnoted.audit.options import Clock, Watcher
from footnoted.checks.links import PageLook, check_link
from footnoted.errors import FootnotedError
from footnoted.model.capture import Capture
from footnoted.model.documents import LinkAnswer, LinksDocument
from footnoted.model.question import Question
from footnoted.model.verdicts import LinkLook, LinkVerdict
from footnoted.texts import media_type
from footnoted.verdicts import as_utc
from footnoted.web.look import look_at
from footnoted.web.settings import FetchSettings
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

VANTAGE = "local"
"""Plain links keep no history, so it does not matter what the place is called."""


class _Nowhere:
    """A recorder that keeps nothing: plain links have no evidence."""

    def record(self, capture: Capture) -> None:
        """Let the capture go."""


def read_urls(data: bytes, name: str) -> list[str]:
    """Return the URLs in `data`, in order, as they are written.

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
        return _from_html(data)
    if name.endswith((".md", ".markdown")):
        return _from_markdown(text)
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _from_html(data: bytes) -> list[str]:
    from bs4 import BeautifulSoup  # noqa: PLC0415 -- heavy, and only for HTML

    soup = BeautifulSoup(data, "lxml")
    return [
        url for tag in soup.find_all("a", href=True) if _is_web(url := str(tag["href"]).strip())
    ]


def _from_markdown(text: str) -> list[str]:
    found = []
    for match in _MARKDOWN.finditer(text):
        kind = str(match.lastgroup)
        url = _ESCAPE.sub(r"\1", match.group(kind))
        if kind == "bare":
            url = url.rstrip(_TRAILING)
            while url.endswith(")") and url.count("(") < url.count(")"):
                url = url[:-1].rstrip(_TRAILING)
        if _is_web(url):
            found.append(url)
    return found


def _is_web(url: str) -> bool:
    return url.lower().startswith(("http://", "https://"))


def check_links(
    urls: Sequence[str], settings: FetchSettings, clock: Clock, watcher: Watcher
) -> LinksDocument:
    """Look at each URL once and return an answer for each, in the order given."""
    checked_at = clock.now()
    questions = {url: Question(plan.absolute(url)) for url in urls}
    captures = _captures(tuple(dict.fromkeys(questions.values())), settings, clock, watcher)
    with Workers() as workers:
        texts = read_all(captures.values(), workers)
    same = same_targets(captures.values())
    looks: dict[str, LinkLook] = {}
    for url, capture in captures.items():
        text = texts.get(capture.digest) if capture.digest else None
        looks[url] = check_link(PageLook(capture, text, None, same.get(url, 1)))
    answers = tuple(_answer(url, looks.get(questions[url].url)) for url in urls)
    return LinksDocument(checked_at=as_utc(checked_at), links=answers)


def _captures(
    questions: tuple[Question, ...], settings: FetchSettings, clock: Clock, watcher: Watcher
) -> dict[str, Capture]:
    near, far = by_reach(questions, settings)
    message = offline_message(far, CANARIES, settings)
    offline: dict[str, Capture] = {}
    if message:
        watcher.say(in_full(message), 0, 0)
        at = clock.now()
        offline = {one.url: offline_capture(one, message, at, VANTAGE) for one in far}
        far = []
    looked = look_at(
        [*near, *far],
        settings,
        _Nowhere(),
        vantage=VANTAGE,
        now=clock.now,
        progress=lambda one: watcher.say(one.url, one.done, one.total),
        stop=watcher.stop,
    )
    return {**offline, **looked}


def _answer(url: str, look: LinkLook | None) -> LinkAnswer:
    if look is None:
        look = LinkLook(url, LinkVerdict.NOT_FETCHED, "interrupted", "not looked at")
    return LinkAnswer(
        url=url,
        verdict=look.verdict,
        reason=look.reason,
        message=look.message,
        http_status=look.http_status,
        final_url=look.final_url,
        suggested_url=look.suggested_url,
        memento=None,
        findings=(),
    )
