"""`footnoted.reports.markdown`: for pull requests and step summaries."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

import sample_reports
import timely_reports
from footnoted.reports.markdown import escaped, render


def tokens(text: str) -> list[Token]:
    """Read `text` as GitHub would: tables, raw HTML, bare addresses as links."""
    flat = []
    for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text):
        flat += [token, *(token.children or [])]
    return flat


def plain_text(text: str) -> str:
    """Return what a reader sees."""
    return "".join(token.content for token in tokens(text) if token.type == "text")


def test_news_comes_first_then_counts_then_the_worst() -> None:
    """A reviewer sees what changed before anything else."""
    text = render(sample_reports.sample_report())
    order = [line for line in text.splitlines() if line.startswith("#")]
    assert order == [
        "# Citation check: The Salt Road: Ferries and Fisheries of the Lannet Sea",
        "## News: 4 new, 1 fixed, 4 persisting",
        "## Counts",
        "## Claims, worst first",
        "## Notes needing attention",
        "## Links",
        "## Other findings",
        "## Not run",
    ]
    assert "**3 of 11 notes hold.**" in text
    row = re.compile(r"^\| (. [A-Z][a-z ]+?)(?: \(needs review\))? \| [\d, ]+ \|", re.MULTILINE)
    verdicts = row.findall(text)
    assert verdicts.index("≠ Mismatch") < verdicts.index("∅ Not found")


def test_news_come_with_their_causes_and_the_rest_of_time_in_short() -> None:
    """Why each is new; what is archived, silent, rotten, mitigated, not due, blind."""
    text = render(timely_reports.timely_report())
    news = text[text.index("## News") : text.index("## Counts")]
    causes = "New: 1 because the page changed, 1 because the record is new or changed, 1 because"
    assert causes in news
    line = next(line for line in news.splitlines() if "altered-quotation" in line)
    assert line.endswith("New: the page changed: on 20 November the page still had the words.")
    seen = plain_text(text)
    for words in (
        "Nothing of what was due could be looked at from a desk in Lannet, 2 days in a row now.",
        "Archived copies of 10 links: 2 near the day of access, 1 at another time only, ",
        "No answer from archive.example for 2 links: 429: asked too often",
        "Of the links, 2 links rotten; 1 dead link mitigated: an archived copy of its time",
        "× Dead, mitigated, rotten: seen gone since 1 November 2026",
        "⊘ Blocked, not seen from a desk in Lannet since 1 November 2026",
        "archived 3 May 2019, not near the day of access",
    ):
        assert words in seen
    assert "[Archived copy, of 2 March 2013](<https://archive.example/web/20130302101500/" in text


def test_a_first_audit_says_once_why_all_is_new() -> None:
    """Under the heading; no line repeats it."""
    text = render(sample_reports.first_report())
    news = text[text.index("## News") : text.index("## Counts")].splitlines()
    assert [line for line in news if "record is new" in line] == [
        "New: 4 because the record is new or changed."
    ]
    assert sum(line.startswith("- ") for line in news) == 4


def test_lints_that_did_not_run_for_one_reason_are_one_line() -> None:
    """With all their names, since a step summary has room."""
    text = render(sample_reports.sample_report(not_run=sample_reports.without_paper(3)))
    assert text.endswith(
        "## Not run\n\n- needs the paper: give it with --paper: "
        "**lint-1**, **lint-2**, **lint-3**\n"
    )


def test_a_mismatch_shows_both_sides() -> None:
    """The paper's words and the source's stand in one cell."""
    text = render(sample_reports.sample_report())
    assert "Paper: “1.2 million”. Source: “2.1 million passengers”." in text
    assert "[Archived copy, of 2 March 2013](<https://archive.example/" in text


def test_offline_is_said_once_and_accuses_nobody() -> None:
    """One line at the top; no table of links that nobody could ask."""
    text = render(sample_reports.offline_report())
    assert text.count("Offline.") == 1
    assert "No network from here: nothing was asked. No link" in text
    assert "## Links" not in text


def test_every_row_of_a_table_has_the_cells_of_its_header() -> None:
    """Hostile pipes and newlines do not break a table."""
    for report in (sample_reports.sample_report(), sample_reports.hostile_report("a|b\n|c\\|d")):
        inside = 0
        for line in render(report).splitlines():
            cells = len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) if line.startswith("|") else 0
            assert not (inside and cells) or cells == inside
            inside = cells


def test_hostile_text_is_shown_and_does_nothing() -> None:
    """No HTML, link, code, emphasis or heading comes from the text; a reader sees it whole."""
    text = render(sample_reports.hostile_report())
    read = tokens(text)
    assert not [t for t in read if t.type in {"html_inline", "html_block", "code_inline", "image"}]
    assert not [t for t in read if t.type == "link_open"]
    assert "<script>alert(1)</script> | =cmd('x')!A1 [U+001B][31mred" in plain_text(text)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", text)


@pytest.mark.parametrize("text", ["@someone", "see #12", "GH-7", "a@b.example", "org/repo#3"])
def test_nobody_is_notified_and_no_issue_is_linked(text: str) -> None:
    """A zero-width space parts the sign from what follows; the words stay readable."""
    assert re.search(r"(@|#|GH-)&#8203;", escaped(text))
    assert plain_text(escaped(text)).replace("\u200b", "") == text


def test_addresses_in_text_do_not_become_links() -> None:
    """Only the addresses that the report names as links are links, and only http or https."""
    assert "://" not in escaped("see https://evil.example and www.evil.example")
    assert "www." not in escaped("see https://evil.example and www.evil.example")
    links = [t for t in tokens(render(sample_reports.sample_report())) if t.type == "link_open"]
    assert links
    assert all(str(link.attrGet("href")).startswith(("http://", "https://")) for link in links)


def test_a_huge_audit_stays_under_one_mebibyte_and_says_what_it_left_out() -> None:
    """The step summary's limit is in bytes, and Chinese takes three of them a character."""
    claims = [
        one.model_copy(update={"says": "数" * 300, "id": f"{one.id}-{number}"})
        for number in range(400)
        for one in sample_reports.sample_claims()
    ]
    notes = [one.model_copy(update={"text": "数" * 300}) for one in sample_reports.sample_notes()]
    findings = [
        sample_reports.finding("r", "error", "数" * 300, news="new") for _ in range(2000)
    ] + [sample_reports.finding("r", "error", "数" * 300) for _ in range(2000)]
    links = [
        one.model_copy(update={"message": "数" * 300}) for one in sample_reports.sample_links()
    ]
    text = render(sample_reports.report(claims, notes * 300, links * 400, findings))
    assert len(text.encode()) < 1_048_576
    for what in ("claims", "notes", "links", "news", "findings"):
        assert re.search(rf"… and [\d,]+ more {what} in `report.html`\.", text)
