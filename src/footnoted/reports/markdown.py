"""`report.md`: for a pull request or a step summary: news first, then what is wrong.

Every cell is escaped for GitHub Flavored Markdown, and the whole stays under 1 MiB, the limit
of a step summary: each list has a share of it, and says how many lines it left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from footnoted.model.report import ClaimDoc, FindingDoc, LinkDoc, NoteDoc, Report
from footnoted.model.verdicts import CONTRADICTED, ClaimVerdict, LinkVerdict
from footnoted.reports import archives, overview
from footnoted.reports.confidence import sureness
from footnoted.reports.judged import case_words, to_judge_words
from footnoted.reports.lives import since_words
from footnoted.reports.readings import in_words
from footnoted.reports.visible import clipped, web_address
from footnoted.reports.words import (
    BASES,
    CLAIMS,
    GONE,
    LEVELS,
    LINKS,
    PARTS,
    STATUSES,
    UNSEEN,
    Word,
    plural,
    reason_words,
)

_SHARE = 190_000
"""Bytes of UTF-8 for each list; the five lists and the rest stay below 1 MiB (1,048,576)."""
_CELL = 300
_PART_RANK = {verdict: rank for rank, verdict in enumerate(PARTS)}
_PUNCTUATION = re.compile(r"[\\`*_\[\]#|~$]")
"""What means something inside a line; no text from outside ever begins one."""
_CONTACT = re.compile(r"@|\bGH-|\\#", re.IGNORECASE)


def render(report: Report) -> str:
    """Return the audit as Markdown."""
    parts = [
        _head(report),
        _news(report),
        _counts(report),
        _claims(report),
        _notes(report),
        _links(report),
        _findings(report),
        _not_run(report),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str, length: int = _CELL) -> str:
    """Return `text` as one line of Markdown that shows it and does nothing else.

    HTML and Markdown marks are escaped; a zero-width space parts `@` and `#` from what follows,
    so that nobody is notified and no issue is linked; addresses do not become links.
    """
    line = clipped(text, length).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    line = _PUNCTUATION.sub(lambda mark: "\\" + mark[0], line)
    line = _CONTACT.sub(lambda mark: mark[0] + "&#8203;", line)
    line = re.sub(r"\b(www)\.", r"\1&#46;", line, flags=re.IGNORECASE)
    return line.replace("://", "&#58;//")


def linked(url: str | None, label: str | None = None) -> str:
    """Return an address as a link where it may be one, else as plain words."""
    safe = web_address(url)
    text = escaped(label or url or "", 120)
    if not safe:
        return text
    target = safe.translate({ord("("): "%28", ord(")"): "%29", ord("|"): "%7C", ord("@"): "%40"})
    return f"[{text}](<{target}>)"


def within(
    lines: Iterable[str], what: str, where: str = "`report.html`", share: int = _SHARE
) -> list[str]:
    """Return the lines that fit into a list's share of bytes, and one that tells what is left."""
    kept: list[str] = []
    size = left = 0
    for line in lines:
        size += len(line.encode()) + 1
        if size > share:
            left += 1
        else:
            kept.append(line)
    return [*kept, "", f"… and {left:,} more {what} in {where}."] if left else kept


def _table(header: Sequence[str], rows: Iterable[Sequence[str]], what: str) -> str:
    head = [f"| {' | '.join(header)} |", f"|{' --- |' * len(header)}"]
    return "\n".join([*head, *within((f"| {' | '.join(row)} |" for row in rows), what)])


def _titled(word: Word) -> str:
    return f"{word.symbol} {word.title}"


def _head(report: Report) -> str:
    corpus, run = report.corpus, report.run
    notes = plural(report.summary.notes_total, "note")
    hold = f"{overview.notes_holding(report)} of {notes} {overview.hold_verb(report)}."
    unseen = overview.nothing_looked_at(report)
    lines = [
        f"# Citation check: {escaped(corpus.title)}",
        "",
        (f"**No source was looked at.** {notes} on record. " if unseen else f"**{hold}** ")
        + f"Checked {escaped(overview.minute(run.as_of))}"
        + (f" from {escaped(run.vantage)}" if run.vantage else "")
        + f", {overview.links_words(report)}.",
    ]
    if run.offline:
        words = overview.sentence(run.offline_message or "the checker had no network")
        lines += ["", f"> **Offline.** {escaped(words)} No link is called dead for it."]
    blind = overview.blind_words(report)
    if blind:
        lines += ["", f"> **Blind.** {escaped(overview.sentence(blind))}"]
    if run.only:
        lines += ["", f"Only a part was checked: {escaped(run.only)}."]
    return "\n".join(lines)


