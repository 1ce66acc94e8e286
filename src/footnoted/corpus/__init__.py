"""`claims/` files to records with file:line:column, and back."""

from footnoted.corpus.folders import find_papers, shown_path
from footnoted.corpus.read import CorpusReading, duplicate_slugs, read_corpus

__all__ = ["CorpusReading", "duplicate_slugs", "find_papers", "read_corpus", "shown_path"]
