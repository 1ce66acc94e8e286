from __future__ import annotations

import pytest

from footnoted.model.text import Block, Page, Text
from footnoted.model.verdicts import FOUND, Comparison
from footnoted.quotations import compare_quotation, prepare
from footnoted.texts import read_text

_PAGE = (
    "The ministry announced that the northern railway is able to carry 4.39 million tonnes of "
    "freight a year, up 12 per cent from 2011. Traders in the border towns don’t expect the "
    "colourful markets to close—at least for now. “We organised the long-term programme for the "
    "whole region,” the deputy minister said, “and it’s been a success.” The council did not "
    "support the plan unless the tariff fell below $5 billion. An illegal crossing was closed, "
    "and the river’s level stood at -5 m. The so-called green corridor opened in May 2012; Russia "
    "had asked the smaller states to wait. They agreed to the terms in principle."
)


def _compare(quotation: str, content: str = _PAGE) -> Comparison:
    return compare_quotation(quotation, Text(content, "text/html", language="en"))


@pytest.mark.parametrize(
    ("quotation", "content", "verdict"),
    [
        # the very characters, white space aside
        ("the northern railway is able to carry", _PAGE, "verbatim"),
        ("the northern\n railway  is able", _PAGE, "verbatim"),
        ("up 12 per cent from 2011", _PAGE, "verbatim"),
        ("don’t expect the colourful markets to close—at least for now.", _PAGE, "verbatim"),
        ("rail", "the rail", "verbatim"),
        # quote and dash shapes
        ("Traders in the border towns don't expect", _PAGE, "typographic"),
        ("in the border towns don´t expect", _PAGE, "typographic"),
        ("in the border towns don`t expect", _PAGE, "typographic"),
        ("to close - at least for now", _PAGE, "typographic"),
        ("to close -- at least for now", _PAGE, "typographic"),
        ("the ‘green’ corridor", 'the "green" corridor', "typographic"),
        ("the «green» corridor", "the “green” corridor", "typographic"),
        ("a long–term plan", "a long-term plan", "typographic"),
        ("a long\u2011term plan", "a long-term plan", "typographic"),
        ("stood at −5 m", "stood at -5 m that day", "typographic"),
        # blanks and invisible characters
        ("12 per cent", "up 12\u00a0per cent", "verbatim"),
        ("the programme", "the pro\u00adgramme ended", "typographic"),
        ("the programme", "the pro\u200bgramme\ufeff ended", "typographic"),
        ("the pro\u00adgramme", "the programme ended", "typographic"),
        # ligatures and width forms
        ("the official finding", "the oﬃcial ﬁnding", "typographic"),
        ("GDP 2012", "ＧＤＰ ２０１２", "typographic"),
        # line-end hyphenation
        ("the agreement was", "the agree-\nment was", "typographic"),
        ("the long-term plan", "the long-\nterm plan", "typographic"),
        ("the long-term plan", "the long\u00adterm plan", "typographic"),
        ("the agree-\nment was", "the agreement was", "typographic"),
        ("the Anglo-Saxon kings", "the Anglo-\nSaxon kings", "typographic"),
        # case of the first letter
        ("Traders in the border towns", _PAGE, "verbatim"),
        ("traders in the border towns", _PAGE, "typographic"),
        ("An illegal crossing", "that an illegal crossing", "typographic"),
        ("China's new role", "CHINA’S NEW ROLE", "typographic"),
        # final punctuation inside or outside
        ("They agreed to the terms.", _PAGE, "verbatim"),
        ("the smaller states to wait,", _PAGE, "verbatim"),
        ("for the whole region”, the deputy", _PAGE, "typographic"),
        # footnote marks of the page
        ("the plan was signed in May", "the plan[12] was signed¹³ in May", "typographic"),
        ("Don’t expect the markets", "and don’t expect the markets", "typographic"),
        ("was for the long-term", "was for the long\u00adterm plan of all", "typographic"),
        ("long-term plan of", "was for the long\u00adterm plan of all", "typographic"),
        ("the plan was signed", "the plan* was signed", "typographic"),
        ("the plan[12] was signed", "the plan[12] was signed", "verbatim"),
        ("the plan was signed", "the plan[citation needed] was signed", "typographic"),
        # spelling and contractions
        ("the colorful markets", _PAGE, "typographic"),
        ("the cooperation of", "the co-operation of all", "typographic"),
        ("co-operation is", "cooperation is good", "typographic"),
        ("We organized the long-term program", _PAGE, "typographic"),
        ("up 12 percent from 2011", _PAGE, "typographic"),
        ("in the border towns do not expect", _PAGE, "typographic"),
        ("and it has been a success", _PAGE, "typographic"),
        ("they cannot come", "they can’t come", "typographic"),
        ("he would go", "he’d go", "typographic"),
        # Chinese: full-width punctuation, blanks between characters
        ("贸易额,达到二十八亿美元", "贸易额，达到二十八亿美元。", "typographic"),
        ("贸易额达到", "贸 易 额 达 到 二十八亿", "typographic"),
        ("２０１２年贸易额", "2012年贸易额", "typographic"),
        ("“一带一路”倡议", "「一带一路」倡议", "typographic"),
        # the author's marks, within the rules
        ("the northern railway … up 12 per cent from 2011", _PAGE, "edited"),
        ("the northern railway ... up 12 per cent", _PAGE, "edited"),
        ("the northern railway [...] up 12 per cent", _PAGE, "edited"),
        ("the northern railway (…) up 12 per cent", _PAGE, "edited"),
        ("the northern railway . . . up 12 per cent", _PAGE, "edited"),
        ("…the northern railway is able…", _PAGE, "verbatim"),
        ("from 2011 … Traders in the border towns", _PAGE, "edited"),
        ("[t]raders in the border towns", _PAGE, "edited"),
        ("[The states] agreed to the terms", _PAGE, "edited"),
        ("and [the programme has] been a success", _PAGE, "edited"),
        ("the smaller states [sic] to wait", _PAGE, "edited"),
        ("asked the smaller states to wait [emphasis added]", _PAGE, "edited"),
        (
            "the council supported them [the ministers] in May",
            "The council supported them in May.",
            "edited",
        ),
        # the page's own dots and brackets
        ("it was … a success [he said]", "that it was … a success [he said] to us", "verbatim"),
    ],
)
def test_harmless(quotation: str, content: str, verdict: str) -> None:
    """A difference on the closed list passes, under the verdict that tells its kind."""
    found = _compare(quotation, content)
    assert (found.verdict, found.needs_review) == (verdict, False), found.message
    assert found.span is not None
    assert content[slice(*found.span)] == found.source_wording


