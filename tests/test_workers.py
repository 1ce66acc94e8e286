"""Workers: results in order, failures that cost one item, errors of ours raised."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from footnoted.workers import WorkError, Workers, WorkFailure

MIB = 1024 * 1024


def double(number: int) -> int:
    return 2 * number


def sleep_for(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def meet(places: tuple[Path, Path]) -> bool:
    """Come to the first place, and tell whether someone came to the second meanwhile."""
    mine, other = places
    mine.touch()
    until = time.monotonic() + 4
    while not other.exists() and time.monotonic() < until:
        time.sleep(0.01)
    return other.exists()


def process_id(_: int) -> int:
    return os.getpid()


def take_memory(size: int) -> int:
    return len(bytes(size))


def kill_itself(how: str) -> str:
    if how == "segfault":
        os.kill(os.getpid(), signal.SIGSEGV)
    if how == "exit":
        os._exit(7)
    if how == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    return how


def recurse(depth: int) -> int:
    return depth and recurse(depth - 1) + 1


def fail(text: str) -> str:
    raise LookupError(text)


class OddError(Exception):
    """Cannot be pickled back: its arguments are not those of its constructor."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(first + second)


def fail_oddly(text: str) -> str:
    raise OddError(text, "!")


def chatter(text: str) -> str:
    print(text * 1000)  # noqa: T201 (what is tested)
    return text


def reverse(data: bytes) -> bytes:
    return data[::-1]


def unpicklable(_: int) -> object:
    return threading.Lock()


@pytest.fixture
def workers() -> Iterator[Workers]:
    with Workers(processes=2, memory_bytes=512 * MIB, seconds=5) as workers:
        yield workers


def test_results_come_in_the_order_of_the_items(workers: Workers) -> None:
    """A slow first item does not let a later one overtake it."""
    assert list(workers.map(sleep_for, [0.2, 0.0, 0.1, 0.0])) == [0.2, 0.0, 0.1, 0.0]
    assert list(workers.map(double, range(100))) == list(range(0, 200, 2))


def test_nothing_starts_without_items_and_few_items_start_few(workers: Workers) -> None:
    """No items, no process; one item, one process."""
    assert list(workers.map(double, [])) == []
    assert workers._workers == []
    assert list(workers.map(double, [1])) == [2]
    assert len(workers._workers) == 1


def test_processes_are_used_side_by_side_and_again(workers: Workers, tmp_path: Path) -> None:
    """Two processes at most, other than ours, and the same ones for the next map."""
    first = set(workers.map(process_id, range(20)))
    assert 1 <= len(first) <= 2
    assert os.getpid() not in first
    assert set(workers.map(process_id, range(20))) & first
    one, two = tmp_path / "one", tmp_path / "two"
    assert list(workers.map(meet, [(one, two), (two, one)])) == [True, True]


def test_memory_beyond_the_bound_costs_only_its_item(workers: Workers) -> None:
    """An item that takes more than the bound is too costly; its neighbours are done."""
    results = list(workers.map(take_memory, [1, 2 * 1024 * MIB, 3]))
    assert results[0] == 1
    assert isinstance(results[1], WorkFailure)
    assert results[1].reason == "too_costly"
    assert results[2] == 3


def test_time_beyond_the_bound_costs_only_its_item() -> None:
    """An item that takes too long is ended at its time, the others are done."""
    with Workers(processes=2, seconds=0.4) as workers:
        began = time.monotonic()
        results = list(workers.map(sleep_for, [0.0, 60.0, 0.1]))
        assert time.monotonic() - began < 5
    assert [results[0], results[2]] == [0.0, 0.1]
    assert results[1] == WorkFailure("too_costly", "the work took more than 0.4 s")


@pytest.mark.parametrize(
    ("how", "reason", "word"),
    [
        ("segfault", "broken", "SIGSEGV"),
        ("exit", "broken", "exit code 7"),
        ("killed", "too_costly", "memory"),
    ],
)
def test_a_worker_that_dies_costs_only_its_item(
    workers: Workers, how: str, reason: str, word: str
) -> None:
    """A crash is a failure of the item that caused it, named; the worker is replaced."""
    results = list(workers.map(kill_itself, ["fine", how, "well", "good"]))
    failure = results.pop(1)
    assert isinstance(failure, WorkFailure)
    assert failure.reason == reason
    assert word in failure.message
    assert results == ["fine", "well", "good"]


