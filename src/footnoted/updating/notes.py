"""Notes followed into a newer text: by their words, their neighbours, and where their marks stand.

Numbers say nothing: one note put in shifts all behind it. Words that several notes have (*Ibid*)
are told apart by the notes around them and by the claims that hang on them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from footnoted.model.update import NoteFateName
from footnoted.updating.words import likeness, plain

_ENOUGH = 0.5
_MARGIN = 0.1
_BESIDE = 0.15
_NEAR = 0.3
_AROUND = 0.1


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note of either version: its id, and its words (None where it is not printed)."""

    id: str
    text: str | None


@dataclass(frozen=True, slots=True)
class Sightings:
    """Which new notes have a mark near the claims that hang on an old note, by the old one's id.

    `near` is in the sentence of a claim, `around` in its paragraph; only claims that are surely
    anchored count.
    """

    near: Mapping[str, frozenset[str]] = field(default_factory=dict)
    around: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NoteFate:
    """What became of a note: its id before and now (None: not there), and its words."""

    state: NoteFateName
    old: str | None
    new: str | None
    old_text: str | None
    new_text: str | None


def follow_notes(
    before: Sequence[NoteText], now: Sequence[NoteText], seen: Sightings | None = None
) -> list[NoteFate]:
    """Return the fate of each old note, in their order, then the new ones."""
    followed = _Followed(before, now, seen or Sightings())
    followed.by_words()
    followed.by_marks()
    followed.by_neighbours()
    followed.by_likeness()
    return followed.fates()


class _Followed:
    """Old notes (by number) and the new ones that they became."""

    def __init__(
        self, before: Sequence[NoteText], now: Sequence[NoteText], seen: Sightings
    ) -> None:
        self._before, self._now, self._seen = before, now, seen
        self._old = [_key(one) for one in before]
        self._new = [_key(one) for one in now]
        self._ids = {one.id: number for number, one in enumerate(now)}
        self.there: dict[int, int] = {}
        self._back: dict[int, int] = {}
        self._unsure: set[int] = set()

    def _tie(self, old: int, new: int) -> None:
        self.there[old], self._back[new] = new, old

    def by_words(self) -> None:
        """Tie notes whose words no other note of either version has."""
        old, new = Counter(self._old), Counter(self._new)
        places = {key: number for number, key in enumerate(self._new)}
        for number, key in enumerate(self._old):
            if key is not None and old[key] == new[key] == 1:
                self._tie(number, places[key])

    def by_marks(self) -> None:
        """Tie a note to the only one of its words with a mark at its claims."""
        for sightings in (self._seen.near, self._seen.around):
            for number, key in enumerate(self._old):
                marked = sightings.get(self._before[number].id, frozenset())
                fitting = [self._ids[one] for one in marked if self._new[self._ids[one]] == key]
                if number not in self.there and len(fitting) == 1 and fitting[0] not in self._back:
                    self._tie(number, fitting[0])

    def by_neighbours(self, tied: Iterable[int] | None = None) -> None:
        """Tie notes of the same words behind notes that are tied already, until none is left.

        Never those before: what *Ibid* means hangs on the note that it follows.
        """
        waiting = [*(self.there if tied is None else tied)]
        while waiting:
            number = waiting.pop()
            old, new = number + 1, self.there[number] + 1
            if self._may_tie(old, new) and self._old[old] == self._new[new]:
                self._tie(old, new)
                waiting.append(old)

    def _may_tie(self, old: int, new: int) -> bool:
        if not (0 <= old < len(self._old) and 0 <= new < len(self._new)):
            return False
        if old in self.there or new in self._back:
            return False
        around = self._seen.around.get(self._before[old].id)
        return around is None or self._now[new].id in around

    def by_likeness(self) -> None:
        """Tie what is left, best first, where each is clearly the other's best."""
        while True:
            scores = {
                (old, new): score
                for old in range(len(self._old))
                for new in range(len(self._new))
                if old not in self.there
                and new not in self._back
                and (score := self._score(old, new)) >= _ENOUGH
            }
            clear = [
                (score, pair)
                for pair, score in scores.items()
                if all(
                    score - other >= _MARGIN
                    for (old, new), other in scores.items()
                    if (old == pair[0]) != (new == pair[1])
                )
            ]
            if not clear:
                self._unsure = {old for old, _ in scores}
                return
            old, new = max(clear)[1]
            self._tie(old, new)
            self.by_neighbours([old])

    def _score(self, old: int, new: int) -> float:
        ours, theirs = self._before[old], self._now[new]
        if ours.text is None or theirs.text is None:
            alike = _ENOUGH if ours.text is theirs.text else _ENOUGH - _BESIDE
        else:
            alike = likeness(ours.text, theirs.text)
        if alike < _ENOUGH - _NEAR:
            return 0.0
        beside = sum(self.there.get(old + step) == new + step for step in (1, -1)) * _BESIDE
        near = _NEAR * (theirs.id in self._seen.near.get(ours.id, ()))
        around = self._seen.around.get(ours.id)
        place = 0.0 if around is None else _AROUND if theirs.id in around else -_NEAR
        return alike + beside + near + place

    def fates(self) -> list[NoteFate]:
        """Return all fates: old notes first, then new ones, both in their order."""
        found: list[NoteFate] = []
        for number, one in enumerate(self._before):
            if number not in self.there:
                state: NoteFateName = "unsure" if number in self._unsure else "gone"
                found.append(NoteFate(state, one.id, None, one.text, None))
                continue
            now = self._now[self.there[number]]
            state = "same" if one.id == now.id else "renumbered"
            if _key(one) != _key(now):
                state = "changed"
            found.append(NoteFate(state, one.id, now.id, one.text, now.text))
        for number, one in enumerate(self._now):
            if number not in self._back:
                found.append(NoteFate("new", None, one.id, None, one.text))
        return found


def _key(note: NoteText) -> str | None:
    return None if note.text is None else plain(note.text)
