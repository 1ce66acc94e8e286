"""What `footnoted links` takes for a link, in Markdown, HTML, lists and folders."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from footnoted.audit.html_links import html_links
from footnoted.audit.link_lists import gather, read_links
from footnoted.audit.markdown_links import markdown_links
from footnoted.errors import FootnotedError


def found(text: str) -> list[str]:
    return [url for url, _ in markdown_links(text) if url.lower().startswith("http")]


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("[a](http://x.example/a_(b)c 'title')", ["http://x.example/a_(b)c"]),
        ("![a](http://x.example/p.png)", ["http://x.example/p.png"]),
        (
            "[![a](http://x.example/p)](http://x.example/q)",
            ["http://x.example/q", "http://x.example/p"],
        ),
        ("<https://x.example/?a=1&amp;b=2>", ["https://x.example/?a=1&b=2"]),
        ("[r]\n\n[r]: <http://x.example/r> 'title'", ["http://x.example/r"]),
        (
            "[r]: http://x.example/1\n[r]: http://x.example/2",
            ["http://x.example/1", "http://x.example/2"],
        ),
        ("<a href='http://x.example/h&amp;i'>x</a>", ["http://x.example/h&i"]),
        ("<div>\n<img src=http://x.example/i>\n</div>", ["http://x.example/i"]),
        ("| a |\n| - |\n| http://x.example/t |", ["http://x.example/t"]),
        ("- > deep: http://x.example/d", ["http://x.example/d"]),
        ("[http://no.example/](http://x.example/y)", ["http://x.example/y"]),
        ("[^1]: Smith, http://x.example/f.", ["http://x.example/f"]),
    ],
)
def test_markdown_has_these_links(text: str, urls: list[str]) -> None:
    """Each once, as CommonMark reads it; a reference where it is defined."""
    assert found(text) == urls


@pytest.mark.parametrize(
    "text",
    [
        "`http://x.example/`",
        "``[a](http://x.example/)``",
        "```\nhttp://x.example/\n```",
        "~~~sh\ncurl http://x.example/\n~~~",
        "    http://x.example/",
        "<!-- <a href='http://x.example/'> -->",
        r"\[a](x.example/)",
        "xhttp://x.example/",
        "http://",
        "[a](#place) [b](../c.md) [d](mailto:a@x.example)",
        "[a](javascript:alert(1))",
    ],
)
def test_markdown_has_no_link_here(text: str) -> None:
    """Code, comments, relative addresses and other schemes are none."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("http://x.example/a.", "http://x.example/a"),
        ("(http://x.example/a)", "http://x.example/a"),
        ("(http://x.example/a_(b))", "http://x.example/a_(b)"),
        ("**http://x.example/a**", "http://x.example/a"),
        ("_http://x.example/a_b_", "http://x.example/a_b"),
        (r"http://x.example/a\_b", "http://x.example/a_b"),
        ("http://x.example/?a=1&amp;b", "http://x.example/?a=1&b"),
        ("http://x.example/?a=1&copy=2", "http://x.example/?a=1&copy=2"),
        ("“http://x.example/a”", "http://x.example/a"),
        ('"http://x.example/a"', "http://x.example/a"),
        ("见http://x.example/页。后", "http://x.example/页"),
        ("HTTPS://x.example/A", "HTTPS://x.example/A"),
        ("http://x.example/~a/?b=[", "http://x.example/~a/?b="),
        ("http://[x.example/", None),
    ],
)
def test_a_bare_address_ends_where_the_sentence_goes_on(written: str, url: str | None) -> None:
    """Stops, marks of emphasis and a bracket that was open before are the sentence's."""
    assert found(f"See {written} there") == ([url] if url else [])


def test_lines_are_those_of_the_file() -> None:
    """Through paragraphs, lists, tables, code spans over lines, HTML and definitions."""
    text = (
        "# t\n\nOne\n[a](http://x.example/4) and `b\nc` http://x.example/5\n\n"
        "> quoted\n> http://x.example/8\n\n| a |\n|---|\n| <http://x.example/12> |\n\n"
        "[r]: http://x.example/14\n\n<div>\n<a href='http://x.example/17'>x</a></div>\n\n"
        "1. x\n   http://x.example/20\n"
    )
    links = markdown_links(text)
    assert len(links) == 7
    assert [url.rpartition("/")[2] for url, _ in links] == [str(line) for _, line in links]


def test_line_breaks_of_other_systems_count_once() -> None:
    """A file from Windows has the same lines."""
    assert markdown_links("a\r\n\r\nhttp://x.example/\r\n") == [("http://x.example/", 3)]
    assert html_links("<p>\r\n<a href='http://x.example/'>") == [("http://x.example/", 2)]


