"""The notes that a stretch of the body hangs on."""

from __future__ import annotations

from bisect import bisect_left

from footnoted.papers.body import Laid


def notes_of(laid: Laid, start: int, end: int) -> tuple[str, ...]:
    """Return the notes of the first mark at or after `end` in the sentence of `[start, end)`.

    Marks that stand together count together. Failing that, a mark inside the stretch counts;
    a mark before it belongs to other words.
    """
    _, last = laid.sentence_at(start, end)
    limit = max(last, end)
    for low, high in ((end, limit), (start, end)):
        index = bisect_left(laid.marks, low, key=lambda mark: mark.at)
        here = laid.marks[index].at if index < len(laid.marks) else limit + 1
        found = []
        while index < len(laid.marks) and laid.marks[index].at == here <= high:
            if laid.marks[index].start < laid.marks[index].end:  # captions' marks are apart
                found.append(laid.marks[index].note)
            index += 1
        if found:
            return tuple(dict.fromkeys(found))
    return ()
