"""`footnoted new`: a claim or source to be completed, with all that is known filled in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from footnoted.commands.arguments import CORPUS_OR_ALL, PAPER, PAPER_NEEDED
from footnoted.commands.console import shown

if TYPE_CHECKING:
    from footnoted.corpus.new_claims import NewClaim
    from footnoted.model.corpus import Corpus
    from footnoted.model.draft import Draft
    from footnoted.model.records import SourceRecord

_SOURCE_EXAMPLES = """\
\b
Examples:
  footnoted new source --note 59 --paper paper.md
  footnoted new source --url http://www.example.org/report --write
"""


_CLAIM_EXAMPLES = """\
\b
Examples:
  footnoted new claim --note 59 --paper paper.md
  footnoted new claim --at "Bilateral trade" --to "in 1992" --paper paper.md
"""


_WRITE = click.option("--write", is_flag=True, help="Append it to its file; else it is printed.")


@click.group("new")
def command() -> None:
    """Begin a record: what paper, note or address tell is filled in, the rest is yours."""


@command.command("claim", short_help="Print a claim, begun from the paper.", epilog=_CLAIM_EXAMPLES)
@CORPUS_OR_ALL
@click.option("--note", metavar="N", help="The note that the claim hangs on, as 59.")
@click.option("--at", "start", metavar="WORDS", help="In place of --note: its first words.")
@click.option("--to", "end", metavar="WORDS", help="Its last words; without them --at is it whole.")
@PAPER_NEEDED
@click.option("--says", metavar="WORDS", help="What it states, as one fact in your own words.")
@_WRITE
def claim(
    corpus: Path,
    note: str | None,
    start: str | None,
    end: str | None,
    paper: Path,
    says: str | None,
    *,
    write: bool,
) -> None:
    """Print a claim for CORPUS (default: claims/) with anchor, note, quotations and figures.

    A comment stands wherever you have to write or choose. What claims on the same note have on
    record is left out. Where the paper has several marks of the note, there is a claim for each;
    where a table hangs on it, and no --says is given, one for each number in a cell.
    """
    from footnoted.audit.corpora import open_corpus
    from footnoted.corpus.formatting import ids_of
    from footnoted.corpus.new_claims import claim_at, claims_on_note
    from footnoted.model.records import Anchor
    from footnoted.papers import read_paper

    if (note is None) == (start is None):
        raise click.UsageError("give --note, or --at with the claim's first words")
    draft = read_paper(paper)
    opened = open_corpus(corpus, draft)
    folder, records = opened.folder, opened.corpus
    taken = set(ids_of(folder, "claims"))
    if note is not None:
        found = claims_on_note(draft, records, note, taken, says=says)
    else:
        at = Anchor(start=start or "", end=end)
        found = [claim_at(draft, records, at, taken, says=says)]
    _say_others(found)
    for one in found:
        _give(folder / one.file, one.record.id, one.text, write=write)


@command.command(
    "source", short_help="Print a source, begun from a note or by options.", epilog=_SOURCE_EXAMPLES
)
@CORPUS_OR_ALL
@click.option(
    "--note", metavar="N", help="Read the works that this note cites, from the paper or the corpus."
)
@PAPER
@click.option("--url", metavar="URL", help="Its address, as printed.")
@click.option("--id", "ident", metavar="ID", help="Its id; else it is made from author and year.")
@click.option("--title", metavar="WORDS", help="Its title.")
@click.option(
    "--author", multiple=True, metavar="NAME", help="'Family, Given', or a body's name; repeatable."
)
@click.option("--issued", metavar="DATE", help="When it appeared: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--publisher", metavar="NAME", help="Who published it.")
@click.option(
    "--type", "kind", metavar="TYPE", help="Its CSL type, as report or article-newspaper."
)
@click.option("--language", metavar="TAG", help="Its language (BCP 47), as en.")
@_WRITE
def source(
    corpus: Path,
    note: str | None,
    paper: Path | None,
    url: str | None,
    ident: str | None,
    title: str | None,
    author: tuple[str, ...],
    issued: str | None,
    publisher: str | None,
    kind: str | None,
    language: str | None,
    *,
    write: bool,
) -> None:
    """Print a source for CORPUS (default: claims/), from a note's words or from what you give.

    A work that is on record already, by its address or title, is named and not written again.
    """
    from footnoted.audit.corpora import open_corpus
    from footnoted.corpus.emit import record_item
    from footnoted.corpus.formatting import ids_of
    from footnoted.corpus.new_sources import new_source
    from footnoted.papers import read_paper

    fields = {
        "id": ident, "type": kind, "title": title, "author": author or None, "issued": issued,
        "publisher": publisher, "language": language, "URL": url,
    }  # fmt: skip
    given = {name: value for name, value in fields.items() if value is not None}
    if note is None and not (url or title):
        raise click.UsageError("give --note, --url or --title")
    draft = read_paper(paper) if paper else None
    opened = open_corpus(corpus, draft)
    folder, records = opened.folder, opened.corpus
    taken = set(ids_of(folder, "sources"))
    for drafted in _cited(records, draft, note, given):
        record = new_source(records, drafted, given, taken)
        _give(folder / "sources.yaml", record.id, record_item(record), write=write)


def _cited(
    corpus: Corpus, draft: Draft | None, note: str | None, given: Mapping[str, Any]
) -> list[SourceRecord | None]:
    """Return the works of a note that are not on record, or None alone without a note."""
    if note is None:
        return [None]
    from footnoted.audit.cited_works import works_cited
    from footnoted.errors import FootnotedError

    new, known = works_cited(corpus, draft, note)
    for ident in known:
        click.echo(f"note {note}: '{ident}' is on record already", err=True)
    if len(new) > 1 and given:
        names = ", ".join(one.title or one.id for one in new)
        raise FootnotedError(f"note {note} cites several works ({names}): give --url or --title")
    return [*new]


def _say_others(found: list[NewClaim]) -> None:
    """Name the claims on record, once for all that hang on the same notes."""
    told = {one.record.note: one.others for one in found if one.others}
    for notes, others in told.items():
        where = f"note {', '.join(notes)}" if notes else "these words"
        click.echo(f"on record already for {where}: {', '.join(others)}", err=True)


def _give(path: Path, ident: str, text: str, *, write: bool) -> None:
    """Print a record under the name of its file, or append it there."""
    if write:
        from footnoted.corpus.append import append_records

        append_records(path, [text])
        click.echo(f"added {ident} to {shown(path)}")
    else:
        click.echo(f"# {shown(path)}\n{text}")
