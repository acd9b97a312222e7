"""The outermost layer of every answer: who may ask, under which name, how much; and the headers that keep text inert.

Host is checked against DNS rebinding; a change must come from a page of this very origin (Fetch Metadata, then
Origin); bodies are cut off at a limit; the Content-Security-Policy lets nothing run but the files shipped here.
"""

from __future__ import annotations

import contextlib
import ipaddress
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import ClientDisconnect

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

FORM_BYTES = 2_000_000
UPLOAD_BYTES = 1_000_000_000
UPLOADS = "/import/"
FILES = 2_000
"""How many files one upload may hold."""
LOOPBACK = ("localhost", "127.0.0.1", "::1")
CHANGES = ("POST", "PUT", "PATCH", "DELETE")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = (
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
)


@dataclass(frozen=True, slots=True)
class Guard:
    """`names`: hosts that may be asked for besides this machine's addresses. `loopback`: only this machine may ask."""

    app: App
    loopback: bool = True
    names: frozenset[str] = frozenset()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is sound; refuse the rest in one line."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {key.decode("latin-1"): value.decode("latin-1") for key, value in scope["headers"]}
        refusal = self._refused(scope, headers)
        if refusal:
            await _refuse(send, *refusal)
            return
        limit = UPLOAD_BYTES if scope["path"].startswith(UPLOADS) else FORM_BYTES
        taken = 0

        async def within() -> Message:
            nonlocal taken
            message = await receive()
            if message["type"] == "http.request":
                taken += len(message.get("body", b""))
                if taken > limit:
                    return {"type": "http.disconnect"}
            return message

        async def covered(message: Message) -> None:
            if taken > limit:  # whatever is made of half a body is not the answer
                return
            if message["type"] == "http.response.start":
                held = list(message.get("headers", []))
                present = {key.lower() for key, _ in held}
                held += [
                    (key.encode(), value.encode()) for key, value in HEADERS if key.encode() not in present
                ]
                held.append((b"referrer-policy", self._referrer))
                if b"cache-control" not in present:
                    held.append((b"cache-control", b"no-store"))
                message = {**message, "headers": held}
            await send(message)

        with contextlib.suppress(ClientDisconnect):
            await self.app(scope, within, covered)
        if taken > limit:
            await _refuse(send, *_too_much(limit))

    @property
    def _referrer(self) -> bytes:
        """No address leaves this site. Browsers say where a change comes from (Sec-Fetch-Site) only over https and to
        this machine; elsewhere Origin must say it, which it does not without a referrer inside the site."""
        return b"no-referrer" if self.loopback else b"same-origin"

    def _refused(self, scope: Scope, headers: dict[str, str]) -> tuple[int, str] | None:
        host = headers.get("host", "")
        if not self._known(host):
            return (
                421,
                f"This server does not go by the name '{_printable(host)}'. Open it under the address it printed",
            )
        length = headers.get("content-length", "0")
        limit = UPLOAD_BYTES if scope["path"].startswith(UPLOADS) else FORM_BYTES
        if not length.isdecimal() or int(length[:20]) > limit:
            return _too_much(limit)
        if scope["method"] in CHANGES and not _own(headers, host):
            return (
                403,
                "A change must come from a page of this project. Go back, reload the page and try again",
            )
        return None

    def _known(self, host: str) -> bool:
        try:
            name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
        except ValueError:
            return False
        if self.loopback or name in LOOPBACK:
            return name in LOOPBACK
        return name in self.names or _numeric(name)


def _too_much(limit: int) -> tuple[int, str]:
    return 413, f"At most {limit // 1_000_000} MB are read at once. Send less at a time"


def _numeric(name: str) -> bool:
    """An address in numbers cannot be rebound to another one."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _own(headers: dict[str, str], host: str) -> bool:
    site = headers.get("sec-fetch-site")
    if site is not None and site != "same-origin":
        return False
    origin = headers.get("origin")
    if origin is None or (origin == "null" and site == "same-origin"):
        return (
            site == "same-origin"
        )  # a page that gives no referrer gives no origin either; only its browser says `site`
    return urlsplit(origin).netloc == host


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() and c not in "<>&\"'" else "?" for c in text)[:80]


async def _refuse(send: Send, status: int, words: str) -> None:
    body = f"{words}.\n".encode()
    headers = [*HEADERS, ("content-type", "text/plain; charset=utf-8"), ("cache-control", "no-store")]
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": [(key.encode(), value.encode()) for key, value in headers],
        }
    )
    await send({"type": "http.response.body", "body": body})
