"""Screens -> one ASGI application over a project file; screens are plain functions and run in a few threads."""

from __future__ import annotations

import asyncio
import hmac
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from dateline.chronicle.pages import Pages
from dateline.errors import DatelineError, NotFound, ProjectError
from dateline.records import to_json
from dateline.web import entrance, tables
from dateline.web.ask import Ask
from dateline.web.guard import FILES, App, Guard
from dateline.web.login import COOKIE, Gate
from dateline.web.render import STATIC, render
from dateline.web.screen import Answer, Body, Extra, Fragment, Redirect, Screen, screens

THREADS = 4
FIELDS, FIELD_BYTES = 2_000, 1_000_000
STATUSES: dict[type[DatelineError], int] = {NotFound: 404, ProjectError: 503}
KEEP = "public, max-age=31536000, immutable"

Endpoint = Callable[[Request], Awaitable[Response]]


class Site:
    """The application's own state: the project, threads, the secret behind form tokens, the gate when there is one."""

    def __init__(self, pages: Pages, gate: Gate | None = None) -> None:
        self.pages, self.gate = pages, gate
        self.pool = ThreadPoolExecutor(THREADS, thread_name_prefix="screen")
        self._secret = secrets.token_bytes(32)

    def token(self, request: Request) -> str:
        """What a form of this session must carry."""
        session = request.cookies.get(COOKIE, "")
        return hmac.new(self._secret, session.encode(), "sha256").hexdigest()

    async def ask(self, request: Request) -> Ask:
        """The request as screens see it. Raises HTTPException where a form does not carry its token."""
        form: dict[str, str] = {}
        uploads: list[UploadFile] = []
        if request.method == "POST":
            read = await request.form(max_files=FILES, max_fields=FIELDS, max_part_size=FIELD_BYTES)
            for key, value in read.multi_items():
                if isinstance(value, UploadFile):
                    uploads.append(value)
                else:
                    form[key] = f"{form[key]}\n{value}" if key in form else value
            given = form.pop("token", "") or request.headers.get("x-dateline-token", "")
            if not hmac.compare_digest(given.encode(), self.token(request).encode()):
                raise HTTPException(403, "the form is of an earlier run of this server")
        return Ask(
            pages=self.pages,
            path=request.url.path,
            params=tuple(request.query_params.multi_items()),
            place=dict(request.path_params),
            form=form,
            files=tuple(uploads),
            fragment=request.headers.get("hx-request") == "true",
            token=self.token(request),
        )

    async def run(self, work: Callable[..., Any], *given: Any) -> Any:
        """A blocking function in one of the threads."""
        return await asyncio.get_running_loop().run_in_executor(self.pool, work, *given)

    async def chunks(self, made: Iterator[str]) -> AsyncIterator[str]:
        """Pieces of a long answer, each made in one of the threads."""
        while (chunk := await self.run(next, made, None)) is not None:
            yield chunk


def application(
    pages: Pages, *, gate: Gate | None = None, loopback: bool = True, names: frozenset[str] = frozenset()
) -> App:
    """The whole site over one project, guarded."""
    site = Site(pages, gate)
    pages.imports.folders_open = loopback and gate is None
    routes: list[Any] = [
        Mount("/static", _Static(directory=STATIC), name="static"),
        *entrance.routes(site.gate, site.token),
    ]
    for screen in screens():
        routes += list(_routes(site, screen))
    handlers: dict[Any, Any] = {DatelineError: _fault, HTTPException: _fault, 500: _fault}
    app: App = Starlette(routes=routes, exception_handlers=handlers)
    if gate is not None:
        app = entrance.Entrance(app, gate)
    return Guard(app, loopback, names)


def _routes(site: Site, screen: Screen) -> Iterator[Route]:
    for extra in screen.extra:
        yield Route(extra.path, _extra(site, screen, extra), methods=[extra.method])
    if screen.rows is not None:
        path = next(path for path in screen.paths if path != "/")
        yield Route(f"{path}.json", _json(site, screen))
        yield Route(f"{path}.csv", _csv(site, screen))
    for path in screen.paths:
        yield Route(path, _page(site, screen))


def _page(site: Site, screen: Screen) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        began = time.perf_counter()
        ask = await site.ask(request)
        response, spent = await site.run(_shown, screen, ask)
        whole = time.perf_counter() - began
        response.headers["server-timing"] = f"app;dur={whole * 1000:.1f}, cpu;dur={spent * 1000:.1f}"
        shown: Response = response
        return shown

    return endpoint


