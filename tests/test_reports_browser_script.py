"""The report in a real browser that runs its script: filters, addresses, keys, large reports."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote as encoded

import pypdfium2
import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select, WebDriverWait

import chromium
import sample_reports
import timely_reports
from chromium import log, requests, resize, scheme, visible_to_a_reader
from footnoted.model.verdicts import ClaimVerdict
from footnoted.reports import render

pytestmark = chromium.MARKS
PAGES = ["sample", "timely", "hostile", "large"]
AXE = Path(__file__).resolve().parent.parent / ".axe" / "axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """Start a browser that runs the page's script and logs each request."""
    driver = chromium.start(tmp_path_factory.mktemp("chromium"), scripts=True)
    resize(driver, 1280)
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the reports as pages; the large one keeps folded evidence as text."""
    folder = tmp_path_factory.mktemp("pages")
    reports = {
        "sample": sample_reports.sample_report(),
        "timely": timely_reports.timely_report(),
        "hostile": sample_reports.hostile_report(),
        "large": sample_reports.big_report(1_200, 300),
    }
    for name, report in reports.items():
        (folder / f"{name}.html").write_text(render(report, "html"), encoding="utf-8")
    return folder


def open_page(browser: webdriver.Chrome, pages: Path, name: str, fragment: str = "") -> None:
    """Open a page anew: an address that differs by its fragment alone would not load again."""
    browser.get("about:blank")
    browser.get((pages / f"{name}.html").as_uri() + fragment)


def shown(browser: webdriver.Chrome) -> list[str]:
    """Return the names of the claims that are not filtered away."""
    cards = browser.find_elements(By.CSS_SELECTOR, "article.card:not([hidden])")
    return [str(card.get_attribute("id")).removeprefix("claim-") for card in cards]


def fragment(browser: webdriver.Chrome) -> str:
    return browser.current_url.partition("#")[2]


def press(browser: webdriver.Chrome, *keys: str) -> None:
    browser.find_element(By.TAG_NAME, "body")
    for key in keys:
        browser.switch_to.active_element.send_keys(key)


def click(browser: webdriver.Chrome, element: WebElement) -> None:
    """Click an element in the middle of the screen, where the menu does not lie over it."""
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
    element.click()


def toggle(browser: webdriver.Chrome, verdict: str) -> None:
    browser.find_element(By.CSS_SELECTOR, f"button[data-verdict={verdict}]").click()


ALL = {claim.id for claim in sample_reports.sample_claims()}
WRONG = {"accounts-published", "ferry-passengers-2012"}


def test_a_verdict_filters_and_back_forward_and_reload_keep_to_the_address(
    browser: webdriver.Chrome, pages: Path
) -> None:
    """Each choice is a step of the browser's history, and stands in the address."""
    open_page(browser, pages, "timely")
    assert set(shown(browser)) == ALL
    toggle(browser, "mismatch")
    assert set(shown(browser)) == WRONG
    assert fragment(browser) == "verdict=mismatch"
    toggle(browser, "supported_then")
    assert fragment(browser) == "verdict=mismatch,supported_then"
    assert set(shown(browser)) == WRONG | {"catch-1998"}
    titles = browser.find_elements(By.CSS_SELECTOR, "#worst-first h3 .count")
    shown_titles = [title.text for title in titles if title.is_displayed()]
    assert shown_titles == ["2 of 2 claims", "1 of 1 claim"]
    told = f"3 of {len(ALL)} claims"
    assert browser.find_element(By.ID, "shown").text == f"{told} shown"
    assert browser.find_element(By.ID, "chip").text == f"Filtered: {told}"
    browser.back()
    assert set(shown(browser)) == WRONG
    browser.back()
    assert set(shown(browser)) == ALL
    browser.forward()
    browser.refresh()
    assert set(shown(browser)) == WRONG
    pressed = browser.find_elements(By.CSS_SELECTOR, "button[aria-pressed=true]")
    assert [one.get_attribute("data-verdict") for one in pressed] == ["mismatch"]


def test_an_address_leads_a_colleague_to_the_claim_and_the_same_choice(
    browser: webdriver.Chrome, pages: Path
) -> None:
    """The claim is unfolded, in sight, focused; its group's others are as they were sent."""
    open_page(browser, pages, "timely", "#claim=catch-1998&verdict=supported_then")
    assert shown(browser) == ["catch-1998"]
    card = browser.find_element(By.ID, "claim-catch-1998")
    mark = card.find_element(By.TAG_NAME, "mark")
    assert visible_to_a_reader(browser, mark)
    assert browser.switch_to.active_element == card
    top = browser.execute_script("return arguments[0].getBoundingClientRect().top", card)
    assert 0 <= top < 900


