"""`footnoted.reports.html_`: the page that people read."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup, Tag

import sample_reports
import timely_reports
from footnoted.model.report import Report
from footnoted.model.verdicts import ClaimVerdict, PartVerdict
from footnoted.reports.html_ import render
from footnoted.reports.overview import checked_line


@cache
def page() -> BeautifulSoup:
    """Read the sample's page as a browser would."""
    return read(sample_reports.sample_report())


@cache
def timely() -> BeautifulSoup:
    """Read the page of the sample with a past."""
    return read(timely_reports.timely_report())


def read(report: Report) -> BeautifulSoup:
    return BeautifulSoup(render(report), "lxml")


def one(soup: BeautifulSoup | Tag, selector: str) -> Tag:
    """Return the only element that `selector` finds."""
    (found,) = soup.select(selector)
    return found


def words(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def test_the_page_asks_for_nothing_and_runs_its_own_script_alone() -> None:
    """No handler, image, font or frame, one script, its own; links are the only addresses."""
    soup = page()
    assert not soup.select("img, iframe, object, embed, link, base, video, audio")
    script = one(soup, "script")
    assert not script.attrs
    assert not re.search(
        r"fetch|XMLHttp|import|eval|Function|innerHTML|https?:|cookie|Storage", script.get_text()
    )
    assert not one(soup, "form").get("action")
    for tag in soup.select("*"):
        assert not [name for name in tag.attrs if name.startswith("on") or name in {"src", "style"}]
    assert "url(" not in one(soup, "style").get_text()
    assert "@import" not in one(soup, "style").get_text()


def test_the_policy_allows_its_own_style_and_script_and_nothing_else() -> None:
    """The digests in the policy are those of the two elements, byte for byte."""
    soup = page()
    style, script = (
        base64.b64encode(hashlib.sha256(one(soup, name).get_text().encode()).digest()).decode()
        for name in ("style", "script")
    )
    policy = one(soup, "meta[http-equiv=Content-Security-Policy]")["content"]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_every_link_inside_the_page_leads_somewhere_and_no_id_is_used_twice() -> None:
    """Navigation, claims, notes and findings all have their place."""
    for soup in (page(), timely(), read(sample_reports.hostile_report())):
        ids = [str(tag["id"]) for tag in soup.select("[id]")]
        assert len(ids) == len(set(ids))
        targets = [str(tag["href"]) for tag in soup.select("a[href^='#']")]
        assert {target[1:] for target in targets} <= set(ids)


def test_the_overview_names_how_much_holds_and_what_is_wrong_first() -> None:
    """In ten seconds: the count, then the worst claims with both sides, then open errors."""
    overview = one(page(), "#overview")
    assert words(one(overview, "h2")) == "3 of 11 notes hold"
    assert words(one(overview, ".rest")) == (
        "3 contradicted or not found · 2 could not be checked · 3 without a claim on record"
    )
    lines = [words(line) for line in overview.select(".troubles li")]
    assert lines[0].startswith("≠ Mismatch Note 2 The harbour board promised")
    assert "The source: the harbour board will not always publish its accounts" in lines[0]
    assert [line.split(" ")[1] for line in lines] == [
        "Mismatch",
        "Mismatch",
        "Not",
        "Error",
        "Error",
        "Warning",
        "Warning",
    ]
    assert "dangling-note" not in words(overview)


def test_one_click_leads_from_the_worst_claim_to_its_evidence() -> None:
    """The first line's link is the card; there, the source's words are marked in their place."""
    soup = page()
    href = str(soup.select(".troubles a")[0]["href"])
    card = one(soup, f"[id='{href[1:]}']")
    assert card.select("details[open]")
    source = card.select(".source blockquote")[0]
    assert words(one(source, "mark")) == "the harbour board will not always publish its accounts"
    assert "Dr Reuel said that" in words(source)
    assert [words(tag) for tag in card.select(".words del")] == ["not"]
    assert [words(tag) for tag in card.select(".words ins")] == ["full"]
    assert "the paper leaves out “not”; the paper adds “full”." in words(one(card, ".diff .small"))


def test_a_card_holds_all_that_an_editor_asks() -> None:
    """Note as printed, the author's sentence, link state, place of the record, who reviewed."""
    card = words(one(page(), "#claim-accounts-published"))
    for part in (
        "The quotation drops a negation. 1 of 2 parts found.",
        "needs review",
        "Cited page , seen 24 November 2026",
        "Note 2 as printed Ibid, p 12.",
        "The author’s sentence She said that",
        "Alive https://harbour.example/reports/2012/ferries",
        "✕ altered-quotation the quotation differs from its source in two words",
        "claims/salt-road/02-ferries.yaml:12:3",
        "Reviewed mk, 2026-11-20",
    ):
        assert part in card


def test_figures_stand_beside_the_source_s_figure_as_both_read() -> None:
    """Normalised as a person reads them, with the unit that was understood."""
    card = words(one(page(), "#claim-ferry-passengers-2012"))
    assert "1.2 million reads as 1.2 million persons" in card
    assert "reads as 2.1 million persons" in card


@pytest.mark.parametrize(
    ("claim", "basis"),
    [
        ("sea-feeds-coasts", "Cited page , seen 24 November 2026"),
        ("catch-1998", "Archived copy , archived 2 March 2013, read 24 November 2026"),
        ("nets-mended", "Local copy , scanned at the Lannet library; read 24 November 2026"),
    ],
)
def test_the_basis_of_the_evidence_stands_over_the_source_s_words(claim: str, basis: str) -> None:
    """Cited page, archived copy or local copy, each with its date."""
    strip = page().select(f"#claim-{claim} .source .basis")[0]
    assert words(strip) == basis


def test_supported_is_never_said_or_coloured_as_true() -> None:
    """The card says what was found and that the statement was not judged; nothing is green."""
    card = words(one(page(), "#claim-sea-feeds-coasts"))
    assert "3 of 3 parts found in the cited page; the statement itself was not judged." in card
    assert not re.search(r"\b(true|verified|confirmed|proven|correct)\b", card, re.IGNORECASE)
    for value in re.findall(r"--supported(?:_then)?: #([0-9a-f]{6})", str(page())):
        red, green, blue = (int(value[i : i + 2], 16) for i in (0, 2, 4))
        assert blue > green, (red, green, blue)


def test_each_claim_is_shown_once_and_quiet_ones_are_folded() -> None:
    """One card a claim; only mismatch and not found stand open."""
    soup = page()
    cards = soup.select("article.card")
    claims = sample_reports.sample_claims()
    assert len(cards) == len(claims)
    opened = {str(card["id"]) for card in cards if card.select("details[open]")}
    wrong = {ClaimVerdict.MISMATCH, ClaimVerdict.NOT_FOUND}
    assert opened == {f"claim-{claim.id}" for claim in claims if claim.verdict in wrong}


def test_a_draft_says_that_it_is_one() -> None:
    """A claim that nobody has stated yet is shown as such."""
    assert words(one(page(), "#claim-draft-7f h4")) == "Draft: not yet stated (draft-7f)"


def test_by_note_shows_text_state_claims_findings_and_links() -> None:
    """A missing note says so; a dangling one too; claims lead to their cards."""
    soup = page()
    rows = soup.select("#by-note tbody tr")
    assert [words(row.select("th")[0]) for row in rows] == [f"Note {n}" for n in range(1, 12)]
    missing = words(one(soup, "#note-9"))
    assert "! Missing" in missing
    assert "the paper has the mark, but no note is printed for it" in missing
    assert "mark 9 has no note" in missing
    assert one(soup, "#note-2").select("a[href='#claim-accounts-published']")


def test_a_part_that_was_not_compared_does_not_read_as_absent() -> None:
    """`It is not there` is said only where a source was read for it."""
    unread = sample_reports.part(
        "quotation", "words", PartVerdict.UNCHECKED, reason="other_language"
    )
    claim = sample_reports.claim("c", ClaimVerdict.UNCHECKED, (unread,))
    assert "It is not there" not in words(one(read(sample_reports.report((claim,))), "#claim-c"))
    assert "It is not there" in words(one(page(), "#claim-boats-lost"))


def test_findings_are_by_level_and_waived_ones_apart() -> None:
    """Errors first, each with rule, place, message and proof."""
    findings = one(page(), "#findings")
    listed = findings.select("#findings > .chunk > ol > li")
    levels = [words(line.select(".pill")[0]) for line in listed]
    assert levels == ["✕ Error"] * 5 + ["! Warning"] * 2 + ["i Remark"]
    assert "altered-quotation claims/salt-road/02-ferries.yaml:12:3" in words(listed[0])
    assert "will not always publish" in words(one(listed[0], ".proof"))
    assert "dangling-note" in words(one(findings, "details"))


def test_offline_is_said_once_and_nothing_is_called_dead() -> None:
    """One banner; no link is accused."""
    soup = read(sample_reports.offline_report())
    assert "No network from here: nothing was asked." in words(one(soup, ".banner"))
    assert not soup.select(".l-dead, .l-soft_404, .l-parked")
    assert "nothing is known to be wrong, and nothing to hold" in words(one(soup, "#overview"))


def test_a_run_that_saw_no_source_does_not_count_what_holds() -> None:
    """`0 of 11 notes hold` would accuse; links were not asked either."""
    soup = read(sample_reports.offline_report())
    assert words(one(soup, "h2.hero")) == "No source was looked at 11 notes on record"
    assert "0 of 10 links looked at" in words(one(soup, "header"))
    assert "asked" not in words(soup.select("header .byline")[1])


def test_unchecked_claims_stand_in_heaps_by_reason() -> None:
    """Each with its count; statements that only a person can judge are folded, and last."""
    heaps = page().select("#verdict-unchecked .heap")
    assert [words(heap.select("h4")[0]) for heap in heaps] == [
        "The source has no address 1 claim",
        "The record has no quotation or figure; a person has to judge it 1 claim",
    ]
    assert [heap.name for heap in heaps] == ["section", "details"]
    assert not heaps[1].has_attr("open")


def test_words_in_asterisks_are_in_quotation_marks() -> None:
    """In findings, in parts and in the line under a claim."""
    altered = sample_reports.ALTERED.model_copy(update={"message": "drops *not*"})
    claim = sample_reports.claim("c", ClaimVerdict.MISMATCH, (altered,), message="drops *not*")
    known = sample_reports.finding("quotation-altered", "error", "drops *not*")
    text = read(sample_reports.report((claim,), findings=(known,))).body
    assert text is not None
    assert "*" not in text.get_text()
    assert text.get_text().lower().count("drops “not”") >= 3


def test_what_could_not_be_run_is_named() -> None:
    """With what it lacked."""
    assert "uncovered-quotation : the paper was not given" in words(one(page(), "#overview"))


def test_lints_that_lacked_the_same_are_counted_and_named_when_asked_for() -> None:
    """A column of the same words would push the rest of the overview off the page."""
    soup = read(sample_reports.sample_report(not_run=sample_reports.without_paper(29)))
    told = words(one(soup, "#overview"))
    assert "29 lints : needs the paper: give it with --paper" in told
    assert told.count("give it with --paper") == 1
    folded = soup.select("#overview .facts details")
    assert any("lint-1, lint-2," in words(details) for details in folded)


def test_a_memento_s_address_is_a_robust_link_with_its_version_beside_it() -> None:
    """Robust Links 1.0 on the page's own address, and a link to the archived page for a reader."""
    view = "https://archive.example/web/20130302101500/http://catch.example/tables"
    source = one(timely(), "#claim-catch-1998 .from")
    link = one(source, "a.url")
    assert link["href"] == link["data-originalurl"] == "http://catch.example/tables"
    assert (link["data-versionurl"], link["data-versiondate"]) == (view, "2013-03-02")
    kept = one(source, "a.kept")
    assert (kept["href"], words(kept)) == (view, "archived 2 March 2013")
    for anchor in timely().select("a.url"):
        robust = [name for name in anchor.attrs if name.startswith("data-")]
        assert len(robust) in {0, 3}


def test_a_link_s_life_is_drawn_and_told_without_sight() -> None:
    """A strip with a text alternative, in the claim's card and in the list of links."""
    strip = one(timely(), "#claim-catch-1998 .strip svg")
    assert strip["role"] == "img"
    assert strip["aria-label"] == (
        "This link over time: alive from 1 June 2025, dead from 1 November 2026"
    )
    assert [str(bar["class"][0]) for bar in strip.select("rect")] == ["s-seen", "s-gone"]
    assert len(timely().select("#links .strip")) == 4
    assert not page().select(".strip")


def test_mitigated_is_said_in_words_and_is_not_red() -> None:
    """The link is dead and says so; what stands in for it is named with its date."""
    row = next(row for row in timely().select("#links tr") if "catch.example" in words(row))
    assert "× Dead mitigated http://catch.example/tables archived 2 March 2013" in words(row)
    assert "Mitigated: the page is gone, and an archived copy of 2 March 2013" in words(row)
    assert "l-mitigated" in one(row, ".state")["class"]
    assert row.select(".strip.calm")
    states = [words(row.select("td")[0]) for row in timely().select("#links > .chunk tbody tr")]
    assert states[0] == "× Soft 404 rotten"
    assert states[-1] == "× Dead mitigated"


def test_walls_weather_and_old_looks_are_told_as_such() -> None:
    """Not seen from here since a day; looked at on a day, and not due."""
    listed = words(one(timely(), "#links"))
    assert "not seen from a desk in Lannet since 1 November 2026" in listed
    assert "rotten: seen gone since 28 October 2026" in listed
    assert "looked at 20 November 2026; its next look was not due" in listed
    assert "6 links asked, 1 not due" in words(one(timely(), "header"))
    assert "2 days in a row now" in words(one(timely(), ".banner"))


def test_the_archives_hold_is_a_bar_and_a_table() -> None:
    """Counted, with what was silent; an audit that asked no archive has no such section."""
    part = one(timely(), ".copies")
    assert [int(str(bar["width"])) for bar in part.select(".bar rect")] == [2, 1, 1, 6]
    rows = [words(row) for row in part.select("tbody tr")]
    assert rows[0] == "Near the day of access An archived copy within 30 days of it. 2"
    assert "No answer from archive.example for 2 links: 429: asked too often" in words(part)
    assert "Asked: archive.example." in words(part)
    assert not page().select(".copies")


def test_news_say_why_they_are_new() -> None:
    """In what is wrong, on the card, in the finding; and how many of each."""
    soup = timely()
    tags = [words(tag) for tag in soup.select(".troubles .tag")]
    assert tags == [
        "new: the page changed",
        "new: this version judges differently",
        "new: a date ran out",
        "new: the record is new or changed",
    ]
    assert words(one(soup, "#claim-boats-lost .head .tag")) == tags[1]
    assert "Why new: on 20 November the page still had the words" in words(one(soup, "#finding-1"))
    assert "4 new 1 because the page changed 1 because the record" in words(one(soup, ".facts"))


def test_what_bisect_saw_of_a_part_stands_under_it() -> None:
    """Each date leads to the archived page; that the words came back is told."""
    part = one(timely(), "#claim-accounts-published .observed")
    assert (
        "Present on 10 September 2013 to 2 April 2016 (4 copies); altered on 15 January 2017; "
        "absent on 1 June 2019; present on 1 June 2021 ."
    ).replace(" .", ".") in words(part).replace(" .", ".").replace(" ;", ";")
    assert "It came back after it had gone" in words(part)
    label = str(one(part, "svg")["aria-label"])
    assert label.startswith("This part over time: present 10 September")
    assert len(part.select("a[href^='https://archive.example/web/']")) == 5


def test_an_older_report_without_a_past_is_still_rendered() -> None:
    """Fields that `footnoted/report/1` did not have then are at their defaults."""
    old = sample_reports.sample_report().model_dump(mode="json", by_alias=True)
    for name in ("archived", "mitigated", "rotten"):
        del old["summary"][name]
    for name in ("links_remembered", "archives", "blind_nights"):
        del old["run"][name]
    for link in old["links"]:
        for name in ("life", "rotten", "remembered", "mitigated", "archived"):
            del link[name]
    for part in (part for claim in old["claims"] for part in claim["parts"]):
        del part["observed"]
        if part["evidence"]:
            del part["evidence"]["view_url"]
    for finding in old["findings"]:
        del finding["cause"], finding["cause_message"]
    text = Report.model_validate_json(json.dumps(old))
    assert render(text) == render(sample_reports.sample_report())


def test_hostile_text_is_shown_and_does_nothing() -> None:
    """No element, attribute or link comes from text; controls and bidi marks have names."""
    text = render(sample_reports.hostile_report())
    soup = BeautifulSoup(text, "lxml")
    assert "alert" not in one(soup, "script").get_text()
    assert "<script>alert(1)</script> | =cmd('x')!A1 [U+001B][31mred" in soup.get_text()
    assert "{{ 7*7 }}" in soup.get_text()
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    for link in soup.select("a[href]"):
        assert str(link["href"]).startswith(("#", "http://", "https://"))
    ours = {"id", "class", "href", "rel", "aria-label", "aria-labelledby", "aria-hidden", "role"}
    ours |= {"hidden", "data-originalurl", "data-versionurl", "data-versiondate"}
    for tag in soup.select("main *"):
        assert not [name for name in tag.attrs if name.startswith("on")]
        assert tag.name not in {"a", "span", "p"} or set(tag.attrs) <= ours | {"dir"}


def test_the_page_is_a_document_for_assistive_technology() -> None:
    """One h1, headings without gaps, landmarks, a language, table headers with a scope."""
    soup = page()
    assert one(soup, "html")["lang"] == "en"
    assert len(soup.select("h1")) == len(soup.select("main")) == len(soup.select("nav")) == 1
    levels = [int(tag.name[1]) for tag in soup.select("h1, h2, h3, h4, h5, h6")]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(header.get("scope") for header in soup.select("th"))


def contrast(one_: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2, 1.4.3)."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one_), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1])
def test_colours_have_the_contrast_that_wcag_asks_for_text(scheme: int) -> None:
    """4.5 to 1 for text on page, card and pill, in the light and the dark scheme (level AA)."""
    style = one(page(), "style").get_text()
    roots = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): #([0-9a-f]{6})", roots[0]))
    colours |= dict(re.findall(r"--([\w-]+): #([0-9a-f]{6})", roots[1])) if scheme else {}
    pairs = [
        (name, ground)
        for name in ("text", "muted", "link", "del", "ins")
        for ground in ("bg", "surface")
    ]
    pairs += [(verdict, f"{verdict}-bg") for verdict in ClaimVerdict]
    pairs += [(verdict, ground) for verdict in ClaimVerdict for ground in ("bg", "surface")]
    pairs += [("mark-text", "mark")]
    poor = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    assert not {pair: ratio for pair, ratio in poor.items() if ratio < 4.5}


