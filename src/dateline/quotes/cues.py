"""Cue tables (and a project's overlay of them) -> Lexicon: what each reporting word takes, its class, mode and stance."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any, Literal

from dateline.errors import ConfigError

Mode = Literal["speech", "belief"]
Category = Literal["verb", "noun", "adjective", "adverb"]
TERMS = frozenset(
    {"that", "wh", "to", "ing", "obj", "addr", "be", "as", "quote", "it", "act", "clause", "whom", "seem"}
)
STANCES = ("neutral", "doubting", "endorsing")
TABLE = "cues.toml"
ANY = "*"


@dataclass(frozen=True, slots=True)
class Cue:
    """One reporting word: `takes` in the terms that the table's header explains, prepositions apart.

    `content_preps` govern what is expressed, `addressee_preps` whom it is told; `particle` must stand with the word.
    """

    key: str
    lemma: str
    particle: str | None
    category: Category
    cue_class: str
    mode: Mode
    stance: str
    takes: frozenset[str]
    content_preps: frozenset[str]
    addressee_preps: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All cues by category and lemma; the longest entry (with its particle) comes first."""

    entries: Mapping[tuple[str, str], tuple[Cue, ...]]

    def of(self, category: Category, lemma: str) -> tuple[Cue, ...]:
        """The entries of that lemma, those that ask for a particle first; () for an unknown word.

        Lemmatizers take "hoping" for a form of "hop" and "retweeted" for one of "retweete": a verb that is no entry is
        looked up with and without a last e as well.
        """
        found = self.entries.get((category, lemma))
        if found is None and category == "verb":
            other = lemma[:-1] if lemma.endswith("e") else f"{lemma}e"
            found = self.entries.get((category, other))
        return found or ()

    def any(self, category: Category) -> tuple[Cue, ...]:
        """The entries that stand for every word of a category."""
        return self.entries.get((category, ANY), ())

    def __len__(self) -> int:
        return sum(len(group) for group in self.entries.values())


def load_lexicon(overlay: tuple[Path, ...] = ()) -> Lexicon:
    """The built-in table with each overlay folder's `cues.toml` laid over it. Raises ConfigError."""
    found: dict[tuple[str, str], Cue] = {}
    builtin = resources.files("dateline.quotes").joinpath(TABLE)
    sources = [(TABLE, builtin.read_text(encoding="utf-8"))]
    sources += [
        (str(folder / TABLE), (folder / TABLE).read_text(encoding="utf-8"))
        for folder in overlay
        if (folder / TABLE).is_file()
    ]
    for where, words in sources:
        try:
            data = tomllib.loads(words)
        except tomllib.TOMLDecodeError as error:
            raise ConfigError(str(error), where=where, remedy="Mend the table") from error
        for cue in _read(data, where):
            found[cue.category, cue.key] = cue
    grouped: dict[tuple[str, str], list[Cue]] = {}
    for cue in found.values():
        grouped.setdefault((cue.category, cue.lemma), []).append(cue)
    return Lexicon(
        {key: tuple(sorted(group, key=lambda cue: cue.particle is None)) for key, group in grouped.items()}
    )


def _read(data: dict[str, Any], where: str) -> list[Cue]:
    stances = {
        lemma: stance
        for stance, lemmas in data.get("stance", {}).items()
        for lemma in lemmas
        if stance in STANCES
    }
    cues = []
    for mode in ("speech", "belief"):
        for category, classes in data.get(mode, {}).items():
            if category not in ("verb", "noun", "adjective", "adverb"):
                raise ConfigError(f"'{category}' is no kind of cue", where=where)
            for cue_class, rows in classes.items():
                for key, terms in rows.items():
                    cues.append(_cue(key, terms, category, cue_class, mode, stances, where))
    return cues


def _cue(
    key: str, terms: str, category: Any, cue_class: str, mode: Any, stances: dict[str, str], where: str
) -> Cue:
    words = terms.split()
    unknown = [word for word in words if word not in TERMS and word[:2] not in ("p:", "a:")]
    if unknown:
        raise ConfigError(f"cue '{key}' takes unknown '{unknown[0]}'", where=where, remedy="See the header")
    lemma, _, particle = key.partition("_")
    return Cue(
        key=key,
        lemma=lemma,
        particle=particle or None,
        category=category,
        cue_class=cue_class,
        mode=mode,
        stance=stances.get(key, "neutral"),
        takes=frozenset(word for word in words if word in TERMS),
        content_preps=frozenset(word[2:] for word in words if word.startswith("p:")),
        addressee_preps=frozenset(word[2:] for word in words if word.startswith("a:")),
    )
