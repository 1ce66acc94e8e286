"""`scripts/pictures.py`: the README's pictures are made from the demo, and all of them are."""

from __future__ import annotations

import re
import struct
import subprocess
import sys
from pathlib import Path

import chromium

pytestmark = chromium.MARKS
ROOT = Path(__file__).resolve().parent.parent
PICTURE = re.compile(r"!\[[^\]]+\]\((?:docs/)?pictures/([\w-]+\.png)\)")


def size(picture: Path) -> tuple[int, int]:
    """Return width and height, from a PNG's first chunk."""
    head = picture.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", head[16:24])
    return width, height


def test_the_pictures_in_the_docs_are_those_that_the_script_makes(tmp_path: Path) -> None:
    """In the size in which they are kept, give or take a line that wraps otherwise."""
    folder = tmp_path / "pictures"
    script = [sys.executable, str(ROOT / "scripts" / "pictures.py"), str(folder)]
    subprocess.run(script, check=True, capture_output=True, timeout=110)
    made = {one.name for one in folder.iterdir()}
    kept = ROOT / "docs" / "pictures"
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    shown = {name for page in pages for name in PICTURE.findall(page.read_text("utf-8"))}
    assert made == shown == {one.name for one in kept.iterdir()}
    for name in sorted(made):
        (width, height), (its_width, its_height) = size(folder / name), size(kept / name)
        assert width == its_width
        assert abs(height - its_height) < 120
