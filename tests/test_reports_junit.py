"""`footnoted.reports.junit`: test results for CI servers."""

from __future__ import annotations

from lxml import etree

import sample_reports
import timely_reports
from footnoted.model.report import Report
from footnoted.model.verdicts import ClaimVerdict, LinkVerdict
from footnoted.reports.junit import render


def read(report: Report) -> etree._Element:
    """Parse strictly: what is not well-formed XML 1.0 is an error."""
    return etree.fromstring(render(report).encode())


def told(root: etree._Element, name: str, tag: str) -> str:
    """Return the text of a case's failure, or of another of its elements."""
    (case,) = [case for case in root.iter("testcase") if case.get("name") == name]
    return case.findtext(tag) or ""


def state(root: etree._Element, name: str) -> str:
    (case,) = [case for case in root.iter("testcase") if case.get("name") == name]
    return str(case[0].tag)


def test_new_errors_fail_unseen_things_are_skipped_and_the_rest_passes() -> None:
    """A known mismatch passes and says that it is known; a walled page is no pass."""
    root = read(sample_reports.sample_report())
    assert state(root, "accounts-published") == "failure"
    assert state(root, "boats-lost") == "failure"
    assert state(root, "ferry-passengers-2012") == "system-out"
    assert state(root, "no-boat-home") == "skipped"
    assert state(root, "tides-wall") == "skipped"
    assert state(root, "http://catch.example/tables") == "failure"
    assert state(root, "https://walled.example/tides") == "skipped"
    assert state(root, "https://dark.example/") == "skipped"
    assert state(root, sample_reports.HARBOUR) == "system-out"


def test_a_reason_code_is_no_proof() -> None:
    """`Proof: http_404` says nothing that the message has not said."""
    dead = sample_reports.finding("link-dead", "error", "gone (404)", news="new", proof="http_404")
    assert "http_404" not in render(sample_reports.report(findings=(dead,)))


def test_a_failure_tells_rule_place_and_proof() -> None:
    """The text is enough to mend it without opening another report."""
    root = read(sample_reports.sample_report())
    text = told(root, "accounts-published", "failure")
    assert "claims/salt-road/02-ferries.yaml:12:3: error: the quotation differs" in text
    assert "[altered-quotation]\nProof: will not always publish" in text


def test_the_counts_are_those_of_the_cases() -> None:
    """Each suite's and the whole's."""
    root = read(sample_reports.sample_report())
    for suite in (root, *root.findall("testsuite")):
        assert int(suite.get("tests", "")) == len(list(suite.iter("testcase")))
        assert int(suite.get("failures", "")) == len(list(suite.iter("failure")))
        assert int(suite.get("skipped", "")) == len(list(suite.iter("skipped")))


def test_no_finding_is_lost() -> None:
    """One that is about no claim and no link has a case of its own; a new error fails there."""
    new = sample_reports.finding("missing-note", "error", "mark 9", news="new")
    waived = sample_reports.finding("missing-note", "error", "mark 8", news="new", waived=True)
    root = read(sample_reports.report(findings=(new, waived)))
    assert root.get("tests") == "2"
    assert root.get("failures") == "1"


def test_a_wrong_claim_without_a_finding_fails() -> None:
    """Nobody has said that it is known."""
    claim = sample_reports.claim("alone", ClaimVerdict.MISMATCH, (sample_reports.DISAGREES,))
    assert state(read(sample_reports.report((claim,))), "alone") == "failure"


def test_a_link_s_finding_is_not_put_on_another_link_of_its_source() -> None:
    """A dead address fails; the living memento of the same source does not."""
    verdict = LinkVerdict
    links = (
        sample_reports.link("http://a.example/x", verdict.DEAD, source="a"),
        sample_reports.link(
            "https://archive.example/y", verdict.ALIVE, source="a", basis="memento"
        ),
    )
    dead = sample_reports.finding(
        "rotten",
        "error",
        "http://a.example/x is gone",
        news="new",
        at=sample_reports.where(source="a"),
    )
    root = read(sample_reports.report(links=links, findings=(dead,)))
    assert state(root, "http://a.example/x") == "failure"
    assert state(root, "https://archive.example/y (memento of a)") == "system-out"


def test_a_mitigated_loss_is_no_failure() -> None:
    """The archived copy stands in for the page; a finding of another kind fails all the same."""
    dead = sample_reports.finding(
        "link-dead",
        "error",
        "http://catch.example/tables: gone",
        news="new",
        at=sample_reports.where(source="catch-tables"),
    )
    links = timely_reports.timely_links()
    root = read(timely_reports.timely_report().model_copy(update={"findings": (dead,)}))
    assert state(root, "http://catch.example/tables") == "system-out"
    text = told(root, "http://catch.example/tables", "system-out")
    assert "Mitigated: the page is gone, and an archived copy of 2 March 2013 holds every" in text
    lint = dead.model_copy(update={"rule": "waiver-expired"})
    root = read(sample_reports.report(links=links, findings=(lint,)))
    assert state(root, "http://catch.example/tables") == "failure"


def test_an_upgrade_is_told_and_fails_nothing() -> None:
    """Three errors that are new with our version only: of a claim, of a link, of neither."""
    root = read(timely_reports.timely_report())
    assert state(root, "boats-lost") == "system-out"
    text = told(root, "boats-lost", "system-out")
    assert text.startswith("No failure: new with this version of footnoted")
    assert "New: this version judges differently: the page of 20 November, judged" in text
    made = sample_reports.finding
    page = sample_reports.where(source="harbour-2012")
    late = made("link-dead", "error", "gone", news="new", at=page, cause="tool")
    lint = made("missing-note", "error", "mark 9", news="new", cause="tool")
    links = (sample_reports.link(sample_reports.HARBOUR, LinkVerdict.DEAD),)
    root = read(sample_reports.report(links=links, findings=(late, lint)))
    assert root.get("failures") == "0"
    said = [out.text or "" for out in root.iter("system-out")]
    assert len(said) == 2
    assert all("No failure: new with" in out for out in said)


def test_a_failure_says_why_it_is_new() -> None:
    """The page, the record, or a date."""
    root = read(timely_reports.timely_report())
    text = told(root, "accounts-published", "failure")
    assert "New: the page changed: on 20 November the page still had the words." in text


def test_hostile_text_leaves_well_formed_xml() -> None:
    """Controls that XML forbids are named; `]]>` and tags are escaped."""
    root = read(sample_reports.hostile_report())
    text = told(root, "hostile", "failure")
    assert "<script>alert(1)</script>" in text
    assert "]]> [U+0000][U+0008]" in text
    assert not list(root.iter("script"))
