"""The step that tells people: one issue, used again, with what is open; closed when all is well.

What it says follows from the histories and not from tonight's news, so a night on which the API
did not answer is made good by the next.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import requests

from footnoted.audit.exits import FINDINGS, FINE
from footnoted.audit.last import last_report, one_corpus
from footnoted.history import Book, Standing
from footnoted.model.documents import LinksDocument
from footnoted.model.report import FindingDoc, WhereDoc
from footnoted.reports.markdown import escaped, within
from footnoted.reports.words import CAUSES
from footnoted.store.state import read_history
from github_api import GitHub
from night import Night, annotate, given, links_state, reports

_MARK = re.compile(r"<!-- footnoted: ([0-9a-f ]*) -->")
_ROOM = 50_000
"""Bytes for the list: an issue's text may have 65,536 characters."""

_FOOT = (
    "This text changes when the news do; the issue is closed when all is well. What a rule means: "
    "`footnoted explain RULE`. To accept one for now, write a waiver of its rule at its claim, "
    "note or source into `waivers.yaml`; to accept all, `footnoted baseline`."
)


@dataclass(frozen=True)
class Open:
    """An open error, and where the last report shows it; None where it does not."""

    standing: Standing
    where: WhereDoc | None


def main() -> None:
    """Open, change, close or reopen the issue, as what is open asks for."""
    night = Night.read()
    if night.code not in {FINE, FINDINGS}:
        return  # nothing was seen, or not all was read: that says nothing of what is open
    try:
        _tell(GitHub(), night)
    except requests.RequestException as error:
        annotate("warning", f"the issue could not be brought up to date: {error}")


def _tell(github: GitHub, night: Night) -> None:
    standing = {one.standing.problem.fingerprint: one for one in _open(night)}
    issue = _ours(github)
    if issue is None:
        if standing:
            _create(github, standing)
        return
    path = f"/issues/{issue['number']}"
    known = set(_mark(issue).split())
    new = standing.keys() - known
    gone = known - standing.keys()
    if issue["state"] == "open" and not standing:
        _close(github, path, night)
    elif issue["state"] == "open" and (new or gone):
        github.ask("PATCH", path, body=_body(standing))
        _comment(github, path, _news(standing, new, len(gone)))
    elif issue["state"] == "closed" and new:
        github.ask("PATCH", path, state="open", body=_body(standing))
        _comment(github, path, _news(standing, new, len(gone)))
    elif issue["state"] == "closed" and gone:
        github.ask("PATCH", path, body=_body(standing))  # so that what comes back is news


def _ours(github: GitHub) -> dict[str, Any] | None:
    """Return our issue: an open one before a closed one, the last changed first."""
    found = [
        one
        for one in github.issues(given("ISSUE_LABEL"))
        if one["title"] == given("ISSUE_TITLE") and _MARK.search(one["body"] or "")
    ]
    return min(found, key=lambda one: one["state"] != "open", default=None)


def _mark(issue: Mapping[str, Any]) -> str:
    found = _MARK.search(issue["body"] or "")
    return found[1] if found else ""


def _create(github: GitHub, standing: Mapping[str, Open]) -> None:
    label = given("ISSUE_LABEL")
    made = github.ask(
        "POST", "/issues", title=given("ISSUE_TITLE"), body=_body(standing), labels=[label]
    )
    if label not in {one["name"] for one in made["labels"]}:  # else it would not be found again
        github.ask("POST", f"/issues/{made['number']}/labels", labels=[label])


def _close(github: GitHub, path: str, night: Night) -> None:
    if night.taken:
        said = (
            "What was remembered is lost, so what tonight found was taken as known, with what "
            "this issue lists where it still stands. Only what comes is news."
        )
    else:
        said = "All is well: what was listed here is over, waived, or made good."
    _comment(github, path, f"{said} {_run()}")
    reason = "not_planned" if night.taken else "completed"
    github.ask("PATCH", path, state="closed", state_reason=reason, body=_body({}))


def _comment(github: GitHub, path: str, text: str) -> None:
    github.ask("POST", f"{path}/comments", body=text)


# -- what is open -----------------------------------------------------------------------------


def _open(night: Night) -> Iterator[Open]:
    """Yield each error that came and did not go, but those that a person took as known.

    Not one that our own new version judges otherwise, nor one that tonight is waived or made good.
    """
    levels = {"error", "warning"} if given("FAIL_ON") == "warning" else {"error"}
    for history, findings in _histories(night):
        calm = _calm(findings)
        places = {found.fingerprint: found.where for found in findings}
        after = datetime.now(UTC) + timedelta(days=1)
        for one in Book(read_history(history).lines).open(after):
            problem = one.problem
            news = not one.accepted and problem.level in levels and problem.cause != "tool"
            if news and problem.fingerprint not in calm:
                yield Open(one, places.get(problem.fingerprint))


def _histories(night: Night) -> Iterator[tuple[Path, Sequence[FindingDoc]]]:
    for folder in map(Path, night.papers):
        state = one_corpus(folder, reports())[1] / "state" / "history.jsonl"
        yield state, last_report(folder, reports()).findings
    if night.links:
        document = LinksDocument.model_validate_json(Path(night.links).read_bytes())
        findings = [one for answer in document.links for one in answer.findings]
        yield links_state() / "history.jsonl", findings


def _calm(findings: Sequence[FindingDoc]) -> set[str | None]:
    """Return the names of what tonight is waived, or no more than a remark."""
    loud = {one.fingerprint for one in findings if one.level != "info" and not one.waived}
    return {one.fingerprint for one in findings} - loud


# -- what it says -----------------------------------------------------------------------------


def _body(standing: Mapping[str, Open]) -> str:
    """Return the issue's text: what is open, and where it stands tonight."""
    count = f"**{len(standing)} open error{'' if len(standing) == 1 else 's'}**"
    lines = [_line(one) for one in standing.values()]
    return "\n".join(
        [
            f"<!-- footnoted: {' '.join(sorted(standing))} -->",
            f"The check of sources and links has {count if standing else 'nothing open'}.",
            "",
            *within(lines, "errors", "the report", _ROOM),
            "",
            _FOOT,
        ]
    )


def _line(one: Open) -> str:
    problem = one.standing.problem
    target = "" if problem.target in problem.message else f"{escaped(problem.target)}: "
    told = [*_places(one.where), f"since {one.standing.since:%Y-%m-%d}"]
    told += [f"because {CAUSES[problem.cause]}"] if problem.cause else []
    return f"- **{escaped(problem.rule)}** {target}{escaped(problem.message)} ({'; '.join(told)})"


def _places(where: WhereDoc | None) -> Iterator[str]:
    """Yield by which records it is found, and in which file: what a waiver has to name."""
    if where is None:
        return
    for kind in ("claim", "note", "source"):
        if name := getattr(where, kind):
            yield escaped(f"{kind} {name}")
    if where.file:
        yield escaped(where.file if where.line is None else f"{where.file}:{where.line}")


def _news(standing: Mapping[str, Open], new: Iterable[str], gone: int) -> str:
    lines = [_line(standing[name]) for name in sorted(new)]
    told = [f"New: {len(lines)}"] if lines else []
    told += [f"Over: {gone}"] if gone else []
    return "\n".join([f"{', '.join(told)}. {_run()}", "", *within(lines, "errors", share=_ROOM)])


def _run() -> str:
    server, repository = os.environ["GITHUB_SERVER_URL"], os.environ["GITHUB_REPOSITORY"]
    return f"See [the run]({server}/{repository}/actions/runs/{os.environ['GITHUB_RUN_ID']})."


if __name__ == "__main__":
    main()
