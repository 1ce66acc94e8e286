"""`footnoted archive suggest`: what the last audit found, written into `sources.yaml`."""

from __future__ import annotations

import difflib
import re
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from footnoted.audit.corpora import one_folder
from footnoted.audit.last import last_report
from footnoted.audit.options import Options
from footnoted.audit.suggestions import Suggestion, suggestions
from footnoted.corpus import (
    SourcesFile,
    read_corpus,
    read_sources,
    shown_path,
    with_additions,
)
from footnoted.errors import UnreadableCorpusError
from footnoted.files import write_beside
from footnoted.model.finding import Finding
from footnoted.store.saved import read_saved

SAVED = "state/saved.jsonl"
"""Where a paper's captures made on request stand in its folder of reports."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """What is suggested, the file as it would be, and whether it was written."""

    file: SourcesFile
    text: str
    told: tuple[Suggestion, ...]

    def diff(self) -> list[str]:
        """Return the change as a unified diff."""
        name = shown_path(self.file.path.parent) + f"/{self.file.path.name}"
        before, after = (text.splitlines() for text in (self.file.text, self.text))
        return list(difflib.unified_diff(before, after, f"a/{name}", f"b/{name}", lineterm=""))

    def write(self) -> None:
        """Write the file; WriteRefusedError if it was changed since it was read."""
        if self.text != self.file.text:
            self.file.replace(self.text)


def suggest(corpus: Path, reports: Path | None) -> Suggested:
    """Return what the last audit of the one corpus at `corpus` suggests; nothing is written yet.

    Every line that is in the file stays as it is. Raises FootnotedError in one line where there
    was no audit, where the corpus cannot be read, or where it would not read as before with the
    additions.
    """
    report = last_report(corpus, reports)
    folder = one_folder(corpus)
    options = Options(corpus=folder, reports=reports)
    file = read_sources(folder)
    reading = read_corpus(folder)
    assert reading.corpus, "its last report was found by its id"
    saved = read_saved(options.reports_folder / reading.corpus.paper.id / SAVED)
    told = suggestions(report, reading.corpus, saved)
    text = with_additions(file, [one.addition for one in told])
    _read_again(folder, file, text, reading.findings)
    return Suggested(file, text, told)


def _read_again(folder: Path, file: SourcesFile, text: str, before: Sequence[Finding]) -> None:
    """Raise UnreadableCorpusError if the corpus would have a fault that it has not now."""
    with tempfile.TemporaryDirectory() as aside:
        for path in folder.iterdir():
            if path.is_file() and path.suffix in {".yaml", ".yml"}:
                data = text.encode() if path.name == file.path.name else path.read_bytes()
                write_beside(Path(aside) / path.name, data)
        after = read_corpus(Path(aside), shown=shown_path(folder)).findings
    fresh = Counter(map(_told, after)) - Counter(map(_told, before))
    if fresh:
        # What is only left out for want of another record comes after that record's fault.
        rule, message = min(fresh, key=lambda one: one[0] == "record-left-out")
        raise UnreadableCorpusError(f"{file.path}: not written: {message} [{rule}]")


def _told(finding: Finding) -> tuple[str, str]:
    """Return what tells a finding; lines that its message names have moved."""
    return finding.rule, re.sub(r"\d+", "N", finding.message)
