"""The command line: one file a command, loaded only when it is called."""

from __future__ import annotations

import os
from importlib import import_module

import click

from footnoted import __version__

COMMANDS: dict[str, str] = {
    "extract": "Read a paper: its notes, quotations, figures; write a draft corpus.",
    "lint": "Examine a corpus offline: records, anchors, coverage, short forms.",
    "update": "Lead the records over to a newer version of their paper.",
    "coverage": "Count what of a paper is on record; show its text coloured by that.",
    "new": "Begin a claim or source: what the paper gives is filled in.",
    "fmt": "Tidy record files: one form, comments kept, missing ids given.",
    "check": "Audit a corpus against its sources, and write the report.",
    "table": "Edit claims in a spreadsheet: out as CSV, and back without loss.",
    "show": "Tell the life of a note, source or claim, up to its last verdict.",
    "explain": "Tell what a rule means, or how a claim's verdict came about.",
    "report": "Print the last audit as html, md, json, junit, sarif, csv or badge.",
    "diff": "Tell what changed between two reports of one paper.",
    "links": "Check plain links: lists, Markdown and HTML files, folders.",
    "compare": "Compare one quotation or figure, or a batch, with its source.",
    "bisect": "Tell when words came and went, as web archives hold their page.",
    "archive": "Write archived copies into sources.yaml; have pages archived.",
    "history": "Tell what became of a source, a claim or a URL, one line a change.",
    "baseline": "Take what the last audit found as known: only what comes is news.",
    "state": "Keep what audits remember on a git branch of its own: load, save.",
    "evidence": "List, show, add, export or prune what is kept of each look.",
    "demo": "Take the tour: a made-up site with every kind of trouble, audited.",
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

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest command where the one given is none of ours."""
        name = args[0] if args else ""
        if name and name not in COMMANDS and not name.startswith("-"):
            import difflib

            near = difflib.get_close_matches(name, COMMANDS, 1)
            hint = f" Did you mean '{near[0]}'?" if near else ""
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
    """
    from footnoted.commands.console import colour_wanted

    ctx.color = colour_wanted(os.environ)
