from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from click.testing import CliRunner

from footnoted.commands.lint import command
from footnoted.lints import run_lints
from lintcase import corpus

PAPER = "id: lake\ntitle: The lake\n"
NOTES = '- id: "1"\n  status: missing\n'
SOURCES = "- id: ash\n  title: On lakes\n  URL: http://lakes.example.org/\n"


def _run(folder: Path, *options: str) -> tuple[int, str, str]:
    for name, text in (("paper", PAPER), ("notes", NOTES), ("sources", SOURCES)):
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    done = CliRunner().invoke(command, [str(folder), *options])
    return done.exit_code, done.stdout, done.stderr


def test_a_rule_that_is_off_does_not_run_and_is_named() -> None:
    """It is told apart from rules that lack the paper."""
    run = run_lints(corpus(), None, today=date(2026, 11, 24), off=("missing-note",))
    assert run.findings == ()
    assert "missing-note" not in run.ran
    assert ("missing-note", "switched off") in run.not_run


def test_the_command_switches_rules_off(tmp_path: Path) -> None:
    """Exit code and counts follow; hints are counted apart."""
    code, out, err = _run(tmp_path)
    assert code == 1
    assert "[missing-note]" in out
    assert "1 error, 2 warnings, 1 hint" in err
    code, out, err = _run(tmp_path, "--off", "missing-note", "--off", "undated-page")
    assert code == 0
    assert "missing-note" not in out
    assert "no errors, 2 warnings\n" in err


def test_a_rule_that_is_not_there_is_a_wrong_use(tmp_path: Path) -> None:
    """The nearest one is named."""
    code, _, err = _run(tmp_path, "--off", "mising-note")
    assert code == 2
    assert "did you mean 'missing-note'?" in err


def test_programs_are_told_how_sure_a_rule_is(tmp_path: Path) -> None:
    """A front page is medium; a missing note is what it is."""
    _, out, _ = _run(tmp_path, "--format", "json")
    sure = {one["rule"]: one["confidence"] for one in json.loads(out)["findings"]}
    assert (sure["missing-note"], sure["landing-page"]) == ("high", "medium")
