"""Arguments and options that many commands have, said once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from footnoted.commands.completing import corpora, lints

PATH = click.Path(path_type=Path)

Option = Callable[[Callable[..., Any]], Callable[..., Any]]
"""What adds an argument or an option to a command, as a decorator."""


def together(*options: Option) -> Option:
    """Return options as one, listed by `--help` in this order."""

    def add(function: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            function = option(function)
        return function

    return add


def corpus_argument(**more: Any) -> Option:
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
FAIL_ON = click.Choice(["never", "error", "warning", "new-error"])
FAIL_ON_NEWS = click.option(
    "--fail-on",
    type=FAIL_ON,
    default="new-error",
    show_default=True,
    help="When to end with 1: never, at an error, at a warning too, or at an error that is news.",
)
OFF = click.option(
    "--off",
    multiple=True,
    metavar="RULE",
    help="Do not run this lint; may be repeated.",
    shell_complete=lints,
)
QUIET = click.option(
    "-q", "--quiet", is_flag=True, help="Nothing but errors; the exit code tells the rest."
)
NO_PROGRESS = click.option("-q", "--quiet", is_flag=True, help="No progress.")
VERBOSE = click.option(
    "-v",
    "--verbose",
    is_flag=True,
    help="Also each claim that does not hold, with its evidence.",
)
