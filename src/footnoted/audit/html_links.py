"""Links in HTML, with the line of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.parser import HTMLParser
from urllib.parse import urljoin

HOLDERS = {"a": "href", "area": "href", "img": "src"}
"""The elements whose address a reader follows or sees, and the attribute that holds it."""

_NO_REFERENCE = re.compile(r"&(?=[A-Za-z][A-Za-z0-9]*(?![A-Za-z0-9;]))")
"""An ampersand of an address, `?a=1&copy=2`: without its semicolon it is no © (HTML, 13.2.5.73)."""
_BREAKS = re.compile(r"[\t\n\r]")


def html_links(text: str) -> list[tuple[str, int]]:
    """Return the links in `text` in order, each with its line, counted from 1.

    Relative addresses stay as they are, unless `<base>` names an http or https address: then
    they are made absolute by it. Raises ValueError for markup that no parser could make sense of.
    """
    reader = _Reader()
    try:
        reader.feed(_NO_REFERENCE.sub("&amp;", text))
        reader.close()
    except AssertionError as error:  # html.parser's word for a declaration it cannot read
        raise ValueError(str(error)) from error
    return [(_absolute(url, reader.base), line) for url, line in reader.found]


def is_web(url: str) -> bool:
    """Tell whether an address is http or https, as all that can be asked are."""
    return url.lower().startswith(("http://", "https://"))


class _Reader(HTMLParser):
    """Collects addresses; comments, scripts and styles hold none."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, int]] = []
        self.base: str | None = None

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Take the address of a link; of attributes given twice the first one counts."""
        named = dict(reversed(attrs))
        if tag == "base" and self.base is None and named.get("href"):
            self.base = _stripped(named["href"])
        url = _stripped(named.get(HOLDERS.get(tag, "")))
        if url:
            self.found.append((url, self.getpos()[0]))


def _stripped(url: str | None) -> str:
    """Return an address as browsers take it: no blanks around, no line breaks within."""
    return _BREAKS.sub("", url or "").strip()


def _absolute(url: str, base: str | None) -> str:
    if base is None or not is_web(base) or url.startswith("#"):
        return url
    try:
        return urljoin(base, url)
    except ValueError:
        return url
