"""Where in the paper a query belongs: notes by their id, in the order of the paper."""

from __future__ import annotations

from collections.abc import Iterable

from footnoted.model.report import ClaimDoc, EvidenceDoc, FindingDoc, NoteDoc, Report


class Places:
    """The notes of a report, found by note, by claim and by source.

    `waived` are the findings that somebody has accepted for now, `spoken` the claims of
    which a finding speaks.
    """

    def __init__(self, report: Report) -> None:
        """Remember the notes in their order, and which of them cite which source."""
        self._notes = {note.id: note for note in report.notes}
        self._at = {ident: number for number, ident in enumerate(self._notes)}
        self._claims = {claim.id: claim for claim in report.claims}
        self.waived = tuple(one for one in report.findings if one.waived)
        self.spoken = frozenset(one.where.claim for one in report.findings if one.where.claim)
        self._citing: dict[str, list[str]] = {}
        for note in report.notes:
            for entry in note.entries:
                if entry.source:
                    self._citing.setdefault(entry.source, []).append(note.id)

    def notes(self, idents: Iterable[str]) -> tuple[NoteDoc, ...]:
        """Return the notes of these ids, each once, in the order of the paper."""
        known = {ident for ident in idents if ident in self._notes}
        return tuple(self._notes[one] for one in sorted(known, key=self._at.__getitem__))

    def note(self, ident: str) -> NoteDoc | None:
        """Return the note of this id, or None."""
        return self._notes.get(ident)

    def claims(self, idents: Iterable[str]) -> tuple[ClaimDoc, ...]:
        """Return the claims of these ids, in the order given."""
        return tuple(self._claims[one] for one in idents if one in self._claims)

    def claim(self, ident: str | None) -> ClaimDoc | None:
        """Return the claim of this id, or None."""
        return self._claims.get(ident or "")

    def of_claims(self, claims: Iterable[ClaimDoc]) -> tuple[NoteDoc, ...]:
        """Return the notes that these claims hang on."""
        return self.notes(note for claim in claims for note in claim.notes)

    def of_part(
        self, claims: Iterable[ClaimDoc], evidence: EvidenceDoc | None
    ) -> tuple[NoteDoc, ...]:
        """Return those of the claims' notes that cite what a part was compared with, else all."""
        notes = self.of_claims(claims)
        citing = {note.id for note in self.citing(evidence.source)} if evidence else set()
        return tuple(note for note in notes if note.id in citing) or notes

    def citing(self, source: str | None) -> tuple[NoteDoc, ...]:
        """Return the notes that cite a source, in full or in short."""
        return self.notes(self._citing.get(source or "", ()))

    def of_finding(self, finding: FindingDoc) -> tuple[NoteDoc, ...]:
        """Return the notes that a finding is about: its own, its claim's, else its source's."""
        where = finding.where
        if where.note:
            return self.notes([where.note])
        claim = self.claim(where.claim)
        return self.of_claims([claim]) if claim else self.citing(where.source)

    def first(self, notes: Iterable[NoteDoc]) -> int:
        """Return where in the paper the first of these notes stands; what has none comes last."""
        return min((self._at[note.id] for note in notes), default=len(self._at))
