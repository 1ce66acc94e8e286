"""Score the grammar and the check of figures on sentences and passages labelled by hand.

Usage: python -m benchmarks.figures [--half seen|unseen] [--show-failures] [--no-speed]
(from the repository's root)
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.figures import data, scoring, speed
from benchmarks.quotations.tally import wilson

from footnoted.quantities import find_quantities


def main(arguments: Sequence[str] | None = None) -> None:
    """Run all parts on one half and print the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.figures")
    parser.add_argument("--half", choices=data.HALVES, default="seen")
    parser.add_argument("--show-failures", action="store_true", help="list what went wrong")
    parser.add_argument("--no-speed", action="store_true", help="leave the timing out")
    options = parser.parse_args(arguments)
    print_expressions(options.half, show=options.show_failures)
    print_pairs(options.half, show=options.show_failures)
    if not options.no_speed:
        print_speed(options.half)


def print_expressions(half: str, *, show: bool) -> None:
    """Score the sentences of one half."""
    expressions = data.expressions(half)
    result = scoring.score([(each, find_quantities(each.text)) for each in expressions])
    print(f"expressions, {half} half: {len(expressions)} sentences, {len(result.items)} items")
    print_shares("all", result.items)
    print_groups("language", result.items, lambda item: item.language)
    print_groups("kind", result.items, lambda item: item.kind)
    print(f"read where nothing is labelled: {len(result.extras)}")
    if show:
        for item in result.items:
            if not item.unit_right:
                print(f"  {item.expression} {item.note}")
        for extra in result.extras:
            print(f"  extra {extra}")


def print_groups(
    title: str, items: Sequence[scoring.Item], key: Callable[[scoring.Item], str]
) -> None:
    """Print the shares of each group, largest group first."""
    print(f"by {title}:")
    for name, _ in Counter(key(item) for item in items).most_common():
        print_shares(f"  {name}", [item for item in items if key(item) == name])


def print_shares(name: str, items: Sequence[scoring.Item]) -> None:
    """Print value, value and unit, and hedge, each with its interval."""
    total = len(items)
    parts = [
        share("value", sum(item.value_right for item in items), total),
        share("value+unit", sum(item.unit_right for item in items), total),
        share("value+hedge", sum(item.hedge_right for item in items), total),
    ]
    print(f"{name:<14} {total:4}  {'  '.join(parts)}")


def share(name: str, right: int, total: int) -> str:
    """Return a share with its 95 % Wilson interval."""
    low, high = wilson(right, total)
    return f"{name} {right / max(total, 1):.3f} [{low:.3f}, {high:.3f}]"


def ask(pairs: Sequence[data.Pair]) -> dict[str, dict[str, str | None]]:
    """Put all pairs to `footnoted compare --batch`; return its answers by id."""
    with tempfile.TemporaryDirectory() as folder:
        lines = []
        for pair in pairs:
            source = Path(folder) / f"{pair.id}.{'html' if pair.media == 'html' else 'txt'}"
            source.write_text(page(pair), encoding="utf-8")
            case = {"id": pair.id, "kind": "figure", "text": pair.claim, "source": str(source)}
            lines.append(json.dumps({**case, "context": pair.context}))
        cases = Path(folder) / "cases.jsonl"
        cases.write_text("\n".join(lines) + "\n", encoding="utf-8")
        command = [sys.executable, "-m", "footnoted", "compare", "--batch", str(cases)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(f"compare --batch: exit code {done.returncode}\n{done.stderr}")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    return {answer["id"]: answer for answer in answers}


def page(pair: data.Pair) -> str:
    """Return the file that holds the passage: as it is, or a page around its table."""
    if pair.media != "html":
        return pair.source
    head = f'<!doctype html>\n<html lang="{pair.language}"><head><meta charset="utf-8">'
    return f"{head}<title>Passage</title></head><body>{pair.source}</body></html>\n"


def print_pairs(half: str, *, show: bool) -> None:
    """Score the pairs of one half; false `agrees` of the seen half are always listed."""
    pairs = data.pairs(half)
    answers = ask(pairs)
    verdicts = {pair.id: str(answers[pair.id]["verdict"]) for pair in pairs}
    right = [pair for pair in pairs if scoring.verdict_right(pair.expect, verdicts[pair.id])]
    print(f"\npairs, {half} half: {len(pairs)}")
    print(share("verdict right", len(right), len(pairs)))
    for kind, _ in Counter(pair.kind for pair in pairs).most_common():
        total = sum(pair.kind == kind for pair in pairs)
        print(f"  {kind:<12} {total:4}  {share('', sum(p.kind == kind for p in right), total)}")
    wrong = [pair for pair in pairs if pair.expect != "agrees" and verdicts[pair.id] == "agrees"]
    print(f"false agrees: {len(wrong)}")
    if show or half == "seen":  # the unseen half stays unseen unless someone asks
        for pair in wrong:
            print(f"  {describe(pair, answers[pair.id])}")
    accused = [p for p in pairs if p.expect == "agrees" and verdicts[p.id] == "disagrees"]
    print(f"false disagrees: {len(accused)}")
    print_confusion(pairs, verdicts)
    if show:
        for pair in pairs:
            if pair not in right:
                print(f"  {describe(pair, answers[pair.id])}")


def print_confusion(pairs: Sequence[data.Pair], verdicts: dict[str, str]) -> None:
    """Print expected verdicts (rows) against given ones (columns)."""
    columns = ("agrees", "disagrees", "absent", "unchecked")
    table = Counter((pair.expect, verdicts[pair.id]) for pair in pairs)
    print(f"{'expected':<12}" + "".join(f"{column:>11}" for column in columns))
    for row in data.EXPECTATIONS:
        if any(pair.expect == row for pair in pairs):
            print(f"{row:<12}" + "".join(f"{table[row, column]:>11}" for column in columns))


def describe(pair: data.Pair, answer: dict[str, str | None]) -> str:
    """Return one line about a pair that was judged wrong."""
    return (
        f"{pair.id} {pair.claim!r} {pair.context or ''} expects {pair.expect} ({pair.why}): "
        f"{answer['verdict']} {answer['reason']} {answer['source_wording']!r}"
    )


def print_speed(half: str) -> None:
    """Print ms/kB on four texts, with the least and most of the runs."""
    print(f"\nspeed of find_quantities, processor ms/kB: median [range] of {speed.RUNS} runs")
    for name, text in speed.texts(half).items():
        timing = speed.measure(name, text)
        print(
            f"  {name:<28} {timing.kilobytes:4.0f} kB  {timing.median:.3f} "
            f"[{timing.least:.3f}, {timing.most:.3f}]"
        )


if __name__ == "__main__":
    main()
