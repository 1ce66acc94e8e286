"""`footnoted bisect`: when words came and went."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from footnoted.commands.arguments import (
    EVIDENCE,
    NO_PROGRESS,
    REPORTS,
    TEXT_OR_JSON,
    corpus_argument,
)
from footnoted.commands.completing import records
from footnoted.commands.fetching import (
    ALLOW_NET,
    ARCHIVE,
    CANARY,
    PACE,
    TIMEOUT,
    USE_PROXY,
    VANTAGE,
    archives_named,
    fetch_settings,
    vantage_name,
)
from footnoted.commands.progress import watching
from footnoted.commands.settings import of_corpus
from footnoted.errors import FootnotedError

if TYPE_CHECKING:  # the fetcher and the models: too heavy for `--help`
    from footnoted.audit.bisect import Wish
    from footnoted.audit.bisect_target import Target
    from footnoted.model.bisected import BisectDocument

EXAMPLES = """\
\b
Examples:
  footnoted bisect uzbekistan-trade-2012
  footnoted bisect uzbekistan-trade-2012 claims/central-asia --most 60
  footnoted bisect uzbekistan-trade-2012 --from 2013-01-01 --to 2016-12-31

\b
Exit codes: 0 done (also where the requests ran out; run it again to go on),
2 wrong use, 4 no archive answered, 130 interrupted (what came is kept).
"""


@click.command("bisect", epilog=EXAMPLES)
@click.argument("claim", shell_complete=records("claim"))
@corpus_argument(default=Path("claims"), is_eager=True, callback=of_corpus)
@click.option(
    "--part", type=click.IntRange(min=1), metavar="N", help="This quotation or figure alone."
)
@click.option(
    "--source",
    metavar="ID",
    help="The source meant, where the claim has several.",
    shell_complete=records("source"),
)
@click.option("--from", "since", metavar="DATE", help="Mementos of this day and after.")
@click.option("--to", "until", metavar="DATE", help="Mementos of this day and before.")
@click.option(
    "--most",
    type=click.IntRange(min=1),
    metavar="N",
    default=24,
    show_default=True,
    help="Requests to make; what the evidence holds costs none.",
)
@ARCHIVE
@ALLOW_NET
@TIMEOUT
@PACE
@CANARY
@USE_PROXY
@EVIDENCE
@REPORTS
@VANTAGE
@TEXT_OR_JSON
@NO_PROGRESS
def command(
    claim: str,
    corpus: Path,
    part: int | None,
    source: str | None,
    since: str | None,
    until: str | None,
    most: int,
    archive: tuple[str, ...],
    allow_net: tuple[str, ...],
    timeout: float,
    pace: float,
    canaries: tuple[str, ...],
    use_proxy: bool,
    evidence: Path | None,
    reports: Path | None,
    vantage: str | None,
    form: str,
    quiet: bool,
) -> None:
    """Tell when the words of CLAIM came and went on the page of its source.

    The mementos that web archives hold of the page are searched by halving, with as few requests
    as that takes. Only what was seen on a memento is told; one that did not come, or could not
    be read, is named and never taken for absence. CORPUS is the folder of the claim's records,
    by default the one below claims/ that has it.
    """
    from footnoted.audit.bisect import Wish
    from footnoted.audit.bisect_target import find_target
    from footnoted.audit.exits import BLIND

    target = find_target(claim, corpus, part=part, source=source)
    wish = Wish(
        since=_day("--from", since),
        until=_day("--to", until),
        most=most,
        archives=archives_named(archive, ask=True),
        evidence=evidence,
        reports=reports,
        vantage=vantage_name(vantage),
        fetch=fetch_settings(
            allow_net=allow_net, timeout=timeout, pace=pace, canaries=canaries, use_proxy=use_proxy
        ),
    )
    document = _search(target, wish, quiet=quiet)
    _print(document, form)
    if document.silent and not document.listed:
        sys.exit(BLIND)


def _search(target: Target, wish: Wish, *, quiet: bool) -> BisectDocument:
    from footnoted.audit.bisect import bisect
    from footnoted.audit.options import Clock

    with watching(quiet=quiet) as watcher:
        return bisect(target, wish, Clock(), watcher)


def _print(document: BisectDocument, form: str) -> None:
    from footnoted.reports.bisect_text import bisect_lines

    if form == "json":
        click.echo(document.model_dump_json(by_alias=True, indent=2))
        return
    for line in bisect_lines(document):
        click.echo(line)


def _day(option: str, text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise FootnotedError(f"{option} {text}: not a day; write it as 2013-09-30") from None
