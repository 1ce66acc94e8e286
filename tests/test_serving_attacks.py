"""`footnoted serve` under attack, byte by byte: nothing is written, and nothing is told."""

from __future__ import annotations

import re
import shutil
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from review_server import Person, reviewing

FORM = "application/x-www-form-urlencoded"
SECRET = re.compile(rb"Statement [a-d]\.|will never leave the table|must sign it in spring")


@pytest.fixture(scope="module")
def target(reviewable: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Person]:
    """Serve a corpus that no test here may change, and sit down before it."""
    home = Path(shutil.copytree(reviewable, tmp_path_factory.mktemp("target") / "home"))
    with reviewing(home) as running:
        yield Person(running)


@pytest.fixture
def person(target: Person) -> Iterator[Person]:
    """Open a case, and see to it that nothing was written when the test is done."""
    target.open(target.case("a"))
    assert target.at.status_code == 200
    yield target
    assert target.review.written == []
    files = sorted(one.name for one in (target.review.home / "claims" / "p").iterdir())
    assert files == ["01-first.yaml", "notes.yaml", "paper.yaml", "sources.yaml"]


def cookie(person: Person) -> str:
    return "; ".join(f"{one.name}={one.value}" for one in person.http.cookies)


def raw(person: Person, request: str, *headers: str, body: bytes = b"") -> tuple[int, bytes]:
    """Send a request as written, with the person's cookie; return status and answer."""
    lines = [request, f"Cookie: {cookie(person)}", *headers]
    if body:
        lines += [f"Content-Length: {len(body)}"]
    answer = person.review.raw("\r\n".join([*lines, "", ""]).encode("latin-1") + body)
    return int(answer.split(b" ", 2)[1]) if answer else 0, answer


def path_of(person: Person) -> str:
    return person.at.url.removeprefix(person.review.origin)


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "127.0.0.1:{port}.evil",
     "127.0.0.2:{port}", "[::1]:{port}", "0.0.0.0:{port}", "127.1:{port}", "LOCALHOST.:{port}",
     "user@127.0.0.1:{port}", "127.0.0.1:{port}, evil.example", ""],
)  # fmt: skip
def test_another_host_is_turned_away(person: Person, host: str) -> None:
    """DNS rebinding: a page's own name leads here, its cookie or ours with it."""
    port = person.review.port
    status, answer = raw(
        person, f"GET {path_of(person)} HTTP/1.1", f"Host: {host.format(port=port)}"
    )
    assert status == 421
    assert not SECRET.search(answer)


def test_two_hosts_and_none_are_turned_away(person: Person) -> None:
    """Also in HTTP/1.0, and where the request line names a host of its own."""
    ours = f"Host: 127.0.0.1:{person.review.port}"
    path = path_of(person)
    assert raw(person, f"GET {path} HTTP/1.0")[0] == 421
    assert raw(person, f"GET {path} HTTP/1.1")[0] in {400, 421}
    assert raw(person, f"GET {path} HTTP/1.1", ours, "Host: evil.example")[0] in {400, 421}
    status, _ = raw(person, f"GET http://evil.example{path} HTTP/1.1", "Host: evil.example")
    assert status == 421


def test_localhost_is_our_name_too_with_a_session_of_its_own(person: Person) -> None:
    """The name is known; cookies and origins are those of the address that was opened."""
    told = person.http.get(f"http://localhost:{person.review.port}{path_of(person)}", timeout=20)
    assert told.status_code == 403
    assert "Not the browser of this review" in told.text


