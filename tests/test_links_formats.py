"""`footnoted links` as JUnit, Markdown and text: what each says, and hostile text in each."""

from __future__ import annotations

import re

import pytest
from lxml import etree
from markdown_it import MarkdownIt
from markdown_it.token import Token

from footnoted.model.documents import LinkAnswer, LinksDocument, UnreadableFile
from footnoted.model.finding import Level
from footnoted.model.report import FindingDoc, FixedDoc, News, WhereDoc
from footnoted.model.verdicts import LinkVerdict
from footnoted.reports import links_junit, links_markdown
from footnoted.reports.links_text import closing_lines, link_lines
from sample_reports import HOSTILE

URL = "https://x.example/a"
FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def finding(
    rule: str, level: Level, message: str, news: News | None = "new", at: WhereDoc | None = None
) -> FindingDoc:
    return FindingDoc(
        rule=rule,
        level=level,
        where=at or where(),
        message=message,
        proof=None,
        news=news,
        fingerprint=f"{rule} {message}",
    )


def where(file: str | None = "docs/a.md", line: int | None = 3) -> WhereDoc:
    return WhereDoc(file=file, line=line, column=None, note=None, claim=None, source=None)


def answer(
    url: str = URL,
    verdict: LinkVerdict = LinkVerdict.DEAD,
    message: str = "the server says: not found (404)",
    *findings: FindingDoc,
    at: WhereDoc | None = None,
    reason: str | None = "http_404",
    since: str | None = None,
    suggested: str | None = None,
) -> LinkAnswer:
    return LinkAnswer(
        url=url,
        where=at or where(),
        verdict=verdict,
        reason=reason,
        message=message,
        http_status=None,
        final_url=None,
        suggested_url=suggested,
        memento=None,
        since=since,
        findings=findings,
    )


def document(
    *answers: LinkAnswer, fixed: tuple[FixedDoc, ...] = (), unreadable: tuple[str, ...] = ()
) -> LinksDocument:
    return LinksDocument(
        checked_at="2026-11-24T12:00:00Z",
        vantage="here",
        links=answers,
        fixed=fixed,
        files=tuple(dict.fromkeys(one.where.file or "" for one in answers)),
        unreadable=tuple(UnreadableFile(file="b.md", message=text) for text in unreadable),
    )


def dead(url: str = URL, news: News = "new", since: str | None = None) -> LinkAnswer:
    message = "the server says: not found (404)"
    found = finding("link-dead", "error", f"{url}: {message}", news)
    return answer(url, LinkVerdict.DEAD, message, found, since=since)


def alive(url: str = "https://x.example/b") -> LinkAnswer:
    return answer(url, LinkVerdict.ALIVE, "answers with a page", reason=None)


def blocked(url: str = "https://x.example/c") -> LinkAnswer:
    return answer(url, LinkVerdict.BLOCKED, "the server refuses us (403)", reason="http_403")


def hostile() -> LinksDocument:
    """Text from outside in every field that may hold it."""
    verdicts = (LinkVerdict.DEAD, LinkVerdict.ALIVE, LinkVerdict.NOT_FETCHED)
    return document(
        *(
            answer(
                url,
                verdict,
                HOSTILE,
                finding("link-dead", "error", HOSTILE, at=where(HOSTILE)),
                finding("link-fragment", "warning", HOSTILE, at=where(HOSTILE)),
                at=where(HOSTILE),
                reason=HOSTILE,
                suggested=f"javascript:{HOSTILE}",
            )
            for url in (HOSTILE, f"http://x.example/{HOSTILE}", "javascript:alert(1)")
            for verdict in verdicts
        ),
        fixed=(FixedDoc(rule=HOSTILE, target=HOSTILE, message=HOSTILE),),
        unreadable=(HOSTILE,),
    )


def is_new_error(one: FindingDoc) -> bool:
    return one.level == "error" and one.news == "new"


def read(told: LinksDocument) -> etree._Element:
    """Parse strictly: what is not well-formed XML 1.0 is an error."""
    return etree.fromstring(links_junit.render(told, is_new_error).encode())


def states(root: etree._Element) -> list[tuple[str | None, str | None, str]]:
    return [
        (one.get("classname"), one.get("name"), str(one[0].tag)) for one in root.iter("testcase")
    ]


