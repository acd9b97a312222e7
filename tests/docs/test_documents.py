"""Every command and every Python block in README.md and docs/ is run, in order, in one folder a document."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def blocks(path: Path) -> list[tuple[str, str]]:
    return [(m.group(1), m.group(2)) for m in BLOCK.finditer(path.read_text(encoding="utf-8"))]


RUNNABLE = [path for path in DOCUMENTS if any(kind in ("console", "python") for kind, _ in blocks(path))]


@pytest.mark.parametrize("path", RUNNABLE, ids=lambda path: path.name)
def test_a_document_runs(path: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src" / "dateline" / "sample" / "corpus", tmp_path / "articles")
    ran = 0
    for kind, body in blocks(path):
        if kind == "console":
            for line in body.splitlines():
                if line.startswith("$ dateline "):
                    run_line(line[2:], tmp_path)
                    ran += 1
        elif kind == "python":
            done = subprocess.run([sys.executable, "-c", body], cwd=tmp_path, capture_output=True, text=True)
            assert done.returncode == 0, f"{body}\n{done.stderr}"
            ran += 1
    assert ran or not any(kind == "python" for kind, _ in blocks(path))


def run_line(line: str, folder: Path) -> None:
    """Evaluations need public sets that are not here; ids in examples stand for the first of their kind."""
    if "evaluate" in line and "--list" not in line:
        return
    command = [sys.executable, "-m", "dateline.cli", *shlex.split(line.split(" | ")[0], comments=True)[1:]]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, env={**os.environ, "NO_COLOR": "1"}, input=""
    )
    assert done.returncode in (0, 3), f"{line}\n{done.stdout}\n{done.stderr}"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), f"{path.name} links to {target}"
