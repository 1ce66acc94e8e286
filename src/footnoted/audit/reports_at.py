"""A report from wherever it lies: a file, a folder with one, or a corpus that was audited."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import ValidationError

from footnoted.audit.last import last_report
from footnoted.corpus.folders import find_papers
from footnoted.errors import FootnotedError
from footnoted.model.base import first_fault
from footnoted.model.report import Report

NAME = "report.json"
_SCHEMA = "footnoted/report/1"


def report_at(path: Path) -> Report:
    """Return the report at `path`: `report.json`, a folder that holds it, or an audited corpus.

    A folder of reports counts where it holds the reports of one paper. Raises FootnotedError in
    one line for what is none.
    """
    if not path.is_dir():
        return read_report(path)
    if (path / NAME).is_file():
        return read_report(path / NAME)
    if find_papers(path):
        return last_report(path, None)
    below = sorted(one for one in path.glob(f"*/{NAME}") if one.is_file())
    if len(below) > 1:
        names = ", ".join(one.parent.name for one in below)
        raise FootnotedError(f"{path}: holds reports of several papers ({names}); name one of them")
    if not below:
        raise FootnotedError(f"{path}: holds neither a {NAME} nor a corpus")
    return read_report(below[0])


def read_report(path: Path) -> Report:
    """Return the report in a file; FootnotedError in one line where it is none of ours."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FootnotedError(f"{path}: cannot be read ({error.strerror})") from error
    try:
        schema = json.loads(data).get("schema")
    except (ValueError, AttributeError, RecursionError):
        raise FootnotedError(f"{path}: not a report ({NAME} of footnoted check)") from None
    if schema != _SCHEMA:
        raise FootnotedError(
            f"{path}: says schema {schema!r}; this version of footnoted reads {_SCHEMA}"
        )
    try:
        return Report.model_validate_json(data)
    except ValidationError as error:
        raise FootnotedError(
            f"{path}: not a report of this version ({first_fault(error)})"
        ) from None
