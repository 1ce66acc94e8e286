"""Words that the source does not show, shows elsewhere or in pieces. None of these may pass."""

# ruff: noqa: D401 - a mutation's docstring names what comes of it

from __future__ import annotations

import re
from html import escape

from benchmarks.quotations.pages import page, paragraph, without
from benchmarks.quotations.passages import size
from benchmarks.quotations.scene import ABSENT, STOPPED, Kind, Made, Maker, Scene
from benchmarks.quotations.words import CJK, NUMBER

_HIDDEN = {
    "hidden_style": '<p style="display:none">{}</p>',
    "hidden_visibility": '<div style="visibility: hidden"><p>{}</p></div>',
    "hidden_attribute": "<div hidden><p>{}</p></div>",
    "hidden_comment": "<!-- {} -->",
    "hidden_script": '<script type="application/json">{{"body": "{}"}}</script>',
    "hidden_template": "<template><p>{}</p></template>",
    "hidden_noscript": "<noscript><p>{}</p></noscript>",
    "hidden_offscreen": '<p aria-hidden="true" style="position:absolute; left:-9999px">{}</p>',
    "hidden_attribute_value": '<p data-text="{0}"><img src="x.png" alt="" title="{0}">See.</p>',
    "hidden_textarea": '<form><input type="hidden" name="text" value="{}"></form>',
}
_FURNITURE = {
    "only_in_comments": '<section id="comments"><h2>Comments</h2><div class="comment"><p>Ann:'
    ' {}</p></div><div class="comment"><p>Bob, 4 May: I agree.</p></div></section>',
    "only_in_teaser": '<aside class="related"><h2>Read also</h2><ul><li><a href="/o">{}</a></li>'
    '<li><a href="/p">Another story of today</a></li></ul></aside>',
    "only_in_nav": '<nav><ul><li><a href="/a">Home</a></li><li><a href="/b">{}</a></li></ul></nav>',
    "only_in_footer": '<footer><p><a href="/x">Contact</a></p><p>{}</p></footer>',
}


def _put(template: str) -> Maker:
    def make(scene: Scene) -> Made | None:
        text = escape(scene.text).replace("--", "- -")
        return Made(scene.text, without(scene, template.format(text)), truth="")

    return make


def elsewhere(scene: Scene) -> Made | None:
    """A passage of another document."""
    long = [text for text in scene.other.paragraphs if 8 <= size(text) <= 60]
    return Made(scene.luck.choice(long), truth="") if long else None


def _half(text: str, *, second: bool) -> str:
    words = text.rstrip(".").split(" ")
    middle = len(words) // 2
    return " ".join(words[middle:] if second else words[:middle])


def two_articles(scene: Scene) -> Made | None:
    """The first half from one article of a page, the second from another one."""
    return _two_places(
        scene, "<article><h2>One</h2>{}</article>", "<article><h2>Two</h2>{}</article>"
    )


def half_from_quote(scene: Scene) -> Made | None:
    """The first half from the article's own words, the second from a speaker it quotes."""
    quote = "<p>A critic, Jane Doe, answered:</p><blockquote>{}</blockquote>"
    return _two_places(scene, "<article>{}</article>", quote)


def half_from_comments(scene: Scene) -> Made | None:
    """The first half from the article, the second from a reader's comment."""
    return _two_places(scene, "<article>{}</article>", _FURNITURE["only_in_comments"])


def _two_places(scene: Scene, first: str, second: str) -> Made | None:
    others = [text for text in scene.other.paragraphs if 10 <= size(text) <= 60]
    if not others or CJK.search(scene.text) or size(scene.text) < 10:
        return None
    other = scene.luck.choice(others)
    if CJK.search(other):
        return None
    quotation = f"{_half(scene.text, second=False)} … {_half(other, second=True)}"
    body = [first.format(paragraph(scene.text)), second.format(paragraph(other))]
    return Made(quotation, page(body), truth="")


def across_heading(scene: Scene) -> Made | None:
    """An ellipsis from one section into the next, over its heading."""
    _, after = scene.around(3)
    later = [text for text in after[1:] if size(text) >= 10 and not CJK.search(text)]
    if not later or CJK.search(scene.text) or size(scene.text) < 10:
        return None
    quotation = f"{_half(scene.text, second=False)} … {_half(later[0], second=True)}"
    body = [paragraph(scene.text), paragraph(after[0]), "<h2>Another matter</h2>"]
    return Made(quotation, page([*body, *map(paragraph, after[1:])]), truth="")


def far_apart(scene: Scene) -> Made | None:
    """An ellipsis over more than six hundred words."""
    paragraphs, place = scene.passage.reading.paragraphs, scene.passage.paragraph
    hidden = 0
    for text in paragraphs[place + 1 :]:
        if hidden > 600 and size(text) >= 10:
            quotation = f"{_half(scene.text, second=False)} … {_half(text, second=True)}"
            return None if CJK.search(quotation) else Made(quotation, truth="")
        hidden += size(text)
    return None


def cut_in_word(scene: Scene) -> Made | None:
    """The first or last word cut in its middle."""
    first, last = re.match(r"[^\W\d_]{6,}", scene.text), re.search(r"[^\W\d_]{6,}\.$", scene.text)
    if CJK.search(scene.text):
        return None
    if first and (scene.luck.random() < 0.5 or not last):
        return Made(scene.text[scene.luck.randint(2, 3) :])
    return Made(scene.text[: -scene.luck.randint(3, 4)]) if last else None


def cut_in_number(scene: Scene) -> Made | None:
    """A quotation that starts or ends inside a number: `439 people` of `1,439 people`."""
    found = [m for m in NUMBER.finditer(scene.text) if m.end() - m.start() > 1]
    if not found or CJK.search(scene.text):
        return None
    number = scene.luck.choice(found)
    place = number.start() + scene.luck.randint(1, number.end() - number.start() - 1)
    cut = scene.text[place].isdigit() and scene.text[place - 1].isdigit()
    before, after = scene.text[:place], scene.text[place:].rstrip(".")
    longer = before if size(before) > size(after) else after
    return Made(longer) if cut and size(longer) >= 5 else None


PLACES: dict[str, Kind] = {
    **{name: Kind("hidden", _put(form), ABSENT) for name, form in _HIDDEN.items()},
    **{name: Kind("place", _put(form), STOPPED) for name, form in _FURNITURE.items()},
    "elsewhere": Kind("absent", elsewhere, ABSENT),
    "two_articles": Kind("place", two_articles, STOPPED),
    "half_from_quote": Kind("place", half_from_quote, STOPPED),
    "half_from_comments": Kind("place", half_from_comments, STOPPED),
    "across_heading": Kind("place", across_heading, STOPPED),
    "far_apart": Kind("place", far_apart, STOPPED),
    "cut_in_word": Kind("cut", cut_in_word, STOPPED),
    "cut_in_number": Kind("cut", cut_in_number, STOPPED),
}
"""Classes about where words stand, by name."""
