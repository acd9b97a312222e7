"""states.tsv, bodies.tsv -> states by name, demonym and metonym, and the organs they act through."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from dateline.records import Actor
from dateline.tables import COUNTRY, Shape, alternatives, load_table
from dateline.who.lexicon import Lexicon

STATES = Shape(
    "states.tsv",
    ("country", "name", "short_names", "demonyms", "capital", "cities", "metonyms", "bodies", "forces"),
    required=("country", "name"),
    key=("country",),
    patterns={"country": COUNTRY},
)
BODIES = Shape(
    "bodies.tsv", ("name", "also_known_as", "code"), required=("name", "code"), key=("name",),
    patterns={"code": (r"[A-Z]{3}", "a PLOVER sector code such as GOV, MIL, LEG, JUD, COP, SPY")},
)  # fmt: skip
_FOLDER = Path(__file__).parent


class States:
    """The states of the tables, found by every way of naming one."""

    def __init__(self, overlay: Sequence[Path]) -> None:
        self._rows = load_table(_FOLDER, STATES, overlay)
        self._overlay = overlay

    @cached_property
    def by_country(self) -> dict[str, Actor]:
        """ISO code -> the state."""
        return {
            row[0]: Actor(
                Actor.make_id("state", row[1], row[0]), row[1], tuple(alternatives(row[2])), "state", row[0]
            )
            for row in self._rows
        }

    @cached_property
    def names(self) -> Lexicon[str]:
        """Names and short names -> ISO code."""
        lexicon: Lexicon[str] = Lexicon()
        for row in self._rows:
            for name in (row[1], *alternatives(row[2])):
                lexicon.add(name, row[0])
        return lexicon

    @cached_property
    def demonyms(self) -> Lexicon[str]:
        """ "Russian", "Russians", "U.S." (as an adjective) -> ISO code."""
        lexicon: Lexicon[str] = Lexicon()
        for row in self._rows:
            for word in alternatives(row[3]):
                for form in _forms(word):
                    lexicon.add(form, row[0])
            for name in alternatives(row[2]):
                if name.isupper():
                    lexicon.add(name, row[0])
        return lexicon

    @cached_property
    def cities(self) -> Lexicon[str]:
        """Towns whose name stands for the government when it acts -> ISO code."""
        return self._column(5)

    @cached_property
    def metonyms(self) -> Lexicon[str]:
        """Houses, streets and hills that stand for it -> ISO code."""
        return self._column(6)

    def code_of(self, words: str) -> str | None:
        """The ISO code of a name or demonym as written ("Russia's", "the U.S.", "Syrian")."""
        return self.demonyms.one(words) or self.names.one(words)

    def _column(self, column: int) -> Lexicon[str]:
        lexicon: Lexicon[str] = Lexicon()
        for row in self._rows:
            for name in alternatives(row[column]):
                lexicon.add(name, row[0])
        return lexicon

    def adjective(self, country: str) -> str:
        """The word that makes a body's name a state's own: "Russian"; the state's name where there is no such word."""
        return self._adjectives[country]

    @cached_property
    def _adjectives(self) -> dict[str, str]:
        return {row[0]: next(iter(alternatives(row[3])), row[1]) for row in self._rows}

    @cached_property
    def organs(self) -> list[tuple[Actor, str, bool]]:
        """(body or force that a state's own row names, PLOVER sector code, whether it wins a shared name)."""
        found = []
        for row in self._rows:
            for column, code in ((7, "GOV"), (8, "MIL")):
                for cell in alternatives(row[column]):
                    name, *others = cell.removeprefix("!").split("=")
                    actor = Actor(
                        Actor.make_id("government_body", name, row[0]),
                        name,
                        tuple(others),
                        "government_body",
                        row[0],
                    )
                    found.append((actor, _organ_code(name, code), cell.startswith("!")))
        return found

    @cached_property
    def generic(self) -> Lexicon[tuple[str, str]]:
        """ "foreign ministry", "parliament" -> (name in the table, sector code)."""
        lexicon: Lexicon[tuple[str, str]] = Lexicon()
        for name, others, code in load_table(_FOLDER, BODIES, self._overlay):
            for form in (name, *alternatives(others)):
                lexicon.add(form, (name, code), any_case=True)
        return lexicon

    def organ(self, country: str, name: str) -> tuple[Actor, str] | None:
        """The body every state has ("foreign ministry"), of that country, and its sector code."""
        found = self.generic.one(name)
        if found is None or country not in self.by_country:
            return None
        return self._organ(country, *found)

    def all_generic(self) -> list[tuple[Actor, str]]:
        """The bodies that every state has, of every state."""
        rows = load_table(_FOLDER, BODIES, self._overlay)
        return [self._organ(country, name, code) for country in self.by_country for name, _, code in rows]

    def _organ(self, country: str, name: str, code: str) -> tuple[Actor, str]:
        full = f"{self.adjective(country)} {name}"
        actor_id = Actor.make_id("government_body", full, country)
        return Actor(actor_id, full, (name,), "government_body", country), code


_LEGISLATURES = ("Congress", "Senate", "House of", "Parliament", "Duma", "Assembly", "Council of Republic", "Knesset",
                 "Bundestag", "Bundesrat", "Majlis", "Jirga", "Diet", "Sejm", "Rada", "Riksdag", "Storting", "Cortes")  # fmt: skip


def _organ_code(name: str, code: str) -> str:
    if code == "GOV" and "Court" in name:
        return "JUD"
    if code == "GOV" and any(word in name for word in _LEGISLATURES):
        return "LEG"
    return code


def _forms(word: str) -> tuple[str, ...]:
    """A demonym with its plural."""
    if word.endswith(("s", "ese", "ch", "sh", "ss", "i'i")):
        return (word,)
    if word.endswith("man"):
        return (word, word[:-3] + "men", word[:-3] + "woman", word[:-3] + "women")
    if word.endswith("y"):
        return (word, word[:-1] + "ies")
    return (word, word + "s")
