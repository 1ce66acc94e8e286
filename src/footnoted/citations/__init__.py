"""Citations in notes: cut apart, classified, described, and short forms resolved. Pure."""

from __future__ import annotations

from footnoted.citations.names import Names, Person
from footnoted.citations.parts import absolute, find_dates, find_urls
from footnoted.citations.resolve import Citation, NoteCitations, identity, resolve
from footnoted.citations.split import NoteText, Piece, split_note
from footnoted.citations.works import Work, describe

__all__ = [
    "Citation",
    "Names",
    "NoteCitations",
    "NoteText",
    "Person",
    "Piece",
    "Work",
    "absolute",
    "describe",
    "find_dates",
    "find_urls",
    "identity",
    "resolve",
    "split_note",
]
