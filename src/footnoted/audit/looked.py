"""What a round of looks brought, read page by page: no round is ever whole in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from footnoted.model.capture import Capture
from footnoted.model.question import Question

PAGES_AT_ONCE = 64
"""So many pages are read and judged together."""

BYTES_AT_ONCE = 32 << 20
"""Fewer where pages are large: a batch ends with the page that reaches this."""


class Looked(Mapping[Question, Capture]):
    """Captures by question, each read when it is asked for, and kept by nobody here."""

    def __init__(self, reads: Mapping[Question, Callable[[], Capture]]) -> None:
        """Take over what brings the capture of each question that has one."""
        self._reads = reads

    def __getitem__(self, question: Question) -> Capture:
        return self._reads[question]()

    def __contains__(self, question: object) -> bool:
        return question in self._reads

    def __iter__(self) -> Iterator[Question]:
        return iter(self._reads)

    def __len__(self) -> int:
        return len(self._reads)


def batches(
    captures: Mapping[Question, Capture], questions: Iterable[Question] | None = None
) -> Iterator[dict[Question, Capture]]:
    """Yield the captures of `questions`, or all, in order: few enough at a time to be held."""
    batch: dict[Question, Capture] = {}
    held = 0
    for question in captures if questions is None else questions:
        capture = captures[question]
        batch[question] = capture
        held += len(capture.response.body) if capture.response else 0
        if len(batch) >= PAGES_AT_ONCE or held >= BYTES_AT_ONCE:
            yield batch
            batch, held = {}, 0
    if batch:
        yield batch


def without_body(capture: Capture) -> Capture:
    """Return `capture` as it is carried on once its page was read: its body left behind."""
    if capture.response is None:
        return capture
    return replace(capture, response=replace(capture.response, body=b""))
