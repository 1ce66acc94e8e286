"""Web archives, their lists and their mementos (RFC 7089): what to ask, and what answers mean.

Pure: an archive is asked by `web/` like any host, and what came is judged here. Nothing an
archive says is ever "not archived" unless two of its answers say so (see `read_index`).
"""

from __future__ import annotations

from footnoted.mementos.acceptance import made_at, onward, refusal
from footnoted.mementos.addresses import as_captured, original_of, raw_url, view_url
from footnoted.mementos.answers import archival, nearest, pruned
from footnoted.mementos.archive import ARCHIVES, WAYBACK, Archive, archive_at
from footnoted.mementos.gates import read_timegate
from footnoted.mementos.hosts import is_refused_archive, may_be_public
from footnoted.mementos.index import read_index
from footnoted.mementos.questions import index_question, memento_question, timegate_question

__all__ = [
    "ARCHIVES",
    "WAYBACK",
    "Archive",
    "archival",
    "archive_at",
    "as_captured",
    "index_question",
    "is_refused_archive",
    "made_at",
    "may_be_public",
    "memento_question",
    "nearest",
    "onward",
    "original_of",
    "pruned",
    "raw_url",
    "read_index",
    "read_timegate",
    "refusal",
    "timegate_question",
    "view_url",
]
