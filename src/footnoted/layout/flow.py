"""The words of a page as strung together by the walk, to one string of parts and their places.

Nothing here looks at single characters: white space is collapsed over the whole page at once,
which is why the walk marks block ends, line ends and preformatted white space with characters
that no page has.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

END = "\1"
"""Ends a part: what one block holds between its own beginning or end and another's."""

LINE = "\2"
"""A line's end within a part."""

_KEPT = {" ": "\3", "\n": "\4", "\t": "\5", "\f": "\6"}
_KEPT_SIGNS = "".join(_KEPT.values())


@dataclass(frozen=True, slots=True)
class Parts:
    """The content, the parts it is made of, and where each begins (empty ones too)."""

    content: str
    parts: Sequence[str]
    starts: Sequence[int]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return `[start, end)` of parts `first` to `last`, without the last."""
        size = len(self.content)
        start = min(self.starts[first], size)
        end = self.starts[min(last, len(self.parts))]
        return start, min(size, end - 1) if end > self.starts[first] else start


def kept(text: str) -> str:
    """Return preformatted text with its white space safe from being collapsed."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for plain, sign in _KEPT.items():
        text = text.replace(plain, sign)
    return text


def settle(pieces: Sequence[str]) -> Parts:
    """Collapse the white space of `pieces` as HTML does, and part them at each END.

    Parts are joined by one newline, empty ones left out. A no-break space is a character.
    """
    raw = "".join(pieces)
    for blank in "\n\t\r\f":
        raw = raw.replace(blank, " ")
    preformatted = any(sign in raw for sign in _KEPT_SIGNS)
    # most parts are as they should be but for a blank at either end
    parts = [part.strip(" ") for part in raw.split(END)]
    parts = [_collapsed(part) if "  " in part or LINE in part else part for part in parts]
    if preformatted:
        parts = [part.strip(_KEPT_SIGNS + LINE + " ") for part in parts]
    parts = ["" if part.isspace() else part for part in parts]
    content = "\n".join(filter(None, parts)).replace(LINE, "\n")
    if preformatted:
        for plain, sign in _KEPT.items():
            content = content.replace(sign, plain)
    sizes = (len(part) + 1 if part else 0 for part in parts)
    return Parts(content, parts, tuple(accumulate(sizes, initial=0)))


def _collapsed(part: str) -> str:
    """Return a part without blanks beside one another or a line's end, or lines without words."""
    part = " ".join([run.lstrip(" ") for run in part.split("  ") if run])
    if LINE not in part:
        return part
    return LINE.join(filter(None, (line.strip(" ") for line in part.split(LINE))))
