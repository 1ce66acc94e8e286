"""A claim's verdict is the first rule of DESIGN that fits."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

import records
from footnoted.model.capture import Basis
from footnoted.model.records import ClaimRecord, NoteRecord
from footnoted.model.verdicts import (
    ClaimVerdict,
    Comparison,
    LinkLook,
    LinkVerdict,
    PartVerdict,
)
from footnoted.verdicts import (
    Access,
    ClaimJudgement,
    Look,
    Part,
    Setting,
    judge_claim,
    latest_day,
    roll_up,
)

NOW = datetime(2026, 11, 24, tzinfo=UTC)
OLD = Setting(NOW, "2013-10")
FRESH = Setting(NOW, "2026-11")
CLAIM = records.claim(note="1", quotations=[{"text": "some words"}])
NOTE = records.note("1", "a")


def access(
    verdict: LinkVerdict | None = LinkVerdict.ALIVE,
    *read: Basis,
    source: str = "a",
    unreadable: str | None = None,
) -> Access:
    link = LinkLook("http://x.example", verdict, verdict.value, "why") if verdict else None
    return Access(source, link, read, unreadable)


def look(verdict: PartVerdict, basis: Basis = "cited", at: datetime = NOW, **more: object) -> Look:
    comparison = Comparison(verdict, reason=verdict.value, message=verdict.value, **more)  # type: ignore[arg-type]
    return Look("a", basis, f"http://x.example/{basis}", at, comparison)


def judge(
    looks: list[Look],
    accesses: list[Access],
    setting: Setting = OLD,
    claim: ClaimRecord = CLAIM,
    notes: list[NoteRecord] | None = None,
) -> ClaimJudgement:
    parts = [Part("quotation", 0, tuple(looks))] if claim.quotations else []
    return judge_claim(claim, notes if notes is not None else [NOTE], accesses, parts, setting)


def test_all_parts_on_the_cited_page_is_supported() -> None:
    """The message counts the parts, and never calls the statement true."""
    judged = judge([look(PartVerdict.VERBATIM)], [access(LinkVerdict.ALIVE, "cited")])
    assert judged.verdict is ClaimVerdict.SUPPORTED
    assert judged.message == "1 of 1 part found in the cited page"
    assert judged.basis == "cited"


@pytest.mark.parametrize("verdict", [PartVerdict.ALTERED, PartVerdict.DISAGREES])
def test_a_contradicted_part_is_a_mismatch(verdict: PartVerdict) -> None:
    """Altered words or another figure decide, whatever else is found."""
    judged = judge([look(verdict)], [access(LinkVerdict.ALIVE, "cited")])
    assert judged.verdict is ClaimVerdict.MISMATCH


def test_a_part_found_in_one_of_two_sources_is_found() -> None:
    """Absent from one source and found in the other supports."""
    looks = [look(PartVerdict.ABSENT), look(PartVerdict.VERBATIM)]
    both = [access(LinkVerdict.ALIVE, "cited"), access(LinkVerdict.ALIVE, "cited", source="b")]
    assert judge(looks, both).verdict is ClaimVerdict.SUPPORTED


def test_absent_from_one_source_while_the_other_is_dead_is_unavailable() -> None:
    """The part may have stood on the dead page: nobody can say it was not found."""
    both = [access(LinkVerdict.ALIVE, "cited"), access(LinkVerdict.DEAD, source="b")]
    judged = judge([look(PartVerdict.ABSENT)], both, FRESH)
    assert judged.verdict is ClaimVerdict.SOURCE_UNAVAILABLE


def test_absent_from_an_old_papers_page_may_have_drifted() -> None:
    """The page now is not what the author of an old paper saw."""
    judged = judge([look(PartVerdict.ABSENT)], [access(LinkVerdict.ALIVE, "cited")], OLD)
    assert (judged.verdict, judged.reason) == (ClaimVerdict.UNCHECKED, "may_have_drifted")


def test_absent_from_a_fresh_papers_page_is_not_found() -> None:
    """The page now is what the author of a fresh paper saw."""
    judged = judge([look(PartVerdict.ABSENT)], [access(LinkVerdict.ALIVE, "cited")], FRESH)
    assert judged.verdict is ClaimVerdict.NOT_FOUND


def test_absent_from_a_local_copy_is_not_found() -> None:
    """A local copy is what the author saw, however old the paper is."""
    judged = judge([look(PartVerdict.ABSENT, "local")], [access(None, "local")])
    assert (judged.verdict, judged.reason) == (ClaimVerdict.NOT_FOUND, "absent_from_local_copy")


def test_found_in_a_memento_near_the_paper_is_supported_then() -> None:
    """Its date is part of the verdict."""
    then = datetime(2013, 10, 20, tzinfo=UTC)
    looks = [look(PartVerdict.ABSENT), look(PartVerdict.VERBATIM, "memento", then)]
    judged = judge(looks, [access(LinkVerdict.ALIVE, "cited", "memento")])
    assert judged.verdict is ClaimVerdict.SUPPORTED_THEN
    assert "2013-10-20" in judged.message
    assert judged.seen_at == then


@pytest.mark.parametrize(
    ("link", "read", "reason", "words"),
    [
        (
            LinkVerdict.ALIVE,
            ("cited", "memento"),
            "gone_from_page",
            "not on the cited page as it is",
        ),
        (LinkVerdict.DEAD, ("memento",), "page_gone", "the cited page is gone"),
        (LinkVerdict.BLOCKED, ("memento",), "page_not_seen", "the cited page was not seen"),
        (LinkVerdict.OFFLINE, ("memento",), "page_not_seen", "the cited page was not seen"),
        (LinkVerdict.NOT_FETCHED, ("memento",), "page_not_seen", "the cited page was not seen"),
    ],
)
def test_what_became_of_the_page_is_told_beside_the_memento(
    link: LinkVerdict, read: tuple[Basis, ...], reason: str, words: str
) -> None:
    """That it lacks the words is said only of a page that was read."""
    looks = [look(PartVerdict.VERBATIM, "memento", datetime(2013, 10, 20, tzinfo=UTC))]
    judged = judge(looks, [access(link, *read)])
    assert (judged.verdict, judged.reason) == (ClaimVerdict.SUPPORTED_THEN, reason)
    assert judged.message.endswith(f"; {words}" + (" now" if link is LinkVerdict.ALIVE else ""))


def test_a_memento_is_near_the_day_of_access_or_else_of_the_paper() -> None:
    """Thirty days on either side; an access date speaks before the paper's."""
    assert OLD.near(datetime(2013, 10, 3, tzinfo=UTC), None)
    assert not OLD.near(datetime(2013, 12, 15, tzinfo=UTC), None)
    assert OLD.near(datetime(2011, 5, 9, tzinfo=UTC), "2011-05-01")
    assert not OLD.near(datetime(2013, 10, 3, tzinfo=UTC), "2011-05-01")


