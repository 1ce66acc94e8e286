"""The step that shows: step summary, JUnit, SARIF, and counts as outputs."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from footnoted.audit.exits import BLIND, fails
from footnoted.audit.last import last_report, one_corpus
from footnoted.model.documents import LinksDocument
from footnoted.reports import links_junit, links_markdown, render
from footnoted.reports.links_words import news_counts
from night import Night, asked, given, links_state, put, reports

LIMIT = 1024 * 1024 - 2048
"""A step summary of GitHub's may have 1 MiB; a little is left for what other steps say."""


@dataclass
class _Shown:
    """What was written, and how many findings are news."""

    summary: list[str] = field(default_factory=list)
    junit: list[Path] = field(default_factory=list)
    sarif: list[Path] = field(default_factory=list)
    new: int = 0
    fixed: int = 0


def main() -> None:
    """Write the reports of the night."""
    night = Night.read()
    shown = _Shown()
    for folder in night.papers:
        _show_paper(shown, Path(folder))
    if night.links:
        _show_links(shown, Path(night.links))
    if asked("SUMMARY"):
        _summarize(_first_lines(night), shown.summary)
    put("reports", reports() if night.papers else links_state())
    put("junit", " ".join(map(str, shown.junit)))
    put("sarif", shown.sarif[0].parent if shown.sarif else "")
    put("new", shown.new)
    put("fixed", shown.fixed)


def _show_paper(shown: _Shown, folder: Path) -> None:
    report = last_report(folder, reports())
    home = one_corpus(folder, reports())[1]
    shown.summary.append((home / "report.md").read_text("utf-8"))
    shown.new += report.summary.new
    shown.fixed += report.summary.fixed
    if asked("JUNIT"):
        shown.junit.append(home / "junit.xml")
        shown.junit[-1].write_text(render(report, "junit"), encoding="utf-8")
    if asked("SARIF"):
        shown.sarif.append(reports() / "sarif" / f"{home.name}.sarif")
        shown.sarif[-1].parent.mkdir(parents=True, exist_ok=True)
        shown.sarif[-1].write_text(render(report, "sarif"), encoding="utf-8")


def _show_links(shown: _Shown, answers: Path) -> None:
    document = LinksDocument.model_validate_json(answers.read_bytes())
    shown.summary.append(links_markdown.render(document))
    new, fixed, _ = news_counts(document)
    shown.new += new
    shown.fixed += fixed
    if asked("JUNIT"):
        fail_on = given("FAIL_ON") or "new-error"
        text = links_junit.render(document, lambda one: fails(one, fail_on))
        shown.junit.append(answers.with_name("junit.xml"))
        shown.junit[-1].write_text(text, encoding="utf-8")


def _first_lines(night: Night) -> str:
    """Say what the night came to, before the reports do at length."""
    if night.taken:
        return (
            "> **First night.** Nothing is remembered of an earlier one: what was found is taken "
            "as known, and only what comes is news. Was there an earlier night? Then the branch "
            "with the state is lost.\n\n"
        )
    if night.code == BLIND:
        return "> **Nothing could be looked at.** The third day in a row of that is red.\n\n"
    if night.papers or night.links:
        return ""
    return "> **Nothing was checked:** see the log of the run.\n\n"


def _summarize(head: str, parts: list[str]) -> None:
    """Add to the step summary, as long as it is not full; a report that does not fit is named."""
    path = Path(os.environ["GITHUB_STEP_SUMMARY"])
    room = LIMIT - (path.stat().st_size if path.exists() else 0)
    text = head
    for part in parts:
        fits = len(f"{text}{part}\n".encode()) <= room
        text += f"{part}\n" if fits else f"{part.splitlines()[0]}\n\nSee the reports: no room.\n\n"
    with path.open("a", encoding="utf-8") as out:
        out.write(text)


if __name__ == "__main__":
    main()
