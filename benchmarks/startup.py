"""Start-up time and memory of `--help`, `extract` and `lint`, medians of several runs.

Usage: python benchmarks/startup.py [PAPER]

Without PAPER it takes ../shared/papers/saferworld-2013.md if it is there, else the demo's paper.
`--help` is measured beside `python -c "import click"`, turn by turn, so that a busy machine
slows both; their ratio is what counts. Peak memory is the child's maximum resident set.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAPER = ROOT.parent / "shared" / "papers" / "saferworld-2013.md"
DEMO_PAPER = ROOT / "src" / "footnoted" / "demo" / "paper.md"
RUNS = 9


def measure(command: list[str]) -> tuple[float, float]:
    """Run `command` once; return seconds of wall clock and peak memory in MB."""
    started = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in {0, 1}:
        sys.exit(f"{' '.join(command)}: exit code {child.returncode}")
    return seconds, usage.ru_maxrss / 1024


def main(arguments: list[str]) -> None:
    """Measure all jobs turn by turn and print a table."""
    paper = Path(arguments[0]) if arguments else PAPER if PAPER.is_file() else DEMO_PAPER
    corpus = ROOT / "claims" / "saferworld-2013"
    python = sys.executable
    footnoted = [python, "-m", "footnoted"]
    jobs = {
        'python -c "import click"': [python, "-c", "import click"],
        "footnoted --help": [*footnoted, "--help"],
        f"footnoted extract {paper.name}": [*footnoted, "extract", str(paper), "--format", "json"],
        f"footnoted lint {corpus.name}": [*footnoted, "lint", str(corpus), "--paper", str(paper)],
    }
    seen: dict[str, list[tuple[float, float]]] = {name: [] for name in jobs}
    for _ in range(RUNS):
        for name, command in jobs.items():
            seen[name].append(measure(command))
    base = statistics.median(seconds for seconds, _ in seen['python -c "import click"'])
    print(f"medians of {RUNS} runs, turn by turn; range in brackets shows the machine's noise")
    for name, runs in seen.items():
        times = [seconds for seconds, _ in runs]
        middle = statistics.median(times)
        peak = max(memory for _, memory in runs)
        print(
            f"{name:<42} {middle:6.3f} s [{min(times):.3f}-{max(times):.3f}]"
            f"  x{middle / base:4.1f} of import click  peak {peak:4.0f} MB"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
