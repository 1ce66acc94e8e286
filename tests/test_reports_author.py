"""`footnoted.reports.author`: which questions go to the author, on what evidence, with what."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import author_reports
import sample_reports
import timely_reports
from footnoted.lints import LINTS
from footnoted.model.draft import Draft
from footnoted.model.report import FindingDoc, LinkDoc, Report
from footnoted.model.verdicts import ClaimVerdict, LinkVerdict, PartVerdict
from footnoted.papers import read_paper
from footnoted.reports.author import Query, Words, author_sheet
from footnoted.reports.author.lints import RULES
from footnoted.reports.author.plainly import Names, number_words, quantity_words

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "claims" / "saferworld-2013"
GONE = "http://catch.example/tables"
PRINTED = f"Lannet Board, Catch tables, 1999, {GONE}, p 3"


def said(lines: tuple[Words, ...]) -> str:
    """Return lines as one text, as a reader hears them."""
    return "\n".join("".join(span.text for span in line) for line in lines)


def marked(lines: tuple[Words, ...]) -> list[tuple[str, str]]:
    """Return what is taken out and put in, in order."""
    return [(span.mark, span.text) for line in lines for span in line if span.mark in {"in", "out"}]


def only(report: Report) -> Query:
    """Return the one query of a report."""
    (query,) = author_sheet(report).queries
    return query


def gone(**fields: object) -> LinkDoc:
    """Return a dead link that note 1 cites."""
    return sample_reports.link(GONE, LinkVerdict.DEAD, "the server says: not found (404)", **fields)


def lint(rule: str, message: str, proof: str | None = None, **who: str) -> FindingDoc:
    """Return what a lint found at warning."""
    at = sample_reports.where(1, **who)
    return sample_reports.finding(rule, "warning", message, proof=proof, at=at)


@pytest.fixture(scope="module")
def paper(saferworld: Path) -> Draft:
    return read_paper(saferworld, file="saferworld-2013.md")


def test_queries_come_in_the_order_of_the_notes() -> None:
    """The sample's problems, each once; what is waived, mitigated or only a hint is left out."""
    sheet = author_sheet(timely_reports.timely_report())
    assert [([note.label for note in one.notes], one.heading) for one in sheet.queries] == [
        (["1"], "A page has a new address"),
        (["1"], "An address does not lead to its page any more"),
        (["1"], "An address does not lead to its page any more"),
        (["2"], "A quotation reads differently in its source"),
        (["3"], "A figure is another one in its source"),
        (["4"], "Not in the source that the note names"),
        (["9"], "A note is marked in the text, but not printed"),
        (["10"], "A short form may mean more than one work"),
    ]
    assert not any(GONE in said(one.evidence) for one in sheet.queries)


@pytest.mark.parametrize(
    "report",
    [
        sample_reports.sample_report(),
        timely_reports.timely_report(),
        sample_reports.hostile_report(),
        sample_reports.big_report(),
        author_reports.linted(CORPUS),
    ],
    ids=["sample", "timely", "hostile", "big", "saferworld"],
)
def test_every_query_carries_evidence_or_says_that_there_is_none(report: Report) -> None:
    """No line of it is empty, and a proposal never stands without evidence."""
    queries = author_sheet(report).queries
    assert queries
    for query in queries:
        assert query.evidence
        assert all(said((line,)).strip() for line in (*query.evidence, *query.proposal))
        assert query.question.strip().endswith((".", "?"))
        assert "There is nothing to show" not in said(query.evidence) or not query.proposal


def test_a_proposal_holds_only_what_the_evidence_holds() -> None:
    """Every word put in stands in the source's words, in a finding, or is a known address."""
    for report in (sample_reports.sample_report(), author_reports.linted(CORPUS)):
        for query in author_sheet(report).queries:
            known = said(query.evidence) + " ".join(
                f"{one.message} {one.proof}" for one in report.findings
            )
            for mark, text in marked(query.proposal):
                if mark == "in" and not re.fullmatch(r"\d+ \w+ \d{4}", text):
                    assert text.strip(" ,:") in known, text


