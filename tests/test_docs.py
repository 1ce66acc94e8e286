"""The docs say what is so: links lead somewhere, commands and options exist, rules are told."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from footnoted.checks.archived import ARCHIVE_RULES
from footnoted.checks.outcomes import CLAIM_RULES, LINK_RULES
from footnoted.commands import COMMANDS, cli
from footnoted.judgements import JUDGEMENT_RULES
from footnoted.lints import LINTS
from footnoted.model.verdicts import LinkVerdict

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("claims/**/*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s#]+)[^)]*\)")
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    """Every relative link or picture is a file of the repository."""
    targets = [one for one in LINK.findall(page.read_text("utf-8")) if "://" not in one]
    lost = [one for one in targets if not (page.parent / one).exists()]
    assert lost == []


def commands_in(page: Path) -> list[list[str]]:
    """Return the footnoted commands that a page tells its reader to type."""
    found = []
    for block in CONSOLE.findall(page.read_text("utf-8")):
        for line in block.splitlines():
            words = shlex.split(line, comments=True)
            at = next((i for i, word in enumerate(words) if word.endswith("footnoted")), None)
            if words[:1] == ["$"] and at is not None:
                found.append(words[at + 1 :])
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_in_the_docs_exist(page: Path) -> None:
    """Each command and each of its options is one that the program has."""
    for words in commands_in(page):
        command: click.Command | None = cli
        context = click.Context(cli)
        rest = list(words)
        while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
            command = command.get_command(context, rest.pop(0))
        assert command is not None, words
        options = {name for one in command.params for name in (*one.opts, *one.secondary_opts)}
        used = {word.partition("=")[0] for word in rest if re.match(r"--?[a-z]", word)}
        assert used <= options | {"--help", "-h"}, words


def test_the_readme_opens_with_one_sentence_then_the_two_commands() -> None:
    """What it is, what you get, a picture, `make audit`, `make test`."""
    text = (ROOT / "README.md").read_text("utf-8")
    first = text.split("\n\n")[1].replace("\n", " ")
    assert first.count(". ") == 0
    assert first.endswith(".")
    assert text.index("docs/pictures/") < text.index("make audit") < text.index("make test")


def test_every_lint_has_a_section() -> None:
    """`docs/lints.md` has a heading for each rule."""
    text = (ROOT / "docs" / "lints.md").read_text("utf-8")
    headings = "\n".join(re.findall(r"^#+ .*$", text, re.MULTILINE))
    assert [rule for rule in LINTS if rule not in headings] == []


def test_every_rule_of_a_check_is_told() -> None:
    """Link rules in links.md, claim rules in checks.md, those of archives in lints.md."""
    links = (ROOT / "docs" / "links.md").read_text("utf-8")
    checks = (ROOT / "docs" / "checks.md").read_text("utf-8")
    assert [rule for rule in sorted(LINK_RULES) if rule not in links] == []
    assert [rule for rule in sorted(CLAIM_RULES | JUDGEMENT_RULES) if rule not in checks] == []
    lints = (ROOT / "docs" / "lints.md").read_text("utf-8")
    assert [rule for rule in sorted(ARCHIVE_RULES) if f"### `{rule}`" not in lints] == []
    assert [word.value for word in LinkVerdict if f"`{word.value}`" not in links] == []


def test_help_lists_every_command_without_importing_it() -> None:
    """The line in `--help` is the registry's."""
    text = cli.get_help(click.Context(cli))
    assert all(name in text for name in COMMANDS)
