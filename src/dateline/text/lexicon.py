"""The tables beside this module (overlays laid over them) -> one frozen Lexicon of words for names and people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from dateline.tables import Row, Shape, load_table

_FOLDER = Path(__file__).parent
_PAIR = ("word", "class")
NOUNS = Shape(
    "nouns.tsv", ("word", "class", "gender", "rank"), required=_PAIR, key=("word",),
    patterns={
        "class": ("title|official|person|collective|body|document", "title, official, person, collective, body or document"),
        "gender": ("m|f", "m, f or nothing"),
        "rank": ("head", "head or nothing"),
    },
)  # fmt: skip
GIVEN = Shape(
    "given_names.tsv",
    ("name", "gender"),
    required=("name", "gender"),
    key=("name",),
    patterns={"gender": ("m|f", "m or f")},
)
HONORIFICS = Shape("honorifics.tsv", _PAIR, required=_PAIR, key=("word",))
VERBS = Shape("verbs.tsv", _PAIR, required=_PAIR, key=_PAIR)
METONYMY = Shape("metonymy.tsv", _PAIR, required=_PAIR, key=_PAIR)


class Noun(NamedTuple):
    """What a noun for people, bodies or documents tells: its class, gender (m, f or "") and rank (head or "")."""

    kind: str
    gender: str
    rank: str


@dataclass(frozen=True)
class Lexicon:
    """Word tables; keys are lower case, but for `honorifics`, which are as written."""

    nouns: dict[str, Noun]
    given: dict[str, str]
    honorifics: dict[str, str]
    verbs: dict[str, frozenset[str]]
    around_places: dict[str, frozenset[str]]

    @classmethod
    def load(cls, overlay: Sequence[Path] = ()) -> Lexicon:
        """Read the five tables; raises ConfigError naming file and line of a bad overlay row."""
        return cls(
            nouns={row[0]: Noun(*row[1:]) for row in load_table(_FOLDER, NOUNS, overlay)},
            given={row[0].lower(): row[1] for row in load_table(_FOLDER, GIVEN, overlay)},
            honorifics={row[0]: row[1] for row in load_table(_FOLDER, HONORIFICS, overlay)},
            verbs=_by_class(load_table(_FOLDER, VERBS, overlay)),
            around_places=_by_class(load_table(_FOLDER, METONYMY, overlay)),
        )

    def noun(self, lemma: str) -> Noun | None:
        """What is known of a noun by its lemma; a compound with hyphens counts as its last part."""
        found = self.nouns.get(lemma)
        if found is None and "-" in lemma:
            found = self.nouns.get(lemma.rsplit("-", 1)[1])
        return found

    def speech(self, lemma: str) -> bool:
        """Whether the subject of that verb speaks or thinks."""
        return lemma in self.verbs["speech"]


def _by_class(rows: Iterable[Row]) -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = {}
    for word, kind in rows:
        classes.setdefault(kind, set()).add(word)
    return {kind: frozenset(words) for kind, words in classes.items()}
