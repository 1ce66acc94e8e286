"""Fifty hosts of 127.0.1.x in a process of their own: pages of 30 kB, each another one.

Below `/light/` a page is mostly markup and scripts, as pages are, with 3 kB of words.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import sys

HOSTS = [f"127.0.1.{n}" for n in range(1, 51)]
SIZE = 30_000

_WORDS = ["council", "figures", "year", "laid", "before", "chair", "assembly", "trade", "of"]


def page(path: str, words_bytes: int = SIZE) -> bytes:
    """Return a page of so many bytes of words; its path makes it another one."""
    choose = random.Random(path)
    words: list[str] = []
    size = 0
    while size < words_bytes:
        words.append(f"{choose.choice(_WORDS)}{choose.randrange(1000)}")
        size += len(words[-1]) + 1
    lines = "</p><p>".join(" ".join(words[at : at + 12]) for at in range(0, len(words), 12))
    script = f"<script>{'x' * (SIZE - words_bytes)}</script>"
    return f"<html><head>{script}</head><body><p>{lines}</p></body></html>".encode()


async def _serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
        while head := await reader.readuntil(b"\r\n\r\n"):
            mark = head.split(b" ", 2)[1]
            pages = LIGHT if mark.startswith(b"/light/") else PAGES
            body = pages[hash(mark) % len(pages)]
            writer.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
                b"Content-Length: %d\r\n\r\n" % (len(body) + len(mark))
            )
            writer.write(body + mark)
            await writer.drain()
    writer.close()


PAGES = [page(str(number)) for number in range(64)]
LIGHT = [page(str(number), SIZE // 10) for number in range(64)]


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