def test_a_quotation_is_proposed_in_the_words_of_its_source() -> None:
    """What goes out and what comes in are marked, and the new wording stands by itself."""
    report = sample_reports.sample_report()
    query = next(one for one in author_sheet(report).queries if "quotation" in one.heading)
    assert "“the harbour board will not always publish its accounts”" in said(query.proposal)
    assert marked(query.proposal) == [("in", "not "), ("out", "full ")]
    assert query.statements == ("The harbour board promised to publish its accounts.",)
    evidence = said(query.evidence)
    assert "the paper leaves out “not”" in evidence
    assert "page 12, as it was on 24 November 2026" in evidence
    assert "Please look at the place itself" in query.question


def test_a_correction_takes_out_before_it_puts_in() -> None:
    """One reads `lasting temporary`, the paper's word struck through first."""
    part = sample_reports.ALTERED.model_copy(
        update={
            "text": "a lasting peace",
            "source_wording": "a temporary peace",
            "diff": (
                ("equal", "a", "a"),
                ("replace", "lasting", "temporary"),
                ("equal", "peace", "peace"),
            ),
        }
    )
    claim = sample_reports.claim("peace", ClaimVerdict.MISMATCH, (part,))
    query = only(sample_reports.report([claim], [sample_reports.note("1", "x")]))
    assert marked(query.proposal) == [("out", "lasting"), ("in", "temporary")]
    assert said(query.proposal).endswith("Changes: “a lasting temporary peace”")


def test_a_figure_is_proposed_as_the_source_has_it_in_readable_numbers() -> None:
    """No machine notation reaches the author, neither as evidence nor as proposal."""
    part = sample_reports.DISAGREES.model_copy(
        update={
            "text": "$2.87bn",
            "source_wording": "$2.1bn",
            "claim_reads": "2.87e9 USD (±5e6)",
            "source_reads": "2,100,000,000 USD",
        }
    )
    claim = sample_reports.claim("trade", ClaimVerdict.MISMATCH, (part,))
    query = only(sample_reports.report([claim], [sample_reports.note("1", "x")]))
    assert marked(query.proposal) == [("out", "$2.87bn"), ("in", "$2.1bn")]
    whole = said((*query.evidence, *query.proposal))
    assert "$2.87bn, that is 2.87 billion US dollars (passengers in 2012)" in whole
    assert "2.1 billion US dollars" in whole
    assert not re.search(r"\de\d|USD|±", whole)


@pytest.mark.parametrize(
    ("reads", "words"),
    [
        ("2.4e9 USD (±5e7)", "2.4 billion US dollars"),
        ("2,100,000,000 USD", "2.1 billion US dollars"),
        ("1200000 persons", "1.2 million persons"),
        ("1.74787e9 USD", "1,747,870,000 US dollars"),
        ("-10.3 % (±0.05)", "−10.3 per cent"),
        ("-7.4395 to -7.3338 %", "−7.4395 to −7.3338 per cent"),
        ("47 boats", "47 boats"),
        ("2012", "2012"),
        ("46000 ha", "46,000 ha"),
        (None, ""),
    ],
)
def test_quantities_are_readable(reads: str | None, words: str) -> None:
    """As an editor would write them, with every digit kept."""
    assert quantity_words(reads) == words


def test_a_number_keeps_every_digit() -> None:
    """A scale is used only where no digit is lost and few are left."""
    assert number_words("1758753000") == "1,758,753,000"
    assert number_words("2870000000") == "2.87 billion"
    assert number_words("1e15") == "1,000,000,000,000,000"
    assert number_words("0.05") == "0.05"
    assert number_words("0") == "0"


