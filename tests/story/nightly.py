"""One installation of the program, told over standard input which audit to make next.

Each line in is a JSON object (see `Wish`), each line out `{"exit": CODE}`. It runs in a process
of its own, so that two versions of the package can stand beside each other. No name is asked of
a resolver there: only the proxy knows the hosts, as in many a company.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from datetime import datetime
from pathlib import Path
from typing import Any, TypedDict

from footnoted import __version__
from footnoted.audit import Clock, Options, Watcher, audit
from footnoted.audit.exits import exit_code
from footnoted.mementos import archive_at
from footnoted.web.settings import FetchSettings, parse_network


class Wish(TypedDict):
    """An audit to make: of `corpus`, at `at` (ISO 8601), by way of `proxy`, with `archive`."""

    corpus: str
    at: str
    proxy: str
    canary: int
    archive: str
    replay: bool
    ask_all: bool


VANTAGE = "runner"


def settings(canary: int) -> FetchSettings:
    """Return how pages are fetched: through the proxy, which is all the network there is."""
    return FetchSettings(
        allow_net=(parse_network("127.0.0.0/8"),),
        pace_seconds=0,
        total_seconds=10,
        retries=0,
        canaries=(("127.0.0.1", canary),),
        use_proxy=True,
    )


def options(wish: Wish) -> Options:
    """Return the options of one audit."""
    return Options(
        corpus=Path(wish["corpus"]),
        replay=wish["replay"],
        ask_all=wish["ask_all"],
        vantage=VANTAGE,
        archives=(archive_at(wish["archive"]),),
        fetch=settings(wish["canary"]),
    )


_resolve = socket.getaddrinfo


def addresses_only(host: Any, port: Any, *more: Any, **named: Any) -> Any:
    """Resolve what is an address already, and no name."""
    return _resolve(host, port, *more, **{**named, "flags": socket.AI_NUMERICHOST})


def main() -> None:
    """Make one audit after another until nobody asks for more."""
    socket.getaddrinfo = addresses_only
    answers, sys.stdout = sys.stdout, sys.stderr
    print(json.dumps({"version": __version__}), file=answers, flush=True)
    for line in sys.stdin:
        wish: Wish = json.loads(line)
        os.environ["HTTP_PROXY"] = wish["proxy"]
        at = datetime.fromisoformat(wish["at"])
        done = audit(options(wish), Clock(lambda at=at: at), Watcher())  # type: ignore[misc]
        code = exit_code(done.report, done.unreadable_records, "new-error")
        print(json.dumps({"exit": code}), file=answers, flush=True)


if __name__ == "__main__":
    main()
