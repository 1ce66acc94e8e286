from __future__ import annotations

import pytest

from footnoted.corpus.typed import fields_at, read_record
from footnoted.corpus.yaml_subset import parse_list
from footnoted.model.base import Record
from footnoted.model.records import ClaimRecord, NoteRecord, SourceRecord, Waiver


def faults(model: type[Record], text: str) -> list[tuple[int, int, str]]:
    record, found = read_record(model, parse_list(text).nodes[0])
    assert record is None
    return [(one.line, one.column, one.message) for one in found]


@pytest.mark.parametrize(
    ("model", "text", "line", "column", "message"),
    [
        (
            ClaimRecord,
            "- {id: c, at: {start: a, ende: b}}",
            1,
            26,
            "unknown field 'ende': did you mean 'end'?",
        ),
        (
            SourceRecord,
            "- {id: s, url: www.x.org}",
            1,
            11,
            "unknown field 'url': did you mean 'URL'?",
        ),
        (
            SourceRecord,
            "- {id: s, short_forms: [a]}",
            1,
            11,
            "unknown field 'short_forms': did you mean 'short-forms'?",
        ),
        (ClaimRecord, "- id: c", 1, 3, "'at' is missing: add it to the record"),
        (ClaimRecord, "- {id: c, at: {end: b}}", 1, 15, "'start' is missing: add it to 'at'"),
        (
            ClaimRecord,
            "- {id: C d, at: {start: a}}",
            1,
            8,
            (
                "'id' is 'C d': write small letters and digits, joined by '-', '.' or '_', as "
                "'wen-2012'"
            ),
        ),
        (
            ClaimRecord,
            "- id: c\n  at: {start: a}\n  quotations:\n    - {text: a, translated: yes}",
            4,
            29,
            "'yes' is neither 'true' nor 'false': write one of them",
        ),
        (
            ClaimRecord,
            "- {id: c, at: {start: a}, says: x, reviewed: {by: a, on: 2026-02-30}}",
            1,
            58,
            "'2026-02-30' is on no calendar: look at its month and day",
        ),
        (
            ClaimRecord,
            "- {id: c, at: {start: a}, reviewed: {by: a, on: 24.11.2026}}",
            1,
            49,
            "'on' is '24.11.2026': write the day as YYYY-MM-DD",
        ),
        (
            ClaimRecord,
            "- {id: c, at: {start: a}, figures: 5}",
            1,
            36,
            "'figures' should be a list: begin each item with '- ' in a line of its own",
        ),
        (
            ClaimRecord,
            "- {id: c, at: words}",
            1,
            15,
            "'at' should have fields: write it as {start: first words, end: last words}",
        ),
        (
            ClaimRecord,
            '- {id: c, at: {start: ""}}',
            1,
            23,
            "'start' is empty: write a value, or leave the field out",
        ),
        (
            ClaimRecord,
            "- {id: c, at: {start: a}, says: [x]}",
            1,
            33,
            "'says' should be text: write one value, not a list or fields",
        ),
        (
            NoteRecord,
            "- {id: 5, status: mising, text: a}",
            1,
            19,
            (
                "'status' is 'mising': did you mean 'missing'? It is one of ok, missing, dangling, "
                "ambiguous"
            ),
        ),
        (
            NoteRecord,
            "- id: 5",
            1,
            3,
            "a note has 'text' unless its status is 'missing', and only then not",
        ),
        (
            Waiver,
            "- {rule: r, owner: o, reason: x, expires: 2027-01-01}",
            1,
            3,
            "a waiver names exactly one of 'claim', 'note', 'source'",
        ),
        (NoteRecord, "- words", 1, 3, "a record has fields: write 'id: …' and the others below it"),
    ],
)
def test_a_wrong_field_is_a_fault_at_its_place(
    model: type[Record], text: str, line: int, column: int, message: str
) -> None:
    """Each wrong field has one message that says what is wrong and what to write instead."""
    assert faults(model, text) == [(line, column, message)]


def test_an_unlike_field_is_told_the_known_ones() -> None:
    """Where no known field is near, the message lists them."""
    message = faults(NoteRecord, "- {id: 5, text: a, colour: red}")[0][2]
    assert message == (
        "unknown field 'colour': the fields here are id, label, status, text, entries, remark"
    )


def test_every_fault_of_a_record_is_told() -> None:
    """One run names them all, not the first."""
    text = "- id: A\n  at: {}\n  sayz: x\n  note: [a, [b]]\n"
    assert [(line, column) for line, column, _ in faults(ClaimRecord, text)] == [
        (1, 7),
        (2, 7),
        (4, 13),
        (3, 3),
    ]


def test_a_broken_record_is_not_told_what_it_may_lack() -> None:
    """Of a record cut short by a fault only what is surely wrong is told."""
    parsed = parse_list("- id: c\n  sayz: x\n  at: {start: a\n")
    record, found = read_record(ClaimRecord, parsed.nodes[0], broken=True)
    assert record is None
    assert [one.message for one in found] == ["unknown field 'sayz': did you mean 'says'?"]


def test_fields_know_their_place() -> None:
    """Every field is at its name, every item of a list at its first word."""
    node = parse_list("- id: c\n  figures:\n    - {raw: 5, unit: km}\n").nodes[0]
    places = {path: (one.line, one.column) for path, one in fields_at(node)}
    assert places == {
        ("id",): (1, 3),
        ("figures",): (2, 3),
        ("figures", 0): (3, 7),
        ("figures", 0, "raw"): (3, 8),
        ("figures", 0, "unit"): (3, 16),
    }
