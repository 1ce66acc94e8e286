"""The last audit, from its `report.json`."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from footnoted.audit.corpora import one_folder
from footnoted.audit.options import Options
from footnoted.corpus import read_corpus
from footnoted.errors import FootnotedError, UnreadableCorpusError, WriteRefusedError
from footnoted.model.base import first_fault
from footnoted.model.corpus import Corpus
from footnoted.model.report import Report


class NoAuditError(FootnotedError):
    """A corpus was never audited: there is no report of it yet."""


def last_report(corpus: Path, reports: Path | None) -> Report:
    """Return the last audit of the one corpus at `corpus`.

    Raises NoAuditError in one line where there was none, FootnotedError where its file is not
    one of ours.
    """
    _, reports_of_it = one_corpus(corpus, reports)
    path = reports_of_it / "report.json"
    try:
        return Report.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        raise NoAuditError(f"{path}: no audit yet; run footnoted check {corpus}") from None
    except OSError as error:
        raise FootnotedError(f"{path}: cannot be read ({error.strerror})") from error
    except ValidationError as error:
        raise FootnotedError(
            f"{path}: not a report of this version ({first_fault(error)}); "
            f"run footnoted check {corpus}"
        ) from None


def last_report_if_any(corpus: Path, reports: Path | None) -> Report | None:
    """Return the last audit of the one corpus at `corpus`, None where there was none."""
    try:
        return last_report(corpus, reports)
    except NoAuditError:
        return None


def one_corpus(folder: Path, reports: Path | None) -> tuple[Corpus, Path]:
    """Return the one corpus at `folder`, and the folder of its reports.

    Raises UnreadableCorpusError in one line where there are several, or none that can be read.
    """
    one = one_folder(folder)
    corpus = read_corpus(one).corpus
    if corpus is None:
        raise UnreadableCorpusError(f"{one}: no paper can be read; run footnoted lint")
    options = Options(corpus=one, reports=reports)
    refuse_file(options.reports_folder)
    return corpus, options.reports_folder / corpus.paper.id


def refuse_file(reports: Path) -> None:
    """Raise WriteRefusedError in one line where something else stands in the reports' place."""
    if reports.exists() and not reports.is_dir():
        raise WriteRefusedError(
            f"{reports}: a file stands where the reports go; move it, or name a folder with "
            "--reports"
        )
