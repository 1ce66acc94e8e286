"""`footnoted report`: the last audit in a format of choice."""

from __future__ import annotations

from pathlib import Path

import click

from footnoted.commands.console import write_output


@click.command("report")
@click.argument("corpus", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "md", "json", "junit", "sarif", "csv", "badge", "badge-json"]),
    default="md",
    show_default=True,
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Default: standard output.")
@click.option("--reports", type=click.Path(path_type=Path), help="Default: beside claims/.")
def command(corpus: Path, form: str, output: Path | None, reports: Path | None) -> None:
    """Print the last audit of CORPUS."""
    from footnoted.audit.last import last_report
    from footnoted.reports import render

    text = render(last_report(corpus, reports), form)
    if output is None:
        click.echo(text, nl=False)
        return
    write_output(output, text)
