"""What an author's ellipses, brackets and cuts may do, and what a page's speakers say."""

from __future__ import annotations

import pytest

from footnoted.model.verdicts import Comparison, PartVerdict
from footnoted.quotations import compare_quotation
from footnoted.texts import read_text

PASSING = {PartVerdict.VERBATIM, PartVerdict.TYPOGRAPHIC, PartVerdict.EDITED}


def compared(quotation: str, source: str, speaker: str | None = None) -> Comparison:
    kind = "text/html; charset=utf-8" if "<" in source else "text/plain; charset=utf-8"
    text = read_text(source.encode(), kind, url="http://example.org/")
    return compare_quotation(quotation, text, speaker=speaker)


TURNED = [
    ("A ferry may … land at night", "A ferry may, save in time of war, land at night."),
    ("The bridge was … safe", "The bridge was anything but safe."),
    ("The bridge was … safe", "The bridge was less than safe."),
    ("The bridge was … wide", "The bridge was insufficiently wide."),
    ("The bridge was … safe", "The bridge was too old to be safe."),
    ("Everyone … signed the letter", "Everyone but the bishop signed the letter."),
    ("All members … voted for it", "All members, save the treasurer, voted for it."),
]


@pytest.mark.parametrize(("quotation", "source"), TURNED)
def test_a_gap_may_not_turn_the_next_word_round(quotation: str, source: str) -> None:
    found = compared(quotation, source)
    assert (found.verdict, found.reason) == (PartVerdict.ALTERED, "ellipsis_hides_negation")


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        ("The bridge was … safe", "The bridge was partly safe."),
        ("The bridge was … safe", "The bridge was once safe."),
        ("The bridge was … safe", "The bridge was believed to be safe."),
        ("The bridge was … safe", "The bridge was designed to be safe."),
        ("The bridge was … safe", "The bridge was described by its builder as safe."),
        ("The clerk … forged the letter", "The clerk was accused of having forged the letter."),
    ],
)
def test_a_gap_may_not_hide_what_weakens_the_next_word(quotation: str, source: str) -> None:
    found = compared(quotation, source)
    assert found.verdict is PartVerdict.ALTERED
    assert found.reason == "ellipsis_hides_doubt"


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        ("The bank … poisoned the lake", "The bank sued a mill that poisoned the lake."),
        ("wages rose … 12 per cent", "wages rose while profits fell 12 per cent"),
        ("wages … rose 12 per cent", "wages fell; profits rose 12 per cent"),
        ("the duke … burned the abbey", "the duke was at court; soldiers burned the abbey"),
        ("the duke … burned the abbey", "the duke hanged those who burned the abbey"),
        ("the duke … burned the abbey", "the duke met a man whose son burned the abbey"),
        ("the wine was … sweet", "the wine was sour, the cider sweet"),
    ],
)
def test_a_gap_may_not_change_the_subject(quotation: str, source: str) -> None:
    found = compared(quotation, source)
    assert (found.verdict, found.reason) == (PartVerdict.UNCHECKED, "ellipsis_joins_clauses")


@pytest.mark.parametrize(
    ("quotation", "source", "message"),
    [
        ("They sold bread … and eggs", "They sold bread, milk and eggs.", "leaves out 1 word"),
        (
            "The bridge … opened in May",
            "The bridge, which had cost a lot, opened in May.",
            "5 words",
        ),
        ("The bridge … opened in May", "The bridge (the old one) opened in May.", "out 3 words"),
        ("The bridge opened … to traffic", "The bridge opened in May to traffic.", "2 words"),
        ("The bridge … opened in May", "The bridge opened in May.", "leaves out no word"),
        ("The man … built the bridge", "The man who built the bridge.", "leaves out 1 word"),
        (
            "the right to work … the right to rest",
            "the right to work; the right to strike; the right to rest",
            "4 words",
        ),
    ],
)
def test_a_whole_member_or_clause_may_be_left_out(
    quotation: str, source: str, message: str
) -> None:
    found = compared(quotation, source)
    assert (found.verdict, found.reason) == (PartVerdict.EDITED, None)
    assert message in found.message


