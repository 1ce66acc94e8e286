"""`unbalanced-marks`: a quotation mark that opens and never closes, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from footnoted.lints.examined import Examined
from footnoted.lints.texts import find_in_passage, passages
from footnoted.model.finding import Finding

_OTHER_HABITS = re.compile(r"[„«»]|\d[\"″]")


def unbalanced_marks(examined: Examined) -> Iterator[Finding]:
    """Yield each paragraph or note whose double marks do not pair.

    A quotation over several paragraphs opens anew in each: an open one is fine where the next
    paragraph begins with a mark. Inches and the marks of other languages are left alone.
    """
    all_of_them = [*passages(examined)]
    for passage, after in zip_longest(all_of_them, all_of_them[1:]):
        if (at := _odd(passage.text)) is None:
            continue
        if passage.note is None and after is not None and after.text.lstrip()[:1] in '“"':
            continue
        around = " ".join(passage.text[max(0, at - 30) : at + 60].split())
        message = f"a quotation mark has no partner near '{around}': close it or take it out"
        yield find_in_passage(
            examined, "unbalanced-marks", "warning", passage, at, message,
            proof=around, subject=around, confidence="medium",
        )  # fmt: skip


def _odd(text: str) -> int | None:
    if _OTHER_HABITS.search(text) or not re.search(r"[“”\"]", text):
        return None
    open_at: int | None = None
    for found in re.finditer(r"[“”\"]", text):
        mark, at = found.group(), found.start()
        if mark == "“" and open_at is not None:
            return open_at
        if mark == "”" and open_at is None:
            return at
        open_at = at if open_at is None else None
    return open_at
