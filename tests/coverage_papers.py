"""A made-up paper in Markdown and records over it, on disk, for coverage and update."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from corpus_folder import write_corpus
from footnoted.corpus.draft import note_record
from footnoted.files import digest
from footnoted.model.base import Record
from paper_help import read

PAPER = """\
# The river and its tolls

## 1 Trade

In 2011 the harbour of Orvel took 412 barges, and five towns lived from it.[^1] The council spoke
of “a river that feeds us all”.[^2] Tolls came to $3.5m in 2012, which the 'free passage' party
called too much.[^3]

Table 1: Barges by year[^4]

| Year | Barges |
|---|---|
| 2010 | 398 |
| 2011 | 412 |

## 2 Floods

The flood of March 2009 broke three dams, as the engineers had warned.[^5] The second-largest
town, Kessary, was under water for 19 days. “Nobody slept in that week”, said the mayor.[^6]

[^1]: Ash, Barges of Orvel, 2012, http://harbour.example.org/barges
[^2]: Council of Orvel, Minutes, 4 May 2012, http://council.example.org/minutes
[^3]: Birch, Tolls, 2013, http://tolls.example.org/2012
[^4]: Ash, op cit.
[^5]: Clay, Dams, 2010, http://dams.example.org/
[^6]: Ibid, p 3.
"""

REVIEWED = {"by": "mk", "on": "2026-11-24"}


def claim(ident: str, start: str, end: str | None = None, **fields: Any) -> dict[str, Any]:
    """Return a reviewed claim anchored from `start` to `end`."""
    at = {"start": start} | ({"end": end} if end else {})
    return {"id": ident, "says": f"{ident}.", "at": at, **fields, "reviewed": REVIEWED}


CLAIMS: list[dict[str, Any]] = [
    claim(
        "barges-2011", "In 2011 the harbour", "lived from it", note="1",
        says="Orvel's harbour took 412 barges in 2011, and 5 towns lived from it.",
        figures=[{"raw": "412 barges", "period": "2011"}],
    ),
    claim(
        "feeds-us-all", "The council spoke", "feeds us all", note="2",
        quotations=[{"text": "a river that feeds us all"}],
    ),
    claim(
        "tolls-2012", "Tolls came to", "in 2012", note="3",
        figures=[{"raw": "$3.5m", "period": "2012"}],
    ),
    claim(
        "barges-by-year", "called too much", note="4",
        figures=[{"raw": "398"}, {"raw": "412"}],
    ),
    claim(
        "flood-2009", "The flood of March 2009", "had warned", note="5",
        says="The flood of 2009 broke three dams.",
    ),
    claim(
        "kessary-days", "The second-largest town", "19 days",
        says="Kessary, the second town, was under water for 19 days.",
        figures=[{"raw": "19 days"}],
    ),
    claim(
        "nobody-slept", "Nobody slept", "said the mayor", note="6",
        quotations=[{"text": "Nobody slept in that week", "speaker": "the mayor"}],
    ),
]  # fmt: skip
"""Records of all that `PAPER` has, but for what `EXEMPT` exempts."""

EXEMPT: list[dict[str, Any]] = [
    {"at": {"start": "'free passage'"}, "reason": "The name of a party, not words of anybody."},
]


def write_paper(home: Path, text: str = PAPER, name: str = "paper.md") -> Path:
    """Write a paper below `home`."""
    path = home / name
    path.write_text(text, encoding="utf-8")
    return path


def write_records(
    home: Path,
    text: str = PAPER,
    claims: list[dict[str, Any]] | None = None,
    exemptions: list[dict[str, Any]] | None = None,
) -> Path:
    """Write the corpus of the paper `text` below `home`: notes and sources as extracted."""
    draft = read(text)
    folder = write_corpus(
        home,
        sources=[_plain(one) for one in draft.sources],
        notes=[_plain(note_record(one)) for one in draft.notes],
        claims=CLAIMS if claims is None else claims,
        exemptions=EXEMPT if exemptions is None else exemptions,
    )
    paper = folder / "paper.yaml"
    paper.write_text(
        f"{paper.read_text('utf-8')}sha256: {digest(text.encode())}\n", encoding="utf-8"
    )
    return folder


def _plain(record: Record) -> dict[str, Any]:
    return record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
