from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from footnoted.corpus.emit import LINE, list_file, paper_file, record_item
from footnoted.corpus.scalars import inline
from footnoted.corpus.typed import read_record, to_data
from footnoted.corpus.yaml_subset import parse_list, parse_mapping
from footnoted.model.records import (
    Anchor,
    ClaimRecord,
    EntryRecord,
    FigureRecord,
    Name,
    NoteRecord,
    PaperRecord,
    QuotationRecord,
    Reviewed,
    SectionRecord,
    SourceRecord,
)

AWKWARD = st.sampled_from(
    [
        ": ", " #", "- ", "'", '"', "\\", "{", "}", "[", "]", ",", "\n", "\n\n", "\n  ", "\t", "…",
        "“", "é", "万", "\u00a0", "\u2028", "\x85", "\ufeff", "\x07", "  ", "%", "@", "`", "---",
        "|", "no", "null", "1e3", "2026-11-24", "0x1f", "word", "a long enough word", "&a", "*a",
        "!t", "<<", "=", "?", ">", "\r",
    ]
)  # fmt: skip
TEXTS = (
    st.one_of(
        st.text(st.characters(codec="utf-8"), max_size=60),
        st.lists(AWKWARD, max_size=30).map("".join),
        st.lists(st.sampled_from(["words", "of", "prose:", "#1", "'quoted'"]), max_size=60).map(
            " ".join
        ),
    )
    .map(lambda text: text.strip())
    .filter(bool)
)


def reread(claim: ClaimRecord) -> ClaimRecord | None:
    parsed = parse_list(list_file("claims", [claim]))
    assert parsed.faults == []
    return read_record(ClaimRecord, parsed.nodes[0])[0]


@given(TEXTS, TEXTS)
def test_texts_come_back_as_they_were(first: str, second: str) -> None:
    """Any text survives writing and reading, in block style, in braces and in lists."""
    claim = ClaimRecord(
        id="c",
        says=first,
        at=Anchor(start=first, end=second),
        note=(first,),
        quotations=(QuotationRecord(text=second, speaker=first, translated=True),),
        figures=(FigureRecord(raw=first, measure=second), FigureRecord(raw=second)),
        remark=second,
    )
    assert reread(claim) == claim


@given(TEXTS)
def test_other_yaml_readers_take_texts_for_texts(text: str) -> None:
    """What is written plain is a string for a reader of full YAML 1.1 too."""
    assert yaml.safe_load(inline(text)) == text
    assert yaml.safe_load(f"{{a: {inline(text, braces=True)}}}") == {"a": text}


def test_numbers_dates_and_truth_values_are_quoted() -> None:
    """A text that another reader would take for something else is quoted, others are not."""
    for text in ("59", "2012", "2026-11-24", "no", "1e3", "0x1F", ".5", "1,000", "12:30", "~"):
        assert inline(text) == f'"{text}"'
    for text in ("$2.87bn", "p 11", "9 may", "wen-2012", "trade both ways", "4.39 per cent"):
        assert inline(text) == text


def test_a_claim_has_the_canonical_form() -> None:
    """A claim is written as DESIGN shows it: anchors, figures and review in braces."""
    claim = ClaimRecord(
        id="trade-2012",
        says="Trade between the two countries came to 2.87 billion dollars in the year 2012.",
        at=Anchor(start="Bilateral trade", end="in 1992"),
        note=("59",),
        quotations=(QuotationRecord(text="it's growing: fast"),),
        figures=(FigureRecord(raw="$2.87bn", measure="trade both ways", period="2012"),),
        reviewed=Reviewed(by="mk", on="2026-11-24"),
    )
    assert record_item(claim) == (
        "- id: trade-2012\n"
        "  says: >-\n"
        "    Trade between the two countries came to 2.87 billion dollars in the year\n"
        "    2012.\n"
        "  at: {start: Bilateral trade, end: in 1992}\n"
        '  note: "59"\n'
        "  quotations:\n"
        '    - text: "it\'s growing: fast"\n'
        "  figures:\n"
        '    - {raw: $2.87bn, measure: trade both ways, period: "2012"}\n'
        '  reviewed: {by: mk, on: "2026-11-24"}\n'
    )


def test_a_note_and_a_source_have_the_canonical_form() -> None:
    """Entries and names are in braces; CSL's hyphens and capitals are kept; defaults left out."""
    note = NoteRecord(
        id="8",
        status="ambiguous",
        text="Wen J, op cit",
        entries=(EntryRecord(form="op_cit", locator="p 3", candidates=("1", "5")),),
    )
    assert record_item(note) == (
        '- id: "8"\n  status: ambiguous\n  text: Wen J, op cit\n  entries:\n'
        '    - {form: op_cit, locator: p 3, candidates: ["1", "5"]}\n'
    )
    source = SourceRecord.model_validate(
        {"id": "wen", "container-title": "News", "author": [{"family": "Wen", "given": "J"}],
         "URL": "http://x.org/a", "medium": "web"}
    )  # fmt: skip
    assert record_item(source) == (
        "- id: wen\n  author:\n    - {family: Wen, given: J}\n  container-title: News\n"
        "  URL: http://x.org/a\n"
    )


def test_a_value_too_long_for_braces_is_written_as_a_block() -> None:
    """No line in braces is longer than the bound; the record still reads back."""
    long = " ".join(["measure"] * 20)
    claim = ClaimRecord(
        id="c", at=Anchor(start=long, end=long), figures=(FigureRecord(raw="5", measure=long),)
    )
    assert max(map(len, record_item(claim).splitlines())) <= LINE
    assert reread(claim) == claim


def test_a_paper_file_reads_back() -> None:
    """The paper's record and its sections survive, under a line that names their schema."""
    paper = PaperRecord(
        id="p",
        title="Trade: a view",
        author=(Name(literal="Institute of X"),),
        sha256="0" * 64,
        sections=(SectionRecord(label="", title="Front"), SectionRecord(label="2.1", title="A, b")),
    )
    written = paper_file(paper)
    assert written.startswith("# yaml-language-server: $schema=../../docs/schemas/paper.json\n")
    parsed = parse_mapping(written)
    assert parsed.faults == []
    assert read_record(PaperRecord, parsed.nodes[0])[0] == paper
    assert to_data(parsed.nodes[0])["sections"][1] == {"label": "2.1", "title": "A, b"}
