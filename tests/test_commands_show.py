from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner, Result

from corpus_folder import cited, quoting, write_corpus
from footnoted.checks.outcomes import CLAIM_RULES, LINK_RULES
from footnoted.commands import cli
from footnoted.commands.rules import PAGES, known_words, page, told_of
from footnoted.errors import FootnotedError
from footnoted.model.capture import FailureReason
from footnoted.model.records import NoteStatus
from footnoted.model.text import Unreadable
from footnoted.model.verdicts import ClaimVerdict, LinkVerdict, PartVerdict
from sample_reports import HARBOUR, claim, finding, link, note, part, report, where

PAPER = """\
# A made-up paper

## 1 Ferries

Ferries carried "some words or other" over the sea.<sup>1</sup>

<sup>1</sup> Work harbour-2012.
"""
EVIL = "an \x1b[31mred\u202e remark"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a folder with a corpus of one claim, and the paper beside it."""
    work, its_note = cited("harbour-2012", HARBOUR, "1", remark=EVIL.replace("\x1b", ""))
    odd = {"id": "2", "status": "ambiguous", "text": "Ibid", "entries": [
        {"form": "ibid", "candidates": ["1"]}
    ]}  # fmt: skip
    write_corpus(
        tmp_path,
        ident="salt-road",
        sources=[{**work, "alternates": [{"url": "http://b.example.org", "kind": "same_text"}]}],
        notes=[its_note, odd],
        claims=[quoting("ferries", "1", "some words or other")],
    )
    (tmp_path / "paper.md").write_text(PAPER)
    return tmp_path


def audited(home: Path) -> None:
    parts = [
        part("quotation", "some words or other", PartVerdict.ALTERED, message="*or* is not there",
             source_wording="some words and other", context_before="Then ", context_after=" stood.")
    ]  # fmt: skip
    made = report(
        claims=[
            claim("ferries", ClaimVerdict.MISMATCH, parts, basis="cited", seen_at="2026-11-24")
        ],
        notes=[note("1", "Work.", ClaimVerdict.MISMATCH, ("ferries",))],
        links=[
            link(HARBOUR, LinkVerdict.ALIVE, "answered"),
            link("http://b.example.org", LinkVerdict.DEAD, "gone"),
        ],
        findings=[
            finding("quotation-altered", "error", "look at the words", at=where(claim="ferries"))
        ],
    )
    path = home / "reports" / "salt-road" / "report.json"
    path.parent.mkdir(parents=True)
    path.write_text(made.model_dump_json(by_alias=True))


def run(home: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, [words[0], words[1], str(home / "claims"), *words[2:]])


def test_a_note_is_told_from_its_mark_to_its_verdict(home: Path) -> None:
    """Its sentence from the paper, source and claims from the corpus, verdicts from the report."""
    audited(home)
    text = run(home, "show", "note:1", "--paper", str(home / "paper.md")).stdout
    wanted = [
        "paper.md:5,",
        'Ferries carried "some words or other" over the sea.',
        "printed     Work harbour-2012.",
        "cites       harbour-2012: Work harbour-2012",
        f"address     {HARBOUR}",
        "Alive, seen so since 2026-11-01: answered",
        "claim       ferries: Statement ferries.",
        "Mismatch",
        "audit of 2026-11-24T15:40:00+00:00",
        "records have changed since",
    ]
    at = [text.find(words) for words in wanted]
    assert -1 not in at, text
    assert at == sorted(at)


def test_a_doubtful_note_says_what_it_may_mean(home: Path) -> None:
    """Its status in words, and the notes it may be."""
    text = run(home, "show", "note:2").stdout
    assert "Ambiguous" in text
    assert "nobody can tell (ibid): it may be note 1" in text
    assert "no verdicts yet: run footnoted check" in " ".join(text.split())


def test_a_source_is_told_with_its_addresses_and_claims(home: Path) -> None:
    """By its id alone; nothing in a record can drive the terminal."""
    audited(home)
    text = run(home, "show", "harbour-2012").stdout
    seen = "same text: http://b.example.org: Dead, seen so since 2026-11-01: gone"
    assert seen in " ".join(text.split())
    assert text.count("http://b.example.org") == 1
    assert "cited in    note 1" in text
    assert "ferries: Statement ferries." in text
    assert "[U+202E]" in text
    assert "\u202e" not in text


@pytest.mark.parametrize("words", [("show", "claim:ferries"), ("explain", "ferries")])
def test_a_claim_is_told_with_how_its_verdict_came_about(
    home: Path, words: tuple[str, str]
) -> None:
    """What was held against what, what was found there, and what that makes of the claim."""
    audited(home)
    text = run(home, *words).stdout
    wanted = [
        "says        Statement ferries.",
        "“some words or other”",
        "Altered: The source has these words in another wording.",
        "“or” is not there",
        "source: Then some words and other stood.",
        "cited page https://harbour.example/reports/2012/ferries",
        "Mismatch: The source was read and says something else in this place.",
        "0 of 1 found in the cited page, looked at 2026-11-24",
        "look at the words [quotation-altered]",
    ]
    flat = " ".join(text.split())
    at = [flat.find(" ".join(one.split())) for one in wanted]
    assert -1 not in at, text
    assert at == sorted(at)


def test_without_an_audit_a_claim_has_its_parts_only(home: Path) -> None:
    """`show` tells the record; `explain` has nothing to explain and says what to run."""
    assert "quotation on record" in run(home, "show", "ferries").stdout
    found = run(home, "explain", "ferries")
    assert isinstance(found.exception, FootnotedError)
    assert "no audit yet; run footnoted check" in str(found.exception)


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("show", "note:3"), "did you mean note:"),
        (("show", "feries"), "did you mean claim:ferries?"),
        (("explain", "feries"), "did you mean 'ferries'?"),
        (("explain", "anchor-ambigous"), "did you mean 'anchor-ambiguous'?"),
        (("explain", "xxxxxx"), "rules are listed in docs/lints.md"),
    ],
)
def test_the_nearest_name_is_offered(home: Path, words: tuple[str, str], hint: str) -> None:
    """One line, exit code 2."""
    found = run(home, *words)
    assert isinstance(found.exception, FootnotedError)
    assert hint in str(found.exception)


def test_every_rule_of_a_check_is_explained() -> None:
    """Verdicts too; a lint's section is told whole, a row's cells under their columns."""
    words = [*LINK_RULES, *CLAIM_RULES, *(one.value for one in LinkVerdict)]
    assert [one for one in words if not list(told_of(one))] == []
    [(place, text)] = told_of("missing-note")
    assert place == "lints.md, missing-note"
    assert text.startswith("Error. A mark in the text")
    assert ("links.md, Verdicts", "what it means for a claim: the same") not in told_of("dead")
    assert any("level: error, new once" in text for _, text in told_of("link-rotten"))
    assert {"missing-note", "record-url", "link-moved", "soft_404"} <= known_words()


def test_every_reason_of_a_report_is_explained() -> None:
    """Of a claim without a verdict, a page that cannot be read, and a look that brought none."""
    without_source = ("unsourced", "no_source", "no_url", "no_evidence")
    of_notes = [f"{one}_note" for one in get_args(NoteStatus) if one != "ok"]
    compared = ("may_have_drifted", "nothing_to_compare", "other_language", "page_furniture")
    codes = (*without_source, *of_notes, *compared, *get_args(Unreadable), *get_args(FailureReason))
    assert [one for one in codes if not list(told_of(one))] == []
    [(place, text)] = told_of("unsourced")
    assert place.startswith("checks.md, A claim's verdict")
    assert "the paper gives no note" in text


def test_the_pages_are_packed_into_the_wheel() -> None:
    """An installed `explain` reads them beside the code."""
    root = Path(__file__).resolve().parent.parent
    packed = (root / "pyproject.toml").read_text("utf-8")
    for name in PAGES:
        assert page(name).startswith("# ")
        assert f'"docs/{name}" = "footnoted/docs/{name}"' in packed


def test_explain_needs_no_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule is explained anywhere."""
    monkeypatch.chdir(tmp_path)
    found = CliRunner().invoke(cli, ["explain", "missing-note"])
    assert found.exit_code == 0
    assert "Ask the author." in found.stdout
