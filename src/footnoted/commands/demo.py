"""`footnoted demo`: the tour of a newcomer."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from footnoted.commands.console import paint, shown, terminal_columns
from footnoted.commands.progress import watching

_EXAMPLES = """\
\b
Examples:
  footnoted demo
  footnoted demo --folder /tmp/tour --no-open --serve
"""


@click.command("demo", epilog=_EXAMPLES)
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    default=Path("footnoted-demo"),
    show_default=True,
    help="Where paper, corpus and report go.",
)
@click.option("--no-open", is_flag=True, help="Do not open the report in a browser.")
@click.option("--serve", is_flag=True, help="Keep serving the made-up site until Ctrl-C.")
@click.option("-q", "--quiet", is_flag=True, help="No bar on the terminal.")
def command(folder: Path, no_open: bool, serve: bool, quiet: bool) -> None:
    """Serve a made-up site on loopback, audit a small paper against it, open the report.

    No internet is needed. The site holds every kind of trouble: dead and moved pages, a soft
    404, walls, altered quotations, changed figures, a GBK page, a PDF, pages too slow.
    """
    from footnoted.audit import Clock
    from footnoted.demo.folder import PAPER_ID
    from footnoted.demo.run import run_demo
    from footnoted.demo.site import DemoSite
    from footnoted.reports.colours import painted
    from footnoted.reports.summary import summary_lines

    with DemoSite() as site:
        with watching(quiet=quiet or not sys.stderr.isatty()) as watcher:
            done = run_demo(folder, site, Clock(), watcher)
        for line in painted(summary_lines(done.report, terminal_columns()), paint):
            click.echo(line)
        report = done.folder / "report.html"
        click.echo(f"report: {shown(report)}")
        click.echo(f"paper:  {shown(folder / 'paper.md')}")
        click.echo(f"corpus: {shown(folder / 'claims' / PAPER_ID)}")
        if not no_open:
            click.launch(str(report))
        if serve:
            click.echo(f"the site: {site.url(site.host_keys[0], '/')} (Ctrl-C ends it)")
            site.wait()
