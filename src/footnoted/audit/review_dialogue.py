"""The dialogue of `footnoted review`: one case after another, each answer written at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from footnoted.audit.review import Session
from footnoted.errors import FootnotedError
from footnoted.model.judgement import Ruling
from footnoted.reports.review_queue import Waiting
from footnoted.reports.review_text import Piece, TextLine, case_lines, help_lines
from footnoted.reports.terminal import plain
from footnoted.reports.words import plural

HELP: Final = (
    ("a", "accept", "the claim holds, by what is shown here; the program's verdict stays as it is"),
    ("r", "reject", "it does not hold; asks why, and is an error until it is mended"),
    ("w", "waive", "leave the finding for now; asks why, and until when"),
    ("n", "note", "write a remark; the case stays open"),
    ("s", "skip", "decide nothing, and go on"),
    ("b", "back", "go to the case before this one"),
    ("q", "quit", "stop; what was answered is written already"),
    ("?", "help", "these words"),
)


class Screen(Protocol):
    """A terminal: lines out, keys and answers in."""

    @property
    def width(self) -> int:
        """How many columns there are now."""

    def show(self, lines: Iterable[TextLine]) -> None:
        """Print lines, each in its shades."""

    def key(self) -> str:
        """Wait for one key."""

    def ask(self, question: str, default: str = "") -> str:
        """Wait for a line; Enter gives `default`."""


@dataclass(frozen=True, slots=True)
class Told:
    """How a review ended: how many cases were judged or waived, and how many still wait."""

    judged: int
    waived: int
    left: int

    @property
    def words(self) -> str:
        """The counts in words."""
        waived = f", {self.waived} waived" if self.waived else ""
        return f"{plural(self.judged, 'verdict')} judged{waived}; {self.left:,} left"


class Dialogue:
    """Steps through cases with one person."""

    def __init__(self, session: Session, cases: tuple[Waiting, ...], screen: Screen) -> None:
        self._session = session
        self._cases = cases
        self._screen = screen
        self._at = 0
        self._settled: set[int] = set()
        self._keys: Mapping[str, Callable[[Waiting], bool]] = {
            "a": self._accept,
            "r": self._reject,
            "w": self._waive,
            "n": self._note,
            "s": lambda _: True,
        }

    @property
    def told(self) -> Told:
        """What was done so far."""
        session = self._session
        return Told(
            len(session.written), len(session.waived), len(self._cases) - len(self._settled)
        )

    def run(self) -> None:
        """Go through all cases, until the last one is answered or the person quits."""
        while self._at < len(self._cases):
            case = self._cases[self._at]
            lines = case_lines(case, self._at + 1, len(self._cases), self._screen.width)
            self._screen.show([(), *lines])
            if not self._answered(case):
                return

    def _answered(self, case: Waiting) -> bool:
        """Take keys until the case is left; False where the person quits."""
        while True:
            self._screen.show([(), (Piece(_PROMPT, "label"),)])
            key = self._screen.key().lower()
            if key in {"q", "\x04", "\x1b"}:
                return False
            if key == "b":
                self._at = max(0, self._at - 1)
                return True
            if key not in self._keys:
                told = help_lines(HELP, self._screen.width)
                self._screen.show(told if key in {"?", "h"} else [_unknown(key)])
                continue
            try:
                done = self._keys[key](case)
            except FootnotedError as error:
                self._screen.show([(Piece(plain(str(error)), "bad"),)])
                continue
            if done:
                self._at += 1
                return True

    def _accept(self, case: Waiting) -> bool:
        note = self._ask(case, "Accepted. A word on why (Enter for none)")
        return self._rule(case, "accept", note)

    def _reject(self, case: Waiting) -> bool:
        return self._needed(case, "reject", "Rejected. Why? (Enter alone takes it back)")

    def _note(self, case: Waiting) -> bool:
        return self._needed(case, "note", "Note (Enter alone takes it back)")

    def _needed(self, case: Waiting, ruling: Ruling, question: str) -> bool:
        note = self._ask(case, question)
        return bool(note.strip()) and self._rule(case, ruling, note)

    def _ask(self, case: Waiting, question: str) -> str:
        """Ask for a note; one's own earlier one stands where nothing else is written."""
        before = self._session.earlier(case)
        mine = before.note if before and before.by == self._session.by else None
        return self._screen.ask(question, mine or "")

    def _rule(self, case: Waiting, ruling: Ruling, note: str) -> bool:
        self._session.rule(case, ruling, note)
        if ruling == "note":
            self._settled.discard(self._at)
        else:
            self._settled.add(self._at)
        self._screen.show([(Piece("written to judgements.yaml", "context"),)])
        return True

    def _waive(self, case: Waiting) -> bool:
        if case.case.rule is None:
            raise FootnotedError("there is no finding to waive here: accept, reject or note it")
        reason = self._screen.ask(f"Waive {case.case.rule}, owner {self._session.by}. Why?")
        if not reason.strip():
            return False
        expires = self._screen.ask("Until which day (YYYY-MM-DD)?")
        self._session.waive(case, reason.strip(), expires.strip())
        self._settled.add(self._at)
        self._screen.show([(Piece("written to waivers.yaml", "context"),)])
        return True


_PROMPT = "  ".join(f"[{key}]{word.removeprefix(key)}" for key, word, _ in HELP)


def _unknown(key: str) -> TextLine:
    shown = key if key.isprintable() else "that key"
    return (Piece(f"{shown}: no answer here; ? tells which there are", "doubt"),)