def test_what_could_not_be_compared_keeps_a_part_from_being_absent() -> None:
    """Absent from one source, in another language in the other: it may stand there."""
    french = replace(look(PartVerdict.UNCHECKED), source="b")
    both = [access(LinkVerdict.ALIVE, "cited"), access(LinkVerdict.ALIVE, "cited", source="b")]
    judged = judge([look(PartVerdict.ABSENT), french], both, FRESH)
    assert judged.verdict is ClaimVerdict.UNCHECKED


def test_a_copy_that_cannot_be_compared_refutes_nothing() -> None:
    """A French local copy beside an old paper's page of today: the words may have drifted."""
    looks = [look(PartVerdict.ABSENT), look(PartVerdict.UNCHECKED, "local")]
    judged = judge(looks, [access(LinkVerdict.ALIVE, "cited", "local")])
    assert (judged.verdict, judged.reason) == (ClaimVerdict.UNCHECKED, "may_have_drifted")


def test_a_copy_of_one_source_does_not_speak_for_another() -> None:
    """Absent from A's copy and from B's page of today: B may have held it then."""
    looks = [look(PartVerdict.ABSENT, "local"), replace(look(PartVerdict.ABSENT), source="b")]
    both = [access(None, "local"), access(LinkVerdict.ALIVE, "cited", source="b")]
    assert judge(looks, both).reason == "may_have_drifted"


def test_a_memento_that_supports_what_the_page_contradicts_needs_review() -> None:
    """The page was changed since: a person looks."""
    then = datetime(2013, 10, 20, tzinfo=UTC)
    looks = [look(PartVerdict.ALTERED), look(PartVerdict.VERBATIM, "memento", then)]
    judged = judge(looks, [access(LinkVerdict.ALIVE, "cited", "memento")])
    assert (judged.verdict, judged.needs_review) == (ClaimVerdict.SUPPORTED_THEN, True)


def test_support_on_an_alternate_says_so() -> None:
    """Support found only elsewhere is counted apart, by its reason."""
    judged = judge(
        [look(PartVerdict.VERBATIM, "alternate")], [access(LinkVerdict.DEAD, "alternate")]
    )
    assert (judged.verdict, judged.reason) == (ClaimVerdict.SUPPORTED, "alternate")
    assert "alternate" in judged.message


