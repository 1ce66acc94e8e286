"""One shard of a check: it looks at its share of the hosts, and judges nothing.

What it saw is kept as evidence in a folder of its own, with a `shard.json` that says of what.
`footnoted.audit.merge` brings the shards of a check together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path

from footnoted import __version__
from footnoted.audit.archive_memory import known_of_archives
from footnoted.audit.archive_reach import with_archives
from footnoted.audit.archive_round import archivist_of
from footnoted.audit.begin import CHECKS, HISTORY, begin
from footnoted.audit.captures import InterruptedAuditError, open_captures
from footnoted.audit.library import shared_pool
from footnoted.audit.looking import look_and_compare
from footnoted.audit.options import Clock, Options, Watcher
from footnoted.audit.pool import Pool
from footnoted.audit.share import Share
from footnoted.corpus import read_corpus
from footnoted.errors import EvidenceError, FootnotedError
from footnoted.files import write_beside
from footnoted.model.report import ToolDoc
from footnoted.model.shard import Shard, ShardArchive, ShardAsked, ShardPaper
from footnoted.store.evidence import Evidence
from footnoted.store.runs import Run

FILE = "shard.json"


def look_at_share(
    options: Options,
    folders: Sequence[Path],
    share: Share,
    to: Path,
    clock: Clock,
    watcher: Watcher,
) -> Shard:
    """Look at what of the papers in `folders` falls to `share`, and keep it in the folder `to`.

    Reports, history and the project's own evidence are left alone. What stops one paper stops no
    other, and stands in the shard. Raises InterruptedAuditError where `watcher.stop` was set (what
    was looked at is kept, and the same call goes on from there), or WriteRefusedError.
    """
    (to / FILE).unlink(missing_ok=True)  # until this shard is whole there is none
    settings = with_archives(options.fetch, options.archives)
    fetch = replace(settings, archive_clients=share.of)
    pool = shared_pool(replace(options, fetch=fetch), folders, clock)
    papers: list[ShardPaper] = []
    offline: list[str] = []
    for folder in folders:
        mine = replace(options, corpus=folder, evidence=to, fetch=fetch)
        paper, message = _look_for(mine, options, share, (clock, watcher, pool))
        papers.append(paper)
        offline += [message] if message else []
    began, looks = _runs(to, papers)
    shard = Shard(
        tool=ToolDoc(version=__version__),
        number=share.number,
        of=share.of,
        as_of=min(began, default=pool.as_of),
        looks=looks,
        offline_message=next(iter(offline), None),
        asked=_asked(options),
        papers=tuple(papers),
    )
    write_beside(to / FILE, (shard.model_dump_json(by_alias=True, indent=2) + "\n").encode())
    return shard


def state_digest(state: Path) -> str:
    """Return the sha256 of what the last audit left in a paper's folder of reports."""
    told = hashlib.sha256()
    for name in (CHECKS, HISTORY):
        try:
            data = (state / name).read_bytes()
        except FileNotFoundError:
            data = b""
        except OSError as error:
            raise EvidenceError(f"{state / name}: cannot be read ({error.strerror})") from error
        told.update(f"{name}\0{len(data)}\0".encode())
        told.update(data)
    return told.hexdigest()


def run_named(evidence: Evidence, key: str, ident: str | None) -> Run | None:
    """Return the run of `key` that has this id, None where the evidence has none."""
    return next((one for one in evidence.runs(key) if one.ident == ident), None)


def _look_for(
    mine: Options, given: Options, share: Share, run: tuple[Clock, Watcher, Pool]
) -> tuple[ShardPaper, str | None]:
    """Look for one paper; return what is to be said of it, and of a missing network."""
    folder = mine.corpus
    corpus = read_corpus(folder).corpus
    ident = corpus.paper.id if corpus else folder.name
    paper = ShardPaper(
        id=ident,
        folder=str(folder),
        corpus=corpus.digest if corpus else None,
        state=state_digest(replace(given, corpus=folder).reports_folder / ident)
        if corpus
        else None,
        run=None,
        problem=None,
    )
    clock, watcher, pool = run
    try:
        begun = begin(mine, watcher, __version__)
        with open_captures(ident, mine, clock, watcher, begun.recall, pool) as captures:
            known = known_of_archives(begun.recall.memory.archived)
            look_and_compare(begun, captures, archivist_of(captures, mine, known), share)
            message = captures.offline_message
    except InterruptedAuditError:
        raise
    except FootnotedError as error:
        return paper.model_copy(update={"problem": str(error).splitlines()[0]}), None
    with Evidence.open(mine.evidence_folder, writing=False) as evidence:
        last = evidence.last_run(ident)
    assert last, "it ended a moment ago"
    return paper.model_copy(update={"run": last.ident}), message


def _runs(to: Path, papers: Iterable[ShardPaper]) -> tuple[list[datetime], int]:
    """Return when the papers' runs began, and how many looks they made."""
    named = [(one.id, one.run) for one in papers if one.run]
    if not named:
        return [], 0
    with Evidence.open(to, writing=False) as evidence:
        found = [run_named(evidence, key, ident) for key, ident in named]
        runs = [one for one in found if one]
        return [one.as_of for one in runs], sum(len(evidence.captures(one)) for one in runs)


def _asked(options: Options) -> ShardAsked:
    fetch = options.fetch
    return ShardAsked(
        ask_all=options.ask_all,
        obey_robots=fetch.obey_robots,
        second_opinion=fetch.second_opinion,
        archives=tuple(ShardArchive.model_validate(asdict(one)) for one in options.archives),
        allow_net=tuple(sorted(map(str, fetch.allow_net))),
    )
