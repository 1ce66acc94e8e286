"""Archives that asked to be left alone: known from audits, and told to the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from footnoted.audit.archive_memory import archives_doc, known_of_archives
from footnoted.model.capture import Capture
from footnoted.store.memory import read_memory, write_memory
from footnoted.web.settings import FetchSettings


def resting(checks: Path, now: datetime) -> dict[str, str]:
    """Return the hosts of archives that are not to be asked at `now`, each with why."""
    known = known_of_archives(read_memory(checks).memory.archived)
    return known.manners.closed(now)


def note_rests(checks: Path, captures: Iterable[Capture], settings: FetchSettings) -> None:
    """Note in `checks.json` which archives asked to be left alone, and which no longer do.

    The file is not touched where nothing changed: all else in it is an audit's.
    """
    memory = read_memory(checks).memory
    known = known_of_archives(memory.archived)
    manners = known.manners.after(captures, settings)
    if manners != known.manners:
        archived = archives_doc(replace(known, manners=manners))
        write_memory(checks, memory.model_copy(update={"archived": archived}))
