"""The demo: its site answers as planned, its corpus fits its paper, its audit tells the truth."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import requests

from footnoted.anchors import stretches
from footnoted.corpus import read_corpus
from footnoted.demo.answers import body_of, read_data
from footnoted.demo.expected import EXPECTED, Expectation
from footnoted.demo.folder import MARKER, DemoFolder, write_demo
from footnoted.demo.pdf import write_pdf
from footnoted.demo.routes import CLOSED, HOSTS, METADATA, SLOW
from footnoted.demo.site import DemoSite
from footnoted.errors import WriteRefusedError
from footnoted.files import digest
from footnoted.model.corpus import Corpus
from footnoted.model.verdicts import ClaimVerdict, LinkVerdict, PartVerdict

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def site() -> Iterator[DemoSite]:
    with DemoSite() as running:
        yield running


@pytest.fixture(scope="module")
def demo(site: DemoSite, tmp_path_factory: pytest.TempPathFactory) -> DemoFolder:
    return write_demo(tmp_path_factory.mktemp("demo") / "orvel", site, today=TODAY)


@pytest.fixture(scope="module")
def corpus(demo: DemoFolder) -> Corpus:
    reading = read_corpus(demo.corpus)
    assert reading.findings == ()
    assert reading.corpus is not None
    return reading.corpus


def get(url: str, **options: Any) -> requests.Response:
    with requests.Session() as session:
        session.trust_env = False
        return session.get(url, allow_redirects=False, timeout=10, **options)


class _Visible(HTMLParser):
    """The words of a page; enough of a reader for pages of our own."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words += data.split()


def words_of(page: bytes) -> str:
    reader = _Visible()
    reader.feed(page.decode())
    return " ".join(reader.words)


def body_of_paper(paper: str) -> str:
    """Return the running text of the demo's paper, whose notes stand on lines of their own."""
    without_notes = re.sub(r"^(<sup>\d+</sup>|\d+) .*$", "", paper, flags=re.MULTILINE)
    return re.sub(r"<sup>\d+</sup>", "", without_notes)


# The site


@pytest.mark.parametrize("host", HOSTS, ids=lambda host: str(host.key))
def test_each_path_answers_as_the_table_says(site: DemoSite, host: Any) -> None:
    """Status, target, type and bytes of every path are those of `routes.HOSTS`."""
    for path, answer in host.routes.items():
        if answer.drips or answer.delay:
            continue
        seen = get(site.url(host.key, path))
        assert seen.status_code == answer.status, path
        assert seen.headers.get("Location") == answer.to, path
        assert seen.headers["Content-Type"] == answer.media_type, path
        assert seen.content == body_of(answer), path


def test_unknown_paths_answer_404_except_where_that_is_the_fault(site: DemoSite) -> None:
    """Only the soft-404, the home-sending and the parked host answer to anything."""
    lenient = {host.key for host in HOSTS if get(site.url(host.key, "/zzz")).status_code != 404}
    assert lenient == {"union", "council", "parked"}


def test_hosts_have_addresses_of_their_own(site: DemoSite) -> None:
    """No two hosts share address and port, and all are on loopback."""
    bases = [site.url(key) for key in site.host_keys]
    assert len(set(bases)) == len(HOSTS) + 1
    assert all(base.startswith("http://127.") for base in bases)


def test_the_slow_page_comes_in_the_end(site: DemoSite) -> None:
    """It takes its seconds and is then an ordinary page."""
    start = time.monotonic()
    assert get(site.url("survey", "/sheets/40")).status_code == 200
    assert time.monotonic() - start >= SLOW


def test_the_dripping_page_goes_on_until_the_site_stops() -> None:
    """Bytes keep coming, so that only a deadline ends it; `stop` cuts it off at once."""
    with DemoSite() as own:
        answer = requests.get(own.url("almanac", "/1911/floods"), stream=True, timeout=5)
        chunks = answer.iter_content(1)
        head = b"".join(next(chunks) for _ in range(51))
        assert head.endswith(b"..")
        start = time.monotonic()
    assert time.monotonic() - start < 3
    answer.close()


def test_nothing_listens_on_the_closed_host(site: DemoSite) -> None:
    """A connection there is refused."""
    with pytest.raises(requests.ConnectionError, match="refused"):
        get(site.url(CLOSED, "/diaries/cellar"))


