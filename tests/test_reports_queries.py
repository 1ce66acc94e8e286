"""`footnoted.reports.queries`: author queries as Markdown."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

import author_reports
import sample_reports
import timely_reports
from footnoted.model.verdicts import ClaimVerdict, LinkVerdict
from footnoted.reports.queries import render

GOLDEN = """\
## Note 3

> Ibid.

### 5. A figure is another one in its source

**The paper says, in our words:** The ferries of the Lannet Sea carried 1.2 million people in 2012.

The source we compared gives another value. May we follow it, or is your figure from another place?

**What we saw:**

- The paper has: 1.2 million (passengers in 2012).
- The source says: “In 2012 the eleven ferries of the Lannet Sea carried 2.1 million passengers, \
the most since the war.”
- That is 2.1 million persons.
- Compared with the page “Ferries of the Lannet Sea, 2012”, as it was on 24 November 2026, \
[https&#58;//harbour.example/reports/2012/ferries]\
(<https://harbour.example/reports/2012/ferries>).

**Proposal:**

- Give the figure as the source has it: <del>1.2 million</del> <ins>2.1 million passengers</ins>

**Your answer:**

- [ ] accept
- [ ] change to:
- [ ] leave as it is
- comment:

## Note 4

> Lannet Harbour Board, op cit.

### 6. Not in the source that the note names

**The paper says, in our words:** In 1954 a storm took 47 boats.

We read the source that the note names and could not find this in it. Could you tell us where it \
stands, or which source you meant?

**What we saw:**

- Looked for: 47 boats
- Compared with the page “Ferries of the Lannet Sea, 2012”, as it was on 24 November 2026, \
[https&#58;//harbour.example/reports/2012/ferries]\
(<https://harbour.example/reports/2012/ferries>).

**Proposal:** We have nothing to propose here; please tell us.

**Your answer:**

- [ ] change to:
- [ ] leave as it is
- comment:

"""


def tokens(text: str) -> list[Token]:
    """Read `text` as GitHub would: tables, raw HTML, bare addresses as links."""
    flat = []
    for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text):
        flat += [token, *(token.children or [])]
    return flat


def plain_text(text: str) -> str:
    """Return what a reader sees."""
    return "".join(token.content for token in tokens(text) if token.type == "text")


def test_a_figure_and_a_missing_part_read_as_a_letter() -> None:
    """Two queries to the letter: words, evidence, proposal, answers."""
    text = render(timely_reports.timely_report())
    assert GOLDEN in text


def test_the_letter_comes_first_and_what_was_not_checked_last() -> None:
    """Queries between them, numbered through, each note once."""
    text = render(timely_reports.timely_report())
    assert text.startswith("# Queries to the author: The Salt Road: Ferries and")
    assert "For Imre Vold and Tamsin Okoro." in text
    assert re.findall(r"^### (\d+)\.", text, re.MULTILINE) == [str(n) for n in range(1, 9)]
    heads = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert heads == [
        "Note 1", "Note 2", "Note 3", "Note 4", "Note 9", "Note 10", "What could not be checked",
    ]  # fmt: skip


def test_a_paper_without_a_question_says_so() -> None:
    """No empty list and no answer to give."""
    text = render(sample_reports.empty_report())
    assert "No question to you came up." in text
    assert "answer" not in text


def test_no_code_and_no_reproach_reaches_the_author() -> None:
    """Rules, verdicts and machine numbers stay with us; nobody made an error."""
    for report in (sample_reports.sample_report(), timely_reports.timely_report()):
        text = plain_text(render(report)).lower()
        assert not re.search(r"\berrors?\b|\bwrong\b|\bfail|mismatch|soft.404|_|\de\d", text)


def test_hostile_text_is_shown_and_does_nothing() -> None:
    """No HTML, link, code or heading comes from the text; a reader sees it whole."""
    text = render(sample_reports.hostile_report())
    read = tokens(text)
    html = {t.content for t in read if t.type in {"html_inline", "html_block"}}
    assert html <= {"<del>", "</del>", "<ins>", "</ins>"}
    assert not [t for t in read if t.type in {"code_inline", "image", "link_open", "fence"}]
    assert "<script>alert(1)</script> | =cmd('x')!A1 [U+001B][31mred" in plain_text(text)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", text)


@pytest.mark.parametrize(
    "text",
    [
        "# a heading",
        "- [x] accept",
        "+ more",
        "1. first",
        "2) second",
        "=====",
        "---",
        "> quoted",
        "| a | b |",
        "</ins><b>",
        "&lt;b&gt;",
        "```",
        "    code",
    ],
)
def test_text_from_outside_begins_no_block_of_its_own(text: str) -> None:
    """A note cannot answer its own query, nor add one."""
    quiet, loud = (
        [t.type for t in tokens(render(sample_reports.hostile_report(one))) if t.type != "text"]
        for one in ("plain words", f"{text}\n\n{text}")
    )
    loud = [one for one in loud if one != "html_inline"]
    quiet = [one for one in quiet if one != "html_inline"]
    assert [one for one in loud if one != "softbreak"] == quiet


def test_marks_hold_between_letters_without_spaces() -> None:
    """Chinese has no spaces beside a changed word."""
    part = sample_reports.ALTERED.model_copy(
        update={
            "text": "上游水闸将开放",
            "source_wording": "上游水闸不开放",
            "diff": (
                ("equal", "上游水闸", "上游水闸"),
                ("replace", "将", "不"),
                ("equal", "开放", "开放"),
            ),
        }
    )
    claim = sample_reports.claim("q", ClaimVerdict.MISMATCH, (part,))
    text = render(sample_reports.report([claim], [sample_reports.note("1", "x")]))
    assert "“上游水闸不开放”" in text
    assert "<del>将</del>" in text
    assert "<ins>不</ins>" in text


def test_addresses_are_links_only_where_they_are_addresses() -> None:
    """The proposed one and the one that was asked."""
    url = "http://catch.example/tables"
    copy = sample_reports.memento("2013-03-02", url)
    link = sample_reports.link(
        url, LinkVerdict.DEAD, "gone", archived=sample_reports.archived(copy)
    )
    text = render(author_reports.of_links(link, text=f"Tables, {url}"))
    targets = [str(t.attrGet("href")) for t in tokens(text) if t.type == "link_open"]
    assert set(targets) == {url, copy.view_url}
