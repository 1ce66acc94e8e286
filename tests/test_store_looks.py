"""Looks as WARC records: exact for us, readable for others."""

from __future__ import annotations

import json
import random
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from footnoted.model.capture import Capture, Hop
from footnoted.store.evidence import Evidence
from looks import AT, captures, failure, keep, last_segment, page


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "evidence"


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(looks=st.lists(captures, min_size=1, max_size=6, unique_by=lambda one: one.asked))
def test_comes_back_exactly(looks: list[Capture]) -> None:
    """Every capture is restored equal in all its parts, at once, later, and after a rebuild."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Evidence.open(folder, writing=True) as evidence:
            run = evidence.begin_run(AT, key="k")
            for look in looks:
                evidence.record(look)
            assert all(evidence.latest(look.asked) == look for look in looks)
        (folder / "index.sqlite").unlink()
        with Evidence.open(folder, writing=False) as evidence:
            kept = dict(evidence.captures(run))
            assert all(evidence.latest(look.asked) == look for look in looks)
        assert kept == {(one.asked, one.basis): one for one in looks if one.basis != "local"}


def test_readable_by_others(folder: Path) -> None:
    """warcio, which pywb reads with, takes every record, digests and all, and serves the body."""
    packed = page(body=b"<p>unpacked")
    assert packed.response
    headers = (("Content-Encoding", "gzip"), ("Content-Length", "31"), ("X-A", "caf\xe9"))
    packed = replace(
        packed,
        hops=(Hop("http://a.example/old", 301, "/page"),),
        response=replace(packed.response, headers=headers),
    )
    with Evidence.open(folder, writing=True, user_agent="footnoted/1") as evidence:
        for look in (packed, failure(), packed):
            evidence.record(look)
    with last_segment(folder).open("rb") as file:
        records = [
            (
                record.rec_type,
                record.rec_headers,
                record.http_headers,
                record.content_stream().read(),
            )
            for record in ArchiveIterator(file, check_digests="raise")
        ]
    kinds = [kind for kind, *_ in records]
    assert kinds == [
        "warcinfo",
        *("response", "request", "response", "request", "metadata"),
        *("response", "request", "metadata"),
        *("response", "request", "revisit", "request", "metadata"),
    ]
    _, fields, http, body = records[3]
    assert body == b"<p>unpacked"
    assert http.get_header("Content-Length") == "11"
    assert http.get_header("X-Orig-Content-Encoding") == "gzip"
    assert http.get_header("Content-Encoding") is None
    assert http.get_header("X-A") == "caf\xe9"
    assert fields.get_header("WARC-Date") == "2026-11-24T12:00:00Z"
    assert records[4][2].get_header("User-Agent") == "footnoted/1"
    revisit = records[11][1]
    assert revisit.get_header("WARC-Refers-To") == fields.get_header("WARC-Record-ID")
    assert {one.get_header("Footnoted-Look") for _, one, *_ in records[1:5]} == {
        records[5][1].get_header("WARC-Target-URI")
    }


def test_same_body_stored_once(folder: Path) -> None:
    """An unchanged page costs a revisit record, and still comes back whole."""
    body = random.Random(1).randbytes(200_000)
    keep(folder, page(body=body))
    before = last_segment(folder).stat().st_size
    later = page(body=body, at="2026-11-25T12:00:00+00:00")
    keep(folder, later)
    assert last_segment(folder).stat().st_size - before < 3_000
    with Evidence.open(folder, writing=False) as evidence:
        assert evidence.latest(later.asked) == later


def profiles(folder: Path) -> list[str | None]:
    """Return the profile of each revisit in the last segment."""
    with last_segment(folder).open("rb") as file:
        return [
            record.rec_headers.get_header("WARC-Profile")
            for record in ArchiveIterator(file, check_digests="raise")
            if record.rec_type == "revisit"
        ]


def test_not_modified(folder: Path) -> None:
    """A page that did not change is a revisit of its own kind, and comes back whole."""
    seen = page(body=b"<p>The page as it was")
    assert seen.response
    again = replace(seen, at=seen.at + timedelta(days=1), not_modified=True)
    keep(folder, seen, seen, without_body(again))
    assert [str(one).rpartition("/")[2] for one in profiles(folder)] == [
        "identical-payload-digest",
        "server-not-modified",
    ]
    with Evidence.open(folder, writing=False) as evidence:
        assert evidence.latest(seen.asked) == again


def test_not_modified_where_the_page_is_not_here(folder: Path) -> None:
    """The look can be read, its digest names the page, and nobody takes it for an empty one."""
    seen = page(body=b"<p>Kept by another machine")
    again = without_body(replace(seen, not_modified=True))
    keep(folder, again)
    assert [str(one).rpartition("/")[2] for one in profiles(folder)] == ["server-not-modified"]
    with Evidence.open(folder, writing=True) as evidence:
        assert evidence.latest(seen.asked) == again
        (row,) = evidence.ls()
        assert (row.outcome, row.size) == ("200", None)
        evidence.record(replace(seen, asked="http://a.example/other"))
        assert evidence.latest(seen.asked) == replace(seen, not_modified=True)
    (look,) = [one for one in json_looks(folder) if one.get("not_modified")]
    assert look["response"]["bytes"] is None


def without_body(capture: Capture) -> Capture:
    assert capture.response is not None
    return replace(capture, response=replace(capture.response, body=b""))


def json_looks(folder: Path) -> list[dict[str, Any]]:
    """Return the JSON of the looks in the last segment."""
    with last_segment(folder).open("rb") as file:
        return [
            json.loads(record.content_stream().read())
            for record in ArchiveIterator(file)
            if "urn:footnoted:look:" in record.rec_headers.get_header("WARC-Target-URI", "")
        ]


def test_local_copy_beside_the_page(folder: Path) -> None:
    """A copy with the bytes of a page is stored as a copy, once, and neither hides the other."""
    body = b"%PDF-1.7 the very same"
    with Evidence.open(folder, writing=True) as evidence:
        evidence.record(page(body=body))
        for _ in range(2):
            copy = evidence.add_local(
                body, media_type="application/pdf", obtained="me", source="s", seen=None, at=AT
            )
        evidence.record(page("http://a.example/again", body))
        assert evidence.local(copy.digest or "") == copy
        assert evidence.latest("http://a.example/again") == page("http://a.example/again", body)
    with last_segment(folder).open("rb") as file:
        kinds = [record.rec_type for record in ArchiveIterator(file, check_digests="raise")]
    assert (kinds.count("response"), kinds.count("resource"), kinds.count("revisit")) == (1, 1, 1)


def test_asked_as_a_browser(folder: Path) -> None:
    """The requests of a second opinion bear the name that was truly sent."""
    with Evidence.open(folder, writing=True, user_agent="footnoted/1") as evidence:
        evidence.record(page())
        hops = (Hop("http://a.example/old", 301, "/page"),)
        evidence.record(replace(page("http://a.example/2"), asked_as="Browser/9", hops=hops))
    with last_segment(folder).open("rb") as file:
        sent = [
            record.http_headers.get_header("User-Agent")
            for record in ArchiveIterator(file)
            if record.rec_type == "request"
        ]
    assert sent == ["footnoted/1", "Browser/9", "Browser/9"]