@pytest.mark.parametrize(
    "verdict",
    [
        LinkVerdict.DEAD,
        LinkVerdict.SOFT_404,
        LinkVerdict.PARKED,
        LinkVerdict.BLOCKED,
        LinkVerdict.UNREACHABLE,
    ],
)
def test_a_source_that_cannot_be_read_is_unavailable(verdict: LinkVerdict) -> None:
    """Dead or walled alike, the reason names which."""
    judged = judge([], [access(verdict)])
    assert (judged.verdict, judged.reason) == (ClaimVerdict.SOURCE_UNAVAILABLE, verdict.value)


def test_a_page_that_answers_and_cannot_be_read_is_unavailable() -> None:
    """A script-only page is alive, and still nothing to compare with."""
    judged = judge([], [access(LinkVerdict.ALIVE, unreadable="script_only")])
    assert (judged.verdict, judged.reason) == (ClaimVerdict.SOURCE_UNAVAILABLE, "script_only")


@pytest.mark.parametrize("verdict", [LinkVerdict.OFFLINE, LinkVerdict.NOT_FETCHED])
def test_what_we_did_not_look_at_is_unchecked(verdict: LinkVerdict) -> None:
    """No network, or our own policy, accuses nobody."""
    judged = judge([], [access(verdict)])
    assert (judged.verdict, judged.reason) == (ClaimVerdict.UNCHECKED, verdict.value)


def test_a_printed_source_is_unchecked() -> None:
    """No address and no local copy: nobody looked."""
    assert judge([], [access(None)]).reason == "no_url"


@pytest.mark.parametrize("status", ["missing", "dangling", "ambiguous"])
def test_a_note_that_leads_nowhere_is_the_reason(status: str) -> None:
    """The note's state is told in place of a source."""
    note = records.note("1", status=status)
    assert judge([], [], notes=[note]).reason == f"{status}_note"


def test_a_claim_without_note_is_unsourced() -> None:
    """The paper itself gives no source."""
    bare = records.claim(quotations=[{"text": "some words"}])
    assert judge([], [], claim=bare, notes=[]).reason == "unsourced"


def test_a_statement_without_parts_has_nothing_to_compare() -> None:
    """Its source may be alive: that alone supports nothing."""
    bare = records.claim(note="1")
    judged = judge([], [access(LinkVerdict.ALIVE, "cited")], claim=bare)
    assert (judged.verdict, judged.reason) == (ClaimVerdict.UNCHECKED, "nothing_to_compare")


def test_an_unchecked_part_keeps_the_claim_unchecked() -> None:
    """A page in another language cannot refute an English quotation."""
    judged = judge([look(PartVerdict.UNCHECKED)], [access(LinkVerdict.ALIVE, "cited")])
    assert (judged.verdict, judged.reason) == (ClaimVerdict.UNCHECKED, "unchecked")


def test_a_doubt_of_the_comparison_is_a_flag_beside_the_verdict() -> None:
    """`needs_review` does not change what was found."""
    judged = judge(
        [look(PartVerdict.VERBATIM, needs_review=True)], [access(LinkVerdict.ALIVE, "cited")]
    )
    assert (judged.verdict, judged.needs_review) == (ClaimVerdict.SUPPORTED, True)


def test_a_copy_that_supports_what_the_page_contradicts_needs_review() -> None:
    """The page has changed since, or the copy is not of it: a person looks."""
    looks = [look(PartVerdict.ALTERED), look(PartVerdict.VERBATIM, "local")]
    judged = judge(looks, [access(LinkVerdict.ALIVE, "cited", "local")])
    assert (judged.verdict, judged.needs_review) == (ClaimVerdict.SUPPORTED, True)


def test_a_note_is_as_bad_as_its_worst_claim() -> None:
    """And has no verdict where no claim hangs on it."""
    assert roll_up([ClaimVerdict.SUPPORTED, ClaimVerdict.MISMATCH]) is ClaimVerdict.MISMATCH
    assert roll_up([]) is None


@pytest.mark.parametrize(
    ("edtf", "day"),
    [
        ("2013", date(2013, 12, 31)),
        ("2013-10", date(2013, 10, 31)),
        ("2013-12~", date(2013, 12, 31)),
        ("2012-02", date(2012, 2, 29)),
        ("2013-10-05?", date(2013, 10, 5)),
        ("9999", date(9999, 12, 31)),
        (None, None),
    ],
)
def test_the_latest_day_that_a_date_may_mean(edtf: str | None, day: date | None) -> None:
    """A month means its last day, a year its last month."""
    assert latest_day(edtf) == day
