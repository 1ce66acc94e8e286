"""Passwords of the user's own files are sent to nobody."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
import requests

from loopback import Site, page, redirect, serve
from web_help import LOOPBACK, look_once


def names_secrets_for(site: Site, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have NETRC name a file with a login for the site's host, and for any other."""
    file = home / "netrc"
    file.write_text(f"machine {site.host} login me password secret\ndefault login me password s\n")
    file.chmod(0o600)
    monkeypatch.setenv("NETRC", str(file))


@pytest.mark.parametrize("second_opinion", [False, True])
def test_netrc_is_never_read(
    second_opinion: bool,  # noqa: FBT001
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Not at first, not after a redirect, not as a browser; plain `requests` does send it."""
    with serve({"/": redirect("/next"), "*": page("x")}) as site:
        names_secrets_for(site, tmp_path, monkeypatch)
        look_once(site.url(), replace(LOOPBACK, second_opinion=second_opinion))
        ours = [asked.headers for asked in site.asked]
        requests.get(site.url("/plain"), timeout=5)
        plain = site.asked[-1].headers
    assert len(ours) == 2
    assert not any("authorization" in {name.lower() for name in one} for one in ours)
    assert "Authorization" in plain, "the file is one that would be read"


def test_no_file_is_opened_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A named pipe in its place would hang whoever opens it."""
    pipe = tmp_path / "netrc"
    os.mkfifo(pipe)
    monkeypatch.setenv("NETRC", str(pipe))
    with serve({"*": page("x")}) as site:
        capture = look_once(site.url())
    assert capture.response