def test_parts_that_one_page_lacks_are_one_query() -> None:
    """A wrong page is one cause, however much was taken from it."""
    other = sample_reports.ABSENT.model_copy(update={"text": "53 nets"})
    claims = [
        sample_reports.claim("boats", ClaimVerdict.NOT_FOUND, (sample_reports.ABSENT,)),
        sample_reports.claim("nets", ClaimVerdict.NOT_FOUND, (other,)),
    ]
    query = only(sample_reports.report(claims, [sample_reports.note("1", "x")]))
    assert "Looked for: 47 boats; 53 nets" in said(query.evidence)
    assert query.proposal == ()


def test_where_the_same_number_stands_for_something_else_is_told() -> None:
    """A look-alike is no support, but it is what the author may have read."""
    part = sample_reports.ABSENT.model_copy(
        update={
            "message": "claim 47 boats · not found where it should stand"
            " · the same number elsewhere, which is no support: “Westbank: 47”"
        }
    )
    claim = sample_reports.claim("boats", ClaimVerdict.NOT_FOUND, (part,))
    query = only(sample_reports.report([claim], [sample_reports.note("1", "x")]))
    told = "The same number stands there for something else: “Westbank: 47”"
    assert told in said(query.evidence)


def test_what_may_have_drifted_is_asked_and_nobody_is_blamed() -> None:
    """The page as it is now lacks it; the author may have seen another."""
    claim = sample_reports.claim(
        "boats",
        ClaimVerdict.UNCHECKED,
        (sample_reports.ABSENT,),
        reason="may_have_drifted",
    )
    sheet = author_sheet(sample_reports.report([claim], [sample_reports.note("1", "x")]))
    (query,) = sheet.queries
    assert query.heading == "Not on the page as it is now"
    assert "may have changed since you saw it" in query.question
    assert sheet.unchecked == ()


def test_an_absent_part_of_an_unchecked_claim_is_no_query() -> None:
    """The source behind a wall may have it: that is told at the end."""
    claim = sample_reports.claim(
        "boats",
        ClaimVerdict.SOURCE_UNAVAILABLE,
        (sample_reports.ABSENT,),
        reason="blocked",
    )
    sheet = author_sheet(sample_reports.report([claim], [sample_reports.note("1", "x")]))
    assert sheet.queries == ()
    assert len(sheet.unchecked) == 1
    assert sheet.unchecked[0].startswith("1 statement (note 1): a login")


def test_the_same_words_in_two_statements_of_a_note_are_one_query() -> None:
    """Two records of one sentence do not ask the author twice."""
    claims = [
        sample_reports.claim(name, ClaimVerdict.MISMATCH, (sample_reports.ALTERED,), says=name)
        for name in ("one", "two")
    ]
    query = only(sample_reports.report(claims, [sample_reports.note("1", "x")]))
    assert query.statements == ("one", "two")


def test_waived_parts_links_and_notes_are_left_out() -> None:
    """What an editor has accepted is not asked again."""
    text = sample_reports.ALTERED.text
    waived = [
        sample_reports.finding(rule, "error", message, waived=True, at=at)
        for rule, message, at in (
            ("quotation-altered", f"“{text}”: differs", sample_reports.where(claim="q")),
            ("link-dead", f"{GONE}: gone", sample_reports.where(source="harbour-2012")),
            ("missing-note", "mark 9 has no note", sample_reports.where(note="9")),
        )
    ]
    claim = sample_reports.claim("q", ClaimVerdict.MISMATCH, (sample_reports.ALTERED,))
    notes = [sample_reports.note("1", "x"), sample_reports.note("9", None, status="missing")]
    assert len(author_sheet(sample_reports.report([claim], notes, [gone()])).queries) == 3
    assert author_sheet(sample_reports.report([claim], notes, [gone()], waived)).queries == ()


def test_hints_and_faults_of_the_records_are_no_queries() -> None:
    """An author can mend the paper, and not our records."""
    found = [
        sample_reports.finding("uncovered-figure", "warning", "'47' is not on record"),
        sample_reports.finding("figure-not-in-paper", "error", "'47' is not in the paper"),
        sample_reports.finding("no-url", "info", "source 'x' is an article without a page"),
    ]
    assert author_sheet(sample_reports.report((), (), (), found)).queries == ()


