"""Nights with a memory: what is due is asked, what did not change is not read again.

Whatever mixes looks of tonight and of before gives the report that judging the whole evidence
anew gives, byte for byte.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import footnoted.audit
from corpus_folder import Rows, cited, quoting, write_corpus
from footnoted.audit import Audit, Clock, InterruptedAuditError, Options, Watcher, audit, recall
from footnoted.commands import cli
from footnoted.errors import FootnotedError
from footnoted.model.remembered import Memory
from footnoted.model.report import LinkDoc
from footnoted.store.memory import read_memory
from footnoted.store.pruning import Wish, prune
from footnoted.store.retention import Named
from footnoted.web.settings import FetchSettings, parse_network
from loopback import Answer, Asked, Site, redirect, serve

LOOPBACK = FetchSettings(
    allow_net=(parse_network("127.0.0.0/8"),),
    pace_seconds=0,
    total_seconds=5,
    retries=0,
    canaries=(),
)
FILLER = "<p>" + "The assembly then turned to other business of the day. " * 50 + "</p>"
ERROR = "Sorry, this page could not be found."


def page(*paragraphs: str, tag: str | None = None, status: int = 200) -> Any:
    """Return a page that honours If-None-Match where it has a tag."""
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    data = f"<html><body>{body}{FILLER}</body></html>".encode()
    headers = {"Content-Type": "text/html; charset=utf-8"} | ({"ETag": tag} if tag else {})

    def answer(asked: Asked) -> Answer:
        if tag and asked.headers.get("If-None-Match") == tag:
            return Answer(304, b"", {"ETag": tag})
        return Answer(status, data, headers)

    return answer


@dataclass
class House:
    """A corpus, a site, a clock, and what was asked on each night."""

    home: Path
    site: Site
    now: datetime = datetime(2026, 11, 24, 12, tzinfo=UTC)
    watcher: Watcher = field(default_factory=Watcher)

    def writes(self, sources: Rows, notes: Rows, claims: Rows) -> Path:
        """Write the corpus anew."""
        return write_corpus(self.home, sources=sources, notes=notes, claims=claims)

    def cites(self, **paths: tuple[str, ...]) -> Path:
        """Write a corpus of a source and a claim at each path, quoting the words."""
        works = [cited(name, self.site.url(f"/{name}"), name) for name in paths]
        claims = [quoting(f"c-{name}", name, *words) for name, words in paths.items()]
        sources, notes = [one for one, _ in works], [one for _, one in works]
        return self.writes(sources, notes, claims)

    def night(self, days: float = 0, **options: Any) -> Audit:
        """Let days pass and audit; the evidence judged anew must give the same report."""
        self.now += timedelta(days=days)
        done = self.audit(**options)
        if not options:
            self.replays(done)
        return done

    def audit(self, **options: Any) -> Audit:
        """Audit, and no more."""
        self.site.asked.clear()
        made = Options(corpus=self.home / "claims" / "p", fetch=LOOPBACK, **options)
        return audit(made, Clock(lambda: self.now), self.watcher)

    def replays(self, done: Audit) -> None:
        """Assert that a replay gives the same bytes, and asks nobody."""
        asked = list(self.site.asked)
        before = (done.folder / "report.json").read_bytes()
        made = Options(corpus=self.home / "claims" / "p", fetch=LOOPBACK, replay=True)
        again = audit(made, Clock(lambda: self.now + timedelta(days=90)), Watcher())
        assert (again.folder / "report.json").read_bytes() == before
        assert self.site.asked == asked

    @property
    def asked(self) -> list[str]:
        """What the last audit asked of the site, its rules for programs aside."""
        return sorted(one for one in self.site.paths() if one != "/robots.txt")

    @property
    def checks(self) -> Path:
        """The file of memory."""
        return self.home / "reports" / "p" / "state" / "checks.json"

    @property
    def memory(self) -> Memory:
        """What the last audit left."""
        return read_memory(self.checks).memory

    def forget_evidence(self) -> None:
        """Go on as a machine that never had the evidence."""
        shutil.rmtree(self.home / ".footnoted")


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with serve({}) as site:
        yield House(tmp_path, site)


def link(done: Audit, source: str = "a") -> LinkDoc:
    return next(one for one in done.report.links if one.source == source)


def verdicts(done: Audit) -> dict[str, str]:
    return {one.id: one.verdict.value for one in done.report.claims}


def no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make reading any page a failure of the test."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a page was read")

    monkeypatch.setattr("footnoted.audit.study.read_text", refuse)


def test_a_page_that_is_well_is_asked_weekly_and_a_failing_one_every_third_day(
    house: House,
) -> None:
    """Night after night only what is due is asked; every report is what a replay gives."""
    house.site.answers |= {"/a": page("never leave the table"), "/b": Answer(404)}
    house.cites(a=("never leave",), b=("some words",))
    nights = []
    for _ in range(9):
        done = house.night()
        run = done.report.run
        nights.append(house.asked)
        assert run.links_asked + run.links_remembered == 2
        assert run.links_asked == len(house.asked)
        assert verdicts(done) == {"c-a": "supported", "c-b": "source_unavailable"}
        assert {one.source: one.remembered for one in done.report.links} == {
            source: f"/{source}" not in house.asked for source in "ab"
        }
        house.now += timedelta(days=1, hours=-1)
    both, only_b = ["/a", "/b"], ["/b"]
    assert nights == [both, [], [], only_b, [], [], only_b, ["/a"], []]


def test_all_asks_all(house: House) -> None:
    """Also what was asked an hour ago."""
    house.site.answers["/a"] = page("never leave the table")
    house.cites(a=("never leave",))
    house.night()
    house.now += timedelta(hours=1)
    assert house.night().report.run.links_asked == 0
    done = house.night(ask_all=True)
    house.replays(done)
    assert house.asked == ["/a"]
    assert not link(done).remembered


def test_an_unchanged_page_keeps_its_verdicts_unread(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Served whole again or not modified, with the evidence at hand or not."""
    house.site.answers |= {"/a": page("never leave", tag='"v1"'), "/b": page("other words")}
    house.cites(a=("never leave",), b=("other words", "not there"))
    first = house.night()
    house.forget_evidence()
    with monkeypatch.context() as patch:
        no_reading(patch)
        second = house.audit(ask_all=True)
        house.now += timedelta(days=7)
        third = house.audit()
    assert house.asked == ["/a", "/b"]
    conditional = {one.path for one in house.site.asked if "If-None-Match" in one.headers}
    assert conditional == {"/a"}
    for done in (second, third):
        assert verdicts(done) == verdicts(first)
        for one, before in zip(done.report.claims, first.report.claims, strict=True):
            assert [
                (part.verdict, part.source_wording, part.context_before) for part in one.parts
            ] == [(part.verdict, part.source_wording, part.context_before) for part in before.parts]
    assert link(third).at == "2026-12-01T12:00:00Z"
    assert link(third).digest == link(first).digest


