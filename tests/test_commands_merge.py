"""`footnoted check --shard` and `footnoted merge`, as a CI matrix runs them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpus_folder import cited, quoting, write_corpus
from footnoted.audit.share import Share
from footnoted.commands import cli
from footnoted.model.shard import Shard
from loopback import serve
from shelf import WORDS, Shelf, article, shelf

NET = ("--allow-net", "127.0.0.0/8", "--pace", "0", "--no-archives")


@pytest.fixture
def papers(tmp_path: Path) -> Iterator[Shelf]:
    with shelf(tmp_path) as made:
        yield made


def look(home: Path, shard: str, *given: str) -> Result:
    return CliRunner().invoke(cli, ["check", str(home / "claims"), "--shard", shard, *NET, *given])


def merge(home: Path, *given: str) -> Result:
    claims = ("--claims", str(home / "claims"))
    return CliRunner().invoke(cli, ["merge", str(home / "shards"), *claims, *given])


def code(done: Result) -> int:
    """Return what the one door of the program would end with."""
    return getattr(done.exception, "exit_code", done.exit_code)


def test_a_matrix_of_shards_ends_as_one_check_does(papers: Shelf) -> None:
    """Two jobs that look, one that merges: reports, a library, and the check's exit code."""
    for shard in ("1/2", "2/2"):
        done = look(papers.home, shard)
        assert done.exit_code == 0, done.output
        assert f"Shard     {shard}: " in done.output
    assert not (papers.home / "reports").exists()
    done = merge(papers.home)
    assert done.exit_code == 1, done.output
    assert "Library   3 papers" in done.output
    assert (papers.home / "reports" / "q" / "state" / "history.jsonl").exists()
    again = merge(papers.home, "--format", "json", "--quiet")
    assert again.exit_code == 1
    assert json.loads(again.stdout)["schema"] == "footnoted/library/1"


def test_a_missing_shard_is_named_and_nothing_is_written(papers: Shelf) -> None:
    """Exit code 4: it could not look. With --partial what is there is told, and it stays 4."""
    shards = [f"{number}/3" for number in (1, 2, 3)]
    missing = str(Share(1, 3)) if Share(1, 3).has(papers.sites[0].url()) else "2/3"
    for one in shards:
        if one != missing:
            look(papers.home, one)
    done = merge(papers.home)
    assert code(done) == 4
    assert f"shard {missing[0]} of 3 is missing" in str(done.exception)
    assert not (papers.home / "reports").exists()
    done = merge(papers.home, "--partial")
    assert code(done) == 4, done.output
    assert f"shard {missing[0]} of 3 is missing" in done.output
    look(papers.home, missing)
    assert merge(papers.home).exit_code == 1
    assert not list((papers.home / "reports").glob("*/state/*.unreadable*"))


@pytest.mark.parametrize("option", ["--replay", "--only=c-lost", "--evidence=x", "--paper=x"])
def test_what_does_not_go_with_a_shard_is_refused(papers: Shelf, option: str) -> None:
    """In one line that says why."""
    done = CliRunner().invoke(cli, ["check", str(papers.folders[0]), "--shard", "1/2", option])
    assert code(done) == 2
    assert "does not go with --shard" in str(done.exception)


def test_records_that_cannot_be_read_stop_no_shard_of_the_others(papers: Shelf) -> None:
    """Exit code 2, from the shards and from the merge; the other papers are audited."""
    (papers.home / "claims" / "p" / "paper.yaml").write_text("id: [", encoding="utf-8")
    for shard in ("1/2", "2/2"):
        assert look(papers.home, shard).exit_code == 2
    done = merge(papers.home)
    assert done.exit_code == 2, done.output
    assert (papers.home / "reports" / "r" / "report.json").exists()


def lonely(home: Path, *urls: str) -> None:
    rows = [cited(f"s{number}", url, str(number)) for number, url in enumerate(urls, 1)]
    claims = [quoting(f"c{number}", str(number), WORDS) for number in range(1, len(urls) + 1)]
    sources, notes = [one for one, _ in rows], [one for _, one in rows]
    write_corpus(home, sources=sources, notes=notes, claims=claims)


def test_without_a_network_every_shard_says_so_and_the_merge_is_offline(tmp_path: Path) -> None:
    """Exit code 4, as a check without a network ends: all links are offline, none is dead."""
    lonely(tmp_path, "http://paper.invalid/a", "http://other.invalid/b")
    for shard in ("1/2", "2/2"):
        assert look(tmp_path, shard, "--canary", "paper.invalid").exit_code in {0, 4}
    done = merge(tmp_path)
    assert done.exit_code == 4, done.output
    report = json.loads((tmp_path / "reports" / "p" / "report.json").read_bytes())
    assert report["run"]["offline"] is True
    assert {one["verdict"] for one in report["links"]} == {"offline"}
    assert merge(tmp_path).exit_code == 4
    again = json.loads((tmp_path / "reports" / "p" / "report.json").read_bytes())
    assert again == report


def test_one_shard_without_a_network_is_as_good_as_missing(tmp_path: Path) -> None:
    """The others' looks are no pass for its hosts."""
    with serve({"/a": article(WORDS)}) as site:
        far = next(
            url
            for url in (f"http://paper{number}.invalid/a" for number in range(20))
            if not Share(1 if Share(1, 2).has(site.url()) else 2, 2).has(url)
        )
        lonely(tmp_path, site.url("/a"), far)
        for shard in ("1/2", "2/2"):
            look(tmp_path, shard, "--canary", "paper.invalid")
    found = [
        Shard.model_validate_json(file.read_bytes()).offline_message is not None
        for file in sorted(tmp_path.rglob("shard.json"))
    ]
    assert sorted(found) == [False, True]
    done = merge(tmp_path)
    assert code(done) == 4
    assert "had no network" in str(done.exception)
    assert not (tmp_path / "reports").exists()


@pytest.mark.parametrize("harm", ["no run", "cut"])
def test_a_shard_whose_evidence_is_not_whole_is_no_pass(papers: Shelf, harm: str) -> None:
    """An artifact that lost a file on its way: reports apart, nothing remembered, and never 0."""
    for shard in ("1/2", "2/2"):
        look(papers.home, shard)
    second = papers.home / "shards" / "2-of-2"
    if harm == "no run":
        told = json.loads((second / "shard.json").read_bytes())
        told["papers"] = [{**one, "run": "another"} for one in told["papers"]]
        (second / "shard.json").write_text(json.dumps(told))
    else:
        for file in second.rglob("*.warc*"):
            file.write_bytes(file.read_bytes()[: file.stat().st_size // 3])
    done = merge(papers.home)
    assert done.exit_code == 4, done.output
    assert "their evidence is not whole" in done.stderr
    assert not [*papers.home.glob("reports/*/state/*")]
    assert not [*papers.home.glob("reports/*/report.json")]
