"""Make the project's environment, also where `python3 -m venv` lacks ensurepip.

Usage: make_venv.py FOLDER [--dev] [--lowest]
       make_venv.py FOLDER --instead PACKAGE...

Needs Python >= 3.11, pip and a package index. `--dev` adds what the tests need; `--lowest`
installs the lowest version that pyproject.toml allows of each direct dependency. `--instead`
installs these packages and nothing of ours: a tool whose dependencies do not go with our own.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> None:
    """Make the environment, or end with one line that says what is missing."""
    if sys.version_info < (3, 11):  # noqa: UP036 -- said in words to who has an older one
        sys.exit(
            f"footnoted needs Python 3.11 or newer; this is {sys.version.split()[0]}. "
            "Name another one: make PYTHON=python3.12"
        )
    folder = Path(arguments[0])
    python = folder / "bin" / "python"
    if not python.exists():
        _create(folder)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if "--instead" in arguments:
        _run([*pip, *arguments[arguments.index("--instead") + 1 :]])
        return
    requirements = _requirements(dev="--dev" in arguments)
    if "--lowest" in arguments:
        requirements = [re.sub(r">=", "==", one) for one in requirements]
    _run([*pip, "--editable", str(ROOT), *requirements])


def _create(folder: Path) -> None:
    """Create the environment; without ensurepip, the machine's own pip puts pip into it."""
    made = subprocess.run(
        [sys.executable, "-m", "venv", str(folder)], capture_output=True, text=True, check=False
    )
    if made.returncode == 0:
        return
    _run([sys.executable, "-m", "venv", "--clear", "--without-pip", str(folder)])
    target = str(folder / "bin" / "python")
    _run([sys.executable, "-m", "pip", "--python", target, "install", "--quiet", "pip"])


def _requirements(*, dev: bool) -> list[str]:
    import tomllib  # noqa: PLC0415 -- older Pythons lack it, and are to be told so in one line

    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found: list[str] = list(settings["project"]["dependencies"])
    if dev:
        found += settings["dependency-groups"]["dev"]
    return found


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(command, check=False)
    except OSError as error:
        sys.exit(f"cannot run {command[0]}: {error.strerror}")
    if done.returncode:
        sys.exit(f"{' '.join(command[1:4])} failed (exit code {done.returncode})")


if __name__ == "__main__":
    main(sys.argv[1:])
