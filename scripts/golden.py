"""Writes `tests/golden/`: what each format is for the made-up audit of the tests.

Run it after a format has changed, and read the difference that git shows.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from footnoted.files import write_beside
from golden_files import FOLDER, golden_files


def main() -> None:
    """Write every golden file, and remove those that nothing is written to any more."""
    FOLDER.mkdir(exist_ok=True)
    wanted = golden_files()
    for name, data in wanted.items():
        write_beside(FOLDER / name, data)
    for path in FOLDER.iterdir():
        if path.name not in wanted:
            path.unlink()
    print(f"{len(wanted)} files in {FOLDER}")


if __name__ == "__main__":
    main()