def test_the_ministry_writes_gbk_and_says_so_in_the_page_only(site: DemoSite) -> None:
    """The bytes are no UTF-8, and the header names no charset."""
    page = get(site.url("ministry", "/tongji/trade-2023.html"))
    assert page.headers["Content-Type"] == "text/html"
    assert "28.7亿美元" in page.content.decode("gbk")
    with pytest.raises(UnicodeDecodeError):
        page.content.decode()


def test_the_mill_sends_visitors_to_a_metadata_address(site: DemoSite) -> None:
    """The redirect is real: following it is what must be refused."""
    assert get(site.url("mill", "/history")).headers["Location"] == METADATA


def test_the_site_writes_nothing_to_the_terminal(
    site: DemoSite, capfd: pytest.CaptureFixture[str]
) -> None:
    """Neither requests nor clients that go away leave a line."""
    get(site.url("courier", "/"))
    get(site.url("almanac", "/1911/floods"), stream=True).close()
    time.sleep(1)
    assert capfd.readouterr() == ("", "")


# The report as PDF


def test_the_report_is_a_pdf_with_a_word_broken_at_a_line_end(site: DemoSite) -> None:
    """Four pages with running heads and numbers; page 3 breaks `intended` in two."""
    data = get(site.url("institute", "/files/ten_years_of_gauges.pdf")).content
    pages = pdf_pages(data)
    assert len(pages) == 4
    assert all(page.startswith("Ten Years of Gauges") for page in pages)
    assert [page.split()[-1] for page in pages] == ["1", "2", "3", "4"]
    assert "intended" not in pages[2]
    assert "tended to be compared with those of the delta" in pages[2]


def test_pdf_text_comes_back_as_written() -> None:
    """Brackets and backslashes, which delimit strings in PDF, are escaped."""
    line = r"f(x) = a \ b ((c)"
    assert line in pdf_pages(write_pdf("Head", [[line]]))[0]


def pdf_pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        texts = []
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            texts.append(text.get_text_bounded())
            text.close()
            page.close()
        return texts
    finally:
        document.close()


# The paper and its corpus


def test_every_placeholder_is_filled(demo: DemoFolder) -> None:
    """No file in the folder has a placeholder left, and none points anywhere but loopback."""
    for path in demo.folder.rglob("*"):
        if path.is_file():
            text = path.read_text("utf-8")
            assert "{{" not in text, path
            hosts = set(re.findall(r"https?://([^/:\s]+)", text))
            assert all(host.startswith("127.") for host in hosts), path


def test_digests_are_those_of_the_files(demo: DemoFolder, corpus: Corpus) -> None:
    """The corpus names the paper and the local copy by their real sha256."""
    assert corpus.paper.sha256 == digest(demo.paper.read_bytes())
    assert corpus.paper.issued == "2026-11-24"
    for file in demo.local_files:
        (copy,) = corpus.sources[file.source].local_copies
        assert copy.digest == digest(file.path.read_bytes())
        assert (copy.obtained, copy.media_type) == (file.obtained, file.media_type)


def test_every_claim_is_reviewed_and_anchored_once(demo: DemoFolder, corpus: Corpus) -> None:
    """Anchors match exactly once; quotations and figures stand within, in the paper's words."""
    body = body_of_paper(demo.paper.read_text("utf-8"))
    for claim in corpus.claims.values():
        assert claim.reviewed, claim.id
        spans = stretches(claim.at, body)
        assert len(spans) == 1, claim.id
        stretch = body[slice(*spans[0])]
        for words in [*(q.text for q in claim.quotations), *(f.raw for f in claim.figures)]:
            assert words in stretch, claim.id


def test_notes_are_those_of_the_paper(demo: DemoFolder, corpus: Corpus) -> None:
    """Each mark has its note record; the one that is not printed is `missing`."""
    paper = demo.paper.read_text("utf-8")
    marks = re.findall(r"(?<!^)<sup>(\d+)</sup>", paper, flags=re.MULTILINE)
    assert marks == list(corpus.notes)
    printed = re.findall(r"^(?:<sup>)?(\d+)(?:</sup>)? (.+)$", paper, flags=re.MULTILINE)
    texts = {label: plain(text) for label, text in printed}
    assert {note.id: note.text for note in corpus.notes.values() if note.text} == texts
    assert [note.id for note in corpus.notes.values() if note.status == "missing"] == ["24"]


def plain(text: str) -> str:
    """Return a note without emphasis, with links as their targets."""
    text = re.sub(r"\[[^\]]*\]\(([^)]*)\)", r"\1", text)
    return re.sub(r"<(http[^>]*)>", r"\1", text).replace("*", "")


