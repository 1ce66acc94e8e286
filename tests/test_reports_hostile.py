"""Hostile text in records and in fetched pages is harmless in every format."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable

import pytest
from lxml import etree, html
from markdown_it import MarkdownIt

import sample_reports
from corpus_folder import cited, quoting, write_corpus
from footnoted.audit import Clock, Options, Watcher, audit
from footnoted.model.report import Report
from footnoted.reports import (
    BINARY_FORMATS,
    FORMATS,
    difference_markdown,
    difference_text,
    render_bytes,
)
from footnoted.reports.colours import painted
from footnoted.reports.difference import difference
from footnoted.reports.summary import summary_lines
from footnoted.reports.verbose import verbose_lines
from loopback import Answer, serve
from web_help import LOOPBACK

HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
SCRIPT = "<script>alert(1)</script>"
TITLE = f"=cmd('x')!A1 | {SCRIPT} \x1b[31mred \u202egnp.exe @everyone [x](javascript:alert(2))"
SAID = f"The board {SCRIPT} | will not =cmd() publish \u202e its \x1b[2J accounts [x](javascript:1)"
QUOTED = f"The board {SCRIPT} | will =cmd() publish \u202e its accounts [x](javascript:1)"


def escaped(text: str) -> bytes:
    return text.replace("&", "&amp;").replace("<", "&lt;").encode()


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Audit hostile records against a hostile site, and return the report."""
    page = (
        b"<html><head><title>" + escaped(TITLE) + b"</title></head><body><p>" + escaped(SAID) + b"."
        b"</p><p>" + b"Other words stand here, so that it is a page and no error. " * 20 + b"</p>"
    )
    answers = {
        "/a": Answer(200, page, {"Content-Type": "text/html; charset=utf-8"}),
        "/b": Answer(302, b"", {"Location": "javascript:alert(1)"}),
        "/c": Answer(404, escaped(TITLE), {"Content-Type": "text/html"}),
    }
    home = tmp_path_factory.mktemp("hostile")
    with serve(answers) as site:
        rows = [
            cited("a", site.url("/a"), "1", title=TITLE.replace("\x1b", "")),
            cited("b", site.url("/b"), "2"),
            cited("c", site.url("/c"), "3"),
        ]
        claims = [
            quoting("altered", "1", QUOTED, says=f"={SCRIPT} says | @everyone \u202e this."),
            quoting("absent", "1", f"=HYPERLINK({SCRIPT}) that nobody said in this place"),
            quoting("redirected", "2", "javascript:alert(1) and more of it"),
            quoting("gone", "3", SCRIPT + " was never there at all"),
        ]
        corpus = write_corpus(
            home, sources=[one for one, _ in rows], notes=[one for _, one in rows], claims=claims
        )
        options = Options(corpus=corpus, fetch=LOOPBACK, archives=(), vantage=SCRIPT)
        return audit(options, Clock(), Watcher()).report


def test_the_audit_has_what_is_to_be_harmless(audited: Report) -> None:
    """Tags, escapes and bidi controls came through to the report's own data."""
    verdicts = {claim.id: str(claim.verdict) for claim in audited.claims}
    assert verdicts["altered"] == "mismatch"
    (part,) = next(one for one in audited.claims if one.id == "altered").parts
    assert SCRIPT in str(part.source_wording)
    assert any("\u202e" in str(claim.says) for claim in audited.claims)
    assert any(SCRIPT in str(link.title) for link in audited.links)


def as_html(data: bytes) -> None:
    """No script of theirs, no handler, no address but of the web or of this page."""
    page = html.document_fromstring(data.decode())
    for element in page.iter(etree.Element):
        assert not [name for name in element.attrib if str(name).startswith("on")]
        for name in ("href", "src", "action"):
            value = element.get(name)
            assert value is None or re.match(r"(https?://|#|data:)", value), value
    for script in page.iter("script"):
        assert "alert(" not in str(script.text)
    assert not HIDDEN.search(data.decode())


def as_markdown(data: bytes) -> None:
    """No tag but those of Markdown, no link but to the web, nobody called."""
    text = data.decode()
    shown = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(text)
    page = html.document_fromstring(shown)
    assert not list(page.iter("script"))
    for link in page.iter("a"):
        assert re.match(r"https?://", str(link.get("href")))
    assert not re.search(r"@everyone", text)
    assert not HIDDEN.search(text)


def as_json(data: bytes) -> None:
    """Text is data there; raw control characters are escaped."""
    json.loads(data)
    assert not re.search(rb"[\x00-\x09\x0b-\x1f]", data)


def as_sarif(data: bytes) -> None:
    """No link in a message, no control or bidi character."""
    for result in json.loads(data)["runs"][0]["results"]:
        assert not re.search(r"(?<!\\)\[[^\]]*(?<!\\)\]\(", result["message"]["text"])
    assert not HIDDEN.search(data.decode())


def as_xml(data: bytes) -> None:
    """Well-formed; what looks like a tag is text."""
    root = etree.fromstring(data)
    assert not [one for one in root.iter() if etree.QName(one).localname == "script"]
    assert not HIDDEN.search(data.decode())


def as_csv(data: bytes) -> None:
    """No cell that a spreadsheet takes for a formula."""
    for row in csv.reader(io.StringIO(data.decode(), newline=""), strict=True):
        assert not [cell for cell in row if re.match(r"[=+\-@|%\t\r]", cell)]
    assert not HIDDEN.search(data.decode())


def as_word(data: bytes) -> None:
    """Well-formed parts, no relationship but to the web, no field that runs anything."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            if not name.endswith((".xml", ".rels")):
                continue
            root = etree.fromstring(part)
            for link in root.iter("{*}Relationship"):
                if link.get("TargetMode") == "External":
                    assert re.match(r"https?://", link.get("Target", ""))
            assert not list(root.iter("{*}instrText"))
            assert not HIDDEN.search(part.decode())


HARMLESS: dict[str, Callable[[bytes], None]] = {
    "html": as_html,
    "md": as_markdown,
    "queries": as_markdown,
    "json": as_json,
    "badge-json": as_json,
    "sarif": as_sarif,
    "junit": as_xml,
    "badge": as_xml,
    "csv": as_csv,
    "queries-docx": as_word,
}


def test_every_format_is_looked_at() -> None:
    """A new format needs a line above."""
    assert set(HARMLESS) == {*FORMATS, *BINARY_FORMATS}


@pytest.mark.parametrize("name", HARMLESS)
def test_hostile_records_are_harmless(name: str) -> None:
    """The made-up report with hostile text in every field."""
    HARMLESS[name](render_bytes(sample_reports.hostile_report(), name))


@pytest.mark.parametrize("name", HARMLESS)
def test_a_hostile_page_is_harmless(name: str, audited: Report) -> None:
    """A real audit of hostile records against a hostile site."""
    HARMLESS[name](render_bytes(audited, name))


def test_a_terminal_is_left_as_it_is(audited: Report) -> None:
    """Summary, claims and difference hold no escape of theirs, at any width."""
    for report in (audited, sample_reports.hostile_report()):
        empty = report.model_copy(update={"claims": (), "links": (), "findings": ()})
        found = difference(empty, report)
        for width in (40, 80, 120):
            lines = [
                *painted(summary_lines(report, width), lambda words, _tone: words),
                *verbose_lines(report, width),
                *difference_text.render(found).splitlines(),
            ]
            assert not [line for line in lines if HIDDEN.search(line) or "\t" in line]
        as_markdown(difference_markdown.render(found).encode())
