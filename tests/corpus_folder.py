"""Corpora on disk for tests: records given as mappings, written as YAML."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Rows = Sequence[Mapping[str, Any]]


def write_corpus(
    home: Path,
    *,
    ident: str = "p",
    issued: str = "2013-10",
    sources: Rows = (),
    notes: Rows = (),
    claims: Rows = (),
    **files: Rows,
) -> Path:
    """Write `claims/<ident>` below `home` and return it; `files` are further files of records."""
    folder = home / "claims" / ident
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "paper.yaml").write_text(
        f"id: {ident}\ntitle: A made-up paper\nissued: '{issued}'\n", encoding="utf-8"
    )
    for name, rows in {"sources": sources, "notes": notes, "01-first": claims, **files}.items():
        lines = [f"- {json.dumps(row, ensure_ascii=False)}" for row in rows]
        (folder / f"{name}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def cited(ident: str, url: str | None, label: str, **source: Any) -> tuple[dict[str, Any], ...]:
    """Return a source at `url` and the note `label` that cites it in full."""
    work: dict[str, Any] = {"id": ident, "title": f"Work {ident}", **source}
    work |= {"URL": url} if url else {"medium": "print"}
    note = {"id": label, "text": f"Work {ident}.", "entries": [{"source": ident}]}
    return work, note


def quoting(ident: str, label: str, *words: str, **more: Any) -> dict[str, Any]:
    """Return a claim on note `label` that quotes `words`."""
    return {
        "id": ident,
        "says": f"Statement {ident}.",
        "at": {"start": "Some words"},
        "note": label,
        "quotations": [{"text": one} for one in words],
        **more,
    }
