"""A password -> sessions: scrypt (RFC 7914) with a salt, attempts slowed down, tokens kept in memory only."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
import threading
import time
from base64 import b64decode, b64encode
from dataclasses import dataclass, field

from dateline.errors import UsageError

COST, BLOCK, LANES = 2**15, 8, 1
MEMORY = 64 * 1024 * 1024
PREFIX = "scrypt"
SHORTEST = 10
COOKIE = "dateline_session"
HOURS = 12
FREE_TRIES = 5
LONGEST_WAIT = 900.0


def sealed(password: str) -> str:
    """`scrypt$N$r$p$salt$hash`: what a password file may hold instead of the password. Raises UsageError."""
    if len(password) < SHORTEST:
        raise UsageError(f"the password has {len(password)} characters", remedy=f"Take at least {SHORTEST}")
    salt = secrets.token_bytes(16)
    digest = _scrypt(password, salt, COST, BLOCK, LANES)
    return "$".join((PREFIX, str(COST), str(BLOCK), str(LANES), _text(salt), _text(digest)))


def opens(password: str, seal: str) -> bool:
    """Whether the password is the one that was sealed."""
    _, cost, block, lanes, salt, digest = seal.split("$")
    found = _scrypt(password, b64decode(salt), int(cost), int(block), int(lanes))
    return hmac.compare_digest(found, b64decode(digest))


def read_seal(line: str) -> str:
    """The seal of a line that holds a password or a seal. Raises UsageError on a password too short or a bad seal."""
    if not line.startswith(f"{PREFIX}$"):
        return sealed(line)
    parts = line.split("$")
    whole = len(parts) == 6 and all(part.isdecimal() for part in parts[1:4])
    if not whole or int(parts[1]) * int(parts[2]) * 128 > MEMORY:
        raise UsageError(
            "the sealed password cannot be read", remedy="Write the password itself, on one line"
        )
    return line


@dataclass(slots=True)
class Gate:
    """Who may come in. One password for all; `seal` as `sealed` gives it."""

    seal: str
    _sessions: dict[str, float] = field(default_factory=dict)
    _tries: dict[str, tuple[int, float]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _trying: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, client: str) -> float:
        """Seconds until this client may try again; 0 when at once."""
        with self._lock:
            _, until = self._tries.get(_neighbourhood(client), (0, 0.0))
        return max(0.0, until - time.monotonic())

    def enter(self, client: str, password: str) -> str | None:
        """A session's token, or None where the password is wrong; then the client waits longer each time."""
        client = _neighbourhood(client)
        with self._trying:  # one at a time: each try takes 32 MB
            right = not self.wait(client) and opens(password[:1000], self.seal)
        if not right:
            with self._lock:
                failed = self._tries.get(client, (0, 0.0))[0] + 1
                pause = min(2.0 ** (failed - FREE_TRIES), LONGEST_WAIT) if failed >= FREE_TRIES else 0.0
                self._tries[client] = (failed, time.monotonic() + pause)
                if len(self._tries) > 10_000:
                    self._tries.pop(next(iter(self._tries)))
            return None
        token = secrets.token_urlsafe(32)
        with self._lock:
            self._tries.pop(client, None)
            now = time.monotonic()
            self._sessions = {one: end for one, end in self._sessions.items() if end > now}
            self._sessions[_digest(token)] = now + HOURS * 3600
        return token

    def knows(self, token: str) -> bool:
        """Whether the token is of a session that has not ended."""
        with self._lock:
            return self._sessions.get(_digest(token), 0.0) > time.monotonic()

    def leave(self, token: str) -> None:
        """End a session."""
        with self._lock:
            self._sessions.pop(_digest(token), None)


def _neighbourhood(client: str) -> str:
    """Who waits together: one address of IPv4; of IPv6 the /64, in which one machine may take any address it likes."""
    try:
        address = ipaddress.ip_address(client.partition("%")[0])
    except ValueError:
        return client
    if address.version == 4:
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((int(address) >> 64 << 64, 64)))


def _scrypt(password: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=cost, r=block, p=lanes, maxmem=MEMORY, dklen=32)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _text(raw: bytes) -> str:
    return b64encode(raw).decode()
