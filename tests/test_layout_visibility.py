from __future__ import annotations

import pytest

from footnoted.texts import read_text

HIDDEN = [
    (".a .b {display:none}", "<div class=a><i><p class=b>secret</p></i></div>"),
    (".a > .b {display:none}", "<div class=a><p class=b>secret</p></div>"),
    ("h2 + .b {display:none}", "<h2>x</h2><p class=b>secret</p>"),
    ("h2 ~ .b {display:none}", "<h2>x</h2><p>y</p><p class=b>secret</p>"),
    ("a, b , .c{display:none}", "<p class='d c'>secret</p>"),
    ("[data-x=off] {display:none}", "<p data-x=off>secret</p>"),
    ("p[class^=o]{display:none}", "<p class=off>secret</p>"),
    ("p:not(.on) {display:none}", "<p class=off>secret</p>"),
    ("p:first-child{display:none}", "<div><p>secret</p><p>y</p></div>"),
    (".a * {display:none}", "<div class=a><p>secret</p></div>"),
    ("@media screen {.b{display:none}}", "<p class=b>secret</p>"),
    ("@media (min-width: 600px){.b{display:none}}", "<p class=b>secret</p>"),
    ("@media all and (max-width:1400px){.b{display:none}}", "<p class=b>secret</p>"),
    ("@supports (display:grid){.b{display:none}}", "<p class=b>secret</p>"),
    ("@import url(x.css);.b{display:none}", "<p class=b>secret</p>"),
    (".b{display:none!important}.b{display:block}", "<p class=b>secret</p>"),
    (".b{display:none!important}", "<p class=b style='display:block'>secret</p>"),
    ("#i{display:none}.b{display:block}", "<p id=i class=b>secret</p>"),
    (".b{visibility:hidden}", "<div class=b><p>secret</p></div>"),
    (".q::before{content:'}'} .b{display:none}", "<p class=b>secret</p>"),
    (".b:has(a){display:none}", "<p class=b>secret</p>"),
    (".js .b{display:none}", "<p class=b>secret</p>"),
    ("<!-- .b{display:none} -->", "<p class=b>secret</p>"),
    (".b{left:-999em;position:absolute}", "<p class=b>secret</p>"),
    (".b{clip:rect(1px,1px,1px,1px)}", "<p class=b>secret</p>"),
    (".b{max-height:0;overflow:hidden}", "<p class=b>secret</p>"),
    (".b{transform:scale(0)}", "<p class=b>secret</p>"),
    ("", "<p style='color:#fff;background:white'>secret</p>"),
    ("", "<div style='background:#000'><p style='color:black'>secret</p></div>"),
    ("", "<p><font color=white>secret</font></p>"),
    ("", "<p style='color:transparent'>secret</p>"),
    ("", "<p style='color:rgb(255,255,254)'>secret</p>"),
    ("", "<svg><title>secret</title><desc>secret</desc></svg>"),
    ("", "<datalist><option>secret</datalist>"),
    ("", "<math><annotation>secret</annotation></math>"),
    ("", "<p class='card hidden'>secret</p>"),
    (".b{text-decoration:underline line-through}", "<p class=b>secret</p>"),
    ("", "<p style='text-decoration-line: line-through'>secret</p>"),
    (".b{font-size:2px}", "<p class=b>secret</p>"),
    (".b{font:0/0 a}", "<p class=b>secret</p>"),
    (".b{font-size:0}", "<div class=b><p style='font-size:1em'>secret</p></div>"),
    (".b{opacity:.04}", "<p class=b>secret</p>"),
    (".b{filter:blur(0) opacity(1%)}", "<p class=b>secret</p>"),
    (".b{translate:-9999px}", "<p class=b>secret</p>"),
    (".b{scale:0}", "<p class=b>secret</p>"),
    (".b{transform:rotate(0) translate(0, -9999px)}", "<p class=b>secret</p>"),
    (".b{position:absolute;right:200vw}", "<p class=b>secret</p>"),
    (".b{text-indent:100%;white-space:nowrap;overflow:hidden}", "<p class=b>secret</p>"),
    (".b{-webkit-text-fill-color:transparent}", "<p class=b>secret</p>"),
    (".b{color:transparent}", "<p class=b>secret</p>"),
    (".b{color:rgba(9, 9, 9, 0)}", "<p class=b>secret</p>"),
    (".b{color:rgb(9 9 9 / 0%)}", "<p class=b>secret</p>"),
    (".b{-webkit-mask-image:linear-gradient(transparent, transparent)}", "<p class=b>secret</p>"),
    (":root{--x:none}.b{display:var(--x)}", "<p class=b>secret</p>"),
    ("", "<div style='--x:0'><p style='opacity:var(--x)'>secret</p></div>"),
    ("", "<p style='--x:none;display:var(--x)'>secret</p>"),
    (".b{opacity:var(--untold, 0)}", "<p class=b>secret</p>"),
    (r".b{d\69splay:none}", "<p class=b>secret</p>"),
    ("", "<p style='display:/**/none'>secret</p>"),
    ("", "<p popover>secret</p>"),
    ("", "<p style='display:none'/>secret"),
]
"""Style rules and bodies in which a reader does not see the word `secret`."""

