"""`footnoted serve` over HTTP, as a person with a browser uses it."""

from __future__ import annotations

import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT
from footnoted.serving.guard import MOST_BYTES
from footnoted.serving.keys import new_keys
from footnoted.serving.link import page_with_link
from footnoted.serving.wire import IDLE_SECONDS, MOST_CONNECTIONS
from nights import html
from review_server import Person, Review, audited, reviewing

OTHER_PAGE = html("Before all: We will leave the table, he wrote.", "They must not sign it.")


@pytest.fixture
def home(reviewable: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(reviewable, tmp_path / "home"))


@pytest.fixture
def review(home: Path) -> Iterator[Review]:
    with reviewing(home) as running:
        yield running


def test_a_person_judges_all_that_waits(review: Review) -> None:
    """Each answer leads to the next case and says what was written where; Ctrl-C counts."""
    person = Person(review)
    assert person.one("h1").text == "4 verdicts wait for a person"
    person.open(person.case("a"))
    assert "will never leave the table" in person.one(".part").text
    assert [one.text for one in person.page.select(".diff ins")] == ["never"]
    person.send(ruling="reject", note="She says the opposite.")
    assert person.told == "Rejected a, written to p/judgements.yaml."
    assert person.one("h1").text == "Statement b."
    person.send(ruling="waive", note="Asked the author.", expires="2999-01-31")
    assert person.told == "Waived b, written to p/waivers.yaml."
    person.send(ruling="accept")
    person.send(ruling="note", note="Ask for the minutes.")
    assert person.told == "Noted d, written to p/judgements.yaml."
    assert person.one("h1").text == "1 verdict waits for a person"
    assert "3, 2 of them today" in person.one("#judged-title").text
    assert review.written == [
        ("a", "reject", "She says the opposite."),
        ("c", "accept", None),
        ("d", "note", "Ask for the minutes."),
        ("b", "waive", "Asked the author."),
    ]
    code, told = review.end()
    assert code == 0
    assert "3 verdicts judged, 1 waived; 1 left\nrun footnoted check claims/p" in told


def test_what_was_judged_can_be_judged_anew(review: Review) -> None:
    """From the list of what was judged; the new word takes the old one's place."""
    person = Person(review)
    person.open(person.case("c"))
    person.send(ruling="accept", note="Read it.")
    person.open(person.case("c"))
    assert "accepted by MK on" in person.one(".earlier").text
    assert person.one("textarea").text.strip() == "Read it."
    person.send(ruling="reject", note="Read it again.")
    assert review.written == [("c", "reject", "Read it again.")]


def test_a_choice_of_reasons_leads_through_these_alone(review: Review) -> None:
    """The list by reason, and from case to case within it."""
    person = Person(review)
    choice = next(one for one in person.page.select(".reasons a") if "without" in one.text)
    assert choice.text.endswith("2")
    person.open(review.origin + str(choice["href"]))
    rows = person.page.select(".waiting a")
    assert len(rows) == 2
    person.open(review.origin + str(rows[1]["href"]))
    back = person.one("nav a[rel=prev]")
    person.open(review.origin + str(back["href"]))
    assert person.one("h1").text == "Statement c."
    person.send(ruling="accept")
    assert person.one("h1").text == "Statement d."
    assert person.page.select("nav a[rel=next]") == []


def test_an_answer_without_its_why_is_asked_for_it(review: Review) -> None:
    """Nothing is written, and what was typed is kept."""
    person = Person(review)
    person.open(person.case("a"))
    assert person.send(ruling="reject", note="  ").status_code == 422
    assert person.told == "Nothing was written. To reject it, say why."
    assert person.send(ruling="waive", note="Soon.", expires="soon").status_code == 422
    assert person.told.startswith("Nothing was written.")
    assert person.one("textarea").text.strip() == "Soon."
    assert person.send(note="No button.").status_code == 422
    person.open(person.case("c"))
    assert person.send(ruling="waive", note="x", expires="2999-01-31").status_code == 422
    assert "no finding to waive" in person.told
    assert review.written == []