def test_junit_fails_what_the_caller_says_and_skips_what_was_not_seen() -> None:
    """A known loss passes and says so; a wall is no pass; a file not read is an error."""
    known = dead("https://x.example/known", "persisting")
    root = read(document(dead(), known, alive(), blocked(), unreadable=("b.md: bad",)))
    assert states(root) == [
        ("docs/a.md", URL, "failure"),
        ("docs/a.md", "https://x.example/known", "system-out"),
        ("docs/a.md", "https://x.example/b", "system-out"),
        ("docs/a.md", "https://x.example/c", "skipped"),
        ("b.md", "links of this file", "error"),
    ]
    for suite in (root, *root.findall("testsuite")):
        numbers = [suite.get(name) for name in ("tests", "failures", "errors", "skipped")]
        assert numbers == ["5", "1", "1", "1"]
    failure = root.findtext(".//failure") or ""
    assert f"docs/a.md:3: error: {URL}: the server says: not found (404) [link-dead]" in failure


def test_junit_names_stay_when_lines_move() -> None:
    """The line is an attribute; an address listed again in its file is numbered."""
    again = answer(at=where(line=9))
    root = read(document(answer(), again, answer(at=where("other.md"))))
    assert [(one.get("name"), one.get("line")) for one in root.iter("testcase")] == [
        (URL, "3"),
        (f"{URL} (2)", "9"),
        (URL, "3"),
    ]


def test_junit_of_hostile_text_is_well_formed() -> None:
    """Controls that XML forbids are named, tags and `]]>` are escaped, nothing is lost."""
    root = read(hostile())
    assert len(list(root.iter("testcase"))) == 10
    assert {str(one.tag) for one in root.iter()} == {
        "testsuites",
        "testsuite",
        "testcase",
        "failure",
        "error",
    }
    assert "[U+0000][U+0008]" in (root.findtext(".//failure") or "")
    assert not FORBIDDEN.search(links_junit.render(hostile(), is_new_error))


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\ud800", "\ufffe", "\u202e", '"', "\x85"])
def test_junit_bears_any_character_in_an_address(character: str) -> None:
    """Lists hold what they hold."""
    assert len(read(document(dead(f"http://x.example/{character}")))) == 1


def tokens(text: str) -> list[Token]:
    """Read `text` as GitHub would: tables, raw HTML."""
    flat = []
    for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text):
        flat += [token, *(token.children or [])]
    return flat


def test_markdown_tells_news_first_then_the_worst() -> None:
    """What is well is counted and not listed."""
    fixed = FixedDoc(rule="link-dead", target="https://x.example/f", message="gone")
    known = dead("https://x.example/known", "persisting", "2026-11-20")
    told = document(alive(), blocked(), known, dead(), fixed=(fixed,), unreadable=("b.md: bad",))
    text = links_markdown.render(told)
    assert "**4 links in 1 file: 2 dead, 1 blocked, 1 alive.**" in text
    order = [line for line in text.splitlines() if line.startswith("#")]
    assert order == [
        "# Link check",
        "## News: 1 new, 1 fixed, 1 persisting",
        "## Links, worst first",
        "## Not read",
    ]
    rows = [line.split(" | ")[:2] for line in text.splitlines() if line.startswith("| docs")]
    assert rows == [
        ["| docs/a.md:3", "× Dead since 2026-11-20"],
        ["| docs/a.md:3", "× Dead"],
        ["| docs/a.md:3", "⊘ Blocked"],
    ]
    assert links_markdown.render(told) == text


def test_markdown_of_no_network_says_it_once() -> None:
    """And accuses nobody."""
    offline = answer(URL, LinkVerdict.OFFLINE, "not looked at: no network here", reason="offline")
    text = links_markdown.render(document(offline, offline))
    assert text.count("Offline.") == 1
    assert "No link is called dead" in text


def test_markdown_of_hostile_text_shows_it_and_does_nothing() -> None:
    """No HTML, code, emphasis or picture comes of it; links only to http and https."""
    text = links_markdown.render(hostile())
    read_back = tokens(text)
    kinds = {one.type for one in read_back}
    assert not kinds & {"html_inline", "html_block", "code_inline", "image", "em_open", "s_open"}
    links = [str(one.attrGet("href")) for one in read_back if one.type == "link_open"]
    assert [one for one in links if not one.startswith(("http://", "https://"))] == []
    assert not FORBIDDEN.search(text)
    assert "@everyone" not in text


