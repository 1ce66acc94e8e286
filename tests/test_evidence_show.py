"""`evidence show`: one look whole, its bytes, its text, and what a person may mean."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpus_folder import cited, quoting, write_corpus
from footnoted.__main__ import main
from footnoted.commands import cli
from footnoted.errors import EvidenceError
from footnoted.files import digest
from footnoted.model.capture import Hop
from footnoted.store.evidence import Evidence
from looks import AT, failure, keep, page

URL = "http://a.example/page"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Write a corpus of one source, whose page was seen on three days."""
    source, note = cited("smith", URL, "1")
    write_corpus(tmp_path, sources=[source], notes=[note], claims=[quoting("c", "1", "Hello")])
    body = b"<title>A page</title><p>Hello \x1b[2J there"
    days = [page(URL, body), page(URL, b"<p>Changed"), page(URL, body)]
    looks = [replace(one, at=AT + timedelta(days=n)) for n, one in enumerate(days)]
    looks[2] = replace(looks[2], hops=(Hop(URL, 301, "/new\x1b[31m"),))
    with Evidence.open(tmp_path / ".footnoted", writing=True, user_agent="me/1") as evidence:
        run = evidence.begin_run(AT, key="paper-1")
        for one in looks:
            evidence.record(one)
        evidence.record(failure())
        evidence.end_run(run)
    return tmp_path


def run(home: Path, *arguments: str) -> Result:
    """Run `footnoted evidence` in `home`."""
    where = ["--corpus", str(home / "claims")]
    done = CliRunner().invoke(cli, ["evidence", *arguments, *where])
    if isinstance(done.exception, EvidenceError):
        assert "\n" not in str(done.exception)
    return done


def test_one_look_whole(home: Path) -> None:
    """The newest look: when, which run, redirects, request, headers, how often this body."""
    told = run(home, "show", URL).stdout
    for fact in (
        "2026-11-26T12:00:00Z from here, as the cited page",
        "audit of paper-1",
        "301 at http://a.example/page",
        f"200 at {URL}",
        "seen 2 times from 2026-11-24 to 2026-11-26",
        "seen 3 times from 2026-11-24 to 2026-11-26",
        "GET /page HTTP/1.1",
        "User-Agent: me/1",
        "Content-Type: text/html",
        "evidence-000001-",
    ):
        assert fact in told


def test_nothing_moves_the_terminal(home: Path) -> None:
    """Control characters of headers, redirects and pages are named, never printed."""
    told = run(home, "show", URL).stdout
    assert "/new[U+001B][31m" in told
    assert "\x1b" not in told + run(home, "show", URL, "--text").stdout


@pytest.mark.parametrize("what", [URL, "a.example/page", "smith"])
def test_by_address_or_source(home: Path, what: str) -> None:
    """An address as printed, with or without its scheme, and a source's id mean the same page."""
    assert run(home, "show", what).stdout.startswith(URL)


def alike() -> tuple[bytes, bytes]:
    """Return two bodies whose sha256 begin with the same six digits."""
    seen: dict[str, bytes] = {}
    for number in itertools.count():
        body = b"%d" % number
        other = seen.setdefault(digest(body)[:6], body)
        if other != body:
            return other, body
    raise AssertionError


def test_by_digest(home: Path) -> None:
    """The first digits of a sha256 are enough, unless several bodies begin with them."""
    one, other = alike()
    keep(home / ".footnoted", page("http://a.example/1", one), page("http://a.example/2", other))
    assert "http://a.example/1" in run(home, "show", digest(one)).stdout
    assert "http://a.example/2" in run(home, "show", f"sha256:{digest(other)}").stdout
    told = str(run(home, "show", digest(one)[:6]).exception)
    assert "several bodies" in told


def test_at_a_time(home: Path) -> None:
    """The newest look at or before a time; a day means its end; before the first is told."""
    assert "2026-11-25T12:00:00Z" in run(home, "show", URL, "--at", "2026-11-25").stdout
    assert "2026-11-24T12:00:00Z" in run(home, "show", URL, "--at", "2026-11-25T11:59Z").stdout
    assert "first looked at" in str(run(home, "show", URL, "--at", "2026-11-23").exception)
    assert "not a time" in str(run(home, "show", URL, "--at", "yesterday").exception)


def test_bytes_and_text(home: Path, tmp_path: Path) -> None:
    """`--body` gives the very bytes, also into a file; `--text` what a reader sees."""
    body = b"<title>A page</title><p>Hello \x1b[2J there"
    assert run(home, "show", URL, "--body").stdout_bytes == body
    file = tmp_path / "out.html"
    run(home, "show", URL, "--body", "-o", str(file))
    assert file.read_bytes() == body
    assert run(home, "show", URL, "--text").stdout.startswith("Hello")
    assert run(home, "show", URL, "--text", "--body").exit_code == 2
    assert "exists" in str(run(home, "show", URL, "--body", "-o", "no/such/x").exception)


def test_a_look_that_failed(home: Path) -> None:
    """Its reason is shown; it has no body to give."""
    url = failure().asked
    assert "no_such_host: nowhere.example does not exist" in run(home, "show", url).stdout
    assert "brought no page" in str(run(home, "show", url, "--body").exception)


def test_nothing_of_that_name(home: Path) -> None:
    """What was never looked at is told in one line, with the nearest name."""
    assert "did you mean 'smith'?" in str(run(home, "show", "smiht").exception)
    assert f"did you mean '{URL}'?" in str(run(home, "show", f"{URL}s").exception)


def test_a_local_copy(home: Path) -> None:
    """How it was obtained and when it was seen stand in what is shown."""
    with Evidence.open(home / ".footnoted", writing=True) as evidence:
        added = evidence.add_local(
            b"On paper.",
            media_type="text/plain",
            obtained="scanned by me",
            source="smith",
            seen=datetime(2013, 5, 1, tzinfo=UTC).date(),
            at=AT,
        )
    told = run(home, "show", f"local:{added.digest}").stdout
    for fact in ("as a local copy", "scanned by me", "2013-05-01", "smith"):
        assert fact in told
    assert run(home, "show", added.asked, "--text").stdout == "On paper.\n"


def test_without_a_corpus(tmp_path: Path) -> None:
    """Evidence alone is enough for an address."""
    keep(tmp_path / "kept", page(URL))
    done = CliRunner().invoke(
        cli, ["evidence", "show", URL, "--evidence", str(tmp_path / "kept"), "--corpus", "none"]
    )
    assert done.stdout.startswith(URL)


def test_exit_code(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wrong use ends with 2 and one line."""
    where = ["--corpus", str(home / "claims")]
    monkeypatch.setattr("sys.argv", ["footnoted", "evidence", "show", "nobody", *where])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
