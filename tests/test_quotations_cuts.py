"""What stands about a cut in its sentence: governors, denials, take-backs, conditions."""

from __future__ import annotations

import pytest

from footnoted.model.text import Text
from footnoted.model.verdicts import Comparison, PartVerdict
from footnoted.quotations import compare_quotation

PASSED = {PartVerdict.VERBATIM, PartVerdict.TYPOGRAPHIC, PartVerdict.EDITED}
CLAUSE = "the ferry was late"


def compare(quotation: str, source: str) -> Comparison:
    """Compare a quotation with a plain text that has a sentence before and after `source`."""
    content = f"The board met on Monday.\n\n{source}\n\nIt will meet again in June."
    return compare_quotation(quotation, Text(content=content, media_type="text/plain"))


@pytest.mark.parametrize(
    "governor",
    [
        "The pilot said",
        "The pilot told the inquiry",
        "The pilot confirmed on Monday",
        "The inquiry found",
        "The harbour's log shows",
        "It is clear",
        "Everybody knew",
        "There is evidence",
        "The pilot never doubted",
        "No one disputes",
        "It cannot be denied",
        "The crew did not hide the fact",
        "The crew had forgotten",
        "It was not until 1932",
        "There is no doubt",
    ],
)
def test_a_clause_under_an_affirming_governor_passes(governor: str) -> None:
    """Its holder says so, or two negations do."""
    assert compare(CLAUSE, f"{governor} that {CLAUSE}.").verdict in PASSED


@pytest.mark.parametrize(
    "governor",
    [
        "The pilot disputed",
        "The pilot disavowed the claim",
        "The pilot wished",
        "The pilot joked",
        "The court threw out the charge",
        "The paper retracted its report",
        "The pilot was mistaken in saying",
        "Zero evidence exists",
        "There is little to suggest",
        "The pilot falsely stated",
        "The pilot denied that the bell rang and",
        "It is not the case, as two papers wrote,",
        "Contrary to the story",
    ],
)
def test_a_clause_under_a_denying_governor_is_altered(governor: str) -> None:
    """However far the denial stands from its clause."""
    found = compare(CLAUSE, f"{governor} that {CLAUSE}.")
    assert (found.verdict, found.reason) == (PartVerdict.ALTERED, "negation_cut")


@pytest.mark.parametrize(
    "governor",
    [
        "The pilot claimed that",
        "The pilot speculated that",
        "The allegation that",
        "The pilot sneezed that",
        "It is arguable that",
        "The inquiry asked whether",
        "The pilot feared",
        "Those who believe",
    ],
)
def test_a_clause_under_any_other_governor_is_left_to_a_person(governor: str) -> None:
    """A word on no list may turn its clause round."""
    found = compare(CLAUSE, f"{governor} {CLAUSE}.")
    assert (found.verdict, found.reason) == (PartVerdict.UNCHECKED, "clause_cut")


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        ("the pilot steered ran aground", "The ferry that the pilot steered ran aground."),
        ("carries the mail is red", "The ferry that carries the mail is red."),
        ("the mast broke", "Nobody was hurt when the mast broke."),
        ("help the crew", "The pilot never hesitated to help the crew."),
        ("and left at once", "The pilot, who was not ill, got up and left at once."),
        ("can be raised by hand", "The mast is used to it and can be raised by hand."),
    ],
)
def test_a_relative_or_later_clause_passes(quotation: str, source: str) -> None:
    """What a noun governs, or a clause of time, is not what the negation denies."""
    assert compare(quotation, source).verdict in PASSED


@pytest.mark.parametrize(
    "before",
    [
        "The board scrapped a plan to",
        "The board dropped its bid to",
        "The board was loath to",
        "The board was too weak to",
        "The board has still to",
        "The board lacked the nerve to",
        "Nothing in this Act shall be taken to",
        "The board did n-o-t",
        "The board did _not_",
        "The board did (not)",
        "The board did n\u043et",
        "The board did n\u0336o\u0336t\u0336",
    ],
)
def test_a_deed_left_undone_is_altered(before: str) -> None:
    """Refusals, cancelled plans, and negations set oddly."""
    found = compare("raise the fare", f"{before} raise the fare.")
    assert (found.verdict, found.reason) == (PartVerdict.ALTERED, "negation_cut")


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("The fare was fair, in theory.", "negation_cut"),
        ("The fare was fair in name only.", "negation_cut"),
        ("The fare was fair in principle, but the board will raise it.", "negation_cut"),
        ("The fare was fair, in principle.", "negation_cut"),
        ("The fare was fair: a lie.", "negation_cut"),
        ("The fare was fair (it was not).", "negation_cut"),
        ("The fare was fair, the paper wrongly reported.", "negation_cut"),
        ("The fare was fair, he denied.", "negation_cut"),
        ("The fare was fair, perhaps.", "negation_cut"),
        ("The fare was fair, provided all paid it.", "goes_on_exception"),
        ("The fare was fair as long as all paid it.", "goes_on_exception"),
        ("The fare was fair, subject to review.", "goes_on_exception"),
    ],
)
def test_what_takes_the_words_back_is_seen(source: str, reason: str) -> None:
    """A take-back or a condition right after the cut."""
    found = compare("The fare was fair", source)
    assert (found.verdict, found.reason) == (PartVerdict.ALTERED, reason)


