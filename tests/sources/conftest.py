"""Files of every kind, made on the spot, and one call that reads them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from dateline.config import Config
from dateline.records import RawDocument, Rejected
from dateline.sources import read

Outcome = RawDocument | Rejected


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is also the current one, so that names are as a user would type them."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def read_all() -> Callable[..., list[Outcome]]:
    def call(
        *paths: str, fields: Mapping[str, str] | None = None, stdin: bytes | None = None, **settings: int
    ) -> list[Outcome]:
        stream = io.BytesIO(stdin) if stdin is not None else None
        return list(read(paths, Config(**settings), fields=fields, stdin=stream))  # type: ignore[arg-type]

    return call


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A zip archive of these entries."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()
