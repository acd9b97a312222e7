"""Pronouns -> their antecedents where grammar gives them: relative, reflexive, looking ahead, owner; else salience."""

from __future__ import annotations

from dateline.syntax import Token
from dateline.text.reading import Meant, Reading
from dateline.text.salience import BODIES, FEMININE_MASCULINE, NEUTER, PLURAL, agrees, antecedent

_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
_CLAUSES = frozenset({"ccomp", "advcl", "acl", "csubj", "parataxis", "pcomp"})
_TAGS = frozenset({"appos", "npadvmod", "nmod", "compound", "dep", "punct", "prep", "pobj", "conj"})
_FIRST = frozenset({"i", "me", "my", "mine", "myself"})
_PREPOSED = frozenset({"prep", "advcl"})
_FOLLOWS = frozenset({"succeed", "replace"})
_LEAVES = frozenset({"resign", "retire", "quit", "die", "leave", "depart", "step"})


def pronoun(reading: Reading, token: Token) -> Meant | None:
    """Who a pronoun stands for, or None; of first persons only "I" in words whose speaker is plain."""
    word = token.lower
    if word in _FIRST:
        return _speaker(reading, token)
    if word in _RELATIVE and token.tag in ("WP", "WDT", "WP$"):
        return _relative(reading, token)
    if word not in FEMININE_MASCULINE and word not in NEUTER and word not in PLURAL:
        return None
    if word.endswith(("self", "selves")):
        return _reflexive(reading, token)
    if word in NEUTER and _expletive(reading, token):
        return None
    ahead = _ahead(reading, token)
    if ahead is not None:
        meant = reading.named.get(ahead.i)
        if meant is not None and agrees(reading, token, meant.entities):
            return _decided(token, meant, "looks ahead to the subject")
        if meant is None and token.dep == "poss" and token.lower in PLURAL and ahead.tag == "NNS":
            return None
    return (
        _joined(reading, token)
        or _spoken_for(reading, token)
        or _owner(reading, token)
        or _blamed(reading, token)
        or _followed(reading, token)
        or _whose_acted(reading, token)
        or antecedent(reading, token)
    )


def _decided(token: Token, meant: Meant, rule: str) -> Meant:
    return Meant(token.i, token.i + 1, meant.entities, rule, "pronoun")


def _speaker(reading: Reading, token: Token) -> Meant | None:
    quote = reading.phrases.quote[token.i]
    speakers = reading.speakers(quote) if quote else ()
    if len(speakers) != 1 or not reading.book[speakers[0]].person:
        return None
    return Meant(token.i, token.i + 1, speakers, "speaker of the quotation", "pronoun")


def _relative(reading: Reading, token: Token) -> Meant | None:
    clause = None
    for above in (token, *reading.text.ancestors(token.i)):
        if above.dep == "relcl":
            clause = above
            break
        if above.dep in _CLAUSES:
            return None
    if clause is None or clause.head >= token.i:
        return None
    meant = (
        _listed_under(reading, token, clause) or _harmed(reading, token, clause) or reading.at(clause.head)
    )
    climbed, body = reading.tokens[clause.head], meant
    while (meant is None or _no_person(reading, token, climbed, meant)) and (
        climbed.dep in _TAGS and climbed.head != climbed.i and climbed.head < token.i
    ):
        climbed = reading.tokens[climbed.head]
        meant = reading.at(climbed.i)
    meant = meant or body
    if meant is None:
        return None
    if token.lower in ("who", "whom") and any(reading.book[n].kind == "state" for n in meant.entities):
        return None
    return _decided(token, meant, "relative pronoun")


def _no_person(reading: Reading, token: Token, head: Token, meant: Meant) -> bool:
    """Whether one body cannot be "who": the clause tells of somebody above, as in "a lawyer for the Harbour Fund, who .."."""
    if token.lower not in ("who", "whom") or head.tag not in ("NN", "NNP"):
        return False
    return all(reading.book[n].kind in BODIES for n in meant.entities)


