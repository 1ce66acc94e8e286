from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from footnoted.corpus.canonical import canonical, proposed_id
from footnoted.corpus.comments import tie
from footnoted.corpus.typed import read_record, to_data
from footnoted.corpus.yaml_subset import Node, parse_list, parse_mapping
from footnoted.model.records import ClaimRecord, PaperRecord

HEAD = "# yaml-language-server: $schema=../../docs/schemas/claims.json\n"

WORDS = st.lists(
    st.sampled_from(
        ["words", "of", "prose:", "#1", "a # b", "'quoted'", "{x}", "-", "59", "no", "é", "1,830"]
    ),
    min_size=1,
    max_size=30,
).map(" ".join)
CLAIMS = st.fixed_dictionaries(
    {"at": st.fixed_dictionaries({"start": WORDS}, optional={"end": WORDS})},
    optional={
        "says": WORDS,
        "note": st.one_of(WORDS, st.lists(WORDS, min_size=1, max_size=3)),
        "quotations": st.lists(
            st.fixed_dictionaries(
                {"text": WORDS}, optional={"speaker": WORDS, "translated": st.just("true")}
            ),
            min_size=1,
            max_size=2,
        ),
        "figures": st.lists(
            st.fixed_dictionaries(
                {"raw": WORDS},
                optional={
                    "measure": WORDS,
                    "cell": st.fixed_dictionaries({"row": WORDS, "column": WORDS}),
                },
            ),
            min_size=1,
            max_size=3,
        ),
        "remark": WORDS,
    },
)


def records(text: str) -> list[ClaimRecord | None]:
    parsed = parse_list(text)
    assert parsed.faults == []
    return [read_record(ClaimRecord, node)[0] for node in parsed.nodes]


def form(text: str, kind: Any = "claims", taken: set[str] | None = None) -> str:
    found = canonical(kind, text, set() if taken is None else taken)
    assert found.faults == ()
    assert found.text is not None
    assert canonical(kind, found.text, set()).text == found.text, "tidying again changes something"
    return found.text


def comments_in(text: str) -> list[str]:
    return tie(text, parse_list(text).nodes, is_list=True).texts()


def tidy_claims(body: str) -> str:
    return form(HEAD + "\n" + body).removeprefix(HEAD + "\n")


@st.composite
def untidy_files(draw: st.DrawFn) -> str:
    """Return a file of claims in any order, style and width, comments anywhere."""
    rows = draw(st.lists(CLAIMS, min_size=1, max_size=4))
    shuffled = []
    for index, row in enumerate(rows):
        fields = draw(st.permutations([("id", f"c{index}"), *row.items()]))
        shuffled.append(dict(fields))
    style = draw(st.sampled_from([None, "'", '"', ">"]))
    text = yaml.dump(
        shuffled,
        Dumper=yaml.SafeDumper,
        default_style=style,
        default_flow_style=draw(st.sampled_from([False, None])),
        width=draw(st.integers(10, 120)),
        allow_unicode=True,
        sort_keys=False,
    )
    lines: list[str] = []
    for line in text.splitlines():
        what = draw(st.sampled_from(["none", "none", "above", "behind", "blank"]))
        if what == "above":
            lines.append(" " * draw(st.integers(0, 8)) + f"# comment {len(lines)}")
        if what == "blank":
            lines.append("")
        lines.append(f"{line}  # behind {len(lines)}" if what == "behind" else line)
    return "\n".join(lines) + "\n"


@given(untidy_files())
def test_records_and_comments_stay_whatever_the_file_looked_like(text: str) -> None:
    """Equal records, the same comments, and a second time changes nothing."""
    parsed = parse_list(text)
    assume(not parsed.faults)
    before = records(text)
    assume(None not in before)
    after = form(text)
    assert records(after) == before
    assert comments_in(after) == sorted([*comments_in(text), HEAD.strip()])


def test_comments_stay_with_what_they_are_about() -> None:
    """Fields change places, and the comments above, behind and below them go with them."""
    text = """\
# about elm
- title: Elms  # the short title
  # the name never changes
  id: elm
  author: [{given: Nora, family: Ash}]
  # nothing else is known

# ash is far below
"""
    assert form(text, "sources") == (
        "# yaml-language-server: $schema=../../docs/schemas/sources.json\n"
        "\n"
        "# about elm\n"
        "# the name never changes\n"
        "- id: elm\n"
        "  title: Elms  # the short title\n"
        "  author:\n"
        "    - {family: Ash, given: Nora}\n"
        "  # nothing else is known\n"
        "\n"
        "# ash is far below\n"
    )


@pytest.mark.parametrize(
    ("written", "tidied"),
    [
        (  # inside brackets, which become a block: a comment ends its line
            '- id: a\n  at: {start: x}\n  note: ["1", # one\n    # two\n    "2"\n    # more\n  ]\n',
            (
                "- id: a\n  at: {start: x}\n  note:\n"
                '    - "1"  # one\n    # two\n    - "2"\n    # more\n'
            ),
        ),
        (  # on a list that becomes one value
            '- id: a\n  at: {start: x}\n  note:\n    # why\n    - "1"\n',
            '- id: a\n  at: {start: x}\n  # why\n  note: "1"\n',
        ),
        (  # behind braces, dashes, block headers
            (
                "-  # dash\n  id: a\n  says: |-  # head\n    one\n    two # no comment\n"
                "  at: {start: x}  # at\n"
            ),
            (
                "# dash\n- id: a\n  says: |-  # head\n    one\n    two # no comment\n"
                "  at: {start: x}  # at\n"
            ),
        ),
        (  # of a default that is left out
            (
                "- id: a\n  at: {start: x}\n  quotations:\n    - text: q\n"
                "      translated: false  # by whom?\n"
            ),
            "- id: a\n  at: {start: x}\n  quotations:\n    # by whom?\n    - text: q\n",
        ),
        (  # in a mapping that stays a block for its comment
            "- id: a\n  at:\n    # first\n    start: x\n    # last\n",
            "- id: a\n  at:\n    # first\n    start: x\n    # last\n",
        ),
        (  # below a list that becomes one value
            '- id: a\n  at: {start: x}\n  note:\n    - "1"\n    # only one\n',
            '- id: a\n  at: {start: x}\n  # only one\n  note: "1"\n',
        ),
        (  # in a record in braces
            "- {id: a, at: {start: x}}  # small\n- id: b\n  at: {start: z}\n",
            "# small\n- id: a\n  at: {start: x}\n\n- id: b\n  at: {start: z}\n",
        ),
    ],
)
def test_comments_in_odd_places(written: str, tidied: str) -> None:
    """Each stands where a reader looks for it."""
    assert tidy_claims(written) == tidied


