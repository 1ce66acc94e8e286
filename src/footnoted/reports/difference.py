"""What changed between two reports of one paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from footnoted.errors import FootnotedError
from footnoted.model.difference import (
    ChangedEvidenceDoc,
    ChangedLinkDoc,
    DifferenceDocument,
    DifferenceSummaryDoc,
    SideDoc,
)
from footnoted.model.report import EvidenceDoc, LinkDoc, Report
from footnoted.reports import difference_claims, difference_findings, overview
from footnoted.reports.visible import one_line

Captures = dict[tuple[str, str, str], tuple[str, str | None, set[str]]]
"""Digest and time of a look, and the claims that it decides, by source, basis and address."""


def difference(old: Report, new: Report) -> DifferenceDocument:
    """Return what changed from `old` to `new`.

    Raises FootnotedError in one line for reports that cannot be compared: of two papers, or of
    audits of different extent, since what was left out would look mended.
    """
    _refuse(old, new)
    findings = difference_findings.changes(old, new)
    claims = difference_claims.changes(old, new)
    evidence = tuple(_evidence(old, new))
    links = tuple(_links(old, new))
    return DifferenceDocument(
        corpus=new.corpus.id,
        title=new.corpus.title,
        old=_side(old),
        new=_side(new),
        remarks=tuple(_remarks(old, new)),
        summary=DifferenceSummaryDoc(
            new=len(findings.new),
            fixed=len(findings.fixed),
            unseen=len(findings.unseen),
            persisting=len(findings.persisting),
            claims=dict(Counter(one.direction for one in claims)),
            evidence=len(evidence),
            links=len(links),
        ),
        new_findings=findings.new,
        fixed_findings=findings.fixed,
        unseen_findings=findings.unseen,
        persisting_findings=findings.persisting,
        claims=claims,
        evidence=evidence,
        links=links,
    )


def fails(found: DifferenceDocument, new: Report, fail_on: str) -> bool:
    """Tell whether the difference is at a level of `--fail-on`.

    `new-error` is an open error that came, or a claim that its source now contradicts or lacks,
    unless only our own version judges it differently; `error` and `warning` are about all that is
    open in the new report.
    """
    if fail_on in {"error", "warning"}:
        levels = {"error"} if fail_on == "error" else {"error", "warning"}
        return any(one.level in levels for one in overview.open_findings(new))
    if fail_on != "new-error":
        return False
    came = [one.finding for one in found.new_findings]
    spoken = {one.where.claim for one in new.findings}
    wrong = {one.id for one in overview.wrong_claims(new)}
    return any(one.level == "error" and one.cause != "tool" for one in came) or any(
        one.direction == "worse" and one.id in wrong - spoken for one in found.claims
    )


def _refuse(old: Report, new: Report) -> None:
    if old.corpus.id != new.corpus.id:
        first, second = one_line(old.corpus.id), one_line(new.corpus.id)
        raise FootnotedError(
            f"the reports are of two papers ({first} and {second}); compare two of one paper"
        )
    if old.run.only != new.run.only:
        first, second = (one_line(one.run.only or "everything") for one in (old, new))
        raise FootnotedError(
            f"the reports are of different extent ({first} and {second}); what one of them left "
            "out would look mended; compare two of the same extent"
        )


def _side(report: Report) -> SideDoc:
    return SideDoc(
        as_of=report.run.as_of,
        vantage=report.run.vantage,
        offline=report.run.offline,
        version=report.tool.version,
        corpus_digest=report.corpus.digest,
        paper_sha256=report.corpus.paper_sha256,
        notes_total=report.summary.notes_total,
        notes_holding=overview.notes_holding(report),
        claims_total=report.summary.claims_total,
    )


def _remarks(old: Report, new: Report) -> Iterator[str]:
    """Yield what else differs, or is odd, so that a change is not taken for another."""
    if old.tool.version != new.tool.version:
        yield (
            f"written by two versions of footnoted ({old.tool.version} and {new.tool.version}): "
            "a verdict may differ because the program does"
        )
    if old.corpus.paper_sha256 != new.corpus.paper_sha256:
        yield "the paper's text on record is another one"
    if old.corpus.digest != new.corpus.digest:
        yield "the records changed"
    if old.run.as_of > new.run.as_of:
        yield "the first report is the later one: new and fixed are the other way round"
    if old.run.vantage != new.run.vantage:
        first, second = (one.run.vantage or "an unnamed place" for one in (old, new))
        yield f"looked at from two places ({first} and {second})"
    for report, name in ((old, "first"), (new, "second")):
        if report.run.offline:
            yield f"the {name} report is of a run without a network"
    if old.corpus.paper_read != new.corpus.paper_read:
        yield "only one of the audits read the paper: more lints ran in that one"


def _captures(report: Report) -> Captures:
    """Return every look with a digest: those that claims were compared with, and those at links."""
    found: Captures = {}
    for link in report.links:
        if link.digest:
            found[link.source, link.basis, link.url] = (link.digest, link.at, set(link.claims))
    for claim in report.claims:
        for part in claim.parts:
            seen = part.evidence
            if seen and seen.digest:
                entry = found.setdefault(_key(seen), (seen.digest, seen.at, set()))
                entry[2].add(claim.id)
    return found


def _key(seen: EvidenceDoc) -> tuple[str, str, str]:
    return seen.source, seen.basis, seen.url or ""


def _evidence(old: Report, new: Report) -> Iterator[ChangedEvidenceDoc]:
    before, after = _captures(old), _captures(new)
    for key in sorted(before.keys() & after.keys()):
        (was, was_at, _), (now, now_at, claims) = before[key], after[key]
        if was != now:
            source, basis, url = key
            yield ChangedEvidenceDoc.model_validate(
                {
                    "url": url or None,
                    "basis": basis,
                    "source": source,
                    "before": was,
                    "after": now,
                    "before_at": was_at,
                    "after_at": now_at,
                    "claims": tuple(sorted(claims)),
                }
            )


def _links(old: Report, new: Report) -> Iterator[ChangedLinkDoc]:
    """Yield addresses that changed, in the order of the new report, then those that went."""
    before = {(one.source, one.basis, one.url): one for one in old.links}
    after = {(one.source, one.basis, one.url): one for one in new.links}
    for key, link in after.items():
        was = before.get(key)
        if was is None or (was.verdict, was.final_url) != (link.verdict, link.final_url):
            yield _link(was, link)
    for key, link in before.items():
        if key not in after:
            yield _link(link, None)


def _link(was: LinkDoc | None, now: LinkDoc | None) -> ChangedLinkDoc:
    either = now or was
    assert either
    return ChangedLinkDoc(
        url=either.url,
        source=either.source,
        basis=either.basis,
        change="changed" if was and now else "added" if now else "removed",
        before=was.verdict if was else None,
        after=now.verdict if now else None,
        before_address=was.final_url if was else None,
        after_address=now.final_url if now else None,
        suggested_url=now.suggested_url if now else None,
    )
