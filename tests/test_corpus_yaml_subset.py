from __future__ import annotations

import pytest

from footnoted.corpus.typed import to_data
from footnoted.corpus.yaml_subset import Fault, decode, parse_list, parse_mapping


def faults(text: str) -> list[tuple[int, int, str]]:
    return [(one.line, one.column, one.message) for one in parse_list(text).faults]


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ('- a: "b\n  c: d\n', 1, 6, "the quote that opens here is never closed"),
        ("- a: b: c\n", 1, 7, "a ': ' inside a value"),
        ("- a: @x\n", 1, 6, "a value cannot begin with '@'"),
        ("- id: a\nb: c\n", 2, 1, "this stands outside its record"),
        ("- id: a\n  b\n", 2, 3, "a field without a colon"),
        ("- a: [b\n", 2, 1, "a ']' or a comma is missing"),
        ("- a: {b: c\n  d: e\n", 2, 4, "a '}' or a comma is missing"),
        ('- a: "b" c\n', 1, 10, "this does not follow from the line above"),
        ('- a: "\\q"\n', 1, 7, "a backslash in"),
        ("- a: - b\n", 1, 6, "a '- ' cannot stand here"),
        ("- a: *b\n", 1, 6, "'*b': repeat the value"),
        ("- a: &b c\n", 1, 6, "'&b': take it out"),
        ("- a: !t b\n", 1, 6, "the tag '!t'"),
        ("- ? [a]\n  : b\n", 1, 5, "a field's name is one word"),
        ("- a: b\n  a: c\n", 2, 3, "'a' is given twice (first in line 1)"),
        ("- a:\n", 1, 3, "'a' is empty"),
        ("- a: null\n", 1, 6, "'a' is 'null'"),
        ("- [b, ~]\n", 1, 7, "the list's item is '~'"),
        ("- {a: 1,000 km}\n", 1, 9, "a comma in it needs quotes"),
        ("- a: b\n\tc: d\n", 2, 1, "a tab: indent with spaces"),
        ("-\ta: b\n", 1, 2, "a tab: indent with spaces"),
        ("- a: b\x07\n", 1, 7, "the control character U+0007"),
        ("- a: b\u2028\n", 1, 7, "the control character U+2028"),
        ("---\n- a: b\n---\n", 3, 1, "'---' begins a second document"),
        ("%YAML 1.1\n---\n- a: b\n", 1, 1, "a '%' directive"),
        ("a: b\n", 1, 1, "expected a list of records"),
        (f"- a: {'[' * 30}{']' * 30}\n", 1, 24, "nested more than 20 levels deep"),
    ],
)
def test_a_fault_is_told_once_at_its_place(text: str, line: int, column: int, words: str) -> None:
    """What the subset leaves out is one fault, at its line and column, and says what to do."""
    found = faults(text)
    assert [(at, beside) for at, beside, _ in found] == [(line, column)]
    assert found[0][2].startswith(words) or words in found[0][2]


def test_a_fault_costs_its_own_record_only() -> None:
    """Every record before and behind a broken one is read, and every fault is told."""
    text = '- id: a\n- id: "b\n- id: c\n- id: [d\n- id: e\n'
    parsed = parse_list(text)
    whole = [to_data(n) for i, n in enumerate(parsed.nodes) if i not in parsed.broken]
    assert whole == [{"id": "a"}, {"id": "c"}, {"id": "e"}]
    assert [fault.line for fault in parsed.faults] == [2, 5]


def test_scalars_are_text_whatever_they_look_like() -> None:
    """No Norway, no octal, no sexagesimal, no date, no truth value: the words as written."""
    text = "- {a: no, b: 010, c: 12:30, d: 2026-11-24, e: yes, f: 1e3, g: .inf}\n"
    assert to_data(parse_list(text).nodes[0]) == {
        "a": "no", "b": "010", "c": "12:30", "d": "2026-11-24", "e": "yes", "f": "1e3", "g": ".inf"
    }  # fmt: skip


def test_empty_files_have_no_records() -> None:
    """A file of comments, or with only the marker of its beginning, is an empty list."""
    for text in ("", "# nothing yet\n", "---\n", "---\n# nothing\n"):
        parsed = parse_list(text)
        assert (parsed.nodes, parsed.faults) == ([], [])


def test_a_mapping_file_may_hold_lists_in_its_first_column() -> None:
    """`paper.yaml` is one mapping; a dash in the first column belongs to its field."""
    parsed = parse_mapping("author:\n- literal: A\ntitle: T\n")
    assert to_data(parsed.nodes[0]) == {"author": [{"literal": "A"}], "title": "T"}
    assert parse_mapping("- a\n").faults == [
        Fault("record-syntax", 1, 1, "expected 'field: value' lines here")
    ]


def test_a_bad_byte_is_named_by_line_and_column() -> None:
    """The column counts characters, so that an editor finds the byte."""
    fault = decode("a\né".encode() + b"\xe9x")
    assert isinstance(fault, Fault)
    assert (fault.line, fault.column) == (2, 2)
    assert fault.message == "byte 0xe9 is not UTF-8: save the file as UTF-8"
    assert decode(b"\xef\xbb\xbfa") == "a"
