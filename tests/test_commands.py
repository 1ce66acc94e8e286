"""The command line as its users meet it: output, one clear line for each fault, exit codes."""

from __future__ import annotations

import json
import os
import pty
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from corpus_folder import cited, quoting, write_corpus
from footnoted.audit.links import read_links
from footnoted.commands import COMMANDS
from footnoted.demo.pdf import write_pdf
from footnoted.lints import LINTS
from loopback import Answer, serve
from terminals import all_shown

PAPER = """\
# A study of bridges

**Ann Author**

© Bridge House, March 2020.

## 1

# Introduction

The bridge was called "safe and sound" by its owner.<sup>1</sup> It cost $2.5bn in 2019.<sup>2</sup>

<sup>1</sup> Smith J, *Bridges of the world*, 3 May 2019, [www.x.example/a](http://www.x.example/a)

<sup>2</sup> *Ibid*
"""
PAGE = b"<html><body><p>It is safe and sound.</p></body></html>"
HTML = {"Content-Type": "text/html"}


def run(
    *arguments: str, cwd: Path, stdin: bytes | None = None, **options: Any
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "footnoted", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        timeout=60,
        check=False,
        **options,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


def paper_at(folder: Path, data: bytes = PAPER.encode()) -> Path:
    path = folder / "paper.md"
    path.write_bytes(data)
    return path


def small_corpus(home: Path, url: str | None = None, **more: Any) -> Path:
    source, note = cited("a", url, "1")
    claims = [quoting("c", "1", "safe and sound")]
    return write_corpus(home, sources=[source], notes=[note], claims=claims, **more)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str, tmp_path: Path) -> None:
    """With its options, and without a trace of trouble."""
    done = run(name, "--help", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Usage: footnoted" in done.stdout


def test_a_mistyped_command_is_told_the_nearest(tmp_path: Path) -> None:
    """Wrong use ends with 2."""
    done = run("chekc", cwd=tmp_path)
    assert done.returncode == 2
    assert "Did you mean 'check'?" in done.stderr


def test_extract_writes_json_for_programs(tmp_path: Path) -> None:
    """The document begins with its schema, and numbers are strings."""
    done = run("extract", str(paper_at(tmp_path)), "--format", "json", cwd=tmp_path)
    document = json.loads(done.stdout)
    assert next(iter(document)) == "schema"
    assert document["schema"] == "footnoted/extract/1"
    assert [note["resolves_to"] for note in document["notes"]] == [["1"], ["1"]]
    assert document["figures"][0]["value"] == "2500000000"
    assert document["quotations"][0]["text"] == "safe and sound"


def test_from_paper_to_draft_to_lint(tmp_path: Path) -> None:
    """A draft corpus is written once, never over records, and lints at once."""
    paper = paper_at(tmp_path)
    assert run("extract", str(paper), "--format", "corpus", cwd=tmp_path).returncode == 0
    corpus = next((tmp_path / "claims").iterdir())
    again = run("extract", str(paper), "--format", "corpus", cwd=tmp_path)
    assert again.returncode == 2
    assert again.stderr.count("\n") == 1
    done = run("lint", str(corpus), "--paper", str(paper), cwd=tmp_path)
    assert done.returncode == 0
    assert "uncovered-note" in done.stdout
    assert str(tmp_path) not in (corpus / "notes.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
        ("Café ".encode("latin-1") * 3, ":1:4"),
        (b"%PDF-1.7\n...", "PDF"),
    ],
    ids=["empty", "binary", "encoding", "pdf"],
)
def test_a_paper_that_cannot_be_read_is_one_line(data: bytes, words: str, tmp_path: Path) -> None:
    """What is wrong, and where; exit code 2."""
    done = run("extract", str(paper_at(tmp_path, data)), cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert words in done.stderr


def test_lint_tells_all_faults_of_all_files_at_once(tmp_path: Path) -> None:
    """Duplicate id, unknown field, a tab, a URL without host: each with file:line:column."""
    corpus = small_corpus(tmp_path)
    (corpus / "01-first.yaml").write_text(
        "- id: c\n  says: A.\n  at: {start: x}\n  colour: red\n"
        "- id: d\n  says: A.\n  at: {start: x}\n- id: d\n  says: B.\n  at: {start: y}\n",
        encoding="utf-8",
    )
    (corpus / "sources.yaml").write_text("- id: a\n  URL: http:///nowhere\n", encoding="utf-8")
    (corpus / "waivers.yaml").write_text("- rule: x\n\tnote: '1'\n", encoding="utf-8")
    done = run("lint", str(corpus), cwd=tmp_path)
    assert done.returncode == 2
    for place, words in [
        ("01-first.yaml:4:3", "colour"),
        ("01-first.yaml:8", "d"),
        ("sources.yaml:2:3", "host"),
        ("waivers.yaml:2:1", "spaces"),
    ]:
        assert any(place in line and words in line for line in done.stdout.splitlines()), place


def test_lint_without_the_paper_says_what_it_could_not_run(tmp_path: Path) -> None:
    """In words for people, in `not_run` for programs."""
    corpus = small_corpus(tmp_path)
    brief = run("lint", str(corpus), cwd=tmp_path).stderr
    needing = sum(lint.needs_paper for lint in LINTS.values())
    assert f"{needing} lints need the paper" in brief
    assert "anchor-not-found" not in brief
    assert "anchor-not-found" in run("lint", str(corpus), "-v", cwd=tmp_path).stderr
    document = json.loads(run("lint", str(corpus), "--format", "json", cwd=tmp_path).stdout)
    assert "anchor-not-found" in {one["rule"] for one in document["not_run"]}


def test_two_papers_of_one_id_are_told(tmp_path: Path) -> None:
    """Their reports would overwrite each other: nothing is audited."""
    small_corpus(tmp_path)
    other = tmp_path / "claims" / "q"
    small_corpus(tmp_path, ident="q")
    text = (other / "paper.yaml").read_text("utf-8").replace("id: q", "id: p")
    (other / "paper.yaml").write_text(text, encoding="utf-8")
    done = run("check", "claims", cwd=tmp_path)
    assert done.returncode == 2
    assert "record-duplicate-slug" in done.stderr
    assert done.stdout == ""
    assert not (tmp_path / "reports").exists()


def test_no_corpus_here_is_one_line(tmp_path: Path) -> None:
    """The line says what to give instead."""
    done = run("check", "nowhere", cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "paper.yaml" in done.stderr


def test_check_then_report_in_every_format(tmp_path: Path) -> None:
    """The summary names the reports; the last audit comes in each format."""
    with serve({"/a": Answer(200, PAGE, HTML)}) as site:
        small_corpus(tmp_path, site.url("/a"))
        done = run("check", "claims/p", "--allow-net", "127.0.0.0/8", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, f"1/1 {site.url('/a')}\n")
    assert "reports/p/report.html" in done.stdout
    assert len(done.stdout.splitlines()) <= 14
    for form, begin in [
        ("html", "<!DOCTYPE html>"),
        ("md", "#"),
        ("json", '{\n  "schema": "footnoted/report/1"'),
        ("junit", "<?xml"),
        ("sarif", "{"),
        ("csv", "claim"),
        ("badge", "<svg"),
        ("badge-json", '{\n  "schemaversion": 1'),
    ]:
        printed = run("report", "claims/p", "--format", form, cwd=tmp_path)
        assert printed.returncode == 0
        assert printed.stdout.lower().startswith(begin.lower()), form


def test_report_before_any_audit_is_one_line(tmp_path: Path) -> None:
    """It says which command makes one."""
    small_corpus(tmp_path)
    done = run("report", "claims/p", cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "footnoted check" in done.stderr


def test_progress_is_plain_lines_where_there_is_no_terminal(tmp_path: Path) -> None:
    """`1/1 URL`, on standard error."""
    with serve({"/a": Answer(200, PAGE, HTML)}) as site:
        small_corpus(tmp_path, site.url("/a"))
        done = run("check", "claims/p", "--allow-net", "127.0.0.0/8", cwd=tmp_path)
    assert f"1/1 {site.url('/a')}" in done.stderr
    assert "\r" not in done.stderr


def test_progress_is_a_bar_on_a_terminal(tmp_path: Path) -> None:
    """One line that is drawn anew and taken away in the end."""
    with serve({"/a": Answer(200, PAGE, HTML, delay=0.2)}) as site:
        small_corpus(tmp_path, site.url("/a"))
        ours, theirs = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "-m", "footnoted", "check", "claims/p", "--allow-net", "127.0.0.0/8"],
            cwd=tmp_path,
            stdout=subprocess.DEVNULL,
            stderr=theirs,
        )
        os.close(theirs)
        seen = all_shown(ours)
        assert process.wait(10) == 0
    assert re.search(rb"\r\[#+\] 1/1", seen)


def test_ctrl_c_keeps_what_is_done(tmp_path: Path) -> None:
    """Exit code 130, one line, and the next run asks only the rest."""
    with serve({"/a": Answer(200, PAGE, HTML), "/b": Answer(200, PAGE, HTML, delay=20)}) as site:
        first, note = cited("a", site.url("/a"), "1")
        second, other = cited("b", site.url("/b"), "2")
        write_corpus(tmp_path, sources=[first, second], notes=[note, other])
        options = ("--pace", "0", "--allow-net", "127.0.0.0/8")
        process = subprocess.Popen(
            [sys.executable, "-m", "footnoted", "check", "claims/p", *options],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        deadline = time.monotonic() + 15
        while len(site.asked) < 2 and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
        assert process.returncode == 130
        assert b"goes on from there" in err
        site.answers["/b"] = Answer(200, PAGE, HTML)
        done = run("check", "claims/p", "--allow-net", "127.0.0.0/8", cwd=tmp_path)
        assert done.returncode == 0
        assert [one.path for one in site.asked].count("/a") == 1


def test_a_full_disk_is_one_line_and_keeps_the_old_report(tmp_path: Path) -> None:
    """The report is written beside, then renamed: the old one stays whole."""
    with serve({"/a": Answer(200, PAGE, HTML)}) as site:
        small_corpus(tmp_path, site.url("/a"))
        arguments = ("check", "claims/p", "--allow-net", "127.0.0.0/8", "-q")
        assert run(*arguments, cwd=tmp_path).returncode == 0
        before = (tmp_path / "reports" / "p" / "report.html").read_bytes()
        done = run("check", "claims/p", "--replay", "-q", cwd=tmp_path, preexec_fn=_small_files)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "nothing was changed" in done.stderr
    assert (tmp_path / "reports" / "p" / "report.html").read_bytes() == before


def test_a_replay_tells_what_the_evidence_lacks(tmp_path: Path) -> None:
    """Another address came on record since the audit: nobody looked, and nobody is asked."""
    with serve({"/a": Answer(200, PAGE, HTML)}) as site:
        small_corpus(tmp_path, site.url("/a"))
        assert run("check", "claims/p", "--allow-net", "127.0.0.0/8", cwd=tmp_path).returncode == 0
        whole = run("check", "claims/p", "--replay", "-q", cwd=tmp_path)
        before = (tmp_path / "reports" / "p" / "report.json").read_bytes()
        small_corpus(tmp_path, site.url("/b"))
        lacking = run("check", "claims/p", "--replay", cwd=tmp_path)
    assert "is kept in the evidence" not in whole.stderr
    assert (tmp_path / "reports" / "p" / "report.json").read_bytes() == before
    assert (tmp_path / "reports" / "p" / "replay" / "report.json").exists()
    assert "no look at 1 address is kept in the evidence" in lacking.stderr
    assert [one.path for one in site.asked].count("/b") == 0


def test_a_lost_state_is_told(tmp_path: Path) -> None:
    """A report stands there, and nothing is known of the nights before: all would be news."""
    with serve({"/a": Answer(200, PAGE, HTML)}) as site:
        small_corpus(tmp_path, site.url("/a"))
        arguments = "check", "claims/p", "--allow-net", "127.0.0.0/8"
        first, second = (run(*arguments, cwd=tmp_path) for _ in range(2))
        shutil.rmtree(tmp_path / "reports" / "p" / "state")
        third = run(*arguments, cwd=tmp_path)
    told = ["nothing is remembered of the audit" in one.stderr for one in (first, second, third)]
    assert told == [False, False, True]


def _small_files() -> None:
    """Let no file grow beyond 2 kB: writing more fails as on a full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2048, 2048))


def test_links_answers_in_the_order_of_its_input(tmp_path: Path) -> None:
    """Each URL asked once, as read; JSON for programs; 1 where something is dead."""
    with serve({"/a": Answer(200, PAGE, HTML)}) as site:
        lines = [site.url("/gone"), site.url("/a"), site.url("/a")]
        done = run(
            *("links", "-", "--format", "json", "--allow-net", "127.0.0.0/8", "--pace", "0"),
            cwd=tmp_path,
            stdin="\n".join(lines).encode(),
        )
        asked = [one.path for one in site.asked]
    document = json.loads(done.stdout)
    assert [link["url"] for link in document["links"]] == lines
    assert [link["verdict"] for link in document["links"]] == ["dead", "alive", "alive"]
    assert sorted(asked) == ["/a", "/gone"]
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("page.html", "<p><a href='{a}'>x</a> <a href='#top'>y</a> <a href='mailto:a@b'>z</a></p>"),
        ("page.md", "See [x]({a}), <{b}> and\n\n[ref]: {c}\n\nor {d}."),
    ],
)
def test_links_reads_html_and_markdown(name: str, text: str, tmp_path: Path) -> None:
    """Only http and https; a stop after a bare URL is not part of it."""
    with serve({"*": Answer(200, PAGE, HTML)}) as site:
        urls = {key: site.url(f"/{key}") for key in "abcd"}
        (tmp_path / name).write_text(text.format(**urls), encoding="utf-8")
        done = run(
            *("links", name, "--format", "json", "--allow-net", "127.0.0.0/8", "--pace", "0"),
            cwd=tmp_path,
        )
    found = [link["url"] for link in json.loads(done.stdout)["links"]]
    assert found == list(urls.values())[: len(found)]
    assert len(found) == (1 if name.endswith("html") else 4)


def test_compare_for_people(tmp_path: Path) -> None:
    """A verdict in words, what differs, and an exit code for scripts."""
    (tmp_path / "page.html").write_bytes(PAGE)
    good = run("compare", "safe and sound", "page.html", cwd=tmp_path)
    assert (good.returncode, good.stdout.split()[0]) == (0, "verbatim")
    bad = run("compare", "It is not safe and sound", "page.html", cwd=tmp_path)
    assert (bad.returncode, bad.stdout.split()[0]) == (1, "altered")


def test_compare_batch_keeps_the_order_and_tells_bad_lines(tmp_path: Path) -> None:
    """Good lines are answered whatever the others are; line numbers are named."""
    (tmp_path / "page.html").write_bytes(PAGE)
    with serve({"/a": Answer(200, PAGE, HTML)}) as site:
        lines = [
            {"id": "1", "kind": "quotation", "text": "safe and sound", "source": "page.html"},
            {"id": "2", "kind": "quotation", "text": "safe or sound", "source": site.url("/a")},
            {"id": "3", "kind": "colour"},
            {"id": "4", "kind": "quotation", "text": "It is safe", "source": site.url("/a")},
            {"id": "5", "kind": "quotation", "text": "x", "source": "nowhere.html"},
        ]
        text = "\n".join(json.dumps(line) for line in lines)
        done = run(
            *("compare", "--batch", "-", "--allow-net", "127.0.0.0/8"),
            cwd=tmp_path,
            stdin=text.encode(),
        )
        assert len(site.asked) == 1
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    told = {answer["id"]: answer["verdict"] for answer in answers}
    assert told == {"1": "verbatim", "2": "altered", "4": "verbatim", "5": "unchecked"}
    assert list(told) == ["1", "2", "4", "5"]
    assert "<stdin>:3:1" in done.stderr
    assert done.returncode == 2


@pytest.mark.parametrize(
    ("case", "verdict", "reason"),
    [
        ({"text": " "}, "unchecked", "nothing_to_compare"),
        ({"source": "a\0b"}, "unchecked", "source_unavailable"),
        ({"id": 7, "mine": "extra", "context": {"page": 3}}, "verbatim", None),
        ({"kind": "figure", "text": "$5", "context": {"cell": ["", ""]}}, "absent", "not_there"),
    ],
)
def test_compare_batch_bears_odd_cases(
    case: dict[str, Any], verdict: str, reason: str | None, tmp_path: Path
) -> None:
    """Empty words, impossible files, numbers for names, fields of the caller's own."""
    (tmp_path / "page.html").write_bytes(PAGE)
    whole = {"id": "1", "kind": "quotation", "text": "safe and sound", "source": "page.html"}
    line = json.dumps({**whole, **case}).encode()
    done = run("compare", "--batch", "-", cwd=tmp_path, stdin=line)
    answer = json.loads(done.stdout)
    assert (done.returncode, answer["verdict"], answer["reason"]) == (0, verdict, reason)


def test_evidence_add_and_ls(tmp_path: Path) -> None:
    """The copy is kept and listed; an unknown source is told the nearest one."""
    small_corpus(tmp_path)
    (tmp_path / "copy.txt").write_text("It is safe and sound.", encoding="utf-8")
    done = run("evidence", "add", "a", "copy.txt", "--obtained", "scanned", cwd=tmp_path)
    assert done.returncode == 0
    listed = run("evidence", "ls", cwd=tmp_path).stdout
    assert re.search(r"  local  200  +\d+ B  a, sha256 [0-9a-f]{12}…$", listed.rstrip())
    lost = run("evidence", "add", "aa", "copy.txt", "--obtained", "x", cwd=tmp_path)
    assert lost.returncode == 2
    assert "did you mean 'a'?" in lost.stderr


def test_links_tells_the_line_and_what_is_no_url(tmp_path: Path) -> None:
    """Prose is no URL, whatever the network is; a link listed twice is answered twice."""
    with serve({"/a": Answer(200, PAGE, HTML)}) as site:
        url = site.url("/a")
        (tmp_path / "list.txt").write_text(f"# mine\n{url}\nhello there\n{url}\n", "utf-8")
        options = ("--allow-net", "127.0.0.0/8", "--pace", "0", "-q")
        done = run("links", "list.txt", *options, cwd=tmp_path)
    lines = [line.split()[:2] for line in done.stdout.splitlines()]
    assert lines == [
        ["alive", "list.txt:2"],
        ["not_fetched", "list.txt:3"],
        ["alive", "list.txt:4"],
    ]
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("page.html", "<p>\n<a href='http://x.example/a'>x</a>\n\n<a href='http://y.example/'>"),
        ("page.md", "One\n[x](http://x.example/a)\n\nhttp://y.example/."),
    ],
)
def test_links_knows_the_lines_of_html_and_markdown(name: str, text: str) -> None:
    """Counted from 1, as editors do."""
    links = read_links(text.encode(), name)
    assert [(link.url, link.line) for link in links] == [
        ("http://x.example/a", 2),
        ("http://y.example/", 4),
    ]