def _extra(site: Site, screen: Screen, extra: Extra) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        ask = await site.ask(request)
        response: Response = await site.run(
            _carried_out if extra.method == "POST" else _looked_up, site, screen, extra, ask
        )
        return response

    return endpoint


def _shown(screen: Screen, ask: Ask) -> tuple[Response, float]:
    """The page, and the seconds that its thread computed."""
    began = time.thread_time()
    response = answered(screen, ask)
    return response, time.thread_time() - began


def answered(screen: Screen, ask: Ask) -> Response:
    """The page of a screen as it is sent."""
    return _answered(screen, ask, screen.show(ask))


def _looked_up(site: Site, screen: Screen, extra: Extra, ask: Ask) -> Response:
    return _answered(screen, ask, extra.answer(ask))


def _carried_out(site: Site, screen: Screen, extra: Extra, ask: Ask) -> Response:
    """Changes come one after the other; a look at the whole file gives way."""
    with site.pages.writing:
        site.pages.looking.give_way()
        return _answered(screen, ask, extra.answer(ask))


def _json(site: Site, screen: Screen) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        ask = await _complete(site, request, ".json")
        if screen.data is not None:
            return JSONResponse(to_json(await site.run(screen.data, ask)))
        assert screen.rows is not None
        rows = await site.run(screen.rows, ask)
        return StreamingResponse(
            site.chunks(tables.as_json(screen.name, rows)), media_type="application/json"
        )

    return endpoint


def _csv(site: Site, screen: Screen) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        assert screen.rows is not None
        rows = await site.run(screen.rows, await _complete(site, request, ".csv"))
        headers = {"content-disposition": f'attachment; filename="dateline-{screen.name}.csv"'}
        return StreamingResponse(site.chunks(tables.as_csv(rows)), media_type="text/csv", headers=headers)

    return endpoint


async def _complete(site: Site, request: Request, suffix: str) -> Ask:
    """The page that `.json` or `.csv` stands beside."""
    import dataclasses

    ask = await site.ask(request)
    return dataclasses.replace(ask, path=ask.path.removesuffix(suffix))


def _answered(screen: Screen, ask: Ask, answer: Answer) -> Response:
    if isinstance(answer, Redirect):
        return RedirectResponse(answer.url, 303)
    if isinstance(answer, Body):
        headers = {"content-disposition": f'attachment; filename="{answer.name}"'} if answer.name else None
        return Response(answer.content, media_type=answer.media_type, headers=headers)
    values = {"ask": ask, "screen": screen, **answer.values}
    if isinstance(answer, Fragment):
        return HTMLResponse(render(answer.template, values))
    whole = {"title": answer.title, "project": ask.pages.path.name, **values}
    return HTMLResponse(render(answer.template or f"{screen.name}.html", whole), answer.status)


async def _fault(request: Request, error: Exception) -> Response:
    """What went wrong, and what to do: as a page, or as JSON beside `.json`."""
    if isinstance(error, DatelineError):
        status = STATUSES.get(type(error), 503 if isinstance(error, ProjectError) else 400)
        what, remedy = error.what, error.remedy
    elif isinstance(error, HTTPException):
        status, what = error.status_code, _SAID.get(error.status_code, str(error.detail))
        remedy = (
            "Start again from the chronicle" if status == 404 else "Go back, reload the page and try again"
        )
    else:
        status, what = 500, "something went wrong here"
        remedy = "The terminal in which the server runs says what; please report it"
    if request.url.path.endswith(".json"):
        return JSONResponse({"error": what, "remedy": remedy, "status": status}, status)
    values = {"what": what, "remedy": remedy, "status": status}
    if request.headers.get("hx-request") == "true":
        return HTMLResponse(render("fault_part.html", values), status)
    site = {"title": what[:1].upper() + what[1:], "screen": None, "ask": None, "project": ""}
    return HTMLResponse(render("fault.html", {**site, **values}), status)


_SAID = {
    404: "there is no such page",
    405: "this address only takes changes",
    400: "the request cannot be read",
}


class _Static(StaticFiles):
    """Files that never change under their address."""

    def file_response(self, *given: Any, **named: Any) -> Response:
        response = super().file_response(*given, **named)
        response.headers["cache-control"] = KEEP
        return response
