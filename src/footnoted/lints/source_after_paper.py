"""`source-after-paper`: a source published or read after the paper that cites it."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.days import span_of
from footnoted.lints.examined import Examined, find_in_record
from footnoted.model.finding import Finding


def source_after_paper(examined: Examined) -> Iterator[Finding]:
    """Yield each source issued or accessed after the last day of the paper's date."""
    paper = span_of(examined.corpus.paper.issued)
    if paper is None:
        return
    for work in examined.corpus.sources.values():
        for field, value in (("issued", work.issued), ("accessed", work.accessed)):
            day = span_of(value)
            if day and day.first > paper.last:
                message = (
                    f"source '{work.id}' was {field} after the paper that cites it: "
                    "correct one of the dates"
                )
                yield find_in_record(
                    examined, "source-after-paper", "warning", ("sources", work.id, field), message,
                    proof=f"{field} {value}; the paper {examined.corpus.paper.issued}",
                )  # fmt: skip
                break