def test_odd_characters_of_a_note_are_written_or_refused(review: Review) -> None:
    """Line breaks become spaces; what YAML cannot hold is told; the corpus can be read after it."""
    person = Person(review)
    person.open(person.case("a"))
    assert person.send(ruling="waive", note="one\r\n  two: *x", expires="2999-01-31").ok
    assert review.written == [("a", "waive", "one two: *x")]
    person.open(person.case("a"))
    assert person.send(ruling="waive", note="x", expires="2999-01-31").status_code == 422
    assert "waived already" in person.told
    for note in ("a\x00b", "\x1b[2J", "\ud800", "\ufeff# - x", "'\"{}[]&*!|>%@`", "\u2028 \x85"):
        person.open(person.case("c"))
        told = person.send(ruling="note", note=note.encode("utf-8", "surrogatepass"))
        assert told.status_code in {200, 422}
        assert [one[0] for one in review.written][-1] == "a"


def test_two_tabs_cannot_judge_the_same_case(review: Review) -> None:
    """The second one is told, with its words kept to be copied, and writes nothing."""
    one, other = Person(review), Person(review)
    assert other.at.status_code == 403  # the link gives one browser the cookie
    other.http.cookies = one.http.cookies
    other.open(one.base)
    one.open(one.case("a"))
    other.open(other.case("a"))
    one.send(ruling="accept", note="first")
    assert other.send(ruling="reject", note="second").status_code == 409
    assert "judged or changed since this page was shown" in other.told
    assert "second" in other.one("main").text
    assert review.written == [("a", "accept", "first")]
    other.open(review.origin + str(other.page.select("main a")[-1]["href"]))
    other.send(ruling="reject", note="second")
    assert review.written == [("a", "reject", "second")]


def test_a_case_that_changed_meanwhile_is_refused(review: Review) -> None:
    """A record edited under an open page: nothing is written, and an audit is asked for."""
    person = Person(review)
    person.open(person.case("a"))
    records = review.home / "claims" / "p" / "01-first.yaml"
    text = records.read_text(encoding="utf-8")
    records.write_text(text.replace("will never leave", "will never ever leave"), encoding="utf-8")
    assert person.send(ruling="accept").status_code == 409
    assert "run footnoted check" in person.told
    person.open(person.base)
    assert person.told.startswith("Audit first.")
    assert review.written == []


def test_a_page_that_reads_otherwise_since_is_judged_anew(review: Review) -> None:
    """An audit under an open page refuses its form; one after an answer makes that stale."""
    person = Person(review)
    person.open(person.case("a"))
    audited(review.home, page=OTHER_PAGE)
    assert person.send(ruling="accept").status_code == 409
    assert review.written == []
    person.open(person.case("a"))
    shown = person.form()["shown"]
    person.send(ruling="accept")
    audited(review.home)
    person.open(person.case("a"))
    assert "Since then the source reads otherwise there" in person.one(".stale").text
    assert person.form()["shown"] != shown
    assert len(review.written) == 1


def test_a_broken_file_is_told_and_nothing_is_lost(review: Review) -> None:
    """Someone is in the midst of editing: the page says what to mend, and goes on after that."""
    person = Person(review)
    person.open(person.case("c"))
    form = person.form(ruling="accept")
    paper = review.home / "claims" / "p" / "paper.yaml"
    kept = paper.read_text(encoding="utf-8")
    paper.write_text("id: [", encoding="utf-8")
    address = person.at.url
    headers = {"Origin": review.origin}
    told = person.http.post(address, form, headers=headers, timeout=20)
    assert told.status_code == 409
    assert "footnoted lint" in told.text
    paper.write_text(kept, encoding="utf-8")
    person.http.post(address, form, headers=headers, timeout=20)
    assert review.written == [("c", "accept", None)]


def test_the_report_is_served_with_a_policy_of_its_own(review: Review) -> None:
    """The last audit's, whole; its script and style are allowed by their digests alone."""
    person = Person(review)
    person.open(person.base + "report")
    policy = person.at.headers["Content-Security-Policy"]
    meta = person.one("meta[http-equiv=Content-Security-Policy]")
    assert policy == f"{meta['content']}; frame-ancestors 'none'"
    assert "script-src 'sha256-" in policy
    assert "unsafe" not in policy
    assert person.one("title").text.startswith("Citation check")


