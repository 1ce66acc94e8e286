"""What every format shows first: how much holds, what is wrong, what is new."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from footnoted.mementos.index import stamped_at
from footnoted.model.report import (
    ClaimDoc,
    EvidenceDoc,
    FindingDoc,
    LinkDoc,
    NoteDoc,
    PartDoc,
    Report,
)
from footnoted.model.verdicts import LACKING, ClaimVerdict, LinkVerdict, PartVerdict
from footnoted.reports.readings import in_words
from footnoted.reports.visible import clipped
from footnoted.reports.words import (
    BASES,
    CAUSES,
    CLAIMS,
    HOLD,
    LEVELS,
    LINKS,
    WRONG,
    plural,
    reason_words,
)

_CLAIM_RANK = {verdict: rank for rank, verdict in enumerate(CLAIMS)}
_LINK_RANK = {verdict: rank for rank, verdict in enumerate(LINKS)}
_LEVEL_RANK = {level: rank for rank, level in enumerate(LEVELS)}
_UNASKED = frozenset({LinkVerdict.OFFLINE, LinkVerdict.NOT_FETCHED, LinkVerdict.NO_URL})
_CODE = re.compile(r"[a-z0-9_]+")
_UNSEEN = frozenset({ClaimVerdict.SOURCE_UNAVAILABLE, ClaimVerdict.UNCHECKED})


def worst_first(claims: Iterable[ClaimDoc]) -> list[ClaimDoc]:
    """Return the claims worst first; those that need review lead among equals."""
    return sorted(claims, key=lambda claim: (_CLAIM_RANK[claim.verdict], not claim.needs_review))


def wrong_claims(report: Report) -> list[ClaimDoc]:
    """Return the claims that their sources contradict or do not have, worst first.

    Not those of which a person accepted all that is otherwise: they are told as settled.
    """
    wrong = (claim for claim in worst_first(report.claims) if claim.verdict in WRONG)
    return [claim for claim in wrong if not is_settled(claim)]


def is_settled(claim: ClaimDoc) -> bool:
    """Tell whether a person accepted every part that the source has not as it is claimed."""
    accepted = {case.part for case in claim.cases if case.state == "accepted"}
    lacking = {at for at, part in enumerate(claim.parts) if part.verdict in LACKING}
    return bool(lacking) and lacking <= accepted and claim.verdict is not ClaimVerdict.REJECTED


def links_worst_first(links: Iterable[LinkDoc]) -> list[LinkDoc]:
    """Return the links worst first, in the order of the corpus among equals.

    A mitigated one comes after all that leave something to do.
    """
    alive = _LINK_RANK[LinkVerdict.ALIVE]
    return sorted(
        links, key=lambda link: alive - 0.5 if link.mitigated else _LINK_RANK[link.verdict]
    )


def findings_by_level(findings: Iterable[FindingDoc]) -> list[FindingDoc]:
    """Return the findings, errors first, in their order among equals."""
    return sorted(findings, key=lambda finding: _LEVEL_RANK[finding.level])


def open_findings(report: Report) -> list[FindingDoc]:
    """Return the findings that nobody has waived, errors first."""
    return findings_by_level(finding for finding in report.findings if not finding.waived)


def new_findings(report: Report) -> list[FindingDoc]:
    """Return the open findings that the last audit did not have, errors first."""
    return [finding for finding in open_findings(report) if finding.news == "new"]


def fails(finding: FindingDoc) -> bool:
    """Tell whether this turns a build red: an open error that is not known from before.

    One that is new only because our version judges differently is told, and turns nothing red.
    """
    known = finding.news == "persisting" or finding.cause == "tool"
    return finding.level == "error" and not finding.waived and not known


def news_words(finding: FindingDoc) -> str:
    """Return `new`, with its cause in words where that is known; empty for what is not new."""
    if finding.news != "new":
        return ""
    return f"new: {CAUSES[finding.cause]}" if finding.cause else "new"


def why_new(finding: FindingDoc) -> str:
    """Return a sentence on why the finding is new; empty where it is not, or nobody can tell."""
    if finding.news != "new":
        return ""
    said = in_words(finding.cause_message or "").strip()
    if not finding.cause:
        return f"New: {stopped(said)}" if said else ""
    return f"New: {CAUSES[finding.cause]}{': ' + stopped(said) if said else '.'}"


def causes(report: Report) -> list[str]:
    """Say of how many new findings which cause is known, as `2 because the page changed`."""
    counts = Counter(finding.cause for finding in new_findings(report))
    return [f"{counts[cause]} because {words}" for cause, words in CAUSES.items() if counts[cause]]


def is_first(report: Report) -> bool:
    """Whether all is new since nothing was known before: then it is said once, and no more."""
    causes = {one.cause for one in new_findings(report)}
    return causes == {"corpus"} and not report.summary.persisting and not report.summary.fixed


def since_line(report: Report) -> str:
    """Say in one line what is new, fixed and persisting since the last audit."""
    summary = report.summary
    if summary.new and not summary.fixed and not summary.persisting:
        return f"Since the last audit: {summary.new:,} new; no finding was known before."
    if not summary.new and not summary.fixed:
        known = f"; {summary.persisting:,} persisting" if summary.persisting else ""
        return f"Since the last audit: nothing new{known}."
    counts = f"{summary.new:,} new, {summary.fixed:,} fixed, {summary.persisting:,} persisting"
    return f"Since the last audit: {counts}."


def unspoken_claims(report: Report) -> list[ClaimDoc]:
    """Return contradicted or absent claims of which no finding speaks, so that none is lost."""
    spoken = {finding.where.claim for finding in report.findings}
    return [claim for claim in wrong_claims(report) if claim.id not in spoken]


def notes_holding(report: Report) -> int:
    """Return how many notes hold: every claim on them was found in its source, now or then."""
    return sum(report.summary.notes.get(verdict, 0) for verdict in HOLD)


def hold_verb(report: Report) -> str:
    """Return the verb after "3 of 11 notes": `hold`, and `holds` of one note."""
    alone = report.summary.notes_total == 1 or notes_holding(report) == 1
    return "holds" if alone else "hold"


def nothing_looked_at(report: Report) -> bool:
    """Tell whether the run was offline and no claim was compared: then no count of what holds."""
    return report.run.offline and not compared(report)


def links_words(report: Report) -> str:
    """Say how many links were asked, and how many were not due; offline, how many were seen.

    What the run left alone by its own rules was not asked.
    """
    due = [link for link in report.links if not link.remembered]
    seen = [link for link in due if link.verdict not in _UNASKED]
    if report.run.offline:
        return f"{len(seen):,} of {addresses_words(due)} looked at"
    remembered = report.run.links_remembered
    not_due = f", {remembered:,} not due" if remembered else ""
    return f"{addresses_words(seen)} asked{not_due}"


def addresses_words(links: Sequence[LinkDoc]) -> str:
    """Count links as `9 links and 3 archived copies`: copies are no links of the paper."""
    counts = Counter(link.basis for link in links)
    copies, others = counts["memento"], len(links) - counts["cited"] - counts["memento"]
    said = [plural(counts["cited"], "link")]
    if others:
        said.append(f"{others:,} other address{'' if others == 1 else 'es'}")
    if copies:
        said.append(f"{copies:,} archived cop{'y' if copies == 1 else 'ies'}")
    return " and ".join(said)


def beside_note(finding: FindingDoc, label: str | None) -> str:
    """Return the finding's message for a line that begins with this note: it is not named twice."""
    message = in_words(finding.message)
    return message.removeprefix(f"note {label} ") if label else message