@pytest.mark.parametrize(
    ("quotation", "content", "reason"),
    [
        # negation in, out, by affix, hidden, touching the cut
        ("the northern railway is not able to carry", _PAGE, "negation_added"),
        ("The council did support the plan", _PAGE, "negation_dropped"),
        ("The council never did support the plan", _PAGE, "negation_added"),
        ("border towns expect the colourful markets to close", _PAGE, "negation_dropped"),
        ("A legal crossing was closed", _PAGE, "number_or_word"),
        ("legal crossing was closed", _PAGE, "negation_affix"),
        ("the task was harmful to all", "the task was harmless to all", "negation_affix"),
        ("the northern railway is notable to carry", _PAGE, None),
        ("The council did … support the plan", _PAGE, "ellipsis_hides_negation"),
        ("The council did […] the plan", _PAGE, "ellipsis_hides_negation"),
        ("The council [did] support the plan", _PAGE, "bracket_hides_negation"),
        ("the northern railway is [not] able to carry", _PAGE, "bracket_adds_negation"),
        ("support the plan", _PAGE, "negation_cut"),
        ("The council did", _PAGE, "negation_cut"),
        ("did not support the plan", _PAGE, "goes_on_exception"),
        ("可能发生", "这不可能发生", "negation_cut"),
        # digits, signs, points, units, currencies, per cent
        ("to carry 4.93 million tonnes of freight", _PAGE, "number_changed"),
        ("to carry 439 million tonnes of freight", _PAGE, "number_changed"),
        ("to carry 4.39 billion tonnes of freight", _PAGE, "number_changed"),
        ("to carry 4.39 million barrels of freight", _PAGE, "unit_changed"),
        ("level stood at 5 m", _PAGE, "sign_changed"),
        ("level stood at 5", "level stood at 5%", "cut_inside_number"),
        ("5 m", _PAGE, "cut_inside_number"),
        ("an area of 5 km", "an area of 5 km² in all", "cut_inside_number"),
        ("they agree[d] to it", "they agree to it", "bracket_changes_word"),
        ("[un]able to go", "they were able to go", None),
        ("the tariff fell below €5 billion", _PAGE, "sign_changed"),
        ("the tariff fell below 5 billion", _PAGE, "sign_changed"),
        ("up 12 from 2011", _PAGE, "word_dropped"),
        ("opened in May [2013]", _PAGE, "bracket_adds_number"),
        ("opened [5] in May", _PAGE, "bracket_adds_number"),
        ("opened in [5] May", "opened[5] in May", "bracket_adds_number"),
        ("39 million tonnes of freight", _PAGE, "number_changed"),
        ("million tonnes of freight a year", _PAGE, "cut_inside_number"),
        ("a rise of ten places", "a rise of two places", "number_changed"),
        ("costs < 5 here", "costs > 5 here", "sign_changed"),
        # words swapped, dropped, added
        ("the southern railway is able to carry", _PAGE, "word_changed"),
        ("the northern railway is able to hold 4.39 million", _PAGE, "word_changed"),
        ("had asked the states to wait", _PAGE, "word_dropped"),
        ("had asked all the smaller states to wait", _PAGE, "function_word_changed"),
        ("They agreed on the terms in principle", _PAGE, "function_word_changed"),
        ("China had asked the smaller states to wait", _PAGE, "word_changed"),
        ("the markets were filed away", "the markets were filled away", "word_changed"),
        ("the plane is a being", "the plane is a Boeing", "word_changed"),
        ("the terms are its own", "the terms are it's own", None),
        ("the staff will resign soon", "the staff will re-sign soon", None),
        ("the term plan", "the long-term plan", None),
        ("he asked us to wait", "he asked US to wait", "case_changed"),
        ("Well, eat, grandma said", "Well, eat grandma said", "punctuation_changed"),
        # order
        ("up 12 per cent … the northern railway is able", _PAGE, "halves_reversed"),
        ("from 2011, the northern railway is able to carry freight a year", _PAGE, None),
        # brackets that say more
        ("[China] had asked the smaller states to wait", _PAGE, "bracket_changes_word"),
        ("had asked [all] the smaller states", _PAGE, "bracket_changes_degree"),
        (
            "They agreed [in May at the very long meeting of ministers] to the terms",
            _PAGE,
            "bracket_too_long",
        ),
        # cuts inside a word
        ("called green corridor opened", _PAGE, "cut_inside_word"),
        ("gal crossing was closed", _PAGE, None),
    ],
)
def test_harmful(quotation: str, content: str, reason: str | None) -> None:
    """A difference that is not on the closed list never passes; its kind is named."""
    found = _compare(quotation, content)
    assert found.verdict in {"altered", "absent"}, found
    if reason and reason != "number_or_word":
        assert found.reason == reason, found.message
        assert found.message


