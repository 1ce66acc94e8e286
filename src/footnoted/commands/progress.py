"""How far a run is: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import shutil
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from footnoted.commands.console import stop_on_interrupt
from footnoted.reports.terminal import fitted, plain, time_left_words

if TYPE_CHECKING:  # the fetcher: too heavy for `--help`
    from footnoted.audit.options import Watcher
    from footnoted.web.look import Progress as Pages

_CELLS = 20
"""Cells of a bar on a wide terminal; a narrow one has half of them."""
_NARROW = 70
_NAMED = 3
"""Hosts that are named; the others are counted."""


class Progress:
    """Tells of a run on standard error, so that output stays clean."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._bar = sys.stderr.isatty()
        self._lock = threading.Lock()
        self._drawn = False

    def say(self, line: str, done: int, total: int) -> None:
        """Show that `done` of `total` are done; with a total of 0, say the line once."""
        self._tell(done, total, [line])

    def pages(self, pages: Pages) -> None:
        """Show how many pages are done, which hosts are waited for, and how long it may take."""
        hosts = waiting_words(pages.waiting)
        left = time_left_words(pages.seconds_left) if pages.waiting else ""
        if self._bar:
            self._tell(pages.done, pages.total, [left, hosts or pages.url])
            return
        about = ", ".join(filter(None, (left, hosts)))
        told = f" ({about})" if about else ""
        self._tell(pages.done, pages.total, [f"{plain(pages.url)}{told}"])

    def close(self) -> None:
        """Take the bar away."""
        with self._lock:
            self._clear()

    def _tell(self, done: int, total: int, parts: Sequence[str]) -> None:
        if self._quiet:
            return
        line = " · ".join(plain(part) for part in parts if part)
        with self._lock:
            if total == 0:
                self._clear()
                click.echo(f"footnoted: {line}", err=True)
            elif self._bar:
                self._draw(line, done, total)
            else:
                click.echo(f"{done}/{total} {line}", err=True)

    def _draw(self, line: str, done: int, total: int) -> None:
        width = shutil.get_terminal_size().columns
        cells = _CELLS if width >= _NARROW else _CELLS // 2
        filled = cells * done // total
        text = f"[{'#' * filled}{'.' * (cells - filled)}] {done}/{total} {line}"
        click.echo(f"\r{fitted(text, width - 1)}", nl=False, err=True)
        self._drawn = True

    def _clear(self) -> None:
        if self._drawn:
            width = shutil.get_terminal_size().columns
            click.echo(f"\r{'':<{width - 1}}\r", nl=False, err=True)
        self._drawn = False


@contextmanager
def watching(*, quiet: bool) -> Iterator[Watcher]:
    """Give who looks on at a run: it shows how far the run is, and Ctrl-C sets its `stop`."""
    from footnoted.audit.options import Watcher

    progress = Progress(quiet=quiet)
    watcher = Watcher(progress.say, pages=progress.pages)
    with stop_on_interrupt(watcher.stop):
        try:
            yield watcher
        finally:
            progress.close()


def waiting_words(hosts: Sequence[str]) -> str:
    """Say how many hosts are waited for, and which of them longest: `2 hosts waiting: a, b`."""
    if not hosts:
        return ""
    more = ", …" if len(hosts) > _NAMED else ""
    names = ", ".join(hosts[:_NAMED])
    return f"{len(hosts):,} host{'' if len(hosts) == 1 else 's'} waiting: {names}{more}"
