"""Several papers in one run: what they share, and what is known of them together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from footnoted import __version__, plan
from footnoted.audit import Audit
from footnoted.audit.archive_reach import with_archives
from footnoted.audit.begin import CHECKS
from footnoted.audit.corpora import papers_at
from footnoted.audit.last import last_report
from footnoted.audit.options import Clock, Options
from footnoted.audit.pool import Pool, page_of
from footnoted.corpus import read_corpus
from footnoted.criteria import record_digests
from footnoted.errors import FootnotedError
from footnoted.files import write_beside
from footnoted.model.library import Library
from footnoted.reports import LIBRARY_FORMATS, render_library
from footnoted.reports.library import PaperReport, library_of
from footnoted.store.memory import read_memory
from footnoted.web.manners import Manners

_Known = dict[str, str | None]
"""What a paper remembers of the pages it names: each one's digest, None where it cannot tell."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How the audit of the paper in `folder` ended: with a report, or with a problem in a line."""

    folder: Path
    audit: Audit | None
    problem: str | None = None


def shared_pool(options: Options, folders: Sequence[Path], clock: Clock) -> Pool:
    """Return what the audits of the papers in `folders` share; the run begins now."""
    settings = with_archives(options.fetch, options.archives)
    known = [_known(replace(options, corpus=folder)) for folder in folders]
    return Pool(clock.now(), Manners(settings), _told_apart(known))


def _told_apart(papers: Iterable[_Known]) -> frozenset[str]:
    """Return the pages that several papers name, and of which they do not know the same.

    The answer that nothing changed would tell one of them something, and another nothing.
    """
    digests: dict[str, list[str | None]] = {}
    for known in papers:
        for page, digest in known.items():
            digests.setdefault(page, []).append(digest)
    return frozenset(
        page
        for page, each in digests.items()
        if len(each) > 1 and (None in each or len(set(each)) > 1)
    )


def _known(options: Options) -> _Known:
    corpus = read_corpus(options.corpus).corpus
    if corpus is None:
        return {}
    memory = read_memory(options.reports_folder / corpus.paper.id / CHECKS).memory
    same = memory.version == __version__ and memory.records == dict(record_digests(corpus))
    asked = {one for source in corpus.sources.values() for one in plan.questions(source)}
    known: _Known = {}
    for question in asked:
        look = memory.look(question.url, question.basis) if same else None
        known[page_of(question.url)] = look.digest if look else None
    return known


def write_library(reports: Path | None, ended: Sequence[Ended]) -> tuple[Library, Path | None]:
    """Lay the reports of several papers together, and write them as `reports/library.*`.

    Where one of them stands apart (looks are missing), so does this, as `library-partial.*`.
    Returns it with its page; without `reports` nothing is written. Raises WriteRefusedError in
    one line where it cannot be.
    """
    library = library_of((_row(one, reports) for one in ended), __version__)
    if reports is None:
        return library, None
    whole = all(one.audit is None or one.audit.folder.parent == reports for one in ended)
    stem = "library" if whole else "library-partial"
    for form in LIBRARY_FORMATS:
        write_beside(reports / f"{stem}.{form}", render_library(library, form).encode())
    return library, reports / f"{stem}.html"


def last_library(path: Path, reports: Path | None) -> Library:
    """Return the last audits of all papers at `path` together; one that has none says why."""
    rows = []
    for folder in papers_at(path):
        place = Options(corpus=folder, reports=reports).reports_folder
        try:
            report = last_report(folder, reports)
        except FootnotedError as error:
            rows.append(PaperReport(folder.name, str(folder), None, problem=_first(str(error))))
            continue
        href = _href(place / report.corpus.id, place)
        rows.append(PaperReport(report.corpus.id, str(folder), report, href))
    return library_of(rows, __version__)


def _row(one: Ended, reports: Path | None) -> PaperReport:
    if one.audit is None:
        return PaperReport(one.folder.name, str(one.folder), None, problem=_first(one.problem))
    report = one.audit.report
    return PaperReport(
        report.corpus.id, str(one.folder), report, _href(one.audit.folder, reports), one.problem
    )


def _first(problem: str | None) -> str:
    """Return the first line of what stopped an audit, and how many there are more."""
    lines = (problem or "").splitlines() or [""]
    return lines[0] if len(lines) == 1 else f"{lines[0]} (and {len(lines) - 1} more)"


def _href(folder: Path, reports: Path | None) -> str | None:
    """Return how `library.html` leads to a paper's report, None where it lies elsewhere."""
    if reports is None or not folder.is_relative_to(reports):
        return None
    return quote((folder.relative_to(reports) / "report.html").as_posix())
