"""`report.junit.xml`: the audit as test results, for CI servers.

A test case for each claim, each link, and each finding that belongs to neither. An error that
the last audit did not have is a failure, unless it is new with our version only; so is the loss
of a page, unless an archived copy stands in for it. What could not be looked at is skipped, with
its reason, and never a pass. There is no standard; the form is the one that Jenkins, GitLab and
Azure read (`testsuites`, `testsuite`, `testcase`, `failure`, `skipped`, `system-out`).
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from footnoted.model.report import ClaimDoc, FindingDoc, LinkDoc, Report
from footnoted.model.verdicts import ClaimVerdict, LinkVerdict
from footnoted.reports import archives, overview
from footnoted.reports.confidence import sureness
from footnoted.reports.judged import case_words
from footnoted.reports.lives import look_words, since_words
from footnoted.reports.readings import in_words
from footnoted.reports.visible import one_line, visible
from footnoted.reports.words import CLAIMS, GONE, HOLD, LINKS, UNSEEN, reason_words

_UNSEEN = frozenset({ClaimVerdict.UNCHECKED, ClaimVerdict.SOURCE_UNAVAILABLE})
_SEEN_LINKS = frozenset(
    {
        LinkVerdict.ALIVE,
        LinkVerdict.MOVED,
        LinkVerdict.DEAD,
        LinkVerdict.SOFT_404,
        LinkVerdict.PARKED,
    }
)

_UPGRADED = "No failure: new with this version of footnoted, which judges differently."


@dataclass(frozen=True, slots=True)
class _Case:
    """A test case: its names, and what is to be said of it; `failure` and `skipped` exclude."""

    group: str
    name: str
    failure: str | None = None
    kind: str = ""
    skipped: str | None = None
    out: str = ""


def render(report: Report) -> str:
    """Return the audit as JUnit XML."""
    suites = [
        ("claims", _claims(report)),
        ("links", [_link(report, link) for link in report.links]),
        ("findings", _others(report)),
    ]
    cases = [case for _, group in suites for case in group]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<testsuites name={_attribute('footnoted ' + report.corpus.id)} {_counts(cases)}>",
    ]
    for name, group in suites:
        lines += [f"  <testsuite name={_attribute(name)} {_counts(group)}>"]
        lines += [line for case in group for line in _written(case)]
        lines += ["  </testsuite>"]
    return "\n".join([*lines, "</testsuites>"]) + "\n"


def _claims(report: Report) -> list[_Case]:
    unspoken = {claim.id for claim in overview.unspoken_claims(report)}
    about: dict[str | None, list[FindingDoc]] = {}
    for finding in report.findings:
        about.setdefault(finding.where.claim, []).append(finding)
    group = f"{report.corpus.id}.claims"
    return [
        _claim(group, claim, about.get(claim.id, []), unspoken=claim.id in unspoken)
        for claim in report.claims
    ]


def _claim(group: str, claim: ClaimDoc, about: list[FindingDoc], *, unspoken: bool) -> _Case:
    word = CLAIMS[claim.verdict]
    line = f"{word.title}: {overview.claim_line(claim)}"
    failing = [one for one in about if overview.fails(one)]
    if failing or unspoken:
        text = "\n".join([line, *map(_told, failing)])
        return _Case(group, claim.id, failure=text, kind=claim.verdict)
    if claim.verdict in _UNSEEN:
        return _Case(group, claim.id, skipped=line)
    upgraded = _by_upgrade(about)
    if upgraded:
        return _Case(group, claim.id, out="\n".join([f"{_UPGRADED} {line}", *upgraded]))
    told = [case_words(case) for case in claim.cases if case.judgement]
    line = "\n".join([line, *map(overview.sentence, told)])
    judged = claim.verdict in HOLD or claim.verdict is ClaimVerdict.ACCEPTED
    known = "" if judged else "Known from the last audit, waived, or settled by a person. "
    return _Case(group, claim.id, out=known + line)


def _by_upgrade(findings: list[FindingDoc]) -> list[str]:
    """Return the errors that are new with our version only, told."""
    return [
        _told(one)
        for one in findings
        if one.level == "error" and not one.waived and one.news == "new" and not overview.fails(one)
    ]


def _link(report: Report, link: LinkDoc) -> _Case:
    about = _about_link(report, link)
    failing = [one for one in about if overview.fails(one) and not _excused(one, link)]
    line = _link_line(report, link)
    group = f"{report.corpus.id}.links"
    name = link.url if link.basis == "cited" else f"{link.url} ({link.basis} of {link.source})"
    if failing:
        return _Case(
            group, name, failure="\n".join([line, *map(_told, failing)]), kind=link.verdict
        )
    if link.verdict not in _SEEN_LINKS:
        return _Case(group, name, skipped=line)
    upgraded = _by_upgrade(about)
    return _Case(
        group, name, out="\n".join([f"{_UPGRADED} {line}", *upgraded] if upgraded else [line])
    )


def _link_line(report: Report, link: LinkDoc) -> str:
    words = overview.sentence(
        reason_words(link.reason, link.message) or LINKS[link.verdict].meaning
    )
    said = [f"{LINKS[link.verdict].title}: {words}"]
    since = since_words(link) if link.verdict in GONE | UNSEEN else ""
    said += [overview.sentence(since)] if since else []
    if link.mitigated:
        said.append(f"Mitigated: {archives.mitigated_words(report, link)}.")
    if link.remembered:
        said.append(f"{overview.sentence(look_words(link, report.run))}")
    return " ".join(said)


def _excused(finding: FindingDoc, link: LinkDoc) -> bool:
    """Tell whether the finding is about the loss of a page that an archived copy stands in for."""
    return link.mitigated and finding.rule.startswith("link-")


def _about_link(report: Report, link: LinkDoc) -> list[FindingDoc]:
    """Return the findings about this link: its source's, naming this address or no other."""
    others = {one.url for one in report.links if one.source == link.source} - {link.url}
    return [
        finding
        for finding in report.findings
        if finding.where.claim is None
        and finding.where.source == link.source
        and (link.url in _words(finding) or not any(url in _words(finding) for url in others))
    ]


