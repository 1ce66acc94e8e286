"""`footnoted.reports.difference`: what changed between two reports."""

from __future__ import annotations

import re
from typing import Any

import pytest
from markdown_it import MarkdownIt

import sample_reports
import timely_reports
from footnoted.errors import FootnotedError
from footnoted.model.difference import DifferenceDocument
from footnoted.model.finding import Level
from footnoted.model.report import ClaimDoc, FindingDoc, NotRunDoc, Report
from footnoted.model.verdicts import ClaimVerdict, LinkVerdict, PartVerdict
from footnoted.reports import difference_markdown, difference_text
from footnoted.reports.difference import difference, fails
from footnoted.reports.difference_claims import direction

V = ClaimVerdict
LATER = "2026-11-30T15:40:00+00:00"


def finding(name: str, level: Level = "error", **fields: Any) -> FindingDoc:
    made = sample_reports.finding("rule", level, f"message {name}", news=None)
    return made.model_copy(update={"fingerprint": name, **fields})


def one_claim(verdict: ClaimVerdict, digest: str = "aa" * 32, **fields: Any) -> ClaimDoc:
    seen = sample_reports.evidence(digest=digest)
    found = sample_reports.VERBATIM if verdict is V.SUPPORTED else sample_reports.ALTERED
    return sample_reports.claim(
        "c", verdict, (found.model_copy(update={"evidence": seen}),), **fields
    )


def of(*findings: FindingDoc, claims: tuple[ClaimDoc, ...] = (), **run: Any) -> Report:
    return sample_reports.report(claims, findings=findings, **run)


def names(found: DifferenceDocument) -> dict[str, list[str | None]]:
    return {
        kind: [one.finding.fingerprint for one in getattr(found, f"{kind}_findings")]
        for kind in ("new", "fixed", "unseen", "persisting")
    }


def test_findings_are_known_again_by_history_s_name_for_them() -> None:
    """New, fixed, persisting; a record that moved or another message make nothing new."""
    moved = finding("stays", message="other words", where=sample_reports.where(99))
    found = difference(of(finding("stays"), finding("goes")), of(moved, finding("comes")))
    assert names(found) == {
        "new": ["comes"],
        "fixed": ["goes"],
        "unseen": [],
        "persisting": ["stays"],
    }


def test_reports_without_those_names_are_compared_by_what_findings_say() -> None:
    """An older version wrote none; equal findings are counted, not merged."""
    bare = [sample_reports.finding("r", "error", text, news=None) for text in "aab"]
    found = difference(of(*bare), of(bare[0], bare[2]))
    assert found.summary.persisting == 2
    assert found.summary.fixed == 1


def test_a_finding_that_another_version_names_otherwise_is_known_by_its_words() -> None:
    """An upgrade does not make all findings new and fixed."""
    renamed = finding("f", fingerprint="otherwise")
    assert names(difference(of(finding("f")), of(renamed))) == {
        "new": [],
        "fixed": [],
        "unseen": [],
        "persisting": ["otherwise"],
    }


def test_a_warning_that_became_an_error_is_new_and_says_so() -> None:
    """As in history; the other way round it persists."""
    worse = difference(of(finding("f", "warning")), of(finding("f")))
    assert [(one.finding.level, one.was) for one in worse.new_findings] == [("error", "warning")]
    assert names(difference(of(finding("f")), of(finding("f", "warning"))))["persisting"] == ["f"]


def test_a_waiver_ends_a_finding_and_its_end_brings_it_back() -> None:
    """Each with its reason; one that is waived in both is not told."""
    waived = finding("f", waived=True)
    (gone,) = difference(of(finding("f")), of(waived)).fixed_findings
    (back,) = difference(of(waived), of(finding("f"))).new_findings
    assert (gone.why, back.why) == ("waived", "no longer waived")
    assert names(difference(of(waived), of(waived))) == {
        "new": [],
        "fixed": [],
        "unseen": [],
        "persisting": [],
    }


