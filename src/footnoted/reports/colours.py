"""Which words of a summary stand out on a terminal, and how.

Colour only repeats what the words say. What is supported has none: a report does not call a
statement true, and neither does a colour.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, Literal

from footnoted.model.verdicts import ClaimVerdict, LinkVerdict, PartVerdict
from footnoted.reports.words import CLAIMS, GONE, LINKS, PARTS, UNSEEN

Tone = Literal["label", "bad", "doubt"]
Paint = Callable[[str, Tone], str]
"""Returns the words in the colour of a tone."""

_LABEL = 10
_BAD = frozenset(
    {
        ClaimVerdict.REJECTED,
        ClaimVerdict.MISMATCH,
        ClaimVerdict.NOT_FOUND,
        PartVerdict.ALTERED,
        PartVerdict.DISAGREES,
        PartVerdict.ABSENT,
        *GONE,
    }
)
_DOUBT = frozenset(
    {
        ClaimVerdict.SOURCE_UNAVAILABLE,
        ClaimVerdict.UNCHECKED,
        ClaimVerdict.ACCEPTED,
        PartVerdict.UNCHECKED,
        LinkVerdict.MOVED,
        LinkVerdict.OFFLINE,
        *UNSEEN,
    }
)
_MORE: Final[Mapping[str, Tone]] = {
    "error": "bad",
    "errors": "bad",
    "new": "bad",
    "rotten": "bad",
    "missing": "bad",
    "dangling": "bad",
    "warning": "doubt",
    "warnings": "doubt",
    "ambiguous": "doubt",
}


def _tones() -> dict[str, Tone]:
    words: dict[str, Tone] = dict(_MORE)
    for table in (CLAIMS, PARTS, LINKS):
        for verdict, word in table.items():
            if verdict in _BAD or verdict in _DOUBT:
                words[word.title.lower()] = "bad" if verdict in _BAD else "doubt"
    return words


_TONES = _tones()
_COUNTED = re.compile(
    rf"\b[1-9][\d,]* ({'|'.join(sorted(map(re.escape, _TONES), key=len, reverse=True))})\b(?!-)"
)
_COUNTS = frozenset({"Notes", "Claims", "Parts", "Links", "Gone", "Findings", "News"})
"""Labels whose words are all ours; beside others, a page's words might look like a count."""


def painted(lines: Iterable[str], paint: Paint) -> Iterator[str]:
    """Yield the lines of a summary with their labels and the counts that matter painted."""
    label = ""
    for line in lines:
        head, rest = line[:_LABEL], line[_LABEL:]
        label = head.strip() or label
        if label in _COUNTS:
            rest = _COUNTED.sub(lambda found: paint(found[0], _TONES[found[1]]), rest)
        elif label in {"Blind", "Offline"}:
            rest = paint(rest, "doubt")
        name = head.rstrip()
        yield (paint(name, "label") + head[len(name) :] if name else head) + rest
