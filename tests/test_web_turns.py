"""Turns: connections of a host and its rest between them."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

import pytest

from footnoted.web.failures import LookFailedError
from footnoted.web.turns import Turns
from web_help import LOOPBACK

PACED = replace(LOOPBACK, pace_seconds=0.2, pace_by_host={"slow.test": 0.4})


def waited(turns: Turns, site: str, halt: threading.Event | None = None) -> float:
    began = time.monotonic()
    with turns.take(site, halt or threading.Event()):
        return time.monotonic() - began


def test_a_host_rests_after_each_answer_and_others_do_not_wait() -> None:
    """By its own pace where it has one."""
    turns = Turns(PACED)
    for site, pace in (("a.test", 0.2), ("slow.test", 0.4)):
        assert waited(turns, site) < 0.1
        assert waited(turns, "b.test" + site) < 0.1
        assert pace - 0.02 < waited(turns, site) < pace + 0.2


def test_no_rest_is_due_where_nothing_was_sent() -> None:
    """A name that does not exist need not recover."""
    turns = Turns(PACED)
    with turns.take("a.test", threading.Event()) as turn:
        turn.rest = False
    assert waited(turns, "a.test") < 0.1


def test_a_host_is_held_for_as_long_as_it_asks() -> None:
    """A longer hold is not shortened by a shorter one."""
    turns = Turns(PACED)
    turns.hold("a.test", 0.4)
    turns.hold("a.test", 0.1)
    assert waited(turns, "a.test") > 0.35


def test_a_halt_ends_the_waiting() -> None:
    """Who waits for a turn hears of it at once."""
    halt = threading.Event()
    turns = Turns(PACED)
    turns.hold("a.test", 60)

    def stop() -> None:
        time.sleep(0.1)
        halt.set()
        turns.wake()

    thread = threading.Thread(target=stop)
    thread.start()
    with pytest.raises(LookFailedError) as failed:
        waited(turns, "a.test", halt)
    thread.join()
    assert failed.value.failure.reason == "interrupted"
