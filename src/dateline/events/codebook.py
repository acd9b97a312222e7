"""plover.toml (and a project's overlay of it) in, a checked `Codebook` of types, entries and operators out.

Method: the sixteen event types, their modes and the rules that derive a code from act and status follow PLOVER
(openeventdata/PLOVER); the numeric codes are CAMEO's. Entries, frames and sentences are this project's own.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from dateline.errors import ConfigError
from dateline.events.patterns import Pattern, parse
from dateline.records import EVENT_TYPES, STATUSES

BUILT_IN = Path(__file__).with_name("plover.toml")
NAME = "plover.toml"
KINDS = ("verbs", "nouns", "adjectives")
GROUP_KEYS = frozenset(
    {
        "words",
        "frame",
        "mode",
        "cameo",
        "status",
        "inner",
        "plover",
        "presupposes",
        "needs",
        "yields",
        "persons",
    }
)


class Frame(NamedTuple):
    """Paths from the trigger to each role, tried in order. `mutual`: the two sides may be exchanged."""

    name: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    mutual: bool


class Entry(NamedTuple):
    """One pattern with what it means.

    status: fixed by the words ("refused", "cancelled"); inner: the status this word gives to an act under it
    ("drop": the act under it is no event of its own); presupposes: status of the act when the words fail;
    yields: types that are coded in place of this act when they stand under it ("agreed to meet" is a planned meeting);
    needs: "target"; persons: the type instead when both sides are persons or parties ("drop": no act at all).
    """

    key: str
    type: str
    mode: str | None
    cameo: str | None
    kind: str
    frame: Frame
    pattern: Pattern
    status: str | None
    inner: str | None
    plover: str | None
    presupposes: str | None
    needs: str
    yields: frozenset[str]
    persons: str | None


class Operator(NamedTuple):
    """A word that says how things stand with the act under it, without being an act itself."""

    key: str
    pattern: Pattern
    inner: str


class Example(NamedTuple):
    """A sentence and what it codes as; "" where the role is left open."""

    type: str
    sentence: str
    source: str
    target: str
    status: str


@dataclass(frozen=True)
class Codebook:
    """Everything the coder knows of words. `verbs`/`nouns`/`adjectives` map a head to its entries, most specific first."""

    definitions: dict[str, str]
    entries: tuple[Entry, ...]
    operators: tuple[Operator, ...]
    examples: tuple[Example, ...]
    counter_examples: tuple[tuple[str, str], ...]
    classes: dict[str, frozenset[str]]
    planned: dict[str, str]
    negated: dict[str, str]
    modes: dict[tuple[str, str], str]
    cameo_of: dict[str, str]
    inner_modes: dict[tuple[str, str], str]
    mode_cameo: dict[tuple[str, str], str]
    index: dict[str, dict[str, tuple[Entry, ...]]] = field(default_factory=dict)
    operator_index: dict[str, tuple[Operator, ...]] = field(default_factory=dict)
    ends: dict[str, frozenset[str]] = field(default_factory=dict)


def load(overlay: tuple[Path, ...] = ()) -> Codebook:
    """The built-in codebook with each overlay folder's plover.toml laid over it. Raises ConfigError."""
    paths = [BUILT_IN, *(folder / NAME for folder in overlay if (folder / NAME).is_file())]
    return _load(tuple(paths))


@functools.lru_cache(maxsize=4)
def _load(paths: tuple[Path, ...]) -> Codebook:
    book = Codebook({}, (), (), (), (), {}, {}, {}, {}, {}, {}, {})
    for path in paths:
        book = _extend(book, path)
    index: dict[str, dict[str, tuple[Entry, ...]]] = {}
    for kind in KINDS:
        heads: dict[str, list[Entry]] = {}
        for entry in book.entries:
            if entry.kind == kind:
                heads.setdefault(entry.pattern.head, []).append(entry)
        index[kind] = {head: tuple(sorted(group, key=_most_specific)) for head, group in heads.items()}
    operators: dict[str, list[Operator]] = {}
    for one in book.operators:
        operators.setdefault(one.pattern.head, []).append(one)
    ranked = {
        head: tuple(sorted(group, key=lambda o: -o.pattern.weight)) for head, group in operators.items()
    }
    book.index.update(index)
    book.ends.update({kind: _ends(heads) for kind, heads in index.items()})
    book.ends["operators"] = _ends(operators)
    book.operator_index.update(ranked)
    return book


def _ends(heads: Iterable[str]) -> frozenset[str]:
    """The words a head can end in (begin with, for "X of Y"): what a token must be for any head to match at it."""
    found: set[str] = set()
    for head in heads:
        found.add(head.split(" of ")[0].replace("-", " ").split()[-1])
    return frozenset(found)


def _most_specific(entry: Entry) -> tuple[int, int]:
    return -entry.pattern.weight, entry.pattern.breadth