def test_nights_with_not_modified_replay_to_the_byte(house: House) -> None:
    """The page's bytes stand with the first look; every later one is judged on them."""
    house.site.answers |= {"/a": page("never leave", tag='"v1"'), "/b": redirect("/a", 301)}
    house.cites(a=("never leave",), b=("never leave",))
    house.night()
    for _ in range(3):
        done = house.night(days=7)
        assert verdicts(done) == {"c-a": "supported", "c-b": "supported"}
        assert link(done, "b").verdict == "moved"
    house.site.answers["/a"] = page("ever leave", tag='"v2"')
    done = house.night(days=7)
    assert verdicts(done)["c-a"] != "supported"
    assert house.memory.look(house.site.url("/a")) is not None


def test_a_page_that_did_not_change_but_moved_is_judged_again(house: House) -> None:
    """The same bytes by another way are news of the link: asked for in full if need be."""
    house.site.answers |= {"/new": page("never leave", tag='"v1"'), "/a": redirect("/new", 302)}
    house.cites(a=("never leave",))
    assert link(house.night()).verdict == "alive"
    house.site.answers["/a"] = redirect("/new", 301)
    assert link(house.night(days=7)).verdict == "moved"
    assert house.asked == ["/a", "/new"]
    house.site.answers["/a"] = redirect("/new", 302)
    house.forget_evidence()
    done = house.audit(ask_all=True)
    assert link(done).verdict == "alive"
    assert house.asked == ["/a", "/a", "/new", "/new"]
    assert [("If-None-Match" in one.headers) for one in house.site.asked][-1] is False
    house.replays(done)


