"""`footnoted links --archives`: the latest memento of what did not come."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from footnoted.audit.link_lists import Link
from footnoted.audit.links import check_links
from footnoted.audit.options import Clock, Watcher
from footnoted.commands import cli
from footnoted.model.documents import LinksDocument
from footnoted.reports.links_text import link_lines
from loopback import Answer, page, serve
from small_archive import SmallArchive, small_archive
from web_help import LOOPBACK, NOW

BODY = b"<p>The page as it was."
TOO_MANY = "it asks to be left alone for now (429)"


def check(archive: SmallArchive | None, *urls: str) -> tuple[LinksDocument, list[str]]:
    said: list[str] = []
    document = check_links(
        [Link(url, number) for number, url in enumerate(urls, 1)],
        "list",
        LOOPBACK,
        Clock(lambda: NOW),
        Watcher(lambda line, _done, total: said.append(line) if total == 0 else None),
        archives=(archive.named,) if archive else (),
    )
    return document, said


def test_a_page_that_did_not_come_has_its_latest_memento() -> None:
    """In the form that a reader can open; a page that came has none, and is not asked about."""
    well = page("<p>Well and good, and long enough to be one.")
    with serve({"/well": well}) as site, small_archive() as archive:
        archive.keep("2013-01-01", site.url("/gone"), BODY)
        archive.keep("2019-01-01", site.url("/gone"), BODY)
        archive.keep("2020-01-01", site.url("/gone"), BODY, status=404)
        document, _ = check(archive, *map(site.url, ["/well", "/gone", "/gone#part"]))
        view = archive.site.url(f"/coll/20190101120000/{site.url('/gone')}")
        assert [one.memento for one in document.links] == [None, view, view]
        assert archive.asked("index") == [site.url("/gone")]
        lines = [text for _, text in link_lines(document, None)]
    assert lines[1].endswith(f"archived: {view}")
    assert "archived" not in lines[0]


def test_without_archives_none_is_asked() -> None:
    """As it always was."""
    with serve({}) as site:
        document, _ = check(None, site.url("/gone"))
    assert [one.memento for one in document.links] == [None]


def test_a_silent_archive_is_told_once() -> None:
    """So that nobody takes its silence for an answer."""
    with serve({}) as site, small_archive() as archive:
        archive.faults["index"] = lambda: Answer(429, b"")
        document, said = check(archive, site.url("/gone"), site.url("/lost"))
    assert [one.memento for one in document.links] == [None, None]
    assert [line for line in said if archive.named.name in line] == [
        f"{archive.named.name} gave no answer about 2 of the pages: {TOO_MANY}"
    ]


def run(*arguments: str, stdin: str = "") -> Result:
    return CliRunner().invoke(cli, ["links", *arguments], input=stdin)


def test_the_command_asks_the_archive_it_is_given(tmp_path: Path) -> None:
    """`--archive` alone is enough to ask."""
    with serve({}) as site, small_archive() as archive:
        archive.keep("2013-01-01", site.url("/gone"), BODY)
        done = run(
            "--format=json",
            "--allow-net=127.0.0.0/8",
            "--pace=0",
            f"--archive={archive.site.url('/coll')}",
            stdin=site.url("/gone"),
        )
    told: dict[str, Any] = json.loads(done.stdout)
    assert told["links"][0]["memento"].endswith(f"/coll/20130101120000/{site.url('/gone')}")


@pytest.mark.parametrize("base", ["https://archive.today/x", "nonsense"])
def test_what_is_no_archive_is_refused(base: str) -> None:
    """In one line, before anything is asked."""
    done = run(f"--archive={base}", stdin="http://127.0.0.1:9/")
    assert done.exit_code != 0
    assert base in str(done.exception)
