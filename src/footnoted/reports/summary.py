"""The lines that a command prints when an audit is done."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping

from footnoted.model.report import FindingDoc, Report
from footnoted.model.verdicts import LinkVerdict
from footnoted.reports import archives, overview
from footnoted.reports.judged import to_judge_words
from footnoted.reports.terminal import plain
from footnoted.reports.visible import clipped, shortened
from footnoted.reports.words import CLAIMS, LEVELS, LINKS, PARTS, Word, plural

_WIDTH = 88
"""Longest text from outside beside a label; a longer one is cut with an ellipsis."""
_LABEL = 10
_SHOWN = 5
"""New findings that are told one by one."""
_TOLD = 2 * _WIDTH
"""Longest text of one: a comparison's outcome stands at its end."""
_COLUMNS = 100
_LEAST = 40
"""Columns of a terminal that is still written for."""
_TITLES = re.compile(
    "|".join(
        rf"\b{re.escape(word.title.lower())}\b"
        for table in (CLAIMS, PARTS, LINKS)
        for word in table.values()
        if " " in word.title
    )
)


def summary_lines(report: Report, columns: int = _COLUMNS) -> list[str]:
    """Return a line for each label, plain text and safe for a terminal of so many `columns`.

    No line has more than 100 characters, which is as much as reads well: what is longer goes on
    under its own beginning.
    """
    lines = [
        ("Paper", clipped(report.corpus.title, _WIDTH)),
        ("Checked", _checked(report)),
        ("Notes", _notes(report)),
        ("Claims", _claims(report)),
        ("Parts", _parts(report)),
        ("Links", _links(report)),
        ("Blind", overview.sentence(overview.blind_words(report))),
        ("Memory", _memory(report)),
        ("Archives", archives.copies_words(report)),
        ("Silent", _silent(report)),
        ("Gone", _gone(report)),
        ("Findings", _findings(report)),
        ("News", _news(report)),
        *_new(report),
        ("Not run", _not_run(report)),
        ("Review", _review(report)),
        ("Worst", _worst(report)),
    ]
    return [line for label, text in lines if text for line in wrapped(label, text, columns)]


def wrapped(label: str, text: str, columns: int) -> list[str]:
    """Return the text in lines; a number and the word or the title after it stay together."""
    width = max(_LEAST, min(columns, _COLUMNS))
    text = _TITLES.sub(lambda title: title[0].replace(" ", "\u00a0"), plain(text))
    text = re.sub(r"(?<=\d) (?=[a-z])", "\u00a0", text)
    pieces = textwrap.wrap(text, width - _LABEL, break_on_hyphens=False)
    heads = [label, *[""] * len(pieces)]
    return [
        f"{head:<{_LABEL}}{piece}".replace("\u00a0", " ")
        for head, piece in zip(heads, pieces, strict=False)
    ]


def _checked(report: Report) -> str:
    run = report.run
    if run.offline:
        words = run.offline_message or "the checker had no network"
        return f"{overview.minute(run.as_of)}, OFFLINE: {clipped(words, _WIDTH)}"
    vantage = f" from {clipped(run.vantage, 40)}" if run.vantage else ""
    only = f", only {clipped(run.only, 40)}" if run.only else ""
    return f"{overview.minute(run.as_of)}{vantage}, {overview.links_words(report)}{only}"


def _notes(report: Report) -> str:
    summary = report.summary
    states = ", ".join(
        f"{summary.notes_status.get(state, 0)} {state}"
        for state in ("missing", "dangling", "ambiguous")
        if summary.notes_status.get(state, 0)
    )
    holding = (
        f"{overview.notes_holding(report)} of {summary.notes_total} {overview.hold_verb(report)}"
    )
    if overview.nothing_looked_at(report):
        holding = f"{plural(summary.notes_total, 'note')} on record, no source was looked at"
    return f"{holding}; {states}" if states else holding


def _tally(counts: Mapping[str, int], words: Mapping[str, Word], nothing: str = "none") -> str:
    said = [
        f"{counts.get(key, 0)} {word.title.lower()}"
        for key, word in words.items()
        if counts.get(key, 0)
    ]
    return ", ".join(said) or nothing


