"""One tool, one text: times each job and prints them as JSON.

Usage: python -m benchmarks.speed.worker TOOL TASK.json, from the repository's root, under the
tool's own environment (the benchmark starts it). Times are CPU seconds of this process: every job
is one thread's, and other work on the machine is not to count.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from benchmarks.speed.tools import TOOLS

_SPIN = 2_000_000


def timed(job: Callable[[], Any]) -> tuple[float, Any]:
    """Return the CPU seconds that a job took, and what it returned."""
    started = time.process_time()
    result = job()
    return time.process_time() - started, result


def each(jobs: Iterable[Callable[[], Any]], budget: float) -> tuple[list[float], list[Any]]:
    """Time jobs in order until `budget` seconds are spent; one at least."""
    seconds: list[float] = []
    results = []
    for job in jobs:
        took, result = timed(job)
        seconds.append(took)
        results.append(result)
        if sum(seconds) > budget:
            break
    return seconds, results


def spin() -> float:
    """Return the seconds of a fixed loop: how fast the machine is just now."""
    return timed(lambda: sum(range(_SPIN)))[0]


def peak() -> float:
    """Return the most memory that this process has held, in MB (Linux only, else nought)."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.is_file() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def run(name: str, task: dict[str, Any]) -> dict[str, Any]:
    """Do every job of the task by one tool."""
    tool = TOOLS[name]()
    budget = float(task["budget"])
    out: dict[str, Any] = {"spin": [spin()], "remark": tool.remark}
    if task["text"]:
        text = Path(task["text"]).read_text(encoding="utf-8")
        took, folded = timed(lambda: tool.fold(text))
        out["fold"] = [took]
        for kind in ("hit", "miss"):
            jobs = [lambda q=q: tool.found(q, folded) for q in task[kind]]
            out[kind], found = each(jobs, budget)
            out[f"{kind}_found"] = sum(found)
    if task["html"] and tool.html:
        read = tool.html
        paths = [Path(path) for path in task["html"]]
        out["html"] = [timed(lambda: [read(path) for path in paths])[0]]
    out["spin"].append(spin())
    out["peak_mb"] = peak()
    return out


if __name__ == "__main__":
    print(json.dumps(run(sys.argv[1], json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")))))