def test_expectations_cover_every_claim_and_note(corpus: Corpus) -> None:
    """One line a claim, on its own note, with as many parts as the record has."""
    by_claim = {one.claim: one for one in EXPECTED}
    assert list(by_claim) == list(corpus.claims)
    assert {one.note for one in EXPECTED} == set(corpus.notes)
    for claim in corpus.claims.values():
        one = by_claim[claim.id]
        assert claim.note == (one.note,)
        assert corpus.notes[one.note].status == one.note_status
        assert len(one.parts) == len(claim.quotations) + len(claim.figures)
        assert bool(urls_of(corpus, one)) == (one.link_verdict is not None), one.claim


def urls_of(corpus: Corpus, one: Expectation) -> list[str]:
    entries = corpus.notes[one.note].entries
    found = [corpus.sources[entry.source].url for entry in entries if entry.source]
    return [url for url in found if url]


def test_every_link_verdict_but_offline_is_planted() -> None:
    """The tour shows each outcome that a link can have; `no_url` goes by the sources."""
    planted = {one.link_verdict for one in EXPECTED}
    assert planted == {*LinkVerdict, None} - {LinkVerdict.OFFLINE, LinkVerdict.NO_URL}


def test_every_part_verdict_is_planted() -> None:
    """The tour shows each outcome that a quotation or figure can have."""
    assert {part for one in EXPECTED for part in one.parts} == set(PartVerdict)


def test_pages_say_what_the_expectations_rest_on(corpus: Corpus) -> None:
    """A verbatim quotation stands on its page letter for letter, an altered or absent one not."""
    for one in EXPECTED:
        verdicts = set(one.parts) & {PartVerdict.VERBATIM, PartVerdict.ALTERED, PartVerdict.ABSENT}
        for url in urls_of(corpus, one) if verdicts else ():
            page = words_of(requests.get(url, timeout=10).content)
            (quotation,) = corpus.claims[one.claim].quotations
            hidden = one.claim == "summit-paper"
            stands = quotation.text.casefold() in page.casefold()
            assert stands == (hidden or one.parts == (PartVerdict.VERBATIM,)), one.claim


# The folder


def test_a_folder_of_ours_is_written_anew(site: DemoSite, tmp_path: Path) -> None:
    """A second demo in the same folder has the new addresses; the user's own files stay."""
    folder = tmp_path / "demo"
    with DemoSite() as first:
        write_demo(folder, first, today=TODAY)
        old = first.url("courier")
    mine = folder / "my-notes.txt"
    mine.write_text("mine")
    again = write_demo(folder, site, today=TODAY)
    paper = again.paper.read_text("utf-8")
    assert site.url("courier") in paper
    assert old not in paper
    assert mine.read_text() == "mine"


def test_a_folder_of_someone_else_is_refused(site: DemoSite, tmp_path: Path) -> None:
    """Nothing is written beside the user's files, whatever stands in the marker's place."""
    mine = tmp_path / "thesis.md"
    mine.write_text("years of work")
    with pytest.raises(WriteRefusedError, match="not made by `footnoted demo`"):
        write_demo(tmp_path, site, today=TODAY)
    (tmp_path / MARKER).write_text("[1]")
    with pytest.raises(WriteRefusedError, match="not made by `footnoted demo`"):
        write_demo(tmp_path, site, today=TODAY)
    assert sorted(path.name for path in tmp_path.iterdir()) == [MARKER, "thesis.md"]


def test_a_changed_file_is_not_overwritten(site: DemoSite, tmp_path: Path) -> None:
    """What a newcomer tried out in the demo's corpus stays, and the line names the file."""
    folder = tmp_path / "demo"
    written = write_demo(folder, site, today=TODAY)
    claims = written.corpus / "01-introduction.yaml"
    claims.write_text("# tried something\n")
    with pytest.raises(WriteRefusedError, match=r"01-introduction\.yaml: changed since"):
        write_demo(folder, site, today=TODAY)
    assert claims.read_text() == "# tried something\n"


def test_a_file_in_the_folders_place_is_refused(site: DemoSite, tmp_path: Path) -> None:
    """A file where the folder should be is one clear line too."""
    (tmp_path / "demo").write_text("")
    with pytest.raises(WriteRefusedError, match="not made by `footnoted demo`"):
        write_demo(tmp_path / "demo", site, today=TODAY)


def test_the_paper_says_that_it_is_made_up() -> None:
    """Nobody should take the river for real."""
    assert "made up for `footnoted demo`" in read_data("paper.md")