def _words(finding: FindingDoc) -> str:
    return f"{finding.message} {finding.proof or ''}"


def _others(report: Report) -> list[_Case]:
    """Return a case for each finding that no claim's and no link's case tells."""
    claims = {claim.id for claim in report.claims}
    told = {id(one) for link in report.links for one in _about_link(report, link)}
    return [
        _finding(report, finding)
        for finding in report.findings
        if finding.where.claim not in claims and id(finding) not in told
    ]


def _excuse(finding: FindingDoc) -> str:
    """Say why an error fails nothing."""
    if finding.settled:
        return f"Settled: {finding.settled}. "
    return "Waived. " if finding.waived else ""


def _finding(report: Report, finding: FindingDoc) -> _Case:
    where = finding.where
    about = where.note or where.source or where.claim or where.file or report.corpus.folder
    name = f"{finding.rule}: {about}"
    text = _told(finding)
    group = f"{report.corpus.id}.findings"
    if overview.fails(finding):
        return _Case(group, name, failure=text, kind=finding.rule)
    head = f"{_UPGRADED} " if _by_upgrade([finding]) else _excuse(finding)
    return _Case(group, name, out=head + text)


def _told(finding: FindingDoc) -> str:
    where = finding.where
    at = overview.place(where.file, where.line, where.column)
    proof = overview.finding_proof(finding)
    message = in_words(finding.message)
    rule = ", ".join(filter(None, (finding.rule, sureness(finding))))
    line = f"{at + ': ' if at else ''}{finding.level}: {message} [{rule}]"
    lines = [line, f"Proof: {proof}" if proof else "", overview.why_new(finding)]
    return "\n".join(filter(None, lines))


def _counts(cases: list[_Case]) -> str:
    failures = sum(case.failure is not None for case in cases)
    skipped = sum(case.skipped is not None for case in cases)
    return f'tests="{len(cases)}" failures="{failures}" errors="0" skipped="{skipped}"'


def _written(case: _Case) -> list[str]:
    head = f"    <testcase classname={_attribute(case.group)} name={_attribute(case.name)}"
    if case.failure is not None:
        first = case.failure.partition("\n")[0]
        body = (
            f"<failure type={_attribute(case.kind)} message={_attribute(first)}>"
            f"{_text(case.failure)}</failure>"
        )
    elif case.skipped is not None:
        body = f"<skipped message={_attribute(case.skipped)}/>"
    else:
        body = f"<system-out>{_text(case.out)}</system-out>"
    return [f"{head}>", f"      {body}", "    </testcase>"]


def _attribute(text: str) -> str:
    return quoteattr(one_line(text))


def _text(text: str) -> str:
    """Return text for an element: XML 1.0 forbids most control characters even escaped."""
    return escape(visible(text))
