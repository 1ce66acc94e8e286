"""The public Python API: its examples run, its names are those that the docs tell."""

from __future__ import annotations

import doctest
import json
import re
import subprocess
import sys
from dataclasses import fields
from importlib import import_module
from pathlib import Path

import pytest

import footnoted
from footnoted.audit import Audit, Clock, Options, Watcher
from footnoted.demo.run import run_demo
from footnoted.demo.site import DemoSite
from footnoted.model.verdicts import Comparison, PartVerdict

API = Path(__file__).resolve().parent.parent / "docs" / "api.md"
PUBLIC = ("footnoted.audit", "footnoted.compare")
FLAGS = doctest.ELLIPSIS | doctest.REPORT_NDIFF


def run(test: doctest.DocTest) -> None:
    """Run the examples; fail with what came otherwise, as doctest tells it."""
    told: list[str] = []
    ran = doctest.DocTestRunner(optionflags=FLAGS).run(test, out=told.append)
    assert ran.attempted > 0
    if told:
        pytest.fail("".join(told), pytrace=False)


def test_the_examples_of_the_page_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line of docs/api.md gives what stands below it, where the demo has run."""
    monkeypatch.chdir(tmp_path)
    with DemoSite() as site:
        run_demo(Path("footnoted-demo"), site, Clock(), Watcher())
        page = API.read_text("utf-8")
        test = doctest.DocTestParser().get_doctest(page, {}, API.name, str(API), 0)
        run(test)


@pytest.mark.parametrize("name", PUBLIC)
def test_the_examples_of_docstrings_run(name: str) -> None:
    """Of each public module; `footnoted.compare` has one for each of its functions."""
    module = import_module(name)
    found = [one for one in doctest.DocTestFinder().find(module, name) if one.examples]
    for test in found:
        run(test)
    if name == "footnoted.compare":
        functions = {f"{name}.{one}" for one in ("quotation", "figure", "read")}
        assert {one.name for one in found} == {name, *functions}


@pytest.mark.parametrize("name", PUBLIC)
def test_the_page_names_all_that_is_public(name: str) -> None:
    """The table of what is stable has each name of `__all__`, and none besides."""
    row = next(
        line for line in API.read_text("utf-8").splitlines() if line.startswith(f"| `{name}`")
    )
    assert set(re.findall(r"`(\w+)`", row.split("|")[2])) == set(import_module(name).__all__)


def test_the_page_names_every_option() -> None:
    """Each field of Options, Audit and Comparison is told."""
    told = set(re.findall(r"`(\w+)`", API.read_text("utf-8")))
    for record in (Options, Audit, Comparison):
        assert {field.name for field in fields(record)} - told == set(), record.__name__


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_says_what_it_is(name: str) -> None:
    """Each class and function of `__all__` has a docstring of its own."""
    module = import_module(name)
    public = [getattr(module, one) for one in module.__all__]
    assert [one for one in public if callable(one) and not one.__doc__] == []


def test_importing_the_package_loads_nothing() -> None:
    """`import footnoted` is quick; the two modules come when they are asked for, and no other."""
    code = (
        "import sys, footnoted\n"
        "print([one for one in ('typing', 'pydantic', 'footnoted.model') if one in sys.modules])\n"
        "print(footnoted.compare.figure('$2bn', 'It cost $2 billion.').verdict.value)\n"
        "print(footnoted.audit.Options.__name__, hasattr(footnoted, 'nothing'))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines() == ["[]", "agrees", "Options False"]
    assert set(footnoted.__all__) == {"__version__", "audit", "compare"}


def test_the_verdicts_are_those_of_the_command_line(tmp_path: Path) -> None:
    """`footnoted.compare` and `footnoted compare` tell the same of the same page."""
    page = b"<p>Trade came to $2.87 billion in 2012; it did not grow.</p>"
    path = tmp_path / "page.html"
    path.write_bytes(page)
    ours = footnoted.compare.quotation("it did grow", page, media_type="text/html")
    told = subprocess.run(
        [
            sys.executable,
            "-m",
            "footnoted",
            "compare",
            "it did grow",
            str(path),
            "--format",
            "json",
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    answer = json.loads(told.stdout)
    assert (answer["verdict"], answer["reason"]) == (ours.verdict.value, ours.reason)
    assert answer["span"] == list(ours.span or ())
    assert answer["diff"] == [[one.op, one.claim, one.source] for one in ours.diff]


def test_a_source_is_read_as_it_is_given() -> None:
    """Bytes by their Content-Type, words as plain text or as said, a Text as it is."""
    wanted = "the café’s trade"
    page = f"<p>{wanted}</p>"
    for source, kind in (
        (page.encode("cp1252"), "text/html; charset=windows-1252"),
        (page.encode(), "text/html; charset=utf-8"),
        (f"<meta charset=gbk>{page}", "text/html"),
        (wanted, None),
        (footnoted.compare.read(page, "text/html"), None),
    ):
        found = footnoted.compare.quotation(wanted, source, media_type=kind)
        assert found.verdict is PartVerdict.VERBATIM, source


def test_nothing_to_compare_is_told() -> None:
    """Blank words are `unchecked`, and a cell without a name is refused."""
    for part in (footnoted.compare.quotation, footnoted.compare.figure):
        assert part(" ", "any words").reason == "nothing_to_compare"
    with pytest.raises(ValueError, match="row"):
        footnoted.compare.figure("12", "any words", cell=("", "Exports"))
