"""What the layout makes of a page beside what Debian's Chromium makes of it."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from footnoted.texts import read_text
from test_layout_visibility import HIDDEN, SEEN

CHROMIUM = shutil.which("chromium")
DRIVER = shutil.which("chromedriver")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not (CHROMIUM and DRIVER), reason="needs Debian's packages chromium and chromium-driver"
    ),
]
_FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
_CHINESE = "中国与乌兹别克斯坦的贸易额达到二十八亿美元，比去年增长了百分之十。"
_RUSSIAN = "Торговля между странами выросла на десять процентов за год."
_SHOWS_WITH_INK = (
    *("color", "opacity", "left:", "right:", "clip", "overflow", "transform", "font"),
    *("line-through", "translate", "scale", "mask"),
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """Start a browser with scripts off, wide as a desktop's."""
    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    profile = tmp_path_factory.mktemp("chromium")
    for flag in (*_FLAGS, "--window-size=1280,900", f"--user-data-dir={profile}"):
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=Service(str(DRIVER)))
    yield driver
    driver.quit()


@pytest.fixture
def served() -> Iterator[dict[str, tuple[bytes, str]]]:
    """Serve bodies with their Content-Type on a loopback port, whose address is under ""."""
    bodies: dict[str, tuple[bytes, str]] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body, kind = bodies.get(self.path, (b"", "text/html"))
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    bodies[""] = (f"http://127.0.0.1:{server.server_address[1]}".encode(), "")
    yield bodies
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("words", "sent", "kind", "meta"),
    [
        (_CHINESE, "gb18030", "text/html", "gb2312"),
        (_CHINESE, "gbk", "text/html; charset=gb2312", ""),
        (_CHINESE, "utf-16", "text/html; charset=gbk", ""),
        (_CHINESE, "utf-8-sig", "text/html", "gbk"),
        (_RUSSIAN, "windows-1251", "text/html; charset=windows-1251", "koi8-r"),
        (_RUSSIAN, "koi8-r", "text/html", "koi8-r"),
        ("“Quoted” – it’s", "windows-1252", "text/html", "iso-8859-1"),
        ("“Quoted” – it’s", "windows-1252", "text/html; charset=latin1", ""),
        ("日本の経済は成長した", "cp932", "text/html", "shift_jis"),
        ("貿易額達到二十八億美元", "big5", "text/html; charset=big5", ""),
        ("Ünïcode “wörds”", "utf-8", "text/html", "utf-16"),
        (_CHINESE * 4, "gbk", "text/html", ""),
    ],
)
def test_charset(
    browser: webdriver.Chrome,
    served: dict[str, tuple[bytes, str]],
    words: str,
    sent: str,
    kind: str,
    meta: str,
) -> None:
    """Where a page's declarations are honest, or none, both read the same words."""
    head = f"<meta charset={meta}>" if meta else ""
    body = f"<!doctype html><html><head>{head}<title>x</title></head><p>{words}</p>".encode(sent)
    served["/page"] = (body, kind)
    browser.get(served[""][0].decode() + "/page")
    shown = browser.execute_script("return document.body.innerText")
    assert shown.strip() == words
    assert read_text(body, kind).content == words


def test_rules(browser: webdriver.Chrome, tmp_path: Path) -> None:
    """The cases of test_layout_visibility that `innerText` can tell are as the browser has them.

    Left out: what hides by ink or place, `aria-hidden` and names alone, which the browser does
    not judge, and what scripts would change.
    """
    for css, body in [*HIDDEN, *SEEN]:
        if any(
            part in css + body for part in (*_SHOWS_WITH_INK, "js", "aria-", "hidden md", "svg")
        ):
            continue
        if "has(" in css or not css:
            continue
        page = tmp_path / "page.html"
        page.write_text(f"<!doctype html><meta charset=utf-8><style>{css}</style><body>{body}")
        browser.get(page.as_uri())
        shown = browser.execute_script("return document.body.innerText")
        assert ("secret" in shown, "words" in shown) == (False, (css, body) in SEEN), css
