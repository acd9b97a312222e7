"""What is installed, and what a project holds, as rows to show and problems to mend."""

from __future__ import annotations

import difflib
import hashlib
import importlib.metadata
import platform
import shutil
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from dateline import __version__
from dateline.config import Config
from dateline.errors import ConfigError
from dateline.store import Store, engine_searches, engine_version

DATA_SUFFIXES = (".tsv", ".toml")
CONFIG_FILE = "dateline.toml"
FIXED = frozenset(
    {
        "camps.toml", "codes.tsv", "columns.tsv", "dating.toml", "emotion.toml", "facts.toml",
        "families.toml", "fields.toml", "grammar.toml", "iso_numeric.tsv", "judgement.toml", "labels.toml", "life.toml",
        "map_parts.tsv", "more.toml", "origins.toml", "plain.toml", "sentence.toml", "titles.toml", "topics.toml",
        "us_states.tsv", "vendor.toml", "wording.toml", "words.tsv",
    }
)  # fmt: skip
"""Tables of the package that are read as they are, whatever an overlay folder holds."""
EXTRAS = ("pyarrow", "pandas", "polars")


@dataclass(frozen=True, slots=True)
class Report:
    """`rows`: name and value, to show. `problems`: what is wrong and how to mend it; empty when all is well."""

    rows: tuple[tuple[str, str], ...]
    problems: tuple[str, ...] = ()


def sample_folder() -> Path:
    """The folder of the product's own sample corpus: `corpus/` to build, `overlay/` with its tables."""
    from dateline.sample import folder

    return folder()


def program_version() -> str:
    """The program and its version."""
    return f"dateline {__version__}"


def model_version(model: str) -> str:
    """The pipeline and the version of the package it comes in."""
    return f"{model} {_version(model) or '(not installed as a package)'}"


def data_fingerprint(config: Config) -> str:
    """16 hex digits of SHA-256 over every table of the package and of the overlay folders of `config`."""
    digest = hashlib.sha256(_package_data().encode())
    for path in overlay_files(config):
        digest.update(path.name.encode() + b"\x00" + path.read_bytes())
    return digest.hexdigest()[:16]


@cache
def _package_data() -> str:
    digest = hashlib.sha256()
    for inside, path in _tables():
        digest.update(inside.as_posix().encode() + b"\x00" + path.read_bytes())
    return digest.hexdigest()


@cache
def _tables() -> tuple[tuple[Path, Path], ...]:
    """Every table of the package that a build reads: its place inside it, its path."""
    root = Path(str(files("dateline")))
    found = sorted(path for path in root.rglob("*") if path.suffix in DATA_SUFFIXES)
    return tuple(
        (path.relative_to(root), path)
        for path in found
        if path.relative_to(root).parts[0] not in ("sample", "web")
    )


@cache
def open_tables() -> tuple[str, ...]:
    """Names of the tables that an overlay folder may hold."""
    return tuple(sorted({inside.name for inside, _ in _tables()} - FIXED))


def overlay_files(config: Config) -> tuple[Path, ...]:
    """Tables in the overlay folders, in order. Raises ConfigError when a folder is not there, or when a table in it
    has a name that nothing would ever read."""
    found: list[Path] = []
    for folder in config.overlay:
        if not folder.is_dir():
            raise ConfigError(
                "the overlay folder does not exist",
                where=str(folder),
                remedy="Name a folder that holds .tsv or .toml tables",
            )
        found.extend(
            sorted(
                path for path in folder.iterdir() if path.suffix in DATA_SUFFIXES and path.name != CONFIG_FILE
            )
        )
    for path in found:
        if path.name not in open_tables():
            near = difflib.get_close_matches(path.name, open_tables(), n=1)
            raise ConfigError(
                "no table that can be laid over goes by this name"
                + (f"; did you mean '{near[0]}'?" if near else ""),
                where=str(path),
                remedy=f"Known: {', '.join(open_tables())}",
            )
    return tuple(found)


def state_code(name: str, config: Config) -> str | None:
    """ISO 3166 alpha-3 of a state by any name or adjective that the tables know, in any case; None for no state."""
    from dateline.who import Who

    who = Who.load(config.overlay)
    for spelling in (name, name.title(), name.upper()):
        actor = who.state(spelling) or who.demonym(spelling)
        if actor is not None and actor.country:
            return actor.country
    return None


def state_names(config: Config) -> dict[str, str]:
    """ISO 3166 alpha-3 -> the name of the state, of the tables."""
    from dateline.who.states import States

    return {code: state.name for code, state in States(config.overlay).by_country.items()}


def installed(config: Config | None = None) -> Report:
    """Versions of program, Python, SQLite, spaCy and model; which extras are there; the fingerprint of the tables."""
    config = config or Config()
    rows, problems = [], []
    rows.append(("program", program_version()))
    rows.append(("python", f"{platform.python_version()} on {platform.system()} {platform.machine()}"))
    rows.append(("sqlite", engine_version()))
    rows.append(("spacy", _version("spacy") or "missing"))
    rows.append(("model", model_version(config.model)))
    rows.append(("tables", data_fingerprint(config)))
    rows.append(("extras", ", ".join(f"{name} {_version(name) or 'not installed'}" for name in EXTRAS)))
    if not engine_searches():
        problems.append("this Python's SQLite has no full-text search (FTS5); install a Python that has it")
    problems.extend(
        f"{name} is not installed; install it with pip"
        for name in ("spacy", config.model)
        if _version(name) is None
    )
    return Report(tuple(rows), tuple(problems))


def examined(store: Store, config: Config) -> Report:
    """The same, and what the project file holds and whether it is sound."""
    base, health = installed(config), store.examine()
    rows = list(base.rows)
    rows.append(("project", str(store.path)))
    rows.append(
        (
            "size",
            f"{store.path.stat().st_size / 1e6:.1f} MB; {_free(store.path) / 1e6:.0f} MB free on the disk",
        )
    )
    rows.extend((table, str(count)) for table, count in health.counts)
    rows.extend(
        ("made by", f"{program}, {model}, tables {data}: {count} articles")
        for program, model, data, count in health.stamps
    )
    standings = store.shelf().standings()
    orphans = sum(one.state == "orphaned" for one in standings)
    if standings:
        rows.append(("judgements", f"{len(standings)} in force or orphaned; {orphans} orphaned"))
    rows.append(("events and stories", "current" if health.linked else "not current"))
    rows.append(("overlay", ", ".join(str(path) for path in overlay_files(config)) or "none"))
    rows.append(("integrity", "ok" if not health.faults else f"{len(health.faults)} faults"))
    problems = [*base.problems, *health.faults]
    if not health.linked:
        problems.append(
            "events and stories do not cover every article; run the last build again to complete them"
        )
    if orphans:
        problems.append(
            f"{orphans} judgements no longer find the words they are about; see: dateline judge {store.path} --list"
        )
    return Report(tuple(rows), tuple(problems))


def _free(path: Path) -> int:
    return shutil.disk_usage(path.resolve().parent).free


def _version(distribution: str) -> str | None:
    try:
        return importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return None