def test_a_real_paper_s_size_is_written_fast_and_stays_small() -> None:
    """150 claims and 90 notes: under a megabyte, each claim once."""
    text = render(sample_reports.big_report())
    assert len(text.encode()) < 1_000_000
    assert text.count("<article ") == 150


def related() -> Report:
    """Return claims that stand to each other in each way, and one whose neighbour is unknown."""
    computed = sample_reports.part(
        "figure", "1.2 million", PartVerdict.AGREES, computed_from="sums-2012.2 + ferries - 3"
    )
    return sample_reports.report(
        (
            sample_reports.claim(
                "sums-2012",
                ClaimVerdict.SUPPORTED,
                (computed,),
                asserted_by="the harbour master",
                certainty="likely",
                conflicts_with=("ferries",),
                depends_on=("ferries", "lost-one"),
            ),
            sample_reports.claim(
                "ferries", ClaimVerdict.UNCHECKED, section="3", repeats=("sums-2012",)
            ),
        )
    )


def test_who_asserts_a_claim_and_how_sure_the_paper_is_stands_under_it() -> None:
    """Before any click; a plain statement has no such line."""
    soup = read(related())
    said = "Asserted by the harbour master; the paper calls it likely, not certain."
    assert words(one(soup, "#claim-sums-2012 .head .told")) == said
    assert not soup.select("#claim-ferries .told")