def finding_proof(finding: FindingDoc) -> str | None:
    """Return the words that prove the finding; a link's reason code is none."""
    proof = finding.proof
    if proof and finding.rule.startswith("link-") and _CODE.fullmatch(proof):
        return None
    return proof or None


def finding_words(finding: FindingDoc) -> str:
    """Return the finding's message and proof as sentences."""
    message, proof = in_words(finding.message.rstrip()), finding_proof(finding)
    if not proof:
        return message
    return f"{stopped(message)} Proof: {proof}"


def stopped(text: str) -> str:
    """Return `text` with a stop at its end."""
    return text if text.endswith((".", "!", "?", "…", ":", ";")) else f"{text}."


def attention_notes(report: Report) -> list[NoteDoc]:
    """Return the notes that an editor has to look at, in the order of the paper."""
    bad = WRONG | {ClaimVerdict.SOURCE_UNAVAILABLE}
    return [
        note for note in report.notes if note.status != "ok" or note.findings or note.verdict in bad
    ]


def stand_ins(report: Report) -> list[str]:
    """Say how many supported claims rest on something other than the cited page itself."""
    supported = [c for c in report.claims if c.verdict is ClaimVerdict.SUPPORTED]
    counts = Counter(claim.basis for claim in supported if claim.basis not in (None, "cited"))
    return [
        f"{count} only {BASES[basis].meaning}" for basis, count in sorted(counts.items()) if basis
    ]


