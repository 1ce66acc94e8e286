"""The step that keeps one issue: what it writes follows from the histories."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from loopback import Site, serve
from small_github import HOME, TOKEN, SmallGitHub

STEP = Path(__file__).resolve().parent.parent / "action" / "issue.py"


class Links:
    """A history of plain links, and the step run over it."""

    def __init__(self, home: Path, github: SmallGitHub, api: Site) -> None:
        self.home, self.github, self.api = home, github, api
        (home / "links-state").mkdir()
        empty = {
            "schema": "footnoted/links/1", "checked_at": "2026-03-01T02:00:00Z", "vantage": "v",
            "links": [], "fixed": [], "files": [], "unreadable": [],
        }  # fmt: skip
        (home / "links-state" / "links.json").write_text(json.dumps(empty))
        (home / "links-state" / "history.jsonl").touch()

    def told(self, kind: str, name: str, message: str = "gone", level: str = "error") -> None:
        """Add a line to the history."""
        with (self.home / "links-state" / "history.jsonl").open("r+") as out:
            day = len(out.readlines()) + 1
            line = {
                "at": f"2026-03-{day:02}T02:00:00Z", "kind": kind, "fingerprint": name,
                "rule": "link-dead", "target": f"http://{name}.test", "message": message,
                "level": level,
            }  # fmt: skip
            out.write(json.dumps(line) + "\n")

    def run(self, code: int = 0) -> str:
        """Run the step after a night that ended with `code`; return what it printed."""
        night = {"code": code, "red": code == 1, "papers": [], "taken": []}
        night |= {"links": "links-state/links.json"}
        (self.home / "footnoted-night.json").write_text(json.dumps(night))
        here = {
            "FOOTNOTED_TOKEN": TOKEN,
            "FOOTNOTED_ISSUE_TITLE": "Dead links",
            "FOOTNOTED_ISSUE_LABEL": "footnoted",
            "GITHUB_API_URL": self.api.url(""),
            "GITHUB_REPOSITORY": HOME.removeprefix("/repos/"),
            "GITHUB_RUN_ID": "7",
            "GITHUB_SERVER_URL": "https://code.example",
            "RUNNER_TEMP": str(self.home),
            "NO_PROXY": "127.0.0.1",
        }
        done = subprocess.run(
            [sys.executable, str(STEP)],
            cwd=self.home,
            env={**os.environ, **here},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def written(self) -> list[str]:
        """Return what was written to the API since last asked."""
        writes = self.github.writes.copy()
        self.github.writes.clear()
        return writes


@pytest.fixture
def links(tmp_path: Path) -> Iterator[Links]:
    """Serve a repository without issues."""
    github = SmallGitHub()
    with serve({"*": github.answer}) as api:
        yield Links(tmp_path, github, api)


CHANGED = ["PATCH /issues/1", "POST /issues/1/comments"]


def test_an_issue_is_opened_changed_and_left_alone(links: Links) -> None:
    """Only news are written; what is fixed while another error stands is told as over."""
    links.run()
    assert links.written() == []
    links.told("new", "aa")
    links.run(1)
    assert links.written() == ["POST /issues"]
    links.run()
    assert links.written() == []
    links.told("new", "bb")
    links.told("fixed", "aa")
    links.run(1)
    assert links.written() == CHANGED
    assert links.github.comments[-1][1].startswith("New: 1, Over: 1. See [the run](https://code.")
    assert "**1 open error**" in links.github.issues[0]["body"]


def test_an_issue_closed_by_hand_stays_closed_until_news(links: Links) -> None:
    """And an error that went while it was closed is news when it comes back."""
    links.told("new", "aa")
    links.run(1)
    links.github.issues[0]["state"] = "closed"
    links.written()
    links.run()
    assert links.written() == []
    links.told("fixed", "aa")
    links.run()
    assert links.written() == ["PATCH /issues/1"]
    assert links.github.issues[0]["state"] == "closed"
    links.told("new", "aa")
    links.run(1)
    assert links.written() == CHANGED
    assert links.github.issues[0]["state"] == "open"


def test_nights_that_tell_nothing_write_nothing(links: Links) -> None:
    """Blind, unreadable or broken: nobody knows what is open."""
    links.told("new", "aa")
    for code in (2, 3, 4):
        links.run(code)
    assert links.written() == []


def test_what_is_known_or_a_warning_opens_nothing(links: Links) -> None:
    links.told("new", "aa", level="warning")
    links.told("new", "bb")
    links.told("accepted", "bb")
    links.run()
    assert links.written() == []


def test_an_api_out_of_order_is_a_warning_and_made_good_later(links: Links) -> None:
    """The check did not fail for it, and the next night tells it."""
    links.told("new", "aa")
    links.github.broken = True
    assert "::warning title=footnoted::the issue could not be brought up to date" in links.run(1)
    links.github.broken = False
    links.run()
    assert links.written() == ["POST /issues"]


def test_other_issues_are_let_alone(links: Links) -> None:
    """A pull request, one of another title, and one that a person wrote without our mark."""
    links.github.issues += [
        {"number": 1, "title": "Dead links", "body": "mine", "state": "open", "updated": 9},
        {"number": 2, "title": "Dead links", "body": "<!-- footnoted:  -->", "state": "open",
         "updated": 9, "pull_request": {}},
        {"number": 3, "title": "Else", "body": "<!-- footnoted:  -->", "state": "open",
         "updated": 9},
    ]  # fmt: skip
    for issue in links.github.issues:
        issue["labels"] = [{"name": "footnoted"}]
    links.told("new", "aa")
    links.run(1)
    assert links.written() == ["POST /issues"]


def test_hostile_words_notify_nobody(links: Links) -> None:
    """What a page or a record says is text in the issue, and does nothing there."""
    links.told("new", "aa", "@everyone closes #1 <img src=x> --> [a](http://evil.test)")
    links.run(1)
    body = links.github.issues[0]["body"]
    assert "@everyone" not in body
    assert "#1" not in body
    assert "<img" not in body
    assert body.count("-->") == 1
    assert r"\[a\](http&#58;//evil.test)" in body


def test_very_many_errors_fit(links: Links) -> None:
    """An issue has 65,536 characters; what does not fit is counted."""
    for number in range(28):
        links.told("new", f"{number:04x}", "gone " * 2000)
    links.run(1)
    assert len(links.github.issues[0]["body"]) < 65_536
