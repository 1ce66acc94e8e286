"""`library.json`: several papers for other programs, and the source of the other formats."""

from __future__ import annotations

import json

from footnoted.model.library import Library


def render(library: Library) -> str:
    """Return `library` as JSON: `schema` first, two spaces, one newline at the end."""
    document = library.model_dump(mode="json", by_alias=True)
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
