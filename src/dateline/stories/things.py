"""Parsed articles of one story -> what each speaks of: actors, names and things, under one key over all articles.

An actor that is known goes by its id wherever it is named; another name by its last word; a noun, verb or adjective by
its lemma. Keys are deliberately coarse: an outlet that uses the same word at all is not said to leave the thing out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dateline.syntax import Text, Token

NAMED = frozenset({"PERSON", "GPE", "ORG", "NORP", "LOC", "FAC", "EVENT", "LAW", "PRODUCT"})
MODIFIERS = ("compound", "amod", "poss", "det", "nmod", "nummod")
KINDS = {"NOUN": "thing", "VERB": "act", "ADJ": "quality", "ADV": "quality"}


class Spoken(NamedTuple):
    """Code points `start` to `end` speak of what `key` stands for; `kind` is actor, name, thing, act or quality."""

    start: int
    end: int
    key: str
    kind: str


def spoken_of(text: Text) -> list[Spoken]:
    """Everything one article speaks of, in order of position."""
    found = list(_actors(text))
    heads = {reference.head for reference in text.references if _known(text, reference.entities)}
    for name in text.names:
        if name.label in NAMED:
            span = text.span(name.start, name.end)
            key = name.actor_id or text.tokens[name.end - 1].lower
            found.append(Spoken(span.start, span.end, key, "actor" if name.actor_id else "name"))
    for token in text.tokens:
        kind = KINDS.get(token.pos)
        if kind and not token.ent and token.i not in heads:
            span = text.span(_first(text, token), token.i + 1)
            found.append(Spoken(span.start, span.end, token.lemma.lower(), kind))
    return sorted(set(found))


def _actors(text: Text) -> Iterator[Spoken]:
    for reference in text.references:
        span = text.span(reference.start, reference.end)
        for number in reference.entities:
            for member in text.entities[number].members or (number,):
                entity = text.entities[member]
                if entity.actor_id or reference.kind == "name":
                    yield Spoken(span.start, span.end, entity.actor_id or entity.name.lower(), "actor")


def _known(text: Text, entities: Iterable[int]) -> bool:
    return any(text.entities[number].actor_id for number in entities)


def _first(text: Text, token: Token) -> int:
    if token.pos != "NOUN":
        return token.i
    return min([child.i for child in text.kids(token.i, *MODIFIERS)] + [token.i])


def left_out(spoken: Mapping[str, Iterable[Spoken]]) -> dict[str, set[str]]:
    """Outlet -> the keys that another outlet of the story speaks of and it does not."""
    held = {outlet: {one.key for one in found} for outlet, found in spoken.items()}
    every = set[str]().union(*held.values()) if held else set()
    return {outlet: every - own for outlet, own in held.items()}
