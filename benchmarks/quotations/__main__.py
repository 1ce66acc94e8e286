"""python -m benchmarks.quotations [--split dev|test] [--cases N] [--seed S] [--only CLASS] ..."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.quotations.cases import KINDS
from benchmarks.quotations.run import run


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quotations", description=__doc__)
    parser.add_argument("--split", choices=("dev", "test"), default="dev")
    parser.add_argument("--cases", type=int, default=30_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=("", *KINDS), default="", metavar="CLASS")
    parser.add_argument("--show-failures", type=int, default=0, metavar="K")
    parser.add_argument("--jobs", type=int, default=1, help="processes side by side")
    parser.add_argument("--json", type=Path, metavar="FILE")
    given = parser.parse_args()
    run(
        given.split,
        count=given.cases,
        seed=given.seed,
        only=given.only,
        show=given.show_failures,
        jobs=given.jobs,
        out=given.json,
    )


if __name__ == "__main__":
    main()
