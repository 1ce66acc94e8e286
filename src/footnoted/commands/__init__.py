"""The command line: one file a command, loaded only when it is called."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

import click

from footnoted import __version__

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS: dict[str, str] = {
    "extract": "Read a paper: notes, quotations, figures; draft its corpus.",
    "lint": "Examine a corpus offline: records, anchors, coverage.",
    "update": "Lead the records over to a newer version of their paper.",
    "coverage": "Count what of a paper is on record; show what is open.",
    "new": "Begin a claim or source: what the paper gives is filled in.",
    "fmt": "Tidy record files: one form, comments kept, missing ids given.",
    "check": "Audit a corpus against its sources, and write the report.",
    "merge": "Bring the shards of a check together, as one machine's work.",
    "review": "Judge what no program can: accept, reject, waive, case by case.",
    "serve": "The same review in the browser, on this machine alone.",
    "table": "Edit claims in a spreadsheet: out as CSV, and back without loss.",
    "show": "Tell all of a note, source or claim, with its last verdict.",
    "explain": "Tell what a rule means, or how a claim's verdict came about.",
    "report": "Print the last audit in one of ten formats, as html or csv.",
    "diff": "Tell what changed between two reports of one paper.",
    "links": "Check plain links: lists, Markdown and HTML files, folders.",
    "compare": "Compare one quotation or figure, or a batch, with its source.",
    "bisect": "Tell when words came and went, as web archives hold their page.",
    "archive": "Write archived copies into sources.yaml; have pages archived.",
    "history": "Tell what became of a source, claim or URL, change by change.",
    "baseline": "Take what the last audit found as known, and no news.",
    "state": "Keep what audits remember on a git branch: load, save.",
    "evidence": "List, show, add, export or prune what is kept of each look.",
    "config": "Show each setting in force, and where it comes from.",
    "schemas": "Write the JSON Schemas of records and documents, for editors.",
    "completion": "Print what bash, zsh or fish needs to complete commands.",
    "demo": "Take the tour: a made-up site full of trouble, audited.",
}
"""Each command and its line in `--help`; the module of the same name holds it."""

EXIT_CODES = """\
\b
Exit codes:
  0  fine
  1  findings at the level of --fail-on
  2  wrong use, or records that cannot be read (the rest is still audited)
  3  a bug of ours (a log to attach is named)
  4  could not look: no network, or nothing could be seen
  130  interrupted; what was done is kept
"""


class _LazyGroup(click.Group):
    """Knows its commands by name, and imports one only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"footnoted.commands.{cmd_name}")
        command: click.Command = module.command
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer the commands, by the registry, without importing any."""
        from click.shell_completion import CompletionItem

        found = [
            CompletionItem(name, help=line)
            for name, line in COMMANDS.items()
            if name.startswith(incomplete)
        ]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest command where the one given is none of ours."""
        name = args[0] if args else ""
        if name and name not in COMMANDS and not name.startswith("-"):
            from footnoted.spelling import closest

            near = closest(name, COMMANDS)
            hint = f" Did you mean '{near}'?" if near else ""
            ctx.fail(f"No such command '{name}'.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing any."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(
    cls=_LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=EXIT_CODES,
)
@click.version_option(__version__, prog_name="footnoted")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Check a paper's claims against the sources its footnotes cite.

    Every quotation and figure is looked for on the cited page; the report shows, with the
    evidence beside it, what holds, what is misquoted, what is gone, and what could not be
    checked.

    Begin with `footnoted demo`. The --help of each command has examples.
    """
    from footnoted.commands.console import colour_wanted

    ctx.color = colour_wanted(os.environ)
