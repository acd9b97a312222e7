"""The login page and what keeps everybody else out, where a project is served to more than this machine."""

from __future__ import annotations

import hmac
import math
from collections.abc import Callable
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from dateline.web.guard import App, Receive, Scope, Send
from dateline.web.login import COOKIE, HOURS, Gate
from dateline.web.render import render

OPEN = ("/login", "/static/")


@dataclass(frozen=True, slots=True)
class Entrance:
    """Lets through who has a session; sends everybody else to the login page."""

    app: App
    gate: Gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or lead to the login page."""
        if scope["type"] != "http" or scope["path"].startswith(OPEN):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        if self.gate.knows(request.cookies.get(COOKIE, "")):
            await self.app(scope, receive, send)
            return
        response: Response = RedirectResponse("/login", 303)
        if request.method != "GET" or request.url.path.endswith((".json", ".csv", ".atom")):
            response = PlainTextResponse("Log in first, at /login.\n", 401)
        await response(scope, receive, send)


def routes(gate: Gate | None, token: Callable[[Request], str]) -> list[Route]:
    """The login page's addresses; none where there is no password."""
    if gate is None:
        return []

    async def form(request: Request) -> Response:
        return _form(token(request), "")

    async def enter(request: Request) -> Response:
        given = await request.form(max_files=0, max_fields=10)
        if not hmac.compare_digest(str(given.get("token", "")).encode(), token(request).encode()):
            return _form(token(request), "That page was of an earlier run of the server; try once more.", 403)
        client = request.client.host if request.client else ""
        wait = gate.wait(client)
        if wait:
            return _form(token(request), f"Too many attempts; try again in {math.ceil(wait)} seconds.", 429)
        session = await run_in_threadpool(gate.enter, client, str(given.get("password", "")))
        if session is None:
            return _form(token(request), "That is not the password.", 403)
        response = RedirectResponse("/", 303)
        secure = request.url.scheme == "https"
        response.set_cookie(
            COOKIE, session, max_age=HOURS * 3600, httponly=True, samesite="strict", secure=secure
        )
        return response

    async def leave(request: Request) -> Response:
        gate.leave(request.cookies.get(COOKIE, ""))
        response = RedirectResponse("/login", 303)
        response.delete_cookie(COOKIE)
        return response

    return [
        Route("/login", form, methods=["GET"]),
        Route("/login", enter, methods=["POST"]),
        Route("/logout", leave, methods=["POST"]),
    ]


def _form(token: str, said: str, status: int = 200) -> Response:
    values = {
        "title": "Log in",
        "screen": None,
        "ask": None,
        "project": "",
        "token": token,
        "said": said,
        "bare": True,
    }
    return HTMLResponse(render("login.html", values), status)
