"""A network of our own: loopback only, our name server, our certificate authority.

A private mount and network namespace of Linux, for root. Nothing in it can reach the world,
whatever a link checker tries, and the usual ports are free. `reenter` starts the module again
inside; `set_up` makes the place ready.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.links import ROOT

from faults.transport import KEYS

INSIDE = "FOOTNOTED_LINKS_INSIDE"
CANARY = "93.184.215.14"
"""A public address that the namespace has to itself: who asks whether there is a network."""

TRAPS = ("127.0.0.1", "169.254.169.254", "10.0.0.7", "::1", "fd00::7", "fd00:ec2::254")
"""Addresses that no checker may connect to; each has a listener that counts who does."""

_SYSTEM_ROOTS = Path("/etc/ssl/certs/ca-certificates.crt")


def permitted() -> bool:
    """Tell whether this user may have namespaces of their own."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return False
    tried = subprocess.run(["unshare", "-m", "-n", "true"], check=False, capture_output=True)
    return tried.returncode == 0


def reenter(arguments: Sequence[str]) -> int:
    """Run this benchmark again inside; return its exit code."""
    command = ["unshare", "-m", "-n", sys.executable, "-m", "benchmarks.links", *arguments]
    inside = {**os.environ, INSIDE: "1"}
    return subprocess.run(command, cwd=ROOT, env=inside, check=False).returncode


def set_up(name_server: str) -> None:
    """Bring loopback up with all addresses, and lay our files over the system's."""
    _run("ip", "link", "set", "lo", "up")
    for address in (*TRAPS, CANARY):
        if address not in ("127.0.0.1", "::1"):
            width = "128" if ":" in address else "32"
            nodad = ["nodad"] if ":" in address else []
            _run("ip", "address", "add", f"{address}/{width}", "dev", "lo", *nodad)
    folder = Path(tempfile.mkdtemp(prefix="links-"))
    _lay_over(folder / "resolv.conf", f"nameserver {name_server}\n", Path("/etc/resolv.conf"))
    authority = (KEYS / "authority.pem").read_text(encoding="ascii")
    for roots in _root_files():
        text = roots.read_text(encoding="utf-8") + "\n" + authority
        _lay_over(folder / f"roots-{roots.stat().st_ino}.pem", text, roots)


def _root_files() -> list[Path]:
    """Return the files from which the three programs take the authorities that they trust."""
    bundles = [
        bundle
        for venv in (ROOT / ".venv", ROOT / "benchmarks" / ".peers-links")
        for bundle in venv.glob("lib/python3*/site-packages/certifi/cacert.pem")
    ]
    return [*bundles, _SYSTEM_ROOTS] if _SYSTEM_ROOTS.is_file() else bundles


def _lay_over(ours: Path, text: str, theirs: Path) -> None:
    ours.write_text(text, encoding="utf-8")
    _run("mount", "--bind", str(ours), str(theirs))


def _run(*command: str) -> None:
    subprocess.run(command, check=True)
