"""The application: which request leads where, and the headers that every answer has."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from werkzeug.datastructures import Headers
from werkzeug.exceptions import HTTPException, MethodNotAllowed
from werkzeug.routing import Map, Rule
from werkzeug.wrappers import Response

from footnoted.errors import FootnotedError
from footnoted.serving.desk import STATUS, Desk, Elsewhere, Page, Refusal
from footnoted.serving.guard import (
    Request,
    cookie_name,
    has_session,
    invited,
    known_host,
    refuse_write,
)
from footnoted.serving.keys import Keys, same

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # With "no-referrer" browsers send "Origin: null" from our own forms (Fetch, "append a request
    # `Origin` header"); with this, other sites are told nothing either.
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class App:
    """A WSGI application (PEP 3333) in front of a desk.

    `bug` is the first exception of ours that a request met; the person sees a page for it.
    """

    def __init__(self, desk: Desk, keys: Keys, port: int) -> None:
        self._desk = desk
        self._keys = keys
        self._port = port
        self._spent = False
        self._map = _routes(keys.base)
        self.bug: Exception | None = None

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request; nothing of it may break the server."""
        request = Request(environ)
        try:
            response = self._answer(request)
        except FootnotedError as error:
            response = self._page(self._desk.unreadable(error))
        except Exception as error:  # noqa: BLE001 -- kept for the end, where it is told as a bug
            self.bug = self.bug or error
            response = self._refuse("bug")
        return response(environ, start_response)

    def _answer(self, request: Request) -> Response:
        if not known_host(request, self._port):
            return self._refuse("host")
        if not request.path.startswith(self._keys.base):
            return self._enter(request)
        return self._inside(request)

    def _inside(self, request: Request) -> Response:
        """Answer a request for an address that only the person's browser was told."""
        if not has_session(request, self._keys, self._port):
            return self._refuse("session", inside=True)
        if not invited(request):
            return self._refuse("foreign")
        try:
            endpoint, values = self._map.bind("loopback").match(request.path, request.method)
        except MethodNotAllowed:
            return self._refuse("method", inside=True)
        except HTTPException:
            return self._refuse("path", inside=True)
        to: Callable[..., Response] = getattr(self, f"_to_{endpoint}")
        return to(request, **values)

    def _enter(self, request: Request) -> Response:
        """Exchange the link's token for the cookie, once; whoever has it may follow it again."""
        token = request.args.get("token")
        if request.path != "/" or token is None or not same(token, self._keys.token):
            return self._refuse("link")
        if request.method != "GET":
            return self._refuse("method")
        # A strict cookie does not go along when another page's link is redirected; our own does.
        typed = request.headers.get("Sec-Fetch-Site") in {None, "none", "same-origin"}
        response = self._see(self._keys.base) if typed else self._page(self._desk.welcome())
        if not self._spent:
            self._spent = True
            response.set_cookie(
                cookie_name(self._port),
                self._keys.cookie,
                path=self._keys.base,
                httponly=True,
                samesite="Strict",
            )
        return response

    def _to_list(self, request: Request) -> Response:
        return self._page(self._desk.listed(request.args.to_dict()))

    def _to_case(self, request: Request, name: str) -> Response:
        return self._page(self._desk.case(name, request.args.to_dict()))

    def _to_answer(self, request: Request, name: str) -> Response:
        why = refuse_write(request, self._keys, name)
        if why is not None:
            return self._refuse(why, inside=True)
        answer = self._desk.answer(name, request.form.to_dict())
        return self._see(answer.path) if isinstance(answer, Elsewhere) else self._page(answer)

    def _to_report(self, request: Request) -> Response:
        del request
        return self._page(self._desk.report())

    def _to_file(self, request: Request, name: str) -> Response:
        del request
        page = self._desk.file(name)
        return self._page(page) if page else self._refuse("path", inside=True)

    def _refuse(self, why: Refusal, *, inside: bool = False) -> Response:
        page = self._desk.refused(why, inside=inside)
        return self._page(page, STATUS[why])

    def _page(self, page: Page, status: int | None = None) -> Response:
        headers = Headers({**HEADERS, "Content-Security-Policy": page.policy})
        media_type = f"{page.media_type}; charset=utf-8"
        return Response(page.body, status or page.status, headers, content_type=media_type)

    def _see(self, path: str) -> Response:
        headers = Headers({**HEADERS, "Location": path})
        response = Response("", 303, headers, content_type="text/plain")
        response.autocorrect_location_header = False
        return response


def _routes(base: str) -> Map:
    read = ["GET"]
    rules = [
        Rule(base, endpoint="list", methods=read),
        Rule(f"{base}case/<name>", endpoint="case", methods=read),
        Rule(f"{base}case/<name>", endpoint="answer", methods=["POST"]),
        Rule(f"{base}report", endpoint="report", methods=read),
        Rule(f"{base}<name>", endpoint="file", methods=read),
    ]
    return Map(rules, strict_slashes=False, merge_slashes=False)
