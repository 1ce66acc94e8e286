"""`footnoted.reports.readings`, `.charts`, `.relations`: numbers and relations for readers."""

from __future__ import annotations

import pytest

import sample_reports
from footnoted.model.report import LinkDoc
from footnoted.model.verdicts import ClaimVerdict, LinkVerdict
from footnoted.reports import charts
from footnoted.reports.readings import in_words, reading
from footnoted.reports.relations import Relation, formula_pieces, relations, told_by


@pytest.mark.parametrize(
    ("machine", "words"),
    [
        ("2.87e9 USD (±5e6)", "2.87 billion USD (give or take 5 million)"),
        ("2,874,680,000 USD", "2.87468 billion USD"),
        ("almost 4.6e10 USD (4.14e10 to 4.6e10)",
         "almost 46 billion USD (41.4 billion to 46 billion)"),
        ("2,874,681,234 USD", "2,874,681,234 USD"),
        ("1.2e13 USD", "12 trillion USD"),
        ("1e6", "1 million"),
        ("870000 t (±5000)", "870,000 t (give or take 5000)"),
        ("in 2012", "in 2012"),
        ("2012-05-13", "2012-05-13"),
        ("12500-05-13", "12500-05-13"),
        ("30 %", "30 %"),
        ("0.33 %", "0.33 %"),
        ("-2e9 USD", "-2 billion USD"),
        ("47 boats", "47 boats"),
        ("9,999,999,999,999,999 USD", "9,999,999,999,999,999 USD"),
        ("1e999 USD", f"1{',000' * 333} USD"),
        ("unknown to 5e6 people", "unknown to 5 million people"),
        ("", ""),
        (None, ""),
    ],
)  # fmt: skip
def test_a_reading_is_told_in_words_and_never_changed(machine: str | None, words: str) -> None:
    """Millions and above in words, if that needs no rounding; years, dates, units as they are."""
    assert reading(machine) == words


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("2,400,000: claim 2.4e6 (±5e6) · source 2e6 · review (x)",
         "2,400,000: claim 2.4 million (give or take 5 million) · source 2 million · review (x)"),
        ("Claim 3e6 · source 3,000,000 × 1 t · agrees (rounds); it stands on page 12000",
         "Claim 3 million · source 3 million × 1 t · agrees (rounds); it stands on page 12000"),
        ("claim 2e9 USD · source 2e9 km · review (other)",
         "claim 2 billion USD · source 2 billion km · review (other)"),
        ("drops *not* before *12,000,000*", "drops “not” before “12,000,000”"),
        ("proclaim 2e9 · source 2e9 · agrees (x)", "proclaim 2e9 · source 2e9 · agrees (x)"),
        ("claim 2e9 · source 2e9", "claim 2e9 · source 2e9"),
    ],
)  # fmt: skip
def test_a_check_s_message_is_told_in_words(message: str, words: str) -> None:
    """Both sides of figures as a reader reads them; the paper's own words stay as they are."""
    assert in_words(message) == words


def test_relations_of_nobody_are_none_and_no_claim_is_named_twice() -> None:
    """Both sides may be on record; that is one relation, on each."""
    one = sample_reports.claim("a", ClaimVerdict.SUPPORTED, agrees_with=("b",))
    other = sample_reports.claim("b", ClaimVerdict.SUPPORTED, agrees_with=("a",))
    assert relations([one, other]) == {
        "a": (Relation("Agrees with", ("b",)),),
        "b": (Relation("Agrees with", ("a",)),),
    }
    assert relations([sample_reports.claim("c", ClaimVerdict.SUPPORTED)]) == {}


def test_a_conflict_is_told_first() -> None:
    """Whatever else is on record."""
    claim = sample_reports.claim(
        "a", ClaimVerdict.SUPPORTED, repeats=("b",), agrees_with=("c",), conflicts_with=("d",)
    )
    told = [one.words for one in relations([claim])["a"]]
    assert told == ["Conflicts with", "Agrees with", "Repeats"]


@pytest.mark.parametrize(
    ("who", "sure", "words"),
    [
        (None, None, ""),
        ("Xu", None, "Asserted by Xu."),
        (None, "possible", "The paper calls it possible, not certain."),
        ("Xu", "reported", "Asserted by Xu; the paper gives it on others’ word."),
    ],
)
def test_who_says_it_and_how_sure(who: str | None, sure: str | None, words: str) -> None:
    """One line, or none."""
    claim = sample_reports.claim("a", ClaimVerdict.SUPPORTED, asserted_by=who, certainty=sure)
    assert told_by(claim) == words


def test_a_formula_keeps_every_character() -> None:
    """Names of known claims lead there, with the number of the figure; nothing is lost."""
    formula = "( exports-2012 + loans-2004.2 ) / 1.5 * lost.9"
    pieces = formula_pieces(formula, {"exports-2012": 1, "loans-2004": 1})
    assert "".join(text for text, _ in pieces) == formula
    assert [one for one in pieces if one[1]] == [
        ("exports-2012", "exports-2012"),
        ("loans-2004.2", "loans-2004"),
    ]


def lived(*days: tuple[str, LinkVerdict], vantage: str = "a desk in Lannet") -> LinkDoc:
    """Return a link that is alive now and was so on these days."""
    life = sample_reports.sights(*days, vantage=vantage)
    return sample_reports.link("https://a.example/", LinkVerdict.ALIVE, life=life)


def test_links_over_time_count_each_day_on_which_something_changed() -> None:
    """From the first look on, by state, as seen from the vantage of the last look."""
    to = LinkVerdict
    chart = charts.links_over_time(
        sample_reports.report(
            links=(
                lived(("2026-11-01", to.ALIVE), ("2026-11-10", to.DEAD)),
                lived(("2026-11-05", to.BLOCKED)),
                lived(("2026-11-02", to.DEAD), vantage="elsewhere"),
            )
        )
    )
    assert chart is not None
    assert [(one.day, one.at, one.width, one.counts) for one in chart.spans] == [
        ("1 November 2026", 0, 4, (0, 0, 1)),
        ("5 November 2026", 4, 5, (0, 1, 1)),
        ("10 November 2026", 9, 14, (1, 1, 0)),
        ("24 November 2026", 23, 1, (0, 0, 2)),
    ]
    assert (chart.days, chart.most) == (24, 2)
    assert chart.words == "1 November 2026: 1 link, 1 seen; 24 November 2026: 2 links, 2 seen"


def test_many_days_of_change_are_cut_to_the_last_sixty() -> None:
    """A drawing of years stays a drawing, and begins with what was so by then."""
    to = LinkVerdict
    days = [(f"2026-{month:02}-{day:02}", to.DEAD if day % 2 else to.ALIVE)
            for month in (7, 8, 9, 10) for day in range(1, 29)]  # fmt: skip
    chart = charts.links_over_time(sample_reports.report(links=(lived(*days),)))
    assert chart is not None
    assert len(chart.spans) == 60
    assert all(sum(one.counts) == 1 for one in chart.spans)