def _news(report: Report) -> str:
    new, summary = overview.new_findings(report), report.summary
    title = f"## News: {summary.new} new, {summary.fixed} fixed, {summary.persisting} persisting"
    first = overview.is_first(report)
    lines = [_finding_line(one) + ("" if first else _cause(one)) for one in new]
    lines += [
        f"- fixed: {escaped(one.target)}: {_said(one.message)} ({escaped(one.rule)})"
        for one in report.fixed
    ]
    if not lines:
        lines = ["Nothing is new or fixed since the last audit."]
    causes = overview.causes(report)
    told = [f"New: {', '.join(causes)}.", ""] if causes else []
    return "\n".join([title, "", *told, *within(lines, "news")])


def _cause(finding: FindingDoc) -> str:
    why = overview.why_new(finding)
    return f" {escaped(why)}" if why else ""


def _said(message: str) -> str:
    return escaped(in_words(message))


def _finding_line(finding: FindingDoc) -> str:
    where = finding.where
    at = escaped(overview.place(where.file, where.line, where.column))
    label = f"note {escaped(where.note)}: " if where.note else ""
    message = escaped(overview.beside_note(finding, where.note))
    return (
        f"- **{LEVELS[finding.level].title.lower()}** {label}{message} "
        f"({', '.join(filter(None, (escaped(finding.rule), sureness(finding), at)))})"
    )


def _counts(report: Report) -> str:
    summary = report.summary
    rows = [
        (
            _titled(word),
            str(summary.notes.get(verdict, 0)),
            str(summary.claims.get(verdict, 0)),
            word.meaning,
        )
        for verdict, word in CLAIMS.items()
    ]
    table = _table(("Verdict", "Notes", "Claims", "What it says"), rows, "verdicts")
    links = ", ".join(
        f"{summary.links.get(verdict, 0)} {word.title.lower()}"
        for verdict, word in LINKS.items()
        if summary.links.get(verdict, 0) and verdict is not LinkVerdict.NO_URL
    )
    also = overview.stand_ins(report)
    lines = [f"Links: {links or 'none'}. Sources without an address: {summary.no_url_sources}."]
    if also:
        lines.append(f"Of the supported claims, {' and '.join(also)}.")
    lines += _of_archives(report)
    if summary.needs_review:
        lines.append(f"{plural(summary.needs_review, 'claim')} marked for a person's review.")
    if judge := to_judge_words(report):
        lines.append(f"{judge}: footnoted review.")
    return "\n\n".join(["## Counts", table, *lines])


def _of_archives(report: Report) -> list[str]:
    """Say how well the sources are archived, and what became of those that are gone."""
    summary, copies = report.summary, archives.copies_words(report)
    lines = [f"Archived copies {copies}."] if copies else []
    lines += [escaped(overview.sentence(words)) for words in archives.silent_words(report)]
    gone = [f"{plural(summary.rotten, 'link')} rotten"] if summary.rotten else []
    if summary.mitigated:
        gone.append(
            f"{plural(summary.mitigated, 'dead link')} mitigated: an archived copy of its time "
            "holds every part on record"
        )
    return [*lines, *([f"Of the links, {'; '.join(gone)}."] if gone else [])]


def _claims(report: Report) -> str:
    claims = [
        claim
        for claim in overview.worst_first(report.claims)
        if claim.verdict is not ClaimVerdict.SUPPORTED
    ]
    if not claims:
        return ""
    header = ("Verdict", "Note", "Claim", "What was found", "Evidence", "Record")
    return "## Claims, worst first\n\n" + _table(header, map(_claim_row, claims), "claims")


def _claim_row(claim: ClaimDoc) -> tuple[str, ...]:
    review = " (needs review)" if claim.needs_review else ""
    return (
        _titled(CLAIMS[claim.verdict]) + review,
        escaped(", ".join(claim.notes)),
        escaped(overview.claim_title(claim)),
        " ".join([escaped(overview.claim_line(claim)), *_both_sides(claim), *_judged(claim)]),
        _evidence(claim),
        escaped(overview.place(claim.where.file, claim.where.line, claim.where.column)),
    )


