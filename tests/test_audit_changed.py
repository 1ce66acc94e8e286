"""`check --changed-since`: what a change brings is audited, and red at once; nothing else is."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from corpus_folder import cited, quoting, write_corpus
from footnoted.audit import Audit
from footnoted.commands import cli
from footnoted.errors import FootnotedError, UnreadableCorpusError
from loopback import Site, serve
from nights import ABSENT, ALTERED, GONE, TRUE, Nights

WORDS = "will never leave the table"


class Change:
    """Two states of a corpus: `before` in a folder of its own, and the one that is audited."""

    def __init__(self, home: Path, site: Site) -> None:
        self.nights = Nights(home, site)
        self.site = site
        self.home = home
        self.base = home / "base"

    def source(self, ident: str, path: str, label: str, **more: Any) -> tuple[dict[str, Any], ...]:
        """Return a source at a path of the site, and the note that cites it."""
        return cited(ident, self.site.url(path), label, **more)

    def write(self, *works: tuple[dict[str, Any], ...], claims: Any, **files: Any) -> Path:
        """Write the state under test."""
        sources, notes = zip(*works, strict=True)
        return write_corpus(self.home, sources=sources, notes=notes, claims=claims, **files)

    def keep(self) -> None:
        """Take what was written as the state before the change."""
        shutil.rmtree(self.base, ignore_errors=True)
        shutil.copytree(self.home / "claims" / "p", self.base)

    def rewrite(
        self, source: Any = None, claims: Any = None, issued: str = "2013-10", **files: Any
    ) -> None:
        """Write the two claims anew, with `source` added to the first one's."""
        works = (self.source("a", "/a", "1", **(source or {})), self.source("b", "/b", "2"))
        sources, notes = zip(*works, strict=True)
        both = [quoting("one", "1", WORDS), quoting("two", "2", WORDS)]
        files = {"waivers": (), "judgements": (), "exemptions": (), **files}
        write_corpus(
            self.home, sources=sources, notes=notes, claims=claims or both, issued=issued, **files
        )

    def test(self, day: float = 0, **options: Any) -> Audit:
        """Audit the change."""
        return self.nights.run(day, changed_since=self.base, **options)

    @property
    def red(self) -> bool:
        """Whether the last audit was."""
        return self.nights.red[-1] == 1


@pytest.fixture
def change(tmp_path: Path) -> Iterator[Change]:
    """Yield a corpus of two claims on two pages, as it was and as it is."""
    with serve({"/a": TRUE, "/b": TRUE, "/c": TRUE}) as site:
        made = Change(tmp_path, site)
        made.write(
            made.source("a", "/a", "1"),
            made.source("b", "/b", "2"),
            claims=[quoting("one", "1", WORDS), quoting("two", "2", WORDS)],
        )
        made.keep()
        yield made


def complaints(done: Audit) -> list[tuple[str | None, str, str, str | None]]:
    """Return claim, rule, level and news of each error and warning."""
    told = (one for one in done.report.findings if one.level != "info")
    return [(one.where.claim, one.rule, one.level, one.news) for one in told]


def audited(done: Audit) -> list[str]:
    """Return the claims that were."""
    return [one.id for one in done.report.claims]


def test_only_what_changed_is_audited(change: Change) -> None:
    """A claim that says something else; its page alone is asked."""
    change.write(
        change.source("a", "/a", "1"),
        change.source("b", "/b", "2"),
        claims=[quoting("one", "1", WORDS), quoting("two", "2", "the table")],
    )
    done = change.test()
    assert audited(done) == ["two"]
    assert [one for one in change.site.paths() if one != "/robots.txt"] == ["/b"]
    assert done.folder == change.nights.folder / "only"
    assert not (change.nights.folder / "state").exists()
    assert not (change.nights.folder / "report.json").exists()


def test_a_claim_is_audited_where_its_note_or_source_changed(change: Change) -> None:
    """It rests on them."""
    claims = [quoting("one", "1", WORDS), quoting("two", "2", WORDS)]
    a, note = change.source("a", "/a", "1")
    change.write((a, {**note, "text": "Ibid."}), change.source("b", "/b", "2"), claims=claims)
    assert audited(change.test()) == ["one"]
    change.write((a, note), change.source("b", "/c", "2"), claims=claims)
    assert audited(change.test(1)) == ["two"]


def test_form_and_order_are_no_change(change: Change) -> None:
    """Comments, line breaks, the order of records and of their fields, the file they are in."""
    folder = change.write(
        change.source("b", "/b", "2"),
        change.source("a", "/a", "1"),
        claims=[dict(reversed(quoting("two", "2", WORDS).items()))],
        **{"02-second": [quoting("one", "1", WORDS)]},
    )
    with (folder / "sources.yaml").open("a") as file:
        file.write("\n# nothing new\n")
    done = change.test()
    assert done.is_empty
    assert change.nights.red == [0]
    assert change.site.asked == []


