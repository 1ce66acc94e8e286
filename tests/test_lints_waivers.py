from __future__ import annotations

from datetime import date

import pytest

from footnoted.lints.waivers import Looked, is_expired, matches, waive, waiver_findings
from footnoted.model.finding import Finding, Where
from footnoted.model.records import Waiver
from lintcase import corpus

DAY = date(2026, 11, 24)
WAIVER = {
    "rule": "missing-note",
    "note": "3",
    "owner": "mk",
    "reason": "asked the author",
    "expires": "2026-11-24",
}
FINDING = Finding("missing-note", "error", Where("notes.yaml", 3, 1, note="3"), "not printed")


def test_a_waiver_marks_its_finding_until_its_last_day() -> None:
    """The finding stays and is marked; the day after it counts again."""
    one = corpus(waivers=[WAIVER])
    assert [found.waived for found in waive([FINDING], one, DAY)] == [True]
    assert [found.waived for found in waive([FINDING], one, date(2026, 11, 25))] == [False]
    assert is_expired(one.waivers[0], date(2026, 11, 25))
    assert not is_expired(one.waivers[0], DAY)


def test_a_waiver_fits_one_rule_and_one_target() -> None:
    """Another rule, another record, or another kind of record with the same id does not fit."""
    waiver = Waiver.model_validate(WAIVER)
    assert matches(waiver, FINDING)
    for rule, where in (
        ("dangling-note", Where(note="3")),
        ("missing-note", Where(note="4")),
        ("missing-note", Where(claim="3")),
        ("missing-note", Where(file="notes.yaml")),
    ):
        assert not matches(waiver, Finding(rule, "error", where, "x"))


def test_a_waiver_of_a_lost_page_fits_however_it_is_lost() -> None:
    """Dead tonight, a soft 404 tomorrow, rotten next week: one trouble, and one waiver."""
    waiver = Waiver.model_validate(WAIVER | {"rule": "link-dead", "note": None, "source": "s"})
    lost = ("link-dead", "link-soft-404", "link-parked", "link-rotten")
    at = Where(source="s")
    assert all(matches(waiver, Finding(rule, "error", at, "x")) for rule in lost)
    assert not matches(waiver, Finding("link-moved", "warning", at, "x"))


def test_an_expired_waiver_is_an_error_and_an_idle_one_a_warning() -> None:
    """Both at the waiver's place; of a rule that did not run nobody knows."""
    idle = WAIVER | {"note": "4", "expires": "2027-01-01"}
    one = corpus(waivers=[WAIVER, idle, idle | {"rule": "anchor-not-found"}])
    later = date(2026, 12, 1)
    found = [*waiver_findings([FINDING], one, Looked({"missing-note"}), later)]
    assert [(each.rule, each.level, each.where.line, each.where.note) for each in found] == [
        ("waiver-expired", "error", 1, "3"),
        ("waiver-unused", "warning", 2, "4"),
    ]
    assert "ran out on 2026-11-24" in found[0].message
    assert [
        *waiver_findings([FINDING], corpus(waivers=[WAIVER]), Looked({"missing-note"}), DAY)
    ] == []


def test_a_waiver_of_an_unknown_rule_names_the_nearest() -> None:
    """Told instead of anything else; without the list of rules nobody knows."""
    one = corpus(waivers=[WAIVER | {"rule": "mising-note"}])
    later = date(2026, 12, 1)
    known = {"missing-note", "link-dead"}
    (found,) = waiver_findings([FINDING], one, Looked({"missing-note"}), DAY, known=known)
    assert (found.rule, found.level, found.where.note) == ("waiver-unknown-rule", "error", "3")
    assert found.message == "no rule is called 'mising-note': did you mean 'missing-note'?"
    (found,) = waiver_findings([FINDING], one, Looked({"missing-note"}), later)
    assert found.rule == "waiver-expired"


@pytest.mark.parametrize(
    ("target", "message"),
    [
        (
            {"source": "smith-2011"},
            "no source that could be read is called 'smith-2011': did you mean 'smith-2012'?",
        ),
        (
            {"claim": "other"},
            "no claim that could be read is called 'other': name another, or take the waiver out",
        ),
        ({"source": "smith-2012"}, None),
        ({"claim": "c"}, None),
        ({"note": "of-the-paper-alone"}, None),
    ],
)
def test_a_waiver_of_no_record_is_told_the_nearest(
    target: dict[str, str], message: str | None
) -> None:
    """A mistyped id silences nothing, and would be found out by a red night; also when expired."""
    one = corpus(
        waivers=[WAIVER | {"note": None} | target],
        sources=[{"id": "smith-2012"}],
        claims=[{"id": "c", "at": {"start": "x"}}],
    )
    for day in (DAY, date(2026, 12, 1)):
        found = [*waiver_findings([], one, Looked(()), day)]
        told = [each.message for each in found if each.rule == "waiver-unknown-target"]
        assert told == ([message] if message else [])


def test_of_what_nobody_could_see_no_waiver_is_idle() -> None:
    """A wall hides the misquotation that was waived; a lint of the records sees through it."""
    waiver = WAIVER | {"rule": "quotation-altered", "note": None, "claim": "c"}
    lint = WAIVER | {"rule": "missing-note", "note": None, "claim": "c"}
    rules = {"quotation-altered", "missing-note"}
    looked = Looked(rules, {"quotation-altered"}, {"claim:c"})
    records = corpus(waivers=[waiver, lint], claims=[{"id": "c", "at": {"start": "x"}}])
    found = [*waiver_findings([], records, looked, DAY)]
    assert [(one.rule, one.where.line) for one in found] == [("waiver-unused", 2)]
    seen = Looked(rules, {"quotation-altered"}, {"claim:d", "source:c"})
    assert len([*waiver_findings([], records, seen, DAY)]) == 2
