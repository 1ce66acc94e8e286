"""Shards of a check, merged: what one machine would have told, in whatever order they come."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footnoted.audit import InterruptedAuditError, Watcher
from footnoted.audit.shards import find_shards, gather, papers_of
from footnoted.audit.share import Share, parse_share
from footnoted.errors import FootnotedError
from footnoted.model.shard import Shard
from footnoted.web.settings import ARCHIVE_PACE, FetchSettings
from loopback import Answer, page
from shelf import PAPERS, SETTINGS, Shelf, shelf

KEPT = ("report.json", "report.html", "report.md", "state/history.jsonl", "state/checks.json")


@pytest.fixture
def papers(tmp_path: Path) -> Iterator[Shelf]:
    with shelf(tmp_path) as made:
        yield made


def written(papers: Shelf) -> dict[str, bytes]:
    """Return every file that is kept of the papers' audits, by its name."""
    reports = papers.home / "reports"
    return {
        f"{name}/{file}": (reports / name / file).read_bytes()
        for name in PAPERS
        for file in KEPT
        if (reports / name / file).exists()
    }


def untimed(files: dict[str, bytes]) -> dict[str, str]:
    """Leave out the seconds at which pages were seen."""
    time = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(Z|\+00:00)?)?|, \d\d:\d\d UTC")
    return {name: time.sub("TIME", data.decode()) for name, data in files.items()}


def forget(papers: Shelf) -> None:
    """Go back to a home without reports and evidence."""
    for name in ("reports", ".footnoted"):
        shutil.rmtree(papers.home / name, ignore_errors=True)


def three(papers: Shelf) -> list[Path]:
    return [papers.look(number, 3) for number in (1, 2, 3)]


def told(report: bytes) -> dict[str, str]:
    return {one["id"]: one["verdict"] for one in json.loads(report)["claims"]}


@pytest.mark.parametrize("of", [1, 3, 5])
def test_merged_shards_tell_what_one_machine_tells(papers: Shelf, of: int) -> None:
    """All but the seconds: reports, history, memory; and the merge asks nobody."""
    papers.check()
    alone = untimed(written(papers))
    forget(papers)
    shards = [papers.look(number, of) for number in range(1, of + 1)]
    assert not (papers.home / "reports").exists()
    assert not (papers.home / ".footnoted").exists()
    papers.forget_requests()
    papers.merge(shards)
    assert papers.asked() == []
    merged = untimed(written(papers))
    assert merged.keys() == alone.keys()
    for name in alone:
        assert merged[name] == alone[name], name


def test_what_robots_txt_closes_is_closed_in_shards_too(papers: Shelf) -> None:
    """Told as on one machine that obeys; the merge takes it from the shards."""
    obeying = replace(SETTINGS, obey_robots=True)
    papers.sites[1].answers["/robots.txt"] = page("User-agent: *\nDisallow: /moved", "text/plain")
    papers.check(fetch=obeying)
    alone = untimed(written(papers))
    forget(papers)
    papers.merge([papers.look(number, 3, fetch=obeying) for number in (1, 2, 3)])
    merged = untimed(written(papers))
    for name in alone:
        assert merged[name] == alone[name], name
    assert "its robots.txt asks programs not to fetch it" in merged["r/report.json"]


def test_a_shard_that_was_cut_short_goes_on(papers: Shelf) -> None:
    """It is no shard until it is whole; the next run asks only for what is missing."""
    site = papers.sites[2]
    number = next(one for one in (1, 2, 3) if Share(one, 3).has(site.url()))

    def stop(_: object) -> Answer:
        papers.watcher.stop.set()
        return Answer(404)

    site.answers["/nowhere"] = stop
    with pytest.raises(InterruptedAuditError):
        papers.look(number, 3)
    with pytest.raises(FootnotedError, match="no shard here"):
        find_shards([papers.home / "shards"])
    del site.answers["/nowhere"]
    papers.watcher = Watcher()
    before = set(papers.asked())
    papers.forget_requests()
    papers.look(number, 3)
    again = [one for one in papers.asked() if one in before and "/coll/" not in one]
    assert "127.0.0.4 /nowhere" not in again
    assert "127.0.0.4 /2013/doubtful.html" not in again
    assert (papers.home / "shards").exists()
    others = [papers.look(one, 3) for one in (1, 2, 3) if one != number]
    papers.merge([papers.home / "shards", *others])
    assert "p/state/checks.json" in written(papers)


