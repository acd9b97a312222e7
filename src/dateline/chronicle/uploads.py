"""Files as a browser or a person names them -> files below one folder, under names that cannot lead out of it."""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dateline.errors import ProjectError, UsageError

LONGEST, DEEPEST = 120, 8
"""Bytes of one part of a name; folders one in another (deeper ones are joined)."""
_BAD = re.compile(r'[<>:"|?*\x00-\x1f\x7f]')
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names that are devices elsewhere."""


@dataclass(frozen=True, slots=True)
class Given:
    """One uploaded file: its name as the browser gives it, with folders where a folder was chosen."""

    name: str
    stream: BinaryIO


@dataclass(frozen=True, slots=True)
class Kept:
    """What there is to read: in words, how many files, how many were passed over, and their names."""

    what: str
    files: int
    left: int
    sources: tuple[str, ...] = ()


def safe_name(name: str) -> tuple[str, ...] | None:
    """The parts of a name, each fit for a file of its own folder; None for a hidden file and for no name at all."""
    parts = [
        part for part in re.split(r"[/\\]", unicodedata.normalize("NFC", name)) if part not in ("", ".", "..")
    ]
    if not parts or any(part.startswith(".") for part in parts):
        return None
    cleaned = [_part(part) for part in parts]
    if len(cleaned) > DEEPEST:
        cleaned = [*cleaned[: DEEPEST - 1], cleaned[-1]]
    return tuple(cleaned)


def _part(part: str) -> str:
    plain = _BAD.sub("_", "".join(c if c.isprintable() else "_" for c in part)).strip(" .") or "_"
    if RESERVED.fullmatch(plain):
        plain = f"_{plain}"
    stem, dot, suffix = plain.rpartition(".")
    if not dot or len(suffix) > 12:
        stem, dot, suffix = plain, "", ""
    end = f"{dot}{suffix}"
    room = LONGEST - len(end.encode())
    return stem.encode()[:room].decode(errors="ignore") + end


def keep(given: Iterable[Given], folder: Path) -> Kept:
    """Write each file below `folder`, which is made; files of one name are kept apart by a number.

    Raises UsageError where there is none, ProjectError where they cannot be written.
    """
    files: set[str] = set()
    folders: set[str] = set()
    names: list[str] = []
    left = 0
    try:
        folder.mkdir(mode=0o700)
        for one in given:
            parts = safe_name(one.name)
            if parts is None:
                left += bool(one.name)
                continue
            name = _free(parts, files, folders)
            _write(one.stream, folder, name)
            names.append(name)
    except OSError as error:
        raise ProjectError(
            f"the files cannot be kept ({error.strerror or error})", where=folder.name,
            remedy="Make room on the disk, then send them again",
        ) from error  # fmt: skip
    if not names:
        raise UsageError(
            "no file was given", remedy="Choose files or a folder first; hidden files are passed over"
        )
    return Kept(_in_words(names), len(names), left)


def _free(parts: Sequence[str], files: set[str], folders: set[str]) -> str:
    """The name, with a number in it where a file stands in its way; case tells nothing apart."""
    name = ""
    for part in parts[:-1]:
        name = _numbered(f"{name}{part}", files)
        folders.add(name.casefold())
        name += "/"
    name = _numbered(f"{name}{parts[-1]}", files, folders)
    files.add(name.casefold())
    return name


def _numbered(name: str, *taken: set[str]) -> str:
    stem, dot, suffix = name.rpartition(".")
    if not dot or "/" in suffix:
        stem, dot, suffix = name, "", ""
    number, tried = 1, name
    while any(tried.casefold() in some for some in taken):
        number += 1
        tried = f"{stem} ({number}){dot}{suffix}"
    return tried


def _write(stream: BinaryIO, folder: Path, name: str) -> None:
    path = folder.joinpath(*name.split("/"))
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as out:
        shutil.copyfileobj(stream, out, 1 << 20)


def _in_words(names: list[str]) -> str:
    tops = {name.split("/")[0] for name in names}
    if len(tops) == 1 and "/" in names[0]:
        return f"folder {tops.pop()}"
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1:,} more"


# ---------------------------------------------------------------- what lies beside the project


def beside(root: Path, given: str, project: str, suffix: str) -> Kept:
    """The files at or below a path in the folder `root`, named from there; the project's own are passed over.

    Raises UsageError for a path that leads out of `root`, by its words or by a link, or to nothing.
    """
    home = Path(os.path.realpath(root))
    path = (
        Path(os.path.realpath(home / given.strip()))
        if given.strip() and "\x00" not in given
        else home / "\x01"
    )
    if not path.is_relative_to(home):
        raise UsageError(
            "only what lies in the project's own folder can be named", remedy=f"That is {home.name}/"
        )
    if not path.exists():
        raise UsageError("nothing of that name lies in the project's folder", remedy="Check how it is spelt")
    names: list[str] = []
    left = 0
    for one in _below(path):
        inside = one.relative_to(home)
        own = inside.parts[0] == project + suffix and path == home
        if own or (len(inside.parts) == 1 and _is_projects(inside.name, project)):
            continue
        real = Path(os.path.realpath(one))
        if (
            real.is_relative_to(home)
            and real.is_file()
            and not any(part.startswith(".") for part in one.relative_to(path).parts)
        ):
            names.append(inside.as_posix())
        else:
            left += 1
    if not names:
        raise UsageError("there is no file to read", remedy="Name a folder with articles in it")
    what = path.relative_to(home).as_posix()
    return Kept(f"folder {what}" if path.is_dir() and what != "." else what if what != "." else "the project's folder",
                len(names), left, tuple(names))  # fmt: skip


def _is_projects(name: str, project: str) -> bool:
    """The project file and what SQLite and migrations lay beside it."""
    return name == project or name.startswith((f"{project}-", f"{project}.v"))


def _below(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        yield from (Path(folder) / name for name in sorted(files))
