"""The step that looks: runs the check, takes a first night as the start, and judges red or green.

It ends with 0 whatever was found: reports, issue and state come before the job turns red.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from footnoted.audit.corpora import papers_at
from footnoted.audit.exits import BLIND, FINDINGS, FINE, exit_code
from footnoted.audit.last import one_corpus
from footnoted.errors import FootnotedError
from footnoted.model.report import Report
from night import (
    Night,
    annotate,
    asked,
    given,
    lines,
    links_state,
    program,
    put,
    reports,
)

FIRST = (
    "first night: nothing is remembered of an earlier one, so what was found is taken as known "
    "({taken}). If there were earlier nights, the state branch is lost: see docs/nightly.md"
)


def main() -> None:
    """Check the corpus, the links, or both; tell the other steps what it came to."""
    night = Night()
    begun = set(lines("BEGUN"))
    corpora, files = lines("CORPUS"), lines("FILES")
    if not corpora and not files:
        sys.exit("footnoted: give the action corpus, files, or both")
    if corpora:
        _check_corpora(night, corpora, begun=bool(begun - {str(links_state())}))
    if files:
        _check_links(night, files, begun=str(links_state()) in begun)
    night.red = night.code not in {FINE, BLIND}
    if night.taken:
        annotate("warning", FIRST.format(taken="; ".join(night.taken)))
    if night.code == BLIND:
        annotate("warning", "nothing could be looked at; on the third day in a row that is red")
    night.write()
    put("exit-code", night.code)
    put("first-night", str(bool(night.taken)).lower())


def _run(*words: str | Path) -> int:
    """Run a command of footnoted, its output in the log, and return its exit code."""
    print(f"[command]footnoted {' '.join(map(str, words))}", flush=True)
    return subprocess.run([program(), *map(str, words)], check=False).returncode


def _options() -> list[str]:
    fail_on, vantage = given("FAIL_ON"), given("VANTAGE")
    named = [("--fail-on", fail_on), ("--vantage", vantage)]
    return [word for option, value in named if value for word in (option, value)]


def _takes(code: int, *, begun: bool) -> bool:
    """Tell whether this is a first night whose findings are to be taken as known."""
    wanted = asked("BASELINE") and asked("SAVE_STATE") and not given("CHANGED_SINCE")
    start = wanted and not begun and given("FAIL_ON") in {"", "new-error"}
    return start and code in {FINE, FINDINGS}


def gravest(codes: Collection[int]) -> int:
    """Return the gravest exit code; that nothing could be seen of one thing hides nothing found."""
    broken = set(codes) - {FINE, FINDINGS, BLIND}
    if broken:
        return max(broken)
    return FINDINGS if FINDINGS in codes else max(codes, default=FINE)


# -- a corpus ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Paper:
    """A corpus, where its report is, and the report as it was before the night."""

    folder: Path
    report: Path
    before: bytes | None

    def audited(self) -> Report | None:
        """Return the report if the night made it."""
        data = _bytes(self.report)
        return Report.model_validate_json(data) if data and data != self.before else None


def _papers(corpora: Sequence[str]) -> list[_Paper]:
    found = []
    for folder in dict.fromkeys(one for path in corpora for one in papers_at(Path(path))):
        report = one_corpus(folder, reports())[1] / "report.json"
        found.append(_Paper(folder, report, _bytes(report)))
    return found


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _check_corpora(night: Night, corpora: Sequence[str], *, begun: bool) -> None:
    try:
        papers = _papers(corpora)
    except FootnotedError:
        papers = []  # the check says what is wrong, in all its lines
    named = [("--paper", given("PAPER")), ("--changed-since", given("CHANGED_SINCE"))]
    more = [word for option, value in named if value for word in (option, value)]
    code = _run("check", *corpora, "--reports", reports(), *_options(), *more, *lines("ARGS"))
    made = {one.folder: report for one in papers if (report := one.audited())}
    night.papers = [str(folder) for folder in made]
    codes = [exit_code(one, 0, given("FAIL_ON") or "new-error") for one in made.values()]
    if _takes(gravest([*codes, code]), begun=begun):
        for folder, report in made.items():
            if _run("baseline", folder, "--reports", reports()):
                sys.exit(f"footnoted: the first night of {folder} could not be taken as the start")
            counts = report.summary.findings
            told = f"{counts['error']} errors and {counts['warning']} warnings of {folder}"
            night.taken.append(told)
        code, codes = FINE, []
    night.code = gravest([night.code, code, *codes])


# -- plain links ------------------------------------------------------------------------------


def _check_links(night: Night, files: Sequence[str], *, begun: bool) -> None:
    state = links_state()
    state.mkdir(parents=True, exist_ok=True)
    answers = state / "links.json"
    answers.unlink(missing_ok=True)
    more = [*_options(), "--format", "json", "-o", str(answers), *lines("LINKS_ARGS")]
    code = _run("links", *files, "--state", state, *more)
    night.links = str(answers) if answers.exists() else None
    if _takes(code, begun=begun):
        if (state / "history.jsonl").exists() and _run("baseline", "--state", state):
            sys.exit("footnoted: the first night of the links could not be taken as the start")
        night.taken.append(f"those of the links in {', '.join(files)}")
        code = FINE
    night.code = gravest([night.code, code])


if __name__ == "__main__":
    main()
