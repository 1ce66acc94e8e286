"""What a lint is, and what it is given: a corpus and, where the user has it, the paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from footnoted.lints.examined import Examined
from footnoted.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Lint:
    """One rule: its id, whether it needs the paper, and the function that finds.

    A lint that needs the paper is run only where `Examined.paper` is set.
    """

    rule: str
    needs_paper: bool
    run: Callable[[Examined], Iterator[Finding]]
