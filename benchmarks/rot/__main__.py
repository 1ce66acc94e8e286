"""How several rules would have told a year of link rot, ours through the program's own code.

Usage: python -m benchmarks.rot [--seeds N] [--links N] [--nights N] [--harsh FACTOR]
(ends with 1 where ours misses a goal)
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from benchmarks.rot.run import run
from benchmarks.rot.table import missed, render


def main(arguments: Sequence[str]) -> int:
    """Simulate, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rot")
    parser.add_argument("--seeds", type=int, default=5, help="worlds, of seeds 1 to N")
    parser.add_argument("--links", type=int, default=4000)
    parser.add_argument("--nights", type=int, default=365)
    parser.add_argument(
        "--harsh", type=float, default=6.0, help="ours also where false losses are so much rifer"
    )
    given = parser.parse_args(arguments)
    seeds = range(1, given.seeds + 1)
    results = run(seeds, links=given.links, nights=given.nights, harsh=given.harsh)
    print(render(results))
    goals = missed(results)
    for goal in goals:
        print(f"missed: {goal}")
    return 1 if goals else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
