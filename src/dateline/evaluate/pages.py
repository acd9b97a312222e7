"""A project file -> how long the server takes over each screen (p50, p95, worst, in ms), and its memory.

    python -m dateline.evaluate.pages BIG.db [--rounds 5] [--clients 1]

A server of its own is started on a free port; every address that the screens give as examples is asked for over HTTP,
each screen's in turn, after one round that is reported apart (columns are read then). Times are the server's own
(`Server-Timing`), so that what is measured is the page and not the network; beside them what the page's thread computed,
which the other programs of a busy machine do not lengthen.
"""

from __future__ import annotations

import argparse
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

LONGEST_START = 120.0
TARGET_MS, TARGET_MB = 300.0, 500.0


@dataclass(frozen=True, slots=True)
class Timing:
    """One screen: how often it was asked for, milliseconds, bytes of its largest page."""

    name: str
    asked: int
    first: float
    p50: float
    p95: float
    worst: float
    cpu50: float
    cpu95: float
    size: int


def measure(path: Path, rounds: int, clients: int, only: Sequence[str] = ()) -> tuple[list[Timing], float]:
    """Times by screen, and the most memory the server ever held, in MB."""
    found = {name: urls for name, urls in _examples(path).items() if not only or name in only}
    port = _free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "dateline.cli", "serve", str(path), "--port", str(port)],
        stderr=subprocess.DEVNULL,
    )
    try:
        base = f"http://127.0.0.1:{port}"
        _wait(base)
        timings = [_screen(base, name, urls, rounds, clients) for name, urls in found.items()]
        return timings, _peak(server.pid)
    finally:
        server.terminate()
        server.wait(10)


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` of all values do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * round(share * 100) // 100) - 1)]


def _examples(path: Path) -> dict[str, list[str]]:
    from dateline.chronicle.pages import Pages
    from dateline.web.screen import screens

    pages = Pages(path)
    found = {screen.name: list(screen.examples(pages)) for screen in screens()}
    pages.forget()
    return {name: urls for name, urls in found.items() if urls}


def _screen(base: str, name: str, urls: Sequence[str], rounds: int, clients: int) -> Timing:
    first = [_ask(base + url) for url in urls]  # columns are read, SQLite's pages come from the disk
    with ThreadPoolExecutor(clients) as pool:
        asked = list(pool.map(_ask, [base + url for _ in range(rounds) for url in urls]))
    spent, computed = [one for one, _, _ in asked], [one for _, one, _ in asked]
    return Timing(
        name, len(asked), max(one for one, _, _ in first), percentile(spent, 0.5), percentile(spent, 0.95), max(spent),
        percentile(computed, 0.5), percentile(computed, 0.95), max(size for _, _, size in [*first, *asked]),
    )  # fmt: skip


def _ask(url: str) -> tuple[float, float, int]:
    """Milliseconds in all, milliseconds that its thread computed, bytes."""
    began = time.perf_counter()
    written = quote(url, safe="/:?&=%+,~#")  # an example may be written as a person would type it
    with urllib.request.urlopen(written, timeout=300) as answer:
        body = answer.read()
        said = re.findall(r"dur=([\d.]+)", answer.headers.get("Server-Timing", ""))
    whole = (time.perf_counter() - began) * 1000
    return (float(said[0]), float(said[1]), len(body)) if said else (whole, whole, len(body))


def _wait(base: str) -> None:
    end = time.monotonic() + LONGEST_START
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(f"{base}/static/keys.js", timeout=5).close()
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise TimeoutError("the server did not start")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _peak(pid: int) -> float:
    """MB of the process at its largest (Linux)."""
    status = Path(f"/proc/{pid}/status")
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else float("nan")


def main(argv: Sequence[str] | None = None) -> int:
    """Print a table; 1 when a screen or the memory misses its target."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("project", type=Path)
    parser.add_argument("--rounds", type=int, default=5, help="how often each address is asked for")
    parser.add_argument("--clients", type=int, default=1, help="how many ask at once")
    parser.add_argument("--only", nargs="*", default=[], help="names of screens")
    given = parser.parse_args(argv)
    timings, memory = measure(given.project, given.rounds, given.clients, given.only)
    print("| screen | asked | first ms | p50 ms | p95 ms | worst ms | p50 ms CPU | p95 ms CPU | largest kB |")
    print("|---|---|---|---|---|---|---|---|---|")
    for one in timings:
        print(
            f"| {one.name} | {one.asked} | {one.first:.0f} | {one.p50:.0f} | {one.p95:.0f} | {one.worst:.0f} "
            f"| {one.cpu50:.0f} | {one.cpu95:.0f} | {one.size / 1000:.0f} |"
        )
    load = os.getloadavg()[0]
    print(
        f"\nmemory of the server at its largest: {memory:.0f} MB; load of the machine: {load:.1f} on {os.cpu_count()} cores"
    )
    late = [one.name for one in timings if one.p95 > TARGET_MS]
    if late:
        print(f"p95 over {TARGET_MS:.0f} ms: {', '.join(late)}")
    return 1 if late or memory > TARGET_MB else 0


if __name__ == "__main__":
    sys.exit(main())