_TWO = (
    "<p>“Trams are slow and loud,” said Ines Moll, who runs the depot.</p>"
    "<p>“Buses cost the town far too much,” said Piet Haan, the driver.</p>"
)
_BUSES = "Buses cost the town far too much"


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        (_TWO, "Ines Moll"),
        (f"<p>Ines Moll told Piet Haan that “{_BUSES}”.</p>", "Piet Haan"),
        (f"<p>Ines Moll quoted her neighbour Piet Haan as saying: “{_BUSES}.”</p>", "Ines Moll"),
        (f"<p>“{_BUSES},” said a friend of Ines Moll.</p>", "Ines Moll"),
        (f"<p>“{_BUSES},” said the spokesman for Ines Moll.</p>", "Ines Moll"),
        (f"<p>Ines Moll never said: “{_BUSES}.”</p>", "Ines Moll"),
        (f"<p>Ines Moll sat down. Her cousin, Piet Moll, then said: “{_BUSES}.”</p>", "Ines Moll"),
        (f"<p>Of Piet Haan's remark that “{_BUSES}”, Ines Moll made fun.</p>", "Ines Moll"),
        (f"<p>According to Piet Haan, {_BUSES}. Ines Moll laughed.</p>", "Ines Moll"),
        (f"<p>“{_BUSES},” she said. Ines Moll, who had come late, nodded.</p>", "Ines Moll"),
        (f"<p>MOLL: Who pays?</p><p>HAAN: {_BUSES}.</p>", "Ines Moll"),
    ],
)
def test_a_name_that_only_stands_near_is_not_the_speaker(body: str, speaker: str) -> None:
    found = compared(_BUSES, f"<main>{body}</main>", speaker)
    assert (found.verdict, found.reason) == (PartVerdict.UNCHECKED, "other_speaker")


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        (_TWO, "Piet Haan"),
        (_TWO, "Mr Haan"),
        (_TWO, "Haan P"),
        (f"<p>Ines Moll told Piet Haan that “{_BUSES}”.</p>", "Ines Moll"),
        (f"<p>Ines Moll quoted Piet Haan as saying: “{_BUSES}.”</p>", "Piet Haan"),
        (f"<p>The driver, Piet Haan, who lives in town, said: “{_BUSES}.”</p>", "Haan"),
        (f"<p>Piet Haan came in. “{_BUSES},” he said, and Ines Moll nodded.</p>", "Piet Haan"),
        (f"<p>“It rains,” said Piet Haan. “{_BUSES}.” Ines Moll said: “True.”</p>", "Piet Haan"),
        (f"<p>MOLL: Who pays?</p><p>HAAN: {_BUSES}.</p>", "Piet Haan"),
        (f"<p>“{_BUSES}.”</p>", "Piet Haan"),
        (f"<p>{_BUSES}.</p>", "Piet Haan"),
    ],
)
def test_the_speaker_whom_the_page_names_is_found(body: str, speaker: str) -> None:
    found = compared(_BUSES, f"<main>{body}</main>", speaker)
    assert (found.verdict, found.reason) == (PartVerdict.VERBATIM, None)


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        ("a million crowns were lost", "A quarter of a million crowns were lost."),
        ("six million crowns were lost", "Two point six million crowns were lost."),
        ("it ran at 40 miles", "it ran at 40 miles an hour"),
        ("it ran at 40 km", "it ran at 40 km/h"),
        ("it pumped 9 million barrels", "it pumped 9 million barrels a day"),
        ("he stands 5ft", "he stands 5ft 9in tall"),
        ("it cost £7", "it cost £7 6s a yard"),
        ("it cost 9", "it cost 9 Hong Kong dollars"),
        ("$9 a yard", "it cost A$9 a yard"),
        ("it froze at 4", "it froze at 4 °C"),
        ("the ship ran 25", "the ship ran 25 knots"),
        ("in 63", "in 63 BC the temple fell"),
        ("a mean of 60.2", "a mean of 60.2 ± 4.1"),
        ("it began at 9:15", "it began at 9:15 p.m. that day"),
        ("Section 7", "Section 7(2)(b) applies to ships."),
        ("0.6% in June", "Growth: ▼ 0.6% in June."),
        ("700 crowns were lost", "The 12,\n700 crowns were lost."),
        ("299 ships", "1’299 ships"),
        ("eran treinta", "eran treinta y cinco"),
        ("tot quarante", "tot quarante et un"),
        ("上涨两成", "上涨两成五。"),
        ("四十人", "四十人以上受伤。"),
    ],
)
def test_the_whole_span_of_a_number_belongs_to_it(quotation: str, source: str) -> None:
    found = compared(quotation, source)
    assert (found.verdict, found.reason) == (PartVerdict.ALTERED, "cut_inside_number")


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        ("a third died", "more than a third died"),
        ("half a million people fled", "up to half a million people fled"),
        ("40 people were hurt", "Upwards of 40 people were hurt."),
        ("no ship sank", "virtually no ship sank"),
        ("all ships sank", "practically all ships sank"),
        ("1850 the mill burnt", "c. 1850 the mill burnt"),
        ("fünfzig Menschen starben", "Fast fünfzig Menschen starben."),
        ("cinquante personnes sont mortes", "Près de cinquante personnes sont mortes."),
        ("treinta personas murieron", "Unas treinta personas murieron."),
        ("пятидесяти человек погибли", "Около пятидесяти человек погибли."),
        ("六十人受伤", "近六十人受伤。"),
    ],
)
def test_the_bound_of_a_number_belongs_to_it(quotation: str, source: str) -> None:
    found = compared(quotation, source)
    assert found.verdict is PartVerdict.ALTERED
    assert found.reason in {"hedge_cut", "cut_inside_number"}


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        ("14 men died", "It was built in 1932; 14 men died."),
        ("In 1932 it rose by 5 per cent", "In 1932 it rose by 5 per cent a little late."),
        ("rendus en dix", "Ils sont rendus en dix et quinze langues."),
        ("five of them came", "Of 20 ships, five of them came."),
        ("It lasted 5 days", "It lasted 5 days, a year later another."),
        ("he saw 12 ships", "he saw 12 ships a day later"),
        ("bread and 20 eggs", "They bought bread and 20 eggs, 500 in all."),
    ],
)
def test_another_number_is_no_part_of_it(quotation: str, source: str) -> None:
    found = compared(quotation, source)
    assert (found.verdict, found.reason) == (PartVerdict.VERBATIM, None)


