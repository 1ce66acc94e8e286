"""How long the grammar takes per kB, beside the machine's noise.

The prose is Python's own language reference as it ships with Python (`pydoc_data.topics`): real,
over 600 kB, and on every machine. Stripped of digits, and of number words too, it stands for
pages without candidates. The number-dense text is the labelled sentences, over and over.
"""

from __future__ import annotations

import re
import statistics
import time
from dataclasses import dataclass
from pydoc_data.topics import topics

from benchmarks.figures import data

from footnoted.quantities import find_quantities

RUNS = 5
PAGE = 20_000  # characters a call: about the text of a long web page
SIZE = 240_000  # characters a run
NUMBER_WORDS = re.compile(
    r"\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|"
    r"billions?|trillions?|dozens?|half|halves|thirds?|quarters?|first|second|fourth|fifth|"
    r"sixth|seventh|eighth|ninth|tenth|once|twice|double[ds]?|triple[ds]?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds of processor time per kB of UTF-8: median, least and most of `RUNS` runs."""

    name: str
    kilobytes: float
    median: float
    least: float
    most: float


def texts(half: str) -> dict[str, str]:
    """Return the four texts by name."""
    prose = "\n\n".join(topics[name] for name in sorted(topics))
    bare = re.sub(r"\d", "", prose)
    dense = "\n".join(expression.text for expression in data.expressions(half))
    return {
        "no digits, no number words": NUMBER_WORDS.sub("", bare)[:SIZE],
        "no digits": bare[:SIZE],
        "ordinary prose": prose[:SIZE],
        "number-dense": (dense * (SIZE // len(dense) + 1))[:SIZE],
    }


def measure(name: str, text: str) -> Timing:
    """Time the grammar over `text`, page by page."""
    pages = [text[start : start + PAGE] for start in range(0, len(text), PAGE)]
    kilobytes = len(text.encode()) / 1000
    times = []
    for _ in range(RUNS):
        started = time.process_time()
        for page in pages:
            find_quantities(page)
        times.append((time.process_time() - started) * 1000 / kilobytes)
    return Timing(name, kilobytes, statistics.median(times), min(times), max(times))
