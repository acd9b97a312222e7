"""A parsed article and a token number in, the arguments of that predicate out: who does it, to what, with whom.

Labels are the ClearNLP ones of spaCy's English pipelines. Everything is a token number (the head of a phrase).
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.words import antecedent, is_noun, is_verb, passive, real, stranded, with_conjuncts
from dateline.syntax import Text

NO_ROLE = frozenset({"according", "due", "owing", "thanks", "prior", "because", "depending", "next"})
PARTICLES = frozenset({"off", "out", "down", "up", "back", "away", "aside", "along"})
RECEIVES = frozenset({"receive", "get", "obtain", "see", "read"})
# these take their own subject as the subject of "to ..." although an object stands between
SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "pledge", "ask", "use", "sign", "hold"})


TAKES_A_STAND = frozenset({
    "back", "support", "oppose", "criticize", "criticise", "praise", "welcome", "condemn", "reject", "block", "denounce",
    "applaud", "hail", "endorse", "favor", "favour", "defend", "thwart", "resist",
})  # fmt: skip


def subject(text: Text, verb: int, depth: int = 0) -> tuple[list[int], str]:
    """Heads of the (logical or not) surface subject of a verb and the rule that found it."""
    if depth > 8:
        return [], "none"
    own = [kid.i for kid in text.kids(verb, "nsubj", "nsubjpass")]
    if own:
        first = text.tokens[own[0]]
        if first.lower in ("there", "it") and text.kid(verb, "attr") is not None:
            return [], "expletive"
        above = text.tokens[text.tokens[verb].head]
        if (
            first.lower in ("that", "who", "which")
            and above.lemma == "be"
            and text.tokens[verb].dep in ("ccomp", "advcl")
        ):
            named = text.kid(above.i, "attr")
            if named is not None:
                return [named.i], "cleft"
        rule = "subject" if antecedent(text, own[0]) is None else "relative-clause"
        return real(text, own[-1:]), rule
    token = text.tokens[verb]
    head = text.tokens[token.head]
    first_verb = stranded(text, verb)
    if first_verb is not None:
        return subject(text, first_verb, depth + 1)
    if token.i == head.i:
        return [], "none"
    if token.dep == "conj" and (is_verb(head) or head.pos in ("AUX", "ADJ")):
        reported = next(
            (k for k in text.kids(head.i, "ccomp") if is_verb(k) and head.i < k.i < token.i), None
        )
        if reported is not None and reported.tag == token.tag != head.tag:
            # "The paper reports that X complained and warned Y": the tense says whose verb the second is
            return subject(text, reported.i, depth + 1)
        told = text.tokens[head.head]
        if (
            head.dep == "ccomp" and is_verb(told) and told.i < head.i and told.tag == token.tag == "VBD"
            and head.tag != "VBD" and any(text.tokens[i].text == "," for i in range(head.i, token.i))
        ):  # fmt: skip
            # "Roe admitted that X was leading, and praised Y": the tense and the comma go with the first verb
            return subject(text, told.i, depth + 1)
        if (
            head.tag in ("VBZ", "VBP") and token.tag == "VBD" and is_verb(head)
            and text.kid(head.i, "ccomp", "relcl", "advcl", "dobj") is not None
        ):  # fmt: skip
            return [], "other-tense"
        found, rule = subject(text, head.i, depth + 1)
        return found, "shared-subject" if found else rule
    if token.dep in ("xcomp", "ccomp") and token.tag == "VBG" and head.lemma in TAKES_A_STAND:
        return [], "whose-act"  # "supported sending troops": who would send them is not said
    if token.dep in ("xcomp", "ccomp", "oprd") and (is_verb(head) or head.pos in ("AUX", "ADJ")):
        between = [kid.i for kid in text.kids(head.i, "dobj")]
        if (
            between and token.dep == "xcomp" and head.lemma not in SUBJECT_CONTROL
            and is_verb(head) and not passive(text, head.i)
        ):  # fmt: skip
            return real(text, between), "object-control"
        found, rule = subject(text, head.i, depth + 1)
        return found, "control" if found else rule
    if token.dep in ("acomp", "attr", "oprd") and (is_verb(head) or head.pos == "AUX"):
        found, rule = subject(text, head.i, depth + 1)
        return found, "control" if found else rule
    if token.dep == "xcomp" and is_noun(head):
        return possessors(text, head.i), "possessor-control"
    if token.dep == "advcl" and (is_verb(head) or head.pos == "AUX"):
        if token.tag in ("VBD", "VBZ", "VBP") and text.kid(verb, "mark", "advmod") is not None:
            return [], "subject-lost"
        before = verb - 2
        if (
            token.tag == "VBG" and before >= 0 and text.tokens[verb - 1].text == ","
            and text.tokens[before].dep in ("npadvmod", "dep") and text.reference_at(before) is not None
        ):  # fmt: skip
            return [before], "participle"
        if token.tag == "VBG" and head.lemma in RECEIVES:
            at = verb - 1
            while at > head.i and text.tokens[at].ent in ("DATE", "TIME"):
                at -= 1
            if text.tokens[at].dep == "dobj":
                return [at], "participle"
        found, rule = subject(text, head.i, depth + 1)
        if passive(text, head.i) and not (token.tag == "VBN" and passive(text, verb)):
            by = agents(text, head.i)
            if by:
                return by, "adverbial-agent"
        return found, "adverbial" if found else rule
    if token.dep == "pcomp":
        above = text.tokens[head.head]
        if above.pos == "ADV":
            above = text.tokens[above.head]
        if above.pos == "ADJ":
            found, rule = subject(text, above.i, depth + 1)
            return found, "adverbial" if found else rule
        if is_verb(above) or above.pos == "AUX":
            if head.lower in ("of", "for", "from", "with") and is_verb(above):
                between = [kid.i for kid in text.kids(above.i, "dobj", "nsubjpass")]
                if between:
                    return real(text, between), "object-control"
            found, rule = subject(text, above.i, depth + 1)
            return found, "adverbial" if found else rule
        if is_noun(above):
            own_by = possessors(text, above.i)
            if own_by:
                return own_by, "possessor-control"
            if above.dep in ("dobj", "pobj", "attr"):
                up = governor(text, above.i)
                if up is not None:
                    found, rule = subject(text, up, depth + 1)
                    return found, "noun-control" if found else rule
    if token.dep == "acl":
        if token.tag in ("VBG", "VBN"):
            return [head.i], "participle"
        own_by = possessors(text, head.i)
        if own_by:
            return own_by, "possessor-control"
        up = governor(text, head.i)
        if up is not None and text.tokens[up].lemma in TAKES_A_STAND:
            return [], "whose-effort"  # "backed efforts to negotiate": somebody's, not the backer's
        if up is not None:
            found, rule = subject(text, up, depth + 1)
            return found, "noun-control" if found else rule
    if token.dep == "relcl":
        return [head.i], "relative-clause"
    return [], "none"


def governor(text: Text, noun: int) -> int | None:
    """The verb that takes the noun as object, passive subject or through one preposition; None if there is none."""
    token = text.tokens[noun]
    while token.dep == "conj":
        token = text.tokens[token.head]
    head = text.tokens[token.head]
    if head.i == token.i:
        return None
    if token.dep in ("dobj", "nsubjpass", "attr", "nsubj", "dative", "oprd") and (
        is_verb(head) or head.pos == "AUX"
    ):
        return head.i
    if token.dep == "pobj":
        above = text.tokens[head.head]
        if is_verb(above) or above.pos == "AUX":
            return above.i
        if above.pos == "ADV" and is_verb(text.tokens[above.head]):
            return above.head
        if head.dep == "prep" and above.pos == "ADP" and is_verb(text.tokens[above.head]):
            return above.head
    return None


def possessors(text: Text, noun: int) -> list[int]:
    """Heads of "X's noun", "noun of X", "noun by X"."""
    found = [kid.i for kid in text.kids(noun, "poss")]
    if not found:
        for prep in text.kids(noun, "prep", "agent"):
            if prep.lower in ("of", "by"):
                found += [kid.i for kid in text.kids(prep.i, "pobj")]
    return with_conjuncts(text, found)


def agents(text: Text, verb: int) -> list[int]:
    """Heads of the "by" phrase of a passive."""
    found = [kid.i for by in text.kids(verb, "agent") for kid in text.kids(by.i, "pobj")]
    if not found and passive(text, verb):
        found = [
            kid.i for above in (verb, *(kid.i for kid in text.kids(verb, "dobj")))
            for by in text.kids(above, "prep") if by.lower == "by" for kid in text.kids(by.i, "pobj")
            if kid.ent not in ("DATE", "TIME", "CARDINAL", "PERCENT", "MONEY")
        ]  # fmt: skip
    return found


def doers(text: Text, verb: int) -> tuple[list[int], str]:
    """Heads of who does it: the subject of an active verb, the agent of a passive one."""
    if passive(text, verb):
        found = agents(text, verb)
        if not found and text.tokens[verb].dep == "conj":
            found = agents(text, text.tokens[verb].head)
        return with_conjuncts(text, found), "agent" if found else "none"
    heads, rule = subject(text, verb)
    found = with_conjuncts(text, heads)
    if rule == "relative-clause":
        # "with X, who has left, and Y": what comes after the clause is not in it
        found = [one for one in found if one < verb]
    return found, rule


def objects(text: Text, verb: int) -> tuple[list[int], str]:
    """Heads of what it is done to: the object of an active verb, the subject of a passive one."""
    if passive(text, verb):
        kept = [kid.i for kid in text.kids(verb, "dobj", "oprd")]
        heads, _ = subject(text, verb)
        return with_conjuncts(text, heads or kept), "passive-subject"
    if stranded(text, verb) is not None:
        return with_conjuncts(text, [text.tokens[verb].head]), "object"
    found = [kid.i for kid in text.kids(verb, "dobj")]
    found += [kid.i for kid in text.kids(verb, "dative") if kid.pos != "ADP"]
    if not found:
        found = _counted(text, verb)
    if found:
        return with_conjuncts(text, real(text, found)), "object"
    token = text.tokens[verb]
    place = any(kid.tag == "WRB" for kid in text.kids(verb, "advmod"))  # "Chad, where officials push to .."
    if token.dep == "relcl" and not place and text.kid(verb, "nsubj") is not None:
        who = text.kid(verb, "nsubj")
        if who is not None and antecedent(text, who.i) is None:
            return [token.head], "relative-clause"
    for clause in text.kids(verb, "ccomp", "xcomp"):
        raised = [kid.i for kid in text.kids(clause.i, "nsubj", "nsubjpass")]
        if raised and any(helper.lower == "to" for helper in text.kids(clause.i, "aux")):
            return with_conjuncts(text, real(text, raised)), "raised-object"
    nexts = [kid for kid in text.kids(verb, "conj") if is_verb(kid) and kid.i - verb <= 3]
    if nexts and text.kid(verb, "prep", "xcomp", "ccomp") is None and text.kid(nexts[0].i, "nsubj") is None:
        shared = [kid.i for kid in text.kids(nexts[0].i, "dobj")]
        if shared:
            return with_conjuncts(text, shared), "shared-object"
    return [], "none"


def _counted(text: Text, verb: int) -> list[int]:
    """The object behind "up to", "over" or "about" a number: "kidnapped up to 16 advisers"."""
    follows = [
        kid
        for above in (verb, *(particle.i for particle in text.kids(verb, "prt")))
        for kid in text.kids(above, "prep")
        if kid.lower in ("to", "over", "about", "around") and kid.i <= verb + 2
    ]
    return [
        noun.i for prep in follows for noun in text.kids(prep.i, "pobj")
        if noun.ent != "DATE" and text.kid(noun.i, "nummod") is not None
    ]  # fmt: skip


def prepositions(text: Text, i: int) -> Iterator[tuple[str, int, int]]:
    """(word, token number of it, head of its noun) for each preposition on the token, "to" of a dative included.

    Chains such as "on behalf of X" give "on" with "behalf" and also "of" with X.
    """
    first = text.kids(i, "prep", "dative", "agent", "prt")
    for prep in (*first, *(mate for one in first for mate in text.kids(one.i, "conj"))):
        if prep.pos not in ("ADP", "SCONJ", "ADV", "VERB", "PART", "ADJ"):
            continue
        if prep.lower in NO_ROLE:
            continue
        if prep.lower == "for" and not text.children[prep.i]:  # "called for watchdogs to look into it"
            for clause in text.kids(i, "ccomp", "xcomp", "advcl"):
                for kin in text.kids(clause.i, "nsubj"):
                    if text.edges(kin.i)[0] == prep.i + 1:
                        yield prep.lower, prep.i, kin.i
        for kid in text.children[prep.i]:
            token = text.tokens[kid]
            if token.dep == "pobj":
                for one in text.conjuncts(token.i):
                    yield prep.lower, prep.i, one.i
            elif token.dep == "prep":
                for deeper in text.kids(token.i, "pobj"):
                    for one in text.conjuncts(deeper.i):
                        yield token.lower, token.i, one.i


def particles(text: Text, verb: int) -> set[str]:
    """Particles, bare prepositions and adverbs on the verb, in lower case."""
    found = {kid.lower for kid in text.kids(verb, "prt", "advmod", "oprd", "acomp")}
    for kid in text.kids(verb, "prep"):
        bare = text.kid(kid.i, "pobj", "pcomp") is None
        if bare or (kid.i == verb + 1 and kid.lower in PARTICLES):
            found.add(kid.lower)
    return found | {kid.lower for kid in text.kids(verb, "ccomp", "xcomp") if kid.tag.startswith("JJ")}


def complement(text: Text, i: int) -> int | None:
    """The head of the clause a verb, adjective or noun takes: "agreed to meet", "said that ..", "the refusal to .."."""
    kid = text.kid(i, "xcomp", "ccomp")
    if kid is not None:
        return kid.i
    for prep in text.kids(i, "prep"):
        inner = text.kid(prep.i, "pcomp")
        if inner is not None:
            return inner.i
    for clause in text.kids(i, "advcl"):  # "called for the envoy to leave"
        if clause.i > i and any(kid.lower == "for" for kid in text.kids(clause.i, "mark")):
            return clause.i
    token = text.tokens[i]
    if is_noun(token):
        kid = next((k for k in text.kids(i, "acl") if k.tag == "VB"), None)
        return None if kid is None else kid.i
    return None