def _harmed(reading: Reading, token: Token, clause: Token) -> Meant | None:
    """ "The mother of A, who was shot": harm in the passive befell A, whose mother speaks."""
    noun = reading.tokens[clause.head]
    known = reading.lexicon.noun(noun.lemma.lower())
    if known is None or known.kind not in ("person", "official", "title") or noun.tag not in ("NN", "NNS"):
        return None
    inner = (
        reading.tokens[token.i - 2]
        if reading.tokens[token.i - 1].text == ","
        else reading.tokens[token.i - 1]
    )
    above = [inner, *reading.text.ancestors(inner.i)]
    named = next((one for one in above if one.i in reading.named), None)
    prep = reading.tokens[named.head] if named is not None else noun
    if named is None or named.dep != "pobj" or prep.lower not in ("of", "for") or prep.head != noun.i:
        return None
    verb = reading.tokens[token.head]
    passive = token.dep == "nsubjpass" and verb.lemma in reading.lexicon.verbs["harm"]
    ended = token.dep == "nsubj" and verb.lemma in reading.lexicon.verbs["end"]
    meant = reading.named[named.i]
    return meant if (passive or ended) and reading.book[meant.entities[0]].person else None


def _listed_under(reading: Reading, token: Token, clause: Token) -> Meant | None:
    """ "Aides, including A and B, who object": the clause tells of the aides, unless its verb is in the singular."""
    if token.lower != "who" or token.dep not in ("nsubj", "nsubjpass"):
        return None
    above = (reading.tokens[clause.head], *reading.text.ancestors(clause.head))
    opening = next((one for one in above if one.lower == "including" and one.i < clause.head), None)
    if opening is None or reading.tokens[token.i - 1].text != ",":
        return None
    number = _number(reading, token.head)
    named = [head for head in range(opening.i, token.i) if head in reading.named]
    if number == "singular" or (number is None and len(named) < 2):
        return None
    return reading.at(opening.head)


def _number(reading: Reading, verb: int) -> str | None:
    """What the form of a verb tells of its subject; None for "criticised"."""
    forms = [kid for kid in reading.text.kids(verb, "aux", "auxpass") if kid.tag != "VB"][:1]
    first = forms[0] if forms else reading.tokens[verb]
    if first.tag == "VBZ" or first.lower == "was":
        return "singular"
    return "plural" if first.tag == "VBP" or first.lower == "were" else None


def _reflexive(reading: Reading, token: Token) -> Meant | None:
    beside = reading.at(token.i - 1) if token.i else None
    if beside is not None and agrees(reading, token, beside.entities):
        return _decided(token, beside, "emphatic")
    subject = reading.phrases.subject(reading.phrases.clause(token.i))
    meant = reading.at(subject.i) if subject is not None and subject.i < token.i else None
    return _decided(token, meant, "reflexive") if meant and agrees(reading, token, meant.entities) else None


def _expletive(reading: Reading, token: Token) -> bool:
    """ "It is clear that ..", "it seems": the pronoun stands for nothing."""
    if token.dep == "expl":
        return True
    if token.lower != "it" or token.dep not in ("nsubj", "nsubjpass"):
        return False
    verb = reading.tokens[token.head]
    if verb.pos == "ADJ":
        return True
    if verb.lemma == "be" or verb.pos == "AUX":
        return reading.text.kid(verb.i, "acomp", "attr", "prep") is not None
    if verb.lemma in reading.lexicon.verbs["expletive"]:
        return True
    if verb.lemma == "come" and reading.text.kid(verb.i, "advmod") is not None:
        return True
    return token.dep == "nsubjpass" and reading.text.kid(verb.i, "ccomp") is not None


def _ahead(reading: Reading, token: Token) -> Token | None:
    """In a preposed clause or phrase the pronoun looks ahead to the subject: "In his speech, X said"."""
    at = token.i
    for above in reading.text.ancestors(token.i):
        if above.pos in ("VERB", "AUX") and at < above.i and reading.tokens[at].dep in _PREPOSED:
            subject = reading.text.kid(above.i, "nsubj", "nsubjpass")
            if subject is not None and at < subject.i and token.i < subject.i:
                if _told_within(reading, token, at):
                    return None
                quote = reading.phrases.quote
                return subject if quote[token.i] == quote[subject.i] else None
        at = above.i
    return None


def _told_within(reading: Reading, token: Token, top: int) -> bool:
    """Whether a subject before the pronoun governs its clause below the preposed one: "though X said that he would"."""
    for above in reading.text.ancestors(token.i):
        subject = reading.text.kid(above.i, "nsubj", "nsubjpass")
        if subject is not None and subject.i < token.i:
            meant = reading.named.get(subject.i)
            if meant is not None and agrees(reading, token, meant.entities):
                return True
        if above.i == top:
            break
    return False


