"""`footnoted links --state`: what is new, known, over and rotten, from real looks at loopback."""

from __future__ import annotations

import ipaddress
import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from footnoted.audit.history_baseline import accept_links
from footnoted.audit.link_lists import Fault, Link, Listed
from footnoted.audit.link_memory import HISTORY, blind_too_long, recall, remember
from footnoted.audit.links import check_links
from footnoted.audit.options import Clock, Watcher
from footnoted.errors import FootnotedError
from footnoted.model.documents import LinksDocument
from footnoted.store.state import read_history
from loopback import Answer, Site, page, redirect, serve
from web_help import LOOPBACK

FIRST = datetime(2026, 11, 1, 12, tzinfo=UTC)
GONE = Answer(404, b"gone")
PAGE = page("<h1 id=a>Title</h1><p>" + "Some words of prose. " * 40)


class Nights:
    """Runs of one list on one state folder, a day apart unless told."""

    def __init__(self, folder: Path, vantage: str = "here") -> None:
        self.folder = folder
        self.vantage = vantage

    def run(
        self,
        day: float,
        urls: Sequence[str],
        *,
        faults: Sequence[str] = (),
        stop: threading.Event | None = None,
        file: str = "list.txt",
    ) -> LinksDocument:
        """Look at `urls` on a day, and remember."""
        links = [Link(url, number, file) for number, url in enumerate(urls, 1)]
        listed = Listed(links, [file], [Fault(name, f"{name}: bad") for name in faults])
        past = recall(self.folder, self.vantage)
        at = FIRST + timedelta(days=day)
        watcher = Watcher(stop=stop or threading.Event())
        document = check_links(
            links, "", LOOPBACK, Clock(lambda: at), watcher, past=past, listed=listed
        )
        remember(self.folder, past, document)
        return document

    def lines(self) -> list[str]:
        """Return the kinds of the lines of history."""
        return [line.kind for line in read_history(self.folder / HISTORY).lines]


def told(document: LinksDocument) -> list[tuple[str, str, str | None]]:
    return [(one.rule, one.level, one.news) for answer in document.links for one in answer.findings]


def test_a_page_never_seen_is_new_once(tmp_path: Path) -> None:
    """An error the first night, the same error the next, fixed when the page is there."""
    nights = Nights(tmp_path)
    with serve({"/a": [GONE, GONE, PAGE]}) as site:
        urls = [site.url("/a")]
        assert told(nights.run(0, urls)) == [("link-dead", "error", "new")]
        second = nights.run(1, urls)
        assert told(second) == [("link-dead", "error", "persisting")]
        assert second.links[0].since == "2026-11-01"
        third = nights.run(2, urls)
    assert (told(third), [one.target for one in third.fixed]) == ([], urls)
    assert nights.run(3, []).fixed == ()


def test_three_losses_over_six_days_are_rot_and_new_once(tmp_path: Path) -> None:
    """A page seen before is a warning until then, whatever it answers: 404, or an error page."""
    lost = page("<title>Page not found</title><p>Page not found")
    nights = Nights(tmp_path)
    with serve({"/a": [PAGE, GONE, lost, GONE, GONE]}) as site:
        urls = [site.url("/a")]
        heard = [told(nights.run(day, urls)) for day in (0, 1, 4, 7, 8)]
    assert heard == [
        [],
        [("link-dead", "warning", "new")],
        [("link-soft-404", "warning", "persisting")],
        [("link-rotten", "error", "new")],
        [("link-rotten", "error", "persisting")],
    ]


def test_looks_from_two_places_never_add_up(tmp_path: Path) -> None:
    """Each place counts its own."""
    with serve({"/a": [PAGE, GONE, GONE, GONE]}) as site:
        urls = [site.url("/a")]
        for day, place in ((0, "here"), (1, "here"), (4, "there"), (8, "here")):
            document = Nights(tmp_path, place).run(day, urls)
    assert told(document) == [("link-dead", "warning", "persisting")]
    assert document.vantage == "here"


