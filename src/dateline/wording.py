"""A quotation's words -> the normal form in which they are compared across articles."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_EDITED = re.compile(r"\[([^\]]*)\]")


@functools.cache
def common_words() -> frozenset[str]:
    """Words that say nothing on their own (wording.toml)."""
    raw = resources.files("dateline").joinpath("wording.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(raw)["common"])


def normal(text: str) -> tuple[str, ...]:
    """Words in lower case, apostrophes straightened, an editor's [insertions] left out."""
    return tuple(word.replace("’", "'") for word in _WORD.findall(_EDITED.sub(" ", text).lower()))


def telling(words: tuple[str, ...]) -> int:
    """How many different words are more than grammar."""
    return len({word for word in words if word not in common_words()})
