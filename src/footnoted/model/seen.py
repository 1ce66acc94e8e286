"""One address of one source, looked at, read and judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from footnoted.model.capture import Capture
from footnoted.model.question import Question
from footnoted.model.text import Text
from footnoted.model.verdicts import LinkLook


@dataclass(frozen=True, slots=True)
class Seen:
    """What was asked for a source, what came, what a reader sees, and the link's verdict.

    `capture` and `text` are None where nothing came or nothing can be read; both are carried on
    without what makes pages large: the body is empty, and so is the text's content. `excerpts`
    has, by span in that content, the words before and behind it. `link` is None for a local
    copy. `memento_at` is when an archive made the memento.
    """

    source: str
    question: Question
    capture: Capture | None
    text: Text | None
    link: LinkLook | None
    memento_at: datetime | None = None
    excerpts: Mapping[tuple[int, int], tuple[str, str]] = field(default_factory=dict)
