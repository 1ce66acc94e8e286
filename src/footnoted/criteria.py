"""Names for what a corpus asks, by its words alone: equal names mean equal questions (pure).

No line number, file or position enters: moving a record changes nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from footnoted.model.corpus import Corpus
from footnoted.model.records import FigureRecord, QuotationRecord

DIGITS = 20
"""Hex digits of a name: 80 bits, so that no two of a million coincide by chance."""


def criterion_digest(source: str, part: QuotationRecord | FigureRecord, locator: str | None) -> str:
    """Return the name of a criterion: a part, the source in which it is looked for, and where.

    All that comparing reads enters: the part's own record, whole, and the locator.
    """
    kind = "quotation" if isinstance(part, QuotationRecord) else "figure"
    return _digest([kind, source, locator, _told(part)])


def record_digests(corpus: Corpus) -> Mapping[str, str]:
    """Return the digest of each record by its name (`claim:ID`, `note:ID`, `source:ID`)."""
    named: dict[str, BaseModel] = {
        **{f"claim:{ident}": record for ident, record in corpus.claims.items()},
        **{f"note:{ident}": record for ident, record in corpus.notes.items()},
        **{f"source:{ident}": record for ident, record in corpus.sources.items()},
    }
    return {name: _digest(_told(record)) for name, record in named.items()}


def _told(record: BaseModel) -> Any:
    return record.model_dump(mode="json", exclude_defaults=True)


def _digest(told: Any) -> str:
    named = json.dumps(told, sort_keys=True, ensure_ascii=True).encode("ascii")
    return hashlib.sha256(named).hexdigest()[:DIGITS]
