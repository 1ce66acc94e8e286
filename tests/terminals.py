"""What a program shows on a pseudo terminal."""

from __future__ import annotations

import os


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
