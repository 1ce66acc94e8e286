"""`evidence export`: a WACZ that others find valid and can look pages up in."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from warcio.archiveiterator import ArchiveIterator

from conftest import ROOT
from corpus_folder import cited, quoting, write_corpus
from footnoted.commands import cli
from footnoted.errors import FootnotedError
from footnoted.model.capture import Capture, Hop
from footnoted.store.cdx import sort_key
from footnoted.store.evidence import Evidence, Limits
from looks import AT, failure, last_segment, page

URL = "http://a.example/page"
BODY = "<html><head><TITLE>\n Caf\xe9 &amp; more </title></head><p>Hello".encode()
VALIDATOR = ROOT / ".venv-wacz" / "bin" / "wacz"


def moved(look: Capture, **more: Any) -> Capture:
    """Return `look` as reached through a redirect, its body packed on the wire."""
    assert look.response
    headers = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"), ("Content-Length", "9"))
    response = replace(look.response, headers=headers)
    hops = (Hop("http://a.example/old", 301, "/page"),)
    return replace(look, asked="http://a.example/old", hops=hops, response=response, **more)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Keep a page, the same again a day later, a failure, and a local copy, over three segments."""
    files = [{"url": "http://a.example/smith.pdf", "kind": "same_text"}]
    source, note = cited(
        "smith", "http://a.example/old", "1", title="The whole of Smith", alternates=files
    )
    write_corpus(tmp_path, sources=[source], notes=[note], claims=[quoting("c", "1", "Hello")])
    limits = Limits(segment_bytes=1)
    with Evidence.open(tmp_path / ".footnoted", writing=True, limits=limits) as evidence:
        evidence.record(page(URL, BODY))
        run = evidence.begin_run(AT, key="p")
        evidence.record(moved(page(URL, BODY), at=AT + timedelta(days=1)))
        evidence.record(replace(page("http://b.example/"), basis="probe"))
        evidence.record(failure())
        evidence.record(page("http://a.example/smith.pdf", b"%PDF-1.7"))
        evidence.end_run(run)
        added = evidence.add_local(
            b"On paper.",
            media_type="text/plain",
            obtained="scanned",
            source="smith",
            seen=date(2013, 5, 1),
            at=AT,
        )
    copy = {"digest": added.digest, "obtained": "scanned", "media-type": "text/plain"}
    source["local-copies"] = [copy]
    write_corpus(tmp_path, sources=[source], notes=[note], claims=[quoting("c", "1", "Hello")])
    return tmp_path


def export(home: Path, *arguments: str) -> Result:
    """Run `footnoted evidence export` in `home`, to `out.wacz`."""
    where = ["-o", str(home / "out.wacz"), "--corpus", str(home / "claims")]
    return CliRunner().invoke(cli, ["evidence", "export", *arguments, *where])


def lines(home: Path, name: str) -> list[str]:
    """Return the lines of a file in the export."""
    with zipfile.ZipFile(home / "out.wacz") as archive:
        return archive.read(name).decode("utf-8").splitlines()


def pages(home: Path) -> list[tuple[str, str, str | None]]:
    """Return address, time and title of each page that the export lists."""
    head, *told = map(json.loads, lines(home, "pages/pages.jsonl"))
    assert head["format"] == "json-pages-1.0"
    return [(one["url"], one["ts"], one.get("title")) for one in told]


def indexed(home: Path) -> dict[str, dict[str, str]]:
    """Return the index of the export by key and time."""
    told = [line.split(" ", 2) for line in lines(home, "indexes/index.cdx")]
    return {f"{key} {at}": json.loads(rest) for key, at, rest in told}


