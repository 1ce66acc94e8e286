"""Several papers in one run: what they share, and what is known of them together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from footnoted import __version__, plan
from footnoted.audit import CHECKS
from footnoted.audit.archive_reach import with_archives
from footnoted.audit.options import Clock, Options
from footnoted.audit.pool import Pool, page_of
from footnoted.corpus import read_corpus
from footnoted.criteria import record_digests
from footnoted.store.memory import read_memory
from footnoted.web.manners import Manners

_Known = dict[str, str | None]
"""What a paper remembers of the pages it names: each one's digest, None where it cannot tell."""


def shared_pool(options: Options, folders: Sequence[Path], clock: Clock) -> Pool:
    """Return what the audits of the papers in `folders` share; the run begins now."""
    settings = with_archives(options.fetch, options.archives)
    known = [_known(replace(options, corpus=folder)) for folder in folders]
    return Pool(clock.now(), Manners(settings), _told_apart(known))


def _told_apart(papers: Iterable[_Known]) -> frozenset[str]:
    """Return the pages that several papers name, and of which they do not know the same.

    The answer that nothing changed would tell one of them something, and another nothing.
    """
    digests: dict[str, list[str | None]] = {}
    for known in papers:
        for page, digest in known.items():
            digests.setdefault(page, []).append(digest)
    return frozenset(
        page
        for page, each in digests.items()
        if len(each) > 1 and (None in each or len(set(each)) > 1)
    )


def _known(options: Options) -> _Known:
    corpus = read_corpus(options.corpus).corpus
    if corpus is None:
        return {}
    memory = read_memory(options.reports_folder / corpus.paper.id / CHECKS).memory
    same = memory.version == __version__ and memory.records == dict(record_digests(corpus))
    asked = {one for source in corpus.sources.values() for one in plan.questions(source)}
    known: _Known = {}
    for question in asked:
        look = memory.look(question.url, question.basis) if same else None
        known[page_of(question.url)] = look.digest if look else None
    return known
