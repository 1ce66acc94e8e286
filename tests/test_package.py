"""The packages: what is in them, that they are made alike twice, and that they work elsewhere."""

from __future__ import annotations

import email
import hashlib
import os
import re
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

import pytest

from footnoted import __version__
from footnoted.commands.rules import PAGES

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".venv-publish" / "bin" / "python"
EPOCH = "1795478400"

pytestmark = [
    pytest.mark.skipif(
        not TOOLS.exists(),
        reason="build and pipx are not in .venv-publish; make test puts them there",
    ),
    pytest.mark.timeout(400),
]


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """Run a command; return what it says, or fail with it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(one) for one in command],
        cwd=cwd,
        env={**kept, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def build(source: Path, out: Path) -> None:
    """Build as `make dist` does: the sdist, and the wheel out of it."""
    run(
        TOOLS, "-m", "build", "--no-isolation", "--outdir", out, source,
        cwd=out.parent, SOURCE_DATE_EPOCH=EPOCH,
    )  # fmt: skip


@dataclass(frozen=True)
class Packages:
    """A wheel, and the sdist that it was made of."""

    wheel: Path
    sdist: Path

    @property
    def digests(self) -> tuple[str, str]:
        """The sha256 of both."""
        wheel, sdist = (one.read_bytes() for one in (self.wheel, self.sdist))
        return hashlib.sha256(wheel).hexdigest(), hashlib.sha256(sdist).hexdigest()


def packages_in(folder: Path) -> Packages:
    """Return the one wheel and the one sdist of `folder`."""
    [wheel], [sdist] = folder.glob("*.whl"), folder.glob("*.tar.gz")
    return Packages(wheel, sdist)


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    """Build both packages from the checkout, as any other tests may change files beside."""
    out = tmp_path_factory.mktemp("dist") / "out"
    build(ROOT, out)
    return packages_in(out)


@pytest.fixture(scope="module")
def unpacked(packages: Packages, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack the sdist somewhere else."""
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(packages.sdist) as archive:
        archive.extractall(folder, filter="data")
    return folder / f"footnoted-{__version__}"


def tracked(*paths: str) -> set[str]:
    """Return the files that git keeps, or would keep, below `paths`."""
    listed = run(
        "git",
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
        "--",
        *paths,
        cwd=ROOT,
    )
    return {one for one in listed.split("\0") if one and (ROOT / one).is_file()}


