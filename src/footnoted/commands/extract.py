"""`footnoted extract`: a paper to a draft."""

from __future__ import annotations

from pathlib import Path

import click

from footnoted.model.draft import Draft


@click.command("extract")
@click.argument("paper", type=click.Path(path_type=Path))
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
    type=click.Path(path_type=Path),
    help="File for json (default: standard output); folder for corpus (default: claims/ID).",
)
def command(paper: Path, form: str, output: Path | None) -> None:
    """Read PAPER (text with <sup>N</sup> marks): sections, notes, quotations, figures, tables.

    A short form (ibid, op cit) is resolved only where it can mean one work; others are told as
    dangling or ambiguous. Nothing of the paper's own sentences goes into a corpus.
    """
    from footnoted.papers import read_paper

    draft = read_paper(paper)
    if form == "json":
        _write_json(draft, output)
    elif form == "corpus":
        _write_corpus(draft, output or Path("claims") / draft.paper.id)
    else:
        _write_text(draft)


def _write_json(draft: Draft, output: Path | None) -> None:
    from footnoted.papers import to_document

    text = to_document(draft).model_dump_json(by_alias=True, indent=2) + "\n"
    if output is None:
        click.echo(text, nl=False)
        return
    from footnoted.files import write_beside

    write_beside(output, text.encode())


def _write_corpus(draft: Draft, folder: Path) -> None:
    from footnoted.corpus import write_draft

    for path in write_draft(folder, draft):
        click.echo(f"wrote {path}")
    click.echo(
        "Next: read each record against the paper, write 'says' in your own words and "
        f"'reviewed', then run: footnoted lint {folder} --paper {draft.file}"
    )


def _write_text(draft: Draft) -> None:
    from footnoted.reports.terminal import plain

    paper = draft.paper
    authors = ", ".join(str(name) for name in paper.author)
    click.echo(plain(" – ".join(part for part in (paper.title, authors, paper.issued) if part)))
    printed = sum(note.text is not None for note in draft.notes)
    marks = {mark.note for mark in draft.marks}
    double = [one for one in draft.quotations if one.marks == "double"]
    click.echo(f"{len(draft.sections)} sections, {len(marks)} notes marked, {printed} printed")
    click.echo(
        f"{len(double)} quotations in double marks, {len(draft.quotations) - len(double)} in "
        f"single; {len(draft.figures)} figures; {len(draft.tables)} tables; "
        f"{len(draft.sources)} sources"
    )
    for note in draft.notes:
        if note.status != "ok":
            may_be = f"; it may mean note {' or '.join(note.candidates)}" if note.candidates else ""
            click.echo(f"{draft.file}:{note.line}: note {note.label} is {note.status}{may_be}")
