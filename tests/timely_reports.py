"""The sample report with a past: archived copies, links' lives, causes of news, a blind night."""

from __future__ import annotations

from typing import Any

import sample_reports
from footnoted.model.report import (
    Cause,
    ClaimDoc,
    FindingDoc,
    FixedDoc,
    LinkDoc,
    NotRunDoc,
    Report,
)
from footnoted.model.verdicts import LinkVerdict, PartVerdict


def timely_claims() -> tuple[ClaimDoc, ...]:
    """Return the sample's claims with all that time tells of them."""
    held = sample_reports.memento("2013-03-02", "http://catch.example/tables")
    copy = sample_reports.evidence(
        "memento",
        url=held.url,
        final_url=held.url,
        title="Catch tables",
        source="catch-tables",
        memento_at=held.at,
        view_url=held.view_url,
    )
    found, gone = PartVerdict.VERBATIM, PartVerdict.ABSENT
    seen = sample_reports.observed(
        ("2013-09-10", found),
        ("2014-02-03", found),
        ("2015-11-30", found),
        ("2016-04-02", found),
        ("2017-01-15", PartVerdict.ALTERED),
        ("2019-06-01", gone),
        ("2021-06-01", found),
    )
    claims = {one.id: one for one in sample_reports.sample_claims()}
    then, wrong = claims["catch-1998"], claims["accounts-published"]
    parts = [one.model_copy(update={"evidence": copy}) for one in then.parts]
    claims[then.id] = then.model_copy(update={"parts": tuple(parts)})
    first = wrong.parts[0].model_copy(update={"observed": seen})
    judged = sample_reports.case(
        state="stale",
        judgement=sample_reports.judgement(note="The board corrected its minutes."),
        changed=("the source reads otherwise there",),
    )
    update = {"parts": (first, *wrong.parts[1:]), "cases": (judged,)}
    claims[wrong.id] = wrong.model_copy(update=update)
    return tuple(claims.values())


def timely_links() -> tuple[LinkDoc, ...]:
    """Return the sample's links, with lives, archived copies, mitigated, rotten, remembered."""
    to = LinkVerdict
    silence = (("archive.example", "429: asked too often, to be left alone for an hour"),)
    dead = "2026-11-01"
    updates: dict[str, dict[str, Any]] = {
        sample_reports.HARBOUR: {
            "archived": sample_reports.archived(
                sample_reports.memento("2013-03-20", sample_reports.HARBOUR)
            ),
            "remembered": True,
            "at": "2026-11-20T15:40:00Z",
            "since": "2026-02-04",
            "life": sample_reports.sights(("2025-06-01", to.ALIVE), ("2026-02-03", to.UNREACHABLE))
            + sample_reports.sights(("2026-02-04", to.ALIVE))
            + sample_reports.sights(("2026-02-04", to.BLOCKED), vantage="a runner in Port Ansa"),
        },
        "http://catch.example/tables": {
            "archived": sample_reports.archived(
                sample_reports.memento("2013-03-02", "http://catch.example/tables")
            ),
            "mitigated": True,
            "rotten": True,
            "life": sample_reports.sights(
                ("2025-06-01", to.ALIVE), (dead, to.DEAD), ("2026-11-04", to.DEAD)
            ),
        },
        "https://old.example/a": {
            "archived": sample_reports.archived(
                sample_reports.memento("2019-05-03", "https://old.example/a"), near=False
            )
        },
        "https://soft.example/b": {
            "archived": sample_reports.archived(),
            "rotten": True,
            "life": sample_reports.sights(
                ("2026-08-01", to.ALIVE), ("2026-10-28", to.DEAD), (dead, to.SOFT_404)
            ),
        },
        "https://parked.example/": {"archived": sample_reports.archived(silent=silence)},
        "https://walled.example/tides": {
            "archived": sample_reports.archived(
                sample_reports.memento("2013-04-01", "https://walled.example/tides"), near=None
            ),
            "life": sample_reports.sights(
                ("2026-10-01", to.ALIVE), (dead, to.BLOCKED), ("2026-11-04", to.BLOCKED)
            ),
        },
        "https://slow.example/": {"archived": sample_reports.archived(silent=silence)},
    }
    return tuple(
        one.model_copy(update=updates.get(one.url, {})) for one in sample_reports.sample_links()
    )


def timely_findings() -> tuple[FindingDoc, ...]:
    """Return the sample's findings, each new one with a cause, and one without."""
    told: dict[str, tuple[Cause, str]] = {
        "altered-quotation": ("world", "on 20 November the page still had the words"),
        "absent-figure": ("tool", "the page of 20 November, judged today, lacks it as well"),
        "rotten-link": ("clock", ""),
        "moved-link": ("corpus", "the address on record was edited"),
    }
    return tuple(
        one.model_copy(
            update={"cause": told[one.rule][0], "cause_message": told[one.rule][1] or None}
        )
        if one.rule in told
        else one
        for one in sample_reports.sample_findings()
    )


def timely_report(**run: Any) -> Report:
    """Return the made-up audit with a past: archives, lives, causes, a second blind day."""
    given: dict[str, Any] = {
        "links_asked": 9,
        "links_remembered": 1,
        "archives": ("archive.example",),
        "blind_nights": 2,
        "not_run": (NotRunDoc(rule="uncovered-quotation", why="the paper was not given"),),
    }
    return sample_reports.report(
        timely_claims(),
        sample_reports.sample_notes(),
        timely_links(),
        timely_findings(),
        (FixedDoc(rule="rotten-link", target="https://tide.example/", message="answers again"),),
        **(given | run),
    )
