"""Nights out of the ordinary: between two audits somebody looks, edits, merges, or an archive ends.

What is told must be what the world did, whatever happened to our own files and looks.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus_folder import cited, quoting, write_corpus
from footnoted.audit import Audit
from footnoted.audit.exits import exit_code
from footnoted.checks import CHECKS
from footnoted.model.verdicts import LinkVerdict, PartVerdict
from loopback import Answer, serve
from nights import ABSENT, ALTERED, GONE, HTML, LOOPBACK, TRUE, WALL, Nights, html
from small_archive import small_archive
from test_audit_archives import (
    NOW_PAGE,
    SEEN_ON,
    THEN,
    WORDS,
    World,
    claim,
    levels,
    link,
    replayed_alike,
    world,
)

__all__ = ["world"]


@pytest.fixture
def nights(tmp_path: Path) -> Iterator[Nights]:
    with serve({"/a": TRUE}) as site:
        yield Nights(tmp_path, site)


def told(done: Audit) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (one.rule, one.level, one.news, one.cause)
        for one in done.report.findings
        if one.level != "info" and not one.waived
    ]


def fixed(done: Audit) -> list[str]:
    return [one.rule for one in done.report.fixed]


def test_a_look_in_between_does_not_blame_our_version(
    nights: Nights, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An audit of a part saw the changed page first; no version of ours ever judged it fine."""
    nights.corpus()
    nights.as_version("9.8", monkeypatch)
    nights.run(0)
    nights.run(0.5, ALTERED, only="c")
    nights.as_version("9.9", monkeypatch)
    assert told(nights.run(1)) == [("quotation-altered", "warning", "new", "world")]
    assert told(nights.run(2)) == [("quotation-altered", "error", "new", "world")]
    assert nights.red == [0, 0, 0, 1]


