"""`footnoted check`: the audit."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from footnoted.commands.arguments import (
    EVIDENCE,
    FAIL_ON_NEWS,
    OFF,
    PAPER_FOR_MORE,
    PATH,
    QUIET,
    REPORTS,
    TEXT_OR_JSON,
    VERBOSE,
)
from footnoted.commands.audits import Output, audit_all, folders_of
from footnoted.commands.completing import corpora as complete_corpora
from footnoted.commands.completing import records
from footnoted.commands.console import moment_named
from footnoted.commands.fetching import (
    ARCHIVE,
    ARCHIVES,
    FETCHING,
    VANTAGE,
    FetchOptions,
    archives_named,
    fetch_settings,
    vantage_name,
)
from footnoted.commands.settings import cadence_wanted, of_corpus, rules_off
from footnoted.errors import FootnotedError

if TYPE_CHECKING:  # the pipeline: too heavy for `--help`
    from footnoted.audit import Options
    from footnoted.commands.audits import AuditOne


_EXAMPLES = """\
\b
Examples:
  footnoted check claims/bridge-2020 --paper paper.md
  footnoted check claims/bridge-2020 --only bridge-cost
  footnoted check claims/bridge-2020 --all --fail-on error
  footnoted check claims/bridge-2020 --replay --as-of 2026-11-24
  footnoted check claims/ --shard 2/4
"""


@click.command("check", epilog=_EXAMPLES)
@click.argument(
    "corpora",
    nargs=-1,
    required=True,
    type=PATH,
    is_eager=True,
    callback=of_corpus,
    shell_complete=complete_corpora,
)
@PAPER_FOR_MORE
@click.option(
    "--only",
    metavar="CLAIM|note:N|source:ID",
    help="Audit this alone.",
    shell_complete=records("claim"),
)
@click.option(
    "--changed-since",
    metavar="DIR",
    type=PATH,
    help="Audit what is new or changed since the state of the corpus in this folder, alone.",
)
@click.option("--all", "ask_all", is_flag=True, help="Ask every page, also those not due yet.")
@click.option("--replay", is_flag=True, help="Judge the kept evidence again, without network.")
@click.option("--as-of", metavar="TIME", help="With --replay: judge as of this time (ISO 8601).")
@click.option(
    "--shard",
    metavar="I/N",
    help="Look at this share of the hosts alone, judge nothing: footnoted merge goes on.",
)
@click.option(
    "--shard-to",
    type=PATH,
    metavar="DIR",
    help="Where the shard is kept; by default shards/I-of-N beside claims/.",
)
@FAIL_ON_NEWS
@REPORTS
@EVIDENCE
@FETCHING
@ARCHIVES
@ARCHIVE
@OFF
@VANTAGE
@TEXT_OR_JSON
@QUIET
@VERBOSE
def command(
    corpora: tuple[Path, ...],
    paper: Path | None,
    only: str | None,
    changed_since: Path | None,
    ask_all: bool,
    replay: bool,
    as_of: str | None,
    shard: str | None,
    shard_to: Path | None,
    fail_on: str,
    reports: Path | None,
    evidence: Path | None,
    archives: bool,
    archive: tuple[str, ...],
    off: tuple[str, ...],
    vantage: str | None,
    form: str,
    quiet: bool,
    verbose: bool,
    **fetch: Unpack[FetchOptions],
) -> None:
    """Audit CORPORA: fetch each cited page once, compare, judge, remember, report.

    A corpus is a paper's folder, such as claims/bridge-2020. The report goes to reports/ beside
    claims/, what was seen to .footnoted/ there.
    """
    from footnoted.audit import Options

    options = Options(
        corpus=corpora[0],
        paper=paper,
        only=only,
        changed_since=changed_since,
        ask_all=ask_all,
        replay=replay,
        as_of=_as_of(as_of, replay=replay),
        reports=reports,
        evidence=evidence,
        vantage=vantage_name(vantage),
        archives=archives_named(archive, ask=archives),
        off=rules_off(off),
        cadence=cadence_wanted(),
        fetch=fetch_settings(**fetch),
    )
    folders = folders_of(corpora)
    _refuse_contradictions(options, folders)
    output = Output.of(form, fail_on, folders, quiet=quiet, verbose=verbose)
    sys.exit(_run(options, folders, output, shard, shard_to))


def _refuse_contradictions(options: Options, folders: list[Path]) -> None:
    """Raise FootnotedError in one line where two options cannot both be meant."""
    if options.ask_all and options.replay:
        raise FootnotedError("--all asks the web and --replay asks nobody; give one of them")
    if len(folders) > 1 and options.only:
        raise FootnotedError(f"--only takes one corpus, not {len(folders)}; name one of them")


def _run(
    options: Options, folders: list[Path], output: Output, shard: str | None, to: Path | None
) -> int:
    """Audit the papers, or look at their `shard` alone and keep that in `to`; return the code."""
    from footnoted.audit.share import parse_share
    from footnoted.commands.sharding import look_at_shard

    if shard is not None:
        return look_at_shard(options, folders, parse_share(shard), to, output)
    if to is not None:
        raise FootnotedError("--shard-to needs --shard: it says where a shard is kept")
    return audit_all(options, folders, output, _auditor(options, folders))


def _auditor(options: Options, folders: list[Path]) -> AuditOne:
    """Return what audits each paper: what one audit looked at, the next does not ask."""
    from functools import partial

    from footnoted.audit import Clock, audit
    from footnoted.audit.captures import open_captures
    from footnoted.audit.library import shared_pool

    opened = open_captures
    if not options.replay and len(folders) > 1:
        opened = partial(open_captures, pool=shared_pool(options, folders, Clock()))
    return lambda one, watcher: audit(one, Clock(), watcher, opened)


def _as_of(text: str | None, *, replay: bool) -> datetime | None:
    if text is None:
        return None
    if not replay:
        raise FootnotedError("--as-of needs --replay: the web cannot be asked as of another time")
    return moment_named("--as-of", text)
