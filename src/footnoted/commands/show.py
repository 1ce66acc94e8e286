"""`footnoted show`: one note, source or claim, told whole."""

from __future__ import annotations

from pathlib import Path

import click

from footnoted.commands.arguments import CORPUS_OR_ALL, PAPER, REPORTS
from footnoted.commands.completing import records

_EXAMPLES = """\
\b
Examples:
  footnoted show bridge-cost
  footnoted show note:59 claims/bridge-2020 --paper paper.md
"""


@click.command("show", epilog=_EXAMPLES)
@click.argument("what", shell_complete=records("claim", "source", "note"))
@CORPUS_OR_ALL
@PAPER
@REPORTS
def command(what: str, corpus: Path, paper: Path | None, reports: Path | None) -> None:
    """Tell the life of WHAT: note:59, source:ID, claim:ID, or an ID alone.

    From CORPUS (default: claims/) come the record and all that hangs on it, from the last audit
    the verdicts, from your copy of the paper the mark and its sentence.
    """
    from footnoted.audit.corpora import readable
    from footnoted.audit.last import last_report_if_any
    from footnoted.papers import read_paper
    from footnoted.reports.records_text import Known, record_lines, render, told_when

    draft = read_paper(paper) if paper else None
    found = False
    for one in readable(corpus):
        known = Known(one.corpus, last_report_if_any(one.folder, reports), draft)
        lines = list(record_lines(known, what))
        if lines:
            if found:
                click.echo()
            found = True
            for line in render([*lines, *told_when(known)]):
                click.echo(line)
    if not found:
        _raise_unknown(what, corpus)


def _raise_unknown(what: str, corpus: Path) -> None:
    """Raise FootnotedError in one line that names what may have been meant."""
    from footnoted.audit.corpora import readable
    from footnoted.errors import FootnotedError
    from footnoted.spelling import closest

    read = [one.corpus for one in readable(corpus)]
    names = [
        f"{kind}:{ident}"
        for one in read
        for kind, records in (("claim", one.claims), ("source", one.sources), ("note", one.notes))
        for ident in records
    ]
    wanted = what if ":" in what else f"claim:{what}"
    near = closest(wanted, names)
    hint = f"; did you mean {near}?" if near else ""
    raise FootnotedError(f"{corpus}: no record is called '{what}'{hint}")
