"""Made-up notes: how they are cut, classified, described and resolved."""

from __future__ import annotations

import re

import pytest

from footnoted.citations import NoteCitations, NoteText, absolute, find_dates, find_urls, resolve
from footnoted.citations.parts import find_locator


def note(id_: str, text: str | None) -> NoteText:
    """Return a note whose `*title*` marks are taken off and kept as emphasised spans."""
    spans, plain = [], ""
    for index, part in enumerate(re.split(r"\*", text or "")):
        if index % 2:
            spans.append((len(plain), len(plain) + len(part)))
        plain += part
    return NoteText(id_, plain if text is not None else None, tuple(spans))


def resolved(*texts: str | None) -> dict[str, NoteCitations]:
    return resolve([note(str(number), text) for number, text in enumerate(texts, start=1)])


def outcome(*texts: str | None) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return status, resolves_to and candidates of the last of `texts`."""
    last = resolved(*texts)[str(len(texts))]
    return last.status, last.resolves_to, last.candidates


FULL = "Doe J, *Rivers of the North*, Harbour Press, 2009, p 4"
OTHER = "Roe K, *On Bridges*, Span Society, 3 May 2010"


@pytest.mark.parametrize(
    ("short", "form"),
    [
        ("Ibid", "ibid"),
        ("ibid., p 3", "ibid"),
        ("IBIDEM", "ibid"),
        ("Id. at 12", "ibid"),
        ("See ibid, p 3", "ibid"),
        ("Doe J, op cit, p 9", "op_cit"),
        ("Doe J, Op. Cit., p. 9", "op_cit"),
        ("Doe J op cit", "op_cit"),
        ("Doe J, loc cit", "op_cit"),
        ("Doe, supra note 1", "short"),
        ("See note 1", "short"),
        ("See note 1 above", "short"),
        ("Doe J, *Rivers of the North*, p 5", "short"),
        ("*Rivers of the North*, p 5", "short"),
        ("Doe J, p 5", "short"),
    ],
)
def test_every_short_form_is_known_and_finds_the_one_earlier_work(short: str, form: str) -> None:
    """All ways of writing a short form, in either case, resolve to the only work before."""
    notes = resolved(FULL, short)
    assert [c.form for c in notes["2"].citations] == [form]
    assert (notes["2"].status, notes["2"].resolves_to) == ("ok", ("1",))


def test_a_full_citation_resolves_to_its_own_note() -> None:
    """A work cited in full is its own note's, with the locator as printed."""
    notes = resolved(FULL)
    (citation,) = notes["1"].citations
    assert (citation.form, citation.locator, notes["1"].resolves_to) == ("full", "p 4", ("1",))


def test_ibid_is_the_last_resolution() -> None:
    """*Ibid* after a short form goes on to the work that the short form means."""
    assert outcome(FULL, OTHER, "Doe J, op cit", "Ibid", "Ibid, p 2") == ("ok", ("1",), ())


def test_ibid_after_a_note_of_several_works_is_ambiguous() -> None:
    """*Ibid* after two works answers with both, and the next *ibid* inherits them."""
    both = f"{FULL}; {OTHER}"
    assert outcome(both, "Ibid")[0] == "ambiguous"
    mixed = outcome(FULL, OTHER, "Doe J, op cit; Roe K, op cit", "Ibid", "Ibid")
    assert mixed == ("ambiguous", (), ("1", "2"))


@pytest.mark.parametrize("before", [None, "Poe, op cit", "Some words that cite nothing at all."])
def test_ibid_after_nothing_sure_is_dangling(before: str | None) -> None:
    """*Ibid* after a missing or dangling note dangles too."""
    status, targets, candidates = outcome(before, "Ibid")
    assert status == "dangling"
    assert "1" not in candidates
    assert not targets


def test_ibid_in_the_first_note_is_dangling() -> None:
    """There is nothing before the first note."""
    assert outcome("Ibid") == ("dangling", (), ())


def test_ibid_within_a_note_means_the_citation_before_it() -> None:
    """After `X; ibid` in one note, the second entry is X."""
    citations = resolved(OTHER, f"{FULL}; ibid, p 9")["2"].citations
    assert [c.work.note for c in citations if c.work] == ["2", "2"]


def test_op_cit_never_resolves_forwards() -> None:
    """A work first cited in full later is no candidate."""
    assert outcome("Doe J, op cit") == ("dangling", (), ())
    assert resolved("Doe J, op cit", FULL)["1"].status == "dangling"


