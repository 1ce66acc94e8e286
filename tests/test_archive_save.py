"""`footnoted archive save`: pages saved when asked, keys kept to themselves, words for refusals."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpus_folder import cited, quoting, write_corpus
from footnoted.audit import Clock, Options, Watcher, audit
from footnoted.audit.archive_save import SaveWish, save
from footnoted.audit.archive_suggest import SAVED
from footnoted.commands import cli
from footnoted.commands.archive import ACCESS_KEY, SECRET_KEY
from footnoted.errors import FootnotedError
from footnoted.model.capture import Failure, Response
from footnoted.store.saved import read_saved
from footnoted.web.save_page_now import NotSaved, Patience, Saved, SavePageNow
from footnoted.web.service import Service
from footnoted.web.settings import FetchSettings
from loopback import Answer, Site, page, serve
from save_site import KEYS, Outcome, Saves, refusing, serve_saves
from web_help import LOOPBACK

ENV = {ACCESS_KEY: KEYS[0], SECRET_KEY: KEYS[1]}
QUICK = Patience(longest=0.2, between=0.01)


@dataclass
class Story:
    """A corpus that was audited, the site it cites, and the service."""

    home: Path
    folder: Path
    site: Site
    service: Saves

    def run(self, *more: str, env: dict[str, str] | None = None) -> Result:
        """Run the command."""
        args = ["archive", "save", str(self.folder), "--service", self.service.base, *more]
        return CliRunner().invoke(
            cli,
            [*args, "--pace", "0", "--allow-net", "127.0.0.0/8"],
            env=ENV if env is None else env,
        )

    def url(self, name: str) -> str:
        """Return a page's address."""
        return self.site.url(f"/{name}")


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    """Audit a paper that cites two pages that are there and one that is not."""
    with serve({"/a": page("<p>One page."), "/b": page("<p>Another page.")}) as site:
        names = ["a", "b", "gone"]
        works = [cited(one, site.url(f"/{one}"), str(at)) for at, one in enumerate(names)]
        folder = write_corpus(
            tmp_path,
            sources=[work for work, _ in works],
            notes=[note for _, note in works],
            claims=[quoting("c", "0", "One page")],
        )
        audit(Options(folder, fetch=replace(LOOPBACK, retries=0)), Clock(), Watcher())
        with serve_saves() as service:
            yield Story(tmp_path, folder, site, service)


def save_one(service: Saves, url: str, settings: FetchSettings = LOOPBACK) -> Saved | NotSaved:
    """Have one page saved."""
    secrets = {"Authorization": "LOW {}:{}".format(*KEYS)}
    with Service(service.base, settings, secrets) as asked:
        return SavePageNow(asked, QUICK).save(url)


def test_a_named_page_is_saved_and_can_be_suggested(story: Story) -> None:
    """A line each with the memento; it is noted, and `archive suggest` writes it down."""
    result = story.run("--source", "a", "--source", "b")
    assert result.exit_code == 0, result.output
    base, a, b = story.service.base, story.url("a"), story.url("b")
    assert result.stdout.splitlines() == [
        f"a: {base}/web/20261124123015/{a}",
        f"b: {base}/web/20261124123015/{b}",
    ]
    assert [form["url"] for form in story.service.forms] == [a, b]
    assert {form["capture_all"] for form in story.service.forms} == {"0"}
    told = CliRunner().invoke(cli, ["archive", "suggest", str(story.folder)])
    assert told.stdout.count("made by") == 2
    assert f"{base}/web/20261124123015/{a}" in (story.folder / "sources.yaml").read_text("utf-8")


def test_a_page_that_led_on_is_saved_under_its_own_address(story: Story) -> None:
    """The service names where the redirect ended: that is another page's memento."""
    story.service.answers[story.url("a")] = Outcome(original=story.url("login"))
    result = story.run("--source", "a")
    assert result.stdout == f"a: {story.service.base}/web/20261124123015/{story.url('a')}\n"


