"""A shelf of papers that cite the same pages, with the sites and the archive they lead to.

with shelf(tmp_path) as papers:
    papers.check()                    # one run over all, through the library's own way
    papers.asked()                    # every request of that run, `host path`, sorted
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from corpus_folder import cited, quoting, write_corpus
from footnoted.audit import Audit, Clock, Options, Watcher, audit
from footnoted.audit.captures import open_captures
from footnoted.audit.library import shared_pool
from footnoted.audit.merge import Merge
from footnoted.audit.shard import look_at_share
from footnoted.audit.shards import find_shards, gather, papers_of
from footnoted.audit.share import Share
from footnoted.web.settings import FetchSettings, parse_network
from loopback import Answer, Asked, Site, page, redirect, serve
from small_archive import SmallArchive, small_archive

SETTINGS = FetchSettings(
    allow_net=(parse_network("127.0.0.0/8"),),
    pace_seconds=0,
    total_seconds=5,
    retries=0,
    canaries=(),
)
FILLER = "<p>" + "The assembly then turned to other business of the day. " * 50
WORDS = "We will never leave the table"
OTHERS = "The northern line opens in spring"
ERROR = "<title>x</title><p>Sorry, this page could not be found.</p>"
SEEN_ON = "2013-10-10"
PAPERS = ("p", "q", "r")


def article(*words: str, tag: str | None = None) -> Any:
    """Return a page with these words, that honours If-None-Match where it has a tag."""
    body = ("".join(f"<p>{one}.</p>" for one in words) + FILLER).encode()
    headers = {"Content-Type": "text/html; charset=utf-8"} | ({"ETag": tag} if tag else {})

    def answer(asked: Asked) -> Answer:
        if tag and asked.headers.get("If-None-Match") == tag:
            return Answer(304, b"", {"ETag": tag})
        return Answer(200, body, headers)

    return answer


@dataclass
class Shelf:
    """Three papers, three sites, one archive, and a clock that goes on by a second a look."""

    home: Path
    sites: Sequence[Site]
    archive: SmallArchive
    now: datetime = datetime(2026, 11, 24, 12, tzinfo=UTC)
    ticks: int = 0
    watcher: Watcher = field(default_factory=Watcher)

    def tick(self) -> datetime:
        """Return the time, a second later at each call."""
        self.ticks += 1
        return self.now + timedelta(seconds=self.ticks)

    @property
    def folders(self) -> list[Path]:
        """The corpora."""
        return [self.home / "claims" / name for name in PAPERS]

    def options(self, **more: Any) -> Options:
        """Return what all are audited with."""
        given: dict[str, Any] = {"archives": (self.archive.named,), "fetch": SETTINGS, **more}
        return Options(corpus=self.folders[0], **given)

    def check(self, names: Sequence[str] = PAPERS, **more: Any) -> dict[str, Audit]:
        """Audit the papers of these names in one run."""
        self.forget_requests()
        options = self.options(**more)
        clock = Clock(self.tick)
        folders = [self.home / "claims" / name for name in names]
        opened = partial(open_captures, pool=shared_pool(options, folders, clock))
        return {
            folder.name: audit(replace(options, corpus=folder), clock, self.watcher, opened)
            for folder in folders
        }

    def look(self, number: int, of: int, to: Path | None = None, **more: Any) -> Path:
        """Look at one shard of all papers, and return its folder."""
        to = to or self.home / "shards" / f"{number}-of-{of}"
        options, clock = self.options(**more), Clock(self.tick)
        look_at_share(options, self.folders, Share(number, of), to, clock, self.watcher)
        return to

    def merge(self, shards: Sequence[Path], **more: Any) -> dict[str, Audit]:
        """Merge shards, as `--partial` where some are missing."""
        gathered = gather(find_shards(shards), papers_of(self.folders))
        merge = Merge(gathered, Options(corpus=self.folders[0], **more))
        return {
            folder.name: merge.audit(folder, Clock(self.tick), Watcher()) for folder in self.folders
        }

    def replay(self, name: str) -> bytes:
        """Audit one paper again from the evidence, and return its report."""
        folder = self.home / "claims" / name
        options = replace(self.options(replay=True), corpus=folder)
        return (audit(options, Clock(self.tick), Watcher()).folder / "report.json").read_bytes()

    def forget_requests(self) -> None:
        """Begin to count anew."""
        for site in (*self.sites, self.archive.site):
            site.asked.clear()

    def asked(self) -> list[str]:
        """Return every request since, as host and path, in order of these."""
        sites = (*self.sites, self.archive.site)
        return sorted(f"{site.host} {path}" for site in sites for path in site.paths())

    def write(self) -> None:
        """Write the corpora: all three cite `/shared` and `/lost`, two of them the rest."""
        one, two, three = (site.url for site in self.sites)
        works: dict[str, dict[str, Any]] = {
            "shared": {"URL": one("/shared")},
            "lost": {"URL": two("/lost"), "accessed": SEEN_ON},
            "moved": {"URL": two("/moved")},
            "doubtful": {"URL": three("/2013/doubtful.html")},
            "nowhere": {"URL": three("/nowhere")},
            "twin": {
                "URL": two("/gone"),
                "alternates": [{"url": three("/twin"), "kind": "same_text"}],
            },
        }
        cites = {
            "p": ("shared", "lost", "moved", "doubtful", "twin"),
            "q": ("lost", "shared", "doubtful", "nowhere", "twin"),
            "r": ("shared", "lost", "moved"),
        }
        for paper, names in cites.items():
            rows = [
                cited(f"{name}-{paper}", works[name]["URL"], str(number), **_more(works[name]))
                for number, name in enumerate(names, 1)
            ]
            claims = [
                quoting(f"c-{name}", str(number), WORDS) for number, name in enumerate(names, 1)
            ]
            if paper == "r":  # the part is found in either of two sources, on two hosts
                claims.append(quoting("c-both", "1", OTHERS) | {"note": ["1", "3"]})
            sources, notes = [source for source, _ in rows], [note for _, note in rows]
            write_corpus(self.home, ident=paper, sources=sources, notes=notes, claims=claims)


def _more(work: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in work.items() if name != "URL"}


@contextlib.contextmanager
def shelf(home: Path) -> Iterator[Shelf]:
    """Serve the sites and the archive, with the corpora written, until the block is left."""
    error = page(f"{ERROR}{FILLER}")
    with (
        serve({"/shared": article(WORDS, tag='"1"')}, host="127.0.0.1") as one,
        serve({"/there": article(WORDS, OTHERS)}, host="127.0.0.3") as two,
        serve({"/2013/doubtful.html": error, "/twin": article(WORDS)}, host="127.0.0.4") as three,
        small_archive() as archive,
    ):
        two.answers["/moved"] = redirect(two.url("/there"), 301)
        archive.keep("2013-10-02", two.url("/lost"), f"<p>{WORDS}.</p>{FILLER}".encode())
        papers = Shelf(home, (one, two, three), archive)
        papers.write()
        yield papers