def test_relations_are_told_on_both_claims() -> None:
    """With the other's verdict and a link to it; a name that is no claim here says so."""
    soup = read(related())
    rows = {
        name: [words(row) for row in soup.select(f"#claim-{name} .record > div")]
        for name in ("sums-2012", "ferries")
    }
    title = "The ferries of the Lannet Sea carried 1.2 million people in 2012."
    assert f"Conflicts with ? Unchecked: {title}" in rows["sums-2012"]
    assert f"Depends on ? Unchecked: {title} – lost-one not in this report" in rows["sums-2012"]
    assert f"Is repeated by ? Unchecked: {title}" in rows["sums-2012"]
    assert f"Conflicts with = Supported: {title}" in rows["ferries"]
    assert f"Is needed by = Supported: {title}" in rows["ferries"]
    for name in rows:
        assert "conflicts with another claim" in words(one(soup, f"#claim-{name} .head"))


def test_a_computed_figure_shows_its_formula_with_links_to_its_claims() -> None:
    """`sums-2012.2` is the second figure of that claim."""
    code = one(read(related()), "#claim-sums-2012 .part code")
    assert words(code).replace(" ", "") == "sums-2012.2+ferries-3"
    assert [link["href"] for link in code.select("a")] == ["#claim-sums-2012", "#claim-ferries"]


