from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footnoted.model.text import Block, Page, Text
from footnoted.model.verdicts import FOUND
from footnoted.quotations import align, compare_quotation, prepare
from footnoted.quotations.fold import FoldedText

_NOUNS = [
    "railway",
    "freight",
    "market",
    "border",
    "river",
    "minister",
    "council",
    "tariff",
    "corridor",
    "harbour",
    "programme",
    "oﬃce",
    "Zürich",
    "naïve",
    "co-operation",
    "Samarkand",
    "trade’s",
    "pipeline",
    "colour",
    "labour",
    "terms",
    "region",
]
_OTHERS = [
    "the",
    "of",
    "and",
    "was",
    "has",
    "in",
    "to",
    "its",
    "new",
    "long-term",
    "north",
    "Russian",
    "bought",
    "signed",
    "grew",
]
_ABROAD = ["река", "договор", "λιμάνι", "सीमा", "سوق", "贸易", "港口", "協定", "철도", "граница"]
_NEGATIONS = [
    *("not", "never", "no", "hardly", "cannot", "neither", "nor", "without", "scarcely", "none"),
    *("not yet", "no longer", "by no means", "failed to", "did not", "didn’t", "wasn't", "NOT"),
    *("[not]", "[never]", "(not)", "not,", "“not”", "nicht", "kein", "pas", "jamais", "nunca"),
    *("не", "никогда", "不", "没有", "未", "ﬁnally not"),
]
_FIGURES = [
    "4.39",
    "$2.87bn",
    "1,234",
    "10–20",
    "2013",
    "-5",
    "7%",
    "12 345",
    "３５",
    "km 40",
    "0.5",
]
_words = st.lists(st.sampled_from(_NOUNS + _OTHERS), min_size=30, max_size=90)
_ends = st.sampled_from(["start", "end"])
_any_text = st.text(
    st.one_of(st.sampled_from("ab \n.,…[]()“”'’-–\u00ad\u200b1234%$不的ﬁ²Ж\x00"), st.characters()),
    max_size=120,
)


def _page(words: list[str], breaks: list[str]) -> str:
    return "".join(f"{word}{breaks[i % len(breaks)]}" for i, word in enumerate(words)).strip()


_breaks = st.lists(
    st.sampled_from([" ", " ", "  ", "\n", ", ", "; ", "\u00a0"]), min_size=5, max_size=9
)


@settings(max_examples=250, deadline=None)
@given(_words, _breaks, st.data())
def test_a_slice_at_word_bounds_is_verbatim(
    words: list[str], breaks: list[str], data: st.DataObject
) -> None:
    """Any run of whole words of a page is found as it stands, where it stands."""
    content = _page(words, breaks)
    spans = [(m.start, m.end) for m in _spans(content)]
    first = data.draw(st.integers(0, len(spans) - 5))
    last = data.draw(st.integers(first + 1, len(spans) - 1))
    quotation = content[spans[first][0] : spans[last][1]]
    found = compare_quotation(quotation, Text(content, "text/plain"))
    assert found.verdict == "verbatim", found
    assert found.span is not None
    assert content[slice(*found.span)] == found.source_wording


class _Span:
    def __init__(self, start: int, end: int) -> None:
        self.start, self.end = start, end


def _spans(content: str) -> list[_Span]:
    spans, at = [], 0
    for part in content.replace("\u00a0", " ").split():
        at = content.replace("\u00a0", " ").index(part, at)
        spans.append(_Span(at, at + len(part)))
        at += len(part)
    return spans


@settings(max_examples=600, deadline=None)
@given(_words, st.sampled_from(_NEGATIONS), st.data())
def test_an_inserted_negation_never_passes(
    words: list[str], negation: str, data: st.DataObject
) -> None:
    """Whatever negation is put wherever into a quotation, it does not pass."""
    first = data.draw(st.integers(0, len(words) - 12))
    size = data.draw(st.integers(3, 12))
    at = data.draw(st.integers(1, size - 1))
    slice_ = words[first : first + size]
    quotation = " ".join([*slice_[:at], negation, *slice_[at:]])
    found = compare_quotation(quotation, Text(" ".join(words), "text/plain"))
    assert found.verdict not in FOUND, found


@settings(max_examples=250, deadline=None)
@given(_words, st.sampled_from(["not", "never", "no", "hardly", "[not]"]), _ends, st.data())
def test_a_negation_at_an_end_never_passes(
    words: list[str], negation: str, end: str, data: st.DataObject
) -> None:
    """A negation put before the first word or after the last one is none of the page's."""
    first = data.draw(st.integers(0, len(words) - 8))
    slice_ = words[first : first + data.draw(st.integers(3, 8))]
    quotation = " ".join([negation, *slice_] if end == "start" else [*slice_, negation])
    assert compare_quotation(quotation, Text(" ".join(words), "text/plain")).verdict not in FOUND


@settings(max_examples=250, deadline=None)
@given(_words, st.data())
def test_a_dropped_negation_never_passes(words: list[str], data: st.DataObject) -> None:
    """A negation of the page that a quotation leaves out is seen, with or without an ellipsis."""
    at = data.draw(st.integers(5, len(words) - 5))
    mark = data.draw(st.sampled_from(["", "…", "[...]", "[it]"]))
    content = " ".join([*words[:at], "not", *words[at:]])
    quotation = " ".join(filter(None, [*words[at - 3 : at], mark, *words[at : at + 3]]))
    if quotation in content:
        return
    assert compare_quotation(quotation, Text(content, "text/plain")).verdict not in FOUND


