"""`footnoted show`: one note, source or claim, told whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from footnoted.commands.lives import Known, Line
    from footnoted.model.corpus import Corpus
    from footnoted.model.report import Report


@click.command("show")
@click.argument("what")
@click.argument("corpus", type=click.Path(path_type=Path), default=Path("claims"), required=False)
@click.option("--paper", type=click.Path(path_type=Path), help="Your copy of the paper.")
@click.option("--reports", type=click.Path(path_type=Path), help="Default: beside claims/.")
def command(what: str, corpus: Path, paper: Path | None, reports: Path | None) -> None:
    """Tell the life of WHAT: note:59, source:ID, claim:ID, or an ID alone.

    From CORPUS (default: claims/) come the record and all that hangs on it, from the last audit
    the verdicts, from your copy of the paper the mark and its sentence.
    """
    from footnoted.commands.lives import Known, printed
    from footnoted.papers import read_paper

    draft = read_paper(paper) if paper else None
    found = False
    for folder, records in corpora(corpus):
        known = Known(records, report_of(folder, reports), draft)
        lines = list(lines_of(known, what))
        if lines:
            if found:
                click.echo()
            found = True
            for line in printed([*lines, *told_when(known)]):
                click.echo(line)
    if not found:
        raise_unknown(what, corpus)


def lines_of(known: Known, what: str) -> Iterator[Line]:
    """Yield the lines of what is meant; none where the corpus has no such record."""
    from footnoted.commands.lives import claim_lines, note_lines, source_lines

    kind, colon, ident = what.partition(":")
    if not colon or kind not in {"note", "source", "claim"}:
        kind, ident = "", what
    corpus = known.corpus
    if kind in {"", "claim"} and ident in corpus.claims:
        yield from claim_lines(known, corpus.claims[ident])
    elif kind in {"", "source"} and ident in corpus.sources:
        yield from source_lines(known, corpus.sources[ident])
    elif kind in {"", "note"} and ident in corpus.notes:
        yield from note_lines(known, corpus.notes[ident])


def told_when(known: Known) -> Iterable[Line]:
    """Return of when the verdicts are, and whether the records have changed since."""
    report = known.report
    if report is None:
        return [("no audit", "no verdicts yet: run footnoted check")]
    changed = "; records have changed since" if report.corpus.digest != known.corpus.digest else ""
    where = f" from {report.run.vantage}" if report.run.vantage else ""
    return [("as of", f"the audit of {report.run.as_of}{where}{changed}")]


def corpora(path: Path) -> list[tuple[Path, Corpus]]:
    """Return every corpus at `path` that can be read."""
    from footnoted.audit.corpora import readable

    return [(one.folder, one.corpus) for one in readable(path)]


def report_of(folder: Path, reports: Path | None) -> Report | None:
    """Return the last audit; None where there was none."""
    from footnoted.audit.last import last_report
    from footnoted.errors import FootnotedError

    try:
        return last_report(folder, reports)
    except FootnotedError as error:
        if "no audit yet" in str(error):
            return None
        raise


def raise_unknown(what: str, corpus: Path) -> None:
    """Raise FootnotedError in one line that names what may have been meant."""
    from difflib import get_close_matches

    from footnoted.errors import FootnotedError

    names = [
        f"{kind}:{ident}"
        for _, one in corpora(corpus)
        for kind, records in (("claim", one.claims), ("source", one.sources), ("note", one.notes))
        for ident in records
    ]
    wanted = what if ":" in what else f"claim:{what}"
    near = get_close_matches(wanted, names, 1)
    hint = f"; did you mean {near[0]}?" if near else ""
    raise FootnotedError(f"{corpus}: no record is called '{what}'{hint}")
