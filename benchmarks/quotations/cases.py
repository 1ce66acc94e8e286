"""Draws passages with a seed and makes cases of them, the same ones for the same seed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from random import Random

from benchmarks.documents import Split, documents
from benchmarks.quotations.harmful import HARMFUL
from benchmarks.quotations.harmless import HARMLESS
from benchmarks.quotations.passages import passages, read
from benchmarks.quotations.scene import (
    PASSED,
    Kind,
    Made,
    Passage,
    Reading,
    Scene,
    has_words,
    spaced,
    squeezed,
)

KINDS: dict[str, Kind] = HARMLESS | HARMFUL
_PARTS_OF_THE_SOURCE = frozenset({"cut_after_not", "cut_in_number"})
_MEDIA_TYPES = {".html": "text/html", ".txt": "text/plain"}


@dataclass(frozen=True, slots=True)
class Case:
    """One quotation to be judged against one source; `truth` is empty where it stands nowhere."""

    id: str
    kind: str
    quotation: str
    source: Path
    media_type: str
    truth: str
    origin: str
    language: str

    @property
    def harmless(self) -> bool:
        """Whether it must pass."""
        return KINDS[self.kind].right == PASSED


@dataclass(frozen=True, slots=True)
class Drawn:
    """Readings of a split and the passages drawn from them."""

    readings: list[Reading]
    passages: list[Passage]


def draw(split: Split, seed: int) -> Drawn:
    """Read every document of `split` and draw passages from each."""
    readings = [read(document) for document in documents(split)]
    found = []
    for reading in readings:
        found += passages(reading, Random(f"{seed}/{reading.document.name}"))
    return Drawn(readings, found)


def make_cases(drawn: Drawn, seed: int, count: int, folder: Path, only: str = "") -> list[Case]:
    """Return up to `count` cases, as evenly over the classes as their material allows.

    Pages that cases bring along are written into `folder`. `only` names one class.
    """
    names = [name for name in KINDS if only in {"", name}]
    share = -(-count // len(names))
    most = share if only else share * 2
    made = {name: _of_kind(name, drawn, seed, most) for name in names}
    while sum(min(share, len(found)) for found in made.values()) < count and share < most:
        share += 1
    cases = []
    for name, found in made.items():
        for number, (passage, result) in enumerate(found[:share]):
            cases.append(_case(f"{name}-{number}", name, passage, result, folder))
    return cases


def _of_kind(name: str, drawn: Drawn, seed: int, most: int) -> list[tuple[Passage, Made]]:
    """Walk over the passages in an order of the class's own until `most` cases are made."""
    luck = Random(f"{seed}/{name}")
    others = {reading.document.language for reading in drawn.readings}
    by_language = {
        language: [r for r in drawn.readings if r.document.language == language and r.paragraphs]
        for language in others
    }
    found: list[tuple[Passage, Made]] = []
    for passage in luck.sample(drawn.passages, len(drawn.passages)):
        choices = by_language[passage.reading.document.language]
        other = luck.choice([r for r in choices if r is not passage.reading] or drawn.readings)
        made = KINDS[name].make(Scene(passage, other, luck))
        if made is not None and _is_sound(name, passage, made):
            found.append((passage, made))
            if len(found) == most:
                break
    return found


def _is_sound(name: str, passage: Passage, made: Made) -> bool:
    """Say whether a harmful case is harmful indeed: its words stand nowhere in the document."""
    if KINDS[name].right == PASSED or made.page is not None:
        return True
    letters = passage.reading.letters
    if name in _PARTS_OF_THE_SOURCE:
        return letters.count(squeezed(made.quotation)) == 1
    if name == "elsewhere":
        return _bare(made.quotation) not in _bare(letters)
    parts = [squeezed(part) for part in re.split(r"…|\[…\]|\.\.\.", made.quotation)]
    if len(parts) > 1 and any(letters.count(part) > 1 for part in parts if part):
        return False
    # a mutation at the very end or beginning may leave a slice of the source
    core = re.sub(r"^\W+|\W+$", "", made.quotation)
    slice_of_it = has_words(spaced(passage.text), spaced(core))
    return not slice_of_it and not passage.reading.has_words(core)


@lru_cache(maxsize=8)
def _bare(text: str) -> str:
    """Return the letters and digits: editions of one text differ in marks, hyphens and accents."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text))).casefold()


def _case(number: str, name: str, passage: Passage, made: Made, folder: Path) -> Case:
    document = passage.reading.document
    source, media_type = document.path, document.media_type
    if made.page is not None:
        source = folder / f"{sha256(made.page).hexdigest()[:20]}{made.suffix}"
        source.write_bytes(made.page)
        media_type = _MEDIA_TYPES[made.suffix]
    truth = passage.text if made.truth is None else made.truth
    return Case(
        number, name, made.quotation, source, media_type, truth, document.name, passage.language
    )