def test_links_that_saw_nothing_ends_with_4(tmp_path: Path) -> None:
    """Walls, weather and lines that are no URL verify nothing."""
    with serve({"/w": Answer(403, b"no", HTML)}) as site:
        lines = f"{site.url('/w')}\nhello there\n"
        options = ("--allow-net", "127.0.0.0/8", "--pace", "0", "-q", "--format", "json")
        done = run("links", *options, cwd=tmp_path, stdin=lines.encode())
    links = json.loads(done.stdout)["links"]
    assert [link["verdict"] for link in links] == ["blocked", "not_fetched"]
    assert links[1]["reason"] == "bad_url"
    assert done.returncode == 4


def test_links_json_carries_findings(tmp_path: Path) -> None:
    """Of the same rules as an audit's, at the line of the list; a lone word is no host."""
    with serve({}) as site:
        lines = f"\n{site.url('/gone')}\n"
        options = ("--allow-net", "127.0.0.0/8", "--pace", "0", "--format", "json")
        done = run("links", *options, cwd=tmp_path, stdin=lines.encode())
    (finding,) = json.loads(done.stdout)["links"][0]["findings"]
    assert (finding["rule"], finding["level"]) == ("link-dead", "error")
    assert (finding["where"]["file"], finding["where"]["line"]) == ("<stdin>", 2)
    word = json.loads(run("links", "--format", "json", cwd=tmp_path, stdin=b"hello").stdout)
    assert word["links"][0]["reason"] == "bad_url"


