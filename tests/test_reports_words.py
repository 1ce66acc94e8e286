"""`footnoted.reports.words`: one word and symbol for each verdict."""

from __future__ import annotations

import re

from footnoted.model.verdicts import ClaimVerdict, LinkVerdict, PartVerdict
from footnoted.reports.words import BASES, CLAIMS, HOLD, LINKS, PARTS, plural, reason_words


def test_every_verdict_has_a_word_a_symbol_and_a_meaning() -> None:
    """None is left out, and claims are in DESIGN's order, worst first."""
    assert list(CLAIMS) == list(ClaimVerdict)
    assert set(PARTS) == set(PartVerdict)
    assert set(LINKS) == set(LinkVerdict)
    for word in [*CLAIMS.values(), *PARTS.values(), *LINKS.values()]:
        assert word.symbol
        assert word.title
        assert word.meaning.endswith(".")


def test_no_wording_calls_a_statement_true() -> None:
    """What was found is said, and that the statement was not judged."""
    for verdict in HOLD:
        assert "statement itself was not judged" in CLAIMS[verdict].meaning
    words = " ".join(word.title + word.meaning for word in [*CLAIMS.values(), *BASES.values()])
    assert not re.search(
        r"\b(true|verified|correct|confirmed|proven|valid)\b", words, re.IGNORECASE
    )


def test_a_reason_is_said_in_words() -> None:
    """The check's own message first; a known code in words; an unknown one spelt out."""
    assert reason_words("no_url", "the note names a book") == "the note names a book"
    assert reason_words("no_url", "") == "the source has no address"
    assert reason_words("a_new_code", " ") == "a new code"
    assert reason_words(None, "") == ""


def test_what_was_not_asked_does_not_blame_the_settings() -> None:
    """A private address or a look that is not on record is no setting of the project."""
    assert "settings" not in LINKS[LinkVerdict.NOT_FETCHED].meaning
    assert reason_words("no_evidence", "") == "no look at it is on record"


def test_counts_agree_with_their_nouns() -> None:
    """1 claim, 2 claims, 1,200 claims."""
    assert [plural(n, "claim") for n in (0, 1, 1200)] == ["0 claims", "1 claim", "1,200 claims"]