@pytest.mark.parametrize(
    ("quotation", "words"),
    [
        ("The council did support the plan", "drops *not* before *support*"),
        ("did not support the plan", "the source goes on: *unless the tariff fell below …*"),
        ("up 12 per cent … the northern railway", "stands before"),
        ("to carry 4.93 million tonnes", "has *4.93* where the source has *4.39*"),
    ],
)
def test_messages(quotation: str, words: str) -> None:
    """The reason is told in the words an editor would use."""
    assert words in _compare(quotation).message


def test_diff_shows_both_sides() -> None:
    """An altered quotation has a word diff from the source's words to the claim's."""
    found = _compare("The council did support the plan")
    assert [(edit.op, edit.claim, edit.source) for edit in found.diff] == [
        ("equal", "The council did", "The council did"),
        ("delete", "", "not"),
        ("equal", "support the plan", "support the plan"),
    ]


@pytest.mark.parametrize("quotation", ["words of quite another kind", "railway plan tariff", "x"])
def test_absent(quotation: str) -> None:
    """Words that do not stand on the page, or only scattered, are absent."""
    assert _compare(quotation).verdict == "absent"


@pytest.mark.parametrize("quotation", ["", "  ", "…", "“”", "[...]"])
def test_nothing_to_compare(quotation: str) -> None:
    """A quotation without a word is unchecked, never found."""
    assert _compare(quotation).reason == "nothing_to_compare"


@pytest.mark.parametrize(
    "quotation",
    [
        "Russia had asked [China] to wait",
        "[China] northern railway is able",
        "agreed to the terms in principle",
        "12 per cent more freight",
    ],
)
def test_for_a_person(quotation: str) -> None:
    """What may be right, and cannot be told, passes only with a call for review."""
    page = _PAGE.replace("They agreed", "They were unlikely that agreed")
    page += " It took almost 12 per cent more freight."
    found = _compare(quotation, page)
    assert found.verdict not in FOUND or found.needs_review, found


def test_an_ellipsis_joins_one_passage_only() -> None:
    """Beyond 400 words left out, two passages are joined."""
    near, far = ("alpha beta gamma " + "filler " * n + "delta epsilon zeta" for n in (350, 450))
    assert _compare("alpha beta gamma … delta epsilon zeta", near).verdict == "edited"
    found = _compare("alpha beta gamma … delta epsilon zeta", far)
    assert (found.verdict, found.reason) == ("altered", "ellipsis_too_wide")


def test_negation_in_sentences_between_is_for_a_person() -> None:
    """A negation in a whole sentence that an ellipsis leaves out asks for review."""
    page = "The road was built fast. It was not cheap. The bridge came later that year."
    found = _compare("The road was built fast. … The bridge came later", page)
    assert (found.verdict, found.needs_review) == ("edited", True)


def _html(body: str) -> Text:
    return read_text(f"<html lang=en><body>{body}</body></html>".encode(), "text/html")


_WORDS = "the northern railway is able to carry freight"


@pytest.mark.parametrize(
    ("body", "verdict", "reason"),
    [
        (f"<div id=comments><p>{_WORDS}</p></div>", "unchecked", "in_comments"),
        (f"<aside><p>{_WORDS}</p></aside>", "unchecked", "in_navigation"),
        (f"<main><blockquote>{_WORDS}</blockquote></main>", "unchecked", "in_quoted_block"),
        (f"<main><p>{_WORDS}</p></main><nav>{_WORDS}</nav>", "verbatim", None),
        (f"<nav>{_WORDS}</nav><main><p>{_WORDS}</p></main>", "verbatim", None),
        (f"<p hidden>{_WORDS}</p><p>other words here</p>", "absent", "not_found"),
        (
            "<article>the northern railway</article><article>is able to carry freight</article>",
            "altered",
            "joins_two_articles",
        ),
        ("<p>the northern <b>rail</b>way is <i>able</i> to carry freight</p>", "verbatim", None),
    ],
)
def test_places_on_the_page(body: str, verdict: str, reason: str | None) -> None:
    """Where the words stand counts: article first, comments and teasers never support."""
    found = compare_quotation(_WORDS, _html(body))
    assert (found.verdict, found.reason) == (verdict, reason)
    assert found.needs_review == (reason is not None and reason.startswith("in_"))


