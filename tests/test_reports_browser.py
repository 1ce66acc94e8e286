"""The report in a real browser: Debian's Chromium, scripts off, as a reader may have it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

import chromium
import coverage_papers
import sample_reports
import timely_reports
from chromium import log, requests, resize, visible_to_a_reader
from footnoted.audit.coverage import coverage
from footnoted.reports import coverage_html, render

pytestmark = chromium.MARKS
PAGES = ["sample", "timely", "hostile", "big", "coverage", "coverage-long"]
LONG_WORDS = (
    coverage_papers.PAPER.replace("Kessary", "K" * 300)
    .replace("| 2010 |", f"| {'9' * 300} |")
    .replace("Barges of Orvel", "B" * 300)
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """Start a browser that runs no page's scripts and logs each request."""
    driver = chromium.start(tmp_path_factory.mktemp("chromium"), scripts=False)
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the sample, the hostile and the large report as pages."""
    folder = tmp_path_factory.mktemp("pages")
    reports = {
        "sample": sample_reports.sample_report(),
        "timely": timely_reports.timely_report(),
        "hostile": sample_reports.hostile_report(),
        "big": sample_reports.big_report(),
        "large": sample_reports.big_report(1_001, 200),
    }
    for name, report in reports.items():
        (folder / f"{name}.html").write_text(render(report, "html"), encoding="utf-8")
    for name, text in (("coverage", coverage_papers.PAPER), ("coverage-long", LONG_WORDS)):
        home = tmp_path_factory.mktemp(name)
        records, paper = (
            coverage_papers.write_records(home, text, coverage_papers.CLAIMS[1:]),
            coverage_papers.write_paper(home, text),
        )
        page = coverage_html.render(coverage(records, paper).page())
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    probe = "<!doctype html><title>off</title><script>document.title = 'on'</script>"
    (folder / "probe.html").write_text(probe, encoding="utf-8")
    return folder


def test_scripts_are_really_off(browser: webdriver.Chrome, pages: Path) -> None:
    """The other tests prove something only if this browser runs no script."""
    browser.get((pages / "probe.html").as_uri())
    assert browser.title == "off"


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_fetched_and_nothing_is_refused(
    browser: webdriver.Chrome, pages: Path, name: str
) -> None:
    """One request, the page; and its policy has nothing to complain of."""
    requests(browser)
    log(browser, "browser")
    page = (pages / f"{name}.html").as_uri()
    browser.get(page)
    assert requests(browser) == [page]
    assert log(browser, "browser") == []


def test_one_click_from_the_worst_claim_to_its_evidence(
    browser: webdriver.Chrome, pages: Path
) -> None:
    """The first line of what is wrong leads to the marked words of the source, on the screen."""
    resize(browser, 1280)
    browser.get((pages / "sample.html").as_uri())
    browser.find_element(By.CSS_SELECTOR, ".troubles a").click()
    mark = browser.find_element(By.CSS_SELECTOR, "article:target .source mark")
    assert mark.is_displayed()
    assert mark.text == "the harbour board will not always publish its accounts"
    top = browser.execute_script("return arguments[0].getBoundingClientRect().top", mark)
    assert 0 < top < 900


def test_a_folded_claim_unfolds_for_the_link_that_leads_to_it(
    browser: webdriver.Chrome, pages: Path
) -> None:
    """From the note's row to the evidence of a supported claim, in one click."""
    resize(browser, 1280)
    browser.get((pages / "sample.html").as_uri())
    folded = browser.find_element(By.CSS_SELECTOR, "#claim-sea-feeds-coasts mark")
    assert not visible_to_a_reader(browser, folded)
    browser.find_element(By.CSS_SELECTOR, "#note-1 a[href='#claim-sea-feeds-coasts']").click()
    assert visible_to_a_reader(browser, folded)


def test_a_folded_heap_unfolds_for_the_link_that_leads_into_it(
    browser: webdriver.Chrome, pages: Path
) -> None:
    """A statement without parts is folded with its like until someone asks for it."""
    resize(browser, 1280)
    browser.get((pages / "sample.html").as_uri())
    card = browser.find_element(By.CSS_SELECTOR, "#claim-draft-7f h4")
    assert not visible_to_a_reader(browser, card)
    browser.find_element(By.CSS_SELECTOR, "#note-8 a[href='#claim-draft-7f']").click()
    assert visible_to_a_reader(browser, card)


