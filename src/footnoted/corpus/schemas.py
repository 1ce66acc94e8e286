"""JSON Schemas of the files that people edit and of the documents that programs read.

Generated from the models, so that they never differ from what is read and written; written to
`docs/schemas/` by `footnoted schemas`.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel, TypeAdapter

from footnoted.model.bisected import BisectDocument
from footnoted.model.config import ConfigDocument
from footnoted.model.coverage import CoverageDocument
from footnoted.model.difference import DifferenceDocument
from footnoted.model.documents import (
    CompareAnswer,
    CompareCase,
    ExtractDocument,
    LinksDocument,
    LintDocument,
)
from footnoted.model.history import HistoryDocument
from footnoted.model.judgement import Judgement
from footnoted.model.library import Library
from footnoted.model.records import (
    ClaimRecord,
    Exemption,
    NoteRecord,
    PaperRecord,
    SourceRecord,
    Waiver,
)
from footnoted.model.remembered import Memory
from footnoted.model.report import Report
from footnoted.model.review import ReviewDocument
from footnoted.model.settings import Settings
from footnoted.model.shard import Shard
from footnoted.model.update import UpdateDocument

RECORDS: dict[str, type[BaseModel]] = {
    "sources": SourceRecord,
    "notes": NoteRecord,
    "claims": ClaimRecord,
    "exemptions": Exemption,
    "judgements": Judgement,
    "waivers": Waiver,
}
DOCUMENTS: dict[str, type[BaseModel]] = {
    "extract": ExtractDocument,
    "lint": LintDocument,
    "coverage": CoverageDocument,
    "update": UpdateDocument,
    "links": LinksDocument,
    "compare-answer": CompareAnswer,
    "report": Report,
    "library": Library,
    "shard": Shard,
    "diff": DifferenceDocument,
    "checks": Memory,
    "bisect": BisectDocument,
    "history": HistoryDocument,
    "review": ReviewDocument,
    "config": ConfigDocument,
}
"""Documents that the program writes; `compare-case` is the one that it reads."""


def schemas() -> dict[str, str]:
    """Return the text of every schema file, by its name."""
    alone: dict[str, type[BaseModel]] = {"paper": PaperRecord, "settings": Settings}
    found = {name: _as_written(record.model_json_schema()) for name, record in alone.items()}
    for name, record in RECORDS.items():
        found[name] = _as_written(TypeAdapter(list[record]).json_schema())  # type: ignore[valid-type]
    for name, document in DOCUMENTS.items():
        found[name] = document.model_json_schema(mode="serialization")
    found["compare-case"] = CompareCase.model_json_schema()
    return {f"{name}.json": _text(name, schema) for name, schema in found.items()}


def _as_written(node: Any) -> Any:
    """Leave out `null`: in the files of a corpus an absent field is left out, never null."""
    if isinstance(node, list):
        return [_as_written(one) for one in node if one != {"type": "null"}]
    if not isinstance(node, dict):
        return node
    kept = {
        name: _as_written(value)
        for name, value in node.items()
        if not (name == "default" and value is None)
    }
    choices = kept.get("anyOf")
    if isinstance(choices, list) and len(choices) == 1:
        del kept["anyOf"]
        return {**choices[0], **kept}
    return kept


def _text(name: str, schema: dict[str, Any]) -> str:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"footnoted {name}"}
    return (
        json.dumps({**head, **schema, "title": head["title"]}, indent=2, ensure_ascii=False) + "\n"
    )
