"""A noun that may name a place and the words of an act in, how the one hangs from the other out: a tie, or None.

The way up the parse from the place to the act is walked step by step; each step must be one that carries a place:
"in" and its like; a building, a part or an occasion between ("at the palace in X", "during a visit to X"); the people
met or struck there; where somebody had gone or was speaking. Everything else ends the walk: better no place than another's.
"""

from __future__ import annotations

from dateline.events.ties import (
    FORCE,
    GATHERED,
    HELD_BY_FORCE,
    SPOKEN,
    Act,
    Tie,
    aimed_at,
    goes_to,
    in_one_breath,
    is_a,
    names_ground,
    paired,
)
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
INSIDE = frozenset({"in", "at", "near", "outside", "inside", "aboard"})
PLACED = ("site", "area", "occasion", "deed")


class Walk:
    """One way up the parse."""

    def __init__(self, text: Text, act: Act, start: int) -> None:
        self._text, self._act, self._start = text, act, start
        self._located = False
        self._rank = 0
        self._word = ""
        self._kinds = "any"
        self._aside = False  # set off by a comma: "The president, at a rally in X, accused .."

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
            if self._located and in_one_breath(text, self._act, token, self._start):
                self._rank += 2
                return self._done()
        return None

    def _arrived(self, token: Token) -> Tie | None:
        if not self._located:
            return None
        if token.i in self._act.carriers and token.i not in self._act.own:
            late = self._start > self._act.hit.i
            if (
                self._act.hit.entry.kind != "nouns"
                and not late
                and not is_a(token, "move", "setting")
                and token.lemma != "be"
            ):
                return None
        return self._done()

    def _done(self) -> Tie | None:
        return Tie(self._rank, self._word, self._kinds) if self._located else None

    def _up(self, token: Token, above: Token) -> int | None:
        """The next token of the way, -1 where the act is reached, None where the way ends."""
        dep = token.dep
        if dep == "pobj":
            return self._from_object(token, above)
        if dep in ("prep", "dative", "agent"):
            self._aside = self._located and token.i > 0 and self._text.tokens[token.i - 1].text == ","
            return above.i if self._located or self._word else None
        if dep == "conj":
            return self._from_conjunct(token, above)
        if dep == "appos" or (dep == "acomp" and self._located):
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
        if is_a(token, "gate") and self._word:
            self._located = True
            return above.i
        if token.lower in ("here", "there"):
            self._located, self._word = True, token.lower
            return above.i
        return None

    def _from_object(self, token: Token, prep: Token) -> int | None:
        """Over a preposition: the first one places the phrase, those after it hang what it is placed in from the act."""
        return self._through(token, prep) if self._located else self._into(token, prep)

    def _into(self, token: Token, prep: Token) -> int | None:
        """ "in X", "at the palace", "to X" after a word of going, "on X" after a word of force."""
        act, word = self._act, prep.lower
        above = self._text.tokens[prep.head]
        place = token.i == self._start
        aimed = word in AIMED and names_ground(self._text.tokens[self._start]) and aimed_at(act, above)
        usual = (
            word not in LOOSE
            or not place
            or token.ent
            or is_a(token, "site", "area", "occasion")
            or (word == "at" and token.tag == "NNP")
        )
        if word in WHERE and usual:
            if (word == "over" and act.type not in FORCE) or (
                word == "on" and place and not aimed and token.ent != "LOC"
            ):
                return None
            if not place and is_a(token, "text") and not is_a(token, *PLACED):
                return None
            return self._locate(prep, word, aimed if aimed and place and word in ("on", "at") else "any")
        if word == "of" or (word == "with" and is_a(above, "edge") and act.type in ("ASSAULT", "MOBILIZE")):
            return self._from_part(prep, above)
        kinds = goes_to(act, word, above) or aimed
        return self._locate(prep, word, kinds) if kinds else None

    def _locate(self, prep: Token, word: str, kinds: str) -> int:
        self._located, self._word, self._kinds = True, self._word or word, kinds
        return prep.i

    def _from_part(self, prep: Token, above: Token) -> int | None:
        """ "the city of X", "south of X", "out of X", "the bombing of X", "on the sidelines of the summit"."""
        act = self._act
        if is_a(above, "area", "site", "gate"):
            self._word = self._word or "of"
            self._located = above.dep == "advmod" or (above.pos == "ADV" and above.dep != "pobj")
            return above.i
        if above.lower in ("out", "off") and act.type == "RETREAT":
            return self._locate(prep, "from", "any")
        tours = act.hit.entry.mode == "visit" and above.lemma == "tour"
        taken = act.type == "COERCE" and is_a(above, "ground")
        if above.i in act.own and (act.type == "ASSAULT" or tours or taken):
            return self._locate(prep, "of", "any")
        return None

    def _through(self, token: Token, prep: Token) -> int | None:
        """What may lie between the act and the place: "at the palace in X", "with officials in X", "on a village in X"."""
        self._rank += 1
        act, word = self._act, prep.lower
        above = self._text.tokens[prep.head]
        own = above.i in act.own
        if word in WHERE | DURING and is_a(token, *PLACED):
            about = word == "over" or (word == "on" and is_a(token, "deed") and not is_a(token, "site"))
            late = act.hit.i < self._start and act.type in SPOKEN and own
            if not about and not (word == "on" and late and is_a(token, "occasion")):
                self._kinds = "any"
                return prep.i  # but no "on his trip to X" after words of praise or blame
            if late:
                return None
        if word in AROUND and act.type in GATHERED and not is_a(token, "text", "post", "seat"):
            if word != "for" and (not is_a(token, "occasion") or above.dep == "npadvmod"):
                return None  # "a day after a march in X" is elsewhere
            self._kinds = "town"
            return prep.i
        if word == "of":
            struck = act.type in FORCE and above.dep in ("dobj", "nsubjpass") and above.head in act.own
            group = above.lower == "group" and is_a(token, "occasion")  # "the Group of 20 summit"
            known = own or is_a(above, "area", "site", "gate", "crowd", "deed")
            return prep.i if struck or group or known else None
        if word in INSIDE and (
            token.ent in ("ORG", "FAC") or (act.type in FORCE and not is_a(token, "text", "seat"))
        ):
            return prep.i
        if (
            word in ("with", "between")
            and act.type in FORCE | {"CONSULT"}
            and (own or above.i in act.carriers)
        ):
            return None if is_a(token, "post", "seat") else prep.i
        if word in ("by", "from") and act.type in FORCE and own:
            return None if is_a(token, "seat") else prep.i
        struck = word in AIMED and act.type in HELD_BY_FORCE and (own or is_a(above, "deed"))
        if is_a(token, "site", "area") and goes_to(act, word, above):
            return prep.i
        first = (word == "for" and token.lemma == "time") or (word == "on" and own and is_a(token, "text"))
        heard = word == "to" and is_a(above, "setting") and is_a(token, "crowd")
        between = word == "between" and token.ent in ("GPE", "LOC", "FAC") and act.type in FORCE
        return prep.i if struck or first or heard or between else None

    def _from_modifier(self, token: Token, above: Token) -> int | None:
        """ "the X talks", "his X residence", "X province", "X's central square"."""
        if not is_noun(above):
            return None
        if token.dep == "poss":
            if not is_a(above, "area", "site"):
                return None
            return above.i
        if paired(self._text, token):
            return None
        if is_a(above, "text", "post", "seat") and not is_a(above, "site"):
            return None
        if above.i in self._act.own or is_a(above, "occasion", "deed"):
            if not is_a(above, "occasion", "deed"):
                return None
            self._located = True
            self._word = self._word or "compound"
            self._kinds = "town"
            return above.i
        if is_a(above, "area", "site"):
            return above.i
        return None

    def _from_conjunct(self, token: Token, above: Token) -> int | None:
        """Nouns and prepositions share what they hang from, but not what one of them has of its own ("X and unrest in Y")."""
        if is_verb(token):
            return None
        if (
            self._located
            and is_noun(token)
            and above.i not in self._act.own
            and is_a(token, "deed", "occasion")
        ):
            return None
        return above.i

    def _from_argument(self, token: Token, verb: Token) -> int | None:
        """Over what a verb acts on, or over who acts: "shelled X", "arrested a man in X", "police in X arrested"."""
        act, kind = self._act, self._act.type
        if not self._located:
            return self._as_target(token, verb)
        self._rank += 1
        own = verb.i in act.own
        if own and token.dep == "nsubj" and self._aside:
            return verb.i
        if not own:
            if in_one_breath(self._text, act, verb, self._start):
                return verb.i
            if is_verb(verb) and is_a(token, "occasion") and is_a(verb, "setting", "move", "held", "greet"):
                return verb.i
            return None
        if kind in FORCE:
            if token.dep == "nsubj":
                self._rank += 1
                return None if is_a(token, "seat", "post") or token.ent == "ORG" else -1
            return -1
        if kind == "CONSULT":
            if token.dep == "nsubj" and act.hit.entry.kind != "nouns":
                self._kinds = "town"
                return None if is_a(token, "seat", "post") or not is_a(token, "crowd", "occasion") else -1
            if is_a(token, "occasion"):
                return -1
            return None if is_a(token, "post", "seat") or not is_a(verb, "greet") else -1
        if kind == "AGREE":
            self._kinds = "town"
            return -1 if token.dep in ("dobj", "nsubjpass") else None
        if kind == "REQUEST" and token.dep == "nsubj":
            return -1 if is_a(token, "crowd") else None
        if kind in ("SANCTION", "COOPERATE") and token.dep in ("dobj", "nsubjpass") and is_a(token, "site"):
            return -1
        return None

    def _as_target(self, token: Token, verb: Token) -> int | None:
        """A place that is itself what the act is done to: "shelled X", "visited X"."""
        act = self._act
        if verb.i in act.own and token.dep in ("dobj", "nsubjpass"):
            object_of = token.dep == "dobj" or self._text.kid(verb.i, "auxpass") is not None
            ground = is_a(verb, "ground")
            if object_of and act.type == "RETREAT" and is_a(verb, "quit"):
                self._located, self._word = True, "object"
                return -1
            if (
                object_of
                and (token.i != self._start or names_ground(token))
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
            fits = above.lower in ("after", "before", "upon", "on", "while", "since", "in") and is_a(
                token, "setting", "move"
            )
            return -1 if fits and verb.i in own else None
        if token.dep in ("relcl", "acl") and above.i in own and is_noun(above):
            return -1 if is_a(token, "held") else None
        if token.dep in ("advcl", "acl") and token.tag in ("VBG", "VBN"):
            fits = is_a(token, "setting", "move")
            return -1 if fits and (above.i in own or self._subject_of_own(above)) else None
        if token.dep == "xcomp" and is_a(token, "setting", "move") and above.i in own:
            return -1
        if token.dep in ("xcomp", "ccomp", "advcl") and above.i in self._act.own and is_a(above, "bid"):
            return -1  # "invited him to talks in X", "to open talks in X": where they would be
        return None

    def _subject_of_own(self, noun: Token) -> bool:
        return noun.dep in ("nsubj", "nsubjpass") and noun.head in self._act.own
