"""The table of link checkers: how answers of the others are read, judged and printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from benchmarks.links.peers import PEERS, Said
from benchmarks.links.table import BEGIN, END, Heard, Row, peer_is_right, render, write_between

from faults.model import Fault

_CSV = (
    "# created by LinkChecker\n"
    "urlname;parentname;baseref;result;warningstring;infostring;valid;url;line;column;name\n"
    "file:page.html;;;;;;True;file:///page.html;0;0;\n"
    "http://x.internal/a;page.html;;{result};{warning};;{valid};http://x.internal/a;1;1;cited\n"
)


def _fault(verdict: str, finding: str | None = None) -> Fault:
    return Fault("a_name", verdict, "http://x.internal/a", "because | so", finding=finding)


def _heard(word: str, *, seconds: float = 1.0, trapped: bool = False) -> Heard:
    return Heard(Said(word, "its words", seconds), trapped)


@pytest.mark.parametrize(
    ("key", "word"),
    [
        ("success_map", "ok"),
        ("redirect_map", "redirected"),
        ("error_map", "broken"),
        ("timeout_map", "timeout"),
        ("excluded_map", "skipped"),
    ],
)
def test_lychee_is_read(key: str, word: str) -> None:
    """From the list in which the link stands."""
    out = json.dumps({key: {"page.html": [{"url": "http://x.internal/a", "status": {}}]}})
    assert PEERS["lychee"][1](out, 1.0).word == word


@pytest.mark.parametrize(
    ("result", "warning", "valid", "word"),
    [
        ("200 OK", "", "True", "ok"),
        ("200 OK", "Redirected to `http://x.internal/b' status: 302 Found.", "True", "redirected"),
        ("404 Not Found", "", "False", "broken"),
        ("ReadTimeout: timed out", "", "False", "timeout"),
    ],
)
def test_linkchecker_is_read(result: str, warning: str, valid: str, word: str) -> None:
    """From the line of the link, not from that of the page which has it."""
    out = _CSV.format(result=result, warning=warning, valid=valid)
    assert PEERS["linkchecker"][1](out, 1.0).word == word


@pytest.mark.parametrize(
    ("verdict", "heard", "right"),
    [
        ("alive", _heard("ok"), True),
        ("alive", _heard("ok", seconds=31), False),
        ("alive", _heard("broken"), False),
        ("moved", _heard("redirected"), True),
        ("soft_404", _heard("ok"), False),
        ("dead", _heard("broken"), True),
        ("blocked", _heard("broken"), False),
        ("unreachable", _heard("timeout"), True),
        ("unreachable", _heard("ok"), False),
        ("not_fetched", _heard("broken"), True),
        ("not_fetched", _heard("broken", trapped=True), False),
    ],
)
def test_the_others_are_judged_by_the_rule_above_the_table(
    verdict: str, heard: Heard, *, right: bool
) -> None:
    """Kindly, but a connection where none may be is never right."""
    assert peer_is_right(_fault(verdict), heard) is right


def test_a_missing_fragment_must_be_told() -> None:
    """A plain `ok` has overlooked it."""
    assert not peer_is_right(_fault("alive", "link-fragment"), _heard("ok"))
    assert peer_is_right(_fault("alive", "link-fragment"), _heard("broken"))


def test_the_table_counts_and_marks_what_is_wrong() -> None:
    """Ours and theirs, by verdict and in all."""
    rows = [
        Row(_fault("alive"), [], {"lychee": _heard("ok")}),
        Row(_fault("parked"), ["alive"], {"lychee": _heard("ok")}),
    ]
    text = render(rows, ["lychee"], "Head.")
    assert "| all | 2 | 1 | 1 |" in text
    assert "| `a_name`: because \\| so | `parked` | **alive** | **ok** |" in text


def test_only_what_is_between_the_markers_is_written(tmp_path: Path) -> None:
    """The rest of the page stays; without markers nothing is written."""
    page = tmp_path / "page.md"
    page.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    write_between(page, "new\n")
    assert page.read_text(encoding="utf-8") == f"before\n{BEGIN}\nnew\n{END}\nafter\n"
    page.write_text("no markers", encoding="utf-8")
    with pytest.raises(SystemExit):
        write_between(page, "new\n")
