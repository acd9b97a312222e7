"""organisations.tsv, outlets.tsv -> organisations and news outlets by name, outlets by domain too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from dateline.records import Actor, ActorKind
from dateline.tables import COUNTRY, Shape, alternatives, load_table
from dateline.who.lexicon import Lexicon

ORGANISATIONS = Shape(
    "organisations.tsv",
    ("name", "also_known_as", "country", "kind", "code", "first"),
    required=("name", "kind"),
    key=("name", "country"),
    patterns={
        "country": COUNTRY,
        "kind": (
            "igo|ngo|party|armed_group|agency|company_state|company|religious|union|movement",
            "one of igo, ngo, party, armed_group, agency, company, company_state, religious, union, movement",
        ),
        "code": (r"[A-Z]{3}", "a PLOVER sector code such as IGO, NGO, PTY, REB, GOV"),
        "first": ("yes", "'yes', or nothing"),
    },
)
OUTLETS = Shape(
    "outlets.tsv",
    ("outlet", "also_known_as", "domains", "country", "kind", "owner", "first"),
    required=("outlet",),
    key=("outlet",),
    patterns={"country": COUNTRY, "first": ("yes", "'yes', or nothing")},
)
_FOLDER = Path(__file__).parent
_KINDS: dict[str, ActorKind] = {"armed_group": "armed_group", "agency": "government_body"}
_CODES = {
    "igo": "IGO", "ngo": "NGO", "party": "PTY", "armed_group": "REB", "agency": "GOV", "company_state": "BUS",
    "company": "BUS", "religious": "REL", "union": "LAB", "movement": "CVL",
}  # fmt: skip
_QUALIFIER = re.compile(r" \([A-Z][^()]*\)$")
_DOMAIN = re.compile(r"^(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:[/:?#].*)?$", re.IGNORECASE)


class Organisations:
    """International bodies, parties, armed groups, agencies, companies, churches."""

    def __init__(self, overlay: Sequence[Path]) -> None:
        self._overlay = overlay

    @cached_property
    def entries(self) -> list[tuple[Actor, str, bool]]:
        """(actor, PLOVER sector code, whether it wins a shared name)."""
        found = []
        for name, others, country, kind, code, first in load_table(_FOLDER, ORGANISATIONS, self._overlay):
            actor_kind = _KINDS.get(kind, "organisation")
            actor = Actor(
                Actor.make_id(actor_kind, name, country or None), name, tuple(alternatives(others)),
                actor_kind, country or None,
            )  # fmt: skip
            found.append((actor, code or _CODES[kind], first == "yes"))
        return found


class Outlets:
    """News outlets."""

    def __init__(self, overlay: Sequence[Path]) -> None:
        self._overlay = overlay

    @cached_property
    def entries(self) -> list[tuple[Actor, bool, tuple[str, ...], tuple[str, ...]]]:
        """(actor, whether it wins a shared name, all its names, its domains)."""
        found = []
        for outlet, others, domains, country, _, _, first in load_table(_FOLDER, OUTLETS, self._overlay):
            name = _QUALIFIER.sub("", outlet)
            aliases = [a for a in dict.fromkeys((outlet, *alternatives(others))) if a != name]
            actor = Actor(
                Actor.make_id("media", name, country or None), name, tuple(aliases), "media", country or None
            )
            found.append((actor, first == "yes", (name, *aliases), tuple(alternatives(domains))))
        return found

    @property
    def actors(self) -> list[Actor]:
        """Every outlet."""
        return [entry[0] for entry in self.entries]

    @cached_property
    def _names(self) -> Lexicon[Actor]:
        lexicon: Lexicon[Actor] = Lexicon()
        for actor, first, names, _ in self.entries:
            for name in names:
                lexicon.add(name, actor, first=first)
        return lexicon

    @cached_property
    def _domains(self) -> dict[str, Actor]:
        return {domain.lower(): actor for actor, _, _, domains in self.entries for domain in domains}

    def find(self, name: str) -> Actor | None:
        """By name, or by domain or address ("www.tass.com/world/1"); None when several share the name."""
        text = name.strip()
        if _DOMAIN.match(text) and " " not in text:
            host = re.sub(r"^https?://", "", text.lower()).split("/")[0].split(":")[0].split("?")[0]
            while host.count("."):
                if host in self._domains:
                    return self._domains[host]
                host = host.partition(".")[2]
        return self._names.one(text)
