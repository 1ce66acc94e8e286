"""What the plan asks of the web."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from footnoted.model.capture import Basis


@dataclass(frozen=True, slots=True)
class Question:
    """One URL to look at, absolute, and as what it is asked.

    `near` is the time for which an archive is to choose a memento; it is sent as Accept-Datetime
    (RFC 7089, 2.1.1).
    """

    url: str
    basis: Basis = "cited"
    near: datetime | None = None
