"""A shard's share of the web: which pages it asks for, by their host."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from footnoted import plan
from footnoted.errors import FootnotedError
from footnoted.mementos import original_of
from footnoted.mementos.hosts import host_of
from footnoted.model.question import Question
from footnoted.model.records import SourceRecord

MOST = 256
"""So many shards are thinkable; more is a slip."""


@dataclass(frozen=True, slots=True)
class Share:
    """Shard `number` (from 1) of `of`; every host falls to exactly one of them.

    Which one hangs on the host's name alone, so that every machine knows it of itself.
    """

    number: int
    of: int

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    def has(self, url: str) -> bool:
        """Tell whether the host of `url` falls to this shard; with or without `www.` it is one."""
        if self.of == 1:
            return True
        name = _host(url).encode("utf-8", "backslashreplace")
        return int.from_bytes(hashlib.sha256(name).digest()[:8]) % self.of == self.number - 1

    def asks(self, source: SourceRecord, question: Question) -> bool:
        """Tell whether this shard asks `question` for `source`.

        A memento is asked by whoever asks the page that it stands in for, so that an archive's
        host does not fall to one shard with all there is to be asked of it.
        """
        if question.basis != "memento":
            return self.has(question.url)
        cited = plan.absolute(source.url) if source.url else original_of(question.url)
        return self.has(cited or question.url)

    def of_sources(self, sources: Iterable[SourceRecord]) -> frozenset[Question]:
        """Return what this shard asks of all that may be asked for `sources`."""
        return frozenset(
            question
            for source in sources
            for question in plan.questions(source)
            if self.asks(source, question)
        )


WHOLE = Share(1, 1)
"""Everything: no shards."""


def parse_share(text: str) -> Share:
    """Return the shard that `--shard i/n` names.

    Raises FootnotedError with one line that says what to write instead.
    """
    found = re.fullmatch(r"([0-9]{1,4})/([0-9]{1,4})", text.strip())
    number, of = (int(found[1]), int(found[2])) if found else (0, 0)
    if not 1 <= number <= of <= MOST:
        raise FootnotedError(
            f"--shard {text}: write i/n, such as 2/4 for the second of four (at most {MOST})"
        )
    return Share(number, of)


def _host(url: str) -> str:
    return host_of(url).removeprefix("www.")
