"""`footnoted archive`: archived copies into the corpus, and pages into archives."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from footnoted.commands.arguments import CORPUS, REPORTS, corpus_argument
from footnoted.commands.completing import records
from footnoted.commands.console import count_words, shown, stop_on_interrupt
from footnoted.commands.fetching import ALLOW_NET, CANARY, PACE, TIMEOUT, USE_PROXY, fetch_settings
from footnoted.commands.settings import of_corpus
from footnoted.errors import FootnotedError

ACCESS_KEY, SECRET_KEY = "SAVEPAGENOW_ACCESS_KEY", "SAVEPAGENOW_SECRET_KEY"

_SUGGEST_EXAMPLES = """\
\b
Examples:
  footnoted archive suggest claims/central-asia --dry-run
  footnoted archive suggest claims/central-asia && git diff claims/
"""

_SAVE_EXAMPLES = f"""\
\b
Examples:
  footnoted archive save claims/central-asia
  footnoted archive save claims/central-asia --source smith-2012

\b
The keys of your account (archive.org/account/s3.php) are read from the
environment: {ACCESS_KEY} and {SECRET_KEY}.

\b
Exit codes: 0 each page was saved, or it is told why not; 2 wrong use;
4 the service could not be asked; 130 interrupted (what was saved is noted).
"""


@click.group("archive")
def command() -> None:
    """Write archived copies into sources.yaml; have pages archived."""


@command.command(
    "suggest", short_help="Write mementos and moved addresses down.", epilog=_SUGGEST_EXAMPLES
)
@CORPUS
@REPORTS
@click.option("--dry-run", is_flag=True, help="Print the change, and leave the file alone.")
def suggest(corpus: Path, reports: Path | None, *, dry_run: bool) -> None:
    """Write what the last audit of CORPUS found into its sources.yaml, for you to review.

    Mementos on which a part of a claim was found, captures made by `archive save`, and, as
    alternates, the addresses that pages moved to for good, where all that is claimed of them was
    found there. Every line that is in the file stays as it is.
    """
    from footnoted.audit.archive_suggest import suggest as suggested
    from footnoted.reports.terminal import plain
    from footnoted.reports.visible import visible

    found = suggested(corpus, reports)
    if not found.told:
        click.echo("nothing to suggest: all that the last audit found is on record")
        return
    if dry_run:
        for line in found.diff():
            click.echo(visible(line))
    else:
        found.write()
    for one in found.told:
        click.echo(f"{one.addition.source}: {plain(one.why)}", err=dry_run)
    if not dry_run:
        count = count_words(len(found.told), "addition")
        click.echo(f"{shown(found.file.path)}: {count}; review them before you keep them")


@command.command("save", short_help="Have pages captured by Save Page Now.", epilog=_SAVE_EXAMPLES)
@corpus_argument(is_eager=True, callback=of_corpus)
@click.option(
    "--source",
    "sources",
    multiple=True,
    metavar="ID",
    help="This one; may be repeated.",
    shell_complete=records("source"),
)
@click.option("--service", metavar="BASE", help="Another service than web.archive.org.")
@ALLOW_NET
@TIMEOUT
@PACE
@CANARY
@USE_PROXY
@REPORTS
def save(
    corpus: Path,
    sources: tuple[str, ...],
    service: str | None,
    allow_net: tuple[str, ...],
    timeout: float,
    pace: float,
    canaries: tuple[str, ...],
    use_proxy: bool,
    reports: Path | None,
) -> None:
    """Ask the Internet Archive to capture the pages that CORPUS cites.

    Without --source, those that the last audit found alive and not archived near the day on
    which the author saw them. It takes minutes: one page at a time. `archive suggest` writes the
    captures into the corpus.
    """
    from footnoted.audit.archive_save import PUBLIC_SERVICE, SaveWish
    from footnoted.audit.archive_save import save as save_all
    from footnoted.audit.exits import BLIND
    from footnoted.audit.options import Clock, Watcher
    from footnoted.reports.terminal import plain
    from footnoted.web.save_page_now import Patience

    settings = fetch_settings(
        allow_net=allow_net, timeout=timeout, pace=pace, canaries=canaries, use_proxy=use_proxy
    )
    base = service.rstrip("/") if service else PUBLIC_SERVICE
    patience = Patience(between=pace) if service else Patience()
    wish = SaveWish(_keys(), sources, base, reports, settings, patience)
    watcher = Watcher()
    with stop_on_interrupt(watcher.stop):
        told = save_all(
            corpus,
            wish,
            Clock(),
            watcher,
            lambda one: click.echo(plain(f"{one.source}: {one.memento or one.why}")),
        )
    asked = [one for one in told if one.asked]
    if not asked:
        click.echo("nothing to save")
    if any(one.stop for one in asked):
        sys.exit(BLIND)


def _keys() -> tuple[str, str]:
    """Return the user's keys; FootnotedError, without quoting them, where they are none."""
    keys = os.environ.get(ACCESS_KEY, "").strip(), os.environ.get(SECRET_KEY, "").strip()
    if not all(keys):
        raise FootnotedError(
            f"set {ACCESS_KEY} and {SECRET_KEY}, the keys of your account "
            "(archive.org/account/s3.php)"
        )
    if not all(one.isascii() and one.isprintable() and " " not in one for one in keys):
        raise FootnotedError(f"{ACCESS_KEY} or {SECRET_KEY} has a character that no key has")
    return keys
