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

from pydantic import ValidationError

from footnoted import __version__
from footnoted.audit.archive_memory import known_of_archives
from footnoted.audit.archive_reach import with_archives
from footnoted.audit.archive_round import archivist_of
from footnoted.audit.begin import CHECKS, HISTORY, begin
from footnoted.audit.captures import STALE_SECONDS, InterruptedAuditError, open_captures
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

_PART = "shard.part.json"
"""What is whole of a shard that is not: should it be cut short, the next run goes on from there."""


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
    shard = Shard(
        tool=ToolDoc(version=__version__),
        number=share.number,
        of=share.of,
        as_of=pool.as_of,
        looks=0,
        offline_message=None,
        asked=_asked(options),
        papers=(),
    )
    done = _done_before(to / _PART, shard)
    for folder in folders:
        mine = replace(options, corpus=folder, evidence=to, fetch=fetch)
        paper, message = _paper_at(folder, replace(options, corpus=folder)), None
        if known := done.get(_key(paper)):
            paper = known
        elif paper.corpus:
            paper, message = _look_for(paper, mine, share, (clock, watcher, pool))
        shard = shard.model_copy(
            update={
                "papers": (*shard.papers, paper),
                "offline_message": shard.offline_message or message,
            }
        )
        _write(to / _PART, shard)
    began, looks = _runs(to, shard.papers)
    as_of = min(began, default=shard.as_of)
    shard = shard.model_copy(update={"as_of": as_of, "looks": looks})
    _write(to / FILE, shard)
    (to / _PART).unlink()
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


def _write(path: Path, shard: Shard) -> None:
    write_beside(path, (shard.model_dump_json(by_alias=True, indent=2) + "\n").encode())


def _key(paper: ShardPaper) -> tuple[str, str | None, str | None]:
    return paper.id, paper.corpus, paper.state


def _done_before(part: Path, now: Shard) -> dict[object, ShardPaper]:
    """Return the papers for which a run of today that was cut short has looked, by `_key`.

    None where it asked in another way, or had no network.
    """
    try:
        before = Shard.model_validate_json(part.read_bytes())
    except (OSError, ValidationError):
        return {}
    same = now.model_copy(update={"papers": before.papers, "as_of": before.as_of})
    age = (now.as_of - before.as_of).total_seconds()
    if same != before or age > STALE_SECONDS:
        return {}
    return {_key(one): one for one in before.papers if one.run}


def _paper_at(folder: Path, options: Options) -> ShardPaper:
    """Return what a paper is, before anything is looked at for it."""
    reading = read_corpus(folder)
    corpus = reading.corpus
    if corpus is None:
        first = next(iter(reading.findings), None)
        problem = f"{first.where.file}:{first.where.line}: {first.message}" if first else "no paper"
        return _row(folder.name, folder, problem=problem)
    ident = corpus.paper.id
    return _row(ident, folder, corpus.digest, state_digest(options.reports_folder / ident))


def _row(
    ident: str,
    folder: Path,
    corpus: str | None = None,
    state: str | None = None,
    problem: str | None = None,
) -> ShardPaper:
    return ShardPaper(
        id=ident, folder=str(folder), corpus=corpus, state=state, run=None, problem=problem
    )


def _look_for(
    paper: ShardPaper, options: Options, share: Share, run: tuple[Clock, Watcher, Pool]
) -> tuple[ShardPaper, str | None]:
    """Look for one paper; return what is to be said of it, and of a missing network."""
    clock, watcher, pool = run
    try:
        begun = begin(options, watcher, __version__)
        with open_captures(begun, options, clock, watcher, pool) as captures:
            known = known_of_archives(begun.recall.memory.archived)
            look_and_compare(begun, captures, archivist_of(captures, options, known), share)
            message = captures.offline_message
    except InterruptedAuditError:
        raise
    except FootnotedError as error:
        return paper.model_copy(update={"problem": str(error).splitlines()[0]}), None
    with Evidence.open(options.evidence_folder, writing=False) as evidence:
        last = evidence.last_run(paper.id)
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
        well_days=options.cadence.well,
        failing_days=options.cadence.failing,
        obey_robots=fetch.obey_robots,
        second_opinion=fetch.second_opinion,
        archives=tuple(ShardArchive.model_validate(asdict(one)) for one in options.archives),
        allow_net=tuple(sorted(map(str, fetch.allow_net))),
    )
