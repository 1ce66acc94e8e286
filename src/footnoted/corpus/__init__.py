"""`claims/` files to records with file:line:column, and back."""

from footnoted.corpus.draft import write_draft
from footnoted.corpus.folders import find_papers, shown_path
from footnoted.corpus.insert import (
    Addition,
    SourcesFile,
    add_local_copy,
    read_sources,
    with_additions,
)
from footnoted.corpus.read import CorpusReading, duplicate_slugs, read_corpus

__all__ = [
    "Addition",
    "CorpusReading",
    "SourcesFile",
    "add_local_copy",
    "duplicate_slugs",
    "find_papers",
    "read_corpus",
    "read_sources",
    "shown_path",
    "with_additions",
    "write_draft",
]
