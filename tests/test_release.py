"""The release: the tag, the version and the changelog agree; its workflow has no right too many."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from footnoted import __version__

ROOT = Path(__file__).resolve().parent.parent
WORKFLOW = ROOT / ".github" / "workflows" / "release.yml"
CHANGELOG = """\
# Changes

## 0.2.0 (2026-12-24)

### Added

- `footnoted fly`.

## 0.1.0 (2026-12-01)

- Begun.
"""


def notes(
    folder: Path, tag: str, *, version: str = "0.2.0", changelog: str = CHANGELOG
) -> tuple[int, str, str]:
    """Return what becomes of a tag in a repository of that version and changelog."""
    source = folder / "src" / "footnoted"
    source.mkdir(parents=True)
    (source / "__init__.py").write_text(f'"""Ours."""\n\n__version__ = "{version}"\n')
    (folder / "CHANGELOG.md").write_text(changelog)
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "release_notes.py"), tag, str(folder)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout, done.stderr


def test_the_notes_are_the_section_of_the_version(tmp_path: Path) -> None:
    """What stands below its heading, up to the next."""
    assert notes(tmp_path / "new", "v0.2.0") == (0, "### Added\n\n- `footnoted fly`.\n", "")
    assert notes(tmp_path / "old", "v0.1.0", version="0.1.0") == (0, "- Begun.\n", "")


@pytest.mark.parametrize(
    ("tag", "changelog", "told"),
    [
        ("v0.2.1", CHANGELOG, "the tag is v0.2.1, but __version__"),
        ("0.2.0", CHANGELOG, "the tag is 0.2.0, but __version__"),
        ("v0.2.0", "# Changes\n", "has 0 sections '## 0.2.0 (YYYY-MM-DD)'"),
        ("v0.2.0", CHANGELOG.replace("0.1.0", "0.2.0"), "has 2 sections"),
        ("v0.2.0", CHANGELOG.replace("2026-12-24", "not released"), "write the day"),
        ("v0.2.0", "## 0.2.0 (2026-12-24)\n\n## 0.1.0 (2026-12-01)\n", "says nothing of 0.2.0"),
    ],
    ids=["other-version", "no-v", "no-section", "two-sections", "no-day", "empty-section"],
)
def test_what_does_not_agree_stops_the_release(
    tag: str, changelog: str, told: str, tmp_path: Path
) -> None:
    """In one line that says what to mend."""
    code, out, error = notes(tmp_path, tag, changelog=changelog)
    assert (code, out) == (1, "")
    assert told in error
    assert error.count("\n") == 1


def test_the_changelog_has_a_section_for_this_version() -> None:
    """Released or not, so that a tag needs a day and nothing else."""
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.search(
        rf"^## {re.escape(__version__)} \((not released|[0-9-]+)\)$", text, re.MULTILINE
    )


def jobs() -> dict[str, dict[str, Any]]:
    """Return the jobs of the release."""
    read = yaml.safe_load(WORKFLOW.read_text("utf-8"))
    assert read["permissions"] == {}
    found: dict[str, dict[str, Any]] = read["jobs"]
    return found


def test_only_the_outward_steps_have_rights() -> None:
    """Tests and build, which run what others wrote, can only read; each job waits for the last."""
    rights = {name: job["permissions"] for name, job in jobs().items()}
    assert rights == {
        "test": {"contents": "read"},
        "build": {"contents": "read"},
        "publish": {"id-token": "write"},
        "release": {"contents": "write", "id-token": "write", "attestations": "write"},
    }
    assert [job.get("needs") for job in jobs().values()] == [None, "test", "build", "publish"]
    outward = [step for name in ("publish", "release") for step in jobs()[name]["steps"]]
    assert not [step for step in outward if step.get("uses", "").startswith("actions/checkout")]


def test_every_action_is_pinned_to_a_commit() -> None:
    """By its whole hash, with the release that it is beside it."""
    used = re.findall(r"uses: (.*)", WORKFLOW.read_text("utf-8"))
    assert len(used) > 5
    assert [
        one for one in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one)
    ] == []
