"""A person's word on a verdict: applied while what was judged stays, and never as support."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corpus_folder import cited, quoting, write_corpus
from footnoted.audit import Audit
from footnoted.audit.review import Opened, Session, open_review
from footnoted.errors import FootnotedError, WriteRefusedError
from footnoted.model.report import ClaimDoc, FindingDoc
from footnoted.model.verdicts import ClaimVerdict
from footnoted.reports import overview, render
from loopback import Answer, serve
from nights import ABSENT, ALTERED, GONE, HTML, TRUE, WALL, Nights, html

DAY = date(2026, 11, 3)
ADS = "<nav><a href='/x'>Advert number {0}</a></nav><aside>Seen {0} times today</aside>"
STATEMENT = {"id": "c", "says": "The board met.", "at": {"start": "Some"}, "note": "1"}
RULES = {"quotation-altered", "judgement-stale", "claim-rejected"}
CHINESE = Answer(
    200,
    ("<html lang='zh'>" + "<p>边境的贸易在这一年里增长了很多，会继续增长。</p>" * 20).encode(),
    HTML,
)


@pytest.fixture
def nights(tmp_path: Path) -> Iterator[Nights]:
    with serve({"/a": ALTERED}) as site:
        yield Nights(tmp_path, site)


def opened(nights: Nights, *only: str) -> Opened:
    return open_review(nights.home / "claims" / "p", None, DAY, only)


def judge(nights: Nights, ruling: Any, note: str | None = None, by: str = "MK") -> Path:
    """Give a ruling on the one case that waits."""
    one = opened(nights)
    (case,) = one.queue.waiting
    Session(one.folder, by, DAY).rule(case, ruling, note)
    return one.folder / "judgements.yaml"


def claim(done: Audit) -> ClaimDoc:
    return done.report.claims[0]


def found(done: Audit) -> list[tuple[str, str, bool, str | None]]:
    return [(f.rule, f.level, f.waived, f.news) for f in done.report.findings if f.rule in RULES]


def finding(done: Audit, rule: str) -> FindingDoc:
    return next(one for one in done.report.findings if one.rule == rule)


def statement(nights: Nights, page: Answer, **more: Any) -> None:
    """Write a corpus with one claim that has nothing to compare, on `page`."""
    source, note = cited("s", nights.site.url("/a"), "1")
    write_corpus(nights.home, sources=[source], notes=[note], claims=[{**STATEMENT, **more}])
    nights.site.answers["/a"] = page


def with_ads(night: int, words: str = "The board met on Monday.") -> Answer:
    body = f"<html><body>{ADS.format(night)}<p>{words}</p>{'<p>Filler of the day.</p>' * 90}"
    return Answer(200, body.encode(), HTML)


def test_an_accepted_difference_stays_and_turns_nothing_red(nights: Nights) -> None:
    """The verdict is still the program's; the finding tells who settled it, when and why."""
    nights.corpus()
    nights.run(0)
    judge(nights, "accept", "The transcript was mended later.")
    done = nights.run(1)
    assert claim(done).verdict is ClaimVerdict.MISMATCH
    assert found(done) == [("quotation-altered", "error", True, None)]
    settled = finding(done, "quotation-altered").settled
    assert settled == "accepted by MK on 2026-11-03: The transcript was mended later."
    assert (done.report.summary.findings["error"], done.report.summary.to_judge) == (0, 0)
    assert nights.red == [1, 0]
    assert overview.wrong_claims(done.report) == []
    assert opened(nights).queue.waiting == ()


def test_a_judgement_goes_stale_with_the_words_around_and_comes_up_again(nights: Nights) -> None:
    """A correction beside the quotation: nothing is settled any more, and that is news."""
    nights.corpus()
    nights.run(0)
    judge(nights, "accept")
    nights.run(1)
    changed = html("Correction, 3 November: the minister was misheard.", "We will leave the table, "
                   "she said.")  # fmt: skip
    done = nights.run(2, changed)
    assert ("judgement-stale", "warning", False, "new") in found(done)
    assert ("quotation-altered", "error", False, "persisting") in found(done)
    assert "the source reads otherwise there" in finding(done, "judgement-stale").message
    assert finding(done, "judgement-stale").cause == "world"
    assert [one.case.state for one in opened(nights).queue.waiting] == ["stale"]
    judge(nights, "accept", "Still so.", by="IM")
    again = nights.run(3)
    assert found(again) == [("quotation-altered", "error", True, None)]
    assert [one.rule for one in again.report.fixed] == ["judgement-stale"]


