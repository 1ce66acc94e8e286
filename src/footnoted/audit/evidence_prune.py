"""Thinning out the evidence: what a person wants gone, and what reports and judgements stand on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from footnoted.audit.options import Options
from footnoted.corpus import find_papers
from footnoted.errors import FootnotedError
from footnoted.plan import absolute
from footnoted.store.pruning import Pruned, Wish, prune, would_prune
from footnoted.store.retention import Named

_AGE = re.compile(r"(\d{1,9})\s*(d|days?|w|weeks?|y|years?)", re.IGNORECASE)
_SIZE = re.compile(r"(\d{1,15}(?:\.\d{1,9})?)\s*([kmgt]?)b?", re.IGNORECASE)
_DAYS = {"d": 1, "w": 7, "y": 365}
_BYTES = {"": 1, "k": 1_000, "m": 1_000**2, "g": 1_000**3, "t": 1_000**4}
_SHA256 = re.compile(r"\b[0-9a-f]{64}\b")


def prune_evidence(
    evidence: Path, corpus: Path, reports: Path | None, wish: Wish, *, dry_run: bool
) -> Pruned:
    """Drop old looks that no verdict stands on; with `dry_run` only say which.

    The corpora at `corpus` tell where reports are and what people have judged. Raises
    FootnotedError in one line where one of them cannot be read, since nothing may then go.
    """
    named = named_in(corpus, reports)
    return would_prune(evidence, wish, named) if dry_run else prune(evidence, wish, named)


def named_in(corpus: Path, reports: Path | None) -> Named:
    """Return the looks and bodies that the reports and judgements of the corpora name."""
    looks: set[tuple[str, datetime]] = set()
    payloads: set[str] = set()
    folders = {Options(corpus=one, reports=reports).reports_folder for one in find_papers(corpus)}
    for path in sorted(one for folder in folders for one in folder.rglob("report.json")):
        for shown in _evidence_in(_json(path)):
            if shown["url"] and shown["at"]:
                looks.add((absolute(shown["url"]), _moment(path, shown["at"])))
            else:
                payloads.update(_SHA256.findall(shown["digest"] or ""))
    for folder in find_papers(corpus):
        judgements = folder / "judgements.yaml"
        if judgements.exists():
            payloads.update(_SHA256.findall(_text(judgements)))
    return Named(looks, payloads)


def age(text: str) -> timedelta:
    """Return an age as people write it: `400d`, `6w`, `2y` (365 days each)."""
    match = _AGE.fullmatch(text.strip())
    if match is None:
        raise FootnotedError(f"--older-than {text}: not an age; write it as 400d, 60w or 2y")
    try:
        return timedelta(days=int(match[1]) * _DAYS[match[2][0].lower()])
    except OverflowError:
        raise FootnotedError(f"--older-than {text}: too long") from None


def size(text: str) -> int:
    """Return a size in bytes as people write it: `2GB`, `500M`, of 1,000 bytes a kilobyte."""
    match = _SIZE.fullmatch(text.strip())
    if match is None:
        raise FootnotedError(f"--max-size {text}: not a size; write it as 2GB or 500MB")
    return int(float(match[1]) * _BYTES[match[2].lower()])


def _evidence_in(value: Any) -> Iterator[dict[str, Any]]:
    """Yield whatever a report says a verdict stands on."""
    if isinstance(value, dict):
        if {"url", "at", "digest", "basis"} <= value.keys():
            yield value
        for inner in value.values():
            yield from _evidence_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _evidence_in(inner)


def _json(path: Path) -> Any:
    try:
        return json.loads(_text(path))
    except ValueError as error:
        raise FootnotedError(f"{path}: not a report, so nothing was dropped ({error})") from error


def _moment(path: Path, text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise FootnotedError(f"{path}: not a report, so nothing was dropped ({error})") from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise FootnotedError(f"{path}: cannot be read, so nothing was dropped") from error
