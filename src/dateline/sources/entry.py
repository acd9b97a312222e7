"""What a reader is given (one file or archive member and the settings) and the outcome it may yield."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from dateline.config import Config
from dateline.records import Day, RawDocument, Rejected

Outcome = RawDocument | Rejected


@dataclass(frozen=True, slots=True)
class Entry:
    """One run of bytes under a name. `size` is None where only reading can tell (standard input).

    open: gives a fresh binary stream; raises OSError where the bytes cannot be reached.
    """

    name: str
    open: Callable[[], BinaryIO]
    size: int | None = None
    modified: Day | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """Settings for a reader. fields: canonical name ("title", "text") -> the column that holds it."""

    config: Config
    fields: Mapping[str, str] = field(default_factory=dict)


Reader = Callable[[Entry, Options], Iterator[Outcome]]


def read_bounded(stream: BinaryIO, limit: int) -> tuple[bytes, str, bool]:
    """Up to `limit` bytes, the SHA-256 of all bytes, and whether there were more than `limit`.

    The rest of a longer stream is hashed and let go, so that memory stays bounded.
    """
    digest = hashlib.sha256()
    kept = stream.read(limit + 1)
    digest.update(kept)
    if len(kept) <= limit:
        return kept, digest.hexdigest(), False
    while block := stream.read(1 << 20):
        digest.update(block)
    return b"", digest.hexdigest(), True