def test_how_and_when_a_claim_was_checked_and_which_words_were_marked() -> None:
    """Kinds of comparison, time, version; span and payload of each part."""
    card = words(one(page(), "#claim-accounts-published"))
    assert "Checked 2 quotations word by word; 24 November 2026, 15:40 UTC, footnoted" in card
    assert re.search(r"characters [\d,]+ to [\d,]+ of the text as read; sha256 abababababab…", card)


def test_a_page_in_another_language_was_seen_and_not_compared() -> None:
    """Evidence alone is no comparison: how it was checked does not tell of one."""
    report = sample_reports.sample_report()
    claim = next(one for one in report.claims if one.id == "accounts-published")
    update = {"verdict": PartVerdict.UNCHECKED, "reason": "other_language", "source_wording": None}
    parts = tuple(part.model_copy(update=update) for part in claim.parts)
    other = claim.model_copy(update={"parts": parts})
    assert checked_line(report, claim).startswith("2 quotations word by word;")
    assert checked_line(report, other).startswith("Nothing was compared;")


@pytest.mark.parametrize(
    ("claim", "line"),
    [
        ("sea-feeds-coasts", "Cited page, seen 24 November 2026"),
        ("catch-1998", "Archived copy of 2 March 2013"),
        ("nets-mended", "Local copy, read 24 November 2026"),
    ],
)
def test_the_basis_and_its_day_are_seen_before_any_click(claim: str, line: str) -> None:
    """In the head of each card, folded or not."""
    assert line in words(one(timely(), f"#claim-{claim} .head .from-basis"))


