"""A trigger in, how things stand with its act out: happened, planned, refused .., with the rule that decided.

The walk goes from the trigger up the parse. Its own tense, modals and negation speak first (`tense.py`); then every
word it hangs from: a codebook entry that swallows the act ("threatened to ..", "demanded .."), an operator
("plans to", "failed to", "talks collapsed"), a condition, a purpose.
"""

from __future__ import annotations

from collections.abc import Mapping

from dateline.events.adjuncts import Hung, adjunct, set_off, settled
from dateline.events.codebook import Codebook
from dateline.events.granted import goes_on, only_told_of, taken_for_granted
from dateline.events.operators import OPEN, operate, operator_at
from dateline.events.standing import WORDS, alone, claimed, fixed, half_auxiliary, told, told_by
from dateline.events.tense import PRESENT_BE, Standing, negated, own_standing, parted
from dateline.events.triggers import Hit
from dateline.events.unasserted import EVIDENCE, any_at_all, argued, held_to_have, shocking, untrue
from dateline.events.willed import willed
from dateline.events.words import is_noun, is_verb
from dateline.syntax import Text, Token

FOUND = frozenset({"convict", "find"})
LASTING = frozenset({"COOPERATE", "SUPPORT", "ACCUSE"})
CHOICES = frozenset({"decision", "move", "choice"})
TWO_WORDS = frozenset({"ahead", "instead", "short", "outside"})
STEPS = 8
UPWARD = frozenset({
    "xcomp", "ccomp", "dobj", "nsubjpass", "nsubj", "attr", "oprd", "acl", "dative", "appos", "pobj", "pcomp", "csubj",
})  # fmt: skip


def decide(text: Text, book: Codebook, hit: Hit, hits: Mapping[int, Hit]) -> Standing:
    """How things stand with the act reported by `hit`; `hits` are the best entries of the text by token."""
    found = _Walk(text, book, hit, hits).up(text.tokens[hit.i], alone(text, book, hit))
    if found.status in OPEN and found.dropped_by is None and argued(text, hit.i):
        found = found._replace(status="alleged", rule="argued-by-nobody")
    return found if found.dropped_by is not None or found.status is None else fixed(text, hit, found)


