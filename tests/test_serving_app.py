"""The application in front of a desk: what it hands on, and what becomes of a bug."""

from __future__ import annotations

import pytest
from werkzeug.test import Client

from footnoted.errors import FootnotedError
from footnoted.serving.app import App
from footnoted.serving.desk import Elsewhere, Page, Refusal, Words
from footnoted.serving.keys import Keys

KEYS = Keys("token", "cookie", "folder", b"form")
HOST = {"Host": "127.0.0.1:8080"}


class BrokenDesk:
    """A desk whose list breaks, and which tells the rest in a word."""

    def listed(self, query: Words) -> Page:
        """Break."""
        raise ZeroDivisionError

    def case(self, name: str, query: Words) -> Page:
        """Tell what was asked."""
        return Page(f"{name} {sorted(query.items())}", "")

    def answer(self, name: str, form: Words) -> Page | Elsewhere:
        """Have something to mend."""
        raise FootnotedError("this")

    def report(self) -> Page:
        """Be short."""
        return Page("report", "")

    def file(self, name: str) -> Page | None:
        """Have none."""
        return None

    def welcome(self) -> Page:
        """Be short."""
        return Page("welcome", "")

    def unreadable(self, error: FootnotedError) -> Page:
        """Tell what."""
        return Page(f"mend {error}", "", 409)

    def refused(self, why: Refusal, *, inside: bool) -> Page:
        """Tell why."""
        return Page(f"refused: {why}", "")


@pytest.fixture
def client() -> Client:
    return Client(App(BrokenDesk(), KEYS, 8080))


def test_a_bug_is_kept_and_the_next_request_answered(client: Client) -> None:
    """The person sees a page; the command tells of the bug when it ends."""
    assert client.get("/?token=token", headers=HOST).status_code == 303
    jar = {**HOST, "Cookie": "footnoted-8080=other; footnoted-8080=cookie"}
    told = client.get("/folder/", headers=jar)
    assert (told.status_code, told.text) == (500, "refused: bug")
    assert isinstance(client.application.bug, ZeroDivisionError)  # type: ignore[attr-defined]
    told = client.get("/folder/case/x?only=a&only=b", headers=jar)
    assert told.text == "x [('only', 'a')]"
    form = {"shown": "s", "token": KEYS.sign("x", "s")}
    told = client.post(
        "/folder/case/x", data=form, headers={**jar, "Origin": "http://127.0.0.1:8080"}
    )
    assert (told.status_code, told.text) == (409, "mend this")


def test_a_link_followed_from_a_page_gets_a_page_that_goes_on(client: Client) -> None:
    """A strict cookie does not go along with such a redirect; the page's own step has it."""
    from_file = {**HOST, "Sec-Fetch-Site": "cross-site"}
    told = client.get("/?token=token", headers=from_file)
    assert (told.status_code, told.text) == (200, "welcome")
    assert "SameSite=Strict" in told.headers["Set-Cookie"]
    assert client.head("/?token=token", headers=HOST).status_code == 405
