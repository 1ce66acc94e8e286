"""`footnoted state`: what audits remember, kept on a git branch of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

EXAMPLES = """\
\b
A night in CI:
  footnoted state load
  footnoted check claims
  footnoted state save     # also where the check found something

\b
The branch has reports/PAPER/state/ and links/NAME/, and nothing else. Nothing
is forced: two runs at once are united, line by line and look by look.
"""


@click.group("state", epilog=EXAMPLES)
def command() -> None:
    """Bring what earlier audits remember from a branch of git, and hand it on."""


def _places(function: Callable[..., None]) -> Callable[..., None]:
    options: list[Any] = [
        click.option("--branch", default="footnoted-state", show_default=True),
        click.option("--remote", default="origin", show_default=True, help="Name or URL."),
        click.option(
            "--reports",
            type=click.Path(path_type=Path),
            default=Path("reports"),
            show_default=True,
            help="Where audits keep their reports and state.",
        ),
        click.option(
            "--links-state",
            type=click.Path(path_type=Path),
            metavar="DIR",
            help="What `footnoted links --state` was given.",
        ),
    ]
    for option in reversed(options):
        function = option(function)
    return function


@command.command("load")
@_places
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
        click.echo(f"{remote} has no branch {branch}: a first night, or the branch was lost",
                   err=True)  # fmt: skip


@command.command("save")
@_places
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