def test_op_cit_with_two_candidates_names_them_latest_first() -> None:
    """Two works of one author: ambiguous, the latest note first; *ibid* inherits them."""
    second = "Doe J, *Lakes of the South*, Harbour Press, 2011"
    assert outcome(FULL, second, "Doe J, op cit") == ("ambiguous", (), ("2", "1"))
    assert outcome(FULL, second, "Doe J, op cit", "Ibid") == ("ambiguous", (), ("2", "1"))


def test_a_title_in_the_label_decides_between_two_works() -> None:
    """`Doe J, *Lakes*, op cit` means the one whose title begins so."""
    second = "Doe J, *Lakes of the South*, Harbour Press, 2011"
    assert outcome(FULL, second, "Doe J, *Lakes of the South*, op cit, p 2")[1] == ("2",)
    assert outcome(FULL, second, "Doe J (2009), op cit")[1] == ("1",)


def test_initials_must_fit() -> None:
    """`Doe K` is not `Doe J`, and `Li L` is not `Lin L`."""
    assert outcome(FULL, "Doe K, op cit")[0] == "dangling"
    assert outcome("Lin L, *Hills*, Top Press, 2001", "Li L, op cit")[0] == "dangling"


@pytest.mark.parametrize(
    "first",
    [
        "*Seas Ahead*, Speech by H.E. Mo Linfeng, Premier of Somewhere, 2 May 2012",
        "*Seas Ahead*, Keynote speech of Mo Linfeng, Chairman, at the Forum, 2 May 2012",
        "*President Mo Linfeng Receives the Press*, 6 June 2012, www.example.org/a/b.html",
        "*Seas Ahead*, in Report of Mo Linfeng to the Assembly, 2 May 2012",
    ],
)
def test_a_citation_that_begins_with_its_title_is_called_by_whom_it_names(first: str) -> None:
    """The family name may come first (`Mo L` fits Mo Linfeng), in description or title."""
    assert outcome(first, "Mo L, op cit") == ("ok", ("1",), ())


def test_a_citation_with_its_own_author_is_not_called_by_a_person_in_its_title() -> None:
    """A news agency's headline about a person is the agency's."""
    headline = "Newswire, *President Mo Linfeng said on Friday that all is well*, 6 June 2012"
    assert outcome(headline, "Mo L, op cit")[0] == "dangling"
    assert outcome(headline, "Newswire, op cit")[1] == ("1",)


def test_a_body_in_the_description_calls_a_title_led_work() -> None:
    """`*Title*, Report No 4, Body, date` may be called by the body, or its acronym."""
    report = "*Hard Problem*, Region Report No 4, Global Study Group, 7 May 2013, p 11"
    assert outcome(report, "Global Study Group, op cit p. 14")[1] == ("1",)
    assert outcome(report, "GSG, op cit")[1] == ("1",)


def test_the_publisher_of_an_authors_work_is_no_name_for_it() -> None:
    """A citation that begins with its author is not called by its publisher."""
    assert outcome("Doe J, *Rivers*, Global Study Group, 2011", "Global Study Group, op cit")[
        0
    ] == ("dangling")


def test_a_short_form_in_emphasis_as_a_whole_is_still_one() -> None:
    """`*Doe J op cit*` is a short form, not a title."""
    assert outcome(FULL, "*Doe J op cit*") == ("ok", ("1",), ())


def test_a_bare_title_that_fits_two_works_is_ambiguous() -> None:
    """A bare short title resolves only if exactly one earlier title begins with it."""
    other = "Poe A, *Rivers of the North: a reply*, Harbour Press, 2010"
    status, _, candidates = outcome(FULL, other, "*Rivers of the*, p 5")
    assert (status, candidates) == ("ambiguous", ("2", "1"))


def test_a_title_with_its_own_date_is_a_full_citation() -> None:
    """The same title with a date, publisher or URL of its own is cited in full again."""
    again = "Doe J, *Rivers of the North*, Second Press, 2015"
    assert outcome(FULL, again) == ("ok", ("2",), ())


def test_op_cit_after_the_same_work_twice_in_full_is_sure() -> None:
    """One work cited in full twice is one candidate: where it stood first."""
    page = "Newswire, *Headline*, 1 May 2013, http://example.org/x"
    assert outcome(page, page, "Newswire, op cit")[1] == ("1",)


def test_supra_note_obeys_the_number() -> None:
    """`supra note 2` is note 2's work, and a later or unknown number dangles."""
    assert outcome(FULL, OTHER, "Supra note 2")[1] == ("2",)
    assert outcome(FULL, OTHER, "See note 9")[0] == "dangling"


