"""Make the README's pictures of the report from the demo. Needs Debian's chromium and its driver.

Usage: pictures.py [FOLDER]     (default: docs/pictures)
"""

from __future__ import annotations

import base64
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from selenium import webdriver
from selenium.webdriver.common.by import By

import chromium

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
WIDTH = 1100
OVERVIEW = (0, 0, WIDTH, 1330)
CLAIM = "claim-northern-sluice"
MARGIN = 8
"""Pixels of the page around the claim."""


def main(arguments: list[str]) -> None:
    """Run the demo in a folder of its own and photograph its report."""
    target = Path(arguments[0]) if arguments else PICTURES
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        page = demo_report(Path(scratch))
        browser = chromium.start(Path(scratch) / "profile", scripts=True)
        try:
            chromium.resize(browser, WIDTH)
            browser.get(page.as_uri())
            for name, area in (("report", OVERVIEW), ("evidence", area_of(browser, CLAIM))):
                (target / f"{name}.png").write_bytes(photograph(browser, area))
                print(f"wrote {target / name}.png")
        finally:
            browser.quit()


def demo_report(home: Path) -> Path:
    """Run the demo in `home`, so that its records have short paths; return its report."""
    demo = [sys.executable, "-m", "footnoted", "demo", "--quiet", "--no-open"]
    subprocess.run(demo, cwd=home, check=True, stdout=subprocess.DEVNULL)
    return next(home.glob("footnoted-demo/reports/*/report.html"))


def area_of(browser: webdriver.Chrome, name: str) -> tuple[int, int, int, int]:
    """Return left, top, width and height of an element with a margin, in pixels of the page."""
    box = browser.find_element(By.ID, name).rect
    return (
        max(0, int(box["x"]) - MARGIN),
        int(box["y"]) - MARGIN,
        int(box["width"]) + 2 * MARGIN,
        int(box["height"]) + 2 * MARGIN,
    )


def photograph(browser: webdriver.Chrome, area: tuple[int, int, int, int]) -> bytes:
    """Return an area of the page as PNG, also where it is not on the screen."""
    clip = dict(zip(("x", "y", "width", "height"), area, strict=True)) | {"scale": 1}
    asked = {"clip": clip, "captureBeyondViewport": True}
    taken = browser.execute_cdp_cmd("Page.captureScreenshot", asked)
    return base64.b64decode(taken["data"])


if __name__ == "__main__":
    main(sys.argv[1:])