def test_deep_recursion_is_too_costly(workers: Workers) -> None:
    """RecursionError is the item's failure, not our bug."""
    results = list(workers.map(recurse, [10, 100_000]))
    assert results == [10, WorkFailure("too_costly", "the work is nested too deeply")]


def test_an_exception_in_the_work_is_raised_with_its_traceback(workers: Workers) -> None:
    """It comes as itself, caused by the worker's traceback as text."""
    with pytest.raises(LookupError, match="no such thing") as raised:
        list(workers.map(fail, ["no such thing"]))
    assert isinstance(raised.value.__cause__, WorkError)
    assert "in fail" in str(raised.value.__cause__)
    assert list(workers.map(double, [1])) == [2]


def test_an_exception_that_cannot_travel_comes_as_text(workers: Workers) -> None:
    """Where it cannot be pickled, or the result cannot, the traceback still comes."""
    with pytest.raises(WorkError, match="OddError: so!"):
        list(workers.map(fail_oddly, ["so"]))
    with pytest.raises(TypeError, match="pickle"):
        list(workers.map(unpicklable, [1]))


def test_a_print_in_the_work_does_not_garble_results(workers: Workers) -> None:
    """What the work prints goes nowhere."""
    assert list(workers.map(chatter, ["a", "b"])) == ["a", "b"]


def test_a_worker_killed_between_two_maps_is_replaced(workers: Workers) -> None:
    """No item is blamed for the death of a worker that had nothing to do."""
    (worker,) = workers.map(process_id, [0])
    assert isinstance(worker, int)
    os.kill(worker, signal.SIGKILL)
    workers._workers[0]._process.wait()
    assert list(workers.map(double, [1])) == [2]


def test_large_items_and_results_pass(workers: Workers) -> None:
    """Tens of megabytes go there and back."""
    data = bytes(range(256)) * (20 * MIB // 256)
    assert list(workers.map(reverse, [data, data])) == [data[::-1]] * 2


def test_items_are_taken_only_a_few_ahead(workers: Workers) -> None:
    """An endless source is read no further than the results called for, and a bound."""
    taken = 0

    def source() -> Iterator[int]:
        nonlocal taken
        while True:
            taken += 1
            yield taken

    results = workers.map(double, source())
    assert [next(results) for _ in range(5)] == [2, 4, 6, 8, 10]
    assert taken < 100


def test_work_that_is_no_module_level_function_is_refused(workers: Workers) -> None:
    """A local function cannot be found by the worker; that is said at once."""
    with pytest.raises(ValueError, match="top of a module"):
        workers.map(lambda number: number, [1])


def test_leaving_ends_the_workers_at_once(workers: Workers) -> None:
    """A map that is given up does not wait for its work, nor leave processes."""
    with Workers(processes=2) as own:
        results = own.map(sleep_for, [0.0, 60.0, 60.0])
        assert next(results) == 0.0
        began = time.monotonic()
    assert time.monotonic() - began < 2
    assert own._workers == []
    with pytest.raises(RuntimeError, match="another map"):
        next(_second_map(workers))


def _second_map(workers: Workers) -> Iterator[object]:
    first = workers.map(double, [1, 2])
    next(first)
    try:
        yield from workers.map(double, [1])
    finally:
        assert list(first) == [4]


def test_ctrl_c_ends_parent_and_workers(tmp_path: Path) -> None:
    """SIGINT to the whole group: the parent hears KeyboardInterrupt, no process stays."""
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import test_workers as t\n"
        "try:\n"
        "    with t.Workers(processes=2) as w:\n"
        "        for r in w.map(t.sleep_and_tell, [0.0, 60.0, 60.0]): print(r, flush=True)\n"
        "except KeyboardInterrupt:\n"
        "    print('interrupted', flush=True)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(Path(__file__).parent)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        process_group=0,
        text=True,
    ) as process:
        assert process.stdout
        worker = int(process.stdout.readline())
        time.sleep(0.1)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=10)
    assert (out, err) == ("interrupted\n", "")
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


def sleep_and_tell(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()