def test_an_old_address_of_a_claim_still_leads_there(
    browser: webdriver.Chrome, pages: Path
) -> None:
    """`#claim-<id>`, as other formats write it, in a report that keeps evidence as text too."""
    for name, claim in (("timely", "catch-1998"), ("large", "claim-777")):
        open_page(browser, pages, name, f"#claim-{claim}")
        assert browser.switch_to.active_element.get_attribute("id") == f"claim-{claim}"
        record = browser.find_element(By.CSS_SELECTOR, f"[id='claim-{claim}'] .record")
        assert visible_to_a_reader(browser, record)


def test_a_broken_address_shows_the_whole_report(browser: webdriver.Chrome, pages: Path) -> None:
    """A claim that is gone, a percent sign that stands for nothing, a name nobody knows."""
    open_page(browser, pages, "timely", "#claim=gone&verdict=&x=%E0%A4%A&constructor=1")
    assert set(shown(browser)) == ALL
    assert log(browser, "browser") == []


def test_words_are_found_in_statement_quotation_source_and_note(
    browser: webdriver.Chrome, pages: Path
) -> None:
    """`/` leads to the field; all words have to be there, in any case."""
    open_page(browser, pages, "timely")
    press(browser, "/")
    field = browser.switch_to.active_element
    assert field.get_attribute("name") == "q"
    field.send_keys("ALWAYS accounts")
    WebDriverWait(browser, 10).until(lambda _: "q=" in browser.current_url)
    assert fragment(browser) == "q=ALWAYS+accounts"
    assert "accounts-published" in shown(browser)
    assert "catch-1998" not in shown(browser)
    rows = browser.find_elements(By.CSS_SELECTOR, "#by-note tbody tr:not([hidden])")
    assert "note-2" in [row.get_attribute("id") for row in rows]
    assert "note-5" not in [row.get_attribute("id") for row in rows]
    field.clear()
    field.send_keys("no such words")
    none = browser.find_element(By.ID, "none")
    WebDriverWait(browser, 10).until(lambda _: none.is_displayed())
    browser.find_element(By.ID, "reset").click()
    assert set(shown(browser)) == ALL
    assert not none.is_displayed()


def test_source_and_news_filter_too(browser: webdriver.Chrome, pages: Path) -> None:
    """A choice of a source and of what is new; both stand in the address."""
    open_page(browser, pages, "timely")
    select = Select(browser.find_element(By.NAME, "source"))
    select.select_by_value("catch-tables")
    assert shown(browser) == ["catch-1998"]
    assert fragment(browser) == "source=catch-tables"
    select.select_by_value("")
    browser.find_element(By.NAME, "new").click()
    assert fragment(browser) == "new=1"
    assert set(shown(browser)) == {"accounts-published", "boats-lost"}


def test_a_link_to_a_claim_that_is_filtered_away_shows_it(
    browser: webdriver.Chrome, pages: Path
) -> None:
    """Nobody clicks in vain: the filter gives way, and Back brings it again."""
    open_page(browser, pages, "timely", "#verdict=mismatch")
    browser.find_element(By.CSS_SELECTOR, ".troubles a[href='#claim-boats-lost']").click()
    assert fragment(browser) == "claim=boats-lost"
    assert browser.switch_to.active_element.get_attribute("id") == "claim-boats-lost"
    browser.back()
    assert set(shown(browser)) == WRONG


def test_a_link_within_the_choice_keeps_it(browser: webdriver.Chrome, pages: Path) -> None:
    """To a claim that is shown, and to another part of the page."""
    open_page(browser, pages, "timely", "#verdict=mismatch")
    browser.find_element(By.CSS_SELECTOR, ".troubles a[href='#claim-accounts-published']").click()
    assert fragment(browser) == "claim=accounts-published&verdict=mismatch"
    browser.find_element(By.CSS_SELECTOR, "nav a[href='#links']").click()
    assert fragment(browser) == "at=links&verdict=mismatch"
    assert set(shown(browser)) == WRONG


def test_a_note_whose_mark_an_address_has_to_write_otherwise_is_reached(
    browser: webdriver.Chrome, tmp_path: Path
) -> None:
    """A star, a slash, a per cent sign: with and without a choice in the address."""
    marks = ("*", "2/1", "50%", "§ ü")
    claims = [
        sample_reports.claim(f"c{at}", ClaimVerdict.SUPPORTED, notes=(mark,))
        for at, mark in enumerate(marks)
    ]
    notes = [
        sample_reports.note(mark, "As printed.", ClaimVerdict.SUPPORTED, (f"c{at}",))
        for at, mark in enumerate(marks)
    ]
    page = render(sample_reports.report(claims, notes), "html")
    (tmp_path / "marks.html").write_text(page, encoding="utf-8")
    for choice in ("", "#verdict=supported"):
        for at, mark in enumerate(marks):
            open_page(browser, tmp_path, "marks", choice)
            link = browser.find_element(By.CSS_SELECTOR, f"#claim-c{at} a[href^='#note-']")
            click(browser, link)
            row = browser.switch_to.active_element
            assert row.find_element(By.TAG_NAME, "th").text == mark
            assert fragment(browser).endswith("&verdict=supported") == bool(choice)
            browser.refresh()
            assert (
                browser.switch_to.active_element.get_attribute("id")
                == f"note-{encoded(mark, safe='')}"
            )


