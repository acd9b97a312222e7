"""The name of a word list in, its words out; the lists stand in `everyday.toml`."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path

from dateline.errors import ConfigError

TABLE = Path(__file__).with_name("everyday.toml")


@functools.lru_cache(maxsize=4)
def load(path: Path = TABLE) -> dict[str, frozenset[str]]:
    """All lists by name. Raises ConfigError when the file cannot be read or holds anything but lists of words."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(str(error), where=str(path), remedy="Mend the file") from error
    for name, value in table.items():
        if not isinstance(value, str) or not value.split():
            raise ConfigError(
                f"'{name}' is no list of words", where=str(path), remedy="Write words in quotes"
            )
    return {name: frozenset(value.split()) for name, value in table.items()}


def listed(name: str) -> frozenset[str]:
    """The words of one list. Raises ConfigError for a list there is none of."""
    lists = load()
    if name not in lists:
        raise ConfigError(
            f"no list is called '{name}'", where=str(TABLE), remedy=f"Known: {', '.join(lists)}"
        )
    return lists[name]
