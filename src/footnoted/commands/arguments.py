"""Arguments and options that many commands have, said once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from footnoted.commands.completing import corpora

PATH = click.Path(path_type=Path)


def corpus_argument(**more: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return the argument CORPUS, with `more` of what click knows of arguments."""
    return click.argument("corpus", type=PATH, shell_complete=corpora, **more)


CORPUS = corpus_argument()
CORPUS_OR_ALL = corpus_argument(default=Path("claims"), required=False)
"""Where none is given it is `claims/`, the folder of all."""

PAPER = click.option("--paper", type=PATH, metavar="FILE", help="Your copy of the paper.")
PAPER_NEEDED = click.option(
    "--paper", type=PATH, metavar="FILE", required=True, help="Your copy of the paper."
)
PAPER_FOR_MORE = click.option(
    "--paper",
    type=PATH,
    metavar="FILE",
    help="Your copy of the paper: more lints run, and the report shows the author's sentences.",
)
REPORTS = click.option(
    "--reports", type=PATH, metavar="DIR", help="The folder of reports; default: beside claims/."
)
REVIEWER = "FOOTNOTED_REVIEWER"
"""The environment variable that names who judges."""
BY = click.option(
    "--by", metavar="NAME", help=f"Whose word it is; default: ${REVIEWER}, else git's user.name."
)
EVIDENCE = click.option(
    "--evidence",
    type=PATH,
    metavar="DIR",
    help="The folder of evidence; default: .footnoted beside claims/.",
)
OUTPUT = click.option(
    "-o", "--output", type=PATH, metavar="FILE", help="Write here; default: standard output."
)
TEXT_OR_JSON = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="text for people, json for programs.",
)
ALLOW_NET = click.option(
    "--allow-net",
    multiple=True,
    metavar="CIDR",
    help="Reach this private network too, as 127.0.0.0/8; may be repeated.",
)
VANTAGE = click.option(
    "--vantage",
    metavar="NAME",
    help="Name of the place we look from; reports and history tell it.",
)
