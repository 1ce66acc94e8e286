"""A library's report: counts over papers, the same whatever the order, harmless in every format."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest
from selenium import webdriver

import chromium
import sample_reports
from chromium import log, requests, resize, scheme
from footnoted.model.library import Library
from footnoted.model.verdicts import LinkVerdict
from footnoted.reports import LIBRARY_FORMATS, render_library
from footnoted.reports.library import PaperReport, library_of, losing, shared
from footnoted.reports.library_text import library_lines
from test_reports_browser_script import AXE, run_axe
from test_reports_hostile import HARMLESS, HIDDEN

ROWS = [
    PaperReport("bridges", "claims/bridges", sample_reports.sample_report(), "bridges/report.html"),
    PaperReport("again", "claims/again", sample_reports.sample_report(), "again/report.html"),
    PaperReport("away", "claims/away", sample_reports.offline_report(), "away/report.html"),
    PaperReport("torn", "claims/torn", None, problem="claims/torn/paper.yaml:1:1: no title"),
]


def library(*rows: PaperReport) -> Library:
    return library_of(rows or ROWS, "0.1.0")


def hostile() -> Library:
    text = sample_reports.HOSTILE
    report = sample_reports.hostile_report()
    links = tuple(one.model_copy(update={"verdict": LinkVerdict.DEAD}) for one in report.links)
    lost = report.model_copy(update={"links": links})
    return library(
        PaperReport(text, text, lost, "a/report.html"),
        PaperReport("b", text, report, "b/report.html"),
        PaperReport("c", text, None, problem=text),
    )


def test_a_work_cited_by_two_papers_is_one() -> None:
    """Its claims of both are added, and its page is counted once."""
    alone, both = library(ROWS[0]), library(*ROWS[:2])
    assert both.summary.links_total == alone.summary.links_total
    assert both.summary.links_shared == both.summary.links_total
    assert both.summary.claims_total == 2 * alone.summary.claims_total
    one = {source.url: source.claims for source in alone.sources if source.url}
    two = {source.url: source.claims for source in both.sources if source.url}
    assert two == {url: 2 * count for url, count in one.items()}
    assert all(source.papers == ("again", "bridges") for source in shared(both))
    assert not shared(alone)


def test_sources_without_an_address_are_each_papers_own() -> None:
    """Nobody can tell whether two printed works of one title are the same."""
    printed = [one for one in library(*ROWS[:2]).sources if one.url is None]
    assert printed
    assert all(len(one.papers) == 1 for one in printed)


def test_hosts_stand_in_the_order_of_what_they_lost() -> None:
    """A page that is walled or out of reach is not lost."""
    told = library()
    assert [one.lost for one in told.hosts] == sorted((h.lost for h in told.hosts), reverse=True)
    assert losing(told)
    assert sum(one.lost for one in told.hosts) == sum(
        told.summary.links[verdict] for verdict in ("dead", "soft_404", "parked")
    )
    assert any(one.unseen for one in told.hosts)
    assert all(one.rotten <= one.lost <= one.links for one in told.hosts)


@pytest.mark.parametrize("name", LIBRARY_FORMATS)
def test_the_order_of_the_papers_changes_no_byte(name: str) -> None:
    """Pure: the same reports, the same text."""
    texts = {render_library(library(*rows), name) for rows in permutations(ROWS)}
    assert len(texts) == 1


@pytest.mark.parametrize("name", LIBRARY_FORMATS)
def test_hostile_papers_are_harmless(name: str) -> None:
    """Hostile text in titles, addresses, ids, problems; the page leads to the reports alone."""
    data = render_library(hostile(), name)
    for href in ("a/report.html", "b/report.html"):
        data = data.replace(f'href="{href}"', 'href="#report"')
    HARMLESS[name](data.encode())
    assert "<script" not in data or name == "json"


def test_a_terminal_is_left_as_it_is() -> None:
    """No escape of theirs, at any width, and no line wider."""
    for width in (40, 80, 120):
        lines = library_lines(hostile(), width)
        assert not HIDDEN.search("\n".join(lines))
        assert max(map(len, lines)) <= max(width, 40)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """Start a browser that logs each request; axe needs its scripts."""
    driver = chromium.start(tmp_path_factory.mktemp("chromium"), scripts=True)
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the sample and the hostile library as pages."""
    folder = tmp_path_factory.mktemp("pages")
    for name, told in (("sample", library()), ("hostile", hostile())):
        text = render_library(told, "html")
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.usefixtures("browser")
class TestInABrowser:
    """The page as a reader has it."""

    pytestmark = chromium.MARKS

    @pytest.mark.parametrize("width", [400, 1280])
    @pytest.mark.parametrize("name", ["sample", "hostile"])
    def test_the_page_asks_for_nothing_and_keeps_its_width(
        self, browser: webdriver.Chrome, pages: Path, name: str, width: int
    ) -> None:
        """One file; its policy refuses nothing of its own; wide tables scroll by themselves."""
        resize(browser, width)
        requests(browser)
        log(browser, "browser")
        page = (pages / f"{name}.html").as_uri()
        browser.get(page)
        assert requests(browser) == [page]
        assert log(browser, "browser") == []
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width
        assert browser.execute_script("return document.scripts.length") == 0

    @pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not in .axe; make test gets it")
    @pytest.mark.parametrize("width", [400, 1280])
    @pytest.mark.parametrize("colours", ["light", "dark"])
    @pytest.mark.parametrize("name", ["sample", "hostile"])
    def test_axe_finds_nothing_to_mend(
        self, browser: webdriver.Chrome, pages: Path, name: str, colours: str, width: int
    ) -> None:
        """WCAG 2.2 AA and axe's best practices."""
        resize(browser, width)
        scheme(browser, colours)
        try:
            browser.get((pages / f"{name}.html").as_uri())
            found = run_axe(browser)
        finally:
            scheme(browser, "")
        assert found == []
