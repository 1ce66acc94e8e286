"""How long a corpus of many claims takes to load: cold, unchanged, and after one edit.

Usage: python benchmarks/loading.py [CLAIMS]

Makes a corpus (default: 10,000 claims in 20 files, 2,000 notes, 1,000 sources) in a temporary
folder. Each load is a process of its own and is timed around `read_corpus`, imports left aside.
Cold: nothing is kept, and what was read is written for the next load. Unchanged: the load before
kept the corpus. One edit: since then one word of one file was changed.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = 5
_LOAD = """
import json, resource, sys, time
from pathlib import Path
from footnoted.corpus import read_corpus
started, worked = time.perf_counter(), time.process_time()
reading = read_corpus(Path(sys.argv[1]))
seconds, worked = time.perf_counter() - started, time.process_time() - worked
assert reading.corpus and not reading.findings, reading.findings[:3]
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([seconds, worked, peak / 1024]))
"""


def make(folder: Path, claims: int) -> None:
    """Write a corpus of `claims` claims, five to a note, two notes to a source."""
    folder.mkdir(parents=True)
    notes, sources = claims // 5, claims // 10
    (folder / "paper.yaml").write_text("id: many\ntitle: Many claims\n")
    (folder / "sources.yaml").write_text("\n".join(_source(one) for one in range(sources)))
    (folder / "notes.yaml").write_text("\n".join(_note(one, sources) for one in range(notes)))
    size = -(-claims // 20)
    for file in range(20):
        rows = [_claim(one, notes) for one in range(file * size, min((file + 1) * size, claims))]
        (folder / f"{file + 1:02d}-part.yaml").write_text("\n".join(rows))


def _source(number: int) -> str:
    return f"""\
- id: work-{number}
  type: report
  title: On the trade of the upper valley, part {number}
  author:
    - {{family: Ash, given: Nora}}
  issued: "2012"
  URL: http://www.example.org/reports/{number}.html
"""


def _note(number: int, sources: int) -> str:
    source = number % sources
    return f"""\
- id: "{number}"
  text: >-
    Ash N, On the trade of the upper valley, part {source}, 2012,
    http://www.example.org/reports/{source}.html
  entries:
    - {{source: work-{source}, locator: p {number}}}
"""


def _claim(number: int, notes: int) -> str:
    return f"""\
- id: trade-{number}
  says: >-
    Trade between the two banks of the river came to more than {number} million
    dollars in the year 2012, as the ministry said.
  at: {{start: Trade on the river {number}, end: in that year}}
  note: "{number % notes}"
  quotations:
    - text: a bridge between {number} villages of the upper valley
      speaker: the ministry
  figures:
    - {{raw: "over ${number} million", measure: trade between the banks, period: "2012"}}
  reviewed: {{by: im, on: "2026-11-24"}}
"""


def load(folder: Path, cache: Path) -> tuple[float, float, float]:
    """Load in a process of its own; return seconds, CPU seconds and peak memory in MB."""
    environment = {**os.environ, "FOOTNOTED_CACHE": str(cache)}
    done = subprocess.run(
        [sys.executable, "-c", _LOAD, str(folder)],
        capture_output=True, text=True, check=True, env=environment,
    )  # fmt: skip
    seconds, worked, peak = json.loads(done.stdout)
    return seconds, worked, peak


def forget(folder: Path) -> None:
    """Delete what is remembered."""
    for path in folder.glob("*"):
        path.unlink()


def main(arguments: list[str]) -> None:
    """Measure the three kinds of load turn by turn and print a table."""
    claims = int(arguments[0]) if arguments else 10_000
    seen: dict[str, list[tuple[float, float, float]]] = {
        "cold": [],
        "unchanged": [],
        "one edit": [],
    }
    with tempfile.TemporaryDirectory() as home:
        folder, cache = Path(home, "claims", "many"), Path(home, "cache")
        make(folder, claims)
        size = sum(path.stat().st_size for path in folder.iterdir())
        for turn in range(RUNS):
            forget(cache)
            seen["cold"].append(load(folder, cache))
            seen["unchanged"].append(load(folder, cache))
            edited = folder / "07-part.yaml"
            edited.write_text(edited.read_text().replace("the ministry", f"ministry {turn}", 1))
            seen["one edit"].append(load(folder, cache))
    print(f"{claims:,} claims, {size / 1e6:.1f} MB of records; medians of {RUNS} runs (range)")
    for name, runs in seen.items():
        times, worked, peaks = zip(*runs, strict=True)
        print(
            f"{name:<10} {statistics.median(times):6.2f} s ({min(times):.2f}-{max(times):.2f})"
            f"  CPU {statistics.median(worked):5.2f} s  peak {max(peaks):4.0f} MB"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
