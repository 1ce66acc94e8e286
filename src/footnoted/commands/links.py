"""`footnoted links`: plain links, without a corpus."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from footnoted.commands.arguments import FAIL_ON, NO_PROGRESS, OUTPUT
from footnoted.commands.console import count_words, refuse_output, write_output
from footnoted.commands.fetching import (
    ARCHIVE,
    FETCHING,
    VANTAGE,
    FetchOptions,
    archives_named,
    fetch_settings,
    vantage_name,
)
from footnoted.commands.progress import watching
from footnoted.commands.settings import of_here

if TYPE_CHECKING:  # the fetcher and the models: too heavy for `--help`
    from footnoted.audit.link_lists import Listed
    from footnoted.audit.link_memory import Past
    from footnoted.mementos import Archive
    from footnoted.model.documents import LinksDocument
    from footnoted.web.settings import FetchSettings

_COLOURS = {"alive": "green", "moved": "yellow", "dead": "red", "soft_404": "red", "parked": "red"}

EXAMPLES = """\
\b
Examples:
  footnoted links README.md docs/            Markdown, HTML, folders of both
  footnoted links list.txt                   a URL a line; # begins a comment
  cat list.txt | footnoted links             the same from standard input
  footnoted links docs/ --state links-state  know yesterday: only news is red
  footnoted links docs/ --format junit -o links.xml
  footnoted links docs/ --format md >> "$GITHUB_STEP_SUMMARY"

\b
Exit codes: 0 fine, 1 findings at the level of --fail-on, 2 a file could not
be read (the others are still checked), 4 nothing could be seen, 130
interrupted.
"""


@click.command("links", epilog=EXAMPLES)
@click.argument(
    "files",
    metavar="[FILE]...",
    nargs=-1,
    type=click.Path(path_type=Path, allow_dash=True),
    is_eager=True,
    callback=of_here,
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "junit", "md"]),
    default="text",
    show_default=True,
    help="text for a terminal, json for programs, junit for CI, md for a summary.",
)
@OUTPUT
@click.option(
    "--state",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Keep history here: what is known from earlier runs is told apart from what is new.",
)
@VANTAGE
@FETCHING
@click.option(
    "--fail-on",
    type=FAIL_ON,
    default="new-error",
    show_default=True,
    help="error: dead, soft 404, parked. warning: moved, unreadable, a place in the page that is "
    "missing, or TLS that a browser warns of. Without --state all is new; with it, a page that was "
    "seen before is a warning until three looks over six days have missed it.",
)
@click.option(
    "--archives/--no-archives",
    "archives_for_links",
    help="Ask web archives for the latest memento of each page that did not come.",
)
@ARCHIVE
@NO_PROGRESS
def command(
    files: tuple[Path, ...],
    form: str,
    output: Path | None,
    state: Path | None,
    vantage: str | None,
    fail_on: str,
    archives_for_links: bool,
    archive: tuple[str, ...],
    quiet: bool,
    **fetch: Unpack[FetchOptions],
) -> None:
    """Check the links of FILEs: lists of URLs, Markdown, HTML, and folders of these.

    Without FILE, or with `-`, a list of URLs is read from standard input. Of a folder every
    Markdown and HTML file is read; hidden folders and node_modules are passed over.
    """
    from footnoted.audit.link_memory import recall, remember

    refuse_output(output)
    settings = fetch_settings(**fetch)
    past = recall(state, vantage_name(vantage))
    listed = _listed(files)
    quiet = quiet or (form != "text" and not sys.stderr.isatty())
    asked = archives_named(archive, ask=archives_for_links)
    document, interrupted = _check(listed, settings, past, asked, quiet=quiet)
    _write(document, form, fail_on, output)
    note = remember(state, past, document) if state else None
    if note:
        click.echo(f"footnoted: {note}", err=True)
    sys.exit(_end(document, fail_on, interrupted=interrupted, told=form == "text"))


def _listed(files: tuple[Path, ...]) -> Listed:
    """Read what is to be checked, and tell what could not be read, all of it at once."""
    from footnoted.audit.link_lists import gather
    from footnoted.reports.terminal import plain

    paths = files or (Path("-"),)
    stdin = sys.stdin.buffer.read() if Path("-") in paths else None
    listed = gather(paths, stdin)
    for fault in listed.faults:
        click.echo(f"footnoted: {plain(fault.message)}", err=True)
    return listed


def _check(
    listed: Listed,
    settings: FetchSettings,
    past: Past,
    archives: tuple[Archive, ...],
    *,
    quiet: bool,
) -> tuple[LinksDocument, bool]:
    """Look at the links; the second value tells whether the user stopped it."""
    from footnoted.audit.links import check_links
    from footnoted.audit.options import Clock

    with watching(quiet=quiet) as watcher:
        document = check_links(
            listed.links,
            "",
            settings,
            Clock(),
            watcher,
            past=past,
            listed=listed,
            archives=archives,
        )
    return document, watcher.stop.is_set()


def _write(document: LinksDocument, form: str, fail_on: str, output: Path | None) -> None:
    """Write the answers to standard output, or to a file that is replaced as a whole."""
    if form == "text":
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() and not output else None
        lines = _lines(document, width)
        if output is None:
            for line in lines:
                click.echo(line, color=False if os.environ.get("NO_COLOR") else None)
            return
        text = click.unstyle("".join(f"{line}\n" for line in lines))
    else:
        text = _rendered(document, form, fail_on)
    write_output(output, text)


def _lines(document: LinksDocument, width: int | None) -> list[str]:
    """Return a line for each link that was looked at."""
    from footnoted.reports.links_text import link_lines

    return [
        click.style(verdict.value, fg=_COLOURS.get(verdict.value, "cyan")) + rest
        for verdict, rest in link_lines(_looked_at(document), width)
    ]


def _rendered(document: LinksDocument, form: str, fail_on: str) -> str:
    from footnoted.audit.exits import fails

    if form == "json":
        return document.model_dump_json(by_alias=True, indent=2) + "\n"
    if form == "junit":
        from footnoted.reports import links_junit

        return links_junit.render(document, lambda one: fails(one, fail_on))
    from footnoted.reports import links_markdown

    return links_markdown.render(document)


def _looked_at(document: LinksDocument) -> LinksDocument:
    from footnoted.audit.link_memory import INTERRUPTED

    looked_at = tuple(one for one in document.links if one.reason != INTERRUPTED)
    return document.model_copy(update={"links": looked_at})


def _end(document: LinksDocument, fail_on: str, *, interrupted: bool, told: bool) -> int:
    """Say on standard error what it comes to, and return the exit code."""
    from footnoted.audit.exits import BLIND, FINDINGS, FINE, UNREADABLE, fails
    from footnoted.audit.link_memory import blind_too_long
    from footnoted.audit.links import saw_nothing
    from footnoted.reports.links_text import closing_lines

    looked_at = _looked_at(document)
    if interrupted:
        left = count_words(len(document.links) - len(looked_at.links), "link")
        click.echo(f"footnoted: interrupted; {left} not looked at", err=True)
        return 130
    if told:
        for line in closing_lines(looked_at):
            click.echo(line, err=True)
    if document.unreadable:
        return UNREADABLE
    if saw_nothing(looked_at.links):
        return FINDINGS if blind_too_long(document, fail_on) else BLIND
    findings = (found for one in looked_at.links for found in one.findings)
    return FINDINGS if any(fails(one, fail_on) for one in findings) else FINE
