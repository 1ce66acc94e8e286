"""`footnoted serve`: the review in the browser."""

from __future__ import annotations

import logging
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path

import click

from footnoted.commands.arguments import BY, CORPUS_OR_ALL, REPORTS
from footnoted.commands.console import print_reviewed, reviewer_named

_EXAMPLES = """\
\b
Examples:
  footnoted serve claims/bridge-2020
  footnoted serve claims/bridge-2020 --by MK --no-open --port 8150
"""


@click.command("serve", epilog=_EXAMPLES)
@CORPUS_OR_ALL
@BY
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    metavar="N",
    help="Of 127.0.0.1; default: one that is free.",
)
@click.option("--no-open", is_flag=True, help="Print the link; open no browser.")
@REPORTS
def command(
    corpus: Path, by: str | None, port: int | None, reports: Path | None, *, no_open: bool
) -> None:
    """Judge what the last audit of CORPUS (default: claims/) leaves to a person, in the browser.

    The same cases and the same files as footnoted review. Serves this machine alone
    (127.0.0.1), and only the browser that opens the link; Ctrl-C ends it. Needs no network.
    """
    from footnoted.audit.corpora import one_folder
    from footnoted.audit.review_serve import ReviewDesk
    from footnoted.reports.review_page import welcome_page
    from footnoted.serving.app import App
    from footnoted.serving.keys import new_keys
    from footnoted.serving.link import page_with_link
    from footnoted.serving.wire import HOST, Wire

    logging.getLogger("waitress").setLevel(logging.ERROR)
    folder, keys = one_folder(corpus), new_keys()
    reviewer = reviewer_named(by, folder)
    desk = ReviewDesk(folder, reports, reviewer, keys, lambda: datetime.now(UTC).date())
    waiting = desk.counts.left
    with Wire(port or 0) as wire:
        app = App(desk, keys, wire.port)
        link = f"http://{HOST}:{wire.port}/?token={keys.token}"
        click.echo(f"{waiting:,} to judge as {reviewer}; Ctrl-C ends it\n{link}")
        with nullcontext() if no_open else page_with_link(welcome_page(link)) as page:
            if page:
                click.launch(str(page))
            wire.run(app)
    click.echo()
    print_reviewed(desk.counts, folder)
    if app.bug:
        raise app.bug