def test_html_has_these_links() -> None:
    """What a reader follows or sees; not what only programs do, nor comments and scripts."""
    text = (
        "<link rel=canonical href='http://no.example/1'><script src='http://no.example/2'></script>"
        "<!-- <a href='http://no.example/3'> --><style>a{b:url(http://no.example/4)}</style>\n"
        "<a href=' http://x.example/1?a&amp;b ' href='http://no.example/5'>x</a>\n\n"
        "<area href='http://x.example/2?&copy=1&reg'><img src='http://x.exam\nple/3'><a name=x>"
    )
    assert html_links(text) == [
        ("http://x.example/1?a&b", 2),
        ("http://x.example/2?&copy=1&reg", 4),
        ("http://x.example/3", 4),
    ]


@pytest.mark.parametrize(
    ("base", "href", "url"),
    [
        ("http://x.example/d/", "a", "http://x.example/d/a"),
        ("http://x.example/d/", "/a", "http://x.example/a"),
        ("https://x.example/", "//y.example/a", "https://y.example/a"),
        ("http://x.example/d/", "http://y.example/", "http://y.example/"),
        ("http://x.example/", "#a", "#a"),
        ("/relative/", "a", "a"),
        ("http://x.example/", "http://[", "http://["),
    ],
)
def test_base_makes_addresses_absolute(base: str, href: str, url: str) -> None:
    """The first one of the file, if it is absolute itself."""
    text = f"<base href='{base}'><base href='http://no.example/'><a href='{href}'>x</a>"
    assert html_links(text) == [(url, 1)]


def test_html_is_read_in_its_own_charset() -> None:
    """Markdown and lists are UTF-8; a page says what it is."""
    page = "<meta charset=windows-1251><a href='http://x.example/мост'>x</a>".encode("cp1251")
    assert [link.url for link in read_links(page, "a.html")] == ["http://x.example/мост"]


def test_the_ending_tells_markdown_and_the_looks_tell_html() -> None:
    """A Markdown file that shows HTML is Markdown; a page without an ending is a page."""
    text = b"```\n<title>x</title>\n```\n<http://x.example/>"
    assert [link.url for link in read_links(text, "A.MD")] == ["http://x.example/"]
    page = b"<!doctype html><a href='http://x.example/'>x</a>"
    assert [link.url for link in read_links(page, "<stdin>")] == ["http://x.example/"]


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html"])
def test_a_binary_file_is_refused_in_one_line(name: str) -> None:
    """A picture by mistake is not a list of strange hosts."""
    with pytest.raises(FootnotedError, match=r"binary|UTF-8"):
        read_links(b"\x89PNG\r\n\0\0\0\0", name)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with some of everything, which is the current one."""
    files = {
        "docs/b.md": "http://x.example/b",
        "docs/a.HTML": "<a href='http://x.example/a'>x</a>",
        "docs/list.txt": "http://x.example/list",
        "docs/sub/c.markdown": "http://x.example/c",
        "docs/.hidden/d.md": "http://x.example/hidden",
        "docs/node_modules/e.md": "http://x.example/module",
        "outside.md": "http://x.example/outside",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def listed(*names: str) -> list[tuple[str | None, str]]:
    return [(one.file, one.url[17:]) for one in gather([Path(name) for name in names]).links]


def test_a_folder_is_walked_by_name(folder: Path) -> None:
    """Markdown and HTML, not lists, hidden folders or others' modules; links out are left."""
    (folder / "docs/out.md").symlink_to(folder / "outside.md")
    (folder / "docs/up").symlink_to(folder)
    assert listed("docs") == [
        ("docs/a.HTML", "a"),
        ("docs/b.md", "b"),
        ("docs/sub/c.markdown", "c"),
    ]


def test_files_are_read_in_the_order_given_and_once(folder: Path) -> None:
    """A file named beside its folder stands where it was first named; a list may be named."""
    names = ("docs/list.txt", "docs/b.md", "docs/../docs/b.md", "docs")
    assert [url for _, url in listed(*names)] == ["list", "b", "a", "c"]


def test_all_faults_come_together_and_the_rest_is_read(folder: Path) -> None:
    """A file that is missing, one that is no text, a folder with nothing to read."""
    (folder / "docs/bad.md").write_bytes(b"ok\n a\xff")
    (folder / "empty").mkdir()
    read = gather([Path("none.md"), Path("docs"), Path("empty")])
    assert [(one.file, one.message) for one in read.faults] == [
        ("none.md", "none.md: cannot be read (No such file or directory)"),
        ("docs/bad.md", "docs/bad.md:2:3: not UTF-8; save the file as UTF-8 text"),
        ("empty", "empty: no Markdown or HTML file in this folder"),
    ]
    assert read.files == ["docs/a.HTML", "docs/b.md", "docs/sub/c.markdown"]


def test_odd_names_are_faults_or_files(folder: Path) -> None:
    """No name ends the run, and nobody waits for a pipe that stands in a folder."""
    os.mkfifo(folder / "docs/pipe.md")
    assert gather([Path("a\0b")]).faults[0].message.startswith("a\0b: cannot be read")
    assert len(gather([Path("docs")]).files) == 3
