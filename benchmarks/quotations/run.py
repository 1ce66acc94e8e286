"""Feeds cases to `footnoted compare --batch` and prints what came of them."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from itertools import groupby
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.documents import Split, versions
from benchmarks.quotations.cases import KINDS, Case, Drawn, draw, make_cases
from benchmarks.quotations.tally import Answer, Rate, by_class, overlap, totals

ROUND = 4_000
"""Cases in one batch: the program bounds what one source may cost, however many cases name it."""


def answers_of(cases: list[Case], folder: Path, jobs: int, seed: int) -> list[Answer]:
    """Ask the program about all cases in rounds, `jobs` processes side by side.

    A source that was `too_costly` (the clock of a job runs by the wall) is asked about once more,
    in small rounds, so that a busy machine does not speak for the program.
    """
    mixed = Random(seed).sample(cases, len(cases))
    answers = _in_rounds(mixed, ROUND, folder, jobs)
    again = [answer.case for answer in answers if answer.reason == "too_costly"]
    if again:
        print(f"{len(again)} cases were too costly and are asked about once more", file=sys.stderr)
        kept = [answer for answer in answers if answer.reason != "too_costly"]
        answers = kept + _in_rounds(again, ROUND // 8, folder, jobs)
    return answers


def _in_rounds(cases: list[Case], size: int, folder: Path, jobs: int) -> list[Answer]:
    rounds = [cases[start : start + size] for start in range(0, len(cases), size)]
    return [answer for part in rounds for answer in _round(part, folder, jobs)]


def _round(cases: list[Case], folder: Path, jobs: int) -> list[Answer]:
    """Ask about `cases`, those of one source together; exit where the program breaks."""
    ordered = sorted(cases, key=lambda case: str(case.source))
    groups = [list(group) for _, group in groupby(ordered, key=lambda case: case.source)]
    shares: list[list[Case]] = [[] for _ in range(jobs)]
    for group in sorted(groups, key=len, reverse=True):
        min(shares, key=len).extend(group)
    running = [_start(share, folder / f"cases-{n}.jsonl") for n, share in enumerate(shares)]
    answers = []
    for share, child in zip(shares, running, strict=True):
        lines = child.communicate()[0].splitlines()
        if child.returncode != 0 or len(lines) != len(share):
            sys.exit(f"compare: exit code {child.returncode}, {len(lines)} of {len(share)} answers")
        answers += [_answer(case, line) for case, line in zip(share, lines, strict=True)]
    return answers


def _start(share: list[Case], batch: Path) -> subprocess.Popen[str]:
    batch.write_text("".join(f"{_line(case)}\n" for case in share), encoding="utf-8")
    command = [sys.executable, "-m", "footnoted", "compare", "--batch", str(batch)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8")


def _line(case: Case) -> str:
    return json.dumps(
        {
            "id": case.id,
            "kind": "quotation",
            "text": case.quotation,
            "source": str(case.source),
            "media_type": case.media_type,
            "context": None,
        }
    )


def _answer(case: Case, line: str) -> Answer:
    said: dict[str, Any] = json.loads(line)
    if said["id"] != case.id:
        sys.exit(f"compare: answer {said['id']} where {case.id} was due")
    return Answer(case, said["verdict"], said["reason"], said["message"], said["source_wording"])


def run(
    split: Split, *, count: int, seed: int, only: str, show: int, jobs: int, out: Path | None
) -> None:
    """Make the cases, ask, print."""
    started = time.perf_counter()
    drawn = draw(split, seed)
    with TemporaryDirectory() as name:
        folder = Path(name)
        cases = make_cases(drawn, seed, count, folder, only)
        ready = time.perf_counter()
        answers = answers_of(cases, folder, jobs, seed)
    print_head(drawn, split, seed)
    print_answers(answers)
    print(f"cases made in {ready - started:.0f} s, judged in {time.perf_counter() - ready:.0f} s")
    if show:
        print_failures(answers, show, seed)
    if out:
        out.write_text(json.dumps(as_json(answers), ensure_ascii=False, indent=1), "utf-8")


def print_head(drawn: Drawn, split: Split, seed: int) -> None:
    """Print what was read."""
    found = [reading.document for reading in drawn.readings]
    print(f"split {split}, seed {seed}: {len(found)} documents, {len(drawn.passages)} passages")
    print(", ".join(f"{package} {version}" for package, version in versions(found).items()))


def print_answers(answers: list[Answer]) -> None:
    """Print a line for each class, then the totals."""
    for harmless, title in ((True, "harmless: passed"), (False, "harmful: stopped")):
        part = [answer for answer in answers if answer.case.harmless is harmless]
        print(f"\n{title:<28} {'family':<11} rate and 95 % interval (Wilson)")
        for name, rate in by_class(part).items():
            right = Rate(sum(a.right for a in part if a.case.kind == name), rate.n)
            flagged = sum(answer.flagged for answer in part if answer.case.kind == name)
            print(
                f"{name:<28} {KINDS[name].family:<11}{rate}  right class {right.share:.3f}"
                f"  with a reason {flagged}"
            )
    print()
    for title, rate in totals(answers).items():
        print(f"{title:<34}{rate}")
    classes = len({answer.case.kind for answer in answers})
    print(f"{classes} classes, {len(answers)} cases")


def failures(answers: list[Answer]) -> dict[str, list[Answer]]:
    """Return the failures of each class that has some: passed or stopped wrongly, or misplaced."""
    found: dict[str, list[Answer]] = {}
    for answer in answers:
        misplaced = (
            answer.good
            and answer.case.harmless
            and overlap(answer.source_wording or "", answer.case.truth) < 0.8
        )
        if not answer.good or misplaced:
            title = f"{answer.case.kind} (span)" if misplaced else answer.case.kind
            found.setdefault(title, []).append(answer)
    return found


def print_failures(answers: list[Answer], show: int, seed: int) -> None:
    """Print up to `show` failures of each class, drawn by the seed."""
    for name, found in failures(answers).items():
        reasons = Counter(f"{a.verdict}/{a.reason}" for a in found)
        print(f"\n## {name}: {len(found)} ({', '.join(f'{k} {n}' for k, n in reasons.items())})")
        for answer in Random(f"{seed}/{name}").sample(found, min(show, len(found))):
            case = answer.case
            print(f"- {case.id} [{case.language}] {case.origin}")
            print(f"  quotation: {case.quotation}")
            print(f"  passage:   {case.truth}")
            print(f"  wording:   {answer.source_wording}")
            print(f"  verdict:   {answer.verdict}, {answer.reason}: {answer.message}")


def as_json(answers: list[Answer]) -> dict[str, Any]:
    """Return totals, classes and every answer that failed."""
    return {
        "totals": {name.strip(): [r.good, r.n, r.share] for name, r in totals(answers).items()},
        "classes": {name: [r.good, r.n, r.share] for name, r in by_class(answers).items()},
        "failures": [
            {
                "id": a.case.id,
                "language": a.case.language,
                "origin": a.case.origin,
                "quotation": a.case.quotation,
                "truth": a.case.truth,
                "source_wording": a.source_wording,
                "verdict": a.verdict,
                "reason": a.reason,
                "message": a.message,
            }
            for found in failures(answers).values()
            for a in found
        ],
    }
