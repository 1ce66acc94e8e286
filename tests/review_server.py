"""`footnoted serve` as it runs: a corpus audited on loopback, the real command, and clients."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import requests
from bs4 import BeautifulSoup, Tag

from corpus_folder import cited, quoting, write_corpus
from footnoted.audit import Clock, Options, Watcher, audit
from footnoted.corpus import read_corpus
from loopback import Answer, serve
from nights import html
from web_help import LOOPBACK

PAGE = html("We will leave the table, she said.", "They must not sign it in spring.")
WORDS = ("will never leave the table", "must sign it in spring")


def audited(home: Path, *, title: str = "Work s", page: Answer = PAGE, **claim: str) -> Path:
    """Write and audit a corpus: two quotations that differ (a, b), two statements (c, d)."""
    with serve({"/a": page}) as site:
        source, note = cited("s", site.url("/a"), "1", title=title)
        claims = [
            quoting(name, "1", words, **claim) for name, words in zip("ab", WORDS, strict=True)
        ]
        claims += [
            {"id": name, "says": f"Statement {name}.", "at": {"start": "Met"}, "note": "1", **claim}
            for name in "cd"
        ]
        corpus = write_corpus(home, sources=[source], notes=[note], claims=claims)
        audit(Options(corpus=corpus, fetch=LOOPBACK, archives=()), Clock(), Watcher())
    return corpus


@dataclass
class Review:
    """A running `footnoted serve`: its link, and what it writes."""

    home: Path
    link: str
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        """The port of 127.0.0.1 that it listens on."""
        return int(self.link.split(":")[2].partition("/")[0])

    @property
    def origin(self) -> str:
        """What its pages' forms send as their origin."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def written(self) -> list[tuple[str, str, str | None]]:
        """The judgements and waivers on disk: claim, what, and why."""
        corpus = read_corpus(self.home / "claims" / "p").corpus
        assert corpus
        judged = [(one.claim, str(one.ruling), one.note) for one in corpus.judgements]
        return judged + [(str(one.claim), "waive", one.reason) for one in corpus.waivers]

    def end(self) -> tuple[int, str]:
        """Press Ctrl-C; return the exit code, and what was said in the end."""
        self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=20)
        return self.process.returncode, out + err

    def raw(self, sent: bytes, seconds: float = 10) -> bytes:
        """Send exactly these bytes; return what comes until the server closes or cuts."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=seconds) as connection:
            came = b""
            with suppress(ConnectionError):
                connection.sendall(sent)
                with suppress(OSError):  # the server was faster, and has closed already
                    connection.shutdown(socket.SHUT_WR)
                while chunk := connection.recv(65536):
                    came += chunk
            return came


@contextmanager
def reviewing(home: Path, *arguments: str, programs: Path | None = None) -> Iterator[Review]:
    """Run `footnoted serve` on the corpus below `home` until the block is left.

    It opens a browser only where `programs` is a folder with one, or what stands in for it.
    """
    command = [sys.executable, "-m", "footnoted", "serve", "claims", "--by", "MK"]
    command += [] if programs else ["--no-open"]
    path = f"{programs}{os.pathsep}{os.environ['PATH']}" if programs else os.environ["PATH"]
    process = subprocess.Popen(
        [*command, *arguments],
        cwd=home,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "PATH": path},
    )
    assert process.stdout
    try:
        process.stdout.readline()
        link = process.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{43}", link), link
        yield Review(home, link, process)
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


class Person:
    """Someone with the link, in a browser that keeps cookies and fills in forms."""

    def __init__(self, review: Review) -> None:
        self.review = review
        self.http = requests.Session()
        self.http.trust_env = False
        self.at = self.http.get(review.link, timeout=20)
        self.base = self.at.url

    @property
    def page(self) -> BeautifulSoup:
        """The page that is open."""
        return BeautifulSoup(self.at.text, "lxml")

    def one(self, css: str) -> Tag:
        """Return the first element of the open page that fits."""
        found = self.page.select_one(css)
        assert found is not None, css
        return found

    def case(self, claim: str) -> str:
        """Return the address of a claim's case, by the list."""
        found = BeautifulSoup(self.http.get(self.base, timeout=20).text, "lxml")
        row = next(one for one in found.select("main li a") if f"Statement {claim}." in one.text)
        return self.review.origin + str(row["href"])

    def open(self, address: str) -> None:
        """Open an address."""
        self.at = self.http.get(address, timeout=20)

    def form(self, **fields: str | bytes) -> dict[str, str | bytes]:
        """Return the open page's form as it would be sent, with `fields` filled in."""
        hidden = {
            str(one["name"]): str(one["value"]) for one in self.page.select("#judge [type=hidden]")
        }
        return {**hidden, "note": "", "expires": "", **fields}

    def send(
        self, *, headers: dict[str, str] | None = None, **fields: str | bytes
    ) -> requests.Response:
        """Send the open page's form."""
        address = self.at.url.partition("?")[0]
        sent = {"Origin": self.review.origin} if headers is None else headers
        self.at = self.http.post(address, self.form(**fields), headers=sent, timeout=20)
        return self.at

    @property
    def told(self) -> str:
        """What the page says first: of what was written, or why nothing was."""
        banner = self.page.select_one(".banner")
        return " ".join(banner.text.split()) if banner else ""
