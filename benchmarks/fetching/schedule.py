"""Wall time of runs over hosts of loopback beside the least that any schedule could take.

`python -m benchmarks.fetching.schedule`: three mixes of hosts 127.0.2.x, each host with a pace
and a latency of its own. The lower bound is the greater of the slowest host's own pacing and all
work over the connections.
"""

from __future__ import annotations

import asyncio
import ipaddress
import random
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from footnoted.model.capture import Capture
from footnoted.model.question import Question
from footnoted.web.look import record_looks
from footnoted.web.settings import FetchSettings

AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class Host:
    """A host with so many pages, each after `latency` seconds, and `pace` seconds of rest."""

    address: str
    pages: int
    pace: float
    latency: float

    @property
    def work(self) -> float:
        """Seconds of looking."""
        return self.pages * self.latency

    @property
    def alone(self) -> float:
        """Seconds that it takes by itself."""
        return self.work + (self.pages - 1) * self.pace


class _Nowhere:
    def record(self, capture: Capture) -> None:
        """Let the capture go."""


MIXES = {
    "12 hosts, one of them long": (12, (2, 8), 30),
    "40 hosts, all alike": (40, (5, 6), 6),
    "50 hosts, one of them long": (50, (1, 12), 25),
}
"""Hosts, pages of a host (least and most), and of the first host."""


def mix(name: str) -> list[Host]:
    """Return the hosts of a mix, the same ones each time."""
    count, (least, most), first = MIXES[name]
    chance = random.Random(name)
    return [
        Host(
            f"127.0.2.{number + 1}",
            chance.randint(least, most) if number else first,
            chance.choice([0.1, 0.2, 0.4]),
            chance.choice([0.02, 0.1, 0.3]),
        )
        for number in range(count)
    ]


def lower_bound(hosts: Sequence[Host]) -> float:
    """Return the least seconds for `hosts` over the connections of one run."""
    return max(*(one.alone for one in hosts), sum(one.work for one in hosts) / AT_ONCE)


@contextmanager
def served(hosts: Sequence[Host]) -> Iterator[int]:
    """Serve `hosts` from a thread until the block is left; all listen on the port returned."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    port = asyncio.run_coroutine_threadsafe(_serve(hosts), loop).result(10)
    try:
        yield port
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()


async def _serve(hosts: Sequence[Host]) -> int:
    port = 0
    for host in hosts:
        server = await asyncio.start_server(_answering(host.latency), host.address, port)
        port = server.sockets[0].getsockname()[1]
    return port


def _answering(
    latency: float,
) -> Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await reader.readuntil(b"\r\n\r\n"):
                await asyncio.sleep(latency)
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    return answer


def run(hosts: Sequence[Host]) -> float:
    """Look at all pages of `hosts` and return the seconds it took."""
    settings = FetchSettings(
        allow_net=(ipaddress.ip_network("127.0.0.0/8"),),
        pace_by_host={one.address: one.pace for one in hosts},
        hosts_at_once=AT_ONCE,
    )
    with served(hosts) as port:
        questions = [
            Question(f"http://{one.address}:{port}/{page}")
            for one in hosts
            for page in range(one.pages)
        ]
        began = time.perf_counter()
        settled = record_looks(
            questions, settings, _Nowhere(), vantage="here", now=lambda: datetime.now(UTC)
        )
        seconds = time.perf_counter() - began
    assert len(settled) == len(questions)
    return seconds


def main() -> None:
    """Print a line for each mix."""
    for name in MIXES:
        hosts = mix(name)
        least, took = lower_bound(hosts), run(hosts)
        pages = sum(one.pages for one in hosts)
        sys.stdout.write(
            f"{name:28} {pages:4} pages  least {least:6.2f} s  took {took:6.2f} s"
            f"  {took / least:5.3f}\n"
        )


if __name__ == "__main__":
    main()
