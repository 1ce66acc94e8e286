"""`same-words-two-sources`: one run of words, quoted from two works."""

from __future__ import annotations

import re
from collections.abc import Iterator

from footnoted.lints.examined import Examined, find_in_record, same_words
from footnoted.model.finding import Finding
from footnoted.model.records import ClaimRecord

_WORD = re.compile(r"\w+(?:['-]\w+)*")
_RUN = 7


def same_words_two_sources(examined: Examined) -> Iterator[Finding]:
    """Yield each quotation with seven words in a row that an earlier one has of other works.

    A short form may have led to the wrong work. Where a note is ambiguous, all works that it may
    mean count as its own.
    """
    runs: dict[tuple[str, ...], tuple[str, frozenset[str]]] = {}
    for claim in examined.corpus.claims.values():
        works = _may_come_from(examined, claim)
        if not works:
            continue
        for index, quotation in enumerate(claim.quotations):
            words = _WORD.findall(same_words(quotation.text).lower())
            keys = [tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]
            other = next((key for key in keys if key in runs and not runs[key][1] & works), None)
            if other:
                first, theirs = runs[other]
                message = (
                    f"'{' '.join(other)}' is quoted here of {_list(works)}, and in claim "
                    f"'{first}' of {_list(theirs)}: look whether both notes mean the right work"
                )
                yield find_in_record(
                    examined, "same-words-two-sources", "info",
                    ("claims", claim.id, "quotations", index), message,
                    proof=quotation.text, subject=quotation.text, confidence="low",
                )  # fmt: skip
            for key in keys:
                runs.setdefault(key, (claim.id, works))


def _may_come_from(examined: Examined, claim: ClaimRecord) -> frozenset[str]:
    works: set[str] = set(claim.source)
    notes = examined.corpus.notes
    for name in () if works else claim.note:
        for entry in notes[name].entries if name in notes else ():
            works |= {entry.source} if entry.source else set()
            for candidate in entry.candidates:
                if candidate in notes:
                    works |= {one.source for one in notes[candidate].entries if one.source}
    for work in [*works]:
        record = examined.corpus.sources.get(work)
        if record and record.quoted_in:
            works.add(record.quoted_in)
    return frozenset(works)


def _list(works: frozenset[str]) -> str:
    return " or ".join(sorted(works))