def test_nothing_is_asked_unless_it_is_needed(story: Story) -> None:
    """A page that is gone, or of which nobody knows whether it is archived, is not asked for."""
    result = story.run()
    assert result.exit_code == 0
    assert "gone: not asked for: the last audit found it dead" in result.stdout
    assert "a: not asked for: it is not known whether it is archived" in result.stdout
    assert "nothing to save" in result.stdout
    assert story.service.forms == []


@pytest.mark.parametrize("code", ["error:blocked-url", "error:too-many-daily-captures"])
@pytest.mark.parametrize("at_once", [True, False])
def test_a_refusal_is_told_and_the_next_page_asked_for(
    story: Story,
    code: str,
    at_once: bool,  # noqa: FBT001
) -> None:
    """In the service's words, on one line; nothing is noted of it."""
    story.service.answers[story.url("a")] = refusing(code, at_once=at_once)
    result = story.run("--source", "a", "--source", "b")
    assert result.exit_code == 0
    first, second = result.stdout.splitlines()
    assert first.startswith("a: This URL ")
    assert "/web/20261124123015/" in second
    noted = read_saved(story.home / "reports" / "p" / SAVED)
    assert [line.source for line in noted] == ["b"]


@pytest.mark.parametrize(
    ("status", "words"),
    [(401, "refuses the keys"), (429, "left alone (429); it says after 60"), (503, "out of order")],
)
def test_a_service_that_wants_rest_gets_it(story: Story, status: int, words: str) -> None:
    """Nothing more is asked, and the exit code is 4."""
    story.service.breaks(status, ("Retry-After", "60"))
    result = story.run("--source", "a", "--source", "b")
    assert result.exit_code == 4
    assert words in result.stdout
    assert len(result.stdout.splitlines()) == 1
    assert len(story.service.site.asked) == 1


def test_the_limit_of_sessions_ends_it(story: Story) -> None:
    """It speaks of us, and not of the page."""
    story.service.answers[story.url("a")] = refusing("error:user-session-limit", at_once=True)
    result = story.run("--source", "a", "--source", "b")
    assert result.exit_code == 4
    assert "limit of active sessions" in result.stdout
    assert len(story.service.forms) == 1


def test_keys_are_sent_to_the_service_alone_and_written_nowhere(story: Story) -> None:
    """Not in what is printed, not in a file, and not to the pages."""
    result = story.run("--source", "a")
    kept = [path for path in story.home.rglob("*") if path.is_file()]
    assert kept
    for secret in KEYS:
        assert secret not in result.output
        assert not [path for path in kept if secret.encode() in path.read_bytes()]
    assert all("Authorization" not in one.headers for one in story.site.asked)
    wish = SaveWish(KEYS)
    assert not [secret for secret in KEYS if secret in repr(wish)]


@pytest.mark.parametrize(
    ("env", "words"),
    [
        ({ACCESS_KEY: "", SECRET_KEY: ""}, "set SAVEPAGENOW_ACCESS_KEY"),
        ({ACCESS_KEY: KEYS[0], SECRET_KEY: ""}, "set SAVEPAGENOW_ACCESS_KEY"),
        ({ACCESS_KEY: "a\nb", SECRET_KEY: "c"}, "a character that no key has"),
    ],
)
def test_without_keys_nothing_is_asked(story: Story, env: dict[str, str], words: str) -> None:
    """One line says what to set; no key is quoted."""
    result = story.run("--source", "a", env=env)
    assert words in str(result.exception)
    assert KEYS[0] not in str(result.exception)
    assert story.service.site.asked == []


def test_wrong_keys_are_refused_in_words(story: Story) -> None:
    """The service says so, and nothing is saved."""
    result = story.run("--source", "a", env={ACCESS_KEY: "other", SECRET_KEY: "keys"})
    assert result.exit_code == 4
    assert "refuses the keys (401)" in result.stdout