def test_an_archived_copy_is_proposed_with_its_date() -> None:
    """The archive's list knows of one near the day of access; nobody has compared it."""
    copy = sample_reports.memento("2013-03-02", GONE)
    link = gone(archived=sample_reports.archived(copy))
    query = only(author_reports.of_links(link, text=PRINTED))
    assert said(query.proposal) == (
        f"Note 1: {PRINTED.removesuffix(', p 3')}, archived copy of 2 March 2013: "
        f"{copy.view_url}, p 3"
    )
    assert "A web archive lists a copy of 2 March 2013" in said(query.evidence)
    assert "please look whether it shows what you saw" in query.question
    assert "404" not in said(query.evidence)


def test_a_copy_of_another_time_says_so() -> None:
    """It may not be what the author saw."""
    link = gone(
        archived=sample_reports.archived(sample_reports.memento("2019-03-02", GONE), near=False)
    )
    query = only(author_reports.of_links(link, text=PRINTED))
    assert "It is not from about the time at which the page was cited." in said(query.evidence)
    assert "archived copy of 2 March 2019" in said(query.proposal)


@pytest.mark.parametrize(
    ("archived", "words"),
    [
        (None, "No web archive was asked"),
        (sample_reports.archived(), "hold no copy of it, as of 24 November 2026"),
        (sample_reports.archived(silent=(("a.example", "429"),)), "we do not know whether"),
        (
            sample_reports.archived(
                sample_reports.memento("2013-03-02", GONE, "https://archive.today")
            ),
            "cannot serve as evidence",
        ),
    ],
    ids=["not-asked", "none", "silent", "archive.today"],
)
def test_without_a_copy_nothing_is_proposed(archived: object, words: str) -> None:
    """And why there is none is told; an archive that was silent is not one that has none."""
    query = only(author_reports.of_links(gone(archived=archived), text=PRINTED))
    assert query.proposal == ()
    assert words in said(query.evidence)
    assert query.question.endswith("Could you give an address at which the source can be read now?")


@pytest.mark.parametrize("verdict", [PartVerdict.ABSENT, PartVerdict.ALTERED])
def test_a_copy_that_lacks_the_words_is_not_proposed(verdict: PartVerdict) -> None:
    """It was compared, and the words are not on it: told, with its address."""
    copy = sample_reports.memento("2013-03-02", GONE)
    seen = sample_reports.evidence(
        "memento", url=copy.url, memento_at=copy.at, view_url=copy.view_url
    )
    part = sample_reports.ABSENT.model_copy(update={"evidence": seen, "verdict": verdict})
    claim = sample_reports.claim("boats", ClaimVerdict.SOURCE_UNAVAILABLE, (part,))
    link = gone(claims=("boats",), archived=sample_reports.archived(copy))
    report = author_reports.of_links(link, text=PRINTED, claims=[claim])
    query = next(q for q in author_sheet(report).queries if "address" in q.heading)
    assert query.proposal == ()
    assert "does not have all that the paper takes from it" in said(query.evidence)


def test_a_compared_copy_says_that_it_was() -> None:
    """One part was found on it; the rest of the claim is why the link is not mitigated."""
    copy = sample_reports.memento("2013-03-02", GONE)
    seen = sample_reports.evidence(
        "memento", url=copy.url, memento_at=copy.at, view_url=copy.view_url
    )
    part = sample_reports.VERBATIM.model_copy(update={"evidence": seen})
    claim = sample_reports.claim("sea", ClaimVerdict.SUPPORTED_THEN, (part,))
    report = author_reports.of_links(gone(claims=("sea",)), text=PRINTED, claims=[claim])
    query = only(report)
    assert "An archived copy of 2 March 2013 holds what we looked for" in said(query.evidence)
    assert copy.view_url in said(query.proposal)


