"""How many pages of 30 kB a second: ours with evidence kept, beside plain `requests`.

`python -m benchmarks.fetching [PAGES...]`: each way in a process of its own, with its CPU seconds
and its greatest memory; 50 hosts of loopback in another process, no pacing.
"""

# ruff: noqa: PLC0415 (each way in a process of its own loads only what it needs)

from __future__ import annotations

import ipaddress
import resource
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.fetching.server import HOSTS

WAYS = ("requests, a call each", "requests, one session, 16 threads", "footnoted, evidence kept")


def fetch_ours(urls: list[str]) -> int:
    """Fetch and keep the evidence; return how many pages came."""
    from footnoted.model.question import Question
    from footnoted.store.evidence import Evidence
    from footnoted.web.look import record_looks
    from footnoted.web.settings import FetchSettings

    settings = FetchSettings(allow_net=(ipaddress.ip_network("127.0.0.0/8"),), pace_seconds=0)
    with (
        tempfile.TemporaryDirectory() as folder,
        Evidence.open(Path(folder), writing=True, user_agent=settings.user_agent) as evidence,
    ):
        run = evidence.begin_run(datetime.now(UTC).replace(microsecond=0), key="benchmark")
        settled = record_looks(
            [Question(url) for url in urls],
            settings,
            evidence,
            vantage="here",
            now=lambda: datetime.now(UTC),
        )
        evidence.end_run(run)
        taken = evidence.captures(run)
        return sum(taken.answered((url, "cited")) for url in settled)


def fetch_plainly(urls: list[str]) -> int:
    """Call `requests.get` for each."""
    import requests

    return sum(1 for url in urls if requests.get(url, timeout=30).content)


def fetch_pooled(urls: list[str]) -> int:
    """Use one session with a wide pool from sixteen threads."""
    import requests
    from requests.adapters import HTTPAdapter

    with requests.Session() as session, ThreadPoolExecutor(16) as threads:
        session.trust_env = False
        session.mount("http://", HTTPAdapter(pool_connections=64, pool_maxsize=16))
        return sum(map(bool, threads.map(lambda url: session.get(url, timeout=30).content, urls)))


def measure(way: int, port: int, pages: int) -> None:
    """Fetch in this process, and print what it took."""
    urls = [f"http://{HOSTS[n % len(HOSTS)]}:{port}/page/{n}" for n in range(pages)]
    began, fetch = time.perf_counter(), (fetch_plainly, fetch_pooled, fetch_ours)[way]
    came = fetch(urls)
    seconds = time.perf_counter() - began
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(
        f"{WAYS[way]:34} {came:6} pages {came / seconds:7.0f}/s"
        f"  user {used.ru_utime:5.1f} s  system {used.ru_stime:5.1f} s"
        f"  peak {used.ru_maxrss / 1024:5.0f} MB"
    )


def main(arguments: list[str]) -> None:
    """Measure every way, for each number of pages."""
    command = [sys.executable, "-m", "benchmarks.fetching"]
    server = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.fetching.server"], stdout=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout
        port = server.stdout.readline().strip()
        for pages in arguments or ["1000", "4000"]:
            for way in range(len(WAYS)):
                subprocess.run([*command, "measure", str(way), port, pages], check=True)
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    if sys.argv[1:2] == ["measure"]:
        measure(*map(int, sys.argv[2:5]))
    else:
        main(sys.argv[1:])
