"""`footnoted serve` in a real browser: the walk, the keys, and pages that attack it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

import chromium
from chromium import log, requests, resize, scheme
from footnoted.reports.review_page import welcome_page
from loopback import page, serve
from nights import html
from review_server import Review, audited, reviewing
from test_reports_browser_script import AXE, run_axe

pytestmark = chromium.MARKS
HOSTILE = "<script>document.title='on'</script><img src=x onerror=\"document.title='on'\">\u202e"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    driver = chromium.start(tmp_path_factory.mktemp("chromium"), scripts=True)
    resize(driver, 1280)
    yield driver
    driver.quit()


@pytest.fixture
def review(reviewable: Path, tmp_path: Path) -> Iterator[Review]:
    home = Path(shutil.copytree(reviewable, tmp_path / "home"))
    with reviewing(home) as running:
        yield running


def one(browser: webdriver.Chrome, css: str) -> WebElement:
    return browser.find_element(By.CSS_SELECTOR, css)


def title(browser: webdriver.Chrome) -> str:
    return one(browser, "h1").text


def told(browser: webdriver.Chrome) -> str:
    return one(browser, ".banner").text


def left(browser: webdriver.Chrome, element: WebElement) -> None:
    """Wait until the page that has `element` is no longer there."""
    WebDriverWait(browser, 20).until(lambda _: _gone(element))


def _gone(element: WebElement) -> bool:
    from selenium.common.exceptions import WebDriverException  # noqa: PLC0415

    try:
        element.is_enabled()
    except WebDriverException:
        return True
    return False


def answer(browser: webdriver.Chrome, ruling: str, note: str = "", expires: str = "") -> None:
    """Fill in the form of a case and press a button."""
    old = one(browser, "html")
    if note:
        one(browser, "#note").send_keys(note)
    if expires:
        one(browser, "#expires").send_keys(expires)
    one(browser, f"button[value={ruling}]").click()
    left(browser, old)


def walk(browser: webdriver.Chrome, review: Review) -> None:
    """Open the link, and give each kind of answer once."""
    browser.get(review.link)
    assert "token" not in browser.current_url
    assert title(browser) == "4 verdicts wait for a person"
    one(browser, ".waiting a").click()
    assert title(browser) == "Statement a."
    answer(browser, "reject", "She says <b>the opposite</b>.")
    assert told(browser) == "Rejected a, written to p/judgements.yaml."
    answer(browser, "waive", "Asked the author.", "01312999")
    assert told(browser) == "Waived b, written to p/waivers.yaml."
    answer(browser, "accept")
    assert told(browser) == "Accepted c, written to p/judgements.yaml."
    answer(browser, "note", "Ask for the minutes.")
    assert title(browser) == "1 verdict waits for a person"
    assert review.written == [
        ("a", "reject", "She says <b>the opposite</b>."),
        ("c", "accept", None),
        ("d", "note", "Ask for the minutes."),
        ("b", "waive", "Asked the author."),
    ]


def test_a_person_judges_all_that_waits(browser: webdriver.Chrome, review: Review) -> None:
    """The link, four answers, the list again; nothing is asked of any other server."""
    log(browser, "browser")
    requests(browser)
    walk(browser, review)
    assert log(browser, "browser") == []
    ours = (review.origin, "data:")  # the browser draws its date field with pictures of its own
    assert [asked for asked in requests(browser) if not asked.startswith(ours)] == []
    browser.back()
    browser.back()
    assert title(browser) in {"Statement c.", "Statement d."}


def test_without_scripts_it_is_the_same(
    review: Review, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Every answer is a button of a plain form."""
    driver = chromium.start(tmp_path_factory.mktemp("chromium"), scripts=False)
    try:
        resize(driver, 1280)
        walk(driver, review)
        assert not driver.find_elements(By.CSS_SELECTOR, ".no-keys")
    finally:
        driver.quit()


def test_the_link_in_a_file_leads_to_the_review(
    browser: webdriver.Chrome, review: Review, tmp_path: Path
) -> None:
    """A browser is started with a page on disk, and its strict cookie goes along all the same."""
    path = tmp_path / "review.html"
    path.write_text(welcome_page(review.link), encoding="utf-8")
    browser.get(path.as_uri())
    WebDriverWait(browser, 20).until(lambda _: "4 verdicts" in title(browser))
    assert "token" not in browser.current_url