def test_quoted_in_makes_two_entries() -> None:
    """The quoted work is full; where it was quoted resolves like any short form."""
    text = "Poe A, *Fire*, Daily Lamp, June 2010, quoted in Doe J, op cit p 11"
    first, second = resolved(FULL, text)["2"].citations
    assert (first.form, first.work and first.work.note) == ("full", "2")
    assert (second.form, second.locator, second.work and second.work.note) == (
        "quoted_in",
        "p 11",
        "1",
    )


def test_quoted_in_a_work_not_yet_cited_dangles() -> None:
    """The quoted work stands, the short form behind it does not."""
    status, targets, candidates = outcome("Poe A, *Fire*, June 2010, quoted in Doe J, op cit")
    assert (status, targets, candidates) == ("dangling", ("1",), ())


def test_a_person_quoted_by_another_in_a_full_citation_is_one_entry() -> None:
    """`X, quoted by Y in *Title*` cites Y's work in full, and says that X speaks."""
    notes = resolved("Poe A, quoted by Doe J in *Fire and Water?* LampNet, 2 May 2013", "Ibid")
    (citation,) = notes["1"].citations
    assert (citation.form, citation.quoted) == ("quoted_in", "Poe A")
    assert citation.work
    assert citation.work.persons[0].family == "Doe"
    assert notes["2"].resolves_to == ("1",)


def test_semicolons_in_titles_urls_quotations_and_prose_do_not_split() -> None:
    """Only a semicolon between citations cuts."""
    for text in (
        "Doe J, *Rivers; and Lakes*, 2010",
        "Doe J, “Rivers; Lakes”, Journal, 2010",
        "Doe J, *Rivers*, http://example.org/a;b=1;C=2",
        "The *Rule of Fords* was made in 1954; it was changed a year later.",
    ):
        assert len(resolved(text)["1"].citations) == 1
    assert len(resolved(f"{FULL}; {OTHER}; ibid")["1"].citations) == 3


def test_prose_with_a_quotation_before_a_citation_is_left_out_of_the_entry() -> None:
    """An explanatory note's entry is its citation, not the words before it."""
    text = (
        'In 2010 a speaker said: "We are calm. All is well." Ministry Press Conference, 9 May 2010'
    )
    (citation,) = resolved(text)["1"].citations
    assert citation.text == "Ministry Press Conference, 9 May 2010"


def test_an_explanatory_note_is_one_entry_without_invented_facts() -> None:
    """A sentence that names a treaty gives a title and neither author nor date."""
    text = (
        "The rules were first written down between the two states in the preamble to the "
        "*Agreement on Fords*, which was signed in 1954. They were renewed later."
    )
    (citation,) = resolved(text)["1"].citations
    work = citation.work
    assert work
    assert work.title == "Agreement on Fords"
    assert not work.persons
    assert not work.issued


def test_works_are_described_as_far_as_they_tell() -> None:
    """Authors, title, dates, series, publisher, journal, URL as printed."""
    text = "Campbell I, Poe, M and Smith G M, *Long Way*, Policy Paper 26, Peace House, 2012, p 8"
    work = resolved(text)["1"].citations[0].work
    assert work is not None
    assert [(p.family, p.given) for p in work.persons] == [
        ("Campbell", "I"),
        ("Poe", "M"),
        ("Smith", "G M"),
    ]
    facts = (work.title, work.collection, work.number, work.publisher, work.issued)
    assert facts == ("Long Way", "Policy Paper", "26", "Peace House", "2012")
    journal = "Roe K, *Bridges*, African Affairs (2008), vol 107 no 426, p 46"
    work = resolved(journal)["1"].citations[0].work
    assert work is not None
    assert (work.container, work.volume, work.issue, work.page) == (
        "African Affairs",
        "107",
        "426",
        "46",
    )
    bare = "Lamp News, *Headline*, 3 May 2010, www.example.org/a_b.htm (accessed 4 June 2011)"
    work = resolved(bare)["1"].citations[0].work
    assert work is not None
    assert (work.names.literal, work.url, work.issued, work.accessed) == (
        "Lamp News",
        "www.example.org/a_b.htm",
        "2010-05-03",
        "2011-06-04",
    )


@pytest.mark.parametrize(
    ("marked", "title"),
    [
        ("‘A low river’", "A low river"),
        ("'A low river'", "A low river"),
        ("'The valley's low river'", "The valley's low river"),
        ('"A low river"', "A low river"),
    ],
)
def test_a_title_in_quotation_marks_of_any_kind_is_one(marked: str, title: str) -> None:
    """Also in a typewriter's single marks, and with an apostrophe inside."""
    for text in (
        f"Doe J, {marked}, The Harbours' Herald, 4 June 2013",
        f"The Harbours' Herald, {marked}, 4 June 2013",
    ):
        work = resolved(text)["1"].citations[0].work
        assert work is not None
        assert work.title == title


