"""One look whole, for a person: what was asked, what came, how often it was seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from footnoted.audit.evidence_choice import looks_of
from footnoted.audit.study import Body, study
from footnoted.errors import EvidenceError
from footnoted.store.index import LookRow
from footnoted.store.reading import Look, Reader, open_reader
from footnoted.workers import Workers


@dataclass(frozen=True, slots=True)
class Shown:
    """A look, the audit it belongs to, and the other looks that it stands among.

    `same` are the looks with the same body, wherever it came from; `others` those at the same
    address or source, this one among them; both in recorded order.
    """

    row: LookRow
    look: Look
    audit: str | None
    same: tuple[LookRow, ...]
    others: tuple[LookRow, ...]

    @property
    def body(self) -> bytes:
        """The bytes that came; EvidenceError in one line where none came."""
        capture = self.look.capture
        if capture.response is None:
            why = capture.failure.message if capture.failure else "nothing"
            raise EvidenceError(f"{capture.asked}: this look brought no page ({why})")
        return capture.response.body


def shown(evidence: Path, what: str, corpus: Path, *, until: datetime | None) -> Shown:
    """Return the newest look at `what`, at or before `until`.

    Of a source with several addresses the cited page comes first, then a local copy. Raises
    EvidenceError in one line where nothing on record is meant.
    """
    with open_reader(evidence) as reader:
        others = looks_of(reader, what, corpus)
        row = _chosen(others, what, until)
        same = _same(reader, row)
        audit = next((run.key for run, _ in reader.index.runs() if run.ident == row.run), None)
        return Shown(row, reader.look(row), audit, same, others)


def read_words(one: Shown) -> str:
    """Return what a reader sees on the page; EvidenceError in one line where it is unreadable."""
    body = one.body
    response = one.look.capture.response
    assert response is not None
    page = Body(body, response.header("Content-Type"), response.url)
    with Workers(1) as workers:
        text = study([page], workers)[0].text
    if text.unreadable:
        asked = one.look.capture.asked
        raise EvidenceError(f"{asked}: no text can be read from it ({text.unreadable})")
    return text.content


def _chosen(rows: Sequence[LookRow], what: str, until: datetime | None) -> LookRow:
    """Return the newest look, of the basis that stands nearest to the source."""
    due = [row for row in rows if until is None or row.at <= until]
    if not due:
        first = min(row.at for row in rows)
        raise EvidenceError(f"'{what}' was first looked at on {first:%Y-%m-%d at %H:%M:%SZ}")
    order = ("cited", "local")
    basis = next((one for one in order if any(row.basis == one for row in due)), None)
    near = [row for row in due if basis is None or row.basis == basis]
    return max(near, key=lambda row: (row.at, row.spot.segment, row.spot.offset))


def _same(reader: Reader, row: LookRow) -> tuple[LookRow, ...]:
    """Return the looks that brought the same body."""
    return reader.index.looks_with(row.payload) if row.payload and row.size else ()
