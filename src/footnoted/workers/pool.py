"""A few workers, fed with items one at a time, their results in input order."""

from __future__ import annotations

import pickle
import selectors
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Any, NoReturn, Self, TypeVar, cast

from footnoted.workers.process import Worker, WorkError, WorkFailure

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 16  # items a worker that may be taken and not yet given out; bounds memory
_MOST_STARTS_IN_VAIN = 3


class Workers:
    """Processes that do pure work within bounds; a context manager.

    `memory_bytes` bounds each process's address space (where the system enforces it),
    `seconds` each item's time. Nothing is started before it is needed. On leaving the block,
    by Ctrl-C too, the workers end at once. Not to be shared between threads.
    """

    def __init__(
        self, processes: int = 2, memory_bytes: int = 1024**3, seconds: float = 20.0
    ) -> None:
        self._most = max(1, processes)
        self._memory = memory_bytes
        self._seconds = seconds
        self._workers: list[Worker] = []
        self._mapping = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all workers at once."""
        while self._workers:
            self._workers.pop().end()

    def map(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[R | WorkFailure]:
        """Yield `function(item)` for each item, in order, or the WorkFailure it came to.

        `function` is at the top of an importable module; items and results are picklable.
        Items are taken only as results are called for, a few ahead. An exception in the work
        is raised here, caused by a WorkError with the worker's traceback; MemoryError and
        RecursionError are failures of that item.
        """
        if "." in function.__qualname__ or function.__module__ == "__main__":
            raise ValueError(f"{function!r}: work is a function at the top of a module")
        return cast("Iterator[R | WorkFailure]", self._map(function, iter(items)))

    def _map(self, function: Callable[..., Any], items: Iterator[Any]) -> Iterator[Any]:
        if self._mapping:
            raise RuntimeError("these workers are busy with another map")
        self._mapping = True
        round_ = _Round((function.__module__, function.__qualname__), items)
        try:
            while True:
                yield from round_.in_order()
                self._feed(round_)
                if round_.over:
                    return
                self._wait(round_)
        finally:
            self._mapping = False
            for worker in [worker for worker in self._workers if not worker.idle]:
                self._drop(worker)

    def _feed(self, round_: _Round) -> None:
        """Give items to idle workers, and start one where work waits for want of it."""
        round_.look_ahead(self._most * _AHEAD)
        for worker in [worker for worker in self._workers if worker.idle]:
            if not worker.alive:  # ended by someone else while it had nothing to do
                self._drop(worker)
            elif worker.function != round_.function:
                worker.prepare(round_.function)
            elif round_.pending:
                worker.give(*round_.take())
        preparing = sum(1 for w in self._workers if not w.idle and w.job is None)
        while len(self._workers) < self._most and len(round_.pending) > preparing:
            worker = Worker(self._memory, self._seconds)
            self._workers.append(worker)
            worker.prepare(round_.function)
            preparing += 1

    def _wait(self, round_: _Round) -> None:
        """Wait for pipes and clocks, and take in what came."""
        with selectors.DefaultSelector() as selector:
            for worker in self._workers:
                if worker.idle:
                    continue
                selector.register(worker.back, selectors.EVENT_READ, worker)
                if worker.has_to_write:
                    selector.register(worker.to, selectors.EVENT_WRITE, worker)
            left = [time for w in self._workers if (time := w.time_left()) is not None]
            events = selector.select(max(0.0, min(left, default=0.0)))
        for key, _ in events:
            worker = key.data
            if worker not in self._workers:
                continue  # it died just now, and both of its pipes told so
            if key.fd == worker.to:
                worker.write()
            else:
                self._read(worker, round_)
        for worker in list(self._workers):
            time_left = worker.time_left()
            if time_left is not None and time_left <= 0:
                self._overdue(worker, round_)

    def _read(self, worker: Worker, round_: _Round) -> None:
        try:
            answer = worker.read()
        except EOFError:
            failure = worker.cause_of_death()
            self._drop(worker)
            round_.died(worker.job, failure)
            return
        if answer is None:
            return
        kind, content = answer
        job, worker.job = worker.job, None
        if kind == "error":
            _raise(*content)
        if kind == "ready":
            round_.starts_in_vain = 0
            return
        assert job is not None
        if kind == "too_costly":
            round_.results[job] = WorkFailure("too_costly", content)
            self._drop(worker)  # what is left of its memory is not worth keeping
        else:
            round_.results[job] = content

    def _overdue(self, worker: Worker, round_: _Round) -> None:
        self._drop(worker)
        what = "a start" if worker.job is None else "the work"
        message = f"{what} took more than {worker.seconds:g} s"
        round_.died(worker.job, WorkFailure("too_costly", message))

    def _drop(self, worker: Worker) -> None:
        self._workers.remove(worker)
        worker.end()


class _Round:
    """One map: its items, the results that wait for their turn, and how it stands.

    `pending` are items looked at but not given to a worker yet, with their numbers.
    """

    def __init__(self, function: tuple[str, str], items: Iterator[Any]) -> None:
        self.function = function
        self.pending: deque[tuple[int, Any]] = deque()
        self.results: dict[int, Any] = {}
        self.starts_in_vain = 0
        self._items = items
        self._exhausted = False
        self._seen = 0
        self._yielded = 0

    @property
    def over(self) -> bool:
        """Whether every item's result was given out."""
        return self._exhausted and self._yielded == self._seen

    def look_ahead(self, bound: int) -> None:
        """Take items until `bound` are under way."""
        while not self._exhausted and self._seen - self._yielded < bound:
            try:
                self.pending.append((self._seen, next(self._items)))
                self._seen += 1
            except StopIteration:
                self._exhausted = True

    def take(self) -> tuple[int, bytes]:
        """Return the number and the pickle of the next item."""
        number, item = self.pending.popleft()
        return number, pickle.dumps(item)

    def in_order(self) -> Iterator[Any]:
        """Yield the results whose turn it is."""
        while self._yielded in self.results:
            result = self.results.pop(self._yielded)
            self._yielded += 1
            yield result

    def died(self, job: int | None, failure: WorkFailure) -> None:
        """Book a worker's death on its job; one that died without a job never started."""
        if job is not None:
            self.results[job] = failure
            return
        self.starts_in_vain += 1
        if self.starts_in_vain >= _MOST_STARTS_IN_VAIN:
            raise WorkError(f"no worker can be started: {failure.message}")


def _raise(error: bytes | None, trace: str) -> NoReturn:
    """Raise an error of the work as itself, with the worker's traceback as its cause."""
    cause = WorkError(f"in a worker:\n{trace}")
    if error is None:
        raise cause
    raise pickle.loads(error) from cause  # noqa: S301 (our own worker's)
