"""docs/first-paper.md, docs/repository.md: each command is typed, each file where they say."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from footnoted.audit import Clock, Watcher
from footnoted.demo.run import run_demo
from footnoted.demo.site import DemoSite

DOCS = Path(__file__).resolve().parent.parent / "docs"
NEAR = " --allow-net 127.0.0.0/8"


def commands(page: str, section: str = "") -> list[str]:
    """Return what a section of a page tells its reader to type; of all sections without one."""
    text = (DOCS / page).read_text("utf-8")
    _, _, rest = text.partition(f"\n## {section}") if section else ("", "", text)
    within = rest.partition("\n## ")[0] if section else rest
    blocks = re.findall(r"```console\n(.*?)```", within, re.DOTALL)
    return [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ ")]


def block(page: str, kind: str) -> str:
    """Return the one block of that kind."""
    [found] = re.findall(rf"```{kind}\n(.*?)```", (DOCS / page).read_text("utf-8"), re.DOTALL)
    return str(found)


def typed(command: str, folder: Path) -> tuple[int, str]:
    """Run a line as a shell would; return how it ended, and what it said."""
    author = {
        f"GIT_{one}_{what}": "walk@example.org"
        for one in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, **author, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=100,
        check=False,
    )
    return done.returncode, done.stdout


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a folder where the demo has run, its site still up."""
    home = tmp_path_factory.mktemp("tour")
    with DemoSite() as site:
        run_demo(home / "footnoted-demo", site, Clock(), Watcher())
        yield home


def test_a_first_paper_is_audited_as_the_page_says(tour: Path) -> None:
    """From a paper to a report: each command is typed as it stands, and ends well."""
    lines = commands("first-paper.md")
    assert len(lines) > 6
    told = ""
    for line in lines:
        code, said = typed(line + (NEAR if " check " in line else ""), tour)
        assert code == 0, f"$ {line}\n{said}"
        told = said
    [report] = re.findall(r"reports/\S+/report\.html", told)
    assert "Merrow" in (tour / report).read_text("utf-8")


def test_git_keeps_what_the_page_says(tour: Path, tmp_path: Path) -> None:
    """Records and reports are tracked; evidence, state and papers are not."""
    home = tmp_path / "my-papers"
    assert (
        typed(f"cp -r '{tour}/footnoted-demo' '{home}' && mkdir '{home}/papers'", tmp_path)[0] == 0
    )
    (home / "paper.md").rename(home / "papers" / "orvel.md")
    (home / ".gitignore").write_text(block("repository.md", "gitignore"))
    for line in ("footnoted schemas", "git init --quiet", "git add --all"):
        assert typed(line, home)[0] == 0
    kept = set(typed("git ls-files", home)[1].split())
    below = {one.partition("/")[0] for one in kept}
    assert {"claims", "docs", "reports", ".gitignore"} <= below
    assert not below & {"papers", ".footnoted"}
    reports = {one for one in kept if one.startswith("reports/")}
    assert reports == {f"reports/orvel/report.{form}" for form in ("html", "md", "json")}
    named = re.findall(r"[├└]── ([\w.-]+)/?", block("repository.md", "text"))
    assert {"claims", "docs", "papers", "reports", ".footnoted", "state", "schemas"} <= set(named)
    records = {path.name for path in (home / "claims" / "orvel").iterdir()}
    assert {"paper.yaml", "sources.yaml", "notes.yaml", "01-introduction.yaml"} <= records & set(
        named
    )


def test_state_on_a_branch_of_its_own_is_found_by_the_next_run(tour: Path, tmp_path: Path) -> None:
    """A branch with nothing else on it, and a second night that knows the first."""
    home = tmp_path / "my-papers"
    assert typed(f"cp -r '{tour}/footnoted-demo' '{home}'", tmp_path)[0] == 0
    (home / ".gitignore").write_text(block("repository.md", "gitignore"))
    assert (
        typed("git init --quiet --initial-branch main && git add -A && git commit -qm one", home)[0]
        == 0
    )
    begin, *night = [
        line.replace("bridge-2020", "orvel")
        for line in commands("repository.md", "State on a branch of its own")
    ]
    assert typed(begin, home)[0] == 0
    for count in (1, 2):
        for line in night:
            code, said = typed(line + (NEAR if " check " in line else ""), home)
            assert code in {0, 1} if " check " in line else code == 0, f"$ {line}\n{said}"
            if " check " in line:
                assert (code == 1) is (count == 1), said
    assert typed("git log --oneline footnoted-state", home)[1].count("a night") == 2
    branch = typed("git ls-tree -r --name-only footnoted-state", home)[1].split()
    assert sorted(branch) == [
        f"reports/orvel/state/{one}" for one in ("checks.json", "history.jsonl")
    ]
    assert typed("git status --porcelain", home) == (0, "")


def test_the_hooks_of_the_page_stop_what_they_should(tour: Path, tmp_path: Path) -> None:
    """Records out of form stop the first, errors in records the second; neither needs a network."""
    fmt, lint = commands("repository.md", "Before each commit")
    begin = f"footnoted extract '{tour}/footnoted-demo/paper.md' --format corpus"
    assert typed(begin, tmp_path)[0] == 0
    assert typed(fmt, tmp_path)[0] == 0
    code, said = typed(lint, tmp_path)
    assert code == (1 if " error: " in said else 0), said
    [paper] = tmp_path.glob("claims/*/paper.yaml")
    paper.write_text(paper.read_text("utf-8").replace("title: ", "title:    "))
    assert typed(fmt, tmp_path)[0] == 1
    paper.write_text("id: no title\n")
    assert typed(lint, tmp_path)[0] != 0
