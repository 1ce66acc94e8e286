"""Debian's Chromium for the browser tests: how it is started, and what it is asked."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

CHROMIUM = shutil.which("chromium")
DRIVER = shutil.which("chromedriver")
MARKS = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not (CHROMIUM and DRIVER), reason="needs Debian's packages chromium and chromium-driver"
    ),
]
_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def start(profile: Path, *, scripts: bool) -> webdriver.Chrome:
    """Start a browser that logs each request, and runs pages' scripts or not."""
    options = Options()
    options.binary_location = str(CHROMIUM)
    for flag in (*_FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    if not scripts:
        off = {"profile.managed_default_content_settings.javascript": 2}
        options.add_experimental_option("prefs", off)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    return webdriver.Chrome(options=options, service=Service(str(DRIVER)))


def resize(browser: webdriver.Chrome, width: int, height: int = 900) -> None:
    """Set the size of the viewport itself: a window cannot be as narrow as a phone."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


def scheme(browser: webdriver.Chrome, name: str) -> None:
    """Make `light` or `dark` the reader's colour scheme; empty for the browser's own."""
    features = [{"name": "prefers-color-scheme", "value": name}] if name else []
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def log(browser: Any, kind: str) -> list[dict[str, Any]]:
    """Return a log's entries since the last call; selenium leaves `get_log` untyped."""
    entries: list[dict[str, Any]] = browser.get_log(kind)
    return entries


def requests(browser: webdriver.Chrome) -> list[str]:
    """Return the addresses that the browser asked for since the last call."""
    messages = [json.loads(entry["message"])["message"] for entry in log(browser, "performance")]
    return [
        message["params"]["request"]["url"]
        for message in messages
        if message["method"] == "Network.requestWillBeSent"
    ]


def visible_to_a_reader(browser: webdriver.Chrome, element: object) -> bool:
    """Ask the browser whether the element is laid out and not skipped in a closed fold."""
    check = "return arguments[0].checkVisibility({contentVisibilityAuto: true})"
    return bool(browser.execute_script(check, element))
