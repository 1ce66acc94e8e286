"""The pipeline, on real servers, real evidence and real files."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from corpus_folder import cited, quoting, write_corpus
from footnoted.audit import Audit, Clock, InterruptedAuditError, Options, Watcher, audit
from footnoted.audit.exits import exit_code
from footnoted.audit.local_copies import add_copy
from footnoted.errors import EvidenceError, UnreadableCorpusError, WriteRefusedError
from footnoted.model.report import ClaimDoc, LinkDoc
from footnoted.web.settings import FetchSettings, parse_network
from loopback import Answer, Site, serve

LOOPBACK = FetchSettings(
    allow_net=(parse_network("127.0.0.0/8"),), pace_seconds=0, total_seconds=5, retries=0
)
START = datetime(2026, 11, 24, 12, tzinfo=UTC)
HTML = {"Content-Type": "text/html; charset=utf-8"}
FILLER = "<p>" + "The assembly then turned to other business of the day. " * 50 + "</p>"


def html(*paragraphs: str) -> Answer:
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return Answer(200, f"<html><body>{body}{FILLER}</body></html>".encode(), HTML)


@dataclass
class Ticking:
    """A clock that stands still until it is told to move."""

    now: datetime = START


@pytest.fixture
def site() -> Iterator[Site]:
    """Serve one page; tests add theirs."""
    with serve({"/a": html("We will never leave the table.")}) as running:
        yield running


@pytest.fixture
def clock() -> Ticking:
    return Ticking()


def run(corpus: Path, clock: Ticking, **options: Any) -> Audit:
    """Audit with every address asked: what memory spares is told in test_audit_memory.py."""
    made = Options(corpus=corpus, fetch=LOOPBACK, **{"ask_all": True, **options})
    return audit(made, Clock(lambda: clock.now), Watcher())


def one_claim(home: Path, url: str | None, *words: str, **more: Any) -> Path:
    source, note = cited("a", url, "1", **more)
    return write_corpus(home, sources=[source], notes=[note], claims=[quoting("c", "1", *words)])


def claim(done: Audit, ident: str = "c") -> ClaimDoc:
    return next(one for one in done.report.claims if one.id == ident)


def link(done: Audit) -> LinkDoc:
    return done.report.links[0]


def test_a_quotation_on_the_page_supports_its_claim(
    site: Site, clock: Ticking, tmp_path: Path
) -> None:
    """The evidence stands beside it: address, time, wording, and the words around it."""
    corpus = one_claim(tmp_path, site.url("/a"), "never leave the table")
    done = run(corpus, clock)
    part = claim(done).parts[0]
    assert claim(done).verdict == "supported"
    assert part.source_wording == "never leave the table"
    assert part.context_before == "We will "
    assert part.evidence is not None
    assert part.evidence.url == site.url("/a")
    assert sorted(path.name for path in done.folder.iterdir() if path.is_file()) == [
        "report.html",
        "report.json",
        "report.md",
    ]


def test_a_dropped_word_is_a_mismatch_and_a_new_error(
    site: Site, clock: Ticking, tmp_path: Path
) -> None:
    """The finding names file, line and column of the quotation, and ends with exit code 1."""
    corpus = one_claim(tmp_path, site.url("/a"), "We will leave the table")
    done = run(corpus, clock)
    finding = next(one for one in done.report.findings if one.rule == "quotation-altered")
    assert (finding.level, finding.news, finding.where.claim) == ("error", "new", "c")
    assert finding.where.file is not None
    assert finding.where.file.endswith("01-first.yaml")
    assert exit_code(done.report, 0, "new-error") == 1


def test_each_url_is_asked_once(site: Site, clock: Ticking, tmp_path: Path) -> None:
    """Two sources and three claims at one address make one request."""
    first, note = cited("a", site.url("/a"), "1")
    second, other = cited("b", site.url("/a"), "2")
    claims = [quoting("c", "1", "We will"), quoting("d", "1", "the table"), quoting("e", "2")]
    corpus = write_corpus(tmp_path, sources=[first, second], notes=[note, other], claims=claims)
    done = run(corpus, clock)
    assert [asked.path for asked in site.asked] == ["/a"]
    assert {one.source for one in done.report.links} == {"a", "b"}


def test_the_same_evidence_gives_the_same_report(
    site: Site, clock: Ticking, tmp_path: Path
) -> None:
    """Replayed without the site, twice, byte for byte what the run itself wrote."""
    corpus = one_claim(tmp_path, site.url("/a"), "We will leave the table")
    done = run(corpus, clock)
    first = (done.folder / "report.json").read_bytes()
    asked = len(site.asked)
    clock.now += timedelta(days=40)
    for _ in range(2):
        again = run(corpus, clock, replay=True)
        assert (again.folder / "report.json").read_bytes() == first
    assert len(site.asked) == asked


def test_news_is_told_once_then_persists_then_is_fixed(
    site: Site, clock: Ticking, tmp_path: Path
) -> None:
    """A second night has nothing new, and is green; a mended page is told as fixed."""
    corpus = one_claim(tmp_path, site.url("/a"), "We will leave the table")
    codes = []
    for _ in range(2):
        codes.append(exit_code(run(corpus, clock).report, 0, "new-error"))
        clock.now += timedelta(days=1)
    assert codes == [1, 0]
    site.answers["/a"] = html("We will leave the table.")
    done = run(corpus, clock)
    assert [one.rule for one in done.report.fixed] == ["quotation-altered"]
    assert done.report.summary.persisting == 0


def test_a_wall_tonight_fixes_nothing(site: Site, clock: Ticking, tmp_path: Path) -> None:
    """What could not be looked at tonight is not over."""
    corpus = one_claim(tmp_path, site.url("/a"), "We will leave the table")
    run(corpus, clock)
    clock.now += timedelta(days=1)
    site.answers["/a"] = Answer(403, b"no", HTML)
    assert run(corpus, clock).report.fixed == ()


def test_a_link_once_seen_is_a_warning_until_it_is_rotten(
    site: Site, clock: Ticking, tmp_path: Path
) -> None:
    """Three dead looks over a week: one new error, on that night and no other."""
    corpus = one_claim(tmp_path, site.url("/a"), "never leave the table")
    run(corpus, clock)
    site.answers["/a"] = Answer(404, b"gone", HTML)
    nights = []
    for _ in range(6):
        clock.now += timedelta(days=3)
        report = run(corpus, clock).report
        rules = [one.rule for one in report.findings if one.rule.startswith("link-")]
        nights.append((rules, exit_code(report, 0, "new-error")))
    assert nights[0] == (["link-dead"], 0)
    assert [code for _, code in nights] == [0, 0, 1, 0, 0, 0]
    assert nights[2][0] == ["link-rotten"]


def test_a_link_never_seen_is_an_error_at_once(site: Site, clock: Ticking, tmp_path: Path) -> None:
    """A citation that leads nowhere is not weather."""
    done = run(one_claim(tmp_path, site.url("/gone"), "words"), clock)
    assert link(done).verdict == "dead"
    assert claim(done).verdict == "source_unavailable"
    assert [one.level for one in done.report.findings if one.rule == "link-dead"] == ["error"]


def test_without_network_nothing_is_called_dead(clock: Ticking, tmp_path: Path) -> None:
    """Public addresses are `offline`, history tells no look at them, and the exit code is 4."""
    corpus = one_claim(tmp_path, "http://paper.invalid/a", "words")
    done = run(corpus, clock)
    assert link(done).verdict == "offline"
    assert (claim(done).verdict, claim(done).reason) == ("unchecked", "offline")
    assert done.report.run.offline_message is not None
    assert exit_code(done.report, 0, "new-error") == 4
    lines = (done.folder / "state" / "history.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["kind"] for line in lines] == ["inputs", "blind"]
    first = (done.folder / "report.json").read_bytes()
    run(corpus, clock, replay=True)
    assert (done.folder / "report.json").read_bytes() == first


def test_an_alternate_stands_in_for_a_dead_page(site: Site, clock: Ticking, tmp_path: Path) -> None:
    """It is asked in the second round only, and the verdict says where support was found."""
    alternates = [{"url": site.url("/a"), "kind": "same_text"}]
    corpus = one_claim(tmp_path, site.url("/gone"), "never leave", alternates=alternates)
    done = run(corpus, clock)
    assert [asked.path for asked in site.asked] == ["/gone", "/a"]
    assert (claim(done).verdict, claim(done).basis) == ("supported", "alternate")


def test_a_settled_page_asks_for_no_stand_in(site: Site, clock: Ticking, tmp_path: Path) -> None:
    """Where the cited page holds every part, nobody else is bothered."""
    alternates = [{"url": site.url("/b"), "kind": "same_text"}]
    run(one_claim(tmp_path, site.url("/a"), "never leave", alternates=alternates), clock)
    assert [asked.path for asked in site.asked] == ["/a"]


def test_a_local_copy_speaks_for_a_printed_source(clock: Ticking, tmp_path: Path) -> None:
    """`evidence add` keeps the file, notes its digest in sources.yaml, and the claim holds."""
    corpus = one_claim(tmp_path, None, "as printed here")
    file = tmp_path / "book.txt"
    file.write_text("It stands as printed here, on page 3.", encoding="utf-8")
    added = add_copy(corpus, "a", file, obtained="scanned", seen=None, evidence=None)
    assert added.digest in (corpus / "sources.yaml").read_text(encoding="utf-8")
    done = run(corpus, clock)
    assert (claim(done).verdict, claim(done).basis) == ("supported", "local")
    evidence = claim(done).parts[0].evidence
    assert evidence is not None
    assert evidence.obtained == "scanned"


def test_only_audits_that_alone(site: Site, clock: Ticking, tmp_path: Path) -> None:
    """Other claims are not in the report, their pages are not asked, nothing of them is fixed."""
    site.answers["/b"] = html("Other words.")
    first, note = cited("a", site.url("/a"), "1")
    second, other = cited("b", site.url("/b"), "2")
    claims = [quoting("c", "1", "We will leave the table"), quoting("d", "2", "Other words")]
    corpus = write_corpus(tmp_path, sources=[first, second], notes=[note, other], claims=claims)
    run(corpus, clock)
    clock.now += timedelta(days=1)
    done = run(corpus, clock, only="note:2")
    assert [one.id for one in done.report.claims] == ["d"]
    assert [asked.path for asked in site.asked].count("/a") == 1
    assert done.report.fixed == ()


def test_a_replay_of_the_whole_is_not_moved_by_a_part(
    site: Site, clock: Ticking, tmp_path: Path
) -> None:
    """A later look at one claim, in worse weather, hides nothing that the last full audit saw."""
    site.answers["/a"] = html("The two sides did not agree on the price of gas.")
    corpus = one_claim(tmp_path, site.url("/a"), "did agree on the price of gas")
    whole = run(corpus, clock)
    assert claim(whole).verdict == "mismatch"
    site.answers["/a"] = Answer(403)
    clock.now += timedelta(hours=1)
    run(corpus, clock, only="c")
    assert claim(run(corpus, clock, replay=True)).verdict == "mismatch"
    assert claim(run(corpus, clock, replay=True, only="c")).verdict == "source_unavailable"


def test_an_interrupted_audit_goes_on_from_there(
    site: Site, clock: Ticking, tmp_path: Path
) -> None:
    """What was looked at is not asked again."""
    watcher = Watcher()

    def stop_after_first(line: str, done: int, total: int) -> None:
        del line, total
        if done == 1:
            watcher.stop.set()

    site.answers["/b"] = html("Other words.")
    first, note = cited("a", site.url("/a"), "1")
    second, other = cited("b", site.url("/b"), "2")
    corpus = write_corpus(tmp_path, sources=[first, second], notes=[note, other])
    options = Options(corpus=corpus, fetch=LOOPBACK)
    with pytest.raises(InterruptedAuditError, match="goes on from there"):
        audit(options, Clock(lambda: clock.now), replace(watcher, say=stop_after_first))
    assert not (tmp_path / "reports").exists()
    clock.now += timedelta(minutes=5)
    done = run(corpus, clock)
    assert sorted(asked.path for asked in site.asked) == ["/a", "/b"]
    assert {one.verdict for one in done.report.links} == {"alive"}
    assert done.report.run.as_of == "2026-11-24T12:00:00Z"


def test_bad_records_are_told_and_the_rest_is_audited(
    site: Site, clock: Ticking, tmp_path: Path
) -> None:
    """One finding at its place; the exit code is 2; the good claim has its verdict."""
    source, note = cited("a", site.url("/a"), "1")
    bad = {**quoting("d", "1", "x"), "colour": "red"}
    claims = [quoting("c", "1", "never leave"), bad]
    corpus = write_corpus(tmp_path, sources=[source], notes=[note], claims=claims)
    done = run(corpus, clock)
    assert claim(done).verdict == "supported"
    assert done.unreadable_records == 1
    assert exit_code(done.report, done.unreadable_records, "never") == 2
    assert any("colour" in one.message for one in done.report.findings)


def test_no_paper_record_is_one_line(clock: Ticking, tmp_path: Path) -> None:
    """Without a readable paper.yaml there is nothing to audit."""
    corpus = one_claim(tmp_path, None)
    (corpus / "paper.yaml").write_text("id: [", encoding="utf-8")
    with pytest.raises(UnreadableCorpusError, match=r"paper\.yaml:"):
        run(corpus, clock)


def test_a_history_cut_in_mid_line_is_read_and_mended(
    site: Site, clock: Ticking, tmp_path: Path
) -> None:
    """The whole lines count, the torn one is cut by the next audit, and it says so."""
    corpus = one_claim(tmp_path, site.url("/a"), "We will leave the table")
    done = run(corpus, clock)
    history = done.folder / "state" / "history.jsonl"
    whole = history.read_bytes()
    history.write_bytes(whole + b'{"at": "2026-11-2')
    clock.now += timedelta(days=1)
    site.answers["/a"] = html("We will leave the table.")
    told: list[str] = []
    watcher = Watcher(lambda line, _done, _total: told.append(line))
    options = Options(corpus=corpus, fetch=LOOPBACK, ask_all=True)
    audit(options, Clock(lambda: clock.now), watcher)
    assert history.read_bytes().startswith(whole)
    assert any("half written" in line for line in told)


def test_a_report_that_cannot_be_written_is_one_line(
    site: Site, clock: Ticking, tmp_path: Path
) -> None:
    """A folder stands where the report should be: the evidence is kept all the same."""
    corpus = one_claim(tmp_path, site.url("/a"), "never leave")
    (tmp_path / "reports" / "p" / "report.html").mkdir(parents=True)
    with pytest.raises(WriteRefusedError, match=r"report\.html"):
        run(corpus, clock)
    (tmp_path / "reports" / "p" / "report.html").rmdir()
    assert claim(run(corpus, clock, replay=True)).verdict == "supported"


def test_a_second_audit_at_once_says_so(site: Site, clock: Ticking, tmp_path: Path) -> None:
    """One writer at a time; the other is told in one line."""
    gate, seen = threading.Event(), threading.Event()

    def wait(_asked: object) -> Answer:
        seen.set()
        gate.wait(5)
        return html("never leave")

    site.answers["/slow"] = wait
    corpus = one_claim(tmp_path, site.url("/slow"), "never leave")
    first = threading.Thread(target=run, args=(corpus, clock))
    first.start()
    try:
        assert seen.wait(5)
        with pytest.raises(Exception, match=r"another|writing") as told:
            run(corpus, clock)
        assert "\n" not in str(told.value)
    finally:
        gate.set()
        first.join()


def test_a_replay_of_what_was_never_looked_at_accuses_nobody(
    site: Site, clock: Ticking, tmp_path: Path
) -> None:
    """An address put on record after the run is `not_fetched`: there is no evidence of it."""
    corpus = one_claim(tmp_path, site.url("/a"), "never leave")
    run(corpus, clock)
    done = run(one_claim(tmp_path, site.url("/new"), "never leave"), clock, replay=True)
    assert (link(done).verdict, link(done).reason) == ("not_fetched", "no_evidence")
    assert (claim(done).verdict, claim(done).reason) == ("unchecked", "not_fetched")


def test_a_waiver_speaks_of_checks_too(site: Site, clock: Ticking, tmp_path: Path) -> None:
    """The finding stays, marked; it is no news, and the run is green."""
    corpus = one_claim(tmp_path, site.url("/a"), "We will leave the table")
    waiver = {"rule": "quotation-altered", "claim": "c", "owner": "me", "reason": "known"}
    (corpus / "waivers.yaml").write_text(
        f"- {json.dumps({**waiver, 'expires': '2027-01-01'})}\n", encoding="utf-8"
    )
    done = run(corpus, clock)
    finding = next(one for one in done.report.findings if one.rule == "quotation-altered")
    assert (finding.waived, finding.news) == (True, None)
    assert exit_code(done.report, 0, "new-error") == 0


def test_the_evidence_shown_is_the_page_that_has_the_words(
    site: Site, clock: Ticking, tmp_path: Path
) -> None:
    """Of two alternates looked at in one second, the one that supports is named."""
    site.answers["/other"] = html("Something else.")
    alternates = [{"url": site.url(path), "kind": "same_text"} for path in ("/other", "/a")]
    corpus = one_claim(tmp_path, site.url("/gone"), "never leave", alternates=alternates)
    part = claim(run(corpus, clock)).parts[0]
    assert part.evidence is not None
    assert part.evidence.url == site.url("/a")


def test_what_the_corpus_no_longer_has_is_fixed(site: Site, clock: Ticking, tmp_path: Path) -> None:
    """A dead address replaced, a claim taken out: their troubles are over."""
    one_claim(tmp_path, site.url("/gone"), "words")
    corpus = one_claim(tmp_path, site.url("/a"), "We will leave the table")
    run(one_claim(tmp_path, site.url("/gone"), "words"), clock)
    clock.now += timedelta(days=1)
    corpus = one_claim(tmp_path, site.url("/a"), "never leave")
    assert [one.rule for one in run(corpus, clock).report.fixed] == ["link-dead"]


def test_moving_lines_is_no_news(site: Site, clock: Ticking, tmp_path: Path) -> None:
    """Fingerprints know records and words, never line numbers."""
    corpus = one_claim(tmp_path, site.url("/gone"), "words", accessed="2013")
    (corpus / "notes.yaml").write_text(
        '- {"id": "1", "text": "x", "status": "dangling", "entries": [{"form": "op_cit"}]}\n',
        encoding="utf-8",
    )
    run(corpus, clock)
    for name in ("notes.yaml", "sources.yaml", "01-first.yaml"):
        file = corpus / name
        file.write_text("# a comment\n" + file.read_text("utf-8"), encoding="utf-8")
    clock.now += timedelta(days=1)
    summary = run(corpus, clock).report.summary
    assert (summary.new, summary.fixed) == (0, 0)
    assert summary.persisting > 0


def test_a_page_gone_in_changing_ways_is_one_trouble(
    site: Site, clock: Ticking, tmp_path: Path
) -> None:
    """404 tonight, a soft 404 tomorrow: new once."""
    corpus = one_claim(tmp_path, site.url("/x"), "words")
    new = []
    for night in range(8):
        soft = Answer(200, b"<title>Page not found</title><p>Page not found.", HTML)
        site.answers["/x"] = soft if night % 2 else Answer(404, b"", HTML)
        new.append(run(corpus, clock).report.summary.new)
        clock.now += timedelta(days=2)
    assert new == [1, 0, 0, 0, 0, 0, 0, 0]


def test_offline_twice_is_no_news_twice(clock: Ticking, tmp_path: Path) -> None:
    """What needs no network is remembered without one; links are not."""
    corpus = one_claim(tmp_path, "http://paper.invalid/a", "words")
    (corpus / "notes.yaml").write_text('- {"id": "1", "status": "missing"}\n', encoding="utf-8")
    first = run(corpus, clock)
    clock.now += timedelta(days=1)
    second = run(corpus, clock)
    assert (first.report.summary.new, second.report.summary.new) == (2, 0)
    history = (first.folder / "state" / "history.jsonl").read_text("utf-8")
    assert "paper.invalid" not in history


def test_a_page_cited_twice_under_fragments_is_asked_once(
    site: Site, clock: Ticking, tmp_path: Path
) -> None:
    """`/a`, `/a#p2` and the alternate `/a` are one page."""
    first, note = cited("a", site.url("/a"), "1")
    second, other = cited("b", site.url("/a#p2"), "2")
    same = [{"url": site.url("/a"), "kind": "same_text"}]
    third, last = cited("z", site.url("/gone"), "3", alternates=same)
    claims = [quoting("c", "2", "never leave"), quoting("d", "3", "never leave")]
    corpus = write_corpus(
        tmp_path, sources=[first, second, third], notes=[note, other, last], claims=claims
    )
    done = run(corpus, clock)
    assert [claim(done, ident).verdict for ident in "cd"] == ["supported", "supported"]
    assert sorted(asked.path for asked in site.asked) == ["/a", "/gone"]
    before = (done.folder / "report.json").read_bytes()
    run(corpus, clock, replay=True)
    assert (done.folder / "report.json").read_bytes() == before


def test_a_replay_without_evidence_is_one_line(clock: Ticking, tmp_path: Path) -> None:
    """It says what to run first."""
    with pytest.raises(EvidenceError, match=r"without --replay first|no evidence"):
        run(one_claim(tmp_path, None, "words"), clock, replay=True)


def test_a_far_memento_is_no_source(site: Site, clock: Ticking, tmp_path: Path) -> None:
    """A dead link with a memento of another year is a dead link."""
    mementos = [{"url": site.url("/a"), "on": "2019-01-01"}]
    done = run(one_claim(tmp_path, site.url("/gone"), "never leave", mementos=mementos), clock)
    assert (claim(done).verdict, claim(done).reason) == ("source_unavailable", "dead")


def test_a_memento_near_the_access_date_supports_then(
    site: Site, clock: Ticking, tmp_path: Path
) -> None:
    """The source's access date speaks before the paper's own."""
    dated = {**HTML, "Memento-Datetime": "Mon, 09 May 2011 10:00:00 GMT"}
    site.answers["/memento"] = Answer(200, b"<p>We will never leave the table.", dated)
    mementos = [{"url": site.url("/memento"), "on": "2011-05-09"}]
    corpus = one_claim(
        tmp_path, site.url("/gone"), "never leave", mementos=mementos, accessed="2011-05-01"
    )
    done = run(corpus, clock)
    assert claim(done).verdict == "supported_then"
    assert claim(done).seen_at == "2011-05-09T10:00:00Z"
