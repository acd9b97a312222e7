"""The product's own sample: `folder()` is a directory of articles (`corpus`), their tables (`overlay`) and settings.

Everything in it is invented: states, people, outlets and events. `dateline.toml` lays the `overlay` tables over the
built-in ones; `expected.json` holds what a careful reader takes from each article.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

__all__ = ["folder"]


def folder() -> Path:
    """The sample's folder, in a checkout and in an installed wheel alike.

    Raises FileNotFoundError where the package was not unpacked to disk (a zipped import), since the
    articles are read as files.
    """
    path = Path(str(files("dateline.sample")))
    if not (path / "corpus").is_dir():
        raise FileNotFoundError(f"the sample corpus is not on disk at {path}")
    return path
