"""What all tests share: no skip goes unnamed, and on CI none goes unpunished."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive_site import WAYBACK, Pywb, serve_pywb

ROOT = Path(__file__).resolve().parent.parent
PAPER = ROOT.parent / "shared" / "papers" / "saferworld-2013.md"


@pytest.fixture(scope="session", autouse=True)
def _ctrl_c_is_heard() -> None:
    """Take Ctrl-C as at a terminal, also where a shell started the tests in the background.

    Such a shell has SIGINT ignored, and every process below it would ignore it, too.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def saferworld() -> Path:
    """Return the first paper's text; it stays with its owner, so some machines lack it."""
    if not PAPER.is_file():
        pytest.skip("the paper's text is not at ../shared/papers/saferworld-2013.md")
    return PAPER


@pytest.fixture(scope="session")
def pywb(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pywb]:
    """Run a real web archive, which each test asks for a collection of its own."""
    if not WAYBACK.exists():
        pytest.skip("pywb is not in .venv-pywb; make test puts it there")
    with serve_pywb(tmp_path_factory.mktemp("pywb") / "home") as running:
        yield running


@pytest.fixture(scope="module")
def reviewable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Audit a corpus that waits for a person; each test copies it before it changes anything."""
    from review_server import audited  # noqa: PLC0415 - heavy, and few tests need it

    home = tmp_path_factory.mktemp("audited")
    audited(home)
    return home


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name each skip and its reason."""
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped:
        terminalreporter.section("skipped, and why")
        for report in skipped:
            reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
            terminalreporter.write_line(f"{report.nodeid}: {reason.removeprefix('Skipped: ')}")


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Fail where a skip is no option."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if skipped and os.environ.get("FOOTNOTED_NO_SKIPS") and exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