def test_what_could_not_be_looked_for_is_not_called_fixed() -> None:
    """A claim whose page is walled off now, a source behind a wall, a lint that did not run."""
    about = finding("f", where=sample_reports.where(claim="c", source="harbour-2012"))
    page = finding("p", where=sample_reports.where(source="harbour-2012"))
    lint = finding("l", rule="table-sum")
    url = sample_reports.HARBOUR
    old = sample_reports.report(
        (one_claim(V.MISMATCH),),
        links=(sample_reports.link(url, LinkVerdict.DEAD),),
        findings=(about, page, lint),
    )
    new = sample_reports.report(
        (one_claim(V.SOURCE_UNAVAILABLE, message="the site asks for a login"),),
        links=(sample_reports.link(url, LinkVerdict.BLOCKED),),
        not_run=(NotRunDoc(rule="table-sum", why="needs the paper"),),
    )
    found = difference(old, new)
    assert names(found)["fixed"] == []
    assert sorted(names(found)["unseen"], key=str) == ["f", "l", "p"]
    why = {one.finding.fingerprint: one.why for one in found.unseen_findings}
    assert why["l"] == "not run: needs the paper"
    assert "asks for a login" in str(why["f"])
    assert url in str(why["p"])


def test_a_finding_of_a_record_that_is_gone_says_so() -> None:
    """It was not mended, it was taken away."""
    about = finding("f", where=sample_reports.where(claim="c"))
    found = difference(of(about, claims=(one_claim(V.MISMATCH),)), of())
    assert [one.why for one in found.fixed_findings] == ["its record is gone"]
    assert [(one.change, one.before) for one in found.claims] == [("removed", V.MISMATCH)]


@pytest.mark.parametrize(
    ("before", "after", "way"),
    [
        (V.SUPPORTED, V.MISMATCH, "worse"),
        (V.SUPPORTED, V.SUPPORTED_THEN, "worse"),
        (V.SUPPORTED, V.UNCHECKED, "unseen"),
        (V.MISMATCH, V.UNCHECKED, "unseen"),
        (V.MISMATCH, V.SOURCE_UNAVAILABLE, "unseen"),
        (V.MISMATCH, V.NOT_FOUND, "other"),
        (V.UNCHECKED, V.NOT_FOUND, "worse"),
        (V.UNCHECKED, V.SOURCE_UNAVAILABLE, "other"),
        (V.UNCHECKED, V.SUPPORTED, "better"),
        (V.SUPPORTED_THEN, V.SUPPORTED, "better"),
        (None, V.MISMATCH, "worse"),
        (None, V.UNCHECKED, "other"),
        (V.MISMATCH, None, "other"),
    ],
)
def test_only_what_was_seen_to_be_mended_is_better(
    before: ClaimVerdict | None, after: ClaimVerdict | None, way: str
) -> None:
    """From contradicted to unseen is no progress."""
    assert direction(before, after) == way


def test_a_verdict_that_changed_tells_what_differs_around_it() -> None:
    """The page, the record, the link, the program; or that none of them does."""

    def why(was: ClaimDoc, now: ClaimDoc, **fields: Any) -> tuple[str, ...]:
        new = of(claims=(now,)).model_copy(update=fields)
        (changed,) = difference(of(claims=(was,)), new).claims
        assert (changed.before, changed.after) == (V.SUPPORTED, V.MISMATCH)
        return changed.why

    good = one_claim(V.SUPPORTED)
    same = good.parts[0].model_copy(update={"verdict": PartVerdict.ALTERED})
    bad = one_claim(V.MISMATCH).model_copy(update={"parts": (same,)})
    page = same.model_copy(update={"evidence": sample_reports.evidence(digest="bb" * 32)})
    assert why(good, bad.model_copy(update={"parts": (page,)})) == (
        f"cited page changed: {sample_reports.HARBOUR}",
    )
    assert why(good, bad.model_copy(update={"says": "Another."})) == ("the record changed",)
    tool = of().tool.model_copy(update={"version": "9"})
    assert why(good, bad, tool=tool) == ("judged by footnoted 9, before by 0.1.0",)
    assert why(good, bad)[0].startswith("record, pages and program are the same")


def test_pages_with_other_bytes_and_links_that_answer_otherwise_are_listed() -> None:
    """With both digests, the claims that rest on them, and where a link leads now."""
    to = LinkVerdict
    link = sample_reports.link
    old = sample_reports.report(
        (one_claim(V.SUPPORTED),),
        links=(link("https://a.example/", to.ALIVE), link("https://b.example/", to.ALIVE)),
    )
    new = sample_reports.report(
        (one_claim(V.SUPPORTED, "bb" * 32),),
        links=(
            link("https://a.example/", to.MOVED, final_url="https://new.example/"),
            link("https://c.example/", to.DEAD),
        ),
    )
    found = difference(old, new)
    (page,) = found.evidence
    assert (page.before, page.after, page.claims) == ("aa" * 32, "bb" * 32, ("c",))
    told = [(one.url, one.change, one.after) for one in found.links]
    assert told == [
        ("https://a.example/", "changed", to.MOVED),
        ("https://c.example/", "added", to.DEAD),
        ("https://b.example/", "removed", None),
    ]
    assert found.links[0].after_address == "https://new.example/"


