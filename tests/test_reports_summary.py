"""`footnoted.reports.summary`: the lines that a command prints."""

from __future__ import annotations

import re

import pytest

import sample_reports
import timely_reports
from footnoted.model.verdicts import LinkVerdict
from footnoted.reports.summary import summary_lines

MACHINE_WORDS = (
    "$2.4bn: claim 2.4e9 USD (±5e7) · source 2,100,000,000 USD · disagrees (another value)"
)


def test_the_summary_of_an_audit() -> None:
    """Label by label: how much holds, what is wrong, what is new, what was not looked at."""
    assert summary_lines(sample_reports.sample_report()) == [
        "Paper     The Salt Road: Ferries and Fisheries of the Lannet Sea",
        "Checked   24 November 2026, 15:40 UTC from a desk in Lannet, 7 links asked",
        "Notes     3 of 11 hold; 1 missing, 1 dangling, 1 ambiguous",
        (
            "Claims    2 mismatch, 1 not found, 1 source unavailable, 2 u"
            "nchecked, 1 supported then, 2 supported"
        ),
        "          (their statements were not judged)",
        (
            "Parts     quotations: 1 altered, 1 unchecked, 1 edited, 1 ty"
            "pographic, 2 verbatim; figures:"
        ),
        "          1 disagrees, 1 absent, 1 unchecked, 2 agrees",
        (
            "Links     1 dead, 1 soft 404, 1 parked, 1 blocked, 1 unreach"
            "able, 1 moved, 1 not fetched, 1 offline,"
        ),
        "          1 alive; 2 sources without an address",
        "Findings  5 errors, 2 warnings, 1 remark; 1 waived",
        "News      4 new, 1 fixed, 4 persisting",
        "New       note 2, error: the quotation differs from its source in two words",
        "New       note 4, error: 47 boats is not in the source",
        "New       catch-tables, error: http://catch.example/tables is dead since 1 November 2026",
        "New       old, warning: https://old.example/a answers at https://new.example/a",
        "Not run   uncovered-quotation: the paper was not given",
        (
            "Worst     note 2, accounts-published: mismatch: The quotatio"
            "n drops a negation. 1 of 2 parts…"
        ),
    ]


def test_offline_is_said_where_nobody_misses_it() -> None:
    """Beside the date of the audit, once."""
    lines = summary_lines(sample_reports.offline_report())
    assert lines[1].endswith("OFFLINE: no network from here: nothing was asked")
    assert sum("OFFLINE" in line for line in lines) == 1


def test_what_time_tells_has_a_line_each() -> None:
    """A blind day, links that were not due, archives, those that were silent, what is gone."""
    lines = summary_lines(timely_reports.timely_report())
    assert lines[1].endswith("from a desk in Lannet, 6 links asked, 1 not due")
    labelled = {line[:10].strip(): line[10:] for line in lines}
    assert labelled["Blind"] == (
        "Nothing of what was due could be looked at from a desk in Lannet, 2 days in a row now."
    )
    assert labelled["Memory"] == (
        "1 link not due; the last look at each stands for it, the oldest of 20 November 2026; --all"
    )
    assert "--all asks every page" in " ".join(" ".join(lines).split())
    assert labelled["Silent"].startswith("no answer from archive.example for 2 links: 429: asked")
    assert labelled["Gone"] == "2 rotten, 1 mitigated by an archived copy of its time"
    told = " ".join(" ".join(lines).split())
    assert "Archives of 10 links: 2 near the day of access, 1 at another time only" in told
    causes = "4 new (1 because the page changed, 1 because the record is new or changed, 1 because"
    assert causes in told


def test_of_many_new_findings_the_first_are_told_and_the_rest_counted() -> None:
    """A run that is red says what turned it so, and stays short."""
    report = sample_reports.sample_report()
    new = [one for one in report.findings if one.news == "new"]
    lines = summary_lines(report.model_copy(update={"findings": (*new, *new)}))
    assert sum(line.startswith("New ") for line in lines) == 5
    assert "          and 3 more; the report has all of them" in lines


def test_a_run_that_our_own_rules_kept_from_looking_says_why() -> None:
    """Nothing was asked, and the line tells which option would open the way."""
    report = sample_reports.sample_report()
    alone = {
        "verdict": LinkVerdict.NOT_FETCHED,
        "reason": "refused_address",
        "message": "10.0.0.7 is private; not connected to",
    }
    links = tuple(one.model_copy(update=alone) for one in report.links)
    run = report.run.model_copy(update={"blind_nights": 1})
    told = " ".join(summary_lines(report.model_copy(update={"links": links, "run": run})))
    assert "a desk in Lannet, 0 links asked" in told
    assert "--allow-net opens private addresses" in " ".join(told.split())
    assert "10.0.0.7 is private" in told


def test_where_there_is_nothing_to_say_there_is_no_line() -> None:
    """An audit without archives and without a past prints what it always printed."""
    labels = {line[:10].strip() for line in summary_lines(sample_reports.sample_report())}
    assert not labels & {"Blind", "Memory", "Archives", "Silent", "Gone"}


@pytest.mark.parametrize("name", ["sample", "timely", "empty", "offline", "hostile", "big"])
def test_it_is_few_aligned_lines_of_100_columns_and_safe_to_print(name: str) -> None:
    """No control character, no colour, the texts under each other."""
    module = timely_reports if name == "timely" else sample_reports
    lines = summary_lines(getattr(module, f"{name}_report")())
    assert 7 <= len(lines) <= 26
    for line in lines:
        assert re.fullmatch(r"(?:[A-Z][a-z ]{2,8} +| {10})\S.*", line)
        assert line[9] == " " != line[10]
        assert len(line) <= 100
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", line)


def test_a_first_audit_says_once_that_nothing_was_known_before() -> None:
    """All its findings are new for one reason, which is no news."""
    told = " ".join(" ".join(summary_lines(sample_reports.first_report())).split())
    assert "News 2 new; no finding was known before" in told


def test_a_new_finding_is_told_in_words_and_its_note_once() -> None:
    """As in a report: no `*words*`, no `2.4e9`, no "note 6, error: note 6 has"."""
    at = sample_reports.where(note="6")
    found = (
        sample_reports.finding("x", "error", "note 6 drops *not* before *a*", news="new", at=at),
        sample_reports.finding("y", "error", MACHINE_WORDS, news="new", at=at),
    )
    told = " ".join(summary_lines(sample_reports.report(findings=found)))
    assert "note 6, error: drops “not” before “a”" in told
    assert "claim 2.4 billion USD (give or take 50 million) · source 2.1 billion USD" in (
        " ".join(told.split())
    )


def test_lints_that_did_not_run_for_one_reason_are_counted() -> None:
    """Without the paper that is most of them; the reason is told once."""
    (many,) = (
        line
        for line in summary_lines(
            sample_reports.sample_report(not_run=sample_reports.without_paper(29))
        )
        if line.startswith("Not run")
    )
    assert many == "Not run   needs the paper: give it with --paper (29 lints)"
