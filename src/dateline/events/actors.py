"""The head of a phrase in, the actors it stands for out, with the rule that says how it was known.

Nothing is invented: a phrase that names nobody, and belongs to nobody, gives no actor.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from dateline.events.adjectives import belonging
from dateline.events.codebook import Codebook
from dateline.events.grammar import possessors, prepositions
from dateline.events.naming import bracketed, is_matter, is_paper, is_virtue, told_by_of, two_titles, ware
from dateline.events.owners import apposed_name, listing, loyal_to, opens, owner_after, told_to
from dateline.events.patterns import forms
from dateline.events.references import PRONOUNS, again, doubted, subject_above
from dateline.events.several import several_after, several_before, several_in_one
from dateline.events.surnames import surnamed
from dateline.records import ActorRef
from dateline.syntax import Text

if TYPE_CHECKING:
    from dateline.resolvers import Resolvers


THINGS = frozenset({"it", "this", "that", "itself", "which"})


class Known(NamedTuple):
    """Actors of one phrase; `sure` is False where the actor stands for something else that was named."""

    actors: tuple[ActorRef, ...]
    rule: str
    sure: bool = True


_MARKS = str.maketrans("", "", '“”"')
NOBODY = Known((), "nobody", False)


LANDS = frozenset({"country", "nation", "state", "republic", "kingdom"})
RULING = frozenset({"judiciary", "judicial", "legislature", "legislative", "government"})

RULINGS = frozenset({"ruling", "order", "decision", "verdict", "judgment", "opinion", "injunction"})


class Actors:
    """Looks phrases of one article up: coreference first, then what the words themselves say."""

    def __init__(self, text: Text, book: Codebook, resolvers: Resolvers | None) -> None:
        self._text, self._book, self._resolvers = text, book, resolvers
        self._cache: dict[tuple[int, bool, bool], Known] = {}

    def at(self, i: int, *, place: bool = False, acts: bool = False) -> Known:
        """Who the phrase headed by token i is; `place`: a place may stand for its state; `acts`: it is a subject."""
        if self._text.tokens[i].lower in THINGS and not (acts and self._text.tokens[i].lower == "it"):
            return NOBODY
        key = (i, place, acts)
        if key not in self._cache:
            self._cache[key] = self._find(i, place, acts)
        return self._cache[key]

    def _find(self, i: int, place: bool, acts: bool) -> Known:
        text = self._text
        token = text.tokens[i]
        if bracketed(text, i) or ware(text, i):
            return NOBODY
        same = self._predicate(i)
        if same is not None:
            return same
        joint = several_before(text, i) or several_after(text, i)
        if joint:
            return Known(joint, "two-demonyms")
        found = text.refer(i)
        if found:
            if all(one.name.lower() in PRONOUNS for one in found):
                return NOBODY
            found = self._described(i, apposed_name(self._text, i, self._located(i, found)))
            if all(one.kind == "media" and not one.actor_id for one in found):
                found += self.included(i)
            reference = text.reference_at(i)
            if reference is not None and (doubted(text, i, reference) or is_paper(found) or is_matter(found)):
                return NOBODY
            rule = reference.rule if reference else "reference"
            if reference is not None and rule == "salience" and subject_above(text, i, reference):
                rule = "salience: subject above"
            return Known(found, rule)
        if token.pos == "PRON":
            return NOBODY
        if unmarked := belonging(text, i, self._resolvers):
            return Known(unmarked, "adjective")
        if unmarked := surnamed(text, i):
            return Known(unmarked, "surname unmarked")
        if "-" in token.text and self._resolvers is not None:
            joined = several_in_one(text, i, self._resolvers)
            return Known(joined, "two-demonyms") if joined else NOBODY
        if token.tag.startswith("NN") and (
            token.ent in ("", "NORP", "ORG") or i == text.sentence_of(i).start
        ):
            of = self._measured(i) or self._playing(i)
            if of is not None:
                return of
            group = self._apposed(i) or self._group(i, anybody=place)
            if group is not None:
                return group
            tool = self._tool(i) if acts else None
            if tool is not None:
                return tool
        if place and token.ent in ("GPE", "LOC", "FAC") and self._resolvers is not None:
            return self._state_of(i)
        if place and token.lemma.lower() in self._book.classes["territory"]:
            return self._ground(i)
        return NOBODY

    def bidden(self, i: int) -> Known:
        """Somebody nobody has named, an actor by the place he holds and not by his noun; a pronoun is nobody."""
        text, token = self._text, self._text.tokens[i]
        office = token.tag == "NNP" and token.ent == "" and text.kid(i, "det", "poss") is not None
        if (
            (token.tag not in ("NN", "NNS") and not office)
            or token.ent not in ("", "ORG", "NORP")
            or (token.tag == "NN" and text.refer(i) and not again(text, i))
        ):
            return NOBODY
        start = i
        while (before := text.kid(start, "compound", "amod", "nmod")) is not None and before.i < start:
            start = before.i
        span = text.span(text.hyphenated(start), i + 1)
        actor = ActorRef(None, span.text, self._home(i), None, span, "group", False, None)
        return Known((actor,), "bidden")

    def titles(self, i: int, heads: Sequence[int]) -> bool:
        """Whether the word is the first of two titles of one person."""
        return two_titles(self._text, i, heads)

    def forces(self, one: ActorRef) -> bool:
        """Whether an actor is called by a word for troops: own means, not the other side, in "threatened to move troops"."""
        last = one.name.lower().rsplit(" ", 1)[-1]
        return bool({last, last.removesuffix("s")} & self._book.classes["troops"])

    def owns(self, i: int) -> bool:
        """Whether a body nobody has named owns a deed: "hailed the panel's ruling"."""
        token = self._text.tokens[i]
        sector = self._resolvers.who.sector(token.lemma.lower()) if self._resolvers is not None else None
        ruling = sector is not None and sector[0] in RULING
        above = self._text.tokens[token.head]
        ruled = token.dep == "compound" and above.lemma.lower() in RULINGS
        return ruling and (token.dep == "poss" or above.lower == "of" or ruled)

    def included(self, i: int) -> tuple[ActorRef, ...]:
        """Those named as some of a group: "a number of officials, including X and Y"."""
        text = self._text
        heads = [i, *(noun for word, _, noun in prepositions(text, i) if word == "of")]
        counts = text.tokens[i].lemma.lower() in self._book.classes["measure"]
        if text.tokens[i].tag == "NN" and not counts and self._group(i, anybody=True) is None:
            return ()  # "back the plan, including X": X is one of those who back it
        named = [
            one for head in heads for prep in text.kids(head, "prep") if listing(text, head, prep)
            for kid in text.kids(prep.i, "pobj") for mate in text.conjuncts(kid.i) for one in self.at(mate.i).actors
        ]  # fmt: skip
        return tuple(one for one in named if one.actor_id is not None)

    def _described(self, i: int, found: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
        """Some of a body are told with the body: "members of the Senate committee", "operatives from al Qaeda"."""
        if len(found) != 1 or found[0].kind not in ("group", "anonymous", None):
            return found
        one, text = found[0], self._text
        if one.actor_id and (one.kind != "group" or one.sector == "party"):
            return found
        if one.anonymous and one.description and one.description.startswith(f"{one.name} for "):
            return (dataclasses.replace(one, name=one.description),)
        if one.span is None or (one.anonymous and text.tokens[i].tag == "NN"):
            return found
        if not one.anonymous and one.span.end != text.tokens[i].end:
            return found
        start = text.token_at(one.span.start)
        start = i if start is None else start
        if not text.words(start, i + 1).lower().endswith(one.name.lower()):
            return found
        noun = owner_after(text, i, located=bool(one.country) or one.anonymous)
        if noun is None or not (text.tokens[noun].ent in ("ORG", "NORP") or self.at(noun).actors):
            return found
        end = told_to(text, noun)
        name = f"{one.name} {text.words(i + 1, end)}".translate(_MARKS)
        return (dataclasses.replace(one, actor_id=None, name=name, span=text.span(start, end)),)

    def _located(self, i: int, found: tuple[ActorRef, ...]) -> tuple[ActorRef, ...]:
        """A group nobody has named takes the country its phrase gives: "three diplomats from Peru"."""
        if any(one.actor_id or one.country or one.kind not in ("group", "anonymous", None) for one in found):
            return found
        country = self._home(i)
        return tuple(dataclasses.replace(one, country=country) for one in found) if country else found

    def _home(self, i: int) -> str | None:
        text = self._text
        leader = loyal_to(text, i)
        for actor in self.at(leader).actors if leader is not None else ():
            if actor.country:
                return actor.country
        theirs = text.tokens[i].lemma.lower() in self._book.classes["foreign"]
        near = [
            kid.i
            for kid in text.kids(i, "amod", "poss", "compound", "nmod")
            if not (theirs and kid.dep == "poss")
        ]
        posted = text.tokens[i].lemma.lower() in self._book.classes["posted"]
        ties = ("from",) if theirs else ("from", "of") if posted else ("from", "of", "in")
        near += [head for word, _, head in prepositions(text, i) if word in ties]
        for head in near:
            for actor in text.refer(head):
                if actor.country and actor.kind in ("state", "government_body"):
                    return actor.country
        return None

    def _measured(self, i: int) -> Known | None:
        """ "dozens of soldiers", "the government of Kenya's army": the noun after "of" when the head only counts."""
        if self._text.tokens[i].lemma.lower() not in self._book.classes.get("measure", frozenset()):
            return None
        for prep in self._text.kids(i, "prep"):
            if prep.lower == "of":
                for kid in self._text.kids(prep.i, "pobj"):
                    return self.at(kid.i)
        return None

    def _predicate(self, i: int) -> Known | None:
        """ "X is a delegate who ..": whoever is said to be it, where the words themselves name nobody."""
        text, token = self._text, self._text.tokens[i]
        if token.dep != "attr" or token.tag != "NN" or text.kid(i, "relcl") is None:
            return None
        if text.tokens[token.head].lemma != "be" or text.kid(token.head, "neg") is not None:
            return None
        subject = text.kid(token.head, "nsubj")
        if subject is None or subject.i == i or text.refer(i):
            return None
        known = self.at(subject.i)
        return known if known.actors and all(one.kind == "person" for one in known.actors) else None

    def _apposed(self, i: int) -> Known | None:
        """ "People's League, a group that ..": whoever the apposition describes."""
        token = self._text.tokens[i]
        if token.dep != "appos" or token.tag != "NN" or token.head >= i:
            return None
        named = self._text.reference_at(token.head)
        known = self.at(token.head)
        return known if named is not None and named.kind == "name" and len(known.actors) == 1 else None

    def _playing(self, i: int) -> Known | None:
        """ "As a businessman who .., he ..": the description is the subject's."""
        text = self._text
        prep = text.tokens[text.tokens[i].head]
        if text.tokens[i].dep != "pobj" or prep.lower != "as" or text.kid(i, "relcl") is None:
            return None
        subject = text.kid(prep.head, "nsubj", "nsubjpass")
        return None if subject is None or subject.i == i else self.at(subject.i)

    def _group(self, i: int, *, anybody: bool) -> Known | None:
        """Somebody nobody has named: "rebels", "police", "a court"; `anybody`: also those who play no part in politics."""
        if self._resolvers is None:
            return None
        text, token = self._text, self._text.tokens[i]
        first = i == text.sentence_of(i).start
        sector: tuple[str | None, str] | None = self._resolvers.who.sector(
            token.lower if first else token.lemma.lower()
        )
        if sector is None and anybody and token.lemma.lower() in self._book.classes["people"]:
            sector = (None, "group")
        if sector is None or (token.tag in ("NNP", "NNPS") and not first) or is_virtue(text, i):
            return None
        if (
            token.lower in LANDS
            and text.kid(i, "det") is not None
            and text.kid(i, "amod", "compound", "relcl") is None
        ):
            return None  # "the country", when nobody knows which
        country = self._home(i)
        start = opens(text, i)
        span = text.span(text.hyphenated(start), told_by_of(text, i, self._book.classes["heading"]) + 1)
        kind = sector[1] if sector[1] in _KINDS else "group"
        actor = ActorRef(None, span.text, country, None, span, kind, False, sector[0])  # type: ignore[arg-type]
        return Known((actor,), "head-noun")

    def _tool(self, i: int) -> Known | None:
        """What somebody uses acts for its owner: "Russian jets", "Tehran's missiles", "the U.S. strike"."""
        tools = self._book.classes.get("tool", frozenset())
        if not forms(self._text, i) & tools:
            return None
        for head in [
            *possessors(self._text, i),
            *(k.i for k in self._text.kids(i, "amod", "compound", "nmod")),
        ]:
            found = self._text.refer(head)
            if found:
                return Known(found, "owner-of-tool", False)
        return None

    def _ground(self, i: int) -> Known:
        """A place that is only described belongs to somebody: "Islamic State targets", "the capital of Chad"."""
        near = [kid.i for kid in self._text.kids(i, "poss", "compound", "amod", "nmod")]
        near += [head for word, _, head in prepositions(self._text, i) if word in ("of", "in")]
        for head in near:
            found = self._text.refer(head)
            if found and all(one.actor_id for one in found):
                return Known(found, "ground-of", False)
            region = self._region(head)
            if not found and region is not None:
                return Known((region,), "ground-of", False)
        return NOBODY

    def _region(self, i: int) -> ActorRef | None:
        """The state behind a part of it: "Western Chad"."""
        token = self._text.tokens[i]
        if token.ent not in ("LOC", "GPE") or self._resolvers is None:
            return None
        state = self._resolvers.who.state(token.text)
        if state is None:
            return None
        return ActorRef(state.id, state.name, state.country, None, self._text.span(i, i + 1), state.kind)

    def _state_of(self, i: int) -> Known:
        assert self._resolvers is not None
        text = self._text
        name = next((n for n in text.names if n.start <= i < n.end), None)
        span = text.span(name.start, name.end) if name else text.span(i, i + 1)
        place = self._resolvers.where.place(span.text)
        if place is None or place.country is None:
            return NOBODY
        state = self._resolvers.who.country(place.country)
        if state is None:
            return NOBODY
        return Known(
            (ActorRef(state.id, state.name, state.country, None, span, state.kind),), "place-of-state", False
        )


_KINDS = frozenset(
    {"person", "state", "government_body", "organisation", "armed_group", "media", "group", "anonymous"}
)
