"""A virtual month beside a real archive: each night's news is what a careful person writes."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from archive_faces import as_pywb
from archive_site import Pywb
from loopback import serve
from story.cast import CAST, MORE_PAGES
from story.installed import Installed, older_copy
from story.month import Month
from story.script import NIGHTS, NO_NETWORK, QUIET_ARCHIVE
from story.world import World, closed_port


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory, pywb: Pywb) -> Iterator[Month]:
    """Live through the month, once for all tests."""
    home = tmp_path_factory.mktemp("story")
    collection = pywb.collection()
    for part in CAST:
        for on, answer in part.held:
            collection.crawl(on, {part.url: answer})
    with ExitStack() as stack:
        world = World(
            stack.enter_context(serve({})),
            stack.enter_context(as_pywb(collection)),
            stack.enter_context(closed_port()).getsockname()[1],
            {part.url: part.life for part in CAST} | MORE_PAGES,
            QUIET_ARCHIVE,
            NO_NETWORK,
        )
        older = stack.enter_context(Installed(older_copy(home / "older")))
        newer = stack.enter_context(Installed())
        lived = Month(home, world, older, newer)
        for night in NIGHTS:
            lived.night(night.day)
        yield lived


@pytest.mark.timeout(300)
@pytest.mark.parametrize("night", NIGHTS, ids=lambda night: f"march-{night.day}")
def test_the_news_of_a_night_is_what_a_careful_person_writes(month: Month, night) -> None:
    wanted, found = list(night.written), list(month.told[night.day])
    wanted.append(f"exit {night.exit}")
    found.append(f"exit {month.exits[night.day]}")
    difference = "\n".join(difflib.ndiff(wanted, found))
    assert wanted == found, f"March {night.day}: a careful person (-), the program (+)\n{difference}"
