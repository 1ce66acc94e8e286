"""`checks.json`: read whole, written whole, and never lost."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footnoted.audit.archive_memory import archives_doc, known_of_archives
from footnoted.audit.archives import ArchiveMemory
from footnoted.criteria import criterion_digest, record_digests
from footnoted.errors import EvidenceError, WriteRefusedError
from footnoted.model.archived import Archival, Snapshot
from footnoted.model.capture import Capture, Hop, Response
from footnoted.model.records import FigureRecord, QuotationRecord
from footnoted.model.remembered import (
    AnswerDoc,
    LinkLookDoc,
    LookDoc,
    Memory,
    OutcomeDoc,
    ReadDoc,
    answer_doc,
    link_look_doc,
    outcome_doc,
)
from footnoted.model.text import Text
from footnoted.model.verdicts import (
    Comparison,
    Edit,
    LinkLook,
    LinkRemark,
    LinkVerdict,
    PartVerdict,
)
from footnoted.store.memory import memory_bytes, read_memory, write_memory
from footnoted.web.archive_manners import ArchiveManners, LeftAlone
from records import claim, corpus, note, source

AT = datetime(2026, 11, 24, 12, tzinfo=UTC)
URL = "http://a.example/page"
FOUND = OutcomeDoc(verdict=PartVerdict.VERBATIM, span=(3, 8), around=("an ", " end"))


def look(url: str = URL, **more: object) -> LookDoc:
    made = {
        "url": url,
        "basis": "cited",
        "at": AT,
        "vantage": "here",
        "judged_by": "1.0",
        "hops": ((url, 301, "http://a.example/b"),),
        "response": AnswerDoc(url=url, status=200, headers=(("ETag", '"v"'),)),
        "digest": "ab" * 32,
        "read": ReadDoc(media_type="text/html", title="Tïtle"),
        "told": LinkLookDoc(verdict=LinkVerdict.ALIVE, http_status=200, final_url=url),
        "outcomes": {"c1": FOUND},
    }
    return LookDoc.model_validate(made | more)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "checks.json"


def test_no_file_is_an_empty_memory(path: Path) -> None:
    """A first audit remembers nothing, and nothing has to be there."""
    read = read_memory(path)
    assert (read.memory, read.note) == (Memory(), None)


def test_it_comes_back_as_it_was(path: Path) -> None:
    """The same memory in any order gives the same bytes, and reading gives it back."""
    looks = (look(URL), look("http://b.example/é", before=look("http://b.example/é")))
    memory = Memory(version="1.0", as_of=AT, records={"claim:c": "1"}, looks=looks)
    assert write_memory(path, memory) is None
    assert read_memory(path).memory == memory
    again = memory.model_copy(update={"looks": looks[::-1]})
    assert memory_bytes(again) == path.read_bytes()
    path.read_bytes().decode("ascii")
    told = json.loads(path.read_bytes())
    assert told["schema"] == "footnoted/checks/1"
    assert len(path.read_bytes().splitlines()) == 10, "a look a line"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b'{"schema": "footnoted/checks/1", "looks": [{"url"',
        b'{"schema": "footnoted/checks/2", "looks": []}',
        b'{"looks": []}',
        b'{"schema": "footnoted/checks/1", "colour": "red"}',
        b"[]",
        b"\xff\xfe",
    ],
)
def test_what_cannot_be_used_is_laid_aside_and_not_lost(path: Path, data: bytes) -> None:
    """One line says so; the next audit asks everything, and the file keeps its bytes."""
    path.parent.mkdir()
    path.write_bytes(data)
    read = read_memory(path)
    assert read.memory == Memory()
    assert read.note is not None
    assert "\n" not in read.note
    assert path.read_bytes() == data
    (path.parent / "checks.unreadable-1.json").write_bytes(b"an earlier one")
    note = write_memory(path, Memory(version="1", looks=(look(),)))
    assert note is not None
    assert "checks.unreadable-2.json" in note
    assert (path.parent / "checks.unreadable-2.json").read_bytes() == data
    assert (path.parent / "checks.unreadable-1.json").read_bytes() == b"an earlier one"
    assert read_memory(path).memory.looks == (look(),)


def test_a_file_that_cannot_be_read_is_one_line(path: Path) -> None:
    """A folder stands in its place: that is no empty memory."""
    path.mkdir(parents=True)
    with pytest.raises(EvidenceError, match=r"checks\.json: cannot be read"):
        read_memory(path)
    with pytest.raises(WriteRefusedError, match=r"checks\.json: cannot be read"):
        write_memory(path, Memory())


def test_outcomes_and_links_come_back_exactly() -> None:
    """A comparison and a link's verdict survive the way into the file and back."""
    found = Comparison(
        PartVerdict.ALTERED,
        "negation_dropped",
        "a word is missing",
        (5, 9),
        "not so",
        (Edit("delete", "", "not"), Edit("equal", "so", "so")),
        needs_review=True,
    )
    link = LinkLook(
        URL,
        LinkVerdict.MOVED,
        "permanent_redirect",
        "moved",
        200,
        "http://a.example/b",
        "http://a.example/b",
        (LinkRemark("link-fragment", "no such place"),),
    )
    made = look(told=link_look_doc(link), outcomes={"c": outcome_doc(found, ("a", "b"))})
    again = LookDoc.model_validate_json(made.model_dump_json())
    assert again.link == link
    assert again.outcomes["c"].comparison == found


