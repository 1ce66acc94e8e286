"""`footnoted evidence`: what is kept of each look."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from footnoted.commands.arguments import EVIDENCE, OUTPUT, PATH, REPORTS
from footnoted.commands.completing import records
from footnoted.commands.console import count_words, moment_named

if TYPE_CHECKING:  # the store: too heavy for `--help`
    from footnoted.store.evidence import Listing

_LS_EXAMPLES = """\
\b
Example:
  footnoted evidence ls
"""


_CORPUS = click.option(
    "--corpus",
    type=PATH,
    metavar="DIR",
    default=Path("claims"),
    show_default=True,
    help="The corpus, or the folder of all.",
)

_ADD_EXAMPLES = """\
\b
Example:
  footnoted evidence add smith-2012 smith.pdf --obtained "from the author"
"""

_SHOW_EXAMPLES = """\
\b
Examples:
  footnoted evidence show http://www.example.org/report
  footnoted evidence show smith-2012 --at 2026-11-01
  footnoted evidence show b053602f --body -o page.html
"""

_EXPORT_EXAMPLES = """\
\b
Examples:
  footnoted evidence export -o all.wacz
  footnoted evidence export --run last --only smith-2012
"""

_PRUNE_EXAMPLES = """\
\b
Examples:
  footnoted evidence prune --older-than 400d --dry-run
  footnoted evidence prune --max-size 2GB