def test_other_bytes_around_the_same_words_leave_a_judgement_in_force(nights: Nights) -> None:
    """Adverts and counters change every night; what a person saw does not."""
    nights.corpus()
    page = "<p>We will leave the table, she said.</p>"
    nights.run(0, Answer(200, f"<body><nav>1</nav>{page}{ABSENT.body.decode()}".encode(), HTML))
    judge(nights, "accept")
    night = Answer(200, f"<body><nav>2</nav>{page}{ABSENT.body.decode()}<!--2-->".encode(), HTML)
    first, second = nights.run(1), nights.run(2, night)
    digests = {one.report.claims[0].parts[0].evidence.digest for one in (first, second)}  # type: ignore[union-attr]
    assert len(digests) == 2
    assert found(second) == [("quotation-altered", "error", True, None)]


def test_a_statement_is_lifted_from_unchecked_by_a_person_s_word(nights: Nights) -> None:
    """It is `accepted`, never supported: the message says whose word that is."""
    statement(nights, with_ads(0))
    assert claim(nights.run(0)).reason == "nothing_to_compare"
    judge(nights, "accept", "Third paragraph.")
    done = nights.run(1, with_ads(1))
    assert claim(done).verdict is ClaimVerdict.ACCEPTED
    assert claim(done).message.startswith("accepted by MK on 2026-11-03: Third paragraph.")
    summary = done.report.summary
    assert (summary.claims["accepted"], summary.claims["supported"]) == (1, 0)
    assert (summary.notes["accepted"], summary.notes["supported"]) == (1, 0)
    assert claim(nights.run(2, with_ads(2, "The board did not meet."))).verdict is (
        ClaimVerdict.UNCHECKED
    )


def test_a_page_in_another_language_is_lifted_too(nights: Nights) -> None:
    """Who reads it says so; another statement on record is another question."""
    source, note = cited("s", nights.site.url("/a"), "1")
    one = quoting("c", "1", "the trade grew at the border")
    write_corpus(nights.home, sources=[source], notes=[note], claims=[one])
    assert claim(nights.run(0, CHINESE)).reason == "other_language"
    judge(nights, "accept")
    assert claim(nights.run(1)).verdict is ClaimVerdict.ACCEPTED
    write_corpus(nights.home, claims=[one | {"says": "Other."}], sources=[source], notes=[note])
    done = nights.run(2)
    assert claim(done).verdict is ClaimVerdict.UNCHECKED
    assert "the record was changed" in finding(done, "judgement-stale").message
    assert finding(done, "judgement-stale").cause == "corpus"


def test_what_a_person_refuses_is_an_error_and_does_not_hold(nights: Nights) -> None:
    """Of a statement that nothing could be compared with; the author is asked."""
    statement(nights, with_ads(0))
    nights.run(0)
    judge(nights, "reject", "It met a week later.")
    done = nights.run(1)
    assert claim(done).verdict is ClaimVerdict.REJECTED
    assert found(done) == [("claim-rejected", "error", False, "new")]
    assert finding(done, "claim-rejected").cause == "corpus"
    assert "It met a week later." in render(done.report, "queries")
    assert nights.red[-1] == 1


def test_a_refused_difference_is_one_error_not_two(nights: Nights) -> None:
    """The finding that is there says who refused it, and is an error also where it was eased."""
    nights.corpus()
    nights.run(0, TRUE)
    assert found(nights.run(1, ALTERED))[0][:2] == ("quotation-altered", "warning")
    judge(nights, "reject", "It turns the sense.")
    done = nights.run(1.1)
    assert [one[:3] for one in found(done)] == [("quotation-altered", "error", False)]
    assert finding(done, "quotation-altered").message.endswith(
        "rejected by MK on 2026-11-03: It turns the sense."
    )
    assert claim(done).verdict is ClaimVerdict.MISMATCH