def _claims(report: Report) -> str:
    tally = _tally(report.summary.claims, {str(key): word for key, word in CLAIMS.items()})
    judged = " (their statements were not judged)" if "supported" in tally else ""
    return tally + judged


def _parts(report: Report) -> str:
    words = {str(key): word for key, word in PARTS.items()}
    quotations = _tally(report.summary.quotations, words)
    return f"quotations: {quotations}; figures: {_tally(report.summary.figures, words)}"


def _links(report: Report) -> str:
    words = {str(key): word for key, word in LINKS.items() if key is not LinkVerdict.NO_URL}
    missing = plural(report.summary.no_url_sources, "source")
    return f"{_tally(report.summary.links, words)}; {missing} without an address"


def _memory(report: Report) -> str:
    """Say how many links were not asked, and how old the looks are that stand for them."""
    count = report.run.links_remembered
    if not count:
        return ""
    days = sorted(link.at[:10] for link in report.links if link.remembered and link.at)
    oldest = f", the oldest of {overview.day(days[0])}" if days else ""
    stands = f"the last look at each stands for it{oldest}"
    return f"{plural(count, 'link')} not due; {stands}; --all asks every page"


def _silent(report: Report) -> str:
    silent = archives.silent_words(report)
    if not silent:
        return ""
    more = f" (and {len(silent) - 1} more)" if len(silent) > 1 else ""
    return shortened(silent[0], _WIDTH - len(more)) + more


def _gone(report: Report) -> str:
    summary = report.summary
    said = [f"{summary.rotten:,} rotten"] if summary.rotten else []
    if summary.mitigated:
        said.append(f"{summary.mitigated:,} mitigated by an archived copy of its time")
    return ", ".join(said)


def _findings(report: Report) -> str:
    counts = report.summary.findings
    settled = sum(finding.settled is not None for finding in report.findings)
    waived = sum(finding.waived for finding in report.findings) - settled
    said = [plural(counts.get(level, 0), word.title.lower()) for level, word in LEVELS.items()]
    more = [f"{waived} waived"] if waived else []
    more += [f"{settled} settled by a person"] if settled else []
    return "; ".join([", ".join(said), *more])


def _news(report: Report) -> str:
    summary = report.summary
    if overview.is_first(report):
        return f"{summary.new} new; no finding was known before"
    causes = overview.causes(report)
    why = f" ({', '.join(causes)})" if causes else ""
    return f"{summary.new} new{why}, {summary.fixed} fixed, {summary.persisting} persisting"


def _new(report: Report) -> list[tuple[str, str]]:
    """Return a line for each new finding, errors first; of many the first few."""
    new = overview.new_findings(report)
    shown = new[:_SHOWN]
    told = [
        ("New", shortened(f"{_place(one)}{overview.beside_note(one, one.where.note)}", _TOLD))
        for one in shown
    ]
    left = len(new) - len(shown)
    return [*told, *([("", f"and {left:,} more; the report has all of them")] if left else [])]


def _place(finding: FindingDoc) -> str:
    """Return the note, claim or source that a finding is at, and its level, to begin a line."""
    where, level = finding.where, f"{LEVELS[finding.level].title}: ".lower()
    name = f"note {where.note}" if where.note else where.claim or where.source
    return f"{name}, {level}" if name else level


def _review(report: Report) -> str:
    words = to_judge_words(report)
    return f"{words}: footnoted review" if words else ""


def _not_run(report: Report) -> str:
    reasons = overview.not_run(report)
    if not reasons:
        return ""
    why, rules = reasons[0]
    first = f"{why} ({plural(len(rules), 'lint')})" if len(rules) > 1 else f"{rules[0]}: {why}"
    left = sum(len(others) for _, others in reasons[1:])
    more = f" (and {left} more)" if left else ""
    return shortened(first, _WIDTH - len(more)) + more


def _worst(report: Report) -> str:
    wrong = overview.wrong_claims(report)
    if not wrong:
        return ""
    claim = wrong[0]
    notes = f"note {', '.join(claim.notes)}, " if claim.notes else ""
    title = CLAIMS[claim.verdict].title.lower()
    return shortened(f"{notes}{claim.id}: {title}: {overview.claim_line(claim)}", _WIDTH)