def test_the_public_service_hears_nothing_of_our_network(story: Story) -> None:
    """Pages on loopback are not named to it, even when a person names them."""
    told = save(
        story.folder, SaveWish(KEYS, ("a",), fetch=LOOPBACK), Clock(), Watcher(), lambda _: None
    )
    assert [(one.source, one.asked) for one in told] == [("a", False)]
    assert "none of the public web" in told[0].why


def test_an_unknown_source_is_a_slip(story: Story) -> None:
    """One line."""
    result = story.run("--source", "nobody")
    assert "the corpus has no such source" in str(result.exception)


def test_keys_go_over_https_only() -> None:
    """Plain http is for a network of our own."""
    secrets = {"Authorization": "LOW a:b"}
    with pytest.raises(FootnotedError, match="over https only"):
        Service("http://web.archive.org", LOOPBACK, secrets)
    with pytest.raises(FootnotedError, match="over https only"):
        Service("http://127.0.0.1:9", FetchSettings(), secrets)
    with pytest.raises(FootnotedError, match="only http and https"):
        Service("ftp://127.0.0.1", LOOPBACK)
    assert "LOW" not in repr(Service("https://web.archive.org", LOOPBACK, secrets))


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome(timestamp="soon"), "not when"),
        (Outcome(http_status=404), "answered 404"),
        (Outcome(pending=10**6), "still works on it"),
        (refusing("error:not-found"), "page is not there"),
    ],
)
def test_what_is_no_capture_is_none(outcome: Outcome, words: str) -> None:
    """Whatever the service says, a page is saved only where it says when, and as a page."""
    with serve_saves() as service:
        service.answers["http://news.example/"] = outcome
        came = save_one(service, "http://news.example/")
    assert isinstance(came, NotSaved)
    assert words in came.why
    assert not came.stop


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"<html>busy", "without JSON"),
        (b"[]", "without JSON"),
        (b'{"job_id": 7}', "no job and no reason"),
        (b'{"job_id": "../../evil?x"}', "no job and no reason"),
        (b'{"message": "\\u001b[31mno"}', "no"),
        (b"[" * 100_000, "without JSON"),
    ],
)
def test_answers_in_no_form_are_told(body: bytes, words: str) -> None:
    """Nothing that a service sends is taken for a job, or breaks a terminal."""
    with serve({"*": Answer(200, body)}) as site, Service(site.url(""), LOOPBACK) as service:
        came = SavePageNow(service, QUICK).save("http://news.example/")
    assert isinstance(came, NotSaved)
    assert words in came.why
    assert "\x1b" not in came.why


def test_a_service_that_is_not_there_is_a_failure() -> None:
    """As a value; a redirect is not followed with the keys."""
    with Service("http://127.0.0.1:9", LOOPBACK) as service:
        came = service.send("http://127.0.0.1:9/save", {"url": "x"})
        assert isinstance(came, Failure)
        assert came.reason == "connection_refused"
    moved = Answer(302, b"", [("Location", "http://127.0.0.2:9/")])
    secrets = {"Authorization": "LOW a:b"}
    with serve({"*": moved}) as site, Service(site.url(""), LOOPBACK, secrets) as service:
        answer = service.send(site.url("/save"))
    assert isinstance(answer, Response)
    assert answer.status == 302
    assert len(site.asked) == 1


def test_interrupted_it_ends_at_once(story: Story) -> None:
    """Ctrl-C while a job is under way: 130, and what was saved before is noted."""
    story.service.answers[story.url("b")] = Outcome(pending=10**6)
    args = ["archive", "save", str(story.folder), "--service", story.service.base]
    args += ["--source", "a", "--source", "b", "--pace", "0.05", "--allow-net", "127.0.0.0/8"]
    process = subprocess.Popen(
        [sys.executable, "-m", "footnoted", *args],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**ENV, "PYTHONUNBUFFERED": "1", "PYTHONPATH": ":".join(sys.path)},
    )
    assert process.stdout
    assert process.stdout.readline().startswith("a: ")
    while not story.service.questions(story.url("b")):
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130, told
    noted = read_saved(story.home / "reports" / "p" / SAVED)
    assert [line.source for line in noted] == ["a"]