def test_links_interrupted_prints_what_it_has(tmp_path: Path) -> None:
    """Exit code 130, one line, and nothing said of what was not looked at."""
    with serve({"/a": Answer(200, PAGE, HTML), "/b": Answer(200, PAGE, HTML, delay=20)}) as site:
        (tmp_path / "list.txt").write_text(f"{site.url('/a')}\n{site.url('/b')}\n", "utf-8")
        options = ("--allow-net", "127.0.0.0/8", "--pace", "0")
        process = subprocess.Popen(
            [sys.executable, "-m", "footnoted", "links", "list.txt", "-q", *options],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        deadline = time.monotonic() + 15
        while len(site.asked) < 2 and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert [line.split()[0] for line in out.decode().splitlines()] == ["alive"]
    assert err.decode() == "footnoted: interrupted; 1 link not looked at\n"


def test_compare_tells_what_differs_in_words(tmp_path: Path) -> None:
    """Words left out, added, and put in place of others."""
    (tmp_path / "s.txt").write_text("The bridge is said to be not safe and sound.", "utf-8")
    words = "The old bridge is said to be safe or sound."
    out = run("compare", words, "s.txt", cwd=tmp_path).stdout
    assert "leaves out “not”" in out
    assert "adds “old”" in out
    assert "has “or” where the source has “and”" in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((" ", "s.txt"), "TEXT is empty"),
        (("a", "nowhere.txt"), "nowhere.txt: cannot be read"),
        (("a", "."), "cannot be read"),
    ],
)
def test_compare_refuses_in_one_line(
    arguments: tuple[str, ...], words: str, tmp_path: Path
) -> None:
    """Nothing to look for, or nothing to look in: exit code 2."""
    done = run("compare", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert words in done.stderr


def test_compare_judges_a_page_as_a_link_first(tmp_path: Path) -> None:
    """An error page is not the source; a wall was not looked behind."""
    lost = b"<html><head><title>Page not found</title></head><body><p>Sorry.</p></body></html>"
    routes = {"/soft": Answer(200, lost, HTML), "/wall": Answer(403, b"no", HTML)}
    with serve(routes) as site:
        for path, reason, code in [("/soft", "soft_404", 1), ("/wall", "blocked", 4)]:
            done = run(
                *("compare", "safe and sound", site.url(path), "--format", "json"),
                *("--allow-net", "127.0.0.0/8"),
                cwd=tmp_path,
            )
            answer = json.loads(done.stdout)
            assert (answer["verdict"], answer["reason"]) == ("unchecked", reason)
            assert done.returncode == code


def test_compare_reads_pdfs_and_large_pages(tmp_path: Path) -> None:
    """In processes of their own; the answers are the same."""
    (tmp_path / "a.pdf").write_bytes(write_pdf("T", [["The bridge is safe and sound."]]))
    filler = b"<p>Words that fill a page.</p>" * 3000
    (tmp_path / "b.html").write_bytes(PAGE.replace(b"</body>", filler + b"</body>"))
    cases = [
        {"id": name, "kind": "quotation", "text": "safe and sound", "source": name}
        for name in ("a.pdf", "b.html")
    ]
    stdin = "\n".join(json.dumps(case) for case in cases).encode()
    done = run("compare", "--batch", "-", cwd=tmp_path, stdin=stdin)
    verdicts = [json.loads(line)["verdict"] for line in done.stdout.splitlines()]
    assert (done.returncode, verdicts) == (0, ["verbatim", "verbatim"])


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"id": 1,', ":1:10: not JSON"),
        ("[1]", ":1:1: not a JSON object"),
        ('{"kind": "quotation"}', ":1:1: 'id' is missing; a case has id, kind, text, source"),
        ('{"id": "1", "kind": "x", "text": "a", "source": "b"}', ":1:13: 'kind' is none of ours"),
    ],
)
def test_compare_batch_tells_bad_lines_in_plain_words(
    line: str, words: str, tmp_path: Path
) -> None:
    """With file, line and column, and what to write instead."""
    done = run("compare", "--batch", "-", cwd=tmp_path, stdin=line.encode())
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert words in done.stderr


