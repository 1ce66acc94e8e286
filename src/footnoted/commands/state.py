"""`footnoted state`: what audits remember, kept on a git branch of its own."""

from __future__ import annotations

from pathlib import Path

import click

from footnoted.commands.arguments import PATH, together

_EXAMPLES = """\
\b
Examples, a night in CI:
  footnoted state load
  footnoted check claims
  footnoted state save

\b
Save also where the check found something.
The branch has reports/PAPER/state/ and links/NAME/, and nothing else. Nothing
is forced: two runs at once are united, line by line and look by look.
"""

_LOAD = """\
\b
Examples:
  footnoted state load
  footnoted state load --branch citations --links-state links-state
"""
_SAVE = """\
\b
Examples:
  footnoted state save
  footnoted state save --branch citations --links-state links-state
"""


@click.group("state", epilog=_EXAMPLES)
def command() -> None:
    """Bring what earlier audits remember from a branch of git, and hand it on."""


_PLACES = together(
    click.option(
        "--branch",
        metavar="NAME",
        default="footnoted-state",
        show_default=True,
        help="The branch that keeps it.",
    ),
    click.option(
        "--remote",
        metavar="NAME",
        default="origin",
        show_default=True,
        help="The remote that has the branch, by name or URL.",
    ),
    click.option(
        "--reports",
        type=PATH,
        metavar="DIR",
        default=Path("reports"),
        show_default=True,
        help="Where audits keep their reports and state.",
    ),
    click.option(
        "--links-state",
        type=PATH,
        metavar="DIR",
        help="What `footnoted links --state` was given.",
    ),
)


@command.command("load", epilog=_LOAD)
@_PLACES
def load(branch: str, remote: str, reports: Path, links_state: Path | None) -> None:
    """Bring the state from the branch into the work tree.

    Prints each folder whose history tells of an earlier audit, and nothing else to standard
    output: without a line this is a first night, or the branch was lost.
    """
    from footnoted.audit.state_keeping import Places, load_state
    from footnoted.store.state_branch import StateBranch

    places = Places(reports, links_state)
    tip = load_state(StateBranch(Path(), remote, branch), places)
    begun = places.begun()
    for folder in begun:
        click.echo(folder)
    if tip:
        click.echo(f"state of {tip.at:%Y-%m-%d %H:%M} UTC, {branch} {tip.commit[:12]}", err=True)
    else:
        why = "a first night, or the branch was lost"
        click.echo(f"{remote} has no branch {branch}: {why}", err=True)


@command.command("save", epilog=_SAVE)
@_PLACES
def save(branch: str, remote: str, reports: Path, links_state: Path | None) -> None:
    """Hand the state of the work tree on to the branch, in one commit.

    No commit where nothing changed; after four weeks without one, a commit that says that runs go
    on, so that a code host does not take a schedule for dead.
    """
    from datetime import UTC, datetime

    from footnoted.audit.state_keeping import Places, save_state
    from footnoted.store.state_branch import StateBranch

    places = Places(reports, links_state)
    saved = save_state(StateBranch(Path(), remote, branch), places, datetime.now(UTC))
    if saved:
        click.echo(f"{saved.how}: {branch} {saved.commit[:12]}", err=True)
    else:
        click.echo("no state here: nothing was audited", err=True)
