from __future__ import annotations

from examined_papers import brief, cite, records
from footnoted.lints.bare_url import bare_url

URL = "http://lakes.example.org/a.html"


def test_an_address_with_at_most_a_name_is_told() -> None:
    """What is left without the address: nothing, or a name of up to three words."""
    source = {"id": "ash", "title": "On lakes", "URL": URL}
    for text in (URL, f"Lakeworld, {URL}", f"The Lake Board, <{URL}>"):
        notes = [cite("1", "ash", text)]
        assert brief(bare_url(records(source, notes=notes))) == [("warning", "high", "1")], text
    for text in (f"Ash B, On the lakes, {URL}", f"Board, 3 May 2012, {URL}", "Ibid", "Ash"):
        assert brief(bare_url(records(source, notes=[cite("1", "ash", text)]))) == [], text


def test_a_page_without_a_title_is_told_where_it_is_cited_in_full() -> None:
    """A short form has no title, and needs none."""
    untitled = {"id": "ash", "URL": URL}
    text = f"Ministry of Lakes, Department of Lower Waters, {URL}"
    assert len([*bare_url(records(untitled, notes=[cite("1", "ash", text)]))]) == 1
    short = [cite("1", "ash", text, form="short")]
    assert brief(bare_url(records(untitled, notes=short))) == []