def claim_title(claim: ClaimDoc) -> str:
    """Return the claim's statement; of a draft, what is on record of it so far."""
    if claim.says:
        return claim.says
    parts = [f"“{part.text}”" if part.kind == "quotation" else part.text for part in claim.parts]
    return f"Draft: not yet stated ({clipped('; '.join(parts) or claim.id, 160)})"


def tally(report: Report) -> list[str]:
    """Say what became of the notes that do not hold, as `2 could not be checked`."""
    notes = report.summary.notes
    counts = (
        (notes.get(ClaimVerdict.REJECTED, 0), "rejected by a person"),
        (
            sum(notes.get(verdict, 0) for verdict in WRONG - {ClaimVerdict.REJECTED}),
            "contradicted or not found",
        ),
        (notes.get(ClaimVerdict.ACCEPTED, 0), "accepted on a person’s word"),
        (sum(notes.get(verdict, 0) for verdict in _UNSEEN), "could not be checked"),
        (report.summary.notes_total - sum(notes.values()), "without a claim on record"),
    )
    return [f"{count:,} {words}" for count, words in counts if count]


def compared(report: Report) -> bool:
    """Tell whether any claim was compared with a source at all."""
    claims = report.summary.claims
    return any(claims.get(verdict, 0) for verdict in HOLD | WRONG)


def claim_line(claim: ClaimDoc) -> str:
    """Say in one line what was found, where, and why it is no more than that."""
    found = f"{claim.found} of {plural(claim.parts_total, 'part')} found"
    if claim.verdict is ClaimVerdict.SUPPORTED_THEN:
        return f"{_found_then(claim, found)}; the statement itself was not judged."
    if claim.verdict in HOLD:
        place = BASES[claim.basis].meaning if claim.basis else "in the source"
        return f"{found} {place}; the statement itself was not judged."
    why = sentence(reason_words(claim.reason, claim.message)) or CLAIMS[claim.verdict].meaning
    if not claim.parts_total or (claim.verdict not in WRONG and not claim.found):
        return why
    absent = all(one.verdict is PartVerdict.ABSENT for one in claim.parts)
    told = absent and "not in the source" in why
    return why if told else f"{why} {found}."


_NOW = {
    "gone_from_page": ", not on the cited page as it is now",
    "page_gone": "; the cited page is gone",
    "page_not_seen": "; the cited page was not seen",
}
"""What became of the cited page of a claim that only an archived copy still holds."""


def _found_then(claim: ClaimDoc, found: str) -> str:
    """Say in which archived copies the parts were found, and which of them are still there."""
    evidence = [part.evidence for part in claim.parts if part.evidence]
    archived = [one for one in evidence if one.basis == "memento"]
    days = sorted({made[:10] for one in archived if (made := memento_time(one))})
    copies = "an archived copy" if len(days) < 2 else "archived copies"
    place = f"in {copies}" + (f" of {' and '.join(map(day, days))}" if days else "")
    if not archived or len(archived) == len(evidence):
        return f"{found} {place}{_NOW.get(claim.reason or '', '')}"
    return f"{found}, {len(archived)} of them only {place}"