def test_quotes_folds_and_braces_are_those_of_the_canonical_form() -> None:
    """Only what needs quotes has them; long prose is folded anew; short maps are in braces."""
    long = "word " * 20
    text = f"""\
- at:
      end: "the end"
      start: 'the: start'
  says: "{long.strip()}"
  id: "a"
  note: ['59']
"""
    assert tidy_claims(text) == (
        "- id: a\n  says: >-\n"
        f"    {'word ' * 14}word\n    word word word word word\n"
        '  at: {start: "the: start", end: the end}\n  note: "59"\n'
    )


def test_a_schema_line_of_ones_own_is_kept() -> None:
    """Another address of the schema stays, also below a licence; none gets ours."""
    own = "# SPDX-License-Identifier: CC0-1.0\n# yaml-language-server: $schema=./claims.json\n"
    record = "- id: a\n  at: {start: x}\n"
    assert form(f"{own}\n{record}") == f"{own}\n{record}"
    assert form(own + record) == f"{own}\n{record}"
    assert form(record) == f"{HEAD}\n{record}"
    assert form("") == HEAD


def test_a_file_from_windows_stays_one() -> None:
    """Its line ends are kept."""
    text = "- id: a\r\n  at: {start: x}\r\n"
    assert form(text) == (HEAD + "\n").replace("\n", "\r\n") + text


def test_a_paper_file_keeps_its_comments() -> None:
    """A file that is one record, not a list."""
    text = """\
# ours
title: T  # as printed
id: p
# sections
sections: [{title: A, label: "1"}]
# the end
"""
    head = "# yaml-language-server: $schema=../../docs/schemas/paper.json\n\n"
    assert form(text, "paper") == (
        head + "# ours\nid: p\ntitle: T  # as printed\n# sections\nsections:\n"
        '  - {label: "1", title: A}\n\n# the end\n'
    )
    again = parse_mapping(form(text, "paper")).nodes[0]
    assert read_record(PaperRecord, again)[0]


def test_missing_ids_are_given_and_others_never_changed() -> None:
    """From what a record says, never one that is taken; a note's id cannot be made up."""
    taken = {"lakes-grew"}
    text = "- says: Lakes grew.\n  at: {start: x}\n- at: {start: Lakes grew}\n"
    text += "- id: Odd\n  at: {start: x}\n"
    assert canonical("claims", text, set()).faults[0].message.startswith("'id' is 'Odd'")
    found = form(text.replace("Odd", "odd"), taken=taken)
    assert [one.id for one in records(found) if one] == ["lakes-grew-b", "lakes-grew-c", "odd"]
    assert taken == {"lakes-grew", "lakes-grew-b", "lakes-grew-c"}
    faults = canonical("notes", "- text: Ash, p 1\n", set()).faults
    assert [one.message for one in faults] == ["'id' is missing: add it to the record"]


@pytest.mark.parametrize(
    ("fields", "ident"),
    [
        ({"author": [{"family": "Ash", "given": "N"}], "issued": "2012-05"}, "ash-2012"),
        ({"editor": [{"literal": "Institute for Inland Waters"}]}, "institute-for-inland-waters"),
        (
            {"title": "Letters from the shore of lakes", "issued": "1998"},
            "letters-from-the-shore-1998",
        ),
        ({"URL": "http://www.example.org/a"}, "example-org"),
        ({"URL": "www.example.org/a"}, "example-org"),
        ({"title": "水"}, "source"),
        ({}, "source"),
    ],
)
def test_a_source_is_called_by_who_and_when(fields: dict[str, Any], ident: str) -> None:
    """Author or title and the year, else the host; a word of ours where nothing is Latin."""
    assert proposed_id("sources", fields, set()) == ident
    assert proposed_id("sources", fields, {ident}) == f"{ident}-b"


@pytest.mark.parametrize(
    "text",
    ["- id: a\n  tilte: x\n", "- id: 'a\n", "\t- id: a\n", "- id: a\n  id: b\n", "id: a\n"],
)
def test_a_file_with_faults_has_no_form(text: str) -> None:
    """Every fault is told, and nothing is written in its place."""
    found = canonical("sources", text, set())
    assert found.text is None
    assert found.faults


def test_a_hash_inside_of_words_is_no_comment() -> None:
    """Quotes, braces, folds and plain words may hold one."""
    text = "- id: a\n  at: {start: 'x # y', end: a#b}\n  says: >-\n    one # two\n    # three\n"
    assert comments_in(text) == []
    node: Node = parse_list(text).nodes[0]
    assert to_data(node)["says"] == "one # two # three"
    assert comments_in(form(text)) == [HEAD.strip()]
