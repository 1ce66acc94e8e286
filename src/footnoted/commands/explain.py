"""`footnoted explain`: what a rule means, or how a claim's verdict came about."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("explain")
@click.argument("what", metavar="RULE|CLAIM")
@click.argument("corpus", type=click.Path(path_type=Path), default=Path("claims"), required=False)
@click.option("--reports", type=click.Path(path_type=Path), help="Default: beside claims/.")
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
    from footnoted.commands.lives import Known, claim_lines, printed
    from footnoted.commands.show import corpora, report_of, told_when
    from footnoted.errors import FootnotedError

    names: list[str] = []
    for folder, corpus in corpora(path) if path.exists() else []:
        names += corpus.claims
        if ident not in corpus.claims:
            continue
        known = Known(corpus, report_of(folder, reports))
        if known.report is None:
            raise FootnotedError(f"{folder}: no audit yet; run footnoted check {folder}")
        lines = [*claim_lines(known, corpus.claims[ident]), *told_when(known)]
        for line in printed(lines):
            click.echo(line)
        return
    raise FootnotedError(_unknown(ident, names))


def _unknown(word: str, claims: list[str]) -> str:
    from difflib import get_close_matches

    from footnoted.commands.rules import known_words

    near = get_close_matches(word, [*sorted(known_words()), *claims], 1)
    hint = f"did you mean '{near[0]}'?" if near else "rules are listed in docs/lints.md"
    return f"'{word}' is no rule, verdict or reason, nor a claim on record: {hint}"
