"""`footnoted archive suggest`: from real audits into `sources.yaml`, every other byte kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archive_site import Pywb
from corpus_folder import cited, quoting, write_corpus
from footnoted.audit import Clock, Options, Watcher, audit
from footnoted.audit.archive_suggest import SAVED, suggest
from footnoted.commands import cli
from footnoted.corpus import read_corpus
from footnoted.errors import UnreadableCorpusError, WriteRefusedError
from footnoted.model.records import Memento
from footnoted.model.report import Report
from footnoted.model.saved import SavedLine
from footnoted.store.saved import add_saved
from loopback import Site, page, redirect, serve
from web_help import LOOPBACK

WORDS = "the harbour was closed for good"
PAGE = f"<title>Harbours</title><p>In the spring {WORDS}, wrote the harbour master that day."
OTHER = "<title>Harbours</title><p>In the spring a new harbour was opened, and nothing else."
SOURCES = """\
# Works, as the notes cite them.

- id: gone   # the report of 2013
  title: 'On harbours'
  URL: {gone}
  accessed: "2013-09-10"

- {{id: moved, title: Moved, URL: "{moved}"}}
# the last one
- id: other
  title: >-
    Elsewhere, and
    in two lines
  URL: {other}
"""


@dataclass
class Story:
    """A corpus on disk, the site it cites, and the archive beside it."""

    home: Path
    site: Site
    folder: Path
    memento: str

    @property
    def file(self) -> Path:
        """The file that is added to."""
        return self.folder / "sources.yaml"

    def audit(self) -> Report:
        """Audit the corpus."""
        fetch = replace(LOOPBACK, retries=0)
        return audit(Options(self.folder, fetch=fetch), Clock(), Watcher()).report

    def run(self, *more: str) -> Result:
        """Run the command."""
        return CliRunner().invoke(cli, ["archive", "suggest", str(self.folder), *more])


@pytest.fixture
def story(tmp_path: Path, pywb: Pywb) -> Iterator[Story]:
    """Write a paper of 2013 that cites a page now gone, one that moved, and one that did not."""
    archive = pywb.collection()
    answers = {"/new": page(PAGE), "/moved": redirect("/new", 301), "/other": page(PAGE)}
    with serve(answers) as site:
        archive.crawl("2013-09-20", {site.url("/gone"): PAGE})
        memento = f"{archive.base}/20130920120000id_/{site.url('/gone')}"
        names = ["gone", "moved", "other"]
        notes = [cited(name, "x", str(at))[1] for at, name in enumerate(names)]
        claims = [quoting(f"c-{name}", str(at), WORDS) for at, name in enumerate(names)]
        folder = write_corpus(tmp_path, notes=notes, claims=claims)
        urls = {name: site.url(f"/{name}") for name in names}
        (folder / "sources.yaml").write_text(SOURCES.format(**urls), "utf-8")
        yield Story(tmp_path, site, folder, memento)


def with_memento(story: Story) -> Report:
    """Audit with the memento on record, and take it off again: then it is to be suggested."""
    before = story.file.read_bytes()
    line = f'  mementos: [{{url: "{story.memento}", on: "2013-09-20"}}]\n'
    story.file.write_text(
        before.decode().replace('accessed: "2013-09-10"\n', f'accessed: "2013-09-10"\n{line}')
    )
    report = story.audit()
    story.file.write_bytes(before)
    return report


def test_what_the_audit_found_is_written_and_all_else_stays(story: Story) -> None:
    """A memento in view form, a moved address as an alternate; each told with its reason."""
    assert {one.verdict.value for one in with_memento(story).claims} == {
        "supported",
        "supported_then",
    }
    before = story.file.read_text("utf-8")
    result = story.run()
    assert result.exit_code == 0, result.output
    view = story.memento.replace("id_/", "/")
    new = story.site.url("/new")
    after = story.file.read_text("utf-8")
    assert after == before.replace(
        'accessed: "2013-09-10"\n',
        f'accessed: "2013-09-10"\n  mementos:\n    - url: {view}\n      on: "2013-09-20"\n',
    ).replace(
        f'URL: "{story.site.url("/moved")}"}}',
        f'URL: "{story.site.url("/moved")}", alternates: [{{url: "{new}", kind: same_text}}]}}',
    )
    assert result.stdout.splitlines()[:2] == [
        "gone: memento of 2013-09-20: 1 part was found on it",
        f"moved: moved to {new}: all that is claimed of it was found there",
    ]
    reading = read_corpus(story.folder)
    assert reading.findings == ()
    assert reading.corpus
    assert reading.corpus.sources["gone"].mementos == (Memento(url=view, on="2013-09-20"),)


def test_twice_is_once(story: Story) -> None:
    """What is on record is not suggested again, in whichever form it is written."""
    with_memento(story)
    story.run()
    after = story.file.read_bytes()
    assert "nothing to suggest" in story.run().stdout
    assert story.file.read_bytes() == after


def test_a_dry_run_prints_the_change(story: Story) -> None:
    """As a diff, and the file stays as it was."""
    with_memento(story)
    before = story.file.read_bytes()
    result = story.run("--dry-run")
    assert story.file.read_bytes() == before
    added = [line for line in result.stdout.splitlines() if line.startswith("+")]
    assert added[0].startswith("+++ b/")
    assert added[1] == "+  mementos:"
    assert [line[0] for line in added] == ["+"] * 5
    assert "1 part was found on it" in result.stderr


def test_a_file_changed_meanwhile_is_not_written(story: Story) -> None:
    """What somebody else wrote is kept."""
    with_memento(story)
    found = suggest(story.folder, None)
    story.file.write_text(story.file.read_text("utf-8") + "# mine\n")
    with pytest.raises(WriteRefusedError, match="changed by someone else"):
        found.write()
    assert story.file.read_text("utf-8").endswith("# mine\n")


def test_a_moved_page_that_lost_the_words_is_not_suggested(story: Story) -> None:
    """Nor one on which nothing was looked for, nor one that moved for now."""
    story.site.answers["/new"] = page(OTHER)
    story.audit()
    assert "nothing to suggest" in story.run().stdout
    story.site.answers["/new"] = page(PAGE)
    story.site.answers["/moved"] = redirect("/new", 302)
    story.audit()
    assert "nothing to suggest" in story.run().stdout
    story.site.answers["/moved"] = redirect("/new", 301)
    claims = story.folder / "01-first.yaml"
    lines = claims.read_text("utf-8").splitlines()
    claims.write_text("\n".join(line for line in lines if "c-moved" not in line) + "\n", "utf-8")
    story.audit()
    assert "nothing to suggest" in story.run().stdout


def test_an_address_that_changed_since_is_passed_over(story: Story) -> None:
    """What was seen of the old address says nothing of the new one."""
    with_memento(story)
    text = story.file.read_text("utf-8")
    story.file.write_text(text.replace("/gone", "/otherwise").replace("/moved", "/elsewhere"))
    assert "nothing to suggest" in story.run().stdout


def test_captures_made_on_request_are_suggested(story: Story) -> None:
    """Those that `archive save` noted, for the address on record."""
    story.audit()
    path = story.home / "reports" / "p" / SAVED
    memento = "http://archive.example/web/20261124123015/" + story.site.url("/other")
    now = datetime(2026, 11, 24, 12, 30, 15, tzinfo=UTC)
    for name in ("other", "gone"):
        line = SavedLine(
            at=now,
            source="other",
            url=story.site.url(f"/{name}") + ("" if name == "other" else "#old"),
            memento_at=now,
            memento=memento,
            service="http://archive.example",
        )
        add_saved(path, line)
    result = story.run()
    assert "other: memento of 2026-11-24: made by http://archive.example" in result.stdout
    assert f'    - url: {memento}\n      on: "2026-11-24"\n' in story.file.read_text("utf-8")
    assert result.stdout.count("made by") == 1


def test_a_record_with_faults_is_left_alone(story: Story) -> None:
    """The others are added to, and lint tells of it as before."""
    with_memento(story)
    text = story.file.read_text("utf-8").replace("  accessed:", "  acessed:")
    story.file.write_text(text, "utf-8")
    result = story.run()
    assert result.exit_code == 0, result.output
    assert "alternates" in story.file.read_text("utf-8")
    assert "mementos" not in story.file.read_text("utf-8")


def test_what_would_not_read_again_is_not_written(story: Story) -> None:
    """An address that the corpus may not hold is told in one line, and the file stays."""
    story.audit()
    path = story.home / "reports" / "p" / SAVED
    now = datetime(2026, 11, 24, 12, 30, 15, tzinfo=UTC)
    line = SavedLine(
        at=now,
        source="other",
        url=story.site.url("/other"),
        memento_at=now,
        memento="ftp://archive.example/web/1",
        service="http://archive.example",
    )
    add_saved(path, line)
    before = story.file.read_bytes()
    with pytest.raises(UnreadableCorpusError, match=r"not written: .*not http or https"):
        suggest(story.folder, None)
    assert story.file.read_bytes() == before


def test_without_an_audit_it_says_what_to_do(story: Story) -> None:
    """No report, no suggestion."""
    result = story.run()
    assert "no audit yet; run footnoted check" in str(result.exception)
