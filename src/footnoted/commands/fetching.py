"""How a command asks the web: the options that say so, and what they come to."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypedDict

import click

from footnoted.commands.arguments import together
from footnoted.commands.settings import in_force, was_given
from footnoted.errors import FootnotedError

if TYPE_CHECKING:  # the fetcher: too heavy for `--help`
    from footnoted.mementos import Archive
    from footnoted.web.settings import FetchSettings

ALLOW_NET = click.option(
    "--allow-net",
    multiple=True,
    metavar="CIDR",
    help="Reach this private network too, as 127.0.0.0/8; may be repeated.",
)
TIMEOUT = click.option(
    "--timeout",
    type=click.FloatRange(min=0.1),
    metavar="SECONDS",
    default=25.0,
    show_default=True,
    help="What one address may cost: redirects, retries and their pauses.",
)
PACE = click.option(
    "--pace",
    type=click.FloatRange(min=0),
    metavar="SECONDS",
    default=1.0,
    show_default=True,
    help="Rest for a host after each answer.",
)
CANARY = click.option(
    "--canary",
    "canaries",
    multiple=True,
    metavar="HOST[:PORT]",
    help="A host that tells whether there is a network, in place of ours; may be repeated.",
)
SECOND_OPINION = click.option(
    "--second-opinion/--no-second-opinion",
    help="Ask a page that turns us away once more, with a browser's headers; the result says so.",
)
USE_PROXY = click.option(
    "--use-proxy",
    is_flag=True,
    help="Use HTTP_PROXY, HTTPS_PROXY and NO_PROXY; without this they are not read.",
)
ARCHIVES = click.option(
    "--archives/--no-archives",
    default=True,
    show_default=True,
    help="Ask web archives what they hold of the pages.",
)
ARCHIVE = click.option(
    "--archive",
    "archive",
    multiple=True,
    metavar="BASE",
    help="A collection of a web archive, in place of web.archive.org; may be repeated.",
)
OBEY_ROBOTS = click.option(
    "--obey-robots/--no-obey-robots",
    help="Leave cited pages alone that their site's robots.txt closes to programs.",
)
VANTAGE = click.option(
    "--vantage",
    metavar="NAME",
    help="Name of the place we look from; reports and history tell it.",
)

FETCHING = together(ALLOW_NET, TIMEOUT, PACE, CANARY, SECOND_OPINION, OBEY_ROBOTS, USE_PROXY)
"""All that `fetch_settings` takes, of a command that hands it on as FetchOptions."""


class FetchOptions(TypedDict):
    """What the options of `FETCHING` were given."""

    allow_net: tuple[str, ...]
    timeout: float
    pace: float
    canaries: tuple[str, ...]
    second_opinion: bool
    obey_robots: bool
    use_proxy: bool


def vantage_name(given: str | None) -> str:
    """Name where we are: given on the command line, in the environment, else by the machine."""
    from footnoted.audit.config import vantage_of

    return given or vantage_of(os.environ)[0]


def fetch_settings(
    *,
    allow_net: tuple[str, ...],
    timeout: float | None = None,
    pace: float | None = None,
    canaries: tuple[str, ...] = (),
    second_opinion: bool = False,
    obey_robots: bool = False,
    use_proxy: bool,
) -> FetchSettings:
    """Return how to fetch: as the shared options say, and of single hosts the settings.

    A command without the options for time and pace takes those of the settings, else our own.
    What a host is not sent, since the environment lacks it, is told on standard error.
    """
    from footnoted.audit.settings import host_manners
    from footnoted.web.settings import CANARIES, FetchSettings, parse_canary, parse_network

    file = in_force()
    hosts = host_manners(file, os.environ)
    for variable in hosts.unset:
        click.echo(f"footnoted: ${variable} is not set; its header is not sent", err=True)
    usual = FetchSettings()
    timeout = file.settings.timeout if timeout is None else timeout
    pace = file.settings.pace if pace is None else pace
    return FetchSettings(
        allow_net=tuple(parse_network(text) for text in allow_net),
        total_seconds=usual.total_seconds if timeout is None else timeout,
        pace_seconds=usual.pace_seconds if pace is None else pace,
        canaries=tuple(parse_canary(text) for text in canaries) or CANARIES,
        second_opinion=second_opinion,
        obey_robots=obey_robots,
        use_proxy=use_proxy,
        pace_by_host=hosts.pace,
        skip_hosts=hosts.skip,
        headers_by_host=hosts.headers,
    )


def archives_named(bases: tuple[str, ...], *, ask: bool) -> tuple[Archive, ...]:
    """Return the archives that may be asked, as the shared options say.

    To name one on the command line is to ask it, whatever the settings say.
    """
    from footnoted.mementos import ARCHIVES as OURS
    from footnoted.mementos import archive_at

    if bases and not ask and was_given("archive"):
        if was_given("archives") or was_given("archives_for_links"):
            raise FootnotedError("--no-archives and --archive contradict each other; leave one out")
        ask = True
    return (tuple(dict.fromkeys(archive_at(base) for base in bases)) or OURS) if ask else ()