@pytest.mark.parametrize("printed", [GONE, GONE.removeprefix("http://")])
def test_a_new_address_takes_the_place_of_the_old(printed: str) -> None:
    """In the note as it is printed, with the scheme or without."""
    link = sample_reports.link(
        GONE,
        LinkVerdict.MOVED,
        "moved to https://new.example/t; the claim's own words stand there",
        suggested_url="https://new.example/t",
    )
    query = only(author_reports.of_links(link, text=f"Catch tables, {printed}, p 3"))
    assert said(query.proposal) == f"Note 1: Catch tables, {printed} https://new.example/t, p 3"
    assert marked(query.proposal) == [("out", printed)]
    assert "The words that the paper takes from it stand there." in said(query.evidence)


def test_an_address_that_is_the_head_of_another_is_left_alone() -> None:
    """`…/tables` is not in `…/tables2`: no note is rewritten on a guess."""
    link = sample_reports.link(
        GONE, LinkVerdict.MOVED, "moved", suggested_url="https://new.example/t"
    )
    query = only(author_reports.of_links(link, text=f"Catch tables, {GONE}2"))
    assert said(query.proposal) == f"{GONE} https://new.example/t"


def test_a_moved_page_without_a_usable_address_is_only_asked() -> None:
    """No `javascript:` is ever proposed."""
    link = sample_reports.link(
        GONE, LinkVerdict.MOVED, "moved", suggested_url="javascript:alert(1)"
    )
    query = only(author_reports.of_links(link, text=PRINTED))
    assert query.proposal == ()
    assert "javascript" not in said(query.evidence)


def test_the_paper_that_ships_asks_what_its_notes_and_dates_leave_open() -> None:
    """Of the corpus alone: its own faults, those of one cause as one query."""
    sheet = author_sheet(author_reports.linted(CORPUS))
    asked = [("+".join(note.label for note in one.notes), one.heading) for one in sheet.queries]
    for one in (
        ("3", "A date does not fit"),
        ("10", "A short form leads to no work cited before"),
        ("17", "A note is marked in the text, but not printed"),
        ("38+39+40", "A short form may mean more than one work"),
        ("59+60", "The source is older than what it is cited for"),
    ):
        assert asked.count(one) == 1
    whole = "\n".join(
        " ".join([one.question, *one.statements, said(one.evidence), said(one.proposal)])
        for one in sheet.queries
    )
    assert not re.search(r"\bUSD\b(?! 10bn)|\d{4}-\d{2}-\d{2}(?!/)|\de[+-]?\d|\berror\b", whole)
    assert not re.search(r"kucera-2013|uzbekistan-trade-2012|source '|claim '", whole)


def test_a_short_form_names_what_it_may_mean() -> None:
    """The notes that may be meant are shown as printed, as the lint named them."""
    sheet = author_sheet(author_reports.linted(CORPUS))
    hu = next(one for one in sheet.queries if one.notes[0].label == "38")
    assert "Note 28: President Hu Jintao Receives" in said(hu.evidence)
    assert "Note 8: Continuing to Promote" in said(hu.evidence)
    assert "Notes 39 and 40 then follow from it." in hu.question
    lu = next(one for one in sheet.queries if one.notes[0].label == "10")
    assert "Note 22: Doyon J" in said(lu.evidence)
    assert "Note 89: The New Great Game" in said(lu.evidence)


def test_a_date_is_proposed_as_the_address_has_it() -> None:
    """Two lints, one question; the day stands in the printed note."""
    sheet = author_sheet(author_reports.linted(CORPUS))
    query = next(one for one in sheet.queries if one.notes[0].label == "3")
    assert marked(query.proposal) == [("out", "6 June 2012"), ("in", "7 June 2012")]
    assert "a Wednesday, but its title tells of what happened on Thursday" in said(query.evidence)
    assert "its address says 2012/06/07" in said(query.evidence)


