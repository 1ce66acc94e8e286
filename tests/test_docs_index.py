"""docs/README.md leads to each page, by the task that the page is for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parent.parent / "docs"
INDEX = DOCS / "README.md"
ROW = re.compile(r"^\| (To .*?\.) \| \[(\S+)\]\((\S+)\) \|$", re.MULTILINE)
PAGES = sorted(path for path in DOCS.glob("*.md") if path != INDEX)


def test_the_index_has_each_page_once() -> None:
    """A row a page, and no row besides."""
    rows = ROW.findall(INDEX.read_text("utf-8"))
    assert sorted(name for _, name, _ in rows) == [path.name for path in PAGES]
    assert [name for _, name, target in rows if target != name] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_begins_with_its_task(page: Path) -> None:
    """Below its title, in the words of the index: a reader knows to be in the right place."""
    title, blank, task, end = page.read_text("utf-8").split("\n")[:4]
    tasks = {name: words for words, name, _ in ROW.findall(INDEX.read_text("utf-8"))}
    assert title.startswith("# ")
    assert (blank, task, end) == ("", f"*{tasks[page.name]}*", "")


def test_the_readme_leads_to_the_index() -> None:
    """Whoever begins at the top finds it."""
    assert "(docs/README.md)" in (DOCS.parent / "README.md").read_text("utf-8")