def test_the_keyboard_alone_is_enough(browser: webdriver.Chrome, review: Review) -> None:
    """J and k go through the cases; a, r, n and w choose, Enter or Ctrl+Enter gives the answer."""
    browser.get(review.link)

    def press(*keys: str) -> None:
        browser.switch_to.active_element.send_keys(*keys)

    for key, there in (("j", "a"), ("j", "b"), ("j", "c"), ("k", "b"), ("k", "a")):
        old = one(browser, "html")
        press(key)
        left(browser, old)
        assert title(browser) == f"Statement {there}."
    old = one(browser, "html")
    press("r")
    assert browser.switch_to.active_element.get_attribute("id") == "note"
    press("jar ")  # letters, here
    press(Keys.CONTROL, Keys.ENTER)
    left(browser, old)
    assert review.written == [("a", "reject", "jar")]
    old = one(browser, "html")
    press("a")
    assert browser.switch_to.active_element.get_attribute("value") == "accept"
    press(Keys.ENTER)
    left(browser, old)
    assert review.written[1:] == [("b", "accept", None)]
    one(browser, "#keys input").click()
    press("j")
    browser.refresh()
    one(browser, "body").send_keys("j")
    assert title(browser) == "Statement c."
    one(browser, "#keys input").click()


def test_enter_in_a_field_accepts_nothing(browser: webdriver.Chrome, review: Review) -> None:
    """A form's first button is pressed by Enter in a field of one line; ours gives no answer."""
    browser.get(review.link)
    one(browser, ".waiting a").click()
    old = one(browser, "html")
    one(browser, "#note").send_keys("Not yet.")
    one(browser, "#expires").send_keys("01312999", Keys.ENTER)
    left(browser, old)
    assert told(browser).startswith("Nothing was written.")
    assert title(browser) == "Statement a."
    assert one(browser, "#note").get_attribute("value") == "Not yet."
    assert one(browser, "#expires").get_attribute("value") == "2999-01-31"
    assert review.written == []


EVIL = """<!doctype html><title>evil</title>
<iframe id="frame" src="{case}"></iframe>
<iframe name="sink"></iframe>
<img src="{case}?ruling=accept"><script src="{base}review.js"></script>
<link rel="stylesheet" href="{base}report.css">
<form id="f" method="post" action="{case}" target="{into}">
<input name="ruling" value="accept"><input name="shown" value="{shown}">
<input name="token" value="{token}"></form>
<script>
const told = [];
const tries = [
  fetch("{case}", {{method: "POST", body: new URLSearchParams({{ruling: "accept",
    shown: "{shown}", token: "{token}"}}), credentials: "include", mode: "no-cors"}}),
  fetch("{case}", {{credentials: "include"}}).then((one) => one.text()),
  fetch("{case}", {{method: "PUT", credentials: "include",
    headers: {{"X-HTTP-Method-Override": "POST"}}}}),
  new Promise((done) => {{ const x = new XMLHttpRequest(); x.open("POST", "{case}");
    x.withCredentials = true;
    x.setRequestHeader("Content-Type", "application/x-www-form-urlencoded");
    x.onloadend = () => done(x.responseText); x.send("ruling=accept"); }}),
];
Promise.allSettled(tries).then((all) => {{
  for (const one of all) told.push(String(one.value ?? one.reason));
  try {{ told.push(document.getElementById("frame").contentDocument.body.innerText); }}
  catch (error) {{ told.push(String(error)); }}
  document.body.dataset.told = told.join(" | ");
  document.getElementById("f").submit();
}});
</script>"""