def test_a_port_can_be_named_and_a_taken_one_is_told(home: Path) -> None:
    """One line and exit code 2, also for a corpus that was never audited."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = _run(home, "serve", "--by", "x", "--no-open", f"--port={port}")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert f"port {port} of 127.0.0.1 cannot be used" in done.stderr
    with reviewing(home, f"--port={port}") as review:
        assert review.port == port
    (home / "reports" / "p" / "report.json").unlink()
    done = _run(home, "serve", "--by", "x", "--no-open")
    assert (done.returncode, "no audit yet" in done.stderr) == (2, True)


def _run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "footnoted", *arguments]
    return subprocess.run(command, cwd=home, capture_output=True, text=True, check=False)


def test_help_needs_no_server() -> None:
    """`--help` imports neither werkzeug nor waitress."""
    probe = (
        "import sys; from footnoted.commands import cli; "
        "cli.main(['serve', '--help'], standalone_mode=False); "
        "assert not {'werkzeug', 'waitress', 'jinja2'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", probe], check=True, stdout=subprocess.DEVNULL)


def test_the_link_is_handed_over_in_a_file_of_ones_own() -> None:
    """A browser's arguments are everybody's to read; the file is not, and goes in the end."""
    with page_with_link("the link") as path:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        assert path.read_text() == "the link"
    assert not path.parent.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems open files without xdg-open")
def test_a_browser_is_opened_without_the_token_in_its_arguments(home: Path, tmp_path: Path) -> None:
    """Every user can list them; the page that it is given leads on to the link."""
    opener = tmp_path / "programs" / "xdg-open"
    opener.parent.mkdir()
    opener.write_text(f'#!/bin/sh\ncp "$1" {tmp_path}/page\necho "$@" > {tmp_path}/told\n')
    opener.chmod(0o755)
    with reviewing(home, programs=opener.parent) as review:
        told = tmp_path / "told"
        deadline = time.monotonic() + 30
        while not (told.exists() and told.read_text()) and time.monotonic() < deadline:
            time.sleep(0.05)
        path = Path(told.read_text().strip())
        assert path.is_file()
        assert review.link in (tmp_path / "page").read_text()
        assert review.link.partition("=")[2] not in str(path)
        assert review.end()[0] == 0
        assert not path.exists()


def test_secrets_are_drawn_anew_and_not_shown() -> None:
    """Four different ones, each long; printing them shows none."""
    keys = new_keys()
    drawn = {keys.token, keys.cookie, keys.folder, keys.form.decode()}
    assert len(drawn) == 4
    assert all(len(one) >= 16 for one in drawn)
    assert not any(one in repr(keys) for one in drawn)
    fixed = new_keys(lambda size: "x" * size)
    assert (fixed.base, fixed.sign("a", "b")) == ("/" + "x" * 12 + "/", fixed.sign("a", "b"))
    assert fixed.sign("a", "bc") != fixed.sign("ab", "c")


def test_a_connection_without_a_byte_is_ended() -> None:
    """After some seconds, so that nobody can hold all of them for nothing."""
    run = (
        "from footnoted.serving.wire import Wire\n"
        "with Wire() as wire:\n"
        "    print(wire.port, flush=True)\n"
        "    wire.run(lambda environ, start: [], idle_seconds=1)"
    )
    with subprocess.Popen([sys.executable, "-c", run], stdout=subprocess.PIPE, text=True) as wire:
        assert wire.stdout
        port = int(wire.stdout.readline())
        with socket.create_connection(("127.0.0.1", port), timeout=30) as idle:
            idle.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n")
            assert idle.recv(1) == b""
        wire.send_signal(signal.SIGINT)
        assert wire.wait(timeout=20) == 0


def test_the_docs_name_the_bounds() -> None:
    """As they are in the code."""
    text = (ROOT / "docs" / "serve.md").read_text("utf-8")
    told = f"({MOST_BYTES // 1024} KiB), connections few ({MOST_CONNECTIONS}), and end after"
    assert f"{told} {IDLE_SECONDS} seconds" in " ".join(text.split())