def test_a_wall_fixes_nothing(tmp_path: Path) -> None:
    """What was gone yesterday is not over because nobody can see it tonight."""
    nights = Nights(tmp_path)
    with serve({"/a": [GONE, Answer(403, b"no"), GONE]}) as site:
        urls = [site.url("/a")]
        nights.run(0, urls)
        second = nights.run(1, urls)
        assert (told(second), second.fixed) == ([("link-blocked", "info", None)], ())
        assert told(nights.run(2, urls)) == [("link-dead", "error", "persisting")]


def test_a_page_is_known_by_its_url_alone(tmp_path: Path) -> None:
    """Not by file, line or fragment; a missing place is known by its own address."""
    nights = Nights(tmp_path)
    with serve({"/b": PAGE}) as site:
        nights.run(0, [site.url("/a"), site.url("/b#lost")])
        moved = [site.url("/b#lost"), site.url("/b#gone"), site.url("/a#x")]
        document = nights.run(1, moved, file="other.md")
    assert told(document) == [
        ("link-fragment", "warning", "persisting"),
        ("link-fragment", "warning", "new"),
        ("link-dead", "error", "persisting"),
    ]
    assert document.fixed == ()


def test_an_address_taken_out_is_fixed_if_all_was_read(tmp_path: Path) -> None:
    """A file that could not be read may still hold it."""
    nights = Nights(tmp_path)
    with serve({}) as site:
        nights.run(0, [site.url("/a")])
        assert nights.run(1, [], faults=["bad.md"]).fixed == ()
        assert [one.rule for one in nights.run(2, []).fixed] == ["link-dead"]


def test_a_look_at_a_page_is_one_line_however_often_it_is_listed(tmp_path: Path) -> None:
    """And a page that is well needs none the next night."""
    nights = Nights(tmp_path)
    with serve({"/a": PAGE}) as site:
        urls = [site.url("/a"), site.url("/a#a"), site.url("/a")]
        nights.run(0, urls)
        nights.run(1, urls)
    assert nights.lines() == ["link"]


def test_an_interrupted_run_leaves_history_as_it_was(tmp_path: Path) -> None:
    """What it saw may be half of the truth."""
    nights = Nights(tmp_path)
    stop = threading.Event()

    def stopping(_: object) -> Answer:
        stop.set()
        return GONE

    with serve({"/a": stopping, "/b": PAGE}) as site:
        document = nights.run(0, [site.url("/a"), site.url("/b")], stop=stop)
    assert "interrupted" in {one.reason for one in document.links}
    assert not (tmp_path / HISTORY).exists()


def test_without_a_network_nothing_is_remembered(tmp_path: Path) -> None:
    """`offline` accuses nobody, fixes nothing, and leaves no line but that nothing was seen."""
    nights = Nights(tmp_path)
    with serve({}) as site:
        nights.run(0, [site.url("/a")])
        before = nights.lines()
        document = nights.run(1, ["http://no-such-host.invalid/a"])
    assert [one.verdict for one in document.links] == ["offline"]
    assert document.fixed == ()
    assert nights.lines() == [*before, "blind"]


def test_without_state_all_is_new_and_nothing_is_since(tmp_path: Path) -> None:
    """As ever: no yesterday."""
    with serve({}) as site:
        links = [Link(site.url("/a"), 1)]
        document = check_links(links, "x.txt", LOOPBACK, Clock(lambda: FIRST), Watcher())
    assert told(document) == [("link-dead", "error", "new")]
    assert document.links[0].since is None
    assert document.links[0].where.file == "x.txt"


def heard(site: Site, *paths: str) -> LinksDocument:
    links = [Link(site.url(path), number) for number, path in enumerate(paths, 1)]
    return check_links(links, "x.md", LOOPBACK, Clock(lambda: FIRST), Watcher())


def test_places_of_one_page_ask_it_once_and_are_looked_for_each() -> None:
    """Each answer is about its own place, and names it where the page went."""
    with serve({"/p": PAGE, "/old": redirect("/p", 301)}) as site:
        document = heard(site, "/p#a", "/p#b", "/p", "/p#:~:text=words%20of", "/old#a", "/old#c")
        asked = sorted(site.paths())
        urls = [site.url(path) for path in ("/p#a", "/p#b", "/p", "/p#:~:text=words%20of")]
        assert [one.final_url for one in document.links[:4]] == urls
        assert document.links[4].suggested_url == site.url("/p#a")
    assert asked == ["/old", "/p", "/p"]
    assert [tuple(found.rule for found in one.findings) for one in document.links] == [
        (),
        ("link-fragment",),
        (),
        (),
        ("link-moved",),
        ("link-moved", "link-fragment"),
    ]


