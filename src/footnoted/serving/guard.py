"""Which requests are the person's own: host, session, origin, and the form that was shown.

Any page that the person's browser has open can send requests to a loopback port, and a name of
its own can be made to lead there (DNS rebinding). What they cannot do is read our pages, forge
`Host`, `Origin` and `Sec-Fetch-*` (Fetch, "forbidden request-header"), or know our secrets.
"""

from __future__ import annotations

from typing import Final

from werkzeug.exceptions import HTTPException, RequestEntityTooLarge
from werkzeug.wrappers import Request as _Request

from footnoted.serving.desk import Refusal
from footnoted.serving.keys import Keys, same

FORM: Final = "application/x-www-form-urlencoded"
MOST_BYTES: Final = 64 * 1024
"""A form's largest size; a note is a few lines."""


class Request(_Request):
    """A request whose body is bounded, also where it does not say how long it is."""

    max_content_length = MOST_BYTES
    max_form_memory_size = MOST_BYTES


def cookie_name(port: int) -> str:
    """Return the cookie's name: one for each port, so that two reviews do not meet."""
    return f"footnoted-{port}"


def known_host(request: Request, port: int) -> bool:
    """Tell whether a request is for this server by its own name (RFC 9110, 7.2)."""
    return request.headers.get("Host") in {f"127.0.0.1:{port}", f"localhost:{port}"}


def has_session(request: Request, keys: Keys, port: int) -> bool:
    """Tell whether one of the cookies is ours; another server may have put one beside it."""
    return any(same(one, keys.cookie) for one in request.cookies.getlist(cookie_name(port)))


def invited(request: Request) -> bool:
    """Tell whether a request comes from our own pages, or from the person's address bar.

    A browser that sends no `Sec-Fetch-Site` is trusted with reading: the cookie is strict. A
    link elsewhere may lead to a page of ours in a window of its own, never in a frame or image.
    """
    if _site(request) in {None, "none", "same-origin"}:
        return True
    mode, into = (request.headers.get(f"Sec-Fetch-{one}") for one in ("Mode", "Dest"))
    return request.method in {"GET", "HEAD"} and mode == "navigate" and into == "document"


def refuse_write(request: Request, keys: Keys, name: str) -> Refusal | None:
    """Return why a form for the case `name` is not taken; None where it is one of ours."""
    if request.headers.get("Origin") != f"http://{request.headers.get('Host')}":
        return "foreign"
    if _site(request) not in {None, "same-origin"}:
        return "foreign"
    if request.mimetype != FORM:
        return "type"
    try:
        form = request.form
    except RequestEntityTooLarge:
        return "size"
    except HTTPException:
        return "form"
    signed = keys.sign(name, form.get("shown", ""))
    return None if same(form.get("token", ""), signed) else "form"


def _site(request: Request) -> str | None:
    return request.headers.get("Sec-Fetch-Site")
