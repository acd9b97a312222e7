"""A noun that may name a place and the words of an act in, how the one hangs from the other out: a tie, or None.

The way up the parse from the place to the act is walked step by step; each step must be one that carries a place:
"in" and its like; a building, a part or an occasion between ("at the palace in X", "during a visit to X"); the people
met or struck there; where somebody had gone or was speaking. Everything else ends the walk: better no place than another's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.events.settings import load
from dateline.events.triggers import Hit
from dateline.events.words import is_noun, is_verb
from dateline.syntax import Text, Token

WHERE = frozenset({
    "in", "at", "near", "outside", "inside", "across", "around", "off", "within", "throughout", "through", "along",
    "aboard", "on", "over",
})  # fmt: skip
LOOSE = frozenset({"on", "over", "at"})  # places only before a site or an occasion
DURING = frozenset({"during", "in", "at", "on"})
AROUND = frozenset({"after", "before", "following", "for"})
AIMED = frozenset({"on", "against", "at", "upon", "of", "in"})
TOWARDS = frozenset({"to", "into", "in", "toward", "towards", "onto"})
GATHERED = frozenset({"CONSULT", "AGREE", "PROTEST"})
SPOKEN = frozenset({
    "ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT", "CONCEDE", "COOPERATE", "SANCTION", "AGREE",
})  # fmt: skip
FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "PROTEST", "AID"})
HELD_BY_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})


class Tie(NamedTuple):
    """How a place hangs from an act; the lowest `rank` is the surest. `direct`: by "in" on the act's own word;
    `before`: it stands before the act; `kinds`: what of place may be meant ("any", or "town" for a town or a site)."""

    rank: int
    word: str
    kinds: str = "any"


class Act(NamedTuple):
    """The words of one act: its trigger, the noun of its light verb, the verbs that carry its noun or its infinitive."""

    hit: Hit
    own: frozenset[int]
    carriers: frozenset[int]

    @property
    def type(self) -> str:
        """The act's type; a truce that is signed takes place as agreements do."""
        entry = self.hit.entry
        return "AGREE" if entry.mode == "ceasefire" else entry.type


def act_of(text: Text, hit: Hit, carriers: Sequence[int]) -> Act:
    """The act's own words; the verb over its noun counts where it says that, when or where the act is."""
    words = load()
    own = {hit.i} | ({hit.object} if hit.object is not None else set())
    token = text.tokens[hit.i]
    above = text.tokens[token.head]
    kept = set()
    for one in carriers:
        under = above.i == one and token.dep in ("nsubj", "nsubjpass")
        if hit.entry.kind != "nouns" or under or text.tokens[one].lemma.lower() in words["held"]:
            kept.add(one)
    if is_verb(token):
        purpose = token.dep in ("advcl", "xcomp") and any(
            aux.lower == "to" for aux in text.kids(hit.i, "aux")
        )
        if (purpose or token.dep == "conj") and above.lemma.lower() in words["move"]:
            kept.add(above.i)
    elif token.dep == "pobj" and above.lower in ("for", "to", "on"):
        goer = text.tokens[above.head]
        if goer.lemma.lower() in words["move"] or (above.lower == "for" and goer.lemma == "be"):
            kept.add(goer.i)
    return Act(hit, frozenset(own), frozenset(kept))