SEEN = [
    (".b{opacity:0;animation:in 1s forwards}", "<p class=b>words</p>"),
    (".b{opacity:0;animation:none}.b{opacity:1}", "<p class=b>words</p>"),
    ("", "<div><template shadowrootmode=open><p>words</p></template></div>"),
    (".b{text-decoration:line-through}.b{text-decoration:none}", "<p class=b>words</p>"),
    (".b{font:12px/1 a}.b{font-weight:0}", "<p class=b>words</p>"),
    (".b{font-size:0}", "<div class=b><p style='font-size:1rem'>words</p></div>"),
    (".b{color:transparent;-webkit-background-clip:text}", "<p class=b>words</p>"),
    (".b{color:rgb(0, 0, 0)}", "<p class=b>words</p>"),
    (".b{color:rgba(0, 0, 0, 0.9)}", "<p class=b>words</p>"),
    (".b{transform:translateX(-50%) scale(1.05)}", "<p class=b>words</p>"),
    (".b{transform:scaleZ(0)}", "<p class=b>words</p>"),
    (".b{position:absolute;right:100%}", "<p class=b>words</p>"),
    (".a{--x:none}.c{--x:block}.b{display:var(--x)}", "<p class=b>words</p>"),
    (".b{mask:linear-gradient(#000, transparent)}", "<p class=b>words</p>"),
    ("", "<p><br/>words<img src='x'/></p>"),
    ("", "<svg><g display='none'/><text>words</text></svg>"),
    (".a > .b {display:none}", "<div class=a><i><b class=b>words</b></i></div>"),
    (".b:hover{display:none} .b:not(.off){display:block}", "<p class=b>words</p>"),
    ("p:not(.on) {display:none}", "<p class=on>words</p>"),
    ("@media print{.b{display:none}}", "<p class=b>words</p>"),
    ("@media only screen and (max-width: 700px){.b{display:none}}", "<p class=b>words</p>"),
    ("@media (width < 50em){.b{display:none}}", "<p class=b>words</p>"),
    ("@supports not (display:grid){.b{display:none}}", "<p class=b>words</p>"),
    ("@font-face{src:url(x)} @keyframes k{from{opacity:0}}", "<p class=b>words</p>"),
    (".b{display:none}.b{display:block}", "<p class=b>words</p>"),
    (".b{display:none}", "<p class=b style='display:block'>words</p>"),
    (".b{display:none}.a .b{display:inline}", "<div class=a><p class=b>words</p></div>"),
    (".no-js .b{display:none}", "<p class=b>words</p>"),
    ("body{display:none} html{visibility:hidden}", "<p>words</p>"),
    ("", "<div style='visibility:hidden'>x<p style='visibility:visible'>words</p></div>"),
    ("li{font-size:1rem}", "<ul style='font-size:0'><li>words</li></ul>"),
    (".col{margin-left:-100%}", "<div class=col>words</div>"),
    (".b{clip:rect(0,100px,100px,0)}", "<p class=b>words</p>"),
    ("", "<td bgcolor=navy><font color=white>words</font></td>"),
    ("", "<div style='background:#036'><p style='color:#fff'>words</p></div>"),
    ("", "<div style='background:url(x.png)'><p style='color:#fff'>words</p></div>"),
    ("", "<p style='color:#333'>words</p>"),
    ("", "<div aria-hidden=true><main>words</main></div>"),
    ("", "<p class='hidden md:block'>words</p>"),
    ("", "<details><p>words</p></details>"),
    ("{}}}{.b{display:none", "<p class=c>words</p>"),
]
"""Style rules and bodies in which a reader sees the word `words`."""


def _content(body: str, css: str = "", head: str = "") -> str:
    page = f"<!doctype html><html class=no-js><head><style>{css}</style>{head}</head><body>{body}"
    return read_text(page.encode(), "text/html; charset=utf-8").content


@pytest.mark.parametrize(("css", "body"), HIDDEN)
def test_hidden(css: str, body: str) -> None:
    """Rules of a page's own style sheet hide as they do in a browser on a desktop."""
    assert "secret" not in _content(f"before {body}", css)
    assert "before" in _content(f"before {body}", css)


@pytest.mark.parametrize(("css", "body"), SEEN)
def test_seen(css: str, body: str) -> None:
    """What a rule does not reach, or another rule shows again, is seen."""
    assert "words" in _content(body, css)


def test_white_words_under_a_foreign_style_sheet() -> None:
    """Where a style sheet that was not read may set the background, white words may be seen."""
    link = "<link rel=stylesheet href=x.css>"
    assert "words" in _content("<p style='color:white'>words</p>", head=link)


def test_style_sheets_for_print_do_not_count() -> None:
    """A style element's own media decide whether it applies."""
    sheet = "<style media=print>p{display:none}</style>"
    assert "words" in _content("<p>words</p>", head=sheet)
    assert "words" not in _content("<p>words</p>", head=sheet.replace("print", "screen"))


def test_blocks_by_style_are_not_glued() -> None:
    """Inline elements that the page puts on lines of their own are apart."""
    css = ".line{display:block}"
    lines = _content("<p><span class=line>one</span><span class=line>two</span></p>", css)
    assert lines == "one\ntwo"


def test_a_hidden_word_does_not_part_what_surrounds_it() -> None:
    """What follows a hidden element goes on in the same block."""
    assert _content("<p>one<span hidden>secret</span> two</p>") == "one two"


def test_rules_that_cost_too_much_are_named() -> None:
    """A page whose rules would take hours to match is `too_costly`."""
    deep = "<i class=a>" * 1_500 + "<b class=c>x</b>" * 3_000
    css = ".a " * 10 + ".z .c{display:none}"
    page = f"<style>{css}</style>{deep}"
    assert read_text(page.encode(), "text/html").unreadable == "too_costly"