def test_valid_to_others(home: Path) -> None:
    """The reference implementation, py-wacz, finds the export valid."""
    if not VALIDATOR.exists():
        pytest.skip("py-wacz is not in .venv-wacz; make test puts it there")
    assert export(home).exit_code == 0
    told = subprocess.run(
        [VALIDATOR, "validate", "-f", home / "out.wacz"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr
    assert "Validation succeeded" in told.stdout


def test_pages_that_did_not_change(home: Path) -> None:
    """One whose body stands with an earlier look opens; one kept elsewhere is only told of."""
    with Evidence.open(home / ".footnoted", writing=True) as evidence:
        for days, seen in ((2, page(URL, BODY)), (3, page("http://a.example/else", b"elsewhere"))):
            assert seen.response
            bodiless = replace(seen.response, body=b"")
            at = AT + timedelta(days=days)
            evidence.record(replace(seen, at=at, not_modified=True, response=bodiless))
    assert export(home).exit_code == 0
    opened = [(url, at[:10]) for url, at, _ in pages(home)]
    assert (URL, "2026-11-26") in opened
    assert "http://a.example/else" not in {url for url, _ in opened}
    told = [one for key, one in indexed(home).items() if "20261126" in key]
    assert [one["status"] for one in told] == ["200"]
    if not VALIDATOR.exists():
        pytest.skip("py-wacz is not in .venv-wacz; make test puts it there")
    valid: list[str | Path] = [VALIDATOR, "validate", "-f", home / "out.wacz"]
    assert subprocess.run(valid, capture_output=True, check=False).returncode == 0


def test_what_it_holds(home: Path) -> None:
    """Version 1.1.1, every file with its size and sha256, archives stored as they are."""
    export(home)
    with zipfile.ZipFile(home / "out.wacz") as archive:
        package = json.loads(archive.read("datapackage.json"))
        held = {one["path"]: one for one in package["resources"]}
        for info in archive.infolist():
            data = archive.read(info)
            if info.filename.startswith("archive/"):
                assert info.compress_type == zipfile.ZIP_STORED
            if not info.filename.startswith("datapackage"):
                told = held.pop(info.filename)
                assert told["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
                assert told["bytes"] == len(data)
        told = json.loads(archive.read("datapackage-digest.json"))
        assert told["hash"] == (
            f"sha256:{hashlib.sha256(archive.read('datapackage.json')).hexdigest()}"
        )
    assert not held
    assert (package["profile"], package["wacz_version"]) == ("data-package", "1.1.1")


def test_pages_with_titles(home: Path) -> None:
    """Each look that brought a page can be opened, by its own title or its source's."""
    export(home)
    local = next(url for url, *_ in pages(home) if url.startswith("urn:"))
    assert pages(home) == [
        (URL, "2026-11-24T12:00:00Z", "Caf\xe9 & more"),
        ("http://a.example/old", "2026-11-25T12:00:00Z", "Caf\xe9 & more"),
        ("http://a.example/smith.pdf", "2026-11-24T12:00:00Z", "The whole of Smith"),
        (local, "2026-11-24T12:00:00Z", "The whole of Smith"),
    ]


def test_every_place_in_the_index_is_true(home: Path) -> None:
    """At each offset stands, as a member of its own, the record of that address and time."""
    export(home)
    kinds = set()
    with zipfile.ZipFile(home / "out.wacz") as archive:
        for place, told in indexed(home).items():
            data = archive.read(f"archive/{told['filename']}")
            start = int(told["offset"])
            member = data[start : start + int(told["length"])]
            (record,) = ArchiveIterator(io.BytesIO(member), check_digests="raise")
            kinds.add(record.rec_type)
            assert record.rec_headers.get_header("WARC-Target-URI") == told["url"]
            assert place.startswith(sort_key(told["url"]))
            if record.http_headers:
                assert record.http_headers.get_statuscode() == told["status"]
    assert kinds == {"response", "revisit", "resource"}


def test_a_run_takes_along_what_it_stands_on(home: Path) -> None:
    """A revisit is exported with the record that holds its body, from another segment too."""
    export(home, "--run", "last")
    told = indexed(home)
    revisit = next(one for one in told.values() if one.get("mime") == "warc/revisit")
    whole = [one for one in told.values() if one["digest"] == revisit["digest"]]
    assert [one["url"] for one in whole] == [URL, URL]
    assert len({one["filename"] for one in whole}) == 2
    assert [url[-4:] for url, *_ in pages(home)] == ["/old", ".pdf"]


def test_only_some(home: Path) -> None:
    """A source brings its page and its copies; an address only itself."""
    export(home, "--only", "smith")
    assert [url[:8] for url, *_ in pages(home)] == ["http://a", "http://a", "urn:foot"]
    export(home, "--only", URL)
    assert [url for url, *_ in pages(home)] == [URL]
    assert "did you mean" in str(export(home, "--only", "smit").exception)
    assert "no run on record" in str(export(home, "--run", "2013").exception)


def test_it_is_evidence_itself(home: Path, tmp_path: Path) -> None:
    """The archives out of an export open as evidence, with the same looks."""
    export(home)
    with zipfile.ZipFile(home / "out.wacz") as archive:
        for name in archive.namelist():
            if name.startswith("archive/"):
                copied = tmp_path / "again" / Path(name).name
                copied.parent.mkdir(exist_ok=True)
                copied.write_bytes(archive.read(name))
    with (
        Evidence.open(tmp_path / "again", writing=False) as again,
        Evidence.open(home / ".footnoted", writing=False) as evidence,
    ):
        assert [one.asked for one in again.ls()] == [one.asked for one in evidence.ls()]
        assert again.latest("http://a.example/old") == evidence.latest("http://a.example/old")


def test_damage_is_left_out_and_told(home: Path) -> None:
    """A look whose records are damaged is named; the rest is exported."""
    segment = last_segment(home / ".footnoted")
    data = bytearray(segment.read_bytes())
    data[-200:-100] = bytes(100)
    segment.write_bytes(data)
    done = export(home)
    assert "left out" in done.output
    assert not any(url.startswith("urn:") for url, *_ in pages(home))


def test_what_stood_there_stays(home: Path) -> None:
    """An export that cannot be written leaves what stood in its place, and no litter."""
    (home / "out.wacz").mkdir()
    assert isinstance(export(home).exception, FootnotedError)
    (home / "out.wacz").rmdir()
    (home / "out.wacz").write_bytes(b"old")
    assert export(home, "--only", "nobody").exit_code == 1
    assert (home / "out.wacz").read_bytes() == b"old"
    assert not list(home.glob(".out*"))


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://www.A.example:80/B?z=1&a=2#f", "example,a)/b?a=2&z=1"),
        ("https://a.example", "example,a)/"),
        ("http://127.0.0.1:8000/x", "1,0,0,127:8000)/x"),
        ("http://[broken/", "http://[broken/"),
        ("urn:footnoted:local:ab", "urn:footnoted:local:ab"),
        ("http://www2.a.example/b//c/./d/../e/", "example,a)/b/c/e"),
        ("http://a.www.example/../%41%2541%7E?x=%41%", "example,www,a)/aa~?x=a%25"),
        ("http://a.example/caf%C3%A9%20x", "example,a)/caf%c3%a9%20x"),
    ],
)
def test_keys_of_the_index(url: str, key: str) -> None:
    """Addresses are sorted by their host from its end on, as other programs look them up."""
    assert sort_key(url) == key
