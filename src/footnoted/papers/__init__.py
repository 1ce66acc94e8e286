"""Papers to drafts; one file a format, one line here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from footnoted.errors import UnreadablePaperError
from footnoted.model.draft import Draft
from footnoted.papers.documents import to_document
from footnoted.papers.markdown import read_markdown

__all__ = ["FORMATS", "read_paper", "to_document"]

FORMATS: dict[str, Callable[[bytes, str], Draft]] = {
    "markdown": read_markdown,
}
"""Readers by format: bytes and the file's name for messages in, a draft out."""

_SUFFIXES = {".md": "markdown", ".markdown": "markdown", ".txt": "markdown", ".text": "markdown"}


def read_paper(path: Path, *, file: str | None = None) -> Draft:
    """Return the draft of the paper at `path`; `file` is its name for messages (else `path`).

    A suffix that no format claims is read as Markdown: whatever is text can be. Raises
    UnreadablePaperError, one line, for a file that is missing, empty, binary, a PDF or word
    processor's, or not UTF-8.
    """
    name = file or str(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadablePaperError(f"{name}: no such file; give the path of a paper") from None
    except IsADirectoryError:
        raise UnreadablePaperError(
            f"{name}: this is a folder; give the file of the paper in it"
        ) from None
    except OSError as error:
        raise UnreadablePaperError(
            f"{name}: cannot be read ({error.strerror}); see to its permissions"
        ) from None
    return FORMATS[_SUFFIXES.get(path.suffix.lower(), "markdown")](data, name)
