"""The exceptions that are ours; the world's failures are values (`model.Failure`)."""

from __future__ import annotations


class FootnotedError(Exception):
    """Something the person at the keyboard must mend; its text is one clear line.

    `exit_code` is what the command ends with (DESIGN, rule 6): 2 for wrong use or
    unreadable records.
    """

    exit_code = 2


class UnreadablePaperError(FootnotedError):
    """The file given as a paper is empty, binary, or in no encoding that we read."""


class UnreadableCorpusError(FootnotedError):
    """The folder given as a corpus cannot be read at all (missing, no `paper.yaml`)."""


class WriteRefusedError(FootnotedError):
    """A file could not be written, or was changed by someone since it was read."""


class EvidenceError(FootnotedError):
    """The evidence store cannot be used: locked by another run, or not ours."""
