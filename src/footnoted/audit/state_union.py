"""Two runs' states of one paper become one: no line is lost, of each page the later look holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TypeVar

from footnoted.model.remembered import LookDoc, Memory
from footnoted.model.remembered_archives import ArchivesDoc
from footnoted.store.memory import memory_bytes, memory_from

_Key = TypeVar("_Key")
_Doc = TypeVar("_Doc")


def united_history(stored: bytes, ours: bytes) -> bytes:
    """Return the lines of a history as stored, then those of ours that it lacks.

    What both have is there once. Lines carry their time, by which a history is read, so the order
    in the file tells nothing; what is stored is never changed, only added to.
    """
    lacking = Counter(_lines(ours)) - Counter(_lines(stored))
    if not lacking:
        return stored
    added = []
    for line in _lines(ours):
        if lacking[line]:
            lacking[line] -= 1
            added.append(line + b"\n")
    return _ended(stored) + b"".join(added)


def united_memory(stored: bytes, ours: bytes) -> bytes:
    """Return what two runs remember: of each address the later look, of archives the later word.

    Otherwise a page that one run saw change could be told as mended by the next, which would go by
    the other run's older look. One that cannot be read tells nothing.
    """
    theirs, mine = memory_from(stored), memory_from(ours)
    if theirs is None or mine is None:
        return ours if theirs is None else stored
    earlier, later = sorted((theirs, mine), key=_finished)
    looks = _later(earlier.by_question, later.by_question, lambda one: one.at)
    return memory_bytes(
        Memory(
            version=later.version,
            as_of=later.as_of,
            records={**earlier.records, **later.records},
            looks=tuple(
                _with_before(look, earlier.look(*key), later.look(*key))
                for key, look in looks.items()
            ),
            archived=_archived(earlier.archived, later.archived),
        )
    )


def _with_before(look: LookDoc, *both: LookDoc | None) -> LookDoc:
    """Return a failing look with the last one, of either run, on which the page came."""
    if look.came:
        return look
    known = [one if one.came else one.before for one in both if one]
    came = [one for one in known if one and one.at <= look.at]
    return look.model_copy(update={"before": max(came, key=lambda one: one.at, default=None)})


def _archived(earlier: ArchivesDoc, later: ArchivesDoc) -> ArchivesDoc:
    """Return the later answer about each address; of other archives than asked last, none."""
    same = earlier.names == later.names
    answers = _later(earlier.answers if same else {}, later.answers, lambda one: one.asked_at)
    alone = _later(earlier.left_alone, later.left_alone, lambda one: one.until)
    return ArchivesDoc(names=later.names, answers=answers, left_alone=alone)


def _later(
    one: Mapping[_Key, _Doc], other: Mapping[_Key, _Doc], at: Callable[[_Doc], datetime]
) -> dict[_Key, _Doc]:
    """Return what either has; where both do, the later, and the other's at the same time."""
    found = {**one, **other}
    both = one.keys() & other.keys()
    return found | {key: one[key] for key in both if at(one[key]) > at(other[key])}


def _finished(memory: Memory) -> tuple[bool, float]:
    return memory.as_of is not None, memory.as_of.timestamp() if memory.as_of else 0.0


def _lines(data: bytes) -> list[bytes]:
    return [line for line in data.split(b"\n") if line.strip()]


def _ended(data: bytes) -> bytes:
    """Return the bytes with a line break at their end, so that a line can follow."""
    return data if not data or data.endswith(b"\n") else data + b"\n"