class _Walk:
    """One way up from one trigger."""

    def __init__(self, text: Text, book: Codebook, hit: Hit, hits: Mapping[int, Hit]) -> None:
        self.text, self.book, self.hit, self.hits = text, book, hit, hits

    def up(self, token: Token, own: Standing) -> Standing:
        """The standing once everything above has spoken."""
        text, current, now = self.text, token, own
        for _ in range(STEPS):
            head = text.tokens[current.head]
            if head.i == current.i:
                break
            if current.dep == "conj":
                if is_verb(current) and not (is_verb(head) or head.pos == "AUX"):
                    if current.tag == "VBG" and now.status is None:
                        return Standing(None, "gerund:listed", dropped_by=head.i)
                    break
                if head.lemma == "try" and any(kid.lower == "and" for kid in text.kids(head.i, "cc")):
                    now = Standing("hypothetical", "operator:try", now.negated)
                current = head
                continue
            if current.dep == "acomp" or (
                current.dep in ("attr", "oprd") and current.i == token.i and head.pos == "AUX"
            ):
                current = head
                continue
            if current.dep == "advcl" and self._called_for(current, head):
                return self._under(current, head, "ccomp", now)
            if current.dep == "advcl":
                now = self._adverbial(current, head, now)
                if now.rule.startswith("condition") or now.dropped_by is not None:
                    return now
                break
            if current.dep == "relcl":
                claimed = told_by(self.text, self.book, self.hit, current, head, now)
                return claimed or (now if now.status is not None else self._default(token, now))
            if current.dep not in UPWARD:
                break
            link, above = current.dep, head
            if link in ("nsubj", "nsubjpass") and any(
                kid.i > current.i for kid in text.kids(head.i, "nsubj", "nsubjpass")
            ):
                break
            if current.dep in ("pobj", "pcomp"):
                link, above = f"prep:{head.lower}", text.tokens[head.head]
                if above.i == head.i:
                    break
                if above.pos == "ADV" and above.lower in TWO_WORDS:
                    link, above = f"prep:{above.lower}", text.tokens[above.head]
                elif above.pos == "ADP":
                    above = text.tokens[above.head]
            if link == "acl" and (self._only_describes(current, above) or above.lemma == "fact"):
                break  # what is called a fact is one, whatever is made of it
            if link == "ccomp" and self._apart(current, above):
                break
            moved = self._under(current, above, link, now)
            if moved.dropped_by is not None:
                return moved
            now, current = moved, above
        return now if now.status is not None else self._default(token, now)

    def _apart(self, clause: Token, above: Token) -> bool:
        """Whether a semicolon parts two sentences that the parser made one: "X accused Y; Y denied it"; or a comma does,
        before a verb that is none of saying: "X sent ships, Y called off visits"."""
        between = self.text.tokens[clause.i : above.i]
        judged = between and is_noun(above) and self.text.kid(above.i, "relcl") is not None
        if judged or any(token.text == ";" for token in between):
            return True  # also "X resigned over the loan, charges he denied"
        operator = operator_at(self.text, self.book, above.i) if between else None
        if operator is None:
            return False
        if operator.inner == "denied" and self.hit.entry.type in WORDS:
            return True  # "X accuses Y of .., a charge that Z denies": the accusing stands
        if operator.inner not in ("cancelled", "failed", "planned", "refused", "ongoing"):
            return False
        subjects = self.text.kids(above.i, "nsubj", "nsubjpass")
        return any(
            clause.i < one.i < above.i and self.text.tokens[self.text.edges(one.i)[0] - 1].text == ","
            for one in subjects
        )

    def _called_for(self, clause: Token, head: Token) -> bool:
        """Whether a "for" clause is what a verb of asking asks: "called for the envoy to leave"."""
        entry = self.hits.get(head.i)
        asks = entry is not None and entry.entry.inner == "drop"
        return asks and any(kid.lower == "for" for kid in self.text.kids(clause.i, "mark"))

    def _denies(self, above: Token) -> bool:
        """Whether a noun or adjective is negated itself or by its copula: "is not ready to"."""
        copula = self.text.tokens[above.head]
        said = above.dep in ("acomp", "attr") and (copula.pos == "AUX" or copula.lower in PRESENT_BE)
        return negated(self.text, above.i) or (said and negated(self.text, copula.i))

    def _only_describes(self, current: Token, above: Token) -> bool:
        """A participle on a noun that is no word of intent: "troops sent by ..", "a man charged with .."."""
        entry = self.hits.get(above.i)
        infinitive = any(kid.lower in ("to", "that") for kid in self.text.kids(current.i, "aux", "mark"))
        swallows = entry is not None and entry.entry.inner is not None
        clause = self.text.kid(current.i, "nsubj", "nsubjpass") is not None
        return not infinitive and not swallows and not clause

    def _under(self, current: Token, above: Token, link: str, now: Standing) -> Standing:
        """The standing after the word `above`, that the act hangs from by `link`."""
        if now.rule == "under-way":
            return now
        if now.status in ("planned", "hypothetical") and shocking(self.text, current, above):
            return Standing("happened", "shocked-that")
        entry = self.hits.get(above.i)
        inner = entry.entry.inner if entry is not None else None
        prep = link[5:] if link.startswith("prep:") else ""
        subject = link in ("nsubj", "csubj")
        verb = is_verb(above) or above.pos == "AUX"
        mine = own_standing(self.text, above) if verb else Standing(None, "noun", self._denies(above))
        if link == "appos":
            return now
        if inner == "drop" and not subject and entry is not None:
            return self._swallowed(entry, above, current, prep, mine, now)
        if inner == "alleged" and not subject:
            if now.status in ("planned", "hypothetical", "cancelled"):
                return Standing(None, f"under:{above.lemma}", dropped_by=above.i)
            if not mine.negated and mine.status not in ("hypothetical", "planned"):
                kind = "failed" if now.negated else "happened" if above.lemma in FOUND else "alleged"
                return Standing(kind, f"under:{above.lemma}", now.negated, alleged_by=above.i)
        if (
            inner == "through"
            and entry is not None
            and prep in ("for", "over", "about")
            and current.tag == "VBG"
        ):
            seemed = current.lemma in ("appear", "seem") and now.status is None
            return now._replace(
                status="alleged" if seemed else now.status or "happened", rule=f"criticised:{above.lemma}"
            )
        if above.lemma == "be" and link in ("ccomp", "csubj", "nsubj"):
            for kid in self.text.kids(above.i, "acomp", "attr"):
                said = operator_at(self.text, self.book, kid.i)
                if (
                    said is not None
                    and said.inner in ("hypothetical", "alleged", "planned")
                    and link != "nsubj"
                ):
                    return operate(said, kid, mine, Standing(None, now.rule, now.negated))
        if above.lower == "order" and link == "acl" and self.text.tokens[above.head].lower == "in":
            return Standing("planned", "purpose", now.negated)
        if (
            link == "xcomp"
            and not mine.negated
            and mine.status in OPEN
            and held_to_have(self.text, current, above)
        ):
            return Standing("alleged", f"held:{above.lemma}", now.negated)
        special = half_auxiliary(self.text, current, above, link, mine)
        if special is not None and not (special.rule == "have-to" and now.status == "planned"):
            return special
        if (
            now.rule == "presupposed"
            and link == "ccomp"
            and taken_for_granted(self.text, self.hit.i, current)
        ):
            return now
        own_will = willed(self.text, self.hit.entry, (current, above, link), mine, now)
        if own_will is not None:
            return own_will
        operator = operator_at(self.text, self.book, above.i)
        claim = (
            claimed(self.text, self.book, current, above, operator)
            if link == "ccomp" and inner is None
            else None
        )
        if claim is not None and now.status is not None:
            return told(claim[0], claim[1], now)
        if (
            now.status in OPEN
            and link in ("ccomp", "acl", "csubj", "nsubj")
            and untrue(self.text, current, above)
        ):
            return Standing("denied", "untrue", now.negated)
        if (
            now.status in OPEN
            and link == "acl"
            and above.lemma in EVIDENCE
            and (self._denies(above) or any_at_all(self.text, above))
        ):
            return Standing("alleged", f"no-{above.lemma}", now.negated)
        quiet = (
            subject
            and operator is not None
            and operator.inner in ("hypothetical", "planned", "alleged", "denied", "refused", "happened")
        )
        if (
            prep
            and (entry is None or inner is None or is_noun(current))
            and not (operator is not None and not verb)
        ):
            return adjunct(self.text, self.hit, Hung(current, above, prep), operator, mine, now, self.up)
        if (
            link == "acl"
            and above.lemma in CHOICES
            and now.rule.partition("+")[0] == "infinitive"
            and settled(self.text, above)
        ):
            return Standing("happened", f"settled:{above.lemma}", now.negated)
        if (
            link == "acl"
            and is_noun(above)
            and operator is None
            and inner is None
            and now.rule.partition("+")[0] == "infinitive"
        ):
            return Standing("hypothetical", f"noun:{above.lemma}", now.negated)
        if operator is not None and link == "acl" and is_noun(above) and now.status is not None:
            return told(operator.inner, above, now)
        if operator is not None and not quiet and not (is_noun(current) and link == "ccomp"):
            return operate(operator, above, mine, now)
        return self._plain(current, link, entry is not None, mine, now)

    def _swallowed(
        self, entry: Hit, above: Token, current: Token, prep: str, mine: Standing, now: Standing
    ) -> Standing:
        """An act under a word that makes another act of it ("threatened to attack" is a threat)."""
        if (
            prep
            and is_noun(current)
            and prep in ("after", "during", "following", "in", "at", "over", "since", "amid", "despite")
        ):
            return now if now.status else Standing("happened", f"adjunct:{prep}", now.negated)
        yields = entry.entry.yields
        if (
            self.hit.entry.type in yields
            and not mine.negated
            and mine.status in ("happened", "ongoing", "alleged")
        ):
            return Standing("cancelled" if now.negated else "planned", f"under:{above.lemma}", now.negated)
        return Standing(None, f"under:{above.lemma}", dropped_by=above.i)

    def _plain(self, current: Token, link: str, acts: bool, mine: Standing, now: Standing) -> Standing:
        """A word above that is neither entry nor operator for the act."""
        if link == "ccomp":
            if mine.rule.startswith("condition") and now.status is not None:
                return mine
            return now
        if link in ("nsubj", "nsubjpass") and now.status is None and mine.rule == "infinitive":
            return Standing("hypothetical", "subject-of-infinitive", now.negated)
        if link in ("nsubj", "nsubjpass", "dobj", "attr", "dative", "oprd", "csubj"):
            if (
                link == "nsubj"
                and now.status is None
                and mine.status == "planned"
                and self.hit.entry.type in LASTING
            ):
                return Standing("ongoing", "lasting", now.negated)
            if link == "csubj" and now.status is None and now.rule.partition("+")[0] == "infinitive":
                return Standing("hypothetical", "subject-clause", now.negated)
            told_of = only_told_of(self.text, self.book, self.hit.i, current) if link == "dobj" else None
            if told_of is not None and mine.status != "happened":
                return Standing(told_of, "presupposed", now.negated)
            subject = link == "nsubj" and current.i == self.hit.i and mine.rule == "negation"
            if subject and is_noun(current) and goes_on(self.text, current.i, current.head):
                return Standing("happened", "presupposed", now.negated)
            if (
                now.status in OPEN
                and mine.status in ("planned", "hypothetical", "cancelled", "failed")
                and not (acts and link == "dobj")
            ):
                return Standing(mine.status, mine.rule, mine.negated)
            return now if now.status else Standing("happened", "presupposed", now.negated)
        if now.status is None and link == "xcomp" and mine.rule == "noun":
            return Standing("hypothetical", "under-adjective", now.negated)
        if now.status is None and link == "xcomp":
            if now.rule == "infinitive" and mine.status in ("happened", "ongoing") and current.dep == "xcomp":
                return Standing("hypothetical", "under-verb", now.negated or mine.negated)
            return Standing(mine.status, f"{mine.rule}+verb", mine.negated)
        return now

    def _adverbial(self, current: Token, head: Token, now: Standing) -> Standing:
        """An act in an adverbial clause: a purpose, a circumstance, a condition."""
        if now.status is not None:
            return now
        text = self.text
        if any(kid.lower == "to" for kid in text.kids(current.i, "aux")):
            if now.negated:
                return Standing(None, "purpose-not", True, dropped_by=head.i)
            return Standing("planned", "purpose", now.negated)
        marks = {kid.lower for kid in text.kids(current.i, "mark", "advmod")}
        if parted(text, current, head):
            return Standing(
                "ongoing" if head.tag in ("VBZ", "VBP") else "happened", "progressive", now.negated
            )
        above = Standing("happened", "adverbial")
        if is_verb(head) or head.pos == "AUX":
            above = self.up(head, own_standing(text, head))
        if above.status in ("planned", "hypothetical", "cancelled", "alleged") and not marks & {
            "after",
            "since",
            "because",
        }:
            return Standing(above.status, f"{above.rule}+adverbial", above.negated)
        return Standing("failed" if now.negated else "happened", "adverbial", now.negated)

    def _default(self, token: Token, now: Standing) -> Standing:
        if now.rule.partition("+")[0] in ("infinitive", "bare"):
            return Standing("planned" if token.dep == "ROOT" else "hypothetical", now.rule, now.negated)
        if now.negated:
            return Standing("failed", "negation", True)
        if now.rule == "gerund" and set_off(self.text, token):
            return Standing("happened", "participial")
        return Standing("happened", "presupposed" if now.rule == "noun" else now.rule)
