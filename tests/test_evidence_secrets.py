"""What we send in secret stands in nothing that a run makes."""

from __future__ import annotations

import base64
import gzip
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from corpus_folder import cited, quoting, write_corpus
from footnoted.audit import Clock, Options, Watcher, audit
from footnoted.commands import cli
from footnoted.web.settings import FetchSettings, parse_network
from loopback import Answer, Site, serve

SECRETS = ("s3cret-bearer", "k3y-of-ours", "l0gin-cookie", "pr0xy-password", "chain-c00kie")
HEADERS = {
    "Authorization": f"Bearer {SECRETS[0]}",
    "X-Api-Key": SECRETS[1],
    "Cookie": f"login={SECRETS[2]}",
}
HTML = {"Content-Type": "text/html"}
ECHO = "echoed-by-the-server"


@pytest.fixture
def site() -> Iterator[Site]:
    """Serve a page, a redirect that sets a cookie, an error, and a connection cut short."""
    cookie = {"Location": "/a", "Set-Cookie": f"chain={SECRETS[4]}; Path=/"}
    answers = {
        "/a": Answer(200, b"<p>We will never leave the table.", HTML),
        "/old": Answer(302, b"", cookie),
        "/gone": Answer(404, b"no", HTML),
        "/cut": Answer(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf"),
    }
    with serve(answers) as running:
        yield running


def settings(site: Site, headers: dict[str, str], *, proxied: bool) -> FetchSettings:
    """Return settings under which `headers` go to the site, and to it alone."""
    return FetchSettings(
        allow_net=(parse_network("127.0.0.0/8"),),
        pace_seconds=0,
        total_seconds=5,
        retries=0,
        give_up_after=99,
        headers_by_host={site.host: headers},
        use_proxy=proxied,
        canaries=(),
    )


def audited(home: Path, site: Site, headers: dict[str, str], *, proxied: bool = False) -> None:
    """Audit a corpus of all the site's pages."""
    works = [cited(f"s{n}", site.url(path), f"{n}") for n, path in enumerate(site.answers, 1)]
    corpus = write_corpus(
        home,
        sources=[source for source, _ in works],
        notes=[note for _, note in works],
        claims=[quoting("c", "1", "never leave")],
    )
    options = Options(corpus=corpus, fetch=settings(site, headers, proxied=proxied))
    said: list[str] = []
    watcher = Watcher(lambda line, _done, _total: said.append(line))
    audit(options, Clock(lambda: datetime(2026, 11, 24, 12, tzinfo=UTC)), watcher)
    (home / "said").write_text("\n".join(said), encoding="utf-8")
    for name, arguments in {
        "wacz": ["export", "-o", str(home / "all.wacz")],
        "shown": ["show", site.url("/a")],
        "listed": ["ls"],
    }.items():
        done = CliRunner().invoke(cli, ["evidence", *arguments, "--corpus", str(home / "claims")])
        assert done.exit_code == 0
        (home / name).write_text(done.output, encoding="utf-8")


def contents(path: Path) -> Iterator[bytes]:
    """Yield a file's bytes, and what they hold once they are unpacked."""
    data = path.read_bytes()
    yield data
    if path.suffix == ".gz":
        yield gzip.decompress(data)
    elif path.suffix == ".sqlite":
        with closing(sqlite3.connect(path)) as index:
            yield "\n".join(index.iterdump()).encode()
    elif path.suffix == ".wacz":
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                inner = archive.read(name)
                yield gzip.decompress(inner) if name.endswith(".gz") else inner


def found(home: Path, words: str) -> set[str]:
    """Return which files below `home` hold `words`."""
    files = [path for path in home.rglob("*") if path.is_file()]
    assert len(files) > 12
    return {path.name for path in files if any(words.encode() in data for data in contents(path))}


@pytest.mark.parametrize("cookie", [SECRETS[2], SECRETS[4]])
def test_nothing_sent_in_secret_is_kept(
    site: Site,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    cookie: str,
) -> None:
    """Headers of ours, cookies of a chain and a proxy's password are in no file and no log."""
    caplog.set_level("DEBUG")
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://us:{SECRETS[3]}@127.0.0.1:9/")
    ours = {name: value for name, value in HEADERS.items() if name != "Cookie" or cookie in value}
    audited(tmp_path, site, ours)
    sent = [dict(one.headers) for one in site.asked]
    assert all(one["Authorization"] == HEADERS["Authorization"] for one in sent)
    assert any(cookie in one.get("Cookie", "") for one in sent)
    for secret in SECRETS:
        assert found(tmp_path, secret) == set()
        assert secret not in caplog.text
    assert found(tmp_path, "never leave") >= {"all.wacz", "report.json"}


def test_a_proxy_that_fails(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A proxy is named in no words that hold its password, also where it asks for another."""
    caplog.set_level("DEBUG")
    packed = base64.b64encode(f"us:{SECRETS[3]}".encode()).decode()
    login = Answer(407, b"who?", {"Proxy-Authenticate": "Basic"})
    with serve({"*": login}, host="127.0.0.2") as proxy:
        for at in (proxy.url("/"), "http://127.0.0.3:9/"):
            monkeypatch.setenv("HTTP_PROXY", at.replace("//", f"//us:{SECRETS[3]}@"))
            audited(tmp_path, site, HEADERS, proxied=True)
        assert {one.headers["Proxy-Authorization"] for one in proxy.asked} == {f"Basic {packed}"}
    assert "proxy" in (tmp_path / "shown").read_text(encoding="utf-8")
    for secret in (*SECRETS, packed):
        assert found(tmp_path, secret) == set()
        assert secret not in caplog.text


def test_what_a_server_sends_back_is_kept(site: Site, tmp_path: Path) -> None:
    """A server that repeats our header in its answer: that is its answer, kept as it came.

    docs/evidence.md tells so, since no program can tell such an echo from the page.
    """
    site.answers["/a"] = lambda asked: Answer(
        200, asked.headers["X-Api-Key"].encode(), {**HTML, "X-Echo": asked.headers["X-Api-Key"]}
    )
    audited(tmp_path, site, {"X-Api-Key": ECHO})
    assert {"shown", "all.wacz"} <= found(tmp_path, ECHO)
