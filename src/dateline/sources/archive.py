"""A .zip -> what the readers of its entries give; nothing is ever unpacked to disk."""

from __future__ import annotations

import io
import lzma
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from dateline.errors import InputError
from dateline.records import Day
from dateline.sources.codes import rejected
from dateline.sources.compressed import MOST_RATIO, Guarded
from dateline.sources.entry import Entry, Options, Outcome

_ARCHIVES = (".zip", ".gz", ".tgz", ".tar", ".7z", ".rar", ".bz2", ".xz")
_SMALL = 1_000_000
_MOST_ENTRIES = 1_000_000


def read_zip(entry: Entry, options: Options) -> Iterator[Outcome]:
    """Outcomes of all entries, by entry name. Entry `a.txt` of `news.zip` is called `news.zip!a.txt`."""
    with entry.open() as stream:
        try:
            with zipfile.ZipFile(stream if stream.seekable() else io.BytesIO(stream.read())) as archive:
                yield from _entries(archive, entry, options)
        except (zipfile.BadZipFile, NotImplementedError) as error:
            yield rejected("zip-corrupt", entry.name, f"it cannot be read as a zip archive ({error})")


def _entries(archive: zipfile.ZipFile, entry: Entry, options: Options) -> Iterator[Outcome]:
    infos = sorted(
        (info for info in archive.infolist() if not _is_noise(info)), key=lambda info: info.filename
    )
    packed = entry.size or sum(info.compress_size for info in infos)
    total = sum(info.file_size for info in infos if not _is_bomb(info))
    if total > MOST_RATIO * max(packed, 1) + options.config.max_bytes or len(infos) > _MOST_ENTRIES:
        what = f"its {len(infos):,} entries unpack to {total:,} bytes from {packed:,}"
        yield rejected("zip-bomb", entry.name, what)
        return
    if not infos:
        yield rejected("empty", entry.name, "the archive holds no file")
    for info in infos:
        yield from _entry(archive, info, entry, options)


def _entry(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, outer: Entry, options: Options
) -> Iterator[Outcome]:
    from dateline.sources.readers import reader_for

    name = f"{outer.name}!{info.filename}"
    reader = reader_for(info.filename)
    if _climbs(info):
        yield rejected("zip-path", name, "its name climbs out of the archive's folder or it is a link")
    elif info.flag_bits & 0x1:
        yield rejected("encrypted", name, "it is locked with a password")
    elif info.filename.lower().endswith(_ARCHIVES):
        yield rejected("nested-archive", name, "it is an archive inside an archive")
    elif _is_bomb(info):
        yield rejected(
            "zip-bomb", name, f"it unpacks to {info.file_size:,} bytes from {info.compress_size:,}"
        )
    elif reader is None:
        yield rejected("unsupported", name, "no reader for this kind of file")
    else:
        inner = Entry(name, lambda: _opened(archive, info, name), info.file_size, _day(info))
        try:
            yield from reader(inner, options)
        except InputError as error:
            yield rejected(error.code, name, error.what)
        except (
            zipfile.BadZipFile,
            zlib.error,
            lzma.LZMAError,
            EOFError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            yield rejected("zip-corrupt", name, f"it cannot be unpacked ({error})")


def _opened(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> BinaryIO:
    guarded = Guarded(archive.open(info), info.compress_size, name)  # type: ignore[arg-type]
    return io.BufferedReader(guarded)


def _is_noise(info: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(info.filename).parts
    hidden = any(part.startswith(".") and part not in (".", "..") for part in parts)
    return info.is_dir() or hidden or "__MACOSX" in parts


def _is_bomb(info: zipfile.ZipInfo) -> bool:
    return info.file_size > _SMALL and info.file_size > MOST_RATIO * max(info.compress_size, 1)


def _climbs(info: zipfile.ZipInfo) -> bool:
    name = info.filename.replace("\\", "/")
    is_link = stat.S_ISLNK(info.external_attr >> 16)
    return is_link or name.startswith("/") or ":" in name.split("/")[0] or ".." in name.split("/")


def _day(info: zipfile.ZipInfo) -> Day | None:
    try:
        return Day(*info.date_time[:3])
    except ValueError:
        return None