def test_the_look_itself_comes_back_without_its_page() -> None:
    """Capture and text as they are carried on once a page was read."""
    made = look()
    response = Response(URL, 200, (("ETag", '"v"'),), b"")
    hops = (Hop(URL, 301, "http://a.example/b"),)
    expected = Capture(URL, "cited", AT, "here", hops, response, digest="ab" * 32)
    assert made.capture == expected
    assert made.text == Text("", "text/html", title="Tïtle")


def test_cookies_and_other_headers_are_not_remembered() -> None:
    """What a later audit needs is kept, and nothing that a site gave to us alone."""
    headers = (("Set-Cookie", "id=secret"), ("etag", "x"), ("Date", "now"), ("Content-Type", "a/b"))
    kept = answer_doc(Response(URL, 200, headers, b"body")).headers
    assert kept == (("etag", "x"), ("Content-Type", "a/b"))


def test_what_was_known_of_a_criterion_is_found_again() -> None:
    """Also on the last look at which the page came, when it fails by now."""
    dead = look(
        outcomes={}, told=LinkLookDoc(verdict=LinkVerdict.DEAD), response=None, before=look()
    )
    memory = Memory(looks=(dead,))
    assert set(memory.by_criterion) == {"c1"}
    assert memory.outcomes_of("c1") == (FOUND,)
    assert memory.looks_for("c1")[0].came
    assert memory.look(URL) == dead
    assert memory.look(URL, "alternate") is None


def test_what_is_known_of_archives_comes_back(path: Path) -> None:
    """Answers with their mementos, silence with its reason, and whom to leave alone."""
    made = datetime(2013, 9, 10, tzinfo=UTC)
    one = Snapshot(made, URL, f"http://w.example/id_/{URL}", f"http://w.example/{URL}", 200, "a/b")
    known = ArchiveMemory(
        {
            URL: Archival(URL, AT, (one,), 7, made, AT, (("other", "timed out"),)),
            "http://b.example/": Archival("http://b.example/", AT),
        },
        ArchiveManners({"w.example": LeftAlone(AT, timedelta(hours=2))}),
        ("w", "other"),
    )
    write_memory(path, Memory(archived=archives_doc(known)))
    assert known_of_archives(read_memory(path).memory.archived) == known


QUOTED = QuotationRecord(text="never leave", speaker="A minister")


@pytest.mark.parametrize(
    "other",
    [
        criterion_digest("b", QUOTED, None),
        criterion_digest("a", QUOTED, "p 3"),
        criterion_digest("a", QuotationRecord(text="never leave", translated=True), None),
        criterion_digest("a", QuotationRecord(text="never leaves", speaker="A minister"), None),
        criterion_digest("a", QuotationRecord(text="never leave"), None),
        criterion_digest("a", FigureRecord(raw="never leave"), None),
    ],
)
def test_all_that_comparing_reads_names_a_criterion(other: str) -> None:
    """Source, place in it, words, speaker, translation, kind."""
    assert criterion_digest("a", QUOTED, None) != other
    assert criterion_digest("a", QuotationRecord(text="never leave", speaker="A minister"), None)


@given(st.text(min_size=1).filter(str.strip), st.text(min_size=1).filter(str.strip))
def test_equal_names_mean_equal_words(one: str, other: str) -> None:
    """Names are told apart by the words themselves."""
    a, b = QuotationRecord(text=one), QuotationRecord(text=other)
    assert (criterion_digest("s", a, None) == criterion_digest("s", b, None)) is (a == b)


def test_a_record_moved_is_the_same_record() -> None:
    """Digests are of words; files, lines and the order of records do not enter."""
    first, second = claim("c", note=("1",)), claim("d", note=("1",))
    here = corpus([first, second], [note("1", "a")], [source("a", URL)])
    there = corpus([second, first], [note("1", "a")], [source("a", URL)])
    assert record_digests(here) == record_digests(there)
    assert set(record_digests(here)) == {"claim:c", "claim:d", "note:1", "source:a"}
    changed = corpus([first, second], [note("1", "a")], [source("a", "http://b.example/")])
    differing = {
        name
        for name, digest in record_digests(here).items()
        if record_digests(changed)[name] != digest
    }
    assert differing == {"source:a"}
