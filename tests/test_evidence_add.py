"""`evidence add`: what is refused, and what a copy says of itself afterwards."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from corpus_folder import cited, quoting, write_corpus
from footnoted.audit import Clock, Options, Watcher, audit
from footnoted.audit.local_copies import add_copy
from footnoted.errors import FootnotedError
from footnoted.store.evidence import Evidence
from footnoted.web.settings import FetchSettings, parse_network
from loopback import Answer, serve

HTML = {"Content-Type": "text/html"}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Write a corpus of one printed source."""
    source, note = cited("a", None, "1")
    return write_corpus(tmp_path, sources=[source], notes=[note])


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Write a file to add."""
    file = tmp_path / "copy.html"
    file.write_text("<p>It stands as printed here, on page 3.", encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"source": "b"}, "no source 'b'"),
        ({"obtained": "  "}, "say how the copy came to you"),
        ({"seen": "May 2013"}, "not a date"),
        ({"seen": f"{datetime.now(UTC) + timedelta(days=3):%Y-%m-%d}"}, "still to come"),
        ({"file": Path("nowhere.pdf")}, "cannot be read"),
    ],
)
def test_refused(corpus: Path, copy: Path, more: dict[str, str | Path], words: str) -> None:
    """Each slip is one line, and neither evidence nor corpus is touched."""
    before = (corpus / "sources.yaml").read_bytes()
    given: dict[str, str | Path | None] = {"source": "a", "file": copy, "obtained": "x"}
    given |= {"seen": None, "evidence": None, **more}
    with pytest.raises(FootnotedError, match=words) as told:
        add_copy(corpus, **given)  # type: ignore[arg-type]
    assert "\n" not in str(told.value)
    assert (corpus / "sources.yaml").read_bytes() == before
    assert not (corpus.parent.parent / ".footnoted").exists()


def test_a_walled_page_saved_by_hand(tmp_path: Path, copy: Path) -> None:
    """It stands in for what the wall hides, and the verdict says how it was obtained."""
    with serve({"/wall": Answer(403, b"no", HTML)}) as site:
        source, note = cited("a", site.url("/wall"), "1")
        claims = [quoting("c", "1", "as printed here")]
        corpus = write_corpus(tmp_path, sources=[source], notes=[note], claims=claims)
        add_copy(corpus, "a", copy, obtained="saved by hand", seen="2013-09-30", evidence=None)
        fetch = FetchSettings(
            allow_net=(parse_network("127.0.0.0/8"),),
            pace_seconds=0,
            total_seconds=5,
            retries=0,
            canaries=(),
        )
        done = audit(Options(corpus=corpus, fetch=fetch), Clock(), Watcher())
    (claim,) = done.report.claims
    assert (done.report.links[0].verdict, claim.verdict, claim.basis) == (
        ("blocked", "supported", "local")
    )
    assert claim.parts[0].evidence
    assert claim.parts[0].evidence.obtained == "saved by hand"


def test_added_twice(corpus: Path, copy: Path) -> None:
    """The same file added again is on record once more in the evidence, and reads the same."""
    for _ in range(2):
        added = add_copy(corpus, "a", copy, obtained="scanned", seen=None, evidence=None)
    with Evidence.open(corpus.parent.parent / ".footnoted", writing=False) as evidence:
        found = evidence.local(added.digest)
        assert len(evidence.ls()) == 2
    assert found
    assert found.response
    assert found.response.body == copy.read_bytes()