# The whole road, by the command line


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "footnoted", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=90,
        check=False,
    )


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that `footnoted demo` leaves."""
    home = tmp_path_factory.mktemp("tour")
    folder = home / "footnoted-demo"
    start = time.monotonic()
    done = run("demo", "--no-open", "--folder", str(folder), cwd=home)
    assert done.returncode == 0, done.stdout + done.stderr
    assert time.monotonic() - start < 40, "the tour should take some ten seconds"
    return folder


def test_end_to_end(audited: Path) -> None:
    """`footnoted demo` gives every planted trouble its verdict, and no false one."""
    report = json.loads((audited / "reports" / "orvel" / "report.json").read_text("utf-8"))
    claims = {claim["id"]: claim for claim in report["claims"]}
    links = {link["url"]: link for link in report["links"]}
    notes = {note["id"]: note for note in report["notes"]}
    assert set(claims) == {one.claim for one in EXPECTED}
    wrong = [
        f"note {one.note} ({one.what}): {fault}"
        for one in EXPECTED
        for fault in faults(one, claims[one.claim], links, notes)
    ]
    assert not wrong, "\n".join(wrong)


def test_only_planted_troubles_are_accused(audited: Path) -> None:
    """Findings of level error name the sources that fail and the notes that lead nowhere."""
    report = json.loads((audited / "reports" / "orvel" / "report.json").read_text("utf-8"))
    accused = [finding["where"]["note"] for finding in report["findings"] if is_error(finding)]
    assert sorted(accused) == sorted(one.note for one in EXPECTED if is_fault(one))


def is_error(finding: dict[str, Any]) -> bool:
    return bool(finding["level"] == "error")


def is_fault(one: Expectation) -> bool:
    return (
        one.claim_verdict in {ClaimVerdict.MISMATCH, ClaimVerdict.NOT_FOUND}
        or one.link_verdict in {LinkVerdict.DEAD, LinkVerdict.SOFT_404, LinkVerdict.PARKED}
        or one.note_status in {"missing", "dangling"}
    )


def faults(
    one: Expectation, claim: dict[str, Any], links: dict[str, Any], notes: dict[str, Any]
) -> Iterator[str]:
    """Where the report says something else than a careful auditor would."""
    if claim["verdict"] != one.claim_verdict:
        yield f"claim {claim['verdict']}, not {one.claim_verdict}: {claim['message']}"
    if one.claim_reason and claim["reason"] != one.claim_reason:
        yield f"reason {claim['reason']}, not {one.claim_reason}"
    parts = tuple(part["verdict"] for part in claim["parts"])
    if parts != one.parts:
        yield f"parts {parts}, not {one.parts}"
    if notes[one.note]["status"] != one.note_status:
        yield f"note {notes[one.note]['status']}, not {one.note_status}"
    if bool(claim["links"]) != (one.link_verdict is not None):
        yield f"links {claim['links']}"
    for url in claim["links"]:
        link = links[url]
        if (link["verdict"], link["reason"]) != (one.link_verdict, one.link_reason):
            seen = f"{link['verdict']}/{link['reason']}"
            yield f"link {seen}, not {one.link_verdict}/{one.link_reason}: {link['message']}"


def test_the_demo_paper_lints_clean_but_for_its_own_faults(audited: Path) -> None:
    """With the paper, lint names its missing, dangling and ambiguous notes and nothing else."""
    corpus, paper = audited / "claims" / "orvel", audited / "paper.md"
    done = run("lint", str(corpus), "--paper", str(paper), "--format", "json", cwd=audited)
    findings = json.loads(done.stdout)["findings"]
    told = {finding["where"]["note"] for finding in findings if finding["level"] != "info"}
    assert told == {"19", "20", "24"}, findings


def test_extract_reads_the_demo_paper_as_its_corpus_has_it(audited: Path) -> None:
    """The road begins with the paper: extract finds the notes as the corpus records them."""
    done = run("extract", str(audited / "paper.md"), "--format", "json", cwd=audited)
    extracted = {note["id"]: note for note in json.loads(done.stdout)["notes"]}
    reading = read_corpus(audited / "claims" / "orvel")
    assert reading.corpus is not None
    assert list(extracted) == list(reading.corpus.notes)
    for note in reading.corpus.notes.values():
        found = extracted[note.id]
        assert (found["status"], found["text"]) == (note.status, note.text)
        candidates = [name for entry in note.entries for name in entry.candidates]
        assert found["candidates"] == candidates
    assert extracted["4"]["resolves_to"] == ["2"]
    assert extracted["21"]["resolves_to"] == ["5"]
