"""Which archive may be asked about what, and which of them are strangers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from footnoted.audit.network import by_reach
from footnoted.mementos import WAYBACK, Archive, may_be_public
from footnoted.model.question import Question
from footnoted.web.dial import Resolver, ask_system
from footnoted.web.settings import FetchSettings


def is_near(archive: Archive, settings: FetchSettings, resolver: Resolver = ask_system) -> bool:
    """Tell whether an archive lies on a network that the command line allowed.

    The Wayback Machine is known not to, and its name is not looked up to find out.
    """
    if not settings.allow_net or archive.host == WAYBACK.host:
        return False
    near, _ = by_reach([Question(archive.timegate, "archive")], settings, resolver)
    return bool(near)


def may_know(archive: Archive, url: str, settings: FetchSettings) -> bool:
    """Tell whether an archive may be asked about `url`: strangers never about our own network."""
    return may_be_public(url) or is_near(archive, settings)


def with_archives(
    settings: FetchSettings, archives: Iterable[Archive], resolver: Resolver = ask_system
) -> FetchSettings:
    """Return the settings that meet these archives, and ours, as archives want to be met.

    One on a network of the command line's is our own, and keeps the pace of any host.
    """
    asked = list(archives)
    hosts = {one.host for one in asked} | {WAYBACK.host}
    near = {one.host for one in asked if is_near(one, settings, resolver)}
    return replace(
        settings,
        archive_hosts=settings.archive_hosts | hosts,
        own_archives=settings.own_archives | near,
    )


def may_be_told(archive: Archive, url: str, settings: FetchSettings) -> bool:
    """Tell what `may_know` tells, by settings `with_archives`: no name is looked up again."""
    return may_be_public(url) or archive.host in settings.own_archives