def test_other_papers_and_other_extents_are_refused_in_one_line() -> None:
    """What one of them left out would look mended."""
    other = of().corpus.model_copy(update={"id": "other"})
    with pytest.raises(FootnotedError, match="of two papers \\(salt-road and other\\)"):
        difference(of(), of().model_copy(update={"corpus": other}))
    with pytest.raises(FootnotedError, match="different extent \\(everything and note:3\\)"):
        difference(of(), of(only="note:3"))


def test_what_else_differs_is_told_in_a_line_each() -> None:
    """Versions, the paper, the order, the network: so that no change is taken for another."""
    old = of(as_of=LATER)
    new = of(offline=True, vantage="elsewhere").model_copy(
        update={
            "tool": old.tool.model_copy(update={"version": "0.2.0"}),
            "corpus": old.corpus.model_copy(update={"paper_sha256": "11" * 32}),
        }
    )
    text = "\n".join(difference(old, new).remarks)
    assert "two versions of footnoted (0.1.0 and 0.2.0)" in text
    assert "paper's text on record is another" in text
    assert "the first report is the later one" in text
    assert "second report is of a run without a network" in text
    assert "two places (a desk in Lannet and elsewhere)" in text
    assert difference(of(), of(as_of=LATER)).remarks == ()


@pytest.mark.parametrize(
    ("fail_on", "red"),
    [("never", False), ("new-error", False), ("error", True), ("warning", True)],
)
def test_a_known_error_is_red_only_where_all_errors_are(fail_on: str, red: bool) -> None:  # noqa: FBT001
    """`new-error` is about what came."""
    new = of(finding("f"))
    assert fails(difference(of(finding("f")), new), new, fail_on) is red


def test_a_new_error_is_red_unless_only_the_program_is_new() -> None:
    """A warning is not; a claim that is contradicted now counts without a finding, too."""

    def red(old: Report, new: Report) -> bool:
        return fails(difference(old, new), new, "new-error")

    assert red(of(), of(finding("f")))
    assert not red(of(), of(finding("f", cause="tool")))
    assert not red(of(), of(finding("f", "warning")))
    good, bad = of(claims=(one_claim(V.SUPPORTED),)), of(claims=(one_claim(V.MISMATCH),))
    assert red(good, bad)
    assert not red(bad, good)


def test_two_equal_reports_do_not_differ() -> None:
    """Whatever they hold."""
    report = timely_reports.timely_report()
    found = difference(report, report)
    assert (found.claims, found.evidence, found.links, found.remarks) == ((), (), (), ())
    assert names(found)["new"] == names(found)["fixed"] == []
    assert "every verdict as before" in difference_text.render(found)


def test_the_same_two_reports_give_the_same_text() -> None:
    """From the models, and from what was read back from disk."""
    old, new = sample_reports.sample_report(), timely_reports.timely_report()
    again = difference(
        Report.model_validate_json(old.model_dump_json(by_alias=True)),
        Report.model_validate_json(new.model_dump_json(by_alias=True)),
    )
    assert again == difference(old, new)
    read = DifferenceDocument.model_validate_json(again.model_dump_json(by_alias=True))
    assert difference_text.render(read) == difference_text.render(again)
    assert difference_markdown.render(read) == difference_markdown.render(again)


def test_hostile_text_is_harmless_in_both_forms() -> None:
    """No control or bidi character, no tag, no link, no mention."""
    hostile = sample_reports.hostile_report()
    bare = of(only=hostile.run.only)
    for old, new in ((bare, hostile), (hostile, bare)):
        found = difference(old, new)
        text, markdown = difference_text.render(found), difference_markdown.render(found)
        assert "hostile" in text
        for shown in (text, markdown):
            assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
        html = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(markdown)
        assert "<script" not in html
        assert "<a " not in html
        assert "@everyone" not in markdown


def test_a_huge_difference_stays_under_one_mebibyte() -> None:
    """The limit of a step summary; what was left out is counted."""
    many = [finding(str(n), message="数" * 300) for n in range(3000)]
    markdown = difference_markdown.render(difference(of(), of(*many)))
    assert len(markdown.encode()) < 1_048_576
    assert re.search(r"… and [\d,]+ more new findings in the JSON form\.", markdown)
