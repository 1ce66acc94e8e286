from __future__ import annotations

import base64
import hashlib
import html
import re
from pathlib import Path

from bs4 import BeautifulSoup, Tag

import coverage_papers as made
from footnoted.audit.coverage import coverage
from footnoted.reports.coverage_html import render

SENTENCE = "In 2011 the harbour of Orvel took 412 barges, and five towns lived from it."
HOSTILE = "<script>alert(1)</script> \"onclick='x' ]]> &amp; \u202eevil\u202c javascript:alert(1)"


def page_of(home: Path, text: str = made.PAPER, **records: list[dict[str, object]]) -> str:
    """Return the coverage page of a paper and its records."""
    return render(
        coverage(made.write_records(home, text, **records), made.write_paper(home, text)).page()
    )


def soup(page: str) -> BeautifulSoup:
    """Return the page as a browser would read it."""
    return BeautifulSoup(page, "lxml")


def attributes(tree: BeautifulSoup, name: str) -> list[str]:
    """Return every value of an attribute on the page."""
    return [str(one[name]) for one in tree.select("*") if name in one.attrs]


def test_the_text_is_all_there_and_in_order(tmp_path: Path) -> None:
    """Colouring loses no letter of the paragraphs, and cuts no word in two for a reader."""
    tree = soup(page_of(tmp_path))
    shown = [one.get_text() for one in tree.select("div.prose > p")]
    first = (
        "In 2011 the harbour of Orvel took 412 barges, and five towns lived from it.1 The council "
        "spoke of “a river that feeds us all”.2 Tolls came to $3.5m in 2012, which the 'free "
        "passage' party called too much.3"
    )
    second = (
        "The flood of March 2009 broke three dams, as the engineers had warned.5 The "
        "second-largest town, Kessary, was under water for 19 days. “Nobody slept in that week”, "
        "said the mayor.6"
    )
    assert shown == [first, second]


def test_a_part_on_record_leads_to_its_claim(tmp_path: Path) -> None:
    """Hovering shows what the claim says, and the claim leads back to its words."""
    tree = soup(page_of(tmp_path))
    part = next(one for one in tree.select("a.part.on-record") if one.get_text() == "412 barges")
    assert part["href"] == "#c-barges-2011"
    assert part["title"] == f"barges-2011: {made.CLAIMS[0]['says']}"
    claim = tree.find(id="c-barges-2011")
    assert isinstance(claim, Tag)
    (back,) = claim.select("a")
    assert len(tree.find_all(id=str(back["href"]).removeprefix("#"))) == 1


def test_exempt_and_open_parts_say_why(tmp_path: Path) -> None:
    """By colour and by words; what is open is listed above the text and leads to its place."""
    tree = soup(page_of(tmp_path, claims=made.CLAIMS[1:]))
    (exempt,) = tree.select("span.part.exempt[id]")
    assert exempt["title"] == f"in single marks, exempt: {made.EXEMPT[0]['reason']}"
    left = tree.select("#open li > a")
    assert [one.get_text("|").split(", line 5|") for one in left[:5]] == [
        ["sentence with a note", SENTENCE],
        ["date", "2011"],
        ["figure", "412 barges"],
        ["number word", "five towns"],
        ["mark of a note", "1"],
    ]
    assert left[5].get_text().startswith("note, line")
    for one in left:
        assert len(tree.find_all(id=str(one["href"]).removeprefix("#"))) == 1


def test_every_id_is_there_once_and_every_inner_link_leads_somewhere(tmp_path: Path) -> None:
    """Also where claims overlap each other and several parts."""
    claims = [*made.CLAIMS, made.claim("whole", "In 2011 the harbour", "called too much")]
    tree = soup(page_of(tmp_path, claims=claims))
    ids = attributes(tree, "id")
    assert len(ids) == len(set(ids))
    assert {one.removeprefix("#") for one in attributes(tree, "href")} <= set(ids)


def test_the_policy_allows_our_style_and_nothing_else(tmp_path: Path) -> None:
    """No script, no style attribute, no address that a browser would ask."""
    page = page_of(tmp_path)
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        in html.unescape(page)
    )
    tree = soup(page)
    assert tree.find_all(["script", "img", "link", "iframe"]) == []
    assert attributes(tree, "style") + attributes(tree, "src") == []
    assert all(one.startswith("#") for one in attributes(tree, "href"))


def test_hostile_text_is_shown_and_does_nothing(tmp_path: Path) -> None:
    """In the text, a note, a heading, a table, a statement and a reason."""
    text = (
        made.PAPER.replace("the engineers", f"the {HOSTILE} engineers")
        .replace("## 2 Floods", f"## 2 {HOSTILE}")
        .replace("Birch, Tolls", f"Birch, {HOSTILE}, Tolls")
        .replace("| 2010 |", "| <b>2010</b><script>x</script> |")
    )
    claims = [{**one, "says": f"{HOSTILE} 2011 five"} for one in made.CLAIMS]
    exempt = [{**made.EXEMPT[0], "reason": HOSTILE}]
    page = page_of(tmp_path, text, claims=claims, exemptions=exempt)
    tree = soup(page)
    assert tree.find_all("script") == []
    assert "\u202e" not in page
    assert [name for one in tree.select("*") for name in one.attrs if name.startswith("on")] == []
    assert all(one.startswith("#") for one in attributes(tree, "href"))
    assert tree.get_text().count("<script>alert(1)</script>") >= len(claims)
