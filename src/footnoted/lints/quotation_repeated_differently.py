"""`quotation-repeated-differently`: the same words of one source, quoted in two wordings."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from footnoted.lints.citing import works_of_claim
from footnoted.lints.examined import Examined, find_in_record, same_words
from footnoted.model.finding import Finding
from footnoted.model.place import Place

_WORD = re.compile(r"\w+(?:['-]\w+)*")
_EDITED = re.compile(r"\.\.\.|…|[\[\]]|\. \. \.")
_LEAST = 6
_CROWD = 12
_DIFFER = 2


@dataclass(frozen=True, slots=True)
class _Quoted:
    claim: str
    index: int
    text: str
    words: tuple[str, ...]


def quotation_repeated_differently(examined: Examined) -> Iterator[Finding]:
    """Yield each quotation that differs by a word or two from an earlier one of its source.

    Quotations are looked up by runs of three words; runs that many have tell nothing. Those with
    ellipses or brackets say themselves that they differ.
    """
    runs: dict[tuple[str, tuple[str, ...]], list[_Quoted]] = {}
    for source, one in _quoted(examined):
        keys = {(source, one.words[at : at + 3]) for at in range(len(one.words) - 2)}
        near: dict[tuple[str, int], _Quoted] = {}
        for key in keys:
            near |= {(it.claim, it.index): it for it in runs.get(key, ())}
        for other in near.values():
            if difference := _difference(other.words, one.words):
                yield _found(examined, one, other, difference)
                break
        for key in keys:
            if len(runs.setdefault(key, [])) < _CROWD:
                runs[key].append(one)


def _quoted(examined: Examined) -> Iterator[tuple[str, _Quoted]]:
    for claim in examined.corpus.claims.values():
        works = works_of_claim(examined, claim)
        if not works or len(works) != 1:
            continue
        for index, quotation in enumerate(claim.quotations):
            words = tuple(_WORD.findall(same_words(quotation.text).lower()))
            if len(words) >= _LEAST and not _EDITED.search(quotation.text):
                yield works[0].id, _Quoted(claim.id, index, quotation.text, words)


def _difference(one: tuple[str, ...], other: tuple[str, ...]) -> str | None:
    if abs(len(one) - len(other)) > _DIFFER or one == other:
        return None
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    changes = [op for op in matcher.get_opcodes() if op[0] != "equal"]
    if sum(max(op[2] - op[1], op[4] - op[3]) for op in changes) > _DIFFER:
        return None
    if any(op[1] == 0 or op[2] == len(one) for op in changes):
        return None  # it only begins or ends elsewhere
    return "; ".join(
        f"'{' '.join(one[op[1] : op[2]])}' against '{' '.join(other[op[3] : op[4]])}'"
        for op in changes
    )


def _found(examined: Examined, one: _Quoted, other: _Quoted, difference: str) -> Finding:
    place: Place = examined.corpus.place("claims", other.claim, "quotations", other.index)
    message = (
        f"claim '{other.claim}' ({place}) quotes this of the same source in other words: "
        "one of them is not what the source says"
    )
    return find_in_record(
        examined, "quotation-repeated-differently", "warning",
        ("claims", one.claim, "quotations", one.index), message,
        proof=f"{difference}: {one.text}", subject=one.text, confidence="medium",
    )  # fmt: skip
