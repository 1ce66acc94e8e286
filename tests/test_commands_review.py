"""`footnoted review` as a person uses it: at a terminal, key by key."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from corpus_folder import cited, quoting, write_corpus
from footnoted.corpus import read_corpus
from footnoted.corpus.schemas import schemas
from loopback import Site, serve
from nights import ALTERED
from terminals import Typist

FOOTNOTED = [sys.executable, "-m", "footnoted"]
CHECK = ["check", "claims/p", "--allow-net=127.0.0.0/8", "--pace=0", "--no-archives", "--all", "-q"]
HOSTILE = "We will leave the table, she\x1b[2J said\u202e. [2J"


@pytest.fixture
def site() -> Iterator[Site]:
    with serve({"/a": ALTERED}) as one:
        yield one


@pytest.fixture
def home(tmp_path: Path, site: Site) -> Path:
    """Return a folder whose corpus was audited: a quotation that differs, and a bare statement."""
    source, note = cited("s", site.url("/a"), "1")
    bare = {"id": "d", "says": "They met.", "at": {"start": "Met"}, "note": "1"}
    claims = [quoting("c", "1", "will never leave the table"), bare]
    write_corpus(tmp_path, sources=[source], notes=[note], claims=claims)
    run(tmp_path, *CHECK)
    return tmp_path


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "FOOTNOTED_REVIEWER"}
    return {**kept, "TERM": "xterm", "COLUMNS": "90", "GIT_CONFIG_GLOBAL": os.devnull, **more}


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*FOOTNOTED, *arguments],
        cwd=home,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def at_terminal(home: Path, *arguments: str, **more: str) -> Typist:
    return Typist([*FOOTNOTED, "review", *arguments], cwd=home, env=environment(**more))


def judged(home: Path) -> list[tuple[str, str, str, str | None]]:
    corpus = read_corpus(home / "claims" / "p").corpus
    assert corpus
    return [(one.claim, one.ruling, one.by, one.note) for one in corpus.judgements]


def test_a_person_goes_through_the_cases(home: Path, site: Site) -> None:
    """Accept with a word, help, back, a note; each is on disk when the next case is shown."""
    person = at_terminal(home, "--by", "Mira Kessler")
    person.wait_for("[q]uit")
    assert "{+never+}" in person.seen
    person.press("?")
    person.wait_for("the claim holds, by what is shown here")
    person.press("a")
    person.wait_for("> ")
    person.type("Mended later.\n")
    person.wait_for("2 of 2")
    assert judged(home) == [("c", "accept", "Mira Kessler", "Mended later.")]
    person.wait_for("[q]uit")
    person.press("w")
    person.wait_for("no finding to waive")
    person.press("b")
    person.wait_for("1 of 2")
    person.wait_for("[q]uit")
    person.press("s")
    person.wait_for("2 of 2")
    person.wait_for("[q]uit")
    person.press("r")
    person.wait_for("> ")
    person.type("A week later.\n")
    assert person.end() == 0
    assert "2 verdicts judged; 0 left" in person.seen
    assert judged(home)[1] == ("d", "reject", "Mira Kessler", "A week later.")
    assert run(home, *CHECK).returncode == 1
    listed = run(home, "review", "--list", "claims")
    assert listed.stdout == "nothing waits for a person\n"


def test_an_interrupted_review_keeps_every_answer(home: Path) -> None:
    """Ctrl-C in the midst of a question: exit code 130, and what was answered is written."""
    person = at_terminal(home, FOOTNOTED_REVIEWER="IM")
    person.wait_for("[q]uit")
    person.press("a")
    person.wait_for("> ")
    person.type("\n")
    person.wait_for("2 of 2")
    person.wait_for("[q]uit")
    person.press("r")
    person.wait_for("> ")
    person.type(chr(3))
    assert person.end() == 128 + signal.SIGINT
    assert "1 verdict judged; 1 left" in person.seen
    assert judged(home) == [("c", "accept", "IM", None)]


def test_a_waiver_can_be_given_in_its_place(home: Path) -> None:
    """Owner is who reviews; the day is asked for, and one that is none is told."""
    person = at_terminal(home, "--by", "IM", "--only", "altered")
    person.wait_for("[q]uit")
    person.press("w")
    person.wait_for("> ")
    person.type("Asked the author.\n")
    person.wait_for("> ")
    person.type("soon\n")
    person.wait_for("write it as YYYY-MM-DD")
    person.wait_for("[q]uit")
    person.press("w")
    person.wait_for("> ")
    person.type("Asked the author.\n")
    person.wait_for("> ")
    person.type("2999-01-31\n")
    assert person.end() == 0
    corpus = read_corpus(home / "claims" / "p").corpus
    assert corpus
    assert [(one.rule, one.owner) for one in corpus.waivers] == [("quotation-altered", "IM")]


def test_without_a_name_anywhere_it_is_asked(home: Path) -> None:
    """Neither an option, nor the environment, nor git tells."""
    person = at_terminal(home)
    person.wait_for("Your name")
    person.type("\nMira\n")
    person.wait_for("[q]uit")
    person.press("a")
    person.wait_for("> ")
    person.type("\n")
    person.wait_for("2 of 2")
    person.wait_for("[q]uit")
    person.press("q")
    assert person.end() == 0
    assert judged(home) == [("c", "accept", "Mira", None)]


def test_a_page_cannot_drive_the_terminal(home: Path, site: Site) -> None:
    """Escapes and bidi controls of a page are named, never sent; NO_COLOR leaves no escape."""
    page = ALTERED.body.replace(b"We will leave the table, she said.", HOSTILE.encode())
    site.answers["/a"] = type(ALTERED)(200, page, ALTERED.headers)
    run(home, *CHECK)
    person = at_terminal(home, "--by", "x", NO_COLOR="1")
    person.wait_for("[q]uit")
    person.press("q")
    assert person.end() == 0
    assert "[U+202E]" in person.seen
    assert "\x1b[2J" not in person.seen
    assert "\u202e" not in person.seen
    assert "\x1b[1m" not in person.seen


def test_programs_take_the_list(home: Path) -> None:
    """Without a terminal there is no dialogue: exit code 2, and a word on --list."""
    told = run(home, "review")
    assert (told.returncode, "--list" in told.stderr, told.stdout) == (2, True, "")
    listed = run(home, "review", "--list", "--format", "json")
    document = json.loads(listed.stdout)
    assert not [*Draft202012Validator(json.loads(schemas()["review.json"])).iter_errors(document)]
    assert document["schema"] == "footnoted/review/1"
    assert [one["case"]["why"] for one in document["cases"]] == ["altered", "nothing_to_compare"]
    text = run(home, "review", "--list").stdout.splitlines()
    assert text[0].lstrip().startswith("1  note 1, c: the source has other words")
    assert text[-1] == "2 verdicts for a person to judge"
    wrong = run(home, "review", "--format", "json")
    assert (wrong.returncode, "--list" in wrong.stderr) == (2, True)


def test_show_and_explain_name_the_person(home: Path) -> None:
    """A claim's life has who judged it, and whether that still holds."""
    person = at_terminal(home, "--by", "IM", "--only", "c")
    person.wait_for("[q]uit")
    person.press("a")
    person.wait_for("> ")
    person.type("\n")
    assert person.end() == 0
    run(home, *CHECK)
    for command in ("show", "explain"):
        told = " ".join(run(home, command, "c").stdout.split())
        assert "accepted by IM on 20" in told
    assert "what a person judged" in run(home, "explain", "judgement-stale").stdout
