"""Fifty hosts of 127.0.0.x in a process of their own: pages of 30 kB, each another one."""

from __future__ import annotations

import asyncio
import contextlib
import random
import sys

HOSTS = [f"127.0.1.{n}" for n in range(1, 51)]
SIZE = 30_000

_WORDS = ["council", "figures", "year", "laid", "before", "chair", "assembly", "trade", "of"]


def page(path: str) -> bytes:
    """Return a page of words; its path makes it another one."""
    choose = random.Random(path)
    words: list[str] = []
    size = 0
    while size < SIZE:
        words.append(f"{choose.choice(_WORDS)}{choose.randrange(1000)}")
        size += len(words[-1]) + 1
    return f"<html><body><p>{' '.join(words)}</p></body></html>".encode()


async def _serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
        while head := await reader.readuntil(b"\r\n\r\n"):
            body = PAGES[hash(head.split(b" ", 2)[1]) % len(PAGES)]
            mark = head.split(b" ", 2)[1]
            writer.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
                b"Content-Length: %d\r\n\r\n" % (len(body) + len(mark))
            )
            writer.write(body + mark)
            await writer.drain()
    writer.close()


PAGES = [page(str(number)) for number in range(64)]


async def _main() -> None:
    first = await asyncio.start_server(_serve, HOSTS[0], 0)
    port = first.sockets[0].getsockname()[1]
    for host in HOSTS[1:]:
        await asyncio.start_server(_serve, host, port)
    sys.stdout.write(f"{port}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_main())
