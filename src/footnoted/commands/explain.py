"""`footnoted explain`: what a rule means, or how a claim's verdict came about."""

from __future__ import annotations

from pathlib import Path

import click

from footnoted.commands.arguments import CORPUS_OR_ALL, REPORTS
from footnoted.commands.completing import rules_and_claims

_EXAMPLES = """\
\b
Examples:
  footnoted explain quotation-altered
  footnoted explain soft_404
  footnoted explain bridge-cost claims/bridge-2020
"""


@click.command("explain", epilog=_EXAMPLES)
@click.argument("what", metavar="RULE|CLAIM", shell_complete=rules_and_claims)
@CORPUS_OR_ALL
@REPORTS
def command(what: str, corpus: Path, reports: Path | None) -> None:
    """Explain a rule, verdict or reason (as a report names it), or a claim of CORPUS.

    A rule by what the docs say of it; a claim by the last audit: what was looked at, what was
    found there, and why that makes its verdict.
    """
    from footnoted.commands.rules import told_of

    told = list(told_of(what))
    for where, text in told:
        click.secho(where, bold=True)
        click.echo(f"{text}\n")
    if not told:
        _explain_claim(what.removeprefix("claim:"), corpus, reports)


def _explain_claim(ident: str, path: Path, reports: Path | None) -> None:
    from footnoted.audit.corpora import readable
    from footnoted.audit.last import last_report
    from footnoted.errors import FootnotedError
    from footnoted.reports.records_text import Known, claim_lines, render, told_when

    names: list[str] = []
    for one in readable(path) if path.exists() else []:
        claims = one.corpus.claims
        names += claims
        if ident not in claims:
            continue
        known = Known(one.corpus, last_report(one.folder, reports))
        lines = [*claim_lines(known, claims[ident]), *told_when(known)]
        for line in render(lines):
            click.echo(line)
        return
    raise FootnotedError(_unknown(ident, names))


def _unknown(word: str, claims: list[str]) -> str:
    from footnoted.commands.rules import known_words
    from footnoted.spelling import closest

    near = closest(word, [*sorted(known_words()), *claims])
    hint = f"did you mean '{near}'?" if near else "rules are listed in docs/lints.md"
    return f"'{word}' is no rule, verdict or reason, nor a claim on record: {hint}"