def test_three_places_of_a_page_are_no_three_addresses() -> None:
    """Only different addresses sent to one place are a sign."""
    answers = {"/1": redirect("/p"), "/2": redirect("/p"), "/p": PAGE}
    with serve(answers) as site:
        document = heard(site, "/1#a", "/1#b", "/1", "/2")
    assert {one.verdict for one in document.links} == {"alive"}


def test_two_spellings_of_a_page_are_asked_once() -> None:
    """A host in capitals, an address percent-encoded or not; the answer keeps the spelling."""
    with serve({"*": PAGE}, host="127.0.0.1") as site:
        spellings = ["/caf%C3%A9", "/café"]
        document = heard(site, *spellings)
        assert [one.url for one in document.links] == [site.url(path) for path in spellings]
        assert site.paths() == ["/caf%C3%A9"]


def test_allowed_networks_only(tmp_path: Path) -> None:
    """A list asks for nothing that the command line does not allow, and remembers no link."""
    private = replace(LOOPBACK, allow_net=(ipaddress.ip_network("127.0.0.9/32"),))
    past = recall(tmp_path, "here")
    with serve({}) as site:
        links = [Link(site.url("/a"), 1)]
        document = check_links(links, "x", private, Clock(lambda: FIRST), Watcher(), past=past)
        assert site.connections == 0
    remember(tmp_path, past, document)
    assert [one.verdict for one in document.links] == ["not_fetched"]
    assert [line.kind for line in read_history(tmp_path / HISTORY).lines] == ["blind"]


def test_the_third_blind_day_is_an_error(tmp_path: Path) -> None:
    """Nothing could be seen: told on two days, an error on the third, over when a page is seen."""
    nights = Nights(tmp_path)
    with serve({"/a": PAGE}) as site:
        urls = [site.url("/a")]
        days = [nights.run(0, urls)]
        site.answers["/a"] = Answer(503)
        days += [nights.run(day, urls) for day in (1, 1.1, 2, 3, 4)]
        blind = [(one.blind_nights, blind_too_long(one, "new-error")) for one in days]
        assert blind == [(0, False), (1, False), (1, False), (2, False), (3, True), (4, True)]
        site.answers["/a"] = PAGE
        again = nights.run(5, urls)
    assert (again.blind_nights, [one.rule for one in again.fixed]) == (0, ["could-not-look"])
    assert nights.lines() == [
        "link", "blind", "link", "look", "blind", "look", "blind", "new", "look", "blind", "look",
        "sighted", "fixed", "link",
    ]  # fmt: skip


def test_without_a_state_no_day_is_counted(tmp_path: Path) -> None:
    with serve({"/a": Answer(503)}) as site:
        links = [Link(site.url("/a"), 1, "list.txt")]
        document = check_links(links, "", LOOPBACK, Clock(lambda: FIRST), Watcher())
    assert (document.blind_nights, blind_too_long(document, "error")) == (0, False)


def test_a_baseline_takes_what_is_broken_as_known(tmp_path: Path) -> None:
    """A warning of today is no news either when it becomes an error; twice changes nothing."""
    nights = Nights(tmp_path)
    with pytest.raises(FootnotedError, match="no history yet"):
        accept_links(tmp_path)
    with serve({"/a": GONE, "/b": [PAGE, GONE]}) as site:
        urls = [site.url("/a"), site.url("/b")]
        nights.run(0, urls)
        nights.run(1, urls)
        assert (accept_links(tmp_path).now, accept_links(tmp_path).before) == (2, 2)
        later = [nights.run(day, urls) for day in (4, 7, 8)]
    assert {one[2] for document in later for one in told(document)} == {"persisting"}
    assert ("link-rotten", "error", "persisting") in told(later[-1])