def test_another_paper_s_look_in_between_tells_nothing_of_ours(
    nights: Nights, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two papers cite one page, and share their evidence."""
    nights.corpus()
    source, note = cited("s", nights.site.url("/a"), "1")
    claims = [quoting("c", "1", "at the table")]
    other = write_corpus(nights.home, ident="q", sources=[source], notes=[note], claims=claims)
    nights.as_version("9.8", monkeypatch)
    nights.run(0)
    nights.run(0.5, ALTERED, corpus=other)
    nights.as_version("9.9", monkeypatch)
    assert told(nights.run(1)) == [("quotation-altered", "warning", "new", "world")]


def test_what_our_policy_does_not_fetch_makes_no_blind_night(nights: Nights) -> None:
    """It is due every night, also on those on which all other pages rest."""
    with serve({}, host="127.0.0.3") as other:
        works = [cited("s", nights.site.url("/a"), "1"), cited("t", other.url("/x"), "2")]
        claims = [quoting("c", "1", "will never leave the table"), quoting("d", "2", "other words")]
        sources, notes = zip(*works, strict=True)
        write_corpus(nights.home, sources=sources, notes=notes, claims=claims)
        skipping = replace(LOOPBACK, skip_hosts=frozenset({other.host}))
        for day in range(8):
            nights.run(day, ask_all=False, fetch=skipping)
        assert nights.red == [0] * 8
        assert other.asked == []


@pytest.mark.parametrize(
    ("page", "rule"), [(GONE, "link-dead"), (ALTERED, "quotation-altered")], ids=["gone", "changed"]
)
def test_a_memory_behind_its_history_is_no_look(nights: Nights, page: Answer, rule: str) -> None:
    """Merged apart: history has the night on which the page was lost, memory the one before."""
    nights.corpus()
    nights.run(0)
    checks = nights.folder / "state/checks.json"
    before = checks.read_bytes()
    nights.run(2, page)
    checks.write_bytes(before)
    done = nights.run(3, ask_all=False)
    assert fixed(done) == []
    assert [one[0] for one in told(done)] == [rule]
    assert not link(done).remembered
    assert done.report.claims[0].verdict != "supported"
    assert nights.run(4, ask_all=False).report.run.links_asked == 0


def test_a_memento_that_came_is_not_asked_again(world: World) -> None:
    """Not with --all, nor for a new claim: an archive's bad night takes nothing from us."""
    world.archive.keep("2013-10-02", world.url, THEN)
    world.audit(world.corpus())
    world.archive.faults["memento"] = lambda: Answer(503, b"out of order")
    world.nights(1)
    done = world.audit(world.corpus(), ask_all=True)
    assert (claim(done).verdict, levels(done)) == ("supported_then", {"link-dead": "info"})
    replayed_alike(world, world.corpus(), done)
    world.nights(1)
    corpus = world.corpus(WORDS, "turned to other business")
    done = world.audit(corpus)
    assert (claim(done).verdict, levels(done)) == ("supported_then", {"link-dead": "info"})
    assert exit_code(done.report, 0, "new-error") == 0
    assert world.archive.asked("memento") == [world.url]
    replayed_alike(world, corpus, done)


def test_a_list_near_another_day_is_asked_for_again(world: World) -> None:
    """Of a long list only what is near the day of access is remembered, and that day changed."""
    for year in range(2009, 2015):
        for month in range(1, 13):
            body = THEN if (year, month) == (2010, 3) else f"<p>{year}-{month}".encode() + NOW_PAGE
            world.archive.keep(f"{year}-{month:02d}-10", world.url, body)
    world.site.answers["/a"] = Answer(200, NOW_PAGE, HTML)
    assert claim(world.audit(world.corpus(accessed=SEEN_ON))).verdict == "not_found"
    world.nights(1)
    corpus = world.corpus(accessed="2010-03-12")
    done = world.audit(corpus)
    assert claim(done).verdict == "supported_then"
    assert "unarchived-source" not in levels(done)
    assert world.archive.asked("index") == [world.url] * 2
    world.nights(1)
    world.audit(corpus)
    assert world.archive.asked("index") == [world.url] * 2


def test_an_unarchived_page_is_one_trouble_whichever_note_cites_it(world: World) -> None:
    """A note put before the others is no news of an archive."""
    world.site.answers["/a"] = Answer(200, THEN, HTML)
    world.audit(world.corpus())
    world.nights(1)
    source, note = cited("a", world.url, "1", accessed=SEEN_ON)
    first = {"id": "0", "text": "Work a.", "entries": [{"source": "a"}]}
    claims = [quoting("c", "1", WORDS)]
    corpus = write_corpus(world.home, sources=[source], notes=[first, note], claims=claims)
    done = world.audit(corpus)
    assert told(done) == [("unarchived-source", "warning", "persisting", None)]
    assert fixed(done) == []


def test_a_list_that_leads_inside_supports_nothing(world: World) -> None:
    """A hostile archive names a host of our own network, which says that it is a memento."""
    made = "Wed, 02 Oct 2013 12:00:00 GMT"
    page = Answer(200, THEN, {**HTML, "Memento-Datetime": made})
    with serve({"/inside": page}, host="127.0.0.5") as inside:
        listed = (
            f'<{world.url}>; rel="original",\n'
            f'<{inside.url("/inside")}>; rel="memento"; datetime="{made}"\n'
        )
        world.archive.faults["index"] = lambda: Answer(200, listed.encode())
        done = world.audit(world.corpus())
        assert inside.asked == []
    assert claim(done).verdict == "source_unavailable"
    assert levels(done) == {"link-dead": "error"}


def test_evidence_that_is_gone_blames_nobody(nights: Nights) -> None:
    """Nor does memory without it turn a page's change into ours."""
    nights.corpus()
    nights.run(0)
    shutil.rmtree(nights.home / ".footnoted")
    assert told(nights.run(1, ALTERED)) == [("quotation-altered", "warning", "new", "world")]


def test_equal_figures_of_one_claim_are_two_troubles(nights: Nights) -> None:
    """Imports are wrong on record and known to be; that exports change is news."""

    def page(exports: str) -> Answer:
        return html(f"Exports grew by {exports} in 2011. Imports grew by 12% in 2011.")

    figures = [
        {"raw": "10%", "measure": f"{what} growth", "period": "2011"}
        for what in ("exports", "imports")
    ]
    source, note = cited("s", nights.site.url("/a"), "1")
    claims = [quoting("c", "1", figures=figures)]
    write_corpus(nights.home, sources=[source], notes=[note], claims=claims)
    assert told(nights.run(0, page("10%"))) == [("figure-disagrees", "error", "new", "corpus")]
    known = ("figure-disagrees", "error", "persisting", None)
    changed = [("figure-disagrees", level, "new", "world") for level in ("warning", "error")]
    assert told(nights.run(1, page("11%"))) == [changed[0], known]
    assert told(nights.run(2)) == [changed[1], known]
    assert fixed(nights.run(3, page("10%"))) == ["figure-disagrees"]
    assert nights.red == [1, 0, 1, 0]


@pytest.mark.parametrize("silent", ["memento", "all", "none"])
def test_a_loss_that_was_made_good_is_no_news_when_no_memento_can_be_had(
    world: World, silent: str
) -> None:
    """Not where the archive is silent for a part that is new, nor where it is not asked."""
    world.archive.keep("2013-10-02", world.url, THEN)
    world.site.answers["/a"] = Answer(200, THEN, HTML)
    corpus = world.corpus()
    world.audit(corpus)
    world.site.answers["/a"] = GONE
    for _ in range(4):
        world.nights(7)
        assert set(levels(world.audit(corpus)).values()) <= {"info"}
    shutil.rmtree(world.home / ".footnoted")
    corpus = world.corpus(WORDS, "turned to other business")
    kinds = {"memento": ["memento"], "all": ["index", "gate", "memento"], "none": []}[silent]
    world.archive.faults |= dict.fromkeys(kinds, lambda: Answer(503, b"out of order"))
    world.nights(7)
    done = world.audit(corpus, **({} if kinds else {"archives": ()}))
    assert (levels(done), link(done).mitigated) == ({"link-rotten": "info"}, False)
    assert claim(done).verdict == "source_unavailable"
    assert exit_code(done.report, 0, "new-error") == 0
    world.archive.faults.clear()
    world.archive.held.clear()
    world.archive.keep("2013-10-02", world.url, NOW_PAGE)
    (world.home / "reports/p/state/checks.json").unlink()
    world.nights(7)
    done = world.audit(corpus)
    assert levels(done)["link-rotten"] == "error", "a memento that lacks the words has spoken"
    assert exit_code(done.report, 0, "new-error") == 1


@pytest.mark.parametrize("level", ["warning", "error"])
def test_an_address_put_back_into_the_records_is_news_again(nights: Nights, level: str) -> None:
    """No memento made its loss good: it was told of no more since nothing asked for it."""
    nights.corpus()
    if level == "warning":
        nights.run(0)  # the page is seen once
    assert [one[:3] for one in told(nights.run(1, GONE))] == [("link-dead", level, "new")]
    nights.site.answers["/elsewhere"] = TRUE
    nights.corpus(path="/elsewhere")
    assert fixed(nights.run(2)) == ["link-dead"]
    nights.corpus()
    assert told(nights.run(3)) == [("link-dead", level, "new", "corpus")]
    assert told(nights.run(4)) == [("link-dead", level, "persisting", None)]
    assert nights.red[-2:] == [int(level == "error"), 0]


@pytest.mark.parametrize("evidence", ["kept", "lost"])
def test_a_claim_put_back_into_the_records_is_news_again(nights: Nights, evidence: str) -> None:
    """Its page had changed before: that it is told once more is the record's doing."""
    nights.corpus()
    nights.run(0)
    nights.run(1, ALTERED)
    nights.run(2)
    nights.corpus("We will")
    assert fixed(nights.run(3)) == ["quotation-altered"]
    if evidence == "lost":
        shutil.rmtree(nights.home / ".footnoted")
    nights.corpus()
    assert told(nights.run(4)) == [("quotation-altered", "error", "new", "corpus")]
    assert nights.red == [0, 0, 1, 0, 1]
    source, note = cited("s", nights.site.url("/a"), "1")
    write_corpus(nights.home, sources=[source], notes=[note], claims=[])
    assert fixed(nights.run(5)) == ["quotation-altered"]
    if evidence == "lost":
        shutil.rmtree(nights.home / ".footnoted")
    nights.corpus()
    assert told(nights.run(6)) == [("quotation-altered", "error", "new", "corpus")]


def test_a_waiver_that_ran_out_is_no_memento(world: World) -> None:
    """A loss that a person had waived is news when that ends, whatever archives say."""
    waiver = {
        "rule": "link-dead",
        "source": "a",
        "owner": "me",
        "reason": "A printed copy is at hand",
    }
    source, note = cited("a", world.url, "1")
    works = {"sources": [source], "notes": [note], "claims": [quoting("c", "1", WORDS)]}
    waivers = {"waivers": [{**waiver, "expires": "2026-11-26"}]}
    nights: list[tuple[Answer, dict[str, Any]]] = [
        (Answer(200, THEN, HTML), works),
        (GONE, works | waivers),
    ]
    for page, files in nights:
        world.site.answers["/a"] = page
        corpus = write_corpus(world.home, **files)
        assert told(world.audit(corpus, archives=(), ask_all=True)) == []
        world.nights(1)
    world.nights(2)
    news = told(world.audit(corpus, archives=(), ask_all=True))
    assert ("link-dead", "warning", "new", "clock") in news


@pytest.mark.parametrize("asked", ["no archive", "a silent one", "another one"])
def test_words_in_a_memento_alone_are_not_lost_when_none_can_be_had(
    world: World, asked: str
) -> None:
    """The page lacks them as it did before; that one with other words speaks when it comes."""
    world.archive.keep("2013-10-02", world.url, THEN)
    world.site.answers["/a"] = Answer(200, NOW_PAGE, HTML)
    corpus = world.corpus()
    assert claim(world.audit(corpus)).verdict == "supported_then"
    state, evidence = world.home / "reports/p/state", world.home / ".footnoted"
    (state / "checks.json").unlink()
    shutil.rmtree(evidence)
    world.archive.faults |= dict.fromkeys(("index", "gate"), lambda: Answer(429, b"later"))
    with small_archive("127.0.0.4") as other:
        options = {"no archive": (), "a silent one": (world.archive.named,)}
        archives = options.get(asked, (other.named,))
        for _ in range(3):
            world.nights(3)
            done = world.audit(corpus, archives=archives)
            assert [one for one in told(done) if one[0] != "unarchived-source"] == []
            assert claim(done).verdict == "unchecked"
            assert exit_code(done.report, 0, "new-error") == 0
    world.archive.faults.clear()
    world.archive.held.clear()
    world.archive.keep("2013-10-03", world.url, NOW_PAGE)
    world.nights(31)
    done = world.audit(corpus)
    assert claim(done).verdict == "not_found"
    assert "quotation-not-found" in levels(done)


def test_a_quotation_edited_and_back_is_the_corpus(nights: Nights) -> None:
    """As it stands again it fails as it did before: no clock has run out."""
    nights.corpus()
    nights.run(0)
    nights.run(1, ALTERED)
    nights.corpus("will leave the table")
    assert fixed(nights.run(2)) == ["quotation-altered"]
    nights.corpus()
    assert told(nights.run(3)) == [("quotation-altered", "error", "new", "corpus")]


@pytest.mark.parametrize("check", ["link", "quotation"])
def test_an_upgrade_excuses_no_loss_that_follows(
    nights: Nights, monkeypatch: pytest.MonkeyPatch, check: str
) -> None:
    """What our new version found on a page that was fine is its own; what the page does, is not."""
    nights.corpus()
    nights.as_version("1", monkeypatch)
    nights.run(0)
    before = CHECKS[check]

    def stricter(*args: Any, **more: Any) -> Any:
        found = before(*args, **more)
        if found.verdict is LinkVerdict.ALIVE:
            return replace(found, verdict=LinkVerdict.SOFT_404)
        altered = found.verdict is PartVerdict.VERBATIM
        return replace(found, verdict=PartVerdict.ALTERED) if altered else found

    monkeypatch.setitem(CHECKS, check, stricter)
    nights.as_version("2", monkeypatch)
    assert [one[1:] for one in told(nights.run(3))] == [("warning", "new", "tool")]
    page = GONE if check == "link" else html("Nothing of the kind was said.")
    days = (6, 9) if check == "link" else (6,)
    for day in days:
        done = nights.run(day, page)
    before_replay = (done.folder / "report.json").read_bytes()
    assert [one[1:] for one in told(done)] == [("error", "new", "world")]
    assert nights.red[-1] == 1
    again = nights.run(days[-1], replay=True)
    assert (again.folder / "report.json").read_bytes() == before_replay


def test_a_page_with_other_bytes_at_every_look_does_not_make_an_upgrade_breakage(
    nights: Nights, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words in question stand as they stood."""
    nights.corpus()
    nights.as_version("1", monkeypatch)
    said = "We will never leave the table, she said."
    nights.run(0, html(said, "Seen 1 time."))
    before = CHECKS["quotation"]

    def stricter(*args: Any, **more: Any) -> Any:
        return replace(before(*args, **more), verdict=PartVerdict.ALTERED)

    monkeypatch.setitem(CHECKS, "quotation", stricter)
    nights.as_version("2", monkeypatch)
    for day in (3, 6):
        done = nights.run(day, html(said, f"Seen {day} times."))
        assert [one[3] for one in told(done)] == ["tool"]
    assert nights.red == [0, 0, 0]


def test_words_at_another_address_alone_are_not_lost_behind_its_wall(nights: Nights) -> None:
    """The cited page never had them; the wall before the other address is no change of either."""
    nights.site.answers["/b"] = TRUE
    other = [{"url": nights.site.url("/b"), "kind": "same_text"}]
    source, note = cited("s", nights.site.url("/a"), "1", alternates=other)
    claims = [quoting("c", "1", "will never leave the table")]
    write_corpus(nights.home, sources=[source], notes=[note], claims=claims)
    assert told(nights.run(0, ABSENT)) == []
    nights.site.answers["/b"] = WALL
    assert [told(nights.run(day)) for day in (1, 4, 8)] == [[], [], []]
    before = (nights.folder / "report.json").read_bytes()
    nights.run(8, replay=True)
    assert (nights.folder / "report.json").read_bytes() == before
    nights.site.answers["/b"] = GONE
    gone = [told(nights.run(day))[0][:3] for day in (9, 10)]
    rule = "quotation-may-have-drifted"
    assert gone == [(rule, "warning", "new"), (rule, "error", "new")]
    assert nights.red == [0, 0, 0, 0, 0, 0, 1]