def test_on_a_phone_a_folded_card_has_its_link_below_the_text(
    browser: webdriver.Chrome, pages: Path
) -> None:
    """Beside it, statements would wrap at two or three words."""
    resize(browser, 390)
    browser.get((pages / "sample.html").as_uri())
    head = browser.find_element(By.CSS_SELECTOR, "#claim-sea-feeds-coasts .head").rect
    fold = browser.find_element(By.CSS_SELECTOR, "#claim-sea-feeds-coasts summary").rect
    assert fold["y"] >= head["y"] + head["height"] - 1  # the driver rounds heights only
    assert head["width"] > 300


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_has_to_be_scrolled_sideways(
    browser: webdriver.Chrome, pages: Path, name: str, width: int
) -> None:
    """On a phone, a tablet, a desk; also with hostile and endless words (WCAG 2.2, 1.4.10)."""
    resize(browser, width)
    browser.get((pages / f"{name}.html").as_uri())
    scroll = browser.execute_script("return document.documentElement.scrollWidth")
    assert scroll <= width


def test_the_keyboard_reaches_the_report_and_focus_is_seen(
    browser: webdriver.Chrome, pages: Path
) -> None:
    """The first Tab is the skip link, on the screen and outlined."""
    resize(browser, 1280)
    browser.get((pages / "sample.html").as_uri())
    browser.switch_to.active_element.send_keys(Keys.TAB)
    focused = browser.switch_to.active_element
    assert focused.text == "Skip to the report"
    assert focused.location["x"] >= 0
    assert focused.value_of_css_property("outline-style") == "solid"


def test_a_large_report_is_whole_without_scripts(browser: webdriver.Chrome, pages: Path) -> None:
    """What a browser with scripts keeps as text is there: evidence, notes, links, findings."""
    browser.get((pages / "large.html").as_uri())
    counts = {
        "article.card .record": 1_001,
        "#by-note tbody tr": 200,
        "#links tbody tr": len(sample_reports.sample_links()),
    }
    for selector, count in counts.items():
        assert len(browser.find_elements(By.CSS_SELECTOR, selector)) == count
    assert browser.find_elements(By.CSS_SELECTOR, "#findings .finding")
    assert not browser.find_element(By.ID, "filters").is_displayed()


def test_print_unfolds_every_claim(browser: webdriver.Chrome, pages: Path) -> None:
    """Paper cannot be clicked: all marks are laid out under print styles, and no menu is."""
    browser.get((pages / "sample.html").as_uri())
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        marks = browser.find_elements(By.CSS_SELECTOR, "article mark")
        assert len(marks) >= 8
        assert all(visible_to_a_reader(browser, mark) for mark in marks)
        assert not browser.find_element(By.TAG_NAME, "nav").is_displayed()
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_dark_is_dark(browser: webdriver.Chrome, pages: Path) -> None:
    """The page follows the reader's colour scheme."""
    browser.get((pages / "sample.html").as_uri())
    grounds = {}
    for scheme in ("light", "dark"):
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        body = browser.find_element(By.TAG_NAME, "body")
        grounds[scheme] = body.value_of_css_property("background-color")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert grounds == {"light": "rgba(250, 249, 247, 1)", "dark": "rgba(23, 22, 20, 1)"}


def test_a_strip_of_time_is_seen_with_its_days_below_it(
    browser: webdriver.Chrome, pages: Path
) -> None:
    """Also on a phone no look is too narrow to be seen, and none is told by colour alone."""
    resize(browser, 400)
    browser.get((pages / "timely.html").as_uri())
    strip = browser.find_element(By.CSS_SELECTOR, "#claim-accounts-published .observed .strip")
    assert strip.size["width"] > 200
    assert strip.text.split("\n")[0].startswith("10 September 2013")
    bars = strip.find_elements(By.TAG_NAME, "rect")
    assert [bar.get_attribute("class") for bar in bars] == [
        *["s-present"] * 4,
        "s-altered",
        "s-absent",
        "s-present",
    ]
    assert all(bar.size["width"] >= 2 and bar.size["height"] >= 2 for bar in bars)


def test_from_an_open_part_to_its_place_in_the_text_and_on_to_a_claim(
    browser: webdriver.Chrome, pages: Path
) -> None:
    """One click each, without scripts."""
    resize(browser, 1280)
    browser.get((pages / "coverage.html").as_uri())
    left = browser.find_elements(By.CSS_SELECTOR, "#open li a")
    next(one for one in left if one.text.startswith("figure")).click()
    assert browser.find_element(By.CSS_SELECTOR, ".prose .open:target").text == "412 barges"
    browser.find_element(By.CSS_SELECTOR, ".prose a[href='#c-tolls-2012']").click()
    claim = browser.find_element(By.CSS_SELECTOR, "#claims li:target")
    assert claim.text.startswith("tolls-2012")
    top = browser.execute_script("return arguments[0].getBoundingClientRect().top", claim)
    assert 0 <= top < 900
