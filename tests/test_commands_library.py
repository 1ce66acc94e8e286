"""`footnoted check claims/`: every paper's report, then all together; one trouble stops none."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import footnoted.audit
from footnoted import reports
from footnoted.commands import cli
from footnoted.model.library import Library
from shelf import PAPERS, Shelf, shelf


@pytest.fixture
def papers(tmp_path: Path) -> Iterator[Shelf]:
    with shelf(tmp_path) as made:
        yield made


def run(papers: Shelf, *given: str, command: str = "check") -> Result:
    net = ["--allow-net", "127.0.0.0/8", "--pace", "0", "--no-archives"]
    more = net if command == "check" else []
    return CliRunner().invoke(cli, [command, str(papers.home / "claims"), *given, *more])


def library(papers: Shelf) -> Library:
    return Library.model_validate_json((papers.home / "reports" / "library.json").read_bytes())


def test_a_library_is_written_beside_the_papers_reports(papers: Shelf) -> None:
    """What the papers say together: rows, sources that carry most, hosts, shared pages."""
    done = run(papers)
    assert done.exit_code == 1, done.output
    told = library(papers)
    assert [one.id for one in told.papers] == list(PAPERS)
    assert [one.report for one in told.papers] == [f"{name}/report.html" for name in PAPERS]
    most = told.sources[0]
    assert (most.url, most.claims, most.papers) == (papers.sites[0].url("/shared"), 4, PAPERS)
    hosts = {one.host: (one.links, one.lost) for one in told.hosts}
    assert hosts["127.0.0.1"] == (1, 0)
    assert hosts["127.0.0.3"] == (3, 2)
    assert told.hosts[0].lost >= told.hosts[-1].lost
    assert told.summary.links_shared == 5
    assert told.summary.claims_total == sum(one.claims_total or 0 for one in told.papers)
    for name in ("library.html", "library.md"):
        assert "A made-up paper" in (papers.home / "reports" / name).read_text(encoding="utf-8")
    assert "Library   3 papers" in done.output


def test_json_of_several_papers_is_one_document(papers: Shelf) -> None:
    """The library's, on standard output and nothing else there."""
    done = run(papers, "--format", "json", "--quiet")
    assert json.loads(done.stdout)["schema"] == "footnoted/library/1"
    assert json.loads(done.stdout) == library(papers).model_dump(mode="json", by_alias=True)


def test_report_lays_the_last_audits_together(papers: Shelf) -> None:
    """The same bytes as were written; a format of one paper says which there are of several."""
    run(papers)
    for form in ("html", "md", "json"):
        printed = run(papers, "--format", form, command="report")
        written = (papers.home / "reports" / f"library.{form}").read_text(encoding="utf-8")
        assert printed.output == written
    refused = run(papers, "--format", "sarif", command="report")
    assert refused.exit_code != 0
    assert "sarif is of one paper" in str(refused.exception)


def test_records_that_cannot_be_read_stop_no_other_paper(papers: Shelf) -> None:
    """Exit code 2; the others are audited, and the library says which was not."""
    (papers.home / "claims" / "p" / "paper.yaml").write_text("id: [", encoding="utf-8")
    done = run(papers)
    assert done.exit_code == 2, done.output
    told = {one.id: one for one in library(papers).papers}
    assert told["p"].problem is not None
    assert told["p"].claims is None
    assert told["q"].problem is told["r"].problem is None
    assert library(papers).summary.papers_not_audited == 1
    assert "Not audited" in (papers.home / "reports" / "library.html").read_text(encoding="utf-8")


def test_a_bug_on_one_paper_is_raised_when_the_others_are_done(
    papers: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told as any bug of ours is, and the other papers have their reports."""
    whole = reports.render

    def broken(report: Any, form: str) -> str:
        if report.corpus.id == "p":
            raise ZeroDivisionError("no such thing")
        return whole(report, form)

    monkeypatch.setattr(footnoted.audit, "render", broken)
    done = run(papers)
    assert isinstance(done.exception, ZeroDivisionError)
    assert not (papers.home / "reports" / "p" / "report.json").exists()
    assert (papers.home / "reports" / "q" / "report.json").exists()
    told = {one.id: one.problem for one in library(papers).papers}
    assert told["p"] == "a bug of ours (ZeroDivisionError)"


def test_one_paper_alone_has_no_library(papers: Shelf) -> None:
    """Its report is all there is, on standard output too."""
    net = ["--allow-net", "127.0.0.0/8", "--pace", "0", "--no-archives", "--format", "json"]
    done = CliRunner().invoke(cli, ["check", str(papers.folders[0]), "--quiet", *net])
    assert json.loads(done.stdout)["schema"] == "footnoted/report/1"
    assert not (papers.home / "reports" / "library.json").exists()


def test_a_paper_that_could_not_be_seen_hides_no_other_s_news(papers: Shelf) -> None:
    """Who takes 4 for a warning would never be told: the next night knows the finding."""
    for paper in ("q", "r"):
        sources = papers.home / "claims" / paper / "sources.yaml"
        text = re.sub(r"http://127\.0\.0\.\d:\d+", "http://127.0.0.9:1", sources.read_text())
        sources.write_text(text)
    done = run(papers)
    assert done.exit_code == 1, done.output
    told = {one.id: (one.blind_nights, one.new) for one in library(papers).papers}
    assert told["p"][0] == 0
    assert told["p"][1]
    assert told["r"][0] == 1