def test_a_doubtful_support_that_is_refused_does_not_hold(nights: Nights) -> None:
    """Support that needs review and that a person refuses is `rejected`, in its note as well."""
    nights.corpus("the minister said *that they would never leave*", path="/a")
    source, note = cited("s", nights.site.url("/a"), "1")
    figure = {"raw": "$412m", "measure": "imports of pumps", "period": "2023"}
    one = STATEMENT | {"figures": [figure]}
    write_corpus(nights.home, sources=[source], notes=[note], claims=[one])
    done = nights.run(0, html("The country bought pumps: imports of pumps came to $412m."))
    assert (claim(done).verdict, claim(done).needs_review) == (ClaimVerdict.SUPPORTED, True)
    judge(nights, "reject", "Of another year.")
    done = nights.run(1)
    assert (claim(done).verdict, claim(done).needs_review) == (ClaimVerdict.REJECTED, False)
    assert done.report.notes[0].verdict is ClaimVerdict.REJECTED
    assert "Of another year." in render(done.report, "queries")


def test_a_doubtful_support_that_is_accepted_stays_what_it_was(nights: Nights) -> None:
    """Supported by the comparison, its doubt taken away by a person who is named."""
    source, note = cited("s", nights.site.url("/a"), "1")
    figure = {"raw": "$412m", "measure": "imports of pumps", "period": "2023"}
    claims = [STATEMENT | {"figures": [figure]}]
    write_corpus(nights.home, sources=[source], notes=[note], claims=claims)
    nights.run(0, html("The country bought pumps: imports of pumps came to $412m."))
    judge(nights, "accept")
    done = nights.run(1)
    assert (claim(done).verdict, claim(done).needs_review) == (ClaimVerdict.SUPPORTED, False)
    assert claim(done).cases[0].state == "accepted"


@pytest.mark.parametrize("page", [WALL, GONE], ids=["wall", "gone"])
def test_a_judgement_waits_where_nobody_can_look(nights: Nights, page: Answer) -> None:
    """Behind a wall nothing is accepted and nothing stale; when the page is back it holds."""
    statement(nights, with_ads(0))
    nights.run(0)
    judge(nights, "accept")
    hidden = nights.run(1, page)
    assert claim(hidden).verdict is ClaimVerdict.SOURCE_UNAVAILABLE
    assert "judgement-stale" not in {one.rule for one in hidden.report.findings}
    assert claim(nights.run(2, with_ads(2))).verdict is ClaimVerdict.ACCEPTED


def test_a_page_that_was_not_asked_again_keeps_its_judgement(nights: Nights) -> None:
    """What memory tells of a page has the same digests, and so does a replay of the evidence."""
    statement(nights, with_ads(0))
    nights.run(0)
    judge(nights, "accept")
    asked = len(nights.site.asked)
    remembered = nights.run(1, ask_all=False)
    assert len(nights.site.asked) == asked
    assert claim(remembered).verdict is ClaimVerdict.ACCEPTED
    assert claim(nights.run(1, replay=True)).verdict is ClaimVerdict.ACCEPTED


def test_a_judgement_without_a_case_says_so(nights: Nights) -> None:
    """The page was mended: a remark. The quotation is gone from the record: a warning."""
    nights.corpus()
    nights.run(0)
    judge(nights, "accept")
    mended = finding(nights.run(1, TRUE), "judgement-stale")
    assert (mended.level, "needs no judgement" in mended.message) == ("info", True)
    nights.corpus("leave the table")
    gone = finding(nights.run(2), "judgement-stale")
    assert (gone.level, "no such quotation any more" in gone.message) == ("warning", True)


def test_the_paper_s_notes_may_be_renumbered(nights: Nights) -> None:
    """Anchors and numbers of notes are no part of what was judged."""
    nights.corpus()
    nights.run(0)
    judge(nights, "accept")
    source, note = cited("s", nights.site.url("/a"), "7")
    moved = quoting("c", "7", "will never leave the table", at={"start": "Other"})
    write_corpus(nights.home, sources=[source], notes=[note], claims=[moved])
    assert found(nights.run(1))[0][:3] == ("quotation-altered", "error", True)


