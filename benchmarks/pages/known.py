"""The text of a document by another route than the package's.

HTML: what Debian's Chromium shows (`document.body.innerText`, style sheets and all). PDF: what
poppler's `pdftotext` reads from the same file, page by page; and, where the package has one, the
document's plain-text edition. What a route gave is kept beside the documents.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.documents import CACHE, Document
from benchmarks.pages.score import sentences

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

_FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
    *("--no-first-run", "--disable-background-networking", "--disable-component-update"),
)


_BULLET = re.compile(r"\n\s*[*•+o·-]\s+")
_NOTE = re.compile(r"\[\d+\]|https?:|\s\d+(?:\.\d+)*, [„“«\"A-ZА-Я]")
_CONTENTS = re.compile(r"(?:^|\s)\d+(?:\.\d+)*\.$")


class RouteMissingError(RuntimeError):
    """A program that a route needs is not on this machine."""


def shown(documents: Sequence[Document]) -> dict[Path, list[str]]:
    """Return the sentences that Chromium shows of each page of HTML."""
    waiting = [d.path for d in documents if not _kept(d.path, "shown").is_file()]
    if waiting:
        with _browser() as browser:
            for path in waiting:
                browser.get(path.as_uri())
                words = str(browser.execute_script("return document.body.innerText"))
                _kept(path, "shown").write_text(words, encoding="utf-8")
    return {d.path: _by_lines(_kept(d.path, "shown").read_text("utf-8")) for d in documents}


def by_poppler(path: Path) -> list[str]:
    """Return the whole sentences within each page of a PDF, as `pdftotext` reads them."""
    return _by_paragraphs(poppler_text(path))


def poppler_text(path: Path) -> str:
    """Return what `pdftotext` reads, form feeds between pages."""
    kept = _kept(path, "poppler")
    if not kept.is_file():
        if not shutil.which("pdftotext"):
            raise RouteMissingError("pdftotext (Debian's poppler-utils) is not on this machine")
        command = ["pdftotext", "-enc", "UTF-8", str(path), str(kept)]
        subprocess.run(command, check=True, capture_output=True)
    return kept.read_text("utf-8", errors="replace")


def edition(pdf: Document, documents: Sequence[Document]) -> list[str] | None:
    """Return the sentences of the plain-text edition of a PDF's document, if there is one."""
    stem = pdf.path.stem
    for other in documents:
        if other.package == pdf.package and other.path.stem == stem and other.path.suffix == ".txt":
            words = other.path.read_text("utf-8", errors="replace")
            return [s for s in _by_paragraphs(_BULLET.sub("\n\n", words)) if _is_same_in_print(s)]
    return None


def _is_same_in_print(sentence: str) -> bool:
    """Say whether a sentence looks alike in both: no note, address, cross reference or contents."""
    return not _NOTE.search(sentence) and not _CONTENTS.search(sentence)


def _by_lines(words: str) -> list[str]:
    """Return the sentences of what a browser shows: it puts each block on a line of its own."""
    return [s for line in words.split("\n") for s in sentences(line, ended=False)]


def _by_paragraphs(words: str) -> list[str]:
    pages = words.split("\f")
    paragraphs = (p for page in pages for p in page.split("\n\n"))
    return [s for paragraph in paragraphs for s in sentences(paragraph, ended=True)]


def _kept(path: Path, route: str) -> Path:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:24]
    folder = CACHE / route
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{digest}.txt"


@contextmanager
def _browser() -> Iterator[Chrome]:
    from selenium import webdriver  # noqa: PLC0415 - a run with all texts kept needs no browser
    from selenium.webdriver.chrome.service import Service  # noqa: PLC0415

    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        raise RouteMissingError("chromium and chromium-driver (Debian) are not on this machine")
    with tempfile.TemporaryDirectory() as profile:
        options = webdriver.ChromeOptions()
        options.binary_location = chromium
        for flag in (*_FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        browser = webdriver.Chrome(options=options, service=Service(driver))
        try:
            yield browser
        finally:
            browser.quit()
