"""Make the README's picture of the report from the demo. Needs Debian's chromium.

Usage: pictures.py [FOLDER]     (default: docs/pictures)
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = [
    "chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def main(arguments: list[str]) -> None:
    """Run the demo in a folder of its own and photograph its report."""
    target = Path(arguments[0]) if arguments else ROOT / "docs" / "pictures"
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "demo"
        demo = [sys.executable, "-m", "footnoted", "demo", "--quiet", "--no-open"]
        subprocess.run([*demo, "--folder", str(folder)], check=True, stdout=subprocess.DEVNULL)
        page = next(folder.glob("reports/*/report.html"))
        picture = target / "report.png"
        subprocess.run(
            [
                *CHROMIUM,
                f"--user-data-dir={scratch}/profile",
                "--window-size=1100,1330",
                f"--screenshot={picture}",
                page.as_uri(),
            ],
            check=True,
            capture_output=True,
        )
    print(f"wrote {picture.relative_to(Path.cwd()) if picture.is_absolute() else picture}")


if __name__ == "__main__":
    main(sys.argv[1:])
