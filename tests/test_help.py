"""`--help` is enough to work by: examples that are right, a word on each option, 80 columns."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from footnoted.commands import COMMANDS, cli

COLUMNS = 80


def leaves(group: click.Group, names: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    """Yield each command that does something, and its words after `footnoted`."""
    context = click.Context(group)
    for name in group.list_commands(context):
        one = group.get_command(context, name)
        assert one is not None
        if isinstance(one, click.Group):
            yield from leaves(one, (*names, name))
        else:
            yield " ".join((*names, name)), one


ALL = dict(leaves(cli))


def help_of(words: str) -> str:
    """Return what a terminal of 80 columns shows."""
    done = CliRunner().invoke(cli, [*words.split(), "--help"], terminal_width=COLUMNS)
    assert done.exit_code == 0
    return done.output


@pytest.mark.parametrize("words", ALL)
def test_every_option_says_what_it_does(words: str) -> None:
    """With a default that is shown, and a name for its value that is a word of ours."""
    options = [one for one in ALL[words].params if isinstance(one, click.Option)]
    assert [one.name for one in options if not one.help] == []
    text = help_of(words)
    assert (
        re.search(r"RANGE|--[a-z-]+ (PATH|FLOAT|INTEGER)\b", text.replace("--output PATH", ""))
        is None
    )
    hidden = [
        one.name
        for one in options
        if isinstance(one.default, str | float | Path) and not one.is_flag and not one.show_default
    ]
    assert hidden == []


@pytest.mark.parametrize("words", ALL)
def test_every_command_shows_how_it_is_used(words: str) -> None:
    """Its help tells in one sentence what it does, and has examples of itself that parse."""
    text = help_of(words)
    summary = " ".join(text.split("\n\n")[1].split())
    assert re.search(r"[.:)]$", summary), summary
    examples = re.search(r"^  Examples?:\n((?:    .*\n)+)", text, re.MULTILINE)
    assert examples, text
    lines = [one for one in examples[1].splitlines() if f"footnoted {words}" in one]
    assert lines
    for line in lines:
        typed = re.split(r"  +(?=\S)", line.strip())[0]  # a remark stands two blanks behind
        typed = re.sub(r"^.*?(?:\$\(|\| )(footnoted [^)|]*).*", r"\1", typed)
        typed = re.split(r" (?:>>?|&&|\|) ", typed)[0]
        arguments = shlex.split(typed)[1 + len(words.split()) :]
        ALL[words].make_context(words, arguments, resilient_parsing=False)


@pytest.mark.parametrize("words", ["", *dict.fromkeys([*COMMANDS, *ALL])])
def test_help_fits_a_narrow_terminal(words: str) -> None:
    """No line is wider than 80 columns."""
    assert [one for one in help_of(words).splitlines() if len(one) > COLUMNS] == []


@pytest.mark.parametrize("words", ["", "archive", "evidence", "new", "table"])
def test_a_command_is_listed_in_one_line(words: str) -> None:
    """A list of commands is read at a glance: no line is broken, none is cut off."""
    listed = help_of(words).partition("\nCommands:\n")[2].partition("\n\n")[0].splitlines()
    assert listed
    assert [one for one in listed if not re.match(r"  \w", one) or not one.endswith(".")] == []
    assert [one for one in listed if one.endswith("...")] == []


def test_the_first_help_tells_the_exit_codes() -> None:
    """Codes are the same everywhere, so they stand once, with the list of commands."""
    text = help_of("")
    assert all(re.search(rf"^ +{code}  ", text, re.MULTILINE) for code in (0, 1, 2, 3, 4, 130))