def test_keys_lead_from_claim_to_claim_and_can_be_turned_off(
    browser: webdriver.Chrome, pages: Path
) -> None:
    """Single keys can be turned off (WCAG 2.2, 2.1.4), and the address keeps that."""
    open_page(browser, pages, "timely")
    press(browser, "j", "j")
    order = shown(browser)
    assert browser.switch_to.active_element.get_attribute("id") == f"claim-{order[1]}"
    press(browser, "k")
    assert fragment(browser) == f"claim={order[0]}"
    click(browser, browser.find_element(By.NAME, "keys"))
    assert "keys=off" in fragment(browser)
    browser.refresh()
    press(browser, "j")
    assert f"claim={order[0]}" in fragment(browser)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_fetched_and_nothing_is_refused(
    browser: webdriver.Chrome, pages: Path, name: str
) -> None:
    """One request, the page, also when everything was filtered, unfolded and printed."""
    browser.get("about:blank")
    requests(browser)
    log(browser, "browser")
    page = (pages / f"{name}.html").as_uri()
    browser.get(page)
    browser.execute_script("dispatchEvent(new Event('beforeprint'))")
    browser.find_element(By.CSS_SELECTOR, "button[data-verdict]").click()
    assert requests(browser) == [page]
    assert log(browser, "browser") == []


def test_a_large_report_unfolds_what_is_asked_for(browser: webdriver.Chrome, pages: Path) -> None:
    """Evidence, the table of notes and findings are there as soon as someone looks."""
    open_page(browser, pages, "large")
    assert browser.find_elements(By.CSS_SELECTOR, "#by-note tr") == []
    card = browser.find_element(By.ID, "claim-claim-1000")
    assert card.find_elements(By.CSS_SELECTOR, ".record") == []
    browser.execute_script("arguments[0].closest('details.heap, section').open = true", card)
    browser.execute_script("arguments[0].scrollIntoView()", card)
    click(browser, card.find_element(By.TAG_NAME, "summary"))
    WebDriverWait(browser, 10).until(lambda _: card.find_elements(By.CSS_SELECTOR, ".record"))
    click(browser, card.find_element(By.CSS_SELECTOR, "a[href^='#note-']"))
    row = browser.find_element(By.CSS_SELECTOR, "#by-note tr:focus")
    assert row.is_displayed()


def test_words_in_folded_evidence_of_a_large_report_are_found(
    browser: webdriver.Chrome, pages: Path
) -> None:
    """Also where they are still kept as text, whole or with a sign that HTML escapes."""
    open_page(browser, pages, "large", "#q=the+author%E2%80%99s+sentence")
    assert 0 < len(shown(browser)) < 1_200
    open_page(browser, pages, "large", "#q=noscript")
    assert shown(browser) == []


def test_the_print_holds_all_evidence(browser: webdriver.Chrome, pages: Path) -> None:
    """A PDF of what is chosen, with each quotation's source and without the form."""
    open_page(browser, pages, "timely", "#verdict=supported_then")
    printed = browser.execute_cdp_cmd("Page.printToPDF", {})
    document = pypdfium2.PdfDocument(base64.b64decode(printed["data"]))
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    words = " ".join(text.split())
    assert "Archived copy, archived 2 March 2013" in words
    assert "The harbour board promised to publish its accounts." in words  # in what is wrong
    assert "Find a claim" not in words
    assert f"Only what was chosen is shown here: 1 of {len(ALL)} claims." in words


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not in .axe; make test puts it there")
@pytest.mark.parametrize("width", [400, 1280])
@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("name", ["sample", "timely", "hostile"])
def test_axe_finds_nothing_to_mend(
    browser: webdriver.Chrome, pages: Path, name: str, colours: str, width: int
) -> None:
    """WCAG 2.2 AA and axe's best practices, with everything unfolded and a filter in use."""
    resize(browser, width)
    scheme(browser, colours)
    try:
        open_page(browser, pages, name, "#verdict=mismatch,supported_then,supported")
        browser.execute_script(
            "for (const one of document.querySelectorAll('details')) one.open = true;"
        )
        found = run_axe(browser)
    finally:
        scheme(browser, "")
        resize(browser, 1280)
    assert found == []


def run_axe(browser: webdriver.Chrome) -> list[str]:
    """Return each broken rule with the first element that breaks it."""
    browser.execute_cdp_cmd("Runtime.evaluate", {"expression": AXE.read_text(encoding="utf-8")})
    answer = browser.execute_async_script(
        "const [tags, done] = arguments;"
        "axe.run({runOnly: tags}).then((found) => done(found.violations.map("
        "(one) => [one.id, one.help, one.nodes[0].html, one.nodes[0].failureSummary])))",
        WCAG,
    )
    return [" | ".join(map(str, one)) for one in answer]