def test_a_first_audit_says_once_that_all_is_new() -> None:
    """A tag on every line would tell nothing; one new finding beside known ones is tagged."""
    first = [
        sample_reports.finding("a-rule", "error", "one", news="new", cause="corpus"),
        sample_reports.finding("a-rule", "error", "other", news="new", cause="corpus"),
    ]
    soup = read(sample_reports.report(findings=first))
    assert words(one(soup, ".since")) == "Since the last audit: 2 new; no finding was known before."
    assert not soup.select("main .tag")
    known = [first[0], sample_reports.finding("a-rule", "error", "old", news="persisting")]
    soup = read(sample_reports.report(findings=known))
    assert words(one(soup, ".since")) == "Since the last audit: 1 new, 0 fixed, 1 persisting."
    assert soup.select(".troubles .tag")


def test_verdicts_by_section_are_drawn_and_told() -> None:
    """Only where there is more than one section."""
    chart = one(read(related()), ".bars")
    assert [words(row) for row in chart.select("tbody tr")] == [
        "2.1 1 supported 1 supported 1",
        "3 1 unchecked 1 unchecked 1",
    ]
    assert not page().select(".bars")


def test_links_over_time_are_drawn_with_a_table_beside() -> None:
    """From the first day that history tells of; a report without a past has no such drawing."""
    chart = next(part for part in timely().select(".chart") if "Links over time" in words(part))
    rows = [words(row) for row in chart.select("tbody tr")]
    assert rows[0] == "1 June 2025 0 0 2"
    assert rows[-1].startswith("24 November 2026")
    assert str(one(chart, "svg")["aria-label"]).startswith("1 June 2025: 2 links, 2 seen; 24 Nov")
    assert not [part for part in page().select(".chart") if "over time" in words(part)]


def test_a_large_report_keeps_folded_evidence_as_text_that_scriptless_readers_see() -> None:
    """Nothing is left out: what stands in `noscript` is the same markup."""
    large = BeautifulSoup(render(sample_reports.big_report(1_001, 90)), "html.parser")
    kept = large.select("article.card > details > noscript")
    assert len(kept) == 1_001 - 50
    assert all(one_.select(".record") for one_ in kept)
    lists = [chunk.find_parent("section") for chunk in large.select(".chunk:has(> noscript)")]
    assert {one_["id"] for one_ in lists if one_} == {"by-note", "links", "findings"}
    assert not BeautifulSoup(render(sample_reports.big_report()), "lxml").select("noscript")