@pytest.mark.parametrize(
    ("body", "speaker", "verdict", "reason"),
    [
        (
            f"<p>As Li Wei put it:</p><blockquote>{_WORDS}</blockquote>",
            "Li Wei",
            "verbatim",
            "in_quoted_block",
        ),
        (
            f"<p>As Li Wei put it:</p><blockquote>{_WORDS}</blockquote>",
            "Ann Smith",
            "unchecked",
            "in_quoted_block",
        ),
        (
            f"<p>“{_WORDS},” said John Brown.</p>",
            "President Ann Smith",
            "unchecked",
            "other_speaker",
        ),
        (f"<p>“{_WORDS},” said John Brown.</p>", "Mr Brown", "verbatim", None),
        (f"<p>“{_WORDS},” said John Brown.</p>", None, "verbatim", None),
        (f"<p>“{_WORDS},” she said.</p>", "Ann Smith", "verbatim", None),
        (f"<p>John Brown said that {_WORDS}.</p>", "Ann Smith", "unchecked", "other_speaker"),
    ],
)
def test_speakers(body: str, speaker: str | None, verdict: str, reason: str | None) -> None:
    """Words that the page gives to somebody else than the paper does are for a person."""
    found = compare_quotation(_WORDS, _html(f"<main>{body}</main>"), speaker=speaker)
    assert (found.verdict, found.reason) == (verdict, reason), found


def test_an_ellipsis_does_not_join_two_articles() -> None:
    """Halves from two articles of one page are no quotation."""
    page = _html("<article>alpha beta gamma</article><article>delta epsilon zeta</article>")
    found = compare_quotation("alpha beta gamma … delta epsilon zeta", page)
    assert (found.verdict, found.reason) == ("altered", "joins_two_articles")


def _paged() -> Text:
    content = "alpha beta gamma delta one two epsilon zeta eta theta and alpha beta gamma again"
    cut = content.index("one")
    second = content.index("and")
    return Text(
        content,
        "application/pdf",
        blocks=(Block("paragraph", 0, len(content)),),
        pages=(
            Page(1, "xi", 0, cut),
            Page(2, "11", cut, second),
            Page(3, "12", second, len(content)),
        ),
    )


@pytest.mark.parametrize(
    ("quotation", "locator", "page", "reason"),
    [
        ("alpha beta gamma", None, "xi", None),
        ("alpha beta gamma", "p 12", "12", None),
        ("alpha beta gamma", "p. xi", "xi", None),
        ("alpha beta gamma", "pp 11-13", "12", None),
        ("epsilon zeta", "p 12", "11", "other_page"),
        ("gamma delta one two", None, "xi-11", None),
    ],
)
def test_pages(quotation: str, locator: str | None, page: str, reason: str | None) -> None:
    """The page that a locator names is preferred; another one is named in the answer."""
    found = compare_quotation(quotation, _paged(), page=locator)
    assert (found.page, found.reason) == (page, reason)
    assert found.verdict in FOUND


def test_furniture_at_a_page_end_is_for_a_person() -> None:
    """Notes at a page's foot that part a sentence make it unchecked, not altered."""
    head, note, rest = "the plan was to build", "3 See the annual report. ", "a road to the border"
    content = f"{head} {note}{rest} in May"
    pages = (Page(1, None, 0, len(head) + len(note)), Page(2, None, len(head) + len(note), 999))
    found = compare_quotation(f"{head} {rest}", Text(content, "application/pdf", pages=pages))
    assert (found.verdict, found.reason) == ("unchecked", "page_furniture")


@pytest.mark.parametrize(
    ("quotation", "content", "told"),
    [
        (
            "the northern railway is able to carry",
            "中国与乌兹别克斯坦的贸易额达到二十八亿美元",
            None,
        ),
        ("the northern railway is able to carry", "Торговля выросла на десять процентов", "ru"),
        (
            "the northern railway is able to carry the freight",
            "Le gouvernement a dit que les échanges avec la région sont en hausse pour les pays",
            None,
        ),
        ("贸易额达到二十八亿", _PAGE, "en"),
        ("the northern railway is able", "中国石油CNPC与Uzbekneftegaz签署了新的协议", None),
        ("trade with Tashkent grew", "塔什干 (Tashkent) 贸易额增长，CNPC Uzbekneftegaz", "zh"),
        ("northern railway", "Le gouvernement a dit que les échanges sont en hausse", "fr"),
    ],
)
def test_other_language(quotation: str, content: str, told: str | None) -> None:
    """A page in another language cannot refute a quotation."""
    found = compare_quotation(quotation, Text(content, "text/html", language=told))
    assert (found.verdict, found.reason) == ("unchecked", "other_language")


