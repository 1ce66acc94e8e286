"""What a program shows on a pseudo terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from pathlib import Path
from typing import Any


def all_shown(ours: int) -> bytes:
    """Return what comes until the other side of the terminal is closed, and close this one."""
    seen = b""
    while True:
        try:
            chunk = os.read(ours, 4096)
        except OSError:  # Linux says EIO once the other side is closed
            break
        if not chunk:
            break
        seen += chunk
    os.close(ours)
    return seen


class Typist:
    """A person at a pseudo terminal: waits for words, types, and sees all that was shown."""

    def __init__(self, arguments: list[str], **given: Any) -> None:
        """Start a program whose terminal is ours."""
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 90, 0, 0))
        self._program = subprocess.Popen(
            arguments,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=_take_terminal,  # noqa: PLW1509 - one system call, so that Ctrl-C is heard
            **given,
        )
        os.close(theirs)
        self.seen = ""
        self._fresh = ""

    def wait_for(self, words: str, seconds: float = 60) -> None:
        """Read until `words` are shown after what was waited for before."""
        end = time.monotonic() + seconds
        while words not in self._fresh:
            ready, _, _ = select.select([self._ours], [], [], max(0, end - time.monotonic()))
            assert ready, f"never shown: {words!r}; shown: {self.seen}{self._fresh}"
            try:
                self._fresh += os.read(self._ours, 4096).decode("utf-8", "replace")
            except OSError:  # Linux says EIO once the other side is closed
                shown = f"{self.seen}{self._fresh}"
                raise AssertionError(f"never shown: {words!r}; shown: {shown}") from None
        before, _, self._fresh = self._fresh.partition(words)
        self.seen += before + words

    def press(self, key: str) -> None:
        """Press a key, once the program waits for one and not for a line."""
        self._wait_until(by_line=False)
        os.write(self._ours, key.encode())

    def type(self, words: str) -> None:
        """Type a line, once the program waits for one; Enter stands among the words."""
        self._wait_until(by_line=True)
        os.write(self._ours, words.encode())

    def _wait_until(self, *, by_line: bool) -> None:
        """Wait until the program waits for input, in the terminal's mode for that.

        What is typed before the mode changes is thrown away, and Python hears a Ctrl-C that comes
        just before it begins to read only when the next line comes.
        """
        for _ in range(3000):
            mode = termios.tcgetattr(self._ours)[3] & termios.ICANON
            if bool(mode) is by_line and self._is_asleep():
                return
            time.sleep(0.01)
        raise AssertionError(f"the program does not wait for input; shown: {self.seen}")

    def _is_asleep(self) -> bool:
        """Tell whether the program waits for something (proc(5): the field after its name)."""
        told = Path(f"/proc/{self._program.pid}/stat").read_text(encoding="utf-8")
        return told.rpartition(")")[2].split()[0] == "S"

    def end(self) -> int:
        """Wait for the program's end, and return its exit code."""
        self.seen += self._fresh + all_shown(self._ours).decode("utf-8", "replace")
        return self._program.wait(30)


def _take_terminal() -> None:
    """Make standard input the terminal of this process's session."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