def test_a_second_night_in_shards_goes_by_the_first(papers: Shelf) -> None:
    """Memory, history and conditional requests as on one machine, without evidence of before."""
    papers.check()
    first = {name: data for name, data in written(papers).items() if "/state/" in name}
    papers.now += timedelta(days=20)
    shutil.rmtree(papers.home / ".footnoted")
    papers.check()
    alone = untimed(written(papers))
    forget(papers)
    for name, data in first.items():
        (papers.home / "reports" / name).parent.mkdir(parents=True, exist_ok=True)
        (papers.home / "reports" / name).write_bytes(data)
    papers.forget_requests()
    shards = three(papers)
    shared = [one for one in papers.sites[0].asked if one.path == "/shared"]
    assert [one.headers.get("If-None-Match") for one in shared] == ['"1"']
    papers.merge(shards)
    merged = untimed(written(papers))
    for name in alone:
        assert merged[name] == alone[name], name


def test_a_merged_audit_is_replayed_byte_for_byte(papers: Shelf) -> None:
    """The shards' looks are in the project's own evidence."""
    papers.merge(three(papers))
    shutil.rmtree(papers.home / "shards")
    reports = {
        name: (papers.home / "reports" / name / "report.json").read_bytes() for name in PAPERS
    }
    assert {name: papers.replay(name) for name in PAPERS} == reports


def test_order_and_repeats_change_nothing(papers: Shelf) -> None:
    """Commutative and idempotent, to the byte; also merged again over what was merged."""
    shards = three(papers)
    papers.merge(shards)
    once = written(papers)
    papers.merge(shards)
    assert written(papers) == once

    @settings(max_examples=3, deadline=None)
    @given(st.lists(st.integers(0, 2), max_size=2), st.permutations([0, 1, 2]))
    def alike(again: list[int], order: list[int]) -> None:
        forget(papers)
        papers.merge([shards[one] for one in (*again, *order)])
        assert written(papers) == once

    alike()


def test_gathering_is_commutative_and_idempotent(papers: Shelf) -> None:
    """What is told of shards, and which are missing, hangs on no order and no repeat."""
    shards = three(papers)
    known = papers_of(papers.folders)

    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.integers(0, 2), min_size=1, max_size=8))
    def alike(given: list[int]) -> None:
        gathered = gather(find_shards([shards[one] for one in given]), known)
        assert [one.document.number - 1 for one in gathered.shards] == sorted(set(given))
        missing = [f"shard {one + 1} of 3 is missing" for one in range(3) if one not in given]
        assert list(gathered.missing) == missing

    alike()


def test_a_missing_shard_is_no_pass_and_no_history(papers: Shelf) -> None:
    """Its links are not looked at, its claims unchecked, and the report stands apart."""
    shards = three(papers)
    done = papers.merge(shards[:1])
    for name, one in done.items():
        links = {link.verdict for link in one.report.links if link.reason == "no_evidence"}
        assert links <= {"not_fetched"}
        if links:
            assert one.folder == papers.home / "reports" / name / "partial"
            assert not (papers.home / "reports" / name / "state").exists()
    assert any(one.folder.name == "partial" for one in done.values())
    papers.merge(shards)
    whole = written(papers)
    forget(papers)
    papers.merge(shards)
    assert written(papers) == whole


