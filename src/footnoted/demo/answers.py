"""What the made-up site can answer: a page, a redirect, a late page, a page that never ends."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from footnoted.demo.pdf import write_pdf

PAGE_BREAK = "~~~"
"""The line that ends a page in the text from which a PDF is made."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. `page` is a file of `demo/pages/`; `to` the target of a redirect.

    `encoding` is what the bytes are written in; a header names it only in `media_type`, as
    servers do or forget to. `delay` is in seconds; `drips` sends a byte now and then, for ever.
    """

    status: int = 200
    page: str | None = None
    to: str | None = None
    media_type: str = "text/html; charset=utf-8"
    encoding: str = "utf-8"
    delay: float = 0.0
    drips: bool = False


def read_data(*path: str) -> str:
    """Return a text file that comes with the demo."""
    return files("footnoted.demo").joinpath(*path).read_text("utf-8")


def body_of(answer: Answer) -> bytes:
    """Return the bytes of an answer's body: empty without a page, a PDF where it says so."""
    if answer.page is None:
        return b""
    text = read_data("pages", *answer.page.split("/"))
    if answer.media_type == "application/pdf":
        return _pdf(text)
    return text.encode(answer.encoding)


def _pdf(text: str) -> bytes:
    title = text.partition("\n")[0]
    pages = [page.strip("\n").split("\n") for page in text.split(f"{PAGE_BREAK}\n")]
    return write_pdf(title, pages)
