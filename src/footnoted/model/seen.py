"""One address of one source, looked at, read and judged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from footnoted.model.capture import Capture
from footnoted.model.question import Question
from footnoted.model.text import Text
from footnoted.model.verdicts import LinkLook


@dataclass(frozen=True, slots=True)
class Seen:
    """What was asked for a source, what came, what a reader sees, and the link's verdict.

    `capture` and `text` are None where nothing came or nothing can be read; `link` is None for a
    local copy. `memento_at` is when an archive made the memento.
    """

    source: str
    question: Question
    capture: Capture | None
    text: Text | None
    link: LinkLook | None
    memento_at: datetime | None = None
