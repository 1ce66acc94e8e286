"""`evidence prune`: what reports and judgements protect, replays after it, ages and sizes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpus_folder import cited, quoting, write_corpus
from footnoted.audit import Audit, Clock, Options, Watcher, audit
from footnoted.audit.evidence_prune import age, named_in, size
from footnoted.commands import cli
from footnoted.errors import EvidenceError, FootnotedError
from footnoted.files import digest
from footnoted.store.evidence import Evidence
from footnoted.web.settings import FetchSettings, parse_network
from looks import keep, page
from loopback import Answer, Site, serve

START = datetime(2026, 9, 1, 12, tzinfo=UTC)
HTML = {"Content-Type": "text/html"}
LOOPBACK = FetchSettings(
    allow_net=(parse_network("127.0.0.0/8"),), pace_seconds=0, total_seconds=5, retries=0
)


def night(corpus: Path, number: int, *, replay: bool = False) -> Audit:
    """Audit on a night, or replay the last one."""
    options = Options(corpus=corpus, fetch=LOOPBACK, replay=replay, ask_all=True)
    return audit(options, Clock(lambda: START + timedelta(days=number)), Watcher())


@pytest.fixture
def site() -> Iterator[Site]:
    """Serve two pages."""
    answers = {name: Answer(200, b"<p>We will never leave.", HTML) for name in ("/a", "/b")}
    with serve(answers) as running:
        yield running


@pytest.fixture
def corpus(tmp_path: Path, site: Site) -> Path:
    """Write a corpus of both pages."""
    works = [cited("a", site.url("/a"), "1"), cited("b", site.url("/b"), "2")]
    return write_corpus(
        tmp_path,
        sources=[source for source, _ in works],
        notes=[note for _, note in works],
        claims=[quoting("c", "1", "never leave"), quoting("d", "2", "We will")],
    )


def prune(corpus: Path, *arguments: str) -> Result:
    """Run `footnoted evidence prune` on the evidence beside `corpus`."""
    return CliRunner().invoke(cli, ["evidence", "prune", *arguments, "--corpus", str(corpus)])


def test_a_replay_says_the_same(site: Site, corpus: Path) -> None:
    """After all went that may, the last audit is derived again, byte for byte."""
    for number in range(4):
        site.answers["/a"] = Answer(200, b"<p>We will never leave. %d" % number, HTML)
        done = night(corpus, number)
    first = (done.folder / "report.json").read_bytes()
    dry = prune(corpus, "--older-than", "0d", "--drop-versions", "--dry-run")
    assert dry.stdout.count(site.url("/")) == 6
    assert "would go: 6 looks of 8" in dry.stdout
    told = prune(corpus, "--older-than", "0d", "--drop-versions")
    assert "gone: 6 looks of 8" in told.stdout
    assert "3 audits can no longer be replayed" in told.stdout
    again = night(corpus, 30, replay=True)
    assert (again.folder / "report.json").read_bytes() == first


def test_what_a_report_shows_stays(site: Site, corpus: Path) -> None:
    """Where the report that stands is of an earlier night, so does what it stands on."""
    for number in range(3):
        site.answers["/a"] = Answer(200, b"<p>We will never leave. %d" % number, HTML)
        done = night(corpus, number)
        if number == 1:
            standing = (done.folder / "report.json").read_bytes()
    (done.folder / "report.json").write_bytes(standing)
    prune(corpus, "--older-than", "0d", "--drop-versions")
    with Evidence.open(corpus.parent.parent / ".footnoted", writing=False) as evidence:
        days = [(one.at - START).days for one in evidence.ls() if one.asked == site.url("/a")]
    assert days == [1, 2]


def test_what_a_person_judged_stays(corpus: Path, tmp_path: Path) -> None:
    """A body that a judgement names stays, first and last look."""
    url = "http://a.example/page"
    bodies = [b"one", b"two", b"two", b"two", b"three"]
    for number, body in enumerate(bodies):
        at = (START + timedelta(days=number)).isoformat()
        keep(tmp_path / ".footnoted", page(url, body, at=at))
    (corpus / "judgements.yaml").write_text(f"- evidence: {digest(b'two')}\n", encoding="utf-8")
    prune(corpus, "--older-than", "0d", "--drop-versions")
    with Evidence.open(tmp_path / ".footnoted", writing=False) as evidence:
        assert [(one.at - START).days for one in evidence.ls()] == [1, 3, 4]


def test_named(corpus: Path, tmp_path: Path) -> None:
    """Addresses are taken as they were asked, times as times; what is no look is passed over."""
    told = {"basis": "cited", "url": "a.example/x", "at": "2026-09-01T12:00:00Z", "digest": None}
    nobody = {**told, "at": None, "url": None, "digest": "ab" * 32}
    (tmp_path / "reports" / "p").mkdir(parents=True)
    (tmp_path / "reports" / "p" / "report.json").write_text(
        json.dumps({"links": [told], "claims": [{"parts": [{"evidence": nobody}]}]}), "utf-8"
    )
    named = named_in(corpus, None)
    assert named.looks == {("http://a.example/x", START)}
    assert named.payloads == {"ab" * 32}


def test_a_report_that_cannot_be_read(corpus: Path, tmp_path: Path) -> None:
    """What nobody can tell the use of is not dropped: one line, and nothing goes."""
    keep(tmp_path / ".footnoted", page(at="2026-09-01T12:00:00Z"), page(at="2026-09-02T12:00:00Z"))
    (tmp_path / "reports").mkdir()
    for text in (b'{"half', b"\xff", b'{"url": "u", "at": "x", "digest": null, "basis": ""}'):
        (tmp_path / "reports" / "report.json").write_bytes(text)
        told = prune(corpus, "--older-than", "0d", "--drop-versions").exception
        assert isinstance(told, FootnotedError)
        assert "nothing was dropped" in str(told)


def test_in_use(corpus: Path, tmp_path: Path) -> None:
    """Where more stays than was wished for, it is told, with what else could go."""
    keep(tmp_path / ".footnoted", page())
    told = prune(corpus, "--max-size", "1kB").output
    assert "more than 1kB stays, since it is in use; --drop-versions" in told
    assert "what may go?" in prune(corpus).output
    none = prune(corpus, "--max-size", "1kB", "--evidence", str(tmp_path / "none")).exception
    assert isinstance(none, EvidenceError)


@pytest.mark.parametrize(
    ("text", "days"), [("400d", 400), ("1 day", 1), ("2w", 14), ("3 weeks", 21), ("2Y", 730)]
)
def test_ages(text: str, days: int) -> None:
    """Days, weeks and years of 365 days."""
    assert age(text) == timedelta(days=days)


@pytest.mark.parametrize(
    ("text", "count"),
    [("2GB", 2_000_000_000), ("500M", 500_000_000), ("1.5 kB", 1_500), ("7", 7), ("1tb", 10**12)],
)
def test_sizes(text: str, count: int) -> None:
    """Bytes in thousands, with or without the B."""
    assert size(text) == count


@pytest.mark.parametrize("text", ["", "soon", "-1d", "1.5d", "400", "9999999999999y"])
def test_no_ages(text: str) -> None:
    """What is no age is told in one line."""
    with pytest.raises(FootnotedError, match="--older-than"):
        age(text)


@pytest.mark.parametrize("text", ["", "big", "-1GB", "1e9", "2PB"])
def test_no_sizes(text: str) -> None:
    """What is no size is told in one line."""
    with pytest.raises(FootnotedError, match="--max-size"):
        size(text)