def test_a_new_claim_asks_its_page_and_no_other(house: House) -> None:
    """What memory cannot answer is due at once, in full; what it can is not."""
    house.site.answers |= {
        "/a": page("They met again.", "It was in May.", tag='"a"'),
        "/b": page("others"),
    }
    house.cites(a=("They met",), b=("others",))
    house.night()
    house.cites(a=("They met", "in May"), b=("others",))
    done = house.night(days=1)
    assert [(one.path, "If-None-Match" in one.headers) for one in house.site.asked] == [
        ("/a", False)
    ]
    assert verdicts(done) == {"c-a": "supported", "c-b": "supported"}


def test_a_claim_taken_out_asks_a_page_only_where_its_words_spoke_for_it(house: House) -> None:
    """A link is judged also by whether claims' words stand there."""
    house.site.answers |= {"/a": page("never leave the table")}
    house.cites(a=("never leave", "the table", "not there"))
    house.night()
    house.cites(a=("never leave", "not there"))
    house.night(days=1)
    assert house.asked == []
    house.cites(a=("not there",))
    house.night(days=1)
    assert house.asked == ["/a"]


def test_another_version_judges_the_evidence_again_and_asks_nobody(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the page is at hand; where it is not, it is asked for in full."""
    house.site.answers |= {"/a": page("never leave", tag='"v1"'), "/b": Answer(404, b"gone")}
    house.cites(a=("never leave",), b=("words",))
    house.night()
    monkeypatch.setattr(footnoted.audit, "__version__", "99.0")
    assert verdicts(house.night(days=1)) == {"c-a": "supported", "c-b": "source_unavailable"}
    assert house.asked == []
    assert {one.judged_by for one in house.memory.looks} == {"99.0"}
    house.forget_evidence()
    monkeypatch.setattr(footnoted.audit, "__version__", "99.1")
    house.now += timedelta(days=1)
    house.audit()
    assert house.asked == ["/a", "/b"]
    assert not any("If-None-Match" in one.headers for one in house.site.asked)


def test_a_site_is_not_believed_for_ever(house: House) -> None:
    """Every fourth week a page is asked for in full, whatever its site says of it."""
    house.site.answers["/a"] = page("never leave", tag='"for ever"')
    house.cites(a=("never leave",))
    house.night()
    sent = []
    for _ in range(9):
        house.night(days=7)
        (asked,) = house.site.asked
        sent.append("If-None-Match" in asked.headers)
    assert sent == [True, True, True, False, True, True, True, False, True]
    assert recall.WHOLE_DAYS == 28


def test_a_page_back_after_weather_keeps_what_was_known(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failing look does not wipe out the last good one: its tag still serves."""
    house.site.answers["/a"] = page("never leave", tag='"v1"')
    house.cites(a=("never leave",))
    house.night()
    well, house.site.answers["/a"] = house.site.answers["/a"], Answer(503)
    assert link(house.night(days=7)).verdict == "unreachable"
    house.night(days=3)
    (digest,) = house.memory.by_criterion
    assert house.memory.looks_for(digest)
    house.site.answers["/a"] = well
    house.forget_evidence()
    no_reading(monkeypatch)
    house.now += timedelta(days=3)
    done = house.audit()
    assert house.site.asked[0].headers["If-None-Match"] == '"v1"'
    assert verdicts(done) == {"c-a": "supported"}


def test_a_part_neither_reads_nor_writes_memory(house: House) -> None:
    """`--only` asks its part always; the whole goes on by the looks of the whole."""
    house.site.answers |= {"/a": page("never leave"), "/b": page("others")}
    house.cites(a=("never leave",), b=("others",))
    house.night()
    before = house.checks.read_bytes()
    house.now += timedelta(days=1)
    house.site.answers["/a"] = page("all was changed")
    done = house.audit(only="source:a")
    assert house.asked == ["/a"]
    assert verdicts(done) == {"c-a": "unchecked"}
    assert house.checks.read_bytes() == before
    done = house.night(days=1)
    assert (house.asked, verdicts(done)["c-a"]) == ([], "supported")


def test_a_replay_writes_no_memory(house: House) -> None:
    """It judges the evidence anew and leaves everything as it is."""
    house.site.answers["/a"] = page("never leave")
    house.cites(a=("never leave",))
    done = house.night()
    house.checks.unlink()
    house.replays(done)
    assert not house.checks.exists()


def test_an_interrupted_night_goes_on_and_writes_at_its_end(house: House) -> None:
    """Memory is as it was until the run is finished; nothing is asked twice."""
    house.site.answers |= {"/a": page("never leave", tag='"v1"'), "/b": page("others")}
    house.cites(a=("never leave",), b=("others",))
    house.night()
    before = house.checks.read_bytes()
    house.now += timedelta(days=7)

    def stop_after_first(_line: str, done: int, _total: int) -> None:
        if done == 1:
            house.watcher.stop.set()

    house.watcher = replace(Watcher(), say=stop_after_first)
    with pytest.raises(InterruptedAuditError):
        house.audit()
    first = house.asked
    assert house.checks.read_bytes() == before
    house.watcher = Watcher()
    house.now += timedelta(minutes=5)
    done = house.night()
    assert sorted([*first, *house.asked]) == ["/a", "/b"]
    assert verdicts(done) == {"c-a": "supported", "c-b": "supported"}
    assert not any(one.remembered for one in done.report.links)


def test_stand_ins_are_remembered_like_cited_pages(house: House) -> None:
    """An alternate is asked again when it is due; a page that is back needs none."""
    house.site.answers |= {"/a": Answer(404), "/other": page("never leave")}
    alternates = [{"url": house.site.url("/other"), "kind": "same_text"}]
    source, note = cited("a", house.site.url("/a"), "1", alternates=alternates)
    house.writes(sources=[source], notes=[note], claims=[quoting("c", "1", "never leave")])
    asked = []
    for _ in range(8):
        assert verdicts(house.night()) == {"c": "supported"}
        asked.append(house.asked)
        house.now += timedelta(days=1)
    assert asked == [["/a", "/other"], [], [], ["/a"], [], [], ["/a"], ["/other"]]


def test_a_doubtful_page_is_judged_by_the_probe_of_its_day(house: House) -> None:
    """What a site shows for nonsense is asked with the page, and found again by replays."""
    soft = page(ERROR, "It moved.", *["Nothing is here any more, says the site."] * 30)
    house.site.answers |= {"*": soft, "/well": page("never leave"), "/robots.txt": Answer(404)}
    house.cites(well=("never leave",), lost=("some words",))
    counts = []
    for _ in range(8):
        done = house.night()
        assert link(done, "lost").verdict == "soft_404"
        counts.append(len(house.asked))
        house.now += timedelta(days=1)
    assert counts == [3, 0, 0, 2, 0, 0, 2, 1]


def test_many_addresses_sent_to_one_place_are_counted_with_those_remembered(
    house: House,
) -> None:
    """A third neighbour turns two redirects into losses, though those are not asked again."""
    house.site.answers["/one"] = page("Welcome, welcome to all of you who come here.")
    for path in ("/a", "/b", "/c"):
        house.site.answers[path] = redirect("/one", 302)
    house.cites(a=("some words",), b=("other words",))
    assert {one.verdict for one in house.night().report.links} == {"alive"}
    house.cites(a=("some words",), b=("other words",), c=("third words",))
    done = house.night(days=1)
    assert house.asked == ["/c", "/one"]
    assert {one.verdict for one in done.report.links} == {"soft_404"}
    house.cites(a=("some words",), b=("other words",))
    done = house.night(days=1)
    assert house.asked == []
    assert {one.verdict for one in done.report.links} == {"alive"}


def test_one_page_under_two_names_is_asked_in_full_where_one_of_them_is_new(house: House) -> None:
    """“Not modified” serves who knows the page; who does not must see it."""
    house.site.answers |= {"/a": page("never leave", tag='"v1"'), "/z": Answer(404)}
    house.cites(a=("never leave",))
    house.night()
    house.forget_evidence()
    works = [
        cited("a", house.site.url("/a"), "a"),
        cited(
            "z",
            house.site.url("/z"),
            "z",
            alternates=[{"url": house.site.url("/a"), "kind": "same_text"}],
        ),
    ]
    claims = [quoting("c-a", "a", "never leave"), quoting("c-z", "z", "never leave")]
    house.writes([one for one, _ in works], [one for _, one in works], claims)
    house.now += timedelta(days=7)
    done = house.audit()
    assert house.asked == ["/a", "/a", "/z"]
    assert verdicts(done) == {"c-a": "supported", "c-z": "supported"}
    house.replays(done)


def test_thinned_evidence_still_tells_what_a_night_went_by(house: House) -> None:
    """Whatever may go is gone: looks of before that the last run stands on are not."""
    soft = page(ERROR, "It moved.", *["Nothing is here any more, says the site."] * 30)
    house.site.answers |= {"*": soft, "/well": page("never leave"), "/robots.txt": Answer(404)}
    house.cites(well=("never leave",), lost=("some words",))
    house.night()
    house.night(days=1)
    house.audit(only="source:well", ask_all=True)
    done = house.night(days=1)
    wish = Wish(house.now + timedelta(days=1), None, versions=False)
    prune(house.home / ".footnoted", wish, Named())
    house.replays(done)


def test_the_command_tells_what_was_not_due(house: House) -> None:
    """The second run says it in a line; `--all` asks, and goes with no replay."""
    house.now = datetime.now(UTC).replace(microsecond=0) - timedelta(days=1)
    house.site.answers["/a"] = page("never leave")
    corpus = str(house.cites(a=("never leave",)))
    house.audit()
    check = ["check", corpus, "--allow-net", "127.0.0.0/8", "--pace", "0"]
    told = CliRunner().invoke(cli, check)
    assert told.exit_code == 0
    assert "0 links asked, 1 not due" in told.stdout
    assert "--all asks every page" in " ".join(told.stdout.split())
    assert house.asked == ["/a"]
    assert CliRunner().invoke(cli, [*check, "--all"]).exit_code == 0
    assert house.asked == ["/a", "/a"]
    refused = CliRunner().invoke(cli, [*check, "--all", "--replay"])
    assert isinstance(refused.exception, FootnotedError)


def test_a_damaged_memory_is_one_line_and_a_full_night(house: House) -> None:
    """It is laid aside, everything is asked, and the next night remembers again."""
    house.site.answers["/a"] = page("never leave")
    house.cites(a=("never leave",))
    house.night()
    torn = house.checks.read_bytes()[:100]
    house.checks.write_bytes(torn)
    told: list[str] = []
    house.watcher = Watcher(lambda line, _done, _total: told.append(line))
    house.night(days=1)
    assert house.asked == ["/a"]
    assert any("looked at again" in line for line in told)
    assert (house.checks.parent / "checks.unreadable-1.json").read_bytes() == torn
    house.night(days=1)
    assert house.asked == []


def test_without_a_network_what_is_not_due_is_remembered(tmp_path: Path) -> None:
    """Offline accuses nobody, and forgets nothing."""
    with serve({}) as site:
        house = House(tmp_path, site)
        house.site.answers["/a"] = page("never leave")
        works = [cited("a", site.url("/a"), "1"), cited("b", "http://paper.invalid/b", "2")]
        house.writes(
            sources=[one for one, _ in works],
            notes=[one for _, one in works],
            claims=[quoting("c-a", "1", "never leave"), quoting("c-b", "2", "words")],
        )
        house.night()
        done = house.night(days=3)
    assert house.asked == []
    assert done.report.run.offline
    assert (link(done).verdict, link(done).remembered) == ("alive", True)
    assert not link(done, "b").remembered
    assert verdicts(done)["c-a"] == "supported"


def test_memory_is_small(house: House) -> None:
    """58 sources and 250 claims of a quotation and a figure each: well below 1 MB."""
    works = [cited(f"s{n}", house.site.url(f"/{n}"), str(n)) for n in range(58)]
    claims, told = [], dict[int, list[str]]()
    for number in range(250):
        words = f"the {number} provinces agreed to build more crossings over the river this year"
        figure = {"raw": f"{number + 10} per cent", "measure": "growth of trade", "period": "1999"}
        claims.append(quoting(f"c{number}", str(number % 58), words, figures=[figure]))
        told.setdefault(number % 58, []).append(
            f"They said that {words}. The growth of trade in 1999 was {figure['raw']} then."
        )
    house.site.answers |= {f"/{n}": page(*words, tag=f'"{n}"') for n, words in told.items()}
    house.writes([one for one, _ in works], [one for _, one in works], claims)
    house.audit()
    assert len(house.memory.by_criterion) == 500
    assert house.checks.stat().st_size < 1_000_000


def test_equal_pages_at_other_addresses_keep_their_own_verdicts(house: House) -> None:
    """The same bytes, other words looked for: nothing is taken over from the neighbour."""
    same = page("never leave")
    house.site.answers |= {"/a": same, "/b": same}
    house.cites(a=("never leave",), b=("not there",))
    house.night()
    done = house.night(days=7)
    assert [one.verdict.value for one in done.report.claims] == ["supported", "unchecked"]
    digests = {one.digest for one in house.memory.looks}
    assert len(digests) == 1
    assert hashlib.sha256(b"").hexdigest() not in digests
