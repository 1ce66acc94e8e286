"""What changed between two reports, in words: the same for a terminal and for Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.model.difference import (
    ChangedClaimDoc,
    ChangedEvidenceDoc,
    ChangedFindingDoc,
    ChangedLinkDoc,
    DifferenceDocument,
    SideDoc,
)
from footnoted.reports import overview
from footnoted.reports.confidence import sureness
from footnoted.reports.readings import in_words
from footnoted.reports.words import BASES, CLAIMS, LINKS, plural

_DIGITS = 12
"""Digits of a digest that are shown; `--format json` has all of them."""


def head(found: DifferenceDocument) -> Iterator[tuple[str, str]]:
    """Yield label and text of what comes first: which reports, how much holds, how much changed."""
    old, new, summary = found.old, found.new, found.summary
    yield "Paper", found.title
    yield "Reports", f"{overview.minute(old.as_of)} → {overview.minute(new.as_of)}"
    yield "Notes", f"{_hold(old)} → {_hold(new)}"
    counts = [f"{summary.new} new", f"{summary.fixed} fixed"]
    counts += [f"{summary.unseen} not looked for"] if summary.unseen else []
    yield "Findings", ", ".join([*counts, f"{summary.persisting} persisting"])
    yield "Claims", _claims(summary.claims)
    if summary.evidence or summary.links:
        pages = f"{plural(summary.evidence, 'page or copy') if summary.evidence == 1 else ''}"
        pages = pages or f"{summary.evidence:,} pages or copies"
        yield "Sources", f"{pages} with other bytes, {plural(summary.links, 'link')} changed"
    for remark in found.remarks:
        yield "Mind", overview.sentence(remark)


def finding(one: ChangedFindingDoc) -> str:
    """Return a finding on one line: level, about what, message, rule, place, and why."""
    where = one.finding.where
    about = f"note {where.note}: " if where.note else ""
    place = overview.place(where.file, where.line, where.column)
    named = ", ".join(filter(None, (one.finding.rule, sureness(one.finding), place)))
    was = f" Was a {one.was}." if one.was else ""
    why = f" {overview.sentence(in_words(one.why))}" if one.why else ""
    message = in_words(one.finding.message.rstrip())
    return f"{one.finding.level}: {about}{message} ({named}){was}{why}"


def claim(one: ChangedClaimDoc) -> str:
    """Return a claim's change on one line: from which verdict to which, and what differs."""
    before = CLAIMS[one.before].title.lower() if one.before else ""
    after = CLAIMS[one.after].title.lower() if one.after else ""
    if one.change == "changed":
        change = f"{before} → {after}"
    else:
        change = f"{one.change} ({after or before})"
    notes = f" (note {', '.join(one.notes)})" if one.notes else ""
    why = f" Why: {'; '.join(one.why)}." if one.why else ""
    told = f" Now: {in_words(one.message)}" if one.message and one.change == "changed" else ""
    return f"{one.id}{notes}: {change}.{why}{told}"


def evidence(one: ChangedEvidenceDoc) -> str:
    """Return whose bytes are others than before, by digest, and how many claims rest on them."""
    name = one.url or one.source
    rest = f"; {plural(len(one.claims), 'claim')} on it" if one.claims else ""
    digests = f"{one.before[:_DIGITS]} → {one.after[:_DIGITS]}"
    return f"{BASES[one.basis].title.lower()} {name}: sha256 {digests}{rest}"


def link(one: ChangedLinkDoc) -> str:
    """Return what became of an address, where it leads now, and what is proposed."""
    before = LINKS[one.before].title.lower() if one.before else ""
    after = LINKS[one.after].title.lower() if one.after else ""
    if one.change != "changed":
        return f"{one.url}: {one.change} ({after or before})"
    moved = one.after_address and one.after_address != one.before_address
    verdict = f"{before} → {after}" if before != after else after
    leads = f", leads to {one.after_address}" if moved else ""
    proposed = one.suggested_url if one.suggested_url != one.after_address else None
    return f"{one.url}: {verdict}{leads}{f', try {proposed}' if proposed else ''}"


def _hold(side: SideDoc) -> str:
    verb = "holds" if 1 in {side.notes_holding, side.notes_total} else "hold"
    return f"{side.notes_holding} of {side.notes_total} {verb}"


def _claims(counts: dict[str, int]) -> str:
    words = {
        "worse": "worse",
        "unseen": "not seen any more",
        "other": "otherwise changed",
        "better": "better",
    }
    told = [f"{counts[key]} {word}" for key, word in words.items() if counts.get(key)]
    return ", ".join(told) or "every verdict as before"