@pytest.mark.parametrize(
    "address",
    [
        "https://x.example/a|b",
        "https://x.example/a)b(c",
        "https://x.example/`a`",
        "https://x.example/\u202egnp",
        "https://x.example/\x1b[2J",
        "https://x.example/<b>",
        "javascript:alert(1)",
        "data:text/html,<script>",
        "https://u@x.example/#12",
    ],
)
def test_markdown_rows_keep_their_cells(address: str) -> None:
    """Whatever the address, four cells, and no link but to itself."""
    text = links_markdown.render(document(dead(address)))
    (row,) = [line for line in text.splitlines() if line.startswith("| docs")]
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) == 5
    links = [str(one.attrGet("href")) for one in tokens(text) if one.type == "link_open"]
    assert all(one.startswith("https://") for one in links)


def test_markdown_of_very_many_links_stays_under_one_mebibyte() -> None:
    """The limit is in bytes, and Chinese takes three of them a character."""
    many = [dead(f"https://x.example/{number}/{'数' * 100}") for number in range(5_000)]
    text = links_markdown.render(document(*many, unreadable=("数" * 300,) * 2_000))
    assert len(text.encode()) < 1_048_576
    for what in ("news", "links", "files"):
        assert re.search(rf"… and [\d,]+ lines more of {what}", text)


def test_a_pipe_gets_a_line_a_link() -> None:
    """Verdict, place, address, words; in input order."""
    lines = [f"{verdict}{rest}" for verdict, rest in link_lines(document(alive(), dead()), None)]
    assert lines == [
        "alive  docs/a.md:3  https://x.example/b  answers with a page",
        "dead   docs/a.md:3  https://x.example/a  the server says: not found (404)",
    ]


def test_a_terminal_gets_words_under_the_link() -> None:
    """Within its width, but for an address, which is never broken; what is well says no more."""
    long = answer(
        f"https://x.example/{'a' * 90}",
        LinkVerdict.SOFT_404,
        "titled “Page not found” though it answers 200; an address made up beside it shows the "
        "same page",
        at=where("docs/" + "very-" * 8 + "long.md", 12),
    )
    told = link_lines(document(alive(), long), 80)
    assert told[0][1] == f"     {'docs/a.md:3':<30}  https://x.example/b"
    head, *under = told[1][1].splitlines()
    assert head.endswith("a" * 90)
    assert len(under) == 2
    assert all(len(line) <= 80 and line.startswith(" " * 10) for line in under)


def test_text_tells_news_where_there_is_a_history() -> None:
    """New, and since when; without a history nothing is called new."""
    known = dead("https://x.example/known", "persisting", "2026-11-20")
    new = dead(since="2026-11-24")
    told = [rest for _, rest in link_lines(document(known, new), None)]
    assert "  since 2026-11-20: the server" in told[0]
    assert "  NEW: the server" in told[1]
    assert "NEW" not in link_lines(document(dead()), None)[0][1]


def test_the_end_counts_worst_first_and_repeats_what_scrolled_away() -> None:
    """A short list needs no repeating."""
    assert closing_lines(document(alive(), dead())) == ["2 links in 1 file: 1 dead, 1 alive"]
    fixed = FixedDoc(rule="link-dead", target="https://x.example/f", message="gone")
    lines = closing_lines(document(dead(), *[alive()] * 30, fixed=(fixed,)))
    assert lines == [
        "31 links in 1 file: 1 dead, 30 alive",
        "since the last run: 1 new, 1 fixed, 0 persisting",
        "FIXED  https://x.example/f (link-dead)",
        "dead  docs/a.md:3  https://x.example/a",
    ]
    assert closing_lines(document()) == ["no links found"]


@pytest.mark.parametrize("width", [None, 80])
def test_hostile_text_moves_no_cursor(width: int | None) -> None:
    """Escapes and marks of direction are named, in lines and at the end."""
    told = hostile()
    text = "\n".join([*(rest for _, rest in link_lines(told, width)), *closing_lines(told)])
    assert not FORBIDDEN.search(text.replace("\n", ""))
    assert "[U+001B][31mred" in text


def test_remarks_stand_beside_the_verdict_and_are_not_said_twice() -> None:
    """A missing place is told of a page that is alive; distrust is told once."""
    lost = finding("link-fragment", "warning", f"{URL}#b: the page has no place called #b")
    told = link_lines(
        document(answer(f"{URL}#b", LinkVerdict.ALIVE, "answers with a page", lost, reason=None)),
        None,
    )
    assert told[0][1].endswith("answers with a page; the page has no place called #b")
    distrust = finding("link-untrusted", "warning", f"{URL}: its TLS would make a browser warn: x")
    words = "answers, but a browser would warn: x"
    told = link_lines(
        document(answer(URL, LinkVerdict.ALIVE, words, distrust, reason="tls_untrusted")), None
    )
    assert told[0][1].endswith(words)