def test_extract_lists_every_note(tmp_path: Path) -> None:
    """With the source it cites and where a short form leads; `-o` writes the same to a file."""
    paper = str(paper_at(tmp_path))
    out = run("extract", paper, cwd=tmp_path).stdout
    lines = out.splitlines()
    assert any(line.startswith("1  ") and "Bridges of the world" in line for line in lines)
    assert any(line.startswith("2  ibid → note 1, ") for line in lines)
    assert max(map(len, lines)) <= 100
    run("extract", paper, "-o", "out.txt", cwd=tmp_path)
    assert (tmp_path / "out.txt").read_text("utf-8") == out


def test_extract_makes_no_folder_for_its_output(tmp_path: Path) -> None:
    """It names the one that is missing."""
    options = ("--format", "json", "-o", "new/out.json")
    done = run("extract", str(paper_at(tmp_path)), *options, cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "no folder new" in done.stderr
    assert not (tmp_path / "new").exists()


def test_check_tells_records_that_it_left_out(tmp_path: Path) -> None:
    """On standard error with file:line:column; the rest is audited, and the code is 2."""
    corpus = small_corpus(tmp_path)
    with (corpus / "notes.yaml").open("a", encoding="utf-8") as notes:
        notes.write("- id: '2'\n  text: x\n  colour: red\n")
    done = run("check", "claims/p", cwd=tmp_path)
    assert done.returncode == 2
    assert re.search(r"notes\.yaml:\d+:\d+: error: .*colour", done.stderr)
    assert "1 fault in the records" in done.stderr
    assert "reports/p/report.html" in done.stdout


def test_check_goes_on_with_the_other_corpora(tmp_path: Path) -> None:
    """One that cannot be read is told, and the code is 2 in the end."""
    small_corpus(tmp_path)
    small_corpus(tmp_path, ident="q")
    (tmp_path / "claims" / "p" / "paper.yaml").write_text("title: x\n", "utf-8")
    done = run("check", "claims", cwd=tmp_path)
    assert done.returncode == 2
    assert "claims/p/paper.yaml" in done.stderr
    assert "reports/q/report.html" in done.stdout


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("claims", "--only", "c"), "one corpus"),
        (("claims/p", "--as-of", "2026-01-01"), "needs --replay"),
    ],
)
def test_check_refuses_options_that_do_not_fit(
    options: tuple[str, ...], words: str, tmp_path: Path
) -> None:
    """In one line, before anything is looked at."""
    small_corpus(tmp_path)
    small_corpus(tmp_path, ident="q")
    done = run("check", *options, cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert words in done.stderr
    assert not (tmp_path / "reports").exists()


def test_check_behind_walls_alone_ends_with_4(tmp_path: Path) -> None:
    """Where every page is blocked, nothing was checked: neither green nor red."""
    with serve({"/a": Answer(403, b"no", HTML)}) as site:
        small_corpus(tmp_path, site.url("/a"))
        done = run("check", "claims/p", "--allow-net", "127.0.0.0/8", cwd=tmp_path)
    assert done.returncode == 4
    assert "1 blocked" in done.stdout


@pytest.mark.parametrize("command", ["check", "report"])
def test_a_file_in_the_place_of_the_reports_is_named(command: str, tmp_path: Path) -> None:
    """And the option that names another place."""
    small_corpus(tmp_path)
    (tmp_path / "reports").write_text("mine", "utf-8")
    done = run(command, "claims/p", cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "a file stands where the reports go" in done.stderr
    assert "--reports" in done.stderr


def test_a_waiver_of_no_rule_is_told_the_nearest(tmp_path: Path) -> None:
    """Rules of checks are known too."""
    waiver = {"note": "1", "owner": "mk", "reason": "asked", "expires": "2099-01-01"}
    rules = ("link-ded", "link-dead")
    corpus = small_corpus(tmp_path, waivers=[{**waiver, "rule": rule} for rule in rules])
    done = run("lint", str(corpus), cwd=tmp_path)
    found = [line for line in done.stdout.splitlines() if "waiver-unknown-rule" in line]
    assert len(found) == 1
    assert "'link-ded': did you mean 'link-dead'?" in found[0]


def test_a_bug_is_told_even_where_no_log_can_be_written(tmp_path: Path) -> None:
    """With surrogates in its message, and without a folder for the log: exit code 3."""
    (tmp_path / "sitecustomize.py").write_text(
        "import tempfile\nimport footnoted.papers as p\n"
        "def broken(*a, **k):\n    raise KeyError('\\udcff')\n"
        "def full(*a, **k):\n    raise OSError('full')\n"
        "p.read_paper = broken\n"
        "import os\nif os.environ.get('FULL'):\n    tempfile.NamedTemporaryFile = full\n",
        encoding="utf-8",
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "TMPDIR": str(tmp_path)}
    arguments = ("extract", str(paper_at(tmp_path)))
    done = run(*arguments, cwd=tmp_path, env=environment)
    assert done.returncode == 3
    assert "udcff" in next(tmp_path.glob("footnoted-bug-*.log")).read_text("utf-8")
    done = run(*arguments, cwd=tmp_path, env={**environment, "FULL": "1"})
    assert (done.returncode, done.stderr.count("\n")) == (3, 1)
    assert "no log could be written" in done.stderr


def test_our_own_bug_ends_with_3_and_a_log(tmp_path: Path) -> None:
    """The log holds the traceback; the terminal gets one line."""
    (tmp_path / "sitecustomize.py").write_text(
        "import footnoted.papers as p\ndef broken(*a, **k):\n    raise KeyError('planted')\n"
        "p.read_paper = broken\n",
        encoding="utf-8",
    )
    done = run(
        "extract",
        str(paper_at(tmp_path)),
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path), "TMPDIR": str(tmp_path)},
    )
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    log = next(tmp_path.glob("footnoted-bug-*.log")).read_text("utf-8")
    assert "planted" in log