def _extend(book: Codebook, path: Path) -> Codebook:
    try:
        raw = path.read_text(encoding="utf-8")
        data = tomllib.loads(raw)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(str(error), where=str(path), remedy="Mend the file or take it away") from error
    reader = _Reader(path, raw, dict(book.classes))
    for name, words in data.pop("classes", {}).items():
        reader.add_class(name, words)
    frames = reader.frames(data.pop("frames", {}))
    operators = tuple(reader.operators(data.pop("operators", {})))
    rules = {key: dict(data.pop(key, {})) for key in ("planned", "negated")}
    inner_modes = dict(book.inner_modes)
    for kind, table in data.pop("inner_modes", {}).items():
        inner_modes.update({(kind, inner): mode for mode, words in table.items() for inner in words.split()})
    mode_cameo = dict(book.mode_cameo)
    for kind, table in data.pop("mode_cameo", {}).items():
        mode_cameo.update({(kind, mode): str(code) for mode, code in table.items()})
    entries: list[Entry] = []
    examples: list[Example] = []
    counters: list[tuple[str, str]] = []
    definitions, modes, cameo = dict(book.definitions), dict(book.modes), dict(book.cameo_of)
    for name, section in data.items():
        if name not in EVENT_TYPES:
            raise reader.fault(name, f"'{name}' is no event type", f"Known: {', '.join(EVENT_TYPES)}")
        definitions[name] = str(section.get("definition", definitions.get(name, "")))
        cameo[name] = str(section.get("cameo", cameo.get(name, "")))
        modes.update({(name, mode): str(words) for mode, words in section.get("modes", {}).items()})
        known = {mode for of, mode in modes if of == name}
        entries += reader.entries(name, section, frames, known)
        examples += reader.examples(name, section.get("examples", []))
        counters += [(name, str(sentence)) for sentence in section.get("counter_examples", [])]
    return Codebook(
        definitions=definitions,
        entries=book.entries + tuple(entries),
        operators=book.operators + operators,
        examples=book.examples + tuple(examples),
        counter_examples=book.counter_examples + tuple(counters),
        classes=reader.classes,
        planned={**book.planned, **rules["planned"]},
        negated={**book.negated, **rules["negated"]},
        modes=modes,
        cameo_of=cameo,
        inner_modes=inner_modes,
        mode_cameo=mode_cameo,
    )


class _Reader:
    """Turns tables of one file into records; every fault names file, line and entry."""

    def __init__(self, path: Path, raw: str, classes: dict[str, frozenset[str]]) -> None:
        self.path, self.lines, self.classes = path, raw.splitlines(), classes
        self._frames: dict[str, Frame] = {}

    def fault(self, needle: str, what: str, remedy: str = "") -> ConfigError:
        line = next((n for n, text in enumerate(self.lines, 1) if needle and needle in text), 0)
        return ConfigError(what, where=f"{self.path}:{line}" if line else str(self.path), remedy=remedy)

    def add_class(self, name: str, words: str) -> None:
        found: set[str] = set(self.classes.get(name, frozenset()))
        for word in words.split():
            if word.startswith("@"):
                if word[1:] not in self.classes:
                    raise self.fault(word, f"class '{name}' names the unknown class '{word[1:]}'")
                found |= self.classes[word[1:]]
            else:
                found.add(word.replace("_", " "))
        self.classes[name] = frozenset(found)

    def frames(self, table: Mapping[str, Any]) -> dict[str, Frame]:
        for name, value in table.items():
            if not isinstance(value, dict) or "source" not in value:
                raise self.fault(name, f"frame '{name}' needs source and target")
            self._frames[name] = Frame(
                name,
                tuple(value["source"].split()),
                tuple(value.get("target", "").split()),
                bool(value.get("mutual")),
            )
        return self._frames

    def operators(self, table: Mapping[str, Any]) -> Iterator[Operator]:
        for inner, words in table.items():
            if inner not in STATUSES and inner not in ("drop", "through"):
                raise self.fault(
                    inner, f"operator group '{inner}' is no status", f"Known: {', '.join(STATUSES)}"
                )
            for pattern in self.patterns(words, f"operators.{inner}"):
                yield Operator(f"operator:{inner}:{pattern.source}", pattern, inner)

    def patterns(self, words: str, where: str) -> Iterator[Pattern]:
        for line in words.replace(";", "\n").splitlines():
            line = line.split("#")[0].strip()
            if not line:
                continue
            try:
                yield from parse(line, self.classes)
            except ValueError as error:
                raise self.fault(
                    line, f"{where}: {error}", "See the head of patterns.py for the forms"
                ) from error

    def entries(
        self, name: str, section: Mapping[str, Any], frames: dict[str, Frame], modes: set[str]
    ) -> list[Entry]:
        found = []
        for kind in KINDS:
            for group in section.get(kind, []):
                unknown = set(group) - GROUP_KEYS
                if unknown:
                    raise self.fault(sorted(unknown)[0], f"{name}.{kind}: unknown key '{sorted(unknown)[0]}'")
                first = next((w.strip() for w in str(group.get("words", "")).splitlines() if w.strip()), "")
                frame = group.get("frame", "")
                if frame not in frames:
                    raise self.fault(
                        first, f"{name}.{kind}: no frame is called '{frame}'", f"Known: {', '.join(frames)}"
                    )
                mode = group.get("mode") or None
                if mode and mode not in modes:
                    raise self.fault(
                        first, f"{name}.{kind}: no mode '{mode}'", f"Known: {', '.join(sorted(modes))}"
                    )
                status = group.get("status")
                if status is not None and status not in STATUSES:
                    raise self.fault(
                        first, f"{name}.{kind}: no status '{status}'", f"Known: {', '.join(STATUSES)}"
                    )
                for pattern in self.patterns(group.get("words", ""), f"{name}.{kind}"):
                    found.append(
                        Entry(
                            key=f"{name}:{pattern.source}", type=name, mode=mode,
                            cameo=group.get("cameo") or section.get("cameo"), kind=kind, frame=frames[frame],
                            pattern=pattern, status=status, inner=group.get("inner"), plover=group.get("plover"),
                            presupposes=group.get("presupposes"), needs=group.get("needs", ""),
                            yields=frozenset(group.get("yields", "").split()), persons=group.get("persons"),
                        )
                    )  # fmt: skip
        return found

    def examples(self, name: str, rows: list[Any]) -> list[Example]:
        found = []
        for row in rows:
            if len(row) != 4 or row[3] not in STATUSES:
                raise self.fault(
                    str(row[0]), f"{name}: an example is [sentence, source, target, status]: {row}"
                )
            found.append(Example(name, *row))
        return found
