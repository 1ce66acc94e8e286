"""Greatest memory of `links` and `check` over few pages and many.

`python -m benchmarks.fetching.audits [PAGES...]`: pages of 30 kB, a tenth of it words, from the
hosts of `server`, no pacing; each audit in a process of its own, its greatest memory beside that
of its largest worker.
"""

# ruff: noqa: PLC0415 (each audit in a process of its own loads only what it needs)

from __future__ import annotations

import ipaddress
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.fetching.server import HOSTS

CLAIMS = 50
"""So many of the pages are quoted from, however many there are."""


def links(urls: Sequence[str]) -> int:
    """Check plain links; return how many are alive."""
    from footnoted.audit.links import Link, check_links
    from footnoted.audit.options import Clock, Watcher
    from footnoted.web.settings import FetchSettings

    settings = FetchSettings(allow_net=(ipaddress.ip_network("127.0.0.0/8"),), pace_seconds=0)
    listed = [Link(url, number) for number, url in enumerate(urls, 1)]
    document = check_links(listed, "list.txt", settings, Clock(), Watcher())
    return sum(one.verdict == "alive" for one in document.links)


def check(urls: Sequence[str]) -> int:
    """Audit a corpus that cites `urls`, evidence and reports included."""
    from footnoted.audit import audit
    from footnoted.audit.options import Clock, Options, Watcher
    from footnoted.web.settings import FetchSettings

    settings = FetchSettings(
        allow_net=(ipaddress.ip_network("127.0.0.0/8"),), pace_seconds=0, canaries=()
    )
    with tempfile.TemporaryDirectory() as home:
        options = Options(corpus=_corpus(Path(home), urls), fetch=settings)
        report = audit(options, Clock(), Watcher()).report
    return sum(one.verdict == "alive" for one in report.links)


def _corpus(home: Path, urls: Sequence[str]) -> Path:
    folder = home / "claims" / "p"
    folder.mkdir(parents=True)
    (folder / "paper.yaml").write_text("id: p\ntitle: A made-up paper\nissued: '2013-10'\n")
    sources = [{"id": f"s{n}", "title": f"Work {n}", "URL": url} for n, url in enumerate(urls)]
    notes = [
        {"id": str(n), "text": f"Work {n}.", "entries": [{"source": f"s{n}"}]}
        for n in range(len(urls))
    ]
    claims = [
        {
            "id": f"c{n}",
            "says": f"Statement {n}.",
            "at": {"start": "Some words"},
            "note": str(n),
            "quotations": [{"text": "the council laid figures before the chair"}],
        }
        for n in range(CLAIMS)
    ]
    files: dict[str, Sequence[Mapping[str, Any]]]
    files = {"sources": sources, "notes": notes, "01-first": claims}
    for name, rows in files.items():
        lines = [f"- {json.dumps(row)}\n" for row in rows]
        (folder / f"{name}.yaml").write_text("".join(lines))
    return folder


AUDITS: dict[str, Callable[[Sequence[str]], int]] = {"links": links, "check": check}


def measure(name: str, port: int, pages: int) -> None:
    """Run one audit in this process, and print what it took."""
    urls = [f"http://{HOSTS[n % len(HOSTS)]}:{port}/light/{n}" for n in range(pages)]
    began = time.perf_counter()
    alive = AUDITS[name](urls)
    seconds = time.perf_counter() - began
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    sys.stdout.write(
        f"{name:6} {pages:6} pages, {alive} alive  {seconds:6.1f} s"
        f"  peak {own:5.0f} MB, largest worker {worker:5.0f} MB\n"
    )


def main(arguments: Sequence[str]) -> None:
    """Run every audit, for each number of pages."""
    command = [sys.executable, "-m", "benchmarks.fetching.audits", "measure"]
    server = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.fetching.server"], stdout=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout
        port = server.stdout.readline().strip()
        for name in AUDITS:
            for pages in arguments or ("1000", "4000"):
                subprocess.run([*command, name, port, pages], check=True)
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    if sys.argv[1:2] == ["measure"]:
        measure(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    else:
        main(sys.argv[1:])
