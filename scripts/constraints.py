"""Pin what the action installs: `action/constraints.txt`, from the environment that runs this.

Usage: constraints.py  (as `make constraints`, after the tests passed in that environment)
"""

from __future__ import annotations

import re
from importlib.metadata import distribution
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "action" / "constraints.txt"
HEAD = """\
# What the action installs beside footnoted, so that a night is judged as the last one was:
# `make constraints` writes it anew from the environment in which the tests passed.
"""


def pinned(name: str = "footnoted", found: dict[str, str] | None = None) -> dict[str, str]:
    """Return the version of each package that `name` needs, itself left out."""
    found = {} if found is None else found
    for requirement in distribution(name).requires or ():
        needed = re.match(r"[\w.-]+", requirement)
        assert needed
        key = re.sub(r"[-_.]+", "-", needed[0]).lower()
        if "extra ==" in requirement or key in found or _is_elsewhere(requirement):
            continue
        found[key] = distribution(key).version
        pinned(key, found)
    return found


def _is_elsewhere(requirement: str) -> bool:
    """Tell whether a requirement is for another system or an older Python."""
    return bool(re.search(r"sys_platform ==|platform_system ==|python_version <", requirement))


if __name__ == "__main__":
    lines = [f"{name}=={version}\n" for name, version in sorted(pinned().items())]
    TARGET.write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} packages in {TARGET}")