def test_a_shard_asks_only_its_hosts(papers: Shelf) -> None:
    """And no page twice over all shards; archives are asked for a page by the shard that has it."""
    papers.check()
    alone = papers.asked()
    forget(papers)
    asked: list[str] = []
    for number in (1, 2, 3):
        papers.forget_requests()
        papers.look(number, 3)
        share = Share(number, 3)
        for site in papers.sites:
            assert not site.asked or share.has(site.url()) or site.paths() == ["/twin"]
        asked += papers.asked()
    assert set(alone) <= set(asked)
    cited = [one for one in asked if "/coll/" not in one and "robots" not in one]
    assert len(cited) == len(set(cited))


def spoiled(shard: Path, **changed: object) -> Path:
    document = Shard.model_validate_json((shard / "shard.json").read_bytes())
    data = document.model_copy(update=changed).model_dump_json(by_alias=True)
    (shard / "shard.json").write_text(data)
    return shard


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"of": 4}, "is of another number of shards than shard 1 of 3"),
        ({"number": 1}, "shard 1 of 3 is also"),
        ({"papers": ()}, "is of other papers or records"),
    ],
)
def test_shards_that_do_not_fit_are_refused(
    papers: Shelf, changed: dict[str, object], message: str
) -> None:
    """Each with a line that says which, and in what."""
    shards = three(papers)
    spoiled(shards[1], **changed)
    with pytest.raises(FootnotedError, match=message):
        papers.merge(shards)
    assert not (papers.home / "reports").exists()


def test_shards_of_other_records_versions_or_nights_are_refused(papers: Shelf) -> None:
    """Nothing is written of them."""
    shards = three(papers)
    document = Shard.model_validate_json((shards[2] / "shard.json").read_bytes())
    spoiled(shards[2], as_of=document.as_of + timedelta(days=2))
    with pytest.raises(FootnotedError, match="more than a day after shard 1 of 3"):
        papers.merge(shards)
    tool = document.tool.model_copy(update={"version": "0.0.1"})
    spoiled(shards[2], as_of=document.as_of, tool=tool)
    with pytest.raises(FootnotedError, match=r"is of version 0\.0\.1"):
        papers.merge(shards)
    spoiled(shards[2], tool=document.tool)
    claims = papers.folders[0] / "01-first.yaml"
    claims.write_text(claims.read_text().replace("Statement", "Sentence"))
    with pytest.raises(FootnotedError, match="'p': its records are not those"):
        papers.merge(shards)
    papers.write()
    papers.check()
    with pytest.raises(FootnotedError, match="not the state that the shards went by"):
        papers.merge(shards)


def test_a_shard_is_named_as_i_of_n() -> None:
    """Anything else is one line that says what to write."""
    assert parse_share("2/4") == Share(2, 4)
    for wrong in ("0/4", "5/4", "2", "a/b", "1/999", "-1/3", "1/0"):
        with pytest.raises(FootnotedError, match="write i/n"):
            parse_share(wrong)


@given(st.integers(1, 12), st.from_regex(r"[a-z]{1,8}(\.[a-z]{2,6}){1,2}", fullmatch=True))
def test_every_host_falls_to_one_shard(of: int, host: str) -> None:
    """Whatever the scheme, port, path or `www.`."""
    urls = [f"http://{host}/a", f"https://{host}:8443/b?c#d", f"http://www.{host}", host.upper()]
    for url in urls[:3]:
        owners = [number for number in range(1, of + 1) if Share(number, of).has(url)]
        assert len(owners) == 1
        assert Share(owners[0], of).has(urls[0])


def test_shards_keep_an_archives_pace_together() -> None:
    """Four machines at a quarter of the pace each ask as often as one."""
    asked = FetchSettings(archive_hosts=frozenset({"web.archive.org"}), archive_clients=4)
    assert asked.pace("web.archive.org") == 4 * ARCHIVE_PACE
    assert asked.pace("example.org") == 1.0