def test_the_command_says_that_nothing_changed(
    change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one line, and it ends with 0."""
    monkeypatch.chdir(change.home)
    done = CliRunner().invoke(cli, ["check", "claims/p", "--changed-since", "base"])
    assert (done.exit_code, done.stdout) == (0, "claims/p: nothing changed since base\n")


def test_a_url_that_the_change_brings_is_red_at_once(change: Change) -> None:
    """Also where history saw its page: it is cited from now on, and leads nowhere."""
    change.nights.run(0)
    claims = [quoting("one", "1", WORDS), quoting("two", "2", WORDS)]
    change.write(change.source("a", "/c", "1"), change.source("b", "/b", "2"), claims=claims)
    change.nights.run(1, archives=())
    change.site.answers["/c"] = GONE
    done = change.test(2)
    assert complaints(done) == [(None, "link-dead", "error", "new")]
    assert change.red


def test_a_page_that_was_cited_before_is_the_nightly_audits_to_tell(change: Change) -> None:
    """The change touched the record and not the address, and no history is at hand."""
    claims = [quoting("one", "1", WORDS), quoting("two", "2", WORDS)]
    a, note = change.source("a", "/a", "1", title="The same work")
    change.write((a, note), change.source("b", "/b", "2"), claims=claims)
    change.site.answers["/a"] = GONE
    done = change.test()
    assert audited(done) == ["one"]
    assert complaints(done) == [(None, "link-dead", "warning", "persisting")]
    assert not change.red


def test_a_quotation_that_the_change_brings_is_red_at_once(change: Change) -> None:
    """And one that stood there before is not the change's doing."""
    change.site.answers["/a"] = change.site.answers["/b"] = ALTERED
    a, note = change.source("a", "/a", "1", title="The same work")
    change.write(
        (a, note),
        change.source("b", "/b", "2"),
        claims=[quoting("one", "1", WORDS), quoting("two", "2", "We " + WORDS)],
    )
    done = change.test()
    assert complaints(done) == [
        ("one", "quotation-altered", "error", "persisting"),
        ("two", "quotation-altered", "error", "new"),
    ]
    assert change.red


def test_words_on_another_page_are_asked_anew(change: Change) -> None:
    """The same quotation on a page that the change cites in place of another."""
    change.site.answers["/c"] = ALTERED
    change.write(
        change.source("a", "/c", "1"),
        change.source("b", "/b", "2"),
        claims=[quoting("one", "1", WORDS), quoting("two", "2", WORDS)],
    )
    change.test()
    assert change.red


def test_a_lints_finding_is_news_only_where_the_change_brings_it(change: Change) -> None:
    """The record was faulty before: told, and not held against the change."""
    missing = {"id": "3", "status": "missing"}
    extra = quoting("three", "3", WORDS)
    claims = [quoting("one", "1", WORDS), quoting("two", "2", WORDS), extra]
    a, b = change.source("a", "/a", "1"), change.source("b", "/b", "2")
    folder = change.write(a, b, claims=claims)
    (folder / "notes.yaml").write_text(f"- {a[1]}\n- {b[1]}\n- {missing}\n".replace("'", '"'))
    done = change.test()
    news = {one.rule: one.news for one in done.report.findings if one.where.note == "3"}
    assert news["missing-note"] == "new"
    assert change.red
    change.keep()
    change.write(a, b, claims=[*claims[:2], {**extra, "says": "Otherwise."}])
    (folder / "notes.yaml").write_text(f"- {a[1]}\n- {b[1]}\n- {missing}\n".replace("'", '"'))
    done = change.test(1)
    assert audited(done) == ["three"]
    news = {one.rule: one.news for one in done.report.findings if one.where.note == "3"}
    assert news["missing-note"] == "persisting"
    assert not change.red


def test_a_paper_that_is_new_is_audited_whole(change: Change, tmp_path: Path) -> None:
    """Of a library: its folder before the change has other papers."""
    other = write_corpus(tmp_path / "library", ident="q")
    change.base = other.parent
    done = change.test()
    assert audited(done) == ["one", "two"]


def test_a_folder_without_that_corpus_is_a_wrong_use(change: Change, tmp_path: Path) -> None:
    """Another paper's records, or none at all."""
    change.base = write_corpus(tmp_path / "library", ident="q")
    with pytest.raises(FootnotedError, match="its paper is 'q', not 'p'"):
        change.test()
    change.base = tmp_path / "nowhere"
    with pytest.raises(UnreadableCorpusError, match="no such folder"):
        change.test()
    change.base = tmp_path / "base"
    with pytest.raises(FootnotedError, match="both choose a part"):
        change.test(only="one")


def test_a_change_can_be_judged_again_from_the_evidence(change: Change) -> None:
    """`--replay` with the same folder gives the same report."""
    change.write(
        change.source("a", "/a", "1"),
        change.source("b", "/b", "2"),
        claims=[quoting("one", "1", WORDS), quoting("two", "2", "the table")],
    )
    first = (change.test().folder / "report.json").read_bytes()
    change.site.answers["/b"] = GONE
    again = (change.test(1, replay=True).folder / "report.json").read_bytes()
    assert again == first


WAIVER = {
    "rule": "quotation-altered",
    "claim": "one",
    "owner": "MK",
    "reason": "The page is being mended.",
    "expires": "2030-01-01",
}


def judgement(done: Audit, ruling: str = "accept") -> dict[str, Any]:
    """Return a judgement of the first claim's quotation, as it was seen."""
    (case,) = next(one for one in done.report.claims if one.id == "one").cases
    told = {"verdict": case.verdict, "reason": case.reason, "note": "I know.", "ruling": ruling}
    seen = {"record": case.record, "evidence": case.evidence}
    named = {"claim": "one", "quotation": WORDS, "by": "MK", "on": "2026-11-02"}
    return {name: it for name, it in {**named, **told, **seen}.items() if it is not None}


@pytest.mark.parametrize("touched", [{}, {"title": "The same work"}])
def test_a_waiver_taken_out_shows_what_it_hid(change: Change, touched: Any) -> None:
    """The claim's record is as it was: the finding is the change's doing all the same."""
    change.site.answers["/a"] = ALTERED
    change.rewrite(waivers=[WAIVER])
    change.keep()
    change.rewrite(touched)
    assert complaints(change.test()) == [("one", "quotation-altered", "error", "new")]
    assert change.red


@pytest.mark.parametrize("ruling", [None, "reject"])
def test_a_judgement_taken_back_shows_what_it_settled(change: Change, ruling: str | None) -> None:
    """Or one by which the claim is refused now."""
    change.site.answers["/a"] = ALTERED
    accepted = judgement(change.nights.run(0))
    change.rewrite(judgements=[accepted])
    change.keep()
    assert complaints(change.nights.run(1)) == [("one", "quotation-altered", "error", None)]
    change.rewrite(judgements=[{**accepted, "ruling": ruling}] if ruling else [])
    assert complaints(change.test(2)) == [("one", "quotation-altered", "error", "new")]
    assert change.red


def test_a_judgement_that_held_no_more_hid_nothing(change: Change) -> None:
    """Taking it out is tidying up: what it was about stood there before."""
    change.site.answers["/a"] = ALTERED
    stale = judgement(change.nights.run(0)) | {"evidence": "0" * 64}
    change.rewrite(judgements=[stale])
    change.keep()
    change.rewrite()
    assert complaints(change.test(1)) == [("one", "quotation-altered", "error", "persisting")]
    assert not change.red


def test_a_page_that_stood_in_and_is_taken_out_was_the_change_s_doing(change: Change) -> None:
    """The words are nowhere now; where history knew of that before, it is no news."""
    change.site.answers["/a"] = ABSENT
    twin = {"alternates": [{"url": change.site.url("/c"), "kind": "same_text"}]}
    change.rewrite(twin, issued="2026-11")
    change.keep()
    change.rewrite(issued="2026-11")
    assert complaints(change.test()) == [("one", "quotation-not-found", "error", "new")]
    assert change.red
    change.nights.run(1)
    assert complaints(change.test(2)) == [("one", "quotation-not-found", "error", "persisting")]
    assert not change.red


def test_another_date_of_the_paper_asks_all_anew(change: Change) -> None:
    """By it a page is taken for the one that its author saw, and mementos are chosen."""
    change.site.answers["/a"] = ABSENT
    change.rewrite()
    change.keep()
    change.rewrite(issued="2026-11")
    done = change.test()
    assert audited(done) == ["one", "two"]
    assert complaints(done) == [("one", "quotation-not-found", "error", "new")]
    assert change.red


def test_a_claim_taken_out_is_a_change_of_its_note(change: Change) -> None:
    """Whoever deletes what fails is not told that nothing changed."""
    change.rewrite(claims=[quoting("two", "2", WORDS)])
    done = change.test()
    assert not done.is_empty
    assert [one.id for one in done.report.notes] == ["1"]


def test_a_lint_that_a_change_elsewhere_sets_off_is_red(change: Change) -> None:
    """An exemption is taken out: no claim, note or source was touched."""
    paper = change.home / "paper.md"
    paper.write_text("# P\n\nSome words stand here. The mayor spoke of “a bridge too far away”.\n")
    change.rewrite(
        exemptions=[{"at": {"start": "The mayor", "end": "far away”"}, "reason": "A film."}]
    )
    change.keep()
    assert change.test(paper=paper).is_empty
    change.rewrite()
    done = change.test(paper=paper)
    assert (None, "uncovered-quotation", "warning", "new") in complaints(done)
    assert not done.is_empty
