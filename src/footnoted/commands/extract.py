"""`footnoted extract`: a paper to a draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from footnoted.commands.arguments import PATH
from footnoted.commands.console import count_words, write_output
from footnoted.model.draft import Draft, DraftNote

_EXAMPLES = """\
\b
Examples:
  footnoted extract paper.md                         what is in it
  footnoted extract paper.md --format corpus         a draft below claims/
  footnoted extract paper.md --format json -o paper.json
"""


@click.command("extract", epilog=_EXAMPLES)
@click.argument("paper", type=PATH)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "corpus"]),
    default="text",
    show_default=True,
    help="text: what was found, for people. json: all of it, for programs. corpus: record files.",
)
@click.option(
    "-o",
    "--output",
    type=PATH,
    metavar="PATH",
    help="A file (default: standard output); for corpus a folder (default: claims/ID).",
)
def command(paper: Path, form: str, output: Path | None) -> None:
    """Read PAPER (with <sup>N</sup> or [^N] marks): notes, quotations, figures, tables.

    A short form (ibid, op cit) is resolved only where it can mean one work; others are told as
    dangling or ambiguous. Nothing of the paper's own sentences goes into a corpus.
    """
    from footnoted.papers import read_paper

    draft = read_paper(paper)
    if form == "corpus":
        _write_corpus(draft, output or Path("claims") / draft.paper.id)
        return
    text = _as_json(draft) if form == "json" else "".join(f"{line}\n" for line in _lines(draft))
    write_output(output, text)


def _as_json(draft: Draft) -> str:
    from footnoted.papers import to_document

    return to_document(draft).model_dump_json(by_alias=True, indent=2) + "\n"


def _write_corpus(draft: Draft, folder: Path) -> None:
    from footnoted.corpus import write_draft

    for path in write_draft(folder, draft):
        click.echo(f"wrote {path}")
    click.echo(
        "Next: read each record against the paper, and write 'says' in your own words and\n"
        f"'reviewed'. Then run:\n  footnoted lint {folder} --paper {draft.file}"
    )


def _lines(draft: Draft) -> Iterator[str]:
    """Yield what was found, for people: counts, then every note and the works it cites."""
    from footnoted.reports.terminal import plain

    paper = draft.paper
    authors = ", ".join(str(name) for name in paper.author)
    yield plain(" – ".join(part for part in (paper.title, authors, paper.issued) if part))
    printed = sum(note.text is not None for note in draft.notes)
    marks = {mark.note for mark in draft.marks}
    double = [one for one in draft.quotations if one.marks == "double"]
    yield (
        f"{count_words(len(draft.sections), 'section')}, {count_words(len(marks), 'note')} "
        f"marked, {printed} printed"
    )
    yield (
        f"{count_words(len(double), 'quotation')} in double marks, "
        f"{len(draft.quotations) - len(double)} in single; "
        f"{count_words(len(draft.figures), 'figure')}; {count_words(len(draft.tables), 'table')}; "
        f"{count_words(len(draft.sources), 'source')}"
    )
    titles = {source.id: source.title or "" for source in draft.sources}
    width = max((len(plain(note.label)) for note in draft.notes), default=0)
    for note in draft.notes:
        label = f"{plain(note.label):>{width}}"
        for line in _note(note, titles):
            yield _cut(f"{label}  {plain(line)}")
            label = " " * width
    for note in draft.notes:
        if note.status != "ok":
            may_be = f"; it may mean note {' or '.join(note.candidates)}" if note.candidates else ""
            yield f"{draft.file}:{note.line}: note {note.label} is {note.status}{may_be}"


def _note(note: DraftNote, titles: Mapping[str, str]) -> Iterator[str]:
    """Yield a line for each work that a note cites; its own words where it cites none."""
    status = "" if note.status == "ok" else f"[{note.status}] "
    if note.text is None:
        yield f"{status}its mark is in the text, the note is not printed"
    elif not note.entries:
        yield f"{status}no source: {note.text}"
    for entry in note.entries:
        if entry.source is None:
            may_be = " or ".join(entry.candidates)
            yield f"{status}{f'note {may_be}?' if may_be else 'leads nowhere'}: {entry.text}"
        elif entry.form == "full" or entry.resolves_to in {None, note.id}:
            yield f"{status}{entry.source}: {titles.get(entry.source) or entry.text}"
        else:
            form = entry.form.replace("_", " ")
            yield f"{status}{form} → note {entry.resolves_to}, {entry.source}"
        status = ""


def _cut(line: str) -> str:
    return line if len(line) <= _COLUMNS else f"{line[: _COLUMNS - 1]}…"


_COLUMNS = 100