def _both_sides(claim: ClaimDoc) -> list[str]:
    """Return the first contradicted part of the claim beside its source's words."""
    part = next((part for part in claim.parts if part.verdict in CONTRADICTED), None)
    if part is None or part.source_wording is None:
        return []
    return [f"Paper: “{escaped(part.text)}”. Source: “{escaped(part.source_wording)}”."]


def _judged(claim: ClaimDoc) -> list[str]:
    """Return what people judged of the claim; its own message tells that it was lifted."""
    told = [case for case in claim.cases if case.judgement]
    if claim.verdict in {ClaimVerdict.ACCEPTED, ClaimVerdict.REJECTED}:
        told = [case for case in told if case.state == "stale"]
    return [escaped(overview.sentence(case_words(case))) for case in told]


def _evidence(claim: ClaimDoc) -> str:
    parts = [part for part in claim.parts if part.evidence]
    seen = min(parts, key=lambda part: _PART_RANK[part.verdict]).evidence if parts else None
    if seen is None:
        return "none"
    made = overview.memento_time(seen)
    when = f"of {overview.day(made)}" if made else f"seen {overview.day(seen.at)}"
    label = f"{BASES[seen.basis].title}, {when}"
    address = (made and seen.view_url) or seen.url
    return linked(address, label) if address else escaped(label)


def _notes(report: Report) -> str:
    notes = overview.attention_notes(report)
    if not notes:
        return ""
    header = ("Note", "State", "As printed", "Record")
    return "## Notes needing attention\n\n" + _table(header, map(_note_row, notes), "notes")


def _note_row(note: NoteDoc) -> tuple[str, ...]:
    state = [_titled(CLAIMS[note.verdict])] if note.verdict else []
    state += [escaped(STATUSES[note.status])] if note.status != "ok" else []
    state += [plural(note.findings, "finding")] if note.findings else []
    return (
        escaped(note.label),
        "; ".join(state),
        escaped(note.text) if note.text is not None else "(not printed)",
        escaped(overview.place(note.where.file, note.where.line, note.where.column)),
    )


def _links(report: Report) -> str:
    links = [
        link
        for link in overview.links_worst_first(report.links)
        if link.verdict not in (LinkVerdict.ALIVE, LinkVerdict.OFFLINE)
    ]
    if not links:
        return ""
    header = ("Link", "Address", "Why", "Try instead", "Archived", "Notes")
    return "## Links\n\n" + _table(header, map(_link_row, links), "links")


def _link_row(link: LinkDoc) -> tuple[str, ...]:
    state = [_titled(LINKS[link.verdict]), *(["mitigated"] if link.mitigated else [])]
    since = since_words(link) if link.verdict in GONE | UNSEEN else ""
    looked = "not asked this time, since its next look was not due" if link.remembered else ""
    return (
        escaped(", ".join([*state, *([since] if since else [])])),
        linked(link.url),
        escaped("; ".join(filter(None, (reason_words(link.reason, link.message), looked)))),
        linked(link.suggested_url) if link.suggested_url else "",
        _archived(link),
        escaped(", ".join(link.notes)),
    )


def _archived(link: LinkDoc) -> str:
    """Return the nearest archived copy as a link, or what is known of there being none."""
    nearest = archives.of_link(link)
    words = archives.archived_words(link)
    return linked(nearest.version, words) if nearest else escaped(words)


def _findings(report: Report) -> str:
    known = [one for one in overview.open_findings(report) if one.news != "new"]
    settled = [one for one in report.findings if one.settled is not None]
    waived = sum(finding.waived for finding in report.findings) - len(settled)
    lines = within(map(_finding_line, known), "findings")
    lines += within(
        [f"{_finding_line(one)} {escaped(one.settled or '')}" for one in settled], "settled"
    )
    if waived:
        lines += ([""] if lines else []) + [f"{plural(waived, 'finding')} waived."]
    return "\n".join(["## Other findings", "", *lines]) if lines else ""


def _not_run(report: Report) -> str:
    lines = [
        f"- {escaped(why)}: {', '.join(f'**{escaped(rule)}**' for rule in rules)}"
        for why, rules in overview.not_run(report)
    ]
    return "\n".join(["## Not run", "", *within(lines, "lints")]) if lines else ""