def test_an_events_year_is_not_the_works_date() -> None:
    """`Games 2010` inside a description is left alone."""
    work = resolved("Lamp News, *Page*, portal of Games 2010, Joint Show")["1"].citations[0].work
    assert work is not None
    assert work.issued is None


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("see http://example.org/a.", ["http://example.org/a"]),
        ("(www.example.org/a_(b))", ["www.example.org/a_(b)"]),
        ("Lamp.org.cn, *x*, example.org/path, 2010", ["example.org/path"]),
        (
            "a http://x.example/1; b https://y.example/2, c",
            ["http://x.example/1", "https://y.example/2"],
        ),
        ("no e.g. address/here and me@example.org/x", []),
    ],
)
def test_urls_end_where_the_sentence_goes_on(text: str, urls: list[str]) -> None:
    """Trailing punctuation is the sentence's; a bare host counts only with a path."""
    assert [text[a:b] for a, b in find_urls(text)] == urls


def test_absolute_puts_http_before_a_bare_host() -> None:
    """A URL with a scheme stays as it is."""
    assert absolute("www.example.org") == "http://www.example.org"
    assert absolute("HTTPS://example.org") == "HTTPS://example.org"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2 September 2012", "2012-09-02"),
        ("11 Sept 2013", "2013-09-11"),
        ("January 2, 2013", "2013-01-02"),
        ("June 2010", "2010-06"),
        ("2010-06-07", "2010-06-07"),
        ("(2009)", "2009"),
    ],
)
def test_dates_become_edtf(text: str, edtf: str) -> None:
    """Each printed form of a date is read, the most precise reading winning."""
    assert [value for _, _, value in find_dates(text)] == [edtf]


@pytest.mark.parametrize("locator", ["p 11", "p. 111", "pp 8–12", "pp. 3-4", "para 5", "chapter 3"])
def test_locators_are_kept_as_printed(locator: str) -> None:
    """Pages, paragraphs and chapters, with and without a full stop."""
    text = f"Doe J, op cit, {locator}"
    span = find_locator(text)
    assert span
    assert text[slice(*span)] == locator


def test_long_notes_take_linear_time() -> None:
    """Notes made to confuse (10,000 semicolons, brackets, quotes) end quickly."""
    for hostile in (";" * 10000, "(" * 10000, '"' * 10001, "A. " * 5000, "a." * 5000 + "/"):
        resolve([NoteText("1", hostile), NoteText("2", "Ibid")])


def test_five_hundred_notes_resolve_quickly() -> None:
    """Many authors, each called once more: every op cit finds its own."""
    names = [f"D{chr(97 + i % 26)}{chr(97 + i // 26)}x" for i in range(250)]
    texts = [f"{name} J, *Title {name} of note*, Press House, 2001" for name in names]
    texts += [f"{name} J, op cit" for name in names]
    notes = resolved(*texts)
    assert [notes[str(251 + i)].resolves_to for i in range(250)] == [
        (str(1 + i),) for i in range(250)
    ]


@pytest.mark.parametrize(
    ("first", "short"),
    [
        ("World Club (2010) *Doing Well*, Washington, p. 3", "World Club 2010, p. 7"),
        (
            "Jane Doe and Richard Roe, *Big Book* (Town: Press, 1999)",
            "Doe and Roe, op. cit., p. 3.",
        ),
        ("Smith, John. *Long Title: A Story*. Big Press, 2003", "Smith, *Long Title*, 20."),
        ("Doe J, *Rivers*, 2009", "Doe (n 1) 12"),
    ],
)
def test_short_forms_of_other_styles(first: str, short: str) -> None:
    """Author and year, full first names, a page without `p`, the number in brackets."""
    assert outcome(first, short) == ("ok", ("1",), ())


def test_a_name_with_a_year_that_no_earlier_work_has_is_full() -> None:
    """Author and year decide only together."""
    assert outcome("World Club (2010) *Doing Well*, Town", "World Club 2011, p. 7")[1] == ("2",)


def test_a_day_on_no_calendar_leaves_the_month() -> None:
    """A printed slip must not stop the reading of the paper."""
    assert find_dates("31 June 2012 and 29 February 2012") == (
        (0, 12, "2012-06"),
        (17, 33, "2012-02-29"),
    )