def test_a_note_settles_nothing_and_stays_with_the_case(nights: Nights) -> None:
    """It comes up again, with the note; accepting it then takes the note's place."""
    nights.corpus()
    nights.run(0)
    path = judge(nights, "note", "Ask the archive.")
    (case,) = opened(nights).queue.waiting
    assert case.earlier
    assert (case.case.state, case.earlier.note) == ("noted", "Ask the archive.")
    assert found(nights.run(1))[0][:3] == ("quotation-altered", "error", False)
    judge(nights, "accept")
    assert path.read_text("utf-8").count("- claim:") == 1


def test_writing_keeps_every_other_line(nights: Nights) -> None:
    """Comments and other judgements stay; what somebody judged meanwhile is not overwritten."""
    nights.corpus("will never leave the table", "never leave the table")
    nights.run(0)
    one = opened(nights)
    first, second = one.queue.waiting
    mine, theirs = Session(one.folder, "MK", DAY), Session(one.folder, "IM", DAY)
    mine.rule(first, "accept")
    path = one.folder / "judgements.yaml"
    path.write_text(path.read_text("utf-8") + "# a remark of ours\n", "utf-8")
    theirs.rule(second, "reject", "No.")
    before = path.read_text("utf-8")
    assert "# a remark of ours" in before
    with pytest.raises(WriteRefusedError, match="meanwhile"):
        theirs.rule(first, "reject", "No.")
    assert path.read_text("utf-8") == before
    mine.rule(first, "reject", "On second thoughts.")
    after = path.read_text("utf-8")
    assert ("# a remark of ours" in after, after.count("- claim:")) == (True, 2)
    with pytest.raises(FootnotedError, match="needs a 'note'"):
        mine.rule(first, "reject", " ")


def test_waiving_writes_a_waiver(nights: Nights) -> None:
    """The case waits no more until its last day; a case without a finding has none to waive."""
    nights.corpus()
    nights.run(0)
    one = opened(nights)
    session = Session(one.folder, "MK", DAY)
    with pytest.raises(FootnotedError, match="write it as YYYY-MM-DD"):
        session.waive(one.queue.waiting[0], "Asked the author.", "soon")
    with pytest.raises(FootnotedError, match="has passed"):
        session.waive(one.queue.waiting[0], "Asked the author.", "2026-11-02")
    session.waive(one.queue.waiting[0], "Asked the author.", "2026-11-30")
    assert opened(nights).queue.waiting == ()
    later = open_review(nights.home / "claims" / "p", None, date(2026, 12, 1))
    assert len(later.queue.waiting) == 1
    bare = replace(
        one.queue.waiting[0], case=one.queue.waiting[0].case.model_copy(update={"rule": None})
    )
    with pytest.raises(FootnotedError, match="no finding to waive"):
        session.waive(bare, "x", "2026-11-30")


def test_a_record_that_changed_has_to_be_audited_first(nights: Nights) -> None:
    """Nobody judges by evidence that was seen for other words."""
    nights.corpus()
    nights.run(0)
    nights.corpus("will leave the room")
    queue = opened(nights).queue
    assert (queue.waiting, queue.outdated) == ((), ("c",))


def test_cases_can_be_chosen(nights: Nights) -> None:
    """By claim, note, source, or why they wait; an unknown name is an error."""
    nights.corpus()
    nights.run(0)
    for only in ("c", "note:1", "source:s", "altered"):
        assert len(opened(nights, only).queue.waiting) == 1
    for only in ("stale", "nothing_to_compare"):
        assert opened(nights, only).queue.waiting == ()
    with pytest.raises(FootnotedError, match="no such record"):
        opened(nights, "note:9")


