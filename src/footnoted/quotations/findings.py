"""What a judge has to say of a difference."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Remark:
    """A reason code, and the same in words."""

    reason: str
    message: str


@dataclass(slots=True)
class Opinion:
    """All remarks on one alignment.

    `faults` are differences that nothing on the closed list explains; `open` ones that only a
    person can judge, so that the quotation is unchecked; `notes` ask for a person's eye beside
    a verdict; `changes` are harmless and only told.
    """

    faults: list[Remark] = field(default_factory=list)
    open: list[Remark] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)
    changes: list[Remark] = field(default_factory=list)

    def extend(self, other: Opinion) -> None:
        """Add the remarks of another opinion."""
        self.faults += other.faults
        self.open += other.open
        self.notes += other.notes
        self.changes += other.changes

    def rank(self) -> tuple[int, int, int]:
        """Return a number to compare opinions by: the less, the better."""
        return (len(self.faults), len(self.open), len(self.notes))
