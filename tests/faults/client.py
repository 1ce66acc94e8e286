"""Looks at the site in a process of its own, as `footnoted links` and `footnoted check` do.

The process has no name service but the site's: whatever asks for a name, asks there.
"""

from __future__ import annotations

import dataclasses
import ipaddress
import json
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from faults.memory import Memory
from faults.resolver import SiteResolver
from faults.site import NETWORK, Site
from faults.transport import KEYS
from footnoted.audit import audit
from footnoted.audit.links import Link, check_links
from footnoted.audit.options import Clock, Options, Watcher
from footnoted.web.settings import FetchSettings

TESTS = Path(__file__).resolve().parent.parent
SETTINGS: Mapping[str, Any] = {
    "pace_seconds": 0.0,
    "total_seconds": 6.0,
    "connect_seconds": 2.0,
    "backoff_seconds": 0.2,
}
"""Shorter than a user's, so that the test is short; long enough for a busy machine."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the auditor hears of one URL, and how long after the start that was settled."""

    url: str
    verdict: str
    reason: str | None
    message: str
    suggested: str | None
    rules: tuple[str, ...]
    seconds: float | None


@dataclass(frozen=True, slots=True)
class Run:
    """What came of a run: an answer for each URL, and the memory that it took at most.

    `peak_bytes` is what the process and its workers had together, or the process at its worst.
    """

    heard: Mapping[str, Heard]
    peak_bytes: int
    seconds: float


def look_at_site(site: Site, urls: Sequence[str], settings: Mapping[str, Any] = SETTINGS) -> Run:
    """Look at `urls` in a process of its own that knows the site's names and authority."""
    told = _run(site, {"urls": list(urls), "settings": dict(settings)})
    heard = [Heard(**{**one, "rules": tuple(one["rules"])}) for one in told.pop("heard")]
    return Run(heard={one.url: one for one in heard}, **told)


def audit_site(
    site: Site, corpus: Path, settings: Mapping[str, Any] = SETTINGS
) -> Mapping[str, Any]:
    """Audit a corpus whose sources are on the site; return the report as its JSON has it."""
    told = _run(site, {"corpus": str(corpus), "settings": dict(settings)})
    return dict(told["report"])


def _run(site: Site, task: dict[str, Any]) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "faults.client"],
        cwd=TESTS,
        input=json.dumps({**task, "name_server": site.name_server}),
        capture_output=True,
        text=True,
        check=False,
        timeout=110,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


class _Times:
    """When each URL was settled, in seconds after the start."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.settled: dict[str, float] = {}

    def say(self, url: str, _done: int, _total: int) -> None:
        """Note the time."""
        self.settled[url] = time.monotonic() - self.began


def _do(task: Mapping[str, Any]) -> dict[str, Any]:
    resolver = SiteResolver(tuple(task["name_server"]))
    _have_names_asked_of(resolver)
    settings = FetchSettings(
        allow_net=(ipaddress.ip_network(NETWORK),),
        ca_bundle=str(KEYS / "authority.pem"),
        canaries=(),
        **task["settings"],
    )
    if "corpus" in task:
        options = Options(corpus=Path(task["corpus"]), fetch=settings)
        done = audit(options, Clock(), Watcher())
        return {"report": done.report.model_dump(mode="json", by_alias=True)}
    return _look(task["urls"], settings, resolver)


def _look(urls: Sequence[str], settings: FetchSettings, resolver: SiteResolver) -> dict[str, Any]:
    links = [Link(url, number) for number, url in enumerate(urls, 1)]
    times = _Times()
    with Memory() as memory:
        document = check_links(
            links, "faults.txt", settings, Clock(), Watcher(times.say), resolver=resolver
        )
    heard = [
        Heard(
            answer.url,
            str(answer.verdict),
            answer.reason,
            answer.message,
            answer.suggested_url,
            tuple(finding.rule for finding in answer.findings),
            times.settled.get(answer.url),
        )
        for answer in document.links
    ]
    return {
        "heard": [dataclasses.asdict(one) for one in heard],
        "peak_bytes": memory.peak_bytes,
        "seconds": time.monotonic() - times.began,
    }


def _have_names_asked_of(resolver: SiteResolver) -> None:
    """Put the site's name service in the place of the system's, for this whole process."""
    system = socket.getaddrinfo

    def ask(host: Any, port: Any, *rest: Any, **more: Any) -> Any:
        addresses = resolver(str(host), int(port or 0)) if host else []
        return [found for one in addresses for found in system(str(one), port, *rest, **more)]

    resolver.system = system
    socket.getaddrinfo = ask


if __name__ == "__main__":
    json.dump(_do(json.load(sys.stdin)), sys.stdout)
