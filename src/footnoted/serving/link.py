"""Handing the link to the person's browser without showing it to other users of the machine."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def page_with_link(page: str) -> Iterator[Path]:
    """Write a page that only this user can read, and take it away in the end.

    A browser is started with an address in its arguments, which every user can list; it gets
    this file's, and the page leads on.
    """
    with tempfile.TemporaryDirectory(prefix="footnoted-") as folder:
        path = Path(folder) / "review.html"
        path.touch(mode=0o600)
        path.write_text(page, encoding="utf-8")
        yield path
