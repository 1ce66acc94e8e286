"""`footnoted links` on the whole site at once, as its users run it."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from faults.memory import Memory
from faults.model import Fault
from faults.site import NETWORK, Site


@dataclass(frozen=True, slots=True)
class OurRun:
    """An answer for each URL, as `--format json` has it, and what the run cost."""

    answers: Mapping[str, Mapping[str, Any]]
    seconds: float
    peak_bytes: int


def run_ours(site: Site) -> OurRun:
    """Check all links of the site, with the defaults and the site's network allowed."""
    urls = [site.url(url) for one in site.faults for url in (one.url, *one.beside)]
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "faults.txt"
        listed.write_text("\n".join(urls) + "\n", encoding="utf-8")
        command = [sys.executable, "-m", "footnoted", "links", str(listed), "--format", "json"]
        command += ["--allow-net", NETWORK]
        began = time.monotonic()
        child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        with Memory(child.pid) as memory:
            out, _ = child.communicate()
        seconds = time.monotonic() - began
    told = json.loads(out)["links"]
    answers = dict(zip(urls, told, strict=True))
    return OurRun(answers, seconds, memory.peak_bytes)


def wrong(fault: Fault, answer: Mapping[str, Any], site: Site) -> Sequence[str]:
    """Return what is wrong with our answer to a fault, in words; nothing where it is right."""
    rules = {finding["rule"] for finding in answer["findings"]}
    found = []
    if answer["verdict"] != fault.verdict:
        found.append(str(answer["verdict"]))
    if fault.reason and answer["reason"] != fault.reason:
        found.append(f"reason {answer['reason']}")
    if fault.finding and fault.finding not in rules:
        found.append(f"no {fault.finding}")
    if fault.silent in rules:
        found.append(f"a false {fault.silent}")
    if fault.suggested and answer["suggested_url"] != site.url(fault.suggested):
        found.append(f"suggests {answer['suggested_url']}")
    return found