"""


@click.group("evidence")
def command() -> None:
    """List, show and export what is kept of each look; add to it; thin it out."""


@command.command("add", short_help="Keep a file as a local copy of a source.", epilog=_ADD_EXAMPLES)
@click.argument("source", shell_complete=records("source"))
@click.argument("file", type=PATH)
@click.option("--obtained", required=True, metavar="TEXT", help="How this copy came to you.")
@click.option("--seen", metavar="DATE", help="The day it was seen so (2013-09-30).")
@_CORPUS
@EVIDENCE
def add(
    source: str,
    file: Path,
    obtained: str,
    seen: str | None,
    corpus: Path,
    evidence: Path | None,
) -> None:
    """Keep FILE as a local copy of SOURCE (its id in sources.yaml).

    The file goes into the evidence, which git ignores; its digest goes into the corpus.
    """
    from footnoted.audit.local_copies import add_copy

    added = add_copy(corpus, source, file, obtained=obtained, seen=seen, evidence=evidence)
    click.echo(f"kept {file} as a local copy of {source}")
    click.echo(f"sha256 {added.digest}")
    click.echo(f"recorded in {added.sources_file}")


@command.command("ls", short_help="List every look on record.", epilog=_LS_EXAMPLES)
@_CORPUS
@EVIDENCE
def ls(corpus: Path, evidence: Path | None) -> None:
    """List every look on record: when, on which basis, what came, how much, what was asked.

    What came is the status of the answer, or why there was none.
    """
    from footnoted.audit.local_copies import evidence_at
    from footnoted.store.evidence import Evidence

    with Evidence.open(evidence or evidence_at(corpus), writing=False) as opened:
        _print_looks(opened.ls())


@command.command(
    "show", short_help="Show one look whole, its bytes, or its text.", epilog=_SHOW_EXAMPLES
)
@click.argument("what", shell_complete=records("source"))
@click.option("--at", metavar="TIME", help="The newest look at or before then (ISO 8601).")
@click.option("--body", is_flag=True, help="Print the bytes that came, and nothing else.")
@click.option("--text", is_flag=True, help="Print what a reader sees, and nothing else.")
@OUTPUT
@_CORPUS
@EVIDENCE
def show(
    what: str,
    at: str | None,
    body: bool,
    text: bool,
    output: Path | None,
    corpus: Path,
    evidence: Path | None,
) -> None:
    """Show one look whole: what was asked, what came, how often it was seen.

    WHAT is an address, a source (its id in sources.yaml), or a sha256 or its first digits. The
    newest look is shown; of a source, that at the page it cites.
    """
    from footnoted.audit.evidence_show import read_words, shown
    from footnoted.audit.evidence_words import told
    from footnoted.audit.local_copies import evidence_at

    if body and text:
        raise click.UsageError("--body or --text: one of them")
    until = moment_named("--at", at) if at else None
    one = shown(evidence or evidence_at(corpus), what, corpus, until=until)
    if body:
        _write_bytes(one.body, output)
    else:
        _write_text(read_words(one) if text else told(one), output)


@command.command("export", short_help="Write looks to a WACZ file.", epilog=_EXPORT_EXAMPLES)
@click.option(
    "-o",
    "--output",
    type=PATH,
    metavar="FILE",
    default=Path("evidence.wacz"),
    show_default=True,
    help="The file to write.",
)
@click.option(
    "--run", metavar="RUN", help="Looks of this run only; 'last' is the newest whole one."
)
@click.option("--only", multiple=True, metavar="WHAT", help="Only at this source or address.")
@_CORPUS
@EVIDENCE
def export(
    output: Path, run: str | None, only: tuple[str, ...], corpus: Path, evidence: Path | None
) -> None:
    """Write looks to a WACZ file, which ReplayWeb.page and other programs open.

    The file holds the pages of others, and whatever their servers sent: think before you publish.
    """
    from footnoted.audit.evidence_export import export as write
    from footnoted.audit.local_copies import evidence_at
    from footnoted.reports.terminal import plain

    done = write(evidence or evidence_at(corpus), output, corpus, run=run, only=only)
    for line in done.lost:
        click.echo(f"footnoted: {plain(line)}", err=True)
    click.echo(
        f"wrote {output}: {count_words(done.looks, 'look')}, "
        f"{count_words(done.pages, 'page')} to open, {done.size:,} bytes"
    )


@command.command(
    "prune", short_help="Drop old looks that no verdict stands on.", epilog=_PRUNE_EXAMPLES
)
@click.option("--older-than", metavar="AGE", help="Looks older than this may go (400d, 60w, 2y).")
@click.option("--max-size", metavar="SIZE", help="The oldest may go until this much is left (2GB).")
@click.option("--drop-versions", is_flag=True, help="Earlier versions of pages may go, too.")
@click.option("--dry-run", is_flag=True, help="Only tell what would go.")
@REPORTS
@_CORPUS
@EVIDENCE
def prune(
    older_than: str | None,
    max_size: str | None,
    drop_versions: bool,
    dry_run: bool,
    reports: Path | None,
    corpus: Path,
    evidence: Path | None,
) -> None:
    """Drop old looks that no verdict stands on.

    What the last complete audit used, the newest look at each address, local copies, and what a
    report or a judgement names stay, whatever their age. So do the first and the last look at
    each version of a page, unless --drop-versions is given. An audit older than what goes can no
    longer be replayed.
    """
    from footnoted.audit.evidence_prune import age, prune_evidence, size
    from footnoted.audit.local_copies import evidence_at
    from footnoted.store.evidence import listing
    from footnoted.store.pruning import Wish

    if not older_than and not max_size:
        raise click.UsageError("what may go? give --older-than, --max-size, or both")
    since = datetime.now(UTC) - age(older_than) if older_than else None
    wish = Wish(since, size(max_size) if max_size else None, versions=not drop_versions)
    where = evidence or evidence_at(corpus)
    done = prune_evidence(where, corpus, reports, wish, dry_run=dry_run)
    if dry_run:
        _print_looks(listing(row) for row in done.looks)
    would = "would go" if dry_run else "gone"
    click.echo(
        f"{would}: {count_words(len(done.looks), 'look')} of {done.of:,}; "
        f"{done.size_before:,} bytes become {done.size_after:,}; "
        f"{count_words(done.runs, 'audit')} can no longer be replayed"
    )
    if wish.most is not None and done.size_after > wish.most:
        also = "" if drop_versions else "; --drop-versions lets earlier versions of pages go"
        click.echo(f"footnoted: more than {max_size} stays, since it is in use{also}", err=True)


def _write_bytes(data: bytes, output: Path | None) -> None:
    """Write bytes of others to a file or a pipe, and to no terminal: they could drive it."""
    from footnoted.errors import FootnotedError

    if output is not None:
        _write_file(output, data)
    elif sys.stdout.isatty():
        raise FootnotedError(
            "--body: these bytes could play tricks on a terminal; name a file with -o, pipe "
            "them, or take --text"
        )
    else:
        sys.stdout.buffer.write(data)


def _write_text(text: str, output: Path | None) -> None:
    from footnoted.reports.visible import visible

    if output is None:
        click.echo(visible(text))
    else:
        _write_file(output, f"{text}\n".encode())


def _write_file(path: Path, data: bytes) -> None:
    from footnoted.errors import WriteRefusedError
    from footnoted.files import write_beside

    if path.is_dir() or not path.parent.is_dir():
        raise WriteRefusedError(f"{path}: name a file in a folder that exists")
    write_beside(path, data)


def _print_looks(looks: Iterable[Listing]) -> None:
    """Print a look a line, in columns."""
    from footnoted.reports.terminal import plain

    rows = [tuple(plain(cell) for cell in _row(one)) for one in looks]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(4)]
    for at, basis, outcome, size, what in rows:
        click.echo(
            f"{at}  {basis:<{widths[1]}}  {outcome:<{widths[2]}}  {size:>{widths[3]}}  {what}"
        )


def _row(one: Listing) -> tuple[str, str, str, str, str]:
    from footnoted.verdicts import as_utc

    what = one.asked
    if one.basis == "local":  # the whole digest stands in sources.yaml
        digest = one.asked.removeprefix("local:")[:12]
        what = f"{one.source or 'no source named'}, sha256 {digest}…"
    size = "" if one.size is None else f"{one.size:,} B"
    return as_utc(one.at), one.basis, one.outcome, size, what