@settings(max_examples=250, deadline=None)
@given(_words, st.integers(0, 99_999), st.integers(0, 99_999), st.data())
def test_another_number_never_passes(
    words: list[str], number: int, other: int, data: st.DataObject
) -> None:
    """A number of the page that a quotation gives otherwise is seen."""
    if number == other:
        return
    at = data.draw(st.integers(3, len(words) - 3))
    content = " ".join([*words[:at], str(number), *words[at:]])
    quotation = " ".join([*words[at - 3 : at], str(other), *words[at : at + 3]])
    assert compare_quotation(quotation, Text(content, "text/plain")).verdict not in FOUND


@settings(max_examples=600, deadline=None)
@given(_words, st.sampled_from(_FIGURES), st.data())
def test_a_changed_digit_never_passes(words: list[str], figure: str, data: st.DataObject) -> None:
    """One digit of a figure made another one is seen, whatever the figure."""
    digits = [i for i, character in enumerate(figure) if character.isdigit()]
    index = data.draw(st.sampled_from(digits))
    other = data.draw(st.sampled_from([d for d in "0123456789" if int(d) != int(figure[index])]))
    changed = f"{figure[:index]}{other}{figure[index + 1 :]}"
    at = data.draw(st.integers(3, len(words) - 3))
    content = " ".join([*words[:at], figure, *words[at:]])
    quotation = " ".join([*words[at - 3 : at], changed, *words[at : at + 3]])
    assert compare_quotation(quotation, Text(content, "text/plain")).verdict not in FOUND


@settings(max_examples=250, deadline=None)
@given(st.lists(st.sampled_from(_NOUNS + _ABROAD), min_size=12, max_size=60), st.data())
def test_a_slice_in_any_script_is_verbatim(words: list[str], data: st.DataObject) -> None:
    """Whole words of any script are found as they stand."""
    content = " ".join(words)
    first = data.draw(st.integers(0, len(words) - 5))
    quotation = " ".join(words[first : first + data.draw(st.integers(1, 5))])
    found = compare_quotation(quotation, Text(content, "text/plain"))
    assert found.verdict == "verbatim", found
    assert found.source_wording == quotation


@settings(max_examples=400, deadline=None)
@given(_any_text)
def test_offsets_map_back(content: str) -> None:
    """Every folded word has a place in the text, in order, and is never empty or blank."""
    folded = FoldedText(Text(content, "text/plain"))
    assert len(folded.words) == len(folded.starts) == len(folded.ends)
    at = 0
    for word, start, end in zip(folded.words, folded.starts, folded.ends, strict=True):
        assert at <= start < end <= len(content)
        assert word
        assert " " not in word
        at = start


@settings(max_examples=300, deadline=None)
@given(_any_text, _any_text)
def test_a_page_folded_before_gives_the_same(quotation: str, content: str) -> None:
    """Folded by the caller or by the comparison, asked once or twice: the same result."""
    text = Text(f"{content} {quotation[:40]} {content}", "text/plain")
    folded = prepare(text)
    once = compare_quotation(quotation, folded)
    assert once == compare_quotation(quotation, folded) == compare_quotation(quotation, text)


@settings(max_examples=400, deadline=None)
@given(_any_text, _any_text, st.sampled_from([None, "p 11", "", "xi-xii", "99999999"]))
def test_nothing_raises(quotation: str, content: str, locator: str | None) -> None:
    """Any quotation on any page gives a verdict whose span is a slice of the page."""
    half = len(content) // 2
    text = Text(
        content,
        "text/plain",
        blocks=(Block("heading", 0, half), Block("cell", half, len(content), "quoted", 1)),
        pages=(Page(1, None, 0, half), Page(2, "xi", half, len(content))),
    )
    for words in (
        quotation,
        content,
        f"{content[:9]} … {content[-9:]}",
        f"[{quotation}] {content}",
    ):
        found = compare_quotation(words, text, page=locator)
        if found.span is not None:
            assert content[slice(*found.span)] == found.source_wording


_LONG = [
    *("the railway " * 400, "a " * 2_500, "railway … " * 500, "[x] " * 1_200, "贸" * 5_000),
    *("(" * 5_000, "a" * 5_000, "a-" * 2_500, "1." * 2_500, "’a" * 2_500, "\u0301" * 5_000),
    *("..." * 1_600, "[" * 5_000, "\ud800" * 5_000, "\x00" * 5_000, "of the of … " * 400),
    *("a\u0301" * 2_500, "co-" * 1_600, "per cent " * 500, "“a,” " * 1_000, "-\n" * 2_500),
    *("10⁶ " * 1_200, "สวัสดี" * 800, "\u0905\u094d" * 2_500, "[1, 2] " * 700, "it’s " * 1_000),
]


@pytest.mark.parametrize("quotation", _LONG, ids=[repr(q[:9]) for q in _LONG])
def test_long_quotations_cost_little(quotation: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Five thousand characters of anything, on a page that resembles it, take bounded work."""
    cells = 0
    row = align._row

    def counted(word: str, source: list[str], above: list[float]) -> list[float]:
        nonlocal cells
        cells += len(source)
        return row(word, source, above)

    monkeypatch.setattr(align, "_row", counted)
    page = prepare(Text(f"{quotation[:2_000]} border " * 40 + "贸易 " * 3_000, "text/plain"))
    found = compare_quotation(quotation[:5_000], page)
    if found.span is not None:
        assert page.text.content[slice(*found.span)] == found.source_wording
    assert cells < 20_000_000
