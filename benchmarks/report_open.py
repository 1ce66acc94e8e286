"""How fast a report of many claims opens in Chromium, and how fast it is searched and filtered.

Usage: python -m benchmarks.report_open [CLAIMS]     (default: 10000)

The report is made up: the claims of the tests' sample over and over, with four notes to ten claims.
A fresh page is opened RUNS times; times are the browser's own (Navigation Timing, Paint Timing;
the processor's time of the page's main thread until it is loaded, which a busy machine changes
little), and of a filter or a search from the input to the first frame that shows its outcome. Needs
Debian's packages chromium and chromium-driver.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from footnoted.reports import render

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
import chromium
from sample_reports import big_report

RUNS = 5
_OPENED = """
const [entry] = performance.getEntriesByType("navigation");
const [paint] = performance.getEntriesByName("first-contentful-paint");
return {
  "first words on the screen": paint ? paint.startTime : null,
  "ready to be used": entry.domContentLoadedEventEnd,
  "loaded": entry.loadEventEnd,
};
"""
_FRAME = "requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)))"
_ACTIONS = {
    "first search (two words)": "location.hash = 'q=ferries+million'",
    "second search": "location.hash = 'q=storm'",
    "filter by verdict": "location.hash = 'verdict=mismatch'",
    "all claims again": "location.hash = ''",
    "to the last claim": "location.hash = 'claim=claim-' + arguments[0]",
    "to a note": "location.hash = 'note-7'",
}


def write_report(folder: Path, claims: int) -> tuple[Path, float]:
    """Write the report; return its file and the seconds that rendering took."""
    report = big_report(claims, claims * 4 // 10)
    started = time.perf_counter()
    text = render(report, "html")
    seconds = time.perf_counter() - started
    path = folder / "report.html"
    path.write_text(text, encoding="utf-8")
    return path, seconds


def measure(browser: Any, page: Path, last: int) -> dict[str, float]:
    """Open the page anew and use it; return milliseconds by step."""
    browser.get("about:blank")
    browser.execute_cdp_cmd("Performance.disable", {})
    browser.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
    browser.get(page.as_uri())
    times: dict[str, float] = dict(browser.execute_script(_OPENED))
    metrics = browser.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
    used = {metric["name"]: metric["value"] for metric in metrics}
    times["CPU of the page's thread"] = used["TaskDuration"] * 1000
    for name, action in _ACTIONS.items():
        script = (
            "const done = arguments[arguments.length - 1]; const start = performance.now();"
            f"addEventListener('hashchange', () => {_FRAME}, {{once: true}}); {action};"
        )
        times[name] = browser.execute_async_script(script, last)
    return times


def main(arguments: list[str]) -> None:
    """Measure and print a table of medians."""
    claims = int(arguments[0]) if arguments else 10_000
    with tempfile.TemporaryDirectory() as scratch:
        page, seconds = write_report(Path(scratch), claims)
        size = page.stat().st_size / 1e6
        load = os.getloadavg()[0]
        print(f"{claims:,} claims: {size:.1f} MB, written in {seconds:.1f} s; load {load:.1f}")
        browser = chromium.start(Path(scratch) / "profile", scripts=True)
        try:
            chromium.resize(browser, 1280)
            runs = [measure(browser, page, claims - 1) for _ in range(RUNS)]
        finally:
            browser.quit()
    print(f"milliseconds, median of {RUNS} [least-most]")
    for name in runs[0]:
        seen = [run[name] for run in runs]
        print(f"{name:<28} {statistics.median(seen):7.0f} [{min(seen):.0f}-{max(seen):.0f}]")


if __name__ == "__main__":
    main(sys.argv[1:])
