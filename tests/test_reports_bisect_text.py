"""`footnoted bisect` for people: doubts, gaps and hostile words."""

from __future__ import annotations

from typing import Any

import pytest

from footnoted.model.bisected import (
    BisectDocument,
    BisectedPart,
    SightDoc,
    SpellDoc,
    TurnDoc,
    UnreadDoc,
)
from footnoted.model.verdicts import PartVerdict
from footnoted.reports.bisect_text import bisect_lines
from sample_reports import HOSTILE

VIEW = "https://web.archive.org/web/20130910120000/http://news.example/"


def sight(at: str, verdict: PartVerdict, **more: Any) -> SightDoc:
    """Return what a memento told."""
    given: dict[str, Any] = {
        "url": VIEW,
        "view_url": VIEW,
        "itself": True,
        "source_wording": None,
        "message": "",
        "needs_review": False,
    }
    return SightDoc(at=at, verdict=verdict, **(given | more))


def spell(state: Any, *sights: SightDoc, unseen: int = 0) -> SpellDoc:
    """Return mementos in a row."""
    first, last = sights[0].at, sights[-1].at
    return SpellDoc(state=state, first=first, last=last, unseen=unseen, observed=sights)


def document(text: str = "some words", **part: Any) -> BisectDocument:
    """Return a search of one part."""
    given: dict[str, Any] = {"spells": (), "turns": (), "recurs": False, "unseen": 0, "unread": ()}
    return BisectDocument(
        corpus="claims/p",
        claim="c",
        says=None,
        source="a",
        url="http://news.example/",
        archives=("web.archive.org",),
        silent=(),
        as_of="2026-11-24T12:00:00Z",
        anchor=None,
        listed=9,
        errors=0,
        beyond=2,
        looked_at=3,
        held=1,
        requests=3,
        stopped="the budget of 3 requests is spent",
        parts=(BisectedPart(part=1, kind="quotation", text=text, **(given | part)),),
    )


def test_doubts_and_gaps_are_told() -> None:
    """What nobody looked at, what a person must judge, and two changes of one day."""
    doubt = {"needs_review": True, "message": "under a denial"}
    found = sight("2013-09-10T12:00:00Z", PartVerdict.VERBATIM, **doubt)
    lost = sight("2013-09-10T18:00:00Z", PartVerdict.ABSENT)
    turn = TurnDoc(before=found.at, after=lost.at, was="present", became="absent", unseen=2)
    lines = bisect_lines(
        document(spells=(spell("present", found), spell("absent", lost)), turns=(turn,), unseen=2)
    )
    assert lines == [
        "c: a, http://news.example/",
        "",
        "part 1, quotation: some words",
        "  present: 2013-09-10",
        "    for a person to judge on 1 memento: under a denial",
        f"    {VIEW}",
        "  absent: 2013-09-10",
        (
            "  so it went between 2013-09-10T12:00:00Z and 2013-09-10T18:00:00Z "
            "(2 mementos between not looked at)"
        ),
        "  2 mementos between these not looked at: it may have come and gone there unseen",
        "",
        (
            "ended before all was known: the budget of 3 requests is spent; "
            "run it again to go on from here"
        ),
        (
            "9 mementos on record (2 outside the days asked for); 3 looked at, 1 of them kept from "
            "before; 3 requests made"
        ),
    ]


def test_many_that_told_nothing_are_counted() -> None:
    """Eight are named."""
    lost = tuple(
        UnreadDoc(at=f"20{year}-01-01", came_at=None, url=VIEW, view_url=VIEW, why="framed")
        for year in range(10, 22)
    )
    lines = bisect_lines(document(unread=lost))
    assert "  nothing was observed" in lines
    assert sum("no word of" in line for line in lines) == 8
    assert "  nor of 4 more" in lines


@pytest.mark.parametrize("place", ["text", "wording", "why"])
def test_words_from_outside_cannot_move_a_terminal(place: str) -> None:
    """Whatever stands on the page, a line is a line and has no control character."""
    altered = sight("2013-09-10T12:00:00Z", PartVerdict.ALTERED, source_wording=HOSTILE)
    lost = UnreadDoc(at="2013-01-01", came_at=None, url=VIEW, view_url=VIEW, why=HOSTILE)
    shown = {
        "text": document(HOSTILE),
        "wording": document(spells=(spell("mismatch", altered),)),
        "why": document(unread=(lost,)),
    }[place]
    lines = bisect_lines(shown)
    assert any("[U+001B]" in line for line in lines)
    assert all(line.isprintable() for line in lines)