def test_a_page_in_two_languages_can_refute() -> None:
    """A page with a good part in the quotation's script is one where it could have stood."""
    page = Text("中国与乌兹别克斯坦的贸易额达到二十八亿美元。" + _PAGE, "text/html", language="zh")
    assert compare_quotation("words of quite another kind", page).verdict == "absent"


@pytest.mark.parametrize(
    ("quotation", "content", "told"),
    [
        ("échanges en baisse", "Le gouvernement a dit que les échanges sont en hausse", "fr"),
        ("贸易额下降", "中国石油CNPC与Uzbekneftegaz签署了协议，贸易额增长", "zh"),
        ("the northern railway opens", "The southern line is the one that is able to go", "fr"),
    ],
)
def test_a_page_in_the_same_language_can_refute(quotation: str, content: str, told: str) -> None:
    """Words that do not stand on a page in their own language are absent or altered."""
    found = compare_quotation(quotation, Text(content, "text/html", language=told))
    assert found.verdict in {"absent", "altered"}, found


def test_figures_found_on_a_foreign_page_are_told() -> None:
    """For a page in another language the quotation's figures that stand there are named."""
    page = Text("2012年贸易额达到28.7亿美元，比去年增长。", "text/html")
    assert "2012" in compare_quotation("trade came to 28.7 in 2012", page).message
    page = Text("塔什干 Tashkent 的贸易额增长了很多", "text/html")
    assert "Tashkent" in compare_quotation("trade with Tashkent came to naught", page).message


@pytest.mark.parametrize("reason", ["script_only", "empty", "scanned", "encrypted", "too_costly"])
def test_unreadable(reason: str) -> None:
    """A text that could not be read is told by its reason, never as absent."""
    text = Text("", "text/html", unreadable=reason)  # type: ignore[arg-type]
    found = compare_quotation("words", text)
    assert (found.verdict, found.reason) == ("unchecked", reason)


def test_many_quotations_fold_a_page_once() -> None:
    """A prepared page answers as the page itself does."""
    page = Text(_PAGE, "text/html")
    folded = prepare(page)
    for quotation in ("is able to carry", "The council did support", "up 12 per cent … in May"):
        assert compare_quotation(quotation, folded) == compare_quotation(quotation, page)


@pytest.mark.parametrize(
    ("quotation", "page", "reason"),
    [
        ("The army left the town.", "<ul><li>Not</li></ul><p>The army left the town.</p>", None),
        ("The army left the town.", "<p>The army left the town</p><h3>Not a day later</h3>", None),
        (
            "the reactor leaked",
            "<p>It is not true that the reactor leaked.</p>",
            "negation_cut",
        ),
        ("hold the bridge", "<p>The army was unable to hold the bridge.</p>", "negation_cut"),
        ("Trade came to 12", "<p>Trade came to 12 345 tonnes.</p>", "cut_inside_number"),
        ("one hundred", "<p>They sent one hundred twenty soldiers.</p>", "cut_inside_number"),
        ("5 degrees of frost", "<p>It fell to minus 5 degrees of frost.</p>", "cut_inside_number"),
    ],
)
def test_what_stands_around_the_cut(quotation: str, page: str, reason: str | None) -> None:
    """Another block says nothing of this one; a negation, doubt or number that goes on does."""
    text = read_text(page.encode(), "text/html; charset=utf-8")
    assert compare_quotation(quotation, text).reason == reason


@pytest.mark.parametrize(
    ("quotation", "content", "verdict", "reason"),
    [
        # an adverb, adjective or comment where the source has nothing
        (
            "They [illegally] crossed the border",
            "They crossed the border",
            "altered",
            "bracket_adds_word",
        ),
        (
            "[Illegally] crossed the border",
            "They crossed the border",
            "altered",
            "bracket_adds_word",
        ),
        ("The line [corrupt] opened", "The line opened", "altered", "bracket_adds_word"),
        ("The line [sic: road] opened", "The line opened", "altered", "bracket_adds_word"),
        ("The line opened [too late]", "The line opened in May", "altered", "bracket_adds_word"),
        ("They agreed [by force] to it", "They agreed to it", "altered", "bracket_adds_word"),
        # who is meant
        ("[China] agreed to the terms", "He said it agreed to the terms", "edited", None),
        ("they [the ministers] agreed to it", "they agreed to it", "edited", None),
        ("they [Smith and Jones] agreed to it", "they agreed to it", "edited", None),
        (
            "the line was built [in Beijing] in May",
            "the line was built here in May",
            "edited",
            None,
        ),
        ("[Its neighbour] was not able", "Well, it was not able to", "edited", None),
        ("the minister [Li Wei] agreed", "the minister agreed", "unchecked", "bracket_added"),
        ("that [the ministry] agreed", "that the body agreed", "unchecked", "bracket_names"),
        (
            "[The council] support the plan",
            "They did not support the plan",
            "altered",
            "negation_cut",
        ),
        # completions
        ("asked [the] states to [be] quiet", "asked states to quiet", "edited", None),
        ("the line [was] able to carry", "the line is able to carry", "edited", None),
        ("the GDP [gross domestic product] rose", "the GDP rose", "edited", None),
        ("the line [may] open", "the line will open", "altered", "bracket_changes_degree"),
        # a capital in brackets claims a sentence's beginning
        (
            "[O]fficers attacked the town",
            "Some officers attacked the town",
            "altered",
            "quantifier_cut",
        ),
        ("[T]he officers attacked", "Some of the officers attacked", "altered", "quantifier_cut"),
        (
            "Officers attacked the town",
            "Two officers attacked the town",
            "altered",
            "quantifier_cut",
        ),
        ("[O]fficers attacked the town", "Yesterday officers attacked the town", "edited", None),
        ("[T]he officers attacked", "In May the officers attacked", "edited", None),
    ],
)
def test_brackets(quotation: str, content: str, verdict: str, reason: str | None) -> None:
    """A bracket names a referent or completes; what it adds beyond that does not pass."""
    found = compare_quotation(quotation, Text(content, "text/html"))
    assert (found.verdict, found.reason) == (verdict, reason), found