@pytest.mark.parametrize(
    ("quotation", "source", "verdict", "reason"),
    [
        (
            "[He] said the toll was fair",
            "She said the toll was fair.",
            "altered",
            "bracket_changes_word",
        ),
        (
            "[They] said the toll was fair",
            "He said the toll was fair.",
            "altered",
            "bracket_changes_word",
        ),
        (
            "[I] said the toll was fair",
            "They said the toll was fair.",
            "altered",
            "bracket_changes_word",
        ),
        (
            "the clerk gave it to [her] at noon",
            "the clerk gave it to him at noon",
            "altered",
            "bracket_changes_word",
        ),
        (
            "[Everyone] said the toll was fair",
            "It said the toll was fair.",
            "altered",
            "bracket_changes_degree",
        ),
        (
            "it said that [everybody] liked the toll",
            "it said that they liked the toll",
            "altered",
            "bracket_changes_degree",
        ),
        (
            "[The disgraced mayor] said the toll was fair",
            "He said the toll was fair.",
            "unchecked",
            "bracket_names",
        ),
        (
            "then [the greedy owner] raised the toll",
            "then he raised the toll",
            "unchecked",
            "bracket_names",
        ),
        (
            "they built [the] bridge there",
            "they built a bridge there",
            "unchecked",
            "bracket_names",
        ),
        ("[The mayor] said the toll was fair", "He said the toll was fair.", "edited", None),
        ("then [President Moll] raised the toll", "then he raised the toll", "edited", None),
        ("then [the Danish giant] rose", "then it rose", "unchecked", "bracket_names"),
        ("then [the Danish government] fell", "then it fell", "edited", None),
        ("then [it] rose", "then this rose", "edited", None),
    ],
)
def test_what_a_bracket_may_stand_for(
    quotation: str, source: str, verdict: str, reason: str | None
) -> None:
    found = compared(quotation, source)
    assert (found.verdict, found.reason) == (verdict, reason)


