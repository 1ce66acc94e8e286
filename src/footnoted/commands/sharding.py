"""What `check --shard` does in place of an audit, and what it prints."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from footnoted.commands.audits import Output
from footnoted.commands.console import count_words, print_error, shown
from footnoted.commands.progress import watching
from footnoted.errors import FootnotedError

if TYPE_CHECKING:  # the pipeline: too heavy for `--help`
    from footnoted.audit import Options
    from footnoted.audit.share import Share
    from footnoted.model.shard import Shard


def _refuse_senseless(options: Options) -> None:
    """Raise FootnotedError in one line where an option makes no sense with `--shard`."""
    part = options.only or options.changed_since
    why: dict[str, tuple[object, str]] = {
        "--replay": (options.replay, "a replay asks nobody, so there is nothing to share out"),
        "--only or --changed-since": (part, "a part of a paper needs no shards"),
        "--evidence": (options.evidence, "a shard keeps its own evidence; --shard-to says where"),
        "--paper": (options.paper, "a shard judges nothing; give it to footnoted merge"),
    }
    for option, (given, reason) in why.items():
        if given:
            raise FootnotedError(f"{option} does not go with --shard: {reason}")


def look_at_shard(
    options: Options, folders: list[Path], share: Share, to: Path | None, output: Output
) -> int:
    """Look at one shard, print what came of it, and return the exit code."""
    from footnoted.audit import Clock
    from footnoted.audit.shard import FILE, look_at_share

    _refuse_senseless(options)
    to = to or options.home / "shards" / f"{share.number}-of-{share.of}"
    with watching(quiet=output.quiet) as watcher:
        shard = look_at_share(options, folders, share, to, Clock(), watcher)
    if output.form == "json":
        click.echo((to / FILE).read_text(encoding="utf-8"), nl=False)
    elif not output.quiet:
        looks = count_words(shard.looks, "look")
        papers = count_words(len(shard.papers), "paper")
        click.echo(f"Shard     {share}: {looks} for {papers}; footnoted merge judges them")
        click.echo(shown(to))
    return _code(shard)


def _code(shard: Shard) -> int:
    """Return 2 where a paper could not be looked for, 4 where there was no network, else 0."""
    from footnoted.audit.exits import BLIND, FINE, UNREADABLE

    problems = [one for one in shard.papers if one.problem]
    for one in problems:
        print_error(FootnotedError(f"{one.id}: {one.problem}"))
    if shard.offline_message:
        print_error(FootnotedError(shard.offline_message))
    if problems:
        return UNREADABLE
    return BLIND if shard.offline_message else FINE