@pytest.mark.parametrize("form", ["html", "md", "csv", "junit", "sarif"])
def test_every_format_names_the_person(nights: Nights, form: str) -> None:
    """No reader can take an accepted difference for the program's own verdict."""
    nights.corpus()
    nights.run(0)
    judge(nights, "accept", "As <b>printed</b>.")
    shown = render(nights.run(1).report, form)
    assert "accepted by mk on 2026" in shown.lower()
    assert ("As <b>printed" in shown) == (form in {"csv", "sarif"})


def test_a_change_under_test_is_audited_for_its_judgements(nights: Nights, tmp_path: Path) -> None:
    """A refusal that a change brings is its own news; one that was there before is not."""
    statement(nights, with_ads(0))
    nights.run(0)
    before = tmp_path / "before"
    shutil.copytree(nights.home / "claims" / "p", before)
    judge(nights, "reject", "It met a week later.")
    brought = nights.run(1, changed_since=before)
    assert found(brought) == [("claim-rejected", "error", False, "new")]
    known = tmp_path / "known"
    shutil.copytree(nights.home / "claims" / "p", known)
    assert nights.run(1, changed_since=known).report.claims == ()


@pytest.mark.parametrize("page", [WALL, GONE])
def test_a_refusal_is_not_over_where_nobody_could_look(nights: Nights, page: Answer) -> None:
    """A wall for a night fixes nothing, so that its end is no news either."""
    statement(nights, with_ads(0))
    nights.run(0)
    judge(nights, "reject", "The board never met.")
    nights.run(1)
    assert [one.rule for one in nights.run(2, page).report.fixed] == []
    assert found(nights.run(3, with_ads(1))) == [("claim-rejected", "error", False, "persisting")]
    assert nights.red[1] == 1
    assert nights.red[3] == 0
    (nights.home / "claims" / "p" / "judgements.yaml").write_text("")
    assert [one.rule for one in nights.run(4).report.fixed] == ["claim-rejected"]


def equal(nights: Nights, *others: dict[str, Any], judgements: Any = ()) -> None:
    """Write a claim that quotes the same words twice, the second time with `others`."""
    source, note = cited("s", nights.site.url("/a"), "1")
    claim = quoting("c", "1", "will never leave the table")
    claim["quotations"] += [{**claim["quotations"][0], **one} for one in others]
    files = {"judgements": judgements}
    write_corpus(nights.home, sources=[source], notes=[note], claims=[claim], **files)


def test_a_judgement_of_equal_words_is_of_all_that_have_them(nights: Nights) -> None:
    """None of them stays accepted where another one's record is changed, or one more comes."""
    equal(nights, {"speaker": "The minister"})
    nights.run(0)
    opened_now = opened(nights)
    assert len(opened_now.queue.waiting) == 2
    Session(opened_now.folder, "MK", DAY).rule(opened_now.queue.waiting[0], "accept", None)
    judged = (opened_now.folder / "judgements.yaml").read_text()
    assert {waived for _, _, waived, _ in found(nights.run(1))} == {True}
    for others in ([{"speaker": "The mayor"}], [{"speaker": "The minister"}, {"speaker": "He"}]):
        equal(nights, *others)
        (opened_now.folder / "judgements.yaml").write_text(judged)
        told = found(nights.run(2))
        assert ("quotation-altered", "error", True, None) not in told
        assert "judgement-stale" in {rule for rule, *_ in told}


def test_a_judgement_copied_to_another_claim_is_stale(nights: Nights) -> None:
    """Who accepted a difference in one claim said nothing of the next that quotes the same."""
    source, note = cited("s", nights.site.url("/a"), "1")
    claims = [quoting(name, "1", "will never leave the table") for name in ("c", "d")]
    write_corpus(nights.home, sources=[source], notes=[note], claims=claims)
    nights.run(0)
    first = opened(nights, "c")
    Session(first.folder, "MK", DAY).rule(first.queue.waiting[0], "accept", None)
    path = first.folder / "judgements.yaml"
    path.write_text(path.read_text() + path.read_text().replace("claim: c", "claim: d"))
    told = [one for one in nights.run(1).report.findings if one.rule == "quotation-altered"]
    assert [(one.where.claim, one.waived) for one in told] == [("c", True), ("d", False)]