def test_a_table_and_what_was_worked_out_from_it_are_one_query(paper: Draft) -> None:
    """A sum, an odd cell and two figures of one row: one slip, and the digit that mends it."""
    sheet = author_sheet(author_reports.linted(CORPUS, paper))
    (query,) = [one for one in sheet.queries if one.heading == "Numbers do not fit each other"]
    assert [note.label for note in query.notes] == ["41"]
    assert marked(query.proposal) == [("out", "10,883"), ("in", "108,830")]
    evidence = said(query.evidence)
    for words in (
        "its Trade Value (US$1,000) is 1,856,700, the sum of its parts 1,758,753",
        "From its other numbers this comes to 1,758,753,000 US dollars.",
        "the 14 others end in 0",
    ):
        assert words in evidence
    assert "USD" not in evidence


def test_two_slips_that_would_fit_are_no_proposal() -> None:
    """Where the evidence holds two corrections, none is chosen."""
    proof = "12 in place of 21 would fit (digits turned); 13 in place of 3 would fit (digit lost)"
    found = [lint("table-sum", "the table does not add up at 'A': 5; correct a cell", proof)]
    query = only(sample_reports.report((), (), (), found))
    assert query.proposal == ()
    assert "does not add up" in said(query.evidence)


def test_a_bare_address_is_proposed_with_the_title_of_its_page() -> None:
    """Only where the page answered and has one."""
    found = [lint("bare-url", "note 1 has only an address: when the address fails", GONE, note="1")]
    alive = sample_reports.link(GONE, LinkVerdict.ALIVE, title="Catch tables 1999")
    notes = [sample_reports.note("1", GONE)]
    query = only(sample_reports.report((), notes, [alive], found))
    assert marked(query.proposal) == [("in", "“Catch tables 1999”")]
    untitled = alive.model_copy(update={"title": None})
    assert only(sample_reports.report((), notes, [untitled], found)).proposal == ()


def test_a_shortened_address_is_proposed_in_full() -> None:
    """Where it led when it was asked."""
    short = "https://bit.example/x"
    message = "the URL of source 'harbour-2012' is a short one of bit.example: when that service"
    found = [lint("url-shortener", message, source="harbour-2012")]
    link = sample_reports.link(short, LinkVerdict.ALIVE, final_url="https://long.example/page")
    notes = [sample_reports.note("1", short)]
    query = only(sample_reports.report((), notes, [link], found))
    assert said(query.proposal) == f"{short} https://long.example/page"
    assert "when that service" not in said(query.evidence)


def test_every_rule_that_is_asked_about_has_a_lint() -> None:
    """A rule renamed is a test failed, and not a question lost."""
    assert set(RULES) <= set(LINTS)


def test_names_of_ours_become_titles_and_statements() -> None:
    """An author knows works and statements, and neither ids nor files of ours."""
    names = Names(sample_reports.sample_report())
    assert names.plainly("source 'harbour-2012' is dated 2012-06-06") == (
        "the source “Ferries of the Lannet Sea, 2012” is dated 6 June 2012"
    )
    assert names.plainly("'47' in claim 'boats-lost' (claims/a/b.yaml:3:4)") == (
        "“47” in the statement “In 1954 a storm took 47 boats.”"
    )
    assert names.plainly("'it's late' stays") == "“it's late” stays"
    assert len(names.plainly("'" * 100_000 + ": look " * 10_000)) <= 1500


def test_what_could_not_be_checked_is_short_and_accuses_nobody() -> None:
    """A line for each reason, its notes in ranges; no query says it again."""
    claims = [
        sample_reports.claim(
            f"c{n}", ClaimVerdict.SOURCE_UNAVAILABLE, reason="unreachable", notes=(str(n),)
        )
        for n in (1, 2, 3, 5)
    ]
    notes = [sample_reports.note(str(n), "x") for n in range(1, 6)]
    sheet = author_sheet(sample_reports.report(claims, notes))
    (line,) = sheet.unchecked
    assert line.startswith("4 statements (notes 1 to 3, 5): the site did not answer from here")
    assert line.endswith("and the page may well be there.")