def test_the_wheel_holds_the_package_and_nothing_else(packages: Packages) -> None:
    """The code and its data, the pages that `explain` reads, the licence; no test, no corpus."""
    with zipfile.ZipFile(packages.wheel) as wheel:
        names = set(wheel.namelist())
    about = f"footnoted-{__version__}.dist-info/"
    code = {one.removeprefix("src/") for one in tracked("src")}
    docs = {f"footnoted/docs/{one}" for one in PAGES}
    told = {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"}
    assert names == code | docs | {about + one for one in told}
    assert "footnoted/py.typed" in names
    assert not [one for one in names if "test" in one.split("/")[1] or "saferworld" in one]


def test_the_sdist_holds_what_git_holds(packages: Packages) -> None:
    """Enough to build from and to run the tests: every file of the repository, and PKG-INFO."""
    with tarfile.open(packages.sdist) as archive:
        names = {one.name.partition("/")[2] for one in archive.getmembers() if one.isfile()}
    assert names == tracked(".") | {"PKG-INFO"}


def metadata(packages: Packages) -> Message:
    """Return what the wheel says of itself."""
    with zipfile.ZipFile(packages.wheel) as wheel:
        name = f"footnoted-{__version__}.dist-info/METADATA"
        return email.message_from_bytes(wheel.read(name))


def test_the_metadata_says_what_is_so(packages: Packages) -> None:
    """Name, version, licence, needs; a readme that an index can show, without dead links."""
    told = metadata(packages)
    assert (told["Name"], told["Version"]) == ("footnoted", __version__)
    assert (told["License-Expression"], told["License-File"]) == ("Apache-2.0", "LICENSE")
    assert told["Requires-Python"] == ">=3.11"
    assert len(told.get_all("Requires-Dist", [])) >= 14
    readme = told.get_payload()
    assert isinstance(readme, str)
    assert "footnoted demo" in readme
    relative = [one for one in re.findall(r"\]\(([^)]*)\)", readme) if "://" not in one]
    assert relative == []
    checked = run(
        TOOLS, "-m", "twine", "check", "--strict", packages.wheel, packages.sdist, cwd=ROOT
    )
    assert checked.count("PASSED") == 2


def test_the_same_source_gives_the_same_bytes(
    packages: Packages, unpacked: Path, tmp_path: Path
) -> None:
    """Built once more, elsewhere and out of the sdist: the same wheel and the same sdist."""
    build(unpacked, tmp_path / "again")
    assert packages_in(tmp_path / "again").digests == packages.digests


def test_the_sdist_names_all_that_building_needs(packages: Packages, tmp_path: Path) -> None:
    """In an environment of its own pip makes the same wheel, but for the builder's version."""
    run(TOOLS, "-m", "pip", "wheel", "--no-deps", "-w", tmp_path, packages.sdist, cwd=tmp_path)
    [again] = tmp_path.glob("*.whl")
    with zipfile.ZipFile(again) as ours, zipfile.ZipFile(packages.wheel) as theirs:
        assert ours.namelist() == theirs.namelist()
        other = {one for one in ours.namelist() if ours.read(one) != theirs.read(one)}
    assert {one.rpartition("/")[2] for one in other} <= {"WHEEL", "RECORD"}


def test_the_tests_of_the_sdist_can_be_run(unpacked: Path) -> None:
    """Nothing that they read is left out: all are found, and those of the docs pass."""

    def tests(*arguments: str) -> str:
        return run(
            sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments,
            cwd=unpacked, PYTHONPATH=str(unpacked / "src"), FOOTNOTED_NO_SKIPS="",
        )  # fmt: skip

    assert re.search(r"\d{4} tests collected", tests("--collect-only"))
    assert " passed" in tests(
        "tests/test_docs.py", "tests/test_case_study.py", "tests/test_corpus_schemas.py"
    )


@dataclass(frozen=True)
class Installed:
    """The program as pipx installed it, and a folder far from any checkout."""

    program: Path
    python: Path
    home: Path

    def __call__(self, *arguments: str | Path) -> str:
        """Run it there; return what it says."""
        return run(self.program, *arguments, cwd=self.home)


@pytest.fixture(scope="module")
def installed(packages: Packages, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Install the wheel with pipx, all under a temporary folder."""
    folder = tmp_path_factory.mktemp("pipx")
    run(
        TOOLS, "-m", "pipx", "install", "--python", sys.executable, packages.wheel,
        cwd=folder, PIPX_HOME=str(folder / "home"), PIPX_BIN_DIR=str(folder / "bin"),
        PIPX_MAN_DIR=str(folder / "man"), PIPX_DEFAULT_BACKEND="pip",
    )  # fmt: skip
    (folder / "work").mkdir()
    python = folder / "home" / "venvs" / "footnoted" / "bin" / "python"
    return Installed(folder / "bin" / "footnoted", python, folder / "work")


def test_the_installed_program_works_far_from_a_checkout(installed: Installed) -> None:
    """Version, help, the pages that `explain` reads, schemas, completion, the public modules."""
    assert installed("--version").strip() == f"footnoted, version {__version__}"
    assert "--serve" in installed("demo", "--help")
    assert installed("explain", "quotation-altered").startswith("checks.md, ")
    assert installed("explain", "bare-url").startswith("lints.md, ")
    assert installed("explain", "soft_404").startswith("links.md, ")
    assert installed("schemas", "schemas").endswith(" schemas in schemas\n")
    assert "_FOOTNOTED_COMPLETE" in installed("completion", "bash")
    page = installed.home / "page.html"
    page.write_text("<p>Trade came to $2.87 billion.</p>")
    assert installed("compare", "--figure", "$2.9bn", "page.html").startswith("agrees (rounds)")
    code = "from footnoted import audit, compare; print(audit.__file__, compare.quotation.__name__)"
    told = run(installed.python, "-c", code, cwd=installed.home)
    assert told.startswith(str(installed.python.parent.parent)), "not that of the checkout"


def test_the_demo_runs_from_the_installed_program(installed: Installed) -> None:
    """The tour needs no internet and no checkout; its report, corpus and paper stand there."""
    told = installed("demo", "--no-open", "--folder", "tour")
    report = installed.home / "tour" / "reports" / "orvel" / "report.html"
    assert "report: tour/reports/orvel/report.html" in told
    assert report.stat().st_size > 50_000
    assert installed("lint", "tour/claims/orvel", "--paper", "tour/paper.md", "--fail-on", "never")