@pytest.mark.parametrize(
    ("quotation", "content", "verdict", "reason"),
    [
        ("Did the army leave the town.", "Did the army leave the town?", "altered", "question_cut"),
        ("Did it leave!", "Did it leave?", "altered", "question_cut"),
        ("the army left the town?", "the army left the town.", "altered", "question_added"),
        (
            "“the army left the town.”",
            "He asked: “Is it so that the army left the town?”",
            "altered",
            "question_cut",
        ),
        ("军队离开了吗。", "军队离开了吗？", "altered", "question_cut"),
        (
            "the army left the town",
            "Is it so that the army left the town?",
            "verbatim",
            "question_cut",
        ),
        ("Did it leave?", "Did it leave?", "verbatim", None),
        ("See “Did it leave?”.", "See “Did it leave?”. It did.", "verbatim", None),
        ("It left (but why?).", "It left (but why?). It did.", "verbatim", None),
        ("See what it is?.", "See what it is?. It did.", "verbatim", None),
        ("Stop the train.", "Stop the train!", "verbatim", None),
    ],
)
def test_a_question_stays_one(
    quotation: str,
    content: str,
    verdict: str,
    reason: str | None,
) -> None:
    """A question mark is no punctuation that an author may change."""
    found = compare_quotation(quotation, Text(content, "text/html"))
    assert (found.verdict, found.reason) == (verdict, reason), found


@pytest.mark.parametrize(
    ("quotation", "content"),
    [
        ("It took 4", "It took 4 and a half years."),
        ("a half years", "It took 4 and a half years."),
        ("It took 3", "It took 3 to 5 years."),
        ("5 years", "It took 3 to 5 years."),
        ("20 trains", "between 10 and 20 trains"),
        ("5 million", "worth USD 5 million"),
        ("worth 3", "worth 3·5 million"),
        ("five trains", "one hundred and five trains"),
        ("one hundred", "one hundred and five trains"),
        ("It rose by 5", "It rose by 5 per cent."),
        ("It rose 5", "It rose 5 times."),
        ("5 a tonne", "It cost $ 5 a tonne."),
        ("5", "net income (5)"),
        ("a million people", "half a million people"),
        ("hundred people", "several hundred people"),
        ("an area of 5", "an area of 5 square kilometres"),
        ("It fell to 5 degrees", "It fell to 5 degrees below zero."),
        ("thousands of people", "hundreds of thousands of people"),
        ("one", "one in five people left"),
        ("It opened on 5", "It opened on 5 May."),
        ("5 trains", "> 5 trains"),
        ("2000", "It carried 2000 tonnes."),
        ("增长5", "增长5倍"),
        ("出口额达5", "出口额达5亿美元"),
        ("五", "增长百分之五"),
    ],
)
def test_a_cut_inside_a_number(quotation: str, content: str) -> None:
    """A number is quoted whole: digits, range, sign, currency, scale and unit."""
    found = compare_quotation(quotation, Text(content, "text/html"))
    assert (found.verdict, found.reason) == ("altered", "cut_inside_number"), found


@pytest.mark.parametrize(
    ("quotation", "content"),
    [
        ("500 trains", "up to 500 trains"),
        ("500 trains", "almost 500 trains"),
        ("500 trains", "no more than 500 trains"),
        ("$500 a day", "at least $500 a day"),
        ("500列火车", "大约500列火车"),
    ],
)
def test_a_bound_cut_from_a_number(quotation: str, content: str) -> None:
    """An estimate or a bound belongs to its number."""
    found = compare_quotation(quotation, Text(content, "text/html"))
    assert (found.verdict, found.reason) == ("altered", "hedge_cut"), found