def test_offline_there_is_no_query_about_a_page() -> None:
    """No look, no question; the list at the end says why."""
    sheet = author_sheet(sample_reports.offline_report())
    assert all(one.notes[0].status != "ok" for one in sheet.queries)
    assert any("there was no network" in line for line in sheet.unchecked)


def test_numbers_that_share_a_cell_or_a_statement_are_one_query() -> None:
    """The third finding brings the first two together: one row, one slip, one question."""
    claims = [
        sample_reports.claim(name, ClaimVerdict.UNCHECKED, says=f"Says {name}.", notes=("1",))
        for name in ("all-trade", "all-growth")
    ]
    found = [
        lint("table-odd-value", "10,883 ('A') alone does not end in 0", note="1"),
        lint(
            "computed-figure-differs",
            "'9' in claim 'all-growth' is not what 'all-trade / 2' comes to (1.74787e9 USD): one "
            "of these figures is wrong",
            "all-trade = 1.8567e9 USD; stated: 9 %",
            claim="all-growth",
        ),
        lint(
            "computed-figure-differs",
            "'10,883' in claim 'all-trade' is not what 'x' comes to (2 USD): one of these",
            "x = 2 USD",
            claim="all-trade",
        ),
        lint("table-shares", "the shares of 'B' add up to 98.3, not 100: correct a cell", note="1"),
    ]
    report = sample_reports.report(claims, [sample_reports.note("1", "x")], (), found)
    first, other = sorted(author_sheet(report).queries, key=lambda one: -len(one.statements))
    assert set(first.statements) == {"Says all-trade.", "Says all-growth."}
    evidence = said(first.evidence)
    assert "Says all-growth. From its other numbers this comes to 1,747,870,000 US dollars." in (
        evidence
    )
    assert "Worked out from: Says all-trade." in evidence
    assert other.heading == "A number does not follow from the others"
    assert "correct a cell" not in said(other.evidence)


def test_offline_a_part_of_which_no_finding_speaks_is_not_asked() -> None:
    """The page on which it stood before was not looked at tonight."""
    claim = sample_reports.claim("q", ClaimVerdict.MISMATCH, (sample_reports.ALTERED,))
    notes = [sample_reports.note("1", "x")]
    spoken = [
        sample_reports.finding(
            "quotation-altered", "error", "differs", at=sample_reports.where(claim="q")
        )
    ]
    assert author_sheet(sample_reports.report([claim], notes, offline=True)).queries == ()
    told = sample_reports.report([claim], notes, (), spoken, offline=True)
    assert len(author_sheet(told).queries) == 1


def test_a_source_after_the_paper_shows_both_dates() -> None:
    """Days are written out."""
    found = [
        lint(
            "source-after-paper",
            "source 'harbour-2012' was issued after the paper that cites it: correct one of the",
            "issued 2014-05-01; the paper 2013-04",
            source="harbour-2012",
        )
    ]
    query = only(sample_reports.report((), [sample_reports.note("1", "x")], (), found))
    assert said(query.evidence) == (
        "The source “Ferries of the Lannet Sea, 2012” was issued after the paper that cites it; "
        "issued 1 May 2014; the paper 2013-04."
    )


def test_of_two_notes_the_one_that_cites_what_was_compared_is_named() -> None:
    """A claim may hang on two notes; the contradicted part was read in the source of one."""
    claim = sample_reports.claim(
        "q", ClaimVerdict.MISMATCH, (sample_reports.DISAGREES,), notes=("1", "2")
    )
    other = sample_reports.note("1", "x").entries[0].model_copy(update={"source": "another"})
    notes = [sample_reports.note("1", "x", entries=(other,)), sample_reports.note("2", "y")]
    assert [note.label for note in only(sample_reports.report([claim], notes)).notes] == ["2"]
