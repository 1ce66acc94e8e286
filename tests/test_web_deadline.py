"""The one deadline: it ends what time-outs of sockets would not."""

from __future__ import annotations

import socket
import threading
import time

import pytest

from footnoted.web.deadline import Watch, Watchdog
from footnoted.web.failures import LookFailedError


def test_a_read_that_waits_is_ended_at_the_deadline() -> None:
    """The connection is shut under it, so a blocked read returns."""
    near, far = socket.socketpair()
    with near, far, Watchdog() as watchdog, watchdog.watch(0.2) as watch:
        watch.hold_socket(near)
        began = time.monotonic()
        assert near.recv(1) == b""
        assert 0.15 < time.monotonic() - began < 1
        assert watch.ended == "deadline"
        with pytest.raises(LookFailedError) as failed:
            watch.check()
    assert failed.value.failure.reason == "timeout"


def test_a_watch_that_is_left_in_time_leaves_its_connection_open() -> None:
    """What was held is let go, the connection itself goes on."""
    near, far = socket.socketpair()
    with near, far, Watchdog() as watchdog:
        with watchdog.watch(0.05) as watch:
            watch.hold_socket(near)
        time.sleep(0.1)
        far.sendall(b"x")
        assert near.recv(1) == b"x"
        assert watch.ended is None


def test_a_cut_ends_all_watches_and_later_ones() -> None:
    """After it, whatever begins is ended as it begins."""
    ended = threading.Event()
    with Watchdog() as watchdog:
        with watchdog.watch(60) as watch:
            watch.hold(ended.set)
            watchdog.cut()
            assert ended.is_set()
            with pytest.raises(LookFailedError) as failed:
                watch.check()
        assert failed.value.failure.reason == "interrupted"
        late = threading.Event()
        with watchdog.watch(60) as watch:
            watch.hold(late.set)
        assert late.is_set()


def test_watches_end_each_at_its_own_time() -> None:
    """A later, shorter one does not wait for an earlier, longer one."""
    with Watchdog() as watchdog, watchdog.watch(60) as long, watchdog.watch(0.1) as short:
        time.sleep(0.3)
        assert (long.ended, short.ended) == (None, "deadline")
    assert long.left() > 50


def test_time_that_is_over_fails_a_check_even_unwatched() -> None:
    """The clock counts, not only the thread."""
    with pytest.raises(LookFailedError):
        Watch(0).check()