@pytest.mark.parametrize(
    ("quotation", "content"),
    [
        ("The line opened in 2012", "The line opened in 2012 people say."),
        ("12 per cent", "It grew fast (12 per cent) that year."),
        ("The first train came", "The first train came in May."),
        ("chapter 5 and the rest", "See chapter 5 and the rest of it."),
        ("20 people died", "In May 2012 — 20 people died that day."),
        ("the plan has ten points", "the plan has ten[4] points"),
        ("2012年贸易额", "在2012年贸易额增长"),
        ("贸易额增长", "CNPC贸易额增长5倍"),
        ("It rose by 10 in May", "It rose by 10[4] in May."),
    ],
)
def test_no_cut_inside_a_number(quotation: str, content: str) -> None:
    """A whole number passes, whatever stands about it."""
    found = compare_quotation(quotation, Text(content, "text/html"))
    assert found.verdict in {"verbatim", "typographic"}, found
    assert not found.needs_review


@pytest.mark.parametrize(
    ("quotation", "page", "verdict"),
    [
        (
            "New railway opens in the north",
            "<h1>New Railway Opens in the North</h1>",
            "typographic",
        ),
        (
            "New Railway Opens in the North",
            "<h1>New railway opens in the north</h1>",
            "typographic",
        ),
        ("New Railway Opens in the North", "<p>New railway opens in the north</p>", "altered"),
        ("The line is opend (sic) in May", "<p>The line is opend in May</p>", "edited"),
        ("The line is opend in May (sic)", "<p>The line is opend in May</p>", "edited"),
        (
            "Roses are red, / violets are blue",
            "<p>Roses are red,<br>violets are blue</p>",
            "edited",
        ),
        ("Roses are red, / violets are blue", "<p>Roses are red, violets are blue</p>", "altered"),
        ("the data provided by banks", "<p>the data provided by banks</p>", "verbatim"),
        ("the data were good", "<p>the data were good, provided by banks</p>", "verbatim"),
    ],
)
def test_headlines_verse_and_remarks(quotation: str, page: str, verdict: str) -> None:
    """A headline may change its capitals, a stroke marks a line's end, (sic) is the author's."""
    assert compare_quotation(quotation, read_text(page.encode(), "text/html")).verdict == verdict


@pytest.mark.parametrize(
    ("before", "quotation"),
    [
        ("这不会", "影响两国贸易"),
        ("两国没有", "签署协议"),
        ("中方并非", "反对协议"),
        ("条约未", "生效"),
        ("他们反对", "签署协议"),
        ("部长否认", "签署协议"),
        ("中方拒绝", "签署协议"),
        ("Sie haben nicht", "zugestimmt"),
        ("Er bestreitet, dass", "der Plan gut ist"),
        ("Ils n'ont pas", "signé le traité"),
        ("Ils refusent de", "signer le traité"),
        ("No", "firmaron el tratado"),
        ("Se negó a", "firmar el tratado"),
        ("Они не", "подписали договор"),
        ("Он отрицает, что", "подписал договор"),
        ("Non", "hanno firmato il trattato"),
    ],
)
def test_a_denial_in_another_language(before: str, quotation: str) -> None:
    """The usual forms of Chinese, German, French, Spanish, Russian and Italian are known."""
    blank = "" if "一" < before[0] < "龥" else " "
    found = _compare(quotation, f"{before}{blank}{quotation}.")
    assert (found.verdict, found.reason) == ("altered", "negation_cut"), found


@pytest.mark.parametrize(
    "before",
    [
        *(
            "No.",
            "It is not so. They",
            "It is not only that they",
            "No doubt they",
            "Not only do they",
        ),
        *(
            "As the ministers do not object, they",
            "They deny nothing; they",
            "The road is far. They",
        ),
    ],
)
def test_no_denial_before_the_cut(before: str) -> None:
    """A negation of another sentence or clause, and one that affirms, is none of the words'."""
    assert _compare(_SENTENCE, f"It is so. {before} {_SENTENCE}.").verdict == "verbatim"


@pytest.mark.parametrize(
    "before",
    ["a minister from the region", "特别", "中非", "the last few", "is not just"],
)
def test_no_denial_where_words_only_look_like_one(before: str) -> None:
    """别 in 特别 negates nothing, nor does *not* in *not just*."""
    words = "重要的合作" if "一" < before[0] < "龥" else "ministers"
    blank = "" if "一" < before[0] < "龥" else " "
    assert _compare(words, f"{before}{blank}{words}.").verdict == "verbatim"


@pytest.mark.parametrize(
    "after",
    [
        *(
            " is not true.",
            " was denied.",
            " never happened.",
            " no longer.",
            " is false.",
            " was a lie.",
        ),
        *(
            " — or so they claimed.",
            ", but this is not true.",
            ", which proved to be false.",
            " not.",
        ),
        *(", which they denied.", " – this was never the case.", ", but this is no longer so."),
        *(", allegedly.", " did not happen.", " was later denied by both sides.", " is a myth."),
    ],
)
def test_a_denial_after_the_cut(after: str) -> None:
    """What takes the words back right behind them may not be cut."""
    words = "the northern railway opened in May"
    found = _compare(words, f"It is said that {words}{after}")
    assert (found.verdict, found.reason) == ("altered", "negation_cut"), found


