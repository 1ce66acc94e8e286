"""Links in Markdown, with the line of each, as CommonMark and GitHub read them.

markdown-it-py parses: where a link ends, and what is code, is a matter of hundreds of rules.
It tells the lines of blocks; what is added here is the place of a link within its block.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.rules_inline import StateInline, autolink, html_inline, image, link
from markdown_it.token import Token

from footnoted.audit.html_links import html_links

_SCHEME = re.compile(r"(?<![A-Za-z0-9+.-])https?$", re.IGNORECASE)
_LONGEST_SCHEME = len("xhttps")  # with the letter before it, which would make it another word
_REST = re.compile(
    r"""://(?:\\[!-/:-@\[-`{-~]|[^\s<>"`|\\\[\]，。、；：！？（）「」『』【】《》“”’])+"""
)
_TRAILING = ".,;:!?*_~'"
_ENTITY = re.compile(r"&[A-Za-z0-9]+;$")
_BARE = "bare_url"
_HOLDERS = {"link_open": "href", "image": "src"}


def markdown_links(text: str) -> list[tuple[str, int]]:
    """Return the links in `text` in order, each with its line, counted from 1.

    Inline links and images, autolinks, bare http addresses, definitions of references (at
    their own line, once, however often they are used), and links in HTML. Code has none.
    Addresses are as written, escapes undone (in `<http://…>` too, where converters write them
    although CommonMark knows none).
    """
    parser, env = _parser(), dict[str, Any]()
    tokens = parser.parse(text, env)
    found = [*chain.from_iterable(map(_of_block, tokens)), *_definitions(env)]
    return sorted(found, key=lambda one: one[1])


class _Parser(MarkdownIt):
    """Leaves addresses as they are written."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 (the library's name)
        """Return `url` itself: it is percent-encoded when it is sent."""
        return url


def _parser() -> _Parser:
    parser = _Parser("commonmark", {"store_labels": True})
    parser.enable("table")
    rules = {"link": link, "image": image, "autolink": autolink, "html_inline": html_inline}
    for name, rule in rules.items():
        parser.inline.ruler.at(name, _with_place(rule))
    parser.inline.ruler.after("text", _BARE, _bare)
    return parser


Rule = Callable[[StateInline, bool], bool]


def _with_place(rule: Rule) -> Rule:
    """Return `rule`, which then notes on its token where in the block it began."""

    def placed(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (the library's order)
        at, count = state.pos, len(state.tokens)
        done = rule(state, silent)
        if done and not silent:
            holders = (one for one in state.tokens[count:] if one.type != "text")
            if token := next(holders, None):
                token.meta = {**token.meta, "at": at}
        return done

    return placed


def _bare(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (the library's order)
    """Take an address that stands in the text without any mark (GFM, 6.9)."""
    if silent or state.linkLevel or state.src[state.pos] != ":":
        return False
    scheme = _SCHEME.search(state.pending[-_LONGEST_SCHEME:])
    rest = _REST.match(state.src, state.pos)
    if not scheme or not rest:
        return False
    end = _trimmed(rest.group())
    if len(end) <= len("://"):
        return False
    at = state.pos - len(scheme.group())
    state.pending = state.pending[: -len(scheme.group())]
    token = state.push(_BARE, "", 0)
    token.content = unescapeAll(scheme.group() + end)
    token.meta = {"at": at}
    state.pos += len(end)
    return True


def _trimmed(url: str) -> str:
    """Take off what is the sentence's and not the address's: stops, marks, a closing bracket."""
    while True:
        short = _ENTITY.sub("", url.rstrip(_TRAILING))
        if short.endswith(")") and short.count("(") < short.count(")"):
            short = short[:-1]
        if short == url:
            return url
        url = short


def _of_block(block: Token) -> Iterator[tuple[str, int]]:
    first = block.map[0] if block.map else 0
    if block.type == "html_block":
        for url, line in html_links(block.content):
            yield url, first + line
    if block.type != "inline":
        return
    breaks = [match.start() for match in re.finditer("\n", block.content)]
    for token in block.children or ():
        line = first + 1 + bisect_right(breaks, token.meta.get("at", 0))
        if token.type == "html_inline":
            yield from ((url, line) for url, _ in html_links(token.content))
        elif token.type == _BARE:
            yield token.content, line
        elif token.type in _HOLDERS and "label" not in token.meta:
            url = str(token.attrGet(_HOLDERS[token.type]) or "")
            yield unescapeAll(url) if token.markup == "autolink" else url, line


def _definitions(env: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    for one in (*env.get("references", {}).values(), *env.get("duplicate_refs", ())):
        yield one["href"], one["map"][0] + 1
