"""`footnoted completion`: the lines by which a shell completes our commands."""

from __future__ import annotations

import click

_EXAMPLES = """\
\b
Examples:
  eval "$(footnoted completion bash)"        in ~/.bashrc
  eval "$(footnoted completion zsh)"         in ~/.zshrc, after compinit
  footnoted completion fish > ~/.config/fish/completions/footnoted.fish
"""


@click.command("completion", epilog=_EXAMPLES)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print what SHELL needs to complete commands, options, corpora and ids of records.

    Below claims/ of the current folder corpora, claims, sources and notes are found, and the
    rules that `footnoted explain` knows.
    """
    from click.shell_completion import get_completion_class

    from footnoted.commands import cli

    found = get_completion_class(shell)
    assert found, "click has the three"
    click.echo(found(cli, {}, "footnoted", "_FOOTNOTED_COMPLETE").source())