def test_nothing_is_told_without_the_cookie(person: Person) -> None:
    """Any path, any method: a page that says what to do, the same for all."""
    import requests  # noqa: PLC0415 - beside the session, not in its place

    bodies = set()
    for path in ("/", "/report", "/case/x", "/style.css", "/favicon.ico", "/?token=", "/?token=x"):
        for method in ("GET", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"):
            told = requests.request(method, person.review.origin + path, timeout=20)
            assert told.status_code == 403
            bodies.add(told.text)
    assert len(bodies) == 1
    assert "Open the link from the terminal" in bodies.pop()
    for path in (path_of(person), f"{person.base}report", f"{person.base}review.js"):
        address = path if path.startswith("http") else person.review.origin + path
        told = requests.get(address, timeout=20)
        assert told.status_code == 403
        assert not SECRET.search(told.content)
        wrong = {"Cookie": f"footnoted-{person.review.port}=wrong"}
        assert requests.get(address, headers=wrong, timeout=20).status_code == 403
        post = requests.post(address, {}, headers={"Origin": person.review.origin}, timeout=20)
        assert post.status_code == 403


def test_the_link_gives_its_cookie_once(person: Person) -> None:
    """Who comes second with the same link gets no cookie, and is told what that may mean."""
    import requests  # noqa: PLC0415

    told = requests.get(person.review.link, timeout=20)
    assert told.status_code == 403
    assert [one.headers.get("Set-Cookie") for one in (told, *told.history)] == [None, None]
    assert "start it again" in told.text
    again = person.http.get(person.review.link, timeout=20)
    assert (again.status_code, again.url) == (200, person.base)


def test_the_cookie_is_strict_and_for_one_folder(reviewable: Path, tmp_path: Path) -> None:
    """No script reads it, no other site's request has it, and no other port's server gets it."""
    home = Path(shutil.copytree(reviewable, tmp_path / "home"))
    with reviewing(home) as review:
        first = Person(review).at.history[0]
        folder = first.headers["Location"]
        assert re.fullmatch(r"/[\w-]{16}/", folder)
        name, *told = first.headers["Set-Cookie"].split("; ")
        assert name.startswith(f"footnoted-{review.port}=")
        assert sorted(told) == ["HttpOnly", f"Path={folder}", "SameSite=Strict"]
        assert "token" not in folder


@pytest.mark.parametrize(
    "headers",
    [{}, {"Origin": "null"}, {"Origin": "http://evil.example"}, {"Origin": ""},
     {"Origin": "http://127.0.0.1"}, {"Origin": "http://localhost:{port}"},
     {"Origin": "https://127.0.0.1:{port}"}, {"Origin": "http://127.0.0.1:{port}.evil.example"},
     {"Origin": "http://127.0.0.1:{port}", "Sec-Fetch-Site": "cross-site"},
     {"Origin": "http://127.0.0.1:{port}", "Sec-Fetch-Site": "same-site"},
     {"Origin": "http://127.0.0.1:{port}", "Sec-Fetch-Site": "none"},
     {"Referer": "http://127.0.0.1:{port}/"}],
    ids=lambda one: " ".join(f"{k}={v}" for k, v in one.items()) or "none",
)  # fmt: skip
def test_a_write_from_another_origin_is_turned_away(
    person: Person, headers: dict[str, str]
) -> None:
    """Even with the cookie and a form of ours, as if both had leaked."""
    sent = {name: value.format(port=person.review.port) for name, value in headers.items()}
    assert person.send(headers=sent, ruling="accept").status_code == 403


def test_only_a_form_is_taken(person: Person) -> None:
    """JSON, plain text and multipart, as a page elsewhere could send them, are not."""
    fields = person.form(ruling="accept")
    for media_type in ("text/plain", "application/json", "multipart/form-data; boundary=x", ""):
        told = person.http.post(
            person.at.url,
            urlencode(fields),
            headers={"Origin": person.review.origin, "Content-Type": media_type},
            timeout=20,
        )
        assert told.status_code == 415


def test_a_form_of_another_case_or_of_nobody_is_turned_away(person: Person) -> None:
    """A form's signature is for one case as it was shown."""
    a = person.form(ruling="accept")
    address = person.at.url
    person.open(person.case("b"))
    b = person.form(ruling="accept")
    headers = {"Origin": person.review.origin}
    forged: list[dict[str, str | bytes]] = [
        b,
        {**a, "shown": b["shown"]},
        {**a, "token": b["token"]},
        {**a, "token": ""},
        {**a, "token": a["token"][:-1]},
        {**a, "token": "é" * 64},
        {"ruling": "accept"},
    ]
    for form in forged:
        told = person.http.post(address, form, headers=headers, timeout=20)
        assert told.status_code == 403
        assert "The form was not made for this case" in told.text
    extra = urlencode([("token", "x"), *a.items()])
    told = person.http.post(address, extra, headers={**headers, "Content-Type": FORM}, timeout=20)
    assert told.status_code == 403  # the first of two counts


def test_reading_writes_nothing_whatever_it_asks(person: Person) -> None:
    """A form's fields in an address, methods put over others, and methods that we have not."""
    fields = urlencode(person.form(ruling="accept", note="x"))
    address = person.at.url
    person.open(f"{address}?{fields}")
    assert person.at.status_code == 200
    assert person.told == ""
    origin = {"Origin": person.review.origin}
    over = ("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")
    for header in over:
        told = person.http.get(
            f"{address}?{fields}", headers={header: "POST", **origin}, timeout=20
        )
        assert told.status_code == 200
    for method in ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"):
        headers = {**origin, "Content-Type": FORM}
        told = person.http.request(method, address, data=fields, headers=headers, timeout=20)
        assert told.status_code == 405
    status, _ = raw(
        person,
        f"POST {path_of(person)}?_method=GET HTTP/1.1",
        f"Host: 127.0.0.1:{person.review.port}",
        f"Content-Type: {FORM}",
        body=fields.encode(),
    )
    assert status == 403
    told = person.http.post(person.base, fields, headers=origin, timeout=20)
    assert told.status_code == 405
    assert "Access-Control-Allow-Origin" not in told.headers


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_page_cannot_read_by_frame_image_or_fetch(person: Person, site: str) -> None:
    """Its browser says what it is for; a link in a window of its own may be followed."""
    address = person.at.url
    for mode, into in (("no-cors", "image"), ("cors", "empty"), ("navigate", "iframe")):
        headers = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": into}
        told = person.http.get(address, headers=headers, timeout=20)
        assert told.status_code == 403
        assert not SECRET.search(told.content)
    headers = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert person.http.get(address, headers=headers, timeout=20).status_code == 200


def test_a_body_too_large_is_not_read(person: Person) -> None:
    """Told at once where its length is named; cut off where it comes in chunks."""
    path, port = path_of(person), person.review.port
    headers = (
        f"Host: 127.0.0.1:{port}",
        f"Origin: {person.review.origin}",
        f"Content-Type: {FORM}",
    )
    status, _ = raw(person, f"POST {path} HTTP/1.1", *headers, "Content-Length: 99999999999")
    assert status == 413
    chunk = b"8000\r\n" + b"x" * 0x8000 + b"\r\n"
    lines = [f"POST {path} HTTP/1.1", f"Cookie: {cookie(person)}", *headers]
    head = "\r\n".join([*lines, "Transfer-Encoding: chunked", "", ""]).encode()
    answer = person.review.raw(head + chunk * 16 + b"0\r\n\r\n")
    assert answer.split(b" ", 2)[1:2] in ([], [b"413"])  # empty: cut off before it was read
    told = person.send(ruling="accept", note="x" * 70_000)
    assert (told.status_code, "Too long" in told.text) == (413, True)
    person.open(person.case("a"))
    assert person.at.status_code == 200


@pytest.mark.parametrize(
    "path",
    ["../../../../etc/passwd", "..%2f..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd",
     "case/../../../../etc/passwd", "case/..%2f..%2fclaims", "//etc/passwd", "review.js/../../x",
     "report.html.j2", "review_page.html.j2", "report.json", "judgements.yaml", "%00", "case/",
     "case/%0d%0aSet-Cookie:%20x=y", "case/%0d%0a%0d%0a<script>", "\\..\\x"],
)  # fmt: skip
def test_no_path_leads_to_a_file(person: Person, path: str) -> None:
    """Only the pages and the three files of ours; nothing of a path comes back as markup."""
    base = person.base.removeprefix(person.review.origin)
    status, answer = raw(
        person, f"GET {base}{path} HTTP/1.1", f"Host: 127.0.0.1:{person.review.port}"
    )
    assert status in {403, 404}
    head, _, body = answer.partition(b"\r\n\r\n")
    assert b"root:" not in body
    assert b"<script>" not in body
    assert b"set-cookie" not in head.lower()
    assert b"location" not in head.lower()


def test_no_word_of_a_request_reaches_a_redirect(reviewable: Path, tmp_path: Path) -> None:
    """Line breaks and addresses in form fields stay out of the `Location` header."""
    home = Path(shutil.copytree(reviewable, tmp_path / "home"))
    with reviewing(home) as review:
        person = Person(review)
        person.open(person.case("a"))
        only = "x\r\nSet-Cookie: a=b\r\n\r\n<script>//evil.example"
        person.send(ruling="accept", only=only)
        location = person.at.history[0].headers["Location"]
        assert re.fullmatch(r"/[\w-]{16}/case/[0-9a-f]{20}\?done=1", location)
        assert "Set-Cookie" not in person.at.history[0].headers
        assert person.at.status_code == 200
        assert "<script>//" not in person.at.text
        assert review.written == [("a", "accept", None)]


def test_every_answer_has_the_headers_that_keep_others_out(person: Person) -> None:
    """Pages, files, redirects and refusals; no server's version is told."""
    base = person.base
    answers = [
        *person.http.get(person.review.link, timeout=20).history,
        *(person.http.get(base + path, timeout=20) for path in ("", "report", "review.js", "x")),
        person.http.get(person.review.origin, timeout=20),
        person.at,
    ]
    assert [one.status_code for one in answers] == [303, 200, 200, 200, 404, 403, 200]
    for one in answers:
        headers = one.headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cache-Control"] == "no-store"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert headers["Server"] == "footnoted"
        if one.status_code != 303:
            policy = headers["Content-Security-Policy"]
            assert policy.startswith("default-src 'none'")
            assert "unsafe" not in policy
    page = answers[-1].headers["Content-Security-Policy"]
    assert "script-src 'self'" in page
    assert "form-action 'self'" in page
    assert "frame-ancestors 'none'" in page


def test_a_slow_client_holds_up_nobody(person: Person) -> None:
    """Connections that never finish a request wait by themselves."""
    waiting = [
        socket.create_connection(("127.0.0.1", person.review.port), timeout=20) for _ in range(20)
    ]
    try:
        for one in waiting:
            one.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc")
        started = time.monotonic()
        person.open(person.base)
        assert person.at.status_code == 200
        assert time.monotonic() - started < 10
    finally:
        for one in waiting:
            one.close()


def test_only_loopback_is_listened_on(person: Person) -> None:
    """The port is open on 127.0.0.1, and on no other address of this machine."""
    port = person.review.port
    for address in ("127.0.0.2", "::1"):
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        with socket.socket(family) as one:
            one.settimeout(5)
            assert one.connect_ex((address, port)) != 0
