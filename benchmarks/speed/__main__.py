"""Folding, a verbatim hit, a missing quotation, HTML to text: ours and peers', in one run.

Usage: python -m benchmarks.speed [--rounds N] [--quotations N] [--budget SECONDS] [--no-peers]

Run from the repository's root. The tools take turns, a process each, in every round, so that a
busy machine slows all of them; times are CPU seconds, and a fixed loop timed in each process says
how much they sway all the same. Peers are installed from PyPI into `benchmarks/.peers/`, an
environment of their own. A tool that needs more than the budget for a job in a round gives fewer
samples, and the table says how many.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.speed.material import Material, material, quotations, text_of
from benchmarks.speed.tools import PEERS

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "benchmarks" / ".peers"
SIZES = (1_000_000, 10_000_000)
HEAD = """| tool | p50 ms | p99 ms | ms/MB | × ours | min–max ms | passed |
|---|---|---|---|---|---|---|"""
JOBS = (("fold", "folding"), ("hit", "verbatim hit"), ("miss", "missing quotation"))
_TIME_LIMIT = 600
Samples = dict[str, dict[str, list[float]]]


def peers_python() -> Path:
    """Return the interpreter of the peers' environment, made and filled where it is not yet."""
    python = FOLDER / "bin" / "python"
    if not python.exists():
        make = [sys.executable, "-m", "venv", "--without-pip", str(FOLDER)]
        subprocess.run(make, check=True)
    return python


def install(python: Path) -> dict[str, str]:
    """Install the peers; return those that could not be, with pip's last line."""
    missing = {}
    for name in PEERS:
        pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"]
        done = subprocess.run(
            [*pip, "--disable-pip-version-check", name], capture_output=True, text=True, check=False
        )
        if done.returncode:
            missing[name] = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
    return missing


def work(python: Path, tool: str, task: dict[str, Any]) -> dict[str, Any] | str:
    """Let one tool do a task in a process of its own; return its times, or what went wrong."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(task, file)
        file.flush()
        command = [str(python), "-m", "benchmarks.speed.worker", tool, file.name]
        try:
            done = subprocess.run(
                command,
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=False,
                timeout=_TIME_LIMIT,
            )
        except subprocess.TimeoutExpired:
            return f"not done within {_TIME_LIMIT} s"
    if done.returncode:
        return (done.stderr.strip().splitlines() or ["no reason given"])[-1]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that `share` of all values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def measure(
    pythons: dict[str, Path], tasks: dict[str, dict[str, Any]], rounds: int
) -> tuple[dict[str, Samples], dict[str, str]]:
    """Let the tools take turns; return samples by task, tool and job, and what went wrong."""
    seen: dict[str, Samples] = {name: defaultdict(lambda: defaultdict(list)) for name in tasks}
    wrong: dict[str, str] = {}
    for _ in range(rounds):
        for name, task in tasks.items():
            for tool, python in pythons.items():
                result = work(python, tool, task)
                if isinstance(result, str):
                    wrong[f"{tool}, {name}"] = result
                    continue
                for job, value in result.items():
                    if isinstance(value, list):
                        seen[name][tool][job] += value
                    elif isinstance(value, int | float):
                        seen[name][tool][job].append(value)
    return seen, wrong


def lines(samples: Samples, job: str, size: float) -> list[str]:
    """Return a line for each tool: medians, the slow end, and the ratio to ours."""
    base = samples["footnoted"].get(job)
    out = []
    for tool, jobs in samples.items():
        values = jobs.get(job)
        if not values:
            out.append(f"| {tool} | no such job | | | | |")
            continue
        middle, slow = statistics.median(values), percentile(values, 0.99)
        ratio = f"{middle / statistics.median(base):.3g}" if base else ""
        found = jobs.get(f"{job}_found")
        share = f"{sum(found):.0f} of {len(values)}" if found else ""
        cells = (f"{middle * 1e3:.3g}", f"{slow * 1e3:.3g}", f"{middle * 1e3 / size:.3g}")
        spread = f"{min(values) * 1e3:.3g}–{max(values) * 1e3:.3g}, n={len(values)}"
        out.append(f"| {tool} | {' | '.join(cells)} | {ratio} | {spread} | {share} |")
    return out


def report(seen: dict[str, Samples], sizes: dict[str, float]) -> None:
    """Print a table for each job and size, and the machine's noise."""
    for name, samples in seen.items():
        jobs = [("html", "HTML to text")] if name == "html" else JOBS
        for job, words in jobs:
            size = f"{sizes[name]:.2f} MB of pages" if name == "html" else name
            print(f"\n{words}, {size}\n{HEAD}")
            print("\n".join(lines(samples, job, sizes[name])))
        peaks = (f"{tool} {max(jobs['peak_mb']):.0f}" for tool, jobs in samples.items())
        print(f"peak memory, MB: {', '.join(peaks)}")
    loops = [s for samples in seen.values() for jobs in samples.values() for s in jobs["spin"]]
    low, middle, high = (f"{1e3 * f(loops):.1f}" for f in (min, statistics.median, max))
    print(f"\nnoise: the same loop took {low} to {high} ms, median {middle}, in {len(loops)} turns")


def prepare_tasks(
    found: Material, folder: Path, count: int, budget: float
) -> tuple[dict[str, dict[str, Any]], dict[str, float]]:
    """Write the texts down; return the tasks and the sizes of what they read, in MB."""
    tasks: dict[str, dict[str, Any]] = {}
    sizes: dict[str, float] = {}
    for size in SIZES:
        text = text_of(found.paragraphs, size)
        path = folder / f"{size}.txt"
        path.write_text(text, encoding="utf-8")
        hits, misses = quotations(text, count)
        name = f"{size // 1_000_000} MB"
        tasks[name] = {"text": str(path), "hit": hits, "miss": misses, "html": [], "budget": budget}
        sizes[name] = size / 1e6
    if found.pages:
        pages = [str(path) for path in found.pages]
        tasks["html"] = {"text": "", "hit": [], "miss": [], "html": pages, "budget": budget}
        sizes["html"] = sum(path.stat().st_size for path in found.pages) / 1e6
    return tasks, sizes


def main(arguments: list[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--quotations", type=int, default=200)
    parser.add_argument("--budget", type=float, default=10.0)
    parser.add_argument("--no-peers", action="store_true")
    options = parser.parse_args(arguments)
    pythons = {"footnoted": Path(sys.executable)}
    if not options.no_peers:
        python = peers_python()
        missing = install(python)
        for name, reason in missing.items():
            print(f"{name}: not installed: {reason}")
        pythons |= {name: python for name in PEERS if name not in missing}
    found = material()
    print(f"made from {found.origin}; MB: million characters (HTML: million bytes)")
    with tempfile.TemporaryDirectory() as folder:
        tasks, sizes = prepare_tasks(found, Path(folder), options.quotations, options.budget)
        seen, wrong = measure(pythons, tasks, options.rounds)
    report(seen, sizes)
    for name, reason in wrong.items():
        print(f"{name}: {reason}")


if __name__ == "__main__":
    main(sys.argv[1:])
