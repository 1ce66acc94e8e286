"""Runs: which captures belong to one audit, as WARC records."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime

from footnoted.store.records import WarcRecord, make_record, to_json, warc_date

RUN_TARGET = "urn:footnoted:run:"
RUN_SCHEMA = "footnoted/run/1"


@dataclass(frozen=True, slots=True)
class Run:
    """One audit: `key` names what is audited, `as_of` is its time (UTC).

    `ended` is False for a run that was interrupted or is still going on.
    """

    ident: str
    key: str
    as_of: datetime
    ended: bool = False


def new_run(as_of: datetime, key: str) -> Run:
    """Return a new run with an id that tells its time and key; ValueError without a time zone."""
    if as_of.tzinfo is None:
        raise ValueError(f"{as_of} has no time zone; evidence is kept in UTC")
    day = as_of.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    return Run(f"{day}-{mark_of(key)}-{uuid.uuid4().hex[:8]}", key, as_of)


def mark_of(key: str) -> str:
    """Return what the ids of all runs of `key` have in them: eight hex digits.

    So that a look tells what it was made for also when its run can no longer be replayed.
    """
    return hashlib.sha256(key.encode()).hexdigest()[:8]


def run_record(run: Run, event: str, at: datetime) -> WarcRecord:
    """Return the record that says that `run` began or ended (`event` is `begin` or `end`)."""
    told = {
        "schema": RUN_SCHEMA,
        "event": event,
        "run": run.ident,
        "key": run.key,
        "as_of": warc_date(run.as_of),
    }
    fields = {"WARC-Target-URI": f"{RUN_TARGET}{run.ident}", "Content-Type": "application/json"}
    return make_record("metadata", at, fields, body=to_json(told))
