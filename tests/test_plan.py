"""What to ask, once each, and what to ask next."""

from __future__ import annotations

import pytest

import records
from footnoted import plan
from footnoted.model.question import Question


def test_a_url_of_two_sources_is_asked_once() -> None:
    """Two sources at one address make one question."""
    corpus = records.corpus(
        sources=[
            records.source("a", "http://x.example/1"),
            records.source("b", "http://x.example/1"),
        ]
    )
    assert plan.first_round(corpus, ["a", "b"]) == (Question("http://x.example/1", "cited"),)


def test_a_bare_host_is_asked_with_http_before_it() -> None:
    """`www.x.example/a` as printed becomes an absolute URL; one with a scheme stays."""
    assert plan.absolute("www.x.example/a") == "http://www.x.example/a"
    assert plan.absolute("https://x.example") == "https://x.example"
    assert plan.absolute("x.example:8080/a") == "http://x.example:8080/a"
    assert plan.absolute("mailto:a@x.example") == "mailto:a@x.example"
    archived = "web.archive.org/web/2013/http://x.example"
    assert plan.absolute(archived) == f"http://{archived}"


def test_printed_sources_ask_nothing() -> None:
    """A source without URL is no question."""
    assert plan.first_round(records.corpus(sources=[records.source("book")]), ["book"]) == ()


def test_stand_ins_are_asked_only_for_what_is_not_settled() -> None:
    """Mementos, then same-text alternates; never a translation or a related page."""
    source = records.source(
        "a",
        "http://x.example/1",
        alternates=[
            {"url": "http://y.example/1", "kind": "same_text"},
            {"url": "http://z.example/1", "kind": "translation"},
            {"url": "http://w.example/1", "kind": "related"},
        ],
        mementos=[{"url": "http://archive.example/2013/http://x.example/1", "on": "2013-10-01"}],
    )
    corpus = records.corpus(sources=[source])
    asked = plan.second_round(corpus, ["a"], lambda _source: False)
    assert [question.basis for question in asked] == ["memento", "alternate"]
    assert plan.second_round(corpus, ["a"], lambda _source: True) == ()


def test_a_claim_rests_on_all_sources_of_its_note_unless_it_names_one() -> None:
    """Locators come from the note; a claim's own corrects them."""
    notes = [
        records.note(
            "1", entries=[{"source": "a", "locator": "p 3"}, {"source": "b"}], text="A; B."
        )
    ]
    sources = [records.source("a"), records.source("b")]
    both = records.claim("both", note="1")
    one = records.claim("one", note="1", source="a", locator="p 4")
    corpus = records.corpus([both, one], notes, sources)
    assert plan.citations(corpus, both) == (
        plan.Citation("a", "1", "p 3"),
        plan.Citation("b", "1", None),
    )
    assert plan.citations(corpus, one) == (plan.Citation("a", "1", "p 4"),)


def test_a_dangling_entry_leads_nowhere() -> None:
    """An entry without source gives no citation."""
    notes = [records.note("1", status="dangling", entries=[{"form": "op_cit"}])]
    claim = records.claim(note="1")
    assert plan.citations(records.corpus([claim], notes), claim) == ()


@pytest.mark.parametrize(
    ("only", "claims", "sources"),
    [
        ("c1", ("c1",), ("a",)),
        ("claim:c2", ("c2",), ("b",)),
        ("note:1", ("c1",), ("a",)),
        ("source:b", ("c2",), ("b",)),
        (None, ("c1", "c2"), ("a", "b")),
    ],
)
def test_only_names_what_is_audited(
    only: str | None, claims: tuple[str, ...], sources: tuple[str, ...]
) -> None:
    """A claim, a note with its claims, a source with its claims, or all."""
    corpus = records.corpus(
        [records.claim("c1", note="1"), records.claim("c2", note="2")],
        [records.note("1", "a"), records.note("2", "b")],
        [records.source("a"), records.source("b")],
    )
    scope = plan.scope_of(corpus, only)
    assert (scope.claims, scope.sources) == (claims, sources)


def test_only_something_unknown_is_told_in_one_line() -> None:
    """The message says what may be written instead."""
    with pytest.raises(plan.UnknownTargetError, match=r"--only note:9: .*note:LABEL"):
        plan.scope_of(records.corpus(), "note:9")


def test_hosts_have_the_port_of_their_scheme() -> None:
    """80 for http, 443 for https, the one given otherwise; odd URLs are passed over."""
    questions = [
        Question("http://a.example/1"),
        Question("https://a.example/2"),
        Question("http://b.example:8080/"),
        Question("http://b.example:port/"),
    ]
    expected = (("a.example", 80), ("a.example", 443), ("b.example", 8080))
    assert plan.hosts(questions) == expected
