"""`dateline serve`: what it refuses to start with, what it prints, and that it really serves."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from dateline.chronicle.pages import Pages
from dateline.errors import ProjectError, UsageError
from dateline.web.login import opens, sealed
from dateline.web.server import PORT, Place, local, next_free, run


def serve(*given: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dateline.cli", "serve", *given],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "COLUMNS": "200", **environ},
    )


def start(project: Path, **place: object) -> None:
    run(Pages(project), Place(**place), said=lambda words: None)  # type: ignore[arg-type]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "archive.example"])
def test_an_open_address_needs_a_password(host: str, plain_project: Path) -> None:
    with pytest.raises(UsageError, match="password"):
        start(plain_project, host=host)


def test_the_command_says_so_too(plain_project: Path) -> None:
    done = serve(str(plain_project), "--host", "0.0.0.0")
    assert done.returncode == 2 and "--password-file" in done.stderr


def test_a_short_password_is_none(plain_project: Path, tmp_path: Path) -> None:
    held = tmp_path / "password"
    held.write_text("short\n")
    done = serve(str(plain_project), "--host", "0.0.0.0", "--password-file", str(held))
    assert done.returncode == 2 and "at least" in done.stderr.lower()
    assert "short\n" not in done.stdout


@pytest.mark.parametrize(
    ("content", "error"),
    [(None, UsageError), (b"", ProjectError), (b"no database at all" * 99, ProjectError)],
)
def test_a_wrong_file_is_named_before_anything_starts(
    content: bytes | None, error: type[Exception], tmp_path: Path
) -> None:
    path = tmp_path / "wrong.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(error, match=r"wrong\.db"):
        start(path)


def test_a_port_in_use_names_the_next_free_one(plain_project: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(
            UsageError, match=f"port {port} is in use.*--port {next_free('127.0.0.1', port + 1)}"
        ):
            start(plain_project, port=port)


def test_an_address_of_another_machine_is_refused(plain_project: Path) -> None:
    with pytest.raises(UsageError, match="cannot be listened on"):
        start(plain_project, host="203.0.113.9", seal=sealed("long enough"))


@pytest.mark.parametrize(
    ("host", "inside"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("127.8.8.8", True),
        ("0.0.0.0", False),
        ("::", False),
    ],
)
def test_what_only_this_machine_reaches(host: str, inside: bool) -> None:
    assert local(host) is inside


def test_it_serves_and_ends_and_leaves_nothing_behind(plain_project: Path) -> None:
    before = sorted(path.name for path in plain_project.parent.iterdir())
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "dateline.cli", "serve", str(plain_project), "--port", str(port)],
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stderr is not None
        said = server.stderr.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/", said)
        assert address, said
        for _ in range(200):
            try:
                with urllib.request.urlopen(address[0], timeout=30) as answer:
                    assert b"<h1>Chronicle</h1>" in answer.read()
                break
            except ConnectionError:
                time.sleep(0.1)
    finally:
        server.send_signal(signal.SIGINT)
        assert server.wait(60) == 0
    assert "Traceback" not in server.stderr.read()
    after = {path.name for path in plain_project.parent.iterdir()}
    assert {name for name in after if not name.endswith(("-wal", "-shm"))} == {
        name for name in before if not name.endswith(("-wal", "-shm"))
    }


def test_the_demo_opens_a_browser_at_the_chronicle(tmp_path: Path) -> None:
    """The browser is whatever the machine names: here a program that writes down what it is to open."""
    told, home = tmp_path / "told", tmp_path / "home"
    home.mkdir()
    browser = tmp_path / "browser"
    browser.write_text(f"#!{sys.executable}\nimport sys\nopen({str(told)!r}, 'w').write(sys.argv[1])\n")
    browser.chmod(0o700)
    with socket.socket() as other:  # a port that is taken does not keep it from opening
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with contextlib.suppress(OSError):
            other.bind(("127.0.0.1", PORT))
            other.listen()
        demo = subprocess.Popen(
            [sys.executable, "-m", "dateline.cli", "demo", "--open", "--into", str(home / "sample.db")],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, "BROWSER": f"{browser} %s"},
        )  # fmt: skip
        try:
            for _ in range(1800):
                if told.exists() and told.read_text():
                    break
                assert demo.poll() is None, demo.stdout.read() if demo.stdout else ""
                time.sleep(0.1)
            address = told.read_text()
            assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address) and f":{PORT}/" not in address
            with urllib.request.urlopen(address, timeout=60) as answer:
                shown = answer.read().decode()
            assert "<h1>Chronicle</h1>" in shown and "sample.db" in shown
            assert shown.count('id="evt_') == 50, "a page of the sample's events"
        finally:
            demo.send_signal(signal.SIGINT)
            demo.communicate(timeout=60)


def test_a_sealed_password_is_printed_and_opens(plain_project: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dateline.cli", "serve", str(plain_project), "--seal-password"],
        input="correct horse\ncorrect horse\n",
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert opens("correct horse", done.stdout.strip().splitlines()[-1])
