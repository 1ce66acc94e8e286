"""What the plan asks of the web."""

from __future__ import annotations

from dataclasses import dataclass

from footnoted.model.capture import Basis


@dataclass(frozen=True, slots=True)
class Question:
    """One URL to look at, absolute, and as what it is asked."""

    url: str
    basis: Basis = "cited"
