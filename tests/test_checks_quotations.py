from __future__ import annotations

from footnoted.checks import CHECKS
from footnoted.checks.quotations import check_quotation
from footnoted.model.records import QuotationRecord
from footnoted.model.text import Page, Text

_CONTENT = "Le conseil a approuvé le plan de transport."
_TEXT = Text(_CONTENT, "text/plain", language="fr")


def test_words_as_quoted() -> None:
    """A quotation that is no translation is compared as the paper has it."""
    record = QuotationRecord(text="a approuvé le plan")
    assert check_quotation(record, _TEXT).verdict == "verbatim"


def test_translated_without_original() -> None:
    """A translation without its original wording cannot be compared, and is not absent."""
    record = QuotationRecord(text="approved the transport plan", translated=True)
    found = check_quotation(record, _TEXT)
    assert (found.verdict, found.reason) == ("unchecked", "other_language")
    record = QuotationRecord(text="a approuvé un plan de transport", translated=True)
    found = check_quotation(record, _TEXT)
    assert (found.verdict, found.reason) == ("unchecked", "translated")


def test_the_speaker_is_asked_for() -> None:
    """Who is quoted is compared with whom the page quotes."""
    text = Text("“Le plan est approuvé,” said Jean Dupont.", "text/plain")
    for speaker, reason in (("Jean Dupont", None), ("Paul Martin", "other_speaker")):
        record = QuotationRecord(text="Le plan est approuvé", speaker=speaker)
        assert check_quotation(record, text).reason == reason


def test_translated_with_original() -> None:
    """Of a translation the original wording is compared."""
    record = QuotationRecord(
        text="approved the transport plan",
        translated=True,
        original="approuvé le plan de transport",
    )
    assert check_quotation(record, _TEXT).verdict == "verbatim"


def test_locator_prefers_a_page() -> None:
    """The note's locator says which page to look at first."""
    pages = (Page(1, "10", 0, 11), Page(2, "11", 11, 99))
    text = Text("alpha beta alpha beta", "application/pdf", pages=pages)
    record = QuotationRecord(text="alpha beta")
    assert check_quotation(record, text, locator="p 11").page == "11"
    assert check_quotation(record, text, locator="p 10").page == "10"


def test_registry() -> None:
    """The check is found under its name, and imported when first called."""
    record = QuotationRecord(text="le plan")
    assert CHECKS["quotation"](record, _TEXT, locator=None).verdict == "verbatim"