@pytest.mark.parametrize("into", ["sink", "_self", "_blank"])
@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "localhost"])
def test_an_evil_page_writes_and_reads_nothing(
    browser: webdriver.Chrome, review: Review, host: str, into: str
) -> None:
    """From another port (the same site!), another host, another site; with a form that leaked.

    Neither form, fetch, frame nor image does anything, and no cookie of ours goes to its server.
    """
    browser.get(review.link)
    base = browser.current_url
    one(browser, ".waiting a").click()
    fields = {
        name: one(browser, f"[name={name}]").get_attribute("value") for name in ("shown", "token")
    }
    text = EVIL.format(case=browser.current_url, base=base, into=into, **fields)
    windows = set(browser.window_handles)
    with (
        serve({"/": page(text)})
        if host != "127.0.0.2"
        else serve({"/": page(text)}, host=host) as site
    ):
        browser.get(site.url("/", host=host))
        if into != "_self":
            WebDriverWait(browser, 20).until(
                lambda _: one(browser, "body").get_attribute("data-told")
            )
            read = str(one(browser, "body").get_attribute("data-told"))
            assert "Statement" not in read
            assert "leave the table" not in read
        else:
            WebDriverWait(browser, 20).until(lambda _: "evil" not in browser.title)
            assert title(browser) in {"Sent by another page", "Not the browser of this review"}
        assert not any("footnoted" in asked.headers.get("Cookie", "") for asked in site.asked)
    for window in set(browser.window_handles) - windows:
        browser.switch_to.window(window)
        assert title(browser) in {"Sent by another page", "Not the browser of this review"}
        browser.close()
    browser.switch_to.window(windows.pop())
    browser.get(base)
    assert title(browser) == "4 verdicts wait for a person"
    assert review.written == []


def test_a_page_elsewhere_may_link_to_the_review_and_no_more(
    browser: webdriver.Chrome, review: Review
) -> None:
    """The strict cookie stays at home; the page that says so leads on with one click."""
    browser.get(review.link)
    base = browser.current_url
    with serve({"/": page(f'<a href="{base}">go</a>')}, host="127.0.0.2") as site:
        browser.get(site.url("/"))
        old = one(browser, "html")
        one(browser, "a").click()
        left(browser, old)
        assert title(browser) == "Not the browser of this review"
        old = one(browser, "html")
        one(browser, "main a").click()
        left(browser, old)
        assert title(browser) == "4 verdicts wait for a person"


def test_hostile_words_are_inert(browser: webdriver.Chrome, tmp_path: Path) -> None:
    """Of a claim, a page, a title, a note and an answer: shown as words, run by nobody."""
    words = HOSTILE.replace("<", "&lt;")
    altered = html(
        f"We will leave {words} the table, she said.", "They must not sign it in spring."
    )
    audited(tmp_path, title=HOSTILE, page=altered, says=f"Statement {HOSTILE}")
    with reviewing(tmp_path) as review:
        log(browser, "browser")
        browser.get(review.link)
        assert "<script>" in one(browser, ".waiting").text
        one(browser, ".waiting a").click()
        assert "<script>" in title(browser)
        assert "[U+202E]" in title(browser)
        assert not browser.find_elements(By.CSS_SELECTOR, "main img, main script")
        answer(browser, "reject", "<script>document.title='on'</script>")
        browser.get(review.link)
        assert "<script>" in one(browser, ".judged-list").text
        assert browser.title != "on"
        links = browser.find_elements(By.CSS_SELECTOR, "a[href]")
        assert not [a for a in links if str(a.get_dom_attribute("href")).startswith("javascript")]
        assert log(browser, "browser") == []


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not in .axe; make test puts it there")
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing(browser: webdriver.Chrome, review: Review, colours: str) -> None:
    """List, case, error, what was judged, what changed, a refusal: WCAG 2.2 AA in both schemes."""
    scheme(browser, colours)
    try:
        browser.get(review.link)
        base = browser.current_url
        assert run_axe(browser) == []
        one(browser, ".waiting a").click()
        case = browser.current_url
        assert run_axe(browser) == []
        answer(browser, "reject")
        assert "Nothing was written" in told(browser)
        assert run_axe(browser) == []
        answer(browser, "note", "x")
        assert run_axe(browser) == []
        answer(browser, "accept")
        for address in (case, base, f"{base}case/none", review.origin):
            browser.get(address)
            assert run_axe(browser) == []
    finally:
        scheme(browser, "")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_has_to_be_scrolled_sideways(
    browser: webdriver.Chrome, review: Review, width: int
) -> None:
    """On a phone too (WCAG 2.2, 1.4.10)."""
    resize(browser, width)
    try:
        browser.get(review.link)
        one(browser, ".waiting a").click()
        for address in (browser.current_url, review.link):
            browser.get(address)
            assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    finally:
        resize(browser, 1280)
