"""Draft sources."""

from __future__ import annotations

from paper_help import note_of, read

PAPER = """A.<sup>1</sup> B.<sup>2</sup> C.<sup>3</sup> D.<sup>4</sup> E.<sup>5</sup> F.<sup>6</sup>

<sup>1</sup> *Seas Ahead*, Speech by H.E. Mo Linfeng, Premier, 2 May 2012

<sup>2</sup> Newswire, *Storm rises*, 3 June 2013, [www.example.org/a](http://www.example.org/a)

<sup>3</sup> Newswire, *Calm falls*, 4 June 2013, www.example.org/b\\_c

<sup>4</sup> Mo L, *op cit*

<sup>5</sup> Newswire, *Storm rises*, 3 June 2013, <http://www.example.org/a>

<sup>6</sup> Poe A, *Fire*, 1999, quoted in Doe J and Roe K, *Ash*, Lamp Press, 2001, p 3
"""


def test_one_source_a_work_with_a_readable_id() -> None:
    """The same URL is the same source; a second of one year takes a word of its title."""
    draft = read(PAPER)
    assert [source.id for source in draft.sources] == [
        "mo-2012",
        "newswire-2013",
        "newswire-2013-calm",
        "poe-1999",
        "doe-2001",
    ]
    assert note_of(draft, "5").entries[0].source == "newswire-2013"
    assert note_of(draft, "4").entries[0].source == "mo-2012"


def test_a_later_short_form_tells_the_family_name() -> None:
    """`Mo L` shows how Mo Linfeng is written, and is kept as what notes call the work."""
    source = read(PAPER).sources[0]
    assert (source.author[0].family, source.author[0].given) == ("Mo", "Linfeng")
    assert source.short_forms == ("Mo L",)
    assert source.medium == "print"


def test_fields_as_far_as_they_tell() -> None:
    """CSL names, URL as printed without its escapes, where a work was quoted."""
    sources = {source.id: source for source in read(PAPER).sources}
    web = sources["newswire-2013-calm"]
    assert (web.title, web.issued, web.url, web.medium) == (
        "Calm falls",
        "2013-06-04",
        "www.example.org/b_c",
        "web",
    )
    assert [str(name) for name in sources["doe-2001"].author] == ["J Doe", "K Roe"]
    assert sources["doe-2001"].publisher == "Lamp Press"
    assert sources["poe-1999"].quoted_in == "doe-2001"


def test_doubtful_entries_have_no_source() -> None:
    """A dangling short form names none."""
    draft = read("A.<sup>1</sup>\n\n<sup>1</sup> Doe J, *op cit*\n")
    assert draft.sources == ()
    assert note_of(draft, "1").entries[0].source is None


OTHER_STYLES = """A.[^1] B.[^2] C.[^3] D.[^4] E.[^5] F.[^6] G.[^7]

[^1]: Lena Corvin, “White roofs for all?”, *The Ledger*, 3 September 2023, www.example.org/roofs.
[^2]: A. Quist and B. van Morrow, “Degrees and deaths”, *Journal of Heat*, 12 (2021), 45–61.
[^3]: Harbour Water, “Refill!”, 2 April 2024, www.example.org/refill.
[^4]: 绿化局 [Parks Bureau], 《绿化公报》, 5 March 2022, www.example.org/zh (in Chinese).
[^5]: U.S. Treasury, *Rates and roofs*, 2020.
[^6]: Quist, op. cit.
[^7]: Lena Corvin, *Report on “cool” roofs in town*, 2020.
"""


def test_an_articles_title_is_not_the_newspapers_name() -> None:
    """What is quoted right before the emphasis is the title; short and Chinese titles are too."""
    draft = read(OTHER_STYLES)
    assert [(source.title, source.container_title) for source in draft.sources] == [
        ("White roofs for all?", "The Ledger"),
        ("Degrees and deaths", "Journal of Heat"),
        ("Refill!", None),
        ("绿化公报", None),
        ("Rates and roofs", None),
        ("Report on “cool” roofs in town", None),
    ]


def test_names_with_their_initials_first_are_persons() -> None:
    """`A. Quist` is Quist, whom *op cit* then means; a country's initials are no person's."""
    draft = read(OTHER_STYLES)
    assert [str(name) for name in draft.sources[1].author] == ["A. Quist", "B. van Morrow"]
    assert draft.sources[1].author[1].family == "van Morrow"
    assert draft.sources[4].author[0].literal == "U.S. Treasury"
    assert note_of(draft, "6").entries[0].source == draft.sources[1].id


def test_the_language_that_a_note_names_is_no_publisher() -> None:
    """`(in Chinese)` tells how the work is written."""
    assert read(OTHER_STYLES).sources[3].publisher is None