@pytest.mark.parametrize(
    "source",
    [
        "The fare was fair, and nobody complained.",
        "The fare was fair; the crew was not.",
        "The fare was fair, which surprised the board.",
        "The fare was fair in 1932 and after.",
    ],
)
def test_what_takes_nothing_back_passes(source: str) -> None:
    """Another clause with a negation of its own."""
    assert compare("The fare was fair", source).verdict in PASSED


@pytest.mark.parametrize(
    "source",
    [
        "If the mast breaks, the ferry will sink.",
        "Were the mast to break, the ferry will sink.",
        "Should the mast break, the ferry will sink.",
        "Unless the mast holds, the ferry will sink.",
        "Subject to section 4, the ferry will sink.",
    ],
)
def test_a_leading_condition_is_an_exception(source: str) -> None:
    """The main clause holds only under it."""
    found = compare("the ferry will sink", source)
    assert (found.verdict, found.reason) == (PartVerdict.ALTERED, "goes_on_exception")


def test_an_inverted_condition_needs_a_would() -> None:
    """`had` may as well be the verb of the words quoted."""
    inverted = "It would have been legal had the permit arrived."
    assert compare("It would have been legal", inverted).reason == "goes_on_exception"
    assert compare("The men on deck", "The men on deck had the permit.").verdict in PASSED


@pytest.mark.parametrize("lead", ["It is not true that:", "The following is untrue:"])
def test_a_lead_that_denies_governs_its_block(lead: str) -> None:
    """A colon hands the denial on to the paragraph after it."""
    assert compare("the ferry sank", f"{lead}\n\nthe ferry sank in May.").reason == "negation_cut"


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        ("die Steuer steigt", "Es trifft nicht zu, dass die Steuer steigt."),
        ("die Steuer steigt", "Niemand glaubt, dass die Steuer steigt."),
        ("die Steuer zu senken", "Sie weigern sich, die Steuer zu senken."),
        ("Die Steuer steigt", "Die Steuer steigt keineswegs."),
        ("la taxe monte", "Il n'est pas vrai que la taxe monte."),
        ("la taxe monte", "Il conteste que la taxe monte."),
        ("signer l'accord", "Il s'est abstenu de signer l'accord."),
        ("el impuesto sube", "Desmintió que el impuesto sube."),
        ("firmar el acuerdo", "Dejó de firmar el acuerdo."),
        ("налог растёт", "Неверно, что налог растёт."),
        ("налог растёт", "Нет доказательств, что налог растёт."),
        ("Министр подписал", "Министр подписал бы договор."),
        ("中方出兵", "外交部没有证据表明中方出兵。"),
        ("中方出兵", "有人造谣说中方出兵。"),
        ("进口牛肉", "中方取消进口牛肉。"),
        ("中方出兵", "中方出兵的说法不属实。"),
    ],
)
def test_denials_of_other_languages(quotation: str, source: str) -> None:
    """German, French, Spanish, Russian and Chinese."""
    found = compare(quotation, source)
    assert (found.verdict, found.reason) == (PartVerdict.ALTERED, "negation_cut")


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        ("die Steuer steigt", "Der Minister sagte, dass die Steuer steigt."),
        ("la taxe monte", "Le ministre a dit que la taxe monte."),
        ("el impuesto sube", "El ministro dijo que el impuesto sube."),
        ("налог растёт", "Министр сказал, что налог растёт."),
        ("扩大开放", "中国不断扩大开放。"),
        ("国家参加了会议", "非洲国家参加了会议。"),
    ],
)
def test_affirming_governors_of_other_languages(quotation: str, source: str) -> None:
    """The same in the affirmative."""
    assert compare(quotation, source).verdict in PASSED


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        ("Die Steuer steigt", "Die Steuer steigt, falls der Rat zustimmt."),
        ("Der Beklagte haftet", "Der Beklagte haftet nur bei Vorsatz."),
        ("El acuerdo vale", "El acuerdo vale siempre que el rey firme."),
        ("Договор законен", "Договор законен, если его одобрит суд."),
        ("中方同意", "中方同意，但前提是停火。"),
    ],
)
def test_conditions_of_other_languages(quotation: str, source: str) -> None:
    """What follows is a condition."""
    found = compare(quotation, source)
    assert (found.verdict, found.reason) == (PartVerdict.ALTERED, "goes_on_exception")


@pytest.mark.parametrize(
    ("governor", "verdict"),
    [
        ("The tests were meant to show", PartVerdict.UNCHECKED),
        ("The tests might show", PartVerdict.UNCHECKED),
        ("The firm tricked the board into believing", PartVerdict.UNCHECKED),
        ("The pilot went on to say", PartVerdict.VERBATIM),
        ("It should be noted", PartVerdict.VERBATIM),
    ],
)
def test_a_governor_affirms_where_it_is_a_deed_done(governor: str, verdict: PartVerdict) -> None:
    """What was meant, feigned or only possible affirms nothing."""
    assert compare(CLAUSE, f"{governor} that {CLAUSE}.").verdict is verdict
