"""What ships beside the templates: vendored files as their authors published them; nothing heavy until it is served."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from dateline.web.render import STATIC
from dateline.web.words import outward

VENDOR = STATIC / "vendor"
MANIFEST = tomllib.loads((VENDOR / "vendor.toml").read_text(encoding="utf-8"))
OURS = sorted(path for path in STATIC.rglob("*") if path.is_file() and VENDOR not in path.parents)
TEMPLATES = sorted((STATIC.parent / "templates").glob("*.html"))


@pytest.mark.parametrize("name", sorted(MANIFEST))
def test_a_vendored_file_is_what_the_manifest_says(name: str) -> None:
    entry = MANIFEST[name]
    assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == entry["sha256"]
    assert len((VENDOR / entry["licence_text"]).read_text(encoding="utf-8")) > 200
    assert entry["package"] and entry["version"] and entry["licence"] and entry["purpose"]


def test_nothing_lies_there_unnamed() -> None:
    named = {"vendor.toml", *MANIFEST, *(entry["licence_text"] for entry in MANIFEST.values())}
    assert {path.name for path in VENDOR.iterdir()} == named


@pytest.mark.parametrize("path", [*OURS, *TEMPLATES], ids=lambda path: path.name)
def test_nothing_is_fetched_from_elsewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for address in re.findall(r"(?:https?:)?//[\w.-]+\.[a-z]{2,}[^\s\"')]*", text):
        assert address.endswith(("www.w3.org/2000/svg", "www.w3.org/1999/xlink")), address


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_trusts_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for word in ("|safe", "| safe", "autoescape", "Markup", "<style", " style=", " onclick", "javascript:"):
        assert word not in text, word
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)


@pytest.mark.parametrize(
    ("url", "followed"),
    [
        ("https://news.example/a?b=c", True), ("http://news.example", True), ("HTTPS://news.example", True),
        ("javascript:alert(1)", False), ("JaVaScRiPt:alert(1)", False), ("data:text/html,x", False),
        ("vbscript:x", False), ("//evil.example", False), ("/local", False), ("java\nscript:x", False),
        (" javascript:x", False), ("http://", False), ("https:news", False), ("file:///etc/passwd", False),
        ("http://[bad", False), (None, False), ("", False),
    ],
)  # fmt: skip
def test_only_addresses_of_the_web_are_followed(url: str | None, followed: bool) -> None:
    assert outward(url) == (url if followed else None)


@pytest.mark.parametrize(
    "statement", ["import dateline", "from dateline.cli import main", "import dateline.cli.serve"]
)
def test_the_server_is_imported_only_to_serve(statement: str) -> None:
    heavy = ("starlette", "uvicorn", "jinja2", "numpy", "multipart")
    code = f"{statement}; import sys; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
