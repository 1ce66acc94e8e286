"""A round of looks is read a few pages at a time, and never held whole."""

from __future__ import annotations

import tracemalloc
from collections.abc import Sequence
from dataclasses import replace

import pytest

from footnoted.audit import looked
from footnoted.audit.excerpts import CONTEXT, excerpts, without_content
from footnoted.audit.looked import Looked, batches, without_body
from footnoted.audit.options import Clock, Watcher
from footnoted.audit.without_corpus import Looker
from footnoted.model.capture import Capture
from footnoted.model.question import Question
from footnoted.model.text import Block, Text
from footnoted.model.verdicts import Comparison, PartVerdict
from looks import failure
from looks import page as capture_of
from loopback import Answer, serve
from web_help import LOOPBACK


def looked_at(bodies: Sequence[bytes]) -> tuple[Looked, list[Question]]:
    """Return captures of `bodies`, and the questions in the order in which they are read."""
    read: list[Question] = []

    def reading(question: Question, body: bytes) -> Capture:
        read.append(question)
        return capture_of(question.url, body)

    asked = {Question(f"http://a.example/{n}"): body for n, body in enumerate(bodies)}
    reads = {one: lambda one=one, body=body: reading(one, body) for one, body in asked.items()}
    return Looked(reads), read


def test_a_batch_ends_at_its_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """By pages, or by the page with which it grows too large; every page once, in order."""
    monkeypatch.setattr(looked, "PAGES_AT_ONCE", 3)
    monkeypatch.setattr(looked, "BYTES_AT_ONCE", 100)
    captures, read = looked_at([b"x", b"x", b"x", b"x" * 99, b"x", b"x", b"x" * 500, b"x"])
    assert [len(batch) for batch in batches(captures)] == [3, 2, 2, 1]
    assert read == list(captures)
    assert [list(batch) for batch in batches(captures, read[5:6])] == [[read[5]]]


def test_only_a_batch_is_read_ahead() -> None:
    """What comes later lies where it was kept until it is wanted."""
    captures, read = looked_at([b"x"] * (2 * looked.PAGES_AT_ONCE + 1))
    through = batches(captures)
    next(through)
    assert len(read) == looked.PAGES_AT_ONCE


def test_what_is_carried_on_has_neither_body_nor_content() -> None:
    """All else stays, and what a report shows beside the words found is kept apart."""
    whole = capture_of("http://a.example/")
    assert whole.response
    assert without_body(whole) == replace(whole, response=replace(whole.response, body=b""))
    assert without_body(failure()) == failure()
    text = Text("one two three", "text/plain", (Block("paragraph", 0, 13),), title="T")
    assert without_content(text) == Text("", "text/plain", title="T")
    found = Comparison(PartVerdict.VERBATIM, span=(4, 7))
    lost = Comparison(PartVerdict.ABSENT)
    assert excerpts(text, [found, lost]) == {(4, 7): ("one ", " three")}


def test_excerpts_are_cut_at_words() -> None:
    """With a mark where something was left out."""
    words = "word " * 100
    text = Text(f"{words}FOUND {words}", "text/plain")
    start = text.content.index("FOUND")
    ((before, after),) = excerpts(
        text, [Comparison(PartVerdict.VERBATIM, span=(start, start + 5))]
    ).values()
    assert before.startswith("…word ")
    assert after.endswith(" word…")
    assert max(len(before), len(after)) <= CONTEXT + 1


def test_a_run_without_evidence_holds_no_page() -> None:
    """Sixty pages of 500 kB, each another one, in less memory than six."""

    def answer(asked: object) -> Answer:
        return Answer(200, repr(asked).encode().ljust(500_000, b"x"), {"Content-Type": "text/html"})

    with serve({"*": answer}) as site:
        looker = Looker(LOOPBACK, Clock(), Watcher())
        questions = [Question(site.url(f"/{number}")) for number in range(60)]
        tracemalloc.start()
        try:
            came = looker.look(questions)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert list(came) == questions
        assert all((one := came[q].response) and len(one.body) == 500_000 for q in questions)
    assert peak < 6 * 500_000