class Walk:
    """One way up the parse."""

    def __init__(self, text: Text, act: Act, start: int) -> None:
        self._text, self._act, self._start = text, act, start
        self._words = load()
        self._located = False
        self._rank = 0
        self._word = ""
        self._kinds = "any"

    def tie(self) -> Tie | None:
        """The tie of the place at the start to the act, if every step carries it."""
        text = self._text
        token = text.tokens[self._start]
        for _ in range(14):
            if token.i in self._act.own or token.i in self._act.carriers:
                return self._arrived(token)
            above = text.tokens[token.head]
            if above.i == token.i:
                return None
            step = self._up(token, above)
            if step is None:
                return None
            if step < 0:
                return self._done()
            token = text.tokens[step]
        return None

    def _arrived(self, token: Token) -> Tie | None:
        if not self._located:
            return None
        if token.i in self._act.carriers and token.i not in self._act.own:
            late = self._start > self._act.hit.i
            if self._act.hit.entry.kind != "nouns" and not late and not self._is(token, "move"):
                return None
        return self._done()

    def _done(self) -> Tie | None:
        return Tie(self._rank, self._word, self._kinds) if self._located else None

    def _is(self, token: Token, *kinds: str) -> bool:
        forms = {token.lemma.lower(), token.lower}
        return any(forms & self._words[kind] for kind in kinds)

    def _up(self, token: Token, above: Token) -> int | None:
        """The next token of the way, -1 where the act is reached, None where the way ends."""
        dep = token.dep
        if dep == "pobj":
            return self._from_object(token, above)
        if dep in ("prep", "dative", "agent"):
            return above.i if self._located or self._word else None
        if dep == "conj":
            return self._from_conjunct(token, above)
        if dep == "appos":
            return above.i
        if dep in ("compound", "nmod", "poss", "amod") and not is_verb(token):
            return self._from_modifier(token, above)
        if dep in ("dobj", "nsubjpass", "nsubj"):
            return self._from_argument(token, above)
        if dep in ("advcl", "pcomp", "acl", "relcl", "xcomp", "ccomp"):
            return self._from_clause(token, above)
        if dep == "npadvmod" and token.i != self._start:
            return above.i
        if dep in ("advmod", "npadvmod"):
            return self._from_adverb(token, above)
        return None

    def _from_adverb(self, token: Token, above: Token) -> int | None:
        """ "south of X", "met there", and the town after "in the capital, X"."""
        if self._is(token, "gate") and self._word:
            self._located = True
            return above.i
        if token.lower in ("here", "there"):
            self._located, self._word = True, token.lower
            return above.i
        return None

    def _from_object(self, token: Token, prep: Token) -> int | None:
        """Over a preposition."""
        text, word = self._text, prep.lower
        above = text.tokens[prep.head]
        site = self._is(token, "site", "area", "occasion", "deed")
        place = token.i == self._start
        if not self._located:
            if word in WHERE and (
                word not in LOOSE or not place or token.ent or self._is(token, "site", "area", "occasion")
            ):
                if word == "over" and self._act.type not in FORCE:
                    return None
                if word in ("on", "at") and place and self._aimed(above):
                    self._note(word)
                elif word == "on" and place:
                    return None
                if not place and not site and self._is(token, "text"):
                    return None
                self._located = True
                self._note(word)
                return prep.i
            if word == "of":
                return self._from_part(token, prep, above)
            if self._thither(word, above) or (word in AIMED | {"at"} and self._aimed(above)):
                self._located = True
                self._note(word)
                return prep.i
            return None
        # something lies between the act and the place: "at the palace in X", "with officials in X"
        self._rank += 1
        if site and (word in WHERE or word in DURING):
            # "on his trip to X" after words of praise or blame says what they are about
            late = self._act.hit.i < self._start and self._act.type in SPOKEN and above.i in self._act.own
            if word == "on" and late and self._is(token, "occasion"):
                return None
            self._kinds = "any"
            return prep.i
        if word in AROUND and self._act.type in GATHERED and not self._is(token, "text", "post", "seat"):
            if word != "for" and (not self._is(token, "occasion") or text.kid(prep.i, "npadvmod") is not None):
                return None  # "a day after a march in X" is elsewhere
            self._kinds = "town"
            return prep.i
        if (
            word in ("in", "at", "near", "outside", "inside", "aboard")
            and self._act.type in FORCE
            and not self._is(token, "text", "seat")
        ):
            return prep.i
        if word == "of":
            known = self._is(above, "area", "site", "gate", "crowd", "deed") or above.i in self._act.own
            return prep.i if known else None
        if word in ("at", "outside", "inside", "near") and token.ent in ("ORG", "FAC"):
            return prep.i
        if word == "for" and token.lemma == "time":
            return prep.i
        if word == "to" and self._is(above, "setting") and self._is(token, "crowd"):
            return prep.i
        if word == "between" and token.ent in ("GPE", "LOC", "FAC") and self._act.type in FORCE:
            return prep.i
        if (
            word in ("with", "between")
            and self._act.type in FORCE | {"CONSULT"}
            and above.i in self._act.own | self._act.carriers
        ):
            return None if self._is(token, "post", "seat") else prep.i
        if word in ("by", "from") and self._act.type in FORCE and above.i in self._act.own:
            return None if self._is(token, "seat") else prep.i
        if (
            word in AIMED
            and self._act.type in HELD_BY_FORCE
            and (above.i in self._act.own or self._is(above, "deed", "weapon"))
        ):
            return prep.i
        return None

    def _note(self, word: str) -> None:
        self._word = self._word or word

    def _from_part(self, token: Token, prep: Token, above: Token) -> int | None:
        """ "the city of X", "south of X", "the outskirts of X", "out of X", "the bombing of X", "on the sidelines of the summit"."""
        if self._is(above, "area", "site", "gate"):
            self._word = self._word or "of"
            if above.dep == "advmod" or (above.pos == "ADV" and above.dep != "pobj"):
                self._located = True
            return above.i
        if above.lower in ("out", "off") and self._act.type == "RETREAT":
            self._located = True
            self._note("from")
            return prep.i
        if above.i in self._act.own and self._act.type in ("ASSAULT",):
            self._located = True
            self._note("of")
            return prep.i
        if self._visit(above):
            return None
        return None

    def _visit(self, above: Token) -> bool:
        return above.i in self._act.own and self._act.hit.entry.mode == "visit"

    def _thither(self, word: str, above: Token) -> bool:
        """Whether somebody or something goes there: "flew to X", "a visit to X", "sent troops to X", "withdrew from X"."""
        kind, own = self._act.type, self._act.own
        near = above.i in own or (above.dep == "dobj" and above.head in own) or (
            above.dep == "nsubjpass" and above.head in own
        )  # fmt: skip
        if word in ("from", "out"):
            if kind == "SANCTION" and near:
                self._kinds = "town"
            return kind in ("RETREAT", "SANCTION") and near
        if word not in TOWARDS and word != "for":
            return False
        if word == "for":
            return self._act.hit.entry.mode == "visit" and near
        if self._is(above, "move") and (is_verb(above) or above.lemma in ("return", "journey")):
            return True
        if self._is(above, "occasion") and above.lemma.lower() in (
            "visit",
            "trip",
            "tour",
            "journey",
            "return",
            "pilgrimage",
        ):
            return True
        if self._act.hit.entry.mode == "visit" and near:
            return True
        return kind in ("MOBILIZE", "AID") and near

    def _aimed(self, above: Token) -> bool:
        """Whether force is aimed there: "a strike on X", "launched raids against X"."""
        if self._act.type != "ASSAULT" or (above.i != self._start and not self._names_ground()):
            return False
        own = self._act.own
        aimed = above.i in own or (above.head in own and above.dep == "dobj" and self._is(above, "deed"))
        if aimed and not self._is(above, "ground"):
            self._kinds = "town"
        return aimed

    def _names_ground(self) -> bool:
        """Whether the place at the start is known for one by its label, or is a thing in a place."""
        token = self._text.tokens[self._start]
        return token.ent != "" or not token.tag.startswith("NNP")

    def _from_modifier(self, token: Token, above: Token) -> int | None:
        """ "the X talks", "his X residence", "X province", "X's central square"."""
        if not is_noun(above):
            return None
        if token.dep == "poss":
            if not self._is(above, "area", "site"):
                return None
            return above.i
        if self._paired(token):
            return None
        if self._is(above, "text", "post", "seat") and not self._is(above, "site"):
            return None
        if above.i in self._act.own or self._is(above, "occasion", "deed"):
            if not self._is(above, "occasion", "deed"):
                return None
            self._located = True
            self._note("compound")
            self._kinds = "town"
            return above.i
        if self._is(above, "area", "site"):
            return above.i
        return None

    def _paired(self, token: Token) -> bool:
        """ "U.S.-Russian talks": a name joined to another by a dash is a side, not a place."""
        tokens = self._text.tokens
        beside = [tokens[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(tokens)]
        return (
            any(one.text in ("-", "–", "—", "/") for one in beside)
            or self._text.kid(token.i, "conj") is not None
        )

    def _from_conjunct(self, token: Token, above: Token) -> int | None:
        """Nouns and prepositions share what they hang from; verbs do not share their places."""
        if is_verb(token):
            return None
        return above.i

    def _from_argument(self, token: Token, verb: Token) -> int | None:
        """Over what a verb acts on, or over who acts: "shelled X", "arrested a man in X", "police in X arrested"."""
        act, kind = self._act, self._act.type
        if not self._located:
            return self._as_target(token, verb)
        self._rank += 1
        own = verb.i in act.own
        if not own:
            if is_verb(verb) and self._is(verb, "setting", "move", "held") and self._is(token, "occasion"):
                return verb.i
            return None
        if kind in FORCE:
            if token.dep == "nsubj":
                self._rank += 1
                return None if self._is(token, "seat", "post") else -1
            return -1
        if kind == "CONSULT":
            if token.dep == "nsubj" and act.hit.entry.kind != "nouns":
                self._kinds = "town"
                return (
                    None
                    if self._is(token, "seat", "post") or not self._is(token, "crowd", "occasion")
                    else -1
                )
            if self._is(token, "occasion"):
                return -1
            return None if self._is(token, "post", "seat") or not self._is(verb, "greet") else -1
        if kind == "AGREE":
            self._kinds = "town"
            return -1 if token.dep in ("dobj", "nsubjpass") else None
        if kind == "REQUEST" and token.dep == "nsubj":
            return -1 if self._is(token, "crowd") else None
        if (
            kind in ("SANCTION", "COOPERATE")
            and token.dep in ("dobj", "nsubjpass")
            and self._is(token, "site")
        ):
            return -1
        return None

    def _as_target(self, token: Token, verb: Token) -> int | None:
        """A place that is itself what the act is done to: "shelled X", "visited X"."""
        act = self._act
        if verb.i in act.own and token.dep in ("dobj", "nsubjpass"):
            object_of = token.dep == "dobj" or self._text.kid(verb.i, "auxpass") is not None
            ground = self._is(verb, "ground")
            if object_of and act.type == "RETREAT" and self._is(verb, "quit"):
                self._located, self._word = True, "object"
                return -1
            if (
                object_of
                and (token.i != self._start or self._names_ground())
                and (
                    act.hit.entry.mode == "visit"
                    or act.type == "ASSAULT"
                    or (ground and act.type in ("COERCE", "MOBILIZE"))
                )
            ):
                self._located, self._word = True, self._word or "object"
                if act.hit.entry.mode != "visit" and not ground:
                    self._kinds = "town"
                return -1
        if (
            verb.i not in act.own
            and token.dep == "dobj"
            and verb.lemma in ("visit", "tour", "reach")
            and is_verb(verb)
        ):
            self._located, self._word = True, "object"
            return verb.i
        if verb.lemma == "host" and token.dep == "nsubj" and token.i == self._start:
            self._located, self._word, self._kinds = True, "host", "town"
            return -1 if verb.i in act.own | act.carriers else None
        return None

    def _from_clause(self, token: Token, above: Token) -> int | None:
        """Over a clause: where somebody was speaking or had gone when he acted."""
        if not self._located or not (is_verb(token) or token.pos == "AUX"):
            return None
        self._rank += 1
        own = self._act.own | self._act.carriers
        if token.dep == "pcomp":
            verb = self._text.tokens[above.head]
            fits = above.lower in ("after", "before", "upon", "on", "while", "since", "in") and self._is(
                token, "setting", "move"
            )
            return -1 if fits and verb.i in own else None
        if token.dep in ("relcl", "acl") and above.i in own and is_noun(above):
            return -1 if self._is(token, "held") else None
        if token.dep in ("advcl", "acl") and token.tag in ("VBG", "VBN"):
            fits = self._is(token, "setting", "move")
            return -1 if fits and (above.i in own or self._subject_of_own(above)) else None
        if token.dep == "xcomp" and self._is(token, "setting", "move") and above.i in own:
            return -1
        return None

    def _subject_of_own(self, noun: Token) -> bool:
        return noun.dep in ("nsubj", "nsubjpass") and noun.head in self._act.own
