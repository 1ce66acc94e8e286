"""`footnoted.reports.archives`: what archives hold, and links that outlive their pages."""

from __future__ import annotations

import pytest

import sample_reports
import timely_reports
from footnoted.model.report import EvidenceDoc, LinkDoc, MementoDoc
from footnoted.model.verdicts import LinkVerdict
from footnoted.reports import archives

URL = "https://a.example/x"
HELD = sample_reports.memento("2013-03-02", URL)
SILENT = (("archive.example", "429"),)


def link(*, url: str = URL, nearest: MementoDoc | None = HELD, **fields: object) -> LinkDoc:
    held = sample_reports.archived(nearest, **fields)
    return sample_reports.link(url, LinkVerdict.ALIVE, archived=held)


def of_memento(**fields: object) -> EvidenceDoc:
    given = {"url": HELD.url, "memento_at": HELD.at, "view_url": HELD.view_url}
    return sample_reports.evidence("memento", **(given | fields))


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (link(), "archived 2 March 2013, near the day of access"),
        (link(near=False), "archived 2 March 2013, not near the day of access"),
        (link(near=None), "archived 2 March 2013; the day of access is not known"),
        (link(nearest=None), "not archived, as of 24 November 2026"),
        (
            link(nearest=None, silent=SILENT),
            "not known to be archived: no answer from archive.example (429)",
        ),
        (sample_reports.link(URL, LinkVerdict.ALIVE), ""),
    ],
)
def test_silence_is_never_said_to_be_absence(one: LinkDoc, words: str) -> None:
    """Only an archive that answered can say that it holds nothing."""
    assert archives.archived_words(one) == words


def test_copies_count_what_the_report_counts() -> None:
    """All four states, also at 0; nothing at all where no archive was asked."""
    rows = archives.copies(timely_reports.timely_report())
    assert [(row.kind, row.count) for row in rows] == [
        ("near", 2),
        ("far", 1),
        ("none", 1),
        ("unknown", 6),
    ]
    assert archives.copies(sample_reports.sample_report()) == []
    assert archives.copies_words(sample_reports.sample_report()) == ""


def test_a_cited_page_has_the_nearest_memento_beside_it() -> None:
    """Robust Links 1.0: the page's own address, the version's, and the version's day."""
    robust = archives.of_evidence(sample_reports.evidence(url=URL), link())
    assert robust == archives.Robust(URL, HELD.view_url, "2013-03-02", "archived 2 March 2013")
    assert archives.of_evidence(sample_reports.evidence("alternate", url="x"), link()) is None


def test_a_memento_is_the_version_that_was_compared() -> None:
    """Not the nearest one known; its address tells the page's own, where it does, else none."""
    other = link(nearest=sample_reports.memento("2019-01-01", URL))
    robust = archives.of_evidence(of_memento(), other)
    assert robust
    assert (robust.original, robust.date) == (URL, "2013-03-02")
    bare = archives.of_evidence(of_memento(view_url=None, memento_at=None), None)
    assert bare == archives.Robust(URL, HELD.view_url, "2013-03-02", "archived 2 March 2013")
    odd = archives.of_evidence(of_memento(url="https://perma.example/AB12"), None)
    assert odd
    assert odd.original is None


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", 'https://a.example/" onclick="x', "data:text/html,x", "", "\u202ehttp"],
)
def test_only_a_web_address_is_ever_a_version(address: str) -> None:
    """Whatever an archive's list holds."""
    held = MementoDoc(at=HELD.at, url=address, view_url=address)
    assert archives.of_link(link(nearest=held)) is None
    assert archives.of_evidence(of_memento(url=address, view_url=address), link()) is None
    robust = archives.of_link(link(url=address))
    assert robust is not None
    assert robust.original is None


def test_a_mitigated_link_names_the_copies_that_stand_in() -> None:
    """With their days, as far as the evidence tells them."""
    report = timely_reports.timely_report()
    dead = next(one for one in report.links if one.mitigated)
    assert archives.mitigated_words(report, dead) == (
        "the page is gone, and an archived copy of 2 March 2013 holds every part on record"
    )
    bare = sample_reports.link(URL, LinkVerdict.DEAD, mitigated=True)
    assert "an archived copy near the day of access holds" in archives.mitigated_words(report, bare)
