"""`claims/` files to records with file:line:column, and back."""

from footnoted.corpus.draft import write_draft
from footnoted.corpus.folders import find_papers, shown_path
from footnoted.corpus.insert import add_local_copy
from footnoted.corpus.read import CorpusReading, duplicate_slugs, read_corpus

__all__ = [
    "CorpusReading",
    "add_local_copy",
    "duplicate_slugs",
    "find_papers",
    "read_corpus",
    "shown_path",
    "write_draft",
]
