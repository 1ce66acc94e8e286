"""What the docs say of a word: a lint's section, a row of a table, an item of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

PAGES = ("lints.md", "links.md", "checks.md", "history.md", "fetching.md")
"""The pages that tell of rules, verdicts and reasons; the wheel has them beside the code."""

_HEADING = re.compile(r"^(#+) (.*)$")
_CELLS = re.compile(r"(?<!\\)\|")


def page(name: str) -> str:
    """Return a page of the docs, empty where this installation has none."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "docs", package.parent.parent / "docs"):
        path = folder / name
        if path.is_file():
            return path.read_text("utf-8")
    return ""


def told_of(word: str) -> Iterator[tuple[str, str]]:
    """Yield what the docs say of a rule, verdict or reason: where (page, heading), and the text."""
    for name in PAGES:
        for heading, text in _sections(page(name)):
            if heading.startswith("Shown "):  # measurements, not meanings
                continue
            if _names(word, heading):
                yield f"{name}, {heading.replace('`', '')}", text.strip()
            else:
                for found in (*_items(word, text), *_rows(word, text)):
                    yield f"{name}, {heading.replace('`', '')}", found


def known_words() -> set[str]:
    """Return every word that a heading, a row or an item of the docs is about."""
    heads = r"^#+ .*|^- `[^:]*:|^\|[^|]*`[^|]*\|"
    found = (hit for name in PAGES for hit in re.findall(heads, page(name), re.MULTILINE))
    return {word for head in found for word in re.findall(r"`([a-z0-9_-]+)`", head)}


def _sections(text: str) -> Iterator[tuple[str, str]]:
    """Yield each heading and the text below it, up to the next heading."""
    heading, lines = "", list[str]()
    fenced = False
    for line in text.splitlines():
        fenced ^= line.startswith("```")
        found = None if fenced else _HEADING.match(line)
        if found:
            yield heading, "\n".join(lines)
            heading, lines = found[2], []
        else:
            lines.append(line)
    yield heading, "\n".join(lines)


def _items(word: str, text: str) -> Iterator[str]:
    """Yield the list items that are about `word`: it stands before their colon."""
    for item in re.split(r"\n(?=- |\n|[^\s-])", text):
        head, colon, _ = item.partition(":")
        if colon and item.lstrip().startswith("- ") and _names(word, head):
            yield " ".join(item.strip().removeprefix("- ").split())


def _rows(word: str, text: str) -> Iterator[str]:
    """Yield the rows of tables whose first cell names `word`, each cell under its column."""
    columns: list[str] = []
    for line in text.splitlines():
        if not line.startswith("|"):
            columns = []
            continue
        cells = [cell.strip() for cell in _CELLS.split(line.strip("| "))]
        if not columns:
            columns = cells
        elif _names(word, cells[0]):
            pairs = zip(columns[1:], cells[1:], strict=False)
            yield "\n".join(f"{name}: {cell}" if name else cell for name, cell in pairs if cell)


def _names(word: str, text: str) -> bool:
    return f"`{word}`" in text
