"""Print a release's section of the changelog, if the tag, the version and the section agree.

Usage: release_notes.py TAG [FOLDER]

TAG is `v` and the version; FOLDER is the repository. Ends with one line where something is amiss.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

VERSION = re.compile(r'^__version__ = "([^"]+)"$', re.MULTILINE)
SECTION = re.compile(r"^## (\S+) \(([^)\n]+)\)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


def main(arguments: list[str]) -> None:
    """Print the notes, or end with what is wrong."""
    tag = arguments[0]
    folder = Path(arguments[1]) if arguments[1:] else Path(__file__).resolve().parent.parent
    version = VERSION.search((folder / "src/footnoted/__init__.py").read_text("utf-8"))
    if version is None or tag != f"v{version[1]}":
        has = version[1] if version else "none"
        sys.exit(f"the tag is {tag}, but __version__ in src/footnoted/__init__.py is {has}")
    sections = SECTION.findall((folder / "CHANGELOG.md").read_text("utf-8"))
    found = [(day, notes.strip()) for name, day, notes in sections if name == version[1]]
    if len(found) != 1:
        sys.exit(f"CHANGELOG.md has {len(found)} sections '## {version[1]} (YYYY-MM-DD)', not one")
    day, notes = found[0]
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", day):
        sys.exit(f"CHANGELOG.md says '({day})' of {version[1]}: write the day of the release")
    if not notes:
        sys.exit(f"CHANGELOG.md says nothing of {version[1]}")
    print(notes)


if __name__ == "__main__":
    main(sys.argv[1:])
