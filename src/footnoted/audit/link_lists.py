"""Lists, Markdown and HTML files, and folders of them, read for their links."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from footnoted.audit.html_links import html_links, is_web
from footnoted.errors import FootnotedError
from footnoted.layout.charset import decode
from footnoted.texts import media_type

MARKDOWN = (".md", ".markdown")
HTML = (".html", ".htm", ".xhtml")

PASSED_OVER = frozenset({"node_modules", "__pycache__"})
"""Folders of others' files, not entered; nor is any whose name begins with a dot."""

STDIN = "<stdin>"
"""How standard input is called where a file's name would stand."""


@dataclass(frozen=True, slots=True)
class Link:
    """A URL as it is written, and its line (from 1) and file; None where nobody knows."""

    url: str
    line: int | None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """A file that could not be read, and why, in one line that names it."""

    file: str
    message: str


@dataclass(slots=True)
class Listed:
    """The links of all that was named, the files they stand in, and the files with faults."""

    links: list[Link] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def gather(paths: Sequence[Path], stdin: bytes | None = None) -> Listed:
    """Return the links of files and folders in the order given, each file read once.

    `-` is standard input, whose bytes are `stdin`. A file that cannot be read is a fault, and
    the others are still read.
    """
    listed = Listed()
    known: set[str] = set()
    for path in paths:
        if str(path) == "-":
            _add(listed, STDIN, stdin or b"")
            continue
        for file in _files(path, listed.faults):
            _add_file(listed, file, known)
    return listed


def _files(path: Path, faults: list[Fault]) -> Iterator[Path]:
    """Return `path`, or the Markdown and HTML files below it, by name in each folder."""
    if not path.is_dir():
        yield path
        return

    def tell(error: OSError) -> None:
        faults.append(_unread(Path(error.filename or path), error))

    count, before = 0, len(faults)
    for folder, below, names in os.walk(path, onerror=tell):
        below[:] = sorted(name for name in below if _is_entered(name))
        for name in sorted(names):
            file = Path(folder, name)
            wanted = name.lower().endswith((*MARKDOWN, *HTML))
            if wanted and file.is_file() and not file.is_symlink():
                count += 1
                yield file
    if not count and len(faults) == before:
        faults.append(Fault(str(path), f"{path}: no Markdown or HTML file in this folder"))


def _is_entered(name: str) -> bool:
    return not name.startswith(".") and name not in PASSED_OVER


def _add_file(listed: Listed, file: Path, known: set[str]) -> None:
    try:
        whole = os.path.realpath(file)
        if whole in known:
            return
        known.add(whole)
        data = file.read_bytes()
    except (OSError, ValueError) as error:
        listed.faults.append(_unread(file, error))
        return
    _add(listed, file.as_posix(), data)


def _add(listed: Listed, name: str, data: bytes) -> None:
    try:
        listed.links += read_links(data, name)
    except FootnotedError as error:
        listed.faults.append(Fault(name, str(error)))
    else:
        listed.files.append(name)


def _unread(file: Path, error: OSError | ValueError) -> Fault:
    why = error.strerror if isinstance(error, OSError) else error
    return Fault(file.as_posix(), f"{file}: cannot be read ({why})")


def read_links(data: bytes, name: str) -> list[Link]:
    """Return the links in `data`, in order, as they are written.

    Markdown and HTML by the name's ending; anything else is HTML by its looks or a URL a line
    (blank lines and lines that begin with `#` are passed over). Links within a page, relative
    ones, `mailto:` and the like are no links to check. Raises FootnotedError for bytes that are
    not text.
    """
    ending = name.lower()
    if ending.endswith(MARKDOWN):
        return _marked_up(_utf_8(data, name), name, html=False)
    starts_as_markup = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    if ending.endswith(HTML) or (starts_as_markup and media_type(data, None) == "text/html"):
        text = decode(data, None).text
        return _marked_up(_refuse_binary(text, name), name, html=True)
    lines = enumerate(_utf_8(data, name).splitlines(), 1)
    stripped = ((line.strip(), number) for number, line in lines)
    return [Link(url, line, name) for url, line in stripped if url and not url.startswith("#")]


def _marked_up(text: str, name: str, *, html: bool) -> list[Link]:
    from footnoted.audit.markdown_links import markdown_links  # noqa: PLC0415 -- only for Markdown

    try:
        found = html_links(text) if html else markdown_links(text)
    except ValueError as error:
        raise FootnotedError(f"{name}: cannot be read as HTML ({error})") from None
    return [Link(url, line, name) for url, line in found if is_web(url)]


def _utf_8(data: bytes, name: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        raise FootnotedError(
            f"{name}:{line}:{column}: not UTF-8; save the file as UTF-8 text"
        ) from None
    return _refuse_binary(text, name)


def _refuse_binary(text: str, name: str) -> str:
    if "\0" in text:
        raise FootnotedError(f"{name}: a binary file; give a list of URLs, Markdown or HTML")
    return text