def test_one_word_after_a_negation() -> None:
    """A quotation of one word is no less turned round."""
    assert _compare("ready", "The council is not yet ready.").reason == "negation_cut"


_SENTENCE = "support the plan for the northern railway"


@pytest.mark.parametrize(
    "before",
    [
        *("They did not", "They never", "They don’t really", "They ain't going to", "They cannot"),
        *("They failed to", "They refuse to", "They had declined to", "They were unable to"),
        *("They are unlikely to", "They denied that they", "They denied ever having said they"),
        *("There is no evidence that they", "It is not true that they", "It is a lie that they"),
        *(
            "It is simply a myth that they",
            "It is false to say that they",
            "They are far from ready to",
        ),
        *("Under no circumstances will they", "None of the ministers", "No minister", "Nobody"),
        *("They did not, however,", "They would rather leave than", "They have no plan to"),
        *("They could not be made to", "Never has the council come to", "They did “not”", "Few"),
        *(
            "They have yet to",
            "He disagrees that they",
            "Nobody would say that they",
            "They did not want to",
            "Neither the mayor nor the council",
            "They stopped short of saying they",
        ),
    ],
)
def test_a_denial_before_the_cut(before: str) -> None:
    """What denies the words quoted may not be cut from them, however it is worded."""
    found = _compare(_SENTENCE, f"It is so. {before} {_SENTENCE} at all costs.")
    assert (found.verdict, found.reason) == ("altered", "negation_cut"), found


@pytest.mark.parametrize(
    ("quotation", "content", "verdict", "reason"),
    [
        # a negation or denial of the sentence on either side
        ("They ... attacked the town", "They never attacked the town.", "altered", "negation"),
        (
            "They ... attacked the town",
            "They denied that they attacked the town.",
            "altered",
            "negation",
        ),
        (
            "They ... attacked the town",
            "They refused to be those who attacked the town.",
            "altered",
            "negation",
        ),
        (
            "The army … hold the town",
            "The army was unable to hold the town.",
            "altered",
            "negation",
        ),
        ("The army … the town", "The army left, without a shot, the town.", "altered", "negation"),
        (
            "The army … held the town",
            "The army neither left nor held the town.",
            "altered",
            "negation",
        ),
        ("军队…进入城市", "军队没有进入城市。", "altered", "negation"),
        ("军队…进入城市", "军队否认进入城市。", "altered", "negation"),
        ("军队…进入城市", "军队特别快进入城市。", "edited", None),
        ("Die Armee … zerstört", "Die Armee hat die Stadt nicht zerstört.", "altered", "negation"),
        # a doubt that governs what follows
        ("They ... attacked the town", "They allegedly attacked the town.", "altered", "doubt"),
        ("The bank … fail", "The bank may well fail.", "altered", "doubt"),
        ("The bank … be sold", "The bank would then be sold.", "edited", "doubt"),
        ("The line … the town", "The line would, they hope, serve the town.", "edited", "doubt"),
        ("The bank … the plan works", "The bank claims that the plan works.", "altered", "doubt"),
        ("The bank … built a road", "The bank reportedly built a road.", "altered", "doubt"),
        ("It will open … in May", "It will open, if funds allow, in May.", "altered", "doubt"),
        (
            "It will open … in May",
            "It will open, provided that they pay, in May.",
            "altered",
            "negation",
        ),
        (
            "The reports show … a loss",
            "The reports show, by data provided by banks, a loss.",
            "edited",
            None,
        ),
        # numbers
        ("It carried 5 … tonnes", "It carried 5 barrels and 20 tonnes.", "altered", "number"),
        ("It carried … tonnes of oil", "It carried some 20 tonnes of oil.", "altered", "number"),
        # the ends of sentences
        (
            "China … invaded the island",
            "China agreed. Russia invaded the island.",
            "unchecked",
            "joins_sentences",
        ),
        (
            "China agreed … invaded the island",
            "China agreed. Russia invaded the island.",
            "unchecked",
            "joins_sentences",
        ),
        ("China … the army left", "China agreed. The army left.", "unchecked", "joins_sentences"),
        ("China agreed … The army left", "China agreed to it. The army left.", "edited", None),
        (
            "China agreed. … The army left",
            "China agreed. It rained. The army left.",
            "edited",
            None,
        ),
        ("China agreed. [...] left in May", "China agreed. The army left in May.", "edited", None),
        ("China agreed .... left in May", "China agreed. The army left in May.", "edited", None),
        ("It opened … the line", "It opened in May the line", "edited", None),
        ("the plan … was approved", "the plan of Mr. Smith was approved", "edited", None),
    ],
)
def test_what_an_ellipsis_hides(
    quotation: str,
    content: str,
    verdict: str,
    reason: str | None,
) -> None:
    """Hidden denials, doubts that govern, numbers and joins of two sentences do not pass."""
    found = compare_quotation(quotation, Text(content, "text/html"))
    assert found.verdict == verdict, found
    assert (reason or "") in (found.reason or ""), found
