"""`footnoted.reports.document`: what history tells of a link and of a part, in the document."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import records
from footnoted import plan
from footnoted.history import HistoryLine, LinkLine, News, ObservationLine
from footnoted.model.capture import Capture
from footnoted.model.question import Question
from footnoted.model.report import Report
from footnoted.model.seen import Seen
from footnoted.model.verdicts import LinkLook, LinkVerdict, PartVerdict
from footnoted.reports.audited import Audited
from footnoted.reports.document import make_report
from footnoted.verdicts import Part, Setting, judge_claim

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
URL = "https://a.example/x"
RAW = f"https://web.archive.org/web/20130910000000id_/{URL}"


def looked(days_ago: int, verdict: LinkVerdict) -> LinkLine:
    at = NOW - timedelta(days=days_ago)
    return LinkLine(at=at, kind="link", url=URL, verdict=verdict, reason=None, vantage="here")


def saw(words: str, days_ago: int = 1, claim: str = "c") -> ObservationLine:
    return ObservationLine(
        at=NOW - timedelta(days=days_ago),
        claim=claim,
        part=words,
        source="a",
        memento_at=datetime(2013, 9, 10, tzinfo=UTC),
        url=RAW,
        verdict=PartVerdict.VERBATIM,
    )


def documented(*history: HistoryLine) -> Report:
    claim = records.claim(note=("1",), quotations=[{"text": "never leave"}])
    corpus = records.corpus([claim], [records.note("1", "a")], [records.source("a", URL)])
    scope = plan.scope_of(corpus, None)
    judged = judge_claim(claim, [], [], [Part("quotation", 0, ())], Setting(NOW, "2013-10"))
    capture = Capture(asked=URL, basis="cited", at=NOW, vantage="here")
    look = LinkLook(URL, LinkVerdict.DEAD)
    seen = Seen("a", Question(URL, "cited"), capture, None, look)
    return make_report(
        Audited(
            version="0",
            corpus=corpus,
            scope=scope,
            as_of=NOW,
            vantage="here",
            findings=(),
            claims={"c": judged},
            seen=(seen,),
            news=News(),
            history=history,
        )
    )


def test_a_link_has_the_life_that_history_told_before_this_audit() -> None:
    """In order of time; the audit's own lines, there on a replay, are not its past."""
    alive, dead = looked(30, LinkVerdict.ALIVE), looked(3, LinkVerdict.DEAD)
    report = documented(dead, alive, looked(0, LinkVerdict.DEAD))
    assert [(one.at, one.verdict) for one in report.links[0].life] == [
        ("2026-10-25T15:00:00Z", LinkVerdict.ALIVE),
        ("2026-11-21T15:00:00Z", LinkVerdict.DEAD),
    ]
    assert report.links[0].since == "2026-11-21"


def test_a_part_has_what_bisect_saw_of_its_very_words() -> None:
    """Observations of other claims, of the words before an edit, and later ones are left out."""
    others = (saw("never left"), saw("never leave", claim="d"), saw("never leave", days_ago=0))
    report = documented(saw("never leave"), *others)
    (part,) = report.claims[0].parts
    assert [(one.at, one.url, one.view_url) for one in part.observed] == [
        ("2013-09-10T00:00:00Z", RAW, RAW.replace("id_", ""))
    ]
    assert documented(*others).claims[0].parts[0].observed == ()
