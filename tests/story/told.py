"""What a night's report says, as a person would list it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from footnoted.model.report import LinkDoc, Report
from footnoted.model.verdicts import LinkVerdict
from story.script import Night

_UNSEEN = {LinkVerdict.BLOCKED, LinkVerdict.UNREACHABLE}


def told(report: Report, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the news of a report, then what it says beside: walls, and losses made good.

    `names` are short ones of URLs.
    """
    return (*_new(report), *_fixed(report, names), *_beside(report))


def _new(report: Report) -> Iterable[str]:
    lines = {}
    for one in report.findings:
        if one.news == "new":
            about = one.where.claim or one.where.source or "the run"
            cause = one.cause or "cause unknown"
            lines[one.fingerprint] = f"NEW {one.level} {one.rule}: {about} ({cause})"
    return sorted(lines.values())


def _fixed(report: Report, names: Mapping[str, str]) -> Iterable[str]:
    return sorted(f"FIXED {one.rule}: {names.get(one.target, one.target)}" for one in report.fixed)


def _beside(report: Report) -> Iterable[str]:
    tonight = [one for one in report.links if one.basis == "cited" and not one.remembered]
    yield from _named("made good by a memento", [one for one in tonight if one.mitigated])
    for since in sorted({one.since or "" for one in tonight if one.verdict in _UNSEEN}):
        these = [one for one in tonight if one.verdict in _UNSEEN and one.since == since]
        yield from _named(f"not seen from {report.run.vantage} since {since}", these)
    if report.run.offline:
        yield "no network: nothing was looked at"


def table(nights: Iterable[Night]) -> list[str]:
    """Return the story as the lines of a table in Markdown."""
    head = ["| March | in the world | what is written | exit |", "|---|---|---|---|"]
    return [*head, *(_row(one) for one in nights)]


def _row(night: Night) -> str:
    written = "<br>".join(_RULE.sub(r"\1`\2`", line) for line in night.written) or "nothing"
    return f"| {night.day} | {night.world} | {written} | {night.exit} |"


_RULE = re.compile(r"^(NEW \w+ |FIXED )([\w-]+)")


def _named(what: str, links: Iterable[LinkDoc]) -> Iterable[str]:
    names = sorted(one.source for one in links)
    if names:
        yield f"{what}: {', '.join(names)}"