@pytest.mark.parametrize(
    ("quotation", "source", "verdict", "reason"),
    [
        ("[D]rivers back the toll", "Rural drivers back the toll.", "altered", "word_dropped"),
        ("[T]he hens got well", "Half the hens got well.", "altered", "quantifier_cut"),
        ("the hens got well", "Two of the hens got well.", "altered", "quantifier_cut"),
        ("the men signed", "Half of the men signed.", "altered", "quantifier_cut"),
        ("[D]rivers back the toll", "The drivers back the toll.", "edited", None),
        ("[D]rivers back the toll", "She said drivers back the toll.", "edited", None),
        ("[D]rivers back the toll", "In the end, drivers back the toll.", "edited", None),
        ("[D]rivers back the toll", "Yesterday drivers back the toll.", "edited", None),
        ("the men signed", "In the end the men signed.", "verbatim", None),
    ],
)
def test_a_capital_or_article_begins_what_it_seems_to(
    quotation: str, source: str, verdict: str, reason: str | None
) -> None:
    found = compared(quotation, source)
    assert (found.verdict, found.reason) == (verdict, reason)


@pytest.mark.parametrize(
    ("quotation", "body", "verdict", "reason"),
    [
        (
            "the duke rode home",
            "<ul><li>the duke</li><li>rode home</li></ul>",
            "unchecked",
            "crosses_blocks",
        ),
        (
            "they met for lunch by the sea",
            "<p>they met for lunch</p><figure><figcaption>by the sea</figcaption></figure>",
            "unchecked",
            "crosses_blocks",
        ),
        (
            "the duke left town was burnt",
            "<p>the duke left</p><p>town was burnt</p>",
            "verbatim",
            "crosses_blocks",
        ),
        (
            "It was over. The war had ended",
            "<p>It was over.</p><p>The war had ended</p>",
            "verbatim",
            None,
        ),
        (
            "the right to work; the right to rest",
            "<ul><li>the right to work;</li><li>the right to rest.</li></ul>",
            "verbatim",
            None,
        ),
    ],
)
def test_words_over_two_blocks(quotation: str, body: str, verdict: str, reason: str | None) -> None:
    found = compared(quotation, f"<main><p>All stood still.</p>{body}</main>")
    assert (found.verdict, found.reason) == (verdict, reason)
    assert found.needs_review == (reason is not None)


_BROKEN = (
    "<main><p>All stood still.</p><p>it was over.</p>{}<p>The war had ended at last.</p></main>"
)


@pytest.mark.parametrize(
    "between",
    [
        "<figure><img src=a><figcaption>A ship at sea, seen in May</figcaption></figure>",
        "<aside class=pullquote>We won</aside>",
        "<div class=ad>Advertisement</div>",
        "<div>Sign up for our newsletter</div>",
    ],
)
def test_what_interrupts_two_paragraphs_is_lifted_out(between: str) -> None:
    found = compared("it was over. The war had ended", _BROKEN.format(between))
    assert found.verdict in PASSING, found
    assert (found.reason, found.needs_review) == ("page_furniture", True)


