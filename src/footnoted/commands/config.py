"""`footnoted config`: the settings in force."""

from __future__ import annotations

import os
from pathlib import Path

import click

from footnoted.commands.arguments import TEXT_OR_JSON, corpus_argument

EXAMPLES = """\
\b
Examples:
  footnoted config claims/central-asia
  footnoted config --format json | jq '.settings[].origin'
"""


@click.command("config", epilog=EXAMPLES)
@corpus_argument(default=Path(), required=False)
@TEXT_OR_JSON
def command(corpus: Path, form: str) -> None:
    """Show each setting in force for CORPUS (default: this folder), and where it comes from.

    A project's settings stand in footnoted.toml, or below [tool.footnoted] in pyproject.toml. A
    command's own option outranks them. What is secret is never shown.
    """
    from footnoted.audit.config import config_document
    from footnoted.audit.settings import settings_for
    from footnoted.commands.console import shown
    from footnoted.reports.config_text import config_lines

    file = settings_for([corpus], shown)
    name = shown(file.path) if file.path else None
    document = config_document(file, str(corpus), name, os.environ)
    if form == "json":
        click.echo(document.model_dump_json(by_alias=True, indent=2))
        return
    for line in config_lines(document):
        click.echo(line)