def _joined(reading: Reading, token: Token) -> Meant | None:
    """ "X and his aides", "X, Y and their counterparts": what was joined before owns what comes after."""
    head = reading.tokens[token.head]
    if token.dep != "poss" or head.dep != "conj":
        return None
    before = [t for t in reading.text.conjuncts(reading.phrases.first_conjunct(head.i)) if t.i < token.i]
    parts = [reading.at(t.i) for t in before]
    entities = tuple(dict.fromkeys(n for part in parts if part for n in part.entities))
    if not entities or None in parts:
        return None
    if token.lower in PLURAL and len(entities) > 1:
        return Meant(token.i, token.i + 1, entities, "owner joined before", "pronoun")
    last = parts[-1]
    if last is not None and agrees(reading, token, last.entities) and len(parts) == 1:
        return _decided(token, last, "owner joined before")
    return None


def _spoken_for(reading: Reading, token: Token) -> Meant | None:
    """ "A spokesman for the Harbour Fund in Peru said it ..": what "it" and "they" do whom their spokesman speaks for."""
    if token.dep not in ("nsubj", "nsubjpass") or not (token.lower in NEUTER or token.lower in PLURAL):
        return None
    verb = reading.tokens[token.head]
    above = reading.tokens[verb.head]
    if verb.dep != "ccomp" or not reading.lexicon.speech(above.lemma):
        return None
    speaker = reading.text.kid(above.i, "nsubj")
    for head in (speaker, *reading.text.kids(speaker.i, "appos")) if speaker is not None else ():
        if not head.lemma.lower().startswith("spokes"):
            continue
        owners = reading.text.kids(head.i, "poss", "compound")
        for prep in reading.text.kids(head.i, "prep"):
            owners += reading.text.kids(prep.i, "pobj") if prep.lower in ("for", "of", "with") else []
        for owner in owners:
            meant = reading.at(owner.i)
            if meant is not None and agrees(reading, token, meant.entities):
                return _decided(token, meant, "whose spokesman speaks")
    return None


def _blamed(reading: Reading, token: Token) -> Meant | None:
    """ "Condemned X for attacking Y in his speech": whoever is blamed or thanked for a deed owns what is his in it."""
    if token.dep != "poss":
        return None
    for above in reading.text.ancestors(token.i):
        if above.pos in ("VERB", "AUX") and above.dep != "pcomp":
            return None
        if above.dep != "pcomp" or above.tag != "VBG":
            continue
        prep = reading.tokens[above.head]
        if prep.lower not in ("for", "of", "over") or prep.dep != "prep":
            return None
        blamed = reading.text.kid(prep.head, "dobj", "nsubjpass")
        meant = reading.at(blamed.i) if blamed is not None and blamed.i < token.i else None
        return (
            _decided(token, meant, "who is blamed")
            if meant and agrees(reading, token, meant.entities)
            else None
        )
    return None


def _owner(reading: Reading, token: Token) -> Meant | None:
    """ "X's belief that he can ..": the subject of a clause under an owned noun is the owner."""
    if token.dep not in ("nsubj", "nsubjpass"):
        return None
    verb = reading.tokens[token.head]
    if verb.dep not in ("acl", "ccomp", "relcl") or verb.head > token.i:
        return None
    owner = reading.text.kid(verb.head, "poss")
    meant = reading.at(owner.i) if owner is not None else None
    if meant is None or not agrees(reading, token, meant.entities):
        return None
    return _decided(token, meant, "owner of the noun")


def _followed(reading: Reading, token: Token) -> Meant | None:
    """ "Succeeding X when he resigned": a successor comes when the one before goes."""
    verb = reading.tokens[token.head]
    above = reading.tokens[verb.head]
    if token.dep != "nsubj" or verb.dep != "advcl" or verb.i < above.i:
        return None
    if verb.lemma not in _LEAVES or above.lemma not in _FOLLOWS:
        return None
    gone = reading.text.kid(above.i, "dobj")
    meant = reading.at(gone.i) if gone is not None and gone.i < token.i else None
    return (
        _decided(token, meant, "who was followed")
        if meant and agrees(reading, token, meant.entities)
        else None
    )


def _whose_acted(reading: Reading, token: Token) -> Meant | None:
    """ "X's neighbors suspected him": what a person's people do to "him" befalls that person."""
    verb = reading.tokens[token.head]
    if token.dep != "dobj" or token.lower not in FEMININE_MASCULINE or token.lower in ("his", "hers"):
        return None
    subject = reading.text.kid(verb.i, "nsubj")
    owner = reading.text.kid(subject.i, "poss") if subject is not None else None
    meant = reading.at(owner.i) if owner is not None else None
    if meant is None or not agrees(reading, token, meant.entities):
        return None
    return _decided(token, meant, "owner of the subject")
