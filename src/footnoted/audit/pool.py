"""What the audits of one run share: its time, its manners, and the looks already made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from urllib.parse import urldefrag

from footnoted.model.capture import Basis
from footnoted.store.runs import Run
from footnoted.web.manners import Manners

Key = tuple[str, Basis]
"""What was asked, and as what."""


@dataclass(slots=True)
class Pool:
    """A page that one paper's audit looked at is not asked again for the next paper's.

    All of them judge as of `as_of`, when the first began: so no look of this run is older than
    the audit that takes it. `manners` are those of the whole run: a host's rest, and who was
    given up, hold from one paper to the next. `in_full` are pages that are not asked whether they
    changed, since not all papers know what they were. Looks are shared within a folder of
    evidence, from which each is read again.
    """

    as_of: datetime
    manners: Manners
    in_full: frozenset[str] = frozenset()
    _looks: dict[tuple[Path, str], tuple[Run, Key]] = field(default_factory=dict)

    def add(self, evidence: Path, run: Run, keys: Iterable[Key]) -> None:
        """Take in what `run` asked the web; the later look at a page stands."""
        self._looks |= {(evidence, page_of(key[0])): (run, key) for key in keys}

    def look(self, evidence: Path, url: str) -> tuple[Run, Key] | None:
        """Return in which run a page was looked at, and as what it was asked there."""
        return self._looks.get((evidence, page_of(url)))


def page_of(url: str) -> str:
    """Return the page that an address leads into: its fragment is not sent."""
    return urldefrag(url).url
