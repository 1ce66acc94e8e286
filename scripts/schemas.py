"""Writes `docs/schemas/*.json` from the models; run it after a change of a model."""

from __future__ import annotations

from pathlib import Path

from footnoted.corpus.schemas import schemas
from footnoted.files import write_beside

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "schemas"


def main() -> None:
    """Write every schema, and remove those that no model has any more."""
    wanted = schemas()
    for name, text in wanted.items():
        write_beside(FOLDER / name, text.encode())
    for path in FOLDER.glob("*.json"):
        if path.name not in wanted:
            path.unlink()
    print(f"{len(wanted)} schemas in {FOLDER}")


if __name__ == "__main__":
    main()