@pytest.mark.parametrize("between", ["<p>Nobody was glad.</p>", "<p>We read more of it.</p>"])
def test_a_paragraph_between_is_not_lifted_out(between: str) -> None:
    found = compared("it was over. The war had ended", _BROKEN.format(between))
    assert found.verdict not in PASSING


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        ("It cost 1500 crowns in all", "It cost 1,500 crowns in all."),
        ("It cost 2 345 678 crowns in all", "It cost 2,345,678 crowns in all."),
        ("For all that it cost 1,500 crowns in all", "For all that it cost 1'500 crowns in all."),
        ("It cost 1,500 crowns in all", "It cost 1 500 crowns in all."),
        ("It cost 2.345.678 crowns in all", "It cost 2345678 crowns in all."),
        ("It rose by 5 percent in all", "It rose by 5% in all."),
        ("It rose by 5% in all", "It rose by 5 per cent in all."),
        ("the green, blue, and black flag", "They saw it. It was the green, blue and black flag."),
    ],
)
def test_what_is_only_set_otherwise(quotation: str, source: str) -> None:
    found = compared(quotation, source)
    assert (found.verdict, found.reason) == (PartVerdict.TYPOGRAPHIC, None)


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        ("It cost 1500 crowns in all", "It cost 1.500 crowns in all."),
        ("It cost 1500 crowns in all", "It cost 1,5000 crowns in all."),
        ("It cost 1500 crowns in all", "It cost 1,050 crowns in all."),
        ("It cost 15,00 crowns in all", "It cost 1,500 crowns in all."),
        ("It cost 0,500 crowns in all", "It cost 0500 crowns in all."),
        ("It rose by 5 points in all", "It rose by 5% in all."),
        ("the mayor, and the bishop left", "At noon the mayor and the bishop left."),
    ],
)
def test_what_is_no_matter_of_setting(quotation: str, source: str) -> None:
    assert compared(quotation, source).verdict is PartVerdict.ALTERED


@pytest.mark.parametrize(
    ("quotation", "source", "passes"),
    [
        ("The bridge * * * opened in May", "The bridge, an old one, opened in May.", True),
        ("The bridge *** opened in May", "The bridge, an old one, opened in May.", True),
        ("The bridge ‥ opened in May", "The bridge, an old one, opened in May.", True),
        ("Then Gov[ernor] Moll left", "Then Gov. Moll left.", True),
        ("Then Gov[ernment] men left", "Then Gov. men left.", False),
        ("the work[s] of the painter", "the work of the painter", False),
    ],
)
def test_other_marks_of_an_ellipsis_and_abbreviations(
    quotation: str, source: str, *, passes: bool
) -> None:
    assert (compared(quotation, source).verdict in PASSING) == passes


@pytest.mark.parametrize(
    ("quotation", "language"), [("1500 Euro", "de"), ("dass", "de"), ("l'odeur du feu", "fr")]
)
def test_a_quotation_in_the_page_s_own_language_is_not_in_another(
    quotation: str, language: str
) -> None:
    bodies = {
        "de": "Der Rat tagte am Dienstag, und viele Bürger kamen zu der Sitzung. Es sind 15 Euro.",
        "fr": "Le conseil s'est réuni à la mairie, et de nombreux habitants sont venus du village.",
    }
    found = compared(quotation, f"<html lang={language}><main><p>{bodies[language]}</p></main>")
    assert found.reason != "other_language"


def test_powers_with_a_blank_between_them_are_one_word_without_it() -> None:
    assert compared("²0¹", "°0¹ ²0¹ °0¹").verdict is PartVerdict.ALTERED


def test_a_piece_with_a_bracket_stands_nearest_to_the_piece_behind_it() -> None:
    """Words that the sentence before has too are not taken from there, past a nearer place."""
    source = "I do not believe that a city can cool by decree. A city can, however, stop paving."
    found = compared("[A] city can … stop paving", source)
    assert found.verdict is PartVerdict.EDITED
    cut = compared("[A] city can … cool by decree", source)
    assert cut.verdict is not PartVerdict.EDITED
