"""Small web pages built around a passage of a document, with its own neighbours."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from benchmarks.quotations.scene import Made, Scene


def page(body: Iterable[str], *, charset: str = "utf-8", head: str = "") -> bytes:
    """Return a page whose `body` are blocks of HTML, encoded and declared as `charset`."""
    text = "\n".join(body)
    markup = (
        f'<!DOCTYPE html>\n<html><head><meta charset="{charset}"><title>A page</title>{head}</head>'
        f"\n<body>\n<h1>A page</h1>\n{text}\n</body></html>\n"
    )
    return markup.encode(charset, "xmlcharrefreplace")


def paragraph(text: str) -> str:
    """Return `text` as a paragraph of HTML."""
    return f"<p>{escape(text, quote=False)}</p>"


def around(scene: Scene, own: str, *, extra: str = "", reach: int = 2) -> list[str]:
    """Return the blocks of a page: neighbours, `own` (HTML), neighbours, `extra` (HTML)."""
    before, after = scene.around(reach)
    return [*map(paragraph, before), own, *map(paragraph, after), extra]


def whole(scene: Scene, marked: str) -> str:
    """Return the passage's paragraph as HTML, with `marked` (HTML) in the passage's place."""
    passage = scene.passage
    return (
        f"<p>{escape(passage.before, quote=False)}{marked}{escape(passage.after, quote=False)}</p>"
    )


def shown(scene: Scene, marked: str, *, head: str = "", charset: str = "utf-8") -> Made:
    """Return a case that quotes the passage as it is, from a page that shows `marked`."""
    body = around(scene, whole(scene, marked))
    return Made(scene.text, page(body, charset=charset, head=head))


def built(scene: Scene, text: str) -> bytes:
    """Return a page whose paragraph has `text` in the passage's place."""
    return page(around(scene, whole(scene, escape(text, quote=False))))


def without(scene: Scene, extra: str, *, head: str = "") -> bytes:
    """Return a page of the neighbours and `extra` (HTML), without the passage's paragraph."""
    before, after = scene.around(3)
    return page([*map(paragraph, before), extra, *map(paragraph, after)], head=head)
