"""Runs a composite action as a runner would: its own `run:` steps, in order, by bash.

Only what `action.yml` uses is understood, and all else is refused: inputs, outputs of steps and
the token in `${{ }}`; `always()`, `!cancelled()`, `==` and `!=` between `&&` in `if:`. Steps that
use another action are noted, with their `with:`, and not run.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from small_github import HOME, TOKEN

_EXPRESSION = re.compile(r"\$\{\{ *(.*?) *\}\}")
_TERM = re.compile(r"([\w.-]+) *(==|!=) *'([^']*)'")
REAL_TIME = "Install footnoted"
"""The step that asks a package registry, whose certificate holds today and not in the story."""


def faketime_library() -> Path:
    """Return Debian's libfaketime, for programs with threads."""
    found = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
    assert found, "Debian's package libfaketime is needed"
    return found[0]


@dataclass
class Step:
    """What became of a step."""

    name: str
    outcome: str
    outputs: dict[str, str] = field(default_factory=dict)
    log: str = ""
    uses: str | None = None
    given: dict[str, str] = field(default_factory=dict)


@dataclass
class Job:
    """What became of a job: its steps, its step summary, and whether it is red."""

    steps: dict[str, Step]
    summary: str
    outputs: dict[str, str]

    @property
    def red(self) -> bool:
        """Whether a step failed."""
        return any(one.outcome == "failure" for one in self.steps.values())

    @property
    def log(self) -> str:
        """What all steps printed."""
        return "\n".join(f"## {one.name}\n{one.log}" for one in self.steps.values())

    def ran(self, name: str) -> bool:
        """Tell whether a step was not skipped."""
        return self.steps[name].outcome != "skipped"


@dataclass
class Runner:
    """A machine for jobs; what one job leaves in its temporary folder is gone for the next.

    Only the installed environment stays: to install it each night would test pip.
    `before` is called with the name of each step before it runs.
    """

    action: Path
    home: Path
    api: str
    environment: Mapping[str, str] = field(default_factory=dict)
    before: Callable[[str], None] = lambda _name: None

    def job(self, workspace: Path, inputs: Mapping[str, str], at: datetime | None) -> Job:
        """Run the action in a checkout; `at` is what its clock shows, None for the real time."""
        text = yaml.safe_load((self.action / "action.yml").read_text("utf-8"))
        unknown = inputs.keys() - text["inputs"].keys()
        assert not unknown, f"no such inputs: {unknown}"
        context = _Context(
            {name: str(one.get("default", "")) for name, one in text["inputs"].items()}
        )
        context.inputs = {name: context.filled(one) for name, one in context.inputs.items()}
        context.inputs |= inputs
        temp = self._temp()
        summary = temp / "summary.md"
        for step in text["runs"]["steps"]:
            self._step(step, context, workspace, temp, at)
        outputs = {name: context.filled(one["value"]) for name, one in text["outputs"].items()}
        told = summary.read_text("utf-8") if summary.exists() else ""
        return Job({one.name: one for one in context.steps.values()}, told, outputs)

    def _temp(self) -> Path:
        temp = self.home / "temp"
        temp.mkdir(parents=True, exist_ok=True)
        for left in temp.iterdir():
            if left.name == "footnoted":
                continue
            if left.is_dir():
                shutil.rmtree(left)
            else:
                left.unlink()
        return temp

    def _step(
        self,
        step: dict[str, Any],
        context: _Context,
        workspace: Path,
        temp: Path,
        at: datetime | None,
    ) -> None:
        name = step["name"]
        made = Step(name, "skipped")
        context.steps[step.get("id", name)] = made
        if not context.holds(step.get("if", "")):
            return
        if "uses" in step:
            made.outcome, made.uses = "success", step["uses"]
            made.given = {key: context.filled(str(one)) for key, one in step["with"].items()}
            return
        self.before(name)
        assert step["shell"] == "bash"
        assert "${{" not in step["run"], "a script takes what it is given from its environment"
        output, summary = temp / f"output-{len(context.steps)}", temp / "summary.md"
        output.touch()
        summary.touch()
        environment = {
            **self._environment(workspace, temp, at if name != REAL_TIME else None),
            **{key: context.filled(str(one)) for key, one in step.get("env", {}).items()},
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(summary),
        }
        script = temp / "step.sh"
        script.write_text(step["run"], "utf-8")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=workspace,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        made.log = done.stdout
        made.outcome = "failure" if done.returncode else "success"
        made.outputs = _outputs(output.read_text("utf-8"))

    def _environment(self, workspace: Path, temp: Path, at: datetime | None) -> dict[str, str]:
        """Return what a runner gives to each step, and the virtual clock."""
        clock = {}
        if at:
            ahead = (at - datetime.now(UTC)).total_seconds()
            clock = {
                "LD_PRELOAD": str(faketime_library()),
                "FAKETIME": f"{ahead:+.0f}",
                "FAKETIME_DONT_FAKE_MONOTONIC": "1",
                "NO_FAKE_STAT": "1",
            }
        kept = re.compile(
            r"PATH|HOME|LANG|SSL_CERT_FILE|PIP_\w+"
        )  # pip's: where packages come from
        return {
            **{name: one for name, one in os.environ.items() if kept.fullmatch(name)},
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(self.action),
            "GITHUB_API_URL": self.api,
            "GITHUB_REPOSITORY": HOME.removeprefix("/repos/"),
            "GITHUB_RUN_ID": "1",
            "GITHUB_SERVER_URL": "https://code.example",
            "GITHUB_WORKFLOW_REF": "owner/project/.github/workflows/nightly.yml@refs/heads/main",
            "GITHUB_WORKSPACE": str(workspace),
            "RUNNER_TEMP": str(temp),
            **clock,
            **self.environment,
        }


@dataclass
class _Context:
    """What expressions may name."""

    inputs: dict[str, str]
    steps: dict[str, Step] = field(default_factory=dict)

    def filled(self, text: str) -> str:
        """Return `text` with the value of each expression in it."""
        return _EXPRESSION.sub(lambda found: self._value(found[1]), text)

    def holds(self, condition: str) -> bool:
        """Tell whether an `if:` is true; no step before may have failed unless it says so."""
        terms = [one.strip() for one in condition.split("&&") if one.strip()]
        if whatever := {"always()", "!cancelled()"}.intersection(terms):  # nobody cancels here
            terms = [one for one in terms if one not in whatever]
        elif any(one.outcome == "failure" for one in self.steps.values()):
            return False
        return all(self._is_true(one) for one in terms)

    def _is_true(self, term: str) -> bool:
        found = _TERM.fullmatch(term)
        assert found, f"not understood: {term}"
        return (self._value(found[1]) == found[3]) == (found[2] == "==")

    def _value(self, name: str) -> str:
        match name.split("."):
            case ["github", "token"]:
                return TOKEN
            case ["inputs", one]:
                return self.inputs[one]
            case ["steps", step, "outputs", one]:
                return self.steps[step].outputs.get(one, "") if step in self.steps else ""
            case ["steps", step, "outcome"]:
                return self.steps[step].outcome
        raise AssertionError(f"not understood: {name}")


def _outputs(text: str) -> dict[str, str]:
    """Return the outputs that a step wrote, in either of the two forms."""
    found: dict[str, str] = {}
    lines = iter(text.splitlines())
    for line in lines:
        if opened := re.fullmatch(r"([\w-]+)<<(.+)", line):
            taken = []
            while (one := next(lines)) != opened[2]:
                taken.append(one)
            found[opened[1]] = "\n".join(taken)
        else:
            name, _, value = line.partition("=")
            found[name] = value
    return found