def basis_line(claim: ClaimDoc) -> str:
    """Say on what the verdict rests and when that was read; of an archived copy, its own day."""
    title = BASES[claim.basis].title if claim.basis else ""
    made = [one for part in claim.parts if part.evidence and (one := memento_time(part.evidence))]
    if claim.basis == "memento" and made:
        return f"{title} of {' and '.join(dict.fromkeys(day(one) for one in sorted(made)))}"
    verb = "read" if claim.basis in {"local", "memento"} else "seen"
    return f"{title}, {verb} {day(claim.seen_at)}" if claim.seen_at else title


def checked_line(report: Report, claim: ClaimDoc) -> str:
    """Say how the claim was checked, when, and by which version."""
    kinds = Counter(part.kind for part in claim.parts if part.evidence and _compared(part))
    quotations, figures = kinds["quotation"], kinds["figure"]
    how = [
        f"{plural(quotations, 'quotation')} word by word" if quotations else "",
        f"{plural(figures, 'figure')} by value, unit and period" if figures else "",
    ]
    said = " and ".join(one for one in how if one) or "nothing was compared"
    return f"{sentence(said)[:-1]}; {minute(report.run.as_of)}, footnoted {report.tool.version}."


def _compared(part: PartDoc) -> bool:
    """Whether a source was at hand and fit: one in another language is seen, not compared."""
    return part.source_wording is not None or part.verdict is not PartVerdict.UNCHECKED


def sentence(words: str) -> str:
    """Return words with a capital at the beginning and a stop at the end."""
    text = words.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "…")) else ".")


def memento_time(evidence: EvidenceDoc) -> str | None:
    """Return when an archive made this memento, from its record or the stamp in its address."""
    if evidence.basis != "memento":
        return None
    made = stamped_at(evidence.url or "")
    return evidence.memento_at or (made.isoformat() if made else None)


def day(moment: str) -> str:
    """Return an ISO 8601 date or time as `24 November 2026`, or as it is if it is not one."""
    try:
        when = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    return f"{when.day} {when:%B %Y}"


def minute(moment: str) -> str:
    """Return an ISO 8601 time as `24 November 2026, 15:40 UTC`, or as it is if it is not one."""
    try:
        when = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    if when.tzinfo is None:
        return f"{day(moment)}, {when:%H:%M}"
    when = when.astimezone(UTC)
    return f"{when.day} {when:%B %Y}, {when:%H:%M} UTC"


def not_run(report: Report) -> list[tuple[str, list[str]]]:
    """Return why lints did not run, each reason once, with the lints that it kept from running."""
    reasons: dict[str, list[str]] = {}
    for lint in report.run.not_run:
        reasons.setdefault(lint.why, []).append(lint.rule)
    return list(reasons.items())


def blind_words(report: Report) -> str:
    """Say on how many days in a row nothing of what was due could be looked at; else empty.

    A first day offline is told as such and not here.
    """
    run = report.run
    if run.blind_nights < (2 if run.offline else 1):
        return ""
    row = "" if run.blind_nights == 1 else f", {run.blind_nights:,} days in a row now"
    why = _left_alone(report)
    return f"nothing of what was due could be looked at from {run.vantage or 'here'}{row}{why}"


def _left_alone(report: Report) -> str:
    """Say why our own rules left a link alone, where they left all alone that were due."""
    due = [one for one in report.links if not one.remembered and one.basis == "cited"]
    due = [one for one in due if one.verdict is not LinkVerdict.NO_URL]
    if not due or any(one.verdict is not LinkVerdict.NOT_FETCHED for one in due):
        return ""
    private = any(one.reason == "refused_address" for one in due)
    hint = "; --allow-net opens private addresses" if private else ""
    return f": {clipped(reason_words(due[0].reason, due[0].message), 100)}{hint}"


def place(where_file: str | None, line: int | None, column: int | None) -> str:
    """Return `file:line:column`, as far as they are known."""
    return ":".join(str(part) for part in (where_file, line, column) if part is not None)
